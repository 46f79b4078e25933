import OpenPackaging

/// A Word file as an office might keep it, put together part by part.
struct OfficeFile {
  var styles = """
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>\
    <w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Body Text"/><w:basedOn w:val="a"/><w:pPr>\
    <w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="600"/>\
    <w:jc w:val="both"/></w:pPr>\
    <w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="30"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a3"/><w:pPr><w:keepNext/>\
    <w:spacing w:before="280"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>\
    <w:outlineLvl w:val="1"/></w:pPr>\
    <w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="华文中宋"/><w:b/><w:color w:val="1F3864"/><w:sz w:val="40"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="a9"><w:name w:val="期号"/><w:basedOn w:val="a"/>\
    <w:rPr><w:i/><w:sz w:val="24"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="header"/><w:basedOn w:val="a"/>\
    <w:rPr><w:sz w:val="18"/></w:rPr></w:style>
    """
  var theme = """
    <a:fontScheme name="o"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/></a:majorFont>\
    <a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont>\
    </a:fontScheme>
    """
  var section = """
    <w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1700" w:header="851" w:footer="992" w:gutter="100"/>
    """
  var header = """
    <w:p><w:pPr><w:pStyle w:val="a5"/></w:pPr><w:r><w:t>湖畔区档案馆</w:t></w:r></w:p>
    """
  var pictures: [String: [UInt8]] = [:]
  /// What stands before the last section's properties.
  var text = "<w:p><w:r><w:t>范文</w:t></w:r></w:p>"
  /// Whether it is in the strict format (ISO/IEC 29500-1).
  var isStrict = false

  private static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:w10="urn:schemas-microsoft-com:office:word"
    """

  private static let strict = "http://purl.oclc.org/ooxml/"

  func bytes() throws -> [UInt8] {
    func xml(_ root: String, _ content: String) -> [UInt8] {
      let text = "<\(root) \(Self.namespaces)>\(content)</\(root)>"
      return Array((isStrict ? strict(text) : text).utf8)
    }
    func strict(_ text: String) -> String {
      text.replacing("http://schemas.openxmlformats.org/officeDocument/2006/", with: "\(Self.strict)officeDocument/")
        .replacing("http://schemas.openxmlformats.org/wordprocessingml/2006/", with: "\(Self.strict)wordprocessingml/")
        .replacing("http://schemas.openxmlformats.org/drawingml/2006/", with: "\(Self.strict)drawingml/")
    }
    let transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let office = isStrict ? strict(transitional) : transitional
    var relationships = Relationships()
    for name in ["styles", "theme"] {
      relationships.add(RelationshipType(rawValue: office + name), target: name + ".xml")
    }
    for number in 3..<9 {
      relationships.add(
        RelationshipType(rawValue: office + "x"), target: "http://example.org/\(number)", external: true)
    }
    relationships.add(RelationshipType(rawValue: office + "header"), target: "header1.xml")
    var ofHeader = Relationships()
    for name in pictures.keys.sorted() { ofHeader.add(RelationshipType(rawValue: office + "image"), target: name) }
    var package = Package()
    let text = "<w:body>\(text)<w:sectPr>\(section)</w:sectPr></w:body>"
    package.add(
      Part("/word/document.xml", contentType: "a/b", content: xml("w:document", text), relationships: relationships))
    package.add(Part("/word/styles.xml", contentType: "a/b", content: xml("w:styles", styles)))
    package.add(
      Part(
        "/word/theme.xml", contentType: "a/b", content: xml("a:theme", "<a:themeElements>\(theme)</a:themeElements>")))
    package.add(
      Part("/word/header1.xml", contentType: "a/b", content: xml("w:hdr", header), relationships: ofHeader))
    for (name, content) in pictures.sorted(by: { $0.key < $1.key }) {
      package.add(Part(PartName(rawValue: "/word/" + name), contentType: "image/png", content: content))
    }
    package.relationships.add(RelationshipType(rawValue: office + "officeDocument"), target: "word/document.xml")
    return try package.bytes()
  }
}
