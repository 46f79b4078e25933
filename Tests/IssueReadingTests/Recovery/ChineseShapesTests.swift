import IssueModel
import Testing

/// Shapes of Chinese bulletins that associations, offices and converters leave behind.
@Suite("Recovery: more shapes of Chinese bulletins")
struct ChineseShapesTests {
  private let head = "# 河畔厂讯\n\n第7期\n\n河畔水泥厂工会\n\n2031年5月6日\n\n---\n\n"
  private let other = "窑头的老师傅说，这样的火色二十年没有见过，值得写进厂志里去，让后来的人也看一看。"

  @Test("A contents list names a title that asks, and one with as many commas as a sentence")
  func askingEntries() throws {
    let titles = ["窑火要看几成，红几成？", "一袋水泥，两车石，三天工期", "夏收准备就绪了吗"]
    let body = titles.map { "**\($0)**\n\n\(sentence)\n\n" }.joined()
    let reading = try Reading(head + "**本期目录**\n\n" + titles.joined(separator: "\n\n") + "\n\n---\n\n" + body)
    #expect(reading.issue.printedContents?.entries.map(\.text) == titles)
    #expect(reading.titles == titles)
  }

  @Test(
    "Who wrote an article stays in the contents list, with its page",
    arguments: [
      ("石灰窑的前世 ………………………………… 莫怀谷（3）", "莫怀谷　3"), ("石灰窑的前世………………黎　昕　6", "黎昕　6"),
      ("石灰窑的前世（化验科 黎昕）", "化验科 黎昕"),
    ])
  func writersInContents(_ line: String, _ ending: String) throws {
    let reading = try Reading(
      head + "**目　录**\n\n\(line)\n\n夏收准备就绪 …………………………… 丁力行（9）\n\n---\n\n"
        + "## 石灰窑的前世\n\n\(sentence)\n\n## 夏收准备就绪\n\n\(sentence)\n")
    let entries = reading.issue.printedContents?.entries ?? []
    #expect(entries.map(\.text) == ["石灰窑的前世", "夏收准备就绪"])
    #expect(entries.map(\.page) == [ending, "丁力行　9"])
  }

  @Test("Lower headings of one person each, titles between them, are who wrote the articles")
  func headingsOfWriters() throws {
    let reading = try Reading(
      head + "**目录**\n\n石灰窑的前世\n\n夏收准备就绪\n\n---\n\n"
        + "## 石灰窑的前世\n\n### 莫怀谷\n\n\(sentence)\n\n## 夏收准备就绪\n\n### 黎昕\n\n\(sentence)\n")
    #expect(reading.articles.map(\.byline) == ["莫怀谷", "黎昕"])
  }

  @Test("A quotation of nothing but the writers, below a title, is no quotation")
  func quotedWriters() throws {
    let reading = try Reading(head + "## 石灰窑的前世\n\n> 本刊编辑部\n\n\(sentence)\n\n## 夏收准备就绪\n\n> 窑在人在。\n\n\(sentence)\n")
    #expect(reading.articles.map(\.byline) == ["本刊编辑部", nil])
  }

  @Test(
    "What somebody did, or is, behind or before the name, tells who wrote an article",
    arguments: ["方伯安口述　文书组整理", "特約記者　小燕", "学生记者 阿丹", "莫怀谷整理"])
  func told(_ line: String) throws {
    let reading = try Reading(head + "## 石灰窑的前世\n\n\(line)\n\n\(sentence)\n\n## 夏收准备就绪\n\n\(sentence)\n")
    #expect(reading.articles.map(\.byline) == [line, nil])
  }

  @Test("A name and below it the date, in one paragraph at the right, sign an article")
  func signedInOneParagraph() throws {
    let page = """
      <html><body><h1>河畔廠訊</h1><p align="center">第7期</p><p>河畔水泥廠工會　2031年5月6日</p><hr>
      <h2>廠長的話</h2><p>　　\(sentence)</p><p align="right">麥兆榮<br>二零三一年四月三十日</p>
      <h2>夏收準備就緒</h2><p>　　\(sentence)</p><p align="right">化驗班全體<br>二零三一年五月一日</p></body></html>
      """
    let reading = try Reading(page, as: .html)
    #expect(reading.articles.map { $0.signature?.office } == ["麥兆榮", "化驗班全體"])
    #expect(reading.articles.map { $0.signature?.date?.iso } == ["2031-04-30", "2031-05-01"])
  }

  @Test("Where paragraphs are indented, one flush left behind a semicolon goes on with the one before")
  func flushBehindSemicolon() throws {
    let paragraphs = [sentence, other, sentence, other].map { "<p>　　\($0)</p>" }.joined()
    let page = """
      <html><body><h1>河畔廠訊</h1><p align="center">第7期</p><p>河畔水泥廠工會　2031年5月6日</p><hr>
      <h2>夏收準備就緒</h2>\(paragraphs)<p>　　首二百米石級完好，寬約一米，兩旁是廢棄的梯田和舊窯；</p>
      <p>其後被草木完全掩蓋，每小時只走得三百米。</p></body></html>
      """
    let reading = try Reading(page, as: .html)
    #expect(reading.articles.first?.body.count == 5)
    #expect(reading.articles.first?.body.last?.plainText.hasSuffix("舊窯；其後被草木完全掩蓋，每小時只走得三百米。") == true)
  }

  @Test("Lines behind strokes are items, however long, and the text behind them is none of the last")
  func strokes() throws {
    let reading = try Reading(
      """
      河 畔 厂 讯
      第7期        2031年5月6日
      河畔水泥厂工会编

      夏收准备就绪

      \(sentence)

      六月份的培训安排

      - 6月6日 石灰窑温度控制的几个问题，主讲：莫怀谷
      - 6月13日 化验室安全用火与用电须知，主讲：黎昕
      - 6月27日 新工人上岗之前的考核辅导，主讲：人事科

      以上培训都在工会礼堂，上午九点开始，计入全年学时，请各车间把名单在月底以前报来。
      """, as: .text)
    let lists = reading.articles.flatMap(\.body).compactMap { if case .list(let list) = $0 { list } else { nil } }
    #expect(lists.map(\.items.count) == [3])
    #expect(reading.body.last?.hasPrefix("p:以上培训都在") == true)
  }

  @Test(
    "A line under a picture is its caption: plain where titles are bold, bold right above a title",
    arguments: ["学员在窑前练习看火色", "**学员在窑前练习看火色的样子**"])
  func captions(_ line: String) throws {
    let reading = try Reading(
      head
        + "**石灰窑的前世**\n\n\(sentence)\n\n![](窑.png)\n\n\(line)\n\n**夏收准备就绪**\n\n\(sentence)\n\n**三把菜刀**\n\n\(sentence)\n"
    )
    #expect(reading.titles == ["石灰窑的前世", "夏收准备就绪", "三把菜刀"])
    guard case .figure(let figure) = reading.articles.first?.body.last else {
      Issue.record("no figure: \(reading.articles.first?.body ?? [])")
      return
    }
    #expect(figure.caption?.plainText == line.replacing("**", with: ""))
  }

  @Test("Where bold names of sections are sure, one above a short title is a name as well")
  func shortTitleBelowName() throws {
    let reading = try Reading(
      head
        + "**卷首的话**\n\n**把会开到窑前去**\n\n\(sentence)\n\n**工会工作**\n\n**全厂药费可以当天结算**\n\n\(sentence)\n\n**难忘岁月**\n\n**渡口的灯**\n\n\(sentence)\n"
    )
    #expect(reading.issue.sections.compactMap(\.name) == ["卷首的话", "工会工作", "难忘岁月"])
    #expect(reading.titles == ["把会开到窑前去", "全厂药费可以当天结算", "渡口的灯"])
  }

  @Test("For whom a bulletin is, and what nobody may do with it, is a notice", arguments: ["隊員傳閱", "只送社員，不作公開發售"])
  func notices(_ line: String) throws {
    let reading = try Reading("# 河畔廠訊\n\n第7期\n\n河畔水泥廠工會\n\n2031年5月6日\n\n\(line)\n\n---\n\n## 夏收準備就緒\n\n\(sentence)\n")
    #expect(reading.issue.masthead.notice == line)
    #expect(reading.issue.masthead.office == "河畔水泥廠工會")
  }

  @Test("Two offices one above the other, the date beside the lower, publish together")
  func jointOffices() throws {
    let reading = try Reading(
      "               督  查  通  报\n\n                  第 8 期\n\n中共河畔市委督查室\n河畔市人民政府督查室              2031年5月6日\n\n\n          民生实事进展的通报\n\n    \(sentence)\n",
      as: .text)
    #expect(reading.issue.masthead.office == "中共河畔市委督查室　河畔市人民政府督查室")
    #expect(reading.issue.masthead.date?.iso == "2031-05-06")
  }

  @Test("Beside a page number, a line of nothing but words of the masthead is a running head")
  func runningHead() throws {
    let text = "　　窑头的老师傅说，这样的火色二十年没有见过，值得写进厂志里去，让后来的人也\n看一看，学一学。\n\n"
    let reading = try Reading(
      "河畔曲艺研习社\n社  讯\n第7期　　　　　　二〇三一年五月\n\n社务消息\n\n" + text + text
        + "                    (二)\n河畔曲艺研习社 社讯                二〇三一年五月\n\n新春聚唱\n\n" + text
        + "　　聚餐筵开十三席，抽奖头奖为彩色电视机，由财务抽得，大家说以后追数可以\n                    (三)\n河畔曲艺研习社 社讯                二〇三一年五月\n\n边看电视边追。\n",
      as: .text)
    #expect(reading.lines(of: "running-head-dropped").count == 2)
    #expect(reading.articles.last?.body.last?.plainText.hasSuffix("追数可以边看电视边追。") == true)
  }

  @Test("The year of another era in brackets is a part of the date; a wide label is one word")
  func yearsAndLabels() throws {
    let reading = try Reading(
      "# 河畔廠訊\n\n第7期\n\n河畔水泥廠工會\n\n中華民國一二○年（西元二○三一年）五月六日\n\n---\n\n## 夏收準備就緒\n\n\(sentence)\n\n---\n\n**主　　编：**蒋德隆\n\n**电　　话：**0577—65209937\n"
    )
    #expect(reading.issue.masthead.date?.iso == "2031-05-06")
    #expect(reading.issue.imprint?.people.map(\.role) == ["主编"])
    #expect(reading.issue.imprint?.contact == "电话：0577—65209937")
  }

  @Test("Entries that the text has right above the next entry's line name sections")
  func sectionsAmongEntries() throws {
    let list = ["厂部要闻", "石灰窑的前世与今生", "化验室的新规矩", "班组故事", "三把菜刀和一口锅"]
    let body =
      "## 厂部要闻\n\n## 石灰窑的前世与今生\n\n\(sentence)\n\n## 化验室的新规矩\n\n\(sentence)\n\n## 班组故事\n\n## 三把菜刀和一口锅\n\n\(sentence)\n"
    let reading = try Reading(head + "## 目录\n\n" + list.joined(separator: "\n\n") + "\n\n" + body)
    #expect(reading.sections == ["厂部要闻", "班组故事"])
    #expect(reading.titles == ["石灰窑的前世与今生", "化验室的新规矩", "三把菜刀和一口锅"])
  }

  @Test(
    "A writer behind a blank in the contents list is none of the title where the text has both on lines of their own")
  func writersBehindBlanks() throws {
    let reading = try Reading(
      head + "目　次\n\n石灰窑的前世　黎昕（4）\n\n清汤的扫与吊　老灶头（6）\n\n夏收准备　秋种开始（8）\n\n---\n\n"
        + "石灰窑的前世\n\n黎昕\n\n\(sentence)\n\n清汤的扫与吊\n\n老灶头\n\n\(sentence)\n\n夏收准备　秋种开始\n\n\(sentence)\n")
    #expect(reading.titles == ["石灰窑的前世", "清汤的扫与吊", "夏收准备　秋种开始"])
    #expect(reading.articles.map(\.byline) == ["黎昕", "老灶头", nil])
    #expect(reading.issue.printedContents?.entries.map(\.page) == ["黎昕　4", "老灶头　6", "8"])
  }

  @Test("Lines that one mark begins, each above text, are titles; a name far behind is who wrote it")
  func markedTitles() throws {
    let text = "　　窑头的老师傅说，这样的火色二十年没有见过，值得写进厂志里去，让后来的人也\n看一看，学一学。\n"
    let reading = try Reading(
      "　　　　　　　弈　讯\n\n　　河畔象棋联谊会　出版\n　　第一一二期　二〇三一年五月十五日\n\n【会务】\n\n□ 会所添置冷气机\n\n\(text)\n【赛事】\n\n□ 少年赛小将夺魁\n\n\(text)\n□ 联赛战报\n\n\(text)\n□ 说兑子争先　　　　　　　　　　　　　　　黎润生\n\n\(text)",
      as: .text)
    #expect(reading.sections == ["会务", "赛事"])
    #expect(reading.titles == ["会所添置冷气机", "少年赛小将夺魁", "联赛战报", "说兑子争先"])
    #expect(reading.articles.map(\.byline) == [nil, nil, nil, "黎润生"])
  }

  @Test("What a picture shows may stand above it")
  func captionAbove() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n图为泵站工人在检修\n\n<!-- image -->\n\n\(sentence)\n"))
    #expect(reading.paragraphs == [sentence, sentence])
    #expect(reading.body[1].contains("图为泵站工人在检修"))
  }

  @Test("Blanks within the quotes of a title go, in the contents list too")
  func quotesInTitles() throws {
    let reading = try Reading(
      head
        + "目录\n\n黑叶猴 “ 三妹 ” 产下幼仔 3\n\n夏收准备　秋种开始 5\n\n---\n\n黑叶猴 “ 三妹 ” 产下幼仔\n\n\(sentence)\n\n夏收准备　秋种开始\n\n\(sentence)\n"
    )
    #expect(reading.titles == ["黑叶猴“三妹”产下幼仔", "夏收准备　秋种开始"])
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["黑叶猴“三妹”产下幼仔", "夏收准备　秋种开始"])
  }

  @Test("Headings of one level: alike ones behind a longer title with its writer divide its article")
  func parallelHeadings() throws {
    func issue(_ first: String, _ second: String) throws -> Reading {
      try Reading(
        "# 河畔厂讯\n\n第7期\n\n河畔水泥厂工会编\n\n2031年5月6日\n\n# 全厂上半年工作情况的通报\n\n\(sentence)\n\n# 信访化解的“三见面”做法和体会\n\n河畔车间\n\n\(sentence)\n\n# \(first)\n\n\(sentence)\n\n# \(second)\n\n\(sentence)\n\n# 二十五头奶牛的一次交付\n\n本刊通讯员　白桦\n\n\(sentence)\n"
      )
    }
    #expect(try issue("见面之前先阅卷", "见面之后有回音").titles.count == 3)
    #expect(try issue("征订启事", "失物招领处的三件东西").titles.count == 5)
  }

  @Test(
    "A section before each title of the list, on its line, is one where the text has both on lines of their own",
    arguments: [" | ", "：", "——"])
  func sectionsBesideEntries(_ mark: String) throws {
    let pairs = [("要闻", "石灰窑的前世与今生"), ("生产", "化验室的新规矩"), ("党建", "三把菜刀和一口锅")]
    let reading = try Reading(
      head + "**本期要目**\n\n" + pairs.map { "- \($0)\(mark)\($1)\n" }.joined() + "\n"
        + pairs.map { "**\($0)**\n\n**\($1)**\n\n\(sentence)\n\n" }.joined())
    #expect(reading.sections == pairs.map(\.0))
    #expect(reading.titles == pairs.map(\.1))
    #expect(reading.issue.printedContents?.entries.filter { $0.kind == .section }.map(\.text) == pairs.map(\.0))
  }

  @Test("A numbered line as wide as the text goes on in the next; a picture may stand below the contributor")
  func wrappedNumbers() throws {
    let reading = try Reading(
      "河畔农业信息\n\n第7期        2031年5月6日\n\n          稻飞虱的防治意见\n\n    据县植保站八月十日的系统调查，四代稻飞虱百丛虫量平均\n八百六十头，最高田块二千三百头，比去年同期高出一点八倍。\n    一、药剂：每亩用扑虱灵二十克，或叶蝉散一百五十克，兑\n水五十公斤喷雾，要喷到根。\n    二、注意：田间保持浅水层三至五天，施药后六小时以内下\n了雨，要重新喷一遍。\n",
      as: .text)
    #expect(reading.paragraphs.count == 3)
    #expect(reading.body.filter { $0.hasPrefix("h") } == [])
    let pictured = try Reading(bulletin("\(sentence)\n\n（通讯员　郑红　文/图）\n\n![](泵站.png)\n"))
    #expect(pictured.articles.first?.attribution == "通讯员　郑红　文/图")
  }

  @Test("A note set in stays one paragraph")
  func notesSetIn() throws {
    let text = "    织布二车间有青工一百四十三人，占全车间人数的百分之六\n十一，党支部专门组织了一次讨论，大家都说得很好听很中肯。\n"
    let reading = try Reading(
      "河畔政工简讯\n第7期        2031年5月6日\n\n                编者按：织布二车间做青工思想工作的经验\n            很好，现转发各支部，望结合实际认真地学一\n            学，做一做。\n\n           做青工的知心朋友\n\n\(text)\(text)\(text)",
      as: .text)
    #expect(reading.issue.editorsNote?.body.plainText == "织布二车间做青工思想工作的经验很好，现转发各支部，望结合实际认真地学一学，做一做。")
    #expect(reading.titles == ["做青工的知心朋友"])
  }

  @Test("The total before the number, a quarter that counts, a name in two letters, and a name in other letters")
  func mastheads() throws {
    let total = try Reading(
      "## 河畔社区简报\n\n总第 33 期 2031 年第 9 期\n\n主办：河畔社区居委会　　　　责任编辑：厉　敏\n\n---\n\n### 石灰窑的前世\n\n\(sentence)\n")
    #expect(
      total.masthead.number?.number == 9 && total.masthead.number?.total == 33 && total.masthead.number?.year == 2031)
    #expect(total.issue.imprint?.people.map(\.names) == [["厉敏"]])
    let quarter = try Reading("# 河畔會訊\n\n2031年第1季（總第21期）　2031年3月31日出版\n\n---\n\n## 石灰窯的前世\n\n\(sentence)\n")
    #expect(quarter.masthead.number?.number == 1 && quarter.masthead.number?.total == 21)
    let twice = try Reading(
      "**河畔水务**\n\nHEPAN WATER\n\n第 6 期\n\n河畔市供水公司党群工作部 主办　　2031年6月28日\n\n---\n\n**石灰窑的前世**\n\n\(sentence)\n")
    #expect(twice.masthead.name == "河畔水务")
  }

  @Test("Who wrote a proposal may stand in brackets below its title")
  func bracketedWriters() throws {
    let page = """
      <html><body><p align="center">社情民意信息</p><p align="center">第31期</p><p align="center">河畔县政协办公室　　2031年5月6日</p><hr>
      <p align="center"><b>关于增设充电棚的建议</b></p><p align="center">（县政协委员　温以恒）</p><p>\(sentence)</p>
      <p align="center"><b>关于规范单车停放的建议</b></p><p align="center">（民盟河畔县支部）</p><p>\(sentence)</p></body></html>
      """
    let reading = try Reading(page, as: .html)
    #expect(reading.titles == ["关于增设充电棚的建议", "关于规范单车停放的建议"])
    #expect(reading.articles.map(\.byline) == ["（县政协委员　温以恒）", "（民盟河畔县支部）"])
  }

  @Test("A letter may be signed on a day without its year; days of a diary sign nothing")
  func daysWithoutYear() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n屠三宝\n\n11月17日\n\n### 三把菜刀\n\n\(sentence)\n\n11月18日\n"))
    #expect(reading.articles.first?.signature?.office == "屠三宝")
    #expect(reading.articles.first?.signature?.date?.verbatim == "11月17日")
    #expect(reading.articles.last?.signature == nil)
  }

  @Test("The masthead's name and number alone on a line, behind text, head a page")
  func lonelyHead() throws {
    let reading = try Reading(
      "# 海　事　动　态\n\n2031 年第 11 期　　河畔海事处办公室　　2031-11-30\n\n---\n\n## 石灰窑的前世\n\n\(sentence)\n\n\(other)\n\n2031 年第 11 期　　　　　　　　海事动态\n\n\(sentence)\n"
    )
    #expect(reading.lines(of: "running-head-dropped") == [13])
    #expect(reading.paragraphs.count == 3)
  }

  @Test("A bulleted line above a writer is a title, a name of two letters behind its society a name")
  func bulletsAboveWriters() throws {
    let reading = try Reading(
      "社團法人蘭溪讀書會　會刊\n第 41 期        2031年5月6日\n\n■ 讀後心得\n\n◆ 母親的廚房\n  溫玉蘭\n\n\(sentence)\n\n◆ 一個不會游泳的人寫海\n  江志豪\n\n\(sentence)\n\n■ 編者的話\n\n\(sentence)\n\n■ 活動預告\n\n\(sentence)\n",
      as: .text)
    #expect(reading.masthead.name == "會刊")
    #expect(reading.titles.contains("母親的廚房") && reading.titles.contains("一個不會游泳的人寫海"))
    #expect(reading.articles.compactMap(\.byline) == ["溫玉蘭", "江志豪"])
  }
}
