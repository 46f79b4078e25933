import IssueModel

extension DraftBlock {
  /// Puts the signs ☐ and ☑ in the place of `[ ]` and `[x]` before the items of a list, as GitHub shows them. If all
  /// items have one, these are the marks of the list.
  mutating func markTasks() {
    guard case .list(let start, var items) = form else { return }
    let marked = items.indices.count { items[$0].markTask() }
    guard marked > 0 else { return }
    form = .list(start: start, items: items)
    printsOwnMarks = marked == items.count
  }
}

extension DraftBlock {
  /// Makes one mark of two, `- • words` and `- 1. words`, as converters of pages write that take the printed mark for a word. Only
  /// where all items have such a second mark of one kind.
  mutating func openDoubledMarks() {
    guard case .list(nil, let items) = form, !items.isEmpty, !printsOwnMarks else { return }
    if let numbers = Self.innerNumbers(items) {
      let opened = items.map { item -> [DraftBlock] in
        guard case .list(_, let inner)? = item.first?.form else { return item }
        return (inner.first ?? []) + item.dropFirst()
      }
      let start = numbers[0]
      if numbers.indices.allSatisfy({ numbers[$0] == start + $0 }) { form = .list(start: start, items: opened) }
      return
    }
    let marks = items.map { item -> ItemMark? in
      guard let first = item.first, case .paragraph = first.form, let line = first.lines.first else { return nil }
      return ItemMark(line.text)
    }
    if marks.allSatisfy({ $0?.ordinal == nil && $0 != nil }) {
      let opened = zip(items, marks).compactMap { item, mark -> [DraftBlock]? in
        guard let mark, let line = item[0].lines.first, let bullet = line.text.first, "•●·▪◦○■□◆◇‣⁃∙".contains(bullet),
          let rest = line.inlines.dropping(mark.length)
        else { return nil }
        var item = item
        item[0].lines[0] = DraftLine(inlines: rest.trimmedAtEnds, number: line.number, endsHard: line.endsHard)
        return item
      }
      if opened.count == items.count { form = .list(start: nil, items: opened) }
    } else if items.count > 1, let first = marks[0]?.ordinal,
      marks.indices.allSatisfy({ marks[$0]?.ordinal == first + $0 && marks[$0]?.kind == marks[0]?.kind })
    {
      printsOwnMarks = true
    }
  }

  /// The numbers of items each of which is a list of one numbered item; nil where any is not.
  private static func innerNumbers(_ items: [[DraftBlock]]) -> [Int]? {
    guard items.count > 1 else { return nil }
    let numbers = items.compactMap { item -> Int? in
      guard case .list(let start?, let inner)? = item.first?.form, inner.count == 1 else { return nil }
      return start
    }
    return numbers.count == items.count ? numbers : nil
  }
}

extension MarkdownReader {
  /// Gives the items their numbers as text where these do not count on, 1. 2. 4.: Markdown would count them anew, and a number
  /// that OCR lost would not be missed. All 1. is the way of writers who leave counting to Markdown.
  func keepNumbers(of nodes: [MarkdownNode], in list: inout DraftBlock) {
    guard case .list(let start?, var items) = list.form, items.count == nodes.count, items.count > 1 else { return }
    let marks = nodes.map { node in
      let line = source[node.line].trimmed
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      return (number: Int(digits), text: line.prefix(digits.utf8.count + 1))
    }
    guard marks.allSatisfy({ $0.number != nil }), marks.indices.contains(where: { marks[$0].number != start + $0 }),
      marks.contains(where: { $0.number != start })
    else { return }
    for (index, mark) in marks.enumerated() {
      guard let first = items[index].first, case .paragraph = first.form, let line = first.lines.first else { return }
      items[index][0].lines[0] = DraftLine(
        inlines: ([.text(mark.text + (line.text.first?.isHanCharacter == true ? "" : " "))] + line.inlines).merged,
        number: line.number, endsHard: line.endsHard)
    }
    list.form = .list(start: nil, items: items)
    list.printsOwnMarks = true
    let words = marks.prefix(8).map { String($0.text) }.joined(separator: " ")
    diagnostics.report(
      Diagnostic(
        id: "list-numbers-kept", severity: .warning, at: SourcePosition(line: nodes[0].line, column: 1),
        message: Wording(
          "the numbers of a list do not count on (\(words)): kept as they stand",
          zh: "列表编号不连续（\(words)），已照原样保留"),
        hint: Wording("see whether an item is missing", zh: "请核对是否有缺漏的条目")))
  }
}

extension [DraftBlock] {
  /// The item with a sign in the place of its brackets; tells whether it had any.
  fileprivate mutating func markTask() -> Bool {
    guard let first = first, case .paragraph = first.form, let line = first.lines.first else { return false }
    let sign: String
    switch line.text.prefix(4) {
    case "[ ] ": sign = "☐ "
    case "[x] ", "[X] ": sign = "☑ "
    default: return false
    }
    guard line.text.count > 4, let rest = line.inlines.dropping(4) else { return false }
    self[0].lines[0] = DraftLine(inlines: ([.text(sign)] + rest).merged, number: line.number, endsHard: line.endsHard)
    return true
  }
}
