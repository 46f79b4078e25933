import IssueModel
import Testing

@testable import IssueChecks

@Suite("Articles and sections")
struct ArticleCheckTests {
  @Test("A title without text is told, unless the issue is one of one-line items")
  func empty() {
    let full = [article("甲镇春耕"), article("乙镇夏收")]
    #expect(
      findings(ArticleEmptyCheck(), issue(full + [article("丙镇秋种", line: 30, paragraphs: [])])) == ["article-empty:30"])
    let items = (1...5).map { article("第\($0)条消息", paragraphs: []) }
    #expect(findings(ArticleEmptyCheck(), issue(items + [full[0]])) == [])
    #expect(findings(ArticleEmptyCheck(), issue(full)) == [])
  }

  @Test("A title that stands twice is told with the line of the first; short ones may return in other sections")
  func duplicates() {
    let (first, second) = (article("甲镇开展春耕"), article("甲镇 开展春耕", line: 20))
    #expect(findings(TitleDuplicateCheck(), issue([first, second])) == ["title-duplicate:20"])
    var other = second
    other.subtitle = "之二"
    #expect(findings(TitleDuplicateCheck(), issue([first, other])) == [])
    let sections = [Section(name: "甲", articles: [article("简讯")]), Section(name: "乙", articles: [article("简讯")])]
    #expect(findings(TitleDuplicateCheck(), IssueModel.Issue(sections: sections)) == [])
  }

  @Test("A section without article is told")
  func emptySection() {
    let sections = [Section(name: "甲", source: SourceRange(line: 5)), Section(name: "乙", articles: [article("简讯")])]
    #expect(findings(SectionEmptyCheck(), IssueModel.Issue(sections: sections)) == ["section-empty:5"])
    #expect(findings(SectionEmptyCheck(), issue([article("简讯")])) == [])
  }

  @Test("An issue without any article is unfit: the one error")
  func noText() {
    let found = IssueTextCheck()(CheckedIssue(IssueModel.Issue(masthead: .sample)))
    #expect(found.map(\.id) == ["issue-without-text"])
    #expect(found.map(\.severity) == [.error])
    #expect(findings(IssueTextCheck(), issue([article("简讯", paragraphs: [])])) == [])
  }

  @Test("A footnote without text and a mark without footnote are told")
  func footnotes() {
    var noted = article("检修")
    noted.body = [
      .paragraph(Paragraph([.text("泵站"), .noteReference("1"), .noteReference("2")], source: SourceRange(line: 11)))
    ]
    noted.notes = [Note(id: "1", body: [.paragraph(Paragraph([.text(" 。")]))], source: SourceRange(line: 15))]
    #expect(findings(FootnoteCheck(), issue([noted])) == ["note-empty:15", "note-missing:11"])
    noted.notes = ["1", "2"].map { Note(id: $0, body: [.paragraph(Paragraph([.text("见图")]))]) }
    #expect(findings(FootnoteCheck(), issue([noted])) == [])
  }

  @Test("A picture without words is told; description or caption is enough")
  func pictures() {
    func figure(_ description: String, _ caption: String?) -> Block {
      .figure(
        Figure(
          image: ImageReference(target: "a.png", description: description), caption: caption.map { [.text($0)] },
          source: SourceRange(line: 12)))
    }
    var shown = article("检修")
    shown.body = [figure("", nil), figure("泵站", nil), figure("", "泵站")]
    #expect(findings(ImageDescriptionCheck(), issue([shown])) == ["picture-undescribed:12"])
  }
}
