import IssueModel

/// What an entry of front matter states.
enum StatedField: Hashable {
  case masthead(MastheadField)
  /// The number of the issue among all issues.
  case total
  case language

  /// The field of the key `name`; nil for a key that says nothing to a bulletin.
  init?(_ name: String) {
    guard let field = Self.fields[name] else { return nil }
    self = field
  }

  /// A key as it is looked for: capitals and strokes make no difference.
  static func name(_ key: String) -> String { key.lowercased().without("-_ ") }

  private static let fields: [String: StatedField] = [
    "name": .masthead(.name), "title": .masthead(.name), "刊名": .masthead(.name), "简报名称": .masthead(.name),
    "series": .masthead(.series), "系列": .masthead(.series), "丛刊": .masthead(.series), "theme": .masthead(.series),
    "number": .masthead(.number), "issue": .masthead(.number), "期号": .masthead(.number), "期数": .masthead(.number),
    "office": .masthead(.office), "publisher": .masthead(.office), "author": .masthead(.office),
    "编印单位": .masthead(.office), "主办单位": .masthead(.office), "主办": .masthead(.office), "单位": .masthead(.office),
    "date": .masthead(.date), "日期": .masthead(.date), "印发日期": .masthead(.date),
    "classification": .masthead(.classification), "密级": .masthead(.classification),
    "notice": .masthead(.notice), "说明": .masthead(.notice),
    "copynumber": .masthead(.copyNumber), "copy": .masthead(.copyNumber), "份号": .masthead(.copyNumber),
    "signer": .masthead(.signer), "签发人": .masthead(.signer), "签发": .masthead(.signer),
    "total": .total, "总期": .total, "总期号": .total,
    "lang": .language, "language": .language, "语言": .language,
  ]
}
