import IssueModel

/// Names that stand by themselves between two strokes across the page.
extension SectionStage {
  /// Makes sections of two such lines or more, the strokes right above and right below each, or around bold, if most stand
  /// above what titles an article, and headings of titles if most stand right above text. What the contents list names is a
  /// title.
  func ruledNames(_ draft: inout Draft) {
    let listed = draft.listedTitles
    let found = draft.blocks.indices.dropLast().filter { index in
      guard draft.blocks[index + 1].isRule, index == 0 || draft.blocks[index - 1].isRule else { return false }
      // What stands first has lost the stroke above it to the masthead or the contents list.
      let above =
        index > 0
        ? draft.blocks[index - 1].source.endLine
        : PlainTextLine(number: 0, draft.source[draft.blocks[0].line - 1]).isRule ? draft.blocks[0].line - 1 : 0
      return Self.isRuledName(draft.blocks[index], above, draft.blocks[index + 1].line)
    }
    guard found.count >= 2 else { return }
    let names = found.filter { !listed.contains(draft.blocks[$0].text.letters) }
    let opening = names.filter { index in
      guard let next = nextText(index, draft), draft.blocks[next].isText else { return false }
      return draft.blocks[next].headingLevel != nil || listed.contains(draft.blocks[next].text.letters)
        || !LineGrammar.isProse(draft.blocks[next].text) && !TitleWork.isWriter(draft.blocks[next].text)
    }
    let areSections = !opening.isEmpty && opening.count * 3 >= names.count * 2
    let isName = Set(areSections ? names : [])
    for index in found {
      let name = draft.blocks[index].text.trimmed
      if isName.contains(index) {
        draft.blocks[index].role = .section(MastheadLine.closed(name))
      } else {
        draft.blocks[index].form = .heading(areSections ? 3 : 2)
      }
    }
  }

  /// Whether a block is a few words without a label, a line of its own between the strokes on the lines around it,
  /// or in bold.
  private static func isRuledName(_ block: DraftBlock, _ above: Int, _ below: Int) -> Bool {
    guard block.role == nil, case .paragraph = block.form, block.lines.count == 1,
      block.isBold && above > 0 || block.line == above + 1 && block.line + 1 == below
    else { return false }
    let text = block.text.trimmed
    return text.fits(72) && text.count >= 2 && text.contains(where: \.isLetter) && !LineGrammar.isProse(text)
      && LineGrammar.anyLabelled(text) == nil && LineGrammar.bulleted(text) == nil && DateGrammar.find(in: text) == nil
      && EditorsNoteStage.label(of: text) == nil && !ContentsStage.isHeading(text) && text.columnsByGaps.count == 1
  }
}
