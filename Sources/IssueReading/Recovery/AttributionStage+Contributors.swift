import IssueModel

/// The lines that name the contributor.
extension AttributionStage {
  /// What brackets begin with that tell not who wrote the text but what is to be known of it.
  private static let remarks = [
    "待续", "待續", "续完", "續完", "下期续", "下期續", "未完", "下接", "轉下", "完", "未完待续", "全文完", "下转", "上接", "以上", "以下", "上述", "本文",
    "本表", "本报告", "注：", "数据来源", "數據來源",
    "其中", "如有", "详见", "詳見", "见附",
  ]

  /// Who signs in a list of one item, - Ada Moor, Secretary: to Markdown a stroke and a blank begin a list.
  static func signerInList(_ block: DraftBlock) -> String? {
    guard case .list(_, let items) = block.form, block.role == nil, items.count == 1, items[0].count == 1,
      items[0][0].isText, items[0][0].lines.count == 1
    else { return nil }
    let text = items[0][0].text.trimmed
    guard !text.hasHan, text.contains(","), attribution("-" + text, atEnd: true) == .signatureOffice else { return nil }
    return text
  }

  /// Who a line behind a stroke and a blank names, - Rosnah, stall 12, below the last words of an article: a person, or one by a
  /// first name alone, and what there is to know of them. One that stands with others like it is an item.
  static func contributorBehindStroke(_ block: DraftBlock, _ before: DraftBlock?) -> String? {
    guard block.lines.count == 1, block.text.hasPrefix("- "), block.text.fits(72), !block.text.hasHan,
      let before, before.role == nil, before.isText, !before.text.hasPrefix("- "),
      let end = before.text.trimmed.last, ".!?\"”’".contains(end)
    else { return nil }
    let text = block.text.dropFirst(2).trimmed
    guard let comma = text.firstIndex(of: ","), text.last?.isLetter == true || text.last?.isNumber == true else {
      return nil
    }
    let name = text[..<comma].trimmed
    let rest = text[text.index(after: comma)...].trimmed
    guard (1...4).contains(rest.split(separator: " ").count), !rest.contains(",") else { return nil }
    if PersonNames.isSigner(name) { return text }
    return name.count >= 3 && name.first?.isUppercase == true && name.dropFirst().allSatisfy(\.isLowercase)
      && (rest.contains(where: \.isNumber) || EnglishVocabulary.namesPost(rest)) ? text : nil
  }

  /// The role of a line that names the contributor; nil if it does not.
  static func attribution(_ text: String, atEnd: Bool) -> DraftRole? {
    guard text.fits(!text.hasHan ? 140 : 90) || text.contains("http") && text.fits(600),
      DateGrammar.whole(text) == nil
    else { return nil }
    if let inner = LineGrammar.wholeBracket(text) {
      guard atEnd, inner.fits(72) || inner.contains("http"), !inner.hasSuffix("。"),
        LineGrammar.numbering(text) == nil
      else { return nil }
      // （2014年3月2日于场部）: when, not who.
      if DateGrammar.find(in: inner)?.range.lowerBound == 0 { return nil }
      if !Vocabulary.looksLikeOffice(inner), remarks.contains(where: { inner.hasPrefix($0) }) { return nil }
      if let labelled = LineGrammar.labelled(inner, Vocabulary.bracketedContributorLabels) {
        return .attribution(label: labelled.label, name: labelled.rest)
      }
      return .attribution(label: nil, name: inner)
    }
    // Contributed by the Harbour Office
    if atEnd, !text.hasHan, text.fits(72), !text.hasSuffix("."),
      ["contributed by ", "submitted by ", "reported by "].contains(where: text.lowercased().hasPrefix)
    {
      return .attribution(label: nil, name: text)
    }
    // 譯自《倫敦膠報》
    if atEnd, text.fits(90),
      ["译自", "譯自", "摘自", "转载自", "轉載自", "摘编自", "摘編自", "选自", "選自"].contains(where: text.hasPrefix),
      !text.hasAny(of: "。！？")
    {
      return .attribution(label: nil, name: text)
    }
    // H. M.
    if atEnd, text.fits(12), text.count >= 4,
      text.split(whereSeparator: { $0 == " " || $0 == "." }).allSatisfy({
        $0.count == 1 && $0.first?.isUppercase == true
      }),
      text.hasSuffix("."), text.contains(".")
    {
      return .attribution(label: nil, name: text)
    }
    // -- R. T.
    if atEnd, !text.hasHan, text.fits(text.contains(",") ? 72 : 40),
      text.hasPrefix("--") || text.hasPrefix("—") || text.hasPrefix("–")
        || text.hasPrefix("-") && text.dropFirst().first?.isUppercase == true
    {
      var name = text.drop { "-—– ".contains($0) }.trimmed
      // — Rosalind Pask (1979–86)
      if name.hasSuffix(")"), let open = name.lastIndex(of: "(") { name = name[..<open].trimmed }
      let words = name.split(separator: " ")
      // — T. Nyaga, Agricultural Assistant, Tano
      let person = String(name.prefix { $0 != "," })
      // -- Maureen Stott, Secretary; -- J. Pym, spore exchange: with a post, or what he does in small letters, he signs.
      if person.count < name.count, PersonNames.isSigner(person), !name.hasSuffix(".") {
        let post = name.dropFirst(person.count + 1).trimmed
        if EnglishVocabulary.namesPost(post) || post.allSatisfy({ $0.isLowercase || " -'’".contains($0) }) {
          return .signatureOffice
        }
      }
      // -Repairs Department: a typist's one stroke, which is no dash.
      if text.hasPrefix("-"), !text.hasPrefix("--"), SignatureLines.isPost(name), Vocabulary.looksLikeOffice(name) {
        return .signatureOffice
      }
      if PersonNames.isWestern(name)
        || person.count < name.count && PersonNames.isSigner(person) && !name.hasSuffix(".")
        || (1...4).contains(words.count) && words.allSatisfy({ $0.first?.isUppercase == true })
      {
        return .attribution(label: nil, name: text)
      }
    }
    if let labelled = LineGrammar.labelled(text, Vocabulary.closingContributorLabels),
      atEnd, labelled.rest.columns <= (labelled.rest.hanCount == 0 ? 120 : 60)
    {
      return .attribution(label: labelled.label, name: labelled.rest)
    }
    return nil
  }
}
