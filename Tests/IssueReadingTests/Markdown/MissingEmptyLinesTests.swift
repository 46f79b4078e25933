import Testing

@Suite("Markdown without its empty lines")
struct MissingEmptyLinesTests {
  private let long =
    "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，疏通渠道三十余里，沿线四个村的一千六百亩水田在芒种以前全部灌上了水。"

  @Test("Where no empty line stands in it, each line is a paragraph of its own, at its own place")
  func dense() throws {
    let reading = try Reading(
      "# 河畔简报\n第7期\n河畔镇办公室\n2031年5月6日\n---\n## 新泵站投入运行\n\(long)\n\(sentence)\n## 闸门换新\n\(long)\n- 石桥村\n- 柳林村\n\(sentence)\n---\n报：县政府\n送：各村\n"
    )
    #expect(reading.titles == ["新泵站投入运行", "闸门换新"])
    #expect(reading.body == ["p:" + long, "p:" + sentence, "p:" + long, "list:石桥村\n柳林村", "p:" + sentence])
    #expect(reading.lines(of: "empty-lines-missing").count == 1)
    #expect(reading.articles.last?.source?.line == 9)
    #expect(reading.issue.imprint?.distribution.map(\.label) == ["报", "送"])
  }

  @Test("Lines that a program wrapped stay one paragraph")
  func wrapped() throws {
    let text = String(repeating: "河畔镇对沿河七座泵站逐一检修更换水泵疏通渠道", count: 6)
    let lines = stride(from: 0, to: text.count, by: 30).map { String(text.dropFirst($0).prefix(30)) }
    let reading = try Reading(
      "# 河畔简报\n第7期\n河畔镇办公室\n2031年5月6日\n---\n## 新泵站投入运行\n\(lines.joined(separator: "\n"))。\n")
    #expect(reading.lines(of: "empty-lines-missing") == [])
    #expect(reading.body == ["p:\(text)。"])
  }

  @Test("Hard breaks behind whole sentences that fill a line end paragraphs; those of a poem end lines")
  func hardBreaks() throws {
    let reading = try Reading(bulletin("\(long)\\\n\(long)  \n\(sentence)"))
    #expect(reading.body == ["p:" + long, "p:" + long, "p:" + sentence])
    let poem = try Reading(bulletin("\(sentence)\n\n春水初生绿满堤，\\\n新泵声里听鸡啼。\\\n农家莫道三更早，\\\n已有秧苗插过溪。"))
    #expect(poem.body.count == 2)
  }

  @Test("A list ends where a bold title or a whole paragraph stands right below it")
  func listTail() throws {
    let reading = try Reading(
      bulletin("沿河各村：\n- 石桥村\n- 柳林村\n**闸门换新**\n\(long)\n\n沿岸各村：\n1. 上村\n2. 下村\n\(long)\n"))
    #expect(reading.body.contains("list:石桥村\n柳林村"))
    #expect(reading.body.contains { $0.hasPrefix("h") && $0.hasSuffix("闸门换新") })
    #expect(reading.body.filter { $0 == "p:" + long }.count == 2)
    #expect(reading.lines(of: "empty-lines-missing").count == 1)
    let kept = try Reading(bulletin("沿河各村：\n- 石桥村\n- 柳林村\n\(long)\n"), without: ["missing-empty-lines"])
    #expect(kept.body.contains("list:石桥村\n柳林村\(long)"))
  }

  @Test("Items and quotations that a program wrapped stay whole, and so do those whose line was broken on purpose")
  func wrappedItems() throws {
    let item = "The pump at Stone Bridge was taken apart in the last week of April and"
    let english = try Reading(
      "# THE PUMP HOUSE NEWS\n\nNo. 7, May 2031\n\n## The pumps\n\nAll of them are back in service:\n\n- \(item)\nput together again by our own fitters before the first of the month.\n- Willow Copse stayed as it was.\n"
    )
    #expect(
      english.body.contains(
        "list:\(item) put together again by our own fitters before the first of the month.\nWillow Copse stayed as it was."
      ))
    let broken = try Reading(bulletin("- 石桥村  \n\(long)\n"))
    #expect(broken.lines(of: "empty-lines-missing") == [])
  }

  @Test("A quotation ends above a paragraph that is longer than it")
  func quotationTail() throws {
    let reading = try Reading(bulletin("> 编者按：水利是农业的命脉。\n\(long)\n"))
    #expect(reading.paragraphs.contains(long))
    #expect(reading.lines(of: "empty-lines-missing").count == 1)
  }

  @Test("Titles in bold within lines that no empty line parts are titles, each above its text")
  func boldTitles() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n河畔镇办公室　2031年5月6日\n\n**新泵站投入运行**\n\(long)\n\(sentence)\n**闸门换新**\n\(sentence)\n**渠道清淤**\n\(long)\n"
    )
    #expect(reading.titles == ["新泵站投入运行", "闸门换新", "渠道清淤"])
    #expect(reading.paragraphs.joined() == long + sentence + sentence + long)
  }

  @Test("Where title and text stand right below each other and empty lines part the articles only, each line is one")
  func tight() throws {
    let head = "# 河畔简报\n第7期\n河畔镇办公室　2031年5月6日\n"
    let reading = try Reading(
      "\(head)\n【水利】\n新泵站投入运行\n\(long)\n\(sentence)\n闸门换新\n\(long)\n\n【农事】\n早稻全部插完\n\(long)\n\(sentence)\n\n报：县政府\n送：各村\n"
    )
    #expect(reading.titles == ["新泵站投入运行", "闸门换新", "早稻全部插完"])
    #expect(reading.sections == ["水利", "农事"])
    #expect(reading.paragraphs == [long, sentence, long, long, sentence])
    #expect(reading.lines(of: "empty-lines-missing").count == 1)
    // So it is where nothing but its place tells a section's name.
    let bare = try Reading(
      "\(head)\n水利动态\n新泵站提前一个月投入运行\n\(long)\n\(sentence)\n\n农事要闻\n全镇早稻在芒种前插完\n\(long)\n\(sentence)\n")
    #expect(bare.sections == ["水利动态", "农事要闻"])
    #expect(bare.titles == ["新泵站提前一个月投入运行", "全镇早稻在芒种前插完"])
  }

  @Test("Paragraphs that a program wrapped below their title, or whose sentences have a line each, stay whole")
  func tightWrapped() throws {
    let lines = ["河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，疏通渠道三十余里，", "沿线四个村的一千六百亩水田在芒种以前全部灌上了水。群众都说这一回水来得", "及时。镇里还派人逐段看守。"]
    let wrapped = try Reading(
      bulletin("**新泵站投入运行**\n\(lines.joined(separator: "\n"))\n\n**闸门换新**\n\(lines.joined(separator: "\n"))\n"))
    #expect(wrapped.lines(of: "empty-lines-missing") == [])
    #expect(wrapped.paragraphs == [lines.joined(), lines.joined()])
    let one = "The pump at Stone Bridge was taken apart in the last week of April."
    let text = "\(one)\n\(one)\n\(one)"
    let english = try Reading("# THE PUMP HOUSE NEWS\n\nNo. 7, May 2031\n\n## The pumps\n\n\(text)\n\n\(text)\n")
    #expect(english.lines(of: "empty-lines-missing") == [])
    #expect(english.paragraphs.count == 2)
  }
}
