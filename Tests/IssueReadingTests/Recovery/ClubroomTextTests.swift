import IssueModel
import Testing

@Suite("Recovery: text and imprint of papers of clubs, locals and works")
struct ClubroomTextTests {
  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."
  private let more = "Nobody had seen so many of them since the year of the flood, when they came in at the door."

  private func plain(_ head: String, _ body: String) throws -> Reading {
    try Reading(head + "\n\n---------------------------------------------\n\n" + body + "\n", as: .text)
  }

  private let head = "WEIR END LEAFLET\n\nNo. 7\n\n6 May 2031"

  // MARK: Text

  @Test("Two columns of an account whose gaps recognition closed are a table")
  func ledger() throws {
    let reading = try plain(
      head,
      "THE LOCK\n\n\(text)\n\n\(more)\n\nBalance, June 1 $9,204.11\nDues and assessments 1,377.50\nBenefits paid (1,610.00)\nBalance, August 31 $8,971.61\n\n\(text)\n\nBorn in 1931\nBaptised in 1932\nDrowned in 1951\n"
    )
    let tables = reading.articles[0].body.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.count == 1)
    #expect(tables.first?.rows.first?.map(\.body.plainText) == ["Balance, June 1", "$9,204.11"])
    #expect(tables.first?.rows.count == 4)
  }

  @Test(
    "Lines behind text that end in a small word divide an article; names sign it",
    arguments: [("1.  The lock", "2.  The eels"), ("THE LOCK", "THE EELS")])
  func plainHeads(_ first: String, _ second: String) throws {
    let reading = try plain(
      head,
      "\(first)\n\n\(text)\n\nBail without money\n\n\(more)\n\nLetters home\n\n\(text)\n\n\(second)\n\n\(more)\n\nAda Moor"
    )
    #expect(reading.body.filter { $0.hasPrefix("h") } == ["h1:Bail without money", "h1:Letters home"])
    #expect(reading.articles.last?.signature?.office == "Ada Moor")
  }

  @Test("Name and kind in two columns head a page, and the rest of a sentence is set in as far as paragraphs")
  func columnsAtTheHead() throws {
    let pad = "        "
    let reading = try Reading(
      "                 JALA MITRA\n\n                 Supplement\n\n                                  6 December 2031\n    ____________________________________________\n\n    1.  The lock\n\n\(pad)\(text)\n\n\(pad)\(more)\n\n                          1\n\n    Jala Mitra                         Supplement\n\n    2.  The eels\n\n\(pad)\(more)\n\n\(pad)The keeper reports that petitions to him have dropped by half since the spring,\n\n                          2\n\n    Jala Mitra                         Supplement\n\n\(pad)and he has asked for a second weir.\n\n\(pad)\(text)\n",
      as: .text)
    #expect(reading.lines(of: "running-head-dropped").count == 2)
    #expect(letters([reading.articles[1]]).contains("sincethespringandhehasasked"))
    #expect(reading.lines(of: "paragraph-joined").count == 1)
  }

  @Test(
    "Two persons, one of whom lets the other tell, are who wrote it",
    arguments: ["Ada Moor talks to Ken Pole", "Ada Moor in conversation with Dr Ida Stone, the harbour master"])
  func talks(_ line: String) throws {
    let reading = try Reading(
      "# Weir Notes\n\nNo. 7, 6 May 2031\n\n## Forty years a lock keeper\n\n*\(line)*\n\n\(text)\n\n\(more)\n")
    #expect(reading.articles[0].byline == line)
  }

  @Test("What is enclosed may be counted, below who signed and when")
  func enclosures() throws {
    let reading = try Reading(
      "# Weir Notes\n\nNo. 7, 6 May 2031\n\n## The lock\n\n\(text) \(more)\n\n\(text) \(more)\n\nDam Safety Section\n\nApril 17, 2031\n\nEnclosure 1: Location map\n\nAnnex B - Photographs 1 to 14\n"
    )
    let article = reading.articles[0]
    #expect(article.signature?.office == "Dam Safety Section")
    #expect(article.signature?.date?.iso == "2031-04-17")
    let attached = article.body.filter {
      if case .paragraph(let paragraph) = $0 { paragraph.role == .attachments } else { false }
    }
    #expect(attached.count == 2)
  }

  // MARK: Imprints

  @Test(
    "Who made the issue may be said in a sentence, and how to reach them in the next",
    arguments: [
      (
        "Put together by Ada Moor and Bo Weir. Stuff for the next one to lamp@weir.example by the 24th.",
        "Put together by", ["Ada Moor", "Bo Weir"], "lamp@weir.example"
      ),
      ("Edited and typed by Ada Moor, 0555 118 240", "Edited and typed by", ["Ada Moor"], "0555 118 240"),
      ("Editor: Canon Ruth Hale. Write to works@weir.example.", "Editor", ["Canon Ruth Hale"], "works@weir.example"),
      ("Editor: Piers Hale, otters@weir.example", "Editor", ["Piers Hale"], "otters@weir.example"),
      (
        "Editors 編輯: Ada Moor 區慧蘭, Bo Weir Enquiries 查詢: 2555 0146", "Editors 編輯", ["Ada Moor 區慧蘭", "Bo Weir"],
        "2555 0146"
      ),
    ])
  func colophon(_ line: String, _ role: String, _ names: [String], _ contact: String) throws {
    let reading = try Reading("# Weir Notes\n\nNo. 7, 6 May 2031\n\n## The lock\n\n\(text)\n\n---\n\n\(line)\n")
    #expect(reading.issue.imprint?.people.map(\.role) == [role])
    #expect(reading.issue.imprint?.people.first?.names == names)
    #expect(reading.issue.imprint?.contact?.contains(contact) == true)
    #expect(letters(everythingIn: reading.issue).hasSuffix(letters(of: line).suffix(12)))
  }

  @Test("The typist stands beside the number of copies, and an address behind the editor is none of the name")
  func typist() throws {
    let reading = try plain(
      head,
      "THE LOCK\n\n\(text)\n\n----------------------------\nTyped and mimeographed by Dot Hale.           140 copies")
    #expect(reading.issue.imprint?.people.map(\.role) == ["Typed and mimeographed by"])
    #expect(reading.issue.imprint?.people.first?.names == ["Dot Hale"])
    #expect(reading.issue.imprint?.copies == 140)
    let address = try plain(head, "THE LOCK\n\n\(text)\n\nEditor: Morris Hale Labor Temple, Room 11, Weir End")
    #expect(address.issue.imprint?.people.first?.names == ["Morris Hale"])
    #expect(letters(everythingIn: address.issue).hasSuffix("LaborTempleRoom11WeirEnd"))
  }

  @Test("A post box is how to reach the publisher until a telephone is named")
  func postBox() throws {
    let box = "Published by the Lamp Society\nGPO Box 90117, Weir End"
    let reading = try plain(head, "THE LOCK\n\n\(text)\n\n\(box)")
    #expect(reading.issue.imprint?.contact == "GPO Box 90117, Weir End")
    let both = try plain(head, "THE LOCK\n\n\(text)\n\n\(box)\nPh. 08192-555 210")
    #expect(both.issue.imprint?.contact?.contains("08192-555 210") == true)
    #expect(both.issue.imprint?.otherLines.contains("GPO Box 90117, Weir End") == true)
  }
}
