import IssueModel
import Testing

@Suite("Recovery: papers of clubs, locals and works, in English and two languages")
struct ClubroomPapersTests {
  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."
  private let more = "Nobody had seen so many of them since the year of the flood, when they came in at the door."

  private func plain(_ head: String, _ body: String) throws -> Reading {
    try Reading(head + "\n\n---------------------------------------------\n\n" + body + "\n", as: .text)
  }

  private let head = "WEIR END LEAFLET\n\nNo. 7\n\n6 May 2031"

  // MARK: Mastheads

  @Test(
    "The number of a local or a lodge is part of its name where the issue has a number of its own",
    arguments: [
      "WEIR END BARGEMEN'S UNION NO. 418", "Rose of Weir Lodge No. 7", "Weir End Fire Department No. 2",
    ])
  func numberedOffice(_ office: String) throws {
    let reading = try plain("\(office)\n\nTHE BOAT HOOK\n\nVol. XXI No. 9      September, 2031", "THE LOCK\n\n\(text)")
    #expect(reading.masthead.office == office)
    #expect(reading.masthead.name == "THE BOAT HOOK")
    #expect(reading.masthead.number?.number == 9)
    #expect(reading.masthead.number?.volume == 21)
    // Alone, the number is the issue's.
    let circular = try plain("WEIR END OFFICE BULLETIN No. 12\n\n6 May 2031", "THE LOCK\n\n\(text)")
    #expect(circular.masthead.number?.number == 12)
  }

  @Test("The year stands before the number where a line begins so")
  func yearBeforeNumber() throws {
    let reading = try plain("THE WEIR NOTEBOOK\n\n2031 No. 3 (Whole No. 57)\n30 June 2031", "THE LOCK\n\n\(text)")
    #expect(reading.masthead.number?.year == 2031)
    #expect(reading.masthead.number?.number == 3)
    #expect(reading.masthead.number?.total == 57)
  }

  @Test(
    "How often it appears, in brackets below the name, is no part of the name",
    arguments: ["(Quarterly)", "(Published every month)"])
  func periodicity(_ line: String) throws {
    let reading = try plain(
      "WEIR END HARBOUR AUTHORITY\n\nJALA MITRA\n\(line)\n\nNo. 4      6 May 2031", "THE LOCK\n\n\(text)")
    #expect(reading.masthead.name == "JALA MITRA")
    #expect(reading.masthead.otherLines == [line])
  }

  @Test("A name between stars above its number is the name, though no word of it is known")
  func markedName() throws {
    let reading = try Reading(
      "WEIR END MILK UNION LTD.\n\n*** DOODH SAMACHAR ***\nVol. 9, No. 4          15 July 2031\n\nIN THIS ISSUE\n1) The lock\n2) The eels\n\n1) The lock\n\n\(text)\n\n2) The eels\n\n\(more)\n",
      as: .text)
    #expect(reading.masthead.name == "DOODH SAMACHAR")
    #expect(reading.masthead.number?.volume == 9)
    #expect(reading.masthead.office == "WEIR END MILK UNION LTD.")
    #expect(reading.titles == ["1) The lock", "2) The eels"])
  }

  @Test("An association named in both languages is the office, and the bulletin below it the name")
  func bilingualOffice() throws {
    let reading = try Reading(
      "Weir Ridge Country Park Volunteers Association 堰脊郊野公園義工協會\n\n# Ridge Wardens' Bulletin 山徑義工通訊\n\nIssue 22 第二十二期 October 2031 二〇三一年十月\n\n## The lock\n\n\(text) A rope stands in place of the railing near the stream, where\n\n1\n\nRidge Wardens' Bulletin 山徑義工通訊 22\n\nthe bank has been undercut.\n\n## The eels\n\n\(text)\n\n2\n\nRidge Wardens' Bulletin 山徑義工通訊 22\n\n\(more)\n"
    )
    #expect(reading.masthead.office == "Weir Ridge Country Park Volunteers Association 堰脊郊野公園義工協會")
    #expect(reading.masthead.name == "Ridge Wardens' Bulletin 山徑義工通訊")
    #expect(reading.lines(of: "running-head-dropped").count == 2)
  }

  @Test("Whose news it is says a line in small letters, whatever words the house has")
  func house() throws {
    let reading = try Reading(
      "# Mash Tun\n\n*the staff news of Weir End Brewery*\n\nIssue 115, Friday 3 February 2023\n\n## The lock\n\n\(text)\n"
    )
    #expect(reading.masthead.name == "Mash Tun")
    #expect(reading.masthead.office == "Weir End Brewery")
  }

  @Test("Who approved the issue, in the masthead, signs it; what it is for is a note on use")
  func signerAndUse() throws {
    let reading = try plain(
      "OFFICIAL USE ONLY\n\nWEIR END SAFETY BULLETIN\n\nNo. 7 of 2031\n\nApproved: P. K. Holt, Works Manager\n\n6 May 2031",
      "THE LOCK\n\n\(text)")
    #expect(reading.masthead.signer == "P. K. Holt, Works Manager")
    #expect(reading.masthead.notice == "OFFICIAL USE ONLY")
    #expect(reading.masthead.name == "WEIR END SAFETY BULLETIN")
  }

  @Test("A note of the editors between masthead and contents list is no line of the masthead")
  func noteBelowMasthead() throws {
    let reading = try Reading(
      "# Poll Worker Update\n\nVolume 6, Number 2 | September 19, 2031\n\n*Editor's note: Please read this issue before your class. You do not need to print it.*\n\n**Inside:**\n\n- The lock\n- The eels\n\n## The lock\n\n\(text)\n\n## The eels\n\n\(more)\n"
    )
    #expect(
      reading.issue.editorsNote?.body.plainText
        == "Please read this issue before your class. You do not need to print it.")
    #expect(reading.masthead.otherLines.isEmpty)
  }

  // MARK: Contents

  @Test(
    "Pages that stand in a column of their own below the titles belong to these, and are no page numbers of the text")
  func pageColumn() throws {
    let reading = try plain(
      head,
      "CONTENTS\nThe lock\nThe eels of the upper weir\nDates\n\n1\n2\n3\n\nThe lock\n\(text)\n\(more)\n\n1\n\nThe eels of the upper weir\n\(more)\n\(text)\n\n2\n\nDates\n\(text)\n\n3"
    )
    #expect(reading.titles == ["The lock", "The eels of the upper weir", "Dates"])
    #expect(reading.issue.printedContents?.entries.map(\.page) == ["1", "2", "3"])
    #expect(reading.lines(of: "page-number-dropped").count == 3)
  }

  @Test("Dots that recognition read as letters lead to the page, and are told")
  func misreadLeaders() throws {
    let source =
      "\(head)\n\nIN THIS NUMBER\nWages Voted, 212 to 37 ........ccccecececeee 1\nSick Fund Report .....cceeceecees 2\nOur Successes ceeeseeeccs ceee 3\n\nWAGES VOTED, 212 TO 37\n\n\(text)\n\nSICK FUND REPORT\n\n\(more)\n\nOUR SUCCESSES\n\n\(text)\n"
    let reading = try Reading(source, as: .text)
    #expect(
      reading.issue.printedContents?.entries.map(\.text) == [
        "Wages Voted, 212 to 37", "Sick Fund Report", "Our Successes",
      ])
    #expect(reading.titles == ["WAGES VOTED, 212 TO 37", "SICK FUND REPORT", "OUR SUCCESSES"])
    #expect(reading.lines(of: "leader-restored") == [8, 9, 10])
    #expect(try Reading(source, as: .text, without: ["misread-leaders"]).lines(of: "leader-restored").isEmpty)
  }

  @Test(
    "Words are words, however many of their letters a misread leader could have",
    arguments: ["Access to recesses 3", "Fees ... see also essence 12", "See Cee 4"])
  func wordsAreNoLeaders(_ line: String) throws {
    let reading = try plain(head, "THE LOCK\n\n\(text)\n\n\(line)\n\n\(more)")
    #expect(reading.lines(of: "leader-restored").isEmpty)
  }

  // MARK: Markdown of converters

  @Test(
    "Places to jump to leave no trace, wherever pandoc set them",
    arguments: [
      "## []{#_Toc53 .anchor}The lock", "## [The lock]{#_Toc53 .anchor}", "## []{#a .anchor}[]{#b .anchor}**The lock**",
      "## The []{#bookmark7 .anchor}lock", "[]{#_Toc53 .anchor}\n\n## The lock",
    ])
  func anchors(_ heading: String) throws {
    let reading = try Reading(
      "# Weir Notes\n\nNo. 7, 6 May 2031\n\n\(heading)\n\n\(text)\n\n## The eels\n\n[]{#note .anchor}\(more)\n")
    #expect(reading.titles == ["The lock", "The eels"])
    #expect(reading.articles[1].body.plainText == more)
  }
}
