import IssueModel

/// What the editors say to the reader before the first article, without a word that calls it their note.
extension EditorsNoteStage {
  /// Makes a note to the whole issue of up to four paragraphs of running text that stand above everything else, right
  /// above the first title or section. Text in the form of items, or with anything between, is none.
  func frontText(_ draft: inout Draft) {
    let front = draft.blocks.prefix { block in
      guard block.role == nil, case .paragraph = block.form else { return false }
      return !block.isBold && !block.isFlushRight && LineGrammar.isProse(block.text) && block.text.columns >= 60
        && LineGrammar.numbering(block.text) == nil && ItemMark(block.text.trimmed) == nil
        && LineGrammar.distribution(block.text) == nil && LineGrammar.anyLabelled(block.text) == nil
    }
    guard (1...4).contains(front.count), let first = front.first, let last = front.last,
      let behind = draft.blocks.dropFirst(front.count).first(where: { !$0.isRule })
    else { return }
    switch behind.role {
    case .section, .title, .kicker: break
    default: return
    }
    var note = first
    note.form = .quote(Array(front))
    note.lines = []
    note.role = .editorsNote(label: nil)
    note.source = first.source.extended(to: last.source)
    draft.blocks.replaceSubrange(0..<front.count, with: [note])
  }
}
