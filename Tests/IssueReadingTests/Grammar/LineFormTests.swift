import IssueModel
import Testing

@Suite("What single lines say by their form")
struct LineFormTests {
  // MARK: Page numbers

  @Test(
    "A line that can be nothing but a page number goes, and is named",
    arguments: [
      "— 3 —", "—3—", "－３－", "–3–", "— 12 —", "第3页", "第 3 页", "第三页", "第3页 共8页", "第3页，共8页", "第 3 页（共 8 页）",
      "3/8", "Page 3", "Page 3 of 8", "P. 3", "· 3 ·", "~3~", "-3-", "- 3 -", "第3頁",
    ])
  func pageNumber(line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)\n\n\(sentence)"))
    #expect(reading.lines(of: "page-number-dropped") == [bodyLine + 2])
    #expect(reading.body == ["p:" + sentence, "p:" + sentence])
    let remark = try #require(reading.remarks.first { $0.id == "page-number-dropped" })
    #expect(remark.message.english.contains(line))
    #expect(remark.message.chinese.contains(line))
  }

  @Test(
    "A line that has more than a page number stays",
    arguments: ["第3页表格", "— 3月 —", "3/8英寸", "page three", "1234", "——三——号", "3 + 5", "第3页第2行"])
  func noPageNumber(line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)\n\n\(sentence)"))
    #expect(reading.lines(of: "page-number-dropped") == [])
    #expect(reading.body.joined().contains(line.filter { $0 != "*" }))
  }

  // MARK: Sections

  @Test(
    "A name in the brackets of sections is a section",
    arguments: ["【镇村动态】", "〖镇村动态〗", "［镇村动态］", "★【镇村动态】★", "■【镇村动态】", "【 镇 村 动 态 】", "**【镇村动态】**"])
  func section(line: String) throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n\(line)\n\n## 春播开始\n\n\(sentence)\n")
    #expect(reading.sections == ["镇村动态"])
    #expect(reading.titles == ["春播开始"])
  }

  @Test("A name behind a star or a diamond is a section", arguments: ["★镇村动态", "◆镇村动态"])
  func starred(line: String) throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n\(line)\n\n## 春播开始\n\n\(sentence)\n")
    #expect(reading.sections == ["镇村动态"])
    #expect(reading.titles == ["春播开始"])
  }

  @Test(
    "Brackets within a line, or around a sentence, name no section",
    arguments: ["【镇村动态】消息：今日开工", "【今天，水厂开工了。】", "★1．检查水泵、闸门、渠道和值班室的准备情况，逐一登记"])
  func noSection(line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)\n\n\(sentence)"))
    #expect(reading.sections == ["镇村动态"])
    #expect(reading.body.joined().contains(line))
  }

  // MARK: Numbering

  @Test(
    "The numbering of a heading gives its level",
    arguments: [
      ("一、加强领导", 1), ("十二、加强领导", 1), ("（一）加强领导", 2), ("(二)加强领导", 2), ("1.加强领导", 3), ("1．加强领导", 3), ("１．加强领导", 3),
      ("（1）加强领导", 4), ("(3)加强领导", 4),
    ])
  func numbering(line: String, level: Int) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)\n\n\(sentence)"))
    #expect(reading.body == ["p:" + sentence, "h\(level):" + line, "p:" + sentence])
  }

  @Test("A number that goes on is no numbering", arguments: ["1.2万亩水田", "12.5公里渠道", "3.15晚会准备", "二〇三一年春", "1998年大水"])
  func noNumbering(line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)\n\n\(sentence)"))
    #expect(!reading.body.contains { $0.hasPrefix("h") })
    #expect(reading.body.joined().contains(line))
  }

  // MARK: Imprint

  @Test(
    "Every label of a distribution list is known",
    arguments: [
      "报", "送", "发", "抄送", "抄报", "呈报", "报送", "分送", "主送", "本期增发", "發", "報", "下发", "印送",
    ])
  func distributionLabel(label: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n\(label)：县水务局、县农业局，各村委会。"))
    let line = try #require(reading.issue.imprint?.distribution.first)
    #expect(line.label == label)
    #expect(line.recipients == ["县水务局", "县农业局", "各村委会"])
    #expect(line.verbatim == "县水务局、县农业局，各村委会。")
    #expect(reading.body == ["p:" + sentence])
  }

  @Test(
    "Blanks before the colon and half-width colons do not hide a label", arguments: ["报 ：", "报:", "报　：", "报 :", "抄 送："])
  func looseLabel(label: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n\(label)县水务局、县农业局"))
    #expect(reading.issue.imprint?.distribution.first?.recipients == ["县水务局", "县农业局"])
  }

  @Test("Running text that begins like a label is text", arguments: ["报送材料应当及时。", "发现险情，立即上报。", "送水上门，群众满意。"])
  func noLabel(line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)"))
    #expect(reading.issue.imprint == nil)
    #expect(reading.body == ["p:" + sentence, "p:" + line])
  }

  @Test("Recipients within brackets are not parted")
  func bracketedRecipients() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n送：县水务局（办公室、防汛科）、县农业局"))
    #expect(reading.issue.imprint?.distribution.first?.recipients == ["县水务局（办公室、防汛科）", "县农业局"])
  }

  @Test(
    "The number of copies is understood and kept as printed",
    arguments: [
      ("共印16份", 16), ("（共印16份）", 16), ("共印 120 份", 120), ("印数：60份", 60), ("（印 120 份）", 120), ("共印１６份", 16),
      ("共印十六份", 16),
    ])
  func copies(line: String, count: Int) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n报：县水务局\n\n\(line)"))
    #expect(reading.issue.imprint?.copies == count)
    #expect(reading.issue.imprint?.copiesVerbatim == line)
  }

  @Test("Those who made the issue are named with their parts")
  func people() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n报：县水务局\n\n责任编辑：江河、林溪　审核：山　川　签发：石岩"))
    let people = try #require(reading.issue.imprint).people
    #expect(people.map(\.role) == ["责任编辑", "审核", "签发"])
    #expect(people.map(\.names) == [["江河", "林溪"], ["山川"], ["石岩"]])
  }

  @Test("Office and date of the printing line are told apart")
  func printing() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n---\n\n抄送：县水务局。\n\n---\n\n河畔镇办公室　　2031年5月7日印发"))
    #expect(reading.issue.imprint?.office == "河畔镇办公室")
    #expect(reading.issue.imprint?.printDate?.iso == "2031-05-07")
    #expect(reading.issue.imprint?.printDate?.verbatim == "2031年5月7日印发")
  }

  // MARK: Contents lines

  @Test(
    "A line of a contents list gives up its bullet, its dots and its page",
    arguments: [
      ("春播如期开始", nil, nil), ("1. 春播如期开始", "1.", nil), ("※ 春播如期开始", "※", nil), ("·春播如期开始", "·", nil),
      ("■春播如期开始", "■", nil),
      ("春播如期开始……3", nil, "3"), ("春播如期开始.......12", nil, "12"), ("春播如期开始 …………… 12", nil, "12"),
      ("春播如期开始（3）", nil, "3"), ("春播如期开始      3", nil, "3"), ("一、春播如期开始……１２", "一、", "12"),
      ("● 春播如期开始········5", "●", "5"),
    ] as [(String, String?, String?)])
  func contentsLine(line: String, label: String?, page: String?) throws {
    let reading = try Reading(
      """
      # 河畔简报

      第7期

      2031年5月6日

      ---

      本期要目

      \(line)

      \(line.replacing("春播如期开始", with: "夏收准备就绪"))

      ## 春播如期开始

      \(sentence)

      ## 夏收准备就绪

      \(sentence)

      """)
    let entry = try #require(reading.issue.printedContents?.entries.first)
    #expect(entry.text == "春播如期开始")
    #expect(entry.label == label)
    #expect(entry.page == page)
    #expect(reading.lines(of: "contents-page-kept") == (page == nil ? [] : [11, 13]))
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
  }

  @Test(
    "A number at the end of a title is no page",
    arguments: ["河畔镇部署2031", "检修水泵 12", "打好“三夏”战役（2031）", "渠道疏通率达98.5"])
  func noPage(line: String) throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n本期要目\n\n\(line)\n\n夏收准备就绪\n\n## \(line)\n\n\(sentence)\n\n## 夏收准备就绪\n\n\(sentence)\n"
    )
    #expect(reading.issue.printedContents?.entries.first?.text == line)
    #expect(reading.issue.printedContents?.entries.first?.page == nil)
    #expect(reading.titles.first == line)
  }

  @Test(
    "The heading of a contents list is known",
    arguments: ["目录", "目　录", "本期要目", "≡本期要目≡", "【本期导读】", "要 目：", "目錄", "In this issue", "**目录**"])
  func contentsHeading(line: String) throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n\(line)\n\n春播如期开始\n\n夏收准备就绪\n\n## 春播如期开始\n\n\(sentence)\n\n## 夏收准备就绪\n\n\(sentence)\n"
    )
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.issue.printedContents?.heading != nil)
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
  }

  // MARK: Editor's notes

  @Test(
    "Every label of an editor's note is known, and is not of its text",
    arguments: [
      ("编者按：", "编者按"), ("编者按:", "编者按"), ("【编者按】", "编者按"), ("（编者按）", "编者按"), ("［编者按］", "编者按"), ("编者按　", "编者按"),
      ("**编者按：**", "编者按"),
      ("编 者 按：", "编者按"), ("编者的话：", "编者的话"), ("按语：", "按语"), ("編者按：", "編者按"), ("【编者按】：", "编者按"), ("> 编者按：", "编者按"),
    ])
  func editorsNote(label: String, plain: String) throws {
    let reading = try Reading(bulletin("\(label)检修工作值得借鉴，现予刊发。\n\n\(sentence)"))
    let note = try #require(reading.articles.first?.editorsNote)
    #expect(note.label == plain)
    #expect(note.body.map(Reading.described) == ["p:检修工作值得借鉴，现予刊发。"])
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("Text that speaks of an editor's note has none", arguments: ["编者按照惯例整理了全文。", "本期编者按由办公室撰写。", "按：见附表。"])
  func noEditorsNote(line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)"))
    #expect(reading.articles.first?.editorsNote == nil)
    #expect(reading.body == ["p:" + sentence, "p:" + line])
  }
}
