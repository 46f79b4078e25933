import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing
import TextWriter
import UnicodeText

/// The text of `issue`.
func text(_ issue: Issue, _ options: TextOptions = TextOptions(), style: HouseStyle = .gbt9704) throws -> String {
  let context = StageContext(houseStyle: style)
  return String(decoding: try PlainTextWriter(options: options).write(issue, context).bytes, as: UTF8.self)
}

/// An issue of one article with nothing else.
func issue(_ body: Block..., notes: [Note] = [], language: Language = .simplifiedChinese) -> Issue {
  Issue(sections: [Section(articles: [Article(title: "", body: body, notes: notes)])], language: language)
}

func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(text)])) }

@Suite("Writing plain text")
struct PlainTextWriterTests {
  @Test("A small bulletin looks as the house wants it")
  func chinese() throws {
    let small = Issue(
      masthead: Masthead(
        series: "“清水绿岸”专项行动", name: "清河水务简报", number: IssueNumber(verbatim: "第 7 期", number: 7), office: "清河市水务局办公室",
        date: IssueDate(verbatim: "2024 年 3 月 8 日", year: 2024, month: 3, day: 8)),
      sections: [
        Section(
          name: "工作动态",
          articles: [
            Article(
              title: "全市春季河道清淤现场会在柳溪镇召开 部署汛前八项重点工作", attribution: "市水务局河道科",
              body: [
                paragraph("3月5日，全市春季河道清淤现场会在柳溪镇召开。截至2月29日，全市完成清淤河道 128 条、326.5公里，占计划的91.8%。"),
                paragraph("会议要求，逐项销号。"),
              ])
          ])
      ],
      imprint: Imprint(
        distribution: [
          Distribution(label: "报", recipients: ["市委办公室"]), Distribution(label: "送", recipients: ["各县（区）委", "市各有关部门"]),
        ], copies: 160))
    let expected = """
                                “清水绿岸”专项行动

                                    清河水务简报

                                       第7期

      清河市水务局办公室                                          2024年3月8日
      ========================================================================


      【工作动态】

                         全市春季河道清淤现场会在柳溪镇召开
                                部署汛前八项重点工作
                         ----------------------------------

      　　3月5日，全市春季河道清淤现场会在柳溪镇召开。截至2月29日，全市完成清
      淤河道 128 条、326.5公里，占计划的91.8%。
      　　会议要求，逐项销号。
                                                            （市水务局河道科）

      ========================================================================
      报：市委办公室
      送：各县（区）委、市各有关部门
      ------------------------------------------------------------------------
                                                                     共印160份
      ========================================================================

      """
    let made = try text(small)
    for (line, wanted) in zip(made.split(separator: "\n"), expected.split(separator: "\n")) { #expect(line == wanted) }
    #expect(made == expected)
  }

  @Test("An English bulletin has no wide indents and parts its paragraphs by blank lines")
  func english() throws {
    let small = Issue(
      masthead: Masthead(
        name: "The Lockkeeper’s Bulletin", number: IssueNumber(verbatim: "Vol. 12 No. 3", volume: 12, number: 3)),
      sections: [
        Section(
          name: "News",
          articles: [
            Article(
              title: "The upper lock opens",
              body: [
                paragraph(
                  "The upper lock opened on 9 May — a week early, and the foreman was as surprised as anybody."),
                paragraph("“Nobody believed it.”"),
              ])
          ])
      ], language: .english)
    let expected = """
                             The Lockkeeper’s Bulletin

                                   Vol. 12 No. 3

      ========================================================================


      News
      ====

                                The upper lock opens
                                --------------------

      The upper lock opened on 9 May — a week early, and the foreman was as
      surprised as anybody.

      “Nobody believed it.”

      """
    let made = try text(small)
    for (line, wanted) in zip(made.split(separator: "\n"), expected.split(separator: "\n")) { #expect(line == wanted) }
    #expect(made == expected)
  }

  @Test("Contents lead to their pages by dots, all ending in one column")
  func contents() throws {
    let lines = try text(FictionalIssues.chinese).split(separator: "\n").map(String.init)
    let leaders = lines.filter { $0.contains(" ..") }
    let measure = ColumnMeasure()
    #expect(leaders.count == 3)
    #expect(leaders.allSatisfy { measure.columns(of: $0) == 72 })
    #expect(leaders.map { $0.split(separator: " ").last } == ["1", "3", "12"])
  }

  @Test("Footnotes and links are numbered apart and stand under their article")
  func notes() throws {
    let made = try text(
      issue(
        .paragraph(
          Paragraph([
            .text("清淤"), .noteReference("a"), .text("见"), .link(target: "https://x.example.org", [.text("网站")]),
            .text("、"), .link(target: "https://y.example.org", [.text("https://y.example.org")]), .text("、"),
            .link(target: "https://x.example.org", [.text("同上")]), .text("、"),
            .link(target: "mailto:a@x.example.org", [.text("a@x.example.org")]), .text("。"),
          ])), notes: [Note(id: "a", body: [paragraph("指挖去淤泥。")])]))
    #expect(
      made == """
        　　清淤〔1〕见网站[1]、https://y.example.org、同上[1]、
        a@x.example.org。

        --------------------
        〔1〕指挖去淤泥。
        [1] https://x.example.org

        """)
  }

  @Test("English footnotes say that they are notes; a link in the editor's note has its address there")
  func englishNotes() throws {
    var english = issue(
      .paragraph(Paragraph([.text("Dredging"), .noteReference("a"), .text(" is over."), .noteReference("gone")])),
      notes: [
        Note(
          id: "a",
          body: [.paragraph(Paragraph([.text("See "), .link(target: "https://n.example.org", [.text("us")])]))])
      ])
    english.language = .english
    english.editorsNote = EditorsNote(
      label: nil, body: [.paragraph(Paragraph([.link(target: "https://e.example.org", [.text("Here")]), .text(".")]))])
    let context = StageContext()
    let made = String(decoding: try PlainTextWriter().write(english, context).bytes, as: UTF8.self)
    #expect(
      made == """
            Here[1].

        --------------------
        [1] https://e.example.org


        Dredging[*1] is over.

        --------------------
        [*1] See us[2]
        [2] https://n.example.org

        """)
    #expect(context.diagnostics.diagnostics.map(\.id) == ["note-missing"])
  }

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

  @Test("A first-level heading of English text is underlined, since it has no number to show it")
  func englishHeading() throws {
    let heading = Block.subheading(Subheading(level: 1, [.text("What comes next")]))
    let deeper = Block.subheading(Subheading(level: 2, [.text("In May")]))
    #expect(
      try text(issue(heading, deeper, paragraph("More."), language: .english)) == """
        What comes next
        ---------------

        In May

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

  @Test("A masthead in two languages keeps the blank between them, and loses those that OCR left")
  func bilingualMasthead() throws {
    let date = IssueDate(verbatim: "2023 年 12 月 20 日 20 December 2023", year: 2023, month: 12, day: 20)
    let number = IssueNumber(verbatim: "第 4 期 No. 4", number: 4)
    let made = try text(Issue(masthead: Masthead(number: number, date: date)))
    #expect(made.contains("2023年12月20日 20 December 2023"))
    #expect(made.contains("第4期 No. 4"))
  }

  @Test("However narrow the page and deep the nesting, no line leaves it")
  func narrow() throws {
    var block = paragraph("河水清清，两岸种柳。")
    for _ in 0..<12 { block = .quote(Quote([.list(List(start: 1, items: [[block]]))])) }
    var narrow = issue(block)
    narrow.imprint = Imprint(distribution: [
      .init(label: "抄送本期简报的各有关单位和个人", recipients: ["县水务局", "各乡镇"])
    ])
    narrow.printedContents = PrintedContents(entries: [.init(kind: .article, text: "清淤", page: "第一百二十三页至第一百三十页")])
    let measure = ColumnMeasure(ambiguousWidth: 2)
    for indent in ["", String(repeating: "\u{3000}", count: 8)] {
      for line in try text(narrow, TextOptions(width: 20, indent: indent)).split(separator: "\n") {
        #expect(measure.columns(of: line) <= 20, "\(line)")
      }
    }
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

  @Test("Control characters stay out of the text, and a remark says so")
  func controls() throws {
    let context = StageContext()
    let bad = issue(paragraph("清\u{0}淤\u{1B}[31m\u{202E}河\u{7}道\r\n第二行"))
    let made = String(decoding: try PlainTextWriter().write(bad, context).bytes, as: UTF8.self)
    #expect(made == "　　清淤[31m河道\n第二行\n")
    let remark = context.diagnostics.diagnostics.first
    #expect(remark?.id == "control-character-dropped")
    #expect(remark?.message.english == "4 control characters are left out of the text: U+0000, U+0007, U+001B, U+202E")
  }

  // MARK: Options

  @Test("Width, indent and line ends are the caller's choice")
  func options() throws {
    let body = issue(paragraph("清河水务"), paragraph("春汛"))
    #expect(try text(body, TextOptions(width: 20, indent: "", lineEnding: .crlf)) == "清河水务\r\n\r\n春汛\r\n")
    var style = HouseStyle.gbt9704
    style.text.width = 20
    style.text.rule = "#"
    let head = Issue(masthead: Masthead(name: "简报"))
    #expect(try text(head, style: style) == "        简报\n\n####################\n")
  }

  @Test("Text can be written in GB 18030 and with a byte order mark")
  func encodings() throws {
    let body = issue(paragraph("清河"))
    let gb = try PlainTextWriter(options: TextOptions(encoding: .gb18030)).write(body, StageContext())
    #expect(try TextDecoder(.gb18030).decode(gb.bytes).text == "　　清河\n")
    #expect(gb.format.mediaType == "text/plain; charset=gb18030")
    let marked = try PlainTextWriter(options: TextOptions(writesByteOrderMark: true)).write(body, StageContext())
    #expect(marked.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test("A character that the encoding lacks is named with each of its places, not replaced")
  func unencodable() throws {
    var head = Paragraph([.text("清\u{20BB7}河")])
    head.source = SourceRange(line: 3)
    var tail = Paragraph([.text("\u{20BB7}与\u{151}，"), .link(target: "https://example.org/\u{151}", [.text("页")])])
    tail.source = SourceRange(start: SourcePosition(line: 5), endLine: 6)
    let bulletin = issue(.paragraph(head), .paragraph(tail))
    let writer = PlainTextWriter(options: TextOptions(encoding: .gbk))
    let source = "\n\n清\u{20BB7}河\n<!-- \u{20BB7} -->\n\u{20BB7}与\n&#x151;，[页](https://example.org/\u{151})\n"
    let error = #expect(throws: StageError.self) {
      try writer.write(bulletin, StageContext(sourceText: { source }))
    }
    #expect(error?.message.english == "gbk lacks \u{20BB7} (U+20BB7), \u{151} (U+0151)")
    let places = try #require(error?.places)
    // A character reference is no such character: the first place left of those lines is taken, then the beginning.
    #expect(
      places.map(\.position) == [
        SourcePosition(line: 3, column: 2), SourcePosition(line: 5, column: 1), SourcePosition(line: 6, column: 33),
        SourcePosition(line: 5, column: 1),
      ])
    #expect(places.first?.message.english == "gbk lacks \u{20BB7} (U+20BB7) in “清\u{20BB7}河”")
    #expect(places.first?.message.chinese == "编码 gbk 缺“清\u{20BB7}河”中的\u{20BB7}（U+20BB7）")
    // Without the text of the source, the lines are what the model knows.
    let blind = #expect(throws: StageError.self) { try writer.write(bulletin, StageContext()) }
    #expect(blind?.places.map { $0.position?.line } == [3, 5, 5, 5])
    var mail = MailWriter(options: MailOptions(from: "o@example.org"))
    mail.options.text.encoding = .gbk
    let mailed = #expect(throws: StageError.self) { try mail.write(bulletin, StageContext(sourceText: { source })) }
    #expect(mailed?.places == places)
  }

  @Test("A hundred places are named, and how many there are")
  func manyUnencodable() throws {
    let bulletin = issue(paragraph(String(repeating: "\u{20BB7}", count: 5_000)))
    let error = #expect(throws: StageError.self) {
      try PlainTextWriter(options: TextOptions(encoding: .big5)).write(bulletin, StageContext())
    }
    #expect(error?.places.count == 101)
    #expect(error?.places.last?.message.english == "big5 lacks characters at 5000 places, of which 100 are named")
  }

  @Test("Contents are numbered if the house wants it, but for entries with a number or bullet of their own")
  func numberedContents() throws {
    var bulletin = Issue(
      printedContents: PrintedContents(entries: [
        .init(kind: .section, text: "动态"), .init(kind: .article, text: "清淤"),
        .init(kind: .article, text: "植柳", label: "※"),
        .init(kind: .article, text: "2031年要事"),
      ]))
    #expect(try text(bulletin).hasPrefix("【动态】\n　　清淤\n　　※植柳\n　　2031年要事\n"))
    let numbered = try text(bulletin, TextOptions(numbersContents: true))
    #expect(numbered.hasPrefix("【动态】\n　　1. 清淤\n　　※植柳\n　　3. 2031年要事\n"))
    bulletin.printedContents = nil
    #expect(try text(bulletin, TextOptions(numbersContents: true)) == "")
  }

  @Test("Justified lines are those of paragraphs of a fixed width: none of columns, none that flow")
  func justified() throws {
    let words = paragraph("3月5日，全市河道清淤现场会在柳溪镇召开，The Meeting 通报了去冬今春清淤进展。")
    let options = TextOptions(width: 30, isJustified: true)
    let lines = try text(issue(words), options).split(separator: "\n").map(String.init)
    let measure = ColumnMeasure(ambiguousWidth: 2)
    #expect(lines.dropLast().allSatisfy { measure.columns(of: $0) == 30 }, "\(lines)")
    let table = Table(
      headerRows: 1, rows: [FictionalIssues.row("甲", "乙"), FictionalIssues.row("1", "清河3号闸，新开 12 扇，又修 6 扇，完")])
    #expect(try text(issue(.table(table)), options) == text(issue(.table(table)), TextOptions(width: 30)))
    for flow in [TextOptions.Flow.none, .flowed] {
      #expect(
        try text(issue(words), TextOptions(width: 30, isJustified: true, flow: flow))
          == text(issue(words), TextOptions(width: 30, flow: flow)))
    }
  }

  @Test("Stages can be left out and added")
  func stages() throws {
    var writer = PlainTextWriter()
    writer.stages.removeAll { $0.name == "imprint" }
    writer.stages.append(TextStage("farewell") { $0.right("再见") })
    let made = String(decoding: try writer.write(FictionalIssues.chinese, StageContext()).bytes, as: UTF8.self)
    #expect(!made.contains("共印160份"))
    #expect(made.hasSuffix(String(repeating: " ", count: 68) + "再见\n"))
  }

  @Test("An empty issue is an empty text")
  func empty() throws {
    #expect(try text(Issue()) == "")
  }
}
