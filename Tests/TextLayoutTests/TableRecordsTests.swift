import Testing
import TextLayout

@Suite("Tables as records")
struct TableRecordsTests {
  func cells(_ texts: String...) -> [TableRecords.Cell] {
    texts.enumerated().map { TableRecords.Cell($1, column: $0) }
  }

  func lines(_ rows: [[TableRecords.Cell]], head: Int = 1, isChinese: Bool = true) -> [[String]]? {
    TableRecords(rows: rows, headerRows: head, isChinese: isChinese)?.records.map { $0.map { $0.label + $0.value } }
  }

  @Test("Each row is a record, each cell behind the head of its column")
  func plain() {
    #expect(
      lines([cells("县区", "公里"), cells("柳溪", "86"), cells("临川", "142")]) == [
        ["县区：柳溪", "公里：86"], ["县区：临川", "公里：142"],
      ])
    #expect(lines([cells("Town", "Miles"), cells("Sedge", "8")], isChinese: false) == [["Town: Sedge", "Miles: 8"]])
  }

  @Test("A head that ends in a colon gets no second one; one without words gets none")
  func colons() {
    #expect(lines([cells("", "公里："), cells("柳溪", "86")]) == [["柳溪", "公里：86"]])
  }

  @Test("The head of an empty cell is said all the same, and of one that is missing")
  func emptyCells() {
    #expect(lines([cells("县区", "公里", "备注"), cells("柳溪", "")]) == [["县区：柳溪", "公里：", "备注："]])
  }

  @Test("A head of two rows is said from top to bottom; what stands over all columns is a title, said once")
  func deepHead() {
    let records = TableRecords(
      rows: [
        [.init("清淤进度", column: 0, span: 3)],
        [.init("县区", column: 0, rowSpan: 2), .init("清淤", column: 1, span: 2)],
        [.init("计划", column: 1), .init("完成", column: 2)],
        cells("柳溪", "90", "86"),
      ], headerRows: 3, isChinese: true)
    #expect(records?.titles == ["清淤进度"])
    #expect(records?.records.map { $0.map { $0.label + $0.value } } == [["县区：柳溪", "清淤·计划：90", "清淤·完成：86"]])
  }

  @Test("A cell over several rows stands in the record of each")
  func rowSpans() {
    #expect(
      lines([
        cells("县区", "闸站"), [.init("柳溪", column: 0, rowSpan: 2), .init("1号", column: 1)], [.init("2号", column: 1)],
      ]) == [["县区：柳溪", "闸站：1号"], ["县区：柳溪", "闸站：2号"]])
  }

  @Test("A cell over two columns stands behind both heads, one over all stands for itself")
  func columnSpans() {
    #expect(
      lines([
        cells("县区", "上午", "下午"), [.init("南片", column: 0, span: 3)],
        [.init("柳溪", column: 0), .init("巡堤", column: 1, span: 2)],
      ]) == [["南片"], ["县区：柳溪", "上午、下午：巡堤"]])
  }

  @Test("Without a head, the left of two columns says what the right one is; cells of more stand one below the other")
  func headless() {
    #expect(lines([cells("地点", "柳溪"), cells("时间", "三月")], head: 0) == [["地点：柳溪"], ["时间：三月"]])
    #expect(lines([cells("甲", "", "丙")], head: 0) == [["甲", "-", "丙"]])
    #expect(lines([cells("这一格里写的是整整一句话，不是名称", "乙")], head: 0) == [["这一格里写的是整整一句话，不是名称", "乙"]])
  }

  @Test("A table of one column or with nothing below its head makes no records")
  func nothingGained() {
    #expect(lines([cells("一"), cells("二")]) == nil)
    #expect(lines([cells("一", "二")]) == nil)
    #expect(lines([]) == nil)
  }
}
