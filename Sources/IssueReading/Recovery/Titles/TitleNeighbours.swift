import IssueModel

/// What stands right above and below a title: its number, a kicker, a subtitle, the writers.
extension TitleWork {
  mutating func decideNeighbours() {
    for index in draft.blocks.indices where draft.blocks[index].role == .title && !absorbed.contains(index) {
      takeNumber(of: index)
      findKicker(of: index)
    }
    for index in draft.blocks.indices where draft.blocks[index].role == .title && !absorbed.contains(index) {
      joinFollowingTitle(index)
      var after = next(index)
      if let place = after, draft.blocks[place].role == .subtitle { after = next(place) }
      if let place = after, draft.blocks[place].role == nil || isSubheading(place), draft.blocks[place].isText,
        let text = Self.subtitle(draft.blocks[place].text)
      {
        draft.blocks[place].role = .subtitle
        draft.blocks[place].lines = [DraftLine(text: text, number: draft.blocks[place].line)]
        after = next(place)
      }
      if let place = after, draft.blocks[place].role == nil, draft.blocks[place].isText,
        draft.blocks[place].headingLevel == nil, Self.isByline(draft.blocks[place].text)
      {
        draft.blocks[place].role = .byline
      } else if let place = after, draft.blocks[place].role == nil, draft.blocks[place].isText,
        draft.blocks[place].headingLevel == nil,
        Self.isNames(draft.blocks[place].text) || Self.isAuthor(draft.blocks[place].text), let behind = next(place),
        beginsText(behind)
      {
        draft.blocks[place].role = .byline
      }
    }
  }

  /// Whether running text, a quotation or a heading within the article begins at `index`.
  func beginsText(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    switch block.role {
    case nil, .subheading, .editorsNote: break
    default: return false
    }
    switch block.form {
    case .quote, .heading: return true
    case .paragraph: return LineGrammar.isProse(block.text)
    default: return false
    }
  }

  /// A line right above a title that is nothing but its number: 01, ▍02.
  mutating func takeNumber(of index: Int) {
    guard let before = previous(index), before == index - 1, draft.blocks[before].role == nil,
      draft.blocks[before].isText
    else { return }
    let number = draft.blocks[before].text.trimmed.drop { $0.isLineMark }.trimmed
    guard (1...3).contains(number.count), number.unicodeScalars.allSatisfy(\.isASCIIDigit) else { return }
    makeTitle(index, number + " " + draft.blocks[index].text.trimmed)
    draft.blocks[index].source = draft.blocks[before].source.extended(to: draft.blocks[index].source)
    absorbed.insert(before)
  }

  /// A line right above a title that ends with a colon announces it.
  mutating func findKicker(of index: Int) {
    guard let before = previous(index), before == index - 1, draft.blocks[before].isText else { return }
    let text = draft.blocks[before].text.trimmed
    guard text.hasSuffix("：") || text.hasSuffix(":"), text.columns <= 44, !text.contains("，"),
      draft.blocks[before].role == nil || isSubheading(before)
    else { return }
    // Running text may end so too; then it does not stand between finished text and a title.
    let above = previous(before)
    guard
      above.map({
        isSection($0) || draft.blocks[$0].role != nil || !draft.blocks[$0].isText
          || !TornParagraphStage.isUnfinished(draft.blocks[$0].text)
      }) ?? true
    else { return }
    draft.blocks[before].role = .kicker
  }

  /// Two headings of one level with nothing between are one title over two lines, or a kicker and its title.
  mutating func joinFollowingTitle(_ index: Int) {
    guard !listed.contains(index), let after = next(index), draft.blocks[after].role == .title, !listed.contains(after),
      after == index + 1, draft.blocks[index].headingLevel != nil, draft.blocks[after].headingLevel != nil
    else { return }
    let first = draft.blocks[index]
    let second = draft.blocks[after]
    if first.text.trimmed.hasSuffix("：") || (first.headingLevel ?? 0) > (second.headingLevel ?? 0) {
      draft.blocks[index].role = .kicker
    } else if first.headingLevel == second.headingLevel, first.text.columns + second.text.columns <= 130,
      Self.subtitle(second.text) == nil
    {
      // Where the first line is two clauses with a blank between, the second line is a third.
      let blank = first.text.trimmed.contains(" ") || first.text.hanCount == 0
      let text = first.text.trimmed + (blank ? " " : "") + second.text.trimmed
      diagnostics.repaired(
        "title-joined", line: first.line, "a title over two headings joined: “\(excerpt(text, 40))”",
        zh: "分成两个标题的一个标题已合并：“\(excerpt(text, 40))”")
      makeTitle(index, text)
      absorb(after, into: index)
    }
  }
}
