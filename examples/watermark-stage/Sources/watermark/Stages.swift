import Gazette

private let names = #"""
  xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" \#
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \#
  xmlns:o="urn:schemas-microsoft-com:office:office"
  """#
private let type = "application/vnd.openxmlformats-officedocument.wordprocessingml."

/// 样刊 in grey across every page: a new part, a header that holds it.
struct WatermarkStage: WordPartStage {
  let name = "watermark"

  func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    plan.announce(.header, on: [.odd, .even], target: "header1.xml")
  }

  func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    let xml = #"""
      <w:hdr \#(names)><w:p><w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" \#
      path="m0,0l21600,0m0,21600l21600,21600e"><v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>\#
      <v:shape id="watermark" type="#_x0000_t136" alt="样刊" fillcolor="#d8d8d8" stroked="f" style="position:absolute;\#
      width:300pt;height:150pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;\#
      mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin">\#
      <v:textpath style="font-family:黑体" string="样刊"/></v:shape></w:pict></w:r></w:p></w:hdr>
      """#
    package.add(Part("/word/header1.xml", contentType: type + "header+xml", content: Array(xml.utf8)))
  }
}

/// The number alone in the middle of the foot, in the place of the standard's — 1 — at the outer edge.
struct CentredFooterStage: WordPartStage {
  let name = "footers"

  func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    plan.announce(.footer, on: [.odd, .even], target: "footer1.xml")
  }

  func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    let mark = ["begin", "separate", "end"].map { #"<w:r><w:fldChar w:fldCharType="\#($0)"/></w:r>"# }
    let xml = #"""
      <w:ftr \#(names)><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>\#
      \#(mark[0])<w:r><w:instrText> PAGE </w:instrText></w:r>\#(mark[1])<w:r><w:t>1</w:t></w:r>\#(mark[2])</w:p></w:ftr>
      """#
    package.add(Part("/word/footer1.xml", contentType: type + "footer+xml", content: Array(xml.utf8)))
  }
}
