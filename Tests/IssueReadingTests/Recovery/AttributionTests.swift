import Testing

@Suite("Recovery: contributors, signatures, enclosures")
struct AttributionTests {
  @Test(
    "A bracket alone at an article's end names the contributor",
    arguments: [
      ("（河畔镇水务站）", nil, "河畔镇水务站"), ("(河畔镇水务站)", nil, "河畔镇水务站"), ("（供稿：河畔镇水务站）", "供稿", "河畔镇水务站"),
      ("供稿：河畔镇水务站", "供稿", "河畔镇水务站"),
      ("来源：《河畔日报》", "来源", "《河畔日报》"), ("（江河 图/文）", nil, "江河 图/文"),
    ] as [(String, String?, String)])
  func bracket(line: String, label: String?, name: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)\n\n### 夏收准备就绪\n\n\(sentence)"))
    #expect(reading.articles.first?.attribution == name)
    #expect(reading.articles.first?.attributionLabel == label)
    #expect(reading.body == ["p:" + sentence, "p:" + sentence])
  }

  @Test("A contributor glued to the last paragraph is parted from it, with a note")
  func glued() throws {
    let reading = try Reading(bulletin("\(sentence)（河畔镇水务站）"))
    #expect(reading.articles.first?.attribution == "河畔镇水务站")
    #expect(reading.body == ["p:" + sentence])
    #expect(reading.lines(of: "attribution-split") == [bodyLine])
  }

  @Test("A bracket in the midst of the text is no contributor")
  func midText() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n（河畔镇水务站）\n\n\(sentence)"))
    #expect(reading.articles.first?.attribution == nil)
    #expect(reading.body == ["p:" + sentence, "p:（河畔镇水务站）", "p:" + sentence])
  }

  @Test("A remark in brackets at the end of the last sentence stays there", arguments: ["（见附表）", "（下转第三版）", "（含备用水泵）"])
  func remark(text: String) throws {
    let reading = try Reading(bulletin("\(sentence)\(text)"))
    #expect(reading.articles.first?.attribution == nil)
    #expect(reading.body == ["p:" + sentence + text])
  }

  @Test("A remark that ends as offices do is a remark all the same", arguments: ["（含备用三台）", "（不含城区）", "（其中两处为新建站）"])
  func officeLike(text: String) throws {
    let reading = try Reading(bulletin("\(sentence)\(text)"))
    #expect(reading.articles.first?.attribution == nil)
  }

  @Test("A bracket within the last sentence stays there")
  func within() throws {
    let reading = try Reading(bulletin("五月以来，沿河七座泵站由镇里统一检修（河畔镇水务站）"))
    #expect(reading.articles.first?.attribution == nil)
    #expect(letters(reading.articles).hasSuffix("统一检修河畔镇水务站"))
  }

  @Test("To be continued is no contributor")
  func continued() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n（未完待续）"))
    #expect(reading.articles.first?.attribution == nil)
    #expect(reading.body.last == "p:（未完待续）")
  }

  @Test(
    "Office and date at the end sign the article",
    arguments: ["河畔镇水务站\n\n2031年5月6日", "河畔镇水务站\n2031年5月6日", "河畔镇水务站　2031年5月6日"])
  func signature(lines: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(lines)\n\n### 夏收准备就绪\n\n\(sentence)"))
    #expect(reading.articles.first?.signature?.office == "河畔镇水务站")
    #expect(reading.articles.first?.signature?.date?.iso == "2031-05-06")
    #expect(reading.body == ["p:" + sentence, "p:" + sentence])
  }

  @Test("A date in the midst of the text signs nothing")
  func dateInText() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n2031年5月6日\n\n\(sentence)"))
    #expect(reading.articles.first?.signature == nil)
    #expect(reading.body == ["p:" + sentence, "p:2031年5月6日", "p:" + sentence])
  }

  @Test("The list of enclosures is known by its label")
  func attachments() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n附件：1.泵站名册"))
    #expect(reading.body == ["p:" + sentence, "attachments:附件：1.泵站名册"])
  }

  @Test("To whom an article is directed stands under the title")
  func salutation() throws {
    let reading = try Reading(bulletin("各村民委员会：\n\n\(sentence)"))
    #expect(reading.body == ["salutation:各村民委员会：", "p:" + sentence])
  }

  @Test("A contributor in brackets that a converter made a heading heads nothing")
  func markedAsHeading() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n### （河畔镇水务站）\n\n### 夏收准备就绪\n\n\(sentence)"))
    #expect(reading.articles.first?.attribution == "河畔镇水务站")
    #expect(reading.lines(of: "heading-unmarked").count == 1)
    #expect(reading.sections == ["镇村动态"])
  }

  @Test("Contributed by, alone at an article's end, names the contributor")
  func contributedBy() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n*Contributed by the Harbour Office*"))
    #expect(reading.articles.first?.attribution == "Contributed by the Harbour Office")
  }

  @Test("A correspondent in brackets behind the last sentence, however short, is who wrote it")
  func correspondent() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n墙终于拆了。（通讯员 栗木）"))
    #expect(reading.articles.first?.attribution == "通讯员 栗木")
    #expect(reading.paragraphs == [sentence, "墙终于拆了。"])
  }

  @Test("A bracket that a wide gap parts from the last sentence names the contributor, whatever it says")
  func setApart() throws {
    let reading = try Reading(bulletin("\(sentence)        （教育小组 记录）"))
    #expect(reading.articles.map(\.attribution) == ["教育小组 记录"])
    #expect(reading.paragraphs == [sentence])
  }

  @Test("A contributor is parted from the last paragraph though the picture of the next section stands behind it")
  func beforePicture() throws {
    let text = "\(sentence)（县水务局）\n\n![栏头](a.png)\n\n## 【来信】\n\n### 渠边路灯何时能亮\n\n\(sentence)（县教育局）"
    let reading = try Reading(bulletin(text))
    #expect(reading.articles.map(\.attribution) == ["县水务局", "县教育局"])
  }

  @Test("A newspaper or a station in brackets behind an article's last sentence is where it is from")
  func newspapers() throws {
    for source in ["河畔晨报", "上河日報", "县广播电视台"] {
      #expect(try Reading(bulletin("\(sentence)（\(source)）")).articles.map(\.attribution) == [source])
    }
    #expect(try Reading(bulletin("\(sentence)（详见河畔日报）")).articles.map(\.attribution) == [nil])
  }

  @Test("A department, a blank, and a name with 供稿 right behind it contributed")
  func departmentAndName() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n药学部 管弦供稿"))
    #expect(reading.articles.first?.attribution == "药学部 管弦供稿")
    #expect(reading.paragraphs == [sentence])
  }
}
