internal import IssueModel
internal import XMLBinding

/// Makes the elements of a valid issue XML into the model. What the schema guarantees is not asked again: a
/// missing part would be read as an empty one.
struct IssueXMLDecoder {
  // MARK: Issue

  func issue(_ element: XMLElement) -> Issue {
    Issue(
      masthead: element.first("masthead").map(masthead) ?? Masthead(),
      editorsNote: element.first("editorsNote").map(editorsNote),
      sections: element.all("section").map(section),
      imprint: element.first("imprint").map(imprint),
      printedContents: element.first("printedContents").map(printedContents),
      language: Language(rawValue: element.attribute("language") ?? ""))
  }

  private func masthead(_ element: XMLElement) -> Masthead {
    Masthead(
      series: element.string("series"), name: element.string("name") ?? "",
      number: element.first("number").map(number), office: element.string("office"),
      officeVerbatim: element.string("officeVerbatim"),
      date: element.first("date").map(date), classification: element.string("classification"),
      notice: element.string("notice"), copyNumber: element.string("copyNumber"), signer: element.string("signer"),
      otherLines: element.all("otherLine").map(\.text),
      arrangement: rows(element).map { $0.compactMap(MastheadField.init(code:)) }, source: source(element))
  }

  private func number(_ element: XMLElement) -> IssueNumber {
    IssueNumber(
      verbatim: element.text, year: element.integer("year"), volume: element.integer("volume"),
      number: element.integer("number"), total: element.integer("total"),
      kind: element.attribute("kind").flatMap(IssueNumber.Kind.init) ?? .regular)
  }

  private func date(_ element: XMLElement) -> IssueDate {
    IssueDate(
      verbatim: element.text, year: element.integer("year"), month: element.integer("month"),
      day: element.integer("day"))
  }

  private func rows(_ element: XMLElement) -> [[String]] {
    element.first("arrangement")?.all("row").map { $0.text.words } ?? []
  }

  private func printedContents(_ element: XMLElement) -> PrintedContents {
    PrintedContents(
      heading: element.string("heading"),
      entries: element.all("entry").map { entry in
        ContentsEntry(
          kind: entry.attribute("kind").flatMap(ContentsEntry.Kind.init) ?? .article,
          text: entry.string("text") ?? "", label: entry.string("label"), page: entry.string("page"),
          source: source(entry))
      },
      source: source(element))
  }

  private func editorsNote(_ element: XMLElement) -> EditorsNote {
    EditorsNote(
      label: element.string("label"), body: body(element), isAtEnd: element.attribute("place") == "end",
      source: source(element))
  }

  private func section(_ element: XMLElement) -> Section {
    Section(name: element.string("name"), articles: element.all("article").map(article), source: source(element))
  }

  private func article(_ element: XMLElement) -> Article {
    Article(
      title: element.string("title") ?? "", subtitle: element.string("subtitle"), kicker: element.string("kicker"),
      byline: element.string("byline"), attribution: element.string("attribution"),
      attributionLabel: element.string("attributionLabel"),
      signature: element.first("signature").map {
        Signature(
          office: $0.string("office"), date: $0.first("date").map(date),
          isAboveAttachments: $0.attribute("attachments") == "below")
      },
      editorsNote: element.first("editorsNote").map(editorsNote), body: body(element),
      notes: element.all("note").map {
        Note(id: $0.attribute("id") ?? "", body: body($0), source: source($0))
      },
      source: source(element))
  }

  private func imprint(_ element: XMLElement) -> Imprint {
    Imprint(
      distribution: element.all("distribution").map {
        Distribution(
          label: $0.string("label") ?? "", recipients: $0.all("recipient").map(\.text),
          verbatim: $0.string("verbatim"))
      },
      copies: element.string("copies").flatMap(\.integer), copiesVerbatim: element.string("copiesVerbatim"),
      people: element.all("people").map {
        Responsibility(
          role: $0.string("role") ?? "", names: $0.all("name").map(\.text), verbatim: $0.string("verbatim"))
      },
      office: element.string("office"), officeVerbatim: element.string("officeVerbatim"),
      printDate: element.first("printDate").map(date),
      contact: element.string("contact"), otherLines: element.all("otherLine").map(\.text),
      arrangement: rows(element).map { $0.compactMap(ImprintField.init(code:)) }, source: source(element))
  }

  private func source(_ element: XMLElement) -> SourceRange? {
    guard let line = element.integer("line") else { return nil }
    return SourceRange(
      start: SourcePosition(line: line, column: element.integer("column") ?? 1),
      endLine: element.integer("endLine"),
      joinedLines: element.attribute("joinedLines")?.words.compactMap(\.integer) ?? [])
  }

  // MARK: Blocks

  private func body(_ element: XMLElement) -> [Block] { element.first("body").map(blocks) ?? [] }

  private func blocks(_ element: XMLElement) -> [Block] { element.elements.compactMap(block) }

  private func block(_ element: XMLElement) -> Block? {
    let source = source(element)
    switch element.name {
    case "paragraph":
      let role = element.attribute("role").flatMap(Paragraph.Role.init)
      return .paragraph(Paragraph(inlines(element), role: role ?? .body, source: source))
    case "subheading":
      return .subheading(Subheading(level: element.integer("level") ?? 1, inlines(element), source: source))
    case "list":
      return .list(
        List(
          start: element.integer("start"), printsOwnMarks: element.attribute("marks") == "own",
          items: element.all("item").map(blocks), source: source))
    case "table": return .table(table(element))
    case "figure":
      return .figure(
        Figure(image: image(element), caption: element.first("caption").map(inlines), source: source))
    case "quote": return .quote(Quote(blocks(element), source: source))
    case "rule": return .rule(Rule(source: source))
    case "preformatted": return .preformatted(Preformatted(element.text, source: source))
    default: return nil
    }
  }

  private func table(_ element: XMLElement) -> Table {
    Table(
      caption: element.first("caption").map(inlines),
      alignments: element.attribute("alignments")?.words.compactMap(Table.Alignment.init) ?? [],
      headerRows: element.integer("headerRows") ?? 0,
      rows: element.all("row").map { row in
        row.all("cell").map {
          Table.Cell(
            blocks($0), columnSpan: $0.integer("columnSpan") ?? 1, rowSpan: $0.integer("rowSpan") ?? 1)
        }
      },
      source: source(element))
  }

  private func image(_ element: XMLElement) -> ImageReference {
    ImageReference(target: element.attribute("target") ?? "", description: element.attribute("description") ?? "")
  }

  // MARK: Running text

  private func inlines(_ element: XMLElement) -> [Inline] {
    element.children.compactMap { child in
      switch child {
      case .text(let text): .text(text)
      case .element(let element): inline(element)
      }
    }
  }

  private func inline(_ element: XMLElement) -> Inline? {
    switch element.name {
    case "text": .text(element.text)
    case "strong": .strong(inlines(element))
    case "emphasis": .emphasis(inlines(element))
    case "superscript": .superscript(inlines(element))
    case "subscript": .subscript(inlines(element))
    case "link": .link(target: element.attribute("target") ?? "", inlines(element))
    case "code": .code(element.text)
    case "image": .image(image(element))
    case "noteReference": .noteReference(element.attribute("note") ?? "")
    case "lineBreak": .lineBreak
    default: nil
    }
  }
}

extension XMLElement {
  fileprivate func all(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }
  /// The text of the first element called `name`; nil if there is none.
  fileprivate func string(_ name: String) -> String? { first(name)?.text }
  fileprivate func integer(_ name: String) -> Int? { attribute(name)?.integer }
}

extension String {
  /// The words between white space as XML has it.
  fileprivate var words: [String] {
    unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }.map(String.init)
  }
  /// The number, whatever white space is around it.
  fileprivate var integer: Int? { words.first.flatMap { Int($0) } }
}
