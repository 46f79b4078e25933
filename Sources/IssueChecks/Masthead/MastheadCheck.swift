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
    let masthead = subject.issue.masthead
    var found: [Diagnostic] = []
    func report(_ id: String, _ english: String, _ chinese: String, _ hint: Wording) {
      found.append(.finding(id, line: subject.mastheadLine, english, zh: chinese, hint: hint))
    }
    if masthead.name.isEmpty {
      report(
        "masthead-name-missing", "no name of the bulletin found", "没有找到刊名",
        Wording("put the name on the first line, as a heading", zh: "请把刊名写成首行标题"))
    }
    if masthead.number == nil {
      report(
        "masthead-number-missing", "no issue number found", "没有找到期号",
        Wording("write it on a line of its own, such as 第12期 or Issue 12", zh: "请单独成行写明期号，如“第12期”"))
    }
    if masthead.date == nil {
      report(
        "masthead-date-missing", "no date found in the masthead", "报头中没有找到日期",
        Wording("write the full date, such as 2023年1月28日", zh: "请写明完整日期，如“2023年1月28日”"))
    }
    return found
  }
}
