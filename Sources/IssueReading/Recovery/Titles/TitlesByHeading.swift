import IssueModel

/// Titles, sections and subheadings among the headings of a Markdown text.
extension TitleWork {
  mutating func decideHeadings() {
    let heads = draft.blocks.indices.filter {
      draft.blocks[$0].headingLevel != nil && draft.blocks[$0].role == nil && !absorbed.contains($0)
    }
    guard !heads.isEmpty else { return }
    // A heading that begins with a dash under another one is its subtitle.
    for index in heads {
      guard let before = previous(index),
        draft.blocks[before].headingLevel != nil || draft.blocks[before].role == .title,
        let text = Self.subtitle(draft.blocks[index].text)
      else { continue }
      draft.blocks[index].role = .subtitle
      draft.blocks[index].lines = [DraftLine(text: text, number: draft.blocks[index].line)]
    }
    closeByWriters(heads)
    demoteWriters(heads)
    // Headings that a tear or OCR made of running text are text.
    let real = heads.filter { index in
      guard draft.blocks[index].role == nil, draft.blocks[index].headingLevel != nil else { return false }
      let text = draft.blocks[index].text
      if Self.isSentence(text) {
        draft.blocks[index].form = .paragraph
        diagnostics.repaired(
          "heading-demoted", line: draft.blocks[index].line, "running text was marked as a heading: “\(excerpt(text))”",
          zh: "正文被误标为标题，已还原：“\(excerpt(text))”")
        return false
      }
      return true
    }
    if entryCount > 0, listed.count * 5 >= entryCount * 3 { decideBesideContents(real) } else { decideByLevels(real) }
  }

  /// A heading of nothing but a person, where he works before it, between finished text and the next heading: a converter
  /// made a heading of the line at the right that names the contributor. Where one stands so, offices alone do too.
  private mutating func closeByWriters(_ heads: [Int]) {
    let closing = heads.filter { index in
      let block = draft.blocks[index]
      guard block.role == nil, !listed.contains(index), block.lines.count == 1, block.text.hasHan, block.text.fits(44),
        LineGrammar.numbering(block.text.trimmed) == nil, let before = previous(index),
        draft.blocks[before].role == nil, draft.blocks[before].headingLevel == nil,
        !draft.blocks[before].isText || draft.blocks[before].text.trimmed.unicodeScalars.last?.endsSentence == true
      else { return false }
      guard let after = next(index) else { return true }
      return draft.blocks[after].headingLevel != nil || draft.blocks[after].role == .title || isSection(after)
    }
    guard closing.contains(where: { Self.endsWithPerson(draft.blocks[$0].text) }) else { return }
    for index in closing {
      let name = draft.blocks[index].text.trimmed
      guard Self.endsWithPerson(name) || Self.isAuthor(name) else { continue }
      draft.blocks[index].form = .paragraph
      draft.blocks[index].role = .attribution(label: nil, name: name)
      diagnostics.repaired(
        "heading-unmarked", line: draft.blocks[index].line,
        "“\(excerpt(name))” was marked as a heading; behind an article it names the contributor",
        zh: "“\(excerpt(name))”误标为标题，居于文末，按供稿单位处理", severity: .note)
    }
  }

  /// A heading right below another that is not lower, of nothing but writers, above text: a converter made a heading of the
  /// line under the title. Below a higher one it may be an article about an office.
  private mutating func demoteWriters(_ heads: [Int]) {
    for index in heads where draft.blocks[index].role == nil {
      let block = draft.blocks[index]
      guard index > 0, let level = block.headingLevel, let above = draft.blocks[index - 1].headingLevel,
        level <= above || isSurelyWriter(index),
        !isSection(index - 1), block.text.columns <= 44, Self.isWriter(block.text), let after = next(index),
        draft.blocks[after].headingLevel == nil, beginsBody(after)
      else { continue }
      draft.blocks[index].form = .paragraph
      diagnostics.repaired(
        "heading-demoted", line: block.line,
        "the writers below a title were marked as a heading: “\(excerpt(block.text))”",
        zh: "标题下的作者被误标为标题，已还原：“\(excerpt(block.text))”")
    }
  }

  /// Whether a heading lower than the one above it can be nothing but the writer: a person, or below a title that the
  /// contents list names, which names all titles; and it is none of several of its level.
  private func isSurelyWriter(_ index: Int) -> Bool {
    let level = draft.blocks[index].headingLevel
    // One level, each right above text, is a row of headings; a title between two of them parts them.
    if let behind = draft.blocks.indices.dropFirst(index + 1).first(where: { draft.blocks[$0].headingLevel != nil }),
      draft.blocks[behind].headingLevel == level, !listed.contains(behind)
    {
      return false
    }
    return Self.isNames(draft.blocks[index].text) || listed.count == entryCount && listed.contains(index - 1)
  }

  /// Whether a heading reads as running text.
  static func isSentence(_ text: String) -> Bool {
    let bare = text.trimmed
    guard let last = bare.unicodeScalars.last else { return false }
    if last == "。" || last == "；" || last == "，" { return LineGrammar.numbering(bare) == nil || bare.columns > 60 }
    return bare.columns > 200
  }

  mutating func decideBesideContents(_ heads: [Int]) {
    var inner = innerRuns(heads)
    for index in heads where isInnerHeading(index, heads) { inner.formUnion(sisters(of: index, heads)) }
    let levels = listed.compactMap { draft.blocks[$0].headingLevel }
    // Where titles are no headings, and all are found, headings stand within the articles.
    let deepest = levels.max() ?? (listed.count == entryCount ? 0 : 6)
    for index in heads {
      let block = draft.blocks[index]
      let level = block.headingLevel ?? 6
      if let after = next(index), listed.contains(after) {
        // Directly before a title: a section without a mark, or a line above the title.
        let titleLevel = draft.blocks[after].headingLevel ?? 7
        let isKicker = level >= titleLevel || block.text.trimmed.hasSuffix("：")
        draft.blocks[index].role =
          isKicker && previous(index).map(isSection) == true ? .kicker : .section(block.text.trimmed)
      } else if isCounted(index) || level > deepest && (deepest > 0 || isBehindTitle(index))
        || inner.contains(index)
      {
        setSubheading(index, level - min(deepest, level) + 1)
      } else {
        report(unlisted: index)
        makeTitle(index, block.text.trimmed)
      }
    }
  }

  private func isBehindTitle(_ index: Int) -> Bool {
    draft.blocks.indices.prefix(index).contains { listed.contains($0) }
      && previous(index).map { !isSection($0) && !isAttribution(draft.blocks[$0]) } ?? false
  }

  /// Whether a heading that a complete contents list does not name divides the article it stands in: it is short,
  /// or one of several, and the article before it is not closed by contributor or section.
  func isInnerHeading(_ index: Int, _ heads: [Int]) -> Bool {
    guard listed.count == entryCount, let before = previous(index), !isSection(before),
      !isAttribution(draft.blocks[before])
    else { return false }
    guard draft.blocks.indices.prefix(index).contains(where: { listed.contains($0) }) else { return false }
    // Shorter by far than the titles that are listed.
    let lengths = listed.map { draft.blocks[$0].text.columns }
    return draft.blocks[index].text.columns * lengths.count * 10 <= lengths.reduce(0, +) * 8
  }

  /// The headings that a complete contents list does not name where two or more stand in one article: it lists articles,
  /// and would hardly forget several in a row. A list of highlights names less than the text has.
  private func innerRuns(_ heads: [Int]) -> Set<Int> {
    guard listed.count == entryCount, entryCount >= 3 else { return [] }
    var runs: [[Int]] = []
    var run: [Int] = []
    var inArticle = false
    for index in draft.blocks.indices where !absorbed.contains(index) {
      if listed.contains(index) || isSection(index) {
        runs.append(run)
        run = []
        inArticle = listed.contains(index)
      } else if inArticle, isAttribution(draft.blocks[index]) {
        // Closed: what comes next is an article of its own.
        runs.append(run)
        run = []
        inArticle = false
      } else if inArticle, heads.contains(index), let before = previous(index),
        draft.blocks[before].headingLevel == nil,
        draft.blocks[before].role != .title
      {
        run.append(index)
      }
    }
    runs.append(run)
    let found = runs.filter { $0.count >= 2 }.joined()
    return found.count <= entryCount ? Set(found) : []
  }

  /// The headings of one level with `index` that stand in the same listed article: what one of them is, all are.
  private func sisters(of index: Int, _ heads: [Int]) -> [Int] {
    func isLimit(_ place: Int) -> Bool { listed.contains(place) || isSection(place) }
    let start = draft.blocks.indices.prefix(index).last(where: isLimit) ?? 0
    let end = draft.blocks.indices.dropFirst(index + 1).first(where: isLimit) ?? draft.blocks.count
    return heads.filter { place in
      guard place > start, place < end, draft.blocks[place].headingLevel == draft.blocks[index].headingLevel else {
        return false
      }
      // Right above a listed title a heading is a section or a line over the title.
      return next(place).map { !listed.contains($0) } ?? true
        && previous(place).map { !isAttribution(draft.blocks[$0]) } ?? true
    }
  }

  mutating func report(unlisted index: Int) {
    diagnostics.repaired(
      "article-unlisted", line: draft.blocks[index].line,
      "the contents list does not name the article “\(excerpt(draft.blocks[index].text, 40))”",
      zh: "目录中没有文章“\(excerpt(draft.blocks[index].text, 40))”", hint: Wording("check the contents list", zh: "请核对目录"))
  }

  /// Whether a line in bold or in the middle, without a number, stands above `index` as titles do.
  private func hasTitleLine(before index: Int) -> Bool {
    draft.blocks.indices.prefix(index).contains { place in
      let block = draft.blocks[place]
      guard block.role == nil, block.isBold || block.isCentred, isTitleLike(block),
        LineGrammar.numbering(block.text) == nil, let after = next(place)
      else { return false }
      return leads(to: after)
    }
  }

  /// Whether levels are guesses of a converter: where all headings are without a number and stand above text, one skips a
  /// level that others on the way have. A text that a person divided goes down a step at a time.
  private func levelsAreRandom(_ heads: [Int]) -> Bool {
    let levels = heads.compactMap { draft.blocks[$0].headingLevel }
    guard levels.count == heads.count, levels.count >= 5, Set(levels).count >= 3,
      levels.filter({ $0 == levels.min() }).count >= 2,
      heads.allSatisfy({ index in !isCounted(index) && next(index).map { draft.blocks[$0].headingLevel == nil } ?? false
      })
    else { return false }
    return zip(levels, levels.dropFirst()).contains { above, below in below > above + 1 && levels.contains(above + 1) }
  }

  /// Where all headings are of one level and numbered, 一、 each right above 1., and nothing is a title: sections and titles.
  private mutating func decideByNumbersAlone(_ heads: [Int]) -> Bool {
    let levels = heads.map { LineGrammar.numbering(draft.blocks[$0].text)?.level ?? 0 }
    guard let top = levels.min(), top > 0, Set(heads.map { draft.blocks[$0].headingLevel ?? 0 }).count == 1,
      !draft.blocks.indices.prefix(heads[0]).contains(where: { draft.blocks[$0].isText && draft.blocks[$0].role == nil }
      ),
      levels.first == top, levels.filter({ $0 == top }).count >= 2
    else { return false }
    let sections = zip(heads, levels).filter { $0.1 == top }.map(\.0)
    guard sections.allSatisfy({ index in next(index).map { heads.contains($0) && !sections.contains($0) } ?? false })
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

  mutating func decideByLevels(_ heads: [Int]) {
    func level(_ index: Int) -> Int { draft.blocks[index].headingLevel ?? 6 }
    func isNumbered(_ index: Int) -> Bool { isCounted(index) }
    let plain = heads.filter { !isNumbered($0) }
    if plain.isEmpty, let first = heads.first, hasTitleLine(before: first) {
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
          !draft.blocks[after].inlines.isAllEmphasis
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
        deepestTitle = plain.map(level).min() ?? 7
      }
    }
    if !marked, sections.isEmpty, levelsAreRandom(heads) { deepestTitle = plain.map(level).max() ?? deepestTitle }
    // Where headings are of one level, （一） below 一、 is still less.
    let numberings = heads.compactMap { LineGrammar.numbering(draft.blocks[$0].text)?.level }
    let topNumbering = numberings.first.map { first in numberings.allSatisfy { $0 >= first } ? first : 9 } ?? 9
    var titled = false
    var deepestHere = deepestTitle
    for index in heads {
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
        // The first heading below a section's name is a title, however deep the converter put it.
        if !isNumbered(index), level(index) > deepestTitle { deepestHere = level(index) }
      }
      let isDeeper = (LineGrammar.numbering(text)?.level ?? 0) > topNumbering
      if isNumbered(index),
        titled || isDeeper
          || plain.contains(where: { level($0) <= level(index) && ($0 < index || hasTitleLine(before: index)) })
      {
        setSubheading(index, level(index) - deepestHere)
      } else if level(index) <= deepestHere || !titled && deepestTitle == 7 || isNumbered(index) && !titled {
        makeTitle(index, text)
        titled = !isNumbered(index)
      } else {
        setSubheading(index, level(index) - deepestHere)
      }
    }
  }
}
