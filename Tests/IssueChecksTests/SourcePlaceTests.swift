import IssueModel
import IssueReading
import Testing

@testable import IssueChecks

@Suite("Places of what the checks find")
struct SourcePlaceTests {
  /// Where in `text`, an issue in Markdown, the remark `id` is made, each as line:column.
  private func places(_ id: String, _ text: String) throws -> [String] {
    let sink = DiagnosticSink()
    let reader = IssueReader(options: .init(format: .markdown))
    let issue = try reader.read(Array(text.utf8), diagnostics: sink)
    IssueChecks.run(on: issue, source: reader.text(of: Array(text.utf8)), diagnostics: sink)
    return sink.diagnostics.filter { $0.id == id }.compactMap(\.position).map { "\($0.line):\($0.column)" }
  }

  private let head = "# 河畔简报\n\n第3期\n\n河畔镇办公室　2031年5月6日\n\n## 新泵站投入运行\n\n"

  @Test("A bracket without a partner is told at its own place, not at the start of the paragraph")
  func bracket() throws {
    #expect(try places("bracket-unbalanced", head + "河畔镇的泵站（一共七座都检修过了。\n") == ["9:7"])
  }

  @Test("Marks of Markdown before the place count as columns of the source")
  func marks() throws {
    #expect(try places("bracket-unbalanced", head + "河畔镇的**泵站**，见[公告](https://example.org/a)（一共七座都检修过了。\n") == ["9:40"])
  }

  @Test("In a paragraph of several lines the line is that of the place")
  func lines() throws {
    #expect(try places("bracket-unbalanced", head + "河畔镇今年对沿河的泵站逐一进行了检修，\n更换水泵（一共七台，年底前全部完工。\n") == ["10:5"])
  }

  @Test("Behind a page number that tore the paragraph the place is found too")
  func torn() throws {
    let text = head + "河畔镇今年对沿河的泵站逐一进行了检修，\n\n— 3 —\n\n更换水泵（一共七台，年底前全部完工。\n"
    #expect(try places("bracket-unbalanced", text) == ["13:5"])
  }

  @Test("Behind blanks that were taken out and marks that were made full-width the place is found too")
  func changed() throws {
    #expect(try places("bracket-unbalanced", head + "河 畔 镇 的 泵 站 都 检 修 过 了 （ 一 共 七 座 。\n") == ["9:23"])
  }

  @Test("A cell of a table is found in its row")
  func cell() throws {
    let text = head + "下表列出各座泵站。\n\n| 站 | 台 |\n|---|---|\n| 一号 | 三 |\n| 二号（东 | 四 |\n"
    #expect(try places("bracket-unbalanced", text) == ["14:5"])
  }

  @Test("A day that does not exist is told where it stands in the text")
  func day() throws {
    #expect(try places("date-impossible", head + "泵站定于2031年2月30日检修。\n") == ["9:5"])
  }

  @Test("Without the source a remark has the line of the paragraph")
  func noSource() {
    let check = BracketCheck()(CheckedIssue(issue(paragraphs: "各村自查。", "泵站（七座。")))
    #expect(check.map(\.position) == [SourcePosition(line: 12)])
  }

  @Test("A source that has not the words of the passage tells no place")
  func other() {
    let places = SourcePlaces("另一份文件\n里的字\n")
    #expect(places.places(of: [2], in: Array("泵站（七座。".unicodeScalars), from: 1) == [nil])
    #expect(places.places(of: [2], in: Array("泵站（七座。".unicodeScalars), from: 9) == [nil])
  }
}
