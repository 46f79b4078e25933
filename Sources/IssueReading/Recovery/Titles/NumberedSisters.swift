import IssueModel

/// 三、 below headings 一、 and 二、 of the same article, where the source left out their marks.
extension TitleWork {
  /// Makes a heading of the short line that counts on where headings of its article do: a comma in it makes no text of it.
  mutating func decideNumberedSisters() {
    var expected: Int?
    for index in draft.blocks.indices where !absorbed.contains(index) {
      let block = draft.blocks[index]
      switch block.role {
      case .title, .section: expected = nil
      case .subheading:
        if let numbering = LineGrammar.numbering(block.text), numbering.level == 1 { expected = numbering.value + 1 }
      case nil:
        guard let value = expected, case .paragraph = block.form, block.lines.count == 1, block.text.fits(60),
          let numbering = LineGrammar.numbering(block.text.trimmed), numbering.level == 1, numbering.value == value,
          let last = block.text.unicodeScalars.last, !last.endsSentence, !"，、：:;,".unicodeScalars.contains(last),
          let after = next(index), draft.blocks[after].role == nil, LineGrammar.isProse(draft.blocks[after].text),
          !TornParagraphStage.unclosed(block.text)
        else { continue }
        setSubheading(index, 1)
        expected = value + 1
      default: break
      }
    }
  }
}
