import IssueModel

/// Reads text without marks into a draft: paragraphs by empty lines, by indents and by the widths of lines.
///
/// Where many long lines have nearly one width, the text was wrapped by a program: a line as wide as that goes
/// on in the next. Elsewhere a line is a paragraph.
struct PlainTextReader {
  let source: SourceText

  /// The draft of the whole source.
  func draft() -> Draft {
    let lines = BoxedLines.opened(source.lines.enumerated().map { PlainTextLine(number: $0.offset + 1, $0.element) })
    let margin = leftMargin(lines)
    let width = wrapWidth(lines)
    // In an issue in two languages, lines of Han end where no further one fits, Latin ones further out.
    let chineseWidth = width == nil ? nil : chineseWidth(lines) ?? width
    let indent = paragraphIndent(lines, margin: margin)
    let runs = SpreadLines.widths(of: lines, wasSpread: source.wasSpread)
    var blocks: [DraftBlock] = []
    var open: [PlainTextLine] = []
    func close() {
      guard let first = open.first, let last = open.last else { return }
      let isBlock = open.count > 1 && open.allSatisfy { $0.indent == first.indent } && first.text.hanCount == 0
      if open.allSatisfy({ $0.text.hasPrefix("> ") }) { return closeQuote() }
      var block = DraftBlock(
        form: .paragraph, lines: open.map { DraftLine(text: $0.text, number: $0.number) },
        source: SourceRange(start: SourcePosition(line: first.number), endLine: last.number))
      block.isFlushRight = open.count == 1 && isFlushRight(first, width: width ?? 72, margin: margin)
      block.isCentred = !isBlock && !block.isFlushRight && isCentred(first, width: width ?? 72, margin: margin)
      if !block.isCentred, !block.isFlushRight, open.count == 1, let indent, first.indent >= indent + 3,
        first.text.hanCount > 0,
        first.text.columns + 16 <= (width ?? 72), !first.hasColumns,
        first.indent + first.text.columns < (width ?? 72) - 4
      {
        // Further in than paragraphs begin, and not at the right: in the middle, as well as blanks can set it.
        block.isCentred = true
      }
      block.isIndented = !block.isCentred && first.indent >= margin + 2
      blocks.append(block)
      open = []
    }
    /// Lines that a mark sets off as in a mail.
    func closeQuote() {
      guard let first = open.first, let last = open.last else { return }
      let source = SourceRange(start: SourcePosition(line: first.number), endLine: last.number)
      let inner = DraftBlock(
        form: .paragraph, lines: open.map { DraftLine(text: $0.text.dropFirst(2).trimmed, number: $0.number) },
        source: source)
      blocks.append(DraftBlock(form: .quote([inner]), source: source))
      open = []
    }
    let tables = PlainTextTables.tables(in: lines)
    let heads = MarkedLines.heads(in: lines)
    let edges = PlainTextPages.edges(in: lines)
    var table = 0
    for (index, line) in lines.enumerated() {
      if table < tables.count, tables[table].lines.contains(index) {
        if index == tables[table].lines.lowerBound {
          close()
          let found = tables[table].block
          blocks.append(DraftBlock(form: .ready(found), source: found.source ?? SourceRange(line: line.number)))
        }
        if index == tables[table].lines.upperBound - 1 { table += 1 }
        continue
      }
      if line.hasFormFeed {
        close()
        blocks.append(DraftBlock(form: .pageBreak, source: SourceRange(line: line.number)))
      }
      if line.isEmpty {
        close()
      } else if let words = heads[index] {
        close()
        blocks.append(
          DraftBlock(
            form: .heading(2), lines: [DraftLine(text: words, number: line.number)],
            source: SourceRange(line: line.number)))
      } else if line.isRule, open.count == 1, let title = open.first, title.number == line.number - 1,
        Self.underlines(line, title)
      {
        // Words with as many strokes below them are a heading; = is above -.
        close()
        blocks[blocks.count - 1].form = .heading(line.text.hasPrefix("=") || line.text.hasPrefix("═") ? 1 : 2)
        blocks[blocks.count - 1].isIndented = false
        blocks.append(DraftBlock(form: .rule, source: SourceRange(line: line.number)))
      } else if line.isRule {
        close()
        blocks.append(DraftBlock(form: .rule, source: SourceRange(line: line.number)))
      } else if edges.contains(index) {
        close()
        open = [line]
        close()
      } else if let last = open.last, let run = runs[index],
        SpreadLines.goesOn(last, line, width: run, wasSpread: source.wasSpread)
      {
        open.append(line)
      } else if let first = open.first, let last = open.last, runs[index] == nil,
        goesOn(
          first, last, line, width: Self.isChinese(last.text) ? chineseWidth : width, margin: margin, indent: indent)
      {
        open.append(line)
      } else {
        close()
        open = [line]
      }
    }
    close()
    // Below a line at the right margin, what stands in the right half is of the same signature.
    for index in blocks.indices.dropFirst() {
      let block = blocks[index]
      guard blocks[index - 1].isFlushRight, !block.isFlushRight, case .paragraph = block.form, block.lines.count == 1,
        block.line == blocks[index - 1].line + 1, lines[block.line - 1].indent - margin >= max(16, (width ?? 72) / 3)
      else { continue }
      blocks[index].isFlushRight = true
      blocks[index].isCentred = false
      blocks[index].isIndented = true
    }
    return Draft(blocks: blocks, source: source)
  }

  /// Whether `rule` is a stroke under the words of `title`, as wide as they are.
  private static func underlines(_ rule: PlainTextLine, _ title: PlainTextLine) -> Bool {
    abs(rule.text.columns - title.text.columns) <= 2 && title.text.columns <= 80 && !title.hasColumns
      && abs(rule.indent - title.indent) <= 2 && !LineGrammar.isProse(title.text)
      // 發行人：甲　　編輯：乙 fills the line above the rule by accident.
      && (title.text.columnsByGaps.count == 1 || LineGrammar.anyLabelled(title.text) == nil)
  }

  /// Columns of blanks before running text: the least that a fair share of the long lines has. A masthead may
  /// stand further left.
  private func leftMargin(_ lines: [PlainTextLine]) -> Int {
    var counts: [Int: Int] = [:]
    var long = 0
    for line in lines where line.columns >= 40 && !line.isRule {
      counts[line.indent, default: 0] += 1
      long += 1
    }
    let common = counts.filter { $0.value * 4 >= long && $0.value >= 3 }.keys.min()
    return common ?? lines.filter { !$0.isEmpty }.map(\.indent).min() ?? 0
  }

  /// Columns of blanks before the first lines of paragraphs: what most long lines have that the next line has not.
  private func paragraphIndent(_ lines: [PlainTextLine], margin: Int) -> Int? {
    var counts: [Int: Int] = [:]
    for (line, next) in zip(lines, lines.dropFirst())
    where line.columns >= 40 && !next.isEmpty && line.indent > next.indent && line.indent - next.indent <= 6 {
      counts[line.indent, default: 0] += 1
    }
    return counts.filter { $0.value >= 2 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
  }

  /// The width the text was wrapped at; nil for a text whose lines are paragraphs.
  private func wrapWidth(_ lines: [PlainTextLine]) -> Int? {
    let long = lines.filter { $0.columns >= 40 && !$0.isRule }.map(\.columns).sorted()
    guard long.count >= 6 else { return brokenWidth(lines) }
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
    return pairs >= 5 && full * 10 >= pairs * 6 ? widest : brokenWidth(lines)
  }

  /// The width that the Chinese lines of a text in two languages were wrapped at; nil where there are no others, or few.
  private func chineseWidth(_ lines: [PlainTextLine]) -> Int? {
    let long = lines.filter { $0.columns >= 40 && !$0.isRule }
    let han = long.filter { Self.isChinese($0.text) }
    guard han.count >= 6, long.count - han.count >= 6 else { return nil }
    let widths = han.map(\.columns).sorted()
    let width = widths[widths.count * 9 / 10]
    return widths.filter { $0 >= width - 6 && $0 <= width + 2 }.count * 10 >= widths.count * 7 ? width : nil
  }

  /// Whether a line is of Han for the most part.
  private static func isChinese(_ text: String) -> Bool {
    guard text.hasHan else { return false }
    return text.hanCount * 4 > text.columns
  }

  /// The width of a short Western text whose lines break within sentences: the next line begins with a small letter, or
  /// the line ends in a word that nothing ends with (The, of).
  private func brokenWidth(_ lines: [PlainTextLine]) -> Int? {
    var width = 0
    var broken = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.columns >= 40 && line.text.hanCount == 0 {
      guard let last = line.text.unicodeScalars.last, last.isASCIILetter || last == "," || last == "-",
        next.text.first?.isLowercase == true || TornParagraphStage.endsInFunctionWord(line.text),
        // Or left of the line that begins a paragraph.
        next.indent == line.indent || (2...8).contains(line.indent - next.indent) && line.columns >= 48
      else { continue }
      broken += 1
      width = max(width, line.columns)
    }
    return broken >= 2 && width <= 140 ? width : nil
  }

  private func goesOn(
    _ first: PlainTextLine, _ last: PlainTextLine, _ line: PlainTextLine, width: Int?, margin: Int, indent: Int?
  ) -> Bool {
    // Columns set apart, as in a masthead or an imprint, are no running text.
    if last.hasColumns || line.hasColumns { return false }
    // What a mail quotes was wrapped by it, whatever the rest is like.
    if last.text.hasPrefix("> "), line.text.hasPrefix("> "), line.text.dropFirst(2).first?.isLowercase == true {
      return true
    }
    // A signature at the right margin ends with its line.
    if last.indent - margin >= 20, line.indent + 12 <= last.indent, last.text.columns <= 40 { return false }
    // Where paragraphs begin with an indent, such a line begins one, whatever width the mark above has: 3. THE MILL, and
    // below it the text. An item that goes on has filled its line.
    if let width, let indent, line.indent == indent, indent >= margin + 2, first.indent <= margin + 1,
      last.columns + 1 + line.firstWordColumns <= width, line.text.hanCount == 0,
      line.text.first?.isLowercase != true
    {
      return false
    }
    // The text of an item goes on below its beginning, not below its mark.
    if let mark = ItemMark(first.text) {
      // The next number begins the next item.
      if let next = ItemMark(line.text), next.kind == mark.kind, let count = mark.ordinal, next.ordinal == count + 1,
        line.indent == first.indent, last.text.hasSuffix(".") || last.text.hasSuffix(";")
      {
        return false
      }
      let edge = first.indent + mark.columns
      // In Chinese only below a line that is full, or with a small letter, as items in two languages do.
      let isFull =
        width.map { last.columns >= $0 - 8 || last.columns + 1 + line.firstWordColumns > $0 } ?? false
        || line.text.first?.isLowercase == true
      if ItemMark(line.text) == nil, line.text.hanCount == 0 || isFull, abs(line.indent - edge) <= 1,
        line.indent > first.indent
      {
        return true
      }
    }
    // Below an indented line that ends no sentence, a line that begins left of it goes on with it.
    if (2...6).contains(first.indent - line.indent), line.indent <= margin + 1, line.number == last.number + 1,
      last.columns >= 44,
      last.text.unicodeScalars.last?.isHan == true, line.text.hanCount > 0,
      LineGrammar.isProse(line.text) || LineGrammar.isProse(last.text), LineGrammar.numbering(line.text) == nil,
      LineGrammar.sectionMark(line.text) == nil, LineGrammar.distribution(line.text) == nil,
      LineGrammar.wholeBracket(line.text) == nil
    {
      return true
    }
    guard let width else { return false }
    // Behind a finished sentence, a line far shorter that names a person, and ends without a point, signs.
    if last.text.hasSuffix("."), line.columns + 20 <= width, line.text.hanCount == 0,
      PersonNames.isSigner(String(line.text.prefix { $0 != "," }))
    {
      let post = line.text.drop { $0 != "," }.dropFirst()
      if post.isEmpty || SignatureLines.isPost(String(post)) { return false }
    }
    let isFull =
      last.columns >= width - 8
      || last.text.hanCount == 0 && last.columns >= 36 && last.columns + 1 + line.firstWordColumns > width
    // A word parted at the line's end goes on, and so does a sentence, in a small letter, however short a line is: its page
    // was cut there.
    let isCut =
      !isFull && last.columns * 2 >= width && last.columns >= 32 && line.text.first?.isLowercase == true
      && line.number == last.number + 1 && line.indent == last.indent && last.text.hanCount == 0
      && last.text.unicodeScalars.last.map { $0 == "-" || $0.isASCIILetter } == true
      && line.text.hanCount == 0 && ItemMark(line.text) == nil
    guard isFull || isCut else { return false }
    // An indent begins a paragraph; so does what begins a line of its own.
    guard
      line.indent < margin + 2
        || line.indent == last.indent && first.indent == line.indent && line.text.hanCount == 0
          && line.indent <= margin + 12
          && (first.number < last.number
            || last.text.unicodeScalars.last?.endsSentence != true && !last.text.hasSuffix("."))
        || line.indent == last.indent && last.indent >= margin + 2 && last.columns >= width - 3
          && line.indent > margin + 4
        // A note set in, its first line a little further.
        || (2...6).contains(first.indent - line.indent) && first.text.hanCount > 0 && line.number == last.number + 1
          && (first.number == last.number || line.indent == last.indent)
          && last.text.unicodeScalars.last?.endsSentence != true
    else { return false }
    if LineGrammar.sectionMark(line.text) != nil || LineGrammar.distribution(line.text) != nil { return false }
    if LineGrammar.pageNumber(line.text) != nil && LineGrammar.isCertainPageNumber(line.text) { return false }
    if let end = last.text.unicodeScalars.last, end.endsSentence {
      if let numbering = LineGrammar.numbering(line.text), numbering.level <= 4 { return false }
      // 目    次 right below a note whose last line is full.
      if ContentsStage.isHeading(line.text) { return false }
    }
    // Found: one glove. A label behind a finished sentence begins a note of its own.
    if last.text.hasSuffix("."), line.text.hanCount == 0,
      let colon = line.text.prefix(20).firstIndex(of: ":"), line.text.first?.isUppercase == true,
      line.text[..<colon].allSatisfy(\.isLetter), first.text.prefix(20).contains(":")
    {
      return false
    }
    return ContentsLine(last.text).page == nil
  }

  /// Whether a line stands in the right half of the page, much of the room left of it empty.
  private func isFlushRight(_ line: PlainTextLine, width: Int, margin: Int) -> Bool {
    let left = line.indent - margin
    let right = max(0, width - line.columns)
    return left >= 16 && left >= width / 4 && (left > 2 * right || left * 20 >= width * 9 && left > right + 8)
  }

  private func isCentred(_ line: PlainTextLine, width: Int, margin: Int) -> Bool {
    let left = line.indent - margin
    guard left >= 5, line.text.columns <= width - 8 else { return false }
    let right = width - line.columns
    // Centred by hand is seldom exact: further in than any paragraph, and not at the right margin.
    return abs(left - right) <= max(6, width / 8) || left >= 6 && right >= 6 && left <= width / 2
  }
}
