public import IssueModel

/// Name, number or date of the issue is missing. The reader says the same of what it reads; this is for issues
/// from XML.
public struct MastheadCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["masthead-name-missing", "masthead-number-missing", "masthead-date-missing"]
  /// The check.
  public init() {}

  /// Reports what is missing.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    subject.issue.masthead.gaps(line: subject.mastheadLine)
  }
}
