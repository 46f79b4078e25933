import IssueModel

/// Lines below a title that say what its article is about.
extension TitleWork {
  /// Whether a line under a title says from when to when somebody lived: 1921–2015, (14 May 1921 – 2 November 2015).
  func saysLifetime(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.role == nil || isSubheading(index), block.isText, block.lines.count == 1, block.text.fits(60),
      let before = previous(index), draft.blocks[before].role == .title
    else { return false }
    return Self.isLifetime(block.text)
  }

  /// Whether a line says nothing but from when to when: 1921–2015, (14 May 1921 – 2 November 2015).
  static func isLifetime(_ text: String) -> Bool {
    let words = (LineGrammar.wholeBracket(text) ?? text).lowercased().split { !$0.isLetter && !$0.isNumber }
    let years = words.filter { $0.count == 4 && $0.allSatisfy(\.isNumber) }
    return years.count == 2
      && words.allSatisfy { word in
        word.allSatisfy(\.isNumber) || DateGrammar.isPeriodWord(String(word))
          || ["b", "d", "born", "died", "to", "and", "c", "circa", "in", "on"].contains(word)
      }
  }

  /// Whether the paragraph under a title is set apart by its form: all in italics, and no writer's name.
  func isStandfirst(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    let isLower = isSubheading(index) && block.headingLevel != nil
    guard block.role == nil && block.headingLevel == nil || isLower, block.isText, block.lines.count <= 3,
      block.inlines.isAllEmphasis, block.text.fits(240), let before = previous(index),
      draft.blocks[before].role == .title || draft.blocks[before].role == .kicker
    else { return false }
    let text = block.text.trimmed
    // One of several such lines above text is a question or a heading, not the sum of the article.
    let others = draft.blocks.indices.dropFirst(index + 1).prefix { draft.blocks[$0].role != .title && !isSection($0) }
    let isOneOfMany = others.contains { place in
      guard draft.blocks[place].role == nil, draft.blocks[place].isText, draft.blocks[place].inlines.isAllEmphasis,
        let after = next(place)
      else { return false }
      return draft.blocks[after].role == nil && draft.blocks[after].isText
        && LineGrammar.isProse(draft.blocks[after].text)
        && !draft.blocks[after].inlines.isAllEmphasis
    }
    if isOneOfMany { return false }
    return !Self.isByline(text) && !Self.isWriter(text) && !Self.isNames(text) && !Self.isAuthor(text)
      && !isSigned(block)
      && !PersonNames.isWestern(text) && LineGrammar.wholeBracket(text) == nil && DateGrammar.whole(text) == nil
      && EditorsNoteStage.label(of: text) == nil && !EditorsNoteStage.isSigned(text)
  }

  /// Whether a short line, or a heading of a lower level, stands between a title and the writers' names: what the
  /// article is about.
  func isDeck(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.role == nil || isSubheading(index), block.isText, block.lines.count <= 2, block.text.hanCount == 0,
      (16...160).contains(block.text.columns), LineGrammar.numbering(block.text) == nil, let after = next(index),
      draft.blocks[after].isText, draft.blocks[after].headingLevel == nil, draft.blocks[after].role == nil,
      !Self.isByline(block.text), !PersonNames.isWestern(block.text), EditorsNoteStage.label(of: block.text) == nil,
      // Sentences are text, and names behind them sign it.
      block.headingLevel != nil || !block.text.contains(". "), let behind = next(after),
      draft.blocks[behind].role != .title,
      // Below one sentence names sign it, unless more text follows them.
      block.headingLevel != nil || !block.text.hasSuffix(".") || beginsBody(behind)
    else { return false }
    return Self.isByline(draft.blocks[after].text) || PersonNames.isWestern(draft.blocks[after].text)
  }

  /// Whether a line right under a title says in one clause, without a full stop, what the running text behind it
  /// tells at length; or, in Chinese, stands in bold between title and writers.
  func isSummary(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.role == nil || isSubheading(index) && block.text.hanCount > 0, case .paragraph = block.form,
      block.lines.count == 1, let before = previous(index),
      !draft.blocks[before..<index].contains(where: \.isRule), draft.blocks[before].role == .title,
      let after = next(index),
      draft.blocks[after].role == nil, draft.blocks[after].isText, draft.blocks[after].headingLevel == nil
    else { return false }
    let text = block.text.trimmed
    let behind = draft.blocks[after].text
    guard (20...120).contains(text.columns), let last = text.last,
      last.isLetter || last.isNumber || "”)\"".contains(last) && text.hanCount == 0,
      LineGrammar.wholeBracket(text) == nil,
      LineGrammar.numbering(text) == nil, DateGrammar.whole(text) == nil, EditorsNoteStage.label(of: text) == nil
    else { return false }
    if text.hanCount > 0 {
      guard block.isBold || isSubheading(index), !Self.isByline(text) else { return false }
      return Self.isByline(behind) || isBoldAlone(index) && Self.namesKindOfText(text)
    }
    // A line that breaks off (from / 1 p.m.) is of the text; one below a Chinese title is its translation.
    guard draft.blocks[before].text.hanCount == 0, let next = behind.trimmed.first,
      next.isUppercase || "“\"‘".contains(next)
    else { return false }
    return text.split(separator: " ").count >= 5 && text.first?.isUppercase == true && !text.contains(":")
      && text != text.uppercased() && !block.isBold
      && (LineGrammar.isProse(behind) && behind.columns >= 120
        || behind.columns >= 60 && TornParagraphStage.isUnfinished(behind))
      && !Self.isByline(text) && !PersonNames.isWestern(text) && !isSigned(block)
  }

  /// 某县代表团　小组讨论摘要: whose text, and of which kind.
  private static func namesKindOfText(_ text: String) -> Bool {
    ["摘要", "摘登", "摘录", "摘錄", "纪要", "紀要", "综述", "綜述", "侧记", "側記", "发言", "發言"].contains(where: text.hasSuffix)
  }

  /// Whether no other line of the article is a heading or in bold.
  private func isBoldAlone(_ index: Int) -> Bool {
    !draft.blocks[(index + 1)...].prefix { $0.role != .title && !$0.isRule }.contains { block in
      if case .subheading = block.role { return true }
      return block.isText && block.isBold
    }
  }

  /// K. Osei and L. Brandvold, District Health Office, Tarn: persons, then where they are from, in italics; or
  /// 某某课题组.
  func isSigned(_ block: DraftBlock) -> Bool {
    let text = block.text.trimmed
    let isItalic = block.inlines.isAllEmphasis
    if text.hanCount > 0 { return isItalic && text.fits(30) && Vocabulary.looksLikeOffice(text) }
    guard isItalic || text.fits(64) && text.last != "." && block.lines.count == 1 else { return false }
    let pieces = text.split(separator: ",").map { String($0).trimmed }
    guard pieces.count >= 2, text.fits(100), let first = pieces.first else { return false }
    return PersonNames.isWestern(first)
  }
}
