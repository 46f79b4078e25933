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
    let layout = PlainTextLayout(of: lines)
    let pageWidth = layout.width ?? PlainTextLayout.usualWidth
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
      block.isFlushRight = open.count == 1 && layout.isFlushRight(first)
      block.isCentred = !isBlock && !block.isFlushRight && layout.isCentred(first)
      if !block.isCentred, !block.isFlushRight, open.count == 1, let indent = layout.indent, first.indent >= indent + 3,
        first.text.hanCount > 0,
        first.text.columns + 16 <= pageWidth, !first.hasColumns,
        first.indent + first.text.columns < pageWidth - 4
      {
        // Further in than paragraphs begin, and not at the right: in the middle, as well as blanks can set it.
        block.isCentred = true
      }
      block.isIndented = !block.isCentred && first.indent >= layout.margin + 2
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
    let inner = InnerHeads.places(in: lines, width: layout.width)
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
      } else if let first = open.first, let last = open.last, runs[index] == nil, !inner.contains(index),
        layout.goesOn(first, last, line)
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
        block.line == blocks[index - 1].line + 1, lines[block.line - 1].indent - layout.margin >= max(16, pageWidth / 3)
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
}
