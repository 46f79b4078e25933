import IssueModel

/// Titles that Markdown takes for items of lists: 1. The lock alone on its line, its text below it.
///
/// Word counts headings by itself, and a converter writes what it counted as lists of one item each; text taken from a page
/// has such lines of its own.
extension TitleWork {
  /// Makes lines again of lists of one item each that the contents list names. What they are is decided like that of other
  /// lines.
  mutating func openListedItems() {
    let alone = draft.blocks.indices.filter {
      draft.blocks[$0].role == nil && LoneItem.words(of: draft.blocks[$0]) != nil
    }
    guard !alone.isEmpty else { return }
    let listed = draft.listedTitles
    for index in alone {
      guard let words = LoneItem.words(of: draft.blocks[index])?.text,
        listed.contains(words.letters) || listed.contains(ContentsLine(words).core.letters)
          || LoneItem.number(of: draft.blocks[index], in: draft.source).map({ listed.contains(($0 + words).letters) })
            ?? false
      else { continue }
      LoneItem.open(index, &draft, diagnostics)
    }
  }
}

/// A list of one item, which may be a line that counts by itself.
enum LoneItem {
  /// Makes lines again of lists of one item each that count from one through the text, three or more, most of them above
  /// running text.
  static func openCounted(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    var row: [Int] = []
    var leading = 0
    for index in draft.blocks.indices {
      guard case .list(.some, let items) = draft.blocks[index].form, items.count == 1,
        number(of: draft.blocks[index], in: draft.source)?.dropLast() == "\(row.count + 1)",
        let words = words(of: draft.blocks[index])?.text.trimmed, words.fits(60), let last = words.last,
        last.isLetter || last.isNumber || "?？）)”\"".contains(last), index + 1 < draft.blocks.count,
        draft.blocks[index + 1].role == nil, !draft.blocks[index + 1].isList
      else { continue }
      row.append(index)
      if case .paragraph = draft.blocks[index + 1].form, LineGrammar.isProse(draft.blocks[index + 1].text) {
        leading += 1
      }
    }
    guard row.count >= 3, leading * 3 >= row.count * 2 else { return }
    for index in row { open(index, &draft, diagnostics) }
  }

  /// Makes a line of the list at `index`, with its number.
  static func open(_ index: Int, _ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard var line = words(of: draft.blocks[index]) else { return }
    let mark = number(of: draft.blocks[index], in: draft.source).map { $0 + " " } ?? ""
    line.lines[0] = DraftLine(
      inlines: ([.text(mark)] + line.lines[0].inlines).merged, number: line.lines[0].number,
      endsHard: line.lines[0].endsHard)
    draft.blocks[index] = line
    diagnostics.repaired(
      "item-unmarked", line: line.line,
      "“\(excerpt(line.text, 40))” was taken for an item of a list; it is a line of its own",
      zh: "“\(excerpt(line.text, 40))”误作列表的一项，已按单独一行处理", severity: .note, confidence: 0.9)
  }

  /// What a list of one item holds, if that is a line or two of words.
  static func words(of block: DraftBlock) -> DraftBlock? {
    guard case .list(_, let items) = block.form, items.count == 1, items[0].count == 1, let item = items[0].first,
      item.isText, (1...2).contains(item.lines.count), item.text.utf8.count < 360
    else { return nil }
    return item
  }

  /// The number that the item has in the source, with its mark; nil for a bullet. A parser counts on where the source does
  /// not.
  static func number(of block: DraftBlock, in source: SourceText) -> String? {
    guard case .list(.some, _) = block.form, let line = words(of: block)?.line else { return nil }
    let text = source[line].trimmed
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let mark = text.dropFirst(digits.count).first, ".)".contains(mark) else {
      return nil
    }
    return digits + String(mark)
  }
}
