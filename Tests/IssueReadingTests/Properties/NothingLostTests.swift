import IssueModel
import Testing

@Suite("No word of the source is lost")
struct NothingLostTests {
  @Test(
    "Whatever mark it stands in, a word is read",
    arguments: [
      "普通**粗体**与*斜体*和~~删除~~的字", "`代码`里的字", "[链接的字](http://example.org)", "> 引文的字", "- 列表的字\n- 又一条",
      "1. 编号的字\n2. 又一条", "| 表头 | 字 |\n|---|---|\n| 单元 | 格 |", "```\n代码块的字\n```", "    缩进的字", "![图的字](a.png)",
      "前![行内图的字](a.png)后", "<b>标签里的字</b>", "<div>块里的字</div>", "H<sub>2</sub>O 与 m<sup>2</sup>", "脚注[^1]。\n\n[^1]: 注里的字",
      "&lt;实体&gt;与&#20013;的字", "转义\\*的\\_字\\[", "<http://example.org/字>", "- [ ] 待办的字\n- [x] 已办", "硬换行的字  \n下一行",
      "若 a<b 且 c>d 则可", "见<某某>说明", "> - 引文里的列表\n>   - 再一层的字", "第一行的字<br>第二行",
    ])
  func marks(markdown: String) throws {
    let reading = try Reading(bulletin("开头。\n\n\(markdown)\n\n结尾。"))
    var source = markdown
    for mark in [
      "http://example.org)", "a.png", "&lt;", "&gt;", "<b>", "</b>", "<div>", "</div>", "<sub>", "</sub>", "<sup>",
      "</sup>", "<br>", "[^1]", "[x]",
    ] { source = source.replacing(mark, with: "") }
    source = source.replacing("&#20013;", with: "中")
    if source.hasPrefix("1.") { source = source.replacing("1.", with: "").replacing("2.", with: "") }
    #expect(letters(reading.articles) == "新泵站投入运行开头" + letters(of: source) + "结尾" || markdown.contains("[^1]:"))
    for letter in letters(of: source) { #expect(letters(reading.articles).contains(letter)) }
  }

  @Test("Text in quotes and lists deeper than anyone writes them is kept", arguments: [">", "-"])
  func deep(mark: String) throws {
    let reading = try Reading(bulletin(String(repeating: mark + " ", count: 90) + "深处的字"))
    #expect(letters(reading.articles).contains("深处的字"))
  }

  @Test("A line that Markdown takes for the address of a link is text", arguments: ["[1]: 见附件", "[注]: 数据截至五月底"])
  func linkDefinition(line: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(line)\n\n\(sentence)"))
    #expect(letters(reading.articles).contains(letters(of: line)))
  }

  @Test("A footnote that nothing refers to is kept or named")
  func unusedFootnote() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n[^9]: 数据截至五月底。\n"))
    #expect(
      letters(reading.articles).contains("数据截至五月底") || reading.remarks.contains { $0.position?.line == bodyLine + 2 })
  }

  @Test(
    "What stands between angle brackets and is no HTML is text",
    arguments: ["见<John Smith>说明", "<div>3 < 5 仍为真"])
  func angleBrackets(line: String) throws {
    let reading = try Reading(bulletin("开头。\n\n\(line)\n\n结尾。"))
    #expect(letters(reading.articles) == "新泵站投入运行开头" + letters(of: line.replacing("<div>", with: "")) + "结尾")
  }
}
