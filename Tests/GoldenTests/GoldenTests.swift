import Gazette
import TestSupport
import Testing

import struct IssueModel.Issue

@Suite("Whole issues, from input to output")
struct GoldenTests {
  @Test("An issue is read, reported and written as a person has accepted it", arguments: GoldenCase.all)
  func accepted(_ golden: GoldenCase) throws {
    let differences = try golden.differences()
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  @Test("The examples and the cases of the tests are found")
  func found() {
    #expect(GoldenCase.all.contains { $0.folder == "examples/ocr" })
    #expect(GoldenCase.all.contains { $0.folder.hasPrefix("Tests/GoldenTests/Cases/") })
  }

  @Test("What is made of an issue is the same each time", arguments: GoldenCase.all)
  func repeatable(_ golden: GoldenCase) throws {
    #expect(try golden.made() == golden.made())
  }

  @Test("Line ends for people add nothing but line ends, and leave deep text as it is")
  func readableXML() {
    let xml = "<?xml version=\"1.0\"?>\n<a><b><c x=\"1\"><d>t  u</d><e/></c><c/></b></a>"
    let readable = "<?xml version=\"1.0\"?>\n<a>\n<b>\n<c x=\"1\"><d>t  u</d><e/></c>\n<c/>\n</b>\n</a>\n"
    #expect(ReadableXML.lines(of: xml) == readable)
  }
}

@Suite("Issues made at random")
struct IssueGeneratorTests {
  @Test("The same seed makes the same issue, another seed another")
  func seeds() {
    #expect(IssueGenerator.issue(seed: 7) == IssueGenerator.issue(seed: 7))
    #expect(IssueGenerator.issue(seed: 7) != IssueGenerator.issue(seed: 8))
  }

  @Test("A hundred seeds hold every kind of block and inline, in both languages")
  func everyKind() {
    struct Kinds: IssueVisitor {
      var names: Set<String> = []
      mutating func visit(_ block: Block) {
        names.insert(String("\(block)".prefix { $0 != "(" }))
        descend(block)
      }
      mutating func visit(_ inline: Inline) {
        names.insert(String("\(inline)".prefix { $0 != "(" }))
        descend(inline)
      }
    }
    var kinds = Kinds()
    var languages: Set<Language> = []
    for seed in 1...100 {
      let issue = IssueGenerator.issue(seed: UInt64(seed))
      kinds.visit(issue)
      languages.insert(issue.language)
    }
    #expect(
      kinds.names == [
        "paragraph", "subheading", "list", "table", "figure", "quote", "rule", "preformatted", "text", "strong",
        "emphasis", "link", "image", "noteReference", "lineBreak", "code", "superscript", "subscript",
      ])
    #expect(languages == [.simplifiedChinese, .english])
  }

  @Test("Each reference to a footnote has its footnote, in the same order")
  func notes() {
    struct References: IssueVisitor {
      var ids: [String] = []
      mutating func visit(_ inline: Inline) {
        if case .noteReference(let id) = inline { ids.append(id) }
        descend(inline)
      }
    }
    for seed in 1...50 {
      for article in IssueGenerator.issue(seed: UInt64(seed)).articles {
        var references = References()
        references.visit(article)
        #expect(references.ids == article.notes.map(\.id), "seed \(seed)")
      }
    }
  }

  @Test("The tables are rectangles")
  func tables() {
    struct Widths: IssueVisitor {
      var ragged = 0
      mutating func visit(_ block: Block) {
        if case .table(let table) = block {
          let widths = Set(table.rows.map { $0.reduce(0) { $0 + $1.columnSpan } })
          if widths.count != 1 { ragged += 1 }
        }
        descend(block)
      }
    }
    var widths = Widths()
    for seed in 1...100 { widths.visit(IssueGenerator.issue(seed: UInt64(seed))) }
    #expect(widths.ragged == 0)
  }
}
