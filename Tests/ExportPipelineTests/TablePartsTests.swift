import ExportPipeline
import HouseStyle
import IssueModel
import Testing

@Suite("Tables that are too wide")
struct TablePartsTests {
  private func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
    .init([.paragraph(Paragraph([.text(text)]))], columnSpan: columns, rowSpan: rows)
  }
  private func composition(_ blocks: [Block]) -> Composition {
    Composition(
      Issue(masthead: Masthead(name: "简报"), sections: [Section(articles: [Article(title: "统计", body: blocks)])]),
      style: HouseStyle.gbt9704)
  }
  private func tables(_ composition: Composition) -> [Table] {
    composition.sections[0].articles[0].body.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
  private func parts(_ table: Table) -> [Table] { tables(composition([.table(table)])) }
  private func words(_ row: [Table.Cell]) -> [String] { row.map(\.body.plainText) }
  private func width(_ row: [Table.Cell]) -> Int { row.reduce(0) { $0 + $1.columnSpan } }

  @Test("A table of 63 columns stays as it is")
  func fits() {
    let table = Table(headerRows: 1, rows: [(1...63).map { cell("\($0)") }])
    let composition = composition([.table(table)])
    #expect(tables(composition) == [table])
    #expect(composition.partedTables.isEmpty)
  }

  @Test("A wider one becomes tables of much the same width, each with the first column, and is told")
  func parted() {
    let table = Table(
      caption: [.text("表1")], alignments: [.left] + [Table.Alignment](repeating: .right, count: 69), headerRows: 1,
      rows: [["镇"] + (1...69).map { "\($0)日" }, ["河畔镇"] + (1...69).map { "\($0)" }].map { $0.map { cell($0) } },
      source: SourceRange(line: 12))
    let composition = composition([.table(table)])
    let parts = tables(composition)
    #expect(parts.map { width($0.rows[0]) } == [36, 35])
    #expect(words(parts[1].rows[0]).prefix(3) == ["镇", "36日", "37日"])
    #expect(words(parts[1].rows[1]).prefix(3) == ["河畔镇", "36", "37"])
    // Every word once, but for the first column.
    #expect(words(parts[0].rows[1]) + words(parts[1].rows[1]).dropFirst() == words(table.rows[1]))
    #expect(parts.map { $0.caption != nil } == [true, false])
    #expect(parts.map(\.headerRows) == [1, 1])
    #expect(parts[1].alignments == [.left] + [Table.Alignment](repeating: .right, count: 34))
    let sink = DiagnosticSink()
    composition.reportPartedTables(to: sink)
    #expect(sink.diagnostics.map(\.id) == ["table-parted"])
    #expect(sink.diagnostics.map(\.position?.line) == [12])
    #expect(sink.diagnostics[0].message.english.contains("70 columns"))
  }

  @Test("Fewer columns are parted too where no page holds their numbers whole, as few times as can be")
  func wideNumbers() {
    func columns(_ columns: Int, _ number: String) -> [Int] {
      let table = Table(
        headerRows: 1, rows: [(1...columns).map { cell("\($0)") }, (1...columns).map { _ in cell(number) }])
      return parts(table).map { width($0.rows[0]) }
    }
    #expect(columns(30, "123,456.7") == [16, 15])
    #expect(columns(22, "123,456.7") == [22])
    #expect(columns(40, "123,456.7") == [14, 14, 14])
    #expect(columns(40, "有待核实") == [40])
    // What is longer than any column is no number that could be kept whole.
    #expect(columns(20, String(repeating: "1234567890", count: 4)) == [20])
  }

  @Test("A table in a list or a quotation stands on an upright page and is not parted for its numbers")
  func numbersWithin() {
    let wide = Block.table(Table(rows: [(1...30).map { _ in cell("123,456.7") }]))
    let composition = composition([.list(List(start: nil, items: [[wide]])), .quote(Quote([wide]))])
    #expect(composition.partedTables.isEmpty)
  }

  @Test("Larger paper parts less")
  func paper() {
    var style = HouseStyle.gbt9704
    (style.page.width, style.page.height) = (16_838, 23_811)
    let table = Table(rows: [(1...30).map { _ in cell("123,456.7") }])
    let issue = Issue(
      masthead: Masthead(name: "简报"), sections: [Section(articles: [Article(title: "统计", body: [.table(table)])])])
    #expect(Composition(issue, style: style).partedTables.isEmpty)
    #expect(Composition(issue, style: .gbt9704).partedTables.map(\.parts) == [2])
  }

  @Test("The cut falls between the heads of groups where it can")
  func groups() {
    let head = [cell("镇", rows: 2)] + (1...14).map { cell("第\($0)组", columns: 5) }
    let table = Table(
      headerRows: 2, rows: [head, (1...70).map { cell("\($0)") }, (0...70).map { cell("\($0 * 3)") }])
    let parts = parts(table)
    #expect(parts.map { width($0.rows[0]) } == [36, 36])
    #expect(parts.flatMap { words($0.rows[0]) }.filter { $0 != "镇" } == (1...14).map { "第\($0)组" })
    // What stands over two rows has no cell in the second.
    #expect(parts.map { width($0.rows[1]) } == [35, 35])
  }

  @Test("What the cut parts is said again in the head, and once below it")
  func cutCells() {
    let table = Table(
      headerRows: 1,
      rows: [
        [cell("镇"), cell("全年", columns: 69)], [cell("甲"), cell("未报", columns: 69)], (0..<70).map { cell("\($0)") },
        [cell("小计", columns: 70)],
      ])
    let parts = parts(table)
    #expect(parts.map { words($0.rows[0]) } == [["镇", "全年"], ["镇", "全年"]])
    #expect(parts.map { words($0.rows[1]) } == [["甲", "未报"], ["甲", ""]])
    #expect(parts.map { words($0.rows[3]) } == [["小计"], ["小计"]])
    for part in parts { #expect(part.rows.map { width($0) } == [Int](repeating: width(part.rows[2]), count: 4)) }
  }

  @Test("A hundred columns that no cell begins in are none")
  func vainSpan() {
    let table = Table(rows: [[cell("合计", columns: 900)], [cell("甲"), cell("乙")]])
    let composition = composition([.table(table)])
    #expect(tables(composition).map { $0.rows.map { width($0) } } == [[2, 2]])
    #expect(composition.partedTables.isEmpty)
  }

  @Test("Tables within lists, quotations and cells are parted too; marks of footnotes are not said again")
  func within() {
    let note = Table.Cell([.paragraph(Paragraph([.text("镇"), .noteReference("a")]))])
    let wide = Block.table(Table(rows: [[note] + (1...80).map { cell("\($0)") }]))
    let body = composition([
      .list(List(start: nil, items: [[wide]])), .quote(Quote([wide])), .table(Table(rows: [[Table.Cell([wide])]])),
    ]).sections[0].articles[0].body
    var count = Counter()
    for block in body { count.visit(block) }
    #expect(count.tables == 7)
    #expect(count.notes == 3)
  }

  private struct Counter: IssueVisitor {
    var tables = 0
    var notes = 0
    mutating func visit(_ block: Block) {
      if case .table = block { tables += 1 }
      descend(block)
    }
    mutating func visit(_ inline: Inline) {
      if case .noteReference = inline { notes += 1 }
      descend(inline)
    }
  }
}
