extension Issue {
  /// The issue as an indented tree, one node a line with its source lines: what `gazette dump --format tree`
  /// prints and what the golden tests compare. Ends with a newline.
  public var tree: String {
    var dump = TreeDump()
    dump.add(self)
    return dump.text
  }
}

private struct TreeDump {
  var text = ""
  var depth = 0

  mutating func line(_ words: String, _ source: SourceRange? = nil) {
    text += String(repeating: "  ", count: depth) + words + place(source) + "\n"
  }

  mutating func nested(_ body: (inout TreeDump) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  func place(_ source: SourceRange?) -> String {
    guard let source else { return "" }
    let lines = source.endLine > source.line ? "\(source.line)-\(source.endLine)" : "\(source.line)"
    let joined =
      source.joinedLines.isEmpty ? "" : " joined " + source.joinedLines.map(String.init).joined(separator: ",")
    return "  @" + lines + joined
  }

  mutating func field(_ name: String, _ value: String?) {
    if let value { line("\(name) \(quoted(value))") }
  }

  func quoted(_ text: String) -> String { JSONText.quoted(text) }

  mutating func add(_ issue: Issue) {
    line("issue \(issue.language.rawValue)")
    nested { dump in
      dump.add(issue.masthead)
      if let contents = issue.printedContents { dump.add(contents) }
      if let note = issue.editorsNote { dump.add(note) }
      for section in issue.sections { dump.add(section) }
      if let imprint = issue.imprint { dump.add(imprint) }
    }
  }

  mutating func add(_ masthead: Masthead) {
    line("masthead", masthead.source)
    nested { dump in
      dump.field("copyNumber", masthead.copyNumber)
      dump.field("classification", masthead.classification)
      dump.field("notice", masthead.notice)
      dump.field("series", masthead.series)
      dump.field("name", masthead.name)
      if let number = masthead.number {
        let parts = [
          number.year.map { "year \($0)" }, number.volume.map { "volume \($0)" },
          number.number.map { "number \($0)" }, number.total.map { "total \($0)" },
          number.kind == .regular ? nil : number.kind.rawValue,
        ].compactMap { $0 }
        dump.line("number \(dump.quoted(number.verbatim)) " + parts.joined(separator: " "))
      }
      dump.field("office", masthead.office)
      dump.field("office printed", masthead.officeVerbatim)
      if let date = masthead.date { dump.add("date", date) }
      dump.field("signer", masthead.signer)
      for other in masthead.otherLines { dump.field("other", other) }
      dump.arrangement(masthead.arrangement.map { $0.map(\.code) })
    }
  }

  mutating func add(_ name: String, _ date: IssueDate) {
    line("\(name) \(quoted(date.verbatim)) \(date.iso ?? "unknown")")
  }

  mutating func arrangement(_ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    line("arrangement " + rows.map { $0.joined(separator: " ") }.joined(separator: " / "))
  }

  mutating func add(_ contents: PrintedContents) {
    line("contents" + (contents.heading.map { " " + quoted($0) } ?? ""), contents.source)
    nested { dump in
      for entry in contents.entries {
        let words = [entry.kind.rawValue, entry.label, dump.quoted(entry.text), entry.page.map { "page \($0)" }]
        dump.line(words.compactMap { $0 }.joined(separator: " "), entry.source)
      }
    }
  }

  mutating func add(_ note: EditorsNote) {
    line("editorsNote" + (note.label.map { " " + quoted($0) } ?? "") + (note.isAtEnd ? " at end" : ""), note.source)
    nested { dump in for block in note.body { dump.add(block) } }
  }

  mutating func add(_ section: Section) {
    line("section" + (section.name.map { " " + quoted($0) } ?? ""), section.source)
    nested { dump in for article in section.articles { dump.add(article) } }
  }

  mutating func add(_ article: Article) {
    line("article \(quoted(article.title))", article.source)
    nested { dump in
      dump.field("kicker", article.kicker)
      dump.field("subtitle", article.subtitle)
      dump.field("byline", article.byline)
      if let note = article.editorsNote { dump.add(note) }
      for block in article.body { dump.add(block) }
      if let attribution = article.attribution {
        let label = article.attributionLabel.map { " " + dump.quoted($0) } ?? ""
        dump.line("attribution\(label) \(dump.quoted(attribution))")
      }
      if let signature = article.signature {
        dump.line(
          "signature" + (signature.office.map { " " + dump.quoted($0) } ?? "")
            + (signature.isAboveAttachments ? " above attachments" : ""))
        if let date = signature.date { dump.nested { $0.add("date", date) } }
      }
      for note in article.notes {
        dump.line("note \(dump.quoted(note.id))", note.source)
        dump.nested { dump in for block in note.body { dump.add(block) } }
      }
    }
  }

  mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let block):
      let role = block.role == .body ? "" : " \(block.role.rawValue)"
      line("paragraph\(role) \(marked(block.inlines))", block.source)
    case .subheading(let block):
      line("subheading \(block.level) \(marked(block.inlines))", block.source)
    case .list(let block):
      line(
        "list" + (block.start.map { " from \($0)" } ?? "") + (block.printsOwnMarks ? " with own marks" : ""),
        block.source)
      nested { dump in
        for item in block.items {
          dump.line("item")
          dump.nested { dump in for block in item { dump.add(block) } }
        }
      }
    case .table(let block):
      let alignments = block.alignments.map { String($0.rawValue.prefix(1)) }.joined()
      line("table header \(block.headerRows)" + (alignments.isEmpty ? "" : " align \(alignments)"), block.source)
      nested { dump in
        if let caption = block.caption { dump.line("caption \(dump.marked(caption))") }
        for row in block.rows {
          dump.line("row")
          dump.nested { dump in for cell in row { dump.add(cell) } }
        }
      }
    case .figure(let block):
      line("figure \(quoted(block.image.target)) \(quoted(block.image.description))", block.source)
      if let caption = block.caption { nested { $0.line("caption \($0.marked(caption))") } }
    case .quote(let block):
      line("quote", block.source)
      nested { dump in for block in block.body { dump.add(block) } }
    case .rule(let block): line("rule", block.source)
    case .preformatted(let block): line("preformatted \(quoted(block.text))", block.source)
    }
  }

  mutating func add(_ cell: Table.Cell) {
    let span = cell.columnSpan == 1 && cell.rowSpan == 1 ? "" : " \(cell.columnSpan)x\(cell.rowSpan)"
    if cell.body.count == 1, case .paragraph(let paragraph) = cell.body[0] {
      line("cell\(span) \(marked(paragraph.inlines))")
    } else {
      line("cell\(span)")
      nested { dump in for block in cell.body { dump.add(block) } }
    }
  }

  mutating func add(_ imprint: Imprint) {
    line("imprint", imprint.source)
    nested { dump in
      for line in imprint.distribution {
        dump.line("distribution \(dump.quoted(line.label)) " + line.recipients.map(dump.quoted).joined(separator: " "))
      }
      if let copies = imprint.copies ?? (imprint.copiesVerbatim == nil ? nil : 0) {
        dump.line("copies \(copies) \(dump.quoted(imprint.copiesVerbatim ?? ""))")
      }
      for line in imprint.people {
        dump.line("people \(dump.quoted(line.role)) " + line.names.map(dump.quoted).joined(separator: " "))
      }
      dump.field("office", imprint.office)
      dump.field("office printed", imprint.officeVerbatim)
      if let date = imprint.printDate { dump.add("printDate", date) }
      dump.field("contact", imprint.contact)
      for other in imprint.otherLines { dump.field("other", other) }
      dump.arrangement(imprint.arrangement.map { $0.map(\.code) })
    }
  }

  /// The words with their marks: `"plain" strong("bold") break`.
  func marked(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): quoted(text)
      case .strong(let inlines): "strong(\(marked(inlines)))"
      case .emphasis(let inlines): "emphasis(\(marked(inlines)))"
      case .superscript(let inlines): "superscript(\(marked(inlines)))"
      case .subscript(let inlines): "subscript(\(marked(inlines)))"
      case .link(let target, let inlines): "link(\(quoted(target)) \(marked(inlines)))"
      case .image(let image): "image(\(quoted(image.target)) \(quoted(image.description)))"
      case .noteReference(let id): "note(\(quoted(id)))"
      case .lineBreak: "break"
      case .code(let text): "code(\(quoted(text)))"
      }
    }.joined(separator: " ")
  }
}
