/// Which lines of a contents list name the groups of the others, by their numbers and bullets.
extension ContentsEntries {
  /// The lines, taken apart in `apart`, numbered 一、 二、 that each have lines of another numbering, or of none, behind them.
  /// `indents` are the blanks before them in the source.
  static func numberedGroups(
    _ lines: [FlatLine], _ apart: [ContentsLine], indents: [Int]
  ) -> Set<Int> {
    func level(_ text: String) -> Int? {
      var line = text.trimmed
      while let first = line.first, "·•●■◆".contains(first) { line = String(line.dropFirst()).trimmed }
      return LineGrammar.numbering(line)?.level
    }
    // ★本期关注 above ■… and ■…: the first bullet groups what the others mark.
    let marks = lines.map { $0.isListItem ? nil : LineGrammar.bulleted($0.text)?.mark }
    if let first = marks.first, let first, marks.contains(where: { $0 != nil && $0 != first }) {
      let heads = marks.indices.filter { marks[$0] == first }
      let grouping = heads.allSatisfy { $0 + 1 < marks.count && marks[$0 + 1] != nil && marks[$0 + 1] != first }
      if grouping, heads.allSatisfy({ apart[$0].page == nil }) { return Set(heads) }
    }
    let levels = lines.map { level($0.text) }
    let top = levels.indices.filter { levels[$0] == 1 && apart[$0].page == nil }
    if let first = marks.first, let first {
      // ◆ name above lines without a mark.
      let heads = marks.indices.filter { marks[$0] == first }
      // The last may have nothing below it.
      let grouping = heads.allSatisfy { $0 + 1 == marks.count || marks[$0 + 1] == nil }
      if heads.count >= 2, heads.count < marks.count, grouping,
        heads.allSatisfy({ apart[$0].page == nil || lines[$0].isBold })
      {
        return Set(heads)
      }
    }
    // I. NEWS above titles without a number.
    let roman = lines.indices.filter { LineGrammar.part(lines[$0].text.trimmed) != nil }
    if roman.count >= 2, roman.first == 0, roman.count < lines.count,
      roman.allSatisfy({ $0 + 1 < lines.count && LineGrammar.part(lines[$0 + 1].text.trimmed) == nil })
    {
      return Set(roman)
    }
    guard !top.isEmpty, top.count < lines.count, levels.first == 1 else { return [] }
    let grouping = top.filter { $0 + 1 < levels.count && levels[$0 + 1] != 1 }
    if grouping.count == top.count { return Set(top) }
    // 壹、會長的話 right above 貳、會務報導: what stands in it alone need not be named, where the titles of the others are set in
    // below their names.
    let others = levels.indices.filter { levels[$0] != 1 }
    let edge = top.map { indents[$0] }.max() ?? 0
    return grouping.count >= 2 && grouping.count * 2 >= top.count && others.allSatisfy({ indents[$0] > edge })
      ? Set(top) : []
  }
}
