import IssueModel

/// ~~~ Results ~~~, >>> Dates <<<: a name between strokes may be that of a section or the title of an article.
extension SectionStage {
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
        && LineGrammar.dashed(block.text.trimmed, atMost: 72) != nil
    }
    let standAbove = found.filter { index in
      guard let next = draft.blocks.dropFirst(index + 1).first(where: { !$0.isRule }) else { return false }
      switch next.form {
      case .list, .ready: return true
      default: return next.isText && LineGrammar.isProse(next.text) && !next.isBold
      }
    }
    return found.count >= 2 && standAbove.count == found.count ? Set(found) : []
  }
}
