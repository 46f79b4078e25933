import IssueModel

/// Reads Markdown into a draft. The parser's word on what is a heading or a list is kept as a hint; what the
/// hint is worth, recovery decides.
struct MarkdownReader {
  let source: SourceText
  let diagnostics: DiagnosticSink
  private var notes: [(id: String, note: Note)] = []
  /// Where footnote definitions stand by number, since cmark numbers references in order of use.
  private var inlineLine = 1
  /// The captions of tables that strokes drew, by the line of the table.
  private var captions: [Int: String] = [:]

  init(source: SourceText, diagnostics: DiagnosticSink) {
    self.source = source
    self.diagnostics = diagnostics
  }

  /// The draft of the whole source.
  mutating func draft() -> Draft {
    let text = EmphasisRepair.repaired(prepared())
    var tree = MarkdownTree.parse(text)
    let marked = source.contains(ascii: "[^") ? HTMLNotes.names(in: tree, text) : []
    var numbers: [String: String] = [:]
    if !marked.isEmpty {
      tree = MarkdownTree.parse(text + HTMLNotes.paragraph(marked))
      // The definitions stand behind all else.
      if let place = tree.children.lastIndex(where: { $0.line > source.lines.count }) {
        let found = HTMLNotes.numbers(in: tree.children.remove(at: place))
        numbers = Dictionary(zip(marked, found)) { first, _ in first }
      }
    }
    var blocks = self.blocks(of: tree)
    if !numbers.isEmpty { HTMLNotes.refer(&blocks, numbers) }
    var draft = Draft(blocks: blocks, source: source)
    draft.notes = notes
    return draft
  }

  /// The source with a blank behind the `#` of headings that lack it (`##标题` is a heading to its writer), and
  /// with no empty line within `<table>`, at which Markdown would stop to see HTML. No line moves.
  private mutating func prepared() -> String {
    var lines = source.lines
    let drawn = DrawnTables.mayBe(in: source) ? DrawnTables(lines) : nil
    if let drawn, drawn.isChanged {
      lines = drawn.lines.map { $0[...] }
      captions = drawn.captions
    }
    if source.contains(ascii: ":::") { lines = ConverterMarks.withoutFences(lines) }
    if source.contains(ascii: "{.") || source.contains(ascii: "{#") || source.contains(ascii: "{custom-style") {
      lines = lines.map { ConverterMarks.withoutAttributes($0) }
    }
    if source.contains(ascii: "$^") || source.contains(ascii: "$_") {
      lines = lines.map { ConverterMarks.withRaisedMarks($0) }
    }
    let isChanged = lines != source.lines
    let hasAnchors = source.contains(ascii: "<span id=") || source.contains(ascii: "[]{#")
    let hasTable =
      source.text.utf8.contains(UInt8(ascii: "<")) && source.lines.contains { $0.lowercased().contains("<table") }
    let unused = unreferencedNotes().union(unreferencedLinks())
    guard hasTable || hasAnchors || !unused.isEmpty || lines.contains(where: { Self.unspacedHeading($0) != nil })
    else {
      return isChanged ? lines.joined(separator: "\n") : source.text
    }
    var inTable = false
    return lines.enumerated().map { index, line in
      let line = hasAnchors ? ConverterMarks.withoutAnchors(line) : line
      if unused.contains(index + 1), let bracket = line.firstIndex(of: "[") {
        return line[..<bracket] + "\\" + line[bracket...]
      }
      if hasTable {
        let low = line.lowercased()
        if low.contains("<table") { inTable = true }
        if low.contains("</table") { inTable = false }
        if inTable, line.trimmed.isEmpty { return "<!-- -->" }
      }
      guard !inTable, let level = Self.unspacedHeading(line) else { return String(line) }
      return String(line.prefix(level)) + " " + line.dropFirst(level)
    }.joined(separator: "\n")
  }

  /// The lines `[name]: …` that no link refers to. The parser would take them for targets of links and drop them.
  private func unreferencedLinks() -> Set<Int> {
    guard source.contains(ascii: "]:") else { return [] }
    var definitions: [(name: String, line: Int)] = []
    for (index, line) in source.lines.enumerated() {
      let text = line.drop { $0 == " " }
      guard text.first == "[", !text.hasPrefix("[^"), let close = text.firstIndex(of: "]"),
        text[close...].hasPrefix("]:")
      else { continue }
      definitions.append((text[text.index(after: text.startIndex)..<close].lowercased(), index + 1))
    }
    guard !definitions.isEmpty else { return [] }
    var uses: [String: Int] = [:]
    for line in source.lines {
      var rest = line[...]
      while let open = rest.firstIndex(of: "[") {
        rest = rest[rest.index(after: open)...]
        guard let close = rest.firstIndex(of: "]") else { break }
        uses[rest[..<close].lowercased(), default: 0] += 1
      }
    }
    return Set(definitions.filter { (uses[$0.name] ?? 0) < 2 }.map(\.line))
  }

  /// The lines of footnotes that nothing refers to. The parser would drop them; as paragraphs they stay.
  private func unreferencedNotes() -> Set<Int> {
    guard source.contains(ascii: "[^") else { return [] }
    var definitions: [(name: Substring, line: Int)] = []
    var references: Set<Substring> = []
    for (index, line) in source.lines.enumerated() {
      var rest = line[...]
      while let open = rest.firstRange(of: "[^") {
        let inner = rest[open.upperBound...]
        guard let close = inner.firstIndex(of: "]") else { break }
        let name = inner[..<close]
        let after = inner[inner.index(after: close)...]
        if after.first == ":", line[..<open.lowerBound].allSatisfy({ $0 == " " }) {
          definitions.append((name, index + 1))
        } else {
          references.insert(name)
        }
        rest = after
      }
    }
    let unused = definitions.filter { !references.contains($0.name) }
    for (name, line) in unused {
      diagnostics.repaired(
        "note-unreferenced", line: line,
        "nothing refers to the footnote “\(excerpt(String(name)))”; it stays as a paragraph",
        zh: "脚注“\(excerpt(String(name)))”没有被引用，已作为段落保留",
        hint: Wording("refer to it in the text or delete it", zh: "请在正文中引用或删除"))
    }
    return Set(unused.map(\.line))
  }

  private static func unspacedHeading(_ line: Substring) -> Int? {
    guard line.utf8.first == UInt8(ascii: "#") else { return nil }
    let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = line.dropFirst(level)
    if rest.utf8.first == UInt8(ascii: " ") { return nil }
    // #话题# is a hashtag.
    guard level <= 6, let next = rest.first, !next.isBlankCharacter, !rest.contains("#") else { return nil }
    return next.isHanCharacter || "【《“（*".contains(next) ? level : nil
  }

  // MARK: Blocks

  private mutating func blocks(of parent: MarkdownNode) -> [DraftBlock] {
    var result: [DraftBlock] = []
    var loose: [MarkdownNode] = []
    for node in parent.children {
      // Text that stands directly in a block came from deeper nesting than is kept: it is a paragraph.
      if node.kind.isInline {
        loose.append(node)
        continue
      }
      appendLoose(&loose, parent, to: &result)
      append(node, to: &result)
    }
    appendLoose(&loose, parent, to: &result)
    return result
  }

  private mutating func appendLoose(
    _ nodes: inout [MarkdownNode], _ parent: MarkdownNode, to result: inout [DraftBlock]
  ) {
    guard !nodes.isEmpty else { return }
    let paragraph = MarkdownNode(
      kind: .paragraph, line: parent.line, column: 1, endLine: parent.endLine, children: nodes)
    nodes = []
    append(paragraph, to: &result)
  }

  private mutating func append(_ node: MarkdownNode, to result: inout [DraftBlock]) {
    let range = SourceRange(
      start: SourcePosition(line: max(1, node.line), column: 1), endLine: max(node.line, node.endLine))
    switch node.kind {
    case .heading(let level):
      let isSetext = !source[node.line].trimmed.hasPrefix("#")
      var block = DraftBlock(form: .heading(level), lines: lines(of: node), source: range)
      guard isSetext else { return result.append(block) }
      // A line under a paragraph makes it a heading to Markdown; to a bulletin `---` is a rule.
      // A line as long as the words above it is a converter's way to write a heading.
      let underline = underline(of: node)
      block.source.endLine = underline
      if level == 2, !underlinesAll(node, underline) {
        block.form = .paragraph
        block.source.endLine = max(node.line, underline - 1)
        result.append(block)
        result.append(DraftBlock(form: .rule, source: SourceRange(line: underline)))
      } else {
        result.append(block)
      }
    case .paragraph:
      appendParagraph(lines(of: node), node, range, to: &result)
    case .thematicBreak:
      result.append(DraftBlock(form: .rule, source: range))
    case .blockQuote:
      result.append(DraftBlock(form: .quote(blocks(of: node)), source: range))
    case .list(let start):
      var items: [[DraftBlock]] = []
      for item in node.children {
        // What nests deeper than is kept stands directly in the list.
        let isItem = if case .item = item.kind { true } else { false }
        items.append(
          blocks(
            of: isItem
              ? item : MarkdownNode(kind: .item, line: item.line, column: 1, endLine: item.endLine, children: [item])))
      }
      var list = DraftBlock(form: .list(start: start, items: items), source: range)
      if start == nil { list.markTasks() }
      result.append(list)
    case .codeBlock(let literal, let fenced):
      let text = EmphasisRepair.unmarked(literal)
      if !fenced, text.hanCount > 0 {
        // Four blanks before a Chinese paragraph are its indent, not a program.
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.trimmed.isEmpty {
          var block = DraftBlock(
            form: .paragraph, lines: [DraftLine(text: line.trimmed, number: node.line + offset)],
            source: SourceRange(line: node.line + offset))
          block.isIndented = true
          result.append(block)
        }
      } else {
        var text = text
        if text.hasSuffix("\n") { text.removeLast() }
        result.append(DraftBlock(form: .ready(.preformatted(Preformatted(text, source: range))), source: range))
      }
    case .htmlBlock(let html):
      if PicturePlaceholderStage.isComment(html) { return result.append(PicturePlaceholderStage.block(at: range)) }
      result += HTMLBlocks.blocks(of: EmphasisRepair.unmarked(html), firstLine: range.line)
    case .table(let alignments):
      result.append(DraftBlock(form: .ready(.table(table(node, alignments, range))), source: range))
    case .footnoteDefinition:
      notes.append(
        (String(notes.count + 1), Note(id: String(notes.count + 1), body: modelBlocks(of: node), source: range)))
    default:
      for child in node.children { append(child, to: &result) }
    }
  }

  /// The line of strokes below a heading: cmark counts a blank line behind it in.
  private func underline(of node: MarkdownNode) -> Int {
    guard node.endLine > node.line else { return max(1, node.line) }
    return (node.line...node.endLine).last { !source[$0].trimmed.isEmpty } ?? node.endLine
  }

  /// Whether the strokes under a heading are four or more, and about as wide as its words.
  private func underlinesAll(_ node: MarkdownNode, _ underline: Int) -> Bool {
    guard underline > node.line else { return false }
    let strokes = source[underline].trimmed.count
    let columns = source[underline - 1].trimmed.columns
    return strokes >= 4 && strokes <= columns + 4 && strokes * 2 >= columns
  }

  private mutating func appendParagraph(
    _ lines: [DraftLine], _ node: MarkdownNode, _ range: SourceRange, to result: inout [DraftBlock]
  ) {
    // A picture alone in its paragraph is a figure.
    if lines.count == 1, lines[0].inlines.count == 1, case .image(let image) = lines[0].inlines[0] {
      result.append(DraftBlock(form: .ready(.figure(Figure(image: image, source: range))), source: range))
      return
    }
    // {width=4in} behind it is a word of pandoc's.
    if lines.count == 1, lines[0].inlines.count == 2, case .image(let image) = lines[0].inlines[0],
      case .text(let size) = lines[0].inlines[1], size.hasPrefix("{"), size.trimmed.hasSuffix("}")
    {
      result.append(DraftBlock(form: .ready(.figure(Figure(image: image, source: range))), source: range))
      return
    }
    // So is one alone on the first line; what follows is a paragraph of its own, its caption perhaps.
    if lines.count > 1, case .image(let image) = lines[0].inlines.first,
      lines[0].inlines.dropFirst().allSatisfy({ $0.plainText.trimmed.isEmpty })
    {
      let place = SourceRange(line: lines[0].number)
      result.append(DraftBlock(form: .ready(.figure(Figure(image: image, source: place))), source: place))
      return appendParagraph(
        Array(lines.dropFirst()), node,
        SourceRange(start: SourcePosition(line: lines[1].number), endLine: range.endLine), to: &result)
    }
    // <br> before the words breaks nothing.
    if lines.count > 1, lines[0].inlines.isEmpty {
      return appendParagraph(Array(lines.dropFirst()), node, range, to: &result)
    }
    // Escaped asterisks alone (\\* \\* \\*) are a rule that some converter wrote.
    if lines.count == 1, lines[0].text.isRuleOfMarks {
      result.append(DraftBlock(form: .rule, source: range))
      return
    }
    // An indent of two ideographic spaces begins a paragraph, also where no empty line does. So does each line where
    // all are sentences of unlike length: text pasted without empty lines.
    let eachIsOne = Self.areParagraphs(lines)
    var start = 0
    for index in lines.indices {
      let next = index + 1
      guard next == lines.count || eachIsOne || Self.isIndented(source[lines[next].number]) else { continue }
      var block = DraftBlock(
        form: .paragraph, lines: Array(lines[start..<next]),
        source: SourceRange(start: SourcePosition(line: lines[start].number), endLine: lines[index].number))
      block.isIndented = Self.isIndented(source[lines[start].number])
      // &nbsp; alone was an empty line.
      let holds = block.lines.contains { line in
        line.inlines.contains {
          switch $0 {
          case .text, .lineBreak: false
          default: true
          }
        }
      }
      if holds || !block.text.trimmed.isEmpty { result.append(block) }
      start = next
    }
  }

  /// Whether each line is a Chinese paragraph by itself: it ends as one, and is not as wide as the others.
  private static func areParagraphs(_ lines: [DraftLine]) -> Bool {
    guard lines.count > 1, !lines.contains(where: \.endsHard) else { return false }
    let columns = lines.map(\.text.columns)
    guard let widest = columns.max(), let narrowest = columns.dropLast().min(), widest >= 48,
      widest - narrowest > 8 || widest > 100
    else { return false }
    return lines.allSatisfy { line in
      let text = line.text.trimmed
      guard text.columns >= 20, text.hanCount * 3 > text.columns, let last = text.unicodeScalars.last else {
        return false
      }
      let inner = text.unicodeScalars.reversed().first { !$0.isClosing } ?? last
      return (inner == "。" || inner == "！" || inner == "？") && text.unicodeScalars.first?.continuesText == false
    }
  }

  static func isIndented(_ line: Substring) -> Bool {
    var hard = 0
    for scalar in line.unicodeScalars {
      guard scalar.isBlank else { return false }
      if scalar == "\u{3000}" { return true }
      if scalar == "\u{A0}" { hard += 1 }
      if hard == 2 { return true }
    }
    return false
  }

  private mutating func caption(_ text: String) -> [Inline] {
    let paragraph = MarkdownTree.parse(EmphasisRepair.repaired(text)).children.first
    return paragraph.map { LineJoining.joined(lines(of: $0)) } ?? [.text(text)]
  }

  private mutating func table(_ node: MarkdownNode, _ alignments: [UInt8], _ range: SourceRange) -> Table {
    var headerRows = 0
    var rows: [[Table.Cell]] = []
    for row in node.children {
      if case .tableRow(header: true) = row.kind { headerRows += 1 }
      rows.append(
        row.children.map { cell in
          let inlines = LineJoining.joined(lines(of: cell))
          return Table.Cell(inlines.isEmpty ? [] : [.paragraph(Paragraph(inlines))])
        })
    }
    // A pipe table cannot but have a head; one without words is none.
    if headerRows == 1, rows.count > 1, rows[0].allSatisfy(\.body.isEmpty) {
      rows.removeFirst()
      headerRows = 0
    }
    let caption = captions[range.line].map { self.caption($0) }
    return Table(
      caption: caption,
      alignments: alignments.map {
        $0 == UInt8(ascii: "l") ? .left : $0 == UInt8(ascii: "c") ? .center : $0 == UInt8(ascii: "r") ? .right : .none
      },
      headerRows: headerRows, rows: rows, source: range)
  }

  /// The blocks of a footnote as the model has them; footnotes are no place for bulletin structure.
  private mutating func modelBlocks(of node: MarkdownNode) -> [Block] {
    blocks(of: node).flatMap { ModelBlocks.plain($0) }
  }

  // MARK: Inlines

  /// The lines of a node's text. A mark that spans lines is ended and begun again at each line's end.
  private mutating func lines(of node: MarkdownNode) -> [DraftLine] {
    inlineLine = max(1, node.line)
    var lines: [DraftLine] = []
    var number = inlineLine
    var pieces = pieces(of: node.children)
    // A break before the end parts nothing.
    while pieces.count > 1, pieces.last?.inlines.isEmpty == true {
      pieces.removeLast()
      pieces[pieces.count - 1].endsHard = false
    }
    for piece in pieces {
      lines.append(DraftLine(inlines: piece.inlines.merged, number: number, endsHard: piece.endsHard))
      number += 1
    }
    return lines
  }

  private struct Piece {
    var inlines: [Inline] = []
    var endsHard = false
  }

  private func pieces(of nodes: [MarkdownNode]) -> [Piece] {
    var pieces = [Piece()]
    func add(_ inline: Inline) { pieces[pieces.count - 1].inlines.append(inline) }
    func wrap(_ inner: [Piece], _ mark: ([Inline]) -> Inline) {
      for (index, piece) in inner.enumerated() {
        if !piece.inlines.isEmpty { add(mark(piece.inlines.merged)) }
        if index < inner.count - 1 {
          pieces[pieces.count - 1].endsHard = piece.endsHard
          pieces.append(Piece())
        }
      }
    }
    // Where each kind of tag is closed for the last time: none is looked for behind that, lest many that are never
    // closed each look through all the rest.
    var lastEnds: [(name: String, place: Int)]?
    func isClosed(_ name: String, behind index: Int) -> Bool {
      if lastEnds == nil { lastEnds = Self.lastEnds(in: nodes) }
      return lastEnds?.contains { $0.name == name && $0.place >= index } ?? false
    }
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      index += 1
      switch node.kind {
      case .text(let text):
        let clean = Self.withoutMarks(text)
        if !clean.isEmpty { add(.text(clean)) }
      case .code(let text): add(.code(EmphasisRepair.unmarked(text)))
      case .htmlInline(let html):
        let html = EmphasisRepair.unmarked(html)
        guard let tag = HTMLTag(html) else { break }
        if !tag.isKnown {
          // <某人> is no tag but somebody's brackets.
          add(.text(html))
        } else if tag.name == "br" {
          pieces[pieces.count - 1].endsHard = true
          pieces.append(Piece())
        } else if tag.isBlock {
          // A list or a paragraph within a cell: its lines are lines.
          if pieces[pieces.count - 1].inlines.contains(where: { !$0.plainText.trimmed.isEmpty }) {
            pieces[pieces.count - 1].endsHard = true
            pieces.append(Piece())
          }
        } else if tag.name == "img", let image = tag.image {
          add(.image(image))
        } else if !tag.isEnd, let mark = tag.mark, isClosed(tag.name, behind: index),
          let end = Self.end(of: tag.name, in: nodes, from: index)
        {
          wrap(self.pieces(of: Array(nodes[index..<end])), mark)
          index = end + 1
        }
      case .softBreak: pieces.append(Piece())
      case .lineBreak:
        pieces[pieces.count - 1].endsHard = true
        pieces.append(Piece())
      case .strong: wrap(self.pieces(of: node.children)) { .strong($0) }
      case .emphasis: wrap(self.pieces(of: node.children)) { .emphasis($0) }
      case .link(let target): wrap(self.pieces(of: node.children)) { .link(target: target, $0) }
      case .image(let target):
        let description = self.pieces(of: node.children).map(\.inlines.plainText).joined(separator: " ")
        add(.image(ImageReference(target: target, description: description)))
      case .footnoteReference(let number): add(.noteReference(number))
      default: wrap(self.pieces(of: node.children)) { $0.count == 1 ? $0[0] : .text($0.plainText) }
      }
    }
    return pieces
  }

  /// For each tag that is closed among `nodes`, where that is done for the last time.
  private static func lastEnds(in nodes: [MarkdownNode]) -> [(name: String, place: Int)] {
    var ends: [(name: String, place: Int)] = []
    for index in nodes.indices.reversed() {
      guard case .htmlInline(let html) = nodes[index].kind, let tag = HTMLTag(html), tag.isEnd, tag.mark != nil,
        !ends.contains(where: { $0.name == tag.name })
      else { continue }
      ends.append((tag.name, index))
    }
    return ends
  }

  /// Where the tag `name` opened before `start` is closed among `nodes`.
  private static func end(of name: String, in nodes: [MarkdownNode], from start: Int) -> Int? {
    nodes.indices.dropFirst(start).first { index in
      guard case .htmlInline(let html) = nodes[index].kind, let tag = HTMLTag(html) else { return false }
      return tag.isEnd && tag.name == name
    }
  }

  private static func withoutMarks(_ text: String) -> String {
    guard text.contains(EmphasisRepair.markText) else { return text }
    return String(mapping: text) { $0 == EmphasisRepair.mark ? nil : $0 }
  }
}
