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
    var isFirst = true
    let section = { (kind: SectionKind) -> [Element] in
      defer { isFirst = false }
      return self.section(kind, isFirst: isFirst, plan)
    }
    xml.write(plan.body, section: section)
    xml.write("w:sectPr", section(plan.lastSection))
    xml.end()
    xml.end()
    try package.add(
      "/word/document.xml", "document.main+xml", xml, stage: name, relationships: plan.relationships,
      reporting: (context.diagnostics, plan.issue))
    package.relationships.add(.officeDocument, target: "word/document.xml")
  }

  private func section(_ kind: SectionKind, isFirst: Bool, _ plan: WordPlan) -> [Element] {
    let page = kind == .turned ? plan.houseStyle.page.turned : plan.houseStyle.page
    var properties = plan.marginParts(on: kind).map { part in
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
    if let format = plan.houseStyle.letterhead?.pageNumberFormat, !plan.marginParts.isEmpty {
      properties.append(Element("w:pgNumType", ["w:fmt": format]))
    }
    if isFirst, plan.marginParts.contains(where: { $0.pages == .first }) { properties.append(.flag("w:titlePg")) }
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

extension PageStyle {
  /// The page turned for a wide table, its head where the left edge of an upright page is: at the binding on odd
  /// pages, at the fore-edge on even ones (GB/T 9704-2012, 7.6).
  var turned: PageStyle {
    var page = self
    (page.width, page.height) = (height, width)
    (page.top, page.right, page.bottom, page.left) = (left, top, right, bottom)
    page.footer = min(footer, max(right * 2 / 3, 400))
    page.header = min(header ?? footer, max(left * 2 / 3, 400))
    return page
  }
}
