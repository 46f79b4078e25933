import IssueModel

/// Titles that have no mark at all, only their form and their place.
extension TitleWork {
  /// Lines without any mark that are titles by their place: first in a section, or, in a text without
  /// headings, short and without an end mark between finished text and running text.
  mutating func decideBareLines() {
    let hasTitles = draft.blocks.contains { $0.role == .title }
    var titledHere = false
    // The numbering of a bold title (一) that opened a section: those alike are titles of the section too.
    var sister: Int?
    // Whether a bold question opened the section: those behind it are alike.
    var asks = false
    // Whether a bold line without a number opened the section, as a title, where others have headings.
    var isBoldHere = false
    let counted = numberedTitles()
    let sisters = hasTitles ? [] : boldSisters()
    for index in draft.blocks.indices where !absorbed.contains(index) {
      let block = draft.blocks[index]
      if isSection(index) {
        titledHere = false
        sister = nil
        asks = false
        isBoldHere = false
        continue
      }
      if block.role == .title { titledHere = true }
      guard block.role == nil, !isPostOfSigner(index),
        isTitleLike(block, atLeast: isShortTitle(index) || sisters.contains(index) ? 3 : 8),
        !isTorn(index)
      else {
        continue
      }
      // Under a title, the writers' names are no second one.
      if let before = titleAbove(index),
        Self.isWriter(block.text) || PersonNames.isWestern(block.text) && !isAdjacent(before, index)
          || isStandfirst(index) || isDeck(index)
      {
        continue
      }
      let opens =
        previous(index).map {
          isSection($0)
            || draft.blocks[$0].isText && EditorsNoteStage.label(of: draft.blocks[$0].text) != nil
              && previous($0) == nil
        } ?? true
      let numbered = isCounted(index)
      let bold = block.isBold
      guard let after = next(index) else { continue }
      let leadsToText = leads(to: after) || sisters.contains(index)
      if opens, !titledHere, leadsToText || namesWhatFollows(index) || draft.blocks[after].role == .title {
        if draft.blocks[after].role == .title {
          if !isNumberedOrLabel(block.text) { draft.blocks[index].role = .kicker }
        } else {
          if let numbering = LineGrammar.numbering(block.text),
            bold || numbering.level == 1 && numbering.value == 1 && sistersFollow(index)
              || numbering.level == 3 && numbering.value == 1 && westernSistersFollow(index)
          {
            sister = numbering.level
          }
          asks = bold && Self.isQuestion(block.text)
          isBoldHere = bold && hasTitles && !numbered && previous(index).map(isSection) == true
          title(from: index)
          titledHere = true
        }
      } else if leadsToText, bold, asks, Self.isQuestion(block.text) {
        // Question after question, each with its answer.
        title(from: index)
      } else if leadsToText, bold, isBoldHere, !numbered, closed(before: index) {
        // Where titles are headings elsewhere, the section has bold lines for them, all of them alike.
        title(from: index)
      } else if leadsToText, let sister, LineGrammar.numbering(block.text)?.level == sister {
        title(from: index)
      } else if counted.count >= 2, bold, leadsToText, titledHere, !counted.contains(index) {
        // Where titles are counted (PART 01), a bold line without a number is a heading within.
        setSubheading(index, 1)
      } else if !hasTitles, !numbered, leadsToText,
        bold || block.isCentred || closed(before: index) || isCapitalLine(index),
        bold || sisters.isEmpty
      {
        // In a text without headings a bold line stands for one.
        title(from: index)
        titledHere = true
      } else if hasTitles, entryCount == 0 || listed.count < entryCount, !numbered, leadsToText, bold,
        previous(index).map({ isAttribution(draft.blocks[$0]) }) ?? false
      {
        title(from: index)
      } else if bold, leadsToText, titledHere {
        setSubheading(index, 1)
      } else if entryCount > 0, listed.count == entryCount, titledHere, !numbered, block.lines.count == 1,
        block.text.fits(60), !TornParagraphStage.isUnfinished(block.text), closed(before: index),
        previous(index).map({ !isAttribution(draft.blocks[$0]) }) ?? false,
        LineGrammar.isProse(draft.blocks[after].text), case .paragraph = draft.blocks[after].form,
        previous(index).map({ draft.blocks[$0].role == nil && LineGrammar.isProse(draft.blocks[$0].text) }) ?? false
          || isFirstOfParts(index)
      {
        // All titles are known from the list: what looks like one divides the article.
        setSubheading(index, 1)
      }
    }
  }

  /// Whether a line in capitals right below a title is followed, within the article, by another above text: LEAF DISEASE. and
  /// SHOT-HOLE BORER. below REPORT OF THE SCIENTIFIC OFFICER.
  private func isFirstOfParts(_ index: Int) -> Bool {
    guard let above = previous(index), draft.blocks[above].role == .title, isInCapitals(draft.blocks[index]) else {
      return false
    }
    let behind = draft.blocks.indices.dropFirst(index + 1).prefix { place in
      draft.blocks[place].role != .title && !isSection(place)
    }
    return behind.contains { place in
      guard isInCapitals(draft.blocks[place]), isTitleLike(draft.blocks[place], atLeast: 3), let after = next(place)
      else {
        return false
      }
      return LineGrammar.isProse(draft.blocks[after].text)
    }
  }

  /// Whether the block is one line of Western capitals.
  func isInCapitals(_ block: DraftBlock) -> Bool {
    guard case .paragraph = block.form, block.lines.count == 1 else { return false }
    let text = block.lines[0].text
    return text.utf8.count <= 90 && !text.hasHan && text.count(where: \.isUppercase) >= 4
      && !text.contains(where: \.isLowercase)
  }

  /// Whether a line that opens a section, words alone, stands above lines that are no text but hold numbers, gaps or
  /// brackets, as lists of names and figures do: it says what they are.
  private func namesWhatFollows(_ index: Int) -> Bool {
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
  private func isPostOfSigner(_ index: Int) -> Bool {
    guard index > 0, draft.blocks[index].line == draft.blocks[index - 1].source.endLine + 1 else { return false }
    let block = draft.blocks[index]
    let name = draft.blocks[index - 1]
    guard block.lines.count == 1, name.lines.count == 1, name.role == nil, case .paragraph = name.form,
      case .paragraph = block.form, block.text.fits(60)
    else { return false }
    return PersonNames.isSigner(name.text) && SignatureLines.isPost(block.text)
  }

  private static func isQuestion(_ text: String) -> Bool { "？?".contains(text.trimmed.last ?? " ") }

  /// The title right above `index`, or its subtitle; a line that a dash makes a subtitle is one already.
  private func titleAbove(_ index: Int) -> Int? {
    guard let before = previous(index) else { return nil }
    switch draft.blocks[before].role {
    case .title, .subtitle: return before
    case nil where Self.subtitle(draft.blocks[before].text) != nil:
      return previous(before).flatMap { draft.blocks[$0].role == .title ? before : nil }
    default: return nil
    }
  }

  /// Whether the lines stand right below each other in the source.
  func isAdjacent(_ first: Int, _ second: Int) -> Bool {
    draft.blocks[second].line <= max(draft.blocks[first].source.endLine, draft.blocks[first].lines.last?.number ?? 0)
      + 1
  }

  /// The bold lines that stand right below PART 01, PART 02 or ▍01.
  private func numberedTitles() -> Set<Int> {
    Set(
      draft.blocks.indices.filter { index in
        if draft.blocks[index].isCounted { return draft.blocks[index].isBold }
        guard let before = previous(index), draft.blocks[before].isText else { return false }
        return draft.blocks[index].isBold && Self.partNumber(draft.blocks[before].text) != nil
      })
  }

  /// The number in a line that is nothing but PART 01, ▍02, 03 or No. 4.
  static func partNumber(_ text: String) -> String? {
    // It ends with its number, or with a mark behind that.
    let line = text.trimmed
    guard let last = line.utf8.last, (0x30...0x39).contains(last) || "./|".utf8.contains(last) else { return nil }
    let bare = line.drop { $0.isLineMark }.trimmed
    var digits = bare.lowercased()
    for word in ["part", "no.", "第"] where digits.hasPrefix(word) { digits = digits.dropFirst(word.count).trimmed }
    digits = digits.filter { $0 != "." && $0 != "/" && $0 != "|" }.trimmed
    guard (1...3).contains(digits.count), digits.unicodeScalars.allSatisfy(\.isASCIIDigit) else { return nil }
    return bare
  }

  func isNumberedOrLabel(_ text: String) -> Bool { LineGrammar.numbering(text) != nil }

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
    if LineGrammar.isProse(text) || block.isIndented || EditorsNoteStage.label(of: text) != nil { return true }
    if Self.subtitle(text) != nil || Self.isByline(text) || isSalutation(text) { return true }
    if block.headingLevel == nil, let after = next(index), beginsBody(after), !isSubheading(after) {
      // The writers' names below a title; or a few letters in another form than the title's.
      if Self.isWriter(text) { return true }
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
      last = after
    }
    return text.columns > 60
  }

  /// Whether a line may be a title however short: above indented text that begins flush left of it, or first in a section.
  private func isShortTitle(_ index: Int) -> Bool {
    if isCapitalLine(index) { return true }
    guard let after = next(index) else { return false }
    // 讣　告, in the middle above text.
    if draft.blocks[index].isCentred, draft.blocks[index].headingLevel == nil,
      LineGrammar.isProse(draft.blocks[after].text), !draft.blocks[after].isCentred
    {
      return true
    }
    guard draft.blocks[after].isIndented, !draft.blocks[index].isIndented else { return false }
    return LineGrammar.isProse(draft.blocks[after].text) && draft.blocks[index].headingLevel == nil
      && (previous(index).map(isSection) ?? true || draft.blocks[index].text.hanCount == 0)
  }

  /// Whether a word in capitals stands by itself above running text: SUMMARY.
  private func isCapitalLine(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    let text = block.text.trimmed
    guard block.lines.count == 1, text.fits(7), !text.hasHan, text.count >= 4,
      (text.hasSuffix(".") ? text.dropLast() : text[...])
        .allSatisfy({ $0.isLetter && $0.isUppercase || $0 == " " || $0 == "&" }), let after = next(index),
      case .paragraph = draft.blocks[after].form
    else { return false }
    return (LineGrammar.isProse(draft.blocks[after].text) || Self.isByline(draft.blocks[after].text))
      && (closed(before: index) || previous(index).map { !LineGrammar.isProse(draft.blocks[$0].text) } ?? true)
  }

  /// Whether the line is the end of a page that cut a paragraph: text that is not finished, or whose full stop begins the
  /// next page.
  private func isTorn(_ index: Int) -> Bool {
    guard index + 1 < draft.blocks.count, !draft.blocks[index + 1].isIndented else { return false }
    let next = draft.blocks[index + 1]
    if case .paragraph = next.form, next.text.trimmed.unicodeScalars.first?.continuesText == true { return true }
    if next.beginsPage, case .paragraph = next.form, let first = next.text.trimmed.unicodeScalars.first,
      first.isASCIILetter, first.properties.isLowercase
    {
      return true
    }
    return next.beginsPage && TornParagraphStage.isUnfinished(draft.blocks[index].text)
  }

  func isTitleLike(_ block: DraftBlock, atLeast least: Int = 8) -> Bool {
    guard block.isText, block.lines.count <= 3, !block.isFlushRight else { return false }
    let text = block.text.trimmed
    guard text.fits(130), text.columns >= least, let last = text.unicodeScalars.last,
      // Capitals head a text from wherever its paragraphs begin.
      !block.isIndented || block.isBold || block.isCentred || isInCapitals(block)
    else { return false }
    if "。；，、：…;,:.".unicodeScalars.contains(last), !LineGrammar.isPointedHeading(text) { return false }
    // What follows:-- as old print has it.
    if [":-", ":--", ":—", ":–"].contains(where: text.hasSuffix) { return false }
    if text.hasHan, PersonNames.isBilingualSigner(text) { return false }
    if LineGrammar.isProse(text), !block.isBold, !asks(block) { return false }
    if LineGrammar.wholeBracket(text) != nil || DateGrammar.whole(text) != nil || LineGrammar.distribution(text) != nil
    {
      return false
    }
    let labels = ["attention", "attn", "to", "from", "re", "subject", "date", "for"] + EnglishVocabulary.enclosures
    if text.utf8.count <= 60 && text.hasHan && AttributionStage.isPostAndName(text)
      || LineGrammar.labelled(text, ["致"], english: labels) != nil
    {
      return false
    }
    // 本报地址：某某路8号　邮编：000000
    if text.hanCount > 0
      ? LineGrammar.labelledParts(text, Vocabulary.contacts) != nil
      : text.contains(where: \.isNumber) && LineGrammar.labelled(text, Vocabulary.contacts) != nil
    {
      return false
    }
    if EditorsNoteStage.label(of: text) != nil || Self.isByline(text) || text.hasPrefix("附件") || text.hasPrefix("附：") {
      return false
    }
    // Robin .......... 230 is a row of figures.
    if text.contains(".. ") || text.contains("....") || text.contains("……"),
      ContentsLine(text).page != nil || text.last?.isNumber == true
    {
      return false
    }
    if text.unicodeScalars.first?.continuesText ?? true { return false }
    if let mark = ItemMark(text), mark.isOfListsOnly { return false }
    // 6月12日　晴 heads a day of a diary.
    if text.fits(30), let weather = text.split(whereSeparator: \.isBlankCharacter).last, weather.count <= 4,
      weather.contains(where: { "晴阴陰雨雪云雲".contains($0) }), DateGrammar.find(in: text) != nil || text.contains("日")
    {
      return false
    }
    // Cells set apart by gaps are a row.
    if text.contains(where: \.isNumber), text.columnsByGaps.count >= 3 { return false }
    // A dash before it makes a line a subtitle.
    if Self.subtitle(text) != nil { return false }
    return true
  }

  /// Whether a line in the middle or in capitals is a question or a cry for a title: OIL OR ACETYLENE?
  private func asks(_ block: DraftBlock) -> Bool {
    let text = block.text.trimmed
    guard block.lines.count == 1, !text.hasHan, text.fits(64), let last = text.last, "?!".contains(last) else {
      return false
    }
    return block.isCentred || text == text.uppercased() && text.contains(where: \.isLetter)
  }

  /// Whether the text before `index` is finished, so that something new may begin.
  func closed(before index: Int) -> Bool {
    guard let before = previous(index) else { return true }
    let block = draft.blocks[before]
    if block.role != nil || !block.isText { return true }
    return !TornParagraphStage.isUnfinished(block.text)
  }

  /// Makes a title of the bare line at `index`, and of the lines behind that go on with it.
  mutating func title(from index: Int) {
    var pieces = [index]
    while pieces.count < 3, let after = next(pieces[pieces.count - 1]), draft.blocks[after].role == nil,
      isTitleLike(draft.blocks[after]),
      draft.blocks[after].headingLevel == nil, draft.blocks[after].isBold == draft.blocks[index].isBold,
      Self.subtitle(draft.blocks[after].text) == nil,
      !isCounted(after),
      !Self.endsCapitals(draft.blocks[index].text, draft.blocks[after].text),
      !Self.isWriter(draft.blocks[after].text),
      isAdjacent(pieces[pieces.count - 1], after) || !PersonNames.isWestern(draft.blocks[after].text),
      let behind = next(after), leads(to: behind)
    {
      pieces.append(after)
    }
    // A line that ends with a colon announces the title under it.
    let text = Self.joinedTitle(pieces.map { draft.blocks[$0].text })
    if pieces.count > 1 {
      diagnostics.repaired(
        "title-joined", line: draft.blocks[index].line,
        "a title over \(pieces.count) lines joined: “\(excerpt(text, 40))”",
        zh: "分\(pieces.count)行的标题已合并：“\(excerpt(text, 40))”")
    }
    makeTitle(index, text)
    for piece in pieces.dropFirst() { absorb(piece, into: index) }
  }

  /// Whether a title in capitals ends before a line that is not: THE HARBOUR | The boat was launched …
  static func endsCapitals(_ first: String, _ second: String) -> Bool {
    func capitals(_ text: String) -> Bool {
      text.hanCount == 0 && text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    }
    return capitals(first) && !capitals(second)
  }
}
