import IssueModel

/// Titles that a word or a sign counts through the issue: No. 118. Appointments, Notice 4: Dogs, § 3 Fees.
extension TitleWork {
  /// Makes titles of such lines where two or more stand above text, their numbers rising, and nothing else is known to be
  /// a title.
  mutating func decideNumberedNotices() {
    guard entryCount == 0, !draft.blocks.contains(where: { $0.role == .title }) else { return }
    var rows: [String: [(index: Int, number: Int)]] = [:]
    for index in draft.blocks.indices where !absorbed.contains(index) {
      let block = draft.blocks[index]
      guard block.role == nil, block.isText, block.lines.count <= 2, block.text.columns <= 110,
        let mark = Self.noticeMark(block.text.trimmed), !LineGrammar.isProse(mark.rest),
        let last = mark.rest.last, !".;,:".contains(last), let after = next(index), draft.blocks[after].isText
      else { continue }
      rows[mark.word, default: []].append((index, mark.number))
    }
    for (_, row) in rows.sorted(by: { $0.value[0].index < $1.value[0].index })
    where row.count >= 2 && zip(row, row.dropFirst()).allSatisfy({ $0.number < $1.number }) {
      for (index, _) in row { makeTitle(index, draft.blocks[index].text.trimmed) }
    }
  }

  /// Makes titles of 1. Purpose, 2. Background and so on in an English text that has no title else: what counts through
  /// the whole issue names its articles.
  mutating func decideNumberedRow() {
    guard draft.language == .english, entryCount == 0,
      !draft.blocks.contains(where: { $0.role == .title || $0.headingLevel != nil })
    else { return }
    var row: [Int] = []
    for index in draft.blocks.indices where !absorbed.contains(index) {
      let block = draft.blocks[index]
      guard block.role == nil, block.lines.count == 1, isTitleLike(block, atLeast: 6), block.text.columns <= 90,
        let numbering = LineGrammar.numbering(block.text.trimmed), numbering.level == 3,
        numbering.value == row.count + 1,
        let after = next(index), draft.blocks[after].isText || !draft.blocks[after].isList
      else { continue }
      // An item among items is none.
      if LineGrammar.numbering(draft.blocks[after].text.trimmed)?.value == row.count + 2,
        LineGrammar.numbering(draft.blocks[after].text.trimmed)?.level == 3
      {
        continue
      }
      row.append(index)
    }
    guard row.count >= 2 else { return }
    for index in row { makeTitle(index, draft.blocks[index].text.trimmed) }
  }

  /// Makes titles of 4. Health and 5. Food in an English text where 1. Arrivals, 2. Transport and others of the one row that
  /// counts through the issue, whatever sections part it, are titles: what stands below one of them may be too short to tell.
  mutating func decideRowThroughIssue() {
    guard draft.language == .english, entryCount == 0 else { return }
    var row: [Int] = []
    for index in draft.blocks.indices where !absorbed.contains(index) {
      let block = draft.blocks[index]
      guard block.role == nil || block.role == .title || isSubheading(index), block.isText, block.lines.count == 1,
        block.text.fits(90), let numbering = LineGrammar.numbering(block.text.trimmed), numbering.level == 3
      else { continue }
      guard numbering.value == row.count + 1 else {
        // Another row of titles: they count something else.
        if block.role == .title { return }
        continue
      }
      if block.role != .title {
        guard let first = row.first, draft.blocks[first].isBold == block.isBold,
          draft.blocks[first].headingLevel == block.headingLevel, isTitleLike(block, atLeast: 6) || isSubheading(index),
          let after = next(index), LineGrammar.numbering(draft.blocks[after].text.trimmed)?.level != 3
        else { continue }
      }
      row.append(index)
    }
    let titles = row.count { draft.blocks[$0].role == .title }
    guard titles >= 2, titles * 2 >= row.count, let first = row.first, draft.blocks[first].role == .title else {
      return
    }
    for index in row where draft.blocks[index].role != .title { makeTitle(index, draft.blocks[index].text.trimmed) }
  }

  /// The word or sign, the number and what follows them.
  private static func noticeMark(_ text: String) -> (word: String, number: Int, rest: String)? {
    let words = ["no", "notice", "item", "order", "circular", "§", "article", "regulation", "resolution", "decision"]
    let low = text.lowercased()
    guard let word = words.first(where: low.hasPrefix) else { return nil }
    var rest = text.dropFirst(word.count)
    if rest.first == "." { rest = rest.dropFirst() }
    rest = rest.drop(while: \.isBlankCharacter)
    if rest.lowercased().hasPrefix("no") {
      rest = rest.dropFirst(2).drop { $0 == "." || $0.isBlankCharacter }
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
    rest = rest.dropFirst(digits.count).drop { ".:–—-)".contains($0) || $0.isBlankCharacter }
    let name = String(rest).trimmed
    guard name.count >= 3, name.first?.isUppercase == true else { return nil }
    return (word, number, name)
  }
}
