import IssueModel

/// ~~~ Results ~~~, >>> Dates <<<: a name between strokes may be that of a section or the title of an article.
extension SectionStage {
  /// >>> Results <<< and By J. Hale on the next line, in one paragraph of a Western text: two blocks.
  func partStrokedTitles(_ draft: inout Draft) {
    guard draft.language == .english else { return }
    for index in draft.blocks.indices.reversed() {
      let block = draft.blocks[index]
      guard block.role == nil, case .paragraph = block.form, block.lines.count == 2,
        LineGrammar.ornamented(block.lines[0].text.trimmed, atMost: 72) != nil, TitleWork.isByline(block.lines[1].text)
      else { continue }
      var byline = block
      byline.lines = [block.lines[1]]
      byline.source = SourceRange(line: block.lines[1].number)
      draft.blocks[index].lines = [block.lines[0]]
      draft.blocks[index].source = SourceRange(line: block.lines[0].number)
      draft.blocks.insert(byline, at: index + 1)
    }
  }

  /// The lines of a Western text whose names between strokes are titles: two or more, all of them right above running
  /// text, a list or a table, in an issue that marks no titles otherwise. Above one line that is itself like a title, all
  /// of them are sections.
  func strokedTitles(_ draft: Draft) -> Set<Int> {
    guard draft.language == .english, draft.contents == nil,
      !draft.blocks.contains(where: { $0.headingLevel != nil || $0.role != nil })
    else { return [] }
    let found = draft.blocks.indices.filter { index in
      let block = draft.blocks[index]
      return block.isText && block.lines.count == 1 && block.text.utf8.count <= 100
        && LineGrammar.ornamented(block.text.trimmed, atMost: 72) != nil
    }
    let standAbove = found.filter { index in
      guard let next = draft.blocks.dropFirst(index + 1).first(where: { !$0.isRule }) else { return false }
      switch next.form {
      case .list, .ready: return true
      default: return next.isText && !next.isBold && (LineGrammar.isProse(next.text) || TitleWork.isByline(next.text))
      }
    }
    return found.count >= 2 && standAbove.count == found.count ? Set(found) : []
  }

  /// == 要闻 == above * title * above text: two marks, one within the other. The lines with the inner one are titles.
  func partNestedMarks(_ draft: inout Draft) {
    var lines: [(index: Int, mark: Character, name: String)] = []
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      guard block.isText, block.lines.count == 1, block.text.utf8.count <= 200,
        let name = LineGrammar.ornamented(block.text.trimmed, atMost: 72), let mark = block.text.trimmed.first
      else { continue }
      lines.append((index, mark, name))
    }
    guard let outer = lines.first?.mark, let inner = lines.first(where: { $0.mark != outer })?.mark,
      lines.allSatisfy({ $0.mark == outer || $0.mark == inner })
    else { return }
    let titles = lines.filter { $0.mark == inner }
    let places = Set(titles.map(\.index))
    let isNested = lines.allSatisfy { line in
      guard let below = nextText(line.index, draft) else { return false }
      return line.mark == outer
        ? places.contains(below) : !draft.blocks[below].isText || LineGrammar.isProse(draft.blocks[below].text)
    }
    guard isNested, titles.count >= 2, lines.count > titles.count else { return }
    for line in titles {
      draft.blocks[line.index].role = nil
      draft.blocks[line.index].form = .heading(3)
      draft.blocks[line.index].lines = [DraftLine(text: line.name, number: draft.blocks[line.index].line)]
    }
  }
}
