import IssueModel
import Testing

@Suite("HTML: what a browser shows is read, what it does not show is told")
struct ShownNodesTests {
  private func markdown(_ html: String) throws -> Reading {
    try Reading(bulletin("\(sentence)\n\n\(html)\n\n\(sentence)"))
  }

  private func page(_ html: String, without repairs: Set<String> = []) throws -> Reading {
    try Reading(
      "<html><head><title>河畔简报</title></head><body><h1>河畔简报</h1><p>第7期</p><p>河畔镇办公室　2031年5月6日</p><hr>\n<h2>新泵站投入运行</h2><p>　　\(sentence)</p>\n\(html)\n<p>　　\(sentence)</p></body></html>",
      as: .html, without: repairs)
  }

  @Test(
    "Words in drawings, readings, formulas and what browsers no longer play are text",
    arguments: [
      "<p>甲<svg><path d='M0'/><text>乙</text></svg>丙</p>", "<p>甲<object data='a.swf'>乙</object>丙</p>",
      "<p>甲<map name='m'>乙</map>丙</p>", "<div><p>甲</p><object><p>乙</p><p>丙</p></object></div>",
      "<noframes>甲乙丙</noframes>", "<p><ruby>甲<rt>乙</rt></ruby>丙</p>", "<p>甲<math><mi>乙</mi></math>丙</p>",
      "<details><summary>甲</summary>乙<p>丙</p></details>", "<p>甲<progress>乙</progress><slot>丙</slot></p>",
      "<pre>甲<br>乙<img src=a.png alt=丙></pre>",
    ])
  func shown(html: String) throws {
    for reading in [try markdown(html), try page(html)] {
      #expect(letters(reading.articles).contains("甲乙丙"))
    }
  }

  @Test(
    "What is not shown is told with its words, in Markdown and on a page",
    arguments: [
      ("<div><template>暗文</template></div>", "hidden-text-dropped"),
      ("<p>甲<template>暗文</template></p>", "hidden-text-dropped"),
      ("<div>甲<title>暗文</title></div>", "hidden-text-dropped"),
      ("<div><svg><title>暗文</title><path d='M0'/></svg></div>", "hidden-text-dropped"),
      ("<p><math><mi>x</mi><annotation>暗文</annotation></math></p>", "hidden-text-dropped"),
      ("<div><video src=a.mp4>暗文</video></div>", "media-dropped"),
      ("<p>甲<iframe src=a title=暗文></iframe></p>", "media-dropped"),
      ("<div><canvas>暗文</canvas></div>", "media-dropped"),
      ("<p><abbr title=暗文>甲</abbr></p>", "title-attribute-dropped"),
      ("<p><img src=a.png alt=甲 title=暗文>乙</p>", "title-attribute-dropped"),
      ("<p>甲<map name=m><area alt=暗文 href=a></map></p>", "title-attribute-dropped"),
      ("<table summary=暗文><tr><td>甲</td><td>乙</td></tr></table>", "title-attribute-dropped"),
    ])
  func leftOut(html: String, id: String) throws {
    for (reading, line) in [(try markdown(html), bodyLine + 2), (try page(html), 3)] {
      #expect(!reading.issue.tree.contains("暗文"))
      let remark = try #require(reading.remarks.first { $0.message.chinese.contains("暗文") })
      #expect(remark.id == id && remark.severity == .note && remark.position?.line == line)
    }
  }

  @Test("A film without words is told by its address")
  func film() throws {
    let reading = try page("<video controls><source src='pump.mp4'></video>")
    #expect(reading.remarks.contains { $0.id == "media-dropped" && $0.message.english.contains("“pump.mp4”") })
  }

  @Test("The title of a picture without a description is that")
  func pictureTitle() throws {
    for reading in [
      try markdown("<p><img src=pump.jpg title=新泵></p>"), try page("<p><img src=pump.jpg alt='' title=新泵></p>"),
    ] {
      #expect(reading.body.contains("figure:新泵"))
      #expect(!reading.ids.contains("title-attribute-dropped"))
    }
  }

  @Test("A title that the page prints anywhere is not told")
  func printedTitle() throws {
    #expect(try page("<p><a href='http://example.org' title='\(sentence)'>五月以来…</a></p>").ids == [])
  }

  @Test(
    "Fields are words in Markdown, and on a page a part of the site like its buttons",
    arguments: [
      "<input value=明文>", "<input type=submit value=明文>", "<input placeholder=明文>", "<textarea>明文</textarea>",
      "<select><option>明文</option></select>", "<select><optgroup label=明文><option>乙</option></optgroup></select>",
    ])
  func fields(html: String) throws {
    #expect(letters(try markdown("<div>甲\(html)</div>").articles).contains("明文"))
    let reading = try page("<div>\(html)</div>")
    #expect(!letters(reading.articles).contains("明文"))
    #expect(reading.remarks.contains { $0.id == "boilerplate-dropped" && $0.message.chinese.contains("明文") })
    #expect(letters(try page("<div>\(html)</div>", without: ["boilerplate"]).articles).contains("明文"))
  }

  @Test("What a form carries along unseen is no text")
  func unseen() throws {
    let reading = try page("<input type=hidden name=__VIEWSTATE value=dDwtMTIzNDU2Nzg5MDs7Pg>")
    #expect(!reading.issue.tree.contains("dDwt") && reading.ids == [])
  }

  @Test("Fractions, roots and powers of a formula stay what they are, within their sentence")
  func formulas() throws {
    let half = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
    let square =
      "<math><msup><mn>12</mn><mn>2</mn></msup><mo>+</mo><msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt></math>"
    let reading = try Reading(
      "<html><body><h1>河畔简报</h1><p>第7期</p><h2>收割过半</h2><p>收割比例为\(half)，面积为\(square)亩，各镇都已报送进度。</p><p>\(sentence)</p></body></html>",
      as: .html)
    #expect(reading.paragraphs.first?.hasPrefix("收割比例为1/2，面积为12") == true)
    #expect(reading.paragraphs.first?.contains("+√(a+b)亩") == true)
    #expect(reading.paragraphs.count == 2)
    #expect(reading.paragraphs.first?.contains("122") == true)
  }

  @Test("Words that a page strikes out are printed, and told")
  func struck() throws {
    let reading = try Reading(
      "<html><body><h1>河畔简报</h1><p>第7期</p><h2>收割过半</h2><p>到会<del>90</del><ins>80</ins>人，\(sentence)</p></body></html>",
      as: .html)
    #expect(reading.paragraphs.first?.hasPrefix("到会9080人") == true)
    #expect(
      reading.remarks.filter { $0.id == "strikethrough-dropped" }.map { $0.message.chinese.contains("90") } == [true])
  }
}
