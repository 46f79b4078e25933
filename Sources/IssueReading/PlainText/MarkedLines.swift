/// Lines of a plain text that stand in the marks by which mails say bold and italics, *so* or _so_: its headings.
enum MarkedLines {
  /// The words of such lines, by their indices: each alone between empty lines, with text not far below, and two or more
  /// of them.
  static func heads(in lines: [PlainTextLine]) -> [Int: String] {
    var found: [Int: String] = [:]
    for (index, line) in lines.enumerated() where index > 0 && lines[index - 1].isEmpty {
      guard let words = marked(line.text), index + 1 < lines.count, lines[index + 1].isEmpty,
        let below = lines.dropFirst(index + 1).first(where: { !$0.isEmpty }), !below.isRule
      else { continue }
      found[index] = words
    }
    return found.count >= 2 ? found : [:]
  }

  /// The words between one mark at each end, if nothing within is marked and they are no sentence.
  private static func marked(_ text: String) -> String? {
    guard let mark = text.first, mark == "*" || mark == "_", text.count >= 4, text.last == mark, text.fits(100) else {
      return nil
    }
    let words = text.dropFirst().dropLast()
    guard let first = words.first, let last = words.last, first.isLetter || first.isNumber || "“\"‘'".contains(first),
      !last.isBlankCharacter, !".,;:".contains(last), !words.contains(mark)
    else { return nil }
    return String(words)
  }
}
