import IssueModel
import Testing

@Suite("Recovery: the contents list")
struct ContentsTests {
  private func issue(_ list: String, _ text: String) -> String {
    "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n\(list)\n\n\(text)\n"
  }
  private var articles: String { "## 春播如期开始\n\n\(sentence)\n\n## 夏收准备就绪\n\n\(sentence)" }

  @Test("A list without a heading is known by its echo in the text")
  func bare() throws {
    let reading = try Reading(issue("- 春播如期开始\n- 夏收准备就绪", articles))
    #expect(reading.issue.printedContents?.heading == nil)
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.remarks == [])
  }

  @Test("A list grouped by sections keeps the groups")
  func grouped() throws {
    let reading = try Reading(
      issue(
        "## 【农事】\n\n- 春播如期开始\n\n## 【水利】\n\n- 闸门换新完成",
        "【农事】\n\n## 春播如期开始\n\n\(sentence)\n\n### 【水利】\n\n## 闸门换新完成\n\n\(sentence)"))
    #expect(reading.issue.printedContents?.entries.map(\.kind) == [.section, .article, .section, .article])
    #expect(reading.sections == ["农事", "水利"])
    #expect(reading.titles == ["春播如期开始", "闸门换新完成"])
  }

  @Test("A first list of the text that nothing echoes is no contents list")
  func listOfTheText() throws {
    let reading = try Reading(issue("- 水泵十二台\n- 闸门三扇", "\(sentence)\n\n## 夏收准备就绪\n\n\(sentence)"))
    #expect(reading.issue.printedContents == nil)
    #expect(letters(reading.articles).hasPrefix("水泵十二台闸门三扇"))
  }

  @Test("An entry that names no article is reported at its line")
  func unmatched() throws {
    let reading = try Reading(issue("目录\n\n- 春播如期开始\n- 消防演练举行\n- 夏收准备就绪", articles))
    #expect(reading.lines(of: "contents-entry-unmatched") == [12])
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.issue.printedContents?.entries.count == 3)
  }

  @Test("A section of the list that the text lacks is reported")
  func unmatchedSection() throws {
    let reading = try Reading(issue("目录\n\n【农事】\n\n- 春播如期开始\n\n【水利】\n\n- 夏收准备就绪", "【农事】\n\n" + articles))
    #expect(reading.lines(of: "contents-section-unmatched") == [15])
  }

  @Test("An article the list does not name is an article, and is reported")
  func unlisted() throws {
    let reading = try Reading(issue("目录\n\n- 春播如期开始\n- 夏收准备就绪", articles + "\n\n## 消防演练举行\n\n\(sentence)"))
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪", "消防演练举行"])
    #expect(reading.lines(of: "article-unlisted") == [22])
  }

  @Test("A list that is altogether wrong does not spoil the titles")
  func wrong() throws {
    let reading = try Reading(issue("目录\n\n- 冬修水利动员\n- 秋粮入库过半", articles))
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.body == ["p:" + sentence, "p:" + sentence])
    #expect(reading.lines(of: "contents-entry-unmatched") == [11, 12])
  }

  @Test("A title that differs by a few letters from its entry is kept and reported")
  func differs() throws {
    let reading = try Reading(
      issue("目录\n\n- 河畔镇七座泵站检修全部完工\n- 夏收准备就绪", "## 河畔镇七座泵站检修全面完工\n\n\(sentence)\n\n## 夏收准备就绪\n\n\(sentence)"))
    #expect(reading.titles == ["河畔镇七座泵站检修全面完工", "夏收准备就绪"])
    #expect(reading.lines(of: "title-differs") == [14])
  }

  @Test("Text before the list comes behind it, and that is told at the list")
  func textBefore() throws {
    let foreword = "## 卷首语\n\n\(sentence)"
    let reading = try Reading(issue(foreword + "\n\n目录\n\n- 春播如期开始\n- 夏收准备就绪", articles))
    #expect(reading.issue.printedContents?.entries.count == 2)
    #expect(reading.titles == ["卷首语", "春播如期开始", "夏收准备就绪"])
    #expect(reading.lines(of: "contents-moved") == [13])
    #expect(try Reading(issue("目录\n\n- 春播如期开始\n- 夏收准备就绪", articles)).lines(of: "contents-moved") == [])
  }

  @Test("Entries in another order than the articles find them all the same")
  func reordered() throws {
    let reading = try Reading(issue("目录\n\n- 夏收准备就绪\n- 春播如期开始", articles))
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.lines(of: "contents-entry-unmatched") == [])
  }

  @Test("An editor's note ends the list")
  func note() throws {
    let reading = try Reading(issue("目录\n\n- 春播如期开始\n- 夏收准备就绪", "编者按：农时不等人。\n\n" + articles))
    #expect(reading.issue.printedContents?.entries.count == 2)
    #expect(reading.issue.editorsNote?.body.plainText == "农时不等人。")
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
  }

  @Test("The numbers of a numbered list are the labels of its entries")
  func numbered() throws {
    let reading = try Reading(issue("目录\n\n1. 春播如期开始\n2. 夏收准备就绪", articles))
    #expect(reading.issue.printedContents?.entries.map(\.label) == ["1.", "2."])
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
  }

  @Test(
    "A page before the title, or in Chinese numbers behind a gap, is the page",
    arguments: ["p.1  春播如期开始\n\np.12  夏收准备就绪", "春播如期开始　　　　一\n\n夏收准备就绪　　　　十二"])
  func pagesElsewhere(list: String) throws {
    let reading = try Reading(issue("目录\n\n" + list, articles))
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.issue.printedContents?.entries.allSatisfy { $0.page != nil } == true)
  }

  @Test("A section that each row of a contents table repeats is kept once, and that is said")
  func repeatedInTable() throws {
    let reading = try Reading(
      issue(
        "目录\n\n| 栏目 | 题目 | 页 |\n|:--|:--|--:|\n| 农事 | 春播如期开始 | 1 |\n| 农事 | 夏收准备就绪 | 2 |", articles))
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["农事", "春播如期开始", "夏收准备就绪"])
    #expect(reading.lines(of: "layout-table-opened").count == 2)
  }

  @Test("Bare numbers that count the entries are not words of the titles")
  func bareNumbers() throws {
    let reading = try Reading(issue("目录\n\n1 春播如期开始\n\n2 夏收准备就绪", articles))
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.issue.printedContents?.entries.map(\.label) == ["1", "2"])
  }

  @Test("The writer between dots and page is none of an entry's words; nor is a column of writers")
  func writers() throws {
    let head = "# 河畔通讯\n\n第7期\n\n2031年5月6日\n\n---\n\n目录\n\n"
    let text = "\n\n---\n\n## 口述史采集的经验\n\n\(sentence)\n\n## 家谱资料的用处\n\n\(sentence)\n"
    let dotted = try Reading(head + "口述史采集的经验…………黎　昕　6\n\n家谱资料的用处…………蒙　舟　11" + text)
    #expect(dotted.issue.printedContents?.entries.map(\.text) == ["口述史采集的经验", "家谱资料的用处"])
    #expect(dotted.issue.printedContents?.entries.map(\.page) == ["黎昕　6", "蒙舟　11"])
    let table = try Reading(
      head + "| 题目 | 作者 | 页码 |\n|---|---|---|\n| 口述史采集的经验 | 黎昕 | 6 |\n| 家谱资料的用处 | 蒙舟 | 11 |" + text)
    #expect(table.issue.printedContents?.entries.map(\.text) == ["口述史采集的经验", "家谱资料的用处"])
  }

  @Test("Two headings in one article that a complete list does not name divide it")
  func inner() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n目录\n\n贷款余额突破二十亿元\n\n反假宣传走进早市\n\n一笔汇款的三小时\n\n## 贷款余额突破二十亿元\n\n\(sentence)\n\n## 从“等上门”到“走街巷”\n\n\(sentence)\n\n## 从“看抵押”到“看经营”\n\n\(sentence)\n\n## 反假宣传走进早市\n\n\(sentence)\n\n## 一笔汇款的三小时\n\n\(sentence)\n"
    )
    #expect(reading.titles == ["贷款余额突破二十亿元", "反假宣传走进早市", "一笔汇款的三小时"])
    #expect(reading.body.filter { $0.hasPrefix("h1:") }.count == 2)
  }

  @Test("Pages are told by their word or letter too, and a writer set off by a gap is none of the title's words")
  func wordedPages() throws {
    let head = "# 河畔通讯\n\n第7期\n\n2031年5月6日\n\n---\n\n目录\n\n"
    let text = "\n\n---\n\n## 口述史采集的经验\n\n\(sentence)\n\n## 家谱资料的用处\n\n\(sentence)\n"
    let lists: [(String, [String])] = [
      ("★ 口述史采集的经验 2版\n\n★ 家谱资料的用处 3版", ["2版", "3版"]),
      ("P2　口述史采集的经验\n\nP4　家谱资料的用处", ["P2", "P4"]),
      ("口述史采集的经验　　　　数学组　段知白（2）\n\n家谱资料的用处　　　　教务处（4）", ["数学组　段知白　2", "教务处　4"]),
    ]
    for (list, pages) in lists {
      let reading = try Reading(head + list + text)
      #expect(reading.issue.printedContents?.entries.map(\.text) == ["口述史采集的经验", "家谱资料的用处"])
      #expect(reading.issue.printedContents?.entries.map(\.page) == pages)
      #expect(reading.titles == ["口述史采集的经验", "家谱资料的用处"])
    }
  }

  @Test("A section's name before the first of its titles, and a writer before the page in brackets, are told apart")
  func sectionsBesideTitles() throws {
    let reading = try Reading(
      "# 河畔信息\n\n第7期\n\n2031年5月6日\n\n【本期导读】\n\n要闻传真　泵站投入运行………沈君山 (1)\n\n　　　　　渠道清淤完成……………鲁 青 (2)\n\n【要闻传真】\n\n**泵站投入运行**\n\n\(sentence)\n\n**渠道清淤完成**\n\n\(sentence)"
    )
    let entries = try #require(reading.issue.printedContents?.entries)
    #expect(entries.map(\.text) == ["要闻传真", "泵站投入运行", "渠道清淤完成"])
    #expect(entries.map(\.page) == [nil, "沈君山　1", "鲁青　2"])
  }

  @Test("A list may name the sections alone, on one line with its heading")
  func sectionsAlone() throws {
    let reading = try Reading(
      "# 扶贫简报\n\n第7期\n\n2031年5月6日\n\n【本期内容】 产业扶贫 | 驻村日记\n\n【产业扶贫】\n\n**刺梨基地迎来首次采摘**\n\n\(sentence)\n\n【驻村日记】\n\n**老杨的账本**\n\n6月12日　晴\n\n\(sentence)"
    )
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["产业扶贫", "驻村日记"])
    #expect(reading.titles == ["刺梨基地迎来首次采摘", "老杨的账本"])
  }

  @Test("A section's name in brackets before each of its titles is a section, square or round")
  func sectionsInBrackets() throws {
    for (open, close) in [("[", "]"), ("（", "）")] {
      let list = [("农事", "春播如期开始"), ("农事", "夏收准备就绪"), ("水利", "闸门换新完成")].map { "- \(open)\($0)\(close) \($1)" }
      let reading = try Reading(
        issue(
          "### 本期目录\n\n" + list.joined(separator: "\n"),
          "## 农事\n\n# 春播如期开始\n\n\(sentence)\n\n#### 夏收准备就绪\n\n\(sentence)\n\n#### 水利\n\n# 闸门换新完成\n\n\(sentence)"))
      let entries = try #require(reading.issue.printedContents?.entries)
      #expect(entries.map(\.text) == ["农事", "春播如期开始", "夏收准备就绪", "水利", "闸门换新完成"])
      #expect(entries.map(\.kind) == [.section, .article, .article, .section, .article])
      #expect(reading.sections == ["农事", "水利"])
      #expect(reading.titles == ["春播如期开始", "夏收准备就绪", "闸门换新完成"])
      #expect(reading.lines(of: "contents-section-repeated") == [12])
    }
  }

  @Test("A table of titles and their writers below the heading is the list; another table there stays one")
  func tableOfWriters() throws {
    let text = "## 春播如期开始\n\n上河县农业局\n\n\(sentence)\n\n## 夏收准备就绪\n\n下河县农业局\n\n\(sentence)"
    let reading = try Reading(
      issue("# 目 录\n\n| 春播如期开始 | 上河县农业局 |\n|---|---|\n| 夏收准备就绪 | 下河县农业局 |", text))
    let entries = try #require(reading.issue.printedContents?.entries)
    #expect(entries.map(\.text) == ["春播如期开始", "夏收准备就绪"])
    #expect(entries.map(\.page) == ["上河县农业局", "下河县农业局"])
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.articles.map(\.byline) == ["上河县农业局", "下河县农业局"])
    #expect(reading.lines(of: "layout-table-opened") == [11])
    let other = try Reading(
      issue("# 目 录\n\n| 春播如期开始 | 三千亩 |\n|---|---|\n| 夏收准备就绪 | 两千亩 |", text))
    #expect(other.lines(of: "layout-table-opened") == [])
  }

  @Test("Entries that the text has right above others are sections, though dots stand before all of them")
  func dottedSections() throws {
    let reading = try Reading(
      issue(
        "目　录\n\n·泵站运行\n\n　·一季度供水情况\n\n　·三号泵检修完工\n\n·用户来信\n\n　·来信受理情况",
        "# 泵站运行\n\n## 一季度供水情况\n\n\(sentence)\n\n## 三号泵检修完工\n\n\(sentence)\n\n# 用户来信\n\n"
          + "**来信受理情况**\n\n\(sentence)"))
    #expect(reading.sections == ["泵站运行", "用户来信"])
    #expect(reading.titles == ["一季度供水情况", "三号泵检修完工", "来信受理情况"])
  }

  @Test("A table of titles, each beside its section, is the contents list where the text has both again")
  func sectionColumn() throws {
    let body =
      "<h2>守望</h2><h3>候鸟点算结果</h3><p>\(sentence)</p><h3>清除藤蔓四吨半</h3><p>\(sentence)</p><h2>足迹</h2><h3>夜行路线后记</h3><p>\(sentence)</p>"
    let rows = [("候鸟点算结果", "守望"), ("清除藤蔓四吨半", "守望"), ("夜行路线后记", "足迹")]
      .map { "<tr><td>\($0.0)</td><td>\($0.1)</td></tr>" }.joined()
    let reading = try Reading(
      "<html><body><h1>河畔通讯</h1><p>第7期　2031年5月6日</p><table><tr><td colspan=\"2\">本期内容</td></tr>\(rows)</table>\(body)</body></html>",
      as: .html)
    #expect(
      reading.issue.printedContents?.entries.filter { $0.kind == .article }.map(\.text) == [
        "候鸟点算结果", "清除藤蔓四吨半", "夜行路线后记",
      ])
    #expect(reading.sections == ["守望", "足迹"])
    #expect(reading.titles == ["候鸟点算结果", "清除藤蔓四吨半", "夜行路线后记"])
    // Told: the table, and the name that stood in two rows.
    #expect(reading.lines(of: "layout-table-opened").count == 2)
  }

  @Test(
    "Titles that count on one line behind a word are the contents list if the text has all of them; what news counts is text"
  )
  func countedLine() throws {
    let head = "# 河畔简报\n\n第7期\n\n河畔镇办公室　2031年5月6日\n\n"
    let body = "## 泵站提前投入运行\n\n\(sentence)\n\n## 渠道疏通接近完工\n\n\(sentence)\n"
    let reading = try Reading(head + "要闻：1、泵站提前投入运行 2、渠道疏通接近完工\n\n" + body)
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["泵站提前投入运行", "渠道疏通接近完工"])
    #expect(reading.titles == ["泵站提前投入运行", "渠道疏通接近完工"])
    let news = try Reading(head + "要闻：1、泵站提前投入运行 2、闸门全部换新\n\n" + body)
    #expect(news.issue.printedContents == nil)
  }

  @Test("Under 栏目 and 标题 each section stands once beside the first of its titles")
  func columnNames() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n河畔镇办公室　2031年5月6日\n\n目录\n\n| 栏目 | 标题 |\n|---|---|\n| 水利 | 泵站提前投入运行 |\n|  | 渠道疏通接近完工 |\n| 农事 | 早稻全部插完 |\n\n## 泵站提前投入运行\n\n\(sentence)\n\n## 渠道疏通接近完工\n\n\(sentence)\n\n## 早稻全部插完\n\n\(sentence)\n"
    )
    let entries = reading.issue.printedContents?.entries ?? []
    #expect(entries.filter { $0.kind == .section }.map(\.text) == ["水利", "农事"])
    #expect(entries.filter { $0.kind == .article }.map(\.text) == ["泵站提前投入运行", "渠道疏通接近完工", "早稻全部插完"])
    #expect(reading.titles == ["泵站提前投入运行", "渠道疏通接近完工", "早稻全部插完"])
  }
}
