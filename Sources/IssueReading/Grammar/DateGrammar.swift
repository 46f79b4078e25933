import IssueModel

/// Finds dates in a line: 2023年1月28日, 二〇二三年一月, 民國112年1月5日, 2023-01-28, 2023.1.28, 28 January 2023.
enum DateGrammar {
  /// The first date in `text`; nil if there is none.
  static func find(in text: String) -> Found<IssueDate>? {
    let scalars = text.scalars
    let starts = FieldScanner(scalars)
    let half = starts.scalars
    for start in scalars.indices where mayBegin(half[start]) {
      // Not in the middle of a number or word.
      if start > 0, half[start].isASCIIDigit, half[start - 1].isASCIIDigit { continue }
      if start > 0, half[start].isASCIILetter, half[start - 1].isASCIILetter { continue }
      if let found = date(at: start, of: scalars, starts) { return found }
    }
    return nil
  }

  /// The date that begins at `start` of `scalars`, which `scanner` reads too; nil if none does.
  private static func date(at start: Int, of scalars: [Unicode.Scalar], _ scanner: FieldScanner) -> Found<IssueDate>? {
    var scanner = scanner.at(start)
    guard var date = parse(&scanner) else { return nil }
    date.verbatim = String(scalars: scalars[start..<scanner.place]).trimmed
    return Found(range: start..<scanner.place, value: date)
  }

  /// The date that `text` is, brackets around it ignored; nil if it is more or less than a date.
  static func whole(_ text: String) -> IssueDate? {
    guard text.utf8.count <= 120 else { return nil }
    let text = text.trimmed
    let bare = text.hasPrefix("（") || text.hasPrefix("(") ? String(text.dropFirst().dropLast()) : text
    // It can begin nowhere but at the first letter: running text is refused by that alone.
    guard let first = bare.unicodeScalars.first(where: { !$0.isBlank && !$0.isInvisible }), mayBegin(first.halfWidth)
    else { return nil }
    let scalars = bare.scalars
    guard let start = scalars.firstIndex(of: first), let found = date(at: start, of: scalars, FieldScanner(scalars))
    else { return nil }
    let rest = scalars[..<found.range.lowerBound] + scalars[found.range.upperBound...]
    guard rest.allSatisfy({ $0.isBlank || $0.isInvisible }) else { return nil }
    return found.value
  }

  /// Whether a date that ends at `end` goes on as a period of time, 9月3日—9月9日, 2019年9月—11月: that is no date of issue.
  static func goesOn(_ scalars: [Unicode.Scalar], behind end: Int) -> Bool {
    var rest = FieldScanner(String(scalars: scalars), from: end)
    return takesDash(&rest) && rest.number(maximumDigits: 4) != nil && rest.take(oneOf: ["年", "月", "日"]) != nil
  }

  static func takesDash(_ scanner: inout FieldScanner) -> Bool {
    guard scanner.take(oneOf: ["—", "–", "-", "~", "至", "to"]) != nil else { return false }
    while scanner.take(oneOf: ["—", "–", "-"]) != nil {}
    return true
  }

  static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "民", "公", "中", "平", "昭", "令", "大", "明": true
    default: scalar.isASCIILetter || ChineseNumerals.digit(scalar) != nil
    }
  }

  private static func parse(_ scanner: inout FieldScanner) -> IssueDate? {
    chinese(&scanner) ?? separated(&scanner) ?? english(&scanner)
  }

  static func chinese(_ scanner: inout FieldScanner) -> IssueDate? {
    var next = scanner
    let republic = next.take(oneOf: republicNames) != nil
    _ = next.take("公元")
    if let era = next.take(oneOf: eraNames) { return japanese(&scanner, next, era) }
    guard let written = next.number(maximumDigits: republic ? 5 : 4), next.take("年") else { return nil }
    // 112年6月30日: three digits count from the republic's first year.
    // So do 八十八年10月30日: nobody shortens 1988 to that.
    let isRepublic =
      republic
      || next.scalars.count < 60
        && ((90...150).contains(written)
          || (38..<90).contains(written) && next.scalars[scanner.place..<next.place].contains("十"))
    let year = isRepublic ? written + 1911 : written
    guard isRepublic || (1900...2200).contains(year) else { return nil }
    return monthAndDay(&scanner, next, year)
  }

  private static let republicNames = ["民國", "民国", "中華民國", "中华民国"]

  /// The Japanese eras and the year before their first.
  private static let eras: [(name: String, before: Int)] = [
    ("平成", 1988), ("昭和", 1925), ("令和", 2018), ("大正", 1911), ("明治", 1867),
  ]

  private static let eraNames = eras.map(\.name)

  /// 平成十年（一九九八年）五月一日, 令和元年5月1日: the scanner `next` stands behind the era's name.
  private static func japanese(_ scanner: inout FieldScanner, _ next: FieldScanner, _ era: String) -> IssueDate? {
    var next = next
    guard let before = eras.first(where: { $0.name == era })?.before,
      let written = next.take("元") ? 1 : next.number(maximumDigits: 3), (1...99).contains(written), next.take("年")
    else { return nil }
    return monthAndDay(&scanner, next, before + written)
  }

  /// 冬季號, 重陽節 behind a year: all that some quarterlies are dated by.
  private static func takesSeason(_ scanner: inout FieldScanner) -> Bool {
    var next = scanner
    if next.take(oneOf: ["春季", "夏季", "秋季", "冬季", "春", "夏", "秋", "冬"]) != nil {
      guard next.take(oneOf: ["号", "號", "刊"]) != nil else { return false }
    } else {
      guard next.take(oneOf: ["元旦", "春", "清明", "端午", "中秋", "重阳", "重陽", "国庆", "國慶", "冬至"]) != nil else { return false }
      _ = next.take(oneOf: ["节", "節"])
    }
    // Words behind it make a name of an event of it.
    guard next.atEnd || next.scalars[next.place].isBlank else { return false }
    scanner = next
    return true
  }

  /// Month and day behind the year, where `next` stands; the year once more, in brackets, before them.
  private static func monthAndDay(_ scanner: inout FieldScanner, _ next: FieldScanner, _ year: Int) -> IssueDate? {
    var next = next
    var again = next
    if again.take(oneOf: ["(", "（"]) != nil {
      _ = again.take(oneOf: eraNames + ["民國", "民国", "西元", "公元"])
      if again.take("元") || again.number(maximumDigits: 4) != nil {
        _ = again.take("年")
        if again.take(oneOf: [")", "）"]) != nil { next = again }
      }
    }
    var date = IssueDate(verbatim: "", year: year)
    if takesSeason(&next) {
      scanner = next
      return date
    }
    var month = next
    guard let value = month.number(maximumDigits: 3), month.take("月") else { return nil }
    date.month = value
    next = month
    var day = next
    if let value = day.number(maximumDigits: 3), day.take(oneOf: ["日", "号", "號"]) != nil {
      date.day = value
      next = day
    }
    scanner = next
    return date
  }

  private static func separated(_ scanner: inout FieldScanner) -> IssueDate? {
    var next = scanner
    // 15/03/2024: the day comes first, unless it cannot be one.
    var european = scanner
    if let first = european.arabic(digits: 1...2), let mark = european.take(oneOf: ["/", "."]),
      let second = european.arabic(digits: 1...2), european.take(mark), let year = european.arabic(digits: 4...4),
      (1900...2200).contains(year), (1...31).contains(first), (1...31).contains(second), first <= 12 || second <= 12
    {
      scanner = european
      return second <= 12
        ? IssueDate(verbatim: "", year: year, month: second, day: first)
        : IssueDate(verbatim: "", year: year, month: first, day: second)
    }
    guard let year = next.arabic(digits: 4...4), (1900...2200).contains(year) else { return nil }
    guard let mark = next.take(oneOf: ["-", ".", "/"]), let month = next.arabic(digits: 1...2), next.take(mark),
      let day = next.arabic(digits: 1...2)
    else { return nil }
    scanner = next
    return IssueDate(verbatim: "", year: year, month: month, day: day)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static let monthWords = months + months.map { String($0.prefix(3)) } + ["sept"] + portugueseMonths

  /// The months in the other language of Macao.
  private static let portugueseMonths = [
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
    "dezembro",
  ]

  static func month(_ scanner: inout FieldScanner) -> Int? {
    var next = scanner
    guard let word = next.takeWord(oneOf: monthWords) else { return nil }
    _ = next.take(".")
    scanner = next
    if let place = portugueseMonths.firstIndex(of: word) {
      _ = scanner.takeWord(oneOf: ["de"])
      return place + 1
    }
    return months.firstIndex { $0.hasPrefix(word.prefix(3)) }.map { $0 + 1 }
  }

  private static let seasons = [
    "spring", "summer", "autumn", "fall", "winter", "michaelmas", "lent", "trinity", "hilary", "easter", "christmas",
    "midsummer", "candlemas", "lammas", "whitsun", "advent", "martinmas",
  ]

  /// Whether `word`, in small letters, is a month or a season.
  static func isPeriodWord(_ word: String) -> Bool { monthWords.contains(word) || seasons.contains(word) }

  /// Days of two words by which quarters are called: Lady Day, New Year.
  private static func takesFeast(_ scanner: inout FieldScanner) -> Bool {
    for (first, second) in [("lady", "day"), ("new", "year"), ("all", "hallows"), ("all", "saints")] {
      var next = scanner
      guard next.takeWord(oneOf: [first]) != nil, next.takeWord(oneOf: [second]) != nil else { continue }
      scanner = next
      return true
    }
    return false
  }

  private static func english(_ scanner: inout FieldScanner) -> IssueDate? {
    var next = scanner
    if let day = next.arabic(digits: 1...2) {
      // K.2          June 2031: a day stands beside its month.
      guard next.scalars[next.place...].prefix(4).contains(where: { !$0.isBlank }) else { return nil }
      _ = next.takeWord(oneOf: ["st", "nd", "rd", "th"])
      _ = next.takeWord(oneOf: ["of", "de"])
      guard let month = month(&next) else { return nil }
      _ = next.take(",")
      guard let year = next.arabic(digits: 4...4) else { return nil }
      scanner = next
      return IssueDate(verbatim: "", year: year, month: month, day: day)
    }
    if next.takeWord(oneOf: seasons) != nil || takesFeast(&next) {
      _ = next.takeWord(oneOf: ["term"])
      _ = next.take(",")
      guard let year = next.arabic(digits: 4...4), (1900...2200).contains(year) else { return nil }
      // Winter 1974/75
      var second = next
      if second.take(oneOf: ["/", "-", "–"]) != nil, let behind = second.arabic(digits: 1...4),
        behind % 100 == (year + 1) % 100 || behind < 10 && behind == (year + 1) % 10
      {
        next = second
      }
      scanner = next
      return IssueDate(verbatim: "", year: year)
    }
    // Second Quarter 2017, Q2 2017
    var quarter = next
    let ordinal = quarter.takeWord(oneOf: ["first", "second", "third", "fourth"])
    if ordinal != nil, quarter.takeWord(oneOf: ["quarter"]) != nil {
      _ = quarter.takeWord(oneOf: ["of"])
      _ = quarter.take(",")
      if let year = quarter.arabic(digits: 4...4), (1900...2200).contains(year) {
        scanner = quarter
        return IssueDate(verbatim: "", year: year)
      }
    }
    guard let month = month(&next) else { return nil }
    // January–March 2005 counts from its first month.
    var range = next
    if range.take(oneOf: ["-", "–", "—", "/"]) != nil, Self.month(&range) != nil {
      _ = range.take(",")
      if let year = range.arabic(digits: 4...4), (1900...2200).contains(year) {
        scanner = range
        return IssueDate(verbatim: "", year: year, month: month)
      }
    }
    var day = next
    if let value = day.arabic(digits: 1...2) {
      _ = day.takeWord(oneOf: ["st", "nd", "rd", "th"])
      _ = day.take(",")
      if let year = day.arabic(digits: 4...4) {
        scanner = day
        return IssueDate(verbatim: "", year: year, month: month, day: value)
      }
      return nil
    }
    _ = next.take(",")
    guard let year = next.arabic(digits: 4...4) else { return nil }
    scanner = next
    return IssueDate(verbatim: "", year: year, month: month)
  }
}
