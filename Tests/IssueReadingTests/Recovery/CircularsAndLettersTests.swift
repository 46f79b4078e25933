import IssueModel
import Testing

@Suite("Recovery: circulars and letters of courts, parks, missions and schools")
struct CircularsAndLettersTests {
  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."
  private let more = "Nobody had seen so many of them since the year of the flood, when they came in at the door."

  private func typed(_ body: String) throws -> Reading {
    try Reading(
      "WEIR END LEAFLET\n\nNo. 7\n\n6 May 2031\n\n---------------------------------------------\n\n" + body + "\n",
      as: .text)
  }

  @Test("A kind of bulletin with a number of a year says both", arguments: ["Circular 6 of 2020", "Circular 6/2020"])
  func numberOfYear(_ line: String) throws {
    let reading = try Reading(
      "Weir End Court\n\n**CLERKS' CIRCULAR**\n\n| \(line) | 21 September 2020 |\n| --- | --- |\n\n## The lock\n\n\(text)\n"
    )
    #expect(reading.masthead.number?.number == 6)
    #expect(reading.masthead.number?.year == 2020)
  }

  @Test(
    "A post and its place above a date sign, and so does an office above what is enclosed",
    arguments: ["Warden, Weir End Park", "Station Master, Weir End", "Office of the Court Manager"])
  func signers(_ signer: String) throws {
    let reading = try Reading(
      "# Weir End Bulletin\n\nNo. 3\n\n6 May 2031\n\n## The lock\n\n\(text)\n\n\(more)\n\n\(signer)\n\n28 July 2012\n\nEnclosures:\n\nAnnexure A: Form of the new roll\n\nAnnexure B: List of the dates\n"
    )
    let article = try #require(reading.articles.first)
    #expect(article.signature?.office == signer)
    #expect(article.signature?.date?.month == 7)
    #expect(
      reading.body.suffix(2) == [
        "attachments:Annexure A: Form of the new roll", "attachments:Annexure B: List of the dates",
      ])
  }

  @Test(
    "Behind the last rule a post and a person answer for the issue",
    arguments: ["Guestmaster: Brother Anselm Tighe", "Clerk of Court: Marguerite Dolan"])
  func postAndPerson(_ line: String) throws {
    let reading = try typed("THE LOCK\n\n\(text)\n\n---------------------------------------------\n\n\(line)")
    let part = try #require(reading.issue.imprint?.people.first)
    #expect(part.role + ": " + (part.names.first ?? "") == line)
  }

  @Test(
    "Copies are told from who made the issue behind one blank",
    arguments: [
      "Editor: Ada Moor 140 copies", "Editor: Ada Moor. 140 copies run off.", "Editor: Ada Moor.    140 printed",
    ])
  func copies(_ line: String) throws {
    let imprint = try #require(
      try typed("THE LOCK\n\n\(text)\n\n---------------------------------------------\n\n\(line)").issue.imprint)
    #expect(imprint.copies == 140)
    #expect(imprint.people.first?.names == ["Ada Moor"])
  }

  @Test("An initial ends no field of an imprint")
  func initial() throws {
    let imprint = try #require(
      try typed("THE LOCK\n\n\(text)\n\n---------------------------------------------\n\nEditor: T. Hall Tel: 555-0100")
        .issue
        .imprint)
    #expect(imprint.people.first?.names == ["T. Hall"])
    #expect(imprint.contact == "Tel: 555-0100")
  }

  @Test("In an issue in two languages the line below a title that says it in the other is its subtitle")
  func translations() throws {
    let han = "五月六日，河畔镇新泵站投入运行，沿岸三个村庄的居民都来观看，工程历时九个月。"
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n# 新泵站今日投入运行\n\nNew Pump House Goes to Work\n\n\(han)\n\n\(text)\n\n# Four Keepers Come Home\n\n四位管理员回到河畔\n\n\(more)\n\n\(han)\n"
    )
    #expect(reading.titles == ["新泵站今日投入运行", "Four Keepers Come Home"])
    #expect(reading.articles.map(\.subtitle) == ["New Pump House Goes to Work", "四位管理员回到河畔"])
  }

  @Test("A table that strokes open and close without a line below its names is one")
  func headlessTable() throws {
    let strokes = "  ------------- ----------- -----------"
    let reading = try Reading(
      "# Weir End Bulletin\n\nNo. 3\n\n6 May 2031\n\n## The lock\n\n\(text)\n\n\(strokes)\n  **Length**    **Daily**   **Monthly**\n  Under 8 m     11.00       142.00\n  8 to 12 m     16.50       210.00\n  Over 12 m     24.00       318.00\n\(strokes)\n\n\(more)\n"
    )
    #expect(reading.body.count { $0.hasPrefix("table:") } == 1)
    #expect(!reading.body.contains { $0.hasPrefix("h") })
  }
}
