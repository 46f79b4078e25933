import IssueModel

/// Finds the number of an issue in a line (FORMAT: `[年] 第N期 [（总第M期）]`, 总第M期, 增刊, Vol./No.).
enum IssueNumberGrammar {
  /// The first number of an issue in `text`; nil if there is none.
  static func find(in text: String) -> Found<IssueNumber>? {
    let starts = FieldScanner(text)
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices where !scalars[start].isBlank && mayBegin(starts.scalars[start]) {
      var scanner = starts.at(start)
      guard var number = parse(&scanner) else { continue }
      number.verbatim = String(scalars: scalars[start..<scanner.place]).trimmed
      // 增刊 or 专刊 without a number is one only as a line by itself; else it is part of a name.
      if number.number == nil, number.total == nil, number.volume == nil {
        let rest = scalars[..<start] + scalars[scanner.place...]
        let alone = rest.allSatisfy { $0.isBlank || "（）()【】—-".unicodeScalars.contains($0) }
        guard alone || number.kind != .regular && isApart(scalars, start..<scanner.place) else { continue }
      }
      if numbersAThing(starts.scalars, start..<scanner.place) { continue }
      return Found(range: start..<scanner.place, value: number)
    }
    return nil
  }

  /// Whether the number is that of a thing among the words of a line: Queensport No. 2 Branch, but not Letter No. 2 May 2031.
  private static func numbersAThing(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
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

  /// Whether wide gaps, or the line's ends, stand on both sides of `range`.
  private static func isApart(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    func gap(_ blanks: some Sequence<Unicode.Scalar>) -> Bool {
      var width = 0
      for scalar in blanks {
        guard scalar.isBlank else { return width >= 3 }
        width += scalar.isWide || scalar == "\t" ? 2 : 1
      }
      return true
    }
    return gap(scalars[..<range.lowerBound].reversed()) && gap(scalars[range.upperBound...])
  }

  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "第", "总", "總", "新", "民", "增", "专", "專", "特", "副", "(", "〔", "[", "【", "V", "v", "I", "i", "N", "n", "S", "s",
      "W", "w", "T", "t", "C", "c", "B", "b", "L", "l", "R", "r", "D", "d", "M", "m", "U", "u", "A", "a", "P", "p", "O",
      "o", "#":
      true
    default: ChineseNumerals.digit(scalar) != nil
    }
  }

  private static func parse(_ scanner: inout FieldScanner) -> IssueNumber? {
    if let number = western(&scanner) { return number }
    var number = IssueNumber(verbatim: "")
    number.year = year(&scanner)
    var found = false
    if let kind = kind(&scanner) {
      number.kind = kind
      found = true
    }
    if number.year != nil, let quarter = quarter(&scanner) {
      number.number = quarter
      found = true
    } else if scanner.take(oneOf: ["第"]) != nil {
      var volume = scanner
      if let value = volume.number(), volume.take("卷") {
        number.volume = value
        scanner = volume
        _ = scanner.take("第")
      }
      let bracket = scanner.take("(")
      guard let value = scanner.number(), !bracket || scanner.take(")"), counter(&scanner) else { return nil }
      number.number = value
      found = true
    } else if number.year != nil || found {
      // 2023年12期, 增刊3期
      var plain = scanner
      if let value = plain.number(), counter(&plain) {
        number.number = value
        scanner = plain
        found = true
      }
    } else if scanner.take("新") {
      guard scanner.take("第") || true, let value = scanner.number(), counter(&scanner) else { return nil }
      number.number = value
      found = true
    }
    if let after = kind(&scanner) {
      number.kind = after
      found = true
    }
    if found, number.kind != .regular { suffix(&scanner, &number) }
    if let total = total(&scanner) {
      number.total = total
      found = true
    }
    if number.kind == .regular, found {
      var tail = scanner
      let bracket = tail.take("(")
      if let after = kind(&tail), !bracket || tail.take(")") {
        number.kind = after
        scanner = tail
      }
    }
    return found ? number : nil
  }

  /// 2023年, 〔2023〕, (2023年), [2023]年, 二〇二三年.
  private static func year(_ scanner: inout FieldScanner) -> Int? {
    var next = scanner
    let bracket = next.take(oneOf: ["〔", "(", "[", "【"])
    let republic = next.take(oneOf: ["民國", "民国"]) != nil
    var digits = next
    guard let written = digits.number(maximumDigits: republic ? 5 : 4) else { return nil }
    let value = republic ? written + 1911 : written
    guard (1900...2200).contains(value) else { return nil }
    next = digits
    // 2023—2024学年 counts from its first year.
    var pair = next
    if pair.take(oneOf: ["—", "-", "－", "至", "~", "–"]) != nil, pair.number(maximumDigits: 4) != nil, pair.take("学年") {
      _ = pair.take(oneOf: ["第一学期", "第二学期", "上学期", "下学期", "度"])
      scanner = pair
      return value
    }
    // 2025年春季号, 2024年八月号
    var season = next
    if bracket == nil, season.take("年"), season.take(oneOf: ["春季", "夏季", "秋季", "冬季", "春", "夏", "秋", "冬"]) != nil,
      season.take(oneOf: ["号", "號", "刊"]) != nil
    {
      scanner = season
      return value
    }
    let word = next.take("年度") || next.take("学年") || next.take("年")
    if bracket != nil {
      guard next.take(oneOf: ["〕", ")", "]", "】"]) != nil else { return nil }
      _ = next.take("年")
    } else if !word {
      return nil
    }
    // A date goes on with a month; a number does not.
    var month = next
    if month.number(maximumDigits: 2) != nil, month.take("月") { return nil }
    scanner = next
    return value
  }

  /// 第二季度（第2期）, 第一季度第1期 behind a year: the number within it.
  private static func quarter(_ scanner: inout FieldScanner) -> Int? {
    var next = scanner
    _ = next.take("第")
    guard next.number(maximumDigits: 2) != nil, next.take(oneOf: ["季度", "季"]) != nil else { return nil }
    let bracket = next.take("(")
    _ = next.take("第")
    guard let value = next.number(), counter(&next), !bracket || next.take(")") else { return nil }
    scanner = next
    return value
  }

  private static func kind(_ scanner: inout FieldScanner) -> IssueNumber.Kind? {
    if scanner.take(oneOf: ["增刊", "副刊", "增版"]) != nil { return .supplement }
    if scanner.take(oneOf: ["专刊", "特刊", "專刊", "专辑", "专版"]) != nil { return .special }
    return nil
  }

  /// What counts supplements: 增刊（第2期）, 增刊之一, 增刊2.
  private static func suffix(_ scanner: inout FieldScanner, _ number: inout IssueNumber) {
    guard number.number == nil else { return }
    var next = scanner
    let bracket = next.take("(")
    let word = next.take(oneOf: ["第", "之"])
    guard let value = next.number(maximumDigits: 4) else { return }
    let counted = counter(&next)
    guard word != nil || counted || bracket else { return }
    if bracket, !next.take(")") { return }
    number.number = value
    scanner = next
  }

  private static func counter(_ scanner: inout FieldScanner) -> Bool {
    // 第3期 but not 第3期间
    guard scanner.take(oneOf: ["期", "號", "号", "辑", "輯", "周", "週"]) != nil else { return false }
    return scanner.place >= scanner.scalars.count || scanner.scalars[scanner.place] != "间"
  }

  /// （总第45期）, 总第45期, (总45期), 总期第45期, 累计第45期.
  private static func total(_ scanner: inout FieldScanner) -> Int? {
    var next = scanner
    _ = next.take(oneOf: ["，", ",", "、", "/", "·"])
    let bracket = next.take(oneOf: ["(", "〔", "["])
    guard next.take(oneOf: ["总期", "总", "總", "累计", "累計"]) != nil else { return nil }
    _ = next.take("第")
    guard let value = next.number(), counter(&next) else { return nil }
    if bracket != nil, next.take(oneOf: [")", "〕", "]"]) == nil { return nil }
    scanner = next
    return value
  }

  /// Vol. 12 No. 3, Volume 12, Issue 3, Issue 434, No. 17, Number 4.
  private static func western(_ scanner: inout FieldScanner) -> IssueNumber? {
    guard scanner.place == 0 || !scanner.scalars[scanner.place - 1].isASCIILetter else { return nil }
    var number = IssueNumber(verbatim: "")
    var next = scanner
    // 2024 – No. 9
    var year = next
    if let value = year.arabic(digits: 4...4), (1900...2200).contains(value),
      year.take(oneOf: ["–", "—", "-", "/", ","]) != nil, takesNumberWord(year)
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
      _ = next.take(oneOf: [",", "·", "|", "/", ";"])
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
    // #17
    if number.number == nil, next.take("#"), let value = next.arabic(digits: 1...6) {
      number.number = value
      scanner = next
    }
    if number.number == nil, let word = next.takeWord(oneOf: ["no", "issue", "number", "iss"]) {
      _ = next.take(".")
      if word.hasPrefix("iss"), next.takeWord(oneOf: ["no", "number"]) != nil { _ = next.take(".") }
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
      } else if let value = next.arabic(digits: 1...6) ?? next.spelled() {
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
      }
      _ = next.take(oneOf: [",", "·", "|", "/", ";"])
      let bracket = next.take("(")
      if next.takeWord(oneOf: ["total", "whole"]) != nil {
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

  /// Circular 12/98, Practice Bulletin 4/2031: the kind, a number and the year it was counted in.
  private static func kindAndNumber(_ scanner: inout FieldScanner) -> IssueNumber? {
    var next = scanner
    // Practice Bulletin 4/2031 is a name with its number; the kind alone counts only where a line or a column begins.
    let start = scanner.place
    guard
      start == 0 || scanner.scalars[start - 1] == "\t"
        || start > 1 && scanner.scalars[(start - 2)..<start].allSatisfy(\.isBlank),
      next.takeWord(oneOf: EnglishVocabulary.numberedKinds) != nil
    else { return nil }
    guard let value = next.arabic(digits: 1...4), !(1900...2200).contains(value), next.take("/") else { return nil }
    var number = IssueNumber(verbatim: "")
    number.number = value
    if let year = next.arabic(digits: 4...4), (1900...2200).contains(year) {
      number.year = year
    } else if let year = next.arabic(digits: 2...2) {
      // Two digits: of the hundred years around 2000.
      number.year = year >= 40 ? 1900 + year : 2000 + year
    } else {
      return nil
    }
    scanner = next
    return number
  }

  private static func takesNumberWord(_ scanner: FieldScanner) -> Bool {
    var next = scanner
    return next.takeWord(oneOf: ["no", "issue", "number", "vol", "volume"]) != nil
  }

  /// Special issue, Supplement to, Supplement.
  private static func englishKind(_ scanner: inout FieldScanner) -> IssueNumber.Kind? {
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
