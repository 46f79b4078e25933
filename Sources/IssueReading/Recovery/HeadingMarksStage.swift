import IssueModel

/// Takes off marks that say no more than the heading says: bold around a whole heading; and the heading's mark of
/// （office） behind an article's text, which names the contributor and heads nothing.
struct HeadingMarksStage: RepairStage {
  static let name = "heading-marks"
  static let summary = Wording("take the bold off headings that are all bold", zh: "去掉整行加粗的标题中的加粗标记")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    openBoldItems(&draft, diagnostics)
    dropColons(&draft, diagnostics)
    for index in draft.blocks.indices where index > 0 && draft.blocks[index].headingLevel != nil {
      let before = draft.blocks[index - 1]
      guard before.headingLevel == nil, draft.blocks[index].lines.count == 1,
        let inner = LineGrammar.wholeBracket(draft.blocks[index].text.trimmed),
        Vocabulary.looksLikeOffice(inner) || TitleWork.endsWithPerson(inner),
        before.isList || before.isText && Self.endsSentence(before.text)
      else { continue }
      draft.blocks[index].form = .paragraph
      diagnostics.repaired(
        "heading-unmarked", line: draft.blocks[index].line,
        "“\(excerpt(inner))” was marked as a heading; behind an article it names the contributor",
        zh: "“\(excerpt(inner))”误标为标题，居于文末，按供稿单位处理", severity: .note)
    }
    for index in draft.blocks.indices {
      guard draft.blocks[index].headingLevel != nil, draft.blocks[index].isBold else { continue }
      draft.blocks[index].wasBold = true
      for line in draft.blocks[index].lines.indices {
        draft.blocks[index].lines[line].inlines = draft.blocks[index].lines[line].inlines.withoutStrong
      }
      diagnostics.repaired(
        "heading-unbolded", line: draft.blocks[index].line,
        "bold taken off the heading “\(excerpt(draft.blocks[index].text))”",
        zh: "标题“\(excerpt(draft.blocks[index].text))”整行加粗，已去掉加粗标记", severity: .note)
    }
  }

  private static func endsSentence(_ text: String) -> Bool {
    guard let last = text.trimmed.unicodeScalars.last else { return false }
    return last.endsSentence || last == "."
  }
}
