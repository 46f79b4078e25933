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
