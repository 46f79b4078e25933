import IssueModel

/// Reads Markdown into a draft. The parser's word on what is a heading or a list is kept as a hint; what the
/// hint is worth, recovery decides.
struct MarkdownReader {
  let source: SourceText
  let switches: RepairSwitches
  let diagnostics: DiagnosticSink
  private var notes: [(id: String, note: Note)] = []
  /// The captions of tables that strokes drew, by the line of the table.
  private(set) var captions: [Int: String] = [:]
  /// Where notes stand that were written within their sentences, by the line that they got.
  private var noteLines: [Int: Int] = [:]

  /// The caption of the table at `line`, which is nobody else's then.
  mutating func takeCaption(_ line: Int) -> String? { captions.removeValue(forKey: line) }

  init(source: SourceText, switches: RepairSwitches, diagnostics: DiagnosticSink) {
    self.source = source
    self.switches = switches
    self.diagnostics = diagnostics
  }

  /// The draft of the whole source.
  mutating func draft() -> Draft {
    var preparation = MarkdownPreparation(source: source, diagnostics: diagnostics)
    var text = ReferenceExpansion.limited(preparation.text(), diagnostics)
    captions = preparation.captions
    noteLines = preparation.noteLines
    let doubled = source.contains(ascii: "]:") && source.contains(ascii: "[^") ? DoubledNotes(text) : nil
    if let doubled { text = doubled.text }
    let tree = WholeTree(EmphasisRepair.repaired(text), of: source, switches, diagnostics)
    if source.contains(ascii: "~~") { reportStruck(in: tree.root, line: 1) }
    LeftOutOfMarkdown.report(tree.root, source, diagnostics)
    var blocks = self.blocks(of: tree.root)
    placeCaptions(in: &blocks)
    if !tree.numbers.isEmpty { HTMLNotes.refer(&blocks, tree.numbers) }
    var draft = Draft(blocks: blocks, source: source)
    draft.notes = notes
    if doubled != nil { draft.scrubNames() }
    return draft
  }

  /// Tells of words that are struck out: the model has no such mark, so they are printed like any others.
  private func reportStruck(in node: MarkdownNode, line: Int) {
    let line = node.line > 0 ? node.line : line
    guard case .strikethrough = node.kind else {
      for child in node.children { reportStruck(in: child, line: line) }
      return
    }
    Self.tellStruck(node, line, diagnostics)
  }

  /// Tells that the words of `node` are struck out.
  static func tellStruck(_ node: MarkdownNode, _ line: Int, _ diagnostics: DiagnosticSink) {
    let words = excerpt(MarkdownInlines.lines(of: node).map { $0.inlines.plainText }.joined(separator: " "))
    guard !words.isEmpty else { return }
    diagnostics.report(
      Diagnostic(
        id: "strikethrough-dropped", severity: .warning, at: SourcePosition(line: line),
        message: Wording("“\(words)” is struck out, but is printed", zh: "“\(words)”带删除线，仍照常印出"),
        hint: Wording("take the words out if they are not to be printed", zh: "如不应印出，请删去")))
  }

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
      var block = DraftBlock(form: .heading(level), lines: MarkdownInlines.lines(of: node), source: range)
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
      appendParagraph(MarkdownInlines.lines(of: node), range, to: &result)
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
      if start == nil {
        list.markTasks()
        list.openDoubledMarks()
      } else {
        keepNumbers(of: node.children, in: &list)
      }
      result.append(list)
    case .codeBlock(let literal, let info):
      let text = EmphasisRepair.unmarked(literal)
      if info == nil, text.hanCount > 0 {
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
      if ConverterMarks.isPageBreak(html) { return result.append(DraftBlock(form: .pageBreak, source: range)) }
      result += HTMLBlocks.blocks(of: EmphasisRepair.unmarked(html), firstLine: range.line, diagnostics)
    case .table(let alignments):
      result.append(DraftBlock(form: .ready(.table(table(node, alignments, range))), source: range))
    case .footnoteDefinition:
      // A note that stood within its sentence has no line of its own.
      let place = noteLines[node.line].map { SourceRange(line: $0) }
      let body = modelBlocks(of: node).map { block in
        guard let place, case .paragraph(var paragraph) = block else { return block }
        paragraph.source = place
        return .paragraph(paragraph)
      }
      notes.append((String(notes.count + 1), Note(id: String(notes.count + 1), body: body, source: place ?? range)))
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

  /// The blocks of a footnote as the model has them; footnotes are no place for bulletin structure.
  private mutating func modelBlocks(of node: MarkdownNode) -> [Block] {
    blocks(of: node).flatMap { ModelBlocks.plain($0) }
  }
}
