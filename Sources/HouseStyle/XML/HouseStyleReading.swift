internal import IssueModel
internal import Stylesheets
internal import XMLBinding
public import XMLReading

extension HouseStyle {
  /// The namespace of the elements of a house style.
  public static let namespace = "urn:gazette:house:1"
  /// The version of the format, in the root's attribute `version`.
  public static let version = "1.0"

  /// The house style in `bytes`, which are XML as `Stylesheets/schema/house.xsd` wants it.
  ///
  /// A style that extends another takes from it what it does not say itself.
  /// - Parameter bytes: The XML.
  /// - Parameter base: Finds the style that this one extends, by its name; nil if there is none.
  /// - Throws: `XMLFormatError` if the bytes are no house style: with the line, and the values allowed there.
  public static func read(
    _ bytes: [UInt8], extending base: (String) -> HouseStyle? = { HouseStyle.shipped(named: $0) }
  ) throws(XMLFormatError) -> HouseStyle {
    let root = try format.read(bytes)
    try checkRepetition(root)
    try checkRows(root)
    guard let name = root.attribute("extends") else {
      try checkCompleteness(root)
      return try checked(HouseStyleDecoder(style: .blank, isComplete: true).style(root), root)
    }
    guard let style = base(name) else {
      let known = HouseStyle.shippedNames.joined(separator: ", ")
      throw XMLFormatError([
        Diagnostic(
          id: "house-style-unknown-base", severity: .error, at: root.position,
          message: Wording("there is no house style '\(name)' to extend", zh: "没有可供继承的版式“\(name)”"),
          hint: Wording("the styles to extend are: \(known)", zh: "可继承的版式：\(known)"))
      ])
    }
    return try checked(HouseStyleDecoder(style: style, isComplete: false).style(root), root)
  }

  /// `style`, if text can stand on its page: what no single value of it shows.
  private static func checked(_ style: HouseStyle, _ root: XMLElement) throws(XMLFormatError) -> HouseStyle {
    let page = style.page
    guard
      page.textWidth < PageStyle.leastText || page.textHeight < PageStyle.leastText
        || !(20...page.textHeight).contains(page.linePitch)
    else { return style }
    let element = root.elements.last { $0.name == "page" } ?? root
    let least = PageStyle.leastText
    throw XMLFormatError([
      Diagnostic(
        id: "house-style-page", severity: .error, at: element.position,
        message: Wording(
          "no text can stand on the page: between its margins it is \(page.textWidth) twips wide and \(page.textHeight) high, with lines of \(page.linePitch)",
          zh: "页面放不下正文：版心宽 \(page.textWidth) 缇、高 \(page.textHeight) 缇，行距 \(page.linePitch) 缇"),
        hint: Wording(
          "leave at least \(least) twips (2 cm) between the margins, and lines from 20 twips to that height",
          zh: "版心宽、高均不小于 \(least) 缇（2厘米），行距不小于 20 缇且不大于版心高"))
    ])
  }

  /// What a style begins with that extends none.
  static let blank = HouseStyle(
    name: "",
    page: PageStyle(
      width: 0, height: 0, top: 0, right: 0, bottom: 0, left: 0, footer: 0, linePitch: 0, characterSpacing: 0),
    fonts: [:], roles: [:])

  /// Asks of a style that extends none all that there is no rule to guess by.
  private static func checkCompleteness(_ root: XMLElement) throws(XMLFormatError) {
    let pages = root.elements.filter { $0.name == "page" }
    let fonts = root.elements.filter { $0.name == "fonts" }.flatMap(\.elements)
    let roles = root.elements.filter { $0.name == "roles" }.flatMap(\.elements)
    let hasPaper = pages.contains { $0.attribute("paper") != nil }
    var missing = pageLengths.filter { length in
      !(hasPaper && (length == "width" || length == "height")) && pages.allSatisfy { $0.attribute(length) == nil }
    }.map { "page/\($0)" }
    for name in FontClass.allCases.map(\.rawValue) {
      let font = fonts.first { $0.attribute("class") == name }
      if font?.attribute("han") == nil { missing.append("font \(name)/han") }
      if font?.attribute("latin") == nil { missing.append("font \(name)/latin") }
    }
    if !roles.contains(where: { $0.attribute("name") == Role.body.rawValue }) { missing.append("role body") }
    guard !missing.isEmpty else { return }
    let list = missing.joined(separator: ", ")
    throw XMLFormatError([
      Diagnostic(
        id: "house-style-incomplete", severity: .error, at: root.position,
        message: Wording("the house style does not say: \(list)", zh: "版式缺少：\(list)"),
        hint: Wording(
          "add them, or extend a style that has them: extends=\"gbt9704\"",
          zh: "请补充，或继承已有的版式：extends=\"gbt9704\""))
    ])
  }

  static let pageLengths = [
    "width", "height", "top", "right", "bottom", "left", "footer", "linePitch", "characterSpacing",
  ]
}
