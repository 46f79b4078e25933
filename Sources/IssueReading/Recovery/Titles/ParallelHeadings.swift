import IssueModel

/// Headings within an article where a converter put all headings on one level: 见面之前先阅卷, 见面之后有回音.
extension TitleWork {
  /// Makes subheadings of two such titles or more in a row, as long as each other or with the same first words, behind a
  /// longer title that says who wrote the article, where another title does so too and no list names them.
  mutating func demoteParallelHeadings() {
    let titles = draft.blocks.indices.filter { draft.blocks[$0].role == .title && !absorbed.contains($0) }
    guard entryCount == 0, titles.count >= 4, Set(titles.map { draft.blocks[$0].headingLevel }).count == 1,
      draft.blocks[titles[0]].headingLevel != nil
    else { return }
    let signed = titles.indices.filter { place in
      next(titles[place]).map { draft.blocks[$0].role == .byline } ?? false
    }
    guard signed.count >= 2 else { return }
    for place in signed {
      let end = titles.indices.dropFirst(place + 1).first(where: { signed.contains($0) }) ?? titles.count
      let run = titles[(place + 1)..<end]
      guard run.count >= 2, let first = run.first else { continue }
      let words = draft.blocks[first].text.trimmed
      let isRow = run.allSatisfy { index in
        let text = draft.blocks[index].text.trimmed
        return text.fits(24) && text.columns + 4 <= draft.blocks[titles[place]].text.columns
          && (text.count == words.count || text.prefix(2) == words.prefix(2))
          && (previous(index).map { draft.blocks[$0].role == nil && LineGrammar.isProse(draft.blocks[$0].text) }
            ?? false)
          && (next(index).map { draft.blocks[$0].role == nil && LineGrammar.isProse(draft.blocks[$0].text) } ?? false)
      }
      guard isRow,
        !draft.blocks[titles[place]...(run.last ?? first)].contains(where: { LineGrammar.wholeBracket($0.text) != nil })
      else { continue }
      for index in run { setSubheading(index, 1) }
    }
  }
}
