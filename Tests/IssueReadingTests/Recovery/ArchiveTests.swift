import IssueModel
import Testing

@testable import IssueReading

@Suite("Recovery: texts as long as an archive")
struct ArchiveTests {
  private func paragraph(_ text: String, line: Int = 1) -> DraftBlock {
    DraftBlock(form: .paragraph, lines: [DraftLine(text: text, number: line)], source: SourceRange(line: line))
  }

  @Test("Hundreds of footnotes of one mark each find the paragraph above, and all go from the text")
  func manyNotes() throws {
    let reading = try Reading(bulletin(String(repeating: "泵站共检修七座①，\(sentence)\n\n① 不含停用的两座。\n\n", count: 300)))
    #expect(reading.articles.first?.notes.count == 300)
    #expect(reading.paragraphs.count == 300)
    #expect(!reading.paragraphs.contains { $0.contains("①") })
  }

  @Test("A paragraph that turned out to hold no reference is not looked at for the next note of that mark")
  func deniedMarks() {
    let blocks = (0..<1000).map { paragraph("泵站共检修七座①和②，第\($0)次[3]。") }
    var marks = NoteMarks(blocks)
    var asked = 0
    for index in blocks.indices.reversed() {
      #expect(
        marks.last("①", above: index) { _ in
          asked += 1; return false
        } == nil)
    }
    #expect(asked == 999)
    // Other marks are not touched by that; and none is where nothing has it.
    #expect(marks.last("②", above: 500) { _ in true } == 499)
    #expect(marks.last("3", above: 500) { $0 < 498 } == 497)
    #expect(marks.last("4", above: 500) { _ in true } == nil)
  }

  @Test("A paragraph that changed is looked at again, in its place among the others")
  func changedMarks() {
    let blocks = (0..<10).map { paragraph("泵站共检修七座①，第\($0)次。") }
    var marks = NoteMarks(blocks)
    #expect(marks.last("①", above: 10) { $0 < 4 } == 3)
    marks.add(7, blocks[7])
    marks.add(5, blocks[5])
    #expect(marks.last("①", above: 10) { _ in true } == 7)
    #expect(marks.last("①", above: 7) { $0 < 6 } == 5)
    #expect(marks.last("①", above: 5) { _ in true } == 3)
  }

  @Test("The first of many places is found by halving them")
  func partition() {
    for count in [0, 1, 2, 3, 1000] {
      for place in Set([0, 1, count / 2, count]) where place <= count {
        var asked = 0
        let found = (0..<count).partitionPoint {
          asked += 1; return $0 < place
        }
        #expect(found == place)
        #expect(asked <= 10)
      }
    }
  }

  @Test("A count that goes on behind the next title is known from one look at all marks")
  func counts() throws {
    var blocks = ["1. 甲", "2. 乙", "题目", "3. 丙", "1. 丁", "2. 戊", "3. 己"].map { paragraph($0) }
    blocks[2].role = .title
    var source = Draft(blocks: blocks, source: SourceText(""))
    let marks = blocks.map { $0.role == nil ? ItemMark($0.text) : nil }
    func run(_ places: Range<Int>) throws -> [(index: Int, mark: ItemMark)] {
      try places.map { ($0, try #require(marks[$0])) }
    }
    #expect(CountedMarks(marks, source).goOnElsewhere(behind: try run(0..<2)))
    #expect(!CountedMarks(marks, source).goOnElsewhere(behind: try run(4..<6)))
    #expect(!CountedMarks(marks, source).goOnElsewhere(behind: try run(4..<7)))
    source.blocks[2].role = nil
    #expect(!CountedMarks(marks, source).goOnElsewhere(behind: try run(0..<2)))
  }

  @Test("Tens of thousands of pictures in one paragraph are as many figures")
  func pictures() throws {
    let reading = try Reading(bulletin(String(repeating: "![泵站](a.png)\n", count: 30_000)))
    #expect(reading.articles.flatMap(\.body).count == 30_000)
  }

  @Test("A word parted twice is whole again, what stands around it stays")
  func partedTwice() {
    let lines = [
      DraftLine(text: "got the com-", number: 1), DraftLine(text: "mit-", number: 2),
      DraftLine(inlines: [.text("tee "), .strong([.text("of the other")]), .text(" ba-")], number: 3),
      DraftLine(text: "nk in a two-", number: 4), DraftLine(text: "and a three-year term", number: 5),
    ]
    var block = DraftBlock(form: .paragraph, lines: lines, source: SourceRange(line: 1))
    HyphenatedLines(Draft(blocks: [block], source: SourceText("a two-year term"))).close(&block, DiagnosticSink())
    #expect(block.lines.map(\.text) == ["got the committee of the other bank in a two-", "and a three-year term"])
    #expect(block.lines.map(\.number) == [1, 5])
  }

  @Test("Blocks dropped together leave the others in order")
  func dropped() {
    var blocks = (0..<10).map { paragraph("\($0)") }
    blocks.remove([0, 3, 4, 9])
    #expect(blocks.map(\.text) == ["1", "2", "5", "6", "7", "8"])
    blocks.remove([])
    #expect(blocks.count == 6)
  }

  @Test("Numbered headings within articles whose titles are bold lines, or headings without a number, are told alike")
  func numberedHeadings() throws {
    let inner = (1...40).map { "### \($0). 检修情况\n\n\(sentence)\n\n" }.joined()
    let bold = try Reading("# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n**新泵站投入运行使用**\n\n\(sentence)\n\n\(inner)")
    #expect(bold.titles == ["新泵站投入运行使用"])
    let plain = try Reading("# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n### 新泵站投入运行使用\n\n\(sentence)\n\n\(inner)")
    #expect(plain.titles == ["新泵站投入运行使用"])
    #expect(plain.body.filter { $0.hasPrefix("h") }.count == 40)
  }
}
