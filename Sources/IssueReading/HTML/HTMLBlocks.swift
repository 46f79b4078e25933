import IssueModel
import XMLBinding

/// Makes blocks of a draft from HTML, as it stands raw in Markdown or as a page. What has no meaning in a bulletin is
/// opened: its words stay, its tags go. Scripts and styles hold no words.
struct HTMLBlocks {
  /// The line of the source on which the HTML begins.
  private let firstLine: Int
  /// Whether the HTML is a page: blocks then stand in all sorts of tags, and tables place them.
  private let isPage: Bool
  private var blocks: [DraftBlock] = []
  /// The lines of the paragraph that is not ended yet.
  private var open: [OpenLine] = []
  /// Where the open paragraph begins.
  private var openPlace: SourcePosition
  private var isCentred = false
  /// Whether the words stand in a tag that makes them bold, though it holds blocks.
  private var isStrong = false
  private var isRight = false
  private var frame: PageFrame?
  private var frameCount = 0
  /// Where the tag read last stands: text has no place of its own.
  private var place: SourcePosition

  /// A line that still grows: what costs the length of the whole waits for its end.
  private struct OpenLine {
    var inlines: [Inline] = []
    var number: Int
    var endsHard = false
  }

  private init(firstLine: Int, isPage: Bool) {
    self.firstLine = firstLine
    self.isPage = isPage
    place = SourcePosition(line: firstLine)
    openPlace = place
  }

  /// The blocks in `html`; its words as one paragraph if it is no HTML that could be parsed.
  static func blocks(of html: String, firstLine: Int) -> [DraftBlock] {
    do {
      let fragment = try HTMLFragment(parsing: html)
      var reader = HTMLBlocks(firstLine: firstLine, isPage: false)
      reader.read(fragment.nodes)
      reader.close()
      return reader.blocks
    } catch {
      let words = HTMLWords.text(of: html).trimmed
      guard !words.isEmpty else { return [] }
      return [
        DraftBlock(
          form: .paragraph, lines: [DraftLine(text: words, number: firstLine)], source: SourceRange(line: firstLine))
      ]
    }
  }

  /// The blocks in a cell of a table. Of its lines each is a paragraph.
  static func cell(_ element: XMLElement) -> [Block] {
    let reader = HTMLBlocks(firstLine: 1, isPage: false)
    return reader.inner(element).flatMap { block -> [Block] in
      guard case .paragraph = block.form else { return ModelBlocks.plain(block) }
      return block.lines.filter { !$0.text.trimmed.isEmpty || $0.inlines.contains { $0.plainText.isEmpty } }
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

  private func range(of element: XMLElement) -> SourceRange {
    let line = firstLine + max(0, element.line - 1)
    return SourceRange(line: line, column: isPage ? max(1, element.column) : 1)
  }

  // MARK: Blocks

  private mutating func read(_ nodes: [XMLNode]) {
    for node in nodes {
      switch node {
      case .text(let text): add(HTMLInlines.collapsed(text))
      case .element(let element): read(element)
      }
    }
  }

  private mutating func read(_ element: XMLElement) {
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
      let start = name == "ol" ? element.attribute("start").flatMap { Int($0) } ?? 1 : nil
      let items = element.elements.map(inner)
      if isPage, items.allSatisfy(\.isEmpty) { break }
      append(DraftBlock(form: .list(start: start, items: isPage ? items.filter { !$0.isEmpty } : items), source: range))
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
      let table = HTMLTable.table(element, range, firstLine: firstLine)
      if isPage, table.rows.allSatisfy({ $0.allSatisfy { $0.body.isEmpty } }) { break }
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
        if !open.isEmpty || !inlines.plainText.trimmed.isEmpty || inlines.hasMark { add(inlines, line: line) }
      }
    }
  }

  /// Reads the content of `element` with the look that it gives to it.
  private mutating func read(within element: XMLElement) {
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

  private func inner(_ element: XMLElement) -> [DraftBlock] {
    var reader = HTMLBlocks(firstLine: firstLine, isPage: isPage)
    reader.place = range(of: element).start
    reader.read(element.children)
    reader.close()
    return reader.blocks
  }

  private mutating func append(_ block: DraftBlock) {
    var block = block
    block.frame = frame
    blocks.append(block)
  }

  // MARK: Pages

  /// Reads what frames the page, so that it can be told or kept.
  private mutating func read(frame element: XMLElement, _ kind: String) {
    close()
    let outer = frame
    frameCount += 1
    frame = BoilerplateKind(rawValue: kind).map { PageFrame(kind: $0, id: frameCount) }
    var plain = element
    plain.attributes.removeAll { $0.name == PageChrome.mark }
    // Its words count, not what they stood in.
    if element.name == "button" || element.name == "noscript" { plain.name = "div" }
    read(plain)
    close()
    frame = outer
  }

  /// Reads a table that only places blocks on the page: cell after cell. Short cells side by side are one line, as
  /// number and date of an issue are.
  private mutating func read(layout element: XMLElement) {
    for row in HTMLTable.rows(of: element) {
      let cells = row.elements.filter { ["td", "th"].contains($0.name) }
      let marked = row.attribute(PageChrome.mark) != nil || cells.contains { $0.attribute(PageChrome.mark) != nil }
      let words = marked ? [] : cells.map { HTMLBlocks.line(in: $0) }.filter { $0 != [] }
      let line = words.compactMap(\.self)
      if line.count > 1, line.count == words.count, line.allSatisfy({ $0.plainText.columns <= 48 }) {
        place = range(of: row).start
        for (index, inlines) in line.enumerated() {
          if index > 0 { add([.text("\u{3000}\u{3000}")], line: place.line) }
          add(inlines, line: place.line)
        }
        close()
      } else {
        read(row)
      }
      close()
    }
  }

  /// The words of a cell that holds one line; nil for one that holds more, empty for an empty one.
  private static func line(in element: XMLElement) -> [Inline]? {
    let content = element.children.filter { node in
      if case .text(let text) = node { return !text.trimmed.isEmpty }
      return true
    }
    if content.count == 1, case .element(let child) = content[0], ["p", "div", "center"].contains(child.name),
      child.attribute(PageChrome.mark) == nil
    {
      return line(in: child)
    }
    let isLine = content.allSatisfy { node in
      guard case .element(let child) = node else { return true }
      return PageChrome.isInline(child.name) && child.name != "br" && !holdsBlocks(child)
    }
    guard isLine else { return nil }
    let inlines = HTMLInlines.inlines(of: element.children).merged.trimmedAtEnds.merged
    return inlines.contains(.lineBreak) ? nil : inlines
  }

  /// A picture with its caption; false for a figure of anything else.
  private mutating func readFigure(_ element: XMLElement, _ range: SourceRange) -> Bool {
    let images = HTMLInlines.inlines(of: element.elements.filter { $0.name != "figcaption" }.map { .element($0) })
      .flattened.filter { if case .image = $0 { true } else { false } }
    let captions = element.elements.filter { $0.name == "figcaption" }
    let words = HTMLInlines.inlines(
      of: element.children.filter { node in
        if case .element(let child) = node { return child.name != "figcaption" }
        return true
      })
    guard images.count == 1, case .image(let image) = images[0], captions.count <= 1,
      words.plainText.trimmed == image.description.trimmed
    else { return false }
    let caption = captions.first.map { HTMLInlines.inlines(of: $0.children).merged.trimmedAtEnds.merged } ?? []
    append(
      DraftBlock(
        form: .ready(.figure(Figure(image: image, caption: caption.isEmpty ? nil : caption, source: range))),
        source: range))
    return true
  }

  /// Whether blocks stand within it, though it is a tag for words: `<font>` around paragraphs.
  private static func holdsBlocks(_ element: XMLElement) -> Bool {
    element.elements.contains { child in
      !PageChrome.isInline(child.name) && !PageChrome.wordless.contains(child.name) || holdsBlocks(child)
        || child.attribute(PageChrome.mark) != nil
    }
  }

  // MARK: Lines

  private mutating func breakLine(at range: SourceRange) {
    guard let last = open.last else { return }
    if isPage, last.inlines.plainText.trimmed.isEmpty {
      // Two of them end a paragraph.
      open.removeLast()
      return close()
    }
    open[open.count - 1].endsHard = true
    open.append(OpenLine(number: range.line))
  }

  private mutating func add(_ text: String) {
    guard !text.trimmed.isEmpty || !open.isEmpty && !text.isEmpty else { return }
    add([.text(text)], line: isPage ? place.line : nil)
  }

  private mutating func add(_ inlines: [Inline], line: Int?) {
    guard !inlines.isEmpty else { return }
    let inlines = isStrong ? [.strong(inlines)] : inlines
    if open.isEmpty {
      open = [OpenLine(number: line ?? (blocks.last?.line ?? firstLine))]
      openPlace = place
    }
    open[open.count - 1].inlines += inlines
  }

  /// Ends the open paragraph.
  private mutating func close(at range: SourceRange? = nil) {
    let raw = open
    open = []
    for piece in isPage ? Self.paragraphs(in: raw) : [raw] {
      let lines = piece.map {
        DraftLine(
          inlines: LooseEmphasis.closed($0.inlines.merged.trimmedAtEnds.merged),
          number: isPage ? $0.number : range?.line ?? $0.number, endsHard: $0.endsHard)
      }.filter { !$0.inlines.isEmpty && (!isPage || !$0.text.trimmed.isEmpty || $0.inlines.hasMark) }
      guard let first = lines.first else { continue }
      let source = self.source(of: first, range)
      if lines.count == 1, first.inlines.count == 1, case .image(let image) = first.inlines[0] {
        append(DraftBlock(form: .ready(.figure(Figure(image: image, source: source))), source: source))
        continue
      }
      // A picture, and below it in the same paragraph its caption.
      if (2...3).contains(lines.count), first.inlines.count == 1, case .image(let image) = first.inlines[0],
        !lines.dropFirst().contains(where: { $0.inlines.hasMark })
      {
        let words = LineJoining.joined(Array(lines.dropFirst()))
        if words.plainText.columns <= 240 {
          append(
            DraftBlock(form: .ready(.figure(Figure(image: image, caption: words, source: source))), source: source))
          continue
        }
      }
      if lines.count == 1, first.text.isRuleOfMarks {
        append(DraftBlock(form: .rule, source: source))
        continue
      }
      var block = DraftBlock(form: .paragraph, lines: lines, source: source)
      block.isCentred = isCentred
      block.isFlushRight = isRight
      if isPage { block.isIndented = !isCentred && (piece.first.map(Self.isIndented) ?? false) }
      append(block)
    }
  }

  /// Where a paragraph that begins with `line` stands, in an element at `range`.
  private func source(of line: DraftLine, _ range: SourceRange?) -> SourceRange {
    guard isPage else { return range ?? SourceRange(line: line.number) }
    let known = [range?.start, openPlace].compactMap { $0 }
    return SourceRange(line: line.number, column: known.first { $0.line == line.number }?.column ?? 1)
  }

  /// The paragraphs in lines that `<br>` parts: an indent begins one, and so does a line behind one that ends a
  /// sentence and is long enough to be a paragraph.
  private static func paragraphs(in lines: [OpenLine]) -> [[OpenLine]] {
    var result: [[OpenLine]] = []
    for line in lines {
      let text = line.inlines.plainText
      if let before = result.last?.last?.inlines.plainText.trimmed, !isIndented(line),
        !(before.columns >= 40 && LineGrammar.isProse(before) && before.unicodeScalars.last?.endsSentence == true
          && text.trimmed.columns > 0)
      {
        result[result.count - 1].append(line)
      } else {
        result.append([line])
      }
    }
    return result
  }

  /// Whether a line begins with as many blanks as a paragraph does.
  private static func isIndented(_ line: OpenLine) -> Bool {
    let text = line.inlines.plainText
    let blanks = text.unicodeScalars.prefix { $0.isBlank }
    guard blanks.count < text.unicodeScalars.count else { return false }
    return blanks.reduce(0) { $0 + ($1.isWide ? 2 : 1) } >= 4
  }
}

extension [Inline] {
  /// Whether something without words stands here that is more than nothing: a picture, a footnote's mark.
  fileprivate var hasMark: Bool {
    flattened.contains { inline in
      switch inline {
      case .image, .noteReference: true
      default: false
      }
    }
  }

  /// The inlines, those within links and bold too, one after the other.
  fileprivate var flattened: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner),
        .link(_, let inner):
        inner.flattened
      case .text, .code, .image, .noteReference, .lineBreak: [inline]
      }
    }
  }
}
