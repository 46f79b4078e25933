import IssueModel
import XMLBinding

/// Tables from HTML: spans kept, the head by `<thead>` or by rows of `<th>` alone.
enum HTMLTable {
  static func table(_ element: XMLElement, _ range: SourceRange, firstLine: Int) -> Table {
    var table = Table(rows: [], source: range)
    collect(element, isHead: false, into: &table)
    return table
  }

  private static func collect(_ element: XMLElement, isHead: Bool, into table: inout Table) {
    for child in element.elements {
      switch child.name.lowercased() {
      case "caption":
        let caption = HTMLInlines.inlines(of: child.children).merged.trimmedAtEnds.merged
        if !caption.isEmpty { table.caption = caption }
      case "thead": collect(child, isHead: true, into: &table)
      case "tbody", "tfoot": collect(child, isHead: false, into: &table)
      case "tr":
        let cells = child.elements.filter { ["td", "th"].contains($0.name.lowercased()) }
        guard !cells.isEmpty else { continue }
        let allHeads = cells.allSatisfy { $0.name.lowercased() == "th" }
        if isHead || allHeads, table.headerRows == table.rows.count { table.headerRows += 1 }
        table.rows.append(cells.map(cell))
      default: collect(child, isHead: isHead, into: &table)
      }
    }
  }

  private static func cell(_ element: XMLElement) -> Table.Cell {
    let body =
      holdsBlocks(element)
      ? HTMLBlocks.cell(element)
      : HTMLInlines.lines(of: element.children, number: 1).filter { !$0.inlines.isEmpty }
        .map { Block.paragraph(Paragraph($0.inlines)) }
    // More than any page holds is no span but an accident.
    func span(_ name: String) -> Int { min(max(element.attribute(name).flatMap { Int($0.trimmed) } ?? 1, 1), 1000) }
    return Table.Cell(body, columnSpan: span("colspan"), rowSpan: span("rowspan"))
  }

  /// Whether a cell holds blocks, and none of them a table: its paragraphs and lists are read as such.
  private static func holdsBlocks(_ cell: XMLElement) -> Bool {
    !holdsTable(cell)
      && cell.elements.contains { ["p", "div", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "pre"].contains($0.name) }
  }

  // MARK: Layout

  /// Whether a table of a page only places blocks: it has one column, holds another table, or whole texts in a cell.
  static func isLayout(_ element: XMLElement) -> Bool {
    if ["presentation", "none"].contains(element.attribute("role")?.lowercased()) { return true }
    let rows = rows(of: element)
    var widest = 0
    for row in rows {
      let cells = row.elements.filter { ["td", "th"].contains($0.name.lowercased()) }
      widest = max(widest, cells.count { !$0.text.trimmed.isEmpty || !$0.elements.isEmpty })
      for cell in cells where holdsTable(cell) || holdsText(cell) { return true }
    }
    return widest <= 1
  }

  /// The rows of the table itself, not of those within it.
  static func rows(of element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { child -> [XMLElement] in
      switch child.name.lowercased() {
      case "tr": [child]
      case "thead", "tbody", "tfoot": rows(of: child)
      default: []
      }
    }
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
