public import IssueModel

/// Two articles of one title: a text that was pasted twice, or a title that belongs to another.
public struct TitleDuplicateCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["title-duplicate"]
  /// The check.
  public init() {}

  /// Reports the second of two articles with one title. Short ones, such as 简讯, may return in another section.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    struct Key: Hashable {
      var title: [Unicode.Scalar]
      var section: Int?
    }
    var first: [Key: Int] = [:]
    var found: [Diagnostic] = []
    for (number, section) in subject.issue.sections.enumerated() {
      for article in section.articles {
        // The lines around it tell apart what has one heading.
        let whole = (article.kicker ?? "") + article.title + (article.subtitle ?? "")
        let letters = whole.letters
        guard !letters.isEmpty else { continue }
        let key = Key(title: letters, section: letters.count <= 4 ? number : nil)
        let line = article.line ?? subject.mastheadLine
        guard let earlier = first[key] else {
          first[key] = line
          continue
        }
        let title = article.title.excerpt(40)
        found.append(
          .finding(
            "title-duplicate", line: line, "the title “\(title)” stands at line \(earlier) already",
            zh: "标题“\(title)”与第\(earlier)行重复",
            hint: Wording("check whether the text was pasted twice", zh: "请检查是否重复粘贴")))
      }
    }
    return found
  }
}
