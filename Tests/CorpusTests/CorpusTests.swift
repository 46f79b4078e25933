import Foundation
import IssueModel
import Testing

@Suite("Corpus", .serialized)
struct CorpusTests {
  /// Prints the figures always, and files them as `.build/corpus-report.txt`. `CORPUS_KEEP=1` writes what was reached to the thresholds.
  @Test("The reader understands back issues of other offices as well as it did before")
  func corpus() throws {
    let board = try Corpus.score()
    // Line by line: `swift test` drops a piece of output that is cut within a character.
    for line in board.report.split(separator: "\n", omittingEmptySubsequences: false) {
      FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
    try Corpus.file(board.report)
    if ProcessInfo.processInfo.environment["CORPUS_KEEP"] == "1" { try Corpus.keep(board) }
    if ProcessInfo.processInfo.environment["CORPUS_AT"] != nil { return }
    let thresholds = try Corpus.thresholds()
    for field in board.fields {
      let reached = Int((board.tallies[field]?.f1 ?? 0) * 1000)
      #expect(reached >= thresholds[field] ?? 0, "F1 of \(field) in thousandths")
    }
    #expect(board.fields.allSatisfy { thresholds[$0] != nil }, "every field has a threshold")
  }

  @Test("Each issue of the corpus says what stands in it")
  func truths() throws {
    let items = try Corpus.items()
    #expect(items.count >= 72 || ProcessInfo.processInfo.environment["CORPUS_AT"] != nil)
    for item in items {
      #expect(!item.bytes.isEmpty && item.truth.masthead.name != nil, "\(item.name)")
      #expect(item.truth.sections.contains { !$0.articles.isEmpty }, "\(item.name)")
    }
  }

  @Test("Two paragraphs that the reader glued together count as two misses")
  func gluedParagraphs() throws {
    var board = Scoreboard()
    board.compare(try truth(), with: issue(paragraphs: ["春天来了，山上开满了花。夏天来了，河里涨满了水。"]))
    let paragraphs = try #require(board.tallies["paragraph"])
    #expect((paragraphs.expected, paragraphs.found, paragraphs.correct) == (2, 1, 0))
    #expect(board.misses.count { $0.field == "paragraph" } == 3)
  }

  @Test("An issue that is read right has no misses")
  func allRight() throws {
    var board = Scoreboard()
    board.compare(try truth(), with: issue(paragraphs: ["春天来了，山上开满了花。", "夏天来了， 河里涨满了水。"]))
    #expect(board.misses.isEmpty)
    #expect(board.whole.f1 == 1)
  }

  @Test("A word that is not in the model is lost, a word at another place is not")
  func loss() {
    let model = issue(paragraphs: ["山上开满了花"])
    let moved = TextLoss(input: "山上开满了花\n四季\n报", form: .text, dropped: ["报"], issue: model)
    #expect(moved.lost == [])
    #expect(moved.inOrder == 6)
    let lost = TextLoss(input: "四季\n山上开满了红花\n- 7 -", form: .text, dropped: ["- 7 -"], issue: model)
    #expect(lost.lost == ["红"])
    #expect(lost.kept == lost.expected - 1)
  }

  private func truth() throws -> Truth {
    let text = """
      {"masthead": {"name": "四 季"}, "contents": null, "sections": [{"name": null, "articles": [
        {"title": "花", "paragraphs": [{"start": "春天来了", "end": "开满了花。"}, {"start": "夏天来了", "end": "涨满了水。"}]}
      ]}]}
      """
    return try JSONDecoder().decode(Truth.self, from: Data(text.utf8))
  }

  private func issue(paragraphs: [String]) -> IssueModel.Issue {
    let body = paragraphs.map { Block.paragraph(Paragraph([.text($0)])) }
    return IssueModel.Issue(
      masthead: Masthead(name: "四季"), sections: [Section(articles: [Article(title: "花", body: body)])])
  }
}
