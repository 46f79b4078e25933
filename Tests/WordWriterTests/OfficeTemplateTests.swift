import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing

@testable import WordWriter

@Suite("The shapes that office templates have")
struct OfficeTemplateTests {
  private func style(_ file: OfficeFile) throws -> (style: HouseStyle, remarks: [String]) {
    let diagnostics = DiagnosticSink()
    let style = try ReferenceDocument.houseStyle(file.bytes(), name: "office", diagnostics: diagnostics)
    return (style, diagnostics.diagnostics.map(\.id).filter { $0 != "reference-style-missing" })
  }

  private func document(_ style: HouseStyle) throws -> ZipReader {
    try ZipReader(WordWriter().write(SampleIssues.minimal, StageContext(houseStyle: style)).bytes)
  }

  private static let upright = """
    <w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>
    """
  private static let turned = """
    <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>\
    <w:pgMar w:top="1800" w:right="1440" w:bottom="1800" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/>
    """

  /// Paragraphs of so many words that end a section of the given properties.
  private static func section(_ properties: String, words: String) -> String {
    "<w:p><w:r><w:t>\(words)</w:t></w:r></w:p><w:p><w:pPr><w:sectPr>\(properties)</w:sectPr></w:pPr></w:p>"
  }

  @Test("A section without headers of its own has those of the section before")
  func inherited() throws {
    var file = OfficeFile()
    file.text =
      Self.section("<w:headerReference w:type=\"default\" r:id=\"rId9\"/>" + Self.upright, words: "封面")
      + "<w:p><w:r><w:t>正文若干，正文若干。</w:t></w:r></w:p>"
    file.section = Self.upright
    let style = try style(file).style
    #expect(try document(style).text("word/header1.xml")?.contains("湖畔区档案馆") == true)
  }

  @Test("Of several sections the upright one with the most words gives the page, wherever it stands")
  func mainSection() throws {
    var file = OfficeFile()
    file.text =
      Self.section(Self.upright.replacing("1800", with: "2500"), words: "封面")
      + Self.section(Self.upright, words: "正文若干，正文若干。") + "<w:p><w:r><w:t>附表附表附表附表附表附表</w:t></w:r></w:p>"
    file.section = Self.turned
    let (style, remarks) = try style(file)
    #expect((style.page.width, style.page.height, style.page.left) == (11_906, 16_838, 1_800))
    #expect(remarks == ["reference-section"])
    // Turned pages alone are what the office has.
    file.text = "<w:p/>"
    #expect(try self.style(file).style.page.width == 16_838)
  }

  @Test("Word's own style of footers stands at the left and says no place of page numbers; one that centres them does")
  func placeOfPageNumbers() throws {
    func place(_ name: String, _ paragraph: String) throws -> RoleStyle {
      var file = OfficeFile()
      file.styles +=
        "<w:style w:type=\"paragraph\" w:styleId=\"f\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"a\"/>"
        + "<w:pPr>\(paragraph)</w:pPr><w:rPr><w:sz w:val=\"18\"/></w:rPr></w:style>"
      return try style(file).style.style(of: .pageNumber)
    }
    for left in ["", "<w:jc w:val=\"left\"/>", "<w:jc w:val=\"both\"/>"] {
      let number = try place("footer", left)
      #expect((number.alignment, number.rightIndent, number.size) == (.right, 100, 18))
    }
    #expect(try place("footer", "<w:jc w:val=\"center\"/>").alignment == .center)
    #expect(try place("页码", "<w:jc w:val=\"left\"/>").alignment == .left)
  }

  @Test("Page numbers never stand at the edge of the paper, nor the words of headers; pictures may")
  func edges() throws {
    var file = OfficeFile()
    file.section = Self.upright.replacing("w:footer=\"992\"", with: "w:footer=\"0\"")
    var (style, remarks) = try style(file)
    #expect(style.page.footer == 1_440 * 1_426 / 1_984)
    #expect(remarks == ["reference-edge"])
    file.section =
      "<w:headerReference w:type=\"default\" r:id=\"rId9\"/>"
      + Self.upright.replacing("w:header=\"851\"", with: "w:header=\"0\"")
    (style, remarks) = try self.style(file)
    #expect(style.page.header == 284 && style.page.footer == 992)
    #expect(remarks == ["reference-edge"])
    file.pictures = ["banner.png": TinyPictures.png(30, 4)]
    file.header += """
      <w:p><w:r><w:pict><v:shape id="s" style="width:400pt;height:40pt"><v:imagedata r:id="rId1"/></v:shape></w:pict>\
      </w:r></w:p>
      """
    (style, remarks) = try self.style(file)
    #expect(style.page.header == 0 && remarks.isEmpty)
  }

  @Test("A page number in a text box, as WPS sets it, comes along in the form that all programs know")
  func textBox() throws {
    var file = OfficeFile()
    let words = """
      <w:txbxContent><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE  \\* MERGEFORMAT \
      </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r>\
      <w:fldChar w:fldCharType="end"/></w:r></w:p></w:txbxContent>
      """
    file.header = """
      <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps xmlns="urn:x">\(words)</wps>\
      </wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="_x0000_s1026" o:spt="202" \
      type="#_x0000_t202" style="position:absolute;mso-position-horizontal:center" filled="f" stroked="f" \
      o:gfxdata="AAAA"><v:fill on="f" focussize="0,0"/><v:imagedata o:title=""/><v:textbox inset="0mm,0mm,0mm,0mm">\
      \(words)</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
      """
    file.section += "<w:pgNumType w:fmt=\"numberInDash\"/>"
    let (style, remarks) = try style(file)
    #expect(remarks.isEmpty)
    let zip = try document(style)
    let header = try #require(zip.text("word/header1.xml"))
    #expect(header.matches(of: /PAGE/).count == 1)
    #expect(header.contains("<v:textbox") && header.contains("mso-position-horizontal:center"))
    #expect(!header.contains("AlternateContent") && !header.contains("gfxdata"))
    #expect(zip.text("word/document.xml")?.contains("<w:pgNumType w:fmt=\"numberInDash\"/>") == true)
  }

  @Test("A watermark comes along, and pictures in VML; what leads out of the file does not")
  func watermark() throws {
    var file = OfficeFile()
    file.pictures = ["logo.png": TinyPictures.png(3, 4)]
    func shape(_ content: String) -> String { "<w:p><w:r><w:pict>\(content)</w:pict></w:r></w:p>" }
    file.header += shape(
      """
      <v:shapetype id="_x0000_t136" o:spt="136"><v:handles><v:h position="#0,bottomRight"/></v:handles></v:shapetype>\
      <v:shape type="#_x0000_t136" href="http://example.org/" style="position:absolute" fillcolor="silver">\
      <v:textpath string="内部资料"/></v:shape>
      """)
    file.header += shape("<v:shape id=\"p\"><v:imagedata r:id=\"rId1\" o:title=\"徽\"/></v:shape>")
    let (style, remarks) = try style(file)
    #expect(remarks.isEmpty)
    let zip = try document(style)
    let header = try #require(zip.text("word/header1.xml"))
    #expect(header.contains("string=\"内部资料\"") && !header.contains("example.org"))
    #expect(header.contains("<v:imagedata o:title=\"徽\" r:id=\"rId1\"/>"))
    #expect(zip.text("word/_rels/header1.xml.rels")?.contains("media/letterhead1.png") == true)
    file.header += shape("<v:shape id=\"q\"><v:imagedata src=\"http://example.org/x.png\"/></v:shape>")
    #expect(try self.style(file).remarks == ["reference-letterhead"])
  }

  @Test("A line of WPS has its weight where every program looks for it")
  func strokeWeight() throws {
    var file = OfficeFile()
    file.header += """
      <w:p><w:r><w:pict><v:line from="0,0" to="400pt,0" stroked="t"><v:stroke weight="0.5pt" color="#FF0000"/></v:line>\
      <v:rect strokeweight="1pt"><v:stroke weight="0.5pt"/></v:rect></w:pict></w:r></w:p>
      """
    let header = try #require(try document(try style(file).style).text("word/header1.xml"))
    #expect(header.contains("<v:line from=\"0,0\" to=\"400pt,0\" stroked=\"t\" strokeweight=\"0.5pt\">"))
    #expect(header.contains("<v:stroke color=\"#FF0000\"/>"))
    #expect(header.contains("<v:rect strokeweight=\"1pt\"><v:stroke/>"))
  }

  @Test(
    "What stays behind is named",
    arguments: [
      ("<w:object/>", "embedded objects"),
      ("<w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing>", "shapes or text boxes without VML"),
      (
        "<w:drawing><wp:inline><a:graphic><a:blip r:link=\"rId1\"/></a:graphic></wp:inline></w:drawing>",
        "pictures that are not in the file"
      ),
      (
        "<w:drawing><wp:inline><a:graphic><a:blip r:embed=\"rId1\"/></a:graphic></wp:inline></w:drawing>",
        "pictures that are not PNG, JPEG or GIF (such as EMF)"
      ),
      ("<w:fldSimple w:instr=\"INCLUDETEXT x\"/>", "fields that fetch something"),
    ])
  func leftBehind(_ markup: String, _ name: String) throws {
    var file = OfficeFile()
    file.pictures = ["logo.emf": [1, 0, 0, 0, 108, 0, 0, 0]]
    file.header += "<w:p><w:r>\(markup)</w:r></w:p>"
    let sink = DiagnosticSink()
    _ = try ReferenceDocument.houseStyle(file.bytes(), name: "office", diagnostics: sink)
    let remark = try #require(sink.diagnostics.first { $0.id == "reference-letterhead" })
    #expect(remark.message.english.contains("left behind: \(name);"))
  }

  @Test("A table in a header keeps the rules and the tight lines that its style gives it")
  func tableStyle() throws {
    var file = OfficeFile()
    file.styles = file.styles.replacing(
      "<w:docDefaults>", with: "<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after=\"200\"/></w:pPr></w:pPrDefault>"
    )
    file.styles += """
      <w:style w:type="table" w:styleId="t"><w:name w:val="Table Grid"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:tblPr>\
      <w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>
      """
    file.header = """
      <w:tbl><w:tblPr><w:tblStyle w:val="t"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/>\
      </w:tblGrid><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>
      """
    let header = try XMLTree.parse(#require(document(style(file).style).text("word/header1.xml")))
    #expect(header.descendants("w:tblBorders").count == 1)
    #expect(header.descendants("w:spacing").map { $0.attributes["w:after"] } == ["0"])
  }

  @Test("A line of a file with a grid of characters holds as many as in the file")
  func grid() throws {
    var file = OfficeFile()
    file.section = """
      <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" \
      w:footer="1418" w:gutter="0"/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>
      """
    file.styles = file.styles.replacing("w:val=\"30\"", with: "w:val=\"32\"")
    let page = try style(file).style.page
    #expect(page.characterSpacing == -5)
    #expect(page.textWidth / (320 + page.characterSpacing) == 28)
    file.section = file.section.replacing("linesAndChars", with: "lines")
    #expect(try style(file).style.page.characterSpacing == 0)
  }

  @Test("Styles under the names that Chinese editions and WPS show are Word's own")
  func localisedNames() throws {
    var file = OfficeFile()
    let expected = try style(file).style
    for (english, chinese) in [("Normal", "正文"), ("Body Text", "正文文本"), ("heading 2", "标题 2"), ("header", "页眉")] {
      file.styles = file.styles.replacing("\"\(english)\"", with: "\"\(chinese)\"")
    }
    let style = try style(file).style
    #expect(style.roles == expected.roles && style.fonts == expected.fonts)
    file.styles = file.styles.replacing("标题 2", with: "标题2")
    #expect(try self.style(file).style.roles == expected.roles)
  }

  @Test("A file in the strict format is read like any other, lengths with units too")
  func strict() throws {
    var file = OfficeFile()
    let expected = try style(file).style
    file.isStrict = true
    file.section = file.section.replacing("w:header=\"851\"", with: "w:header=\"42.55pt\"")
      .replacing("w:right=\"1800\"", with: "w:right=\"31.75mm\"")
    file.styles = file.styles.replacing("w:sz w:val=\"40\"", with: "w:sz w:val=\"20pt\"")
      .replacing("w:line=\"560\"", with: "w:line=\"28pt\"")
    let style = try style(file).style
    #expect(style.page == expected.page && style.roles == expected.roles)
    #expect(style.letterhead?.parts.map(\.content.text) == expected.letterhead?.parts.map(\.content.text))
  }

  @Test("All that could not be taken of a file is told in one remark, under the id of what weighs most")
  func oneRemark() throws {
    var file = OfficeFile()
    file.section = "<w:headerReference w:type=\"default\" r:id=\"rId9\"/><w:pgSz w:w=\"99\" w:h=\"99\"/>"
    file.header = "<w:p><w:r><w:object/><w:t>甲</w:t></w:r></w:p>"
    let diagnostics = DiagnosticSink()
    _ = try ReferenceDocument.houseStyle(file.bytes(), name: "office", diagnostics: diagnostics)
    let remark = try #require(diagnostics.diagnostics.first)
    #expect(diagnostics.diagnostics.count == 1 && remark.id == "reference-page" && remark.severity == .warning)
    for words in ["no page", "embedded objects", "no styles called"] { #expect(remark.message.english.contains(words)) }
  }

  @Test("Numbers far beyond any page are no measures, and harm nothing")
  func absurdNumbers() throws {
    var file = OfficeFile()
    file.section = file.section.replacing("w:top=\"1440\"", with: "w:top=\"-9223372036854775808\"")
    file.styles = file.styles.replacing("w:firstLine=\"600\"", with: "w:firstLine=\"9223372036854775807\"")
    #expect(try style(file).remarks.contains("reference-page"))
  }
}
