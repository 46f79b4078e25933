public import ExportPipeline
public import OpenPackaging
internal import XMLBinding

/// The settings, `/word/settings.xml`.
public struct SettingsStage: WordPartStage {
  /// `settings`.
  public let name = "settings"
  /// The stage.
  public init() {}

  /// Announces the part.
  public func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    plan.relationships.add(.settings, target: "settings.xml")
  }

  /// Adds the part.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    let isChinese = plan.typesetter.isChinese
    var settings: [Element] = [
      Element("w:zoom", ["w:percent": "100"]),
      .val("w:defaultTabStop", 420),
      .val("w:characterSpacingControl", isChinese ? "compressPunctuation" : "doNotCompress"),
      Element("w:themeFontLang", plan.typesetter.languageElement.attributes),
      .val("w:decimalSymbol", "."), .val("w:listSeparator", ","),
    ]
    // Footers of even pages are ignored without this.
    if plan.distinguishesEvenPages { settings.append(Element("w:evenAndOddHeaders")) }
    if plan.relationships.id(of: .footnotes, target: "footnotes.xml") != nil {
      settings.append(
        Element(
          "w:footnotePr", [:],
          FootnotesStage.separators.map { Element("w:footnote", ["w:id": String($0.id)]) }))
    }
    // Without doNotExpandShiftReturn a justified line that ends in a line break is stretched over the whole width.
    var compatibility = [Element("w:doNotExpandShiftReturn")]
    if isChinese {
      compatibility = [Element("w:balanceSingleByteDoubleByteWidth")] + compatibility + [Element("w:useFELayout")]
    }
    // 15 is Word 2013 and later: anything else opens in compatibility mode.
    let modes = [
      ("compatibilityMode", "15"), ("overrideTableStyleFontSizeAndJustification", "1"),
      ("enableOpenTypeFeatures", "1"), ("doNotFlipMirrorIndents", "1"), ("differentiateMultirowTableHeaders", "1"),
    ]
    compatibility += modes.map {
      Element(
        "w:compatSetting", ["w:name": $0.0, "w:uri": "http://schemas.microsoft.com/office/word", "w:val": $0.1])
    }
    settings.append(Element("w:compat", [:], compatibility))
    var xml = XMLWriter(standalone: true)
    xml.startRoot("w:settings")
    for setting in ElementOrder.sorted(settings, in: "w:settings") { xml.write(setting) }
    xml.end()
    try package.add("/word/settings.xml", "settings+xml", xml, stage: name)
  }
}
