import Testing

@Suite("Recovery: marks on headings")
struct HeadingMarksTests {
  @Test("A heading that is all bold loses the bold, with a note")
  func unbolded() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n### **闸门换新**\n\n\(sentence)"))
    #expect(reading.titles == ["新泵站投入运行", "闸门换新"])
    #expect(reading.lines(of: "heading-unbolded") == [bodyLine + 2])
    #expect(reading.remarks.first { $0.id == "heading-unbolded" }?.severity == .note)
  }

  @Test("A heading that is bold in part keeps its bold words")
  func partlyBold() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n#### 换新**闸门**\n\n\(sentence)"))
    #expect(reading.lines(of: "heading-unbolded") == [])
    guard case .subheading(let heading)? = reading.articles.first?.body.dropFirst().first else {
      Issue.record("no subheading")
      return
    }
    #expect(heading.inlines == [.text("换新"), .strong([.text("闸门")])])
  }

  @Test("A bold paragraph stays bold")
  func paragraph() throws {
    let reading = try Reading(bulletin("**\(sentence)**\n\n\(sentence)"))
    #expect(reading.lines(of: "heading-unbolded") == [])
    guard case .paragraph(let text)? = reading.articles.first?.body.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.inlines == [.strong([.text(sentence)])])
  }
}
