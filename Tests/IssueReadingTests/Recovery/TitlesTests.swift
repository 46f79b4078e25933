import Testing

@Suite("Recovery: titles")
struct TitlesTests {
  private func listed(_ entry: String, _ text: String) -> String {
    "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n目录\n\n- \(entry)\n- 夏收准备就绪\n\n\(text)\n\n\(sentence)\n\n## 夏收准备就绪\n\n\(sentence)\n"
  }
  /// The line of the title in a text given to `listed`.
  private let titleLine = 14

  @Test("A blank that the contents list lacks was an old line end, and goes")
  func wrapped() throws {
    let reading = try Reading(listed("河畔镇七座泵站检修全部完工", "## 河畔镇七座泵站 检修全部完工"))
    #expect(reading.titles == ["河畔镇七座泵站检修全部完工", "夏收准备就绪"])
    #expect(reading.lines(of: "title-repaired") == [titleLine])
  }

  @Test("A blank that the contents list has is meant, and stays")
  func meant() throws {
    let reading = try Reading(listed("河畔镇召开大会 部署泵站检修", "## 河畔镇召开大会 部署泵站检修"))
    #expect(reading.titles.first == "河畔镇召开大会 部署泵站检修")
    #expect(reading.lines(of: "title-repaired") == [])
  }

  @Test("Where the two disagree about one blank of two, the list decides both")
  func both() throws {
    let reading = try Reading(listed("河畔镇召开大会 部署七座泵站检修", "## 河畔镇召开大会 部署七座 泵站检修"))
    #expect(reading.titles.first == "河畔镇召开大会 部署七座泵站检修")
    #expect(reading.lines(of: "title-repaired") == [titleLine])
  }

  @Test("Without a contents list a blank in a title stays")
  func unlisted() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n### 河畔镇七座泵站 检修全部完工\n\n\(sentence)"))
    #expect(reading.titles == ["新泵站投入运行", "河畔镇七座泵站 检修全部完工"])
  }

  @Test(
    "A title over two lines or two headings is one",
    arguments: [
      "## 河畔镇七座泵站\n\n## 检修全部完工", "**河畔镇七座泵站**\n\n**检修全部完工**", "河畔镇七座泵站\n检修全部完工", "河畔镇七座泵站\n\n检修全部完工",
      "## 河畔镇七座泵站\n\n检修全部完工",
    ])
  func twoLines(title: String) throws {
    let reading = try Reading(listed("河畔镇七座泵站检修全部完工", title))
    #expect(reading.titles == ["河畔镇七座泵站检修全部完工", "夏收准备就绪"])
    #expect(reading.body == ["p:" + sentence, "p:" + sentence])
  }

  @Test("Two headings of one level with nothing between are one title, and that is said")
  func twoHeadings() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n### 河畔镇七座泵站\n\n### 检修全部完工\n\n\(sentence)"))
    #expect(reading.titles.count == 2)
    #expect(reading.titles.last?.filter { $0 != " " } == "河畔镇七座泵站检修全部完工")
    #expect(reading.lines(of: "title-joined") == [bodyLine + 2])
  }

  @Test("Other punctuation than in the contents list is reported, and the title kept")
  func punctuation() throws {
    let reading = try Reading(listed("河畔镇:七座泵站检修完工", "## 河畔镇：七座泵站检修“完工”"))
    #expect(reading.titles.first == "河畔镇：七座泵站检修“完工”")
    #expect(reading.lines(of: "title-differs") == [titleLine])
  }

  @Test("A title is known whatever the level of its heading", arguments: ["#", "##", "###", "####"])
  func anyLevel(mark: String) throws {
    let reading = try Reading(listed("河畔镇七座泵站检修全部完工", "\(mark) 河畔镇七座泵站检修全部完工"))
    #expect(reading.titles == ["河畔镇七座泵站检修全部完工", "夏收准备就绪"])
  }

  @Test("A line behind a dash under the title is its subtitle", arguments: ["——记镇水务站", "—— 记镇水务站", "— 记镇水务站"])
  func subtitle(line: String) throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n---\n\n## 守好一渠清水\n\n\(line)\n\n\(sentence)\n")
    #expect(reading.articles.first?.subtitle == "记镇水务站")
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("A heading's second line behind a dash is the subtitle")
  func subtitleWithin() throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n---\n\n守好一渠清水\n——记镇水务站\n===\n\n\(sentence)\n")
    #expect(reading.titles == ["守好一渠清水"])
    #expect(reading.articles.first?.subtitle == "记镇水务站")
  }

  @Test("A dash in the midst of the text begins no subtitle")
  func dashInText() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n——摘自镇志\n\n\(sentence)"))
    #expect(reading.articles.first?.subtitle == nil)
    #expect(letters(reading.articles).contains("摘自镇志"))
  }

  @Test("The writer's line under the title is the byline", arguments: ["□ 江河", "本报记者 江河", "文/江河", "作者：江河"])
  func byline(line: String) throws {
    let reading = try Reading(bulletin("\(line)\n\n\(sentence)"))
    #expect(reading.articles.first?.byline == line)
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("A line that ends with a colon above a title is its kicker")
  func kicker() throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n---\n\n【水利】\n\n### 河畔镇：\n\n### 七座泵站检修全部完工\n\n\(sentence)\n")
    #expect(reading.articles.first?.kicker == "河畔镇：")
    #expect(reading.titles == ["七座泵站检修全部完工"])
  }

  @Test("Running text that was marked as a heading is text again")
  func demoted() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n## \(sentence)\n\n\(sentence)"))
    #expect(reading.titles == ["新泵站投入运行"])
    #expect(reading.body == Array(repeating: "p:" + sentence, count: 3))
    #expect(reading.lines(of: "heading-demoted") == [bodyLine + 2])
  }

  @Test("In a text without headings, short lines alone between paragraphs are titles")
  func bareLines() throws {
    let reading = try Reading(
      "河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n河畔镇春播如期开始\n\n\(sentence)\n\n河畔镇夏收准备就绪\n\n\(sentence)\n")
    #expect(reading.titles == ["河畔镇春播如期开始", "河畔镇夏收准备就绪"])
    #expect(reading.body == ["p:" + sentence, "p:" + sentence])
  }

  @Test("A heading below the title is a subheading")
  func subheading() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n#### 先查后修\n\n\(sentence)"))
    #expect(reading.titles == ["新泵站投入运行"])
    #expect(reading.body == ["p:" + sentence, "h1:先查后修", "p:" + sentence])
  }

  @Test("A title keeps its inner marks as words")
  func marksWithin() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n### “四个到位”*全面*落实 A&B\n\n\(sentence)"))
    #expect(reading.titles.last == "“四个到位”全面落实 A&B")
  }

  @Test(
    "A person behind the post, a name set wide, and credits in two languages are bylines",
    arguments: ["理事长 王金水", "王 小 满", "文字／水务站　王小满　　绘图／李和", "撰文 Text：王小满 Wong Siu-moon　摄影 Photos：Ines Varga"])
  func moreBylines(line: String) throws {
    let reading = try Reading(bulletin("\(line)\n\n\(sentence)"))
    #expect(reading.articles.first?.byline != nil)
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("A clause without a full stop between title and text is the subtitle")
  func summary() throws {
    let text =
      "When the crew took up the boards they found sand, two yearbooks, and a letter that nobody has yet been able to explain to the keeper."
    let reading = try Reading(
      "# Harbour News\n\nIssue 7\n\n6 May 2031\n\n---\n\n## What We Found\n\nThe floor will be replaced this summer\n\n\(text)\n\n\(text)\n"
    )
    #expect(reading.articles.first?.subtitle != nil)
  }

  @Test("A bold clause between a Chinese title and its writers is the subtitle, not a heading of the text")
  func boldClause() throws {
    let reading = try Reading(bulletin("**把水让给鱼，鱼才肯把岸让给人**\n\n文字／水务站　王小满\n\n\(sentence)"))
    #expect(reading.articles.first?.subtitle != nil)
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("Bold questions in a row, each with its answer, are alike: titles")
  func questions() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n## 【一线】\n\n### 夏收准备就绪\n\n\(sentence)\n\n## 【知识】\n\n**什么是泵站检修？**\n\n\(sentence)\n\n**什么是渠道疏通？**\n\n\(sentence)\n"
    )
    #expect(reading.titles == ["夏收准备就绪", "什么是泵站检修？", "什么是渠道疏通？"])
  }

  @Test("Where all headings are of one level, （一） below 一、 is a heading within the article")
  func numbered() throws {
    let reading = try Reading(
      "# 河畔月报\n\n第7期\n\n2031年5月6日\n\n---\n\n## 一、总体情况\n\n\(sentence)\n\n## 二、事故分析\n\n## （一）铸造分厂\n\n\(sentence)\n\n## （二）机加分厂\n\n\(sentence)\n"
    )
    #expect(reading.titles == ["一、总体情况", "二、事故分析"])
  }

  @Test("Titles in 《》 above writers or text are titles, where other lines name the sections")
  func books() throws {
    let reading = try Reading(
      "# 河畔之窗\n\n第7期\n\n2031年5月6日\n\n---\n\n**★ 侨界心声**\n\n**《一碗牛肉面的乡愁》**\n\n作者：居云帆\n\n\(sentence)\n\n**《我家的三本护照》**\n\n作者：车晓棠\n\n\(sentence)\n\n**★ 身边事**\n\n**楼道里的共享雨伞**\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["侨界心声", "身边事"])
    #expect(reading.titles == ["《一碗牛肉面的乡愁》", "《我家的三本护照》", "楼道里的共享雨伞"])
  }

  @Test("Words that open a section above nothing but names and figures say what they are")
  func lists() throws {
    let reading = try Reading(
      "河畔信息\n第7期\n2031年5月6日\n\n【进展】\n\n夏收准备工作就绪\n\(sentence)\n\n【公示】\n\n拟表彰的优秀医生名单\n（排名不分先后）\n新坝村卫生室    应春和\n西闸村卫生室    房子健\n",
      as: .text)
    #expect(reading.titles == ["夏收准备工作就绪", "拟表彰的优秀医生名单"])
  }

  @Test("Names of a few letters, flush left above indented text, are titles; above a title in the middle, a section")
  func flushNames() throws {
    let text =
      "河畔堂會訊\n第7期　2031年5月6日\n--------------------\n\n會長的話\n\n　　\(sentence)\n\n學術園地\n\n　　　　　　　　　　經方治咳三則\n\n　　\(sentence)\n\n會訊\n\n　　□ 十月五日　義診\n　　□ 十一月二日　週年大會\n\n恭賀\n\n　　李君喜獲學位，同仁共賀。\n"
    let reading = try Reading(text, as: .text)
    #expect(reading.titles == ["會長的話", "經方治咳三則", "會訊", "恭賀"])
    #expect(reading.sections == [nil, "學術園地"])
  }

  @Test("Names of sections and titles in bold are such, though no empty line parts them from the text")
  func boldHeadsAboveText() throws {
    let more = "镇里派人逐户走访，记下六十七条意见，当天能办的当天办结，办不了的写明日期。"
    let head = "**河畔简报**\n\n第7期\n\n河畔镇办公室　　2031年5月6日\n\n---\n\n"
    let reading = try Reading(
      head + "**【镇村动态】**\n**沿河七座泵站提前检修完毕**\n\(sentence)\n\n**渡口新渡船试航一个月**\n\(more)\n\n"
        + "**【来信】**\n**渠边路灯何时能亮**\n\(more)\n")
    #expect(reading.sections == ["镇村动态", "来信"])
    #expect(reading.titles == ["沿河七座泵站提前检修完毕", "渡口新渡船试航一个月", "渠边路灯何时能亮"])
    #expect(reading.body == ["p:" + sentence, "p:" + more, "p:" + more])
  }

  @Test("A bold lead that was wrapped with its text stays in it")
  func wrappedBoldLead() throws {
    let text = "**五月以来河畔镇对沿河七座泵站逐一检修**\n更换老旧水泵十二台疏通渠道三十余里确保\n汛期排水顺畅，群众满意。"
    #expect(try Reading(bulletin(text)).body.count == 1)
  }

  @Test("A lower heading behind a signature or a contributor begins an article: the one above has ended")
  func behindSignature() throws {
    for end in ["镇水务所\n\n2031年5月7日", "（镇水务所）"] {
      let reading = try Reading(
        bulletin("\(sentence)\n\n\(end)\n\n#### 渠边路灯换新\n\n\(sentence)"))
      #expect(reading.titles == ["新泵站投入运行", "渠边路灯换新"])
      #expect(
        reading.articles.first?.signature?.office == "镇水务所" || reading.articles.first?.attribution == "镇水务所")
    }
  }

  @Test(
    "A title behind a sign, over two lines, is that of the contents list with its blank", arguments: ["※", "■", "◆"])
  func markedTitleOverLines(_ mark: String) throws {
    let reading = try Reading(
      """
                       滨河区城管简报

                          第12期

      滨河区城市管理局                 2031年6月9日
      ------------------------------------------------
                          目  录
      \(mark) 夜市规范管理三个月 居民投诉明显减少
      \(mark) 单车停放区增加到二百处
      ------------------------------------------------

      \(mark) 夜市规范管理三个月
         居民投诉明显减少

          三个月来，城管局对滨河夜市划线经营，垃圾不落地，油烟集中处理。摊主每晚轮流巡查，收摊后清扫完毕。

      \(mark) 单车停放区增加到二百处

          五月底，全区单车停放区增加到二百处，地铁口的停放矛盾得到缓解。企业按区域派员调度。
      """, as: .text)
    #expect(reading.titles == ["夜市规范管理三个月 居民投诉明显减少", "单车停放区增加到二百处"])
    #expect(reading.sections == [nil])
  }

  @Test("A line by itself between a section's name and a listed title stands above that")
  func kickerBelowSection() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n河畔镇办公室　2031年5月6日\n\n目录\n\n1. 泵站提前投入运行\n2. 渠道疏通接近完工\n\n## 【水利】\n\n一桶水要走多远？\n\n## 泵站提前投入运行\n\n\(sentence)\n\n## 【农事】\n\n## 渠道疏通接近完工\n\n\(sentence)\n"
    )
    #expect(reading.articles.map(\.kicker) == ["一桶水要走多远？", nil])
    #expect(reading.titles == ["泵站提前投入运行", "渠道疏通接近完工"])
  }
}
