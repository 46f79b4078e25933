import IssueModel

/// Contents lists set as a table of titles and writers, without pages.
extension ContentsLayout {
  /// A table right below the heading of a contents list becomes lines where each of its rows is a title that the text has
  /// and who wrote it, and the text has two of the writers right below their titles.
  static func openWriters(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard
      let heading = ContentsStage.headingPlace(in: draft),
      let index = draft.blocks.indices.dropFirst(heading + 1).first(where: { !draft.blocks[$0].isRule }),
      case .ready(.table(let table)) = draft.blocks[index].form, table.caption == nil, table.rows.count <= 40,
      table.rows.allSatisfy({ $0.count == 2 })
    else { return }
    let rows = table.rows.map { $0.map(\.body.plainText.trimmed) }
    let letters = draft.blocks[(index + 1)...].filter { !$0.isRule }.map {
      $0.isText && $0.text.fits(160) ? $0.text.letters : []
    }
    let known = Set(letters)
    let pairs = LinePairs(letters)
    let written = rows.count { pairs.contains($0[0], above: $0[1]) }
    guard rows.count >= 2, written >= 2,
      rows.allSatisfy({ known.contains($0[0].letters) && !$0[0].letters.isEmpty && TitleWork.isWriter($0[1]) })
    else { return }
    let line = draft.blocks[index].line
    diagnostics.repaired(
      "layout-table-opened", line: line, "a table that held the contents list was opened", zh: "目录表格已拆成文字行",
      severity: .note)
    draft.blocks.replaceSubrange(
      index...index,
      with: rows.enumerated().map { offset, row in
        // Below its first row a Markdown table has a line of strokes.
        let number = line + (offset == 0 ? 0 : offset + 1)
        return DraftBlock(text: row.joined(separator: "\u{3000}"), number: number)
      })
  }
}
