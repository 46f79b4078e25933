import IssueModel

/// What the entries do to the masthead that was recognised.
extension FrontMatter {
  /// Lets the entries overrule what was recognised, and tells of each that does: the words that it takes the place of are
  /// nowhere else. An entry that is none of the masthead's is reported.
  func apply(to draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let printed = draft.masthead
    var stated: [StatedField: Entry] = [:]
    for entry in entries where !entry.value.isEmpty {
      guard let field = StatedField(StatedField.name(entry.key)), !entry.isNested else {
        let words = excerpt(entry.value, toldLength)
        diagnostics.repaired(
          "front-matter-unknown", line: entry.line,
          "the entry “\(excerpt(entry.key))” says nothing to a bulletin: “\(words)” was left out",
          zh: "不认识文首信息“\(excerpt(entry.key))”，其内容“\(words)”未印出",
          hint: Wording(
            "known are name, series, number, total, office, date, classification, notice, copyNumber, signer, lang",
            zh: "可用：刊名、系列、期号、总期、编印单位、日期、密级、说明、份号、签发人、语言"))
        continue
      }
      if let before = stated[field], before.value != entry.value { report(repeated: before, entry, diagnostics) }
      stated[field] = entry
    }
    // In the order of the entries, not of the fields' hashes.
    for entry in entries {
      guard let field = StatedField(StatedField.name(entry.key)), let last = stated[field], last.line == entry.line,
        last.key == entry.key
      else { continue }
      apply(entry, field, printed, &draft, diagnostics)
    }
  }

  private func report(repeated before: Entry, _ entry: Entry, _ diagnostics: DiagnosticSink) {
    diagnostics.repaired(
      "front-matter-repeated", line: before.line,
      "“\(excerpt(before.key)): \(excerpt(before.value, toldLength))” was left out, since “\(excerpt(entry.key)): \(excerpt(entry.value, toldLength))” on line \(entry.line) states the same field",
      zh:
        "“\(excerpt(before.key)): \(excerpt(before.value, toldLength))”未采用：第\(entry.line)行的“\(excerpt(entry.key)): \(excerpt(entry.value, toldLength))”说的是同一项",
      hint: Wording("keep one of both", zh: "请只保留一项"))
  }

  private func apply(
    _ entry: Entry, _ field: StatedField, _ printed: Masthead, _ draft: inout Draft, _ diagnostics: DiagnosticSink
  ) {
    let value = entry.value
    switch field {
    case .language: draft.language = Language(rawValue: Self.language(value))
    case .total:
      var number = draft.masthead.number ?? IssueNumber(verbatim: "总第\(value)期")
      number.total = ChineseNumerals.value(value)
      draft.masthead.number = number
    case .masthead(let field):
      draft.statedLines[field] = entry.line
      set(field, entry, &draft, diagnostics)
      tell(field, entry, printed, draft, diagnostics)
      // What is stated has no place of its own in the text.
      if !draft.masthead.arrangement.isEmpty, !draft.masthead.arrangement.joined().contains(field) {
        draft.masthead.arrangement = []
      }
    }
  }

  private func set(_ field: MastheadField, _ entry: Entry, _ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let value = entry.value
    switch field {
    case .name: draft.masthead.name = value
    case .series: draft.masthead.series = value
    case .office:
      if draft.masthead.office?.letters != value.letters { draft.masthead.officeVerbatim = nil }
      draft.masthead.office = value
    case .classification: draft.masthead.classification = value
    case .notice: draft.masthead.notice = value
    case .copyNumber: draft.masthead.copyNumber = value
    case .signer: draft.masthead.signer = value
    case .number:
      if let plain = ChineseNumerals.value(value) {
        // The masthead may say more of the same number: 第7期（总第94期）.
        if draft.masthead.number?.number == plain { return }
        draft.masthead.number = IssueNumber(
          verbatim: draft.language.isChinese ? "第\(value)期" : "No. \(value)", number: plain)
      } else {
        draft.masthead.number = IssueNumberGrammar.find(in: value)?.value ?? IssueNumber(verbatim: value)
      }
    case .date:
      if let date = DateGrammar.whole(value) {
        // 2031-05-06 says which day it is, not how to print it.
        if value.allSatisfy({ $0.isASCII }), let printed = draft.masthead.date, printed.isSameDay(as: date) { return }
        draft.masthead.date = date
      } else {
        draft.masthead.date = IssueDate(verbatim: value)
        diagnostics.repaired(
          "date-unreadable", line: entry.line, "“\(excerpt(value))” is no date", zh: "“\(excerpt(value))”不是日期",
          hint: Wording("write 2023-01-28", zh: "请写成2023-01-28"))
      }
    case .other: break
    }
  }

  /// Tells of the words of the masthead in whose place others stand now.
  private func tell(
    _ field: MastheadField, _ entry: Entry, _ printed: Masthead, _ draft: Draft, _ diagnostics: DiagnosticSink
  ) {
    guard let before = printed.words(of: field), let now = draft.masthead.words(of: field),
      !String(scalars: now.letters).contains(String(scalars: before.letters))
    else { return }
    diagnostics.repaired(
      "front-matter-prevails", line: Self.line(of: before, printed, draft) ?? entry.line,
      "“\(excerpt(before, toldLength))” in the masthead was left out, since the front matter states “\(excerpt(now, toldLength))”",
      zh: "报头中的“\(excerpt(before, toldLength))”未印出：文首信息写明“\(excerpt(now, toldLength))”",
      hint: Wording("set one of both right", zh: "请改正其中一处"))
  }

  /// The line on which the masthead prints `words`; nil where it does so on several.
  private static func line(of words: String, _ printed: Masthead, _ draft: Draft) -> Int? {
    guard let source = printed.source else { return nil }
    let letters = String(scalars: words.letters)
    return (source.line...max(source.line, source.endLine)).first {
      draft.source.lines.indices.contains($0 - 1) && String(scalars: draft.source[$0].letters).contains(letters)
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

extension Masthead {
  /// The words of a field as they are printed; nil where it has none.
  fileprivate func words(of field: MastheadField) -> String? {
    let words: String? =
      switch field {
      case .series: series
      case .name: name
      case .number: number?.verbatim
      case .office: officeVerbatim ?? office
      case .date: date?.verbatim
      case .classification: classification
      case .notice: notice
      case .copyNumber: copyNumber
      case .signer: signer
      case .other(let index): otherLines.indices.contains(index) ? otherLines[index] : nil
      }
    return words.flatMap { $0.letters.isEmpty ? nil : $0 }
  }
}

extension IssueDate {
  fileprivate func isSameDay(as other: IssueDate) -> Bool {
    year == other.year && month == other.month && day == other.day
  }
}
