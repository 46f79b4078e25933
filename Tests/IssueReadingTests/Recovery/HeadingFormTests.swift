import Testing

@Suite("Recovery: headings in other forms")
struct HeadingFormTests {
  private let masthead = "河畔简报\n\n第7期\n\n河畔镇办公室\n\n2031年5月6日\n\n"
  private let more = "镇里的七名电工分成三组，用四天时间把十二台水泵的线路全部查了一遍，换下老化的电缆六百多米。"

  private func text(_ mark: (String) -> String) -> String {
    masthead
      + ["新泵站投入运行一个月", "村级闸门全部换新", "渡口夜间照明开始施工"].map { mark($0) + "\n\n\(more)\n\n\(sentence)" }
      .joined(separator: "\n\n") + "\n"
  }

  @Test("A heading whose sign an editor escaped is a heading, of the level that it has")
  func escaped() throws {
    let reading = try Reading(
      "\\# 河畔简报\n\n第7期\n\n河畔镇办公室\n\n2031年5月6日\n\n\\## 【镇村动态】\n\n\\### 新泵站投入运行\n\n\(sentence)\n\n\\### 闸门换新\n\n\(more)\n"
    )
    #expect(reading.masthead.name == "河畔简报")
    #expect(reading.sections == ["镇村动态"])
    #expect(reading.titles == ["新泵站投入运行", "闸门换新"])
    #expect(reading.lines(of: "heading-recognised") == [1, 9, 11, 15])
  }

  @Test("A hashtag in the text is no heading")
  func hashtag() throws {
    let reading = try Reading(bulletin("\\#春灌进行时\n\n\(sentence)"))
    #expect(reading.lines(of: "heading-recognised") == [])
    #expect(reading.body.first == "p:#春灌进行时")
  }

  @Test(
    "In a text without headings, lines that are a quotation, a list or above strokes by themselves are titles",
    arguments: ["> %", "- %", "* %", "%\n---"])
  func setApart(form: String) throws {
    let source = text { title in form.split(separator: "%", omittingEmptySubsequences: false).joined(separator: title) }
    let reading = try Reading(source)
    #expect(reading.titles == ["新泵站投入运行一个月", "村级闸门全部换新", "渡口夜间照明开始施工"])
    #expect(reading.lines(of: "heading-recognised").count == 3)
    #expect(try !Reading(source, without: ["heading-forms"]).ids.contains("heading-recognised"))
  }

  @Test("Beside headings a quotation stays one")
  func besideHeadings() throws {
    let reading = try Reading(
      bulletin((1...3).map { "> 村民第\($0)句话这样说道\n\n\(more)" }.joined(separator: "\n\n")))
    #expect(reading.ids.contains("heading-recognised") == false)
    #expect(reading.body.contains("quote:村民第1句话这样说道"))
  }
}

@Suite("Recovery: names above counted titles")
struct NamesAboveCountedTests {
  private let masthead = "**校务简讯**\n\n**第6期**\n\n河畔中学办公室\n\n2031年5月6日\n\n"

  @Test("Names without a number are sections where the titles below count through all of them")
  func countedThrough() throws {
    let reading = try Reading(
      masthead
        + "**德育之窗**\n\n**1．春游安全须知发到每个班**\n\n\(sentence)\n\n**2．值周班制度试行**\n\n\(sentence)\n\n**教学在线**\n\n**3．赛课落下帷幕**\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["德育之窗", "教学在线"])
    #expect(reading.titles == ["1．春游安全须知发到每个班", "2．值周班制度试行", "3．赛课落下帷幕"])
  }

  @Test("So are those below which the numbers begin anew, if the titles are much longer")
  func countedAnew() throws {
    let reading = try Reading(
      masthead
        + "**部队来稿**\n\n**一、某工兵营为白杨村架起便民桥**\n\n\(sentence)\n\n**二、军医每个周末到社区坐诊**\n\n\(sentence)\n\n**地方来稿**\n\n**一、优抚对象体检一车接到家**\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["部队来稿", "地方来稿"])
    #expect(reading.titles.count == 3)
  }

  @Test("Titles above short numbered headings of their own are no sections")
  func headingsWithin() throws {
    let reading = try Reading(
      masthead
        + "**春灌工作总结**\n\n**一、主要做法**\n\n\(sentence)\n\n**二、存在问题**\n\n\(sentence)\n\n**秋收工作安排**\n\n**一、总体要求**\n\n\(sentence)\n"
    )
    #expect(reading.sections == [nil])
  }

  @Test("一、 above （一） in bold, with nothing above it, is a section, and so is the rest of its row")
  func boldBelowNumbers() throws {
    let reading = try Reading(
      masthead
        + "一、突发事件\n\n**（一）石桥村山体滑坡情况**\n\n\(sentence)\n\n二、雨情水情\n\n| 站名 | 雨量 |\n|---|---|\n| 石桥 | 41 |\n\n\(sentence)\n\n三、值守抽查\n\n视频点名抽查情况\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["一、突发事件", "二、雨情水情", "三、值守抽查"])
    #expect(reading.titles.first == "（一）石桥村山体滑坡情况")
  }
}

@Suite("Recovery: typed and mailed issues")
struct TypedShapesTests {
  private let more = "镇里的七名电工分成三组，用四天时间把十二台水泵的线路全部查了一遍，换下老化的电缆六百多米。"
  private let masthead = "河畔简报\n\n第7期\n\n河畔镇办公室\n\n2031年5月6日\n\n"

  @Test(
    "Names between one mark, each above a title between another, are sections, and what stands between the other titles"
  )
  func nestedMarks() throws {
    let reading = try Reading(
      masthead
        + "== 要闻 ==\n\n* 新泵站投入运行 *\n\n\(sentence)\n\n* 闸门换新 *\n\n\(more)\n\n== 基层动态 ==\n\n* 渡口夜间照明开始施工 *\n\n\(more)\n",
      as: .text)
    #expect(reading.sections == ["要闻", "基层动态"])
    #expect(reading.titles == ["新泵站投入运行", "闸门换新", "渡口夜间照明开始施工"])
  }

  @Test("Titles at the head of their text are parted from it where the contents list at the end names them")
  func listedHeads() throws {
    let reading = try Reading(
      masthead
        + "    新泵站投入运行　　\(sentence)\n    \(more)\n\n    闸门换新　　\(more)\n\n本期目录\n    新泵站投入运行……………1\n    闸门换新……………2\n\n主编：甘棠　　印数：300份\n",
      as: .text)
    #expect(reading.titles == ["新泵站投入运行", "闸门换新"])
    #expect(reading.body == ["p:" + sentence, "p:" + more, "p:" + more])
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["新泵站投入运行", "闸门换新"])
    #expect(reading.issue.imprint?.people.map(\.names) == [["甘棠"]])
    #expect(reading.lines(of: "title-split").count == 2)
  }

  @Test("A table of recipients, each label in a cell of its own, is an imprint")
  func imprintTable() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n| 报 | 县水务局 |\n|---|---|\n| 送 | 党政办、农业办 |\n| 印数 | 40份 |"))
    #expect(reading.issue.imprint?.distribution.map(\.label) == ["报", "送"])
    #expect(reading.issue.imprint?.distribution.last?.recipients == ["党政办", "农业办"])
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("In two halves, one in each language, the numbered lines of the second are titles as those of the first are")
  func otherHalf() throws {
    let english = "The school year ends on the fourteenth of June, and all the chairs were carried home by the parents."
    let reading = try Reading(
      "# 河畔校讯\n\n第7期\n\n2031年5月6日\n\n一、校长寄语\n\n\(sentence)\n\n二、夏令营报名\n\n\(more)\n\n三、捐款鸣谢\n\n\(more)\n\n---\n\n1. Message from the Principal\n\n\(english)\n\n2. Summer camp\n\n\(english)\n\n3. Thanks\n\n\(english)\n"
    )
    #expect(
      reading.titles
        == ["一、校长寄语", "二、夏令营报名", "三、捐款鸣谢", "1. Message from the Principal", "2. Summer camp", "3. Thanks"])
  }
}
