import IssueModel

/// What stands right above and below a title: its number, a kicker, a subtitle, the writers.
extension TitleWork {
  mutating func decideNeighbours() {
    for index in draft.blocks.indices where draft.blocks[index].role == .title && !absorbed.contains(index) {
      takeNumber(of: index)
      findKicker(of: index)
    }
    let isInTwoLanguages = isInTwoLanguages
    for index in draft.blocks.indices where draft.blocks[index].role == .title && !absorbed.contains(index) {
      joinFollowingTitle(index)
      joinTranslation(index)
      var after = next(index)
      if let place = after, draft.blocks[place].role == .subtitle { after = next(place) }
      if let place = after, draft.blocks[place].role == nil || isSubheading(place), draft.blocks[place].isText,
        let text = Self.subtitle(draft.blocks[place].text)
      {
        draft.blocks[place].role = .subtitle
        draft.blocks[place].lines = [DraftLine(text: text, number: draft.blocks[place].line)]
        after = next(place)
      }
      if let place = after,
        isStandfirst(place) || isDeck(place) || isSummary(place) || saysLifetime(place)
          || isInTwoLanguages && isTranslation(place)
      {
        draft.blocks[place].role = .subtitle
        let inlines = draft.blocks[place].inlines
        draft.blocks[place].lines = [
          DraftLine(
            inlines: inlines.isAllEmphasis ? inlines.withoutEmphasis : inlines, number: draft.blocks[place].line)
        ]
        after = next(place)
      }
      if let place = after { unquoteWriter(place) }
      // The picture may stand above its writer: the line goes up to the title.
      if let place = after, draft.blocks[place].isFigure, let line = next(place), line == place + 1,
        draft.blocks[line].role == nil, draft.blocks[line].isText, draft.blocks[line].headingLevel == nil,
        Self.isByline(draft.blocks[line].text), let text = next(line), beginsBody(text)
      {
        draft.blocks.swapAt(place, line)
      }
      if let place = after, draft.blocks[place].role == nil, draft.blocks[place].isText,
        draft.blocks[place].headingLevel == nil, Self.isByline(draft.blocks[place].text)
      {
        draft.blocks[place].role = .byline
        if let bare = Self.bareByline(draft.blocks[place].text) {
          draft.blocks[place].lines = [DraftLine(text: bare, number: draft.blocks[place].line)]
        }
      } else if let place = after, draft.blocks[place].role == nil, draft.blocks[place].isText,
        draft.blocks[place].headingLevel == nil,
        !isOneOfBold(place)
          && Self.isWriter(LineGrammar.wholeBracket(draft.blocks[place].text) ?? draft.blocks[place].text)
          || PersonNames.isWestern(draft.blocks[place].text) && !isPlainHead(place) || isSigned(draft.blocks[place]),
        let behind = next(place),
        beginsBody(behind)
          || isSubheading(behind)
            && (PersonNames.isWestern(draft.blocks[place].text) || isSigned(draft.blocks[place]))
      {
        draft.blocks[place].role = .byline
      }
    }
    decideSisterBylines()
    joinCredits()
  }

  /// Whether the line below a title is the first of several alike that divide the article: places, not persons.
  private func isPlainHead(_ index: Int) -> Bool {
    let end = draft.blocks[index...].firstIndex { $0.role == .title } ?? draft.blocks.endIndex
    return draft.plainHeads(in: index..<end).contains(index)
  }

  /// A quotation of nothing but the writers, above text: a converter took the indent of their line for it.
  private mutating func unquoteWriter(_ index: Int) {
    guard draft.blocks[index].role == nil, case .quote(let inner) = draft.blocks[index].form, inner.count == 1,
      case .paragraph = inner[0].form, inner[0].lines.count == 1, Self.isWriter(inner[0].text),
      EditorsNoteStage.label(of: inner[0].text) == nil, let behind = next(index), beginsBody(behind)
    else { return }
    draft.blocks[index] = inner[0]
  }

  /// 口述：甲 above 整理：乙: both wrote it.
  private mutating func joinCredits() {
    for index in draft.blocks.indices where draft.blocks[index].role == .byline && !absorbed.contains(index) {
      while let after = next(index), draft.blocks[after].role == nil, case .paragraph = draft.blocks[after].form,
        draft.blocks[after].lines.count == 1, draft.blocks[after].text.fits(60),
        Self.isCredits(draft.blocks[index].text.trimmed), Self.isCredits(draft.blocks[after].text.trimmed)
      {
        let text = draft.blocks[index].text.trimmed + "　" + draft.blocks[after].text.trimmed
        draft.blocks[index].lines = [DraftLine(text: text, number: draft.blocks[index].line)]
        absorb(after, into: index)
      }
    }
  }

  /// Whether a line under a title says from when to when somebody lived: 1921–2015, (14 May 1921 – 2 November 2015).
  private func saysLifetime(_ index: Int) -> Bool {
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
  private func isSigned(_ block: DraftBlock) -> Bool {
    let text = block.text.trimmed
    let isItalic = block.inlines.isAllEmphasis
    if text.hanCount > 0 { return isItalic && text.fits(30) && Vocabulary.looksLikeOffice(text) }
    guard isItalic || text.fits(64) && text.last != "." && block.lines.count == 1 else { return false }
    let pieces = text.split(separator: ",").map { String($0).trimmed }
    guard pieces.count >= 2, text.fits(100), let first = pieces.first else { return false }
    return PersonNames.isWestern(first)
  }

  /// The lines of a title joined: nothing between Han, a blank between words, and one between a title and its
  /// translation.
  static func joinedTitle(_ texts: [String]) -> String {
    var result = ""
    for text in texts.map({ $0.trimmed }) where !text.isEmpty {
      let translates =
        !result.isEmpty && (result.hanCount == 0) != (text.hanCount == 0) && min(result.columns, text.columns) >= 5
      result = translates ? result + " " + text : result.isEmpty ? text : LineJoining.joined([result, text])
    }
    return result
  }

  /// Whether running text, a quotation or a heading within the article begins at `index`.
  func beginsText(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    switch block.role {
    case nil, .subheading, .editorsNote: break
    default: return false
    }
    switch block.form {
    case .quote, .heading: return true
    case .paragraph: return LineGrammar.isProse(block.text)
    default: return false
    }
  }

  /// A line right above a title that is nothing but its number: 01, ▍02.
  mutating func takeNumber(of index: Int) {
    guard let before = previous(index), before == index - 1, draft.blocks[before].role == nil,
      draft.blocks[before].isText
    else { return }
    guard let number = Self.partNumber(draft.blocks[before].text) else { return }
    guard number.unicodeScalars.allSatisfy(\.isASCIIDigit) else { return }
    makeTitle(index, number + " " + draft.blocks[index].text.trimmed)
    draft.blocks[index].source = draft.blocks[before].source.extended(to: draft.blocks[index].source)
    absorbed.insert(before)
  }

  /// A line right above a title that ends with a colon announces it.
  mutating func findKicker(of index: Int) {
    guard let before = previous(index), before == index - 1, draft.blocks[before].isText else { return }
    let text = draft.blocks[before].text.trimmed
    // 迎着风雪上　顶着石头干 above a listed title, on the line right above it.
    if listed.contains(index), draft.blocks[before].role == nil, draft.blocks[before].lines.count == 1,
      draft.blocks[before].headingLevel == nil, isAdjacent(before, index), text.hasBlank, text.fits(44),
      Vocabulary.looksLikeSlogan(text)
    {
      draft.blocks[before].role = .kicker
      return
    }
    // 【案例参考】 above 乘客踏空，谁来担责？ above a listed title: no article is a line by itself.
    if listed.contains(index), draft.blocks[before].role == nil, draft.blocks[before].lines.count == 1,
      draft.blocks[before].headingLevel == nil, text.fits(44), let last = text.unicodeScalars.last, last != "。",
      let section = previous(before), isSection(section), EditorsNoteStage.label(of: text) == nil,
      LineGrammar.wholeBracket(text) == nil, DateGrammar.whole(text) == nil
    {
      draft.blocks[before].role = .kicker
      return
    }
    guard text.hasSuffix("：") || text.hasSuffix(":"), text.fits(44), !text.contains("，"),
      draft.blocks[before].role == nil || isSubheading(before)
    else { return }
    // Running text may end so too; then it does not stand between finished text and a title.
    let above = previous(before)
    guard
      above.map({
        isSection($0) || draft.blocks[$0].role != nil || !draft.blocks[$0].isText
          || !TornParagraphStage.isUnfinished(draft.blocks[$0].text)
      }) ?? true
    else { return }
    draft.blocks[before].role = .kicker
  }

  /// A line right below a title, no empty line between, is its translation if one is Chinese and the other is not.
  mutating func joinTranslation(_ index: Int) {
    guard !listed.contains(index), let after = next(index), after == index + 1, isAdjacent(index, after),
      draft.blocks[after].role == nil, draft.blocks[after].isText, draft.blocks[after].lines.count == 1,
      draft.blocks[after].headingLevel == nil, isTitleLike(draft.blocks[after])
    else { return }
    let first = draft.blocks[index].text.trimmed
    let second = draft.blocks[after].text.trimmed
    func isWestern(_ text: String) -> Bool { text.hanCount == 0 && text.first?.isUppercase == true }
    guard isWestern(first) && second.hanCount >= 3 || first.hanCount >= 3 && isWestern(second),
      first.unicodeScalars.count(where: \.isASCIILetter) < 4 || first.hanCount == 0,
      second.unicodeScalars.count(where: \.isASCIILetter) < 4 || second.hanCount == 0,
      !Self.isAuthor(second), !Self.isNames(second), !PersonNames.isWestern(second)
    else { return }
    join(index, withTranslation: after)
  }

  /// Makes one title of two lines that say it in two languages.
  mutating func join(_ index: Int, withTranslation after: Int) {
    let text = draft.blocks[index].text.trimmed + " " + draft.blocks[after].text.trimmed
    diagnostics.repaired(
      "title-joined", line: draft.blocks[index].line, "a title and its translation joined: “\(excerpt(text, 40))”",
      zh: "标题与其译文已合并：“\(excerpt(text, 40))”", severity: .note)
    makeTitle(index, text)
    absorb(after, into: index)
  }

  /// Two headings of one level with nothing between are one title over two lines, or a kicker and its title.
  mutating func joinFollowingTitle(_ index: Int) {
    guard !listed.contains(index), let after = next(index), draft.blocks[after].role == .title, !listed.contains(after),
      after == index + 1, draft.blocks[index].headingLevel != nil, draft.blocks[after].headingLevel != nil
    else { return }
    let first = draft.blocks[index]
    let second = draft.blocks[after]
    if first.text.trimmed.hasSuffix("：") || (first.headingLevel ?? 0) > (second.headingLevel ?? 0)
      // The lower of the two alone is bold: they are not one title broken over two lines.
      || first.headingLevel == second.headingLevel && second.wasBold && !first.wasBold
    {
      draft.blocks[index].role = .kicker
    } else if first.headingLevel == second.headingLevel, namesSection(first.text, above: second.text) {
      draft.blocks[index].role = .section(first.text.trimmed)
    } else if first.headingLevel == second.headingLevel, LineGrammar.numbering(second.text) == nil,
      // Each in two languages is whole.
      !first.text.contains(" / ") || !second.text.contains(" / "),
      first.text.columns + second.text.columns <= 130,
      Self.subtitle(second.text) == nil
    {
      // Where the first line is two clauses with a blank between, the second line is a third.
      let blank = first.text.trimmed.contains(" ") || first.text.hanCount == 0 || second.text.hanCount == 0
      let text = first.text.trimmed + (blank ? " " : "") + second.text.trimmed
      diagnostics.repaired(
        "title-joined", line: first.line, "a title over two headings joined: “\(excerpt(text, 40))”",
        zh: "分成两个标题的一个标题已合并：“\(excerpt(text, 40))”")
      makeTitle(index, text)
      absorb(after, into: index)
    }
  }

  /// Whether the first of two Western or bilingual headings is a name of a few words rather than half of the title below:
  /// Past Events 活動回顧 above a longer one. A title that is broken breaks at the end of its line.
  private func namesSection(_ first: String, above second: String) -> Bool {
    let name = first.trimmed
    let words = name.splitAtScalars(where: \.isBlank)
    let isBilingual = name.hasHan && words.contains { !String($0).hasHan }
    guard name.hanCount == 0 || isBilingual && second.hasHan, name.columns <= (isBilingual ? 32 : 24),
      (1...4).contains(words.count), second.columns >= name.columns, let last = words.last?.lowercased(),
      let head = second.trimmed.first, head.isUppercase || head.isNumber || "“\"‘'".contains(head) || isBilingual
    else { return false }
    return name.last?.isLetter == true
      && !["the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "for", "with", "by", "from"].contains(last)
  }
}
