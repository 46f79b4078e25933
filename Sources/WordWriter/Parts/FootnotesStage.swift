public import ExportPipeline
public import OpenPackaging
internal import XMLBinding

/// The footnotes, `/word/footnotes.xml`; no part if the issue has none.
public struct FootnotesStage: WordPartStage {
  /// `footnotes`.
  public let name = "footnotes"
  /// The stage.
  public init() {}

  /// The lines between text and notes, which are notes of their own for Word.
  static let separators = [(id: -1, type: "separator"), (id: 0, type: "continuationSeparator")]

  /// Announces the part, if there are footnotes.
  public func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    if !plan.notes.isEmpty { plan.relationships.add(.footnotes, target: "footnotes.xml") }
  }

  /// Adds the part.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    guard !plan.notes.isEmpty else { return }
    var xml = XMLWriter(standalone: true)
    xml.startRoot("w:footnotes")
    for separator in Self.separators {
      xml.start("w:footnote")
      xml.attribute("w:type", separator.type)
      xml.attribute("w:id", separator.id)
      xml.start("w:p")
      xml.write(
        "w:pPr",
        [Element("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"])])
      xml.start("w:r")
      if separator.id == -1 { xml.element("w:separator") } else { xml.element("w:continuationSeparator") }
      xml.end()
      xml.end()
      xml.end()
    }
    for (index, note) in plan.notes.enumerated() {
      xml.start("w:footnote")
      xml.attribute("w:id", index + 1)
      xml.write(note)
      xml.end()
    }
    xml.end()
    try package.add(
      "/word/footnotes.xml", "footnotes+xml", xml, stage: name, relationships: plan.noteRelationships,
      reporting: (context.diagnostics, plan.issue))
  }
}
