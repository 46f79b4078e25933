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
}
