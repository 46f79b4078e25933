internal import IssueModel
internal import TextLayout

extension TextPage {
  /// Prints a table as columns side by side; as records, a line for each field, where they do not fit.
  mutating func print(_ table: Table) {
    if let caption = table.caption { centred(text(of: caption)) }
    let grid = grid(of: table)
    let layout = TableLayout(
      rows: grid, headerRows: table.headerRows,
      alignments: table.alignments.map { alignment in
        switch alignment {
        case .none, .left: .left
        case .center: .center
        case .right: .right
        }
      })
    let width = style.width - margin.left - margin.right
    guard let lines = layout.lines(width: width, breaker: &breaker) else {
      return printRecords(grid, headerRows: table.headerRows)
    }
    let tableWidth = lines.reduce(0) { max($0, columns(of: $1)) }
    let left = String(repeating: " ", count: margin.left + (width - tableWidth) / 2)
    for line in lines { self.line(line.isEmpty ? "" : left + line) }
  }

  /// The cells with the columns they stand in; a cell over several rows stands in its first one.
  private mutating func grid(of table: Table) -> [[TableLayout.Cell]] {
    var covered: [Int: Int] = [:]
    return table.rows.map { row in
      var cells: [TableLayout.Cell] = []
      var column = 0
      for cell in row {
        while covered[column, default: 0] > 0 { column += 1 }
        let span = max(1, cell.columnSpan)
        cells.append(.init(cleaner.clean(text(of: cell.body)), column: column, span: span))
        for each in column..<(column + span) { covered[each] = max(1, cell.rowSpan) }
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

  private mutating func printRecords(_ grid: [[TableLayout.Cell]], headerRows: Int) {
    let heads = grid.prefix(headerRows).last ?? []
    let colon = isChinese ? "：" : ": "
    let indent = String(repeating: " ", count: 4)
    for row in grid.dropFirst(headerRows) {
      for (index, cell) in row.enumerated() where !cell.text.isEmpty {
        let head = heads.first { $0.column <= cell.column && cell.column < $0.column + $0.span }?.text ?? ""
        let name = head.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let label = name.isEmpty ? "" : name + colon
        fill(label + cell.text, first: index == 0 ? "" : "  ", rest: indent)
      }
      blankLine()
    }
  }
}
