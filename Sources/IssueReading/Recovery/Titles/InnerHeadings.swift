import IssueModel

/// Headings within articles, told from titles where all have one form and no contents list names the titles.
///
/// No sign is sure by itself, so that all of them count together: what closes the article above (a name, an office, a
/// bracket), who is named below, words that name parts of a text, length and capitals beside the titles that are sure,
/// numbers, and others like it in a row.
extension TitleWork {
  /// What is known of a title that may be a heading within the article above.
  private struct Candidate {
    var index: Int
    var columns: Int
    /// Whether it is a title for sure: the first of its section, behind what closes an article, or above who wrote it.
    var isSure: Bool
    var score = 0
  }

  /// Makes headings of the titles that, all signs taken together, divide the article above them.
  mutating func demoteInnerHeadings() {
    guard repairs, entryCount == 0, var titles = candidates() else { return }
    // Where one title alone is sure, all whose words say nothing of a part are like it.
    let sure = titles.filter(\.isSure)
    let dressed = sure.count >= 2 ? nil : dressedTitles(titles)
    let dress = Set((dressed ?? []).map(\.index))
    let alike =
      sure.count >= 2
      ? sure
      : dressed ?? titles.filter { $0.isSure || InnerHeading.words(draft.blocks[$0.index].text) < 3 }
    let manner = TitleManner(alike.map { draft.blocks[$0.index].text })
    let counts = closings(titles)
    // Where a third of the articles or more say at their end whose they are, the others are rather not at their end.
    let isClosing = counts.closed >= 2 && counts.closed * 3 >= counts.all
    let writers = titles.filter { isAboveWriter($0.index) && !isAboveSummary($0.index) }
    let areSigned = writers.count >= 2 && writers.count * 2 >= titles.count
    // Where the article that each would divide ends with what closes one, whosever it is.
    var closedBehind = [Bool](repeating: false, count: titles.count)
    for place in titles.indices.reversed() where !titles[place].isSure {
      let isLast = place + 1 == titles.count || titles[place + 1].isSure
      closedBehind[place] = isLast ? closesArticle(above: end(behind: titles[place].index)) : closedBehind[place + 1]
    }
    var isBelowWriter = false
    for place in titles.indices {
      if titles[place].isSure {
        isBelowWriter = isAboveWriter(titles[place].index)
        continue
      }
      titles[place].score =
        InnerHeading.words(draft.blocks[titles[place].index].text)
        + manner.judge(draft.blocks[titles[place].index].text)
        + (isClosing && closedBehind[place] ? 1 : 0) + (areSigned && isBelowWriter ? 1 : 0)
      // Without the dress of the titles: however long, and whatever words it has.
      if !dress.isEmpty, !dress.contains(titles[place].index) {
        let isLonger = titles[place].columns * 10 > manner.columns * 11
        titles[place].score +=
          (InnerHeading.words(draft.blocks[titles[place].index].text) < 0 ? 2 : 3) + (isLonger ? 1 : 0)
      }
      // Right below a title: its text begins with a heading.
      if next(titles[place - 1].index) == titles[place].index,
        titles[place].columns < titles[place - 1].columns, titles.dropFirst(place + 1).first?.isSure == false
      {
        titles[place].score += 1
      }
    }
    let alone = titles
    for place in titles.indices where !alone[place].isSure {
      let beside = [place - 1, place + 1].filter { alone.indices.contains($0) && !alone[$0].isSure }.map { alone[$0] }
      if beside.contains(where: { $0.score >= 2 && isLike($0.index, titles[place].index) }) { titles[place].score += 1 }
      if beside.contains(where: { beginsAlike($0.index, titles[place].index) }) { titles[place].score += 3 }
    }
    for title in titles where !title.isSure && title.score >= 3 {
      diagnostics.repaired(
        "heading-within-article", line: draft.blocks[title.index].line,
        "“\(excerpt(draft.blocks[title.index].text, 40))” was taken for a heading within the article above, not for a title",
        zh: "“\(excerpt(draft.blocks[title.index].text, 40))”按上文的小标题处理，不作文章标题", severity: .note,
        confidence: min(0.5 + Double(title.score) * 0.1, 0.95))
      setSubheading(title.index, 1)
    }
  }

  /// The titles so far, if they are three or more of one form in Western letters, two of them sure.
  private func candidates() -> [Candidate]? {
    var found: [Candidate] = []
    var isFirst = true
    for index in draft.blocks.indices where !absorbed.contains(index) {
      let block = draft.blocks[index]
      if isSection(index) {
        isFirst = true
      } else if block.role == .title {
        found.append(
          Candidate(
            index: index, columns: block.text.columns,
            isSure: isFirst || block.text.hasHan || closesArticle(above: index) || isAboveWriter(index)))
        isFirst = false
      }
    }
    guard found.count >= 3, found.contains(where: { !$0.isSure }), found.contains(where: \.isSure),
      levelsAreGuesses || Set(found.map { draft.blocks[$0.index].headingLevel }).count == 1
    else { return nil }
    return found
  }

  /// The titles in the dress of the first of them, two or more, where that is one no line within an article has by chance:
  /// capitals throughout, or numbers that count from one to the last title of all.
  private func dressedTitles(_ titles: [Candidate]) -> [Candidate]? {
    let numbers = titles.map { LineGrammar.numbering(draft.blocks[$0.index].text.trimmed)?.value }
    let counted = titles.indices.filter { numbers[$0] != nil }
    if counted.count >= 2, counted.first == 0, counted.last == titles.count - 1,
      counted.enumerated().allSatisfy({ numbers[$0.element] == $0.offset + 1 })
    {
      return counted.map { titles[$0] }
    }
    let capitals = titles.indices.filter { TitleManner.Capitals(draft.blocks[titles[$0].index].text) == .all }
    if capitals.first == 0, capitals.count >= 2 { return capitals.map { titles[$0] } }
    return isOneArticle(titles, capitals) ? [titles[0]] : nil
  }

  /// Whether the issue tells one thing throughout: By Ada Moor below its first title, nobody named at any other, no sections,
  /// and that title alone in capitals, or the issue a special one.
  private func isOneArticle(_ titles: [Candidate], _ capitals: [Int]) -> Bool {
    guard let first = titles.first, titles.count >= 4, !titles.dropFirst().contains(where: \.isSure),
      capitals == [0] || draft.masthead.number?.kind == .special,
      let below = next(first.index), draft.blocks[below].role == .byline || Self.isByline(draft.blocks[below].text),
      previous(first.index) == nil
    else { return false }
    return !draft.blocks.indices.contains { isSection($0) }
  }

  /// Where the next title or section stands behind `index`.
  private func end(behind index: Int) -> Int {
    draft.blocks.indices.dropFirst(index + 1).first {
      draft.blocks[$0].role == .title && !absorbed.contains($0) || isSection($0)
    } ?? draft.blocks.count
  }

  /// How many articles end with what closes one, of all that end; the candidates that are not sure end none.
  private func closings(_ titles: [Candidate]) -> (closed: Int, all: Int) {
    let ends =
      draft.blocks.indices.filter { isSection($0) && previous($0) != nil } + titles.dropFirst().map(\.index)
      + [draft.blocks.count]
    return (ends.count { closesArticle(above: $0) }, ends.count)
  }

  /// Whether the last lines above `index` say whose the article is that ends there.
  private func closesArticle(above index: Int) -> Bool {
    guard var place = previous(index) else { return false }
    while draft.blocks[place].isFigure, let above = previous(place) { place = above }
    let block = draft.blocks[place]
    switch block.role {
    case .attribution, .signatureOffice, .signatureDate: return true
    case nil: break
    default: return false
    }
    if index < draft.blocks.count, index > 0, draft.blocks[index - 1].isRule { return true }
    guard case .paragraph = block.form, let last = block.lines.last, let above = previous(place) else { return false }
    // Right below a title it says what the article is about.
    guard draft.blocks[above].role == nil || isSubheading(above) == false && draft.blocks[above].role != .title else {
      return false
    }
    return InnerHeading.isClosing(
      block.lines.count == 1 ? block.text : last.text, isEmphasis: block.inlines.isAllEmphasis)
      || AttributionStage.glued(block, isLast: true) != nil
  }

  /// Whether the next line names who wrote the article, or sums it up in italics.
  private func isAboveWriter(_ index: Int) -> Bool {
    guard let below = next(index) else { return false }
    let block = draft.blocks[below]
    if block.role == .byline { return true }
    guard block.role == nil, case .paragraph = block.form, block.lines.count == 1, let behind = next(below) else {
      return false
    }
    if block.inlines.isAllEmphasis { return true }
    let text = LineGrammar.wholeBracket(block.text) ?? block.text
    return (Self.isByline(text) || Self.isWriter(text) || PersonNames.isWestern(text)) && beginsBody(behind)
  }

  /// Whether the next line is all in italics.
  private func isAboveSummary(_ index: Int) -> Bool {
    next(index).map { draft.blocks[$0].role == nil && draft.blocks[$0].inlines.isAllEmphasis } ?? false
  }

  /// Whether two titles are written with the same capitals.
  private func isLike(_ first: Int, _ second: Int) -> Bool {
    let forms = [first, second].map { TitleManner.Capitals(draft.blocks[$0].text) }
    return forms[0] == forms[1] || forms.contains(.few) && !forms.contains(.all)
  }

  /// Whether two titles begin with the same word, or both with one that counts: The first attempt, The second attempt.
  private func beginsAlike(_ first: Int, _ second: Int) -> Bool {
    let words = [first, second].map { InnerHeading.letters(draft.blocks[$0].text) }
    guard let one = words[0].first, let other = words[1].first, words.allSatisfy({ $0.count <= 5 }) else {
      return false
    }
    if one == other, one != "the", one != "a" { return true }
    return words.allSatisfy { $0.prefix(2).contains(where: InnerHeading.ordinals.contains) }
  }
}
