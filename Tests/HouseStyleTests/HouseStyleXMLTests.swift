import HouseStyle
import IssueModel
import Stylesheets
import TestSupport
import Testing
import XMLReading

@Suite("House styles as XML")
struct HouseStyleXMLTests {
  func error(_ text: String) -> XMLFormatError? {
    do throws(XMLFormatError) {
      _ = try HouseStyle.read(Array(text.utf8))
      return nil
    } catch { return error }
  }

  /// A style with `content` that extends the shipped one; its content begins on line 2.
  func extending(_ content: String) -> String {
    "<house xmlns=\"urn:gazette:house:1\" version=\"1.0\" name=\"lakeside\" extends=\"gbt9704\">\n\(content)\n</house>"
  }

  @Test("Each shipped file is valid and read as the shipped style of its name", arguments: HouseStyle.shippedNames)
  func shipped(_ name: String) throws {
    let bytes = try #require(StylesheetFiles.houses.first { $0.name == name }).bytes
    let style = try HouseStyle.read(bytes)
    #expect(style == HouseStyle.shipped(named: name))
    #expect(style.name == name)
    #expect(style.summary?.chinese != style.summary?.english)
    #expect(try HouseStyle.read(style.xml()) == style)
  }

  @Test("The default style is that of the standard")
  func standard() {
    let style = HouseStyle.gbt9704
    #expect(HouseStyle.shipped.first == style)
    // 22 lines of 28 characters on A4 (GB/T 9704-2012, 5.2).
    #expect(style.page.textHeight / style.page.linePitch == 22)
    #expect(style.page.textWidth / (style.style(of: .body).size * 10 + style.page.characterSpacing) == 28)
    #expect(style.style(of: .mastheadName).color == "FF0000")
  }

  @Test("The style with GB2312 names differs from the default in fonts only")
  func gb2312() throws {
    var style = try #require(HouseStyle.shipped(named: "gbt9704-gb2312"))
    #expect(style.fonts[.fangsong]?.han == "仿宋_GB2312")
    #expect(style.fonts[.kaiti]?.han == "楷体_GB2312")
    #expect(style.fonts[.xiaobiaosong]?.han == "方正小标宋简体")
    style.name = HouseStyle.gbt9704.name
    style.summary = HouseStyle.gbt9704.summary
    style.fonts = HouseStyle.gbt9704.fonts
    #expect(style == .gbt9704)
  }

  @Test("The plain style has no colour anywhere")
  func plain() throws {
    let style = try #require(HouseStyle.shipped(named: "plain"))
    #expect(style.roles.values.allSatisfy { $0.color == nil })
    #expect(style.rules.values.allSatisfy { $0.color == nil })
  }

  @Test("Type fits its lines", arguments: HouseStyle.shipped)
  func pitch(_ style: HouseStyle) {
    for role in Role.allCases {
      let look = style.style(of: role)
      let pitch = look.linePitch ?? style.page.linePitch
      #expect(pitch == 0 || pitch >= look.size * 11, "\(style.name) \(role)")
    }
  }

  @Test("Paper goes by its name; measures win over it")
  func paper() throws {
    let letter = try HouseStyle.read(
      Array(extending("<page paper='Letter'/>").replacing("gbt9704", with: "newsletter-en").utf8))
    #expect(letter.page.width == 12_240)
    #expect(letter.page.height == 15_840)
    #expect(letter.page.left == HouseStyle.shipped(named: "newsletter-en")?.page.left)
    let cut = try HouseStyle.read(Array(extending("<page paper='A5' height='11000'/>").utf8))
    #expect(cut.page.width == 8_391)
    #expect(cut.page.height == 11_000)
  }

  @Test("A style says only what differs from the one it extends")
  func extends() throws {
    let style = try HouseStyle.read(
      Array(
        extending(
          """
          <page left="1700"/>
          <fonts><font class="heiti" han="思源黑体"/><font class="kaiti" latin="Noto Serif"/></fonts>
          <roles>
            <role name="mastheadName" color="auto" size="72" bold="1"/>
            <role name="subheading1" outlineLevel="none" keepWithNext="false"/>
            <role name="preformatted" linePitch="page"/>
          </roles>
          <rules><rule place="body" width="0"/><rule place="masthead" color="C00000"/></rules>
          <lists><bullet>•</bullet></lists>
          <contents policy="always"/>
          <sectionBrackets open="〖" close="〗"/>
          <text width="78" punctuation="hanging" justified="1" numberedContents="true" wideTables="rows"/>
          <links color="0563C1"/>
          """
        ).utf8))
    var expected = HouseStyle.gbt9704
    expected.name = "lakeside"
    expected.summary = nil
    expected.page.left = 1_700
    expected.fonts[.heiti]?.han = "思源黑体"
    expected.fonts[.heiti]?.alternates = []
    expected.fonts[.kaiti]?.latin = "Noto Serif"
    expected.roles[.mastheadName]?.color = nil
    expected.roles[.mastheadName]?.size = 72
    expected.roles[.mastheadName]?.bold = true
    expected.roles[.subheading1]?.outlineLevel = nil
    expected.roles[.subheading1]?.keepWithNext = false
    expected.roles[.preformatted]?.linePitch = nil
    expected.rules[.body] = nil
    expected.rules[.masthead]?.color = "C00000"
    expected.lists.bullets = ["•"]
    expected.contents = .always
    expected.sectionBrackets = Brackets(open: "〖", close: "〗")
    expected.text = TextStyle(
      width: 78, punctuation: .hanging, isJustified: true, numbersContents: true, wideTables: .rows)
    expected.linkColor = "0563C1"
    #expect(style == expected)
  }

  @Test("An empty extension is the style it extends, under its own name")
  func emptyExtension() throws {
    var expected = HouseStyle.gbt9704
    expected.name = "lakeside"
    expected.summary = nil
    #expect(try HouseStyle.read(Array(extending("").utf8)) == expected)
  }

  @Test("Any style comes back equal", arguments: 0..<50)
  func roundTrip(_ seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let texts = ["", " ", "　　", "仿宋", "<&\">", "(", "Times New Roman"]
    let names = ["仿宋", "<&\">", "Times New Roman"]
    let colors = [nil, "000000", "FF00AA"]
    var style = HouseStyle.gbt9704
    style.name = "风格 \(seed)"
    style.summary = random.pick([nil, Wording("a", zh: "甲"), Wording("<&>", zh: "<&>")])
    style.linkColor = random.pick(colors)
    style.page.characterSpacing = random.number(-100...100)
    style.contents = random.pick([.asPrinted, .always, .never])
    style.imprintPlace = random.pick([.footOfLastPage, .afterText])
    style.masthead = Arrangement(
      random.pick(ArrangementPolicy.allCases),
      MastheadPart.allCases.filter { _ in random.chance(60) }.flatMap { part -> [Arrangement<MastheadPart>.Line] in
        let row = [Arrangement<MastheadPart>.Cell(part, alignment: random.pick([nil, .left, .center, .right]))]
        return random.chance(20) ? [.row(row), .rule] : [.row(row)]
      })
    style.imprint = Arrangement(
      random.pick(ArrangementPolicy.allCases),
      [
        .rule, .row([.init(.distribution, labels: random.pick([[], ["报"], ["发", "送"]]))]),
        .row([.init(.office, alignment: .left), .init(.printDate, alignment: .right)]),
      ])
    style.sectionBrackets = Brackets(open: random.pick(texts), close: random.pick(texts))
    style.emphasis = random.pick(FontClass.allCases)
    for font in FontClass.allCases {
      style.fonts[font] = FontChoice(
        han: random.pick(names), latin: random.pick(names),
        alternates: (0..<random.number(0...2)).map { _ in random.pick(names) })
    }
    style.rules = [:]
    for place in RulePlace.allCases where random.chance(70) {
      style.rules[place] = RuleStyle(
        width: random.number(1...96), color: random.pick(colors), distance: random.number(0...31),
        spaceAfter: random.number(-50...50))
    }
    style.lists = ListMarks(
      bullets: [random.pick(texts)],
      numbers: [.decimal, .chinese, .circled, .letters].map {
        .init($0, prefix: random.pick(texts), suffix: random.pick(texts))
      })
    for role in Role.allCases {
      style.roles[role] = RoleStyle(
        font: random.pick(FontClass.allCases), size: random.number(2...200), bold: random.chance(50),
        color: random.pick(colors), alignment: random.pick([.justified, .left, .center, .right]),
        firstLineIndent: random.number(-300...300), leftIndent: random.number(0...300),
        rightIndent: random.number(0...300), linePitch: random.pick([nil, 0, 400]),
        spaceBefore: random.number(0...200), spaceAfter: random.number(0...200), keepWithNext: random.chance(50),
        outlineLevel: random.pick([nil, 1, 9]))
    }
    style.text = TextStyle(
      width: random.number(20...120), indent: random.pick(texts), rule: random.pick(["=", "-"]),
      punctuation: random.pick(TextStyle.Punctuation.allCases), isJustified: random.chance(50),
      numbersContents: random.chance(50), wideTables: random.pick(TextStyle.WideTables.allCases))
    #expect(try HouseStyle.read(style.xml()) == style)
  }

  @Test(
    "A wrong value is told with its line and what is allowed",
    arguments: [
      ("<contents policy='sometimes'/>", "'asPrinted', 'always', 'never'"),
      ("<roles><role name='headline'/></roles>", "'articleTitle'"),
      ("<roles><role name='body' size='big'/></roles>", "'big'"),
      ("<roles><role name='body' size='1'/></roles>", "minimum value allowed ('2')"),
      ("<masthead><row><cell field='title'/></row></masthead>", "'copyNumber', 'classification'"),
      ("<masthead arrangement='never'/>", "'asPrinted', 'always'"),
      ("<imprint><row><cell field='copies' alignment='justified'/></row></imprint>", "'left', 'center', 'right'"),
      ("<imprint><row><cell field='copy'/></row></imprint>", "'distribution', 'people'"),
      ("<masthead><line/></masthead>", "Expected is one of ( row, rule )"),
      ("<roles><role name='body' color='red'/></roles>", "'red'"),
      ("<roles><role name='body' font='songti2'/></roles>", "'songti'"),
      ("<roles><role name='body' weight='2'/></roles>", "'weight' is not allowed"),
      ("<rules><rule place='body' distance='40'/></rules>", "maximum value allowed ('31')"),
      ("<text rule='═'/>", "[!-~]"),
      ("<margins/>", "Expected is one of ( summary, page, fonts"),
      ("<page paper='Folio'/>", "'A4', 'A5', 'Letter', 'Legal'"),
      ("<page left='-1'/>", "minimum value allowed ('0')"),
    ])
  func wrongValue(_ content: String, _ words: String) throws {
    let fault = try #require(error(extending(content))).reason
    #expect(fault.id == "house-style-invalid")
    #expect(fault.position?.line == 2)
    #expect(fault.message.english.contains(words))
    #expect(fault.hint != nil)
  }

  @Test(
    "What kind of value belongs there is told in words, not by the name of a type",
    arguments: [
      ("<page width='wide'/>", "0 to 31680"), ("<roles><role name='body' size='big'/></roles>", "half-points"),
      ("<roles><role name='body' bold='very'/></roles>", "true or false"),
      ("<fonts><font class='songti' han=''/></fonts>", "empty"), ("<page left='-1'/>", "0 to 31680"),
      ("<page characterSpacing='99999'/>", "-31680 to 31680"),
      ("<roles><role name='body' color='red'/></roles>", "RRGGBB, such as C00000, or auto"),
      ("<links color='#00F'/>", "RRGGBB"), ("<roles><role name='body' size='1'/></roles>", "2 to 3276"),
      ("<roles><role name='body' linePitch='x'/></roles>", "page for the pitch of the page"),
      ("<roles><role name='body' outlineLevel='12'/></roles>", "none, or a level from 1 to 9"),
      ("<roles><role name='body' leftIndent='1em'/></roles>", "hundredths"),
      ("<roles><role name='body' lineStretch='5'/></roles>", "50 to 500"),
      ("<rules><rule place='masthead' width='200'/></rules>", "eighths of a point, 0 to 96"),
      ("<rules><rule place='body' distance='40'/></rules>", "points, 0 to 31"),
      ("<rules><rule place='body' spaceAfter='half'/></rules>", "hundredths"),
      ("<text width='5'/>", "20 to 998"), ("<text rule='ab'/>", "one ASCII character"),
      ("<text justified='maybe'/>", "true or false"),
      ("<imprint><row><cell field='distribution' labels=' '/></row></imprint>", "报 送 发"),
    ])
  func kindOfValue(_ content: String, _ words: String) throws {
    let fault = try #require(error(extending(content))).reason
    #expect(fault.id == "house-style-invalid")
    #expect(fault.hint?.english.contains(words) == true)
  }

  @Test(
    "What is said twice is refused with the line of the second",
    arguments: [
      ("<roles><role name='body'/>\n<role name='body'/></roles>", "'body'"),
      ("<fonts><font class='heiti'/>\n<font class='heiti'/></fonts>", "'heiti'"),
      ("<rules><rule place='body'/>\n<rule place='body'/></rules>", "'body'"),
      ("<masthead><row><cell field='name'/></row>\n<row><cell field='name'/></row></masthead>", "'name'"),
      ("<imprint><row><cell field='copies'/></row>\n<row><cell field='copies'/></row></imprint>", "'copies'"),
      ("<page left='1000'/>\n<page left='1100'/>", "'page'"),
    ])
  func twice(_ content: String, _ words: String) throws {
    let fault = try #require(error(extending(content)))
    #expect(fault.diagnostics.count == 1 && fault.reason.id == "house-style-invalid")
    #expect(fault.reason.position?.line == 3)
    #expect(fault.reason.message.english.contains(words))
    #expect(!fault.reason.message.english.contains("identity"))
  }

  @Test(
    "Cells that cannot share a row are told with it",
    arguments: [
      "<imprint><row><cell field='people'/><cell field='copies'/></row></imprint>",
      "<masthead><row><cell field='other'/><cell field='date'/></row></masthead>",
      "<masthead><row><cell field='office' alignment='right'/><cell field='date' alignment='left'/></row></masthead>",
      "<masthead><row><cell field='office' alignment='left'/><cell field='date'/></row></masthead>",
    ])
  func rows(_ content: String) throws {
    let fault = try #require(error(extending(content))).reason
    #expect(fault.id == "house-style-row" && fault.position?.line == 2 && fault.hint != nil)
  }

  @Test("What is empty or no XML is told how a house style begins", arguments: ["", "这不是版式", "# Title\n"])
  func noXML(_ text: String) throws {
    let fault = try #require(error(text))
    #expect(fault.diagnostics.count == 1)
    #expect(fault.reason.hint?.english.contains("<house xmlns=\"urn:gazette:house:1\"") == true)
    #expect(fault.reason.hint?.english.contains("gazette styles --show") == true)
  }

  @Test("Rows of a style replace those of the one it extends, and are printed always unless it says otherwise")
  func arrangement() throws {
    let text = extending("<masthead><row><cell field='date' alignment='right'/></row><rule/></masthead>")
    let style = try HouseStyle.read(Array(text.utf8))
    #expect(style.masthead == Arrangement(.always, [.row([.init(.date, alignment: .right)]), .rule]))
    #expect(style.imprint == HouseStyle.gbt9704.imprint)
    #expect(style.imprintPlace == .footOfLastPage)
    let place = try HouseStyle.read(Array(extending("<imprint place='afterText'/>").utf8))
    #expect(place.imprint == HouseStyle.gbt9704.imprint && place.imprintPlace == .afterText)
    let always = try HouseStyle.read(Array(extending("<masthead arrangement='always'/>").utf8))
    #expect(always.masthead == Arrangement(.always, HouseStyle.gbt9704.masthead.lines))
    #expect(HouseStyle.shipped.allSatisfy { $0.masthead.policy == .asPrinted && !$0.masthead.lines.isEmpty })
    #expect(HouseStyle.shipped.allSatisfy { $0.imprint.policy == .asPrinted && !$0.imprint.lines.isEmpty })
  }

  @Test("Colours may be in small letters")
  func smallLetters() throws {
    let style = try HouseStyle.read(Array(extending("<links color='c00000'/>").utf8))
    #expect(style.linkColor == "C00000")
  }

  @Test(
    "A page on which no text can stand is refused with its line, though each of its values is allowed",
    arguments: ["<page left='8000' right='8000'/>", "<page top='9000' bottom='9000'/>", "<page linePitch='0'/>"])
  func impossiblePage(_ content: String) throws {
    let fault = try #require(error(extending(content))).reason
    #expect(fault.id == "house-style-page")
    #expect(fault.position?.line == 2)
  }

  @Test("A style tells the fonts that it asks for, each once, and which of them are commonly missing")
  func neededFonts() throws {
    let fonts = HouseStyle.gbt9704.neededFonts
    #expect(Set(fonts.map(\.name)).count == fonts.count)
    #expect(fonts.filter { !$0.comesWithWindows }.map(\.name) == ["方正小标宋_GBK"])
    #expect(fonts.first { $0.name == "方正小标宋_GBK" }?.alternates.first == "方正小标宋简体")
    let text = extending("<roles><role name='body' han='某宋' latin='Some Serif'/></roles>")
    let own = try HouseStyle.read(Array(text.utf8))
    #expect(own.neededFonts.map(\.name).suffix(2) == ["某宋", "Some Serif"])
    let english = try #require(HouseStyle.shipped(named: "newsletter-en"))
    #expect(english.neededFonts.allSatisfy { $0.comesWithWindows })
  }

  @Test("A style that extends an unknown one is told which there are")
  func unknownBase() throws {
    let fault = try #require(error(extending("").replacing("gbt9704", with: "gbt9705"))).reason
    #expect(fault.id == "house-style-unknown-base")
    #expect(fault.message.english.contains("'gbt9705'"))
    #expect(fault.hint?.english.contains("gbt9704") == true)
  }

  @Test("A style may extend one that the caller has")
  func ownBase() throws {
    var base = HouseStyle.gbt9704
    base.text.width = 60
    let text = extending("<emphasis font='heiti'/>").replacing("gbt9704", with: "base")
    let style = try HouseStyle.read(Array(text.utf8)) { $0 == "base" ? base : nil }
    #expect(style.text.width == 60)
    #expect(style.emphasis == .heiti)
  }

  @Test("A style that extends none must say what cannot be guessed")
  func incomplete() throws {
    let fault = try #require(
      error("<house xmlns='urn:gazette:house:1' version='1.0' name='x'><page width='1'/></house>")
    ).reason
    #expect(fault.id == "house-style-incomplete")
    #expect(fault.message.english.contains("page/height"))
    #expect(fault.message.english.contains("font songti/han"))
    #expect(fault.message.english.contains("role body"))
    #expect(!fault.message.english.contains("page/width"))
  }

  @Test("Another format or version is named")
  func foreign() throws {
    #expect(try #require(error("<html/>")).reason.id == "house-style-foreign")
    let other = extending("").replacing("house:1", with: "house:3")
    #expect(try #require(error(other)).reason.id == "house-style-version")
  }

  @Test("A role may have fonts of its own, a slope and stretched lines; entries of the contents list page numbers")
  func ownFonts() throws {
    let text = extending(
      """
      <page header="900"/><contents policy="always" pages="always"/>
      <roles><role name="quote" han="隶书" italic="true" linePitch="0" lineStretch="150"/></roles>
      """)
    let style = try HouseStyle.read(Array(text.utf8))
    let quote = style.style(of: .quote)
    #expect(quote.fonts == FontChoice(han: "隶书", latin: "Times New Roman"))
    #expect((quote.italic, quote.linePitch, quote.lineStretch) == (true, 0, 150))
    #expect(style.page.header == 900 && style.contentsPages == .always)
    #expect(try HouseStyle.read(style.xml()) == style)
    #expect(error(extending("<roles><role name=\"quote\" lineStretch=\"5\"/></roles>"))?.reason.position?.line == 2)
  }
}
