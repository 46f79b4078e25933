import IssueModel

/// Names of sections right above titles, where a converter put all headings on one level.
extension TitleWork {
  /// Patient Care and Safety right above the title of an article, People and Training above another: where two headings or
  /// more stand so, each a name of a few words, they are sections. Below a title stands rather what sums it up, as long.
  mutating func decideHeadingPairs() {
    guard entryCount == 0, !draft.blocks.indices.contains(where: { isSection($0) }) else { return }
    let titles = draft.blocks.indices.filter { draft.blocks[$0].role == .title && !absorbed.contains($0) }
    let pairs = zip(titles, titles.dropFirst()).filter { name, title in
      next(name) == title && draft.blocks[name].headingLevel != nil
        && draft.blocks[name].headingLevel == draft.blocks[title].headingLevel
    }
    guard pairs.count >= 2, pairs.allSatisfy({ mayName($0.0, above: $0.1) }) else { return }
    func middle(_ places: [Int]) -> Int {
      places.map { draft.blocks[$0].text.columns }.reduce(0, +) / max(1, places.count)
    }
    guard middle(pairs.map(\.0)) <= 34, middle(pairs.map(\.1)) <= 60,
      titles.count > pairs.count * 2 || middle(pairs.map(\.0)) < middle(pairs.map(\.1))
    else { return }
    for (name, _) in pairs { draft.blocks[name].role = .section(draft.blocks[name].text.trimmed) }
  }

  /// 重点工程 right above the title of an article, 运输服务 above another: names of few Han, three of them or two as long as each
  /// other, are sections, whatever levels a converter gave them and the titles.
  mutating func decideShortPairs(_ heads: [Int]) {
    guard entryCount == 0, !draft.blocks.indices.contains(where: { isSection($0) }) else { return }
    let names = zip(heads, heads.dropFirst()).filter { name, title in
      let words = draft.blocks[name].text.trimmed
      let below = draft.blocks[title].text.trimmed
      guard (2...6).contains(words.count), words.hanCount == words.count, below.hanCount >= words.count + 3,
        !isCounted(name), !Self.isNames(words), next(name) == title, let behind = next(title)
      else { return false }
      return draft.blocks[behind].headingLevel == nil && beginsBody(behind)
    }.map(\.0)
    let sizes = Set(names.map { draft.blocks[$0].text.trimmed.count })
    guard names.count >= 3 || names.count == 2 && sizes.count == 1 else { return }
    for index in names { draft.blocks[index].role = .section(draft.blocks[index].text.trimmed) }
  }

  /// Whether the heading at `index` may be the name of a section that begins with the title at `title`.
  private func mayName(_ index: Int, above title: Int) -> Bool {
    let name = draft.blocks[index].text.trimmed
    guard !name.hasHan, name.columns <= 44, name.split(separator: " ").count <= 7, let last = name.last,
      last.isLetter || last == ")", !isCounted(index), !isCounted(title), !TornParagraphStage.endsInFunctionWord(name),
      InnerHeading.words(draft.blocks[title].text) < 3, let behind = next(title),
      draft.blocks[behind].role != .title
    else { return false }
    return true
  }
}
