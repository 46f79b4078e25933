import IssueModel

/// Parses Markdown so that the tree has every word of the text. What the parser would drop by its rules (cells beyond a
/// table's head, notes that nothing refers to, a comment without an end) is looked for in the tree, written otherwise and
/// parsed again.
struct WholeTree {
  /// The tree.
  private(set) var root: MarkdownNode
  /// The numbers of the notes whose marks stand in HTML, by their names.
  private(set) var numbers: [String: String] = [:]

  private let source: SourceText
  private let switches: RepairSwitches
  private let diagnostics: DiagnosticSink
  private var text: String
  /// Whether the empty lines that the text lacks were told of.
  private var isSpread = false

  /// The tree of `text`, which is `source` prepared.
  init(_ text: String, of source: SourceText, _ switches: RepairSwitches, _ diagnostics: DiagnosticSink) {
    self.source = source
    self.switches = switches
    self.diagnostics = diagnostics
    self.text = text
    root = MarkdownNode(kind: .document, line: 1, column: 1, endLine: 1)
    parse()
    if source.contains(ascii: "<"), let closed = OpenComments(in: self.text, root) {
      self.text = closed.text
      diagnostics.report(closed)
      parse()
    }
    if source.contains(ascii: "|"), let rows = LongRows(in: self.text, root) {
      self.text = rows.text
      diagnostics.report(rows)
      parse()
    }
    if source.contains(ascii: "]:"), let dropped = DroppedDefinitions(in: self.text, root) {
      self.text = dropped.text
      for (name, line) in dropped.notes {
        diagnostics.repaired(
          "note-unreferenced", line: line,
          "nothing refers to the footnote “\(excerpt(name))”; it stays as a paragraph",
          zh: "脚注“\(excerpt(name))”没有被引用，已作为段落保留",
          hint: Wording("refer to it in the text or delete it", zh: "请在正文中引用或删除"))
      }
      parse()
    }
  }

  private mutating func parse() {
    root = tree()
    numbers = [:]
    let marked = holdsNotes ? HTMLNotes.names(in: root, text) : []
    guard !marked.isEmpty else { return }
    root = MarkdownTree.parse(text + HTMLNotes.paragraph(marked))
    // The definitions stand behind all else.
    if let place = root.children.lastIndex(where: { $0.line > source.lines.count }) {
      let found = HTMLNotes.numbers(in: root.children.remove(at: place))
      numbers = Dictionary(zip(marked, found)) { first, _ in first }
    }
  }

  /// Whether marks of notes stand in the text, those of the source or those that pandoc's became.
  private var holdsNotes: Bool { source.contains(ascii: "[^") || source.contains(ascii: "^[") }

  /// The tree of the text, with the empty lines that it lacks. Footnotes and the widest tables need theirs as they are.
  private mutating func tree() -> MarkdownNode {
    guard switches.allow(MissingEmptyLines.name) else { return MarkdownTree.parse(text) }
    if holdsNotes {
      guard let spread = LazyLines.spreadBelowNotes(text), WideTables(in: text) == nil else {
        return MarkdownTree.parse(text)
      }
      tellSpread(
        spread, "no empty line stands below a footnote: it ends where other text begins",
        zh: "脚注之后没有空行（\(spread.count)处）：其后的文字另起一段")
      return MarkdownTree.parse(spread)
    }
    if let spread = MissingEmptyLines.spread(text), WideTables(in: text) == nil {
      tellSpread(
        spread, "no empty lines stand between paragraphs: each line was read as one", zh: "段落之间没有空行：每行按一段处理")
      return MarkdownTree.parse(spread)
    }
    if let spread = LazyLines.spread(text), WideTables(in: text) == nil {
      tellSpread(
        spread,
        "no empty line stands below a list, quotation or table"
          + (spread.count > 1 ? ", nor below \(spread.count - 1) more" : "") + ": it ends where other text begins",
        zh: "列表、引文或表格之后没有空行（\(spread.count)处）：其后的文字另起一段")
      return MarkdownTree.parse(spread)
    }
    return MarkdownTree.parse(text)
  }

  /// Tells of the empty lines that the text lacks, once however often it is parsed.
  private mutating func tellSpread(_ spread: SpreadText, _ english: String, zh chinese: String) {
    guard !isSpread else { return }
    isSpread = true
    diagnostics.repaired(
      "empty-lines-missing", line: spread.firstLine ?? 1, english, zh: chinese, severity: .note,
      hint: Wording(
        "put empty lines between the paragraphs, or use --no-repair missing-empty-lines",
        zh: "请在段落之间加空行，或用 --no-repair missing-empty-lines"), confidence: 0.9)
  }
}
