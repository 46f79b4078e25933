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
    let lines = HTMLInlines.lines(of: element.children, number: 1).filter { !$0.inlines.isEmpty }
    let body = lines.map { Block.paragraph(Paragraph($0.inlines)) }
    // More than any page holds is no span but an accident.
    func span(_ name: String) -> Int { min(max(element.attribute(name).flatMap { Int($0.trimmed) } ?? 1, 1), 1000) }
    return Table.Cell(body, columnSpan: span("colspan"), rowSpan: span("rowspan"))
  }
}
