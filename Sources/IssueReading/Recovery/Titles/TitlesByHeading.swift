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
    demoteSigners(heads)
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
        !isSection(index - 1), block.text.columns <= 44,
        Self.isWriter(block.text) || block.inlines.isAllEmphasis && PersonNames.isWestern(block.text),
        let after = next(index),
        draft.blocks[after].headingLevel == nil, beginsBody(after)
      else { continue }
      draft.blocks[index].form = .paragraph
      diagnostics.repaired(
        "heading-demoted", line: block.line,
        "the writers below a title were marked as a heading: “\(excerpt(block.text))”",
        zh: "标题下的作者被误标为标题，已还原：“\(excerpt(block.text))”")
    }
  }

  /// Headings of nothing but a person's name behind an article's text, with no text below: a converter made a heading of
  /// the last line, where somebody signs.
  private mutating func demoteSigners(_ heads: [Int]) {
    func isName(_ index: Int) -> Bool {
      let text = draft.blocks[index].text
      return draft.blocks[index].headingLevel != nil && draft.blocks[index].lines.count == 1
        && (PersonNames.isSigner(text) || Self.isNames(text)) && !draft.listedTitles.contains(text.letters)
    }
    for index in heads where draft.blocks[index].role == nil && isName(index) {
      guard let above = previous(index), draft.blocks[above].role == nil, draft.blocks[above].headingLevel == nil,
        !draft.blocks[above].isText || LineGrammar.isProse(draft.blocks[above].text)
      else { continue }
      let behind = draft.blocks.indices.dropFirst(index + 1).first { !draft.blocks[$0].isRule && !isName($0) }
      if let behind {
        // A heading lower than it makes of the name that of a section.
        let level = draft.blocks[behind].headingLevel
        if level.map({ $0 > draft.blocks[index].headingLevel ?? 6 }) ?? (draft.blocks[behind].role == nil) { continue }
      }
      draft.blocks[index].form = .paragraph
      diagnostics.repaired(
        "heading-demoted", line: draft.blocks[index].line,
        "the name at an article's end was marked as a heading: “\(excerpt(draft.blocks[index].text))”",
        zh: "文末署名被误标为标题，已还原：“\(excerpt(draft.blocks[index].text))”")
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
    let titles = ListedTitles(self)
    var inner = innerRuns(heads)
    inner.formUnion(sisters(of: heads.filter { isInnerHeading($0, titles) }, heads))
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
      } else if isCounted(index) || level > deepest && (deepest > 0 || isBehindTitle(index, titles))
        || inner.contains(index)
      {
        setSubheading(index, level - min(deepest, level) + 1)
      } else {
        report(unlisted: index)
        makeTitle(index, block.text.trimmed)
      }
    }
  }

  /// What the titles that the contents list names are like together.
  struct ListedTitles {
    let count: Int
    let columns: Int
    /// Where the first of them stands.
    let first: Int

    init(_ work: TitleWork) {
      count = work.listed.count
      columns = work.listed.reduce(0) { $0 + work.draft.blocks[$1].text.columns }
      first = work.listed.min() ?? work.draft.blocks.count
    }
  }

  private func isBehindTitle(_ index: Int, _ titles: ListedTitles) -> Bool {
    titles.first < index
      && previous(index).map { !isSection($0) && !isAttribution(draft.blocks[$0]) } ?? false
  }

  /// Whether a heading that a complete contents list does not name divides the article it stands in: it is short,
  /// or one of several, and the article before it is not closed by contributor or section.
  func isInnerHeading(_ index: Int, _ titles: ListedTitles) -> Bool {
    guard listed.count == entryCount, let before = previous(index), !isSection(before),
      !isAttribution(draft.blocks[before])
    else { return false }
    guard titles.first < index else { return false }
    // Shorter by far than the titles that are listed.
    return draft.blocks[index].text.columns * titles.count * 10 <= titles.columns * 8
  }

  /// The headings that a complete contents list does not name where two or more stand in one article: it lists articles,
  /// and would hardly forget several in a row. A list of highlights names less than the text has.
  private func innerRuns(_ heads: [Int]) -> Set<Int> {
    guard listed.count == entryCount, entryCount >= 3 else { return [] }
    let heads = Set(heads)
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

  /// The headings of one level with any of `inner` that stand in the same listed article: what one of them is, all are.
  private func sisters(of inner: [Int], _ heads: [Int]) -> [Int] {
    guard !inner.isEmpty else { return [] }
    let limits = draft.blocks.indices.filter { listed.contains($0) || isSection($0) }
    /// The number of the article that a block stands in.
    func article(_ place: Int) -> Int { limits.partitionPoint { $0 <= place } }
    var levels: [Int: Set<Int>] = [:]
    for index in inner { levels[article(index), default: []].insert(draft.blocks[index].headingLevel ?? 0) }
    return heads.filter { place in
      guard place > 0, !isSection(place), let level = draft.blocks[place].headingLevel,
        levels[article(place)]?.contains(level) == true
      else { return false }
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

  /// Where all headings are of one level and numbered, 一、 each right above 1., and nothing is a title: sections and titles.
  private mutating func decideByNumbersAlone(_ heads: [Int]) -> Bool {
    let levels = heads.map { LineGrammar.numbering(draft.blocks[$0].text)?.level ?? 0 }
    guard let top = levels.min(), top > 0, Set(heads.map { draft.blocks[$0].headingLevel ?? 0 }).count == 1,
      !draft.blocks.indices.prefix(heads[0]).contains(where: { draft.blocks[$0].isText && draft.blocks[$0].role == nil }
      ),
      levels.first == top, levels.filter({ $0 == top }).count >= 2
    else { return false }
    let sections = zip(heads, levels).filter { $0.1 == top }.map(\.0)
    let lower = Set(heads).subtracting(sections)
    guard sections.allSatisfy({ index in next(index).map { lower.contains($0) } ?? false })
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
    // Before the first title, a lower heading that opens the text is one too: there is no article for it to divide.
    var opens = !marked && sections.isEmpty
    var deepestHere = deepestTitle
    // The highest level of a heading without a number, in all and so far.
    let highest = plain.map(level).min() ?? Int.max
    var highestAbove = Int.max
    for index in heads {
      let counted = isNumbered(index)
      defer { if !counted { highestAbove = min(highestAbove, level(index)) } }
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
      } else if opens, !counted, previous(index) == nil, let after = next(index), leads(to: after) {
        makeTitle(index, text)
        opens = false
      } else {
        setSubheading(index, level(index) - deepestHere)
      }
    }
  }
}
