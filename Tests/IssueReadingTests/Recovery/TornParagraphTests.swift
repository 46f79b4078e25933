import IssueModel
import Testing

@Suite("Recovery: torn paragraphs")
struct TornParagraphTests {
  private let rest = "疏通渠道三十余里，确保汛期排水顺畅。"

  @Test(
    "A paragraph that stops in the midst of a sentence goes on in the next",
    arguments: [
      "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，",
      "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台",
      "五月以来，河畔镇对沿河七座泵站逐一检修、更换老旧水泵十二台、",
      "五月以来，镇里传唱“护河曲”，学习“修渠歌”，用乡亲们听得懂的“乡音”",
      "五月以来，河畔镇对沿河七座泵站逐一检修，（其中",
      "五月以来，河畔镇对沿河七座泵站逐一检修，推行“一站",
      "五月以来，河畔镇对沿河七座泵站逐一检修。六月上旬，对",
    ])
  func joined(first: String) throws {
    let reading = try Reading(bulletin("\(first)\n\n\(rest)"))
    #expect(reading.body == ["p:" + first + rest])
    #expect(reading.lines(of: "paragraph-joined") == [bodyLine + 2])
    let remark = try #require(reading.remarks.first { $0.id == "paragraph-joined" })
    #expect(remark.message.english.contains(first.suffix(6)) && remark.message.chinese.contains(rest.prefix(6)))
  }

  @Test(
    "A number torn in two is one again, in a Chinese text",
    arguments: [
      ("镇里今年清淤 5", "208 米，修补渠堤。", "镇里今年清淤5208米，修补渠堤。"),
      ("镇里今年投入 4.", "62 万元，用于清淤。", "镇里今年投入4.62万元，用于清淤。"),
      ("镇里今年投入 1,", "284 元，用于清淤。", "镇里今年投入1,284元，用于清淤。"),
      ("渠水利用率比上年提高 12", ".5%，全镇增收。", "渠水利用率比上年提高12.5%，全镇增收。"),
    ])
  func number(first: String, second: String, whole: String) throws {
    for gap in ["\n\n", "\n"] {
      let reading = try Reading(bulletin("五月以来，泵站逐一检修，\(first)\(gap)\(second)\n\n\(rest)"))
      #expect(reading.body == ["p:五月以来，泵站逐一检修，" + whole, "p:" + rest])
    }
  }

  @Test(
    "Two numbers that follow each other stay two",
    arguments: [
      "The lock was rebuilt in 1984\n12 men worked on it for a year.", "渠务所值班电话66551234\n66551235均可拨打。",
    ])
  func numbers(text: String) throws {
    let reading = try Reading(bulletin(text))
    #expect(reading.body == ["p:" + text.replacing("\n", with: " ")])
  }

  @Test(
    "A paragraph that is finished is not joined",
    arguments: [
      "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台。", "镇长说：“五月以来，沿河七座泵站逐一检修，更换水泵十二台。”",
      "五月以来，沿河七座泵站逐一检修，更换老旧水泵十二台（含备用三台）。", "五月以来，沿河七座泵站逐一检修，更换水泵十二台！", "汛期将至，七座泵站，检修完了吗？",
      "五月以来，沿河七座泵站逐一检修，主要做法如下：", "五月以来，沿河七座泵站逐一检修，更换水泵十二台……", "五月以来，沿河七座泵站逐一检修；",
      "镇长说：“五月以来，沿河七座泵站逐一检修。’”", "五月以来，沿河七座泵站逐一检修。（县水务局）",
    ])
  func finished(first: String) throws {
    let reading = try Reading(bulletin("\(first)\n\n\(rest)\n\n\(rest)"))
    #expect(reading.lines(of: "paragraph-joined") == [])
    #expect(letters(reading.articles) == letters(of: "新泵站投入运行" + first + rest + rest))
  }

  @Test(
    "What begins something new is not joined to an open paragraph",
    arguments: [
      "一、加强领导", "（二）加强领导", "1.加强领导", "第一，加强领导。", "一是加强领导。", "【水利】", "## 夏收准备就绪", "### 夏收准备就绪", "报：县水务局", "（县水务局）",
      "2031年5月6日", "附件：泵站名册", "※ 加强领导", "- 加强领导", "> 加强领导", "| 站 | 台 |\n|---|---|\n| 一 | 二 |", "　　六月上旬，镇里又添水泵三台。",
      "**加强领导。**镇里成立专班。", "编者按：值得一读。",
    ])
  func newBeginning(second: String) throws {
    let first = "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台"
    let reading = try Reading(bulletin("\(sentence)\n\n\(first)\n\n\(second)"))
    #expect(reading.lines(of: "paragraph-joined") == [])
    #expect(reading.body.contains("p:" + first))
  }

  @Test("A short torn line right behind the title is text")
  func shortBehindTitle() throws {
    let reading = try Reading(bulletin("五月以来，河畔镇印发《泵站\n\n\(rest)"))
    #expect(reading.body == ["p:五月以来，河畔镇印发《泵站" + rest])
  }

  @Test("Lines of a list without full stops are not joined")
  func items() throws {
    let lines = ["水泵十二台", "闸门三扇", "渠道三十里", "值班员七名"]
    let reading = try Reading(bulletin("\(sentence)清单如下：\n\n" + lines.joined(separator: "\n\n") + "\n\n\(sentence)"))
    #expect(reading.lines(of: "paragraph-joined") == [])
    for line in lines { #expect(reading.body.contains { $0.hasSuffix(":" + line) }) }
  }

  @Test("Lines of an agenda, each with its date, are not joined")
  func agenda() throws {
    let lines = ["5月6日，检修第一泵站，更换水泵", "5月7日，检修第二泵站，更换闸门", "5月8日，检修第三泵站，疏通渠道"]
    let reading = try Reading(bulletin("\(sentence)\n\n" + lines.joined(separator: "\n\n")))
    #expect(reading.lines(of: "paragraph-joined") == [])
    #expect(reading.body.count == 4)
  }

  @Test("However many empty lines part the halves, they are one")
  func emptyLines() throws {
    let first = "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，"
    let reading = try Reading(bulletin("\(first)\n\n\n\n\n\(rest)"))
    #expect(reading.body == ["p:" + first + rest])
    #expect(reading.lines(of: "paragraph-joined") == [bodyLine + 5])
  }

  @Test("A rule between the halves marked the page, and goes")
  func ruled() throws {
    let first = "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，"
    let reading = try Reading(bulletin("\(first)\n\n---\n\n\(rest)"))
    #expect(reading.body == ["p:" + first + rest])
  }

  @Test("A rule between finished paragraphs stays a rule")
  func ruleStays() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n***\n\n\(sentence)"))
    #expect(reading.body == ["p:" + sentence, "rule", "p:" + sentence])
  }

  @Test("A paragraph torn twice is one, and knows its pieces")
  func twice() throws {
    let reading = try Reading(bulletin("五月以来，河畔镇对沿河七座泵站逐一检修，\n\n更换老旧水泵十二台，修补闸门三扇，\n\n\(rest)"))
    #expect(reading.body.count == 1)
    #expect(reading.lines(of: "paragraph-joined") == [bodyLine + 2, bodyLine + 4])
    let range = try #require(reading.articles.first?.body.first?.source)
    #expect(range.line == bodyLine)
    #expect(range.endLine == bodyLine + 4)
    #expect(range.joinedLines == [bodyLine + 2, bodyLine + 4])
  }

  @Test("English words torn apart are joined with a blank, hyphenated ones without")
  func english() throws {
    let head = "# River Bulletin\n\nIssue 7\n\n6 May 2031\n\n---\n\n## Pumps\n\n"
    let blank = try Reading(
      head + "All seven pumping stations along the river were checked in May by the\n\nworks department of the town.\n")
    #expect(
      blank.body == [
        "p:All seven pumping stations along the river were checked in May by the works department of the town."
      ])
    let hyphen = try Reading(
      head + "All seven pumping stations along the river were checked in May by the depart-\n\nment of works.\n")
    #expect(
      hyphen.body == ["p:All seven pumping stations along the river were checked in May by the department of works."])
  }

  @Test("An English paragraph that ends with a full stop is finished")
  func englishFinished() throws {
    let reading = try Reading(
      "# River Bulletin\n\nIssue 7\n\n6 May 2031\n\n---\n\n## Pumps\n\nAll seven pumping stations along the river were checked.\n\nThe works department was pleased.\n"
    )
    #expect(reading.body.count == 2)
  }

  @Test("Bold torn by a page is bold again")
  func bold() throws {
    let reading = try Reading(bulletin("五月以来，沿河七座泵站逐一检修，**更换老旧水\n\n泵十二台**，确保汛期排水顺畅。"))
    #expect(reading.body == ["p:五月以来，沿河七座泵站逐一检修，更换老旧水泵十二台，确保汛期排水顺畅。"])
    guard case .paragraph(let text)? = reading.articles.first?.body.first else { return }
    #expect(text.inlines.contains(.strong([.text("更换老旧水泵十二台")])))
  }

  @Test("A bold lead torn before its full stop is text, though all titles are known")
  func boldLead() throws {
    let reading = try Reading(
      """
      # 河畔简报

      第7期

      河畔镇办公室

      2031年5月6日

      ## 目录

      - 新泵站投入运行

      ---

      ### 新泵站投入运行

      \(sentence)

      **二是创新开展防汛值守

      — 2 —

      。**\(sentence)
      """)
    #expect(reading.body == ["p:" + sentence, "p:二是创新开展防汛值守。" + sentence])
  }

  @Test("Switched off, torn paragraphs stay torn", arguments: ["torn-paragraphs", "all"])
  func switchedOff(name: String) throws {
    let first = "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，"
    let reading = try Reading(bulletin("\(first)\n\n\(rest)"), without: [name])
    #expect(reading.body.suffix(2) == ["p:" + first, "p:" + rest])
    #expect(reading.remarks.filter { $0.id == "paragraph-joined" } == [])
  }

  @Test(
    "Short lines with commas stay lines",
    arguments: [
      "甘棠，镇党委书记\n\n阮小满，镇长\n\n鲍春，村支书", "上午9:00，开幕式\n\n上午10:00，分组讨论", "一等奖：东坡小学，西溪小学\n\n二等奖：南坪小学，北岭小学",
    ])
  func shortLines(lines: String) throws {
    let reading = try Reading(bulletin(lines))
    #expect(reading.lines(of: "paragraph-joined").isEmpty)
  }

  @Test("A picture with a caption within a torn paragraph goes behind it")
  func tornByFigure() throws {
    let reading = try Reading(
      bulletin("五月以来，河畔镇检修泵站七座，\n\n![](a.jpg)\n检修现场（5月8日摄于上渡）\n\n更换水泵十二台，疏通渠道三十余里，排水顺畅。"))
    #expect(reading.body == ["p:五月以来，河畔镇检修泵站七座，更换水泵十二台，疏通渠道三十余里，排水顺畅。", "figure:检修现场（5月8日摄于上渡）"])
  }

  @Test("Where paragraphs are indented, a page that begins flush left goes on with a finished sentence")
  func flushAtPage() throws {
    let lines = ["五月以来，河畔镇对沿河七座泵站逐一检修，更换老", "旧水泵十二台，疏通渠道三十余里，确保汛期排水顺畅", "，各村派人轮流值守。"]
    let paragraph = "　　" + lines.joined(separator: "\n") + "\n"
    let text =
      "河畔简报\n第7期\n河畔镇办公室　　2031年5月6日\n\n　　　　　　泵站检修一新\n\n" + paragraph + paragraph + paragraph + paragraph
      + "\n　　　　　　　　　　— 1 —\n\n更换老旧水泵十二台，疏通渠道三十余里。\n" + paragraph
    let words = lines.joined()
    let reading = try Reading(text, as: .text)
    #expect(reading.paragraphs == [words, words, words, words + "更换老旧水泵十二台，疏通渠道三十余里。", words])
  }

  @Test("Where a page was cut a line is short; a parted word and a small letter go on all the same")
  func cutLines() throws {
    let reading = try Reading(
      """
      WEIR END LEAFLET

      No. 7, 6 May 2031

      THE LOCK

      The lock was drained on Monday and filled again on Friday, and the eels
      were counted in between. Nobody had seen so many of them since the year
      of the flood, when they came in at the door.

      On the toll for barges there was some agree-
      ment among the keepers, who pay more than
      they did when the lock was new, and who would rather that nobody paid at
      all. The board will look at it again when the winter has gone by.

      THE EELS

      The eels were sold on Saturday, and the money went to the new gate, of
      which half has come and half is still with the smith.
      """, as: .text)
    #expect(
      reading.paragraphs[1].hasPrefix(
        "On the toll for barges there was some agreement among the keepers, who pay more than they did"))
    #expect(reading.paragraphs.count == 3)
    #expect(reading.ids.contains("word-joined"))
  }

  @Test("In an issue in two languages, the lines of Han are full at their own width, whatever the next begins with")
  func twoWidths() throws {
    let reading = try Reading(
      """
      河畔社區會訊 Riverside Circular

      第 7 期 No. 7

      2031 年 5 月 6 日

      新水閘 The new lock

      五月以來，河畔鎮對沿河七座泵站逐一檢修，更換老舊水泵十二臺，疏通
      渠道三十餘里。舊閘門拆下之後，發現底部全部鏽穿，只好另鑄。裝回去的
      第一晚，水位便回落了半尺，岸上的人都說好。

      The lock was drained on Monday and filled again on Friday, and the eels in
      it were counted in between. Nobody had seen so many of them since the year
      of the flood, when they came in at the door and would not leave before tea.

      鎮委會要求各村落實汛期值班制度，二十四小時有人在崗，遇有險情第一時
      間報告。值班的人須帶手電筒與哨子，交班時在簿上簽名，不得代簽。
      新發的雨衣一人一件，舊的交回倉庫，破的由縫補組補好再用。倉庫每月盤
      點一次，少了的要說明去處。

      The keepers are asked to watch the water day and night and to tell the
      office at once when it rises. They carry a torch and a whistle, and they
      sign the book when the next man comes, each with his own name only.
      """, as: .text)
    #expect(reading.paragraphs.count == 4)
    #expect(reading.paragraphs.first?.hasSuffix("裝回去的第一晚，水位便回落了半尺，岸上的人都說好。") == true)
    #expect(!reading.ids.contains("paragraph-joined"))
  }

  @Test("一、三、五 at the head of a line counts days and numbers nothing")
  func countedDays() throws {
    let reading = try Reading(bulletin("老站长说，匾额挂在站里，自己退休以后照旧每个星期\n\n一、三、五来上班。\n\n\(sentence)"))
    #expect(reading.paragraphs == ["老站长说，匾额挂在站里，自己退休以后照旧每个星期一、三、五来上班。", sentence])
  }
}
