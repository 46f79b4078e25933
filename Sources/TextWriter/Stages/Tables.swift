internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
internal import TextLayout

extension TextPage {
  /// Prints a table as columns side by side; where they do not fit, as a record for each row, or row after row with bars
  /// between cells where the house wants that or nothing would be gained.
  mutating func print(_ table: Table) {
    if let caption = table.caption { centred(text(of: caption)) }
    let grid = grid(of: table)
    let layout = TableLayout(
      rows: grid.map { $0.map { .init($0.text, column: $0.column, span: $0.span) } }, headerRows: table.headerRows,
      alignments: alignments(of: table, grid))
    let width = style.width - margin.left - margin.right
    breaker.isPlain = true
    let lines = layout.lines(width: width, breaker: &breaker)
    breaker.isPlain = false
    if let lines {
      let tableWidth = lines.reduce(0) { max($0, columns(of: $1)) }
      let left = String(repeating: " ", count: margin.left + (width - tableWidth) / 2)
      for line in lines { self.line(line.isEmpty ? "" : left + line) }
    } else if style.wideTables == .records,
      let records = TableRecords(rows: grid, headerRows: table.headerRows, isChinese: isChinese)
    {
      print(records)
    } else {
      print(rows: grid, columnCount: layout.columnCount)
    }
  }

  /// How the text of each column stands: as the source has it; where that says nothing, numbers below a head at the right.
  private func alignments(of table: Table, _ grid: [[TableRecords.Cell]]) -> [TableLayout.Alignment] {
    let numbers =
      table.headerRows == 0
      ? []
      : NumberColumns.among(
        grid.dropFirst(table.headerRows).joined().filter { $0.span == 1 }.map { ($0.column, $0.text) })
    let count = grid.joined().reduce(0) { max($0, $1.column + $1.span) }
    return (0..<count).map { column in
      switch table.alignments.indices.contains(column) ? table.alignments[column] : .none {
      case .none: numbers.contains(column) ? .right : .left
      case .left: .left
      case .center: .center
      case .right: .right
      }
    }
  }

  /// Prints a record under the other, each field on a line of its own.
  private mutating func print(_ records: TableRecords) {
    for title in records.titles { centred(title) }
    // Fields that make a list need no room between them.
    let areApart = !records.titles.isEmpty || records.records.contains { $0.count > 1 }
    for (index, record) in records.records.enumerated() {
      if areApart, index > 0 || !records.titles.isEmpty { blankLine() }
      for field in record {
        let label = columns(of: field.label)
        // Further lines stand under the value, unless that left them little room.
        let hang = label == 0 || label > style.width / 4 ? 4 : label
        fill(field.label + field.value, rest: String(repeating: " ", count: hang))
      }
    }
  }

  /// The cells with the columns they stand in; a cell over several rows stands in its first one.
  private mutating func grid(of table: Table) -> [[TableRecords.Cell]] {
    var covered: [Int: Int] = [:]
    return table.rows.map { row in
      var cells: [TableRecords.Cell] = []
      var column = 0
      for cell in row {
        while covered[column, default: 0] > 0 { column += 1 }
        let span = max(1, cell.columnSpan)
        let rows = max(1, cell.rowSpan)
        cells.append(.init(cleaner.clean(text(of: cell.body)), column: column, span: span, rowSpan: rows))
        for each in column..<(column + span) { covered[each] = rows }
        column += span
      }
      for key in covered.keys { covered[key, default: 0] -= 1 }
      return cells
    }
  }

  /// The words of `blocks`, a line each, with the marks of their notes.
  private mutating func text(of blocks: [Block]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let paragraph): text(of: paragraph.inlines)
      case .subheading(let heading): text(of: heading.inlines)
      case .figure(let figure): mark(of: figure)
      case .list(let list): list.items.map { text(of: $0) }.joined(separator: "\n")
      case .quote(let quote): text(of: quote.body)
      case .table, .rule, .preformatted: block.plainText
      }
    }.joined(separator: "\n")
  }

  /// Each cell once and in the order of the Word file. An empty cell keeps its bars, so that fields can be counted.
  private mutating func print(rows grid: [[TableRecords.Cell]], columnCount: Int) {
    let bar = isChinese ? "｜" : " | "
    let hang = String(repeating: " ", count: 4)
    for row in grid {
      var text = ""
      var column = 0
      for cell in row {
        for _ in column..<max(column, cell.column) { text += bar }
        text += cell.text.split(whereSeparator: \.isNewline).joined(separator: isChinese ? "　" : " ")
        column = cell.column + cell.span - 1
      }
      for _ in column..<max(column, columnCount - 1) { text += bar }
      fill(text, rest: hang)
    }
  }
}
