import Testing
import XMLBinding

@Suite("Reading HTML fragments")
struct HTMLFragmentTests {
  func nodes(_ text: String) throws -> [XMLNode] { try HTMLFragment(parsing: text).nodes }

  /// The nodes in a line each, for comparison: `p[align=center]("text" br)`.
  func shape(_ nodes: [XMLNode]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): return "\"\(text)\""
      case .element(let element):
        let attributes = element.attributes.map { "[\($0.name)=\($0.value)]" }.joined()
        return element.name + attributes + (element.children.isEmpty ? "" : "(\(shape(element.children)))")
      }
    }.joined(separator: " ")
  }

  @Test(
    "The HTML that Markdown carries is read",
    arguments: [
      ("正文", "\"正文\""),
      ("前<br>后<br/>", "\"前\" br \"后\" br"),
      ("第1<sup>st</sup>", "\"第1\" sup(\"st\")"),
      ("<p align=\"center\">居中</p>\n<p>二</p>", "p[align=center](\"居中\") \"\n\" p(\"二\")"),
      ("<IMG SRC='图/一.png' alt=图>", "img[src=图/一.png][alt=图]"),
      ("<p>一<p>二", "p(\"一\") p(\"二\")"),
      ("a &amp; b&nbsp;&lt;&#x7B80;&unknown;", "\"a & b\u{A0}<简&unknown;\""),
      ("<!-- 注 -->x<!DOCTYPE html>", "\"x\""),
      ("<html><head><title>t</title></head><body>x</body></html>y", "title(\"t\") \"xy\""),
      ("\n\n<div>x</div>", "\"\n\n\" div(\"x\")"),
      ("", ""),
    ])
  func reads(_ text: String, _ expected: String) throws {
    #expect(shape(try nodes(text)) == expected)
  }

  @Test("A table keeps its spans, and cells without an end tag end")
  func table() throws {
    let text = "<table><tr><th colspan=2>甲<tr><td rowspan=\"2\">乙</td><td>丙</table>"
    #expect(
      shape(try nodes(text)) == "table(tr(th[colspan=2](\"甲\")) tr(td[rowspan=2](\"乙\") td(\"丙\")))")
  }

  @Test("Elements know their line and column in the fragment")
  func positions() throws {
    let elements = try nodes("<p>一</p>\n中<b\n class=x>二</b>").compactMap { node -> XMLElement? in
      if case .element(let element) = node { element } else { nil }
    }
    #expect(elements.map(\.name) == ["p", "b"])
    #expect(elements.map(\.line) == [1, 2])
    #expect(elements.map(\.column) == [1, 2])
  }

  @Test("Faults are collected with their line, and the text is read all the same")
  func faults() throws {
    let fragment = try HTMLFragment(parsing: "<p>一\n</b>二</p>", file: "issue.md")
    #expect(shape(fragment.nodes) == "p(\"一\n二\")")
    let fault = try #require(fragment.diagnostics.first)
    #expect(fault.domain == .html)
    #expect(fault.line == 2)
    #expect(fault.file == "issue.md")
  }

  @Test("An encoding that the fragment claims is not believed")
  func claimedEncoding() throws {
    let text = "<meta charset=gb2312><meta http-equiv=Content-Type content='text/html; charset=big5'>中文"
    #expect(shape(try nodes(text)).hasSuffix("\"中文\""))
  }

  @Test("Control characters are dropped and reported")
  func control() throws {
    let fragment = try HTMLFragment(parsing: "甲\u{0}乙\u{B}丙&#0;")
    #expect(shape(fragment.nodes) == "\"甲乙丙\"")
    #expect(fragment.diagnostics.contains { $0.bindingCode == .illegalCharacters })
  }

  @Test(
    "Hostile nesting ends quickly, with an error",
    arguments: ["<div>", "<b>", "<i><table>", "<p><ul><li>", "<a href=x><table><td>\n", "<x-y>"])
  func deep(_ tag: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: XMLReadingError.self) {
        try HTMLFragment(
          parsing: String(repeating: tag, count: 100_000) + String(repeating: "</b></i></x>", count: 100_000))
      }
    }
    #expect(time < .seconds(20))
  }

  @Test(
    "Hostile fragments are read without harm",
    arguments: [
      String(repeating: "</div></b>", count: 50_000), String(repeating: "<", count: 100_000),
      String(repeating: "<p", count: 50_000), "<" + String(repeating: "a", count: 100_000),
      "<a " + String(repeating: "b=c ", count: 2_000) + ">", "<!--", "<![CDATA[x]]>", "<script>", "<script></scr",
      "<?php x ?>", "&#", "&#x", "&#xFFFFFFFFFF;", "<a b='", "</", "<!", "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
      "<object data='file:///etc/hostname'><iframe src='http://127.0.0.1:9/'></iframe>", "<textarea><p>",
    ])
  func hostile(_ text: String) throws {
    let fragment = try HTMLFragment(parsing: text)
    #expect(fragment.diagnostics.count <= 1_001)
  }
}
