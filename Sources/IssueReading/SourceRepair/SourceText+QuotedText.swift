extension SourceText {
  /// What ``openQuotes()`` did.
  struct OpenedQuotes {
    /// The line of the first mark that was taken off, from 1.
    var line: Int
    /// The lines around the quoted text, which were those of a mail: its header, the words of whoever sent it on.
    var frame: [(line: Int, text: String)]
  }

  /// Takes `> ` off the lines of a text that was quoted as a whole, as a reply or a forwarded mail has it: nine lines in ten or
  /// more begin with it, so that quotations within the text begin with two. What stands in no quotation stays as it is, unless
  /// it is the mail around the quoted text: that goes.
  /// - Returns: What was done; nil where the text is not quoted.
  mutating func openQuotes() -> OpenedQuotes? {
    guard contains(ascii: "\n>") else { return nil }
    var first: Int?
    var frame: [(line: Int, text: String)] = []
    // A mail that was forwarded again has two.
    for _ in 0..<4 {
      let around = mailAroundQuotes(isWithinMail: !frame.isEmpty)
      guard !around.isEmpty || isQuoted, let place = lines.firstIndex(where: Self.isQuoted) else { break }
      first = first ?? place + 1
      for index in around {
        frame.append((index + 1, lines[index].trimmed))
        lines[index] = ""
      }
      for index in lines.indices where Self.isQuoted(lines[index]) {
        let rest = lines[index].drop { $0.isBlankCharacter }.dropFirst()
        lines[index] = rest.first == " " ? rest.dropFirst() : rest
      }
    }
    guard let first else { return nil }
    replaceText()
    return OpenedQuotes(line: first, frame: frame.sorted { $0.line < $1.line })
  }

  private var isQuoted: Bool { Self.areQuoted(lines[...]) }

  private static func areQuoted(_ lines: ArraySlice<Substring>) -> Bool {
    var quoted = 0
    var words = 0
    for line in lines where !line.trimmed.isEmpty {
      words += 1
      if isQuoted(line) { quoted += 1 }
    }
    return quoted >= 8 && quoted * 10 >= words * 9
  }

  /// The places of the lines above and below the quoted ones that are words of a mail: those above have its header or announce
  /// a mail, those below stand apart and are few, as a signature is.
  private func mailAroundQuotes(isWithinMail: Bool) -> [Int] {
    guard let first = lines.firstIndex(where: Self.isQuoted), let last = lines.lastIndex(where: Self.isQuoted),
      Self.areQuoted(lines[first...last])
    else { return [] }
    let above = lines[..<first].indices.filter { !lines[$0].trimmed.isEmpty }
    let head = above.map { lines[$0].trimmed }
    guard head.count <= 40,
      MailFrame.count(in: head, isWithinMail: isWithinMail) > 0 || head.last.flatMap(MailLine.init) == .announcement
    else {
      return []
    }
    // What wrapped out of the last quoted line stands right below it.
    let foot = lines[(last + 1)...].drop { !$0.trimmed.isEmpty }
    let below = foot.indices.filter { !lines[$0].trimmed.isEmpty }
    guard below.count <= 12 else { return [] }
    return above + below
  }

  /// Whether the line begins with >, behind three blanks at most.
  private static func isQuoted(_ line: Substring) -> Bool {
    let head = line.prefix(4).drop { $0 == " " }
    return head.first == ">"
  }
}
