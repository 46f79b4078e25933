import IssueModel
import Testing

@Suite("Plain text: tables set with blanks")
struct PlainTextTablesTests {
  private func issue(_ table: String) -> String {
    """
    THE RIVER LEAFLET
    No. 7
    6 May 2031

    TOLLS AT THE LOCK

    The tolls have not been raised since the year in which the upper gate was
    mended, and the Conservators have met three times to see what can be done.

    \(table)

    The Conservators ask for patience until the new barge has been paid for.
    """
  }

  private func table(_ text: String) throws -> [[String]]? {
    try Reading(issue(text), as: .text).articles.flatMap(\.body).compactMap { block -> [[String]]? in
      guard case .table(let table) = block else { return nil }
      return table.rows.map { $0.map(\.body.plainText) }
    }.first
  }

  @Test("Rows whose cells stand in columns are a table")
  func aligned() throws {
    let rows = try table(
      """
         Vessel        Up      Down
         Punt         2.00     1.50
         Barge       11.00     9.25
      """)
    #expect(rows == [["Vessel", "Up", "Down"], ["Punt", "2.00", "1.50"], ["Barge", "11.00", "9.25"]])
  }

  @Test("A row may lack cells: each of its own finds its column")
  func missing() throws {
    let rows = try table(
      """
         Chair        A. Moor      Upton
         Secretary    B. Teal      Weir End
         Members      C. Dray      Upton
                      D. Finch     Mill Row
      """)
    #expect(rows?.last == ["", "D. Finch", "Mill Row"])
  }

  @Test("Names beside offices are no table, nor is what has labels")
  func none() throws {
    #expect(try table("   Keeper        A. Moor\n   Deputy        B. Teal\n   Gardener      C. Dray") == nil)
    #expect(
      try table("   Keeper: A. Moor     Tel: 12\n   Deputy: B. Teal     Tel: 13\n   Cook: C. Dray       Tel: 14") == nil
    )
  }

  @Test("Dates with what happens on them are a list")
  func agenda() throws {
    let reading = try Reading(
      issue("    17 October    Harvest supper\n     7 November   Annual meeting\n    12 December   Carols"), as: .text)
    #expect(
      reading.body.contains("list:17 October  Harvest supper\n7 November  Annual meeting\n12 December  Carols"))
  }

  @Test("Chinese columns are told by their wide blanks")
  func chinese() throws {
    let text =
      "河畔简报\n\n第7期\n\n2031年5月6日\n\n\n泵站检修完毕\n\n　　\(sentence)\n　　\(sentence)\n\n　　泵站　　　台数　　　进度\n　　上游站　　三　　　　完成\n　　下游站　　四　　　　在修\n\n　　\(sentence)\n"
    let reading = try Reading(text, as: .text)
    #expect(reading.body.contains { $0.hasPrefix("table:") && $0.contains("下游站") })
  }

  @Test("Words of two letters that are set wide are one cell")
  func wide() throws {
    let reading = try Reading(
      "河畔侨讯\n第7期　2031年5月6日\n\n捐款芳名\n\n　　\(sentence)\n　　\(sentence)\n\n　　　姓　　名　　　侨居地　　　金　　额\n　　　谭炳荣　　　　秘　鲁　　　10000\n　　　邝雪英　　　　香　港　　　 8000\n　　　黄耀宗　　　　新加坡　　　 5000\n",
      as: .text)
    #expect(reading.body.contains { $0.hasPrefix("table:") && $0.contains("秘鲁") })
  }

  @Test("A head of words above three rows of numbers is a table, though one blank parts the cells")
  func blanks() throws {
    let reading = try Reading(
      "河畔信息\n第7期　2031年5月6日\n\n投诉前五位\n\n\(sentence)\n\(sentence)\n\n类别 件数 环比\n餐饮 412 +8%\n家电 301 -3%\n美容 266 +21%\n\n\(sentence)\n",
      as: .text)
    #expect(reading.body.contains { $0.hasPrefix("table:") })
  }
}
