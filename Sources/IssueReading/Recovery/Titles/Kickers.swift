import IssueModel

/// What stands right above a title: its number, a line that announces it.
extension TitleWork {
  /// A line right above a title that is nothing but its number: 01, ▍02.
  mutating func takeNumber(of index: Int) {
    guard let before = previous(index), before == index - 1, draft.blocks[before].role == nil,
      draft.blocks[before].isText
    else { return }
    guard let number = Self.partNumber(draft.blocks[before].text) else { return }
    guard number.unicodeScalars.allSatisfy(\.isASCIIDigit) else { return }
    makeTitle(index, number + " " + draft.blocks[index].text.trimmed)
    draft.blocks[index].source = draft.blocks[before].source.extended(to: draft.blocks[index].source)
    absorbed.insert(before)
  }

  /// A line right above a title that ends with a colon announces it.
  mutating func findKicker(of index: Int) {
    guard let before = previous(index), before == index - 1, draft.blocks[before].isText else { return }
    let text = draft.blocks[before].text.trimmed
    // 迎着风雪上　顶着石头干 above a listed title, on the line right above it.
    if listed.contains(index), draft.blocks[before].role == nil, draft.blocks[before].lines.count == 1,
      draft.blocks[before].headingLevel == nil, isAdjacent(before, index), text.hasBlank, text.fits(44),
      Vocabulary.looksLikeSlogan(text)
    {
      draft.blocks[before].role = .kicker
      return
    }
    // 【案例参考】 above 乘客踏空，谁来担责？ above a listed title: no article is a line by itself.
    if listed.contains(index), draft.blocks[before].role == nil, draft.blocks[before].lines.count == 1,
      draft.blocks[before].headingLevel == nil, text.fits(44), let last = text.unicodeScalars.last, last != "。",
      let section = previous(before), isSection(section), EditorsNoteStage.label(of: text) == nil,
      LineGrammar.wholeBracket(text) == nil, DateGrammar.whole(text) == nil
    {
      draft.blocks[before].role = .kicker
      return
    }
    guard text.hasSuffix("：") || text.hasSuffix(":"), text.fits(44), !text.contains("，"),
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
}
