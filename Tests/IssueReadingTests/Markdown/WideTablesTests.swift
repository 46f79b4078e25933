import Testing

@testable import IssueReading

@Suite("Tables of very many columns")
struct WideTablesTests {
  private func row(_ words: (Int) -> String, _ columns: Int) -> String {
    "|" + (0..<columns).map { words($0) + "|" }.joined()
  }

  private func wide(_ columns: Int) -> String {
    [
      row({ "列\($0)" }, columns), row({ $0 < 300 ? ":--" : "---" }, columns), row({ "**甲\($0)**" }, columns),
      row({ " 乙\($0) " }, columns),
    ].joined(separator: "\n")
  }

  @Test("A table of 1,300 columns is one table, each cell in its place")
  func whole() throws {
    let tree = MarkdownTree.parse("前文。\n\n" + wide(1_300) + "\n\n后文。\n")
    try #require(tree.children.count == 3)
    let table = tree.children[1]
    guard case .table(let alignments) = table.kind else {
      Issue.record("no table")
      return
    }
    #expect(alignments.count == 1_300)
    #expect(alignments[299] == UInt8(ascii: "l") && alignments[300] != UInt8(ascii: "l"))
    #expect(table.line == 3)
    #expect(table.children.map(\.children.count) == [1_300, 1_300, 1_300])
    for (row, word) in ["列", "甲", "乙"].enumerated() {
      let words = table.children[row].children.map { cell in
        MarkdownInlines.lines(of: cell).map { $0.inlines.plainText }.joined()
      }
      #expect(words == (0..<1_300).map { word + String($0) })
    }
    #expect(table.children.map(\.line) == [3, 5, 6])
    // What stands behind the table is where it was.
    #expect(tree.children[2].line == 8)
  }

  @Test("What looks like a wide table within code stays code, to the letter")
  func code() {
    let literal = wide(1_300) + "\n"
    let tree = MarkdownTree.parse("```\n" + literal + "```\n\n" + wide(1_100) + "\n")
    guard case .codeBlock(let text, info: .some)? = tree.children.first?.kind else {
      Issue.record("no code")
      return
    }
    #expect(text == literal)
    guard case .table(let alignments)? = tree.children.last?.kind else {
      Issue.record("no table")
      return
    }
    #expect(alignments.count == 1_100)
  }

  @Test("A row with fewer cells than its head is filled up")
  func ragged() {
    let tree = MarkdownTree.parse(wide(1_200) + "\n|丙|\n")
    #expect(tree.children.first?.children.map(\.children.count) == [1_200, 1_200, 1_200, 1_200])
  }
}
