import IssueModel
import Testing

@Suite("Markdown: footnotes of one name, unused ones and missing ones")
struct FootnoteNamesTests {
  /// The notes of each article, in order.
  private func notes(_ reading: Reading) -> [[String]] { reading.articles.map { $0.notes.map(\.body.plainText) } }

  @Test("Where the numbers begin anew with each article, each mark has the note below it")
  func anew() throws {
    let reading = try Reading(
      bulletin(
        "甲站检修[^1]。\n\n[^1]: 一月。\n\n### 渠道清淤\n\n东渠清淤[^1]，西渠照常[^2]。\n\n[^1]: 二月。\n[^2]: 三月。\n\n### 闸门更换\n\n闸门三扇[^1]。\n\n[^1]: 四月。"
      ))
    #expect(notes(reading) == [["一月。"], ["二月。", "三月。"], ["四月。"]])
    #expect(reading.paragraphs == ["甲站检修。", "东渠清淤，西渠照常。", "闸门三扇。"])
    #expect(reading.ids == [])
  }

  @Test("Notes that stand together at the end belong to the marks of the articles in turn")
  func atTheEnd() throws {
    let reading = try Reading(
      bulletin("甲站检修[^1]，又检修[^1]。\n\n### 渠道清淤\n\n东渠清淤[^1]。\n\n[^1]: 一月。\n\n[^1]: 二月。"))
    #expect(notes(reading) == [["一月。"], ["二月。"]])
    #expect(reading.ids == [])
  }

  @Test("A note above its second mark in one article is that mark's too, though another follows in the next")
  func again() throws {
    let reading = try Reading(
      bulletin("甲站检修[^1]。\n\n[^1]: 一月。\n\n乙站检修[^1]。\n\n### 渠道清淤\n\n东渠清淤[^1]。\n\n[^1]: 二月。"))
    #expect(notes(reading) == [["一月。"], ["二月。"]])
    guard case .paragraph(let second)? = reading.articles.first?.body.last else { return #expect(Bool(false)) }
    #expect(second.inlines.contains(.noteReference("1")))
  }

  @Test("A note of a name that has its mark elsewhere stays as a paragraph, and is told")
  func unused() throws {
    let reading = try Reading(bulletin("甲站检修[^1]。\n\n[^1]: 一月。\n\n[^1]: 二月。"))
    #expect(notes(reading) == [["一月。"]])
    #expect(reading.paragraphs.last == "[^1]: 二月。")
    #expect(reading.lines(of: "note-unreferenced") == [bodyLine + 4])
    #expect(reading.remarks.first?.message.english.contains("“1”") == true)
  }

  @Test("Marks in cells of HTML, in other letters, in quotations and in lists find their notes too")
  func elsewhere() throws {
    let reading = try Reading(
      bulletin(
        "<table><tr><td>甲[^a]</td><td>乙</td></tr></table>\n\n[^A]: 一月。\n\n### 渠道清淤\n\n> 东渠[^A]。\n\n- 西渠[^b]。\n\n[^a]: 二月。\n\n[^B]: 三月。"
      ))
    #expect(notes(reading) == [["一月。"], ["二月。", "三月。"]])
    #expect(reading.ids == [])
  }

  @Test(
    "A note that nothing refers to is kept where it stands, also in quotations and lists",
    arguments: ["[^9]: 截至五月底。", "> [^9]: 截至五月底。", "- [^9]: 截至五月底。", "1. [^9]: 截至五月底。", "  [^9]:\n    截至五月底。"])
  func unreferenced(note: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(note)"))
    #expect(letters(reading.articles).contains("截至五月底"))
    #expect(reading.lines(of: "note-unreferenced") == [bodyLine + 2])
  }

  @Test("A note in a program is a line of it, whatever its name")
  func program() throws {
    let reading = try Reading(
      bulletin("甲[^1]。\n\n[^1]: 一月。\n\n```\n[^1]: a\n[^7]: b `[^1]`\n[x]: c\n```\n\n`[^1]`是注号。"))
    #expect(reading.body.contains("pre:[^1]: a\n[^7]: b `[^1]`\n[x]: c"))
    #expect(reading.paragraphs.last == "[^1]是注号。")
    #expect(notes(reading) == [["一月。"]])
    #expect(reading.ids == [])
  }

  @Test("A mark without a note stays in the text, and is told; an escaped one and a class of letters are text")
  func missing() throws {
    let reading = try Reading(bulletin("\(sentence)\n甲站[^12]。"))
    #expect(reading.paragraphs.joined().contains("甲站[^12]。"))
    #expect(reading.lines(of: "note-missing") == [bodyLine + 1])
    #expect(try Reading(bulletin("甲站\\[^12]，正则[^a-z]。")).ids == [])
  }

  @Test("The target of a link that none uses is text, in a quotation too, and so is a second one of the name")
  func links() throws {
    for source in [
      "[r]: http://example.org \"甲字\"", "> [r]: http://example.org \"甲字\"", "`[r]`\n\n[r]: http://example.org '甲字'",
    ] {
      #expect(letters(try Reading(bulletin("\(sentence)\n\n\(source)")).articles).contains("甲字"))
    }
    let twice = try Reading(bulletin("见[网页][r]。\n\n[r]: http://example.org/a\n[r]: http://example.org/b \"甲字\""))
    #expect(letters(twice.articles).contains("甲字"))
    #expect(twice.articles.first?.body.first?.plainText == "见网页。")
    let used = try Reading(bulletin("见[网页][r]。\n\n[r]: <http://example.org/a?b=1&amp;c=2>"))
    #expect(used.paragraphs == ["见网页。"])
  }
}
