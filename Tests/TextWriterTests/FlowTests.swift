import ExportPipeline
import IssueModel
import TestSupport
import Testing
import TextWriter
import UnicodeText

@Suite("Flowing text")
struct FlowTests {
  /// What a reader of RFC 3676 makes of `text`: lines joined where they end in a blank.
  func joined(_ text: String, deletesBlank: Bool) -> [String] {
    var result: [String] = []
    var open = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let unstuffed = line.first == " " ? line.dropFirst() : line
      if unstuffed.last == " " {
        open += deletesBlank ? String(unstuffed.dropLast()) : String(unstuffed)
      } else {
        result.append(open + unstuffed)
        open = ""
      }
    }
    return result
  }

  let long = "3月5日，全市春季河道清淤现场会 Spring Dredging Meeting 在柳溪镇召开，会议通报了去冬今春清淤进展，部署了汛前八项重点工作，参加会议的有各县（区）负责同志。"

  @Test("A flowed paragraph is the whole paragraph again when its lines are joined")
  func chinese() throws {
    let made = try text(issue(paragraph(long), paragraph("第二段。")), TextOptions(width: 30, flow: .flowed))
    #expect(made.split(separator: "\n").count > 5)
    #expect(joined(made, deletesBlank: true) == ["　　" + long, "　　第二段。", ""])
  }

  @Test("English flows without doubled blanks for readers that delete none")
  func english() throws {
    let words = "The upper lock opened on 9 May, a week early, after a state-of-the-art repair of both gates."
    let made = try text(issue(paragraph(words), language: .english), TextOptions(width: 24, flow: .flowed))
    #expect(joined(made, deletesBlank: false) == [words, ""])
  }

  @Test("Lines that must not be joined end in no blank, and those that begin with one get another", arguments: 1...60)
  func stuffing(seed: UInt64) throws {
    let generated = IssueGenerator.issue(seed: seed)
    let made = try text(generated, TextOptions(flow: .flowed))
    let unwrapped = try text(generated, TextOptions(flow: .none))
    let deletes = generated.language.isChinese
    // Joined again, the lines of the paragraphs are those of the text that is not wrapped at all.
    let lines = joined(made, deletesBlank: deletes).map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    let wanted = unwrapped.split(separator: "\n").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    #expect(lines.joined() == wanted.joined(), "seed \(seed)")
    #expect(!made.split(separator: "\n").contains { $0.hasPrefix(">") || $0.hasPrefix("From ") })
  }

  @Test("Unwrapped, each paragraph is one line")
  func unwrapped() throws {
    #expect(try text(issue(paragraph(long)), TextOptions(flow: .none)) == "　　" + long + "\n")
  }

  @Test("The media type says how the text flows")
  func mediaType() throws {
    let chinese = try PlainTextWriter(options: TextOptions(flow: .flowed)).write(issue(paragraph("清")), StageContext())
    #expect(chinese.format.mediaType == "text/plain; charset=utf-8; format=flowed; delsp=yes")
    let english = try PlainTextWriter(options: TextOptions(flow: .flowed))
      .write(issue(paragraph("a"), language: .english), StageContext())
    #expect(english.format.mediaType == "text/plain; charset=utf-8; format=flowed")
  }
}
