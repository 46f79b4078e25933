import IssueModel
import Testing

@Suite("HTML: what stands in tables and lists outside their cells and items")
struct TableStraysTests {
  /// The body as Markdown reads it, and as a page does.
  private func both(_ html: String) throws -> [Reading] {
    [
      try Reading(bulletin("\(sentence)\n\n\(html)\n\n\(sentence)")),
      try Reading(
        "<h1>河畔简报</h1><p>第7期</p><p>河畔镇办公室　2031年5月6日</p><hr><h2>新泵站投入运行</h2><p>　　\(sentence)</p>\(html)<p>　　\(sentence)</p>",
        as: .html),
    ]
  }

  @Test(
    "Words between rows and cells stand above the table, as in a browser",
    arguments: [
      "<table>甲段<tr>乙段<td>东岸</td><td>三座</td>丙段</tr>丁段<tr><td>西岸</td><td>四座</td></tr>戊段</table>",
      "<table><colgroup>甲段<col></colgroup><tbody>乙段<tr><td>东岸</td><td>三座</td></tr></tbody>丙段<tfoot>丁段<tr>戊段<td>西岸</td><td>四座</td></tr></tfoot></table>",
      "<table><p>甲段</p><tr><p>乙段</p><td>东岸</td><div>丙段</div><td>三座</td></tr><tr>丁段<td>西岸</td><td>四座</td></tr><center>戊段</center></table>",
    ])
  func strays(html: String) throws {
    for reading in try both(html) {
      #expect(letters(reading.articles).contains("甲段乙段丙段丁段戊段东岸三座西岸四座"))
      #expect(reading.body.contains("table:东岸\t三座\n西岸\t四座"))
    }
  }

  @Test("Cells without a row are rows, and rows in a form are rows of the table")
  func loose() throws {
    for html in [
      "<table><td>东岸</td><td>三座</td><tr><td>西岸</td><td>四座</td></tr></table>",
      "<table><form><tr><td>东岸</td><td>三座</td></tr><tr><form><td>西岸</td><td>四座</td></form></tr></form></table>",
      "<table><tr><td>东岸</td><td>三座</td><tr><td>西岸</td><td>四座</td></table>",
    ] {
      for reading in try both(html) { #expect(reading.body.contains("table:东岸\t三座\n西岸\t四座")) }
    }
    for reading in try both("<table><thead><th>站</th><th>座</th></thead><tbody><td>东岸</td><td>三座</td></tbody></table>") {
      #expect(reading.body.contains("table:站\t座\n东岸\t三座"))
    }
  }

  @Test("Both captions of a table are kept, and that of a table that only places things")
  func captions() throws {
    for reading in try both(
      "<table><caption>表一</caption><caption>截至五月</caption><tr><td>东岸</td><td>三座</td></tr></table>")
    {
      #expect(reading.body.contains("table:表一 截至五月\n东岸\t三座"))
    }
    for reading in try both("<table><caption>表一</caption><tr><td>东岸三座</td></tr></table>") {
      #expect(letters(reading.articles).contains("表一东岸三座"))
    }
  }

  @Test("Words between the items of a list are items")
  func lists() throws {
    for reading in try both("<ul>甲段<li>乙段</li>丙段<b>丁段</b><li>戊段</li></ul>") {
      #expect(reading.body.contains("list:甲段\n乙段\n丙段丁段\n戊段"))
    }
  }

  @Test("Where the source of a page breaks its lines, nothing stands between items, rows or cells")
  func lineEnds() throws {
    for reading in try both("<ol>\n  <li>甲段</li>\n  <li>乙段</li>\n\n</ol>") {
      #expect(reading.body.contains("list:甲段\n乙段"))
    }
    for reading in try both(
      "<table>\n <tr>\n  <td>东岸</td>\n  <td>三座</td>\n </tr>\n\n <tr>\n  <td>西岸</td>\n  <td>四座</td>\n </tr>\n</table>")
    {
      #expect(reading.body.contains("table:东岸\t三座\n西岸\t四座"))
      #expect(!reading.body.contains("p:"))
    }
  }
}
