import IssueModel
import IssueReading
import TestSupport
import Testing

/// Whatever a page is, the reader ends soon with an issue or with an error of one line.
@Suite("Hostile web pages")
struct HostilePageTests {
  private func read(_ html: String, _ location: SourceLocation = #_sourceLocation) throws -> Reading {
    var result: Result<Reading, any Error>?
    let time = ThreadTime.measure { result = Result { try Reading(html, as: .html) } }
    #expect(time < .seconds(10), sourceLocation: location)
    return try #require(result).get()
  }

  private func error(_ html: String) -> ReadingError? {
    do {
      _ = try read(html)
      return nil
    } catch { return error as? ReadingError }
  }

  @Test("Nesting without end is refused in one line", arguments: ["div", "table><tr><td", "font", "ul><li", "b", "x"])
  func nesting(_ tag: String) throws {
    let fault = try #require(error("<html>\n" + String(repeating: "<\(tag)>", count: 100_000) + "深"))
    #expect(fault.id == "html-unreadable")
    #expect(fault.position?.line == 2)
    #expect(fault.hint != nil && !fault.message.english.contains("\n"))
  }

  @Test("Depth that is allowed is read", arguments: ["div", "font", "blockquote", "table><tr><td"])
  func deep(_ tag: String) throws {
    // 512 elements within each other are allowed.
    let elements = tag.count { $0 == ">" } + 1
    let reading = try read(String(repeating: "<\(tag)>", count: 480 / elements) + "<p>\(sentence)</p>")
    #expect(reading.issue.tree.contains(sentence))
  }

  @Test("Entities of the page's own are text, and nothing is expanded or fetched")
  func entities() throws {
    let bomb = """
      <!DOCTYPE html [<!ENTITY a "河河河河河河河河"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
      <!ENTITY x SYSTEM "file:///etc/passwd">]>
      <html><body><h1>河畔简报</h1><p>第7期</p><h2>通知</h2><p>\(sentence)&c;&x;</p></body></html>
      """
    let reading = try read(bomb)
    let text = reading.issue.tree
    #expect(text.contains(sentence) && !text.contains("root:") && !text.contains("河河河河河河河河河"))
  }

  @Test("Huge attributes, texts and counts of tags are read in time that grows with them")
  func large() throws {
    let attribute = "<p title='" + String(repeating: "长", count: 500_000) + "'>\(sentence)</p>"
    #expect(try read(attribute).issue.tree.contains(sentence))
    let tags = String(repeating: "<p>x<br><br></p>", count: 5_000)
    #expect(throws: Never.self) { try read("<h1>河畔简报</h1>" + tags) }
    let links = String(repeating: "<a href='#n1' id=r1>[1]</a>", count: 5_000) + "<p id=n1><a href='#r1'>[1]</a> 注</p>"
    #expect(throws: Never.self) { try read("<h1>河畔简报</h1><p>\(sentence)" + links) }
    let spans = "<table border=1><tr><td colspan=99999999 rowspan=99999999>甲</td><td>乙</td></tr></table>"
    #expect(throws: Never.self) { try read("<h1>河畔简报</h1><p>\(sentence)</p>" + spans) }
  }

  @Test(
    "Pages that are broken or empty are an issue or an error",
    arguments: [
      "<html>", "<html><body></body></html>", "<", "<!", "<!--", "<p", "</p>", "<script>", "<title>x", "<a href=",
      "<table>",
      "<table><td>x", "<ul>x<li>", "<p><table><p></table>", "&#0;&#xFFFFFFFF;&;", "<h1><h1><h1>", "<select><option>甲",
      "<br><br><br>", "<img>", "<figure>", "<frameset><frame src=a></frameset>", "\u{0}<p>x",
    ])
  func broken(_ html: String) throws {
    let result = Result { try read(html) }
    if case .failure(let error) = result {
      let fault = try #require(error as? ReadingError)
      #expect(fault.hint != nil)
    }
  }

  @Test("A page cut anywhere is an issue or an error", arguments: 0..<60)
  func cut(_ part: Int) throws {
    let page = """
      <html><head><meta charset=utf-8><style>p{}</style></head><body><nav><a href=/>首页</a></nav><h1>河畔简报</h1>
      <table><tr><td>第7期</td><td>2031年5月6日</td></tr></table><h2>通知</h2><p style="text-align:center">\(sentence)<br><br>
      <sup><a href="#n" id=r>[1]</a></sup></p><p id=n><a href="#r">[1]</a>注</p><!-- x --><footer>ICP备0号</footer></body></html>
      """
    let bytes = Array(page.utf8)
    for length in stride(from: part, to: bytes.count, by: 60) {
      do { _ = try Reading(bytes: Array(bytes[..<length]), as: .html) } catch is ReadingError {}
    }
  }
}
