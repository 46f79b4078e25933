import IssueModel

/// Titles that Markdown takes for items of lists: 1. The lock alone on its line, its text below it.
///
/// Word counts headings by itself, and a converter writes what it counted as lists of one item each; text taken from a page
/// has such lines of its own.
extension TitleWork {
  /// Makes lines again of lists of one item each: those that the contents list names, and those that count from one through
  /// the text, each above running text. What they are is decided like that of other lines.
  mutating func openListedItems() {
    let alone = draft.blocks.indices.filter { isLoneItem($0) }
    guard !alone.isEmpty else { return }
    let listed = draft.listedTitles
    var found = alone.filter { index in
      guard let words = loneItem(index) else { return false }
      return listed.contains(words.text.letters) || listed.contains(ContentsLine(words.text).core.letters)
        || number(of: index).map { listed.contains(($0 + words.text).letters) } ?? false
    }
    if found.isEmpty { found = countedItems(alone) }
    for index in found {
      guard var line = loneItem(index) else { continue }
      let mark = number(of: index).map { $0 + " " } ?? ""
      line.lines[0] = DraftLine(
        inlines: ([.text(mark)] + line.lines[0].inlines).merged, number: line.lines[0].number,
        endsHard: line.lines[0].endsHard)
      draft.blocks[index] = line
      diagnostics.repaired(
        "item-unmarked", line: line.line,
        "“\(excerpt(line.text, 40))” was taken for an item of a list; it is a line of its own",
        zh: "“\(excerpt(line.text, 40))”误作列表的一项，已按单独一行处理", severity: .note, confidence: 0.9)
    }
  }

  /// The items that count from one, in steps of one, each above running text; none where fewer than three do.
  private func countedItems(_ alone: [Int]) -> [Int] {
    var row: [Int] = []
    for index in alone {
      guard number(of: index)?.dropLast() == "\(row.count + 1)", let words = loneItem(index)?.text.trimmed,
        words.fits(60), let last = words.last, last.isLetter || last.isNumber || "?？）)”\"".contains(last),
        index + 1 < draft.blocks.count, draft.blocks[index + 1].role == nil,
        case .paragraph = draft.blocks[index + 1].form, LineGrammar.isProse(draft.blocks[index + 1].text)
      else { continue }
      row.append(index)
    }
    return row.count >= 3 ? row : []
  }

  private func isLoneItem(_ index: Int) -> Bool {
    guard draft.blocks[index].role == nil, case .list(_, let items) = draft.blocks[index].form else { return false }
    return items.count == 1 && items[0].count == 1
  }

  /// What a list of one item holds, if that is a line or two of words.
  private func loneItem(_ index: Int) -> DraftBlock? {
    guard case .list(_, let items) = draft.blocks[index].form, let item = items.first?.first, item.isText,
      (1...2).contains(item.lines.count), item.text.utf8.count < 360
    else { return nil }
    return item
  }

  /// The number that the item has in the source, with its mark; nil for a bullet. A parser counts on where the source does
  /// not.
  private func number(of index: Int) -> String? {
    guard case .list(.some, _) = draft.blocks[index].form, let line = loneItem(index)?.line else { return nil }
    let text = draft.source[line].trimmed
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let mark = text.dropFirst(digits.count).first, ".)".contains(mark) else {
      return nil
    }
    return digits + String(mark)
  }
}
