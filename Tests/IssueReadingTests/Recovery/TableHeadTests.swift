import IssueModel
import Testing

/// Tables whose head nobody marked: converters of scans write `<td>` in every row.
@Suite("Recovery: heads of tables")
struct TableHeadTests {
  private func read(_ rows: [String], without names: Set<String> = []) throws -> Reading {
    let table = "<table>" + rows.map { "<tr>\($0)</tr>" }.joined() + "</table>"
    return try Reading(
      "# 苇湖水文简报\n\n第7期\n\n苇湖水文站　2031年5月6日\n\n## 各站水位\n\n四月各站水位平稳，与上年相近，未发生超过警戒的情况。\n\n\(table)\n\n水位由各站每日八时观测。\n",
      without: names)
  }

  private func heads(_ reading: Reading) -> [Int] {
    reading.issue.sections.flatMap(\.articles).flatMap(\.body).compactMap { block in
      if case .table(let table) = block { table.headerRows } else { nil }
    }
  }

  private let plain = [
    "<td>站名</td><td>水位（米）</td>", "<td>上口</td><td>12.41</td>", "<td>下口</td><td>11.80</td>",
  ]

  @Test("Words above numbers are the head of a table that marks none, and that is told")
  func plainHead() throws {
    let reading = try read(plain)
    #expect(heads(reading) == [1])
    #expect(reading.ids.contains("table-head-taken"))
    let kept = try read(plain, without: ["table-heads"])
    #expect(heads(kept) == [0])
    #expect(!kept.ids.contains("table-head-taken"))
  }

  @Test("Dates and amounts with a unit count as numbers below a name without one")
  func dates() throws {
    let rows = ["<td>日期</td><td>事由</td>", "<td>3月6日</td><td>检修</td>", "<td>4月1日</td><td>清淤</td>"]
    #expect(heads(try read(rows)) == [1])
  }

  @Test("A head of two rows reaches as far down as its merged cells")
  func merged() throws {
    let rows = [
      "<td rowspan=\"2\">站名</td><td colspan=\"2\">水位</td>", "<td>三月</td><td>四月</td>",
      "<td>上口</td><td>12.20</td><td>12.41</td>", "<td>下口</td><td>11.70</td><td>11.80</td>",
    ]
    #expect(heads(try read(rows)) == [2])
  }

  @Test("A first row that already counts, or a table of nothing but words, has no head taken from it")
  func noHead() throws {
    let counted = ["<td>上口</td><td>12.41</td>", "<td>下口</td><td>11.80</td>", "<td>坝前</td><td>11.65</td>"]
    #expect(heads(try read(counted)) == [0])
    let words = ["<td>组长</td><td>贺春生</td>", "<td>组员</td><td>段小满</td>", "<td>联络</td><td>乔石根</td>"]
    #expect(heads(try read(words)) == [0])
    let classes = ["<td>一等奖</td><td>初一2班</td>", "<td>二等奖</td><td>初二1班</td>", "<td>三等奖</td><td>初三4班</td>"]
    #expect(heads(try read(classes)) == [0])
  }
}
