import IssueModel
import XMLBinding

/// Makes blocks of a draft from HTML, as it stands raw in Markdown or as a page. What has no meaning in a bulletin is
/// opened: its words stay, its tags go. Scripts and styles hold no words.
struct HTMLBlocks {
  /// The line of the source on which the HTML begins.
  let firstLine: Int
  /// Whether the HTML is a page: blocks then stand in all sorts of tags, and tables place them.
  let isPage: Bool
  var blocks: [DraftBlock] = []
  /// The lines of the paragraph that is not ended yet.
  var open: [HTMLOpenLine] = []
  /// Where the open paragraph begins.
  var openPlace: SourcePosition
  var isCentred = false
  /// Whether the words stand in a tag that makes them bold, though it holds blocks.
  var isStrong = false
  var isRight = false
  var frame: PageFrame?
  var frameCount = 0
  /// Where the tag read last stands: text has no place of its own.
  var place: SourcePosition

  private init(firstLine: Int, isPage: Bool) {
    self.firstLine = firstLine
    self.isPage = isPage
    place = SourcePosition(line: firstLine)
    openPlace = place
  }

  /// The blocks in `html`; its words as one paragraph if it is no HTML that could be parsed. What a browser does not show of
  /// it is told.
  static func blocks(of html: String, firstLine: Int, _ diagnostics: DiagnosticSink? = nil) -> [DraftBlock] {
    do {
      let fragment = try HTMLFragment(parsing: html)
      var reader = HTMLBlocks(firstLine: firstLine, isPage: false)
      let shown = ShownNodes(FieldCodes.resolved(fragment.nodes), isPage: false)
      diagnostics?.report(shown.leftOut, firstLine: firstLine)
      reader.read(shown.nodes)
      reader.close()
      return reader.blocks
    } catch {
      let words = HTMLWords.text(of: html).trimmed
      guard !words.isEmpty else { return [] }
      return [
        DraftBlock(text: words, number: firstLine)
      ]
    }
  }

  /// The blocks in a cell of a table. Of its lines each is a paragraph.
  static func cell(_ element: XMLElement) -> [Block] {
    let reader = HTMLBlocks(firstLine: 1, isPage: false)
    return reader.inner(element).flatMap { block -> [Block] in
      guard case .paragraph = block.form else { return ModelBlocks.plain(block) }
      return block.lines.filter { $0.text.holdsWords || $0.inlines.contains { $0.plainText.isEmpty } }
        .map { Block.paragraph(Paragraph($0.inlines)) }
    }
  }

  /// The blocks of a page, or of a part of one.
  static func page(_ nodes: [XMLNode]) -> [DraftBlock] {
    var reader = HTMLBlocks(firstLine: 1, isPage: true)
    reader.read(nodes)
    reader.close()
    return reader.blocks
  }

  func range(of element: XMLElement) -> SourceRange {
    let line = firstLine + max(0, element.line - 1)
    return SourceRange(line: line, column: isPage ? max(1, element.column) : 1)
  }

  mutating func read(_ nodes: [XMLNode]) {
    for node in nodes {
      switch node {
      case .text(let text): add(HTMLInlines.collapsed(text))
      case .element(let element): read(element)
      }
    }
  }

  mutating func read(_ element: XMLElement) {
    let range = range(of: element)
    if isPage, element.line > 0 { place = range.start }
    let name = element.name.lowercased()
    if isPage {
      if let mark = element.attribute(PageChrome.mark) { return read(frame: element, mark) }
      if PageChrome.wordless.contains(name) { return }
    }
    switch name {
    case "script", "style", "head", "title", "template": break
    case "p", "div", "center", "section", "article", "main", "header", "footer", "address", "dd", "dt", "td", "th",
      "tr":
      close()
      read(within: element)
      close(at: range)
    case "figure":
      close()
      if !readFigure(element, range) {
        read(within: element)
        close(at: range)
      }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      close()
      if isPage, HTMLBlocks.holdsBlocks(element) { return read(within: element) }
      let level = element.name.unicodeScalars.last.map { Int($0.value) - 0x30 } ?? 6
      let lines = HTMLInlines.lines(of: element.children, number: range.line)
      if lines.contains(where: { !$0.inlines.isEmpty }) {
        var block = DraftBlock(
          form: .heading(level), lines: isPage ? lines.filter { !$0.inlines.isEmpty } : lines, source: range)
        block.isCentred = HTMLInlines.alignment(of: element) ?? (isPage && isCentred)
        append(block)
      }
    case "br": breakLine(at: range)
    case "hr":
      close()
      append(DraftBlock(form: .rule, source: range))
    case "ul", "ol", "menu", "dir":
      close()
      append(list: element, range, isNumbered: name == "ol")
    case "blockquote":
      close()
      append(DraftBlock(form: .quote(inner(element)), source: range))
    case "pre":
      close()
      var text = element.text
      if text.hasPrefix("\n") { text.removeFirst() }
      while text.hasSuffix("\n") { text.removeLast() }
      append(DraftBlock(form: .ready(.preformatted(Preformatted(text, source: range))), source: range))
    case "table":
      close()
      if isPage, HTMLTable.isLayout(element) { return read(layout: element) }
      let parts = HTMLTableParts(element)
      let table = HTMLTable.table(parts, range)
      let isNone = table.rows.isEmpty || isPage && table.rows.allSatisfy { $0.allSatisfy { $0.body.isEmpty } }
      readAround(parts, withCaptions: isNone)
      if isNone { break }
      append(DraftBlock(form: .ready(.table(table)), source: range))
    case "figcaption", "caption":
      close()
      read(element.children)
      close(at: range)
    case "html", "body", "thead", "tbody", "tfoot", "form", "details", "summary", "li", "dl", "nav", "aside":
      if isPage {
        close()
        read(within: element)
        close()
      } else {
        read(element.children)
      }
    default:
      if isPage, HTMLBlocks.holdsBlocks(element) { return read(within: element) }
      let line = isPage ? place.line : range.line
      let pieces = HTMLInlines.inlines(of: [.element(element)]).splitAtBreaks
      for (index, piece) in pieces.enumerated() {
        if index > 0 { breakLine(at: SourceRange(line: line)) }
        let inlines = piece
        // Blanks at the ends of a tag part it from what stands beside it; alone they are nothing.
        if !open.isEmpty || inlines.plainText.holdsWords || inlines.hasMark { add(inlines, line: line) }
      }
    }
  }

  /// Reads the content of `element` with the look that it gives to it.
  mutating func read(within element: XMLElement) {
    let outer = (isCentred, isStrong, isRight)
    isRight = HTMLInlines.isRight(element) ?? isRight
    if element.name == "center" {
      isCentred = true
    } else if isPage {
      isCentred = HTMLInlines.alignment(of: element) ?? isCentred
      isStrong = isStrong || ["b", "strong"].contains(element.name) || HTMLInlines.isBold(element)
    } else {
      isCentred = isCentred || HTMLInlines.isCentred(element)
    }
    read(element.children)
    if isPage, !PageChrome.isInline(element.name) { close() } else if !isPage { close(at: range(of: element)) }
    (isCentred, isStrong, isRight) = outer
  }

  func inner(_ element: XMLElement) -> [DraftBlock] {
    var reader = HTMLBlocks(firstLine: firstLine, isPage: isPage)
    reader.place = range(of: element).start
    reader.read(element.children)
    reader.close()
    return reader.blocks
  }

  mutating func append(_ block: DraftBlock) {
    var block = block
    block.frame = frame
    blocks.append(block)
  }
}
