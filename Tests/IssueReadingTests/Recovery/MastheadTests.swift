import IssueModel
import Testing

@Suite("Recovery: the masthead")
struct MastheadTests {
  @Test("Theme, name, number, office and date each find their place")
  func usual() throws {
    let reading = try Reading(
      "# 建设平安河道、清洁河道\n\n# 工作简报\n\n第 7 期\n\n河道整治领导小组办公室\n\n2031 年 5 月 6 日\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.series == "建设平安河道、清洁河道")
    #expect(reading.masthead.name == "工作简报")
    #expect(reading.masthead.number?.number == 7)
    #expect(reading.masthead.office == "河道整治领导小组办公室")
    #expect(reading.masthead.date?.iso == "2031-05-06")
    #expect(reading.masthead.source?.line == 1)
    #expect(reading.masthead.source?.endLine == 9)
    #expect(reading.titles == ["春播"])
    #expect(reading.remarks == [])
  }

  @Test("A name spaced out letter by letter is closed")
  func spacedOut() throws {
    let reading = try Reading("# 河　畔　简　报\n\n第7期\n\n2031年5月6日\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.name == "河畔简报")
  }

  @Test("Secrecy, copy number, note on use and signer are known by their form")
  func marks() throws {
    let reading = try Reading(
      "000012\n\n秘密★1年\n\n内部资料　注意保存\n\n# 河畔简报\n\n第7期\n\n河畔镇办公室　　签发人：石岩\n\n2031年5月6日\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.copyNumber == "000012")
    #expect(reading.masthead.classification == "秘密★1年")
    #expect(reading.masthead.notice?.filter { $0 != " " && $0 != "　" } == "内部资料注意保存")
    #expect(reading.masthead.signer == "石岩")
    #expect(reading.masthead.office == "河畔镇办公室")
    #expect(reading.masthead.name == "河畔简报")
  }

  @Test("Office and date on one line are parted at the wide gap")
  func gap() throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n河畔镇办公室            2031年05月06日\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.office == "河畔镇办公室")
    #expect(reading.masthead.date?.iso == "2031-05-06")
  }

  @Test("The masthead ends where a contents list, a section or running text begins, rule or not")
  func ends() throws {
    for next in ["本期要目\n\n- 春播\n", "【镇村动态】", sentence] {
      let reading = try Reading("# 河畔简报\n\n第7期\n\n2031年5月6日\n\n\(next)\n\n## 春播\n\n\(sentence)\n")
      #expect(reading.masthead.name == "河畔简报")
      #expect(reading.masthead.otherLines == [])
      #expect(reading.titles.last == "春播")
    }
  }

  @Test("A date in the first article is not the date of the issue")
  func laterDate() throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n---\n\n## 春播\n\n2031年5月6日，镇里召开会议，部署春播工作。\n")
    #expect(reading.masthead.date == nil)
    #expect(reading.lines(of: "masthead-date-missing") == [1])
    #expect(reading.body == ["p:2031年5月6日，镇里召开会议，部署春播工作。"])
  }

  @Test("What is missing is named, with a hint")
  func missing() throws {
    let reading = try Reading("## 春播\n\n\(sentence)\n")
    #expect(reading.ids == ["masthead-date-missing", "masthead-name-missing", "masthead-number-missing"])
    #expect(reading.remarks.allSatisfy { $0.hint != nil && $0.severity == .warning })
    #expect(reading.titles == ["春播"])
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("A line of the masthead that is nothing known is kept")
  func unknown() throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n天蓝水清、岸绿景美\n\n2031年5月6日\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.otherLines == ["天蓝水清、岸绿景美"])
  }

  @Test("An English masthead is read")
  func english() throws {
    let reading = try Reading(
      "# The River Bulletin\n\nVol. 3 No. 7\n\nRiver Works Department\n\n6 May 2031\n\n---\n\n## Pumps checked\n\nAll seven stations were checked in May.\n"
    )
    #expect(reading.masthead.name == "The River Bulletin")
    #expect(reading.masthead.number?.volume == 3)
    #expect(reading.masthead.office == "River Works Department")
    #expect(reading.masthead.date?.iso == "2031-05-06")
    #expect(reading.titles == ["Pumps checked"])
  }

  @Test("A period beside the number is the date, kept as its words")
  func period() throws {
    let reading = try Reading("河畔引航站\n\n# 引航周记\n\n（2031年4月29日—5月5日　第18期）\n\n---\n\n## 一周数字\n\n\(sentence)\n")
    #expect(reading.masthead.date?.verbatim == "2031年4月29日—5月5日")
    #expect(reading.masthead.date?.iso == nil)
    #expect(reading.masthead.number?.number == 18)
  }

  @Test("How often a bulletin appears is neither its name nor its office")
  func periodicity() throws {
    let reading = try Reading("# 水情與人情\n\n民國120年12月15日　第37號（季刊）\n\n編輯發行：河畔分署工務科\n\n---\n\n## 新堤\n\n\(sentence)\n")
    #expect(reading.masthead.name == "水情與人情")
    #expect(reading.masthead.office == "河畔分署工務科")
  }

  @Test("Name and office may stand below number and date, above the rule")
  func below() throws {
    let reading = try Reading("二○三一年三月\n\n第33期\n\n窰火\n\n河畔陶瓷之友會\n\n---\n\n## 會長的話\n\n\(sentence)\n")
    #expect(reading.masthead.name == "窰火")
    #expect(reading.masthead.office == "河畔陶瓷之友會")
  }

  @Test("2031年 above 第3期 is of the number")
  func yearAbove() throws {
    let reading = try Reading("# 河畔简报\n\n2031年\n\n第3期\n\n河畔镇办公室\n\n2031/11/5\n\n---\n\n## 新堤\n\n\(sentence)\n")
    #expect(reading.masthead.number?.year == 2031)
    #expect(reading.masthead.number?.number == 3)
  }

  @Test("A line of the masthead that a converter quoted is of the masthead")
  func quoted() throws {
    let reading = try Reading("> 工作秘密 严禁外传\n\n# 河畔周报\n\n第8期　2031年2月24日\n\n---\n\n## 新堤\n\n\(sentence)\n")
    #expect(reading.masthead.notice == "工作秘密 严禁外传")
    #expect(reading.masthead.name == "河畔周报")
  }

  @Test("Who makes the bulletin may stand below number and date; it is no title")
  func staff() throws {
    let reading = try Reading("# 河畔圖書館館訊\n\n民國一二〇年七月　第四十二期\n\n發行人：賴文心　　編輯：推廣組\n\n---\n\n## 新堤\n\n\(sentence)\n")
    #expect(reading.titles == ["新堤"])
    #expect(reading.issue.imprint?.people.map(\.role) == ["發行人", "編輯"])
    #expect(reading.masthead.otherLines.isEmpty)
  }

  @Test("Of a month and a day, the day is the issue's date; the month is what it is about")
  func monthAndDay() throws {
    let reading = try Reading("# 河畔质量月报\n\n2031年10月\n\n第118期\n\n河畔机械公司质量部　　2031年11月4日\n\n---\n\n## 新堤\n\n\(sentence)\n")
    #expect(reading.masthead.date?.iso == "2031-11-04")
    #expect(reading.masthead.otherLines == ["2031年10月"])
  }

  @Test("A stroke may part number and total")
  func strokes() throws {
    let reading = try Reading("# 河畔通讯\n\n2031年6月 | 第 6 期 | 总 第 66 期\n\n河畔镇办公室\n\n---\n\n## 新堤\n\n\(sentence)\n")
    #expect(reading.masthead.number?.number == 6)
    #expect(reading.masthead.number?.total == 66)
  }

  @Test("Two signers set apart are both signers, and so are the letters of a name")
  func signers() throws {
    let reading = try Reading("签发人：张守义　　　李　慧\n\n# 信访工作简报\n\n第12期\n\n2019年6月12日\n\n---\n\n\(sentence)")
    #expect(reading.masthead.signer == "张守义　李慧")
    #expect(reading.masthead.series == nil)
  }

  @Test("The point behind Ltd. ends the owner's name, no sentence")
  func company() throws {
    let reading = try Reading(
      "**华隆轴承有限公司 HUALONG BEARINGS CO., LTD.**\n\n# 厂讯 PLANT NEWS\n\n2008年第2期\n\n公司办公室编\n\n2008年4月30日\n\n---\n\n## 磨床投产\n\n\(sentence)"
    )
    #expect(reading.masthead.name == "厂讯 PLANT NEWS")
    #expect(reading.masthead.office == "公司办公室")
    #expect(reading.masthead.series == "华隆轴承有限公司 HUALONG BEARINGS CO., LTD.")
  }

  @Test("Office and name on one line are two, where no other line names an office; who edits it is of the imprint")
  func officeBesideName() throws {
    let reading = try Reading(
      "石門鄉公所　鄉政簡訊\n第一三八期\n民國一○五年三月二十日\n發行人：江國豐　　編輯：秘書室\n------------------------------\n\n五龍村活動中心落成\n\n　　\(sentence)",
      as: .text)
    #expect(reading.masthead.name == "鄉政簡訊")
    #expect(reading.masthead.office == "石門鄉公所")
    #expect(reading.issue.imprint?.people.map(\.names) == [["江國豐"], ["秘書室"]])
    #expect(reading.titles == ["五龍村活動中心落成"])
  }

  @Test("（六） below the name, or 2003 · 4, is the number where nothing else is; room for 批示 is of the masthead")
  func bareNumbers() throws {
    let bracket = try Reading("# 会议简报\n\n（六）\n\n大会秘书处编\n\n2018年1月16日\n\n批示：\n\n---\n\n## 小组讨论\n\n\(sentence)")
    #expect(bracket.masthead.number?.number == 6)
    #expect(bracket.masthead.otherLines == ["批示："])
    let year = try Reading("# 档案工作通讯\n\n2003 · 4\n\n（总第71期）\n\n---\n\n## 让档案活起来\n\n\(sentence)")
    #expect(year.masthead.number?.year == 2003)
    #expect(year.masthead.number?.number == 4)
    #expect(year.masthead.number?.total == 71)
  }

  @Test("A cell across the columns that a converter repeats in each is read once")
  func repeatedCells() throws {
    let reading = try Reading(
      "| 水 务 简 报 | 水 务 简 报 |\n|---|---|\n| 第8期 | 第8期 |\n| 党群部编 | 2021年8月31日 |\n\n## 年中工作会召开\n\n\(sentence)")
    #expect(reading.masthead.name == "水务简报")
    #expect(reading.masthead.number?.verbatim == "第8期")
  }

  @Test("For whose use an issue is, above its name, is a notice")
  func forWhoseUse() throws {
    let reading = try Reading(
      "限联防单位内部使用\n\n# 河畔简报\n\n**第7期**\n\n河畔镇办公室　　2031年5月6日\n\n---\n\n## 新泵站投入运行\n\n\(sentence)\n")
    #expect(reading.masthead.notice == "限联防单位内部使用")
    #expect(reading.masthead.series == nil)
    #expect(reading.masthead.name == "河畔简报")
  }

  @Test("A cover or emblem between the lines of the masthead leaves it whole")
  func pictureWithin() throws {
    for picture in ["<!-- image -->", "![封面](cover.png)"] {
      let reading = try Reading(
        "内部资料\n\n\(picture)\n\n## 河畔学习汇编\n\n（2031年第7期）\n\n## 河畔镇办公室\n\n二〇三一年五月\n\n## 新泵站投入运行\n\n\(sentence)\n")
      #expect(reading.masthead.name == "河畔学习汇编" && reading.masthead.office == "河畔镇办公室")
      #expect(reading.masthead.number?.number == 7 && reading.masthead.date?.month == 5)
      #expect(reading.titles == ["新泵站投入运行"])
      #expect(reading.lines(of: "masthead-image-dropped") == (picture.hasPrefix("!") ? [3] : []))
    }
  }

  @Test("A picture behind the masthead stays where it is")
  func pictureBehind() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n河畔镇办公室　　2031年5月6日\n\n![新泵站](a.png)\n\n## 新泵站投入运行\n\n\(sentence)\n")
    #expect(reading.lines(of: "masthead-image-dropped") == [])
  }

  @Test(
    "The first article is text, however short, if it is a sentence that tells a day",
    arguments: ["泵站定于2031年2月3日检修。", "2月3日起泵站检修。", "检修到二月三日为止！"])
  func sentenceWithDay(_ sentence: String) throws {
    let reading = try Reading("# 河畔简报\n\n第3期\n\n河畔镇办公室　2031年5月6日\n\n## 新泵站投入运行\n\n\(sentence)\n")
    #expect(reading.titles == ["新泵站投入运行"])
    #expect(reading.paragraphs == [sentence])
    #expect(reading.masthead.date?.iso == "2031-05-06")
  }

  @Test(
    "A number counts in the years of the republic where the date does",
    arguments: [("九十八年第9期", "中華民國98年3月2日", 2009), ("110年第2期", "民國110年4月1日", 2021), ("99年第12期", "民國100年1月5日", 2010)])
  func yearOfRepublic(_ number: String, _ date: String, _ year: Int) throws {
    let reading = try Reading("# 檢疫週報\n\n\(number)\n\n南澳港檢疫站　　\(date)\n\n## 新泵站投入運行\n\n\(sentence)\n")
    #expect(reading.masthead.number?.year == year)
    #expect(reading.masthead.number?.verbatim == number)
    #expect(reading.masthead.otherLines == [])
  }

  @Test(
    "A body above the name of an English bulletin is its office; what the bulletin is about is a series",
    arguments: [
      ("KAVALUR SILK EXCHANGE", true), ("Harbour Ship Repairers (Pty) Ltd", true),
      ("St Osyth’s Priory, Weir End", true),
      ("Tenth Festival of Weavers", false), ("Jubilee Year of the Weir", false),
      ("Serving the valley since the flood", false),
    ])
  func bodyAboveName(_ line: String, _ isOffice: Bool) throws {
    let reading = try Reading(
      "\(line)\n\n# THE COCOON\n\nNo. 7, 6 May 2031\n\n---\n\n## The pumps are in service\n\nAll seven pumps along the river were taken apart in April and put together again before the first of May.\n"
    )
    #expect(reading.masthead.name == "THE COCOON")
    #expect((reading.masthead.office == line) == isOffice)
    #expect((reading.masthead.series == line) == !isOffice)
  }

  @Test("Who approves the issue stands behind the office, a blank between or none", arguments: ["　", " ", ""])
  func signerBesideOffice(gap: String) throws {
    let reading = try Reading("# 督查专报\n\n第7期\n\n河畔市人民政府督查室\(gap)签发：东方既白\n\n2031年5月6日\n\n## 泵站按期完工\n\n\(sentence)\n")
    #expect(reading.masthead.office == "河畔市人民政府督查室")
    #expect(reading.masthead.signer == "东方既白")
  }

  @Test("第023号 numbers the copy where a line in 期 numbers the issue; alone it is the number of the issue")
  func numberedCopy() throws {
    let reading = try Reading(
      "**内部资料** **第023号**\n\n# 河畔安全通报\n\n**二〇三一年第十一期**\n\n河畔镇办公室　2031年5月6日\n\n---\n\n## 泵站按期完工\n\n\(sentence)\n")
    #expect(reading.masthead.copyNumber == "第023号")
    #expect(reading.masthead.number?.number == 11)
    #expect(reading.masthead.number?.year == 2031)
    let alone = try Reading("# 河畔安全通报\n\n第023号\n\n河畔镇办公室　2031年5月6日\n\n---\n\n## 泵站按期完工\n\n\(sentence)\n")
    #expect(alone.masthead.number?.number == 23)
  }
}
