import IssueModel
import XMLBinding

/// Tells of words that stand in a Markdown text, but not in its lines: comments, the titles of links, what is said of a program
/// beside its language. Also of marks of footnotes that are not there.
struct LeftOutOfMarkdown {
  private let source: SourceText
  private let diagnostics: DiagnosticSink
  /// Whether the text states its structure: some comments are then marks, and no titles are captions.
  private let isStated: Bool

  /// Reports what `tree` has and its readers do not see.
  static func report(
    _ tree: MarkdownNode, _ source: SourceText, isStated: Bool = false, _ diagnostics: DiagnosticSink
  ) {
    // Most texts hold none of all this.
    let marks: [StaticString] = ["](", "]:", "[^", "<", "```", "~~~"]
    guard marks.contains(where: { source.contains(ascii: $0) }) else { return }
    LeftOutOfMarkdown(source: source, diagnostics: diagnostics, isStated: isStated).visit(tree, line: 1)
  }

  private func visit(_ node: MarkdownNode, in parent: MarkdownNode? = nil, line: Int) {
    let line = node.line > 0 ? node.line : line
    switch node.kind {
    case .link(_, let title): visit(title: title.trimmed, of: node, line)
    case .image(_, let title): if isStated { visit(title: title.trimmed, of: node, line) }
    case .htmlInline(let html): visit(tag: html, in: parent, line)
    case .htmlBlock(let html): visit(html: html, line)
    case .codeBlock(_, let info): if let info { visit(info: EmphasisRepair.unmarked(info).trimmed, line) }
    case .text(let text): if text.contains("[^") { visit(marksIn: text, line) }
    default: break
    }
    visit(struckIn: node.children, line)
    for child in node.children { visit(child, in: node, line: line) }
  }

  private func visit(tag html: String, in parent: MarkdownNode?, _ line: Int) {
    if html.hasPrefix("<!") || html.hasPrefix("<?") { return report(comment: html, line) }
    guard html.contains("="), let tag = HTMLTag(html), tag.isKnown || tag.isKnownInPairs,
      let fragment = try? HTMLFragment(parsing: EmphasisRepair.unmarked(html))
    else { return }
    var found = ShownNodes(fragment.nodes, isPage: false).leftOut
    guard !found.isEmpty else { return }
    let words = parent.map { MarkdownInlines.lines(of: $0).map(\.text).joined(separator: " ") } ?? ""
    found.removeAll { !$0.words.isEmpty && words.contains($0.words) }
    diagnostics.report(found, firstLine: line)
  }

  /// Tells of words between <del>, <s> or <strike> and their ends: they are printed like any others.
  private func visit(struckIn nodes: [MarkdownNode], _ line: Int) {
    var open: (name: String, place: Int)?
    for (place, node) in nodes.enumerated() {
      guard case .htmlInline(let html) = node.kind, let tag = HTMLTag(html), ["del", "s", "strike"].contains(tag.name)
      else { continue }
      if let start = open, tag.isEnd, tag.name == start.name {
        open = nil
        let struck = MarkdownNode(
          kind: .strikethrough, line: line, column: 0, endLine: line, children: Array(nodes[(start.place + 1)..<place]))
        MarkdownReader.tellStruck(struck, line, diagnostics)
      } else if open == nil, !tag.isEnd {
        open = (tag.name, place)
      }
    }
  }

  private func visit(title: String, of link: MarkdownNode, _ line: Int) {
    guard !title.isEmpty else { return }
    let words = MarkdownInlines.lines(of: link).map(\.text).joined(separator: " ")
    guard !words.contains(title) else { return }
    diagnostics.repaired(
      "title-attribute-dropped", line: line,
      "the title “\(excerpt(title, toldLength))” of the link “\(excerpt(words))” was left out",
      zh: "链接“\(excerpt(words))”的提示文字“\(excerpt(title, toldLength))”未印出", severity: .note,
      hint: Wording("write it into the text if it is to be printed", zh: "如需印出，请写入正文"))
  }

  /// What is said of a program: one word is its language.
  private func visit(info: String, _ line: Int) {
    guard info.contains(where: { $0.isBlankCharacter || !$0.isASCII }) else { return }
    diagnostics.repaired(
      "code-info-dropped", line: line, "“\(excerpt(info, toldLength))” behind the fence of a program was left out",
      zh: "代码块标记后的“\(excerpt(info, toldLength))”未印出", severity: .note,
      hint: Wording("write it into the text if it is to be printed", zh: "如需印出，请写入正文"))
  }

  /// Marks for which there is no note, as words of a text from `line` on.
  private func visit(marksIn text: String, _ line: Int) {
    for piece in DoubledNotes.scrubbed(text).split(separator: "[^").dropFirst(text.hasPrefix("[^") ? 0 : 1) {
      guard let close = piece.firstIndex(of: "]") else { continue }
      let name = piece[..<close]
      // [^a-z] is none.
      guard (1...20).contains(name.count), name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
        let found = place(of: "[^\(name)]", from: line)
      else { continue }
      diagnostics.repaired(
        "note-missing", line: found, "there is no footnote “\(name)”; its mark stays in the text as [^\(name)]",
        zh: "没有脚注“\(name)”，注号以[^\(name)]保留在正文中",
        hint: Wording("add [^\(name)]: … below the text, or take the mark out", zh: "请补上 [^\(name)]: …，或删去注号"))
    }
  }

  /// The line on which `mark` stands, not behind a backslash and not as the begin of a note; nil if none near does.
  private func place(of mark: String, from first: Int) -> Int? {
    for index in max(0, first - 1)..<min(source.lines.count, first + 20) {
      let line = source.lines[index]
      var rest = line
      while let place = rest.firstRange(of: mark) {
        rest = line[place.upperBound...]
        let before = line[..<place.lowerBound]
        if before.last != "\\", rest.first != ":" || !DroppedDefinitions.mayBegin(behind: before) { return index + 1 }
      }
    }
    return nil
  }

  // MARK: Comments

  private func visit(html: String, _ line: Int) {
    guard html.contains("<!") || html.contains("<?"), !PicturePlaceholderStage.isComment(html),
      !ConverterMarks.isPageBreak(html)
    else { return }
    var rest = html[...]
    var line = line
    while let begin = rest.firstRange(of: "<") {
      line += rest[..<begin.lowerBound].count { $0.isNewline }
      let inner = rest[begin.lowerBound...]
      let marks = [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")]
      guard let (_, close) = marks.first(where: { inner.hasPrefix($0.0) }) else {
        rest = inner.dropFirst()
        continue
      }
      let end = inner.firstRange(of: close)?.upperBound ?? inner.endIndex
      report(comment: String(inner[..<end]), line)
      line += inner[..<end].count { $0.isNewline }
      rest = inner[end...]
    }
  }

  private func report(comment html: String, _ line: Int) {
    if isStated, StatedMarker(html) != nil { return }
    var words = EmphasisRepair.unmarked(html)[...]
    for mark in ["<![CDATA[", "<!--", "<!", "<?"] where words.hasPrefix(mark) {
      words = words.dropFirst(mark.count)
      break
    }
    for mark in ["]]>", "-->", "?>", ">"] where words.hasSuffix(mark) {
      words = words.dropLast(mark.count)
      break
    }
    let text = words.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
    guard text.unicodeScalars.contains(where: \.isWordScalar) else { return }
    diagnostics.repaired(
      "comment-dropped", line: line, "the comment “\(excerpt(text, toldLength))” was left out",
      zh: "注释“\(excerpt(text, toldLength))”未印出", severity: .note)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit or an ideograph.
  var isWordScalar: Bool { isHan || isASCIIDigit || isASCIILetter || properties.isAlphabetic }
}
