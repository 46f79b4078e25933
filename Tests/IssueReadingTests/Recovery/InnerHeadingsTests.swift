import Testing

@Suite("Recovery: headings of one level, told by what stands around them")
struct InnerHeadingsTests {
  private let text = "The ferry lay at the north quay until noon and was towed across as soon as the wind had dropped."
  private let more = "Nobody was hurt, and the eleven sheep on board were landed by the steps one after the other."
  private let head = "## Slipway News\n\n## Number 31\n\n## 6 May 2031\n\nIssued by the Kelda Harbour Trust\n\n"

  /// The headings and texts below each other as paragraphs of Markdown.
  private func issue(_ parts: [String]) throws -> Reading { try Reading(head + parts.joined(separator: "\n\n") + "\n") }

  @Test(
    "What we found and Next steps divide the article above them, though all headings have one level and no list names titles"
  )
  func parts() throws {
    let reading = try issue([
      "## The ferry that would not start", text, "## What we found", more, "## Next steps", text,
      "Ada Moor, Harbour Master",
      "## Swallows in the boathouse", more, "Tomas Reed, Boatman", "## A lamp for the outer mole", text,
    ])
    #expect(
      reading.titles == ["The ferry that would not start", "Swallows in the boathouse", "A lamp for the outer mole"])
    #expect(reading.body.filter { $0.hasPrefix("h1:") } == ["h1:What we found", "h1:Next steps"])
    #expect(reading.lines(of: "heading-within-article").count == 2)
  }

  @Test("With titles off among the repairs, they stay titles")
  func switchedOff() throws {
    let parts = [
      "## The ferry that would not start", text, "## What we found", more, "## Swallows in the boathouse", more,
      "Tomas Reed, Boatman", "## A lamp for the outer mole", text,
    ]
    let reading = try Reading(head + parts.joined(separator: "\n\n") + "\n", without: ["titles"])
    #expect(reading.titles.contains("What we found"))
  }

  @Test(
    "Headings in small letters divide articles whose titles are in capitals; short columns that nobody signs stay titles"
  )
  func capitals() throws {
    let reading = try issue([
      "## THE REGATTA IN JUNE", "By Nora Quill", text, "## Sailing", more, "## Rowing", text,
      "## REPAIRS TO THE GREAT CRANE", "By Tomas Reed", more, "## NOTICES", text,
    ])
    #expect(reading.titles == ["THE REGATTA IN JUNE", "REPAIRS TO THE GREAT CRANE", "NOTICES"])
    #expect(reading.body.filter { $0.hasPrefix("h1:") } == ["h1:Sailing", "h1:Rowing"])
  }

  @Test("A heading above its writer or behind a signature is a title, whatever its words")
  func sure() throws {
    let reading = try issue([
      "## The ferry that would not start", text, "Ada Moor, Harbour Master", "## Background", more,
      "Tomas Reed, Boatman", "## Conclusions", "By Nora Quill", text,
    ])
    #expect(reading.titles == ["The ferry that would not start", "Background", "Conclusions"])
  }

  @Test("Names of a few words right above titles, twice or more, are sections, though longer than most names")
  func pairs() throws {
    let reading = try issue([
      "## Harbours of the North", "## Two boats and one buoy", text, "## Harbours of the South and the Islands",
      "## A crane comes home", more, "## Ice on the slip", text,
    ])
    #expect(reading.sections == ["Harbours of the North", "Harbours of the South and the Islands"])
    #expect(reading.titles == ["Two boats and one buoy", "A crane comes home", "Ice on the slip"])
  }

  @Test("In a flash of one signed office, What went wrong, Immediate actions and Root cause are no articles")
  func flash() throws {
    let reading = try issue([
      "## Dropped rope on the Tollund", text, "## What went wrong", more, "## Immediate actions", "- Count the ropes.",
      "## Near miss at the slip", more, "## Root cause", text, "## Crew change at the north quay", more,
    ])
    #expect(
      reading.titles == ["Dropped rope on the Tollund", "Near miss at the slip", "Crew change at the north quay"])
  }

  @Test("Tables and lists below short titles that nobody signs are no parts of the article above")
  func columns() throws {
    let reading = try issue([
      "## The ferry lies still: what was done about it", "*Sixty sheep will wait until Friday*", text, "## Damp",
      "**By Sol Tremlett, Steward**", more, "## Your new committee", "| Post | Name |\n|---|---|\n| Chair | Ada Moor |",
      "## What's on", "- 12 January: tea\n- 19 January: rope",
    ])
    #expect(reading.titles.suffix(3) == ["Damp", "Your new committee", "What's on"])
  }

  // MARK: Plain text

  private let top = "SLIPWAY NEWS\n\nNo. 31, 6 May 2031\n\nIssued by the Kelda Harbour Trust\n\n\n"

  @Test("A signer, his post, or an office with the date closes a typed article, and is no part of the next title")
  func closing() throws {
    let reading = try Reading(
      top
        + "The ferry lies still\n\n\(text)\n\nA. R. Moor\nHarbour Master\n\n\nSwallows in the boathouse\n\n\(more)\n\nBoats Committee, 2 May 2031\n\n\nA lamp for the mole\n\n\(text)\n",
      as: .text)
    #expect(reading.titles == ["The ferry lies still", "Swallows in the boathouse", "A lamp for the mole"])
    #expect(reading.articles.map { $0.signature?.office } == ["A. R. Moor Harbour Master", "Boats Committee", nil])
  }

  @Test(
    "Part One: and its sisters are sections though a person's initials begin other lines; a question may be a title")
  func partsOfText() throws {
    let reading = try Reading(
      top
        + "PART ONE: AFLOAT\n\n1. Why did the ferry stop?\n\n\(text)\n\nM. Moor\nHarbour Master\n\nPART TWO: ASHORE\n\n2. Swallows in the boathouse\n\n\(more)\n",
      as: .text)
    #expect(reading.sections == ["PART ONE: AFLOAT", "PART TWO: ASHORE"])
    #expect(reading.titles == ["1. Why did the ferry stop?", "2. Swallows in the boathouse"])
  }

  @Test("Lines behind >> are titles where no list names them, and one word above running text is one")
  func led() throws {
    let reading = try Reading(
      top + ">> THE FERRY LIES STILL\n\n\(text)\n\n-- Ada Moor, harbour master\n\n>> SWALLOWS\n\n\(more)\n", as: .text)
    #expect(reading.titles == ["THE FERRY LIES STILL", "SWALLOWS"])
    let words = try Reading(
      top + "The ferry lies still\n\n\(text)\n\n\nHonours\n\n\(more) \(text)\n", as: .text)
    #expect(words.titles == ["The ferry lies still", "Honours"])
  }

  @Test("Lines with labels of their own in a row are no title over two lines")
  func registers() throws {
    let reading = try Reading(
      top
        + "FROM THE LOG\n\nArrived: 9 May, the Tollund of Kelda\nSailed: 11 May, the Ruth and the Ann\n\n\(text)\n\nTHE HERON IS BACK\n\n\(more)\n",
      as: .text)
    #expect(reading.titles == ["FROM THE LOG", "THE HERON IS BACK"])
  }

  @Test("1 above 1.1 and 2 above 2.1 are sections and titles, the first above all text")
  func decimals() throws {
    let reading = try Reading(
      top
        + "1  Boats and buoys\n\n1.1  The ferry lies still\n\n\(text)\n\n1.2  A buoy adrift\n\n\(more)\n\n2  Birds\n\n2.1  Swallows in the boathouse\n\n\(text)\n\n2.2  The heron\n\n\(more)\n",
      as: .text)
    #expect(reading.sections == ["1  Boats and buoys", "2  Birds"])
    #expect(
      reading.titles == [
        "1.1  The ferry lies still", "1.2  A buoy adrift", "2.1  Swallows in the boathouse", "2.2  The heron",
      ])
  }

  @Test(
    "Got up by the crew, No. XIX: who made a bulletin, in whatever words, is its office, and its number may be Roman")
  func masthead() throws {
    let reading = try Reading(
      "THE BILGE PUMP\n\nGot up by the Night Watch of Kelda Harbour\n\nNo. XIX\t6 May 2031\n\n\nTHE FERRY LIES STILL\n\n\(text)\n\n/2/\n\n\(more)\n\n---\n\nCopies to: the Trust\nTyped by: N. Quill\nRun off: 85 copies\n",
      as: .text)
    #expect(reading.masthead.name == "THE BILGE PUMP")
    #expect(reading.masthead.office == "Night Watch of Kelda Harbour")
    #expect(reading.masthead.number?.number == 19)
    #expect(reading.paragraphs == [text, more])
    #expect(reading.issue.imprint?.copies == 85)
  }

  @Test("1921–2015 below a name is its subtitle; with a post in small letters somebody signs")
  func lifetime() throws {
    let reading = try issue([
      "## Edwin Stallard", "### 1951–2030", text, "*Nora Quill, quay correspondent*", "## The heron", more,
    ])
    #expect(reading.articles.first?.subtitle == "1951–2030")
    #expect(reading.articles.first?.signature?.office == "Nora Quill, quay correspondent")
  }
}
