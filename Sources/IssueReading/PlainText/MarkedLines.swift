/// Lines of a plain text that stand in the marks by which mails say bold and italics, *so* or _so_, or behind marks that point
/// at them, >> so: its headings.
enum MarkedLines {
  /// The words of such lines, by their indices: each alone between empty lines, with text not far below, and two or more
  /// of them.
  static func heads(in lines: [PlainTextLine]) -> [Int: String] {
    var found: [Int: String] = [:]
    for (index, line) in lines.enumerated() where index > 0 && lines[index - 1].isEmpty {
      guard let words = marked(line.text), index + 1 < lines.count,
        lines[index + 1].isEmpty || isWriterAboveText(index + 1, lines),
        let below = lines.dropFirst(index + 1).first(where: { !$0.isEmpty }), !below.isRule
      else { continue }
      found[index] = words
    }
    if found.count >= 2 { return found.merging(frontHeads(in: lines)) { words, _ in words } }
    var groups: [String: [Int: String]] = [:]
    for (index, line) in lines.enumerated() where index > 0 && lines[index - 1].isEmpty {
      guard let (mark, words) = led(line.text), index + 1 < lines.count, lines[index + 1].isEmpty,
        let below = lines.dropFirst(index + 1).first(where: { !$0.isEmpty }), !below.isRule
      else { continue }
      groups[mark, default: [:]][index] = words
    }
    // Of one mark, the one that most lines have: others may point at something else.
    return groups.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }.flatMap {
      $0.value.count >= 2 ? $0.value : nil
    }
      ?? [:]
  }

  /// Where headings are so marked, the name of the bulletin beside its number and the heading of its contents list are too,
  /// though lines stand right below them: *BELL BUOY*, *In this issue*.
  private static func frontHeads(in lines: [PlainTextLine]) -> [Int: String] {
    var found: [Int: String] = [:]
    var seen = 0
    for (index, line) in lines.enumerated() where !line.isEmpty {
      seen += 1
      guard seen <= 40 else { break }
      guard let words = marked(line.text) else { continue }
      let beside = [index - 1, index + 1].filter(lines.indices.contains).map { lines[$0].text }
      if ContentsStage.isHeading(words) || beside.contains(where: { MastheadLine($0).isStrong }) {
        found[index] = words
      }
    }
    return found
  }

  /// The mark of two signs or more before a line's words, >> SPORE EXCHANGE, and those; nil for a sentence.
  private static func led(_ text: String) -> (mark: String, words: String)? {
    guard let first = text.first, ">=#:+~/|".contains(first), text.fits(90) else { return nil }
    let mark = text.prefix { ">=#:+~/|".contains($0) }
    let words = text[mark.endIndex...].trimmed
    guard (2...4).contains(mark.count), text[mark.endIndex...].first?.isBlankCharacter == true, words.count >= 3,
      let letter = words.first, letter.isUppercase || letter.isNumber || "“\"‘'".contains(letter),
      let last = words.last,
      last.isLetter || last.isNumber || "?!)”\"’'".contains(last), !words.hasHan
    else { return nil }
    return (String(mark), words)
  }

  /// Whether a short line stands alone between a head and the empty line above its text: who wrote that.
  private static func isWriterAboveText(_ index: Int, _ lines: [PlainTextLine]) -> Bool {
    index + 1 < lines.count && lines[index + 1].isEmpty && lines[index].text.fits(44) && !lines[index].isRule
      && !LineGrammar.isProse(lines[index].text)
  }

  /// The words between one mark at each end, or two that a blank may part from them, if nothing within is marked and they are
  /// no sentence.
  private static func marked(_ text: String) -> String? {
    guard let mark = text.first, mark == "*" || mark == "_", text.count >= 4, text.last == mark, text.fits(100) else {
      return nil
    }
    var words = text.dropFirst().dropLast()
    if words.first == mark, words.last == mark, words.count >= 4 {
      words = words.dropFirst().dropLast()
      // ** so ** as well as **so**, but not ** so**.
      guard (words.first?.isBlankCharacter ?? false) == (words.last?.isBlankCharacter ?? false) else { return nil }
      words = words.trimmed[...]
    }
    guard let first = words.first, let last = words.last, first.isLetter || first.isNumber || "“\"‘'".contains(first),
      !last.isBlankCharacter, !".,;:".contains(last), !words.contains(mark)
    else { return nil }
    return String(words)
  }
}
