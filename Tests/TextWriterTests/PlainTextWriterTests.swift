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

func paragraph(_ text: String, line: Int? = nil) -> Block {
  .paragraph(Paragraph([.text(text)], source: line.map { SourceRange(line: $0) }))
}

@Suite("Writing plain text")
struct PlainTextWriterTests {
  @Test("Rows, rules and places of masthead and imprint are those of the house")
  func arrangement() throws {
    let issue = Issue(
      masthead: Masthead(
        name: "清河水务简报", number: IssueNumber(verbatim: "第7期", number: 7), office: "清河市水务局办公室",
        date: IssueDate(verbatim: "2024年3月8日", year: 2024, month: 3, day: 8),
        arrangement: [[.name], [.number], [.office, .date]]),
      sections: [Section(articles: [Article(title: "", body: [paragraph("开工。")])])],
      imprint: Imprint(
        distribution: [Distribution(label: "报", recipients: ["市政府"]), Distribution(label: "发", recipients: ["各镇"])],
        copies: 30))
    var style = HouseStyle.gbt9704
    style.text.width = 40
    style.masthead = Arrangement(
      .always,
      [
        .row([.init(.office, alignment: .left), .init(.date, alignment: .right)]), .rule,
        .row([.init(.number, alignment: .right)]), .row([.init(.name, alignment: .left)]),
      ])
    style.imprint = Arrangement(
      .always, [.row([.init(.copies, alignment: .left)]), .rule, .row([.init(.distribution, labels: ["发", "报"])])])
    #expect(
      try text(issue, style: style) == """
        清河市水务局办公室          2024年3月8日
        ========================================
                                           第7期

        清河水务简报


        　　开工。

        共印30份
        ----------------------------------------
        发：各镇
        报：市政府

        """)
  }

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

  @Test("A masthead in two languages keeps the blank between them, and loses those that OCR left")
  func bilingualMasthead() throws {
    let date = IssueDate(verbatim: "2023 年 12 月 20 日 20 December 2023", year: 2023, month: 12, day: 20)
    let number = IssueNumber(verbatim: "第 4 期 No. 4", number: 4)
    let made = try text(Issue(masthead: Masthead(number: number, date: date)))
    #expect(made.contains("2023年12月20日 20 December 2023"))
    #expect(made.contains("第4期 No. 4"))
  }

  @Test("Control characters stay out of the text, and a remark says so")
  func controls() throws {
    let context = StageContext()
    let bad = issue(paragraph("清\u{0}淤\u{1B}[31m\u{202E}河\u{7}道\r\n第二行", line: 14))
    let made = String(decoding: try PlainTextWriter().write(bad, context).bytes, as: UTF8.self)
    #expect(made == "　　清淤[31m河道\n第二行\n")
    let remark = context.diagnostics.diagnostics.first
    #expect(remark?.id == "control-character-dropped" && remark?.position?.line == 14)
    #expect(remark?.message.english == "4 control characters are left out of the text: U+0000, U+0007, U+001B, U+202E")
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
