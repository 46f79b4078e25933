/// 短讯三则 above three titles: a name that says how many items stand below it.
extension TitleWork {
  /// Makes a section of such a line, and titles of the lines of one form below it, as many as it says, each above its text.
  /// The contents list may name it among the titles. Where text stands right below it, it is a title itself.
  mutating func decideCollections() {
    for index in draft.blocks.indices where draft.blocks[index].role == nil && !absorbed.contains(index) {
      guard draft.blocks[index].isText, draft.blocks[index].lines.count == 1,
        let count = Self.countedItems(draft.blocks[index].text), let items = items(below: index, count: count)
      else { continue }
      let name = draft.blocks[index].text.trimmed
      draft.blocks[index].role = .section(name)
      for item in items { makeTitle(item, draft.blocks[item].text.trimmed) }
      // The list names it as a title: there it is one of a section as well.
      let letters = name.letters
      for place in draft.contents?.entries.indices ?? 0..<0
      where draft.contents?.entries[place].kind == .article && draft.contents?.entries[place].text.letters == letters {
        draft.contents?.entries[place].kind = .section
      }
    }
  }

  /// The titles below a name that says how many there are; nil where there are not as many.
  private func items(below index: Int, count: Int) -> [Int]? {
    guard let first = next(index), isItem(first), listedNone(first) else { return nil }
    let form = draft.blocks[first]
    var items: [Int] = []
    for place in first..<draft.blocks.count where !absorbed.contains(place) {
      let block = draft.blocks[place]
      if isSection(place) || block.role == .title || !listedNone(place) { break }
      guard block.headingLevel == form.headingLevel, block.isBold == form.isBold, isItem(place) else {
        // A higher heading ends the section.
        if let level = block.headingLevel, level < form.headingLevel ?? 0 { break }
        continue
      }
      items.append(place)
    }
    // What stands behind the last of them would be of the section too.
    return items.count == count ? items : nil
  }

  /// Whether a line reads as a title and stands above text.
  private func isItem(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.role == nil, block.isText, block.lines.count <= 2, block.text.fits(90), let after = next(index),
      block.headingLevel != nil || isTitleLike(block, atLeast: 6) && closed(before: index)
    else { return false }
    return draft.blocks[after].role == nil && draft.blocks[after].headingLevel == nil
      && (!draft.blocks[after].isText || LineGrammar.isProse(draft.blocks[after].text))
  }

  private func listedNone(_ index: Int) -> Bool {
    let text = draft.blocks[index].text
    return !draft.lists(text.letters) && !draft.lists(ContentsLine(text).core.letters)
  }

  /// How many items a name counts: 3 of 短讯三则, 简讯（四则）; nil for any other line, and for 实施细则.
  static func countedItems(_ text: String) -> Int? {
    guard text.utf8.count <= 60 else { return nil }
    var name = text.withoutBlanks[...]
    if let last = name.last, "）)".contains(last), let open = name.lastIndex(where: { "（(".contains($0) }) {
      name = name[..<open] + name[name.index(after: open)...].dropLast()
    }
    guard let unit = name.last, "则則条條篇例封件".contains(unit) else { return nil }
    name = name.dropLast()
    let numerals = name.unicodeScalars.reversed().prefix { ChineseNumerals.isNumeral($0) || $0 == "兩" }.reversed()
    guard (1...2).contains(numerals.count), name.count - numerals.count >= 2 else { return nil }
    let words = String(name.dropLast(numerals.count))
    let digits = String(scalars: numerals.map { $0 == "兩" ? "二" : $0 })
    guard let count = ChineseNumerals.value(digits), (2...20).contains(count), words.hanCount == words.count,
      // 建议五条 may be the parts of one text; 短讯五条 are items.
      "则則".contains(unit) || Vocabulary.sectionEndings.contains(where: words.hasSuffix)
        || ["短讯", "短訊", "消息", "新闻", "新聞", "来信", "來信", "案例"].contains(where: words.hasSuffix)
    else { return nil }
    return count
  }
}
