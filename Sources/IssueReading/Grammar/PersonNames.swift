/// Names of persons, told by their form.
enum PersonNames {
  private static let particles: Set<String> = [
    "de", "da", "do", "dos", "das", "di", "van", "von", "der", "den", "la", "le", "of", "bin", "al",
  ]
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "captain", "sergeant", "constable", "rev", "revd", "sir",
    "lady", "ir", "mdm", "madam", "datuk", "dato",
    "father", "sister",
  ]

  /// Whether `text` is nothing but one Western name or several, parted by commas, `and` or `&`: K. Osei and L. Brandvold.
  static func isWestern(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.fits(80), line.columns >= 4, !line.hasHan, line.last != ",",
      !line.contains(where: { "?!:;“”\"()".contains($0) })
    else {
      return false
    }
    let names = line.replacing(" and ", with: ",").replacing(" & ", with: ",").split(separator: ",")
      .map { String($0).trimmed }
    return (1...4).contains(names.count) && names.allSatisfy(isOneWestern)
  }

  /// Whether `text` is one Western name: two to five words, all with a capital but particles.
  static func isOneWestern(_ text: String) -> Bool {
    var words = text.splitAtScalars(where: \.isBlank).map(String.init)
    // The Revd Hugh Pomfret
    if words.first == "The", words.count > 2, titles.contains(words[1].lowercased().filter { $0 != "." }) {
      words.removeFirst()
    }
    if let first = words.first, titles.contains(first.lowercased().filter { $0 != "." }) { words.removeFirst() }
    guard (2...5).contains(words.count) || words.count == 1 && text.contains(" ") else { return false }
    guard words.contains(where: { $0.count > 2 && !$0.hasSuffix(".") }) else { return false }
    return words.enumerated().allSatisfy { index, word in
      if index > 0, index < words.count - 1, particles.contains(word) { return true }
      guard let first = word.first, first.isUppercase, word.allSatisfy({ $0.isLetter || ".-'’".contains($0) }) else {
        return false
      }
      // An initial, or a name that is not in capitals throughout.
      if word.count <= 2 || word.hasSuffix(".") && word.count <= 3 { return true }
      return word.dropFirst().contains(where: \.isLowercase) && !common.contains(word.lowercased())
    }
  }

  /// Whether `text` is the name of somebody who signs: one Western name, or such a name in capitals with an initial or a
  /// rank before it, J. ARDWICK, Capt. Eilidh Marr.
  static func isSigner(_ text: String) -> Bool {
    var line = text.trimmed
    if let first = line.utf8.first, first == UInt8(ascii: "(") || first | 0x20 == UInt8(ascii: "s") {
      for mark in ["(signed)", "(sgd.)", "(sgd)", "signed,", "signed:", "sgd."] where line.lowercased().hasPrefix(mark)
      {
        line = String(line.dropFirst(mark.count)).trimmed
      }
    }
    // + J. A. MARCHETTI: the cross of a bishop.
    if let cross = line.first, "+✠†☩".contains(cross) { line = line.dropFirst().trimmed }
    // Major (Retd) D. F. Wallace
    for mark in [" (Retd)", " (Retd.)", " (Rtd)", " (Ret.)"] where line.contains(mark) {
      line = line.replacing(mark, with: "")
    }
    // Giles Ashworth (1958–65): when he was at the school.
    if line.hasSuffix(")"), let open = line.lastIndex(of: "("), open > line.startIndex {
      let within = line[open...].dropFirst().dropLast()
      if (2...11).contains(within.count), within.contains(where: \.isNumber),
        within.allSatisfy({ $0.isNumber || "-–—/’' ".contains($0) })
      {
        line = String(line[..<open]).trimmed
      }
    }
    // A comma leads to the post on the next line.
    if line.hasSuffix(",") { line.removeLast() }
    guard line.fits(40) else { return false }
    if isOneWestern(line) { return true }
    var words = line.splitAtScalars(where: \.isBlank).map(String.init)
    // The Rt Revd Aubrey Chase
    if words.count > 2, words[0] == "The" { words.removeFirst() }
    let length = words.count
    while let first = words.first, ranks.contains(first.lowercased().filter { $0 != "." }) { words.removeFirst() }
    let rank = words.count < length
    if rank, isOneWestern(words.joined(separator: " ")) || words.count == 1 && words[0].first?.isUppercase == true {
      return true
    }
    // Initials and a name in capitals.
    guard (2...5).contains(words.count), let name = words.last, name.count >= 3,
      name.allSatisfy({ $0.isLetter && $0.isUppercase || "-'’".contains($0) })
    else { return false }
    let initials = words.dropLast().filter { $0.count <= 2 && $0.first?.isUppercase == true && $0.hasSuffix(".") }
    if initials.count == words.count - 1 { return true }
    // LUCILLE A. PRENDERGAST, A. J. St C. MELVILLE: an initial beside names in capitals.
    return !initials.isEmpty
      && words.allSatisfy { word in
        let bare = word.hasSuffix(".") ? word.dropLast() : word[...]
        return word.first?.isUppercase == true && !common.contains(word.lowercased())
          && (bare.count <= 2 && bare.allSatisfy(\.isLetter)
            || word.allSatisfy { $0.isLetter && $0.isUppercase || "-'’".contains($0) })
      }
  }

  /// Whether the first word is a rank: Brigadier, Colonel of the Regiment.
  static func beginsWithRank(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter }.lowercased()
    return ranks.contains(word) && !titles.contains(word)
  }

  /// Whether `text` says in Chinese and in Western letters who somebody is: 洪振德　Ang Chin Teck, Headmistress 校长.
  static func isBilingualSigner(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.utf8.count <= 120, !line.hasAny(of: "，。：；、:;!?！？") else { return false }
    let words = line.splitAtScalars(where: \.isBlank).map(String.init)
    let han = words.filter(\.hasHan)
    let western = words.filter { !$0.hasHan }
    guard (1...2).contains(han.count), (1...5).contains(western.count), han.allSatisfy({ $0.hanCount == $0.count }),
      // Each language in one piece.
      words.first?.hasHan != words.last?.hasHan,
      western.allSatisfy({
        $0.first?.isUppercase == true || ["of", "the", "and", "for", "to", "de", "da", "do", "dos", "das"].contains($0)
      })
    else { return false }
    var name = han.joined()
    if posts.contains(where: name.hasSuffix), (2...10).contains(name.count) { return true }
    // 卓文斌工程師
    for title in ["工程師", "工程师", "先生", "女士", "小姐", "醫生", "医生", "博士", "律師", "律师", "太平紳士"]
    where name.hasSuffix(title) && name.count >= title.count + 2 {
      name = String(name.dropLast(title.count))
    }
    return western.count >= 2 && (2...4).contains(name.count) && Vocabulary.hasSurname(name)
      && western.allSatisfy { $0.allSatisfy { $0.isLetter || ".-'’".contains($0) } } && line.columns <= 44
      && !Vocabulary.looksLikeOffice(name)
  }

  /// Whether `text` may be a name in both scripts, its Chinese form beginning with any letter: João Xavier 沙維雅.
  static func isBilingualName(_ text: String) -> Bool {
    let words = text.splitAtScalars(where: \.isBlank).map(String.init)
    let han = words.filter(\.hasHan)
    let western = words.filter { !$0.hasHan }
    return han.count == 1 && (2...4).contains(han[0].count) && han[0].hanCount == han[0].count
      && (words.first == han[0] || words.last == han[0]) && isOneWestern(western.joined(separator: " "))
  }

  /// What Chinese words for posts end with.
  private static let posts = [
    "长", "長", "主任", "书记", "書記", "经理", "經理", "主席", "干事", "幹事", "秘书", "秘書", "司库", "司庫", "专员", "專員", "总监", "總監",
    "参赞", "參贊", "领事", "領事", "大使", "主编", "主編", "顾问", "顧問", "教授", "老师", "老師",
  ]

  private static let ranks: Set<String> = titles.union([
    "capt", "col", "colonel", "commodore", "maj", "major", "lt", "lieutenant", "commander", "cdr", "admiral", "general",
    "gen", "brigadier",
    "sgt", "inspector", "insp", "judge", "justice", "sr", "fr", "bro", "brother", "canon", "hon", "councillor",
    "cllr", "pipe", "corporal", "eng", "ing", "rt", "ven",
  ])

  /// Words that begin with a capital in titles and are no part of names.
  private static let common: Set<String> = [
    "the", "a", "an", "and", "for", "from", "with", "in", "on", "at", "to", "by", "of", "new", "our", "your", "this",
    "that", "what", "how", "why", "who", "when", "where", "first", "last", "next", "notes", "news", "report", "today",
    "open", "house", "summer", "winter", "spring", "autumn", "annual", "meeting", "hundred", "thousand", "lost",
    "found", "opening", "hours", "day", "week", "month", "year", "work", "road", "street", "school", "library",
    "museum",
    "office", "council", "committee", "service", "visit", "visits", "dates", "events", "letters", "book", "books",
    "dear", "friends", "members", "thanks", "board", "society", "limits", "student", "rules", "film",
  ]
}
