import IssueModel

/// Lines in bold that stand for headings, and carry a mark that says no more: the bullet of a list of one, a colon.
extension HeadingMarksStage {
  /// - **The sluice** above its text: a converter took the sign before a heading for that of a list. Where three or more bold
  /// items stand by themselves above text, short bold items at the ends of all lists
  /// are lines.
  func openBoldItems(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let found = draft.blocks.indices.filter { Self.boldItems(draft.blocks[$0]) != nil }
    guard found.count >= 3 else { return }
    let alone = found.filter { index in
      guard Self.boldItems(draft.blocks[index])?.count ?? 0 <= 2, index + 1 < draft.blocks.count else { return false }
      // Above running text, or what may stand before it: the writer, a picture.
      return !draft.blocks[index + 1].isList && !draft.blocks[index + 1].isRule
    }
    // A few beside many that follow each other would be items of lists.
    guard alone.count >= 3, alone.count * 3 >= found.count * 2 else { return }
    draft.blocks.replace { block in
      guard let blocks = Self.parted(block) else { return nil }
      for line in blocks where !line.isList {
        diagnostics.repaired(
          "item-unmarked", line: line.line,
          "“\(excerpt(line.text, 40))” was taken for an item of a list; it is a line of its own",
          zh: "“\(excerpt(line.text, 40))”误作列表的一项，已按单独一行处理", severity: .note, confidence: 0.9)
      }
      return blocks
    }
  }

  /// What a list without numbers holds, if that is bold lines which are no sentences; nil for anything else.
  private static func boldItems(_ block: DraftBlock) -> [DraftBlock]? {
    guard case .list(nil, let items) = block.form, items.count <= 8, items.allSatisfy(isBoldLine) else { return nil }
    return items.flatMap(\.self)
  }

  /// The bold lines that a list begins and ends with, and the list of what stands between: Markdown takes the items below such
  /// a line, or above it, for more of its list. Nil for a list without them.
  private static func parted(_ block: DraftBlock) -> [DraftBlock]? {
    if let lines = boldItems(block) { return lines }
    guard case .list(nil, let items) = block.form, let first = items.first, let last = items.last,
      isBoldLine(first) || isBoldLine(last)
    else { return nil }
    let head = items.prefix(while: isBoldLine).count
    let foot = items.reversed().prefix(while: isBoldLine).count
    let inner = Array(items[head..<(items.count - foot)])
    guard head <= 2, foot <= 2, let line = inner.first?.first?.line else { return nil }
    var list = block
    list.form = .list(start: nil, items: inner)
    list.source.start.line = line
    return items[..<head].flatMap(\.self) + [list] + items[(items.count - foot)...].flatMap(\.self)
  }

  private static func isBoldLine(_ item: [DraftBlock]) -> Bool {
    item.count == 1 && item[0].isText && item[0].lines.count == 1 && item[0].isBold && item[0].text.fits(100)
      && (!LineGrammar.isProse(item[0].text) || item[0].text.trimmed.last == ":")
  }

  /// **The sluice:** above its text: where an issue has no headings and three lines or more in bold, nearly all with a colon
  /// at their end, the colon only says that something follows, as the bold does.
  func dropColons(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard !draft.blocks.hasAny({ $0.headingLevel != nil }) else { return }
    var bold = 0
    var found: [Int] = []
    func isBoldLine(_ index: Int) -> Bool {
      guard draft.blocks.indices.contains(index), case .paragraph = draft.blocks[index].form else { return false }
      return draft.blocks[index].lines.count == 1 && draft.blocks[index].lines[0].inlines.isAllStrong
        && draft.blocks[index].text.fits(100)
    }
    func isShortLine(_ index: Int) -> Bool {
      guard draft.blocks.indices.contains(index), case .paragraph = draft.blocks[index].form else { return false }
      return draft.blocks[index].lines.count == 1 && draft.blocks[index].text.fits(100)
        && !LineGrammar.isProse(draft.blocks[index].text)
    }
    func isPointed(_ index: Int) -> Bool { ":：".contains(draft.blocks[index].text.trimmed.last ?? " ") }
    for index in draft.blocks.indices where isBoldLine(index) {
      bold += 1
      // Above a short line without one, bold or not, the colon leads to a title.
      if isPointed(index), !isShortLine(index + 1) || isPointed(index + 1) { found.append(index) }
    }
    guard found.count >= 3, found.count * 4 >= bold * 3 else { return }
    for index in found {
      let line = draft.blocks[index].lines[0]
      let text = String(line.text.trimmed.dropLast()).trimmed
      guard !text.isEmpty, case .strong(let inner) = line.inlines.first, line.inlines.count == 1,
        let kept = Self.withoutColon(inner)
      else { continue }
      draft.blocks[index].lines[0].inlines = [.strong(kept)]
      draft.blocks[index].lines[0].text = text
      diagnostics.repaired(
        "heading-colon-dropped", line: draft.blocks[index].line,
        "“\(excerpt(text, 40))” stands for a heading, as all bold lines with a colon do; the colon was taken off",
        zh: "“\(excerpt(text, 40))”整行加粗作标题用，已去掉末尾的冒号", severity: .note, confidence: 0.9)
    }
  }

  private static func withoutColon(_ inlines: [Inline]) -> [Inline]? {
    guard case .text(let text) = inlines.last, let last = text.trimmed.last, last == ":" || last == "：" else {
      return nil
    }
    let rest = String(text.trimmed.dropLast())
    return inlines.dropLast() + (rest.isEmpty ? [] : [.text((text.first == " " ? " " : "") + rest)])
  }
}
