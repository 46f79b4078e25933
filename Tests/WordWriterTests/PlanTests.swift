import IssueModel
import Testing

@testable import WordWriter

@Suite("Pictures and links")
struct PictureAndLinkTests {
  @Test("A picture tells its format and size")
  func formats() throws {
    let png = try #require(Picture(OnePicture().bytes(of: "dot.png") ?? []))
    #expect(png.format == .png)
    #expect((png.width, png.height) == (1, 1))
    let gif = try #require(Picture(Array("GIF89a".utf8) + [0x2C, 0x01, 0x90, 0x00]))
    #expect((gif.width, gif.height) == (300, 144))
    let jpeg = try #require(
      Picture([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 0x00, 0x90, 0x01, 0x2C, 3, 1, 2, 3]))
    #expect(jpeg.format == .jpeg)
    #expect((jpeg.width, jpeg.height) == (300, 144))
  }

  @Test("What is no picture, or cut off, is refused", arguments: 0..<33)
  func cutOff(_ count: Int) {
    let png = OnePicture().bytes(of: "dot.png") ?? []
    #expect((Picture(Array(png.prefix(count))) == nil) == (count < 24))
    #expect(Picture(Array("GIF89a".utf8)) == nil)
    #expect(Picture([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == nil)
    #expect(Picture(Array("%PDF-1.7".utf8)) == nil)
  }

  @Test("A picture too large is made smaller and keeps its shape")
  func scaling() throws {
    let gif = try #require(Picture(Array("GIF89a".utf8) + [0xE8, 0x03, 0xF4, 0x01]))
    #expect(gif.size(within: (width: 9525 * 100, height: 9525 * 100)) == (9525 * 100, 9525 * 50))
    #expect(gif.size(within: (width: 9525 * 4000, height: 9525 * 250)) == (9525 * 500, 9525 * 250))
    #expect(gif.size(within: (width: 9525 * 4000, height: 9525 * 4000)) == (9525 * 1000, 9525 * 500))
  }

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
