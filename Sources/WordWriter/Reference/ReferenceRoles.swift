internal import HouseStyle

/// By which names the styles of a Word file are known to be for a role.
enum ReferenceRoles {
  /// The names of styles for `role`, the first that is found counts: those that offices give their own styles,
  /// then the one that this writer gives it. Word keeps its own styles under English names in every language.
  static func names(_ role: Role) -> [String] { (customary[role] ?? []) + [StyleName(role).name] }

  /// Whether the style of that id is the one of Word itself, not one that the office made for `role`.
  static func isOfWord(_ role: Role, _ id: String, _ styles: ReferenceStyles) -> Bool {
    !(customary[role] ?? []).contains { styles.id(named: $0) == id }
  }

  private static let customary: [Role: [String]] = [
    .copyNumber: ["份号"], .classification: ["密级"], .notice: ["使用说明"], .signer: ["签发人"], .series: ["丛刊名"],
    .mastheadName: ["刊名", "报头"], .issueNumber: ["期号"], .mastheadLine: ["编印单位"],
    .contentsHeading: ["目录标题"], .contentsSection: ["目录栏目"], .contentsEntry: ["目录条目"],
    .sectionName: ["栏目"], .kicker: ["引题"], .articleTitle: ["文章标题"], .subtitle: ["副标题"], .byline: ["作者"],
    .body: ["简报正文"], .editorsNote: ["编者按"], .salutation: ["主送机关"],
    .subheading1: ["一级标题"], .subheading2: ["二级标题"], .subheading3: ["三级标题"], .subheading4: ["四级标题"],
    .quote: ["引文"], .tableHeader: ["表头"], .tableCell: ["表格文字"], .tableCaption: ["表题"], .figureCaption: ["图题"],
    .attachments: ["附件说明"], .attribution: ["供稿单位"], .signatureOffice: ["署名"], .signatureDate: ["成文日期"],
    .footnote: ["脚注"], .distribution: ["报送单位"], .imprintLine: ["版记"], .pageNumber: ["页码"],
  ]
}
