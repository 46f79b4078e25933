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
    String(decoding: try IssueXML.write(issue), as: UTF8.self).replacing(#/ (line|column|endLine|joinedLines)="[0-9 ]*"/#, with: "")
  }

  static func expectSame(_ issue: Issue, _ comment: Comment) throws {
    let markdown = try written(issue)
    let sink = DiagnosticSink()
    let back = try read(markdown, sink)
    let (is_, was) = (try content(back).split(separator: "\n"), try content(issue).split(separator: "\n"))
    if is_ != was {
      let line = zip(is_, was).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(is_.count, was.count)
      Testing.Issue.record("\(comment): line \(line + 1): read \(is_.dropFirst(line).first ?? "nothing"), was \(was.dropFirst(line).first ?? "nothing")")
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
}
