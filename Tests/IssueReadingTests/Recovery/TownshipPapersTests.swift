import IssueModel
import Testing

/// Papers of townships, harbours, clubs and schools: who made them stands at their head, and pages are counted as newspapers do.
@Suite("Recovery: papers of townships and clubs")
struct TownshipPapersTests {
  private let head = "# 河畔鄉訊\n\n河畔鄉公所　編印\n\n第42期　民國一二〇年五月六日\n\n"
  private let story = "五月以來，河畔鄉對沿河七座抽水站逐一檢修，更換老舊抽水機十二臺，疏通渠道三十餘里。"

  @Test(
    "Who made the issue is of the imprint, wherever the masthead says it",
    arguments: [
      "發行人：溫大川　　總編輯：莫懷谷\n\n編輯：黎昕、丁力行", "督印人：溫大川　主編：莫懷谷　美術：黎昕", "發行人　鄉長　溫大川",
      "编委：温大川 莫怀谷 黎昕",
    ])
  func staff(_ line: String) throws {
    let reading = try Reading(head + line + "\n\n## 新堤完工\n\n\(story)\n")
    #expect(reading.masthead.otherLines.isEmpty)
    #expect(
      reading.issue.imprint?.people.contains { $0.names.joined().contains("温大川") || $0.names.joined().contains("溫大川") }
        == true)
    #expect(reading.lines(of: "staff-moved") == [7])
    #expect(reading.titles == ["新堤完工"])
  }

  @Test("The telephone beside them goes with them; who prints, and who publishes, stay where they are")
  func contacts() throws {
    let reading = try Reading(head + "主編：莫懷谷\n\n電話：555012\n\n承印：河畔印務社\n\n## 新堤完工\n\n\(story)\n")
    #expect(reading.issue.imprint?.contact == "電話：555012")
    #expect(reading.masthead.otherLines == ["承印：河畔印務社"])
  }

  @Test(
    "The page of a newspaper is one, however it is dressed",
    arguments: ["第三版", "第 3 版", "A3版", "（第三版）", "———— 第3版 ————", "第三版（共四版）", "河畔鄉訊　第42期　第三版"])
  func sheets(_ page: String) throws {
    let more = "\n\n\(story)"
    let reading = try Reading(head + "## 新堤完工\n\n\(story)\(more)\(more)\n\n## 夏收\n\n\(story)\n\n\(page)\n")
    #expect(reading.paragraphs.allSatisfy { $0 == story })
    #expect(reading.titles == ["新堤完工", "夏收"])
  }

  @Test("A running head whose letters are set apart is one, also where no empty line parts it from the text")
  func spreadHead() throws {
    func running(_ page: Int) -> String { "會　訊　第八卷第二期                    \(page)" }
    let reading = try Reading(
      "河畔郵友會\n\n會　訊\n\n第八卷第二期\n\n一九九七年六月\n\n\(running(2))\n\n春季交換會\n\n\(story)\n\n\(story)當日眾人推舉溫\n\(running(3))\n\n大川先生擔任召集人。\n\n\(running(4))\n\n\(story)\n",
      as: .text)
    #expect(reading.paragraphs == [story, story + "當日眾人推舉溫大川先生擔任召集人。", story])
  }

  @Test(
    "A note of the editors behind an article closes it, below who signed that",
    arguments: [("【編者按】", "編者按"), ("編後：", "編後"), ("编后语：", "编后语")])
  func closingNote(_ label: (String, String)) throws {
    let reading = try Reading(
      head + "## 讀者來函\n\n\(story)\n\n三年七班　一位家長\n\n\(label.0)這封信在會上宣讀過，大家都鼓掌。\n\n## 夏收\n\n\(story)\n")
    let letter = try #require(reading.articles.first)
    #expect(letter.editorsNote?.isAtEnd == true)
    #expect(letter.editorsNote?.label == label.1)
    #expect(letter.editorsNote?.body.plainText == "這封信在會上宣讀過，大家都鼓掌。")
    #expect(letter.signature?.office == "三年七班　一位家長")
    #expect(reading.titles == ["讀者來函", "夏收"])
  }

  @Test("A note above the text is none at its end, nor is 按 before a few words")
  func noteAbove() throws {
    let reading = try Reading(head + "## 夏收\n\n【編者按】這篇短文值得一讀。\n\n\(story)\n")
    #expect(reading.articles.first?.editorsNote?.isAtEnd == false)
  }

  @Test(
    "An office below the last picture of an article signs it; a sentence below a picture is text unless it points into it"
  )
  func belowPictures() throws {
    let long = String(repeating: story, count: 3)
    let reading = try Reading(
      head
        + "## 新堤完工\n\n\(long)\n\n\(long)\n\n![堤](堤.png)\n\n會後大家看了新堤。\n\n\(long)\n\n\(long)\n\n## 夏收\n\n\(long)\n\n![田](田.png)\n\n河畔鄉公所建設組\n\n## 閱讀週\n\n\(story)\n"
    )
    let captions = reading.articles.flatMap(\.body).compactMap { block -> String? in
      if case .figure(let figure) = block { figure.caption?.plainText } else { nil }
    }
    #expect(captions == [])
    #expect(reading.paragraphs.contains("會後大家看了新堤。"))
  }

  @Test(
    "Signs before a title are no other punctuation, and >> before one is no quotation",
    arguments: ["■ ■ ", "■　", ">> ", "◆"])
  func markedTitles(_ mark: String) throws {
    let reading = try Reading(
      head + "**目錄**\n\n- 新堤完工\n- 夏收準備就緒\n\n---\n\n\(mark)新堤完工\n\n\(story)\n\n\(mark)夏收準備就緒\n\n\(story)\n")
    #expect(reading.titles == ["新堤完工", "夏收準備就緒"])
    #expect(!reading.ids.contains("title-differs"))
  }

  @Test(
    "Enclosures on lines of one paragraph are one each, though the width of the page broke a name, and who signs stands below"
  )
  func brokenEnclosures() throws {
    let reading = try Reading(
      head + "## 夏收\n\n\(story)\n\n附件：1．夏收进度表（截至2031年5月\n底）\n2．未开镰村组名单\n及原因\n河畔鄉清潔隊\n2031年5月6日\n\n## 讀報\n\n\(story)\n")
    #expect(
      Array(reading.body.prefix(3)) == ["p:" + story, "attachments:附件：1．夏收进度表（截至2031年5月底）", "attachments:2．未开镰村组名单及原因"])
    #expect(reading.articles.first?.signature?.office == "河畔鄉清潔隊")
  }

  @Test(
    "Marks at both ends of a line name a section, also the first one right behind the contents list",
    arguments: ["◎◎◎ 花 情 ◎◎◎", "◇ 花情 ◇"])
  func framedSections(_ line: String) throws {
    let reading = try Reading(
      head
        + "【本號內容】\n\n一、龍眼花期晚七天\n\n二、蜂箱怎麼搬\n\n\(line)\n\n一、龍眼花期晚七天\n\n\(story)\n\n\(line.replacing("花", with: "蜂").replacing("情", with: "務"))\n\n二、蜂箱怎麼搬\n\n\(story)\n"
    )
    #expect(reading.sections == ["花情", "蜂務"])
    #expect(reading.issue.printedContents?.entries.count == 2)
  }

  @Test("Entries that a blank parts from their numbers, one to three, have these for labels")
  func countedEntries() throws {
    let titles = ["新堤完工", "夏收準備就緒", "一本流水賬"]
    let list = titles.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "\n\n")
    let reading = try Reading(
      head + "**目錄**\n\n\(list)\n\n---\n\n" + titles.map { "## \($0)\n\n\(story)\n\n" }.joined())
    #expect(reading.issue.printedContents?.entries.map(\.text) == titles)
    #expect(reading.titles == titles)
  }

  @Test("Of two headings of one level, the lower one alone in bold, the upper announces it")
  func headingAboveBold() throws {
    let reading = try Reading(
      head + "### ▍今日赛况\n\n#### 从火塘边到舞台上\n#### **九支歌队晋级**\n\n\(story)\n\n#### 一张嘴，一片叶\n#### **木叶赛爆冷**\n\n\(story)\n")
    #expect(reading.titles == ["九支歌队晋级", "木叶赛爆冷"])
    #expect(reading.articles.map(\.kicker) == ["从火塘边到舞台上", "一张嘴，一片叶"])
  }

  @Test("Who contributed stands before 供稿, office or not", arguments: ["立案庭 供稿", "三楼茶水间供稿"])
  func contributed(_ line: String) throws {
    let reading = try Reading(head + "## 新堤完工\n\n\(story)\n\n\(line)\n\n## 夏收\n\n\(story)\n")
    #expect(reading.articles.first?.attribution == line)
  }

  @Test("Where OCR set all text apart, the titles are closed too")
  func apart() throws {
    let text = "五 月 以来 ， 河畔 镇 对 沿 河 七 座 泵 站 逐 一 检修 ， 更 换 老 旧 水泵 十二 台 。"
    let reading = try Reading(
      "河 畔 简 报\n\n第 三 期\n\n河畔镇 水利站 编 2031 年 5 月 6 日\n\n一、 泵站 全 部 检修 一 遍\n\n\(text)\n\n\(text)\n\n二、 夏收 准备 已经 就 绪\n\n\(text)\n\n\(text)\n",
      as: .text)
    #expect(reading.titles == ["一、泵站全部检修一遍", "二、夏收准备已经就绪"])
  }

  @Test("Notes in wide brackets are footnotes")
  func wideBrackets() throws {
    let reading = try Reading(head + "## 新堤完工\n\n\(story)［1］\n\n［1］據溫先生回憶。\n\n## 夏收\n\n\(story)\n")
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["據溫先生回憶。"])
  }

  @Test(
    "For whom an issue is, and what nobody may do with it, is a notice",
    arguments: ["(會員專用，請勿外傳)", "严禁复制", "社內專閱　不得對外"])
  func notices(_ line: String) throws {
    let reading = try Reading("\(line)\n\n" + head + "## 新堤完工\n\n\(story)\n")
    #expect(letters(of: reading.masthead.notice ?? "") == letters(of: line))
  }
}
