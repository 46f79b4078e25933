import IssueModel
import Testing

@Suite("Markdown: what no reader of it sees is told")
struct LeftOutTests {
  private func read(_ body: String) throws -> Reading { try Reading(bulletin("\(sentence)\n\n\(body)\n\n\(sentence)")) }

  @Test(
    "Comments and instructions are left out with a note of their words",
    arguments: [
      "<!-- 此处待核 -->", "甲站<!-- 此处待核 -->照常。", "<div>甲站<!--\n此处待核\n--></div>", "<?php 此处待核 ?>", "甲<?此处待核?>站照常。",
    ])
  func comments(source: String) throws {
    let reading = try read(source)
    #expect(!letters(reading.articles).contains("此处待核"))
    let remark = try #require(reading.remarks.first { $0.id == "comment-dropped" })
    #expect(remark.message.chinese.contains("此处待核") && remark.severity == .note)
    #expect(remark.position?.line == bodyLine + 2)
  }

  @Test("A comment without words, or in the place of a picture or a page's end, is nothing")
  func emptyComments() throws {
    #expect(!(try read("<!-- -->\n\n<!---->\n\n<!-- page 2 -->").ids.contains("comment-dropped")))
  }

  @Test(
    "What is begun and never ended hides nothing behind it",
    arguments: ["<!-- 待核", "<!--", "> <!-- 待核", "<script>", "<style type='a'>", "<?php", "<![CDATA["])
  func openComments(begin: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(begin)\n\n甲站照常。\n\n### 渠道清淤\n\n乙站照常。"))
    #expect(letters(reading.articles).contains("甲站照常"))
    #expect(reading.titles.last == "渠道清淤")
    #expect(letters(reading.articles).contains("乙站照常"))
    if begin.contains("待核") { #expect(letters(reading.articles).contains("待核")) }
    #expect(reading.lines(of: "comment-unclosed") == [bodyLine + 2] || begin.hasPrefix(">"))
  }

  @Test("Comments that are ended are left out also below one that is not")
  func closedBelow() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n> <!-- 甲\n\n乙\n\n<!-- 丙 -->\n\n丁"))
    #expect(letters(reading.articles).hasSuffix("甲乙丁"))
    #expect(!letters(reading.articles).contains("丙"))
  }

  @Test("The title of a link is told, unless its words say it")
  func titles() throws {
    for source in ["[网页](http://example.org \"五月数据\")", "[网页][r]\n\n[r]: http://example.org '五月数据'"] {
      let reading = try read(source)
      #expect(reading.ids == ["title-attribute-dropped"])
      #expect(reading.remarks[0].message.english.contains("“五月数据” of the link “网页”"))
      #expect(reading.lines(of: "title-attribute-dropped") == [bodyLine + 2])
    }
    #expect(try read("[五月数据见网页](http://example.org \"五月数据\")").ids == [])
  }

  @Test("So are titles of tags within a line, and what is said of a program beside its language")
  func tags() throws {
    let tag = try read("按<abbr title=\"国家标准\">国标</abbr>办。")
    #expect(tag.paragraphs.contains("按国标办。"))
    #expect(tag.ids == ["title-attribute-dropped"])
    let program = try read("```text 五月数据\n12\n```")
    #expect(program.ids == ["code-info-dropped"])
    #expect(try read("```swift\nlet a = 12\n```").ids == [])
  }

  @Test("Fields within a line show their words; tags that people write about stay")
  func fields() throws {
    #expect(try read("姓名<input value=\"石岩\">，<button>提交</button>。").paragraphs.contains("姓名石岩，提交。"))
    #expect(try read("页面上的<button>和<select>照旧。").paragraphs.contains("页面上的<button>和<select>照旧。"))
  }
}
