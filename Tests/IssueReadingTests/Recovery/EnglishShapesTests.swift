import IssueModel
import Testing

@Suite("Recovery: shapes of English and bilingual issues")
struct EnglishShapesTests {
  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."
  private let more = "Nobody had seen so many of them since the year of the flood, when they came in at the door."

  private func plain(_ head: String, _ body: String) throws -> Reading {
    try Reading(head + "\n\n---------------------------------------------\n\n" + body + "\n", as: .text)
  }

  private let head = "WEIR END LEAFLET\n\nNo. 7\n\n6 May 2031"

  // MARK: Mastheads

  @Test("The number of a copy is not the number of the issue")
  func copyNumber() throws {
    let reading = try plain("Copy No. 017\n\nWEIR END CIRCULAR\n\nNumber 52      6 May 2031", "THE LOCK\n\n\(text)")
    #expect(reading.masthead.number?.number == 52)
    #expect(reading.masthead.copyNumber == "Copy No. 017")
    #expect(reading.masthead.series == nil)
  }

  @Test(
    "The number knows its year however it is written",
    arguments: [("No. 3 of 2031", 3, 2031), ("Circular 12/98", 12, 1998), ("No. 2031-07", 7, 2031)])
  func numbers(_ line: String, _ number: Int, _ year: Int) throws {
    let reading = try plain("WEIR END NOTICES\n\n\(line)      6 May 2031", "THE LOCK\n\n\(text)")
    #expect(reading.masthead.number?.number == number)
    #expect(reading.masthead.number?.year == year)
  }

  @Test("A number among the words of a name is part of the name")
  func numberOfAThing() throws {
    let reading = try plain(
      "SOCIETY OF BARGEMEN\nWEIR END No. 2 BRANCH\n\nB R A N C H   L E T T E R\n\nNo. 12      6 May 2031\n\nIssued by the Branch Committee",
      "THE LOCK\n\n\(text)")
    #expect(reading.masthead.number?.number == 12)
    #expect(reading.masthead.name == "BRANCH LETTER")
    #expect(reading.masthead.office == "Branch Committee")
    #expect(reading.masthead.series == "SOCIETY OF BARGEMEN WEIR END No. 2 BRANCH")
  }

  @Test("Whose newsletter it is says the line below the name, and is the office, not the name")
  func owner() throws {
    let reading = try Reading(
      "# The Weir Lantern\n\n# Newsletter of the Weir End Pupils' Association\n\n**Number 83**\n\n**Michaelmas 2031**\n\n# The lock\n\n\(text)\n"
    )
    #expect(reading.masthead.name == "The Weir Lantern")
    #expect(reading.masthead.office == "Weir End Pupils' Association")
  }

  @Test("An issue without a day of its own has the days it tells of for a date")
  func period() throws {
    let reading = try Reading(
      "# Weekly Lock Report\n\nVolume 9, Number 14\n\nWeek 14: 30 March - 5 April 2031\n\n---\n\n## The lock\n\n\(text)\n"
    )
    #expect(reading.masthead.date?.verbatim == "30 March - 5 April 2031")
    #expect(reading.masthead.date?.iso == nil)
  }

  @Test("The header of the mail that an issue was sent as goes, and is told line by line")
  func mailHeader() throws {
    let source =
      "From: editor@weir.example\nTo: list@weir.example\nSubject: Leaflet 7\n\n\(head)\n\n---------------------\n\nTHE LOCK\n\n\(text)\n"
    let reading = try Reading(source, as: .text)
    #expect(reading.masthead.name == "WEIR END LEAFLET")
    #expect(reading.lines(of: "mail-header-dropped") == [1, 2, 3])
    #expect(try Reading(source, as: .text, without: ["page-furniture"]).lines(of: "mail-header-dropped").isEmpty)
    // A memorandum has such lines too, and keeps them.
    let memo = try Reading("MEMO\n\nFrom: The Clerk\nTo: All wardens\nSubject: Eels\n\n\(text)\n", as: .text)
    #expect(memo.lines(of: "mail-header-dropped").isEmpty)
  }

  // MARK: Titles and headings

  @Test("Letters number the headings of a report, and what stands below them")
  func lettered() throws {
    let reading = try plain(
      head,
      "Report on the Loss of the Second Gate\n\nA.  The facts\n\n\(text)\n\nB.  What we asked\n\n\(more)\n\nB.1  Whether it was sound\n\n\(text)"
    )
    #expect(reading.titles == ["Report on the Loss of the Second Gate"])
    #expect(
      reading.body.filter { $0.hasPrefix("h") } == [
        "h1:A.  The facts", "h1:B.  What we asked", "h2:B.1  Whether it was sound",
      ])
    // Without a title above them they are titles, all alike.
    let bare = try plain(head, "A. EELS\n\n\(text)\n\nA1. Upper basin\n\n\(more)\n\nB. GATES\n\n\(text)")
    #expect(bare.titles == ["A. EELS", "B. GATES"])
  }

  @Test("Notices counted through the years are titles")
  func numberedNotices() throws {
    let reading = try plain(head, "No. 118.   Dogs\n\n\(text)\n\nNo. 119.   Cats\n\n\(more)")
    #expect(reading.titles == ["No. 118.   Dogs", "No. 119.   Cats"])
    #expect(reading.masthead.number?.number == 7)
  }

  @Test("Numbered titles that open a section have sisters in it")
  func numberedSisters() throws {
    let reading = try plain(
      head,
      "PART ONE: NEWS\n\n1. The lock is drained\n\n\(text)\n\n2. Cats in Shed Nine\n\n\(more)\n\nPART TWO: NOTICES\n\n1. Keys found\n\n\(text)\n\n2. Hours\n\n\(more)"
    )
    #expect(reading.sections == ["PART ONE: NEWS", "PART TWO: NOTICES"])
    #expect(reading.titles == ["1. The lock is drained", "2. Cats in Shed Nine", "1. Keys found", "2. Hours"])
  }

  @Test("One line in bold is a title because its sisters are")
  func boldSisters() throws {
    let reading = try Reading(
      "# Weir End Leaflet\n\nNo. 7\n\n6 May 2031\n\n---\n\n**The lock**\n\n\(text)\n\n**From the registers**\n\nBaptism: Alfie Sadd\n\n**Cats**\n\n\(more)\n"
    )
    #expect(reading.titles == ["The lock", "From the registers", "Cats"])
  }

  @Test("A heading that the whole contents list leaves out divides its article, and so do its sisters")
  func innerSisters() throws {
    let reading = try Reading(
      "# Weir End Leaflet\n\nNo. 7\n\n6 May 2031\n\n# In this week's leaflet\n\n| The lock is drained | page 1 |\n|---|---|\n| Cats in Shed Nine | page 2 |\n\n# The lock is drained\n\n# First try\n\n\(text)\n\n# The second attempt\n\n\(more)\n\n# Cats in Shed Nine\n\n\(text)\n"
    )
    #expect(reading.titles == ["The lock is drained", "Cats in Shed Nine"])
    #expect(reading.body.filter { $0.hasPrefix("h") }.count == 2)
    #expect(reading.issue.printedContents?.entries.map(\.page) == ["page 1", "page 2"])
  }

  @Test("A title's translation on the next line is of the title")
  func translation() throws {
    let reading = try Reading(
      "# 河畔院訊\n\n第7期\n\n2031年5月6日\n\n---\n\n## 船閘放水\nThe Lock Is Drained\n\n\(text)\n\n\(sentence)\n")
    #expect(reading.titles == ["船閘放水 The Lock Is Drained"])
  }

  // MARK: Contents

  @Test("A contents list on one line is one, entry by entry")
  func runIn() throws {
    let reading = try Reading(
      "# The Spade\n\nIssue 88 | Spring 2031\n\n**In this issue:** Water rates up · The marrow · Bees\n\n## Water rates up\n\n\(text)\n\n## The marrow\n\n\(more)\n\n## Bees\n\n\(text)\n"
    )
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["Water rates up", "The marrow", "Bees"])
    #expect(reading.titles == ["Water rates up", "The marrow", "Bees"])
  }

  @Test("Highlights that no title repeats are news, not a contents list")
  func highlights() throws {
    let reading = try Reading(
      "# Weir End Update\n\nNo. 7\n\n6 May 2031\n\n## Highlights\n\n- Fourteen wells handed over\n- Bridge washed away\n\n## Water\n\n\(text)\n"
    )
    #expect(reading.issue.printedContents == nil)
    #expect(reading.titles == ["Highlights", "Water"])
  }

  // MARK: Text

  @Test("A running head glued to the text goes, and the sentence it tore goes on")
  func gluedHead() throws {
    let page =
      "The gate had been shut since the spring and nobody on either bank could say\nwho had the key, although two men were thought to know and one of them had\n"
    let reading = try Reading(
      "WEIR END BULLETIN\n\nNo. 4 of 2031\n\n6 May 2031\n\n------------------\n\nTHE GATE\n\n\(page)Weir End Bulletin 4/2031\n\nPage 1 of 3\n\n\nbeen seen with it.\n\nTHE CATS\n\n\(page)Weir End Bulletin 4/2031\n\nPage 2 of 3\n\n\nfed them since.\n",
      as: .text)
    #expect(reading.paragraphs.count == 2)
    #expect(reading.paragraphs.first?.hasSuffix("one of them had been seen with it.") == true)
    #expect(reading.lines(of: "running-head-dropped").count == 2)
  }

  @Test("A raised mark that became a digit still leads to its footnote; a decimal and a number of a thing do not")
  func digitNotes() throws {
    let reading = try plain(
      head, "THE LOCK\n\nThe gate is older than the bank.1 It holds 2.1 tons.\n\n1 Measured at the yard.\n\n\(more)")
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["Measured at the yard."])
    let none = try plain(head, "THE LOCK\n\nThe gate weighs 2.1 tons, see No.1 of this leaflet.\n\n1 Gate was mended.")
    #expect(none.articles.first?.notes.isEmpty == true)
  }

  @Test("Words parted at the ends of lines are whole again, compounds keep their hyphen")
  func hyphens() throws {
    let reading = try plain(
      head,
      "THE LOCK\n\nThe Company has at last produced a roster for the week, and the committee has got the Com-\npany to alter it, so that nobody will be asked to work on both of the days, save the lock-\nkeeper, for whom a lock-keeper from the other bank will stand in on the second of them."
    )
    #expect(reading.paragraphs.first?.contains("got the Company to alter") == true)
    #expect(reading.paragraphs.first?.contains("save the lock- keeper") == true)
    #expect(reading.lines(of: "word-joined").count == 1)
    // The remark quotes the word as it is printed.
    let messages = reading.remarks.filter { $0.id == "word-joined" }.map(\.message.english)
    #expect(messages == ["a word parted at the line's end joined: “Company”"])
  }

  @Test("Whom an article greets is no torn sentence, nor how it takes leave; who follows signs")
  func letters() throws {
    let reading = try plain(
      head, "A LETTER\n\nDear fellow members,\n\n\(text)\n\nYour friend and clerk,\n\nHugh Pomfret")
    #expect(reading.paragraphs == ["Dear fellow members,", text, "Your friend and clerk,"])
    #expect(reading.articles.first?.signature?.office == "Hugh Pomfret")
  }

  @Test("Who signs may stand on three lines or on one")
  func signers() throws {
    let reading = try plain(
      head,
      "THE LOCK\n\n\(text)\n\nJ. ARDWICK\nRegistrar\n3 May 2031\n\nEnclosure: Form 12\n\nTHE CATS\n\n\(more)\n\nM. Dearlove, Deputy Registrar, 30 April 2031"
    )
    #expect(reading.articles.map(\.signature?.office) == ["J. ARDWICK Registrar", "M. Dearlove, Deputy Registrar"])
    #expect(reading.articles.map(\.signature?.date?.iso) == ["2031-05-03", "2031-04-30"])
    #expect(reading.body.contains("attachments:Enclosure: Form 12"))
  }

  @Test("Items numbered (i), (ii), (iii) are a list")
  func roman() throws {
    let reading = try plain(
      head, "ADVICE\n\n\(text)\n\n(i)   Close the gate.\n(ii)  Keep the key.\n(iii) Feed the cats.")
    #expect(reading.body.last?.hasPrefix("list:") == true)
  }

  @Test("An imprint on one line is taken apart by its sentences; the printer is no office")
  func imprint() throws {
    let reading = try Reading(
      "# Weir End Leaflet\n\nNo. 7\n\n6 May 2031\n\n---\n\n## The lock\n\n\(text)\n\n---\n\nEditor: J. Birch. Assistant editor: Bo Aske. Printed by Union Print, Tarn. 4,000 copies.\n"
    )
    let imprint = try #require(reading.issue.imprint)
    #expect(imprint.people.map(\.names) == [["J. Birch"], ["Bo Aske"]])
    #expect(imprint.copies == 4000)
    #expect(imprint.office == nil)
  }

  // MARK: Odd layouts

  @Test("A masthead in a box of strokes is a masthead, and the text no Markdown")
  func box() throws {
    let reading = try Reading(
      bytes: Array(
        "+----------------------------------------+\n|          THE KEEPERS' GAZETTE          |\n|   Organ of the Guild of Keepers        |\n|   No. 211              Candlemas 2031  |\n+----------------------------------------+\n\nTHE LAMP\n\n\(text)\n"
          .utf8), as: nil, named: "issue.txt")
    #expect(reading.masthead.name == "THE KEEPERS' GAZETTE")
    #expect(reading.masthead.office == "Guild of Keepers")
    #expect(reading.masthead.number?.number == 211)
    #expect(reading.titles == ["THE LAMP"])
  }

  @Test("What counts through an issue without titles names its articles; parts of a number stay within")
  func numberedRow() throws {
    let reading = try plain(
      head,
      "This briefing is sent to all wardens within five days of each meeting. It is not the minutes.\n\n1.  Chair's report\n\n\(text)\n\n2.  Regulations\n\n2.1  Late keys\n\n\(more)\n\n3.  Next meeting\n\n\(text)"
    )
    #expect(reading.titles == ["1.  Chair's report", "2.  Regulations", "3.  Next meeting"])
    #expect(reading.issue.editorsNote?.body.count == 1)
    #expect(reading.body.contains("h2:2.1  Late keys"))
  }

  @Test("Bullets before titles of a plain text go, and their lines are titles")
  func markedRows() throws {
    let reading = try plain(
      head, "* Christmas Fair\n\n\(text)\n\n* Lost property\n\n\(more)\n\n* Attendance\n\n\(text)")
    #expect(reading.titles == ["Christmas Fair", "Lost property", "Attendance"])
  }

  @Test("Who wrote an article may stand behind the dots of the contents list, and at the margin of its title")
  func writersInContents() throws {
    let reading = try Reading(
      "河畔電子報\n\n第31期\n\n2031年5月6日\n\n本期內容\n\n1. 編輯室報告 ............ 阿福\n2. 最後一班船 ............ 藍鯨\n\n======================\n\n編輯室報告                         阿福\n\n\(sentence)\n\n最後一班船                         藍鯨\n\n\(sentence)\n",
      as: .text)
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["編輯室報告", "最後一班船"])
    #expect(reading.titles == ["編輯室報告", "最後一班船"])
    #expect(reading.articles.map(\.byline) == ["阿福", "藍鯨"])
  }

  @Test("A name below the fields is the name; what kind it is, in small letters, is not")
  func nameBelow() throws {
    let reading = try Reading(
      "EMBASSY OF SARN\n\nIssue No 7\n\n11 July 2031\n\n# SARN TODAY\n\n*Fortnightly bulletin for the friends of Sarn*\n\n---\n\n## The lock\n\n\(text)\n"
    )
    #expect(reading.masthead.name == "SARN TODAY")
    #expect(reading.masthead.office == "EMBASSY OF SARN")
    #expect(reading.titles == ["The lock"])
  }
}
