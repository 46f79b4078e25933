import Testing

@Suite("Recovery: editor's notes")
struct EditorsNoteTests {
  private let front = "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n"

  @Test("A note before the first article belongs to the issue")
  func ofIssue() throws {
    let reading = try Reading(front + "编者按：农时不等人，现编发两篇。\n\n## 春播如期开始\n\n\(sentence)\n")
    #expect(reading.issue.editorsNote?.label == "编者按")
    #expect(reading.issue.editorsNote?.body.plainText == "农时不等人，现编发两篇。")
    #expect(reading.articles.first?.editorsNote == nil)
    #expect(reading.titles == ["春播如期开始"])
  }

  @Test("A note under a title belongs to the article")
  func ofArticle() throws {
    let reading = try Reading(front + "## 春播如期开始\n\n编者按：农时不等人。\n\n\(sentence)\n")
    #expect(reading.issue.editorsNote == nil)
    #expect(reading.articles.first?.editorsNote?.body.plainText == "农时不等人。")
    #expect(reading.body == ["p:" + sentence])
  }

  @Test(
    "A label on a line of its own takes the paragraph behind it",
    arguments: ["编者按", "编者按：", "**编者按**", "【编者按】", "### 编者按"])
  func ownLine(label: String) throws {
    let reading = try Reading(front + "\(label)\n\n农时不等人，现编发两篇，供各村参考。\n\n## 春播如期开始\n\n\(sentence)\n")
    #expect(reading.issue.editorsNote?.label == "编者按")
    #expect(reading.issue.editorsNote?.body.plainText == "农时不等人，现编发两篇，供各村参考。")
    #expect(reading.body == ["p:" + sentence])
  }

  @Test("A note in a quotation is one note, all its paragraphs")
  func quoted() throws {
    let reading = try Reading(front + "> 编者按：农时不等人。\n>\n> 现编发两篇。\n\n## 春播如期开始\n\n\(sentence)\n")
    #expect(reading.issue.editorsNote?.body.map(Reading.described) == ["p:农时不等人。", "p:现编发两篇。"])
  }

  @Test("An indent before the label takes nothing from the note")
  func indented() throws {
    let reading = try Reading(front + "## 春播如期开始\n\n　　编者按：农时不等人。\n\n　　\(sentence)\n")
    #expect(reading.articles.first?.editorsNote?.body.plainText == "农时不等人。")
  }

  @Test("An English label is known")
  func english() throws {
    let reading = try Reading(
      "# River Bulletin\n\nIssue 7\n\n6 May 2031\n\n---\n\n**Editor’s note:** Spring came late.\n\n## Pumps\n\nAll seven were checked.\n"
    )
    #expect(reading.issue.editorsNote?.label == "Editor’s note")
    #expect(reading.issue.editorsNote?.body.plainText == "Spring came late.")
  }

  @Test("Bold within the note stays")
  func bold() throws {
    let reading = try Reading(front + "**编者按：**农时**不等人**。\n\n## 春播如期开始\n\n\(sentence)\n")
    guard case .paragraph(let text)? = reading.issue.editorsNote?.body.first else {
      Issue.record("no note")
      return
    }
    #expect(text.inlines == [.text("农时"), .strong([.text("不等人")]), .text("。")])
  }

  @Test("编者案, as some write it, is an editor's note too")
  func otherSpelling() throws {
    let reading = try Reading(front + "## 春播如期开始\n\n编者案：农时不等人。\n\n\(sentence)\n")
    #expect(reading.articles.first?.editorsNote?.body.plainText == "农时不等人。")
  }

  @Test("An English label may end with a full stop")
  func stopped() throws {
    let reading = try Reading(front + "## 春播如期开始\n\n*Editor's note.* The figures are for May.\n\n\(sentence)\n")
    #expect(reading.articles.first?.editorsNote?.body.plainText == "The figures are for May.")
  }

  @Test("按 is a label before a colon and in brackets of its own", arguments: ["**按：**", "【按】"])
  func shortest(_ label: String) throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n\(label)\(sentence)\n\n## 新泵站\n\n\(sentence)\n")
    #expect(reading.issue.editorsNote?.body.plainText == sentence)
    #expect(reading.titles == ["新泵站"])
  }

  @Test("Below 编辑室报告 all text up to the first article is the note")
  func report() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n## 编辑室报告\n\n\(sentence)\n\n\(sentence)\n\n## 新泵站\n\n\(sentence)\n")
    #expect(reading.issue.editorsNote?.body.count == 2)
    #expect(reading.titles == ["新泵站"])
  }

  @Test("A paragraph in italics below a title that the editors sign is their note")
  func signed() throws {
    let reading = try Reading(bulletin("*编发这篇手记，是因为它没有腔调。——编者*\n\n\(sentence)"))
    #expect(reading.articles.first?.editorsNote != nil)
    #expect(reading.paragraphs == [sentence])
  }
}
