public import IssueModel

/// The printed contents list and the issue do not agree.
public struct ContentsCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["contents-entry-unmatched", "contents-section-unmatched", "article-unlisted", "title-differs"]
  /// The check.
  public init() {}

  /// Reports lines that name nothing, articles that no line names, and titles that differ.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    guard let contents = subject.issue.printedContents, !contents.entries.isEmpty else { return [] }
    let matching = ContentsMatching(contents.entries, subject.issue)
    let articles = subject.issue.articles
    var found: [Diagnostic] = []
    for (entry, match) in zip(contents.entries, matching.matches) {
      let line = entry.source?.line ?? contents.source?.line ?? subject.mastheadLine
      switch match {
      case .same: break
      case .similar(let index):
        found.append(differs(articles[index], from: entry, line: articles[index].line ?? line))
      case .none: found.append(unmatched(entry, line: line))
      }
    }
    return found + unlisted(contents, matching, subject)
  }

  private func differs(_ article: Article, from entry: ContentsEntry, line: Int) -> Diagnostic {
    let (title, listed) = (article.title.excerpt(40), entry.text.excerpt(40))
    return .finding(
      "title-differs", line: line, "the title “\(title)” differs from the contents list: “\(listed)”",
      zh: "标题“\(title)”与目录“\(listed)”不一致",
      hint: Wording("check which is right; the title is printed", zh: "请核对；输出时以正文标题为准"))
  }

  private func unmatched(_ entry: ContentsEntry, line: Int) -> Diagnostic {
    let text = entry.text.excerpt()
    let hint = Wording("check the contents list and the titles", zh: "请核对目录与正文标题")
    guard entry.kind == .article else {
      return .finding(
        "contents-section-unmatched", line: line, "no section is called “\(text)” as the contents list has it",
        zh: "目录中的栏目“\(text)”在正文中没有找到", hint: hint)
    }
    return .finding(
      "contents-entry-unmatched", line: line, "no article is called “\(text)” as the contents list has it",
      zh: "目录中的“\(text)”在正文中没有找到同名文章", hint: hint)
  }

  /// A list of highlights names few articles on purpose: only one that names most of them lacks the others.
  private func unlisted(
    _ contents: PrintedContents, _ matching: ContentsMatching, _ subject: CheckedIssue
  ) -> [Diagnostic] {
    let titled = subject.issue.articles.enumerated().filter { !$0.element.title.isEmpty }
    let missing = titled.filter { !matching.listed.contains($0.offset) }
    guard missing.count * 2 < titled.count else { return [] }
    let named = Set(contents.entries.filter { $0.kind == .section }.map(\.text.letters))
    var sectionOf: [Int: Section] = [:]
    var listedSections: Set<[Unicode.Scalar]> = []
    var index = 0
    for section in subject.issue.sections {
      for _ in section.articles {
        sectionOf[index] = section
        if matching.listed.contains(index) { listedSections.insert(section.name?.letters ?? []) }
        index += 1
      }
    }
    return missing.compactMap { offset, article in
      // A section of which the list tells the name alone stands for its articles.
      let name = sectionOf[offset]?.name?.letters ?? []
      if named.contains(name), !listedSections.contains(name) { return nil }
      let title = article.title.excerpt(40)
      return .finding(
        "article-unlisted", line: article.line ?? subject.mastheadLine,
        "the contents list does not name the article “\(title)”", zh: "目录中没有文章“\(title)”",
        hint: Wording("check the contents list", zh: "请核对目录"))
    }
  }
}
