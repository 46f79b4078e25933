import IssueModel
import Testing

@Suite("Recovery: footnotes that were flattened")
struct NotesTests {
  @Test("A paragraph that Word's web page linked to a reference is a footnote")
  func word() throws {
    let reading = try Reading(
      bulletin("泵站共检修七座<sup>[\\[1\\]](#_ftn1)</sup>，\(sentence)\n\n\(sentence)\n\n[\\[1\\]](#_ftnref1) 不含停用的两座。"))
    let article = try #require(reading.articles.first)
    #expect(article.notes.map(\.body.plainText) == ["不含停用的两座。"])
    #expect(reading.paragraphs.count == 2)
    #expect(reading.lines(of: "note-recognised") == [bodyLine + 4])
  }

  @Test("So is one behind the circled number that stands raised in the text")
  func circled() throws {
    let reading = try Reading(bulletin("泵站共检修七座<sup>①</sup>，\(sentence)\n\n① 不含停用的两座。\n\n\(sentence)"))
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["不含停用的两座。"])
  }

  @Test("A circled number that nothing refers to begins a paragraph like any other")
  func plain() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n① 不含停用的两座。"))
    #expect(reading.articles.first?.notes == [])
    #expect(reading.paragraphs.last == "① 不含停用的两座。")
  }
}
