import IssueModel

/// Headings whose levels say little, where no contents list names the titles: numbers, questions and capitals tell.
extension TitleWork {
  /// 1. …, 2. …, 3. … from the first heading to the last of that form, all of one level: titles, and headings without a number
  /// between them, no higher, divide them. Behind the last alone they may be notices of their own.
  mutating func decideByCount(_ heads: [Int]) -> Bool {
    guard let first = heads.first, let level = draft.blocks[first].headingLevel,
      !draft.blocks.indices.contains(where: { isSection($0) }), !heads.contains(where: { draft.blocks[$0].text.hasHan })
    else { return false }
    let counted = heads.filter { LineGrammar.numbering(draft.blocks[$0].text.trimmed)?.level == 3 }
    let values = counted.compactMap { LineGrammar.numbering(draft.blocks[$0].text.trimmed)?.value }
    guard counted.count >= 3, counted.first == first, values == Array(1...counted.count), let last = counted.last,
      counted.allSatisfy({ draft.blocks[$0].headingLevel == level }),
      heads.allSatisfy({ draft.blocks[$0].headingLevel ?? 0 >= level }),
      heads.contains(where: { $0 < last && !counted.contains($0) })
    else { return false }
    makeTitles(of: counted, among: heads)
    return true
  }

  /// I. …, II. …, III. … from the first heading on, most of them of the highest level: titles, whatever level a converter gave
  /// the others; lower headings between them divide them.
  mutating func decideByRomanCount(_ heads: [Int]) -> Bool {
    let counted = heads.filter { LineGrammar.roman(draft.blocks[$0].text.trimmed) != nil }
    guard counted.count >= 3, counted.first == heads.first, counted.count * 2 >= heads.count,
      counted.compactMap({ LineGrammar.roman(draft.blocks[$0].text.trimmed)?.value }) == Array(1...counted.count),
      !draft.blocks.indices.contains(where: { isSection($0) }),
      let top = heads.compactMap({ draft.blocks[$0].headingLevel }).min(),
      counted.count(where: { draft.blocks[$0].headingLevel == top }) * 2 > counted.count,
      heads.allSatisfy({ counted.contains($0) || (draft.blocks[$0].headingLevel ?? 0) > top }),
      counted.contains(where: { draft.blocks[$0].headingLevel != top })
    else { return false }
    makeTitles(of: counted, among: heads)
    return true
  }

  /// Makes titles of the headings that count, and of the others what divides them.
  private mutating func makeTitles(of counted: [Int], among heads: [Int]) {
    for index in heads {
      if counted.contains(index) {
        makeTitle(index, draft.blocks[index].text.trimmed)
      } else {
        setSubheading(index, 1)
      }
    }
  }

  /// Questions, two or more, right below a heading that asks nothing and of its level or lower: what is asked and answered
  /// in one article. They are decided, and go from the headings.
  mutating func withoutQuestions(_ heads: [Int]) -> [Int] {
    func asks(_ index: Int) -> Bool { "？?".contains(draft.blocks[index].text.trimmed.last ?? " ") }
    guard heads.contains(where: asks) else { return heads }
    var result: [Int] = []
    var place = 0
    while place < heads.count {
      let run = heads[(place + 1)...].prefix(while: asks)
      result.append(heads[place])
      if !asks(heads[place]), run.count >= 2, let first = run.first, next(heads[place]) == first,
        let level = draft.blocks[heads[place]].headingLevel,
        run.allSatisfy({ (draft.blocks[$0].headingLevel ?? 0) >= level && !isCounted($0) })
      {
        for index in run { setSubheading(index, 1) }
        place += run.count
      }
      place += 1
    }
    return result
  }

  /// Whether the text opens two levels or more below the highest, with four levels in all: a converter guessed them by the
  /// looks of letters.
  func opensTooLow(_ heads: [Int]) -> Bool {
    let levels = heads.compactMap { draft.blocks[$0].headingLevel }
    guard let first = levels.first, let top = levels.min(), !heads.contains(where: isCounted) else { return false }
    return first - top >= 2 && Set(levels).count >= 4
  }

  /// Where levels say nothing: capitals tell titles where the first is in capitals and others are not; headings right below
  /// another and lower divide it, with those behind them of their level; the rest are titles.
  mutating func decideByLooks(_ heads: [Int]) {
    func isCapitals(_ index: Int) -> Bool {
      let text = draft.blocks[index].text
      return !text.hasHan && text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    }
    let contrast = isCapitals(heads[0]) && heads.count(where: isCapitals) >= 3
    var inner: Int?
    for (place, index) in heads.enumerated() {
      let level = draft.blocks[index].headingLevel ?? 0
      if place > 0, next(heads[place - 1]) == index, level > draft.blocks[heads[place - 1]].headingLevel ?? 0,
        heads.dropFirst(place + 1).first.map({ draft.blocks[$0].headingLevel }) == level
      {
        inner = level
      }
      if contrast && !isCapitals(index) || inner == level {
        setSubheading(index, 1)
      } else {
        inner = nil
        makeTitle(index, draft.blocks[index].text.trimmed)
      }
    }
  }
}
