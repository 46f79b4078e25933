import IssueModel

/// Finds stretches of days, by which weekly and other bulletins are dated.
extension DateGrammar {
  /// The first stretch of days in `text`: 2031年4月29日—5月5日, 30 March – 5 April 2031, March 3-9, 2031; nil if there is none.
  static func period(in text: String) -> Found<IssueDate>? {
    guard text.utf8.count <= 300,
      text.unicodeScalars.contains(where: { "—–-－~～至".unicodeScalars.contains($0) }) || text.contains(" to ")
    else {
      return nil
    }
    let scalars = Array(text.unicodeScalars)
    let starts = FieldScanner(text)
    for start in scalars.indices where mayBegin(starts.scalars[start]) {
      if start > 0, starts.scalars[start - 1].isASCIIDigit || starts.scalars[start - 1].isASCIILetter { continue }
      var scanner = starts.at(start)
      guard chinesePeriod(&scanner) || dottedPeriod(&scanner) || englishPeriod(&scanner) else { continue }
      let range = start..<scanner.place
      return Found(range: range, value: IssueDate(verbatim: String(scalars: scalars[range]).trimmed))
    }
    return nil
  }

  private static func chinesePeriod(_ scanner: inout FieldScanner) -> Bool {
    var next = scanner
    guard chinese(&next) != nil, takesDash(&next) else { return false }
    if chinese(&next) == nil {
      guard let first = next.number(maximumDigits: 2), (1...31).contains(first) else { return false }
      if next.take("月") {
        guard next.number(maximumDigits: 2) != nil, next.take("日") else { return false }
      } else if !next.take("日") {
        return false
      }
    }
    scanner = next
    return true
  }

  /// 2031.10.17—10.23, 2031.12.29—2032.1.4
  private static func dottedPeriod(_ scanner: inout FieldScanner) -> Bool {
    var next = scanner
    func monthAndDay() -> Bool {
      guard let month = next.arabic(digits: 1...2), (1...12).contains(month), next.take("."),
        let day = next.arabic(digits: 1...2)
      else { return false }
      return (1...31).contains(day)
    }
    func whole() -> Bool { next.arabic(digits: 4...4) != nil && next.take(".") && monthAndDay() }
    guard whole(), takesDash(&next) else { return false }
    let end = next
    if !whole() {
      next = end
      guard monthAndDay() else { return false }
    }
    scanner = next
    return true
  }

  private static func englishPeriod(_ scanner: inout FieldScanner) -> Bool {
    var next = scanner
    func day() -> Bool {
      guard let value = next.arabic(digits: 1...2), (1...31).contains(value) else { return false }
      _ = next.takeWord(oneOf: ["st", "nd", "rd", "th"])
      return true
    }
    func year() -> Bool {
      _ = next.take(",")
      return next.arabic(digits: 4...4).map { (1900...2200).contains($0) } ?? false
    }
    if day() {
      // 30 March 2031 - 5 April 2031, 30 March - 5 April 2031, 3-9 March 2031
      if month(&next) != nil {
        var own = next
        _ = own.take(",")
        if own.arabic(digits: 4...4) != nil { next = own }
      }
      guard takesDash(&next), day(), month(&next) != nil, year() else { return false }
    } else {
      // March 30 - April 5, 2031, March 3-9, 2031
      guard month(&next) != nil, day(), takesDash(&next) else { return false }
      _ = month(&next)
      guard day(), year() else { return false }
    }
    scanner = next
    return true
  }
}
