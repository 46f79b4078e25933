import IssueModel
import Testing

@Suite("Markdown: words in what pandoc writes beside the text")
struct AttributesTests {
  @Test(
    "Words in attributes are told",
    arguments: [
      "#### 检修 {#pumps .big title=\"五月数据\"}\n\n\(sentence)", "[检修]{.mark title=\"五月数据\"}照常。",
      "::: {.note caption=\"五月数据\"}\n检修照常。\n:::",
    ])
  func told(source: String) throws {
    let reading = try Reading(bulletin("\(sentence)\n\n\(source)"))
    #expect(!reading.issue.tree.contains("五月数据"))
    let remark = try #require(reading.remarks.first { $0.id == "attributes-dropped" })
    #expect(
      remark.message.english.contains("“title=\"五月数据\"”") || remark.message.english.contains("“caption=\"五月数据\"”"))
    #expect(remark.position?.line == bodyLine + 2)
  }

  @Test("So are words behind the name of a division; names of looks are none")
  func looks() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n::: note Pumps first :::\n检修照常。\n:::"))
    #expect(reading.remarks.map(\.message.english).contains { $0.contains("“Pumps first”") })
    for source in ["::: {.note #a custom-style=\"正文\"}\n检修照常。\n:::", "::: note\n检修照常。\n:::", "[检修]{.underline}照常。"] {
      #expect(!(try Reading(bulletin("\(sentence)\n\n\(source)")).ids.contains("attributes-dropped")))
    }
  }

  @Test("Words behind a picture that say more than its size stay")
  func picture() throws {
    #expect(try Reading(bulletin("![泵站](a.png){width=50% alt=\"五月数据\"}")).issue.tree.contains("五月数据"))
    #expect(try Reading(bulletin("![泵站](a.png){width=50%}")).body == ["figure:泵站"])
  }
}
