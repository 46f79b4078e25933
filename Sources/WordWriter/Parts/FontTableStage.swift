public import ExportPipeline
internal import HouseStyle
public import OpenPackaging
internal import XMLBinding

/// The fonts, `/word/fontTable.xml`: what to take where a font is not installed.
public struct FontTableStage: WordPartStage {
  /// `font-table`.
  public let name = "font-table"
  /// The stage.
  public init() {}

  /// Announces the part.
  public func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    plan.relationships.add(.fontTable, target: "fontTable.xml")
  }

  /// Adds the part.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    var classes = plan.fontClasses
    var own: [FontChoice] = []
    let looks = Role.allCases.filter(plan.roles.contains).map(plan.houseStyle.style) + [plan.typesetter.normal]
    for look in looks {
      if let fonts = look.fonts { own.append(fonts) } else { classes.insert(look.font) }
    }
    var xml = XMLWriter(standalone: true)
    xml.startRoot("w:fonts")
    var written: Set<String> = []
    let chosen = FontClass.allCases.filter(classes.contains).map { (plan.typesetter.fonts($0), $0 != .heiti) }
    for (choice, isSerif) in chosen + own.map({ ($0, true) }) {
      if written.insert(choice.han).inserted {
        xml.write(font(choice.han, alternates: choice.alternates, isHan: true, isSerif: isSerif))
      }
      if written.insert(choice.latin).inserted {
        xml.write(font(choice.latin, alternates: [], isHan: false, isSerif: true))
      }
    }
    for name in plan.houseStyle.letterhead?.fontNames ?? [] where written.insert(name).inserted {
      let isHan = name.unicodeScalars.contains { $0.value > 0x2E7F }
      xml.write(font(name, alternates: [], isHan: isHan, isSerif: true))
    }
    xml.end()
    try package.add("/word/fontTable.xml", "fontTable+xml", xml, stage: name)
  }

  private func font(_ name: String, alternates: [String], isHan: Bool, isSerif: Bool) -> Element {
    var font = Element("w:font", ["w:name": name])
    // All of them, with commas between (ISO/IEC 29500-1, 17.8.3.1); so none may have one itself.
    let names = alternates.filter { !$0.isEmpty && !$0.contains(",") }
    if !names.isEmpty { font.children.append(.val("w:altName", names.joined(separator: ","))) }
    // 86 is the Windows character set GB 2312, which tells Word what to look for in place of the font.
    font.children.append(.val("w:charset", isHan ? "86" : "00"))
    font.children.append(.val("w:family", isHan ? (isSerif ? "auto" : "modern") : "roman"))
    font.children.append(.val("w:pitch", "variable"))
    return font
  }
}
