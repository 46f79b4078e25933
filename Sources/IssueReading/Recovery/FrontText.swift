import IssueModel

/// What the editors say to the reader before the first article, without a word that calls it their note.
extension EditorsNoteStage {
  /// Makes a note to the whole issue of up to four paragraphs of running text, a greeting before them or not, that
  /// stand above everything else, right above the first title or section. Text in the form of items, or with anything
  /// between, is none. A Chinese issue may open with an article that has no title; there the words decide
  /// (``IssueNoteStage``).
  func frontText(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard !draft.language.isChinese else { return }
    // Dear supporter,
    let greets =
      draft.blocks.first.map {
        $0.role == nil && $0.lines.count == 1 && $0.headingLevel == nil && TitleWork.isGreeting($0.text)
      } ?? false
    let text = draft.blocks.dropFirst(greets ? 1 : 0).prefix { block in
      guard block.role == nil, case .paragraph = block.form else { return false }
      return !block.isBold && !block.isFlushRight && LineGrammar.isProse(block.text) && block.text.columns >= 60
        && LineGrammar.numbering(block.text) == nil && ItemMark(block.text.trimmed) == nil
        && LineGrammar.distribution(block.text) == nil && LineGrammar.anyLabelled(block.text) == nil
    }
    let front = draft.blocks.prefix(text.isEmpty ? 0 : text.endIndex)
    guard (1...4).contains(text.count), let behind = draft.blocks.dropFirst(front.count).first(where: { !$0.isRule })
    else { return }
    switch behind.role {
    case .section, .title, .kicker: break
    default: return
    }
    IssueNoteStage.makeNote(of: 0..<front.count, saying: Array(front), &draft, diagnostics)
  }
}
