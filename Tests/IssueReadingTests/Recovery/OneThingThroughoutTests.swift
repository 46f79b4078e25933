import IssueModel
import Testing

/// Special issues, numbers of a series, and what stands at the ends of articles, as offices and clubs write them.
@Suite("Recovery: special issues, series and endings")
struct OneThingThroughoutTests {
  private static let text = """
    The pumps at the lower lock stopped at four in the morning and were not running again until the
    crew had cleared the grating by hand, which took the better part of the day.
    """

  private static func single(_ number: String, _ title: String, _ byline: String) -> String {
    let parts = ["What the Gauges Said", "Along the Towpath", "The Mill and the Ford", "Before the Next One"]
    return """
      LOWER WEIR DRAINAGE DISTRICT

      THE SLUICE

      \(number)

      \(title)

      \(byline)

      \(text)

      """ + parts.map { "\($0)\n\n\(text)\n" }.joined(separator: "\n")
  }

  @Test(
    "An issue of one article has one title, and the lines within divide it",
    arguments: [
      ("Vol. 9, No. 5 SPECIAL ISSUE June 28, 1957", "THE NIGHT OF JUNE EIGHTEENTH\nAND WHAT THE BANKS DID WITH IT"),
      ("Vol. 9, No. 5, June 28, 1957", "THE NIGHT OF JUNE EIGHTEENTH"),
      ("No. 12 Special Number, 3 May 1931", "The night of the third"),
    ])
  func one(_ number: String, _ title: String) throws {
    let reading = try Reading(Self.single(number, title, "By Harold Lindqvist, District Engineer"), as: .text)
    #expect(reading.titles == [title.replacing("\n", with: " ")])
    #expect(reading.body.filter { $0.hasPrefix("h") }.count == 4)
    #expect((reading.masthead.number?.kind == .special) == number.lowercased().contains("special"))
  }

  @Test("Where somebody is named at a second title, all are titles")
  func several() throws {
    let issue = Self.single("Vol. 9, No. 5, June 28, 1957", "THE NIGHT OF JUNE EIGHTEENTH", "By Harold Lindqvist")
      .replacing("The Mill and the Ford\n", with: "The Mill and the Ford\n\nBy Ada Moor\n")
    #expect(try Reading(issue, as: .text).titles.count >= 2)
  }

  @Test(
    "The year of a series counts the number",
    arguments: ["No. 9, Series of 2026", "No. 9, s. 2026", "No. 9 Series of 2026", "No. 9, S. of 2026"])
  func series(_ line: String) throws {
    let reading = try Reading(
      "**TYPHOON SEASON: NO ONE LEFT ON THE ROOF**\n\nTagbay Village Council\n\n# READY SHEET\n\n\(line)\n\nOctober 21, 2026\n\n## The count\n\n\(Self.text)\n"
    )
    #expect(reading.masthead.name == "READY SHEET")
    #expect(reading.masthead.number?.number == 9)
    #expect(reading.masthead.number?.year == 2026)
  }

  private static let head = "# The Sluice\n\nNo. 3\n\nLower Weir Council\n\n2 March 2031\n\n"

  @Test("Roman numbers that count from the first heading are titles at whatever level")
  func roman() throws {
    let reading = try Reading(
      Self.head
        + ["# I. THE COUNT", "# **II. THE GYM**", "## III. THE SIREN", "## What to do", "# IV. THE BOATS"]
        .map { "\($0)\n\n\(Self.text)\n\n" }.joined())
    #expect(reading.titles == ["I. THE COUNT", "II. THE GYM", "III. THE SIREN", "IV. THE BOATS"])
  }

  @Test("A picture whose description has an empty line is a figure, and that is told")
  func description() throws {
    let reading = try Reading(
      Self.head
        + "## The sirens\n\n\(Self.text)\n\n![A map of a village\n\nDescription automatically generated](map.png)\n\n*Figure 1. Where they stand*\n\n\(Self.text)\n"
    )
    #expect(reading.body.contains { $0.hasPrefix("figure:") })
    #expect(!reading.paragraphs.contains { $0.contains("![") })
    #expect(reading.lines(of: "description-joined").count == 1)
  }

  @Test("Brackets that are no picture stay as they are, though one closes behind an empty line")
  func noDescription() throws {
    let reading = try Reading(
      Self.head + "## The sirens\n\nLook![A map\n\n\(Self.text)\n\nSee [the list](list.html) too.\n")
    #expect(reading.lines(of: "description-joined").isEmpty)
  }

  @Test("A numbered list whose items lead back into the text holds its notes")
  func notes() throws {
    let reading = try Reading(
      Self.head
        + "## The road\n\nThe road[[1]](#footnote-1) is open again and so is the bridge.[[2]](#footnote-2) \(Self.text)\n\n1. Opened in May. [↑](#footnote-ref-1)\n2. For carts. [↑](#footnote-ref-2)\n"
    )
    #expect(reading.articles.flatMap(\.notes).count == 2)
    #expect(!reading.body.contains { $0.hasPrefix("list:") })
  }

  @Test("A list whose items lead elsewhere is a list")
  func links() throws {
    let reading = try Reading(
      Self.head + "## The road\n\n\(Self.text)\n\n1. Opened in May. [map](#map-1)\n2. For carts. [map](#map-2)\n")
    #expect(reading.articles.flatMap(\.notes).isEmpty)
    #expect(reading.body.contains { $0.hasPrefix("list:") })
  }

  @Test("The marks by which a mail says bold name the bulletin and its contents list")
  func gmail() throws {
    let reading = try Reading(
      """
      Lane Hawkers' Association
      *STALLHOLDER*
      Issue 112 | Wednesday, 27 October 2021
      ======================================

      *In this issue*
      1. Back to five
      2. The kettle fund

      --- FROM THE COMMITTEE ---

      *Back to five*

      \(Self.text)

      - Tan Bee Leng, Chairman

      --- NOTICES ---

      *The kettle fund*

      \(Self.text)

      - Rosnah, stall 01-17

      --
      You receive this because your stall is on the list.
      To leave the list, write to us with the word STOP.
      """, as: .text)
    #expect(reading.masthead.name == "STALLHOLDER")
    #expect(reading.titles == ["Back to five", "The kettle fund"])
    #expect(reading.issue.printedContents?.entries.count == 2)
    #expect(reading.articles.map(\.attribution) == ["Tan Bee Leng, Chairman", "Rosnah, stall 01-17"])
    #expect(!reading.paragraphs.contains { $0.contains("STOP") })
  }

  @Test("By order of an office, somebody signs, and what is enclosed counts on")
  func byOrder() throws {
    let margin = String(repeating: " ", count: 33)
    let reading = try Reading(
      """
                      T H E   R I V E R   B O A R D

                   G R O W E R S '   C I R C U L A R

                          No. 14 of 1971

                                               Board House,
                                               Port Alma,
                                               3rd September, 1971.

      1. PRICE TO GROWERS
         ----------------

           \(Self.text)

      \(margin)By order of
      \(margin)THE RIVER BOARD
      \(margin)C. A. Moor, Secretary
      \(margin)3rd September, 1971.

      Encl.  1. Form of declaration (in duplicate)
             2. Map of the blocks
             3. Calendar of ships
      """, as: .text)
    #expect(reading.masthead.office == "THE RIVER BOARD")
    #expect(reading.articles.first?.signature?.date?.iso == "1971-09-03")
    #expect(reading.body.filter { $0.hasPrefix("attachments:") }.count == 3)
    #expect(!reading.body.contains { $0.contains("p:By order") })
  }

  @Test("Annexes named below each other are enclosed, and no titles")
  func annexes() throws {
    let reading = try Reading(
      Self.head
        + "# **Contents**\n\n| The road . |  |  | 1 |\n|---|--|--|---|\n| The bridge . |  |  | 2 |\n\n## The road\n\n\(Self.text)\n\n## The bridge\n\n\(Self.text)\n\nAnnex A. Schedule of contributions\n\nAnnex B. Standing order on the bridge, as amended\n"
    )
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["The road", "The bridge"])
    #expect(reading.titles == ["The road", "The bridge"])
    #expect(reading.body.filter { $0.hasPrefix("attachments:") }.count == 2)
  }

  @Test(
    "Behind an editor's name stands where to find them, a box or a telephone of three digits too",
    arguments: ["PO Box 77, Gullarra", "Private Bag 9, Port Alma", "Room 3, Brule; phone 214"])
  func whereabouts(_ place: String) throws {
    let reading = try Reading(
      Self.head + "## The road\n\n\(Self.text)\n\n---\n\nEditor: Ada Moor, \(place)\n\n900 copies\n")
    #expect(reading.issue.imprint?.people.map(\.names) == [["Ada Moor"]])
    #expect(reading.issue.imprint?.contact == place)
  }

  @Test("Trustees above the imprint are of it, persons below a heading who came are not")
  func board() throws {
    let reading = try Reading(
      Self.head
        + "## The road\n\n\(Self.text)\n\nTrustees: Ada Moor, Mrs. B. Weir, Tom Lui\n\nSecretary: Miss Viola Henning, Room 3\n\n900 copies\n"
    )
    #expect(reading.issue.imprint?.people.map(\.role) == ["Trustees", "Secretary"])
    let present = try Reading(
      Self.head
        + "## The road\n\n\(Self.text)\n\nPresent: Ada Moor, Mrs. B. Weir, Tom Lui\n\nSecretary: Miss Viola Henning, Room 3\n\n900 copies\n"
    )
    #expect(present.issue.imprint?.people.map(\.role) == ["Secretary"])
  }
}
