import Gazette

/// The catalogue of an archive: what each issue is and where its outputs are; as CSV, JSON and a page to search in.
///
/// It is made from the journal line by line and written as it is made, so that it costs little memory however large
/// the archive, and holds what earlier runs did too.
struct Catalogue {
  /// The names of its files, in the output folder.
  static let fileNames = ["index.csv", "index.json", "index.html"]

  /// What there is to say about the numbering.
  struct Findings: Hashable {
    /// The first of them, as many as are shown on a terminal.
    var first: [Wording] = []
    /// How many there are.
    var count = 0

    /// How many are shown.
    static let limit = 20
  }

  /// The entry of `issue` in the journal, as a JSON object.
  static func entry(of issue: Issue) -> String {
    let masthead = issue.masthead
    let number = masthead.number
    func text(_ text: String?) -> String { text.map(JSONText.quoted) ?? "null" }
    func digits(_ number: Int?) -> String { number.map { String($0) } ?? "null" }
    let titles = issue.articles.map(\.title).filter { !$0.isEmpty }.map(JSONText.quoted).joined(separator: ",")
    return """
      {"name":\(text(masthead.name)),"issue":\(text(number?.verbatim)),"year":\(digits(number?.year)),\
      "number":\(digits(number?.number)),"total":\(digits(number?.total)),"kind":\(text(number?.kind.rawValue)),\
      "date":\(text(masthead.date?.iso ?? masthead.date?.verbatim)),"office":\(text(masthead.office)),\
      "titles":[\(titles)]}
      """
  }

  /// Writes the catalogue of all that `journal` knows into its output folder.
  /// - Returns: Gaps and duplicates in the numbering.
  static func write(of journal: BatchJournal) throws(FileError) -> Findings {
    let index = try journal.finishedIndex()
    var catalogue = try Catalogue(journal)
    for place in index.places() { try catalogue.add(try index.line(at: place), at: place) }
    return try catalogue.finish { place throws(FileError) in
      let value = JSONValue(try index.line(at: place))
      return value.flatMap { BatchRecord.outputs(in: $0).first?.path ?? $0["input"]?.string } ?? ""
    }
  }

  private let journal: BatchJournal
  private let csv: AsideFile
  private let json: AsideFile
  /// The rows of the page, whose beginning is known last.
  private let rows: AsideFile
  private var count = 0
  private var numbering = Numbering()

  /// An empty catalogue of the issues that `journal` tells of.
  init(_ journal: BatchJournal) throws(FileError) {
    self.journal = journal
    csv = try AsideFile(journal.aside("index.csv"))
    json = try AsideFile(journal.aside("index.json"))
    rows = try AsideFile(journal.aside("index-rows.html"))
    try csv.add("\u{FEFF}name,issue,year,number,total,date,office,titles,outputs\r\n")
    try json.add("[")
  }

  /// Adds what `line` of the journal, which stands at `place`, tells of an issue.
  mutating func add(_ line: [UInt8], at place: JournalIndex.Place) throws(FileError) {
    guard let value = JSONValue(line), let entry = value["catalogue"], case .object(var members) = entry else { return }
    let outputs = BatchRecord.outputs(in: value).map(\.path)
    let printed = CatalogueEntry(entry, outputs)
    numbering.add(entry, at: place)
    try csv.add(printed.csvLine)
    members.insert(.init(key: "input", value: value["input"] ?? .null), at: 0)
    members.append(.init(key: "outputs", value: .array(outputs.map { .text($0) })))
    try json.add((count > 0 ? ",\n" : "\n") + JSONValue.object(members).json)
    try rows.add(CataloguePage.row(printed))
    count += 1
  }

  /// Gives the files their names.
  /// - Parameter path: The file that the line at a place of the journal is about.
  /// - Returns: Gaps and duplicates in the numbering.
  mutating func finish(path: (JournalIndex.Place) throws(FileError) -> String) throws(FileError) -> Findings {
    var findings = Findings()
    let remarks = try AsideFile(journal.aside("index-remarks.html"))
    try numbering.findings(path: path) { finding throws(FileError) in
      if findings.count < Findings.limit { findings.first.append(finding) }
      findings.count += 1
      try remarks.add(CataloguePage.remark(finding))
    }
    let page = try AsideFile(journal.aside("index.html"))
    try page.add(CataloguePage.head)
    if findings.count > 0 {
      try page.add(CataloguePage.remarksHead(findings.count))
      try page.add(contentOf: remarks)
      try page.add(CataloguePage.remarksFoot)
    }
    try page.add(CataloguePage.tableHead)
    try page.add(contentOf: rows)
    rows.discard()
    try page.add(CataloguePage.foot)
    try json.add("\n]\n")
    try csv.settle(as: journal.parent + "index.csv")
    try json.settle(as: journal.parent + "index.json")
    try page.settle(as: journal.parent + "index.html")
    return findings
  }
}

/// What the catalogue prints of an issue; what is not known is empty.
struct CatalogueEntry {
  var name, issue, year, number, total, date, office: String
  var titles: [String]
  /// Their paths below the output folder.
  var outputs: [String]

  /// The entry that the journal holds as `value`.
  init(_ value: JSONValue, _ outputs: [String]) {
    func field(_ key: String) -> String { value[key]?.string ?? value[key]?.int.map(String.init) ?? "" }
    (name, issue, year, number) = (field("name"), field("issue"), field("year"), field("number"))
    (total, date, office) = (field("total"), field("date"), field("office"))
    titles = (value["titles"]?.elements ?? []).compactMap(\.string)
    self.outputs = outputs
  }

  /// The line of it in a file of values parted by commas.
  var csvLine: String {
    let fields = [
      name, issue, year, number, total, date, office, titles.joined(separator: "; "), outputs.joined(separator: "; "),
    ]
    return fields.map(Self.csvField).joined(separator: ",") + "\r\n"
  }

  /// A field in quotation marks where it needs them (RFC 4180); what a spreadsheet would compute is text.
  private static func csvField(_ text: String) -> String {
    let text = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } == true ? "'" + text : text
    guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars { quoted += scalar == "\"" ? "\"\"" : String(scalar) }
    return quoted + "\""
  }
}
