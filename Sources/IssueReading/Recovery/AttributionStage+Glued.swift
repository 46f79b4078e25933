import IssueModel

/// The contributor at the end of the last paragraph.
extension AttributionStage {
  static func glued(_ block: DraftBlock, isLast: Bool) -> (text: [Inline], bracket: String, name: String)? {
    let inlines = block.inlines
    // *Text and photographs: Lena Ward* behind the last sentence.
    if case .emphasis(let words) = inlines.last, inlines.count > 1,
      case .attribution(_, let name) = attribution(words.plainText.trimmed, atEnd: true),
      case .text(let before) = inlines[inlines.count - 2],
      before.trimmed.unicodeScalars.last.map({ $0.endsSentence || $0 == "." || $0.isClosing }) == true
    {
      return (Array(inlines.dropLast()), words.plainText.trimmed, name)
    }
    if isLast, case .text(let last) = inlines.last, let found = behindGap(last) {
      return (inlines.dropLast() + [.text(found.before)], found.name, found.name)
    }
    guard case .text(let last) = inlines.last, let end = last.trimmed.last, "）)".contains(end),
      let open = last.lastIndex(where: { "（(".contains($0) })
    else { return nil }
    let bracket = last[open...].trimmed
    let inner = String(bracket.dropFirst().dropLast()).trimmed
    let before = last[..<open].trimmed
    guard inner.fits(48) || inner.contains("http"), inner.count >= 2, let mark = before.unicodeScalars.last,
      mark.endsSentence || mark == "”" || mark == "’"
    else { return nil }
    let contributes =
      Vocabulary.looksLikeOffice(inner) || LineGrammar.labelled(inner, Vocabulary.contributorLabels) != nil
      || Vocabulary.contributorEndings.contains { inner.hasSuffix($0) } || inner.contains("http")
      || isLast && inner.fits(24) && Vocabulary.sources.contains { inner.hasSuffix($0) }
      || isLast && Self.isPageOfPaper(inner) || Self.isSigned(inner) || Self.isSetApart(last[..<open])
    if ["含", "见", "其中", "包括", "不含", "约", "如", "即", "详见", "除"].contains(where: { inner.hasPrefix($0) }) { return nil }
    guard contributes, !inner.contains("，"), !inner.contains("。") else { return nil }
    return (inlines.dropLast() + [.text(before)], bracket, inner)
  }

  /// …，请更正。　　　　读者　蔡永裕: behind the last sentence and a gap as no text has, a person and what he is.
  private static func behindGap(_ text: String) -> (before: String, name: String)? {
    guard let last = text.unicodeScalars.last, last.isHan, text.utf8.count > 24 else { return nil }
    var gap = 0
    var start: String.Index?
    for index in text.unicodeScalars.indices.suffix(24) {
      let scalar = text.unicodeScalars[index]
      if scalar.isBlank {
        gap += scalar.blankColumns
      } else {
        if gap >= 4 { start = index }
        gap = 0
      }
    }
    guard let start else { return nil }
    let before = String(text[..<start]).trimmed
    let name = String(text[start...]).trimmed
    guard before.unicodeScalars.last?.endsSentence == true, name.columns <= 30,
      TitleWork.endsWithPerson(name) || isPlaceAndPerson(name)
    else { return nil }
    return (before, name)
  }

  /// 河畔日报 5月6日第3版: a newspaper, and the page on which it had the text.
  private static func isPageOfPaper(_ inner: String) -> Bool {
    guard inner.last == "版", let mark = inner.lastIndex(of: "第"), mark > inner.startIndex else { return false }
    let number = String(inner[inner.index(after: mark)...].dropLast())
    return ChineseNumerals.value(number.trimmed.halfWidth) != nil && inner[..<mark].contains { "报報刊".contains($0) }
  }

  /// Whether blanks as no text has them part what follows: three columns or more.
  private static func isSetApart(_ text: Substring) -> Bool {
    text.unicodeScalars.reversed().prefix(while: \.isBlank).reduce(0) { $0 + $1.blankColumns } >= 3
  }

  /// 文/甲　图/乙, or an office and a name beside it.
  private static func isSigned(_ inner: String) -> Bool {
    let pieces = inner.splitAtScalars(where: \.isBlank).map(String.init)
    guard (1...4).contains(pieces.count), inner.fits(40) else { return false }
    if pieces.allSatisfy({ ["文/", "图/", "文／", "图／", "摄/", "摄影/", "撰稿/"].contains(where: $0.hasPrefix) }) {
      return true
    }
    // 通讯员 栗木: the word before the name says that it is one.
    if pieces.count == 2,
      ["通讯员", "通訊員", "记者", "記者", "本报记者", "本刊记者", "特约记者", "特约通讯员", "作者", "整理", "摄影"].contains(pieces[0]),
      (2...4).contains(pieces[1].count), pieces[1].hanCount == pieces[1].count
    {
      return true
    }
    // （工　宣）: two letters set apart are one name.
    if pieces.count == 2, pieces.allSatisfy({ $0.count == 1 && $0.hanCount == 1 }) { return true }
    // 省人大代表　骆安平: who somebody is, and the name.
    return pieces.count == 2 && TitleStage.isNames(pieces[1])
      && (Vocabulary.looksLikeOffice(pieces[0])
        || (3...12).contains(pieces[0].count) && pieces[0].hanCount == pieces[0].count)
  }
}
