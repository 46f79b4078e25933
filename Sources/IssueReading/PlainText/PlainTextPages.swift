/// Finds the lines that stood at the edge of each page, though no empty line parts them from the text.
///
/// A short line that comes again, its digits aside, each time beside a page number or a form feed, is a running head.
enum PlainTextPages {
  /// The indices of such lines, and of the page numbers beside them.
  static func edges(in lines: [PlainTextLine]) -> Set<Int> {
    let numbers = lines.indices.filter { index in
      let text = lines[index].text
      return text.utf8.count <= 64 && LineGrammar.isCertainPageNumber(text) && LineGrammar.pageNumber(text) != nil
    }
    guard numbers.count >= 2 || lines.contains(where: \.hasFormFeed) else { return [] }
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
