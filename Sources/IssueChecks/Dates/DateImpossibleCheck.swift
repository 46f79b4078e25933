public import IssueModel

/// A day that the calendar does not have: 2月30日, 13月1日.
public struct DateImpossibleCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["date-impossible"]
  /// The check.
  public init() {}

  /// Reports such days in masthead, signatures, imprint and text.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    var dates: [(date: IssueDate, line: Int)] = []
    if let date = subject.issue.masthead.date { dates.append((date, subject.mastheadLine)) }
    for article in subject.issue.articles {
      guard let date = article.signature?.date else { continue }
      dates.append((date, article.body.last?.source?.endLine ?? article.line ?? subject.mastheadLine))
    }
    if let date = subject.issue.imprint?.printDate { dates.append((date, subject.imprintLine)) }
    for passage in subject.passages where passage.mayTellDays {
      dates += DateInText.all(in: passage.scalars).map { ($0.date, passage.line) }
    }
    return dates.filter { !$0.date.isPossible }.map { date, line in
      let text = date.verbatim.excerpt()
      return .finding(
        "date-impossible", line: line, "there is no day “\(text)”", zh: "日期“\(text)”不存在",
        hint: Wording("correct it in the source", zh: "请在原稿中改正"))
    }
  }
}
