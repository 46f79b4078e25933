internal import ExportPipeline
internal import IssueModel

extension TextStage {
  /// The foot of the bulletin between its rules.
  public static let imprint = TextStage("imprint") { page in
    let rows = page.composition.imprint
    guard !rows.isEmpty else { return }
    page.blankLine()
    page.rule()
    var wasDistribution = false
    for row in rows {
      let isDistribution = row.isDistribution
      // A rule between who receives the issue and who made it.
      if wasDistribution, !isDistribution { page.rule("-") }
      page.print(row)
      wasDistribution = isDistribution
    }
    page.rule()
  }
}

extension Composition.Row<ImprintField> {
  fileprivate var isDistribution: Bool {
    if case .distribution = cells.first?.field { true } else { false }
  }
}

extension TextPage {
  fileprivate mutating func print(_ row: Composition.Row<ImprintField>) {
    guard row.cells.count == 1 else { return spread(row.cells.map(\.words)) }
    let cell = row.cells[0]
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
