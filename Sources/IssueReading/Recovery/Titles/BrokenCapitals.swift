import IssueModel

/// Headlines in capitals that old print broke behind a mark: ICE TAKES SIXTY POLES; and below it ALL BACK BY SUNDAY.
extension TitleWork {
  /// Makes one block of two such lines, the second right below the first and the two alone together.
  mutating func joinBrokenCapitals() {
    func isPart(_ block: DraftBlock) -> Bool {
      guard block.role == nil, case .paragraph = block.form, block.lines.count == 1, !block.text.hasHan else {
        return false
      }
      let text = block.text.trimmed
      return (12...90).contains(text.columns) && text == text.uppercased() && text.contains(where: \.isLetter)
    }
    var absorbing: Set<Int> = []
    for index in draft.blocks.indices.dropLast() where isPart(draft.blocks[index]) && !absorbing.contains(index) {
      let (first, second) = (draft.blocks[index], draft.blocks[index + 1])
      guard let last = first.text.trimmed.last, ";,:—–".contains(last), isPart(second), isTitleLike(second),
        second.line == first.line + 1, LineGrammar.anyLabelled(first.text) == nil,
        LineGrammar.distribution(first.text) == nil, index + 2 < draft.blocks.count,
        LineGrammar.isProse(draft.blocks[index + 2].text) || Self.isByline(draft.blocks[index + 2].text)
      else { continue }
      draft.blocks[index].lines += second.lines
      draft.blocks[index].source = first.source.extended(to: second.source)
      absorbing.insert(index + 1)
    }
    draft.blocks.remove(absorbing)
  }
}
