/// The name of an office in a line that may say more: 某某办公室 编印, 主办单位：…, Published by the ….
enum OfficeName {
  private static let englishPrefixes = [
    "issued weekly by", "issued monthly by", "issued by", "published weekly by", "published monthly by",
    "published quarterly by", "published by", "produced by", "prepared by", "compiled by", "edited by",
    "printed and published by", "edited and published by", "edited and issued by", "written and issued by",
    "organ of the", "official organ of the", "the organ of the", "voice of the", "the voice of the", "a publication of",
    "of the", "of", "brought to you by", "from",
  ]

  private static let labels = Vocabulary.publisherLabels + ["来源", "來源", "發行", "发行", "出版", "编制", "編製"]
  private static let deeds = Endings(Vocabulary.publisherWords + Vocabulary.officeDeeds)

  /// The name in `text`, without what says what the office did; `text` itself where nothing does.
  static func bare(_ text: String) -> String {
    var name = text.trimmed
    // 主办 / 某某中心
    if let mark = name.firstIndex(ofAny: "/／"),
      Vocabulary.publisherLabels.contains(name[..<mark].trimmed), !name[name.index(after: mark)...].trimmed.isEmpty
    {
      name = name[name.index(after: mark)...].trimmed
    }
    if name.hanCount > 0, let office = publisher(in: name) { return office }
    if let labelled = LineGrammar.labelled(name, labels), !labelled.rest.isEmpty {
      name = labelled.rest
    }
    if name.hanCount == 0 { return english(name) }
    if let office = behindSpacedLabel(name) { return office }
    // The longest first, so that 主编 goes before 编.
    let words = deeds.matches(name)
    guard let word = words.max(by: { $0.count < $1.count }) else { return name }
    let rest = String(name.dropLast(word.count)).trimmed
    return rest.count >= 4 || rest.count >= 3 && Vocabulary.looksLikeOffice(rest) ? rest : name
  }

  /// The office in 編　輯　某處某科: a label with blanks for a colon, its letters set apart perhaps.
  private static func behindSpacedLabel(_ text: String) -> String? {
    let words = text.splitAtScalars(where: \.isBlank).map(String.init)
    for count in 1...4 where words.count > count {
      let label = words[..<count].joined()
      guard label.count >= 2,
        labels.contains(label) || Vocabulary.publisherWords.contains(label) || Vocabulary.officeDeeds.contains(label)
      else { continue }
      let office = words[count...].joined(separator: " ")
      return office.hanCount >= 4 && Vocabulary.looksLikeOffice(office) ? office : nil
    }
    return nil
  }

  private static func english(_ text: String) -> String {
    let low = text.lowercased()
    if ["by authority", "by order", "by command"].contains(where: low.hasSuffix) { return text }
    for prefix in englishPrefixes where low.hasPrefix(prefix + " ") {
      if isWarrant(String(text.dropFirst(prefix.count)).trimmed) { return text }
      // Published by the Weir End League, 4 Mill Row. Circulation 450.
      if prefix.hasSuffix(" by"), text.contains(where: \.isDigit), let office = publisher(in: text) { return office }
      // Published monthly by the Copra Board, Port Alma, for its agents
      if prefix.hasSuffix(" by"), let tail = text.firstRange(of: ", for "),
        let office = publisher(in: String(text[..<tail.lowerBound]))
      {
        return office
      }
      return withoutPlace(
        LineGrammar.unpointed(withoutArticle(String(text.dropFirst(prefix.count)).trimmed), behind: 4))
    }
    // Published quarterly for the trade by the Weavers of Wick
    if low.hasPrefix("published ") || low.hasPrefix("issued "), let office = publisher(in: text) { return office }
    if let deed = deed(low), !isWarrant(String(text.dropFirst(deed.count)).trimmed) {
      return withoutPlace(LineGrammar.unpointed(withoutArticle(String(text.dropFirst(deed.count)).trimmed), behind: 4))
    }
    return owner(in: text).map { LineGrammar.unpointed($0, behind: 4) } ?? text
  }

  /// What was done by whoever follows, with the word by: Got up by, Put together every month by; nil for other lines. What
  /// persons and printers do (edited, typed, printed) is not among it.
  private static func deed(_ low: String) -> String? {
    guard let end = low.prefix(48).firstRange(of: " by ") else { return nil }
    let words = low[..<end.lowerBound].split(separator: " ")
    guard (1...6).contains(words.count), words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "-" } }) else {
      return nil
    }
    let isDeed =
      deeds1.contains(String(words[0]))
      || words.count > 1 && deeds2.contains(words.prefix(2).joined(separator: " "))
    return isDeed ? String(low[..<end.lowerBound]) + " by" : nil
  }

  private static let deeds1: Set<String> = [
    "assembled", "collated", "collected", "gathered", "circulated", "released", "maintained",
    "produced", "prepared", "compiled", "composed", "presented", "provided", "kept", "run", "distributed",
  ]
  private static let deeds2: Set<String> = [
    "got up", "put together", "put out", "brought out", "sent out", "sent round", "given out", "drawn up", "made up",
    "turned out", "set out", "handed out", "thrown together", "brought together", "got out",
  ]

  /// Whether the office stands on the next line: Published monthly for its members by.
  static func namesBelow(_ text: String) -> Bool {
    guard text.fits(60) else { return false }
    let low = text.trimmed.lowercased()
    return low.hasSuffix(" by") && ["published", "issued", "produced", "printed"].contains(where: low.hasPrefix)
  }

  /// General Committee, Kodaimund without the place: one word with a capital behind the only comma, and no office.
  private static func withoutPlace(_ name: String) -> String {
    let pieces = name.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard (2...3).contains(pieces.count), Vocabulary.looksLikeOffice(pieces[0]), let place = pieces.last,
      !Vocabulary.looksLikeOffice(place), place.first?.isUppercase == true, place.allSatisfy(\.isLetter),
      // Headquarters, The Barracks, Kirkallan
      pieces.count == 2 || pieces[1].hasPrefix("The ") && !Vocabulary.looksLikeOffice(pieces[1])
    else { return name }
    return pieces[0]
  }

  /// The office in a line that says who published the issue, and where: Published by the Bakers of Wick, 14 Malt Street.
  static func publisher(in text: String) -> String? {
    guard text.unicodeScalars.first?.isASCIILetter == true else { return nil }
    var text = text
    var low = text.lowercased()
    // Published every month by, Issued fortnightly by
    if ["published ", "issued "].contains(where: low.hasPrefix), let by = text.prefix(48).firstRange(of: " by ") {
      text = "Published" + text[by.lowerBound...]
      low = text.lowercased()
    }
    guard
      let prefix = (englishPrefixes.filter { $0.hasSuffix(" by") } + ["printed and published at", "printed at"])
        .first(where: { low.hasPrefix($0 + " ") }) ?? deed(low)
    else { return nil }
    let whole = String(text.dropFirst(prefix.count)).trimmed
    let rest = withoutArticle(whole)
    if isWarrant(rest) { return nil }
    if rest.hanCount > 0 {
      // Issued by the Press Office 新聞處編印: in both languages, without the word for it.
      guard
        let word = deeds.matches(rest).max(by: { $0.count < $1.count })
      else {
        return Vocabulary.looksLikeOffice(rest) ? rest : nil
      }
      return String(rest.dropLast(word.count)).trimmed
    }
    if let office = beforeAddress(rest) { return office }
    var name = rest.prefix { !",·|•;".contains($0) }.trimmed
    // Printed at the University Press. Price 10p.
    if let stop = name.firstRange(of: ". "), name[..<stop.lowerBound].reversed().prefix(while: \.isLetter).count >= 4 {
      name = String(name[..<stop.lowerBound])
    }
    // Edited by R. T. Weald for the Committee: a person did it.
    for mark in [" and ", " for ", " & "] {
      if let end = name.firstRange(of: mark), PersonNames.isOneWestern(String(name[..<end.lowerBound])) { return nil }
    }
    // By the Night Watch of Kelda Harbour: no person has an article.
    guard name.first?.isUppercase == true,
      !PersonNames.isOneWestern(name) || Vocabulary.looksLikeOffice(name) || rest.utf8.count < whole.utf8.count
        // Lowfell Blood Bikes: three words of letters alone, where persons have two or an initial.
        || ["published", "issued"].contains(where: low.hasPrefix) && !name.contains(".")
          && name.split(separator: " ").count >= 3
    else { return nil }
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  }

  /// Published by authority of the Senate: by whose leave, not by whom.
  private static func isWarrant(_ text: String) -> Bool {
    let low = text.lowercased()
    return ["authority", "order", "command"].contains { low == $0 || low.hasPrefix($0 + " of ") }
  }

  /// Whose bulletin a line says it is: Staff newsletter of the Dunmore City Library; nil where it says no such thing.
  static func owner(in text: String) -> String? {
    for mark in [" of the ", " of ", " from the ", " by the ", " OF THE ", " OF ", " FROM THE ", " BY THE "] {
      guard let place = text.firstRange(of: mark) else { continue }
      let head = String(text[..<place.lowerBound])
      let rest = text[place.upperBound...].trimmed
      guard Vocabulary.looksLikeBulletinName(head), head.split(separator: " ").count <= 4 else { continue }
      if Vocabulary.looksLikeOffice(rest) { return rest }
      // The newsletter of the Federated Bakers: what it is in small letters, and a name in capitals behind it.
      let words = rest.split(separator: " ")
      let kind = head.split(separator: " ")
      // the staff news of Gorsey Bank Brewery
      let isSaid = mark == " of " && kind.count >= 2 && kind.allSatisfy { $0.first?.isLowercase == true }
      if mark == " of the " && (kind.last?.first?.isLowercase == true || kind.count == 1) || isSaid, words.count >= 2,
        words.allSatisfy({ $0.first?.isUppercase == true || $0.count <= 3 }), !rest.contains(where: \.isNumber)
      {
        return rest
      }
    }
    return nil
  }

  /// `The` stays where it begins a line by itself; behind `by` it belongs to the sentence.
  private static func withoutArticle(_ text: String) -> String {
    text.hasPrefix("the ") ? String(text.dropFirst(4)).trimmed : text
  }

  /// The office and the rest of an English line that gives office and address: Dunmore City Library, 1 Corn Street.
  static func beforeAddress(_ text: String) -> String? {
    guard text.hanCount == 0, let comma = text.firstIndex(ofAny: ",·|•;") else { return nil }
    var end = comma
    let head = text[..<end].trimmed
    guard
      Vocabulary.looksLikeOffice(head)
        || [" Ltd", " Ltd.", " Inc", " Inc.", " plc", " CIC"].contains(where: head.hasSuffix)
    else { return nil }
    // The Lock Board, Clerk's Office, 3 Weir Row: a part of the office is named with it.
    while text[end] == ",", let next = text[text.index(after: end)...].firstIndex(ofAny: ",·|•;") {
      let piece = text[text.index(after: end)..<next].trimmed
      guard Vocabulary.looksLikeOffice(piece), !piece.lowercased().hasPrefix("c/o"), !piece.contains(where: \.isNumber),
        !endsAsPlace(piece)
      else { break }
      end = next
    }
    return text[..<end].trimmed
  }

  /// Wall Lane, Market Square: no surnames.
  static func isStreet(_ text: String) -> Bool {
    let last = text.lowercased().split(separator: " ").last.map(String.init) ?? ""
    return ["street", "road", "lane", "row", "avenue", "square", "terrace", "quay", "wharf"].contains(last)
  }

  /// Council House, Museum Street: named after an office, and no office.
  private static func endsAsPlace(_ text: String) -> Bool {
    let last = text.lowercased().split(separator: " ").last.map(String.init) ?? ""
    return [
      "street", "road", "lane", "row", "avenue", "square", "house", "building", "hall", "quay", "place", "hill", "way",
      "drive", "court", "terrace", "yard", "park", "wharf",
    ].contains(last)
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
    // No day has more letters than Wednesday.
    guard text.utf8.count <= 90, text.letters.count <= 9 else { return false }
    let bare = text.withoutBlanks.lowercased().without("（）(),，.")
    if english.contains(bare) { return true }
    for word in ["星期", "礼拜", "禮拜", "周", "週"] where bare.hasPrefix(word) {
      return bare.count == word.count + 1 && "一二三四五六日天".contains(bare.last ?? " ")
    }
    return false
  }
}
