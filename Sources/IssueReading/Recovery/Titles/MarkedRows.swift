import IssueModel

/// Titles of a plain text that a bullet marks: * Christmas Fair, its text below it, then * Lost property; □ 隊際聯賽戰報.
extension TitleWork {
  /// Makes titles of such lines where three or more stand above text that has no such mark, and nothing else is a title.
  mutating func decideMarkedRows() {
    guard entryCount == 0, !draft.blocks.contains(where: { $0.role == .title || $0.headingLevel != nil }) else {
      return
    }
    var rows: [Character: [Int]] = [:]
    var others: [Character: Int] = [:]
    for index in draft.blocks.indices where !absorbed.contains(index) {
      let block = draft.blocks[index]
      guard block.role == nil, case .paragraph = block.form, let mark = ItemMark(block.text.trimmed),
        case .bullet(let bullet) = mark.kind, "*-+•".contains(bullet) || bullet.isLineMark && block.text.hasHan
      else { continue }
      let name = block.text.trimmed.dropFirst(mark.length)
      let isName =
        block.lines.count == 1 && (3...70).contains(String(name).columns) && !".;,:。；，：".contains(name.last ?? " ")
        && !LineGrammar.isProse(String(name))
      let after = next(index).map { draft.blocks[$0] }
      let leads =
        after.map {
          ($0.role == nil || $0.role == .byline) && ItemMark($0.text.trimmed) == nil && $0.headingLevel == nil
        } ?? false
      if isName, leads { rows[bullet, default: []].append(index) } else { others[bullet, default: 0] += 1 }
    }
    for (bullet, row) in rows.sorted(by: { $0.value[0] < $1.value[0] }) where row.count >= 3 && others[bullet] == nil {
      for index in row {
        guard let mark = ItemMark(draft.blocks[index].text.trimmed) else { continue }
        makeTitle(index, String(draft.blocks[index].text.trimmed.dropFirst(mark.length)).trimmed)
      }
    }
  }
}
