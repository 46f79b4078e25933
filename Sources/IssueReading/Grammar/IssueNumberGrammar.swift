import IssueModel

/// Finds the number of an issue in a line (FORMAT: `[年] 第N期 [（总第M期）]`, 总第M期, 增刊, Vol./No.).
enum IssueNumberGrammar {
  /// The first number of an issue in `text`; nil if there is none.
  static func find(in text: String) -> Found<IssueNumber>? {
    let scalars = text.scalars
    let starts = FieldScanner(scalars)
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
    case "第", "创", "創", "试", "試", "总", "總", "新", "民", "增", "专", "專", "特", "副", "(", "〔", "[", "【", "V", "v", "I", "i",
      "N", "n", "S", "s",
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
    if scanner.take(oneOf: ["创刊号", "創刊號", "創刊号"]) != nil {
      number.number = 1
      return number
    }
    if number.year == nil { _ = scanner.take(oneOf: ["试刊", "試刊"]) }
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
      guard let value = scanner.number() else { return nil }
      // 第12、13期合刊 is counted by its first number.
      var second = scanner
      if second.take(oneOf: ["、", "—", "-", "/", "～", "~", "－"]) != nil, second.number() == value + 1 {
        scanner = second
      }
      guard !bracket || scanner.take(")"), counter(&scanner) else { return nil }
      _ = scanner.take("合刊")
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
    let bracket = next.take(oneOf: yearBrackets)
    let republic = next.take(oneOf: republicNames) != nil
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

  private static let yearBrackets = ["〔", "(", "[", "【"]
  private static let republicNames = ["民國", "民国"]

  /// 第二季度（第2期）, 第一季度第1期 behind a year: the number within it.
  private static func quarter(_ scanner: inout FieldScanner) -> Int? {
    var next = scanner
    _ = next.take("第")
    guard let ordinal = next.number(maximumDigits: 2), next.take(oneOf: ["季度", "季"]) != nil else { return nil }
    // 2006年第1季（總第21期）: the quarter counts the issues.
    var behind = next
    if (1...4).contains(ordinal), total(&behind) != nil {
      scanner = next
      return ordinal
    }
    let bracket = next.take("(")
    _ = next.take("第")
    guard let value = next.number(), counter(&next), !bracket || next.take(")") else { return nil }
    scanner = next
    return value
  }

  private static func kind(_ scanner: inout FieldScanner) -> IssueNumber.Kind? {
    if scanner.take(oneOf: supplements) != nil { return .supplement }
    if scanner.take(oneOf: specials) != nil { return .special }
    return nil
  }

  private static let supplements = ["增刊", "副刊", "增版"]
  private static let specials = ["专刊", "特刊", "專刊", "专辑", "专版"]

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
    guard scanner.take(oneOf: counters) != nil else { return false }
    return scanner.place >= scanner.scalars.count || scanner.scalars[scanner.place] != "间"
  }

  private static let counters = ["期", "號", "号", "辑", "輯", "周", "週"]

  /// （总第45期）, 总第45期, (总45期), 总期第45期, 总字第45期, 累计第45期.
  private static func total(_ scanner: inout FieldScanner) -> Int? {
    var next = scanner
    _ = next.take(oneOf: totalMarks)
    let bracket = next.take(oneOf: totalBrackets)
    guard next.take(oneOf: totalWords) != nil else { return nil }
    _ = next.take("第")
    guard let value = next.number(), counter(&next) else { return nil }
    if bracket != nil, next.take(oneOf: [")", "〕", "]"]) == nil { return nil }
    scanner = next
    return value
  }

  private static let totalMarks = ["，", ",", "、", "/", "·"]
  private static let totalBrackets = ["(", "〔", "["]
  private static let totalWords = ["总期", "总字", "總字", "总", "總", "累计", "累計"]
}
