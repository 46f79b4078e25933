import Testing

@Suite("Recovery: rows of numbers, guessed levels, letters set apart")
struct RowsAndLevelsTests {
  private let head = "# 柳河气象专报\n\n第7期\n\n柳河气象台\n\n2031年5月6日\n\n---\n\n"

  @Test("Headings counted by a bare number and a blank divide the article above them")
  func bareNumbers() throws {
    let reading = try Reading(
      head + "## 寒潮对春播的影响与建议\n\n## 1 近期实况\n\n\(sentence)\n\n## 2 未来预报\n\n\(sentence)\n\n## 3 生产建议\n\n\(sentence)\n")
    #expect(reading.titles == ["寒潮对春播的影响与建议"])
    #expect(reading.body.filter { $0.hasPrefix("h1:") } == ["h1:1 近期实况", "h1:2 未来预报", "h1:3 生产建议"])
  }

  @Test("3 月 at the head of a title is a month, no number of a row")
  func months() throws {
    let reading = try Reading(head + "## 3 月工作综述\n\n\(sentence)\n\n## 4 月工作安排\n\n\(sentence)\n")
    #expect(reading.titles.count == 2)
  }

  @Test("Where levels of headings are guesses, one of them skipped on the way down, each heading above text is a title")
  func guessedLevels() throws {
    let titles = ["水库蓄水超额完成", "机组检修提前收尾", "值班日志评比揭晓", "食堂改造征求意见", "夜校报名今起开始", "安全竞赛进入决赛"]
    let levels = ["#", "##", "###", "#", "###", "##"]
    let text = zip(levels, titles).map { "\($0) \($1)\n\n\(sentence)\n\n" }.joined()
    #expect(try Reading("柳河电厂报\n\n第7期\n\n2031年5月6日\n\n---\n\n" + text).titles == titles)
  }

  @Test("壹、貳、 above titles that the contents list names are sections, the first behind the list as well")
  func formalNumbers() throws {
    let reading = try Reading(
      "柳河校友會訊　　第十八期\n中華民國八十九年三月十五日\n\n目　次\n　理事長的話\n　年會紀要\n　鐘聲舊事\n　修路十年\n\n壹、會務\n\n理事長的話\n理事長　許添財\n\n　　\(sentence)\n\n年會紀要\n\n　　\(sentence)\n\n貳、憶往\n\n鐘聲舊事\n四十四年班　吳清波\n\n　　\(sentence)\n\n修路十年\n\n　　\(sentence)\n",
      as: .text)
    #expect(reading.sections == ["壹、會務", "貳、憶往"])
    #expect(reading.titles == ["理事長的話", "年會紀要", "鐘聲舊事", "修路十年"])
    #expect(reading.issue.printedContents?.entries.count == 4)
  }

  @Test("Where each article is from, in lines that differ by their number only, stays")
  func sources() throws {
    let articles = zip(["鳗鱼过了第三道堰", "鸽子为什么爱钢桥", "孩子们画的河", "夜钓的规矩"], [77, 79, 80, 81]).map { title, number in
      "## \(title)\n\n\(sentence)\n\n来源：研究所报告 \(number)\n\n— \(number - 75) —\n\n"
    }
    let reading = try Reading(head + articles.joined())
    #expect(reading.lines(of: "running-head-dropped").isEmpty)
    #expect(reading.articles.count == 4)
  }

  @Test("A title whose letters the typist set apart is closed, and told")
  func spread() throws {
    let reading = try Reading(head + "**談　判　結　果　要　點**\n\n\(sentence)\n\n**協　議　簽　署　前　後**\n\n\(sentence)\n")
    #expect(reading.titles == ["談判結果要點", "協議簽署前後"])
    #expect(reading.lines(of: "spacing-tightened").count == 2)
  }

  @Test("Strokes as wide as the words above them underline a heading, also above a blank line; three are a rule")
  func underlined() throws {
    let reading = try Reading(
      head
        + "春播观察与思考\n================\n\n\(sentence)\n\n种子从哪里来\n------------\n\n\(sentence)\n\n农户怎么说\n------------\n\n\(sentence)\n\n\(sentence)\n---\n\n\(sentence)\n"
    )
    #expect(reading.titles == ["春播观察与思考"])
    #expect(reading.body.filter { $0.hasPrefix("h1:") } == ["h1:种子从哪里来", "h1:农户怎么说"])
  }

  // MARK: Titles without form

  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."
  private let more = "Nobody had seen so many of them since the year of the flood, when they came in at the door."
  private let leaflet = "# Weir News\n\nNo. 7, 6 May 2031\n"

  @Test("1. The lock, alone on its line, is a title that the contents list names and no item of a list")
  func listedItems() throws {
    let reading = try Reading(
      "\(leaflet)\nContents\n\n1. The lock\n2. The eels\n3. The boats\n\n1. The lock\n\n\(text)\n\n2. The eels\n\n\(more)\n\n- nets\n- pots\n\n3. The boats\n\n\(text)\n"
    )
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["The lock", "The eels", "The boats"])
    #expect(reading.titles == ["1. The lock", "2. The eels", "3. The boats"])
    #expect(reading.body == ["p:" + text, "p:" + more, "list:nets\npots", "p:" + text])
    #expect(reading.lines(of: "item-unmarked").count == 3)
  }

  @Test(
    "Without a contents list such lines are titles where they count from one through the issue; two items are a list")
  func countedItems() throws {
    let reading = try Reading(
      "\(leaflet)\n1.  The lock\n\n\(text)\n\n2.  The eels\n\n\(more)\n\n3.  The boats\n\n\(text)\n")
    #expect(reading.titles == ["1. The lock", "2. The eels", "3. The boats"])
    let items = try Reading(
      "\(leaflet)\n## The lock\n\n1.  a lamp;\n\n\(text)\n\n2.  a rope.\n\n\(more)\n")
    #expect(items.body.filter { $0.hasPrefix("list:") } == ["list:a lamp;", "list:a rope."])
  }

  @Test(
    "Words above listed titles name sections where the first stands above all text; who signs an article does not",
    arguments: ["", "**"])
  func namesAboveListed(_ mark: String) throws {
    let list = "In this issue\n\n- A lock for the north bank\n- What the gate has cost\n- Questions about eels\n\n---\n"
    func line(_ text: String) -> String { "\n\(mark)\(text)\(mark)\n" }
    let reading = try Reading(
      leaflet + "\n" + list + line("News") + line("A lock for the north bank") + "\n\(text)\n"
        + line("What the gate has cost")
        + "\n\(more)\n\nNell Sedge\n" + line("Letters") + line("Questions about eels") + "\n\(text)\n")
    #expect(reading.sections == ["News", "Letters"])
    #expect(reading.articles.map { $0.signature?.office } == [nil, "Nell Sedge", nil])
    let signed = try Reading(
      leaflet + "\n" + list + line("A lock for the north bank") + "\n\(text)\n\nSluices\n"
        + line("What the gate has cost")
        + "\n\(more)\n\nLamps\n" + line("Questions about eels") + "\n\(text)\n")
    #expect(signed.sections == [nil])
  }

  @Test("An entry in two languages ends the contents list where the text has its Chinese words on a line of their own")
  func halfEntries() throws {
    let reading = try Reading(
      "# 河畔輕軌 RIVERSIDE RAIL\n\n2031年第6期\n\n2031年5月6日\n\n目錄 CONTENTS\n\n冬季時刻 Winter Timetable (1)\n\n新制服 The New Uniforms (2)\n\n【營運 OPERATIONS】\n\n冬季時刻\n\nWinter Timetable\n\n\(sentence)\n\n新制服\n\nThe New Uniforms\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["營運 OPERATIONS"])
    #expect(reading.titles.first == "冬季時刻 Winter Timetable")
    #expect(reading.issue.printedContents?.entries.count == 2)
  }

  // MARK: Levels that a converter guessed, no contents list

  @Test("Headings counted from one are the titles, those between them without a number divide them")
  func countedAmongOthers() throws {
    let reading = try Reading(
      "\(leaflet)\n## 1. The lock\n\n\(text)\n\n## What we changed\n\n\(more)\n\n## 2. The eels\n\n\(more)\n\n## 3. The boats\n\n\(text)\n"
    )
    #expect(reading.titles == ["1. The lock", "2. The eels", "3. The boats"])
    #expect(reading.body.filter { $0.hasPrefix("h") } == ["h1:What we changed"])
    // Behind the last alone a heading is a notice of its own.
    let notice = try Reading(
      "\(leaflet)\n## 1. The lock\n\n\(text)\n\n## 2. The eels\n\n\(more)\n\n## 3. The boats\n\n\(text)\n\n## Dates\n\n\(more)\n"
    )
    #expect(notice.titles.last == "Dates")
  }

  @Test("A text that opens far below its highest level has levels that say nothing; capitals tell its titles")
  func opensTooLow() throws {
    let reading = try Reading(
      "\(leaflet)\n#### THE LOCK\n\n\(text)\n\n#### THE REGATTA\n\n\(more)\n\n# Sport\n\n\(text)\n\n## REPORTS\n\n### NORTH BANK\n\n\(more)\n\n### SOUTH BANK\n\n\(text)\n\n# PIPES\n\n\(more)\n"
    )
    #expect(reading.titles == ["THE LOCK", "THE REGATTA", "REPORTS", "PIPES"])
    #expect(reading.body.filter { $0.hasPrefix("h") } == ["h1:Sport", "h1:NORTH BANK", "h1:SOUTH BANK"])
  }

  @Test("Questions below a heading of their level are asked and answered in its article")
  func questions() throws {
    let reading = try Reading(
      "\(leaflet)\n# The lock\n\n\(text)\n\n# Questions about eels\n\n# Why are there none on Friday?\n\n\(text)\n\n# Could there be more of them?\n\n\(more)\n"
    )
    #expect(reading.titles == ["The lock", "Questions about eels"])
    #expect(reading.body.filter { $0.hasPrefix("h") }.count == 2)
  }

  @Test("English Pages and 中文版 name sections, whatever the levels below them")
  func languages() throws {
    let reading = try Reading(
      "# 河畔通訊 RIVERSIDE NEWS\n\nNo. 7\n\n6 May 2031\n\n# English Pages\n\n## The lock\n\n\(text)\n\n## The eels\n\n\(more)\n\n# 中文版\n\n**水閘落成記事**\n\n\(sentence)\n\n# 徵求老照片\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["English Pages", "中文版"])
    #expect(reading.titles == ["The lock", "The eels", "水閘落成記事", "徵求老照片"])
  }

  @Test(
    "I., II., III. head sections though names with initials stand in the text; a bold line below is a title, however short"
  )
  func partsBesideInitials() throws {
    let reading = try Reading(
      "\(leaflet)\n### I. WHAT HAPPENED\n\n**The river rises**\n\n\(text)\n\nS. V. Quill, Engineer\n\n### II. WHAT WAS DONE\n\n**Nineteen boats**\n\n\(more)\n\n### III. WHAT IS NEXT\n\n**Relief**\n\n\(text)\n"
    )
    #expect(reading.sections == ["I. WHAT HAPPENED", "II. WHAT WAS DONE", "III. WHAT IS NEXT"])
    #expect(reading.titles == ["The river rises", "Nineteen boats", "Relief"])
  }

  @Test("Behind a contributor a line alone heads the next article though others have headings for that")
  func behindContributor() throws {
    let reading = try Reading(
      "# 河畔周報 RIVERSIDE WEEKLY\n\n第7期 Issue 7\n\n2031年5月6日\n\n# 水閘落成 / The lock is done\n\n\(sentence)\n\n\(text)\n\n（水務處 Water Office）\n\n鰻魚減產 / Fewer eels\n\n\(sentence)\n\n\(more)\n\n（漁業處 Eel Office）\n"
    )
    #expect(reading.titles == ["水閘落成 / The lock is done", "鰻魚減產 / Fewer eels"])
    #expect(reading.articles.map(\.attribution) == ["水務處 Water Office", "漁業處 Eel Office"])
  }

  @Test("A sentence with a date that leads to resolutions is none of the masthead")
  func sentenceBelowMasthead() throws {
    let reading = try Reading(
      "# 河畔公報\n\n第7期 No. 7\n\n二〇三一年五月 May 2031\n\n書記處 Office of the Clerk\n\n# 校董會決議\n\n# Resolutions of the Council\n\n校董會於二〇三一年四月二十三日舉行第六次會議，議決如下：\n\nThe Council, at its 6th meeting on 23 April 2031, resolved as follows:\n\n(1) that the lock be closed;\n\n(2) that the eels be counted.\n"
    )
    #expect(reading.masthead.office == "書記處 Office of the Clerk")
    #expect(reading.masthead.otherLines.isEmpty)
    #expect(reading.titles == ["校董會決議 Resolutions of the Council"])
  }

  @Test("A Chinese heading right above an English one is one title with it, whatever their levels")
  func pairedHeadings() throws {
    let reading = try Reading(
      "# 河畔通訊 RIVERSIDE NEWS\n\n第7期 No. 7\n\n2031年5月6日\n\n# 水閘落成\n\n## The Choir Opens the Lock\n\n\(sentence)\n\n### 鰻魚減產\n\n### Fewer Eels in the Basin\n\n\(text)\n\n#### 教訓 Lessons\n\n\(more)\n\n## 四月活動 Events in April\n\n\(text)\n"
    )
    #expect(
      reading.titles == ["水閘落成 The Choir Opens the Lock", "鰻魚減產 Fewer Eels in the Basin", "四月活動 Events in April"])
    #expect(reading.body.filter { $0.hasPrefix("h") }.count == 1)
  }

  @Test("An office alone between the masthead and the first heading publishes the issue, whatever body stands above")
  func officeBelow() throws {
    let reading = try Reading(
      "# COMMISSION FOR THE WEIR\n\n## LOCK BULLETIN\n\nNo. 7\n\n6 May 2031\n\nSecretariat of the Commission\n\n## The lock\n\n\(text)\n\n## The eels\n\n\(more)\n"
    )
    #expect(reading.masthead.office == "Secretariat of the Commission")
    #expect(reading.titles == ["The lock", "The eels"])
    #expect(reading.articles.first?.kicker == nil)
  }
}
