import IssueModel

/// A day as a number, so that days can be compared and their distance told. Months count 31 days and years
/// 372: near enough for what checks ask.
struct DayNumber: Comparable {
  var value: Int

  /// The day of `date`; nil if it is not known to the day, or the calendar has no such day.
  init?(_ date: IssueDate) {
    guard date.isPossible, let year = date.year, let month = date.month, let day = date.day else { return nil }
    value = year * 372 + (month - 1) * 31 + day
  }

  static func < (a: DayNumber, b: DayNumber) -> Bool { a.value < b.value }
}
