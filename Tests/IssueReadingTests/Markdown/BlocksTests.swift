import IssueModel
import Testing

@Suite("Blocks of Markdown")
struct BlocksTests {
  @Test("Two ideographic blanks begin a paragraph, also without an empty line")
  func indents() throws {
    let reading = try Reading(bulletin("　　\(sentence)\n　　\(sentence)\n续行的字。"))
    #expect(reading.body == ["p:" + sentence, "p:" + sentence + "续行的字。"])
  }

  @Test("Four blanks before Chinese are an indent, before a program they are code")
  func fourBlanks() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n    \(sentence)\n\n\(sentence)\n\n    let x = 1\n"))
    #expect(reading.body == ["p:" + sentence, "p:" + sentence, "p:" + sentence, "pre:let x = 1"])
  }

  @Test("Lines of a paragraph are joined without a blank in Chinese and with one in English")
  func softBreaks() throws {
    #expect(try Reading(bulletin("五月以来，河畔镇检修\n泵站七座。")).body == ["p:五月以来，河畔镇检修泵站七座。"])
    let english = try Reading(
      "# River Bulletin\n\nIssue 7\n\n6 May 2031\n\n---\n\n## Pumps\n\nAll seven were\nchecked in May.\n")
    #expect(english.body == ["p:All seven were checked in May."])
  }

  @Test("Two blanks at the end of a line keep the line's end")
  func hardBreak() throws {
    #expect(try Reading(bulletin("\(sentence)\n\n甲站  \n乙站")).body.last == "p:甲站\n乙站")
  }

  @Test("Words that are struck out are told with their line, since they are printed")
  func struck() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n定于~~五月六日~~五月七日检修，3~5人一组，8~9点开始。"))
    #expect(reading.body.last == "p:定于五月六日五月七日检修，3~5人一组，8~9点开始。")
    let remarks = reading.remarks.filter { $0.id == "strikethrough-dropped" }
    #expect(remarks.count == 1)
    #expect(remarks.first?.message.chinese.contains("“五月六日”") == true && remarks.first?.position?.line ?? 0 > 5)
  }

  @Test("A table keeps its head, its cells and their alignment")
  func table() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n| 站 | 台数 | 备注 |\n|:---|---:|:---:|\n| 甲 | 3 | **新** |\n| 乙 |  | |"))
    guard case .table(let table)? = reading.articles.first?.body.last else {
      Issue.record("no table")
      return
    }
    #expect(table.headerRows == 1)
    #expect(table.alignments == [.left, .right, .center])
    #expect(table.rows.map { $0.map(\.body.plainText) } == [["站", "台数", "备注"], ["甲", "3", "新"], ["乙", "", ""]])
  }

  @Test("A picture alone is a figure, one within text stays there")
  func figure() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n![泵站外景](img/pump.png)\n\n看![图标](i.png)这里，一切正常。"))
    guard case .figure(let figure)? = reading.articles.first?.body.dropFirst().first else {
      Issue.record("no figure")
      return
    }
    #expect(figure.image == ImageReference(target: "img/pump.png", description: "泵站外景"))
    #expect(reading.paragraphs.last == "看图标这里，一切正常。")
  }

  @Test("A footnote belongs to the article that refers to it")
  func footnotes() throws {
    let reading = try Reading(bulletin("检修完毕[^a]。\n\n### 夏收准备就绪\n\n\(sentence)[^b]\n\n[^a]: 数据截至五月底。\n[^b]: 见镇志。"))
    #expect(reading.articles.map { $0.notes.map(\.body.plainText) } == [["数据截至五月底。"], ["见镇志。"]])
    #expect(Set(reading.articles.flatMap(\.notes).map(\.id)).count == 2)
  }

  @Test("Lists keep their order, their start and what is nested in them")
  func lists() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n3. 甲\n4. 乙\n   - 丙\n\n   又一段\n"))
    guard case .list(let list)? = reading.articles.first?.body.last else {
      Issue.record("no list")
      return
    }
    #expect(list.start == 3)
    #expect(list.items.map { $0.map(Reading.described) } == [["p:甲"], ["p:乙", "list:丙", "p:又一段"]])
  }

  @Test("Every block knows the line it came from")
  func positions() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n- 甲\n- 乙\n\n> 引文\n\n| 甲 |\n|---|\n\n```\nx\n```"))
    #expect(reading.articles.first?.body.map { $0.source?.line } == [0, 2, 5, 7, 10].map { bodyLine + $0 })
  }

  @Test("Columns that strokes underline are a table, with the caption below it")
  func drawn() throws {
    let simple = """
        线路            班次      客运量
        ------------  --------  ---------
        河畔—码头           24      1,240
        河畔—渡口           16        810

        : 表1 假期客运
      """
    let several = """
      ----------------------------
      项目          说明
      ------------- --------------
      水泵          更换十二台，
                    另备两台

      渠道          三十里
      ----------------------------
      """
    let grid = "+------+------+\n| 项目 | 里程 |\n+======+======+\n| 渠道 | 30   |\n+------+------+"
    let box = "┌──┬──┐\n│项目│里程│\n├──┼──┤\n│渠道│30│\n│堤防│12│\n└──┴──┘"
    let reading = try Reading(bulletin([simple, several, grid, box].joined(separator: "\n\n")))
    let tables = reading.articles.flatMap(\.body).compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(
      tables.map { $0.rows.map { $0.map(\.body.plainText) } } == [
        [["线路", "班次", "客运量"], ["河畔—码头", "24", "1,240"], ["河畔—渡口", "16", "810"]],
        [["项目", "说明"], ["水泵", "更换十二台，另备两台"], ["渠道", "三十里"]],
        [["项目", "里程"], ["渠道", "30"]], [["项目", "里程"], ["渠道", "30"], ["堤防", "12"]],
      ])
    #expect(tables.allSatisfy { $0.headerRows == 1 })
    #expect(tables.first?.caption == [.text("表1 假期客运")])
  }

  @Test("A list in a cell keeps its items apart")
  func listInCell() throws {
    let pipe = try Reading(bulletin("| 甲 | 乙 |\n|---|---|\n| 一 | <ul><li>水泵</li><li>渠道</li></ul> |"))
    #expect(pipe.body == ["table:甲\t乙\n一\t水泵\n渠道"])
    let html = try Reading(bulletin("<table><tr><td>一</td><td><ul><li>水泵</li><li>渠道</li></ul></td></tr></table>"))
    #expect(html.body == ["table:一\t水泵\n渠道"])
  }

  @Test("Pandoc's names of looks go, and a line whose look is that of titles is one")
  func pandocMarks() throws {
    let reading = try Reading(
      bulletin("\(sentence)[重点]{.underline}。\n\n::: {custom-style=\"正文标题\"}\n渠道清淤完成\n:::\n\n\(sentence)")
        .replacing("新泵站投入运行", with: "新泵站投入运行 {#pump .unnumbered}"))
    #expect(reading.titles.first == "新泵站投入运行")
    #expect(reading.body == ["p:" + sentence + "重点。", "h1:渠道清淤完成", "p:" + sentence])
  }

  @Test("Six wide strokes or more are a rule")
  func wideStrokes() throws {
    #expect(
      try Reading(bulletin("\(sentence)\n\n————————\n\n\(sentence)")).body == [
        "p:" + sentence, "rule", "p:" + sentence,
      ])
  }

  @Test("The size that pandoc wraps behind a picture is none of its words")
  func wrappedSize() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n![](pump.png){width=\"4.8in\"\nheight=\"3.1in\"}\n\n图1 新换的水泵\n\n\(sentence)"))
    #expect(reading.body == ["p:" + sentence, "figure:图1 新换的水泵", "p:" + sentence])
  }
}
