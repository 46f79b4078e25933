public import ExportPipeline
internal import HouseStyle
public import OpenPackaging
internal import XMLBinding

/// The page numbers, `/word/footer1.xml` and `/word/footer2.xml`: — 1 — at the outer edge of odd and of even
/// pages (GB/T 9704-2012, 7.5). If the house style has a letterhead, that in their place.
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
  }

  /// Adds the parts.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    if let letterhead = plan.houseStyle.letterhead { return try letterhead.write(to: &package, stage: name) }
    try write("/word/footer1.xml", cached: "1", isEven: false, plan, &package)
    try write("/word/footer2.xml", cached: "2", isEven: true, plan, &package)
  }

  private func write(
    _ part: PartName, cached: String, isEven: Bool, _ plan: WordPlan, _ package: inout Package
  ) throws(StageError) {
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
    var xml = XMLWriter(standalone: true)
    xml.startRoot("w:ftr")
    xml.write([
      .paragraph(
        StoryParagraph(
          role: .pageNumber, properties: properties,
          pieces: [
            Run(properties: dashFont, content: dash), Run(content: .text(" ")), Run(content: .fieldBegin),
            Run(content: .fieldInstruction(" PAGE ")), Run(content: .fieldSeparate), Run(content: .text(cached)),
            Run(content: .fieldEnd), Run(content: .text(" ")), Run(properties: dashFont, content: dash),
          ].map { .run($0) }))
    ])
    xml.end()
    try package.add(part, "footer+xml", xml, stage: name)
  }
}
