import IssueModel

/// Headings where the contents list names the titles.
extension TitleWork {
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
    // Where most titles have a heading right below them, they rather name sections.
    let headed = listed.count { title in next(title).map { heads.contains($0) } ?? false }
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
        draft.blocks[before].headingLevel == nil && draft.blocks[before].role != .title
          || listed.contains(before) && headed * 3 <= listed.count
            && draft.blocks[index].headingLevel ?? 0 >= draft.blocks[before].headingLevel ?? 0
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
}
