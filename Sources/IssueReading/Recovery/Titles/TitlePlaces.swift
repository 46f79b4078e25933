import IssueModel

/// What stands above and below a line, and whether a title may stand between.
extension TitleWork {
  /// Whether the lines stand right below each other in the source.
  func isAdjacent(_ first: Int, _ second: Int) -> Bool {
    draft.blocks[second].line <= max(draft.blocks[first].source.endLine, draft.blocks[first].lines.last?.number ?? 0)
      + 1
  }

  /// Whether running text, or what may stand before it, begins at `index`.
  func leads(to index: Int) -> Bool {
    let block = draft.blocks[index]
    if let role = block.role, role != .title { return true }
    switch block.form {
    case .paragraph: break
    case .list, .ready, .quote: return true
    case .heading, .rule, .pageBreak: return false
    }
    let text = block.text
    // A day at the right belongs to the signature above it.
    let isSet = block.isIndented && !(block.isFlushRight && DateGrammar.whole(text) != nil)
    if LineGrammar.isProse(text) || isSet || EditorsNoteStage.label(of: text) != nil { return true }
    if Self.subtitle(text) != nil || Self.isByline(text) || isSalutation(text) { return true }
    if block.headingLevel == nil, let after = next(index), beginsBody(after), !isSubheading(after) {
      // The writers' names below a title; or a few letters in another form than the title's.
      if Self.isWriter(LineGrammar.wholeBracket(text) ?? text) { return true }
      if text.columns <= 12, mayBeWriter(index),
        let above = previous(index), draft.blocks[above].isBold || draft.blocks[index].isCentred
      {
        return true
      }
    }
    if text.contains("...."), text.last?.isNumber == true { return true }
    if Self.isGreeting(text) || Self.isChineseGreeting(text), let after = next(index), draft.blocks[after].role == nil,
      draft.blocks[after].isText,
      LineGrammar.isProse(draft.blocks[after].text)
    {
      return true
    }
    // A title over two or three lines.
    var last = index
    for _ in 0..<2 where isTitleLike(draft.blocks[last]) {
      guard let after = next(last), draft.blocks[after].role == nil, draft.blocks[after].isText,
        draft.blocks[after].headingLevel == nil
      else { return false }
      if LineGrammar.isProse(draft.blocks[after].text) { return true }
      // By Ada Moor, Ranger, below the second line of a title.
      if Self.isByline(draft.blocks[after].text), let behind = next(after), beginsBody(behind) { return true }
      last = after
    }
    return text.columns > 60
  }

  /// Whether the text before `index` is finished, so that something new may begin.
  func closed(before index: Int) -> Bool {
    guard let before = previous(index) else { return true }
    let block = draft.blocks[before]
    if block.role != nil || !block.isText { return true }
    return !TornParagraphStage.isUnfinished(block.text) || closesArticle(at: before)
  }

  /// Whether a line right below a title is followed, within the article, by another of its form above text: LEAF DISEASE. and
  /// SHOT-HOLE BORER. below REPORT OF THE SCIENTIFIC OFFICER.
  func isFirstOfParts(_ index: Int) -> Bool {
    guard let above = previous(index), draft.blocks[above].role == .title else { return false }
    let block = draft.blocks[index]
    let capitals = isInCapitals(block)
    // Slugs and coffee, below LETTERS: in small letters a few words alone, and no sum of the article.
    guard
      capitals
        || isInCapitals(draft.blocks[above], asHeading: true) && !block.text.hasHan
          && block.text.split(separator: " ").count <= 5
          && !isSummary(index)
    else { return false }
    let behind = draft.blocks.indices.dropFirst(index + 1).prefix { place in
      draft.blocks[place].role != .title && !isSection(place)
    }
    return behind.contains { place in
      guard isInCapitals(draft.blocks[place]) == capitals, isTitleLike(draft.blocks[place], atLeast: capitals ? 3 : 8),
        let after = next(place),
        capitals
          || closed(before: place) && draft.blocks[place].text.split(separator: " ").count <= 5
            && !PersonNames.isSigner(draft.blocks[place].text)
      else {
        return false
      }
      return LineGrammar.isProse(draft.blocks[after].text)
    }
  }

  /// Whether the block is one line of Western capitals.
  func isInCapitals(_ block: DraftBlock, asHeading: Bool = false) -> Bool {
    guard block.headingLevel == nil || asHeading, block.isText, block.lines.count == 1 else { return false }
    let text = block.lines[0].text
    return text.utf8.count <= 90 && !text.hasHan && text.count(where: \.isUppercase) >= 4
      && !text.contains(where: \.isLowercase)
  }

  /// Whether the line stands below Yours sincerely, and the like: who signs.
  func isBelowValediction(_ index: Int) -> Bool {
    previous(index).map { draft.blocks[$0].isText && TornParagraphStage.isValediction(draft.blocks[$0].text) } ?? false
  }

  /// Whether a line that opens a section, words alone, stands above lines that are no text but hold numbers, gaps or
  /// brackets, as lists of names and figures do: it says what they are.
  func namesWhatFollows(_ index: Int) -> Bool {
    guard previous(index).map(isSection) == true else { return false }
    func isEntry(_ text: String) -> Bool {
      text.columnsByGaps.count > 1 || text.contains(where: \.isNumber) || LineGrammar.wholeBracket(text) != nil
    }
    let text = draft.blocks[index].text.trimmed
    guard text.fits(60), text.hanCount >= 4, !isEntry(text), !text.contains("：") else { return false }
    let rest = draft.blocks[(index + 1)...].prefix { $0.role == nil && $0.headingLevel == nil && !$0.isRule }.prefix(6)
    return rest.count >= 2 && rest.allSatisfy { $0.isText && isEntry($0.text.trimmed) }
  }

  /// Whether the line says what the person is who is named on the line right above: Archbishop of Port Alma.
  func isPostOfSigner(_ index: Int) -> Bool {
    guard index > 0, draft.blocks[index].line == draft.blocks[index - 1].source.endLine + 1 else { return false }
    let block = draft.blocks[index]
    let name = draft.blocks[index - 1]
    guard block.lines.count == 1, name.lines.count == 1, name.role == nil, case .paragraph = name.form,
      case .paragraph = block.form, block.text.fits(60)
    else { return false }
    return PersonNames.isSigner(name.text) && SignatureLines.isPost(block.text)
  }

  /// Whether the line is a person's name between running text and the rule that ends the article: who signs.
  func signsAboveRule(_ index: Int) -> Bool {
    guard index > 0, index + 1 < draft.blocks.count, draft.blocks[index + 1].isRule, !draft.blocks[index - 1].isRule,
      draft.blocks[index].lines.count == 1, draft.blocks[index].text.fits(40), !draft.blocks[index].text.hasHan
    else { return false }
    let above = draft.blocks[index - 1]
    return above.role == nil && above.isText && LineGrammar.isProse(above.text)
      && PersonNames.isSigner(draft.blocks[index].text)
  }

  /// Whether a line without any form between running text and what is none says who signs the article above: a person, what
  /// he is, or, nearer to that than to what follows, an office or a day.
  func closesArticle(at index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.role == nil, case .paragraph = block.form, block.lines.count <= 2, !block.isBold, !block.text.hasHan,
      block.text.fits(110), let above = previous(index), draft.blocks[above].role == nil, draft.blocks[above].isText,
      let after = next(index)
    else { return false }
    let text = block.text.trimmed
    let isBelowSigner =
      SignatureLines.isPost(text) && EnglishVocabulary.namesPost(text)
      && PersonNames.isSigner(draft.blocks[above].text)
    guard
      isBelowSigner
        || LineGrammar.isProse(draft.blocks[above].text) && !TornParagraphStage.isUnfinished(draft.blocks[above].text),
      draft.blocks[after].role != nil || !draft.blocks[after].isText || !LineGrammar.isProse(draft.blocks[after].text)
    else { return false }
    if isBelowSigner { return true }
    let first = block.lines[0].text.trimmed
    if PersonNames.isSigner(first) { return true }
    guard InnerHeading.isClosing(first, isEmphasis: block.inlines.isAllEmphasis) else { return false }
    let gap = block.line - draft.blocks[above].source.endLine
    return block.isFlushRight || first.contains(",") && PersonNames.isSigner(String(first.prefix { $0 != "," }))
      || gap < draft.blocks[after].line - block.source.endLine
  }

  /// The title right above `index`, or its subtitle; a line that a dash makes a subtitle is one already.
  func titleAbove(_ index: Int) -> Int? {
    guard let before = previous(index) else { return nil }
    switch draft.blocks[before].role {
    case .title, .subtitle: return before
    case nil where Self.subtitle(draft.blocks[before].text) != nil:
      return previous(before).flatMap { draft.blocks[$0].role == .title ? before : nil }
    default: return nil
    }
  }
}
