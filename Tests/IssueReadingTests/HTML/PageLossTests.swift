import IssueModel
import Testing

@Suite("Web pages: what a reader saw is kept, what nobody saw is told")
struct PageLossTests {
  private func page(_ html: String, head: String = "", language: String = "zh-CN") throws -> Reading {
    try Reading(
      "<html lang='\(language)'><head>\(head)</head><body><h1>河畔简报</h1><p>第7期</p><p>河畔镇办公室　2031年5月6日</p><hr>\n<h2>新泵站投入运行</h2><p>　　\(sentence)</p>\n\(html)\n<p>　　\(sentence)</p></body></html>",
      as: .html)
  }

  private func markdown(_ html: String) throws -> Reading {
    try Reading(bulletin("\(sentence)\n\n\(html)\n\n\(sentence)"))
  }

  private func lists(_ reading: Reading) -> [List] {
    reading.articles.flatMap(\.body).compactMap { if case .list(let list) = $0 { list } else { nil } }
  }

  @Test(
    "The numbers of a list are those that the page prints",
    arguments: [
      ("<ol type=a><li>甲站</li><li>乙站</li></ol>", ["a. 甲站", "b. 乙站"]),
      ("<ol type=A start=26><li>甲站</li><li>乙站</li></ol>", ["Z. 甲站", "AA. 乙站"]),
      ("<ol type=i start=3><li>甲站</li><li>乙站</li></ol>", ["iii. 甲站", "iv. 乙站"]),
      ("<ol type=I><li>甲站</li><li>乙站</li></ol>", ["I. 甲站", "II. 乙站"]),
      ("<ol reversed><li>甲站</li><li>乙站</li></ol>", ["2. 甲站", "1. 乙站"]),
      ("<ol><li value=2>甲站</li><li value=7>乙站</li></ol>", ["2. 甲站", "7. 乙站"]),
      ("<ol style='list-style-type: cjk-ideographic' start=11><li>甲站</li><li>乙站</li></ol>", ["十一、甲站", "十二、乙站"]),
    ])
  func numbers(html: String, items: [String]) throws {
    for reading in [try page(html), try markdown(html)] {
      let list = try #require(lists(reading).first)
      #expect(list.printsOwnMarks && list.start == nil)
      #expect(list.items.map(\.plainText) == items)
    }
  }

  @Test(
    "A list whose first item states its number counts on from there")
  func start() throws {
    let reading = try page("<ol><li value=5>甲站</li><li>乙站</li></ol>")
    let list = try #require(lists(reading).first)
    #expect(list.start == 5 && !list.printsOwnMarks && list.items.count == 2)
  }

  @Test("Quotations have the marks of the page's language")
  func quotes() throws {
    #expect(try page("<p>他说<q>先看<q>水</q></q>。</p>").paragraphs.contains("他说“先看‘水’”。"))
    #expect(try page("<p>他說<q>先看<q>水</q></q>。</p>", language: "zh-TW").paragraphs.contains("他說「先看『水』」。"))
    #expect(try page("<p>他说<q>“先看水”</q>。</p>").paragraphs.contains("他说“先看水”。"))
  }

  @Test(
    "What nobody saw is told where it stands",
    arguments: [
      ("<!-- 此处 待核 -->", "comment-dropped", "此处 待核"),
      (
        "<!--[if gte vml 1]><v:shape><v:textbox><p>框中的话</p></v:textbox></v:shape><![endif]-->", "comment-dropped",
        "框中的话"
      ),
      ("<p>甲<a href='http://example.org' aria-label='往年各期'>乙</a></p>", "title-attribute-dropped", "往年各期"),
      ("<div>甲<datalist><option value='水利站'></datalist></div>", "hidden-text-dropped", "水利站"),
    ])
  func told(html: String, id: String, words: String) throws {
    let remark = try #require(try page(html).remarks.first { $0.message.english.contains(words) })
    #expect(remark.id == id && remark.severity == .note && remark.position?.line == 3)
  }

  @Test("Names for programs and settings of Word are no words")
  func names() throws {
    let reading = try page(
      "<!--StartFragment--><!-- nav --><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><script>var a = '<!-- 水泵 待核 -->'</script>"
    )
    #expect(reading.lines(of: "comment-dropped") == [])
  }

  @Test("Title, description and keywords of a page are told where its text does not have them")
  func head() throws {
    let reading = try page(
      "", head: "<title>河畔简报 - 水务网</title><meta name=keywords content='泵站,防汛'><meta name=viewport content='width 1'>")
    let words = reading.remarks.filter { $0.id == "hidden-text-dropped" }.map(\.message.english)
    #expect(words.count == 2)
    #expect(words.contains { $0.contains("“水务网”") } && words.contains { $0.contains("“防汛”") })
  }

  @Test("Each row of a table within a cell is a line of that cell")
  func tableWithinCell() throws {
    let html =
      "<table><tr><td>站</td><td>泵</td></tr><tr><td>外<table><tr><td>内一</td><td>内二</td></tr><tr><td>内三</td><td>内四</td></tr></table></td><td>格</td></tr></table>"
    let body = try markdown(html).body
    #expect(body.contains { $0.hasPrefix("table:") && $0.contains("内一\u{3000}内二") && !$0.contains("内二内三") })
  }

  @Test("The code of a link of Word is the link that it says, with its styles or without")
  func fields() throws {
    let marked =
      "<p>见<span style='mso-element:field-begin'></span> HYPERLINK \"http://example.org/a\" \\o \"往期\" <span style='mso-element:field-separator'></span><span>网页</span><span style='mso-element:field-end'></span>。</p>"
    for html in [marked, "<p>见HYPERLINK \"http://example.org/a\" \\o \"往期\" 网页。</p>"] {
      let reading = try page(html)
      let text = reading.articles.flatMap(\.body).compactMap { block -> [Inline]? in
        if case .paragraph(let paragraph) = block { paragraph.inlines } else { nil }
      }
      #expect(text.contains { $0.contains(.link(target: "http://example.org/a", [.text("网页")])) })
      #expect(reading.paragraphs.contains("见网页。"))
    }
  }

  @Test("The footer of an article is its own, and text behind the footer of the page is text")
  func footers() throws {
    let reading = try page(
      "<article><h2>渠道疏通</h2><p>\(sentence)</p><footer>供稿：张小河</footer></article><footer>河畔镇网站</footer><p>又讯：七座泵站已全部检修。</p>"
    )
    #expect(letters(everythingIn: reading.issue).contains("张小河"))
    #expect(letters(everythingIn: reading.issue).contains("七座泵站已全部检修"))
  }

  @Test("Markdown that states its structure tells what no reader sees, but for its own marks")
  func stated() throws {
    let reading = try Reading(
      "---\ngazette: 1\nname: 河畔简报\n---\n\n## 新泵站投入运行\n\n<!-- byline -->\n\n张小河\n\n甲站<!-- 此处待核 -->照常，见[网页](http://example.org \"五月数据\")。\n\n<div><template>暗文</template>乙站</div>\n"
    )
    #expect(reading.ids == ["comment-dropped", "hidden-text-dropped", "title-attribute-dropped"])
  }

  @Test("Comments are told at their line and column, several on one line too")
  func placesOfComments() throws {
    let reading = try Reading(
      "<html><body><h1>河畔简报</h1>\n<p>第7期</p><h2>泵站按期完工</h2><!-- 第一句 话 --><p>\(sentence)</p><!-- 第二句 话 --></body></html>",
      as: .html)
    let places = reading.remarks.filter { $0.id == "comment-dropped" }.compactMap(\.position)
    #expect(places.map(\.line) == [2, 2])
    #expect(places.map(\.column) == [26, 47 + sentence.unicodeScalars.count])
  }

  @Test("A line that speaks of technical support within the issue is no foot of the site")
  func supportWithin() throws {
    let text = String(repeating: sentence, count: 2)
    let reading = try Reading(
      "<html><body><h1>河畔简报</h1><p>第7期　2031年5月6日</p><h2>新品种示范</h2><p>\(text)</p><p>技术支持：县农技推广站</p><h2>泵站按期完工</h2><p>\(text)</p><p>报：县委</p></body></html>",
      as: .html)
    #expect(reading.titles == ["新品种示范", "泵站按期完工"])
    #expect(reading.paragraphs.contains("技术支持：县农技推广站") || reading.articles[0].attribution != nil)
    #expect(reading.remarks.allSatisfy { $0.id != "boilerplate-dropped" })
  }

  @Test("The rule that Word sets above its footnotes is none of the first note")
  func ruleAboveNotes() throws {
    let reading = try Reading(
      """
      <html><body><h1>河畔简报</h1><p>第7期</p><h2>泵站按期完工</h2><p>\(sentence)<a href="#_ftn1" name="_ftnref1">[1]</a></p>
      <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>

      <hr align=left size=1 width="33%">

      <![endif]>

      <div style='mso-element:footnote' id=ftn1>

      <p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> 完工日期以验收为准。</p>

      </div>

      </div>
      </body></html>
      """, as: .html)
    let notes = reading.articles.first?.notes ?? []
    #expect(notes.map { $0.body.map(Reading.described) } == [["p:完工日期以验收为准。"]])
  }
}
