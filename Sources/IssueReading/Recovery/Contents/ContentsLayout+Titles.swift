import IssueModel

/// Contents lists set as a table without pages: what tells them is the text, which has their titles again.
extension ContentsLayout {
  /// Makes lines of a table of titles, perhaps each beside the name of its section, below the list's heading or with it as
  /// first row: the text has nearly all of both on lines of their own.
  static func openTitles(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard
      let index = draft.blocks.prefix(10).firstIndex(where: { if case .ready(.table) = $0.form { true } else { false } }
      ),
      case .ready(.table(let table)) = draft.blocks[index].form, table.caption == nil,
      (2...41).contains(table.rows.count)
    else { return }
    var rows = table.rows.map { $0.map(\.body.plainText.trimmed) }
    let heading = takeHeading(&rows)
    let isAnnounced =
      heading != nil
      || draft.blocks[..<index].last { !$0.isRule }.map { ContentsStage.isHeading($0.text) } == true
    takeNumbers(&rows)
    let writers = takeWriters(&rows)
    let head = takeColumnNames(&rows)
    rows = filledDown(rows)
    guard isAnnounced, rows.count >= 2, let width = rows.first?.count, (1...2).contains(width),
      rows.allSatisfy({ $0.count == width && $0.allSatisfy { !$0.isEmpty && $0.fits(120) } })
    else { return }
    let lines = Set(
      draft.blocks.dropFirst(index + 1).lazy.filter { $0.isText && $0.text.fits(160) }.map(\.text.letters))
    func isSaid(_ column: Int) -> Bool {
      let said = rows.count { row in
        lines.contains(row[column].letters) || lines.contains(ContentsLine(row[column]).core.letters)
      }
      return said * 5 >= rows.count * 4
    }
    // Under the head 栏目 stand sections, though the text does not say them again.
    let said = (0..<width).filter { isSaid($0) || $0 == 0 && width == 2 && !head.isEmpty }
    guard said.count == width, isSaid(width - 1) || isSaid(0) else { return }
    // The names come again, or are the shorter ones.
    let kinds = (0..<width).map { column in Set(rows.map { $0[column] }).count }
    let titles = width == 1 || head.isEmpty && kinds[0] > kinds[1] ? 0 : 1
    guard width == 1 || !head.isEmpty && isSaid(1) || kinds[0] != kinds[1] else { return }
    let line = draft.blocks[index].line
    tellWriters(writers, line, diagnostics)
    diagnostics.repaired(
      "layout-table-opened", line: line,
      head.isEmpty
        ? "a table that held the contents list was opened"
        : "a table that held the contents list was opened, its head “\(head)” left out",
      zh: head.isEmpty ? "目录表格已拆成文字行" : "目录表格已拆成文字行，表头“\(head)”未收入",
      severity: .note)
    if width == 2 { tellRepeated(rows.map { $0[1 - titles] }, line, diagnostics) }
    var entries = heading.map { [DraftBlock(text: $0, number: line)] } ?? []
    var section: String?
    for (offset, row) in rows.enumerated() {
      if width == 2, row[1 - titles] != section {
        section = row[1 - titles]
        entries.append(DraftBlock(text: "【\(row[1 - titles])】", number: line + 1 + offset))
      }
      entries.append(DraftBlock(text: row[titles], number: line + 1 + offset))
    }
    draft.blocks.replaceSubrange(index...index, with: entries)
  }

  /// The names of the columns in the first row, 栏目 and 标题, which goes then; empty where it has none.
  private static func takeColumnNames(_ rows: inout [[String]]) -> String {
    let names: Set<String> = [
      "栏目", "欄目", "板块", "版块", "类别", "標題", "标题", "题目", "題目", "篇目", "文章", "内容", "內容", "section", "title", "article",
      "item",
    ]
    guard rows.count > 2, let first = rows.first, (1...2).contains(first.count),
      first.allSatisfy({ names.contains($0.withoutBlanks.lowercased()) })
    else { return "" }
    rows.removeFirst()
    return first.joined(separator: " ")
  }

  /// The rows with the section's name in each, where only the first of them has it or a cell spans them.
  private static func filledDown(_ rows: [[String]]) -> [[String]] {
    guard let first = rows.first, first.count == 2, !first[0].isEmpty else { return rows }
    var name = first[0]
    return rows.map { row in
      if row.count == 1 { return [name] + row }
      guard row.count == 2, row[0].isEmpty else {
        name = row.first ?? name
        return row
      }
      return [name, row[1]]
    }
  }

  /// The list's heading, if it is all that stands in the first row, which goes then.
  static func takeHeading(_ rows: inout [[String]]) -> String? {
    guard let first = rows.first?.first, rows[0].dropFirst().allSatisfy(\.isEmpty), ContentsStage.isHeading(first)
    else {
      return nil
    }
    rows.removeFirst()
    return first
  }
}
