import IssueModel
import Testing

@testable import IssueChecks

@Suite("Marks and characters")
struct CharacterCheckTests {
  @Test(
    "Balanced text is fine: nested, of mixed width, numbers of lists, apostrophes, inches",
    arguments: [
      "印发《关于〈办法〉的通知》（试行），“先查‘后修’”。", "（一）检修；2）验收；a)清点", "1)先查；2)后修", "半角(括号）也成对",
      "The offices’ pumps weren’t in ‘order’.",
      "一块10\"屏幕", "他说\"先查\"。", "〔2031〕12号", "[1]",
    ])
  func balanced(_ text: String) { #expect(findings(BracketCheck(), issue(paragraphs: text)) == []) }

  @Test(
    "A mark without its partner is told with its line",
    arguments: ["印发《通知。", "印发通知》。", "（一检修", "检修）完成", "“先查后修。", "先查后修”。", "他说\"先查。", "见《甲（乙》丙"])
  func unbalanced(_ text: String) {
    #expect(findings(BracketCheck(), issue(paragraphs: "好。", text, "好。")) == ["bracket-unbalanced:12"])
  }

  @Test("Brackets are looked at once each in search of partners, however many of another kind stand open")
  func steps() {
    for row in ["(]", "([", "(])", "“’"] {
      let scalars = row.unicodeScalars.flatMap { Array(repeating: $0, count: 5_000) }
      #expect(Brackets(scalars, hasHan: true).steps <= scalars.count)
    }
  }

  @Test("A long row of letters that could be digits is looked at in time that grows with it")
  func longRow() {
    let row = String(repeating: "l", count: 60_000)
    let time = ContinuousClock().measure { _ = findings(CharacterSuspectCheck(), issue(paragraphs: "1" + row + "年")) }
    #expect(time < .seconds(10))
  }

  @Test("A quote over paragraphs is one, whether each of them opens it or not")
  func longQuotes() {
    #expect(findings(BracketCheck(), issue(paragraphs: "他说：“先查。", "后修。”")) == [])
    #expect(findings(BracketCheck(), issue(paragraphs: "“先查。", "“后修。", "“再验。”")) == [])
    #expect(findings(BracketCheck(), issue(paragraphs: "（先查。", "后修。）")).count == 2)
  }

  @Test(
    "Half-width marks between Han are told",
    arguments: ["各村自查,各镇抽查。", "先查后修.", "三条:一是查", "查了吗?修了!", "《办法》,通知"])
  func mixed(_ text: String) {
    #expect(findings(PunctuationMixedCheck(), issue(paragraphs: text)) == ["punctuation-mixed:11"])
  }

  @Test(
    "Numbers, times, addresses, Latin words and English text keep their marks",
    arguments: [
      "增长1,200元，占3.5%。", "8:30开会", "见http://a.example/b?c=1", "电话:0000-1234567", "甲公司(Co., Ltd.)",
      "First, check. Then repair!", "表1.检修", "“查”，“修”。", "She spoke on “The Sourdough”.",
    ])
  func unmixed(_ text: String) { #expect(findings(PunctuationMixedCheck(), issue(paragraphs: text)) == []) }

  @Test("Two stops in a row are told, ellipses and ？！ are not")
  func doubled() {
    for text in ["查，，修", "查。，修", "查；。"] {
      #expect(findings(PunctuationDoubledCheck(), issue(paragraphs: text)) == ["punctuation-doubled:11"], "\(text)")
    }
    for text in ["查。。。修", "查？！", "查……修", "查——修", "查，修"] {
      #expect(findings(PunctuationDoubledCheck(), issue(paragraphs: text)) == [], "\(text)")
    }
  }

  @Test(
    "What looks misread is told",
    arguments: [
      "2O31年检修", "l2月底前", "1l3名", "至3O日", "水l站", "检修ニ座", "\u{2F54}站", "氵站检修", "1月28曰", "巳经完成", "己经完成", "对自已的要求",
      "泵\u{FFFD}站", "泵\u{E123}站",
    ])
  func suspect(_ text: String) {
    #expect(findings(CharacterSuspectCheck(), issue(paragraphs: text)) == ["character-suspect:11"], "\(text)")
  }

  @Test(
    "What clean text has is not told",
    arguments: [
      "A股、B类、I级响应、O型血、K线、n个、x光、e家亲", "H2O和CO2", "10l水", "每h一次", "自己经过亲自已经周末来到", "二〇三一年", "子曰", "ニュース",
      "卡拉OK厅", "型号B1l-O2", "第I卷", "OPPO", "3D打印", "PM2.5", "α、β粒子", "乙己巳年", "Io2",
    ])
  func clean(_ text: String) { #expect(findings(CharacterSuspectCheck(), issue(paragraphs: text)) == []) }

  @Test("Invisible marks of direction are told and not repeated in the message")
  func direction() throws {
    let subject = CheckedIssue(issue(paragraphs: "泵\u{202E}站检修"))
    let found = try #require(DirectionControlCheck()(subject).first)
    #expect(found.id == "direction-control")
    #expect(found.message.english.contains("U+202E"))
    #expect(!found.message.english.unicodeScalars.contains("\u{202E}"))
  }

  @Test("Code and preformatted text are not prose")
  func code() {
    var coded = article("检修")
    coded.body = [
      .paragraph(Paragraph([.code("查,修（"), .text("好。")])), .preformatted(Preformatted("查,修（")),
    ]
    for check in IssueChecks.standard { #expect(check(CheckedIssue(issue([coded]))).isEmpty, "\(check.ids)") }
  }
}
