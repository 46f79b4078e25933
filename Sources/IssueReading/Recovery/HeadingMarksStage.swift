import IssueModel

/// Takes off marks that say no more than the heading says: bold around a whole heading.
struct HeadingMarksStage: RepairStage {
  static let name = "heading-marks"
  static let summary = Wording("take the bold off headings that are all bold", zh: "去掉整行加粗的标题中的加粗标记")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    for index in draft.blocks.indices {
      guard draft.blocks[index].headingLevel != nil, draft.blocks[index].isBold else { continue }
      for line in draft.blocks[index].lines.indices {
        draft.blocks[index].lines[line].inlines = draft.blocks[index].lines[line].inlines.withoutStrong
      }
      diagnostics.repaired(
        "heading-unbolded", line: draft.blocks[index].line,
        "bold taken off the heading “\(excerpt(draft.blocks[index].text))”",
        zh: "标题“\(excerpt(draft.blocks[index].text))”整行加粗，已去掉加粗标记", severity: .note)
    }
  }
}
