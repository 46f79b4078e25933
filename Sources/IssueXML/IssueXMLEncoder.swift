internal import IssueModel
internal import XMLBinding

/// Writes the model as issue XML. Every element of structure gets a line; running text stays on one, since
/// blanks and line ends in it would be text.
struct IssueXMLEncoder: ~Copyable {
  var writer = XMLWriter()
  private let diagnostics: DiagnosticSink?
  private var depth = 0
  /// Where in the source the thing being written stands, for remarks.
  private(set) var position: SourcePosition?
  /// What is added for stylesheets; nil for plain issue XML.
  let printed: PrintedForm?
  /// The section being written, by its index in the issue.
  private(set) var sectionIndex = 0
  /// The article being written, by its index in the section; nil outside of articles.
  private(set) var articleIndex: Int?

  init(diagnostics: DiagnosticSink?, printed: PrintedForm? = nil) {
    self.diagnostics = diagnostics
    self.printed = printed
  }

  consuming func finish() throws(XMLWritingError) -> [UInt8] { try writer.finish() }

  // MARK: Issue

  mutating func add(_ issue: Issue) {
    writer.start("issue")
    writer.attribute("xmlns", IssueXML.namespace)
    writer.attribute("version", IssueXML.version)
    writer.attribute("language", clean(issue.language.rawValue))
    printRoot()
    depth = 1
    add(issue.masthead)
    if let contents = issue.printedContents { add(contents) }
    printContents()
    if let note = issue.editorsNote { add(note) }
    for (index, section) in issue.sections.enumerated() {
      sectionIndex = index
      add(section)
    }
    if let imprint = issue.imprint { add(imprint) }
    depth = 0
    newLine()
    writer.end()
  }

  private mutating func add(_ masthead: Masthead) {
    element("masthead", masthead.source) { encoder in
      encoder.field("copyNumber", masthead.copyNumber)
      encoder.field("classification", masthead.classification)
      encoder.field("notice", masthead.notice)
      encoder.field("series", masthead.series)
      encoder.field("name", masthead.name)
      if let number = masthead.number { encoder.add(number) }
      encoder.field("office", masthead.office)
      encoder.field("officeVerbatim", masthead.officeVerbatim)
      if let date = masthead.date { encoder.add("date", date) }
      encoder.field("signer", masthead.signer)
      for line in masthead.otherLines { encoder.field("otherLine", line) }
      encoder.arrangement(masthead.arrangement.map { $0.map(\.code) })
      encoder.printMasthead()
    }
  }

  private mutating func add(_ number: IssueNumber) {
    begin("number")
    attribute("year", number.year)
    attribute("volume", number.volume)
    attribute("number", number.number)
    attribute("total", number.total)
    if number.kind != .regular { writer.attribute("kind", number.kind.rawValue) }
    writer.text(clean(number.verbatim))
    writer.end()
  }

  private mutating func add(_ name: XMLName, _ date: IssueDate) {
    begin(name)
    attribute("year", date.year)
    attribute("month", date.month)
    attribute("day", date.day)
    writer.text(clean(date.verbatim))
    writer.end()
  }

  private mutating func arrangement(_ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    element("arrangement") { encoder in
      for row in rows { encoder.field("row", row.joined(separator: " ")) }
    }
  }

  private mutating func add(_ contents: PrintedContents) {
    element("printedContents", contents.source) { encoder in
      encoder.field("heading", contents.heading)
      for entry in contents.entries {
        encoder.element("entry", entry.source, ["kind": entry.kind.rawValue]) { encoder in
          encoder.field("label", entry.label)
          encoder.field("text", entry.text)
          encoder.field("page", entry.page)
        }
      }
    }
  }

  private mutating func add(_ note: EditorsNote) {
    begin("editorsNote", note.source)
    if note.isAtEnd { writer.attribute("place", "end") }
    printLabel(of: note)
    nested { encoder in
      encoder.field("label", note.label)
      encoder.add("body", note.body)
    }
  }

  private mutating func add(_ section: Section) {
    begin("section", section.source)
    printSection()
    nested { encoder in
      encoder.field("name", section.name)
      for (index, article) in section.articles.enumerated() {
        encoder.articleIndex = index
        encoder.add(article)
      }
      encoder.articleIndex = nil
    }
  }

  private mutating func add(_ article: Article) {
    begin("article", article.source)
    printArticle()
    nested { encoder in
      encoder.field("kicker", article.kicker)
      encoder.field("title", article.title)
      encoder.field("subtitle", article.subtitle)
      encoder.field("byline", article.byline)
      if let note = article.editorsNote { encoder.add(note) }
      encoder.add("body", article.body)
      encoder.field("attributionLabel", article.attributionLabel)
      encoder.field("attribution", article.attribution)
      if let signature = article.signature {
        encoder.begin("signature")
        if signature.isAboveAttachments { encoder.writer.attribute("attachments", "below") }
        encoder.printSignature()
        encoder.nested { encoder in
          encoder.field("office", signature.office)
          if let date = signature.date { encoder.add("date", date) }
        }
      }
      for (index, note) in article.notes.enumerated() {
        encoder.begin("note", note.source)
        encoder.writer.attribute("id", encoder.clean(note.id))
        encoder.printNumber(ofNote: index)
        encoder.nested { $0.add("body", note.body) }
      }
    }
  }

  private mutating func add(_ imprint: Imprint) {
    element("imprint", imprint.source) { encoder in
      for line in imprint.distribution {
        encoder.element("distribution") { encoder in
          encoder.field("label", line.label)
          for recipient in line.recipients { encoder.field("recipient", recipient) }
          encoder.field("verbatim", line.verbatim)
        }
      }
      for line in imprint.people {
        encoder.element("people") { encoder in
          encoder.field("role", line.role)
          for name in line.names { encoder.field("name", name) }
          encoder.field("verbatim", line.verbatim)
        }
      }
      encoder.field("office", imprint.office)
      encoder.field("officeVerbatim", imprint.officeVerbatim)
      if let date = imprint.printDate { encoder.add("printDate", date) }
      encoder.field("copies", imprint.copies.map(String.init))
      encoder.field("copiesVerbatim", imprint.copiesVerbatim)
      encoder.field("contact", imprint.contact)
      for line in imprint.otherLines { encoder.field("otherLine", line) }
      encoder.arrangement(imprint.arrangement.map { $0.map(\.code) })
      encoder.printImprint()
    }
  }

  // MARK: Elements

  /// An element of structure with what `content` puts into it, each on a line of its own.
  mutating func element(
    _ name: XMLName, _ source: SourceRange? = nil, _ attributes: KeyValuePairs<XMLName, String> = [:],
    _ content: (inout IssueXMLEncoder) -> Void
  ) {
    begin(name, source)
    for (name, value) in attributes { writer.attribute(name, clean(value)) }
    nested(content)
  }

  /// The content of the element just begun, and its end.
  mutating func nested(_ content: (inout IssueXMLEncoder) -> Void) {
    depth += 1
    let before = written
    content(&self)
    depth -= 1
    if written != before { newLine() }
    writer.end()
  }

  mutating func field(_ name: XMLName, _ value: String?) {
    guard let value else { return }
    begin(name)
    writer.text(clean(value))
    writer.end()
  }

  /// How many elements of structure were begun.
  private var written = 0

  mutating func begin(_ name: XMLName, _ source: SourceRange? = nil) {
    newLine()
    written += 1
    writer.start(name)
    guard let source else { return }
    position = source.start
    writer.attribute("line", source.line)
    if source.start.column != 1 { writer.attribute("column", source.start.column) }
    if source.endLine != source.line { writer.attribute("endLine", source.endLine) }
    if !source.joinedLines.isEmpty {
      writer.attribute("joinedLines", source.joinedLines.map(String.init).joined(separator: " "))
    }
  }

  mutating func attribute(_ name: XMLName, _ value: Int?) {
    if let value { writer.attribute(name, value) }
  }

  mutating func newLine() { writer.text("\n" + String(repeating: " ", count: 2 * depth)) }

  /// `text` without what XML cannot hold; tells the user of it.
  func clean(_ text: String) -> String {
    guard let (clean, dropped) = XMLCharacters.cleaned(text) else { return text }
    diagnostics?.report(
      Diagnostic(
        id: "character-dropped", severity: .warning, at: position,
        message: Wording(
          dropped == 1 ? "1 control character was dropped" : "\(dropped) control characters were dropped",
          zh: "已删除 \(dropped) 个控制字符"),
        hint: Wording("XML cannot hold it; delete it in the source", zh: "XML 无法容纳该字符，请在原稿中删除")))
    return clean
  }
}
