public import IssueModel

/// The imprint was printed before the issue's own date.
public struct PrintDateCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["print-date-early"]
  /// The check.
  public init() {}

  /// Reports a date of printing that is before the masthead's. Dates that are not known to the day keep silent.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    guard let printed = subject.issue.imprint?.printDate, let date = subject.issue.masthead.date,
      let early = DayNumber(printed), let issued = DayNumber(date), early < issued
    else { return [] }
    return [
      .finding(
        "print-date-early", line: subject.imprintLine,
        "printed “\(printed.verbatim.excerpt())”, before the issue's date “\(date.verbatim.excerpt())”",
        zh: "印发日期“\(printed.verbatim.excerpt())”早于本期日期“\(date.verbatim.excerpt())”",
        hint: Wording("check both dates", zh: "请核对两处日期"))
    ]
  }
}
