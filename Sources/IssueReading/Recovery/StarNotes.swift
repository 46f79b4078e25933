import IssueModel

/// Footnotes at the foot of a page, told by a sign: …recorded nothing further.* in the text, and below it “* The pendulum
/// has since been returned.”
///
/// Both are needed, as with numbers: a paragraph that begins with the sign, none beside it that does too (those are items of
/// a list), and the same sign glued to a word further up.
enum StarNotes {
  private static let signs = "*†‡＊※"

  /// The sign and the words of a paragraph between two others, if it may be such a note; nil for any other.
  static func note(
    _ block: DraftBlock, between above: @autoclosure () -> DraftBlock?, and below: @autoclosure () -> DraftBlock?
  ) -> (key: String, body: [Inline])? {
    guard case .paragraph = block.form, block.role == nil, let key = sign(of: block) else { return nil }
    if above().flatMap(sign) == key || below().flatMap(sign) == key { return nil }
    guard let body = block.inlines.dropping(key.count)?.trimmedAtEnds, body.plainText.trimmed.count >= 8,
      body.plainText.columns <= 500
    else { return nil }
    return (key, body)
  }

  /// What a run of text that holds the sign, glued to a word's end, becomes with a reference to the note `id`; nil for any
  /// other.
  static func marked(_ key: String, _ inline: Inline, by id: String) -> [Inline]? {
    guard case .text(let text) = inline else { return nil }
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(key.unicodeScalars)
    guard let first = wanted.first, scalars.count > wanted.count else { return nil }
    for start in scalars.indices.dropFirst() where scalars[start] == first {
      let end = start + wanted.count
      guard end <= scalars.count, scalars[start..<end].elementsEqual(wanted), scalars[start - 1] != first,
        !scalars[start - 1].isBlank,
        end == scalars.count || scalars[end].isBlank || scalars[end].isClosing
          || ".,;:".unicodeScalars.contains(scalars[end])
      else { continue }
      return NoteStage.referring(to: id, at: start..<end, in: scalars)
    }
    return nil
  }

  /// The sign, once or twice, that a paragraph begins with.
  private static func sign(of block: DraftBlock) -> String? {
    guard block.isText, let line = block.lines.first, let first = line.text.first, signs.contains(first) else {
      return nil
    }
    let text = line.text
    let sign = text.prefix { $0 == first }
    guard sign.count <= 2, let behind = text.dropFirst(sign.count).first(where: { !$0.isBlankCharacter }),
      behind.isLetter || behind.isNumber || "“\"‘'(".contains(behind)
    else { return nil }
    return String(sign)
  }
}
