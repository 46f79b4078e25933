import IssueModel

/// Finds the head of tables that do not mark it: converters of scans write each row with the same tags. What names the
/// columns has words above numbers.
struct TableHeadStage: RepairStage {
  static let name = "table-heads"
  static let summary = Wording("take the row that names the columns for a table's head", zh: "识别未标明的表头行")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    for index in draft.blocks.indices {
      guard case .ready(.table(var table)) = draft.blocks[index].form, table.headerRows == 0,
        let head = Self.headRows(of: table)
      else { continue }
      table.headerRows = head
      draft.blocks[index].form = .ready(.table(table))
      diagnostics.repaired(
        "table-head-taken", line: draft.blocks[index].line,
        "the row that begins with “\(excerpt(table.rows[0][0].body.plainText))” names the columns: taken for the table's head",
        zh: "以“\(excerpt(table.rows[0][0].body.plainText))”开头的一行是各栏名称，已作表头", severity: .note,
        hint: Wording("keep it a row with --no-repair table-heads", zh: "如需保留为普通行，请用 --no-repair table-heads"),
        confidence: 0.9)
    }
  }

  /// How many rows at the top name the columns; nil if none is sure to.
  private static func headRows(of table: Table) -> Int? {
    guard let first = table.rows.first, first.count >= 2 else { return nil }
    // A merged cell of the head reaches down to the names below the others.
    let head = first.map(\.rowSpan).max() ?? 1
    guard table.rows.count >= head + 2 else { return nil }
    let names = table.rows[head - 1].map { words($0) }
    for row in table.rows[..<head] where row.contains(where: { !canName(words($0)) }) { return nil }
    let body = table.rows[head...]
    let isPlain = table.rows.allSatisfy { $0.count == first.count && $0.allSatisfy { $0.columnSpan == 1 } }
    if isPlain, head == 1 {
      return names.indices.contains { column in provesHead(names[column], body.map { words($0[column]) }) } ? 1 : nil
    }
    // Merged cells move the others: only the last column is the same in all rows.
    guard let name = names.last else { return nil }
    return provesHead(name, body.compactMap(\.last).map(words)) ? head : nil
  }

  /// Whether numbers stand below words.
  private static func provesHead(_ name: String, _ below: [String]) -> Bool {
    let below = below.filter { !$0.isEmpty }
    guard below.count >= 2, name.unicodeScalars.contains(where: isLetter) else { return false }
    return below.allSatisfy(isNumber)
      || !name.unicodeScalars.contains(where: \.isDigit) && below.allSatisfy(beginsWithNumber)
  }

  /// Whether a cell can be the name of a column: a few words, or nothing, and no number.
  private static func canName(_ text: String) -> Bool {
    text.isEmpty || text.fits(40) && !isNumber(text) && text.unicodeScalars.last?.endsSentence != true
  }

  private static func isNumber(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: \.isDigit) && !text.unicodeScalars.contains(where: isLetter)
  }

  /// 12.4%, 3月6日, 150 t: a number and what it counts.
  private static func beginsWithNumber(_ text: String) -> Bool {
    text.unicodeScalars.first { !"+-−–±￥¥$£€(（".unicodeScalars.contains($0) }.map(\.isDigit) == true
  }

  private static func words(_ cell: Table.Cell) -> String { cell.body.plainText.trimmed }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isHan || scalar.properties.isAlphabetic }
}
