internal import ExportPipeline
internal import IssueModel

extension TextStage {
  /// The head of the bulletin down to the rule below it.
  public static let masthead = TextStage("masthead") { page in
    let rows = page.composition.masthead
    guard !rows.isEmpty else { return }
    var wasCentred = false
    if rows[0].isRuledAbove { page.rule() }
    for row in rows {
      // The lines in the middle are one picture, what stands at both edges another.
      if wasCentred, row.cells.count > 1 { page.blankLine() }
      page.print(row)
      wasCentred = row.cells.count == 1
      guard row.isRuledBelow else { continue }
      page.rule()
      wasCentred = false
    }
    page.blankLine()
  }
}

extension TextPage {
  fileprivate mutating func print(_ row: Composition.Row<MastheadField>) {
    guard let field = row.cells.first?.field else { return }
    guard row.cells.count == 1 else { return spread(row) }
    let words = row.cells[0].words
    if let alignment = row.cells[0].alignment {
      if field == .name { blankLine() }
      place(words, alignment)
      if field == .name || field == .number { blankLine() }
      return
    }
    switch field {
    case .copyNumber, .classification, .notice:
      fill(words)
      blankLine()
    case .signer: right(words)
    case .name:
      // Plain text has no bigger type; room does for it.
      blankLine()
      centred(words)
      blankLine()
    case .number:
      centred(words)
      blankLine()
    case .series, .office, .date, .other: centred(words)
    }
  }
}
