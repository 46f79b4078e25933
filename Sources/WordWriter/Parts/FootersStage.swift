public import ExportPipeline
internal import HouseStyle
public import OpenPackaging
internal import XMLBinding

/// The page numbers, `/word/footer1.xml` and `/word/footer2.xml`: — 1 — at the outer edge of odd and of even
/// pages (GB/T 9704-2012, 7.5). On pages turned for a wide table, where they are on the others (7.6):
/// `/word/footer3.xml` and `/word/footer4.xml`. If the house style has a letterhead, that in their place.
public struct FootersStage: WordPartStage {
  /// `footers`.
  public let name = "footers"
  /// The stage.
  public init() {}

  /// Announces the parts.
  public func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    if let letterhead = plan.houseStyle.letterhead { return letterhead.prepare(&plan) }
    plan.roles.insert(.pageNumber)
    plan.announce(.footer, on: [.odd], target: "footer1.xml")
    plan.announce(.footer, on: [.even], target: "footer2.xml")
    guard turnsNumbers(plan) else { return }
    plan.announce(.footer, on: [.odd], target: "footer3.xml", onlyOnTurnedPages: true)
    plan.announce(.footer, on: [.even], target: "footer4.xml", onlyOnTurnedPages: true)
  }

  /// Adds the parts.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    if let letterhead = plan.houseStyle.letterhead { return try letterhead.write(to: &package, stage: name) }
    for (index, isEven) in [false, true].enumerated() {
      let number = number(isEven: isEven, plan)
      try add("/word/footer\(index + 1).xml", [.paragraph(number)], &package)
      guard turnsNumbers(plan) else { continue }
      try add("/word/footer\(index + 3).xml", turned(number, plan), &package)
    }
  }

  /// Only the standard asks for it; Western pages are numbered at the foot, however they lie.
  private func turnsNumbers(_ plan: WordPlan) -> Bool { plan.typesetter.isChinese && plan.hasTurnedPages }

  private func add(_ part: String, _ story: Story, _ package: inout Package) throws(StageError) {
    var xml = XMLWriter(standalone: true)
    xml.startRoot("w:ftr")
    xml.write(story)
    xml.end()
    try package.add(PartName(rawValue: part), "footer+xml", xml, stage: name)
  }

  private func number(isEven: Bool, _ plan: WordPlan) -> StoryParagraph {
    let typesetter = plan.typesetter
    var role = plan.houseStyle.style(of: .pageNumber)
    var properties: [Element] = []
    if isEven {
      // The mirror image of the odd page.
      swap(&role.leftIndent, &role.rightIndent)
      if role.alignment == .right { role.alignment = .left } else if role.alignment == .left { role.alignment = .right }
      properties = [typesetter.alignment(role.alignment), typesetter.indents(role)]
    }
    let dash: Run.Content = .text("—")
    let dashFont = [typesetter.fonts(typesetter.fonts(of: role), hanEverywhere: typesetter.isChinese)]
    return StoryParagraph(
      role: .pageNumber, properties: properties,
      pieces: [
        Run(properties: dashFont, content: dash), Run(content: .text(" ")), Run(content: .fieldBegin),
        Run(content: .fieldInstruction(" PAGE ")), Run(content: .fieldSeparate),
        Run(content: .text(isEven ? "2" : "1")), Run(content: .fieldEnd), Run(content: .text(" ")),
        Run(properties: dashFont, content: dash),
      ].map { .run($0) })
  }

  /// The number beside the left edge of a turned page, which is the lower one of the paper when it is held upright:
  /// a table that floats, since text of a frame cannot be turned. It is as long as the upright text block is wide.
  private func turned(_ number: StoryParagraph, _ plan: WordPlan) -> Story {
    let upright = plan.houseStyle.page
    let role = plan.houseStyle.style(of: .pageNumber)
    let line = role.linePitch.flatMap { $0 == 0 ? nil : $0 } ?? role.size * 13
    // A turned line is set about its middle, an upright one on its baseline, where the dash stands higher: measured.
    let higher = role.size * 7 / 10
    let properties: [Element] = [
      Element(
        "w:tblpPr",
        [
          "w:leftFromText": "0", "w:rightFromText": "0", "w:vertAnchor": "page", "w:horzAnchor": "page",
          "w:tblpX": String(max(0, upright.footer - higher)), "w:tblpY": String(upright.left),
        ]),
      Element("w:tblW", ["w:w": String(line), "w:type": "dxa"]), Element("w:tblLayout", ["w:type": "fixed"]),
      Element(
        "w:tblCellMar", [:],
        [Element("w:left", ["w:w": "0", "w:type": "dxa"]), Element("w:right", ["w:w": "0", "w:type": "dxa"])]),
    ]
    let cell = StoryTable.Cell(
      properties: [
        Element("w:tcW", ["w:w": String(line), "w:type": "dxa"]), .val("w:textDirection", "tbRl"),
      ], story: [.paragraph(number)])
    let row = StoryTable.Row(
      properties: [Element("w:trHeight", ["w:val": String(upright.textWidth), "w:hRule": "exact"])], cells: [cell])
    let anchor = StoryParagraph(
      role: .pageNumber,
      properties: [Element("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact"])])
    return [.table(StoryTable(properties: properties, columns: [line], rows: [row])), .paragraph(anchor)]
  }
}
