import IssueModel
import Testing
import XMLBinding

@testable import WordWriter

@Suite("What goes to the page of the imprint where the text leaves that no room")
struct ImprintCompanyTests {
  @Test("A long last paragraph is kept only where the imprint would be alone, and never with it the whole text")
  func longParagraph() throws {
    var issue = SampleIssues.minimal
    issue.imprint = Imprint(office: "临湖区水务局")
    let short = SampleIssues.text("活动月底结束。")
    // So many lines of 28 characters.
    func long(_ lines: Int) -> Block { SampleIssues.text(String(repeating: "水", count: 28 * lines - 8) + "。") }
    func isKept(_ body: [Block]) throws -> Bool {
      issue.sections[0].articles = [Article(title: "简讯", body: body)]
      let last = try #require(try OpenedDocument(issue).paragraphs("BodyText").last { !$0.words.isEmpty })
      return !last.descendants("w:keepNext").isEmpty
    }
    let kept = try (1...19).map { try isKept([short, long($0)]) }
    let changes = kept.indices.dropFirst().filter { kept[$0] != kept[$0 - 1] }
    // Kept up to a third of the page; then where the imprint finds no room below it; not where it goes on to the next page.
    #expect(kept[0] && changes.count == 3 && changes[0] == 7, "\(kept)")
    let alone = try #require(changes.dropFirst().first) + 1
    #expect(try !isKept([long(alone + 1)]))
    #expect(try isKept([short, long(2)]))
  }

  @Test("The last rows of a table that ends the text are kept; of a small table all of them")
  func table() throws {
    func keeping(_ rows: Int) throws -> [Bool] {
      let cells = (0...rows).map { [Table.Cell([SampleIssues.text("第\($0)")])] }
      var issue = SampleIssues.minimal
      issue.imprint = SampleIssues.full.imprint
      issue.sections[0].articles[0].body = [SampleIssues.text("文"), .table(Table(headerRows: 1, rows: cells))]
      let table = try #require(try OpenedDocument(issue).document().descendants("w:tbl").first)
      return table.children.filter { $0.name == "w:tr" }.map { !$0.descendants("w:keepNext").isEmpty }
    }
    #expect(try keeping(4) == [Bool](repeating: true, count: 5))
    let many = try keeping(30)
    #expect(many.count == 31 && many.suffix(2) == [true, true] && !many.dropLast(2).contains(true))
  }
}
