public import ExportPipeline
internal import HouseStyle
public import OpenPackaging
internal import XMLBinding

/// The marks of lists, `/word/numbering.xml`; no part if the issue has no lists.
public struct NumberingStage: WordPartStage {
  /// `numbering`.
  public let name = "numbering"
  /// The stage.
  public init() {}

  /// Announces the part, if there are lists.
  public func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    if !plan.lists.isEmpty { plan.relationships.add(.numbering, target: "numbering.xml") }
  }

  /// Adds the part: two kinds of marks, and an instance for each list, so that each begins at its own number.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    guard !plan.lists.isEmpty else { return }
    var xml = XMLWriter(standalone: true)
    xml.startRoot("w:numbering")
    xml.write(abstract(0, hanging: 360, plan) { bullet($0, plan) })
    xml.write(abstract(1, hanging: 500, plan) { number($0, plan) })
    for (index, list) in plan.lists.enumerated() {
      var instance = Element("w:num", ["w:numId": String(index + 1)])
      instance.children.append(.val("w:abstractNumId", list.start == nil ? 0 : 1))
      if let start = list.start {
        instance.children.append(
          Element(
            "w:lvlOverride", ["w:ilvl": String(min(list.depth, 8))], [.val("w:startOverride", max(start, 0))]))
      }
      xml.write(instance)
    }
    xml.end()
    try package.add("/word/numbering.xml", "numbering+xml", xml, stage: name)
  }

  /// - Parameter hanging: How far Western marks below the first level stand before the text, in twips: (iii) needs more
  ///   than a bullet.
  private func abstract(_ id: Int, hanging: Int, _ plan: WordPlan, mark: (Int) -> [Element]) -> Element {
    let look = plan.houseStyle.style(of: .listItem)
    let typesetter = plan.typesetter
    var abstract = Element("w:abstractNum", ["w:abstractNumId": String(id)])
    abstract.children.append(.val("w:multiLevelType", "hybridMultilevel"))
    for level in 0..<9 {
      var element = Element("w:lvl", ["w:ilvl": String(level)])
      // Chinese items begin two characters in and turn over flush; Western ones hang behind their mark.
      let step = typesetter.characters(200, look)
      let indents =
        typesetter.isChinese
        ? typesetter.indents(
          left: typesetter.characters(look.leftIndent, look) + level * step,
          right: typesetter.characters(look.rightIndent, look),
          firstLine: typesetter.characters(look.firstLineIndent, look))
        : typesetter.indents(left: (level + 1) * 720, right: 0, firstLine: level == 0 ? -360 : -hanging)
      element.children =
        [
          .val("w:start", 1), .val("w:suff", typesetter.isChinese ? "nothing" : "tab"), .val("w:lvlJc", "left"),
          Element("w:pPr", [:], [indents]),
        ] + mark(level)
      abstract.children.append(element)
    }
    return abstract
  }

  private func bullet(_ level: Int, _ plan: WordPlan) -> [Element] {
    let bullets = plan.houseStyle.lists.bullets
    let bullet = bullets.isEmpty ? "•" : bullets[min(level, bullets.count - 1)]
    let fonts = plan.typesetter.fonts(of: plan.houseStyle.style(of: .listItem))
    let isChinese = plan.typesetter.isChinese
    let western = level % 2 == 0 ? "•" : "–"
    return [
      .val("w:numFmt", "bullet"), .val("w:lvlText", isChinese ? bullet : western),
      Element("w:rPr", [:], [plan.typesetter.fonts(fonts, hanEverywhere: isChinese)]),
    ]
  }

  private func number(_ level: Int, _ plan: WordPlan) -> [Element] {
    let lists = plan.houseStyle.lists
    let numbers = plan.typesetter.isChinese || lists.areWestern ? lists.numbers : ListMarks.western
    let number = numbers.isEmpty ? .init(.decimal, suffix: ".") : numbers[min(level, numbers.count - 1)]
    let format =
      switch number.digits {
      case .decimal: "decimal"
      case .chinese: "chineseCounting"
      case .circled: "decimalEnclosedCircle"
      case .letters: "lowerLetter"
      case .roman: "lowerRoman"
      }
    return [.val("w:numFmt", format), .val("w:lvlText", "\(number.prefix)%\(level + 1)\(number.suffix)")]
  }
}

extension ListMarks {
  /// 1. (a) (i) (1) a., what English text has in a style whose own marks are Chinese.
  fileprivate static let western: [Number] = [
    .init(.decimal, suffix: "."), .init(.letters, prefix: "(", suffix: ")"), .init(.roman, prefix: "(", suffix: ")"),
    .init(.decimal, prefix: "(", suffix: ")"), .init(.letters, suffix: "."),
  ]

  /// Whether English text can have these numbers: no full-width brackets, no 一 or ①.
  fileprivate var areWestern: Bool {
    numbers.allSatisfy { number in
      number.digits != .chinese && number.digits != .circled
        && (number.prefix + number.suffix).unicodeScalars.allSatisfy(\.isASCII)
    }
  }
}
