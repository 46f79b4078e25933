import IssueModel

/// Who signs an article, and when, on the last lines of its last paragraph or item: to Markdown they are more of it.
extension LineParagraphStage {
  /// The block and the lines of its end that sign, each a block of its own; nil where none does.
  static func signatureParted(_ block: DraftBlock, _ draft: Draft) -> [DraftBlock]? {
    guard block.role == nil else { return nil }
    switch block.form {
    case .paragraph:
      guard let place = signature(in: block, draft) else { return nil }
      return [part(of: block, 0..<place)] + lines(of: block, from: place)
    case .list(let start, var items):
      guard let last = items.last?.last, case .paragraph = last.form, let place = signature(in: last, draft) else {
        return nil
      }
      items[items.count - 1][items[items.count - 1].count - 1] = part(of: last, 0..<place)
      var list = block
      list.form = .list(start: start, items: items)
      list.source = SourceRange(start: block.source.start, endLine: last.lines[place - 1].number)
      return [list] + lines(of: last, from: place)
    default: return nil
    }
  }

  private static func lines(of block: DraftBlock, from place: Int) -> [DraftBlock] {
    (place..<block.lines.count).map { part(of: block, $0..<($0 + 1)) }
  }

  /// The first of the last lines that are an office or two and a date, or one of both, below the end of a sentence.
  private static func signature(in block: DraftBlock, _ draft: Draft) -> Int? {
    guard block.lines.count > 1 else { return nil }
    var place = block.lines.count
    if isDate(block.lines[place - 1].text) { place -= 1 }
    while place > 1, block.lines.count - place < 3, isSigner(block.lines[place - 1].text, draft) { place -= 1 }
    guard (1..<block.lines.count).contains(place) else { return nil }
    let above = block.lines[place - 1].text.trimmed
    guard let last = above.unicodeScalars.last(where: { !$0.isClosing }), last.endsSentence, LineGrammar.isProse(above)
    else { return nil }
    return place
  }

  private static func isDate(_ text: String) -> Bool { text.fits(40) && DateGrammar.whole(text.trimmed) != nil }

  private static func isSigner(_ text: String, _ draft: Draft) -> Bool {
    text.fits(48) && text.hasHan && LineGrammar.numbering(text.trimmed) == nil
      && LineGrammar.anyLabelled(text.trimmed) == nil && SignatureLines.isOffice(text, draft)
  }
}
