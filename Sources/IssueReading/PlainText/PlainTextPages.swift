/// Finds the lines that stood at the edge of each page, though no empty line parts them from the text.
///
/// A short line that comes again, its digits aside, each time beside a page number or a form feed, is a running head.
enum PlainTextPages {
  /// The indices of such lines, and of the page numbers beside them.
  static func edges(in lines: [PlainTextLine]) -> Set<Int> {
    numberedHeads(in: lines).union(certainEdges(in: lines))
  }

  /// 2 THE LAMP October 1953, 3 THE LAMP October 1953: lines that say the same behind a page number that rises.
  private static func numberedHeads(in lines: [PlainTextLine]) -> Set<Int> {
    var rows: [String: [(index: Int, page: Int)]] = [:]
    for (index, line) in lines.enumerated() {
      guard let (page, words) = pageBefore(line.text) else { continue }
      rows[words, default: []].append((index, page))
    }
    return Set(
      rows.values.filter { row in
        row.count >= 2 && zip(row, row.dropFirst()).allSatisfy { $0.page < $1.page }
      }.joined().map(\.index))
  }

  /// The page that a line begins with, and the words behind it, a name and a date: 2 LEVEE, June 1994.
  static func pageBefore(_ text: String) -> (page: Int, words: String)? {
    guard let first = text.utf8.first, (0x31...0x39).contains(first), text.fits(72) else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard digits.count <= 3, let page = Int(digits), rest.first?.isBlankCharacter == true else { return nil }
    let words = rest.trimmed
    // The date tells it from an item that comes again: 2 eggs.
    guard let letter = words.first, letter.isUppercase || letter.isHanCharacter, !LineGrammar.isProse(words),
      DateGrammar.find(in: words) != nil || IssueNumberGrammar.find(in: words) != nil,
      DateGrammar.whole(words) == nil
    else { return nil }
    return (page, words)
  }

  /// Lines that say the same, right above digits by themselves that rise from page to page, nothing but an empty line between:
  /// THE LAMP, MARCH 1953, then 2.
  private static func headsAboveDigits(in lines: [PlainTextLine]) -> Set<Int> {
    var heads: [String: [(index: Int, page: Int)]] = [:]
    var above: Int?
    for (index, line) in lines.enumerated() where !line.isEmpty {
      defer { above = index }
      guard line.text.utf8.count <= 3, let page = Int(line.text), page > 0, let above, index - above <= 2,
        lines[above].text.fits(70), !LineGrammar.isProse(lines[above].text)
      else { continue }
      let key = String(scalars: lines[above].text.letters.filter { !$0.isASCIIDigit })
      if key.unicodeScalars.count >= 4 { heads[key, default: []].append((above, page)) }
    }
    // Right below them: 2, then Slack Water Special Issue No. 3.
    for (index, line) in lines.enumerated().dropFirst(6) where !line.isEmpty && line.text.utf8.count <= 3 {
      guard let page = Int(line.text), page > 0,
        let below = lines.indices.dropFirst(index + 1).prefix(2).first(where: { !lines[$0].isEmpty }),
        lines[below].text.fits(70), IssueNumberGrammar.find(in: lines[below].text) != nil,
        !LineGrammar.isProse(lines[below].text)
      else { continue }
      let key = String(scalars: lines[below].text.letters.filter { !$0.isASCIIDigit })
      if key.unicodeScalars.count >= 4 { heads["\t" + key, default: []].append((below, page)) }
    }
    return Set(
      heads.values.filter { row in row.count >= 2 && zip(row, row.dropFirst()).allSatisfy { $0.page < $1.page } }
        .joined().map(\.index))
  }

  private static func certainEdges(in lines: [PlainTextLine]) -> Set<Int> {
    let numbers = lines.indices.filter { index in
      let text = lines[index].text
      return text.utf8.count <= 64 && LineGrammar.isCertainPageNumber(text) && LineGrammar.pageNumber(text) != nil
    }
    guard numbers.count >= 2 || lines.contains(where: \.hasFormFeed) else { return headsAboveDigits(in: lines) }
    var beside: [String: [Int]] = [:]
    func see(_ index: Int?) {
      guard let index, lines[index].text.columns <= 70, !LineGrammar.isProse(lines[index].text) else { return }
      let key = String(scalars: lines[index].text.letters.filter { !$0.isASCIIDigit })
      if key.unicodeScalars.count >= 4 { beside[key, default: []].append(index) }
    }
    for index in numbers + lines.indices.filter({ lines[$0].hasFormFeed }) {
      see(lines[..<index].lastIndex { !$0.isEmpty })
      see(lines.indices.dropFirst(lines[index].hasFormFeed ? index : index + 1).first { !lines[$0].isEmpty })
    }
    var result = Set(numbers)
    for indices in beside.values where Set(indices).count >= 2 { result.formUnion(indices) }
    return result
  }
}
