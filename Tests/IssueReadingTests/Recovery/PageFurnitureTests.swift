import Testing

@Suite("Recovery: page numbers and running heads")
struct PageFurnitureTests {
  private let half = "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，疏通"
  private let rest = "渠道三十余里，确保汛期排水顺畅。"

  @Test("A page number between the halves of a paragraph goes, and the halves are one")
  func withinTear() throws {
    let reading = try Reading(bulletin("\(half)\n\n— 3 —\n\n\(rest)"))
    #expect(reading.body == ["p:" + half + rest])
    #expect(reading.lines(of: "page-number-dropped") == [bodyLine + 2])
    #expect(reading.lines(of: "paragraph-joined") == [bodyLine + 4])
  }

  @Test("Bare digits that rise from page to page are page numbers")
  func rising() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n2\n\n\(sentence)\n\n3\n\n\(sentence)"))
    #expect(reading.lines(of: "page-number-dropped") == [bodyLine + 2, bodyLine + 6])
    #expect(reading.body == ["p:" + sentence, "p:" + sentence, "p:" + sentence])
  }

  @Test("Bare digits alone in finished text stay")
  func alone() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n12\n\n\(sentence)"))
    #expect(reading.lines(of: "page-number-dropped") == [])
    #expect(reading.body == ["p:" + sentence, "p:12", "p:" + sentence])
  }

  @Test("Bare digits that do not rise stay")
  func falling() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n35\n\n\(sentence)\n\n12\n\n\(sentence)"))
    #expect(reading.lines(of: "page-number-dropped") == [])
    #expect(reading.paragraphs.contains("35") && reading.paragraphs.contains("12"))
  }

  @Test("Bare digits of four places are a year or a count, no page")
  func fourDigits() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n2030\n\n\(sentence)\n\n2031\n\n\(sentence)"))
    #expect(reading.lines(of: "page-number-dropped") == [])
  }

  @Test("Digits within cells, items and running text are no page numbers")
  func elsewhere() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n| 站 | 台 |\n|---|---|\n| 1 | 3 |\n| 2 | 4 |\n\n- 甲站\n- 12\n\n\(sentence)"))
    #expect(reading.lines(of: "page-number-dropped") == [])
    #expect(letters(reading.articles).contains("站台1324甲站12"))
  }

  @Test("A running head at the cuts of pages goes each time")
  func runningHead() throws {
    let torn = "\(half)\n\n河畔简报 第7期\n\n\(rest)"
    let reading = try Reading(bulletin([torn, torn, torn].joined(separator: "\n\n")))
    #expect(reading.lines(of: "running-head-dropped") == [bodyLine + 2, bodyLine + 8, bodyLine + 14])
    #expect(reading.body == Array(repeating: "p:" + half + rest, count: 3))
    #expect(reading.masthead.name == "河畔简报")
  }

  @Test("A heading that each article has is no running head")
  func repeatedHeading() throws {
    let article = "### 某村经验\n\n\(sentence)\n\n主要做法\n\n\(sentence)"
    let reading = try Reading(bulletin([sentence, article, article, article].joined(separator: "\n\n")))
    #expect(reading.lines(of: "running-head-dropped") == [])
    #expect(letters(reading.articles).components(of: "主要做法") == 3)
  }

  @Test("Switched off, the stage leaves page numbers in the text")
  func switchedOff() throws {
    let text = bulletin("\(sentence)\n\n— 3 —\n\n\(sentence)")
    #expect(try Reading(text, without: ["page-furniture"]).body == ["p:" + sentence, "p:— 3 —", "p:" + sentence])
    #expect(try Reading(text, without: ["all"]).paragraphs.contains("— 3 —"))
  }

  @Test("A page number on a line of a paragraph goes too")
  func withinParagraph() throws {
    let reading = try Reading(bulletin("\(half)\n— 3 —\n\(rest)"))
    #expect(reading.body == ["p:" + half + rest])
    #expect(reading.lines(of: "page-number-dropped") == [bodyLine + 1])
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test("引航周记 2/3 and 3/3 are running heads")
  func counted() throws {
    let reading = try Reading(
      "引航周记\n\n第18期\n\n2031年5月6日\n\n---\n\n一周数字\n\n\(sentence)\n\n　　　　引航周记　　　　2/3\n\n\(sentence)\n\n　　　　引航周记　　　　3/3\n",
      as: .text)
    #expect(reading.lines(of: "running-head-dropped").count == 2)
  }

  @Test("The office alone at the foot of two pages is no signature")
  func officeAtFoot() throws {
    let text =
      "# 河畔水情专报\n\n第7期\n\n河畔水文站　　　签发：丁一\n\n2031年5月6日\n\n---\n\n## 汛情分析\n\n### 一、雨情\n\n\(sentence)\n\n河畔水文站\n\n第1页共2页\n\n### 二、水情\n\n\(sentence)\n\n河畔水文站\n\n第2页共2页\n\n### 三、建议\n\n\(sentence)\n"
    let reading = try Reading(text)
    #expect(reading.titles == ["汛情分析"])
    #expect(reading.lines(of: "running-head-dropped").count == 2)
    #expect(reading.articles.first?.signature == nil)
  }

  @Test(
    "Headings that count are titles, though what stands below them ends without a full stop",
    arguments: ["典型案例", "第", "附录"])
  func countedHeadings(_ name: String) throws {
    let bodies = ["甲镇把闸门钥匙编号登记", "乙镇给每座泵站配一本台账", "丙镇请老站长带徒弟", "丁镇把值班表贴到村口"]
    let text = bodies.enumerated().map {
      "## \(name)\($0.offset + 1)\(name == "第" ? "组讨论情况" : "")\n\n\($0.element)\n\n"
    }.joined()
    let reading = try Reading("# 河畔简报\n\n第7期\n\n河畔镇办公室　2031年5月6日\n\n---\n\n" + text)
    #expect(reading.lines(of: "running-head-dropped") == [])
    #expect(reading.lines(of: "paragraph-joined") == [])
    #expect(letters(everythingIn: reading.issue).contains("甲镇把闸门钥匙编号登记"))
  }

  @Test("A line that stands once between halves of a sentence is text, near the front too")
  func onceNearTheFront() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第9期\n\n河畔镇办公室　2031年9月3日\n\n9月2日，会议在县城召开。\n\n## 会议召开\n\n9月3日，会议要求各镇抓好晾晒作业，抓紧收割\n\n请各镇派专人负责\n\n并在周五前报名单。\n"
    )
    #expect(reading.lines(of: "running-head-dropped") == [])
    #expect(reading.paragraphs.joined().contains("请各镇派专人负责"))
  }
}
