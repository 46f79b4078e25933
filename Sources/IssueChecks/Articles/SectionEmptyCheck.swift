public import IssueModel

/// A section without any article.
public struct SectionEmptyCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["section-empty"]
  /// The check.
  public init() {}

  /// Reports each section that has a name and nothing else.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    subject.issue.sections.compactMap { section in
      guard section.articles.isEmpty, let name = section.name?.excerpt() else { return nil }
      return .finding(
        "section-empty", line: section.source?.line ?? subject.mastheadLine, "the section “\(name)” has no article",
        zh: "栏目“\(name)”下没有文章",
        hint: Wording("take it out, or mark its articles' titles as headings", zh: "请删去该栏目，或将其文章标题标为标题"))
    }
  }
}
