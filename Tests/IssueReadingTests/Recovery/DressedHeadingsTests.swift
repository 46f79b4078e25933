import IssueModel
import Testing

@Suite("Recovery: headings in the dress of a program, a typist or a mail")
struct DressedHeadingsTests {
  private let text = "The sluice was opened on Monday and shut again on Friday, and the herons were counted meanwhile."
  private let more = "Nobody had counted so many of them since the winter in which the pond froze down to its floor."
  private let third = "The ferry goes on Mondays as well, since the miller asked for that in the meeting of the spring."
  private let head = "HERON POND NOTES\n\nNo. 7      6 May 2031"
  private let markdown = "# Heron Pond Notes\n\nNo. 7, 6 May 2031"

  private func plain(_ head: String, _ body: String, without repairs: Set<String> = []) throws -> Reading {
    try Reading(head + "\n\n" + body + "\n", as: .text, without: repairs)
  }

  // MARK: Quoted texts

  @Test("A text quoted as a whole, as a mail forwards it, is read without the signs, which is told")
  func quoted() throws {
    let body = "\(head)\n\n*The sluice*\n\n\(text)\n\n*The herons*\n\n\(more)\n\n*The ferry*\n\n\(third)"
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    for mark in ["> ", ">", "> > "] {
      let reading = try Reading(lines.map { mark + $0 + "\n" }.joined(), as: .text)
      #expect(reading.masthead.name == "HERON POND NOTES")
      #expect(reading.titles == ["The sluice", "The herons", "The ferry"])
      #expect(reading.paragraphs == [text, more, third])
      #expect(reading.lines(of: "quotes-opened") == [1])
    }
  }

  @Test("The signs of a quoted text stay with --no-repair quoted-text, and those of a quotation always")
  func quotationsStay() throws {
    let quoted = ["> \(head)", ">", "> \(text)", ">", "> \(more)", ">", "> \(third)", "> \(text)", "> \(more)", ">"]
    let kept = try Reading(quoted.joined(separator: "\n"), as: .text, without: ["quoted-text"])
    #expect(kept.lines(of: "quotes-opened") == [])
    let reading = try Reading("\(markdown)\n\n## The sluice\n\n\(text)\n\n> \(more)\n\n\(third)\n")
    #expect(reading.body == ["p:" + text, "quote:" + more, "p:" + third])
  }

  // MARK: Marks of mails and typists

  @Test("Lines between two stars at each end, a blank within, are headings, also right above who wrote the text")
  func doubleStars() throws {
    let reading = try plain(
      head, "** The sluice **\n\n\(text)\n\n** 水閘重開 **\n\n\(more)\n\n** A letter **\nJoan Pettifer\n\n\(third)")
    #expect(reading.titles == ["The sluice", "水閘重開", "A letter"])
    #expect(reading.articles.last?.byline == "Joan Pettifer")
  }

  @Test("A line between strokes right above and below it names a section, if titles stand below most of them")
  func ruledSections() throws {
    let rule = String(repeating: "-", count: 60)
    let body =
      "\(rule)\nNEWS 消息\n\(rule)\n\n*The sluice*\n\n\(text)\n\n\(rule)\nPEOPLE 人物\n\(rule)\n\n*The herons*\n\n\(more)"
    let reading = try plain(head, body)
    #expect(reading.sections == ["NEWS 消息", "PEOPLE 人物"])
    #expect(reading.titles == ["The sluice", "The herons"])
  }

  @Test("A line between strokes right above text is a title")
  func ruledTitles() throws {
    let rule = String(repeating: "=", count: 60)
    let reading = try plain(
      head, "\(rule)\nThe sluice\n\(rule)\n\n\(text)\n\n\(rule)\nThe herons\n\(rule)\n\n\(more)")
    #expect(reading.titles == ["The sluice", "The herons"])
    #expect(reading.sections == [nil])
  }

  @Test("A head in capitals before a point and a wide gap is the title, and spread names above such heads are sections")
  func gappedHeads() throws {
    let reading = try plain(
      head,
      "              W O R K   D O N E\n\nTHE SLUICE.    \(text)\n\nTHE HERONS.    \(more)\n\n              S T O R E S\n\nTHE FERRY.    \(third)"
    )
    #expect(reading.sections == ["WORK DONE", "STORES"])
    #expect(reading.titles == ["THE SLUICE", "THE HERONS", "THE FERRY"])
    #expect(reading.paragraphs == [text, more, third])
    #expect(reading.lines(of: "title-split").count == 3)
  }

  @Test("Capitals before a point alone begin a sentence")
  func noGap() throws {
    let reading = try plain(head, "THE SLUICE\n\nNOTE.  \(text)\n\nNOTE.  \(more)\n\nNOTE.  \(third)")
    #expect(reading.titles == ["THE SLUICE"])
    #expect(reading.paragraphs.count == 3)
  }

  // MARK: Marks of converters

  @Test("Bold items of lists that each stand by themselves above text are lines, and so titles; it is told")
  func boldItems() throws {
    let reading = try Reading(
      "- **Heron Pond Notes**\n\nNo. 7, 6 May 2031\n\n- **The sluice**\n\n\(text)\n\n- **The herons**\n\n\(more)\n\n- **The ferry**\n\n\(third)\n\n- **Bring**\n- boots\n- nets\n"
    )
    #expect(reading.masthead.name == "Heron Pond Notes")
    #expect(reading.titles.prefix(3) == ["The sluice", "The herons", "The ferry"])
    #expect(reading.body.last == "list:boots\nnets")
    #expect(reading.lines(of: "item-unmarked") == [1, 5, 9, 13, 17])
  }

  @Test("Bold items that follow each other stay a list")
  func boldList() throws {
    let reading = try Reading(
      "\(markdown)\n\n## The sluice\n\n\(text)\n\n- **boots**\n- **nets**\n- **a lamp**\n\n\(more)\n")
    #expect(reading.body.count == 3)
    #expect(reading.body[1].hasPrefix("list:"))
    #expect(reading.lines(of: "item-unmarked") == [])
  }

  @Test("The colon of bold lines that stand for headings goes, where nearly all of them have one, and only there")
  func colons() throws {
    let body = "**The sluice:**\n\n\(text)\n\n**The herons:**\n\n\(more)\n\n**The ferry:**\n\n\(third)\n"
    let reading = try Reading("Heron Pond Notes\n\nNo. 7, 6 May 2031\n\n" + body)
    #expect(reading.titles == ["The sluice", "The herons", "The ferry"])
    #expect(reading.lines(of: "heading-colon-dropped") == [5, 9, 13])
    let kept = try Reading("Heron Pond Notes\n\nNo. 7, 6 May 2031\n\n" + body, without: ["heading-marks"])
    #expect(kept.lines(of: "heading-colon-dropped") == [])
    let beside = try Reading(
      "\(markdown)\n\n## Meeting\n\n**Present:**\n\n\(text)\n\n**Absent:**\n\n\(more)\n\n**Next:**\n\n\(third)\n")
    #expect(beside.lines(of: "heading-colon-dropped") == [])
  }

  @Test("A colon in bold right above a bold title stays: it leads to that")
  func kickers() throws {
    let reading = try Reading(
      "Heron Pond Notes\n\nNo. 7, 6 May 2031\n\n**Water:**\n\n**The sluice is open again**\n\n\(text)\n\n**Birds:**\n\n**The herons have come**\n\n\(more)\n\n**Boats:**\n\n**The ferry goes again**\n\n\(third)\n"
    )
    #expect(reading.titles == ["The sluice is open again", "The herons have come", "The ferry goes again"])
    #expect(reading.lines(of: "heading-colon-dropped") == [])
  }

  @Test("A line that is underlined as a whole is set as bold ones are")
  func underlined() throws {
    let reading = try Reading(
      "Heron Pond Notes\n\nNo. 7, 6 May 2031\n\n<u>The sluice</u>\n\n\(text)\n\n<u>The herons</u>\n\n\(more) It was <u>very</u> cold.\n"
    )
    #expect(reading.titles == ["The sluice", "The herons"])
    #expect(reading.paragraphs == [text, more + " It was very cold."])
  }

  @Test("A number before a title does not make a list of it where strokes below make it a heading")
  func numberedAboveStrokes() throws {
    let reading = try Reading(
      "Heron Pond Notes {#notes}\n================\n\nNo. 7, 6 May 2031\n\n1. The sluice\n-------------\n\n\(text)\n\n2. The herons\n-------------\n\n\(more)\n"
    )
    #expect(reading.masthead.name == "Heron Pond Notes")
    #expect(reading.titles == ["1. The sluice", "2. The herons"])
    #expect(reading.paragraphs == [text, more])
  }

  @Test("A rule below the heading of a contents list parts neither from the table of its titles")
  func ruleBelowContents() throws {
    let reading = try Reading(
      "\(markdown)\n\n## Contents\n\n---\n\n| | |\n|---|---|\n| The sluice | 1 |\n| The herons | 2 |\n\n## The sluice\n\n\(text)\n\n## The herons\n\n\(more)\n"
    )
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["The sluice", "The herons"])
    #expect(reading.titles == ["The sluice", "The herons"])
  }

  @Test("Who wrote the article and of which office stands below its title, above a bold heading too")
  func writerAboveHeading() throws {
    let reading = try Reading(
      "**Heron Pond Notes**\n\nNo. 7, 6 May 2031\n\n**The sluice is open again**\n\nPiers Latimer, Water Section\n\n**Background**\n\n\(text)\n\n**The herons have come**\n\n\(more)\n"
    )
    #expect(reading.articles.first?.byline == "Piers Latimer, Water Section")
  }

  // MARK: The issue as a whole

  @Test("Each half of an issue in two languages counts its titles in its own way")
  func halves() throws {
    let han = "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，疏通渠道三十余里，确保汛期排水顺畅。"
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n# 【中文部分】\n\n# 一、泵站检修\n\n\(han)\n\n# 二、渠道疏通\n\n\(han)\n\n# 【ENGLISH SECTION】\n\n# 1. The sluice\n\n\(text)\n\n# 2. The herons\n\n\(more)\n"
    )
    #expect(reading.sections == ["中文部分", "ENGLISH SECTION"])
    #expect(reading.titles == ["一、泵站检修", "二、渠道疏通", "1. The sluice", "2. The herons"])
  }

  @Test("A contents list behind the text is one, and names the titles, which is told")
  func contentsAtEnd() throws {
    let reading = try plain(
      head,
      "The sluice\n\n\(text)\n\nThe herons\n\n\(more)\n\nThe ferry\n\n\(third)\n\nThis number contains\n\nThe sluice\nThe herons\nThe ferry\n\nTyped by: A. Moor\nEdited by: B. Holt"
    )
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["The sluice", "The herons", "The ferry"])
    #expect(reading.titles == ["The sluice", "The herons", "The ferry"])
    #expect(reading.issue.imprint?.people.map(\.role) == ["Typed by", "Edited by"])
    #expect(reading.lines(of: "contents-moved").count == 1)
  }

  @Test("A heading for contents behind the text, above lines that it does not have, is what it says")
  func noContentsAtEnd() throws {
    let long = String(repeating: "\(third)\n\n", count: 24)
    let reading = try Reading(
      "\(markdown)\n\n## The sluice\n\n\(text)\n\n## The herons\n\n\(long)## Contents\n\nA lamp\n\nTwo boots\n\n\(third)\n"
    )
    #expect(reading.issue.printedContents == nil)
    #expect(reading.titles.first == "The sluice")
  }

  // MARK: Mastheads and signatures

  @Test("Of an office above a name, both headings, the lower heading is the name all the same")
  func unionAboveName() throws {
    let reading = try Reading(
      "# HERON POND KEEPERS' UNION\n\n#### THE SLUICE\n\nNo. 7\n\nMay 2031\n\n# Herons\n\n\(text)\n\n# Ferry\n\n\(more)\n"
    )
    #expect(reading.masthead.name == "THE SLUICE")
    #expect(reading.masthead.office == "HERON POND KEEPERS' UNION")
  }

  @Test("Issued by says who publishes, whatever body stands above")
  func issuedBy() throws {
    let reading = try plain(
      "HERON POND DISTRICT COUNCIL\nIssued by the Department of Water\n\nOFFICERS' BULLETIN\n\nNo. 7\n6 May 2031",
      "THE SLUICE\n\n\(text)\n\nTHE HERONS\n\n\(more)")
    #expect(reading.masthead.office == "Department of Water")
    #expect(reading.masthead.series == "HERON POND DISTRICT COUNCIL")
    #expect(reading.masthead.name == "OFFICERS' BULLETIN")
  }

  @Test("A person and a post sign an article that ends with a list")
  func signerBelowList() throws {
    let reading = try Reading(
      "\(markdown)\n\n## The sluice\n\n\(text) Bring:\n\n- boots;\n- nets.\n\n**I. Holt, Safety Representative**\n\n## The herons\n\n\(more)\n"
    )
    #expect(reading.articles.first?.signature?.office == "I. Holt, Safety Representative")
  }
}
