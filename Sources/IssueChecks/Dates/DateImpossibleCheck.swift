public import IssueModel

/// A day that the calendar does not have: 2月30日, 13月1日.
public struct DateImpossibleCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["date-impossible"]
  /// The check.
  public init() {}

  /// Reports such days in masthead, signatures, imprint and text.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    var dates: [(date: IssueDate, position: SourcePosition)] = []
    func add(_ date: IssueDate, _ line: Int) { dates.append((date, SourcePosition(line: line))) }
    if let date = subject.issue.masthead.date { add(date, subject.mastheadLine) }
    for article in subject.issue.articles {
      guard let date = article.signature?.date else { continue }
      add(date, article.body.last?.source?.endLine ?? article.line ?? subject.mastheadLine)
    }
    if let date = subject.issue.imprint?.printDate { add(date, subject.imprintLine) }
    for passage in subject.passages where passage.mayTellDays {
      // Only of days that are told the place is looked for.
      dates += DateInText.all(in: passage.scalars).filter { !$0.date.isPossible }.map {
        ($0.date, subject.position(of: $0.range.lowerBound, in: passage))
      }
    }
    return dates.filter { !$0.date.isPossible }.map { date, position in
      let text = date.verbatim.excerpt()
      return .finding(
        "date-impossible", at: position, "there is no day “\(text)”", zh: "日期“\(text)”不存在",
        hint: Wording("correct it in the source", zh: "请在原稿中改正"))
    }
  }
}
