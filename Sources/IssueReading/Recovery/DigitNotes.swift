import IssueModel

/// Footnotes whose raised mark became a plain digit: …years ago.1 or …years ago. 1 in the text, and below it “1 Dates were measured …”.
///
/// Both are needed: a paragraph that begins with a number, a blank and a capital letter, and the same number glued to the
/// punctuation behind a word further up.
enum DigitNotes {
  /// The mark and the words of a paragraph that may be such a note; nil for any other.
  static func note(_ block: DraftBlock) -> (key: String, body: [Inline])? {
    guard case .paragraph = block.form, block.role == nil, !block.lines.isEmpty else { return nil }
    // Most lines begin with a letter.
    guard let first = block.lines[0].text.unicodeScalars.first, !first.isPlainHan, !first.isASCIILetter
    else { return nil }
    let start = block.lines[0].text.unicodeScalars.drop { $0.isBlank }.prefix(5)
    let digits = start.prefix { $0.isASCIIDigit || raised($0) != nil }
    guard (1...2).contains(digits.count), let behind = start.dropFirst(digits.count).first else { return nil }
    let isRaised = digits.allSatisfy { raised($0) != nil }
    guard isRaised || behind.isBlank else { return nil }
    let inlines = block.inlines
    guard let body = inlines.dropping(digits.count)?.trimmedAtEnds, let first = body.plainText.trimmed.first,
      isRaised || first.isUppercase || "“\"‘'".contains(first), body.plainText.columns <= 500,
      // 1 January 2026 is a date.
      isRaised || DateGrammar.whole(block.text) == nil
    else { return nil }
    return (String(scalars: digits.map { raised($0) ?? $0 }), body)
  }

  /// What a run of text that holds the mark, glued to a word's end, becomes with a reference to the note `id`; nil for any other.
  static func marked(_ key: String, _ inline: Inline, by id: String) -> [Inline]? {
    // What is raised already needs nothing more.
    if case .superscript(let inner) = inline { return inner.plainText.trimmed == key ? [.noteReference(id)] : nil }
    guard case .text(let text) = inline else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard let range = place(of: key, in: scalars) ?? placeApart(of: key, in: scalars) else { return nil }
    return NoteStage.referring(to: id, at: range, in: scalars)
  }

  /// Where the number `key` stands behind a word's punctuation and before a blank or the end: ago.1, but neither 2.1 nor No.1.
  private static func place(of key: String, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    let wanted = Array(key.unicodeScalars)
    guard scalars.count > wanted.count + 1 else { return nil }
    for start in 2...(max(2, scalars.count - wanted.count)) where start + wanted.count <= scalars.count {
      let end = start + wanted.count
      let before = scalars[start - 1]
      let isRaised = raised(scalars[start]) != nil
      guard zip(scalars[start..<end], wanted).allSatisfy({ (raised($0) ?? $0) == $1 }) else { continue }
      if end < scalars.count, !scalars[end].isBlank { if !isRaised { continue } }
      if isRaised { return start..<end }
      guard ".,;:!?”’\")".unicodeScalars.contains(before),
        scalars[start - 2].isASCIILetter || scalars[start - 2].isClosing
      else { continue }
      if before == ".", countsThings(scalars[..<(start - 1)]) { continue }
      return start..<end
    }
    return nil
  }

  /// Where a converter set the number off from the sentence it stood behind: …three mornings. 1 He is…
  private static func placeApart(of key: String, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    let wanted = Array(key.unicodeScalars)
    guard scalars.count > wanted.count + 3 else { return nil }
    for start in 3...(scalars.count - wanted.count) where scalars[start - 1] == " " {
      let end = start + wanted.count
      guard scalars[start..<end].elementsEqual(wanted), ".!?”\"".unicodeScalars.contains(scalars[start - 2]),
        scalars[start - 3].properties.isLowercase, !countsThings(scalars[..<(start - 2)]),
        end == scalars.count
          || scalars[end] == " " && end + 1 < scalars.count && scalars[end + 1].properties.isUppercase
      else { continue }
      // The blank before goes with the number.
      return start - 1..<end
    }
    return nil
  }

  /// Whether words end in a short one that, with its point, counts things: No.1, Fig. 2.
  private static func countsThings(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = scalars.reversed().prefix { $0.isASCIILetter }
    return word.count <= 3 && (word.last?.properties.isUppercase == true || word.count <= 2)
  }

  private static func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "¹": "1"
    case "²": "2"
    case "³": "3"
    case "\u{2070}": "0"
    case "\u{2074}"..."\u{2079}": Unicode.Scalar(UInt8(scalar.value - 0x2070 + 0x30))
    default: nil
    }
  }
}
