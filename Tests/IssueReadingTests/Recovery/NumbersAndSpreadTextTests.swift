import IssueModel
import Testing

@Suite("Recovery: numbered sections, text set letter by letter, and lines below and above text")
struct NumbersAndSpreadTextTests {
  private let head = "# 河畔简报\n\n第7期\n\n河畔镇办公室　　2031年5月6日\n\n---\n\n"
  private let more = "镇里派人逐户走访，记下六十七条意见，当天能办的当天办结，办不了的写明日期。"

  // MARK: Sections and articles by their numbers

  private func digest(_ ends: [String]) -> String {
    head
      + "## 一、网上声音\n\n### 1\\. 泵站夜里太吵\n\n\(sentence)\(ends[0])\n\n### 2\\. 渠边路灯不亮\n\n\(more)\(ends[1])\n\n"
      + "## 二、来信\n\n### 1\\. 渡口何时复航\n\n\(sentence)\(ends[2])\n"
  }

  @Test("Numbered pieces that somebody contributed are articles, and the numbers above them sections")
  func contributedPieces() throws {
    let reading = try Reading(
      digest(["(河畔论坛 http://b.example/1、微博 http://w.example/2)", "（河畔晚报 5月6日第3版）", ""]))
    #expect(reading.sections == ["一、网上声音", "二、来信"])
    #expect(reading.titles == ["1. 泵站夜里太吵", "2. 渠边路灯不亮", "1. 渡口何时复航"])
    #expect(
      reading.articles.map(\.attribution) == [
        "河畔论坛 http://b.example/1、微博 http://w.example/2", "河畔晚报 5月6日第3版", nil,
      ])
  }

  @Test(
    "Short names counted 一、 above longer titles counted 1. are sections, whatever form both have",
    arguments: [("## ", "", "### ", ""), ("**", "**", "**", "**"), ("", "", "", "")])
  func countedNames(marks: (String, String, String, String)) throws {
    func name(_ text: String) -> String { marks.0 + text + marks.1 + "\n\n" }
    func title(_ text: String) -> String { marks.2 + text + marks.3 + "\n\n" }
    for numbers in [[1, 2, 1, 1], [1, 2, 3, 4]] {
      let titles = zip(numbers, ["沿河七座泵站提前检修完毕", "渡口新渡船试航一个月", "渠边路灯全部换新", "晚稻田里来了检修队"]).map {
        "\($0.0). \($0.1)"
      }
      let texts = titles.map { title($0.replacing(".", with: "\\.")) + "\(sentence)\n\n" }
      let reading = try Reading(
        head + name("一、要闻") + texts[0] + texts[1] + name("二、来信") + texts[2] + name("三、村镇") + texts[3])
      #expect(reading.sections == ["一、要闻", "二、来信", "三、村镇"])
      #expect(reading.titles == titles)
    }
  }

  @Test("Headings counted by two rows that are much alike divide a report")
  func reportOfTwoLevels() throws {
    let reading = try Reading(
      head
        + "## 一、泵站检修总体进度\n\n### 1\\. 机电设备\n\n\(sentence)\n\n### 2\\. 渠道清淤\n\n\(more)\n\n"
        + "## 二、下一步工作安排\n\n### 1\\. 人员值守\n\n\(sentence)\n")
    #expect(reading.sections == [nil])
    #expect(reading.titles == ["一、泵站检修总体进度", "二、下一步工作安排"])
  }

  @Test("Numbers below a title divide its article")
  func numbersBelowTitle() throws {
    let reading = try Reading(
      bulletin(
        "## 一、成效\n\n### 1\\. 沿河七座泵站提前检修完毕\n\n\(sentence)\n\n### 2\\. 渡口新渡船试航一个月\n\n\(more)\n\n"
          + "## 二、不足\n\n### 1\\. 渠边路灯全部换新尚需时日\n\n\(sentence)\n"))
    #expect(reading.sections == ["镇村动态"])
    #expect(reading.titles == ["新泵站投入运行"])
  }

  @Test("Where a text stands on another page of this issue is no contributor")
  func otherPage() throws {
    let reading = try Reading(bulletin("\(sentence)（下转第三版）"))
    #expect(reading.articles.first?.attribution == nil)
  }

  @Test("A short line that counts on where headings do is one, though it has a comma and no mark")
  func numberedSister() throws {
    let reading = try Reading(
      bulletin(
        "#### 一、一本台账，看清水位\n\n\(sentence)\n\n**二、一张地图，看清渠道**\n\n\(more)\n\n三、一份名单，看清“谁来管”，看谁在岗\n\n\(sentence)"))
    #expect(
      reading.body == [
        "h1:一、一本台账，看清水位", "p:" + sentence, "h1:二、一张地图，看清渠道", "p:" + more, "h1:三、一份名单，看清“谁来管”，看谁在岗", "p:" + sentence,
      ])
    #expect(reading.lines(of: "paragraph-joined") == [])
  }

  @Test("A numbered line that stops in the midst of a sentence is joined with the rest of it")
  func tornNumbered() throws {
    let reading = try Reading(bulletin("#### 一、台账\n\n\(sentence)\n\n二、加快渠道疏通，落实值班责任，\n\n\(more)"))
    #expect(reading.body.last == "p:二、加快渠道疏通，落实值班责任，" + more)
  }

  // MARK: Text set letter by letter

  private func spread(_ text: String) -> String { text.map { String($0) }.joined(separator: " ") }

  @Test("Of a text set letter by letter the contents list, the office and the imprint are closed too")
  func spreadAllOver() throws {
    let body = ["五月以来河畔镇对沿河七座泵站逐一检修，更换老旧水泵。", "停了四个月的渡口五月六日恢复摆渡，每天早晚各开六班。"]
    let lines =
      ["河畔简报", "", "河畔镇办公室", "", "目录", "", "一、排涝泵站提前投入运行", "二、渡口恢复摆渡", ""]
      + [
        "一、排涝泵站提前投入运行", "", body[0], "", body[1], "", body[0], "", "二、渡口恢复摆渡", "", body[1], "", body[0], "", body[1],
        "",
      ]
    let text = (lines.map(spread) + ["—" + String(repeating: "—", count: 20), spread("报：县水利局、县农业局")]).joined(
      separator: "\n")
    let reading = try Reading(text.replacing("河 畔 简 报", with: "河 畔 简 报\n\n第 7 期    2031 年 5 月 6 日"), as: .text)
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["排涝泵站提前投入运行", "渡口恢复摆渡"])
    #expect(reading.masthead.office == "河畔镇办公室")
    #expect(reading.titles == ["一、排涝泵站提前投入运行", "二、渡口恢复摆渡"])
    #expect(reading.issue.imprint?.distribution.first?.recipients == ["县水利局", "县农业局"])
    let kept = try Reading(text, as: .text, without: ["spacing"])
    #expect(kept.lines(of: "spacing-tightened") == [])
  }

  @Test("Lines of letters set apart go on up to the next empty line, however ragged they are")
  func raggedSpread() throws {
    let lines = [
      "河畔简报", "", "河畔镇办公室", "", "2031年5月6日第7期", "", "排涝泵站提前投入运行", "",
      "五月以来河畔镇对沿河七座泵站逐一检修，更换", "老旧水泵十二台，疏通渠道三十余里，渠首", "值班的人由三个增加到七个，夜里也有灯。", "",
      "老站长每天沿渠走两趟，看见一根草也要捞起来，他", "说水不等人。", "", "渡口恢复摆渡", "",
      "停了四个月的渡口五月六日恢复摆渡，每天早晚各开", "六班，老人和学生不收钱，船家另领补", "贴，由镇里按月发给。", "", "（河畔镇交通办公室）", "",
    ]
    let text = lines.map { $0.hasPrefix("2031") ? "2031 年 5 月 6 日 第 7 期" : spread($0) }.joined(separator: "\n")
    let reading = try Reading(text, as: .text)
    #expect(reading.titles == ["排涝泵站提前投入运行", "渡口恢复摆渡"])
    #expect(
      reading.paragraphs == [
        "五月以来河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，疏通渠道三十余里，渠首值班的人由三个增加到七个，夜里也有灯。", "老站长每天沿渠走两趟，看见一根草也要捞起来，他说水不等人。",
        "停了四个月的渡口五月六日恢复摆渡，每天早晚各开六班，老人和学生不收钱，船家另领补贴，由镇里按月发给。",
      ])
    #expect(reading.articles.last?.attribution == "河畔镇交通办公室")
    #expect(reading.ids.contains("spacing-tightened"))
  }

  // MARK: Titles

  @Test(
    "A title of two letters that a blank parts is closed; a wide blank was set by hand",
    arguments: [
      ("更 正", "更正"), ("讣　告", "讣　告"),
    ])
  func twoLetters(_ printed: String, _ title: String) throws {
    let reading = try Reading(head + "## 泵站投入运行\n\n\(sentence)\n\n## \(printed)\n\n\(more)\n")
    #expect(reading.titles == ["泵站投入运行", title])
  }

  @Test("A title broken by hand is one line where the contents list has it so")
  func brokenTitle() throws {
    let reading = try Reading(
      head
        + "目录\n\n1\\. 老旧泵站“提前改造，全部完工”\n\n2\\. 渡口恢复摆渡\n\n---\n\n**老旧泵站\\\n“提前改造，全部完工”**\n\n\(sentence)\n\n**渡口恢复摆渡**\n\n\(more)\n"
    )
    #expect(reading.titles == ["老旧泵站“提前改造，全部完工”", "渡口恢复摆渡"])
    #expect(reading.lines(of: "title-joined").count == 1)
  }

  @Test("The one bold line below a title that says whose text it is, and of which kind, is its subtitle")
  func kindOfText() throws {
    let reading = try Reading(
      head + "## 疏通渠道的几点意见\n\n**柳堤村代表组　小组讨论摘要**\n\n\(sentence)\n\n\(more)\n\n## 渡口恢复摆渡\n\n\(more)\n")
    #expect(reading.articles.map(\.subtitle) == ["柳堤村代表组　小组讨论摘要", nil])
  }

  // MARK: Who wrote and who signs

  @Test("Who showed something and who wrote it down stand below the title as writers do")
  func demonstration() throws {
    let reading = try Reading(head + "## 水泵改装记录\n\n示范：岑大年　　笔录：简小禾\n\n\(sentence)\n\n## 渡口恢复摆渡\n\n\(more)\n")
    #expect(reading.articles.first?.byline == "示范：岑大年　　笔录：简小禾")
  }

  @Test("A convenor signs, and a group's person above a date that counts from the republic's first year")
  func convenorAndYear() throws {
    let reading = try Reading(
      "# 河畔會訊\n\n第7期\n\n河畔社區發展協會　　中華民國八十八年十一月六日\n\n---\n\n## 泵站開放參觀\n\n泵站自本月起每週六開放參觀，請大家攜帶雨鞋，上午九時在門口集合。\n\n籌備小組召集人　麥大有\n\n## 捐款收支報告\n\n本會募得的款項全部用於添購水泵，單據存放在辦公室，歡迎查閱，謝謝大家。\n\n財務組　鄒小嬌\n\n八十八年十月三十日\n"
    )
    #expect(reading.articles.map { $0.signature?.office } == ["籌備小組召集人　麥大有", "財務組　鄒小嬌"])
    #expect(reading.articles.last?.signature?.date?.year == 1999)
  }

  @Test("The disabled persons' federation contributes what stands before its short name in brackets")
  func shortNameOfFederation() throws {
    let reading = try Reading(bulletin("\(sentence)他说：“现在能踏实干活了。” （柳堤区残联）"))
    #expect(reading.articles.first?.attribution == "柳堤区残联")
  }

  // MARK: Lists

  @Test("甲. 乙. 丙. behind a colon are items, no headings")
  func stems() throws {
    let reading = try Reading(bulletin("\(sentence)课程分为：\n\n甲. 儿童班\n乙. 成人班\n丙. 唱词班\n\n\(more)"))
    #expect(reading.body.count == 3)
    #expect(reading.body.dropFirst().first?.hasPrefix("list:") == true)
  }

  @Test("Numbered lines with nothing between, all that stands below a title, are a list though each is a sentence")
  func tightLines() throws {
    let items = ["1、大会收到提案八十六件，已分类登记，明天上午送交主席团审阅并答复。", "2、二百多名代表参观了泵站，对新式水泵兴趣最浓，问得也最细。", "3、伙食标准每人每天二元四角，凭餐券就餐。"]
    let reading = try Reading(head + "## 会场内外\n\n" + items.joined(separator: "  \n") + "\n\n## 更正\n\n\(more)\n")
    #expect(
      reading.body.first == "list:" + items.joined(separator: "\n") || reading.body.first?.hasPrefix("list:") == true)
  }

  @Test("How many copies were sent out is the number of copies", arguments: ["本期發行一千二百份", "发行1200份"])
  func copiesSent(_ line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n编辑：简大勇\n\n\(line)"))
    #expect(reading.issue.imprint?.copies == 1200)
  }
}
