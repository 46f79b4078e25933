import IssueModel
import Testing

@Suite("Emphasis in Chinese Markdown")
struct EmphasisTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var inlines: [Inline]
    var testDescription: String { line }
    init(_ line: String, _ inlines: [Inline]) {
      self.line = line
      self.inlines = inlines
    }
  }

  static let cases = [
    // Punctuation on one side of a run, a letter on the other: what CommonMark's rule refuses.
    Case("**先查后修。**镇里成立专班。", [.strong([.text("先查后修。")]), .text("镇里成立专班。")]),
    Case("镇里**“一站一策”**推进。", [.text("镇里"), .strong([.text("“一站一策”")]), .text("推进。")]),
    Case("镇里**（含村组）**推进。", [.text("镇里"), .strong([.text("（含村组）")]), .text("推进。")]),
    Case("学习**《条例》**要点。", [.text("学习"), .strong([.text("《条例》")]), .text("要点。")]),
    Case("共**12台**水泵。", [.text("共"), .strong([.text("12台")]), .text("水泵。")]),
    Case("达到**98%**以上。", [.text("达到"), .strong([.text("98%")]), .text("以上。")]),
    Case("采用**GIS**系统。", [.text("采用"), .strong([.text("GIS")]), .text("系统。")]),
    Case("采用**“GIS”**系统。", [.text("采用"), .strong([.text("“GIS”")]), .text("系统。")]),
    Case("*先查后修。*镇里成立专班。", [.emphasis([.text("先查后修。")]), .text("镇里成立专班。")]),
    Case("镇里*“先查”*后修。", [.text("镇里"), .emphasis([.text("“先查”")]), .text("后修。")]),
    Case(
      "一是**查。**二是**修。**三是**管。**",
      [
        .text("一是"), .strong([.text("查。")]), .text("二是"), .strong([.text("修。")]), .text("三是"), .strong([.text("管。")]),
      ]),
    Case("**先查——**后修。", [.strong([.text("先查——")]), .text("后修。")]),
    Case("**先查……**后修。", [.strong([.text("先查……")]), .text("后修。")]),
    Case("**先查：**后修。", [.strong([.text("先查：")]), .text("后修。")]),
    Case("**先查:**后修。", [.strong([.text("先查:")]), .text("后修。")]),
    Case("**a.**后修。", [.strong([.text("a.")]), .text("后修。")]),
    Case("**先查、**后修。", [.strong([.text("先查、")]), .text("后修。")]),
    Case("***先查。***后修。", [.emphasis([.strong([.text("先查。")])]), .text("后修。")]),
    Case("**先查*再看。*后修。**镇里。", [.strong([.text("先查"), .emphasis([.text("再看。")]), .text("后修。")]), .text("镇里。")]),
    // What needs no repair.
    Case("**先查后修**。", [.strong([.text("先查后修")]), .text("。")]),
    Case("**先查后修**镇里", [.strong([.text("先查后修")]), .text("镇里")]),
    Case("镇里**先查后修**", [.text("镇里"), .strong([.text("先查后修")])]),
    // What is no emphasis.
    Case("3*4*5台", [.text("3"), .emphasis([.text("4")]), .text("5台")]),
    Case("面积 12 * 30 米", [.text("面积12 * 30米")]),
    Case("转义\\*\\*先查。\\*\\*后修", [.text("转义**先查。**后修")]),
    Case("代码`**先查。**后`修", [.text("代码"), .code("**先查。**后"), .text("修")]),
    Case("代码``a`**先查。**后``修", [.text("代码"), .code("a`**先查。**后"), .text("修")]),
  ]

  @Test("Every side of a run of asterisks is judged as a reader would", arguments: cases)
  func flanking(_ given: Case) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(given.line)尾。\n\n\(sentence)"))
    let second = try #require(reading.articles.first?.body.dropFirst().first)
    guard case .paragraph(let text) = second else {
      Issue.record("no paragraph but \(second)")
      return
    }
    var wanted = given.inlines
    if case .text(let last)? = wanted.last {
      wanted[wanted.count - 1] = .text(last + "尾。")
    } else {
      wanted.append(.text("尾。"))
    }
    #expect(text.inlines == wanted)
  }

  @Test("Code keeps every character", arguments: ["```\n**先查。**后修&#xFDD0;\n```", "    let x = **先查**\n"])
  func codeBlocks(code: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(code)\n\n\(sentence)"))
    #expect(!reading.body.joined().unicodeScalars.contains { $0.value == 0xFDD0 })
    #expect(reading.body.joined().contains("**先查"))
    #expect(reading.body.joined().contains("&#xFDD0;") == code.contains("&#xFDD0;"))
  }

  @Test(
    "An asterisk without a partner stays an asterisk, and nothing else appears",
    arguments: ["注：*表示估算", "**先查。后修", "先查。**后修", "* *", "****", "先*查。**后*修"])
  func lonely(line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n其中\(line)完\n\n\(sentence)"))
    let text = reading.body.joined()
    #expect(!text.unicodeScalars.contains { $0.value == 0xFDD0 })
    #expect(!text.contains("FDD0"))
    #expect(letters(of: text).contains("其中" + letters(of: line) + "完"))
  }

  @Test("Bold in cells, headings, items and quotes is repaired too")
  func everywhere() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n| 项 |\n|---|\n| **先查。**后修 |\n\n- **先查。**后修\n\n> **先查。**后修\n\n#### 先**“查”**后修"))
    #expect(!reading.body.joined().contains("*"))
  }

  @Test("A backtick alone in a paragraph does not spoil the emphasis of the next")
  func backtick() throws {
    let reading = try Reading(bulletin("单引号`在此。\n\n**先查后修。**镇里成立专班。"))
    #expect(!reading.body.joined().contains("*"))
  }

  @Test("Half a pair of backticks before bold in one paragraph leaves the bold bold")
  func backtickSameParagraph() throws {
    let reading = try Reading(bulletin("单引号`在此，**先查后修。**镇里成立专班。"))
    #expect(!reading.body.joined().contains("*"))
  }

  @Test(
    "Where Markdown reads no entities the repair leaves nothing behind",
    arguments: ["~~~\n**先查。**后修\n~~~", "<div>**先查。**后修</div>"])
  func leftovers(markdown: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(markdown)\n\n\(sentence)"))
    #expect(!reading.body.joined().contains("FDD0"))
  }

  @Test(
    "A heading without a blank behind its marks is a heading", arguments: ["###闸门换新完成", "###**闸门换新完成**", "###“闸门换新”完成"])
  func unspacedHeading(line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)\n\n\(sentence)"))
    #expect(reading.titles.count == 2)
    #expect(letters(of: reading.titles.last ?? "") == "闸门换新完成")
  }

  @Test("A hashtag is no heading")
  func hashtag() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n#护河行动#受到关注。\n\n\(sentence)"))
    #expect(reading.body.dropFirst().first == "p:#护河行动#受到关注。")
  }

  @Test("Emphasis nested sixty times is read in no time")
  func deeplyNested() throws {
    let open = String(repeating: "*_", count: 30)
    let close = String(repeating: "_*", count: 30)
    let reading = try Reading(bulletin("\(open)先查后修 \(close)\n\n\(sentence)"))
    #expect(reading.articles.flatMap(\.body).contains { $0.plainText == sentence })
  }
}
