import IssueModel

/// The YAML before a Markdown text: what the editor states outright, and what recognition must not overrule.
struct FrontMatter {
  /// How many lines of the source it takes, the dashes included.
  var lineCount: Int
  /// Its entries, in order.
  var entries: [(key: String, value: String, line: Int)]

  /// The front matter of `source`: from a first line `---` to the next `---` or `...`, if a mapping stands
  /// between; nil for none.
  init?(_ source: SourceText) {
    guard source[1].trimmed == "---" else { return nil }
    let limit = min(source.lines.count, 200)
    guard limit > 2, let end = (2...limit).first(where: { ["---", "..."].contains(source[$0].trimmed) }), end > 2 else {
      return nil
    }
    let text = (2..<end).map { String(source[$0]) }.joined(separator: "\n")
    guard text.contains(":") || text.contains("："), let entries = YAMLMapping.entries(of: text), !entries.isEmpty else {
      return nil
    }
    lineCount = end
    self.entries = entries.map { ($0.key, $0.value, $0.line + 1) }
  }

  /// Which field an entry states.
  private static let fields: [String: MastheadField] = [
    "name": .name, "title": .name, "刊名": .name, "简报名称": .name, "series": .series, "系列": .series, "丛刊": .series,
    "theme": .series,
    "number": .number, "issue": .number, "期号": .number, "期数": .number, "office": .office, "publisher": .office,
    "author": .office,
    "编印单位": .office, "主办单位": .office, "主办": .office, "单位": .office, "date": .date, "日期": .date, "印发日期": .date,
    "classification": .classification, "密级": .classification, "notice": .notice, "说明": .notice,
    "copynumber": .copyNumber,
    "copy": .copyNumber, "份号": .copyNumber, "signer": .signer, "签发人": .signer, "签发": .signer,
  ]

  /// Lets the entries overrule what was recognised. An entry that is none of the masthead's is reported.
  func apply(to draft: inout Draft, _ diagnostics: DiagnosticSink) {
    for (key, value, line) in entries where !value.isEmpty {
      let name = key.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
      if name == "lang" || name == "language" || name == "语言" {
        draft.language = Language(rawValue: Self.language(value))
        continue
      }
      if name == "total" || name == "总期" || name == "总期号" {
        var number = draft.masthead.number ?? IssueNumber(verbatim: "总第\(value)期")
        number.total = ChineseNumerals.value(value)
        draft.masthead.number = number
        continue
      }
      guard let field = Self.fields[name] else {
        diagnostics.repaired(
          "front-matter-unknown", line: line, "the entry “\(excerpt(key))” says nothing to a bulletin",
          zh: "不认识文首信息“\(excerpt(key))”",
          hint: Wording(
            "known are name, series, number, total, office, date, classification, notice, copyNumber, signer, lang",
            zh: "可用：刊名、系列、期号、总期、编印单位、日期、密级、说明、份号、签发人、语言"))
        continue
      }
      set(field, value, line, &draft, diagnostics)
    }
  }

  private func set(
    _ field: MastheadField, _ value: String, _ line: Int, _ draft: inout Draft, _ diagnostics: DiagnosticSink
  ) {
    switch field {
    case .name: draft.masthead.name = value
    case .series: draft.masthead.series = value
    case .office:
      draft.masthead.office = value
      draft.masthead.officeVerbatim = nil
    case .classification: draft.masthead.classification = value
    case .notice: draft.masthead.notice = value
    case .copyNumber: draft.masthead.copyNumber = value
    case .signer: draft.masthead.signer = value
    case .number:
      if let plain = ChineseNumerals.value(value) {
        draft.masthead.number = IssueNumber(
          verbatim: draft.language.isChinese ? "第\(value)期" : "No. \(value)", number: plain)
      } else {
        draft.masthead.number = IssueNumberGrammar.find(in: value)?.value ?? IssueNumber(verbatim: value)
      }
    case .date:
      if let date = DateGrammar.whole(value) {
        draft.masthead.date = date
      } else {
        draft.masthead.date = IssueDate(verbatim: value)
        diagnostics.repaired(
          "date-unreadable", line: line, "“\(excerpt(value))” is no date", zh: "“\(excerpt(value))”不是日期",
          hint: Wording("write 2023-01-28", zh: "请写成2023-01-28"))
      }
    case .other: break
    }
    // What is stated has no place of its own in the text.
    if !draft.masthead.arrangement.isEmpty, !draft.masthead.arrangement.joined().contains(field) {
      draft.masthead.arrangement = []
    }
  }

  private static func language(_ value: String) -> String {
    switch value.lowercased() {
    case "zh", "zh-cn", "zh-hans", "zh_cn", "zh-sg", "中文", "简体": "zh-Hans"
    case "zh-tw", "zh-hk", "zh-hant", "zh_tw", "繁体", "繁體": "zh-Hant"
    default: value
    }
  }
}
