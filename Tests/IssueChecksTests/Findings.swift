import IssueChecks
import IssueModel

/// What `check` finds in `issue`, as ids with their lines: `title-duplicate:7`.
func findings(
  _ check: some IssueCheck, _ issue: IssueModel.Issue, fileName: String? = nil
) -> [String] {
  check(CheckedIssue(issue, fileName: fileName)).map { "\($0.id):\($0.position?.line ?? 0)" }
}

/// An issue of one section without a name, with number 12 of 28 January 2031 unless told otherwise.
func issue(
  _ articles: [Article] = [], masthead: Masthead = .sample, contents: [ContentsEntry]? = nil, imprint: Imprint? = nil
) -> IssueModel.Issue {
  IssueModel.Issue(
    masthead: masthead, sections: [Section(articles: articles)], imprint: imprint,
    printedContents: contents.map { PrintedContents(heading: "目录", entries: $0) })
}

/// An issue of one article with the given paragraphs, on lines 11, 12, …
func issue(paragraphs: String...) -> IssueModel.Issue {
  issue([article("河畔镇检修泵站", paragraphs: paragraphs)])
}

/// An article whose title is on `line` and whose paragraphs follow it.
func article(_ title: String, line: Int = 10, paragraphs: [String] = ["各村自查。"]) -> Article {
  let body = paragraphs.enumerated().map { index, text in
    Block.paragraph(Paragraph([.text(text)], source: SourceRange(line: line + 1 + index)))
  }
  return Article(title: title, body: body, source: SourceRange(line: line))
}

/// A line of a contents list.
func entry(_ text: String, line: Int, _ kind: ContentsEntry.Kind = .article) -> ContentsEntry {
  ContentsEntry(kind: kind, text: text, source: SourceRange(line: line))
}

extension Masthead {
  static let sample = Masthead(
    name: "水务简报", number: IssueNumber(verbatim: "2031年第12期", year: 2031, number: 12, total: 434),
    date: IssueDate(verbatim: "2031年1月28日", year: 2031, month: 1, day: 28), source: SourceRange(line: 1))
}
