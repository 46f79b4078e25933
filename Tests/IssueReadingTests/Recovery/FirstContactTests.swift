import IssueModel
import Testing

@Suite("Recovery: shapes met in issues of offices never read before")
struct FirstContactTests {
  private let text = "The sluice was opened on Monday and shut again on Friday, and the herons were counted meanwhile."
  private let more = "Nobody had counted so many of them since the winter in which the pond froze down to its floor."

  private func plain(_ head: String, _ body: String) throws -> Reading {
    try Reading(head + "\n\n" + body + "\n", as: .text)
  }

  private let head = "HERON POND NOTES\n\nNo. 7      6 May 2031"

  // MARK: Mastheads

  @Test("An office above two words for a kind is the office, and those are the name")
  func officeAboveKind() throws {
    let reading = try plain("HERON POND WATER BOARD\nWEEKLY ORDERS\n\nNo. 31      6 May 2031", "THE SLUICE\n\n\(text)")
    #expect(reading.masthead.name == "WEEKLY ORDERS")
    #expect(reading.masthead.office == "HERON POND WATER BOARD")
  }

  @Test("A name that stands below number and date is the name, not the word for its kind before the number")
  func nameBelowColumns() throws {
    let reading = try plain(
      "POND WORKS                                       Bulletin No. 12\nWelfare Office                                   6 May 2031\n\n              THE STAFF BULLETIN",
      "CANTEEN PRICES\n\n\(text)\n\nBUS TO TOWN\n\n\(more)")
    #expect(reading.masthead.name == "THE STAFF BULLETIN")
    #expect(reading.masthead.number?.number == 12)
    #expect(reading.titles == ["CANTEEN PRICES", "BUS TO TOWN"])
  }

  @Test("Signs that point at the name are no part of it")
  func pointedName() throws {
    let reading = try plain(">>>> HERON POND NEWSLETTER <<<<\nIssue 22 - May 2031", "THE SLUICE\n\n\(text)")
    #expect(reading.masthead.name == "HERON POND NEWSLETTER")
  }

  @Test("A feast of the year is a date", arguments: ["Lady Day, 2031", "New Year 2031", "All Hallows 2031"])
  func feasts(_ line: String) throws {
    let reading = try plain("HERON POND NOTES\n\nNo. 7      \(line)", "THE SLUICE\n\n\(text)")
    #expect(reading.masthead.date?.verbatim == line)
    #expect(reading.masthead.date?.year == 2031)
  }

  @Test("The place behind the office is not of its name, and a note in brackets is a note")
  func officeAndPlace() throws {
    let reading = try plain(
      "HERON POND NOTES\n\nNo. 7      6 May 2031\n\nIssued by the General Committee, Reedham.\n\n(For the use of Members only)",
      "THE SLUICE\n\n\(text)")
    #expect(reading.masthead.office == "General Committee")
    #expect(reading.masthead.notice == "(For the use of Members only)")
  }

  @Test("The line below an office that ends with a comma says where it is")
  func addressBelowOffice() throws {
    let reading = try plain(
      "                HERON POND NOTES\n\nNo. 7                                  6 May 2031\n\n          Issued by the Secretary's Department,\n               Reed House, Heronby",
      "     THE SLUICE\n\n     \(text)")
    #expect(reading.masthead.office == "Secretary's Department")
    #expect(reading.titles == ["THE SLUICE"])
  }

  @Test("Two lines in each cell of a masthead's table are two lines, side by side")
  func cellsOfTwoLines() throws {
    let reading = try Reading(
      "<html><body><table border=1><tr><td><p>THE HERON</p><p>The Bulletin of the Heron Pond Society</p></td><td><p>Issue 61</p><p>Spring 2031</p></td></tr></table><h2>The sluice</h2><p>\(text)</p></body></html>",
      as: .html)
    #expect(reading.masthead.name == "THE HERON")
    #expect(reading.masthead.office == "Heron Pond Society")
    #expect(reading.masthead.number?.number == 61)
    #expect(reading.masthead.date?.year == 2031)
  }

  // MARK: Mails

  @Test("The header of a mail that says when it was sent goes, and so does what stands below all its sender's mail")
  func mail() throws {
    let reading = try Reading(
      "From: Heron, Ada (Pond)\nSent: 06 May 2031 15:42\nTo: All Keepers\nSubject: Notes 7\n\n\(head)\n\n*** THE SLUICE IS OPEN AGAIN AND STAYS SO ***\n\n\(text)\n\n*** HERONS ***\n\n\(more)\n\n========================\n\nThis e-mail is confidential and intended for whom it is addressed to.\n",
      as: nil)
    #expect(reading.masthead.name == "HERON POND NOTES")
    #expect(reading.titles == ["THE SLUICE IS OPEN AGAIN AND STAYS SO", "HERONS"])
    #expect(reading.paragraphs == [text, more])
    #expect(reading.lines(of: "mail-header-dropped") == [1, 2, 3, 4, 20])
  }

  // MARK: Titles and sections

  @Test("A numbered head in capitals before a dash is the title of its text, and the repair is told")
  func runInHeads() throws {
    let reading = try plain(head, "111. SLUICES - \(text)\n\n112. OUTER ROADS.—\(more)")
    #expect(reading.titles == ["111. SLUICES", "112. OUTER ROADS"])
    #expect(reading.paragraphs == [text, more])
    #expect(reading.lines(of: "title-split") == [5, 7])
  }

  @Test("One word in capitals before a dash is no title where the text has no others")
  func datelines() throws {
    let reading = try plain(head, "THE SLUICE\n\nHERONBY - \(text)\n\n\(more)")
    #expect(reading.titles == ["THE SLUICE"])
    #expect(reading.paragraphs == ["HERONBY - \(text)", more])
  }

  @Test("Names between strokes right above text are titles; above lines like titles they are sections")
  func strokes() throws {
    let titles = try plain(head, "~~~ Results ~~~\n\n\(text)\n\n~~~ Dates ~~~\n\n\(more)")
    #expect(titles.titles == ["Results", "Dates"])
    #expect(titles.sections == [nil])
    let sections = try plain(
      head, "- Results -\n\nThe race round the pond\n\n\(text)\n\n- Dates -\n\nThe next one\n\n\(more)")
    #expect(sections.sections == ["Results", "Dates"])
    #expect(sections.titles == ["The race round the pond", "The next one"])
  }

  @Test("A few words right above a title, the first of them above all, name sections")
  func plainSections() throws {
    let reading = try Reading(
      "# Heron Pond Notes\n\nNo. 7, 6 May 2031\n\nSluices\n\n## The sluice is open\n\n\(text)\n\n(Pond Keeper)\n\nPeople\n\n## A keeper leaves\n\n\(more)\n"
    )
    #expect(reading.sections == ["Sluices", "People"])
    #expect(reading.titles == ["The sluice is open", "A keeper leaves"])
    #expect(reading.articles.first?.attribution == "Pond Keeper")
  }

  @Test("In a section without headings, all bold lines are titles where other sections have headings for them")
  func boldTitlesOfASection() throws {
    let reading = try Reading(
      "# Heron Pond Notes\n\nNo. 7, 6 May 2031\n\n## News\n\n### The sluice\n\n\(text)\n\n### The herons\n\n\(more)\n\n## Notices\n\n**Keys of the boat house**\n\n\(text)\n\n**Hours of the ferry**\n\n\(more)\n"
    )
    #expect(reading.titles == ["The sluice", "The herons", "Keys of the boat house", "Hours of the ferry"])
    #expect(reading.sections == ["News", "Notices"])
  }

  @Test("A line in capitals is a title from wherever the paragraphs begin")
  func indentedCapitals() throws {
    let reading = try plain(head, "     THE NEW SLUICE\n\n     \(text)\n\n     LINEN\n\n     \(more)")
    #expect(reading.titles == ["THE NEW SLUICE", "LINEN"])
  }

  @Test("Letters count sections though people with initials sign at the right margin")
  func letteredSections() throws {
    let right = "<p align=right style='text-align:right'>"
    let reading = try Reading(
      "<html><body><p align=center>HERON POND NOTES</p><p align=center>No. 7 of 2031</p><p align=center>6 May 2031</p><p><b>A. SLUICES</b></p><p><b><i>1. The sluice at the mill</i></b></p><p>\(text)</p>\(right)M. Heron (Mrs)</p>\(right)Secretary, Sluice Board</p><p><b>B. PEOPLE</b></p><p><b><i>2. A keeper leaves</i></b></p><p>\(more)</p></body></html>",
      as: .html)
    #expect(reading.sections == ["A. SLUICES", "B. PEOPLE"])
    #expect(reading.titles == ["1. The sluice at the mill", "2. A keeper leaves"])
    #expect(reading.articles.first?.signature?.office == "M. Heron (Mrs) Secretary, Sluice Board")
  }

  @Test("Capitals below a listed title divide its article, the first of them too")
  func partsOfAnArticle() throws {
    let reading = try plain(
      head,
      "CONTENTS\n\nREPORT OF THE KEEPER ...... 1\nTHE BOAT HOUSE ...... 2\n\nREPORT OF THE KEEPER.\n\nSLUICE.\n\n\(text)\n\nHERONS.\n\n\(more)\n\nTHE BOAT HOUSE.\n\n\(text)"
    )
    #expect(reading.titles == ["REPORT OF THE KEEPER", "THE BOAT HOUSE"])
    #expect(reading.body.prefix(4) == ["h1:SLUICE", "p:" + text, "h1:HERONS", "p:" + more])
  }

  @Test("What the editors say above everything is a note to the issue, though nothing calls it so")
  func frontText() throws {
    let reading = try Reading(
      "# Heron Pond Notes\n\nNo. 7, 6 May 2031\n\n\(text)\n\n\(more)\n\n## The sluice\n\n\(text)\n\n## The herons\n\n\(more)\n"
    )
    #expect(reading.issue.editorsNote?.body.count == 2)
    #expect(reading.issue.editorsNote?.label == nil)
    #expect(reading.titles == ["The sluice", "The herons"])
  }

  // MARK: Ends of articles

  private func signature(_ end: String) throws -> Signature? {
    try Reading(
      "# Heron Pond Notes\n\nNo. 7, 6 May 2031\n\n## The sluice\n\n\(text)\n\n\(end)\n\n## The herons\n\n\(more)\n"
    )
    .articles.first?.signature
  }

  @Test(
    "Who signs is known below the date, below a farewell, and alone",
    arguments: [
      ("Dated: 2 March 2031\n\nA. R. Holt\n\nWelfare Officer", "A. R. Holt Welfare Officer"),
      ("Dated: 2 March 2031\nA. R. Holt\nWelfare Officer", "A. R. Holt Welfare Officer"),
      ("Kind regards,\n\nMrs F. Delacroix\n\nHeadteacher", "Mrs F. Delacroix Headteacher"),
      ("Joan Pettifer", "Joan Pettifer"), ("#### Joan Pettifer", "Joan Pettifer"),
      ("*S. V. Reed, Executive Engineer (Water Works)*", "S. V. Reed, Executive Engineer (Water Works)"),
      ("会长 郭海生 Kwok Hoi Sang\n\nPresident", "会长 郭海生 Kwok Hoi Sang　President"),
      ("**郭海生　Kwok Hoi-sang**", "郭海生　Kwok Hoi-sang"),
    ])
  func signers(_ end: String, _ office: String) throws {
    #expect(try signature(end)?.office == office)
  }

  @Test("A date that the printer closed with a point is a date, and no rest of the line above it")
  func pointedDate() throws {
    let reading = try plain(
      head, "THE SLUICE\n\n\(text)\n\nA. N. HERON, D.Sc.,\nAugust 29th, 2031.\n\nTHE HERONS\n\n\(more)")
    #expect(reading.articles.first?.signature?.office == "A. N. HERON, D.Sc.")
    #expect(reading.articles.first?.signature?.date?.iso == "2031-08-29")
  }

  @Test("A heading that names a section stays one, whatever its letters could be the name of")
  func nameOfASection() throws {
    let reading = try Reading(
      "# 河畔公会会讯\n\n第7期\n\n2031年5月6日\n\n## 会务\n\n### 新水闸启用\n\n新水闸今晨开启，会员二十人到场，白鹭也来了九只。\n\n## 公告\n\n### 水闸夜间关闭\n\n水闸自今晚起夜间关闭，会员出入请走东门，钥匙在门房。\n"
    )
    #expect(reading.sections == ["会务", "公告"])
  }

  // MARK: What converters leave

  @Test("A raised number as converters of scans write it refers to the note below")
  func raisedNumbers() throws {
    let reading = try Reading(
      "# Heron Pond Notes\n\nNo. 7, 6 May 2031\n\n## The sluice\n\n\(text) $^{1}$\n\n1 Counted by the keeper.\n\n## The herons\n\n\(more)\n"
    )
    #expect(reading.articles.first?.notes.map { $0.body.map(\.plainText) } == [["Counted by the keeper."]])
    #expect(reading.paragraphs == [text, more])
  }

  @Test("A short line below a picture is its caption where titles are bold")
  func captionBelowPicture() throws {
    let reading = try Reading(
      "# Heron Pond Notes\n\nNo. 7, 6 May 2031\n\n**The sluice**\n\n\(text)\n\n![](pond.jpeg)\n\nThe keeper at the sluice\n\n\(more)\n\n**The herons**\n\n\(more)\n\n**The ferry**\n\n\(text)\n"
    )
    guard case .figure(let figure)? = reading.articles.first?.body.dropFirst().first else {
      Testing.Issue.record("no picture stands behind the first paragraph")
      return
    }
    #expect(figure.caption?.plainText == "The keeper at the sluice")
  }
}
