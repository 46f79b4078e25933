public import IssueModel

/// A title without any text behind it.
public struct ArticleEmptyCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["article-empty"]
  /// The check.
  public init() {}

  /// Reports each article without text. Where most articles have none, they are one-line items and meant so.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    let articles = subject.issue.articles
    let empty = articles.filter { $0.body.isEmpty && $0.editorsNote == nil && !$0.title.isEmpty }
    guard empty.count * 2 <= articles.count || articles.count == 1 else { return [] }
    return empty.map { article in
      let title = article.title.excerpt(40)
      return .finding(
        "article-empty", line: article.line ?? subject.mastheadLine, "the article “\(title)” has no text",
        zh: "文章“\(title)”没有正文",
        hint: Wording("add the text, or take the title out", zh: "请补上正文，或删去标题"))
    }
  }
}
