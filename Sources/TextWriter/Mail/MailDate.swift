internal import ExportPipeline
internal import IssueModel

/// The date of a mail: the issue's, since a writer knows no clock.
enum MailDate {
  /// The date by RFC 5322, 3.3, at midnight in no certain zone (`-0000`).
  static func text(of issue: Issue, _ diagnostics: DiagnosticSink) -> String {
    let dates = [issue.masthead.date, issue.imprint?.printDate].compactMap { $0 }
    if let date = dates.first(where: { $0.year != nil && $0.isPossible }), let year = date.year, year >= 1900 {
      return text(year: year, month: date.month ?? 1, day: date.day ?? 1)
    }
    diagnostics.report(
      Diagnostic(
        id: "mail-date-missing", severity: .warning, at: issue.masthead.source?.start,
        message: Wording("the issue has no date, so the mail says 1 January 1970", zh: "本期没有日期，邮件日期写作1970年1月1日"),
        hint: Wording("write the date into the masthead", zh: "请在报头写明日期")))
    return text(year: 1970, month: 1, day: 1)
  }

  static func text(year: Int, month: Int, day: Int) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    // Sakamoto's rule for the day of the week in the Gregorian calendar.
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let y = month < 3 ? year - 1 : year
    let weekday = (y + y / 4 - y / 100 + y / 400 + offsets[month - 1] + day) % 7
    return "\(days[weekday]), \(day) \(months[month - 1]) \(year) 00:00:00 -0000"
  }
}
