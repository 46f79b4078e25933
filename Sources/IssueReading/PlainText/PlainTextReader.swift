import IssueModel

/// Reads text without marks into a draft: paragraphs by empty lines, by indents and by the widths of lines.
///
/// Where many long lines have nearly one width, the text was wrapped by a program: a line as wide as that goes
/// on in the next. Elsewhere a line is a paragraph.
struct PlainTextReader {
  let source: SourceText

  /// The draft of the whole source.
  func draft() -> Draft {
    let lines = source.lines.enumerated().map { Line(number: $0.offset + 1, $0.element) }
    let margin = leftMargin(lines)
    let width = wrapWidth(lines)
    var blocks: [DraftBlock] = []
    var open: [Line] = []
    func close() {
      guard let first = open.first, let last = open.last else { return }
      var block = DraftBlock(
        form: .paragraph, lines: open.map { DraftLine(text: $0.text, number: $0.number) },
        source: SourceRange(start: SourcePosition(line: first.number), endLine: last.number))
      block.isCentred = isCentred(first, width: width ?? 72, margin: margin)
      block.isIndented = !block.isCentred && first.indent >= margin + 2
      blocks.append(block)
      open = []
    }
    for line in lines {
      if line.hasFormFeed {
        close()
        blocks.append(DraftBlock(form: .pageBreak, source: SourceRange(line: line.number)))
      }
      if line.isEmpty {
        close()
      } else if line.isRule {
        close()
        blocks.append(DraftBlock(form: .rule, source: SourceRange(line: line.number)))
      } else if let last = open.last, goesOn(last, line, width: width, margin: margin) {
        open.append(line)
      } else {
        close()
        open = [line]
      }
    }
    close()
    return Draft(blocks: blocks, source: source)
  }

  private struct Line {
    var number: Int
    var text: String
    /// Columns of blanks before the text.
    var indent: Int
    /// Columns of the whole line.
    var columns: Int
    var hasFormFeed: Bool

    init(number: Int, _ line: Substring) {
      self.number = number
      hasFormFeed = line.unicodeScalars.contains("\u{0C}")
      let clean = hasFormFeed ? String(line.unicodeScalars.filter { $0 != "\u{0C}" }.map(Character.init)) : String(line)
      text = clean.trimmed
      indent = clean.unicodeScalars.prefix { $0.isBlank }.reduce(0) { $0 + ($1 == "\t" ? 4 : $1.isWide ? 2 : 1) }
      columns = indent + text.columns
    }

    var isEmpty: Bool { text.isEmpty }
    /// Columns of the first word; of a Han, two.
    var firstWordColumns: Int {
      guard let first = text.unicodeScalars.first, !first.isWide else { return 2 }
      return String(text.prefix { !$0.isBlankCharacter }).columns
    }
    /// A line of dashes, equals signs, asterisks or box characters.
    var isRule: Bool {
      let scalars = text.unicodeScalars.filter { !$0.isBlank }
      return scalars.count >= 4 && scalars.allSatisfy { "-=_—─━*＝－﹣～~═".unicodeScalars.contains($0) }
    }
  }

  /// Columns of blanks before running text: the least that a fair share of the long lines has. A masthead may
  /// stand further left.
  private func leftMargin(_ lines: [Line]) -> Int {
    var counts: [Int: Int] = [:]
    var long = 0
    for line in lines where line.columns >= 40 && !line.isRule {
      counts[line.indent, default: 0] += 1
      long += 1
    }
    let common = counts.filter { $0.value * 4 >= long && $0.value >= 3 }.keys.min()
    return common ?? lines.filter { !$0.isEmpty }.map(\.indent).min() ?? 0
  }

  /// The width the text was wrapped at; nil for a text whose lines are paragraphs.
  private func wrapWidth(_ lines: [Line]) -> Int? {
    let long = lines.map(\.columns).filter { $0 >= 40 }.sorted()
    guard long.count >= 6 else { return nil }
    // The width most lines come near to.
    let width = long[long.count * 9 / 10]
    guard width <= 140 else { return nil }
    let near = long.filter { $0 >= width - 5 && $0 <= width + 2 }.count
    if near * 10 >= long.count * 4 { return width }
    // Words leave a ragged edge: a line is full if the next line's first word would not have fitted.
    guard let widest = long.last, widest <= 140 else { return nil }
    var full = 0
    var pairs = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.columns >= 40 && !next.isEmpty {
      pairs += 1
      if line.columns + 1 + next.firstWordColumns > widest { full += 1 }
    }
    return pairs >= 5 && full * 10 >= pairs * 6 ? widest : nil
  }

  private func goesOn(_ last: Line, _ line: Line, width: Int?, margin: Int) -> Bool {
    guard let width else { return false }
    let isFull =
      last.columns >= width - 8
      || last.text.hanCount == 0 && last.columns >= 36 && last.columns + 1 + line.firstWordColumns > width
    guard isFull else { return false }
    // An indent begins a paragraph; so does what begins a line of its own.
    guard
      line.indent < margin + 2
        || line.indent == last.indent && last.indent >= margin + 2 && last.columns >= width - 3
          && line.indent > margin + 4
    else { return false }
    if LineGrammar.sectionMark(line.text) != nil || LineGrammar.distribution(line.text) != nil { return false }
    if LineGrammar.pageNumber(line.text) != nil && LineGrammar.isCertainPageNumber(line.text) { return false }
    if let end = last.text.unicodeScalars.last, end.endsSentence, let numbering = LineGrammar.numbering(line.text),
      numbering.level <= 4
    {
      return false
    }
    return ContentsLine(last.text).page == nil
  }

  private func isCentred(_ line: Line, width: Int, margin: Int) -> Bool {
    let left = line.indent - margin
    guard left >= 5, line.text.columns <= width - 8 else { return false }
    let right = width - line.columns
    // Centred by hand is seldom exact: further in than any paragraph, and not at the right margin.
    return abs(left - right) <= max(6, width / 8) || left >= 6 && right >= 6 && left <= width / 2
  }
}
