import IssueModel
import Testing

/// Chinese issues as mails are typed, and as converters leave them that make a heading of every line set apart.
@Suite("Recovery: typed mails and converters' headings")
struct TypedAndConvertedTests {
  private let first = "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，疏通渠道三十余里，确保汛期排水顺畅。"
  private let second = "镇党委要求各村落实汛期值班制度，二十四小时有人在岗，遇有险情第一时间报告，不得迟报漏报瞒报。"
  private let head = "# 河畔简报\n\n第7期\n\n河畔镇办公室　2031年5月6日\n\n---\n\n"

  // MARK: Mails

  private let mail = """
    ==================================================
              河 畔 网 讯
        （河畔镇知青联谊会 编发）
          二○三一年第六号   总第三十一号
              2031年5月6日
    ==================================================

    各位老友，天凉了，多穿衣服，慢慢看。

    ~~~~~~~~~~~ 这一期里有什么 ~~~~~~~~~~~

      1/ 泵站回乡记
      2/ 联谊会账目公布

    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    >>>> 大 家 的 事 <<<<


    1、泵站回乡记

     二连 卢大江

    五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台。


    >>>> 有 用 的 话 <<<<


    2、联谊会账目公布

    去年结余四百元，今年收到捐款七百元，支出三百元，单据欢迎来查。
    """

  @Test("A mail frames its sections, asks what is in the issue, and names its office in brackets")
  func typedMail() throws {
    let reading = try Reading(mail, as: .text)
    #expect(reading.masthead.name == "河畔网讯")
    #expect(reading.masthead.office == "河畔镇知青联谊会")
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["泵站回乡记", "联谊会账目公布"])
    #expect(reading.issue.printedContents?.entries.map(\.label) == ["1/", "2/"])
    #expect(reading.sections == ["大家的事", "有用的话"])
    #expect(reading.titles == ["1、泵站回乡记", "2、联谊会账目公布"])
    #expect(reading.articles.map(\.byline) == ["二连 卢大江", nil])
  }

  @Test("What stands above the contents list is a note of the editors, labelled or not")
  func noteAboveContents() throws {
    let reading = try Reading(mail, as: .text)
    #expect(reading.issue.editorsNote?.body.plainText == "各位老友，天凉了，多穿衣服，慢慢看。")
    #expect(reading.issue.editorsNote?.label == nil)
    #expect(reading.ids.contains("issue-note-unlabelled"))
  }

  @Test("In Markdown, too, >>>> name <<<< and ~~~ name ~~~ name sections, and quote nothing")
  func framedInMarkdown() throws {
    for (open, close) in [(">>>>", "<<<<"), ("~~~", "~~~")] {
      let reading = try Reading(
        head + "\(open) 镇村动态 \(close)\n\n**新泵站投入运行**\n\n\(first)\n\n\(open) 经验交流 \(close)\n\n**夜间巡堤有讲究**\n\n\(second)\n"
      )
      #expect(reading.sections == ["镇村动态", "经验交流"])
      #expect(reading.body == ["p:" + first, "p:" + second])
    }
  }

  @Test("A quotation within a quotation is still one, and a program between tildes too")
  func framesAreNotQuotations() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n>> \(sentence)\n\n~~~\nlet x = 1\n~~~"))
    #expect(reading.body.count == 3)
    #expect(reading.body.last == "pre:let x = 1")
  }

  @Test("An item in two languages goes on below its beginning, Han or not, where the line above it is full")
  func bilingualItems() throws {
    let reading = try Reading(
      """
      校友通讯 Alumni Bulletin

      Issue No. 14   第十四期            January 2031   二〇三一年一月


      Class notes 校友动态

      - 1975 汽车班 Motor Vehicles: Lim Teck Huat 林德发 has retired from the
        bus company after thirty years. 林德发退休，三十年零事故。
      - 1983 制冷班 Refrigeration: R. Sivalingam has opened a school of his own
        in Johor. 在柔佛开办冷气技术班。

      旧车间在十月拆了，许多校友赶来隔着围篱看最后一眼。我们保留了那口
      铃、两台车床和校名牌，三月在新大堂安置妥当，届时请大家回来敲一
      下铃。师傅发给每人一块铁和一把锉刀，说锉成六面都平了再来找他。我
      锉了十一天，手上全是水泡，自以为很平，师傅拿直角尺一靠，灯光从缝
      里漏出来，他一句话也不说，把铁块丢回给我。
      """, as: .text)
    #expect(reading.body.first?.hasPrefix("list:1975 汽车班") == true)
    #expect(reading.body.count == 2)
  }

  // MARK: Notes to the issue

  @Test("Text that says what this issue brings is a note, also over two lines set apart")
  func noteToTheIssue() throws {
    let html =
      "<p align=center><b>本期刊载两则基层情况，均系镇政研室七月下旬蹲点调查所得，供领导同志决策时</b></p><p align=center><b>参考。文中数字请勿引用。</b></p>"
    let reading = try Reading(
      "<html><body><h1>情况反映</h1><p>第7期</p><p>河畔镇政研室　2031年5月6日</p>\(html)<h2>新泵站投入运行</h2><p>\(first)</p>"
        + "<h2>夜间巡堤有讲究</h2><p>\(second)</p></body></html>", as: .html)
    #expect(reading.issue.editorsNote?.body.plainText == "本期刊载两则基层情况，均系镇政研室七月下旬蹲点调查所得，供领导同志决策时参考。文中数字请勿引用。")
    #expect(reading.titles == ["新泵站投入运行", "夜间巡堤有讲究"])
  }

  // MARK: Headings of converters

  @Test("一、 above a title, twice, is a section although all are headings of one level")
  func numberedSections() throws {
    let reading = try Reading(
      "## 通航旬报\n\n## 2031年第26期\n\n河畔海事处\n\n## 一、水情\n\n## 本旬水位\n\n\(first)\n\n## 下旬展望\n\n\(second)\n\n"
        + "## 二、险情\n\n## 渔船触碰航标\n\n\(first)\n")
    #expect(reading.sections == ["一、水情", "二、险情"])
    #expect(reading.titles == ["本旬水位", "下旬展望", "渔船触碰航标"])
  }

  @Test("Below a title, 一、 divides its article, whatever stands under it")
  func numberedParts() throws {
    let reading = try Reading(
      head + "## 泵站检修报告\n\n## 一、做法\n\n## 逐台过关\n\n\(first)\n\n## 二、打算\n\n## 落实值班\n\n\(second)\n")
    #expect(reading.sections == [nil])
    #expect(reading.titles.first == "泵站检修报告")
  }

  @Test("A heading that names a person behind an article is its contributor, not a section")
  func writersAsHeadings() throws {
    let reading = try Reading(
      "## 地政简讯\n\n第 64 期\n\n河畔地政所 编印\n\n2031 年 9 月 15 日\n\n## 本期要目\n\n- 本所获评绩优单位\n- 网上申领誊本\n- 秋节防诈小叮咛\n\n"
        + "## 本所获评绩优单位\n\n\(first)\n\n## 第一课 简佩君\n\n## 网上申领誊本\n\n\(second)\n\n## 第四课 洪志豪\n\n"
        + "## 秋节防诈小叮咛\n\n\(first)\n\n## 政风室\n")
    #expect(reading.titles == ["本所获评绩优单位", "网上申领誊本", "秋节防诈小叮咛"])
    #expect(reading.articles.map(\.attribution) == ["第一课 简佩君", "第四课 洪志豪", "政风室"])
    #expect(reading.sections == [nil])
  }

  @Test("A heading of two letters that could begin a name stays a section")
  func noWriters() throws {
    let reading = try Reading(
      head + "## 故事\n\n### 新泵站投入运行\n\n\(first)\n\n## 公告\n\n### 夜间巡堤有讲究\n\n\(second)\n")
    #expect(reading.sections == ["故事", "公告"])
  }

  @Test("Who wrote an article stands in italics with his post, and is no subtitle")
  func postAndNameInItalics() throws {
    let reading = try Reading(bulletin("*河畔改良场助理研究员 卢大江*\n\n\(sentence)"))
    #expect(reading.articles.first?.byline == "河畔改良场助理研究员 卢大江")
    #expect(reading.articles.first?.subtitle == nil)
  }

  @Test("A picture and the line below it tear a paragraph, which is whole again")
  func tornByPicture() throws {
    let reading = try Reading(
      bulletin(
        "镇里自五月起清查沿河权属不清的土地，共计三千二百一十八笔，迄今完成九成，其中沿革不详的，承办同仁往\n\n<!-- image -->\n\n"
          + "葉所長（右二）與清理小組同仁合影\n\n往需翻阅寺庙碑记、走访耆老，才能拼凑出完整的权利脉络。\n\n\(sentence)"))
    #expect(reading.paragraphs.first?.contains("承办同仁往往需翻阅") == true)
    #expect(reading.body.contains { $0.hasPrefix("figure:") && $0.contains("合影") })
  }

  // MARK: Masthead and imprint

  @Test("The office may stand in brackets behind the name, and a bracket may close on the next line")
  func bracketsInTheMasthead() throws {
    let reading = try Reading(
      "# 河畔简报（河畔镇防汛办公室编）\n\n第7期\n\n（防汛救灾工作专刊\n之三）\n\n2031年5月6日\n\n---\n\n## 新泵站投入运行\n\n\(first)\n")
    #expect(reading.masthead.name == "河畔简报")
    #expect(reading.masthead.office == "河畔镇防汛办公室")
    #expect(reading.masthead.otherLines == ["（防汛救灾工作专刊之三）"])
  }

  @Test("A stretch of days in points is a date")
  func dottedPeriod() throws {
    let reading = try Reading("# 河畔水情周报\n\n2031.12.29—2032.1.4\n\n河畔镇水利站\n\n## 一周水情\n\n\(first)\n")
    #expect(reading.masthead.date?.verbatim == "2031.12.29—2032.1.4")
    #expect(reading.masthead.otherLines == [])
  }

  @Test("發行所 is the office, and 印刷份數：3,200份 says how many were printed")
  func labels() throws {
    let reading = try Reading(
      "# 河畔農訊\n\n第 211 期\n\n發行所：河畔農會推廣部\n\n2031年8月1日\n\n### 分區供水\n\n\(first)\n\n---\n\n電話：03-5550\n\n印刷份數：3,200份\n")
    #expect(reading.masthead.office == "河畔農會推廣部")
    #expect(reading.issue.imprint?.copies == 3200)
  }

  @Test("The distribution list may stand before an appendix; it goes to the imprint, and is told")
  func distributionBeforeAppendix() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n报：区委办公室\n送：各镇、街道\n\n## 附件：泵站检修情况一览\n\n\(sentence)"))
    #expect(reading.issue.imprint?.distribution.map(\.label) == ["报", "送"])
    #expect(reading.ids.contains("distribution-moved"))
    #expect(reading.titles.last == "附件：泵站检修情况一览")
  }

  @Test("One person with two posts is one recipient, two offices are two")
  func twoPosts() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n送：区委常委、宣传部部长赵明，区政府办公室、区公安局局长"))
    #expect(
      reading.issue.imprint?.distribution.first?.recipients == ["区委常委、宣传部部长赵明", "区政府办公室", "区公安局局长"])
  }

  @Test("Lines that each begin with a label, or are each a paragraph's length, are paragraphs of their own")
  func linesThatSaySomething() throws {
    let reading = try Reading(
      bulletin("周一：卢大江，电话六六三一二\n周二：范小舟，电话六六三一三\n\n\(sentence)\(sentence)\n\(sentence)\(sentence)"))
    #expect(
      reading.paragraphs == ["周一：卢大江，电话六六三一二", "周二：范小舟，电话六六三一三", sentence + sentence, sentence + sentence])
    let wrapped = try Reading(bulletin("五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台。\n疏通渠道三十余里，确保汛期排水顺畅。"))
    #expect(wrapped.paragraphs.count == 1)
  }
}
