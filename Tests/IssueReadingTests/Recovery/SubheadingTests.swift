import Testing

@Suite("Recovery: headings within articles")
struct SubheadingTests {
  @Test("Numbered lines before text are headings, each of its level")
  func levels() throws {
    let reading = try Reading(
      bulletin("一、先查后修\n\n（一）查设备\n\n\(sentence)\n\n（二）查制度\n\n\(sentence)\n\n二、边修边建\n\n\(sentence)"))
    #expect(
      reading.body == [
        "h1:一、先查后修", "h2:（一）查设备", "p:" + sentence, "h2:（二）查制度", "p:" + sentence, "h1:二、边修边建", "p:" + sentence,
      ])
  }

  @Test("Numbered lines one behind the other are items, not headings")
  func items() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n（1）水泵十二台\n\n（2）闸门三扇\n\n（3）渠道三十里"))
    #expect(!reading.body.contains { $0.hasPrefix("h") })
    #expect(letters(reading.articles).hasSuffix("1水泵十二台2闸门三扇3渠道三十里"))
  }

  @Test("A numbered paragraph of whole sentences is a paragraph")
  func sentences() throws {
    let text = "一、先查后修。\(sentence)"
    let reading = try Reading(bulletin("\(text)\n\n\(sentence)"))
    #expect(reading.body == ["p:" + text, "p:" + sentence])
  }

  @Test("Numbered headings of Markdown get the level of their number")
  func marked() throws {
    let reading = try Reading(bulletin("#### 一、先查后修\n\n\(sentence)\n\n#### （一）查设备\n\n\(sentence)"))
    #expect(reading.body == ["h1:一、先查后修", "p:" + sentence, "h2:（一）查设备", "p:" + sentence])
  }

  @Test("A bold line in an article is a heading of it")
  func bold() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n**先查后修情况**\n\n\(sentence)"))
    #expect(reading.body == ["p:" + sentence, "h1:先查后修情况", "p:" + sentence])
  }

  @Test("A list of Markdown stays a list")
  func list() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n1. 水泵十二台\n2. 闸门三扇\n\n\(sentence)"))
    #expect(reading.body == ["p:" + sentence, "list:水泵十二台\n闸门三扇", "p:" + sentence])
  }

  @Test("Short lines behind one mark, each above text, are headings within the article; sentences behind it are not")
  func markedLines() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n◎ 第一年：我讲得很好\n\n\(sentence)\n\n◎ 第三年：一封信\n\n\(sentence)"))
    #expect(reading.body.filter { $0.hasPrefix("h1:") } == ["h1:第一年：我讲得很好", "h1:第三年：一封信"])
    let news = try Reading(bulletin("◎\(sentence)\n\n◎\(sentence)"))
    #expect(news.body.allSatisfy { !$0.hasPrefix("h1:") })
  }

  @Test("A question without the marks of a heading is one, where the article's other questions are")
  func questions() throws {
    let reading = try Reading(
      bulletin("#### 问：水泵何时换新？\n\n答：\(sentence)\n\n问：渠道由谁来看守？\n\n答：\(sentence)"))
    #expect(reading.body.filter { $0.hasPrefix("h") }.map { $0.dropFirst(3) } == ["问：水泵何时换新？", "问：渠道由谁来看守？"])
    let plain = try Reading(bulletin("问：渠道由谁来看守？\n\n答：\(sentence)"))
    #expect(plain.body.allSatisfy { $0.hasPrefix("p:") })
  }
}
