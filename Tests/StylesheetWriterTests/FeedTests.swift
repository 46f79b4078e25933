import ExportPipeline
import IssueModel
import StylesheetWriter
import TestSupport
import Testing
import XMLBinding

import struct IssueModel.Issue

@Suite("The feed, and DocBook")
struct FeedTests {
  func feed(_ issue: Issue, link: String? = "https://example.org/7.html") throws(StageError) -> [UInt8] {
    var writer = StylesheetWriter.rss
    writer.parameters = link.map { [.init(name: "link", value: $0)] } ?? []
    return try writer.write(issue, StageContext()).bytes
  }

  @Test("An item for each article, each with a place in the page of its own", arguments: 0..<40)
  func items(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed))
    let channel = try #require(try XMLDocument(parsing: feed(issue)).root().first("channel"))
    let items = channel.elements.filter { $0.name == "item" }
    #expect(items.map { $0.first("title")?.text ?? "" } == issue.articles.map(\.title))
    let links = items.compactMap { $0.first("link")?.text }
    #expect(Set(links).count == issue.articles.count)
    let page = String(decoding: try StylesheetWriter.html.write(issue, StageContext()).bytes, as: UTF8.self)
    for link in links { #expect(page.contains("id=\"\(link.split(separator: "#").last ?? "")\"")) }
  }

  @Test("What an item holds is HTML with all the article's words", arguments: 0..<20)
  func words(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed))
    let channel = try #require(try XMLDocument(parsing: feed(issue)).root().first("channel"))
    for (item, article) in zip(channel.elements.filter { $0.name == "item" }, issue.articles)
    where article.notes.isEmpty {
      let html = item.first("description")?.text ?? ""
      let shown = HTMLPageTests.letters(try HTMLFragment(parsing: html).nodes.map(HTMLPageTests.words).joined())
      let words =
        (article.kicker ?? "") + (article.subtitle ?? "") + (article.editorsNote?.body.plainText ?? "")
        + article.body.plainText
      #expect(shown == HTMLPageTests.letters(words))
    }
  }

  @Test("The date is that of the issue; one that is no date is left out")
  func dates() throws {
    func date(_ date: IssueDate?) throws -> String? {
      try XMLDocument(parsing: feed(Issue(masthead: Masthead(name: "x", date: date)))).root().first("channel")?.first(
        "pubDate")?.text
    }
    #expect(try date(IssueDate(verbatim: "2031年8月5日", year: 2031, month: 8, day: 5)) == "05 Aug 2031 00:00:00 +0000")
    #expect(try date(IssueDate(verbatim: "2031年8月", year: 2031, month: 8)) == nil)
    #expect(try date(IssueDate(verbatim: "x", year: 2031, month: 13, day: 1)) == nil)
    #expect(try date(nil) == nil)
  }

  @Test("A feed without an address is refused with what to do")
  func noAddress() throws {
    for link in [nil, "", "here", "javascript:x"] {
      #expect { try feed(Issue(), link: link) } throws: { error in
        (error as? StageError)?.message.english.contains("--param link=") == true
      }
    }
  }

  @Test("DocBook is well-formed, and each footnote stands in it once", arguments: 0..<40)
  func docBook(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed))
    let bytes = try StylesheetWriter.docbook.write(issue, StageContext()).bytes
    let root = try XMLDocument(parsing: bytes).root()
    #expect(root.name == "article")
    #expect(root.namespace == "http://docbook.org/ns/docbook")
    func count(_ element: XMLElement) -> Int {
      (element.name == "footnote" ? 1 : 0) + element.elements.map(count).reduce(0, +)
    }
    #expect(count(root) == issue.articles.map(\.notes.count).reduce(0, +))
  }
}
