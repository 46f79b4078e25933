internal import IssueModel
internal import Stylesheets
internal import XMLBinding
internal import XMLReading

extension HouseStyle {
  /// The format, with what its values may be in words: of a type, of an attribute, or of that of one element.
  static let format = XMLFormat(
    name: Wording("house style XML", zh: "版式 XML"), id: "house-style", root: "house", family: "urn:gazette:house:",
    generation: "1", version: version, schemaName: "house.xsd", schema: StylesheetFiles.houseSchema,
    kinds: [
      "xs:boolean": Wording("true or false", zh: "true 或 false"),
      "length": twips, "signedLength": number(twipsName, twipsChinese, -31_680...31_680),
      "@color": Wording(
        "six hexadecimal digits, RRGGBB, such as C00000, or auto for the reader's own colour",
        zh: "六位十六进制数 RRGGBB，例如 C00000，或 auto（读者的文字颜色）"),
      "page@characterSpacing": number(twipsName, twipsChinese, -31_680...31_680),
      "page@linePitch": twips, "page@width": twips, "page@height": twips, "page@top": twips, "page@right": twips,
      "page@bottom": twips, "page@left": twips, "page@header": twips, "page@footer": twips,
      "role@size": number("half-points (三号 is 32)", "半磅（三号为32）", 2...3_276),
      "role@linePitch": Wording(
        "page for the pitch of the page, 0 for what the text needs, or a whole number of twips up to 99999",
        zh: "page（页面行距）、0（按文字需要）或整数，单位为缇，至多 99999"),
      "role@lineStretch": number("hundredths", "百分之一", 50...500),
      "role@outlineLevel": Wording("none, or a level from 1 to 9", zh: "none 或 1 至 9 级"),
      "role@firstLineIndent": hundredths, "role@leftIndent": hundredths, "role@rightIndent": hundredths,
      "@spaceBefore": hundredths, "@spaceAfter": hundredths,
      "rule@width": number("eighths of a point", "八分之一磅", 0...96),
      "rule@distance": number("points", "磅", 0...31),
      "text@width": number("columns", "列", 20...998),
      "text@rule": Wording("one ASCII character other than a blank", zh: "一个非空白的 ASCII 字符"),
      "@labels": Wording("labels with blanks between them, such as 报 送 发", zh: "以空格分隔的标签，例如 报 送 发"),
    ],
    beginning: Wording(
      "a house style begins with <house xmlns=\"\(namespace)\" version=\"\(version)\" name=\"…\" extends=\"gbt9704\">; "
        + "'gazette styles --show gbt9704' prints a whole one",
      zh: "版式以 <house xmlns=\"\(namespace)\" version=\"\(version)\" name=\"…\" extends=\"gbt9704\"> 开头；"
        + "“gazette styles --show gbt9704”可显示一份完整的版式"))

  private static let twipsName = "twips (1 mm is 56.7)"
  private static let twipsChinese = "缇（1毫米为56.7缇）"
  private static let twips = number(twipsName, twipsChinese, 0...31_680)
  private static let hundredths = number("hundredths", "百分之一", -10_000...10_000)

  private static func number(_ unit: String, _ chinese: String, _ range: ClosedRange<Int>) -> Wording {
    Wording(
      "a whole number of \(unit), \(range.lowerBound) to \(range.upperBound)",
      zh: "整数，单位为\(chinese)，\(range.lowerBound) 至 \(range.upperBound)")
  }

  /// Asks of the elements of a style what a schema cannot: that each is there once.
  static func checkRepetition(_ root: XMLElement) throws(XMLFormatError) {
    var seen: Set<String> = []
    guard let twice = root.elements.first(where: { !seen.insert($0.name).inserted }) else { return }
    throw XMLFormatError([
      Diagnostic(
        id: "house-style-invalid", severity: .error, at: twice.position,
        message: Wording("Element '\(twice.name)': there is one already.", zh: "元素“\(twice.name)”已有一个。"),
        hint: .keepOne)
    ])
  }

  /// Asks of the rows of masthead and imprint what a schema cannot: that those side by side have room for that.
  static func checkRows(_ root: XMLElement) throws(XMLFormatError) {
    for arrangement in root.elements where arrangement.name == "masthead" || arrangement.name == "imprint" {
      for row in arrangement.elements where row.name == "row" && row.elements.count > 1 {
        let repeated = row.elements.first { cell in
          let field = cell.attribute("field") ?? ""
          return arrangement.name == "masthead"
            ? field == MastheadPart.other.rawValue : ImprintPart(rawValue: field)?.isRepeated ?? false
        }
        if let repeated {
          let field = repeated.attribute("field") ?? ""
          throw XMLFormatError([
            Diagnostic(
              id: "house-style-row", severity: .error, at: repeated.position,
              message: Wording(
                "the field '\(field)' may have several lines and shares its row with others",
                zh: "栏目“\(field)”可能有多行，不能与其他栏目同处一行"),
              hint: Wording("give it a row of its own: <row><cell field=\"\(field)\"/></row>", zh: "请为其单独设一行"))
          ])
        }
        let places = ["left", "center", "right"]
        let given = row.elements.map { $0.attribute("alignment").flatMap { places.firstIndex(of: $0) } }
        let isOrdered = zip(given, given.dropFirst()).allSatisfy { pair in
          if let first = pair.0, let second = pair.1 { first < second } else { pair.0 == nil && pair.1 == nil }
        }
        guard isOrdered else {
          throw XMLFormatError([
            Diagnostic(
              id: "house-style-row", severity: .error, at: row.position,
              message: Wording(
                "cells side by side stand at places that are not from left to right, each once",
                zh: "同一行各栏目的对齐方式未按从左到右排列，或有重复"),
              hint: Wording(
                "write alignment left, center, right in this order, for all cells of the row or for none",
                zh: "请依次使用 left、center、right，且同一行的各栏目或全部写明，或全部不写"))
          ])
        }
      }
    }
  }
}
