import IssueModel

/// What the front matter of Markdown states that states its structure.
struct StatedFields {
  private(set) var language = Language.simplifiedChinese
  private(set) var masthead = Masthead()
  private(set) var contents: PrintedContents?
  private(set) var imprint: Imprint?
  /// The names of the footnotes, in the order of their numbers; empty where the numbers are their names.
  private(set) var noteNames: [String] = []

  /// - Parameter firstLine: The line of the source on which the YAML begins.
  init(_ value: YAMLValue, firstLine: Int, _ diagnostics: DiagnosticSink) {
    for entry in value.entries {
      let text = entry.value.text ?? ""
      switch entry.key {
      case "gazette", "numberIs", "dateIs": break
      case "language": language = Language(rawValue: text)
      case "copyNumber": masthead.copyNumber = text
      case "classification": masthead.classification = text
      case "notice": masthead.notice = text
      case "series": masthead.series = text
      case "name": masthead.name = text
      case "number": masthead.number = Self.number(text, value["numberIs"])
      case "office": masthead.office = text
      case "officeVerbatim": masthead.officeVerbatim = text
      case "date": masthead.date = Self.date(text, value["dateIs"])
      case "signer": masthead.signer = text
      case "otherLines": masthead.otherLines = entry.value.texts
      case "arrangement": masthead.arrangement = entry.value.rows.map { $0.compactMap(MastheadField.init(code:)) }
      case "contents": contents = Self.contents(entry.value)
      case "imprint": imprint = Self.imprint(entry.value)
      case "notes": noteNames = entry.value.texts
      default:
        diagnostics.repaired(
          "front-matter-unknown", line: entry.line + firstLine - 1,
          "the entry “\(excerpt(entry.key))” says nothing to a bulletin", zh: "不认识文首信息“\(excerpt(entry.key))”",
          hint: Wording("check its spelling", zh: "请检查拼写"))
      }
    }
  }

  /// The number with the words `verbatim`: by what is stated of it, or else by what the words say.
  private static func number(_ verbatim: String, _ stated: YAMLValue?) -> IssueNumber {
    guard let stated else { return IssueNumberGrammar.find(in: verbatim)?.value ?? IssueNumber(verbatim: verbatim) }
    return IssueNumber(
      verbatim: verbatim, year: stated.number("year"), volume: stated.number("volume"),
      number: stated.number("number"), total: stated.number("total"),
      kind: stated["kind"]?.text.flatMap(IssueNumber.Kind.init) ?? .regular)
  }

  /// The date with the words `verbatim`, likewise.
  private static func date(_ verbatim: String, _ stated: YAMLValue?) -> IssueDate {
    guard let stated else { return DateGrammar.whole(verbatim) ?? IssueDate(verbatim: verbatim) }
    return IssueDate(
      verbatim: verbatim, year: stated.number("year"), month: stated.number("month"), day: stated.number("day"))
  }

  private static func contents(_ value: YAMLValue) -> PrintedContents {
    PrintedContents(
      heading: value["heading"]?.text,
      entries: (value["entries"]?.list ?? []).map { entry in
        let section = entry["section"]?.text
        return ContentsEntry(
          kind: section == nil ? .article : .section, text: section ?? entry["article"]?.text ?? entry.text ?? "",
          label: entry["label"]?.text, page: entry["page"]?.text)
      })
  }

  private static func imprint(_ value: YAMLValue) -> Imprint {
    Imprint(
      distribution: (value["distribution"]?.list ?? []).map {
        Distribution(
          label: $0["label"]?.text ?? "", recipients: $0["names"]?.texts ?? [], verbatim: $0["verbatim"]?.text)
      },
      copies: value.number("copies"), copiesVerbatim: value["copiesVerbatim"]?.text,
      people: (value["people"]?.list ?? []).map {
        Responsibility(role: $0["label"]?.text ?? "", names: $0["names"]?.texts ?? [], verbatim: $0["verbatim"]?.text)
      },
      office: value["office"]?.text, officeVerbatim: value["officeVerbatim"]?.text,
      printDate: value["printDate"]?.text.map { date($0, value["printDateIs"]) },
      contact: value["contact"]?.text, otherLines: value["otherLines"]?.texts ?? [],
      arrangement: value["arrangement"].map { $0.rows.map { $0.compactMap(ImprintField.init(code:)) } } ?? [])
  }
}

extension YAMLValue {
  /// The texts of a list.
  fileprivate var texts: [String] { list.compactMap(\.text) }
  /// The words of each text of a list.
  fileprivate var rows: [[String]] { texts.map { $0.split(separator: " ").map(String.init) } }
  /// The number that the entry `key` is; nil if it is none.
  fileprivate func number(_ key: String) -> Int? { self[key]?.text.flatMap { Int($0) } }
}
