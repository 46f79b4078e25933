import IssueModel

/// Names of sections that nothing marks but their place: a few letters right above a title, in the title's own form.
extension SectionStage {
  /// ##### 头条 right above ## titles: headings of a few letters on a lower level than the headings that follow them.
  func lowerNames(_ draft: inout Draft) {
    let isDivided = draft.blocks.contains { if case .section = $0.role { true } else { false } }
    guard !isDivided else { return }
    for level in 2...6 {
      let names = draft.blocks.indices.filter { draft.blocks[$0].headingLevel == level }
      guard names.count >= 2, names.allSatisfy({ Self.isShortName(draft.blocks[$0]) }) else { continue }
      let leading = names.filter { index in
        guard let next = draft.blocks.dropFirst(index + 1).first(where: { !$0.isRule })?.headingLevel else {
          return false
        }
        return next < level
      }
      guard leading.count >= 2, leading.count * 3 >= names.count * 2 else { continue }
      for index in names { draft.blocks[index].role = .section(MastheadLine.closed(draft.blocks[index].text)) }
      return
    }
  }

  /// 临床一线 above a title, 院务公告 above another: two lines of one form (in bold, in the middle, headings of one level),
  /// of which the first is a name of a few letters and the second as long as titles are. Twice or more, such lines name
  /// sections; a single one does if it ends as names of sections do. A title broken over two lines breaks later.
  func shortNames(_ draft: inout Draft) {
    let isDivided = draft.blocks.contains { if case .section = $0.role { true } else { false } }
    guard !isDivided else { return }
    let listed = draft.listedTitles
    let found = draft.blocks.indices.filter { Self.namesSection($0, draft, listed) }
    // In capitals alone, lines above titles are judged elsewhere; beside Chinese names they are names as well.
    guard found.contains(where: { draft.blocks[$0].text.hasHan }) else { return }
    guard found.count >= 2 || found.contains(where: { Vocabulary.looksLikeSectionName(draft.blocks[$0].text) }) else {
      return
    }
    for index in found { draft.blocks[index].role = .section(MastheadLine.closed(draft.blocks[index].text)) }
    // Where two are sure, lines alike in bold or in the middle are names as well, however short the title below.
    guard found.count >= 2 else { return }
    let names = Set(found)
    let forms = Set(found.map { [draft.blocks[$0].isBold, draft.blocks[$0].isCentred] })
    for index in draft.blocks.indices where !names.contains(index) {
      let block = draft.blocks[index]
      guard block.isBold || block.isCentred, index > 0, !names.contains(index - 1),
        forms.contains([block.isBold, block.isCentred]),
        Self.namesSection(index, draft, listed, leastTitle: 6, leastMore: -16)
      else { continue }
      draft.blocks[index].role = .section(MastheadLine.closed(block.text))
    }
  }

  /// Whether the line at `index` is a few letters, and the one below in its form as long as titles are, above text or writers.
  private static func namesSection(
    _ index: Int, _ draft: Draft, _ listed: Set<[Unicode.Scalar]>, leastTitle: Int = 14, leastMore: Int = 6
  ) -> Bool {
    let block = draft.blocks[index]
    let isPlain = !block.isBold && !block.isCentred && block.headingLevel == nil
    guard isShortName(block), !listed.contains(block.text.letters), index + 1 < draft.blocks.count else {
      return false
    }
    // 第一课　简大勇 behind an article wrote it.
    if index > 0, TitleWork.endsWithPerson(block.text), LineGrammar.isProse(draft.blocks[index - 1].text) {
      return false
    }
    let title = draft.blocks[index + 1]
    guard title.role == nil, title.isText, title.lines.count == 1, title.headingLevel == block.headingLevel,
      title.isBold == block.isBold, title.isCentred == block.isCentred,
      title.text.columns >= leastTitle, title.text.columns <= 90,
      title.text.columns >= block.text.withoutBlanks.columns + leastMore
        || isInCapitals(block.text) && !isInCapitals(title.text),
      !LineGrammar.isProse(title.text), !TitleWork.isWriter(title.text), TitleWork.subtitle(title.text) == nil,
      LineGrammar.numbering(title.text) == nil,
      // Lines without any form stand apart from each other: a title over two lines would not, unless nothing stands apart.
      !isPlain
        || (title.line > block.line + 1 || isTight(index, draft)) && !block.isIndented && !title.isIndented
          && !block.isFlushRight && !isInCapitals(title.text),
      !listed.contains(where: { $0 == block.text.letters + title.text.letters }),
      let text = draft.blocks.dropFirst(index + 2).first(where: { !$0.isRule })
    else { return false }
    // Below the title, in another form, its text or its writers.
    return text.isText && text.headingLevel == nil && (!text.isBold || !block.isBold) && !text.isCentred
      || !text.isText || text.isText && TitleWork.isWriter(text.text)
  }

  /// Whether a name in Han, a title at least twice as long and its text stand right below each other.
  private static func isTight(_ index: Int, _ draft: Draft) -> Bool {
    guard index + 2 < draft.blocks.count else { return false }
    let name = draft.blocks[index]
    let title = draft.blocks[index + 1]
    let text = draft.blocks[index + 2]
    return name.text.hasHan
      && (index == 0 || draft.blocks[index - 1].isRule || draft.blocks[index - 1].source.endLine + 1 < name.line)
      && title.line == name.line + 1 && text.line == title.line + 1 && LineGrammar.isProse(text.text)
      && title.text.columns >= name.text.withoutBlanks.columns * 2
  }

  /// Systems above a heading, Good practice above another: lines of a few words without any form, the first of them above
  /// all text, each right above the title of an article and behind the end of the one before.
  func plainNames(_ draft: inout Draft) {
    let isDivided = draft.blocks.contains { if case .section = $0.role { true } else { false } }
    guard !isDivided else { return }
    let listed = draft.listedTitles
    let found = draft.blocks.indices.filter { index in
      let block = draft.blocks[index]
      guard Self.isPlainName(block), !listed.contains(block.text.letters), index + 1 < draft.blocks.count,
        draft.blocks[index + 1].headingLevel != nil, draft.blocks[index + 1].role == nil
      else { return false }
      guard index > 0 else { return true }
      let above = draft.blocks[index - 1]
      return above.isRule || !above.isText || LineGrammar.wholeBracket(above.text) != nil
        || LineGrammar.isProse(above.text) && !TornParagraphStage.isUnfinished(above.text)
    }
    // What stands first cannot close an article, as contributors' lines do.
    guard found.count >= 2, let first = found.first, draft.blocks[..<first].allSatisfy(\.isRule) else { return }
    for index in found { draft.blocks[index].role = .section(draft.blocks[index].text.trimmed) }
  }

  /// English Pages, 中文版: a heading that says in which language the titles below it are, or a line right above a title that
  /// the contents list names.
  func languageNames(_ draft: inout Draft) {
    let listed = draft.listedTitles
    for index in draft.blocks.indices where draft.blocks[index].role == nil && draft.blocks[index].lines.count == 1 {
      guard draft.blocks[index].isText else { continue }
      let isHeading = draft.blocks[index].headingLevel != nil
      guard isHeading || !listed.isEmpty else { continue }
      let text = draft.blocks[index].text
      guard text.utf8.count <= 60, Self.namesLanguage(text), !listed.contains(text.letters),
        let title = draft.blocks.dropFirst(index + 1).first(where: { !$0.isRule }), title.isText, title.role == nil,
        isHeading || listed.contains(title.text.letters),
        title.headingLevel != nil || title.isBold || !LineGrammar.isProse(title.text) && title.text.columns >= 8
      else { continue }
      draft.blocks[index].role = .section(MastheadLine.closed(text))
    }
  }

  static func namesLanguage(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !$0.isBlank }), "中英ECec".unicodeScalars.contains(first) else {
      return false
    }
    let letters = text.letters
    let han = String(scalars: letters.filter(\.isHan))
    let western = String(scalars: letters.filter { !$0.isHan }).lowercased()
    guard han.isEmpty || ["中文版", "英文版", "中文部分", "英文部分", "中文篇", "英文篇", "中文頁", "中文页", "英文頁", "英文页"].contains(han)
    else { return false }
    return han.isEmpty
      ? ["english", "chinese"].contains { language in
        ["pages", "section", "edition", "part", "supplement"].contains { western == language + $0 }
      } : western.isEmpty || western.hasPrefix("english") || western.hasPrefix("chinese")
  }

  /// News above a title that the contents list names, People above another: lines of a few words in one form, the first of
  /// them above all text, so that it closes no article.
  func namesAboveListed(_ draft: inout Draft) {
    let listed = draft.listedTitles
    let isDivided = draft.blocks.contains { if case .section = $0.role { true } else { false } }
    guard !isDivided, listed.count >= 2, let first = draft.blocks.firstIndex(where: \.isText),
      Self.isPlainName(draft.blocks[first]), Self.standsAboveListed(first, draft, listed)
    else { return }
    let found = draft.blocks.indices.filter { index in
      Self.isPlainName(draft.blocks[index]) && draft.blocks[index].isBold == draft.blocks[first].isBold
        && !listed.contains(draft.blocks[index].text.letters) && Self.standsAboveListed(index, draft, listed)
    }
    guard found.count >= 2, found.count < listed.count else { return }
    for index in found { draft.blocks[index].role = .section(draft.blocks[index].text.trimmed) }
  }

  /// Whether the next line, or the next two together, are a title of the contents list.
  private static func standsAboveListed(_ index: Int, _ draft: Draft, _ listed: Set<[Unicode.Scalar]>) -> Bool {
    let behind = Array(draft.blocks.dropFirst(index + 1).lazy.filter { !$0.isRule }.prefix(2))
    guard let title = behind.first, title.isText, title.role == nil, title.text.utf8.count < 360 else { return false }
    let letters = title.text.letters
    // A title over two lines may be one itself, name and rest.
    guard !listed.contains(draft.blocks[index].text.letters + letters) else { return false }
    if listed.contains(letters) || listed.contains(ContentsLine(title.text).core.letters) { return true }
    guard behind.count == 2, behind[1].isText, behind[1].text.utf8.count < 360 else { return false }
    return listed.contains(letters + behind[1].text.letters)
  }

  private static func isPlainName(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form, block.lines.count == 1, !block.isFlushRight,
      !block.inlines.isAllEmphasis
    else { return false }
    let text = block.text.trimmed
    guard text.columns <= 32, text.count >= 2, let first = text.first, first.isUppercase || first.isHanCharacter,
      !text.contains(where: { $0.isNumber || ".,:;!?。，：；！？、（(".contains($0) }), !LineGrammar.isProse(text)
    else { return false }
    return !PersonNames.isSigner(text) && !TitleWork.isNames(text) && !Vocabulary.looksLikeOffice(text)
      && !ContentsStage.isHeading(text) && EditorsNoteStage.label(of: text) == nil
  }

  static func isShortName(_ block: DraftBlock) -> Bool {
    guard block.role == nil, block.isText, block.lines.count == 1, block.text.utf8.count <= 60 else { return false }
    let name = block.text.withoutBlanks
    guard LineGrammar.numbering(name) == nil, !ContentsStage.isHeading(block.text),
      EditorsNoteStage.label(of: name) == nil
    else { return false }
    let han = name.hanCount
    if han == name.count { return (2...7).contains(han) }
    // 会务 / ASSOCIATION NEWS, ENGLISH PAGES
    return han <= 7 && han != 1 && isInCapitals(block.text) && block.text.columns <= 40
      && !block.text.contains { $0.isNumber || ".:;!?。，：；".contains($0) } && !PersonNames.isBilingualSigner(block.text)
  }

  private static func isInCapitals(_ text: String) -> Bool {
    text.unicodeScalars.count(where: \.isASCIILetter) >= 4 && text == text.uppercased()
  }
}
