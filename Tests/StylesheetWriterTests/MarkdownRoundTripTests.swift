import ExportPipeline
import Foundation
import IssueModel
import IssueReading
import IssueXML
import StylesheetWriter
import TestSupport
import Testing

import struct IssueModel.Issue

@Suite("Markdown that states its structure")
struct MarkdownRoundTripTests {
  static func written(_ issue: Issue) throws -> String {
    String(decoding: try StylesheetWriter.markdown.write(issue, StageContext()).bytes, as: UTF8.self)
  }

  static func read(_ text: String, _ sink: DiagnosticSink = DiagnosticSink()) throws -> Issue {
    try IssueReader().read(Array(text.utf8), fileName: "issue.md", diagnostics: sink)
  }

  /// The issue as text, without where it stands in its source.
  static func content(_ issue: Issue) throws -> String {
    String(decoding: try IssueXML.write(issue), as: UTF8.self).replacing(
      #/ (line|column|endLine|joinedLines)="[0-9 ]*"/#, with: "")
  }

  static func expectSame(_ issue: Issue, _ comment: Comment) throws {
    let markdown = try written(issue)
    let sink = DiagnosticSink()
    let back = try read(markdown, sink)
    let (is_, was) = (try content(back).split(separator: "\n"), try content(issue).split(separator: "\n"))
    if is_ != was {
      let line = zip(is_, was).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(is_.count, was.count)
      Testing.Issue.record(
        "\(comment): line \(line + 1): read \(is_.dropFirst(line).first ?? "nothing"), was \(was.dropFirst(line).first ?? "nothing")"
      )
    }
    #expect(sink.diagnostics.isEmpty, comment)
    #expect(try written(back) == markdown, comment)
  }

  @Test("The issues of offices come back equal", arguments: 0..<300)
  func generated(_ seed: Int) throws {
    try Self.expectSame(IssueGenerator.issue(seed: UInt64(seed)), "seed \(seed)")
  }

  @Test("Back issues, once recovered, come back equal")
  func corpus() throws {
    let folder = Repository.root + "/Tests/Corpus/"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var count = 0
    for name in names {
      for input in ["input.md", "input.txt"] {
        guard let data = FileManager.default.contents(atPath: folder + name + "/" + input) else { continue }
        let issue = try IssueReader().read([UInt8](data), fileName: input, diagnostics: DiagnosticSink())
        try Self.expectSame(issue, "\(name)")
        count += 1
      }
    }
    #expect(count > 40)
  }

  @Test("What people write by hand reads as they mean it")
  func byHand() throws {
    let text = """
      ---
      gazette: 1
      name: 湖畔简报
      number: 第7期
      date: 2031年5月6日
      imprint:
        office: 湖畔市档案馆
      ---

      # 动态

      <!-- kicker -->

      引题

      ## 标题

      <!-- byline -->
      作者

      一段**粗体。**后文
      接着写。

      <!-- a remark of ours -->

      <table><tr><th>甲</th><th>乙 <b>丙</b></th></tr>
      <tr><td colspan="2">一&amp;二</td></tr></table>
      """
    let sink = DiagnosticSink()
    let issue = try Self.read(text, sink)
    // Nobody reads a comment: it is told, and nothing else is.
    #expect(sink.diagnostics.map(\.id) == ["comment-dropped"])
    #expect(issue.masthead.number?.number == 7)
    #expect(issue.masthead.date?.iso == "2031-05-06")
    #expect(issue.imprint?.office == "湖畔市档案馆")
    let article = try #require(issue.articles.first)
    #expect(article.kicker == "引题")
    #expect(article.body.first?.plainText == "一段粗体。后文接着写。")
    guard case .paragraph(let first)? = article.body.first else { throw Missing() }
    #expect(first.inlines == [.text("一段"), .strong([.text("粗体。")]), .text("后文接着写。")])
    #expect(first.source?.line == 21)
    guard case .table(let table)? = article.body.last else { throw Missing() }
    #expect(table.headerRows == 1)
    #expect(table.rows.map { $0.map(\.body.plainText) } == [["甲", "乙 丙"], ["一&二"]])
    #expect(table.rows.last?.first?.columnSpan == 2)
  }

  private struct Missing: Error {}

  @Test("Front matter that is wrong is told with its line, an unknown key as a warning")
  func wrong() throws {
    func error(_ text: String) -> ReadingError? {
      do throws(ReadingError) {
        _ = try IssueReader().read(Array(text.utf8), fileName: "issue.md", diagnostics: DiagnosticSink())
        return nil
      } catch { return error }
    }
    #expect(error("---\ngazette: 1\nname: \"x\n---\n")?.id == "front-matter-invalid")
    let unclosed = error("---\ngazette: 1\nname: x\nnumber: [1\n---\n\n# a\n")
    #expect(unclosed?.id == "front-matter-invalid")
    #expect((unclosed?.position?.line ?? 0) >= 4)
    #expect(error("---\ngazette: 1\nname: x\n# a\n")?.id == "front-matter-invalid")
    #expect(error("---\ngazette: 2\n---\n\n# a\n")?.id == "front-matter-version")
    let sink = DiagnosticSink()
    _ = try Self.read("---\ngazette: 1\nname: x\nnmae: y\n---\n\n# a\n", sink)
    #expect(sink.diagnostics.map(\.id) == ["front-matter-unknown"])
    #expect(sink.diagnostics.first?.position?.line == 4)
  }
}
