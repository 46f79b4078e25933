import IssueModel

/// Lines alike in form: where one is a title, all of them are.
extension TitleWork {
  /// Lines in bold above anything but another of them, where three or more stand in a text without headings and most have
  /// running text below: one is a title, so all are.
  func boldSisters() -> Set<Int> {
    guard !draft.blocks.contains(where: { $0.headingLevel != nil }) else { return [] }
    let bold = draft.blocks.indices.filter { index in
      let block = draft.blocks[index]
      guard block.role == nil, case .paragraph = block.form, block.lines.count == 1, block.isBold,
        isTitleLike(block, atLeast: 3), LineGrammar.numbering(block.text) == nil, closed(before: index),
        let after = next(index)
      else { return false }
      return draft.blocks[after].role == nil && !draft.blocks[after].isBold
    }
    // 二、各部门动态 right above the first of them is the title that they divide.
    if let first = bold.first, let above = previous(first), draft.blocks[above].isText, draft.blocks[above].isBold,
      LineGrammar.numbering(draft.blocks[above].text) != nil
    {
      return []
    }
    let leading = bold.filter { index in next(index).map { leads(to: $0) } ?? false }
    return bold.count >= 3 && leading.count * 2 >= bold.count ? Set(bold) : []
  }

  /// Makes titles of III. SECURITY and the like where I., II. and the others of the row are titles: what stands below one of
  /// them may be too short to tell.
  mutating func decideRomanRow() {
    let row = draft.blocks.indices.filter { index in
      let block = draft.blocks[index]
      return !absorbed.contains(index) && block.isText && block.lines.count == 1
        && LineGrammar.part(block.text.trimmed) != nil && block.text.fits(60)
        && (block.role == nil || block.role == .title || isSubheading(index))
    }
    let titles = row.filter { draft.blocks[$0].role == .title }
    guard row.count >= 3, titles.count * 2 >= row.count,
      row.compactMap({ LineGrammar.part(draft.blocks[$0].text.trimmed) }) == Array(1...row.count)
    else { return }
    for index in row where draft.blocks[index].role != .title { makeTitle(index, draft.blocks[index].text.trimmed) }
  }

  /// A line numbered 一、 that may be a title, and how many there are from it to the end, with their columns.
  struct NumberedLine {
    var index: Int
    var count: Int
    var columns: Int
  }

  /// The lines numbered 一、 that may be titles, in order.
  func numberedLines() -> [NumberedLine] {
    var lines: [NumberedLine] = []
    for index in draft.blocks.indices.reversed() {
      let block = draft.blocks[index]
      guard block.role == nil, block.isText, block.headingLevel == nil, LineGrammar.numbering(block.text)?.level == 1,
        isTitleLike(block)
      else { continue }
      let behind = lines.last
      lines.append(
        NumberedLine(
          index: index, count: (behind?.count ?? 0) + 1, columns: (behind?.columns ?? 0) + block.text.columns))
    }
    return lines.reversed()
  }

  /// Whether 一、… that opens the text is followed by 二、… as short, each above text: articles, not parts of one.
  func sistersFollow(_ index: Int, among lines: [NumberedLine]) -> Bool {
    let place = lines.partitionPoint { $0.index <= index }
    guard place < lines.count else { return false }
    let sister = lines[place]
    // An article's parts are named in a few words, articles in a sentence.
    if draft.blocks[index].text.columns + sister.columns >= 24 * (sister.count + 1) { return true }
    // Where no title stands at all, the first would become one and the others not: they are alike.
    return !draft.blocks.contains { $0.role == .title || $0.headingLevel != nil || $0.isBold }
  }

  /// Whether 1. Leave that opens the text, or a section of it, is followed by 2. … of the same form above text.
  func westernSistersFollow(_ index: Int) -> Bool {
    func isCapitals(_ text: String) -> Bool {
      text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    }
    let first = draft.blocks[index].text
    guard first.hanCount == 0 else { return false }
    let behind = draft.blocks.indices.dropFirst(index + 1).prefix { !isSection($0) && draft.blocks[$0].role != .title }
    return behind.contains { place in
      let block = draft.blocks[place]
      guard block.role == nil, block.isText, block.text.hanCount == 0, isTitleLike(block),
        LineGrammar.numbering(block.text)?.level == 3, LineGrammar.numbering(block.text)?.value == 2
      else { return false }
      return isCapitals(block.text) == isCapitals(first)
    }
  }

  /// 一、… to 三、… and then 1. … to 3. …, each above its text, in an issue of two halves, one in each language: where the
  /// lines of one row are titles, those of the other are.
  mutating func decideOtherHalf() {
    let titles = draft.blocks.indices.filter { draft.blocks[$0].role == .title }
    guard draft.contents == nil, titles.count >= 2, let last = titles.last, isRow(titles) else { return }
    let isChinese = draft.blocks[titles[0]].text.hasHan
    let row = draft.blocks.indices.dropFirst(last + 1).filter { index in
      let block = draft.blocks[index]
      guard block.role == nil, block.isText, block.lines.count == 1, block.text.fits(72),
        block.text.hasHan != isChinese, LineGrammar.numbering(block.text.trimmed) != nil, let below = next(index)
      else { return false }
      return draft.blocks[below].role == nil && draft.blocks[below].isText
        && LineGrammar.isProse(draft.blocks[below].text)
    }
    guard abs(row.count - titles.count) <= 1, row.count >= 2, isRow(row),
      // The half is in that language, all of it.
      draft.blocks[row[0]...].allSatisfy({ !$0.isText || $0.text.hasHan != isChinese })
    else { return }
    for index in row { makeTitle(index, draft.blocks[index].text.trimmed) }
  }

  /// Whether the lines count from one, all in one form of number.
  private func isRow(_ lines: [Int]) -> Bool {
    let numbers = lines.map { LineGrammar.numbering(draft.blocks[$0].text.trimmed) }
    return numbers.map { $0?.value ?? 0 } == Array(1...lines.count) && Set(numbers.map { $0?.level }).count == 1
  }
}
