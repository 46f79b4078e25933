import IssueModel

/// What a line without a mark must look like to be a title.
extension TitleWork {
  /// Whether a line may be a title however short: above indented text that begins flush left of it, or first in a section.
  func isShortTitle(_ index: Int) -> Bool {
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
  func isCapitalLine(_ index: Int) -> Bool {
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
  func isTorn(_ index: Int) -> Bool {
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

  /// The labels of lines that are no titles.
  private static let labelsOfNoTitle =
    [
      "attention", "attn", "to", "from", "re", "subject", "date", "for", "source", "sources", "enquiries",
      "inquiries",
    ]
    + EnglishVocabulary.enclosures

  /// Whether a block has few lines and ends with no mark that a title never ends with: of most text the last mark tells that
  /// it is no title, and nothing else of the work need be asked.
  static func endsAsTitle(_ block: DraftBlock) -> Bool {
    guard block.isText, block.lines.count <= 3, !block.isFlushRight else { return false }
    let text = block.text.trimmed
    guard let last = text.unicodeScalars.last else { return false }
    return !"。；，、：…;,:.".unicodeScalars.contains(last) || LineGrammar.isPointedHeading(text)
  }

  /// Whether a block of `least` columns or more reads as a title by itself.
  func isTitleLike(_ block: DraftBlock, atLeast least: Int = 8) -> Bool {
    guard Self.endsAsTitle(block) else { return false }
    let text = block.text.trimmed
    guard text.fits(130), text.columns >= least,
      // Capitals head a text from wherever its paragraphs begin.
      !block.isIndented || block.isBold || block.isCentred || isInCapitals(block)
    else { return false }
    // What follows:-- as old print has it.
    if [":-", ":--", ":—", ":–"].contains(where: text.hasSuffix) { return false }
    if text.hasHan, PersonNames.isBilingualSigner(text) || Self.opensLetter(text) { return false }
    // Abel Torto, Lock Secretary
    if !text.hasHan, let comma = text.firstIndex(of: ","), PersonNames.isSigner(String(text[..<comma])) {
      let post = text[text.index(after: comma)...].trimmed
      if SignatureLines.isPost(post), EnglishVocabulary.namesPost(post) { return false }
    }
    if LineGrammar.isProse(text), !block.isBold, !asks(block) { return false }
    if LineGrammar.wholeBracket(text) != nil || DateGrammar.whole(text) != nil || LineGrammar.distribution(text) != nil
    {
      return false
    }
    if text.utf8.count <= 60 && text.hasHan && AttributionStage.isPostAndName(text)
      || LineGrammar.labelled(text, ["致"], english: Self.labelsOfNoTitle) != nil
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
    if text.fits(30), let weather = text.splitAtScalars(where: \.isBlank).last, weather.count <= 4,
      weather.hasAny(of: "晴阴陰雨雪云雲"), DateGrammar.find(in: text) != nil || text.contains("日")
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
  func asks(_ block: DraftBlock) -> Bool {
    let text = block.text.trimmed
    guard block.lines.count == 1, !text.hasHan, text.fits(64), let last = text.last, "?!".contains(last) else {
      return false
    }
    // 1. Does shade pay?
    return block.isCentred || LineGrammar.numbering(text)?.level == 3
      || text == text.uppercased() && text.contains(where: \.isLetter)
  }
}
