import Testing
import TextLayout
import UnicodeText

@Suite("Tables as text")
struct TableLayoutTests {
  func table(_ rows: [[String]], headerRows: Int = 1, alignments: [TableLayout.Alignment] = []) -> TableLayout {
    TableLayout(
      rows: rows.map { row in row.enumerated().map { TableLayout.Cell($1, column: $0) } }, headerRows: headerRows,
      alignments: alignments)
  }

  func lines(_ table: TableLayout, _ width: Int) -> [String]? {
    var breaker = LineBreaker(.chinese)
    return table.lines(width: width, breaker: &breaker)
  }

  @Test("Columns stand under each other, numbers at the right")
  func columns() {
    let result = lines(table([["县区", "公里"], ["柳溪县", "86.0"], ["临川", "142.5"]], alignments: [.left, .right]), 40)
    #expect(result == ["县区     公里", "------  -----", "柳溪县   86.0", "临川    142.5"])
  }

  @Test("A wide last column gives way and is filled")
  func wrapped() {
    let result = lines(table([["单位", "措施"], ["水务局", "检查泵站、涵闸，整改全部问题"]]), 26)
    #expect(result == ["单位    措施", "------  ------------------", "水务局  检查泵站、涵闸，整", "        改全部问题"])
  }

  @Test("A table that cannot be set well is not set at all")
  func tooWide() {
    #expect(lines(table([["甲乙丙丁戊己庚辛", "甲乙丙丁戊己庚辛", "甲乙丙丁戊己庚辛"]]), 30) == nil)
    #expect(lines(table([["很长的措施很长的措施很长的措施", "一二三四五六"]]), 40) == nil)
    #expect(lines(table([["一", String(repeating: "很长的话", count: 60)]]), 40) == nil)
  }

  @Test("A cell over two columns stands in the middle of both")
  func spans() {
    let layout = TableLayout(
      rows: [[.init("合计", column: 0, span: 2)], [.init("甲甲甲", column: 0), .init("乙乙乙", column: 1)]])
    #expect(lines(layout, 40) == ["     合计", "甲甲甲  乙乙乙"])
  }

  @Test("No line is wider than allowed or ends in blanks, whatever is in the cells", arguments: 1...30)
  func property(seed: Int) {
    var generator = TextGenerator(seed: UInt64(seed))
    let columns = 1 + generator.number(below: 4)
    let rows = (0..<4).map { _ in (0..<columns).map { _ in generator.text(generator.number(below: 12)) } }
    let measure = ColumnMeasure()
    guard let result = lines(table(rows), 72) else { return }
    for line in result {
      #expect(measure.columns(of: line) <= 72)
      #expect(line.last?.isWhitespace != true)
    }
  }

  @Test("Read line by line, the words stand in the order of the cells", arguments: 1...30)
  func order(seed: Int) {
    var generator = TextGenerator(seed: UInt64(seed))
    let rows = (0..<3).map { _ in (0..<3).map { generator.text(generator.number(below: $0 == 2 ? 60 : 8)) } }
    guard let result = lines(table(rows, headerRows: 0), 72) else { return }
    let letters = { (text: String) in text.filter { !$0.isWhitespace } }
    #expect(letters(result.joined()) == letters(rows.joined().joined()))
  }

  @Test("An empty table has no lines")
  func empty() { #expect(lines(TableLayout(rows: []), 40) == []) }
}
