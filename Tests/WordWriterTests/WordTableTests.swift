import HouseStyle
import IssueModel
import TestSupport
import Testing

@testable import WordWriter

@Suite("Tables in the document")
struct WordTableTests {
  private func document(_ rows: [[String]], headerRows: Int = 1) throws -> OpenedDocument {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = [
      .table(
        Table(
          headerRows: headerRows, rows: rows.map { $0.map { Table.Cell([SampleIssues.text($0)]) } },
          source: SourceRange(line: 21)))
    ]
    return try OpenedDocument(issue)
  }

  private func widths(_ table: XMLTree) -> [Int] {
    table.descendants("w:gridCol").compactMap { $0.attributes["w:w"].flatMap { Int($0) } }
  }

  @Test("A table in a footnote is lines with tab stops: LibreOffice would show its last row alone")
  func inNote() throws {
    var issue = SampleIssues.minimal
    let rows = [["乡镇", "面积"], ["青石镇", "37"]].map { $0.map { Table.Cell([SampleIssues.text($0)]) } }
    issue.sections[0].articles[0].body = [.paragraph(Paragraph([.text("渠道"), .noteReference("1")]))]
    issue.sections[0].articles[0].notes = [
      Note(id: "1", body: [SampleIssues.text("数据："), .table(Table(headerRows: 1, rows: rows))])
    ]
    let notes = try #require(try OpenedDocument(issue).part("word/footnotes.xml"))
    #expect(notes.descendants("w:tbl").isEmpty)
    let lines = notes.descendants("w:p").suffix(2)
    #expect(lines.map(\.words) == ["乡镇\t面积", "青石镇\t37"])
    #expect(lines.map { $0.descendants("w:b").isEmpty } == [false, true])
    #expect(lines.allSatisfy { $0.child("w:pPr")?.child("w:tabs")?.children.count == 1 })
  }

  @Test("A table of 70 columns is two tables, which is told with its line")
  func parted() throws {
    let document = try document([["镇"] + (1...69).map { "\($0)日" }, ["河畔镇"] + (1...69).map { "\($0)" }])
    let tables = try document.document().descendants("w:tbl")
    #expect(tables.map { widths($0).count } == [36, 35])
    #expect(document.diagnostics.map(\.id) == ["table-parted"])
    #expect(document.diagnostics.map(\.position?.line) == [21])
    #expect(tables[1].descendants("w:tc").first?.words == "镇")
  }

  @Test(
    "The type gets smaller by the sizes that printers know until no number is broken",
    arguments: [(6, nil), (7, 21), (8, nil), (10, 21), (12, 18), (14, 15), (16, 13)] as [(Int, Int?)])
  func steps(_ columns: Int, _ size: Int?) throws {
    let table = try #require(
      try document([(0..<columns).map { "第\($0)项" }, (0..<columns).map { "1234\($0 + 10).5" }]).document()
        .descendants("w:tbl").first)
    let sizes = Set(table.descendants("w:sz").map { $0.attributes["w:val"] })
    #expect(sizes == (size.map { [String($0)] } ?? []))
  }

  @Test(
    "Where words must be broken, numbers stay whole: in hardly any margin, then by the two smallest named sizes",
    arguments: [(35, 13), (41, 11), (44, 10), (63, 10)])
  func small(_ columns: Int, _ size: Int) throws {
    let number = columns == 63 ? "12" : "12.3"
    let document = try document([(0..<columns).map { "第\($0)项" }, (0..<columns).map { _ in number }])
    let tables = try document.document().descendants("w:tbl")
    let sizes = Set(tables.flatMap { $0.descendants("w:sz").map { $0.attributes["w:val"] } })
    #expect(tables.count == 1 && sizes == [String(size)])
    // In the column of a number there is room for all its digits.
    let digits = number == "12.3" ? 224 : 128
    #expect(widths(tables[0]).allSatisfy { $0 - 40 >= digits * size / 10 })
  }

  @Test("A table whose numbers would be broken in any type is parted, its parts a line apart on one turned page")
  func brokenNumbers() throws {
    let document = try document([
      (0..<30).map { "第\($0)项" }, (0..<30).map { "1,234\($0 + 10).5" }, (0..<30).map { "1,234\($0 + 10).6" },
    ])
    let body = try document.document()
    let tables = body.descendants("w:tbl")
    #expect(tables.map { widths($0).count } == [16, 15])
    #expect(document.diagnostics.map(\.id) == ["table-parted"])
    #expect(tables.allSatisfy { $0.descendants("w:sz").allSatisfy { Int($0.attributes["w:val"] ?? "") ?? 0 >= 13 } })
    #expect(body.descendants("w:sectPr").count <= 3)
    #expect(body.descendants("w:spacing").contains { $0.attributes["w:line"] == "240" })
  }

  @Test("A long word keeps its column wide enough, at the cost of columns that can be broken")
  func words() throws {
    let long = String(repeating: "各镇各部门要逐项抓好落实。", count: 8)
    let table = try #require(
      try document([["编号", "事项", "措施"], ["HX-2031-000128", long, long]]).document().descendants("w:tbl").first)
    let widths = widths(table)
    #expect(widths[0] >= 14 * 120 + 2 * 108)
    #expect(widths[1] == widths[2] || abs(widths[1] - widths[2]) <= 2)
  }

  @Test("A table that fits an upright page in 五号 does not go onto a turned one; a wider one does")
  func turning() throws {
    func sections(_ columns: Int) throws -> Int {
      let cells = (0..<columns).map { "第\($0)项完成情况" }
      return try document([cells, cells]).document().descendants("w:sectPr").count
    }
    #expect(try sections(8) == 1)
    #expect(try sections(9) > 1)
  }

  @Test("A column of numbers is centred where the source says nothing, one with words is not")
  func numbers() throws {
    let table = try #require(
      try document([["镇", "件数", "环比", "备注"], ["河畔镇", "1,284", "-21.4%", "12"], ["云溪镇", "972", "—", "见下"]]).document()
        .descendants("w:tbl").first)
    let alignments = table.descendants("w:tr")[1].descendants("w:pPr").map { $0.child("w:jc")?.attributes["w:val"] }
    #expect(alignments == [nil, "center", "center", nil])
  }

  @Test("A small table stays on one page, a long one is divided between its rows")
  func keptTogether() throws {
    func kept(_ rows: Int) throws -> [Bool] {
      let cells = [["镇", "件数"]] + (1...rows).map { ["第\($0)镇", "\($0)"] }
      let table = try #require(try document(cells).document().descendants("w:tbl").first)
      return table.descendants("w:tr").map { row in
        let paragraphs = row.descendants("w:pPr")
        return paragraphs.allSatisfy { $0.child("w:keepNext") != nil }
      }
    }
    #expect(try kept(4) == [true, true, true, true, false])
    #expect(try kept(40).allSatisfy { !$0 })
  }

  @Test("A web address does not make the whole table small")
  func address() throws {
    let table = try #require(
      try document([["来源", "数"], ["https://example.org/" + String(repeating: "abcdefgh", count: 12), "1"]]).document()
        .descendants("w:tbl").first)
    #expect(table.descendants("w:sz").isEmpty)
  }
}
