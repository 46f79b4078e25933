import Testing

@Suite("Recovery: what newsletters say around their articles")
struct NewsletterFurnitureTests {
  private let text = "The ferry lay at the north quay until noon and was towed across as soon as the wind had dropped."
  private let more = "Nobody was hurt, and the eleven sheep on board were landed by the steps one after the other."
  private let top = "# Slipway News\n\nNo. 31, 6 May 2031\n\nIssued by the Kelda Harbour Trust\n\n"

  // MARK: Links that lead readers on

  @Test(
    "Read more, Back to top and Unsubscribe go, each with a remark, as lines and behind the last sentence of a paragraph"
  )
  func readerLinks() throws {
    let reading = try Reading(
      top
        + "## The ferry lies still\n\n\(text) [Read more](https://kelda.example/1)\n\n[Back to top](#top)\n\n## The heron\n\n\(more)\n\nContinue reading »\n\n↑ Top\n\n[Unsubscribe](u) | [View in browser](v)\n\nYou are receiving this because you asked for it. To unsubscribe, write to list@kelda.example.\n"
    )
    #expect(reading.body == ["p:" + text, "p:" + more])
    #expect(reading.lines(of: "web-furniture-dropped").count == 6)
  }

  @Test("Where a mail may be read if not here goes as well, and does not hide the masthead")
  func mailHead() throws {
    let reading = try Reading(
      "Having trouble reading this? [View it in your browser](v).\n\n" + top
        + "In this issue: Two new pumps, The heron\n\n## Two new pumps\n\n\(text)\n\n## The heron\n\n\(more)\n")
    #expect(reading.masthead.name == "Slipway News")
    #expect(reading.issue.printedContents?.entries.count == 2)
    #expect(reading.titles == ["Two new pumps", "The heron"])
  }

  @Test("They stay if page furniture is not to be repaired, and words like them within text stay in any case")
  func kept() throws {
    let own = "Members who want to read more should ask Nora for the log of the ferry."
    let source = top + "## The ferry lies still\n\n\(text)\n\n\(own)\n\nRead more\n\n## Contact us\n\n\(more)\n"
    #expect(try Reading(source).body == ["p:" + text, "p:" + own, "p:" + more])
    #expect(try Reading(source, without: ["page-furniture"]).paragraphs.contains("Read more"))
    #expect(try Reading(source).titles == ["The ferry lies still", "Contact us"])
  }

  // MARK: Contents

  private func articles(_ mark: String) -> String {
    "\(mark)Sheep on the ferry\n\n\(text)\n\n\(mark)The heron is back\n\n\(more)\n\n\(mark)Rope for sale\n\n\(text)\n"
  }

  @Test(
    "Contents on one line are a list, whatever few words stand before them and whatever mark between",
    arguments: [
      "THIS MONTH: Sheep on the ferry / The heron is back / Rope for sale",
      "On the quay • Sheep on the ferry • The heron is back • Rope for sale",
      "Read in here: Sheep on the ferry; The heron is back; Rope for sale.",
      "Sheep on the ferry | The heron is back | Rope for sale",
      "**INSIDE:** Sheep on the ferry • The heron is back • Rope for sale\n\n---",
    ])
  func oneLine(line: String) throws {
    let reading = try Reading(top + line + "\n\n" + articles("## "))
    #expect(
      reading.issue.printedContents?.entries.map(\.text) == [
        "Sheep on the ferry", "The heron is back", "Rope for sale",
      ])
    #expect(reading.titles == ["Sheep on the ferry", "The heron is back", "Rope for sale"])
  }

  @Test("A few words above lines that the text says again head the contents list, and are no section of it")
  func looseHeading() throws {
    let reading = try Reading(
      top + "What you will find\n\n- Sheep on the ferry\n- The heron is back\n- Rope for sale\n\n" + articles("## "))
    #expect(reading.issue.printedContents?.heading == "What you will find")
    #expect(reading.issue.printedContents?.entries.count == 3)
    #expect(reading.lines(of: "contents-section-unmatched").isEmpty)
  }

  // MARK: Pictures

  @Test("By the Harbour Master between a title with its picture and the text is a byline, no caption")
  func bylineBelowPicture() throws {
    let reading = try Reading(
      top + "## The ferry lies still\n\n![](ferry.png)\n\nBy the Harbour Master\n\n\(text)\n\n## The heron\n\n\(more)\n"
    )
    #expect(reading.articles.first?.byline == "By the Harbour Master")
    #expect(reading.body.filter { $0.hasPrefix("p:") } == ["p:" + text, "p:" + more])
  }

  @Test("A sentence on what was told before stays text below a picture")
  func sentenceBelowPicture() throws {
    let long = Array(repeating: more, count: 5).joined(separator: " ")
    let reading = try Reading(
      top
        + "## The ferry lies still\n\n\(long)\n\n![](ferry.png)\n\nIt took nine days.\n\n\(long)\n\n## The heron\n\n\(long)\n\n\(long)\n"
    )
    #expect(reading.paragraphs.contains("It took nine days."))
  }

  // MARK: Mastheads

  @Test("Price, ISSN, editor, circulation and address stand in any order around name, office, number and date")
  func particulars() throws {
    let lines = [
      "PRICE 3d.          REGISTERED AT THE G.P.O. AS A NEWSPAPER", "ISSN 0555-1234", "THE KELDA COURANT",
      "Editor: Ada Moor          Circulation 1,200 copies", "The Organ of the Kelda Fishermen's Union",
      "14 Quay Street, Kelda          Telephone Kelda 21", "Number 7          6th May, 1931",
    ]
    for order in [lines, [lines[2], lines[6], lines[4], lines[0], lines[3], lines[5], lines[1]]] {
      let reading = try Reading(
        order.joined(separator: "\n")
          + "\n\nTHE FERRY LIES STILL\n\n     \(text)\n\nTHE HERON IS BACK\n\n     \(more)\n",
        as: .text)
      #expect(reading.masthead.name == "THE KELDA COURANT")
      #expect(reading.masthead.office == "Kelda Fishermen's Union")
      #expect(reading.masthead.number?.number == 7)
      #expect(reading.masthead.date?.iso == "1931-05-06")
      #expect(reading.titles == ["THE FERRY LIES STILL", "THE HERON IS BACK"])
    }
  }

  @Test("The office stands before its address, the circulation and the telephone in one line")
  func publisherWithAddress() throws {
    let reading = try Reading(
      "# The Weir Watcher\n\nIssue 14 | April 2031 | ISSN 0555-1234 | Price 20p\n\nPublished by the Weir End Residents' League, 4 Mill Row, Weir End WE1 4QT. Circulation 450. Tel. 0555 201\n\n"
        + articles("## "))
    #expect(reading.masthead.office == "Weir End Residents' League")
    #expect(reading.masthead.number?.number == 14)
    #expect(reading.titles.count == 3)
  }
}
