import IssueModel
import Testing

@Suite("Recovery: English and bilingual issues")
struct EnglishTests {
  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."

  private func issue(_ head: String, _ body: String = "") -> String { head + "\n\n---\n\n" + body + "\n" }

  @Test("A name over two lines is one name, and who issued it is the office")
  func masthead() throws {
    let reading = try Reading(
      "PORT OF WEIR END\nBULLETIN\n\nVolume XII, Number 11        May 2031\n\nIssued by the Weir End Port Authority\n\n\nTHE LOCK IS DRAINED\n\n\(text)\n\n\(text)\n",
      as: .text)
    #expect(reading.masthead.name == "PORT OF WEIR END BULLETIN")
    #expect(reading.masthead.number?.volume == 12)
    #expect(reading.masthead.number?.number == 11)
    #expect(reading.masthead.date?.iso == "2031-05")
    #expect(reading.masthead.office == "Weir End Port Authority")
    #expect(reading.masthead.officeVerbatim == "Issued by the Weir End Port Authority")
  }

  @Test(
    "Numbers and dates of many forms are understood",
    arguments: [
      ("Supplement to No. 74 · 2031-05-06", 74, IssueNumber.Kind.supplement, "2031-05-06"),
      ("Issue 434 · 15/05/2031", 434, .regular, "2031-05-15"),
      ("2031 – No. 9 (Total 1,131) — 6 May 2031", 9, .regular, "2031-05-06"),
      ("No. 7        January-March 2031", 7, .regular, "2031-01"),
    ])
  func numbers(_ line: String, _ number: Int, _ kind: IssueNumber.Kind, _ date: String) throws {
    let reading = try Reading(issue("# Weir End Newsletter\n\n" + line, "## The lock\n\n" + text))
    #expect(reading.masthead.number?.number == number)
    #expect(reading.masthead.number?.kind == kind)
    #expect(reading.masthead.date?.iso == date)
  }

  @Test("The day of the week belongs to the date, and is no office")
  func weekday() throws {
    let reading = try Reading(issue("# 河畔简报\n\n第7期\n\n河畔镇办公室编　　2031年5月6日　星期二", "## 春播\n\n" + sentence))
    #expect(reading.masthead.office == "河畔镇办公室")
    #expect(reading.masthead.officeVerbatim == "河畔镇办公室编")
    #expect(reading.masthead.date?.verbatim == "2031年5月6日　星期二")
  }

  @Test("A title and its translation are one title with a blank between")
  func bilingual() throws {
    let reading = try Reading(
      issue(
        "# 河畔通讯\n# RIVERSIDE NEWSLETTER\n\n第7期 No. 7\n\n2031年5月6日\n\n**目录 Contents**\n\n1. 船闸放水 The Lock Is Drained …… 2",
        "### 船闸放水\n### The Lock Is Drained\n\n\(sentence)\n\n\(text)"))
    #expect(reading.titles == ["船闸放水 The Lock Is Drained"])
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["船闸放水 The Lock Is Drained"])
  }

  @Test("Sections are known by Roman numbers, by capitals, by strokes")
  func sections() throws {
    func body(_ first: String, _ second: String) -> String {
      "RIVER LEAFLET\n\nNo. 7\n\n6 May 2031\n\n\n\(first)\n\nThe lock is drained\n\n\(text) \(text)\n\n\(second)\n\nCats in Shed Nine\n\n\(text) \(text)\n"
    }
    for (first, second, names) in [
      ("I.  NEWS", "II.  NOTICES", ["I.  NEWS", "II.  NOTICES"]), ("NEWS", "NOTICES", ["NEWS", "NOTICES"]),
      ("- News -", "- Notices -", ["News", "Notices"]),
    ] {
      let reading = try Reading(body(first, second), as: .text)
      #expect(reading.sections == names)
      #expect(reading.titles == ["The lock is drained", "Cats in Shed Nine"])
    }
  }

  @Test("Titles in capitals above text are titles, not sections")
  func capitals() throws {
    let reading = try Reading(
      "RIVER LEAFLET\n\nNo. 7\n\n6 May 2031\n\n\nTHE LOCK\n\n\(text)\n\nTHE CATS\n\nBy Ada Moor\n\n\(text)\n", as: .text
    )
    #expect(reading.titles == ["THE LOCK", "THE CATS"])
    #expect(reading.articles.last?.byline == "By Ada Moor")
  }

  @Test("Under a title, italics are its subtitle, and names are its writers")
  func under() throws {
    let reading = try Reading(
      issue(
        "# Weir End Newsletter\n\nNo. 7\n\n6 May 2031",
        "## The lock\n\n*Three weeks without water, and nobody missed it*\n\nby Ada Moor, Lock Cottage\n\n\(text)\n\n## The cats\n\n*A. Moor and B. Teal, Shed Nine*\n\n\(text)"
      ))
    #expect(reading.articles.map(\.subtitle) == ["Three weeks without water, and nobody missed it", nil])
    #expect(reading.articles.map(\.byline) == ["by Ada Moor, Lock Cottage", "A. Moor and B. Teal, Shed Nine"])
  }

  @Test("A person signs with name and post, a list of enclosures may follow, and all keep their order")
  func signature() throws {
    let reading = try Reading(
      "RIVER LEAFLET\n\nNo. 7\n\n6 May 2031\n\n\nTHE LOCK\n\n\(text)\n\n\(text)\n\n                                        Bulletin Office\n                                        6 May 2031\n\nEncl.: Photograph of boots\n",
      as: .text)
    let article = try #require(reading.articles.first)
    #expect(article.signature?.office == "Bulletin Office")
    #expect(article.signature?.isAboveAttachments == true)
    #expect(reading.body.last == "attachments:Encl.: Photograph of boots")
    let person = try Reading(
      issue("# Weir End Newsletter\n\nNo. 7\n\n6 May 2031", "## The lock\n\n\(text)\n\nA. R. Holt  \nChief Officer"))
    #expect(person.articles.first?.signature?.office == "A. R. Holt Chief Officer")
  }

  @Test("Fields of the imprint are told apart by gaps, recipients by semicolons")
  func imprint() throws {
    let reading = try Reading(
      "RIVER LEAFLET\n\nNo. 7\n\n6 May 2031\n\n\nTHE LOCK\n\n\(text)\n\n----------------------------------------\nTo: Masters; Tenants, North Side\ncc: Coastguard, Weir End\nEditor: M. Holm          Tel. 0555 31          Print run: 1,250\nWeir End Port Authority, Customs Steps\n",
      as: .text)
    let imprint = try #require(reading.issue.imprint)
    #expect(imprint.distribution.map(\.recipients) == [["Masters", "Tenants, North Side"], ["Coastguard, Weir End"]])
    #expect(imprint.people.map(\.names) == [["M. Holm"]])
    #expect(imprint.contact?.contains("0555 31") == true)
    #expect(imprint.copies == 1250)
    #expect(imprint.office == "Weir End Port Authority")
    #expect(imprint.officeVerbatim == "Weir End Port Authority, Customs Steps")
  }
}
