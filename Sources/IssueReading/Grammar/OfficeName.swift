/// The name of an office in a line that may say more: 某某办公室 编印, 主办单位：…, Published by the ….
enum OfficeName {
  private static let englishPrefixes = [
    "issued weekly by", "issued monthly by", "issued by", "published weekly by", "published monthly by",
    "published quarterly by", "published by", "produced by", "prepared by", "compiled by", "edited by",
    "printed and published by", "edited and published by", "edited and issued by", "written and issued by",
    "a publication of", "of the", "of", "brought to you by", "from",
  ]

  /// The name in `text`, without what says what the office did; `text` itself where nothing does.
  static func bare(_ text: String) -> String {
    var name = text.trimmed
    if let labelled = LineGrammar.labelled(
      name, Vocabulary.publisherLabels + ["来源", "來源", "發行", "发行", "出版", "编制", "編製"]),
      !labelled.rest.isEmpty
    {
      name = labelled.rest
    }
    if name.hanCount == 0 { return english(name) }
    // The longest first, so that 主编 goes before 编.
    let words = (Vocabulary.publisherWords + Vocabulary.officeDeeds).filter(name.hasSuffix)
    guard let word = words.max(by: { $0.count < $1.count }) else { return name }
    let rest = String(name.dropLast(word.count)).trimmed
    return rest.count >= 4 || rest.count >= 3 && Vocabulary.looksLikeOffice(rest) ? rest : name
  }

  private static func english(_ text: String) -> String {
    let low = text.lowercased()
    for prefix in englishPrefixes where low.hasPrefix(prefix + " ") {
      return withoutArticle(String(text.dropFirst(prefix.count)).trimmed)
    }
    // Staff newsletter of the Dunmore City Library: what it is, and whose.
    for mark in [" of the ", " of ", " from the ", " by the "] {
      guard let place = text.firstRange(of: mark) else { continue }
      let head = String(text[..<place.lowerBound])
      let rest = text[place.upperBound...].trimmed
      if Vocabulary.looksLikeBulletinName(head), Vocabulary.looksLikeOffice(rest) { return rest }
    }
    return text
  }

  /// `The` stays where it begins a line by itself; behind `by` it belongs to the sentence.
  private static func withoutArticle(_ text: String) -> String {
    text.hasPrefix("the ") ? String(text.dropFirst(4)).trimmed : text
  }

  /// The office and the rest of an English line that gives office and address: Dunmore City Library, 1 Corn Street.
  static func beforeAddress(_ text: String) -> String? {
    guard text.hanCount == 0, let comma = text.firstIndex(where: { ",·|•;".contains($0) }) else { return nil }
    let head = text[..<comma].trimmed
    return Vocabulary.looksLikeOffice(head) ? head : nil
  }
}

/// The days of the week, which stand beside dates and are no offices.
enum Weekday {
  private static let english = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun",
  ]

  /// Whether `text` is nothing but a day of the week.
  static func isDay(_ text: String) -> Bool {
    var bare = text.withoutBlanks.lowercased()
    bare.removeAll { "（）(),，.".contains($0) }
    if english.contains(bare) { return true }
    for word in ["星期", "礼拜", "禮拜", "周", "週"] where bare.hasPrefix(word) {
      return bare.count == word.count + 1 && "一二三四五六日天".contains(bare.last ?? " ")
    }
    return false
  }
}
