public import IssueModel

/// An issue without any text is none: the one fault that makes an issue unfit.
public struct IssueTextCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["issue-without-text"]
  /// The check.
  public init() {}

  /// Reports an issue whose articles hold nothing.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    let hasText =
      subject.issue.editorsNote != nil
      || subject.issue.articles.contains { !$0.body.isEmpty || !$0.title.isEmpty || $0.editorsNote != nil }
    guard !hasText else { return [] }
    return [
      .finding(
        "issue-without-text", .error, line: subject.mastheadLine, "the issue has no article", zh: "本期没有任何文章",
        hint: Wording("check that it is the whole file", zh: "请确认文件是否完整"))
    ]
  }
}
