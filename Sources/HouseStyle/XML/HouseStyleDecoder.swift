internal import IssueModel
internal import XMLBinding

/// Applies the elements of a valid house style to the style it starts from.
struct HouseStyleDecoder {
  var style: HouseStyle
  /// Whether the style extends none: then a role it leaves out does not begin as body text but as the schema says.
  let isComplete: Bool

  consuming func style(_ root: XMLElement) -> HouseStyle {
    let base = style
    root.string("name") { style.name = $0 }
    style.summary = nil
    for element in root.elements {
      switch element.name {
      case "summary": style.summary = Wording(element.text, zh: element.attribute("zh") ?? element.text)
      case "page": apply(page: element)
      case "fonts": for font in element.elements { apply(font: font) }
      case "roles": for role in element.elements { apply(role: role, base) }
      case "contents":
        element.value("policy", ContentsPolicy.init) { style.contents = $0 }
        element.value("pages", ContentsPages.init) { style.contentsPages = $0 }
      case "sectionBrackets":
        element.string("open") { style.sectionBrackets.open = $0 }
        element.string("close") { style.sectionBrackets.close = $0 }
      case "masthead": Self.apply(element, to: &style.masthead, MastheadPart.init)
      case "imprint":
        element.value("place", ImprintPlace.init) { style.imprintPlace = $0 }
        Self.apply(element, to: &style.imprint, ImprintPart.init)
      case "rules": for rule in element.elements { apply(rule: rule) }
      case "lists": apply(lists: element)
      case "emphasis": element.value("font", FontClass.init) { style.emphasis = $0 }
      case "links": element.color { style.linkColor = $0 }
      case "text":
        element.integer("width") { style.text.width = $0 }
        element.string("indent") { style.text.indent = $0 }
        element.string("rule") { if let rule = $0.first { style.text.rule = rule } }
        element.value("punctuation", TextStyle.Punctuation.init) { style.text.punctuation = $0 }
        element.truth("justified") { style.text.isJustified = $0 }
        element.truth("numberedContents") { style.text.numbersContents = $0 }
        element.value("wideTables", TextStyle.WideTables.init) { style.text.wideTables = $0 }
      default: break
      }
    }
    return style
  }

  private mutating func apply(page: XMLElement) {
    page.value("paper", Paper.init) { (style.page.width, style.page.height) = $0.size }
    page.integer("width") { style.page.width = $0 }
    page.integer("height") { style.page.height = $0 }
    page.integer("top") { style.page.top = $0 }
    page.integer("right") { style.page.right = $0 }
    page.integer("bottom") { style.page.bottom = $0 }
    page.integer("left") { style.page.left = $0 }
    page.integer("footer") { style.page.footer = $0 }
    page.integer("header") { style.page.header = $0 }
    page.integer("linePitch") { style.page.linePitch = $0 }
    page.integer("characterSpacing") { style.page.characterSpacing = $0 }
  }

  /// The sizes of paper that have a name.
  private enum Paper: String {
    case a4 = "A4"
    case a5 = "A5"
    case letter = "Letter"
    case legal = "Legal"
    /// Width and height in twips: ISO 216 to the nearest, the others by inches.
    var size: (width: Int, height: Int) {
      switch self {
      case .a4: (11906, 16838)
      case .a5: (8391, 11906)
      case .letter: (12240, 15840)
      case .legal: (12240, 20160)
      }
    }
  }

  private mutating func apply(font element: XMLElement) {
    element.value("class", FontClass.init) { name in
      var font = style.fonts[name] ?? FontChoice(han: "", latin: "")
      element.string("han") { font.han = $0 }
      element.string("latin") { font.latin = $0 }
      // The other names of a font are of no use to one that takes its place.
      if element.attribute("han") != nil || !element.elements.isEmpty {
        font.alternates = element.elements.map(\.text)
      }
      style.fonts[name] = font
    }
  }

  private mutating func apply(role element: XMLElement, _ base: HouseStyle) {
    element.value("name", Role.init) { name in
      var role = style.roles[name] ?? (isComplete ? RoleStyle() : base.style(of: name))
      element.value("font", FontClass.init) { role.font = $0 }
      element.integer("size") { role.size = $0 }
      element.truth("bold") { role.bold = $0 }
      element.truth("italic") { role.italic = $0 }
      // A font of the role's own goes with the class it came with.
      if element.attribute("font") != nil { role.fonts = nil }
      if element.attribute("han") != nil || element.attribute("latin") != nil {
        var fonts = role.fonts ?? style.fonts[role.font] ?? FontChoice(han: "", latin: "")
        element.string("han") { fonts = FontChoice(han: $0, latin: fonts.latin) }
        element.string("latin") { fonts.latin = $0 }
        role.fonts = fonts
      }
      element.color { role.color = $0 }
      element.value("alignment", RoleStyle.Alignment.init) { role.alignment = $0 }
      element.integer("firstLineIndent") { role.firstLineIndent = $0 }
      element.integer("leftIndent") { role.leftIndent = $0 }
      element.integer("rightIndent") { role.rightIndent = $0 }
      element.string("linePitch") { role.linePitch = Int($0) }  // `page` is no number
      element.integer("lineStretch") { role.lineStretch = $0 }
      element.integer("spaceBefore") { role.spaceBefore = $0 }
      element.integer("spaceAfter") { role.spaceAfter = $0 }
      element.truth("keepWithNext") { role.keepWithNext = $0 }
      element.string("outlineLevel") { role.outlineLevel = Int($0) }  // `none` is no number
      style.roles[name] = role
    }
  }

  /// Rows given replace all rows; who writes some wants them printed.
  private static func apply<Part>(
    _ element: XMLElement, to arrangement: inout Arrangement<Part>, _ part: (String) -> Part?
  ) {
    let lines = element.elements.compactMap { line -> Arrangement<Part>.Line? in
      guard line.name == "row" else { return .rule }
      return .row(
        line.elements.compactMap { cell in
          cell.attribute("field").flatMap(part).map {
            Arrangement<Part>.Cell(
              $0, alignment: cell.attribute("alignment").flatMap(RoleStyle.Alignment.init),
              labels: (cell.attribute("labels") ?? "").split(separator: " ").map(String.init))
          }
        })
    }
    if !lines.isEmpty { arrangement = Arrangement(.always, lines) }
    element.value("arrangement", ArrangementPolicy.init) { arrangement.policy = $0 }
  }

  private mutating func apply(rule element: XMLElement) {
    element.value("place", RulePlace.init) { place in
      var rule = style.rules[place] ?? RuleStyle(width: 0)
      element.integer("width") { rule.width = $0 }
      element.color { rule.color = $0 }
      element.integer("distance") { rule.distance = $0 }
      element.integer("spaceAfter") { rule.spaceAfter = $0 }
      style.rules[place] = rule.width > 0 ? rule : nil
    }
  }

  private mutating func apply(lists: XMLElement) {
    let bullets = lists.elements.filter { $0.name == "bullet" }.map(\.text)
    if !bullets.isEmpty { style.lists.bullets = bullets }
    let numbers = lists.elements.compactMap { element in
      element.attribute("digits").flatMap(ListMarks.Number.Digits.init).map {
        ListMarks.Number(
          $0, prefix: element.attribute("prefix") ?? "", suffix: element.attribute("suffix") ?? "")
      }
    }
    if !numbers.isEmpty { style.lists.numbers = numbers }
  }
}

// The schema has seen to it that the values are of their kind.
extension XMLElement {
  fileprivate func string(_ name: String, _ set: (String) -> Void) {
    if let text = attribute(name) { set(text) }
  }
  fileprivate func value<Value>(_ name: String, _ make: (String) -> Value?, _ set: (Value) -> Void) {
    if let value = attribute(name).flatMap(make) { set(value) }
  }
  fileprivate func color(_ set: (String?) -> Void) {
    string("color") { set($0 == "auto" ? nil : $0.uppercased()) }
  }
  fileprivate func integer(_ name: String, _ set: (Int) -> Void) { value(name, { Int($0) }, set) }
  fileprivate func truth(_ name: String, _ set: (Bool) -> Void) {
    string(name) { set($0 == "true" || $0 == "1") }
  }
}
