import IssueModel

/// A date in running text: 2031年2月28日 or 2月28日.
struct DateInText {
  var date: IssueDate
  var range: Range<Int>

  /// The dates in `scalars`, whose digits may be full-width.
  static func all(in scalars: [Unicode.Scalar]) -> [DateInText] {
    var found: [DateInText] = []
    for (index, scalar) in scalars.enumerated() where scalar == "月" {
      guard let month = number(before: index, in: scalars, 1...2),
        let day = number(from: index + 1, in: scalars, 1...2), day.end < scalars.count, scalars[day.end] == "日"
      else { continue }
      var start = month.start
      var year: Int?
      if start > 0, scalars[start - 1] == "年", let found = number(before: start - 1, in: scalars, 4...4) {
        (start, year) = (found.start, found.value)
      }
      let range = start..<(day.end + 1)
      var verbatim = String.UnicodeScalarView()
      verbatim.append(contentsOf: scalars[range])
      found.append(
        DateInText(
          date: IssueDate(verbatim: String(verbatim), year: year, month: month.value, day: day.value), range: range))
    }
    return found
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }

  private static func number(
    before end: Int, in scalars: [Unicode.Scalar], _ lengths: ClosedRange<Int>
  ) -> (value: Int, start: Int)? {
    var start = end
    while start > 0, end - start <= lengths.upperBound, digit(scalars[start - 1]) != nil { start -= 1 }
    // 3.12月 or 1–12月 is no month of a date.
    if start > 0, ".．-–—~～至".unicodeScalars.contains(scalars[start - 1]) { return nil }
    guard lengths.contains(end - start) else { return nil }
    return (scalars[start..<end].reduce(0) { $0 * 10 + (digit($1) ?? 0) }, start)
  }

  private static func number(
    from start: Int, in scalars: [Unicode.Scalar], _ lengths: ClosedRange<Int>
  ) -> (value: Int, end: Int)? {
    var end = start
    while end < scalars.count, end - start <= lengths.upperBound, digit(scalars[end]) != nil { end += 1 }
    guard lengths.contains(end - start) else { return nil }
    return (scalars[start..<end].reduce(0) { $0 * 10 + (digit($1) ?? 0) }, end)
  }
}

extension Passage {
  /// Whether days in it are looked at: it is running text or a cell, and has a month.
  var mayTellDays: Bool { kinds.contains(.month) && (place == .running || place == .cell) }
}
