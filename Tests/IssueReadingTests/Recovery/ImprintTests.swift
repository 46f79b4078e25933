import IssueModel
import Testing

@Suite("Recovery: the imprint")
struct ImprintTests {
  @Test("The distribution list between rules, then the office")
  func usual() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n---\n\n报：县水务局、县农业局  \n送：各镇人民政府  \n发：各村委会\n\n---\n\n河畔镇办公室"))
    let imprint = try #require(reading.issue.imprint)
    #expect(imprint.distribution.map(\.label) == ["报", "送", "发"])
    #expect(imprint.distribution.map(\.recipients) == [["县水务局", "县农业局"], ["各镇人民政府"], ["各村委会"]])
    #expect(imprint.office == "河畔镇办公室")
    #expect(imprint.source?.line == bodyLine + 4)
    #expect(imprint.source?.endLine == bodyLine + 10)
    #expect(reading.body == ["p:" + sentence])
    #expect(reading.remarks == [])
  }

  @Test("A rule right under the list is a rule, and makes no heading of the list")
  func setext() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n报：县水务局\n送：各镇人民政府\n---\n河畔镇办公室"))
    let imprint = try #require(reading.issue.imprint)
    #expect(imprint.distribution.map(\.label) == ["报", "送"])
    #expect(imprint.distribution.map(\.recipients) == [["县水务局"], ["各镇人民政府"]])
    #expect(imprint.office == "河畔镇办公室")
    #expect(reading.titles == ["新泵站投入运行"])
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("A list of recipients over several lines is one list")
  func continued() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n报：县水务局、县农业局、\n县气象局、县林业局\n送：各镇人民政府"))
    #expect(
      reading.issue.imprint?.distribution.map(\.recipients) == [["县水务局", "县农业局", "县气象局", "县林业局"], ["各镇人民政府"]])
  }

  @Test("Without a rule before it, the list is found by its labels")
  func unruled() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n报：县水务局\n\n送：各镇人民政府"))
    #expect(reading.issue.imprint?.distribution.count == 2)
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("A label in the midst of the text begins no imprint")
  func midText() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n发：见附表。\n\n\(sentence)\n\n\(sentence)"))
    #expect(reading.issue.imprint == nil)
    #expect(letters(reading.articles).contains("发见附表"))
  }

  @Test("A line of the imprint that is nothing known is kept")
  func otherLines() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n报：县水务局。\n\n欢迎来稿\n\n共印16份"))
    #expect(reading.issue.imprint?.copies == 16)
    #expect(reading.issue.imprint?.otherLines == ["欢迎来稿"])
  }

  @Test("Contact lines are kept as printed")
  func contact() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n报：县水务局。\n\n联系电话：0000-1234567"))
    #expect(reading.issue.imprint?.contact == "联系电话：0000-1234567")
  }

  @Test("An English distribution list is read")
  func english() throws {
    let reading = try Reading(
      "# River Bulletin\n\nIssue 7\n\n6 May 2031\n\n---\n\n## Pumps\n\nAll seven stations were checked in May.\n\n---\n\nDistribution: Town Council, Water Board\n\nEditor: A. Brook\n"
    )
    #expect(reading.issue.imprint?.distribution.first?.recipients == ["Town Council", "Water Board"])
    #expect(reading.issue.imprint?.people.first?.names == ["A. Brook"])
  }

  @Test("An issue without an imprint has none, and its last words are text")
  func none() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(sentence)"))
    #expect(reading.issue.imprint == nil)
    #expect(reading.body == ["p:" + sentence, "p:" + sentence])
  }

  @Test("Labels in two languages keep the blanks of their words, spread ones lose theirs")
  func bilingualLabels() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n---\n\n抄　送：县水务局\n\n责任编辑 Editor：江河    审 核 Reviewed by：石岩"))
    #expect(reading.issue.imprint?.distribution.map(\.label) == ["抄送"])
    #expect(reading.issue.imprint?.people.map(\.role) == ["责任编辑 Editor", "审核 Reviewed by"])
  }

  @Test("The editors' line alone is an imprint")
  func editorsOnly() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n编辑：江河　审核：石岩"))
    #expect(reading.issue.imprint?.people.map(\.role) == ["编辑", "审核"])
  }

  @Test("A wide blank may stand for the colon of a distribution list, one blank between its offices")
  func spaced() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n报　　港务局、海事局\n\n送　　市应急局 各船舶公司\n\n编辑：关海潮　　印刷：2000份"))
    #expect(reading.issue.imprint?.distribution.map(\.label) == ["报", "送"])
    #expect(reading.issue.imprint?.distribution.map(\.recipients) == [["港务局", "海事局"], ["市应急局", "各船舶公司"]])
    #expect(reading.issue.imprint?.copies == 2000)
  }

  @Test("印发日期 has a date, and so has a date beside those who made the issue")
  func printDates() throws {
    let labelled = try Reading(bulletin("\(sentence)\n\n---\n\n报：县委办\n\n印发日期：2031年4月16日　　印数：200"))
    #expect(labelled.issue.imprint?.printDate?.iso == "2031-04-16")
    #expect(labelled.issue.imprint?.copies == 200)
    let beside = try Reading(bulletin("\(sentence)\n\n---\n\n报：县委办\n\n编辑：董依依　签发：樊启明　2031年9月8日印发"))
    #expect(beside.issue.imprint?.printDate?.iso == "2031-09-08")
    #expect(beside.issue.imprint?.people.map(\.role) == ["编辑", "签发"])
  }

  @Test("The number of copies may stand in brackets behind the last recipients")
  func copiesBehind() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n报：市信访局　县委、县政府\n\n发：各党支部（共印30份）"))
    #expect(reading.issue.imprint?.distribution.map(\.recipients) == [["市信访局", "县委", "县政府"], ["各党支部"]])
    #expect(reading.issue.imprint?.copies == 30)
  }

  @Test("A notice in brackets below the distribution list is no recipient, and one behind a name no person")
  func notices() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n送：区委办、各街道\n\n（内部资料　请勿外传）\n\n编辑：谷小满　审稿：冼志强　内部资料，赠阅"))
    #expect(reading.issue.imprint?.distribution.map(\.recipients) == [["区委办", "各街道"]])
    #expect(reading.issue.imprint?.people.map(\.names) == [["谷小满"], ["冼志强"]])
  }

  @Test("Labels may be of one letter")
  func oneLetter() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n报：省局、市局\n\n编：办公室　　　核：池中岳　　　印：五十份"))
    #expect(reading.issue.imprint?.people.map(\.role) == ["编", "核"])
    #expect(reading.issue.imprint?.copies == 50)
  }

  @Test("A list of a hundred recipients and more is still the distribution list")
  func manyRecipients() throws {
    let offices = (1...120).map { "榆浦区第\($0)街道办事处" }
    let reading = try Reading(
      bulletin("\(sentence)\n\n---\n\n报：榆浦区委办公室\n\n送：\(offices.joined(separator: "，"))\n\n榆浦区办公室　2031年7月8日印发"))
    #expect(reading.issue.imprint?.distribution.map(\.recipients.count) == [1, 120])
    #expect(reading.paragraphs.count == 1)
  }

  @Test("A distribution list right below the masthead goes to the imprint")
  func distributionAbove() throws {
    let reading = try Reading(
      "# 农技快报\n\n第7期\n\n2021年5月20日\n\n报：市农技总站\n\n送：各乡镇农技站、县供销社\n\n---\n\n## 小麦赤霉病防治\n\n\(sentence)")
    #expect(reading.issue.imprint?.distribution.map(\.recipients) == [["市农技总站"], ["各乡镇农技站", "县供销社"]])
    #expect(reading.titles == ["小麦赤霉病防治"])
    #expect(reading.lines(of: "distribution-moved") == [7])
  }

  @Test(
    "Bold labels each begin a field, in two languages too; recipients are parted by half-width commas and closed up")
  func boldLabels() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n---\n\n发：各 教 研 室 , 各 班 主 任\n\n**主编 Editor:** 施蔚然 **翻译 Translator:** 卡琳·贝格"))
    let imprint = try #require(reading.issue.imprint)
    #expect(imprint.people.map(\.role) == ["主编 Editor", "翻译 Translator"])
    #expect(imprint.people.map(\.names) == [["施蔚然"], ["卡琳·贝格"]])
    #expect(imprint.distribution.map(\.recipients) == [["各教研室", "各班主任"]])
  }

  @Test("The office right above the line that says when it was printed is of the imprint")
  func officeAbovePrinting() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n河畔镇卫生局办公室\n\n二〇一五年三月十六日印\n\n（共印70份）"))
    #expect(reading.issue.imprint?.office == "河畔镇卫生局办公室")
    #expect(reading.issue.imprint?.printDate?.iso == "2015-03-16")
  }

  @Test("The editor of this number stands below the recipients, the copies behind the name")
  func editorOfThisNumber() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n抄送：镇属各党支部\n\n本期责编：佟　雨　（共印 50 份）\n"))
    #expect(reading.issue.imprint?.distribution.map(\.recipients) == [["镇属各党支部"]])
    #expect(reading.issue.imprint?.people.map(\.names) == [["佟雨"]])
    #expect(reading.issue.imprint?.copies == 50)
  }

  @Test("发至 names who gets it, no person")
  func sentAsFarAs() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n抄报：县水务局\n\n发至：各村水利小组"))
    let imprint = try #require(reading.issue.imprint)
    #expect(imprint.distribution.map(\.label) == ["抄报", "发至"])
    #expect(imprint.distribution.map(\.recipients) == [["县水务局"], ["各村水利小组"]])
  }

  @Test("陳報 begins a distribution list, and 印製份數 says how many were printed")
  func reportedTo() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n陳報：縣政府民政處\n\n分送：各鄉鎮公所\n\n印製份數：三百份"))
    #expect(reading.issue.imprint?.distribution.map(\.label) == ["陳報", "分送"])
    #expect(reading.issue.imprint?.copies == 300)
  }

  @Test("Gaps between the fields of a line stay where copies are told at its end")
  func gapsBeforeCopies() throws {
    let head =
      "# THE PUMP HOUSE NEWS\n\nNo. 7, May 2031\n\n## The pumps\n\nAll seven pumps are back in service, and the gates were painted in April.\n\n---\n\n"
    let reading = try Reading(
      head + "Editor: Daphne Moor    Typed by: Harold Weir    Telephone: Sallow 338    375 copies\n")
    let imprint = try #require(reading.issue.imprint)
    #expect(imprint.people.map(\.role) == ["Editor", "Typed by"])
    #expect(imprint.people.map(\.names) == [["Daphne Moor"], ["Harold Weir"]])
    #expect(imprint.copies == 375)
  }

  @Test("Labels in two languages, one blank apart, begin a field each")
  func labelsInTwoLanguages() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n编辑：车若水 Translator: Marta Weir"))
    #expect(reading.issue.imprint?.people.map(\.role) == ["编辑", "Translator"])
    #expect(reading.issue.imprint?.people.flatMap(\.names) == ["车若水", "Marta Weir"])
  }
}
