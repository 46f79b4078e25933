import IssueModel
import XMLBinding

/// Reads a published web page into a draft: its text as a reader sees it, with marks on what frames it.
struct PageReader {
  /// The draft, in lines of its own.
  let draft: Draft
  /// Where they stand in the source.
  let lines: PageLines
  /// What a browser does not show of the page.
  let leftOut: [ShownNodes.LeftOut]
  /// What its markup says to nobody but whoever reads that.
  let comments: PageComments

  /// Reads the page in `source`.
  /// - Throws: ``ReadingError`` if the page is deeper or larger than any that was made for people.
  init(_ source: SourceText) throws(ReadingError) {
    let page: HTMLPage
    do throws(XMLReadingError) {
      page = try HTMLPage(parsing: ConditionalTags.commented(source.text))
    } catch {
      let reason = error.reason
      throw ReadingError(
        id: "html-unreadable",
        at: reason.line > 0 ? SourcePosition(line: reason.line, column: max(1, reason.column)) : nil,
        message: Wording("the page cannot be read: \(reason.message)", zh: "无法读取网页：\(reason.message)"),
        hint: Wording(
          "give the page as a browser saves it, or its text", zh: "请提供浏览器保存的网页，或其文字内容"))
    }
    let shown = ShownNodes(FieldCodes.resolved(page.nodes), isPage: true)
    leftOut = shown.leftOut
    comments = PageComments(in: source.text)
    let root = XMLElement(name: "html", children: shown.nodes)
    let (text, notes) = PageNotes.extracted(from: root)
    let blocks = PageFurniture.marked(HTMLBlocks.page(PageChrome.marked(text).children))
    var lines = PageLines()
    let numbered = lines.numbered(blocks)
    var found: [(id: String, note: Note)] = []
    for (index, (place, element)) in notes.enumerated() {
      let body = lines.numbered(HTMLBlocks.page([.element(element)])).flatMap(ModelBlocks.plain)
      found.append((place, Note(id: "\(index + 1)", body: body, source: body.first?.source)))
    }
    self.lines = lines
    var draft = Draft(
      blocks: Self.renamed(numbered, Dictionary(found.map { ($0.id, $0.note.id) }) { first, _ in first }),
      source: SourceText(lines.texts.joined(separator: "\n")))
    draft.notes = found.map { ($0.note.id, $0.note) }
    self.draft = draft
  }

  /// `blocks` with the numbers of notes in the place of the names that the page gave them.
  private static func renamed(_ blocks: [DraftBlock], _ names: [String: String]) -> [DraftBlock] {
    guard !names.isEmpty else { return blocks }
    func inlines(_ inlines: [Inline]) -> [Inline] {
      inlines.map { inline in
        switch inline {
        case .noteReference(let name): .noteReference(names[name] ?? name)
        case .strong(let inner): .strong(renamed(inner))
        case .emphasis(let inner): .emphasis(renamed(inner))
        case .link(let target, let inner): .link(target: target, renamed(inner))
        case .superscript(let inner): .superscript(renamed(inner))
        case .subscript(let inner): .subscript(renamed(inner))
        case .text, .image, .lineBreak, .code: inline
        }
      }
    }
    func renamed(_ inner: [Inline]) -> [Inline] { inlines(inner) }
    return blocks.map { block in
      var block = block
      block.lines = block.lines.map {
        DraftLine(inlines: inlines($0.inlines), number: $0.number, endsHard: $0.endsHard)
      }
      switch block.form {
      case .list(let start, let items):
        block.form = .list(start: start, items: items.map { Self.renamed($0, names) })
      case .quote(let inner): block.form = .quote(Self.renamed(inner, names))
      case .ready(.table(var table)):
        for row in table.rows.indices {
          for cell in table.rows[row].indices {
            table.rows[row][cell].body = table.rows[row][cell].body.map { block in
              guard case .paragraph(var paragraph) = block else { return block }
              paragraph.inlines = inlines(paragraph.inlines)
              return .paragraph(paragraph)
            }
          }
        }
        block.form = .ready(.table(table))
      default: break
      }
      return block
    }
  }
}
