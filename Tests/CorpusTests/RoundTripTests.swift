import Foundation
import Gazette
import TestSupport
import Testing

import struct IssueModel.Issue

@Suite("Issues of the corpus, out and in again")
struct RoundTripTests {
  /// All issues of the corpus, as the reader understands them.
  static func issues() throws -> [(name: String, issue: Issue)] {
    try Corpus.items().map { item in
      (item.name, try IssueReader().read(item.bytes, fileName: item.fileName, diagnostics: DiagnosticSink()))
    }
  }

  @Test("Each comes back equal from issue XML and from issue JSON")
  func equal() throws {
    for (name, issue) in try Self.issues() {
      let sink = DiagnosticSink()
      let xml = try IssueXML.write(issue, diagnostics: sink)
      #expect(sink.diagnostics.isEmpty, "\(name)")
      #expect(try IssueXML.read(xml) == issue, "\(name)")
      #expect(try IssueJSON.read(IssueJSON.write(issue), diagnostics: sink) == issue, "\(name)")
      #expect(sink.diagnostics.isEmpty, "\(name)")
      // Standard input has no name: the form shows itself.
      let reader = AnyIssueReader()
      #expect(try reader.read(xml, diagnostics: sink) == issue, "\(name)")
      #expect(try reader.read(IssueJSON.write(issue), diagnostics: sink) == issue, "\(name)")
    }
  }

  @Test("Each comes back equal from the web page that is made of it")
  func pages() throws {
    for (name, issue) in try Self.issues() {
      let page = try StylesheetWriter.html.write(issue, StageContext()).bytes
      let sink = DiagnosticSink()
      #expect(try AnyIssueReader().read(page, fileName: "issue.html", diagnostics: sink) == issue, "\(name)")
      #expect(try AnyIssueReader().read(page, diagnostics: sink) == issue, "\(name)")
      #expect(sink.diagnostics == [], "\(name)")
    }
  }

  @Test("Generated issues come back equal from their pages", arguments: 0..<60)
  func generatedPages(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed))
    let sink = DiagnosticSink()
    let page = try StylesheetWriter.html.write(issue, StageContext()).bytes
    #expect(try AnyIssueReader().read(page, diagnostics: sink) == issue)
    #expect(sink.diagnostics == [])
  }

  @Test("A page that somebody changed is read as it was written, with a remark; told so, as it is now")
  func changedPage() throws {
    let issue = Issue(
      masthead: Masthead(
        name: "河畔简报", number: IssueNumber(verbatim: "第7期", number: 7),
        date: IssueDate(verbatim: "2031年5月6日", year: 2031, month: 5, day: 6)),
      sections: [
        Section(articles: [
          Article(title: "新泵站投入运行", body: [.paragraph(Paragraph([.text("全镇七座泵站已经逐一检修，水泵换新十二台。")]))])
        ])
      ])
    let page = String(decoding: try StylesheetWriter.html.write(issue, StageContext()).bytes, as: UTF8.self)
    let changed = Array(page.replacing("水泵换新十二台", with: "水泵换新十三台").utf8)
    let sink = DiagnosticSink()
    #expect(try AnyIssueReader().read(changed, fileName: "7.html", diagnostics: sink) == issue)
    #expect(sink.diagnostics.map(\.id) == ["page-changed"])
    let shown = try AnyIssueReader(form: .html).read(changed, fileName: "7.html", diagnostics: DiagnosticSink())
    #expect(shown.articles.map(\.title) == ["新泵站投入运行"])
    #expect(shown.articles.first?.body.plainText == "全镇七座泵站已经逐一检修，水泵换新十三台。")
    #expect(shown.masthead.name == "河畔简报" && shown.masthead.number?.number == 7)
    let broken = Array(page.replacing("base64,PD94", with: "base64,P*94").utf8)
    #expect(throws: UnreadableIssue.self) { try AnyIssueReader().read(broken, diagnostics: DiagnosticSink()) }
  }
}
