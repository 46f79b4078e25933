import ExportPipeline
import HouseStyle
import IssueModel
import OpenPackaging
import TestSupport
import Testing
import XMLReading

@testable import WordWriter

@Suite("An office's own Word file as the house style")
struct ReferenceDocumentTests {
  func style(_ file: OfficeFile = OfficeFile()) throws -> (style: HouseStyle, remarks: [Diagnostic]) {
    let diagnostics = DiagnosticSink()
    let style = try ReferenceDocument.houseStyle(file.bytes(), name: "office", diagnostics: diagnostics)
    return (style, diagnostics.diagnostics)
  }

  func document(_ issue: IssueModel.Issue, _ style: HouseStyle) throws -> ZipReader {
    try ZipReader(WordWriter().write(issue, StageContext(houseStyle: style, resources: OnePicture())).bytes)
  }

  @Test(
    "A file of our own gives the same pages again, in every shipped style",
    arguments: HouseStyle.shippedNames, ["full", "english"])
  func ownFile(_ name: String, _ sample: String) throws {
    let shipped = try #require(HouseStyle.shipped(named: name))
    let issue = try #require(SampleIssues.all.first { $0.name == sample }).issue
    let own = try WordWriter().write(issue, StageContext(houseStyle: shipped, resources: OnePicture())).bytes
    let again = try document(issue, ReferenceDocument.houseStyle(own, name: "again"))
    let first = try ZipReader(own)
    #expect(again.text("word/document.xml") == first.text("word/document.xml"))
    #expect(again.text("word/numbering.xml") == first.text("word/numbering.xml"))
    func looks(_ zip: ZipReader) throws -> [String.SubSequence] {
      try #require(zip.text("word/styles.xml")).replacing("</w:styles>\n", with: "").split(separator: "<w:style ")
        .filter {
          // The foot of the page comes with a look of its own.
          !$0.contains("w:styleId=\"Footer\"") && !$0.contains("Letterhead")
        }
    }
    for (ours, theirs) in zip(try looks(again), try looks(first)) { #expect(ours == theirs) }
    #expect(try looks(again).count == looks(first).count)
    #expect(try XMLTree.parse(#require(again.text("word/footer2.xml"))).words == "— 2 —")
  }

  @Test("Page, fonts, sizes, spacing and indents are those of the styles found by their names")
  func looks() throws {
    let style = try style().style
    #expect(style.name == "office")
    #expect((style.page.width, style.page.top, style.page.left, style.page.right) == (11906, 1440, 1800, 1800))
    #expect((style.page.footer, style.page.header, style.page.linePitch) == (992, 851, 560))
    let body = style.style(of: .body)
    #expect(style.fonts[.fangsong]?.han == "仿宋_GB2312" && style.fonts[.fangsong]?.latin == "Calibri")
    #expect((body.size, body.firstLineIndent, body.linePitch, body.alignment) == (30, 200, nil, .justified))
    let title = style.style(of: .articleTitle)
    #expect((title.size, title.bold, title.color, title.alignment) == (40, true, "1F3864", .center))
    #expect((title.spaceBefore, title.outlineLevel, title.keepWithNext) == (50, 2, true))
    #expect(title.fonts == nil && style.fonts[.xiaobiaosong]?.han == "华文中宋")
    // Found under the name that offices give it, and in the fonts of the theme, which no class has.
    let number = style.style(of: .issueNumber)
    #expect((number.size, number.italic, number.linePitch) == (24, true, 0))
    #expect(number.fonts == FontChoice(han: "等线", latin: "Calibri"))
  }

  @Test("A role without a style is named, and is as large against the text as it was")
  func missing() throws {
    let (style, remarks) = try style()
    #expect(remarks.map(\.id) == ["reference-style-missing"])
    #expect(remarks.first?.severity == .note)
    #expect(remarks.first?.message.english.contains("Subtitle, Byline") == true)
    #expect(remarks.first?.message.english.contains("Body Text") == false)
    let old = HouseStyle.gbt9704.style(of: .distribution)
    #expect(style.style(of: .distribution).size == old.size * 30 / 32)
    #expect(style.style(of: .distribution).leftIndent == old.leftIndent)
  }

  @Test("A file with Word's own style for its text keeps the indent that offices give each paragraph")
  func normalText() throws {
    var file = OfficeFile()
    file.styles = file.styles.replacing("Body Text", with: "正文一")
    let style = try style(file).style
    #expect(style.style(of: .body).size == 21)
    #expect(style.style(of: .body).firstLineIndent == 200)
  }

  @Test("The header stands on the pages as in the file, in its own styles")
  func header() throws {
    let zip = try document(SampleIssues.minimal, style().style)
    let header = try XMLTree.parse(#require(zip.text("word/header1.xml")))
    #expect(header.words == "湖畔区档案馆")
    let styles = try #require(zip.text("word/styles.xml"))
    #expect(styles.contains("w:styleId=\"Letterhead-a5\""))
    // It is based on the file's own default style, with the file's defaults in it.
    let base = try #require(
      XMLTree.parse(styles).descendants("w:style").first { $0.attributes["w:styleId"] == "Letterhead-a" })
    #expect(base.descendants("w:sz").map { $0.attributes["w:val"] } == ["21"])
    #expect(base.descendants("w:rFonts").first?.attributes["w:eastAsia"] == "等线")
    #expect(zip.text("word/footer1.xml") == nil)
  }

  @Test("A picture in a header comes along; shapes and what fetches something stay behind, which is told")
  func headerContent() throws {
    var file = OfficeFile()
    file.pictures = ["logo.png": TinyPictures.png(3, 4)]
    file.header += """
      <w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData \
      uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>\
      <a:blip r:embed="rId1"/></pic:blipFill>\
      </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
      """
    let kept = try style(file)
    #expect(!kept.remarks.map(\.id).contains("reference-letterhead"))
    let zip = try document(SampleIssues.full, kept.style)
    // No two drawings of the file have the same number: its own was 1, as that of the first picture of the text.
    let parts = try ["document", "header1"].map { try XMLTree.parse(#require(zip.text("word/\($0).xml"))) }
    let numbers = parts.flatMap { $0.descendants("wp:docPr") }.compactMap { $0.attributes["id"] }
    #expect(numbers.count > 1 && Set(numbers).count == numbers.count)
    #expect(zip.entries.contains { $0.name == "word/media/letterhead1.png" })
    #expect(zip.text("word/_rels/header1.xml.rels")?.contains("media/letterhead1.png") == true)
    file.header += """
      <w:p><w:fldSimple w:instr=" DDEAUTO c x "><w:r><w:t>旧值</w:t></w:r></w:fldSimple><w:r><w:pict>\
      <x xmlns="urn:x"/></w:pict></w:r></w:p>
      """
    let (style, remarks) = try style(file)
    #expect(remarks.map(\.id).contains("reference-letterhead"))
    let header = try #require(try document(SampleIssues.minimal, style).text("word/header1.xml"))
    #expect(!header.contains("DDE") && !header.contains("pict>"))
    #expect(header.contains("旧值"))
  }

  @Test("Styles based on each other in a circle come to an end")
  func circle() throws {
    var file = OfficeFile()
    file.styles = file.styles.replacing(
      "<w:name w:val=\"Normal\"/>", with: "<w:name w:val=\"Normal\"/><w:basedOn w:val=\"a3\"/>")
    let zip = try document(SampleIssues.minimal, style(file).style)
    let styles = try XMLTree.parse(#require(zip.text("word/styles.xml"))).descendants("w:style")
    var bases: [String: String] = [:]
    for style in styles { bases[style.attributes["w:styleId"] ?? ""] = style.child("w:basedOn")?.attributes["w:val"] }
    for style in styles {
      var next = style.attributes["w:styleId"]
      var steps = 0
      while let current = next, steps <= styles.count {
        next = bases[current]
        steps += 1
      }
      #expect(steps <= styles.count)
    }
  }

  @Test("A page on which no text could stand is not taken")
  func noPage() throws {
    var file = OfficeFile()
    file.section = "<w:pgSz w:w=\"2000\" w:h=\"99999\"/><w:pgMar w:left=\"1800\"/>"
    let (style, remarks) = try style(file)
    #expect(remarks.map(\.id).contains("reference-page"))
    #expect(style.page.width == HouseStyle.gbt9704.page.width)
  }

  @Test("What is no Word file, or too large, is refused in one line")
  func refused() throws {
    func remark(_ bytes: [UInt8], _ limits: PackageLimits = PackageLimits()) -> String? {
      do throws(XMLFormatError) {
        _ = try ReferenceDocument.houseStyle(bytes, name: "x", limits: limits)
        return nil
      } catch { return error.diagnostics.count == 1 ? error.reason.id : "several" }
    }
    #expect(remark(Array("no ZIP".utf8)) == "docx-no-zip")
    #expect(try remark(OfficeFile().bytes(), PackageLimits(partBytes: 300)) == "docx-too-large")
    var file = OfficeFile()
    file.styles = "<w:style>"
    #expect(try remark(file.bytes()) == "docx-damaged")
  }
}
