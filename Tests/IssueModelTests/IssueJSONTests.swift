import TestSupport
import Testing

@testable import IssueModel

@Suite("Issue JSON")
struct IssueJSONTests {
  func faults(_ text: String) -> [Diagnostic] {
    do throws(IssueJSONError) {
      _ = try IssueJSON.read(Array(text.utf8))
      return []
    } catch { return error.diagnostics }
  }

  static let small = """
    {
      "masthead": {
        "name": "渡口水文简报",
        "date": {"verbatim": "2031年6月9日", "year": 2031, "month": 6, "day": 9, "iso": "2031-06-09"},
        "otherLines": [],
        "arrangement": [["name"], ["date"]]
      },
      "sections": [
        {"articles": [
          {"title": "上游来水平稳", "notes": [], "body": [
            {"kind": "paragraph", "text": "水位平稳。", "line": 7,
             "inlines": [{"kind": "text", "text": "水位平稳。"}]}
          ]}
        ]}
      ],
      "language": "zh-Hans"
    }
    """

  @Test("Any issue comes back equal, to the last scalar", arguments: 0..<250)
  func roundTrip(_ number: Int) throws {
    let issue = AnyIssue.issue(number)
    let bytes = try IssueJSON.write(issue)
    let sink = DiagnosticSink()
    let read = try IssueJSON.read(bytes, diagnostics: sink)
    #expect(read == issue)
    #expect(try IssueJSON.write(read) == bytes)
    #expect(sink.diagnostics.isEmpty)
    #expect(try IssueJSON.read(Array(JSONText.encode(issue, compact: true).utf8)) == issue)
  }

  @Test("The issues of offices come back equal", arguments: 0..<100)
  func generated(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed), options: .init(awkwardCharacters: true))
    #expect(try IssueJSON.read(IssueJSON.write(issue)) == issue)
  }

  @Test("What a person wrote by hand is read")
  func handWritten() throws {
    let issue = try IssueJSON.read([0xEF, 0xBB, 0xBF] + Array(("\n  " + Self.small).utf8))
    #expect(issue.masthead.name == "渡口水文简报")
    #expect(issue.masthead.arrangement == [[.name], [.date]])
    #expect(issue.articles.first?.body == [.paragraph(Paragraph([.text("水位平稳。")]))])
  }

  @Test(
    "What is wrong is told with its line, and what to do",
    arguments: [
      ("", 1, 1, "issue-json-malformed"),
      ("{\"masthead\": ", 1, 14, "issue-json-malformed"),
      (small.replacing("\"otherLines\": [],", with: "\"otherLines\": [}"), 5, 20, "issue-json-malformed"),
      (small.replacing("\"language\": \"", with: "\"language\": \"\n"), 16, 16, "issue-json-malformed"),
      (small.replacing("2031, \"month\"", with: "2031 \"month\""), 4, 52, "issue-json-malformed"),
      (small + "{}", 17, 2, "issue-json-malformed"),
      (small.replacing("上游", with: "\\uD800"), 10, 24, "issue-json-malformed"),
      (String(repeating: "[", count: 100_000), 1, 1001, "issue-json-malformed"),
      ("[1, 2]", 1, 1, "issue-json-foreign"),
      ("{\"name\": \"package\"}", 1, 1, "issue-json-foreign"),
      (small.replacing("\"name\":", with: "\"nom\":"), 2, 15, "issue-json-invalid"),
      (small.replacing("\"渡口水文简报\"", with: "7"), 3, 13, "issue-json-invalid"),
      (small.replacing("\"year\": 2031", with: "\"year\": \"2031\""), 4, 47, "issue-json-invalid"),
      (small.replacing("\"year\": 2031", with: "\"year\": 20.5"), 4, 47, "issue-json-invalid"),
      (small.replacing("[[\"name\"]", with: "[[\"author\"]"), 6, 22, "issue-json-invalid"),
      (small.replacing("\"paragraph\"", with: "\"absatz\""), 11, 18, "issue-json-invalid"),
      (small.replacing("\"line\": 7", with: "\"level\": 1"), 11, 48, "issue-json-invalid"),
      (small.replacing("\"notes\": []", with: "\"notes\": {}"), 10, 36, "issue-json-invalid"),
      (small.replacing("\"notes\": []", with: "\"notes\": [], \"notes\": []"), 10, 40, "issue-json-invalid"),
      (small.replacing("\"notes\": []", with: "\"notes\": [], \"author\": \"\""), 10, 40, "issue-json-invalid"),
    ])
  func wrong(_ text: String, _ line: Int, _ column: Int, _ id: String) throws {
    let found = try #require(faults(text).first)
    #expect(found.id == id)
    #expect(found.position == SourcePosition(line: line, column: column), "\(found.message.english)")
    #expect(found.severity == .error && found.hint != nil && !found.message.chinese.isEmpty)
  }

  @Test("A word that was changed only where nothing reads it is remarked on")
  func derived() throws {
    let sink = DiagnosticSink()
    let text = Self.small.replacing("\"text\": \"水位平稳。\", \"line\"", with: "\"text\": \"水位上涨。\", \"line\"")
      .replacing("2031-06-09", with: "2031-06-10")
    let issue = try IssueJSON.read(Array(text.utf8), diagnostics: sink)
    #expect(issue.articles.first?.body.plainText == "水位平稳。")
    #expect(sink.diagnostics.map(\.id) == ["issue-json-ignored", "issue-json-ignored", "issue-json-ignored"])
    #expect(sink.diagnostics.map { $0.position?.line } == [4, 11, 11])
  }
}
