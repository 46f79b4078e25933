import IssueModel

/// Reads Markdown that states its structure: `gazette: 1` stands on the first line of its front matter. Nothing in it
/// is guessed or repaired; the format `md` writes it, and people edit it.
///
/// Masthead, contents list and imprint stand in the front matter (``StatedFields``). In the text `#` is a section,
/// `##` an article and `###` a heading in it; a comment before a paragraph says what Markdown has no mark for
/// (``StatedMarker``).
struct StatedMarkdown {
  /// The version of the format that is read.
  static let version = "1"

  private let source: SourceText
  private let fields: StatedFields
  private let blocks: StatedBlocks
  private var sections: [Section] = []
  private var article: Article?
  private var kicker: String?
  private var editorsNote: EditorsNote?
  private var notes: [String: Note] = [:]

  /// Whether `source` states its structure.
  static func isStated(_ source: SourceText) -> Bool {
    source.lines.count > 2 && source[1].trimmed == "---" && source[2].hasPrefix("gazette:")
  }

  /// The issue that `source` states.
  /// - Throws: ``ReadingError`` if its front matter is no YAML, or of another version.
  static func issue(of source: SourceText, _ diagnostics: DiagnosticSink) throws(ReadingError) -> Issue {
    guard
      let end = source.lines.indices.dropFirst().first(where: { ["---", "..."].contains(source.lines[$0].trimmed) })
    else {
      throw ReadingError(
        id: "front-matter-invalid", at: SourcePosition(line: 1),
        message: Wording("the front matter has no end", zh: "文首信息没有结束行"),
        hint: Wording("write a line --- behind it", zh: "请在其后写一行 ---"))
    }
    let text = source.lines[1..<end].joined(separator: "\n")
    let value: YAMLValue
    do throws(YAMLValue.Fault) { value = try YAMLValue(parsing: text) } catch {
      throw ReadingError(
        id: "front-matter-invalid", at: SourcePosition(line: error.line + 1),
        message: Wording("the front matter is no YAML: \(error.reason)", zh: "文首信息不是有效的 YAML：\(error.reason)"),
        hint: Wording("put the value into quotes: name: \"…\"", zh: "请给值加上引号，例如 name: \"…\""))
    }
    guard let given = value["gazette"]?.text, given == version else {
      throw ReadingError(
        id: "front-matter-version", at: SourcePosition(line: 2),
        message: Wording(
          "Markdown of version '\(value["gazette"]?.text ?? "")' is not known",
          zh: "无法识别版本为“\(value["gazette"]?.text ?? "")”的 Markdown"),
        hint: Wording("this program reads gazette: \(version)", zh: "本程序读取 gazette: \(version)"))
    }
    var body = source
    body.blank(lines: 1...end + 1)
    let fields = StatedFields(value, firstLine: 2, diagnostics)
    var reader = StatedMarkdown(source: body, fields: fields, diagnostics)
    return reader.issue(diagnostics)
  }

  private init(source: SourceText, fields: StatedFields, _ diagnostics: DiagnosticSink) {
    self.source = source
    self.fields = fields
    blocks = StatedBlocks(inlines: StatedInlines(noteNames: fields.noteNames), diagnostics: diagnostics)
  }

  private mutating func issue(_ diagnostics: DiagnosticSink) -> Issue {
    let text = ReferenceExpansion.limited(source.text, diagnostics)
    let tree = MarkdownTree.parse(EmphasisRepair.repaired(text))
    LeftOutOfMarkdown.report(tree, source, isStated: true, diagnostics)
    let nodes = tree.children
    readNotes(nodes)
    read(nodes)
    closeArticle()
    return Issue(
      masthead: fields.masthead, editorsNote: editorsNote, sections: sections, imprint: fields.imprint,
      printedContents: fields.contents, language: fields.language)
  }

  private mutating func readNotes(_ nodes: [MarkdownNode]) {
    var number = 0
    for node in nodes {
      guard case .footnoteDefinition = node.kind else { continue }
      number += 1
      let id = blocks.inlines.name(ofNote: String(number))
      notes[id] = Note(id: id, body: blocks.blocks(of: node.children), source: node.range)
    }
  }

  // MARK: Sections and articles

  private mutating func read(_ nodes: [MarkdownNode]) {
    var body: [MarkdownNode] = []
    var index = 0
    func next() -> MarkdownNode? { index + 1 < nodes.count ? nodes[index + 1] : nil }
    while index < nodes.count {
      let node = nodes[index]
      switch node.kind {
      case .heading(1):
        addBody(&body)
        closeArticle()
        sections.append(Section(name: blocks.inlines.text(of: node), source: node.range))
      case .heading(2):
        addBody(&body)
        begin(Article(title: blocks.inlines.text(of: node), source: node.range))
      case .footnoteDefinition: break
      case .htmlBlock(let html):
        guard let marker = StatedMarker(html), marker.isStructure else { fallthrough }
        addBody(&body)
        if take(marker, next()) { index += 1 }
      default: body.append(node)
      }
      index += 1
    }
    addBody(&body)
  }

  /// Takes a marker with the words behind it.
  /// - Returns: Whether `next` holds those.
  private mutating func take(_ marker: StatedMarker, _ next: MarkdownNode?) -> Bool {
    switch marker.name {
    case "section":
      closeArticle()
      sections.append(Section())
      return false
    case "article":
      begin(Article(title: ""))
      return false
    case "signature":
      open {
        var signature = $0.signature ?? Signature()
        if marker.words.contains("above-attachments") { signature.isAboveAttachments = true }
        $0.signature = signature
      }
      return false
    case "editors-note":
      guard let next, case .blockQuote = next.kind else { return false }
      add(note(next, isLabelled: marker.words.contains("labelled"), isAtEnd: marker.words.contains("at-end")))
      return true
    default: break
    }
    var words = ""
    var hasWords = false
    if let next, case .paragraph = next.kind {
      words = blocks.inlines.text(of: next)
      hasWords = true
    }
    switch marker.name {
    case "kicker":
      closeArticle()
      kicker = words
    case "subtitle": open { $0.subtitle = words }
    case "byline": open { $0.byline = words }
    case "attribution": open { $0.attribution = words }
    case "attribution-label": open { $0.attributionLabel = words }
    case "signature-office":
      open {
        var signature = $0.signature ?? Signature()
        signature.office = words
        $0.signature = signature
      }
    default:
      let date = marker.date(words)
      open {
        var signature = $0.signature ?? Signature()
        signature.date = date
        $0.signature = signature
      }
    }
    return hasWords
  }

  private func note(_ quote: MarkdownNode, isLabelled: Bool, isAtEnd: Bool) -> EditorsNote {
    var label: String?
    var children = quote.children[...]
    if isLabelled, let first = children.first, case .paragraph = first.kind {
      label = blocks.inlines.text(of: first)
      children.removeFirst()
    }
    return EditorsNote(label: label, body: blocks.blocks(of: Array(children)), isAtEnd: isAtEnd, source: quote.range)
  }

  private mutating func add(_ note: EditorsNote) {
    if article == nil, sections.isEmpty, kicker == nil { editorsNote = note } else { open { $0.editorsNote = note } }
  }

  private mutating func begin(_ begun: Article) {
    let above = kicker
    kicker = nil
    closeArticle()
    article = begun
    article?.kicker = above
  }

  /// Changes the article at hand; one without a title if there is none.
  private mutating func open(_ change: (inout Article) -> Void) {
    if article == nil { begin(Article(title: "")) }
    if var open = article {
      change(&open)
      article = open
    }
  }

  private mutating func addBody(_ nodes: inout [MarkdownNode]) {
    let added = blocks.blocks(of: nodes)
    nodes = []
    if !added.isEmpty { open { $0.body += added } }
  }

  private mutating func closeArticle() {
    if article == nil, let text = kicker {
      article = Article(title: "", kicker: text)
      kicker = nil
    }
    guard var closed = article else { return }
    article = nil
    var finder = NoteFinder()
    // The footnotes of the note to the whole issue stand with the first article.
    if sections.allSatisfy(\.articles.isEmpty) { for block in editorsNote?.body ?? [] { finder.visit(block) } }
    finder.visit(closed)
    closed.notes = finder.ids.compactMap { notes[$0] }
    if sections.isEmpty { sections.append(Section()) }
    sections[sections.count - 1].articles.append(closed)
  }
}

extension MarkdownNode {
  /// The lines of the node.
  var range: SourceRange {
    SourceRange(start: SourcePosition(line: max(1, line)), endLine: max(line, endLine, 1))
  }
}
