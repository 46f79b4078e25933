import IssueModel

/// Numbers by Western custom: Vol. 12 No. 3, Issue 434, Circular 12/98.
extension IssueNumberGrammar {
  /// Whether the number is that of a thing among the words of a line: Queensport No. 2 Branch, but not Letter No. 2 May 2031.
  static func numbersAThing(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 1, range.upperBound + 1 < scalars.count, scalars[range.upperBound - 1].isASCIIDigit,
      scalars[range.lowerBound].isASCIILetter, scalars[range.lowerBound - 1] == " ",
      scalars[range.lowerBound - 2].isASCIILetter, scalars[range.upperBound] == " ",
      scalars[range.upperBound + 1].isASCIILetter
    else { return false }
    let word = String(scalars: Array(scalars[(range.upperBound + 1)...].prefix { $0.isASCIILetter })).lowercased()
    if ["of", "total", "whole", "new", "series", "special", "for", "and", "published", "issued"].contains(word) {
      return false
    }
    return !DateGrammar.isPeriodWord(word) && !Weekday.isDay(word)
  }

  /// Vol. 12 No. 3, Volume 12, Issue 3, Issue 434, No. 17, Number 4.
  static func western(_ scanner: inout FieldScanner) -> IssueNumber? {
    guard scanner.place == 0 || !scanner.scalars[scanner.place - 1].isASCIILetter, !countsElse(scanner) else {
      return nil
    }
    var number = IssueNumber(verbatim: "")
    var next = scanner
    // 2024 – No. 9; where the line begins, 2008 No. 3 too
    var year = next
    if let value = year.arabic(digits: 4...4), (1900...2200).contains(value), !belongsToDate(scanner),
      year.take(oneOf: ["–", "—", "-", "/", ","]) != nil || standsBehindHan(scanner) || scanner.place == 0,
      takesNumberWord(year)
    {
      number.year = value
      next = year
    }
    if let kind = englishKind(&next) {
      number.kind = kind
      scanner = next
      _ = next.take(oneOf: [",", "·", "|", ":"])
    }
    if next.takeWord(oneOf: ["vol", "volume"]) != nil {
      _ = next.take(".")
      guard let value = next.arabic(digits: 1...4) ?? next.roman() else { return nil }
      number.volume = value
      scanner = next
      _ = next.take(oneOf: [",", "·", "|", "/", ";", "."])
    }
    // N.º 18
    var ordinal = next
    if ordinal.takeWord(oneOf: ["n"]) != nil {
      _ = ordinal.take(".")
      if ordinal.take(oneOf: ["º", "°"]) != nil, let value = ordinal.arabic(digits: 1...6) {
        number.number = value
        scanner = ordinal
        next = ordinal
      }
    }
    // 2 of 2013, where a line begins
    var counted = next
    if scanner.place == 0, number.number == nil, let value = counted.arabic(digits: 1...4),
      !(1900...2200).contains(value), counted.takeWord(oneOf: ["of"]) != nil, let year = counted.arabic(digits: 4...4),
      (1900...2200).contains(year)
    {
      number.number = value
      number.year = year
      scanner = counted
      next = counted
    }
    // #17
    if number.number == nil, next.take("#"), let value = next.arabic(digits: 1...6) {
      number.number = value
      scanner = next
    }
    if number.number == nil, let word = next.takeWord(oneOf: ["no", "issue", "number", "iss", "serial"]) {
      // No. One, Number One, but no NO ONE.
      let maySpell = next.take(".") || word != "no"
      if word.hasPrefix("iss") || word == "serial", next.takeWord(oneOf: ["no", "number"]) != nil {
        _ = next.take(".")
      }
      _ = next.take(":")
      _ = next.take("#")
      // No. 2011-07 says the year, then the number within it.
      var dated = next
      if let year = dated.arabic(digits: 4...4), (1900...2200).contains(year),
        dated.take(oneOf: ["-", "–", "/"]) != nil,
        let value = dated.arabic(digits: 1...3)
      {
        number.year = year
        number.number = value
        next = dated
        scanner = dated
      } else if let value = next.arabic(digits: 1...6) ?? (maySpell ? next.spelled() : nil) ?? next.roman() {
        number.number = value
        scanner = next
      }
    }
    if number.number != nil {
      // No. 7, 2019; No. 3 of 2003
      var year = next
      if year.take(oneOf: [",", "/"]) != nil || year.takeWord(oneOf: ["of"]) != nil,
        let value = year.arabic(digits: 4...4), (1900...2200).contains(value)
      {
        number.year = value
        // Issue 3/2014-15
        var second = year
        if second.take(oneOf: ["-", "–", "/"]) != nil, let behind = second.arabic(digits: 2...4),
          behind % 100 == (value + 1) % 100
        {
          year = second
        }
        next = year
        scanner = year
      } else if let (value, behind) = Self.series(next) {
        number.year = value
        next = behind
        scanner = behind
      }
      _ = next.take(oneOf: [",", "·", "|", "/", ";"])
      // No. 3, Vol. II
      var behind = next
      if number.volume == nil, behind.takeWord(oneOf: ["vol", "volume"]) != nil {
        _ = behind.take(".")
        if let value = behind.arabic(digits: 1...4) ?? behind.roman() {
          number.volume = value
          next = behind
          scanner = behind
        }
      }
      // No. 5 SPECIAL ISSUE
      var special = next
      if number.kind == .regular, let kind = englishKind(&special), kind == .special {
        number.kind = kind
        next = special
        scanner = special
      }
      let bracket = next.take("(")
      if next.takeWord(oneOf: ["total", "whole", "serial", "consecutive", "cumulative", "running"]) != nil {
        _ = next.takeWord(oneOf: ["no", "number", "issue"])
        _ = next.take(".")
        if let value = next.grouped() ?? next.arabic(digits: 1...6), !bracket || next.take(")") {
          number.total = value
          scanner = next
        }
      }
    }
    if number.number == nil, number.volume == nil, number.kind == .regular, let plain = kindAndNumber(&scanner) {
      return plain
    }
    return number.number != nil || number.volume != nil || number.kind != .regular ? number : nil
  }

  /// No. 9, Series of 2026; No. 14, s. 2026: the year whose numbers are counted, and the place behind it.
  private static func series(_ scanner: FieldScanner) -> (year: Int, behind: FieldScanner)? {
    var next = scanner
    _ = next.take(",")
    guard let word = next.takeWord(oneOf: ["series", "ser", "s"]) else { return nil }
    let isShort = next.take(".")
    guard next.takeWord(oneOf: ["of"]) != nil || isShort || word == "series",
      let year = next.arabic(digits: 4...4), (1900...2200).contains(year)
    else { return nil }
    return (year, next)
  }

  /// Circular 12/98, Practice Bulletin 4/2031, Circular 6 of 2020: the kind, a number and the year it was counted in.
  static func kindAndNumber(_ scanner: inout FieldScanner) -> IssueNumber? {
    var next = scanner
    // Practice Bulletin 4/2031 is a name with its number; the kind alone counts only where a line or a column begins.
    let start = scanner.place
    guard
      start == 0 || scanner.scalars[start - 1] == "\t"
        || start > 1 && scanner.scalars[(start - 2)..<start].allSatisfy(\.isBlank),
      next.takeWord(oneOf: EnglishVocabulary.numberedKinds) != nil
    else { return nil }
    _ = next.take(".")
    guard let value = next.arabic(digits: 1...4), !(1900...2200).contains(value) else { return nil }
    let isSpelled = next.takeWord(oneOf: ["of"]) != nil
    guard isSpelled || next.take("/") else { return nil }
    var number = IssueNumber(verbatim: "")
    number.number = value
    if let year = next.arabic(digits: 4...4), (1900...2200).contains(year) {
      number.year = year
    } else if !isSpelled, let year = next.arabic(digits: 2...2) {
      // Two digits: of the hundred years around 2000.
      number.year = year >= 40 ? 1900 + year : 2000 + year
    } else {
      return nil
    }
    scanner = next
    return number
  }

  /// Whether the word before the place says that the number counts something else: Registered charity no. 555.
  private static func countsElse(_ scanner: FieldScanner) -> Bool {
    let before = scanner.scalars[..<scanner.place].reversed().drop(while: \.isBlank)
    guard before.first?.isASCIILetter == true else { return false }
    let word = String(scalars: Array(before.prefix(while: \.isASCIILetter).reversed())).lowercased()
    return [
      "charity", "company", "registration", "registered", "reg", "licence", "license", "permit", "telephone", "tel",
    ]
    .contains(word)
  }

  /// Autumn 2017, issue 3: behind a month or a season the year is of the date.
  private static func belongsToDate(_ scanner: FieldScanner) -> Bool {
    let before = scanner.scalars[..<scanner.place].reversed().drop { $0.isBlank || $0 == "," }
    guard before.first?.isASCIILetter == true else { return false }
    return DateGrammar.isPeriodWord(
      String(scalars: Array(before.prefix(while: \.isASCIILetter).reversed())).lowercased())
  }

  /// 第二期 2014 Issue No. 2: behind Chinese a year begins the number once more. Behind a month it is of the date.
  private static func standsBehindHan(_ scanner: FieldScanner) -> Bool {
    scanner.scalars[..<scanner.place].last { !$0.isBlank }?.isHan ?? false
  }

  static func takesNumberWord(_ scanner: FieldScanner) -> Bool {
    var next = scanner
    return next.takeWord(oneOf: ["no", "issue", "number", "vol", "volume"]) != nil
  }

  /// Special issue, Supplement to, Supplement.
  static func englishKind(_ scanner: inout FieldScanner) -> IssueNumber.Kind? {
    var next = scanner
    if next.takeWord(oneOf: ["special"]) != nil {
      guard next.takeWord(oneOf: ["issue", "number", "edition"]) != nil else { return nil }
      scanner = next
      return .special
    }
    guard next.takeWord(oneOf: ["supplement"]) != nil else { return nil }
    _ = next.takeWord(oneOf: ["to"])
    scanner = next
    return .supplement
  }
}
