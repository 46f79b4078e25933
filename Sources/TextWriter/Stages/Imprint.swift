internal import ExportPipeline
internal import IssueModel

extension TextStage {
  /// The foot of the bulletin between its rules.
  public static let imprint = TextStage("imprint") { page in
    let rows = page.composition.imprint
    guard !rows.isEmpty else { return }
    page.blankLine()
    if rows[0].isRuledAbove { page.rule() }
    for (index, row) in rows.enumerated() {
      page.print(row)
      guard row.isRuledBelow else { continue }
      // Within the imprint a line of its own, as between who receives the issue and who made it.
      if index == rows.count - 1 { page.rule() } else { page.rule("-") }
    }
  }
}

extension TextPage {
  fileprivate mutating func print(_ row: Composition.Row<ImprintField>) {
    guard row.cells.count == 1 else { return spread(row) }
    let cell = row.cells[0]
    if let alignment = cell.alignment { return place(cell.words, alignment) }
    switch cell.field {
    case .copies: right(cell.words)
    case .distribution, .people, .office, .printDate, .contact, .other:
      let label = columns(of: cell.label)
      if label <= style.width / 2 {
        fill(cell.text, first: cell.label, rest: String(repeating: " ", count: label))
      } else {
        fill(cell.words, rest: "    ")
      }
    }
  }
}
