import IssueModel
import Testing

@testable import WordWriter

@Suite("Links")
struct LinkTests {
  @Test(
    "A link's target becomes a URI",
    arguments: [
      ("https://example.org/a b?x=1&y=2#z", "https://example.org/a%20b?x=1&y=2#z"),
      ("http://example.org/文", "http://example.org/%E6%96%87"),
      ("https://example.org/100%", "https://example.org/100%25"),
      ("https://example.org/%e6%96%87", "https://example.org/%e6%96%87"),
      ("mailto:office@example.org", "mailto:office@example.org"), ("files/a:b.pdf", "files/a:b.pdf"),
      ("C|\\x", "C%7C%5Cx"),
    ])
  func targets(_ target: String, _ uri: String) {
    #expect(LinkTarget.uri(target) == uri)
  }

  @Test(
    "A target no document should open is refused",
    arguments: ["", "#note", "javascript:alert(1)", "file:///etc/hosts", "JAVASCRIPT:x", "data:text/html,x"])
  func refusedTargets(_ target: String) { #expect(LinkTarget.uri(target) == nil) }
}

@Suite("Grids of tables")
struct TableGridTests {
  func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
    .init([.paragraph(Paragraph([.text(text)]))], columnSpan: columns, rowSpan: rows)
  }
  func shape(_ table: Table) -> [String] {
    TableGrid(table).rows.map { row in
      row.map { place in
        let mark =
          switch place.merge {
          case .none: place.body.plainText.isEmpty ? "_" : place.body.plainText
          case .begins: place.body.plainText + "!"
          case .continues: "|"
          }
        return mark + (place.span > 1 ? "\(place.span)" : "")
      }.joined(separator: " ")
    }
  }

  @Test("A cell over several rows continues in each")
  func rowSpans() {
    let table = Table(rows: [
      [cell("a", rows: 3), cell("b", columns: 2)], [cell("c"), cell("d", rows: 2)], [cell("e")],
    ])
    #expect(shape(table) == ["a! b2", "| c d!", "| e |"])
  }

  @Test("A block of rows and columns is one cell")
  func blocks() {
    let table = Table(rows: [[cell("a"), cell("b", columns: 2, rows: 2)], [cell("c")], [cell("d")]])
    #expect(shape(table) == ["a b!2", "c |2", "d _ _"])
  }

  @Test("Rows that end early are filled")
  func shortRows() {
    #expect(shape(Table(rows: [[cell("a")], [cell("b"), cell("c"), cell("d")], []])) == ["a _ _", "b c d", "_ _ _"])
  }

  @Test("Nothing is lost beyond the last column Word has")
  func tooWide() {
    let grid = TableGrid(Table(rows: [(1...70).map { cell("\($0)") }]))
    #expect(grid.columns == 63)
    #expect(
      grid.rows[0].map(\.body.plainText).joined(separator: "\n") == (1...70).map(String.init).joined(separator: "\n"))
  }
}
