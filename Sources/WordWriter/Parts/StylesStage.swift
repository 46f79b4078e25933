public import ExportPipeline
internal import HouseStyle
public import OpenPackaging
internal import XMLBinding

/// The styles, `/word/styles.xml`: one for each role the document uses, and no other.
public struct StylesStage: WordPartStage {
  /// `styles`.
  public let name = "styles"
  /// The stage.
  public init() {}

  /// Announces the part.
  public func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    plan.relationships.add(.styles, target: "styles.xml")
  }

  /// Adds the part.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    let typesetter = plan.typesetter
    let normal = typesetter.normal
    let base = (paragraph: typesetter.paragraph(normal), characters: typesetter.characters(normal))
    var xml = XMLWriter(standalone: true)
    xml.startRoot("w:styles")
    xml.write(
      Element(
        "w:docDefaults", [:],
        [
          Element(
            "w:rPrDefault", [:],
            [
              Element(
                "w:rPr", [:],
                [typesetter.fonts(typesetter.fonts(of: normal), hanEverywhere: false), typesetter.languageElement])
            ]),
          Element("w:pPrDefault"),
        ]))
    xml.write(
      style(
        .normal, "paragraph",
        [
          // What Word has anyway need not be said by the style that all others start from.
          Element("w:pPr", [:], base.paragraph.filter { !Self.isDefault($0) }),
          Element("w:rPr", [:], base.characters.filter { !Self.isDefault($0) }),
        ], isDefault: true))
    xml.write(
      style(
        StyleName("DefaultParagraphFont", "Default Paragraph Font"), "character", [.val("w:uiPriority", 1)],
        isDefault: true))
    xml.write(
      style(
        StyleName("TableNormal", "Normal Table"), "table",
        [
          .val("w:uiPriority", 99),
          Element(
            "w:tblPr", [:],
            [
              Element("w:tblInd", ["w:w": "0", "w:type": "dxa"]),
              Element(
                "w:tblCellMar", [:],
                [
                  Element("w:top", ["w:w": "0", "w:type": "dxa"]),
                  Element("w:left", ["w:w": "108", "w:type": "dxa"]),
                  Element("w:bottom", ["w:w": "0", "w:type": "dxa"]),
                  Element("w:right", ["w:w": "108", "w:type": "dxa"]),
                ]),
            ]),
        ], isDefault: true))
    for role in Role.allCases where plan.roles.contains(role) {
      let look = plan.houseStyle.style(of: role)
      let paragraph = typesetter.paragraph(look).filter { !base.paragraph.contains($0) }
      let characters = typesetter.characters(look).filter { !base.characters.contains($0) }
      var content: [Element] = [.val("w:basedOn", StyleName.normal.id), Element("w:qFormat")]
      if look.keepWithNext, look.outlineLevel != nil, plan.roles.contains(.body) {
        content.append(.val("w:next", StyleName(.body).id))
      }
      if !paragraph.isEmpty { content.append(Element("w:pPr", [:], paragraph)) }
      if !characters.isEmpty { content.append(Element("w:rPr", [:], characters)) }
      xml.write(style(StyleName(role), "paragraph", content))
    }
    let basedOnFont = Element.val("w:basedOn", "DefaultParagraphFont")
    if plan.hasLinks {
      let color = plan.houseStyle.linkColor.map { [Element.val("w:color", $0)] } ?? []
      xml.write(
        style(
          .hyperlink, "character",
          [
            basedOnFont, .val("w:uiPriority", 99),
            Element("w:rPr", [:], [.val("w:u", "single")] + color),
          ]))
    }
    if !plan.notes.isEmpty {
      xml.write(
        style(
          .footnoteReference, "character",
          [
            basedOnFont, .val("w:uiPriority", 99), Element("w:rPr", [:], [.val("w:vertAlign", "superscript")]),
          ]))
    }
    if !plan.marginParts.isEmpty {
      for style in plan.houseStyle.letterhead?.styles ?? [] { xml.write(copied: style) }
    }
    xml.end()
    try package.add("/word/styles.xml", "styles+xml", xml, stage: name)
  }

  private func style(_ name: StyleName, _ type: String, _ content: [Element], isDefault: Bool = false) -> Element {
    var style = Element("w:style", ["w:type": type])
    if isDefault { style.set("w:default", "1") }
    if !name.isBuiltIn { style.set("w:customStyle", "1") }
    style.set("w:styleId", name.id)
    style.children = [.val("w:name", name.name)] + content
    if isDefault, type == "paragraph" { style.children.append(Element("w:qFormat")) }
    return style
  }

  /// Whether a property says what Word takes for granted.
  private static func isDefault(_ property: Element) -> Bool {
    switch property.name.text {
    case "w:keepNext", "w:keepLines", "w:b", "w:bCs", "w:i", "w:iCs":
      return property.attributes.first?.value == "0"
    case "w:outlineLvl": return property.attributes.first?.value == "9"
    case "w:color": return property.attributes.first?.value == "auto"
    case "w:ind": return property.attributes.allSatisfy { $0.value == "0" }
    default: return false
    }
  }
}
