import IssueModel

/// Headings told apart by their levels and numbers, where no contents list names the titles.
extension TitleWork {
  /// A search for a line in bold or in the middle, without a number, that stands as titles do above one heading after the
  /// other, each decided before the next is asked for.
  private struct TitleLineSearch {
    /// No line above this one was such a line.
    var first = 0
    /// The heading that was asked for last.
    var asked = 0

    /// Whether such a line stands above `index`.
    mutating func finds(before index: Int, in work: TitleWork) -> Bool {
      // What headings became meanwhile may count for the lines right above them: a line looks at three behind it.
      var start = asked
      for _ in 0..<3 { start = work.previous(start) ?? 0 }
      start = min(first, start)
      let found = start < index ? (start..<index).first { isTitleLine($0, work) } : nil
      first = found ?? index
      asked = index
      return found != nil
    }

    private func isTitleLine(_ place: Int, _ work: TitleWork) -> Bool {
      let block = work.draft.blocks[place]
      guard block.role == nil, block.isBold || block.isCentred, work.isTitleLike(block),
        LineGrammar.numbering(block.text) == nil, let after = work.next(place)
      else { return false }
      return work.leads(to: after)
    }
  }

  /// Whether levels are guesses of a converter: where all headings are without a number and stand above text, one skips a
  /// level that others on the way have. A text that a person divided goes down a step at a time.
  private func levelsAreRandom(_ heads: [Int]) -> Bool {
    let levels = heads.compactMap { draft.blocks[$0].headingLevel }
    guard levels.count == heads.count, levels.count >= 5, Set(levels).count >= 3,
      let top = levels.min(), levels.filter({ $0 == top }).count >= 2,
      heads.allSatisfy({ index in !isCounted(index) && next(index).map { draft.blocks[$0].headingLevel == nil } ?? false
      })
    else { return false }
    let known = Set(levels)
    return zip(levels, levels.dropFirst()).contains { above, below in below > above + 1 && known.contains(above + 1) }
  }

  /// The level of three headings or more, two of them above the only heading that is higher: that one is a title with larger
  /// type, and they are titles as well, for above it nothing stands that they could divide. Nil where it is otherwise.
  private func levelBesideOneHigher(_ tops: [Int], _ plain: [Int]) -> Int? {
    guard tops.count == 1, let higher = tops.first, plain.contains(higher) else { return nil }
    let levels = plain.filter { $0 != higher }.compactMap { draft.blocks[$0].headingLevel }
    guard levels.count >= 3, let row = levels.first, levels.allSatisfy({ $0 == row }),
      plain.count(where: { $0 < higher }) >= 2, plain.contains(where: { $0 > higher })
    else { return nil }
    return row
  }

  /// Where all headings are numbered, 一、 each right above 1., and nothing is a title: sections and titles. Of one level
  /// they have to be, or contributors stand behind two of the texts: what somebody sent in is an article.
  private mutating func decideByNumbersAlone(_ heads: [Int]) -> Bool {
    let levels = heads.map { LineGrammar.numbering(draft.blocks[$0].text)?.level ?? 0 }
    guard let top = levels.min(), top > 0,
      !draft.blocks.indices.prefix(heads[0]).contains(where: { draft.blocks[$0].isText && draft.blocks[$0].role == nil }
      ),
      levels.first == top, levels.filter({ $0 == top }).count >= 2
    else { return false }
    let sections = zip(heads, levels).filter { $0.1 == top }.map(\.0)
    let lower = Set(heads).subtracting(sections)
    guard sections.allSatisfy({ index in next(index).map { lower.contains($0) } ?? false }),
      Set(heads.map { draft.blocks[$0].headingLevel ?? 0 }).count == 1 || contributions(below: heads) >= 2
    else { return false }
    let titles = levels.filter { $0 > top }.min()
    for (index, level) in zip(heads, levels) {
      let text = draft.blocks[index].text.trimmed
      if level == top {
        draft.blocks[index].role = .section(text)
      } else if level == titles {
        makeTitle(index, text)
      } else {
        setSubheading(index, 1)
      }
    }
    return true
  }

  /// How many of the texts below `heads` end with who contributed them, in brackets.
  private func contributions(below heads: [Int]) -> Int {
    zip(heads, heads.dropFirst() + [draft.blocks.count]).count { head, end in
      guard let last = previous(end), last > head, draft.blocks[last].role == nil, draft.blocks[last].isText else {
        return false
      }
      let text = draft.blocks[last].text.trimmed
      guard let close = text.last, "）)".contains(close) else { return false }
      return AttributionStage.attribution(text, atEnd: true) != nil
        || AttributionStage.glued(draft.blocks[last], isLast: true) != nil
    }
  }

  /// What the words count that begin a title: 第、组： of 第一组：…; nil for a title that does not begin so.
  private static func row(of text: String) -> String? {
    guard text.unicodeScalars.first == "第" else { return nil }
    var scanner = FieldScanner(text)
    guard scanner.take("第"), scanner.number(maximumDigits: 3) != nil else { return nil }
    let rest = Array(scanner.scalars[scanner.place...].drop(while: \.isBlank).prefix(4))
    guard let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }), (1...3).contains(colon) else { return nil }
    return String(scalars: rest[..<colon])
  }

  /// 关于…的通报: what an office issues by itself, no part of another article.
  private static func isDocument(_ text: String) -> Bool {
    let title = text.trimmed
    guard title.fits(100), ["关于", "關於"].contains(where: title.hasPrefix) else { return false }
    return ["通报", "通報", "通知", "通告", "公告", "启事", "啟事", "决定", "決定", "批复", "批復", "复函", "復函"].contains(
      where: title.hasSuffix)
  }

  /// Whether an article ended right above: a signer's line and the day below it, or a contributor in brackets.
  private func isBehindSignature(_ index: Int) -> Bool {
    guard let above = previous(index), draft.blocks[above].isText, draft.blocks[above].headingLevel == nil else {
      return false
    }
    let text = draft.blocks[above].text
    if LineGrammar.wholeBracket(text) != nil { return AttributionStage.attribution(text.trimmed, atEnd: true) != nil }
    guard text.fits(40), DateGrammar.whole(text.trimmed) != nil, let signer = previous(above),
      case .paragraph = draft.blocks[signer].form, let before = previous(signer)
    else { return false }
    let name = draft.blocks[signer].text
    return draft.blocks[signer].lines.count == 1 && name.fits(50) && !LineGrammar.isProse(name)
      && draft.blocks[before].isText && LineGrammar.isProse(draft.blocks[before].text)
  }

  /// A heading with a lower one right below it and a byline below that: the lower one is a title, the upper a section.
  private mutating func decideByBylines(_ heads: [Int]) -> [Int] {
    var found: Set<Int> = []
    for (upper, lower) in zip(heads, heads.dropFirst()) where next(upper) == lower && !found.contains(upper) {
      guard let high = draft.blocks[upper].headingLevel, let low = draft.blocks[lower].headingLevel, high < low,
        draft.blocks[upper].text.columns <= 24, LineGrammar.numbering(draft.blocks[lower].text) == nil,
        let after = next(lower), draft.blocks[after].role == nil, draft.blocks[after].headingLevel == nil,
        draft.blocks[after].isText, Self.isByline(draft.blocks[after].text), draft.blocks[after].text.hasHan,
        let behind = next(after), beginsBody(behind)
      else { continue }
      draft.blocks[upper].role = .section(draft.blocks[upper].text.trimmed)
      makeTitle(lower, draft.blocks[lower].text.trimmed)
      found.formUnion([upper, lower])
    }
    return found.isEmpty ? heads : heads.filter { !found.contains($0) }
  }

  /// The kind of number that the first numbered heading has, if no other has a higher one; 9 for none.
  private func topNumbering(of heads: ArraySlice<Int>) -> Int {
    let numberings = heads.compactMap { LineGrammar.numbering(draft.blocks[$0].text)?.level }
    return numberings.first.map { first in numberings.allSatisfy { $0 >= first } ? first : 9 } ?? 9
  }

  /// Where the next section begins behind `index`.
  private func sectionEnd(behind index: Int) -> Int {
    draft.blocks.indices.dropFirst(index + 1).first { isSection($0) } ?? draft.blocks.count
  }

  mutating func decideByLevels(_ heads: [Int]) {
    if decideByCount(heads) || decideByRomanCount(heads) { return }
    let undecided = decideByBylines(heads)
    guard !undecided.isEmpty else { return }
    let heads = withoutQuestions(undecided)
    if !draft.blocks.indices.contains(where: { isSection($0) }), opensTooLow(heads) {
      levelsAreGuesses = true
      return decideByLooks(heads)
    }
    func level(_ index: Int) -> Int { draft.blocks[index].headingLevel ?? 6 }
    func isNumbered(_ index: Int) -> Bool { isCounted(index) }
    let plain = heads.filter { !isNumbered($0) }
    var lines = TitleLineSearch()
    if plain.isEmpty, let first = heads.first, lines.finds(before: first, in: self) {
      // Titles are lines in bold or in the middle; headings, all of them numbered, stand within the articles.
      for index in heads { setSubheading(index, 1) }
      return
    }
    if plain.isEmpty, decideByNumbersAlone(heads) { return }
    let marked = draft.blocks.indices.contains { isSection($0) }
    var deepestTitle: Int
    var sections: Set<Int> = []
    if marked {
      // What stands right behind a section's name is a title; no heading as high is less.
      let opening = plain.filter { previous($0).map(isSection) ?? false }.map(level)
      deepestTitle = opening.max() ?? plain.map(level).min() ?? 7
    } else {
      let top = heads.map(level).min() ?? 1
      let tops = heads.filter { level($0) == top }
      let grouping = tops.filter { index in
        guard let after = next(index), draft.blocks[after].headingLevel != nil, level(after) > top,
          // In italics: what the article below is about.
          !draft.blocks[after].inlines.isAllEmphasis, !Self.isLifetime(draft.blocks[after].text)
        else { return false }
        return !isNumbered(after) || isNumbered(index)
      }
      let below = plain.filter { level($0) > top }
      let topLength = tops.map { draft.blocks[$0].text.columns }.reduce(0, +) / max(1, tops.count)
      let belowLength = below.map { draft.blocks[$0].text.columns }.reduce(0, +) / max(1, below.count)
      // Names of sections are short, titles of articles longer; a single long heading above others is a title.
      let named =
        tops.count > 1 ? topLength <= belowLength || topLength <= 24 : topLength <= 24 && belowLength > topLength
      if !grouping.isEmpty, grouping.count * 2 >= tops.count, !below.isEmpty, named {
        sections = Set(tops)
        deepestTitle = below.map(level).min() ?? top + 1
      } else {
        deepestTitle = levelBesideOneHigher(tops, plain) ?? plain.map(level).min() ?? 7
      }
    }
    if !marked, sections.isEmpty, levelsAreRandom(heads) {
      levelsAreGuesses = true
      deepestTitle = plain.map(level).max() ?? deepestTitle
    }
    // Where headings are of one level, （一） below 一、 is still less.
    var topNumbering = topNumbering(of: heads[...])
    var titled = false
    // Before the first title, a lower heading that opens the text is one too: there is no article for it to divide.
    var opens = !marked && sections.isEmpty
    var deepestHere = deepestTitle
    // The highest level of a heading without a number, in all and so far.
    let highest = plain.map(level).min() ?? Int.max
    var highestAbove = Int.max
    // 第一组：… makes 第二组：… a title too, whatever level the converter gave it.
    var rows: Set<String> = []
    for index in heads {
      let counted = isNumbered(index)
      defer {
        if !counted { highestAbove = min(highestAbove, level(index)) }
        if draft.blocks[index].role == .title, let row = Self.row(of: draft.blocks[index].text) { rows.insert(row) }
      }
      let text = draft.blocks[index].text.trimmed
      if sections.contains(index) {
        draft.blocks[index].role = .section(text)
        titled = false
        deepestHere = deepestTitle
        continue
      }
      if previous(index).map(isSection) ?? false {
        titled = false
        deepestHere = deepestTitle
        // One half counts 一、, the other 1.: what stands right below a section's name says how its titles are numbered.
        if counted {
          let sectionEnd = sectionEnd(behind: index)
          topNumbering = self.topNumbering(of: heads.drop { $0 < index }.prefix { $0 < sectionEnd })
        }
        // The first heading below a section's name is a title, however deep the converter put it.
        if !counted, level(index) > deepestTitle { deepestHere = level(index) }
      }
      let isDeeper = (LineGrammar.numbering(text)?.level ?? 0) > topNumbering
      if counted,
        titled || isDeeper || highestAbove <= level(index)
          || highest <= level(index) && lines.finds(before: index, in: self)
      {
        setSubheading(index, level(index) - deepestHere)
      } else if level(index) <= deepestHere || !titled && deepestTitle == 7 || counted && !titled {
        makeTitle(index, text)
        titled = !isNumbered(index)
        opens = false
      } else if !counted,
        Self.isDocument(text) || Self.row(of: text).map(rows.contains) ?? false || isBehindSignature(index),
        let after = next(index), leads(to: after)
      {
        makeTitle(index, text)
      } else if opens, !counted, previous(index) == nil, let after = next(index), leads(to: after) {
        makeTitle(index, text)
        opens = false
      } else {
        setSubheading(index, level(index) - deepestHere)
      }
    }
  }
}
