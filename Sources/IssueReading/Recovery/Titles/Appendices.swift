import IssueModel

/// Appendices behind a signed text: 附件1 on a line of its own, and what it is called below.
extension TitleWork {
  /// Makes articles of them: the text above is signed and ends with its date, which otherwise would stand in its midst.
  mutating func decideAppendices() {
    for index in draft.blocks.indices where draft.blocks[index].role == nil {
      let block = draft.blocks[index]
      guard block.isText, block.lines.count == 1, Self.isAppendix(block.text), let above = previous(index),
        draft.blocks[above].isText, DateGrammar.whole(draft.blocks[above].lines.last?.text ?? "") != nil,
        let title = next(index), draft.blocks[title].role == nil, draft.blocks[title].isText,
        isTitleLike(draft.blocks[title]),
        draft.blocks[title].isBold || draft.blocks[title].isCentred || draft.blocks[title].headingLevel != nil
      else { continue }
      draft.blocks[index].role = .kicker
      makeTitle(title, draft.blocks[title].text.trimmed)
    }
  }

  /// 附件, 附件1, 附件 二：
  private static func isAppendix(_ text: String) -> Bool {
    var rest = text.trimmed
    guard rest.hasPrefix("附件"), rest.count <= 6 else { return false }
    if let last = rest.last, "：:".contains(last) { rest.removeLast() }
    return rest.dropFirst(2).allSatisfy { $0.isDigit || $0.isBlankCharacter || "一二三四五六七八九十".contains($0) }
  }
}
