extension SourceText {
  /// Takes `> ` off the lines of a text that was quoted as a whole, as a reply or a forwarded mail has it: nine lines in ten or
  /// more begin with it, so that quotations within the text begin with two. What stands in no quotation stays as it is.
  /// - Returns: The line of the first mark that was taken off; nil where the text is not quoted.
  mutating func openQuotes() -> Int? {
    guard contains(ascii: "\n>") else { return nil }
    var first: Int?
    // A mail that was forwarded again has two.
    for _ in 0..<4 {
      guard isQuoted, let place = lines.firstIndex(where: Self.isQuoted) else { break }
      first = first ?? place + 1
      for index in lines.indices where Self.isQuoted(lines[index]) {
        let rest = lines[index].drop { $0.isBlankCharacter }.dropFirst()
        lines[index] = rest.first == " " ? rest.dropFirst() : rest
      }
    }
    if first != nil { replaceText() }
    return first
  }

  private var isQuoted: Bool {
    var quoted = 0
    var words = 0
    for line in lines where !line.trimmed.isEmpty {
      words += 1
      if Self.isQuoted(line) { quoted += 1 }
    }
    return quoted >= 8 && quoted * 10 >= words * 9
  }

  /// Whether the line begins with >, behind three blanks at most.
  private static func isQuoted(_ line: Substring) -> Bool {
    let head = line.prefix(4).drop { $0 == " " }
    return head.first == ">"
  }
}
