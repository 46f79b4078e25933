import IssueModel
import XMLBinding

/// Tables from HTML: spans kept, the head by `<thead>` or by rows of `<th>` alone.
enum HTMLTable {
  /// The table of these parts.
  static func table(_ parts: HTMLTableParts, _ range: SourceRange) -> Table {
    var table = Table(rows: [], source: range)
    for caption in parts.captions {
      let words = HTMLInlines.inlines(of: caption.children).merged.trimmedAtEnds.merged
      guard !words.isEmpty else { continue }
      table.caption = table.caption.map { ($0 + [.text(" ")] + words).merged } ?? words
    }
    for row in parts.rows {
      let allHeads = row.cells.allSatisfy { $0.name.lowercased() == "th" }
      if row.isHead || allHeads, table.headerRows == table.rows.count { table.headerRows += 1 }
      table.rows.append(row.cells.map(cell))
    }
    return table
  }

  private static func cell(_ element: XMLElement) -> Table.Cell {
    let element = holdsTable(element) ? withoutTables(element) : element
    let body =
      holdsBlocks(element)
      ? HTMLBlocks.cell(element)
      : HTMLInlines.lines(of: element.children, number: 1).filter { !$0.inlines.isEmpty }
        .map { Block.paragraph(Paragraph($0.inlines)) }
    // More than any page holds is no span but an accident.
    func span(_ name: String) -> Int { min(max(element.attribute(name).flatMap { Int($0.trimmed) } ?? 1, 1), 1000) }
    return Table.Cell(body, columnSpan: span("colspan"), rowSpan: span("rowspan"))
  }

  /// Whether a cell holds blocks: its paragraphs and lists are read as such.
  private static func holdsBlocks(_ cell: XMLElement) -> Bool {
    cell.elements.contains { ["p", "div", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "pre"].contains($0.name) }
  }

  /// The cell with a line for each row of the tables within it: a cell of the model holds none.
  private static func withoutTables(_ element: XMLElement) -> XMLElement {
    var result = element
    result.children = element.children.flatMap { node -> [XMLNode] in
      guard case .element(let child) = node else { return [node] }
      guard child.name == "table" else { return [.element(holdsTable(child) ? withoutTables(child) : child)] }
      let parts = HTMLTableParts(child)
      func line(_ children: [XMLNode]) -> XMLNode {
        .element(XMLElement(name: "div", children: children, line: child.line, column: child.column))
      }
      let rows = parts.rows.map { row -> XMLNode in
        var children: [XMLNode] = []
        for cell in row.cells {
          let cell = holdsTable(cell) ? withoutTables(cell) : cell
          if !children.isEmpty { children.append(.text("\u{3000}")) }
          children += cell.children
        }
        return line(children)
      }
      return parts.captions.map { line($0.children) } + (parts.strays.isEmpty ? [] : [line(parts.strays)]) + rows
    }
    return result
  }

  // MARK: Layout

  /// Whether a table of a page only places blocks: it has one column, holds another table, or whole texts in a cell.
  static func isLayout(_ element: XMLElement) -> Bool {
    if ["presentation", "none"].contains(element.attribute("role")?.lowercased()) { return true }
    let parts = HTMLTableParts(element)
    var widest = 0
    for row in parts.rows {
      widest = max(widest, row.cells.count { $0.text.holdsWords || !$0.elements.isEmpty })
      for cell in row.cells where holdsTable(cell) || holdsText(cell) { return true }
    }
    return widest <= 1
  }

  private static func holdsTable(_ element: XMLElement) -> Bool {
    element.elements.contains { $0.name == "table" || holdsTable($0) }
  }

  /// Whether a cell holds more than cells of tables do: several paragraphs that are running text.
  private static func holdsText(_ cell: XMLElement) -> Bool {
    guard cell.text.utf8.count > 600 else { return false }
    var paragraphs = 0
    func visit(_ element: XMLElement) {
      for child in element.elements {
        if ["p", "div", "h1", "h2", "h3", "br", "section"].contains(child.name) { paragraphs += 1 }
        visit(child)
      }
    }
    visit(cell)
    return paragraphs >= 2
  }
}
