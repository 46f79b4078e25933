import IssueModel

/// Names of a few letters that stand flush left and alone in a plain text whose paragraphs are indented: 學術園地, 會訊, 恭賀.
extension TitleWork {
  /// Makes sections of such lines right above a title that stands in the middle, where the text has more of them.
  mutating func decideFlushSections() {
    guard draft.language.isChinese, entryCount == 0,
      !draft.blocks.contains(where: { $0.headingLevel != nil || $0.role != nil })
    else { return }
    let flush = draft.blocks.indices.filter { isFlush(draft.blocks[$0]) }
    guard flush.count >= 2 else { return }
    for index in flush where closed(before: index) && !Self.isNames(draft.blocks[index].text) {
      guard let title = next(index), draft.blocks[title].isCentred, isTitleLike(draft.blocks[title]),
        let text = next(title), leads(to: title), indent(draft.blocks[text]) >= indent(draft.blocks[index]) + 2
      else { continue }
      draft.blocks[index].role = .section(draft.blocks[index].text.trimmed)
    }
  }

  /// Makes titles of two such lines or more, each above text or a list; one right above a title names a section.
  mutating func decideFlushNames() {
    guard draft.language.isChinese, !draft.blocks.contains(where: { $0.headingLevel != nil }),
      entryCount == 0 || listed.count < entryCount
    else { return }
    let found = draft.blocks.indices.filter { isFlushName($0) }
    let alike = draft.blocks.indices.filter { draft.blocks[$0].role == .title && isFlush(draft.blocks[$0]) }
    guard found.count + alike.count >= 2 else { return }
    for index in found {
      if let after = next(index), draft.blocks[after].role == .title {
        draft.blocks[index].role = .section(draft.blocks[index].text.trimmed)
      } else {
        makeTitle(index, draft.blocks[index].text.trimmed)
      }
    }
  }

  private func isFlush(_ block: DraftBlock) -> Bool {
    let name = block.text.trimmed
    return block.lines.count == 1 && (2...6).contains(name.count) && name.hanCount == name.count && !block.isIndented
      && !block.isCentred && !block.isFlushRight && !block.isBold
  }

  private func isFlushName(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.role == nil, !absorbed.contains(index), case .paragraph = block.form, isFlush(block),
      !["此致", "敬礼", "敬禮", "謹啟", "谨启"].contains(block.text.trimmed), !Self.isNames(block.text),
      closed(before: index), let after = next(index)
    else { return false }
    let below = draft.blocks[after]
    if below.role == .title { return below.isCentred }
    guard below.role == nil else { return false }
    switch below.form {
    case .list, .ready: return true
    case .paragraph:
      return indent(below) >= indent(block) + 2
        && (LineGrammar.isProse(below.text) || ItemMark(below.text.trimmed) != nil)
    default: return false
    }
  }

  /// The columns of blanks before a block in the source.
  private func indent(_ block: DraftBlock) -> Int {
    draft.source[block.line].indentColumns
  }
}
