public import ExportPipeline
internal import HouseStyle
public import OpenPackaging
internal import XMLBinding

/// The document itself, `/word/document.xml`: the body and the page it stands on.
public struct DocumentStage: WordPartStage {
  /// `document`.
  public let name = "document"
  /// The stage.
  public init() {}

  /// Adds the document with the relationships that all stages announced.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    var xml = XMLWriter(standalone: true)
    xml.startRoot("w:document")
    xml.start("w:body")
    xml.write(plan.body)
    xml.write("w:sectPr", section(plan))
    xml.end()
    xml.end()
    try package.add(
      "/word/document.xml", "document.main+xml", xml, stage: name, relationships: plan.relationships,
      reporting: context.diagnostics)
    package.relationships.add(.officeDocument, target: "word/document.xml")
  }

  private func section(_ plan: WordPlan) -> [Element] {
    let page = plan.houseStyle.page
    var properties = plan.marginParts.map { part in
      Element(
        part.place == .header ? "w:headerReference" : "w:footerReference",
        ["w:type": part.pages.rawValue, "r:id": part.relationship])
    }
    properties += [
      sheet(page),
      Element(
        "w:pgMar",
        [
          "w:top": String(page.top), "w:right": String(page.right), "w:bottom": String(page.bottom),
          "w:left": String(page.left), "w:header": String(page.header ?? page.footer), "w:footer": String(page.footer),
          "w:gutter": "0",
        ]),
      Element("w:cols", ["w:space": "425"]),
    ]
    if plan.marginParts.contains(where: { $0.pages == .first }) { properties.append(.flag("w:titlePg")) }
    if plan.typesetter.isChinese {
      // Lines only: a grid of characters closer than their width breaks LibreOffice (14 to a line).
      properties.append(Element("w:docGrid", ["w:type": "lines", "w:linePitch": String(page.linePitch)]))
    }
    return properties
  }

  private func sheet(_ page: PageStyle) -> Element {
    var size = Element("w:pgSz", ["w:w": String(page.width), "w:h": String(page.height)])
    if page.width > page.height { size.set("w:orient", "landscape") }
    return size
  }
}
