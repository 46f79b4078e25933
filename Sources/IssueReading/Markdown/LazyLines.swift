/// Lines flush left right below an item of a list or a quotation, which Markdown takes for more of its last paragraph (CommonMark
/// 5.1, lazy continuation). Of a paragraph that was wrapped they are; of a text whose writer left no empty line behind the list
/// they are all that comes after it. So are lines without a stroke below the rows of a table (GFM, tables: a row may do without).
enum LazyLines {
  /// The text with an empty line above each such line that nothing wrapped: one in bold, or one so much longer than the line
  /// above that its first word would have had room there; and, below a table whose rows end in strokes, one that has none. Nil
  /// where there is none, as nearly always.
  static func spread(_ text: String) -> SpreadText? {
    guard mayBe(in: text) else { return nil }
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    var result = SpreadText()
    var above = MarkdownLineKind.empty
    var inFence = false
    var inTable = false
    var hasStrokes = false
    for (index, line) in source.enumerated() {
      let kind = MarkdownLineKind(line)
      if !inFence, !inTable, above == .item || above == .quote, kind == .plain, line.first?.isBlankCharacter == false,
        isApart(line, from: source[index - 1])
      {
        result.part()
      } else if !inFence, !inTable, hasStrokes, above == .row, kind == .plain, !line.contains("|"),
        isClosed(source[index - 1])
      {
        result.part()
      }
      result.append(line)
      hasStrokes = kind == .row && (hasStrokes || line.utf8.allSatisfy { "|-: \r".utf8.contains($0) })
      if kind == .fence { inFence.toggle() }
      if kind == .html {
        if line.contains("<table") { inTable = true }
        if line.contains("</table") { inTable = false }
      }
      above = kind
    }
    return result.count > 0 ? result : nil
  }

  /// The text with an empty line above each line flush left right below a note of one line that ends a sentence, where nothing
  /// wrapped it: the note is narrower than any page, or the line's first word had had room there. Nil where there is none.
  /// Markdown takes it for more of the note.
  static func spreadBelowNotes(_ text: String) -> SpreadText? {
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    var result = SpreadText()
    var inFence = false
    for (index, line) in source.enumerated() {
      let kind = MarkdownLineKind(line)
      if index > 0, !inFence, isNote(source[index - 1]), !isNote(line), kind == .plain,
        line.first?.isBlankCharacter == false,
        source[index - 1].unicodeScalars.last(where: { !$0.isClosing && !$0.isBlank && $0 != "\r" })?.endsSentence
          == true,
        isApart(line, from: source[index - 1]) || String(source[index - 1]).columns <= 40
      {
        result.part()
      }
      result.append(line)
      if kind == .fence { inFence.toggle() }
    }
    return result.count > 0 ? result : nil
  }

  private static func isNote(_ line: Substring) -> Bool { line.hasPrefix("[^") && line.contains("]:") }

  /// Whether a stroke ends a row, so that none of its cells goes on below.
  private static func isClosed(_ row: Substring) -> Bool {
    row.unicodeScalars.last { !$0.isBlank && $0 != "\r" } == "|"
  }

  /// Whether nothing wrapped `above` so that `line` came to stand below it.
  private static func isApart(_ line: Substring, from above: Substring) -> Bool {
    let words = String(line).trimmed
    if words.hasPrefix("**"), words.hasSuffix("**"), words.utf8.count > 4,
      !words.dropFirst(2).dropLast(2).contains("**")
    {
      return true
    }
    // Who broke the line on purpose went on with the item.
    if above.hasSuffix("\\") || above.hasSuffix("  ") { return false }
    let word = words.prefix { !$0.isBlankCharacter }
    let first = word.first?.isASCII == true ? min(word.prefix(while: \.isASCII).count, 24) : 4
    return String(above).trimmed.columns + 1 + first + 8 <= words.columns
  }

  /// Whether some line begins as an item, a quotation or a row and the one below it with anything but a blank or such a mark,
  /// told by the bytes.
  private static func mayBe(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      var isAbove = false
      while start < bytes.count {
        var place = start
        while place < bytes.count, place < start + 4, bytes[place] == 0x20 { place += 1 }
        let first = place < bytes.count ? bytes[place] : 0x0A
        let isMark =
          switch first {
          case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "|"): true
          case UInt8(ascii: "0")...UInt8(ascii: "9"): true
          default: false
          }
        // A line in bold begins with a star too.
        let isBold = first == UInt8(ascii: "*") && place + 1 < bytes.count && bytes[place + 1] == first
        if isAbove, place == start, first != 0x0A, !isMark || isBold { return true }
        isAbove = isMark && !isBold
        guard let end = ByteSearch.first(0x0A, in: bytes, from: place) else { return false }
        start = end + 1
      }
      return false
    }
  }
}
