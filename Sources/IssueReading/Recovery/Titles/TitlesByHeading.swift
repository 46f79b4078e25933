import IssueModel

/// Titles, sections and subheadings among the headings of a Markdown text.
extension TitleWork {
  mutating func decideHeadings() {
    let heads = draft.blocks.indices.filter {
      draft.blocks[$0].headingLevel != nil && draft.blocks[$0].role == nil && !absorbed.contains($0)
    }
    guard !heads.isEmpty else { return }
    // A heading that begins with a dash under another one is its subtitle.
    for index in heads {
      guard let before = previous(index),
        draft.blocks[before].headingLevel != nil || draft.blocks[before].role == .title,
        let text = Self.subtitle(draft.blocks[index].text)
      else { continue }
      draft.blocks[index].role = .subtitle
      draft.blocks[index].lines = [DraftLine(text: text, number: draft.blocks[index].line)]
    }
    closeByWriters(heads)
    demoteWriters(heads)
    demoteSigners(heads)
    // Headings that a tear or OCR made of running text are text.
    let real = heads.filter { index in
      guard draft.blocks[index].role == nil, draft.blocks[index].headingLevel != nil else { return false }
      let text = draft.blocks[index].text
      if Self.isSentence(text) {
        draft.blocks[index].form = .paragraph
        diagnostics.repaired(
          "heading-demoted", line: draft.blocks[index].line, "running text was marked as a heading: “\(excerpt(text))”",
          zh: "正文被误标为标题，已还原：“\(excerpt(text))”")
        return false
      }
      return true
    }
    if entryCount > 0, listed.count * 5 >= entryCount * 3 { decideBesideContents(real) } else { decideByLevels(real) }
  }

  /// Whether a heading reads as running text.
  static func isSentence(_ text: String) -> Bool {
    let bare = text.trimmed
    guard let last = bare.unicodeScalars.last else { return false }
    if last == "。" || last == "；" || last == "，" { return LineGrammar.numbering(bare) == nil || bare.columns > 60 }
    return bare.columns > 200
  }
}
