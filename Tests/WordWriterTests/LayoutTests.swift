import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing
import WordWriter

/// A picture of 800 by 400 pixels.
private struct WidePicture: ResourceProvider {
  func bytes(of target: String) -> [UInt8]? { TinyPictures.png(800, 400) }
}

@Suite("Layout of the page")
struct LayoutTests {
  func properties(_ paragraph: XMLTree?) -> XMLTree? { paragraph?.child("w:pPr") }
  func style(_ id: String, _ document: OpenedDocument) throws -> XMLTree? {
    try document.part("word/styles.xml")?.descendants("w:style").first { $0.attributes["w:styleId"] == id }
  }

  @Test("A page holds 22 lines of 28 characters")
  func grid() throws {
    let document = try OpenedDocument(SampleIssues.full)
    let section = try #require(try document.document().descendants("w:sectPr").first)
    let size = try #require(section.child("w:pgSz")?.attributes)
    let margins = try #require(section.child("w:pgMar")?.attributes)
    func number(_ text: String?) -> Int { text.flatMap { Int($0) } ?? 0 }
    let height = number(size["w:h"]) - number(margins["w:top"]) - number(margins["w:bottom"])
    let width = number(size["w:w"]) - number(margins["w:left"]) - number(margins["w:right"])
    let normal = try #require(try style("Normal", document))
    let spacing = try #require(normal.child("w:pPr")?.child("w:spacing")?.attributes)
    #expect(spacing["w:lineRule"] == "exact")
    #expect(height / number(spacing["w:line"]) == 22)
    let run = try #require(normal.child("w:rPr"))
    let character =
      number(run.child("w:sz")?.attributes["w:val"]) * 10 + number(run.child("w:spacing")?.attributes["w:val"])
    #expect(width / character == 28)
    #expect(normal.child("w:pPr")?.child("w:widowControl")?.attributes["w:val"] == "0")
    #expect(normal.child("w:pPr")?.child("w:snapToGrid")?.attributes["w:val"] == "0")
    #expect(section.child("w:docGrid")?.attributes == ["w:type": "lines", "w:linePitch": "579"])
  }

  @Test("Office and date share a line, the date at the right edge, the red rule under it")
  func officeAndDate() throws {
    let line = try #require(try OpenedDocument(SampleIssues.full).paragraphs("MastheadLine").last)
    #expect(line.words == "云溪县文化广电旅游局办公室\t2031年7月1日")
    #expect(
      properties(line)?.child("w:tabs")?.children.map(\.attributes) == [["w:val": "right", "w:pos": "8844"]])
    #expect(properties(line)?.child("w:pBdr")?.child("w:bottom")?.attributes["w:color"] == "FF0000")
  }

  @Test("An office too long for its line lets the date go to the next")
  func longOffice() throws {
    var issue = SampleIssues.full
    issue.masthead.office = String(repeating: "云溪县文化广电旅游局", count: 4)
    let lines = try OpenedDocument(issue).paragraphs("MastheadLine")
    #expect(lines.map { properties($0)?.child("w:jc")?.attributes["w:val"] } == ["left", "right"])
    #expect(lines.map { properties($0)?.child("w:pBdr") != nil } == [false, true])
  }

  @Test("A name too long for its size is set smaller, not broken")
  func longName() throws {
    var issue = SampleIssues.minimal
    issue.masthead.name = "云溪县基层文化服务工作简报"
    let name = try #require(try OpenedDocument(issue).paragraphs("Title").first)
    let size = name.descendants("w:sz").compactMap { Int($0.attributes["w:val"] ?? "") }.first
    #expect(size == 65, "13 characters of 32.5 points are 422 points of the 424 there are")
    #expect(name.descendants("w:br").isEmpty)
  }

  @Test("A long title is broken into lines none of which is much shorter than the others")
  func title() throws {
    let title = try #require(try OpenedDocument(SampleIssues.full).paragraphs("Heading2").first)
    let lines = title.words.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(abs(lines[0].count - lines[1].count) <= 8)
    #expect(lines.allSatisfy { $0.count <= 20 })
  }

  @Test("Entries of the contents list lead to their articles, with the page behind dots")
  func contents() throws {
    let document = try OpenedDocument(SampleIssues.full)
    let entry = try #require(try document.paragraphs("TOC2").first)
    #expect(entry.descendants("w:hyperlink").first?.attributes["w:anchor"] == "article_1")
    #expect(entry.descendants("w:instrText").map(\.ownText) == [" PAGEREF article_1 \\h "])
    #expect(entry.words.hasSuffix("\t1"))
    #expect(properties(entry)?.descendants("w:tab").first?.attributes["w:leader"] == "dot")
  }

  @Test("What a contents list says in the place of a page is no field when it is none: a renewed field would lose it")
  func contentsWithWriters() throws {
    var issue = SampleIssues.full
    let place = try #require(issue.printedContents?.entries.firstIndex { $0.kind == .article })
    for (page, isField) in [("莫怀谷", false), ("p. 3", false), ("12", true)] {
      issue.printedContents?.entries[place].page = page
      let entry = try #require(try OpenedDocument(issue).paragraphs("TOC2").first)
      #expect(entry.words.hasSuffix("\t" + page))
      #expect(entry.descendants("w:instrText").isEmpty != isField)
    }
  }

  @Test(
    "The date of a signature begins two characters to the right of the office, the longer of them ends two from the edge"
  )
  func signature() throws {
    /// Where the two lines begin, in twips from the left of the text.
    func starts(_ office: String) throws -> (office: Int, date: Int) {
      var issue = SampleIssues.full
      issue.sections[0].articles[0].signature = Signature(
        office: office, date: IssueDate(verbatim: "二〇三一年七月八日", year: 2031, month: 7, day: 8))
      let document = try OpenedDocument(issue)
      func start(_ style: String, _ words: String) throws -> Int {
        let paragraph = try #require(try document.paragraphs(style).first { $0.words == words })
        let right = paragraph.descendants("w:ind").first?.attributes["w:right"].flatMap { Int($0) }
        return 8844 - (try #require(right)) - words.count * 320
      }
      return (try start("Signature", office), try start("Date", "二〇三一年七月八日"))
    }
    let long = try starts("苇湖县水务局防汛抗旱办公室")
    #expect(long.date - long.office == 640)
    #expect(8844 - long.office - 13 * 320 == 640)
    let short = try starts("县水务局")
    #expect(short.date - short.office == 640)
    #expect(8844 - short.date - 9 * 320 == 640)
  }

  @Test("The imprint is one table at the foot of the last page, with a rule above, below and between its parts")
  func imprint() throws {
    let table = try #require(try OpenedDocument(SampleIssues.full).document().descendants("w:tbl").last)
    #expect(table.child("w:tblPr")?.child("w:tblpPr")?.attributes["w:tblpYSpec"] == "bottom")
    let rows = table.descendants("w:tr")
    let tops = rows.map { $0.descendants("w:tcBorders").first?.child("w:top")?.attributes["w:sz"] }
    #expect(tops == ["8", nil, nil, "6", nil, nil])
    #expect(rows.last?.descendants("w:bottom").last?.attributes["w:sz"] == "8")
    #expect(rows[1].words == "送：县人大常委会教科文卫工委、县政协文史委、县委各部门、县直各单位、各人民团体、驻县有关单位")
    let hanging = rows[1].descendants("w:ind").first?.attributes
    #expect(hanging?["w:hanging"] == "560", "two characters of 14 points: 送：")
  }

  @Test("A strip beside the text bars the way of the imprint down to the foot, for programs that do not let it float")
  func imprintStrip() throws {
    func strip(_ imprint: Imprint?) throws -> (frame: [String: String], follows: [String])? {
      var issue = SampleIssues.minimal
      issue.imprint = imprint
      let body = try OpenedDocument(issue).document().children[0].children
      guard let place = body.firstIndex(where: { !$0.descendants("w:framePr").isEmpty }) else { return nil }
      return (
        try #require(body[place].descendants("w:framePr").first?.attributes), body[place...].dropFirst().map(\.name)
      )
    }
    let page = HouseStyle.gbt9704.page
    let one = try #require(try strip(Imprint(office: "临湖区水务局")))
    // An empty paragraph to stand with; the imprint; and the lowest of lines behind it, as tables must have.
    #expect(one.follows == ["w:p", "w:tbl", "w:p", "w:sectPr"])
    // It reaches into the text block by no more than a line of text can spare, and begins where that does.
    let right = try #require(Int(one.frame["w:x"] ?? "")) + (try #require(Int(one.frame["w:w"] ?? "")))
    #expect((1...3).contains(right - page.left))
    #expect(one.frame["w:y"] == String(page.top) && one.frame["w:wrap"] == "around")
    // A line of 26 points and two rules of one point stand below it, half a millimetre at most above the foot.
    func room(_ frame: [String: String]) throws -> Int { page.textHeight - (try #require(Int(frame["w:h"] ?? ""))) }
    #expect((560...590).contains(try room(one.frame)))
    // Each line more has its room: the recipients, and the rule below them of three quarters of a point.
    let two = try #require(
      try strip(Imprint(distribution: [.init(label: "送", recipients: ["区级各部门"])], office: "临湖区水务局")))
    #expect(try room(two.frame) == (try room(one.frame)) + 520 + 15)
    #expect(try strip(nil) == nil)
  }

  @Test("Where a line more or another grid would send the imprint to a page of its own, it floats without a strip")
  func imprintWithoutStrip() throws {
    func floats(_ style: HouseStyle, _ recipients: [String], label: String = "送") throws -> Bool {
      var issue = SampleIssues.minimal
      issue.imprint = Imprint(distribution: [.init(label: label, recipients: recipients)], office: "临湖区水务局")
      let zip = try ZipReader(WordWriter().write(issue, StageContext(houseStyle: style)).bytes)
      let document = try XMLTree.parse(#require(zip.text("word/document.xml")))
      let place = try #require(document.descendants("w:tblpPr").first?.attributes["w:horzAnchor"])
      #expect((place == "page") == document.descendants("w:framePr").isEmpty)
      return place == "page"
    }
    #expect(try !floats(.gbt9704, ["区级各部门"]))
    #expect(try floats(.gbt9704, ["WHO", "UNICEF", "UNESCO", "IMF", "WTO", "ILO", "FAO", "WFP", "OECD"]))
    // Nothing breaks behind a label, whose first word stands on its line.
    let ministries = ["Ministry of Fisheries and Lakes of the Eastern Province; Lakeside District Hospital"]
    #expect(try !floats(.gbt9704, ministries, label: "cc"))
    let letter = try #require(HouseStyle.shipped.first { $0.name == "newsletter-en" })
    #expect(try floats(letter, ["区级各部门"]))
    var lower = HouseStyle.gbt9704
    lower.page.bottom = 1417
    #expect(try floats(lower, ["区级各部门"]))
  }

  @Test("Tables leave the strip of the imprint its room; without an imprint at the foot they are as wide as the text")
  func tablesBesideStrip() throws {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = [
      .table(
        Table(headerRows: 0, rows: [[Table.Cell([SampleIssues.text("河道")]), Table.Cell([SampleIssues.text("堤防")])]]))
    ]
    func width() throws -> String? {
      try OpenedDocument(issue).document().descendants("w:tblW").first?.attributes["w:w"]
    }
    #expect(try width() == "8844")
    issue.imprint = Imprint(office: "临湖区水务局")
    #expect(try width() == "8834")
  }

  @Test(
    "A title right behind the masthead stands two lines below its rule, however programs add the space of two paragraphs"
  )
  func titleBelowRule() throws {
    func spacing(_ article: Article) throws -> (above: String?, below: String?) {
      var issue = SampleIssues.minimal
      issue.masthead.number = IssueNumber(verbatim: "第7期")
      issue.masthead.office = "水务局"
      issue.sections = [Section(articles: [article])]
      let paragraphs = try OpenedDocument(issue).document().children[0].children
      let ruled = try #require(paragraphs.lastIndex { !$0.descendants("w:pBdr").isEmpty })
      func value(_ index: Int, _ name: String) -> String? {
        paragraphs[index].descendants("w:spacing").first { $0.attributes["w:line"] != nil }?.attributes[name]
      }
      return (value(ruled, "w:after"), value(ruled + 1, "w:before"))
    }
    let pitch = HouseStyle.gbt9704.page.linePitch
    let title = try spacing(Article(title: "河道", body: SampleIssues.body(1)))
    #expect(title.above == "0" && title.below == String(2 * pitch))
    let kicker = try spacing(Article(title: "河道", kicker: "快讯", body: SampleIssues.body(1)))
    #expect(kicker.above == "0" && kicker.below == String(2 * pitch))
    // Text behind the masthead is one line below it.
    #expect(try spacing(Article(title: "", body: SampleIssues.body(1))).above == String(pitch))
  }

  @Test("A contributor does not stand alone at the head of a page, unless a long paragraph would go there with it")
  func contributorCompany() throws {
    func keeps(_ text: String) throws -> Bool {
      var issue = SampleIssues.minimal
      issue.sections = [
        Section(articles: [
          Article(title: "河道", attribution: "水务局", body: [SampleIssues.text(text)]),
          Article(title: "堤防", body: SampleIssues.body(1)),
        ])
      ]
      let paragraph = try #require(try OpenedDocument(issue).document().descendants("w:p").first { $0.words == text })
      return properties(paragraph)?.child("w:keepNext") != nil
    }
    #expect(try keeps("活动月底结束。"))
    #expect(try !keeps(String(repeating: "会议要求逐项抓好落实。", count: 30)))
  }

  @Test("A title goes onto the page of the wide table that follows it; the first stays with the masthead")
  func titleOfWideTable() throws {
    let cells = (0..<14).map { _ in Table.Cell([SampleIssues.text("清理河道长度")]) }
    let wide = Block.table(Table(headerRows: 1, rows: Array(repeating: cells, count: 4)))
    var issue = SampleIssues.minimal
    issue.sections = [
      Section(articles: [Article(title: "河道", body: SampleIssues.body(1))]),
      Section(name: "数据", articles: [Article(title: "堤防", body: [wide])]),
    ]
    func order() throws -> [String] {
      try OpenedDocument(issue).document().children[0].children.map {
        $0.name == "w:tbl" ? "table" : !$0.descendants("w:sectPr").isEmpty ? "end" : $0.words
      }
    }
    let later = try order()
    #expect(
      Array(later[(try #require(later.firstIndex(of: "end")))...].dropFirst().prefix(3)) == ["【数据】", "堤防", "table"])
    issue.sections = [Section(articles: [Article(title: "堤防", body: [wide])])]
    let first = try order()
    #expect((try #require(first.firstIndex(of: "堤防"))) < (try #require(first.firstIndex(of: "end"))))
  }

  @Test("The imprint stands at the foot of the last page, above the footnotes where there may be any on it")
  func imprintAndNotes() throws {
    func issue(paragraphs: Int, note: String = "见附表。") -> IssueModel.Issue {
      let note = Note(id: "1", body: [SampleIssues.text(note)])
      let marked = Block.paragraph(Paragraph([.text("全年共清理河道"), .noteReference("1")]))
      return IssueModel.Issue(
        masthead: Masthead(name: "简报"),
        sections: [
          Section(articles: [
            Article(title: "河道", body: [marked] + SampleIssues.body(paragraphs), notes: [note])
          ])
        ], imprint: Imprint(office: "临湖区水务局"))
    }
    func place(_ issue: IssueModel.Issue) throws -> [String: String] {
      try OpenedDocument(issue).document().descendants("w:tblpPr").last?.attributes ?? [:]
    }
    // On one page with the mark: a line and the rule above it are left for the note, and the imprint has one line.
    let above = try place(issue(paragraphs: 0))
    let left = try #require(above["w:bottomFromText"].flatMap { Int($0) })
    #expect(above["w:tblpYSpec"] == nil && (500...1000).contains(left))
    #expect(above["w:tblpY"] == String(HouseStyle.gbt9704.page.textHeight - 520 - left))
    // A longer note has more room.
    let long = try place(issue(paragraphs: 0, note: String(repeating: "见附表。", count: 40)))
    #expect(try #require(long["w:bottomFromText"].flatMap { Int($0) }) == left + 3 * 320)
    // The page before the last is behind the mark: nine paragraphs of four lines fill more than a page and a half.
    #expect(try place(issue(paragraphs: 9))["w:tblpYSpec"] == "bottom")
    #expect(try place(issue(paragraphs: 60))["w:tblpYSpec"] == "bottom")
  }

  @Test("An imprint that cannot stand at the foot stands behind the text, and that is told")
  func imprintBehindNotes() throws {
    var issue = SampleIssues.minimal
    issue.imprint = Imprint(office: "临湖区水务局")
    issue.sections[0].articles[0].body = [.paragraph(Paragraph([.text("全年共清理河道"), .noteReference("1")]))]
    func written(_ note: String) throws -> OpenedDocument {
      issue.sections[0].articles[0].notes = [Note(id: "1", body: [SampleIssues.text(note)])]
      return try OpenedDocument(issue)
    }
    let endless = try written(String(repeating: "见附表。", count: 400))
    #expect(try endless.document().descendants("w:tblpPr").isEmpty)
    #expect(endless.diagnostics.map(\.id) == ["imprint-behind-text"])
    #expect(endless.diagnostics.first?.severity == .note)
    #expect(try written("见附表。").diagnostics.isEmpty)
  }

  @Test("A house may want the imprint right behind the text")
  func imprintAfterText() throws {
    var style = HouseStyle.gbt9704
    style.imprintPlace = .afterText
    let artifact = try WordWriter().write(SampleIssues.full, StageContext(houseStyle: style))
    #expect(try ZipReader(artifact.bytes).text("word/document.xml")?.contains("w:tblpPr") == false)
  }

  @Test("Page numbers stand at the outer edge: — 1 — right on odd pages, left on even ones")
  func pageNumbers() throws {
    let document = try OpenedDocument(SampleIssues.minimal)
    let odd = try #require(try document.part("word/footer1.xml"))
    let even = try #require(try document.part("word/footer2.xml"))
    #expect(odd.words == "— 1 —")
    #expect(even.words == "— 2 —")
    #expect(odd.descendants("w:jc").isEmpty, "as the style says")
    #expect(try style("Footer", document)?.descendants("w:jc").first?.attributes["w:val"] == "right")
    #expect(even.descendants("w:jc").first?.attributes["w:val"] == "left")
    #expect(even.descendants("w:ind").first?.attributes["w:leftChars"] == "100")
    #expect(try document.part("word/settings.xml")?.child("w:evenAndOddHeaders") != nil)
    let types = try document.document().descendants("w:footerReference").map { $0.attributes["w:type"] }
    #expect(types == ["default", "even"])
  }

  @Test("Headings are Word's own, so that the navigation pane shows them")
  func headings() throws {
    let document = try OpenedDocument(SampleIssues.full)
    for (id, name, level) in [
      ("Heading1", "heading 1", "0"), ("Heading2", "heading 2", "1"), ("Heading3", "heading 3", "2"),
    ] {
      let style = try #require(try style(id, document))
      #expect(style.child("w:name")?.attributes["w:val"] == name)
      #expect(style.descendants("w:outlineLvl").first?.attributes["w:val"] == level)
    }
  }

  @Test("Each list begins at its own number")
  func lists() throws {
    let numbering = try #require(try OpenedDocument(SampleIssues.full).part("word/numbering.xml"))
    let lists = numbering.children.filter { $0.name == "w:num" }
    #expect(lists.map { $0.descendants("w:startOverride").first?.attributes["w:val"] } == ["3", nil, nil])
    #expect(lists.map { $0.child("w:abstractNumId")?.attributes["w:val"] } == ["1", "0", "0"])
  }

  @Test("Head rows of tables repeat, and no row is torn")
  func tableRows() throws {
    let table = try #require(try OpenedDocument(SampleIssues.full).document().descendants("w:tbl").first)
    let rows = table.descendants("w:trPr")
    #expect(rows.map { $0.child("w:tblHeader") != nil } == [true, false, false, false])
    #expect(rows.allSatisfy { $0.child("w:cantSplit") != nil })
  }

  @Test("A picture is in the package with its description; one that is missing leaves its description")
  func pictures() throws {
    let document = try OpenedDocument(SampleIssues.full)
    #expect(document.zip.entries.contains { $0.name == "word/media/image1.png" })
    #expect(try document.document().descendants("wp:docPr").first?.attributes["descr"] == "示意图")
    #expect(try document.paragraphs("FigureCaption").first?.words == "活动现场")
    #expect(document.diagnostics.map(\.id) == ["picture-missing"])
  }

  @Test("What a picture shows is printed under it where it has no caption")
  func description() throws {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = [
      .figure(Figure(image: ImageReference(target: "dot.png", description: "活动现场")))
    ]
    let paragraphs = try OpenedDocument(issue).paragraphs("FigureCaption")
    #expect(paragraphs.map(\.words) == ["", "活动现场"])
    let spacing = paragraphs[0].descendants("w:spacing").first?.attributes
    #expect(spacing?["w:lineRule"] == "auto", "an exact pitch would cut the picture off")
  }

  @Test("Only the names of those who approve are in another type, not the label")
  func signer() throws {
    let line = try #require(try OpenedDocument(SampleIssues.arranged).paragraphs("Signer").first)
    let fonts = line.descendants("w:r").map { $0.descendants("w:rFonts").first?.attributes["w:eastAsia"] }
    #expect(line.words == "签发人：王　岚")
    #expect(fonts == ["仿宋", nil])
  }

  @Test("So is it where they share a line with others")
  func signerInLine() throws {
    var issue = SampleIssues.arranged
    issue.masthead.arrangement = [[.number, .signer]]
    let line = try #require(try OpenedDocument(issue).paragraphs("MastheadLine").first)
    let fonts = line.descendants("w:r").map { ($0.words, $0.descendants("w:rFonts").first?.attributes["w:eastAsia"]) }
    #expect(fonts.map(\.0) == ["第488期", "\t", "签发人：", "王　岚"])
    #expect(fonts.map(\.1) == [nil, nil, nil, "楷体"])
  }

  @Test("Three fields on a line do not touch, however long the first is")
  func threeFields() throws {
    func stops(_ office: String) throws -> [String?] {
      var issue = SampleIssues.arranged
      issue.masthead.office = office
      issue.masthead.officeVerbatim = nil
      issue.masthead.arrangement = [[.office, .number, .date]]
      let line = try #require(try OpenedDocument(issue).paragraphs("MastheadLine").first)
      return line.descendants("w:tab").filter { !$0.attributes.isEmpty }.map { $0.attributes["w:val"] }
    }
    #expect(try stops("县府办") == ["center", "right"])
    #expect(try stops("云溪县文化和旅游局办公室") == ["left", "right"])
  }

  @Test("Three fields that no line holds stand on two, the blanks beside numbers counted")
  func fieldsOnLines() throws {
    func lines(_ office: String, _ order: [MastheadField]) throws -> [(String, String?)] {
      var issue = SampleIssues.arranged
      issue.masthead.office = office
      issue.masthead.officeVerbatim = nil
      issue.masthead.arrangement = [order]
      return try OpenedDocument(issue).paragraphs("MastheadLine").map {
        ($0.words, $0.child("w:pPr")?.child("w:jc")?.attributes["w:val"])
      }
    }
    // As wide as the text block, were there nothing between the digits and 年月日.
    let short = try lines("云溪县文化广电和旅游局办公室", [.office, .number, .date])
    #expect(short.map(\.0).first == "云溪县文化广电和旅游局办公室\t第488期")
    #expect(short.count == 2 && short[1].1 == "right")
    // What is long stands at the left, whether it comes first or last.
    let long = try lines("云溪县人民政府办公室政务信息科与县委信息中心", [.number, .date, .office])
    #expect(long.map(\.0).first?.hasPrefix("第488期\t") == true)
    #expect(long.count == 2 && long[1].0.hasPrefix("云溪县人民") && long[1].1 == "left")
  }

  @Test("Where a font is missing, Word finds all its other names")
  func alternates() throws {
    let fonts = try #require(try OpenedDocument(SampleIssues.full).part("word/fontTable.xml")).descendants("w:font")
    let body = try #require(fonts.first { $0.attributes["w:name"] == "仿宋" })
    #expect(body.child("w:altName")?.attributes["w:val"] == "FangSong,仿宋_GB2312,STFangsong")
    #expect(fonts.first { $0.attributes["w:name"] == "Times New Roman" }?.child("w:altName") == nil)
  }

  @Test("A link that is left out is told with its line")
  func linkNotKept() throws {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = [
      .paragraph(
        Paragraph([.link(target: "javascript:alert(1)", [.text("点此")])], source: SourceRange(line: 14)))
    ]
    let diagnostics = try OpenedDocument(issue).diagnostics
    #expect(diagnostics.map(\.id) == ["link-not-kept"])
    #expect(diagnostics.map(\.position?.line) == [14])
    #expect(diagnostics[0].message.chinese.hasSuffix("。") == false, "no remark ends with a full stop")
  }

  @Test("English is set in the Western way: no squeeze, no grid, no Han fonts for its quotes")
  func english() throws {
    let document = try OpenedDocument(SampleIssues.english)
    #expect(try document.document().descendants("w:docGrid").isEmpty)
    #expect(try document.document().descendants("w:rFonts").isEmpty)
    let normal = try #require(try style("Normal", document))
    #expect(normal.descendants("w:spacing").last?.attributes["w:val"] == "0")
    #expect(try style("BodyText", document)?.descendants("w:ind").first?.attributes["w:firstLineChars"] == nil)
    #expect(try document.part("word/styles.xml")?.descendants("w:lang").first?.attributes["w:val"] == "en-US")
  }

  @Test("The properties tell title, office and date of the issue, and nothing of the clock")
  func properties() throws {
    let document = try OpenedDocument(SampleIssues.full)
    let core = try #require(try document.part("docProps/core.xml"))
    #expect(core.child("dc:title")?.ownText == "文化工作简报　2031年第7期（总第86期）")
    #expect(core.child("dc:creator")?.ownText == "云溪县文化广电旅游局办公室")
    #expect(core.child("dcterms:created")?.ownText == "2031-07-01T00:00:00Z")
    let custom = try #require(try document.part("docProps/custom.xml"))
    #expect(
      custom.children.map { $0.attributes["name"] } == ["IssueNumber", "IssueDate", "IssuingOffice", "HouseStyle"])
    #expect(try OpenedDocument(SampleIssues.empty).part("docProps/core.xml")?.child("dcterms:created") == nil)
  }

  @Test("What XML cannot hold is dropped and reported")
  func controlCharacters() throws {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = [
      SampleIssues.text("前文"),
      .list(
        List(
          start: 1,
          items: [[.paragraph(Paragraph([.strong([.text("甲\u{B}乙\u{0}丙")])], source: SourceRange(line: 31)))]],
          source: SourceRange(line: 30))),
      .paragraph(Paragraph([.text("丁\u{FFFE}")], source: SourceRange(line: 32))),
    ]
    let document = try OpenedDocument(issue)
    #expect(document.diagnostics.map(\.id) == ["character-dropped"])
    #expect(document.diagnostics.map(\.position?.line) == [31])
    #expect(try document.document().words.contains("甲乙丙"))
  }

  @Test("A note nobody refers to is still shown; a mark without a note is reported")
  func notes() throws {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = [
      .paragraph(
        Paragraph(
          [.text("正文"), .noteReference("x"), .noteReference("a"), .noteReference("a")], source: SourceRange(line: 8)))
    ]
    issue.sections[0].articles[0].notes = [
      Note(id: "a", body: [SampleIssues.text("甲")]), Note(id: "b", body: [SampleIssues.text("乙")]),
    ]
    let document = try OpenedDocument(issue)
    #expect(document.diagnostics.map(\.id) == ["note-missing"])
    #expect(document.diagnostics.map(\.position?.line) == [8])
    let references = try document.document().descendants("w:footnoteReference").map { $0.attributes["w:id"] }
    #expect(references == ["1", "2"])
    #expect(try document.document().words.hasPrefix("简报正文1"), "Word can refer to a note once")
  }

  private func wide(_ columns: Int) -> Table {
    let rows = ["指标名称（单位）", "规模以上工业增加值"].map { words in
      (0..<columns).map { Table.Cell([SampleIssues.text(words + "\($0)")]) }
    }
    return Table(headerRows: 1, rows: rows)
  }

  @Test("A table too wide for the page stands on a turned one; a narrower one does not")
  func turnedPage() throws {
    var issue = SampleIssues.minimal
    func sections(_ body: [Block]) throws -> [XMLTree] {
      issue.sections[0].articles[0].body = body
      return try OpenedDocument(issue).document().descendants("w:sectPr")
    }
    #expect(try sections([.table(wide(4)), SampleIssues.text("文")]).count == 1)
    let turned = try sections([SampleIssues.text("上文"), .table(wide(10)), .table(wide(10)), SampleIssues.text("下文")])
    // Both tables share a turned section.
    #expect(turned.map { $0.child("w:pgSz")?.attributes["w:orient"] } == [nil, "landscape", nil])
    #expect(turned[1].child("w:pgSz")?.attributes["w:w"] == "16838")
    #expect(turned.allSatisfy { $0.children.filter { $0.name == "w:footerReference" }.count == 2 })
    let document = try OpenedDocument(issue).document()
    let table = try #require(document.descendants("w:tbl").first)
    // As wide as the turned text block: 297 mm less the margins of head and foot.
    #expect(table.child("w:tblPr")?.child("w:tblW")?.attributes["w:w"] == String(16838 - 2098 - 1984))
  }

  /// The body's blocks and the sections of an issue of that body.
  func written(
    _ body: [Block], imprint: Imprint?, resources: any ResourceProvider = OnePicture()
  ) throws -> (document: OpenedDocument, sections: [XMLTree]) {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = body
    issue.imprint = imprint
    let document = try OpenedDocument(issue, resources: resources)
    return (document, try document.document().descendants("w:sectPr"))
  }

  @Test("Behind a turned page the imprint stands upright on a page of its own, in LibreOffice too")
  func imprintBehindTurnedPage() throws {
    let (document, sections) = try written([.table(wide(10))], imprint: SampleIssues.full.imprint)
    #expect(sections.map { $0.child("w:pgSz")?.attributes["w:orient"] } == [nil, "landscape", nil])
    // LibreOffice takes a floating table that begins a section into the section before.
    let blocks = try document.document().children[0].children
    let imprint = try #require(blocks.lastIndex { $0.name == "w:tbl" })
    #expect(blocks[imprint - 1].name == "w:p" && blocks[imprint - 1].descendants("w:sectPr").isEmpty)
  }

  @Test("An issue that ends with a wide table ends with its page, not with an empty one")
  func endsTurned() throws {
    let (document, sections) = try written([.table(wide(10))], imprint: nil)
    #expect(sections.map { $0.child("w:pgSz")?.attributes["w:orient"] } == [nil, "landscape"])
    #expect(try document.document().children[0].children.last?.name == "w:sectPr")
  }

  @Test("The number of a turned page stands where it does on an upright one, read from the same side")
  func turnedNumbers() throws {
    let (document, sections) = try written([.table(wide(10)), SampleIssues.text("下文")], imprint: nil)
    let relationships = try #require(try document.part("word/_rels/document.xml.rels"))
    func footers(_ section: XMLTree) -> [String?] {
      section.children.filter { $0.name == "w:footerReference" }.map { reference in
        relationships.children.first { $0.attributes["Id"] == reference.attributes["r:id"] }?.attributes["Target"]
      }
    }
    #expect(footers(sections[0]) == ["footer1.xml", "footer2.xml"])
    #expect(footers(sections[1]) == ["footer3.xml", "footer4.xml"])
    #expect(footers(sections[2]) == ["footer1.xml", "footer2.xml"])
    for (part, side) in [("word/footer3.xml", "right"), ("word/footer4.xml", "left")] {
      let footer = try #require(try document.part(part))
      #expect(footer.descendants("w:textDirection").first?.attributes["w:val"] == "tbRl")
      #expect(footer.descendants("w:tblpPr").first?.attributes["w:tblpX"] == "1407")
      #expect(footer.words == "— \(side == "right" ? 1 : 2) —")
      if side == "left" { #expect(footer.descendants("w:jc").first?.attributes["w:val"] == side) }
    }
    #expect(try written([SampleIssues.text("文")], imprint: nil).document.part("word/footer3.xml") == nil)
  }

  @Test("An imprint longer than a page is torn between its lines, so that no page stays half empty")
  func endlessImprint() throws {
    let recipients = (1...400).map { "第\($0)单位" }
    let imprint = Imprint(distribution: [Distribution(label: "送", recipients: recipients)], office: "临湖区水务局")
    let (document, _) = try written([SampleIssues.text("文")], imprint: imprint)
    #expect(document.diagnostics.map(\.id) == ["imprint-behind-text"])
    let table = try #require(try document.document().descendants("w:tbl").last)
    #expect(table.descendants("w:cantSplit").isEmpty && table.descendants("w:keepNext").isEmpty)
    #expect(table.descendants("w:tblpPr").isEmpty)
  }

  @Test("The last paragraph before an imprint at the foot has no space below, which would leave it on the page before")
  func lastSpace() throws {
    var issue = SampleIssues.minimal
    issue.imprint = SampleIssues.full.imprint
    issue.sections[0].articles[0].body = [SampleIssues.text("正文。")]
    issue.sections[0].articles[0].attribution = "文化馆供稿"
    issue.sections[0].articles[0].signature = nil
    var style = HouseStyle.gbt9704
    style.roles[.attribution]?.spaceAfter = 40
    func after(_ style: HouseStyle) throws -> String? {
      let artifact = try WordWriter().write(issue, StageContext(houseStyle: style))
      let document = try XMLTree.parse(#require(try ZipReader(artifact.bytes).text("word/document.xml")))
      let attribution = try #require(document.children[0].children.last { $0.words.contains("文化馆供稿") })
      return properties(attribution)?.child("w:spacing")?.attributes["w:after"]
    }
    #expect(try after(style) == "0")
    style.imprintPlace = .afterText
    #expect(try after(style) == nil)
  }

  @Test("What parts the text from an imprint behind it goes with both")
  func imprintBehindText() throws {
    var style = HouseStyle.gbt9704
    style.imprintPlace = .afterText
    let artifact = try WordWriter().write(SampleIssues.full, StageContext(houseStyle: style))
    let document = try XMLTree.parse(#require(try ZipReader(artifact.bytes).text("word/document.xml")))
    let blocks = document.children[0].children
    let imprint = try #require(blocks.lastIndex { $0.name == "w:tbl" })
    #expect(properties(blocks[imprint - 1])?.child("w:keepNext") != nil)
  }

  @Test("A column with a picture is wide enough for it, as far as the page has room")
  func pictureColumn() throws {
    let picture = Block.figure(Figure(image: ImageReference(target: "photo.png", description: "湖")))
    let text = SampleIssues.text(String(repeating: "湖光山色映书香", count: 20))
    func columns(_ cell: Block) throws -> [Int] {
      let table = Block.table(Table(headerRows: 0, rows: [[Table.Cell([cell]), Table.Cell([text])]]))
      let (document, _) = try written([table], imprint: nil, resources: WidePicture())
      return try document.document().descendants("w:gridCol").compactMap { $0.attributes["w:w"].flatMap { Int($0) } }
    }
    let (pictured, worded) = (try columns(picture), try columns(SampleIssues.text("湖")))
    #expect(pictured[0] > worded[0])
    #expect(pictured.reduce(0, +) == worded.reduce(0, +))
  }

  @Test("The words before a picture within a line are not drawn apart, and it keeps clear of a table above")
  func pictureInLine() throws {
    let line = Block.paragraph(Paragraph([.text("见图"), .image(ImageReference(target: "dot.png", description: "湖"))]))
    let (document, _) = try written([.table(wide(2)), line], imprint: nil)
    let paragraph = try #require(try document.paragraphs("BodyText").first { !$0.descendants("w:drawing").isEmpty })
    #expect(properties(paragraph)?.child("w:jc")?.attributes["w:val"] == "left")
    let spacing = try #require(properties(paragraph)?.child("w:spacing")?.attributes)
    #expect(spacing["w:lineRule"] == "auto" && spacing["w:before"] != "0")
  }

  @Test(
    "The type of a table of many columns is small enough for its cells, and they have room", arguments: [20, 40, 63])
  func manyColumns(_ columns: Int) throws {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = [
      .table(Table(headerRows: 0, rows: [(0..<columns).map { Table.Cell([SampleIssues.text("\($0)")]) }]))
    ]
    let table = try #require(try OpenedDocument(issue).document().descendants("w:tbl").first)
    let margins = try #require(table.child("w:tblPr")?.child("w:tblCellMar"))
    func number(_ element: XMLTree?, _ name: String) -> Int { element?.attributes[name].flatMap { Int($0) } ?? 0 }
    let margin = number(margins.child("w:left"), "w:w")
    for cell in table.descendants("w:tc") {
      let size = number(cell.descendants("w:sz").first, "w:val")
      // A character and a half at least: two digits.
      #expect(number(cell.child("w:tcPr")?.child("w:tcW"), "w:w") - 2 * margin >= size * 15)
      #expect(size >= 8)
    }
    #expect(table.descendants("w:tc").count == columns)
  }

  @Test("A paragraph between two tables has room above and below")
  func betweenTables() throws {
    let table = Block.table(Table(headerRows: 0, rows: [[Table.Cell([SampleIssues.text("数")])]]))
    let (document, _) = try written([table, SampleIssues.text("中间一段。"), table], imprint: nil)
    let paragraph = try #require(try document.paragraphs("BodyText").first { $0.words == "中间一段。" })
    let spacing = try #require(properties(paragraph)?.child("w:spacing"))
    #expect(spacing.attributes["w:before"] == "289" && spacing.attributes["w:after"] == "289")
  }

  @Test(
    "Recipients with Western words in them are not drawn apart where they go on to another line; others fill the lines")
  func raggedRecipients() throws {
    func alignment(_ recipients: [String]) throws -> String? {
      var issue = SampleIssues.minimal
      issue.imprint = Imprint(distribution: [Distribution(label: "送", recipients: recipients)])
      let line = try #require(try OpenedDocument(issue).paragraphs("Distribution").first)
      return properties(line)?.child("w:jc")?.attributes["w:val"]
    }
    let offices = [String](repeating: "区级各部门", count: 8)
    #expect(try alignment(offices) == nil)
    #expect(try alignment(["Harbour Software有限公司"] + offices) == "left")
    // Neither what stands on one line nor a letter or two among Chinese.
    #expect(try alignment(["Harbour Software有限公司"]) == nil)
    #expect(try alignment(["5G办"] + offices) == nil)
  }

  @Test("The imprint has the last lines of the text for company, so that it never stands on a page alone")
  func imprintCompany() throws {
    var issue = SampleIssues.full
    let short = SampleIssues.text("活动月底结束。")
    issue.sections[1].articles = [Article(title: "简讯", body: SampleIssues.body(1) + [short, short, short])]
    func keeping() throws -> [Bool] {
      try OpenedDocument(issue).document().children[0].children.filter {
        // The strip stands beside the text, and the lines of no height go with the imprint.
        $0.name == "w:p" && !$0.words.isEmpty
      }.suffix(3).map {
        properties($0)?.child("w:keepNext") != nil
      }
    }
    // One line is too little; the paragraph before it, and no more.
    #expect(try keeping() == [false, true, true])
    // A long paragraph would leave a gap on the page before.
    let long = SampleIssues.text(String(repeating: "会议要求逐项抓好落实。", count: 20))
    issue.sections[1].articles[0].body = [short, short, long, short]
    #expect(try keeping() == [false, false, true])
    // So would one of four lines, where one line keeps the imprint company already.
    issue.sections[1].articles[0].body = [
      short, short, SampleIssues.text(String(repeating: "会议要求逐项抓好落实。", count: 10)), short,
    ]
    #expect(try keeping() == [false, false, true])
    issue.imprint = nil
    #expect(try keeping() == [false, false, false])
  }

  @Test("A line that the source broke begins where a paragraph does, in a list below the text of its item")
  func brokenLines() throws {
    var issue = SampleIssues.minimal
    issue.imprint = nil
    func text(_ first: String, _ second: String) -> Block {
      .paragraph(Paragraph([.text(first), .lineBreak, .strong([.text(second)])]))
    }
    issue.sections[0].articles[0].body = [
      text("甲站：张三", "乙站：李四"),
      .list(List(start: 9, items: [[text("第一项", "第二行")], [text("第二项", "第二行")]])),
    ]
    let document = try OpenedDocument(issue)
    let body = try document.paragraphs("BodyText")
    #expect(body.prefix(2).map(\.words) == ["甲站：张三", "乙站：李四"])
    #expect(body[1].descendants("w:ind").isEmpty && !body[1].descendants("w:b").isEmpty)
    let items = try document.paragraphs("ListParagraph")
    #expect(items.map(\.words) == ["第一项", "第二行", "第二项", "第二行"])
    #expect(items.map { !$0.descendants("w:numPr").isEmpty } == [true, false, true, false])
    // Two characters of 16 points, and the mark: 9. and 10.
    let indents = items.map { $0.descendants("w:ind").first?.attributes["w:firstLine"] }
    #expect(indents == [nil, "960", nil, "1120"])
    issue.language = .english
    #expect(try OpenedDocument(issue).paragraphs("BodyText").first?.words == "甲站：张三\n乙站：李四")
  }

  @Test("Lines that a long number or Western words would leave holes in are not justified")
  func holes() throws {
    var issue = SampleIssues.minimal
    func alignment(_ text: String) throws -> String? {
      issue.sections[0].articles[0].body = [SampleIssues.text(text)]
      let paragraph = try #require(try OpenedDocument(issue).paragraphs("BodyText").first)
      return properties(paragraph)?.child("w:jc")?.attributes["w:val"]
    }
    // Two characters of indent and twenty more leave room for six; the number takes eight.
    let start = String(repeating: "水", count: 20)
    #expect(try alignment(start + "2502180771250218" + "号工单已经办结。") == "left")
    #expect(try alignment("水" + "2502180771250218" + "号工单已经办结。") == nil)
    #expect(
      try alignment("The Joint Housing Committee has agreed on the points that will be used for Block 6.") == "left")
    #expect(try alignment(start + "2031年7月1日办结，见GB/T 9704。") == nil)
  }

  @Test("Urgency has a line of its own, though it shares one with the degree of secrecy or a notice in the source")
  func urgency() throws {
    var issue = SampleIssues.minimal
    issue.masthead.classification = "机密★1年　特急"
    issue.masthead.notice = "内部资料 注意保存"
    #expect(try OpenedDocument(issue).paragraphs("Classification").map(\.words) == ["机密★1年\n特急"])
    #expect(try OpenedDocument(issue).paragraphs("Notice").map(\.words) == ["内部资料 注意保存"])
    issue.masthead.classification = "机密★1年"
    issue.masthead.notice = "特急"
    issue.masthead.arrangement = [[.classification, .notice], [.name], [.number]]
    let first = try OpenedDocument(issue).document().descendants("w:p").prefix(2)
    #expect(first.map(\.words) == ["机密★1年", "特急"])
    issue.masthead.notice = "特急件处理规程汇编"
    #expect(try OpenedDocument(issue).document().descendants("w:p").first?.words == "机密★1年\t特急件处理规程汇编")
  }

  @Test("A link to a place in the issue is told: readers of the Word file have no such place")
  func linkWithin() throws {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = [.paragraph(Paragraph([.link(target: "#pumps", [.text("上文")])]))]
    let document = try OpenedDocument(issue)
    #expect(document.diagnostics.map(\.id) == ["link-not-kept"])
    #expect(document.diagnostics.first?.severity == .note)
    #expect(document.diagnostics.first?.message.chinese.contains("“#pumps”") == true)
  }

  @Test("Contents entries have page numbers as fields where the style asks for them")
  func contentsPages() throws {
    var style = HouseStyle.gbt9704
    style.contentsPages = .always
    let zip = try ZipReader(WordWriter().write(SampleIssues.full, StageContext(houseStyle: style)).bytes)
    let document = try XMLTree.parse(#require(zip.text("word/document.xml")))
    let entries = document.descendants("w:p").filter {
      properties($0)?.child("w:pStyle")?.attributes["w:val"] == "TOC2"
    }
    #expect(entries.allSatisfy { $0.descendants("w:instrText").first?.ownText.hasPrefix(" PAGEREF article_") == true })
    let pages = entries.compactMap { Int($0.descendants("w:t").last?.ownText ?? "") }
    #expect(pages.count == 3 && pages == pages.sorted() && pages[0] >= 1 && pages[2] > pages[0])
    #expect(zip.text("word/settings.xml")?.contains("updateFields") == false)
  }

  @Test("A line that ends in a line break is not stretched over the whole width", arguments: ["zh", "en"])
  func lineBreaks(_ language: String) throws {
    var issue = SampleIssues.full
    issue.language = Language(rawValue: language)
    let settings = try #require(ZipReader(WordWriter().write(issue, StageContext()).bytes).text("word/settings.xml"))
    #expect(try XMLTree.parse(settings).child("w:compat")?.child("w:doNotExpandShiftReturn") != nil)
  }

  @Test("Attachments stand under each other, and turn over under their names")
  func attachments() throws {
    var issue = SampleIssues.minimal
    issue.sections[0].articles[0].body = ["附件：1.名单", "2.安排表", "附件：1.名单\n2.表"].map {
      .paragraph(Paragraph([.text($0)], role: .attachments))
    }
    let indents = try OpenedDocument(issue).paragraphs("Enclosures").map { properties($0)?.child("w:ind")?.attributes }
    // In twips: two characters in, three of the label, one of the number.
    #expect(indents.map { $0?["w:left"] } == ["1920", "1920", "1600"])
    #expect(indents.map { $0?["w:hanging"] } == ["1280", "320", "960"])
  }
}
