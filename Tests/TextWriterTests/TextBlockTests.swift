import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing
import TextWriter
import UnicodeText

@Suite("Blocks in plain text")
struct TextBlockTests {
  @Test("Lists hang under their numbers, lists in lists too")
  func lists() throws {
    let inner = Block.list(List(start: nil, items: [[paragraph("每月一次；")]]))
    let made = try text(
      issue(.list(List(start: 9, items: [[paragraph("完成清淤，公示不少于7天；"), inner], [paragraph("验收。")]]))),
      TextOptions(width: 24))
    #expect(
      made == """
            9. 完成清淤，公示不
               少于7天；
               - 每月一次；
            10. 验收。

        """)
  }

  /// A table that does not fit 32 columns.
  private let wide = Table(
    headerRows: 1,
    rows: [
      FictionalIssues.row("单位", "措施"), FictionalIssues.row("区应急局防汛抗旱科和值班室", "组建队伍六支，配齐冲锋舟和排涝车"),
      FictionalIssues.row("", "夜间拉练"),
    ])

  @Test("A table that is too wide becomes records, each cell behind the head of its column")
  func records() throws {
    let made = try text(issue(paragraph("各单位："), .table(wide), paragraph("完。")), TextOptions(width: 32))
    #expect(
      made == """
        　　各单位：

        单位：区应急局防汛抗旱科和值班室
        措施：组建队伍六支，配齐冲锋舟和
              排涝车

        单位：
        措施：夜间拉练

        　　完。

        """)
  }

  @Test("In an English bulletin the heads of records end in a colon and a blank")
  func englishRecords() throws {
    let table = Table(
      headerRows: 1,
      rows: [
        FictionalIssues.row("Harbour office", "Depth of the fairway in spring"),
        FictionalIssues.row("North Quay and Fish Dock", "4.2 metres, dredging goes on"),
      ])
    let made = try text(issue(.table(table), language: .english), TextOptions(width: 32))
    #expect(
      made == """
        Harbour office: North Quay and
            Fish Dock
        Depth of the fairway in spring:
            4.2 metres, dredging goes on

        """)
  }

  @Test("A house that wants each word once has wide tables row after row, with bars between cells")
  func narrowTable() throws {
    let rows = [
      FictionalIssues.row("单位", "措施"), FictionalIssues.row("区应急局防汛抗旱科和值班室", "组建队伍六支"),
      FictionalIssues.row("", "夜间拉练"),
    ]
    let table = issue(.table(Table(headerRows: 1, rows: rows)))
    var style = HouseStyle.gbt9704
    style.text.wideTables = .rows
    let made = try text(table, TextOptions(width: 32), style: style)
    #expect(try text(table, TextOptions(width: 32, wideTables: .rows)) == made)
    #expect(
      made == """
        单位｜措施
        区应急局防汛抗旱科和值班室｜组建
            队伍六支
        ｜夜间拉练

        """)
  }

  @Test("Numbers below a head stand at the right of their column, unless the source sets the column")
  func numbers() throws {
    let rows = [
      FictionalIssues.row("泵站", "流量", "同比"), FictionalIssues.row("河口", "1,284", "-2.1%"),
      FictionalIssues.row("上河", "96", "—"),
    ]
    let made = try text(issue(.table(Table(headerRows: 1, rows: rows))), TextOptions(width: 24))
    #expect(
      made == """
           泵站   流量   同比
           ----  -----  -----
           河口  1,284  -2.1%
           上河     96     —

        """)
    let left = try text(
      issue(.table(Table(alignments: [.none, .left], headerRows: 1, rows: rows))), TextOptions(width: 24))
    #expect(left.contains("   上河  96        —"))
  }

  @Test("Quotes and editor's notes are set in from both sides")
  func quotes() throws {
    let made = try text(issue(.quote(Quote([paragraph("宁可十防九空，不可失防万一。")]))), TextOptions(width: 24))
    #expect(
      made == """
            　　宁可十防九
            空，不可失防
            万一。

        """)
  }

  @Test("Attachments stand under each other, behind the label of the first")
  func attachments() throws {
    let list = ["附件：1. 督查问题清单", "2. 抽查情况统计表"].map { Block.paragraph(Paragraph([.text($0)], role: .attachments)) }
    #expect(try text(issue(list[0], list[1])) == "　　附件：1. 督查问题清单\n　　      2. 抽查情况统计表\n")
  }

  @Test("A heading without a number has room above it, whatever its level")
  func unnumberedHeading() throws {
    let numbered = Block.subheading(Subheading(level: 2, [.text("（一）谁来管")]))
    let plain = Block.subheading(Subheading(level: 3, [.text("钱从哪来")]))
    #expect(try text(issue(paragraph("正文。"), numbered, plain)) == "　　正文。\n　　（一）谁来管\n\n　　钱从哪来\n")
  }

  @Test("A heading of English text is underlined if it is of the first level or has no number to show it")
  func englishHeading() throws {
    let heading = Block.subheading(Subheading(level: 1, [.text("What comes next")]))
    let deeper = Block.subheading(Subheading(level: 2, [.text("B.1 In May")]))
    #expect(
      try text(issue(heading, deeper, paragraph("More."), language: .english)) == """
        What comes next
        ---------------

        B.1 In May

        More.

        """)
    #expect(try text(issue(heading)) == "　　What comes next\n")
  }

  @Test("A caption that says itself that it is one gets no second label; in traditional Chinese the label is 圖")
  func pictureLabels() throws {
    func figure(_ caption: String, _ language: Language) throws -> String {
      try text(
        issue(.figure(Figure(image: ImageReference(target: "a.png"), caption: [.text(caption)])), language: language)
      ).filter { $0 != " " && $0 != "\n" }
    }
    #expect(try figure("图1　清淤", .simplifiedChinese) == "〔图1　清淤〕")
    #expect(try figure("图 1　清淤", .simplifiedChinese) == "〔图1　清淤〕")
    #expect(try figure("清淤", .simplifiedChinese) == "〔图：清淤〕")
    #expect(try figure("清淤", .traditionalChinese) == "〔圖：清淤〕")
  }

  @Test("Preformatted lines stay as they are")
  func preformatted() throws {
    let long = String(repeating: "0123456789", count: 9)
    #expect(try text(issue(.preformatted(Preformatted("a\tb\n\n  \(long)  \nc")))) == "a\tb\n\n  \(long)\nc\n")
  }

  @Test("A superscript behind a digit is marked")
  func superscript() throws {
    let made = try text(issue(.paragraph(Paragraph([.text("10"), .superscript([.text("3")]), .text("立方米")]))))
    #expect(made == "　　10^3立方米\n")
  }
}
