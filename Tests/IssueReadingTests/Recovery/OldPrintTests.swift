import IssueModel
import Testing

/// Shapes of leaflets, orders and circulars as printers and typists set them, and of bulletins in two languages.
@Suite("Recovery: old print, and two languages")
struct OldPrintTests {
  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."
  private let more = "Nobody had seen so many of them since the year of the flood, when they came in at the door."
  private let head =
    "WEIR END LEAFLET.\n\nNo. 7.                    6 May 2031.\n\nIssued quarterly by the Lock Committee.\n"
  private let chinese = "五月六日，闸门放水清淤，全站职工清点鳗鱼一百二十三尾，多于往年，次日上午恢复蓄水，船只照常通行。"

  private func right(_ lines: String...) -> String {
    lines.map { String(repeating: " ", count: 44) + $0 }.joined(separator: "\n")
  }

  // MARK: Titles and sections

  @Test("A title in capitals may end in a full stop, which goes")
  func pointedTitles() throws {
    let reading = try Reading(
      "\(head)\n\nTHE LOCK AND ITS EELS.\n\n\(text)\n\nNOTICES.\n\n\(more)\n", as: .text)
    #expect(reading.articles.map(\.title) == ["THE LOCK AND ITS EELS", "NOTICES"])
    #expect(reading.masthead.office == "Lock Committee")
  }

  @Test("A line that announces what follows:-- is no title")
  func announcement() throws {
    let reading = try Reading(
      "\(head)\n\nTHE LOCK.\n\n\(text)\n\nThe account is as follows:--\n\n\(more)\n", as: .text)
    #expect(reading.articles.map(\.title) == ["THE LOCK"])
  }

  @Test("The writer may stand in brackets below the title")
  func bracketedByline() throws {
    let reading = try Reading("\(head)\n\nTHE LOCK.\n\n(By a Member of the Party.)\n\n\(text)\n", as: .text)
    #expect(reading.articles.map(\.byline) == ["By a Member of the Party"])
  }

  @Test("Short lines that stand apart above titles name sections, in Chinese and in capitals beside them")
  func plainSections() throws {
    let reading = try Reading(
      """
      闸站之声

      第5期　2031年5月6日


      站务要闻

      闸门放水清淤顺利完成

      \(chinese)

      ENGLISH PAGES

      A Note on the Eels

          \(text)
      """, as: .text)
    #expect(reading.issue.sections.map(\.name) == ["站务要闻", "ENGLISH PAGES"])
    #expect(reading.articles.map(\.title) == ["闸门放水清淤顺利完成", "A Note on the Eels"])
  }

  @Test("Lines that letters count, each above its text, are headings within the article")
  func letteredHeadings() throws {
    let reading = try Reading(
      "\(head)\n\nTHE LOCK.\n\n\(text)\n\n(i)  The record\n\n\(more)\n\n(ii)  Damage\n\n\(text)\n", as: .text)
    #expect(reading.body.filter { $0.hasPrefix("h") } == ["h2:(i)  The record", "h2:(ii)  Damage"])
  }

  @Test("A list between Chinese numbers is one where semicolons part its items")
  func chineseMarks() throws {
    let reading = try Reading(
      "# 闸站之声\n\n第5期　2031年5月6日\n\n## 清淤\n\n会议决定如下：\n\n（一）周一放水；\n\n（二）周三清点；\n\n（三）周五蓄水。\n\n\(chinese)\n")
    let lists = reading.articles.flatMap(\.body).filter { if case .list = $0 { true } else { false } }
    #expect(lists.count == 1)
    #expect(!reading.body.contains { $0.hasPrefix("h") })
  }

  // MARK: Signatures

  @Test(
    "What stands at the right below an article signs it",
    arguments: [
      (["H. L. OAK-HAY,", "President."], "H. L. OAK-HAY, President"), (["W. T."], "W. T."),
      (["D. Sand, M.B.", "Medical Officer"], "D. Sand, M.B. Medical Officer"), (["Eel Desk"], "Eel Desk"),
      (["(Sgd.) T. W. Holm,", "Captain,", "Adjutant."], "(Sgd.) T. W. Holm, Captain, Adjutant"),
    ])
  func margin(_ lines: [String], _ office: String) throws {
    let signed = lines.map { String(repeating: " ", count: 44) + $0 }.joined(separator: "\n")
    let reading = try Reading(
      "\(head)\n\nTHE LOCK.\n\n\(text)\n\n\(signed)\n\nTHE EELS.\n\n\(more)\n", as: .text)
    #expect(reading.articles.map(\.signature?.office) == [office, nil])
    #expect(reading.articles.map(\.title) == ["THE LOCK", "THE EELS"])
  }

  @Test("The date below a signature may name a place before it")
  func placedDate() throws {
    let reading = try Reading(
      "\(head)\n\nTHE LOCK.\n\n\(text)\n\n\(right("A. HOLM,", "Warden."))\n\nWeir End, 1st January, 2031.\n\nTHE EELS.\n\n\(more)\n",
      as: .text)
    #expect(reading.articles.first?.signature?.office == "A. HOLM, Warden")
    #expect(reading.articles.first?.signature?.date?.iso == "2031-01-01")
  }

  @Test("Name and post in two languages sign, on lines of their own")
  func bilingualSigner() throws {
    let reading = try Reading(
      "# 会讯 NEWSLETTER\n\n第5期　2031年5月6日\n\n## 会长的话\n\n\(chinese)\n\n**洪振德　Ang Chin Teck**\n\n**会长　President**\n\n&nbsp;\n\n## 清淤\n\n\(chinese)\n"
    )
    #expect(reading.articles.map(\.title) == ["会长的话", "清淤"])
    #expect(reading.articles.first?.signature?.office?.withoutSpaces == "洪振德AngChinTeck会长President")
  }

  // MARK: Notes and pages

  @Test("A star behind a word and below the text makes a footnote; stars before several lines are a list")
  func stars() throws {
    let noted = try Reading(
      "\(head)\n\nTHE LOCK.\n\nThe gauge recorded nothing further.* \(text)\n\n* It has since been returned to the makers.\n\nTHE EELS.\n\n\(more)\n",
      as: .text)
    #expect(noted.articles.first?.notes.count == 1)
    let listed = try Reading(
      "\(head)\n\nTHE LOCK.\n\nThe gauge recorded nothing further.* \(text)\n\n* It has been returned.\n* It has been mended.\n",
      as: .text)
    #expect(listed.articles.first?.notes.isEmpty == true)
  }

  @Test("A number that a converter set off from its sentence still refers to its note")
  func numberApart() throws {
    let reading = try Reading(
      "# WEIR END LEAFLET\n\nNo. 7, 6 May 2031\n\n## The lock\n\nThe man asked for the time on three mornings. 1 He wanted nothing else.\n\n1 Patrol reports 211 and 219.\n"
    )
    #expect(reading.articles.first?.notes.count == 1)
  }

  @Test("The date below No. 1 is the date, not a footnote that the number refers to")
  func dateBelowNumber() throws {
    let reading = try Reading(
      "# Weir Bulletin\n\nNo. 1\n\nLock Office\n\n1 January 2026\n\n## The lock\n\nIt is open.\n")
    #expect(reading.masthead.number?.number == 1)
    #expect(reading.masthead.date?.iso == "2026-01-01")
  }

  @Test("Numbers in brackets that count the pages go, those between finished paragraphs stay")
  func bracketedPages() throws {
    let torn = try Reading(
      "閘站會報\n\n第五號　2031年5月6日\n\n一、清淤\n\n　五月六日，閘門放水清淤，全站職工清點鰻魚一百二十三尾，多於往年，各取一尾\n　　　　　　　　　　　　　　（一）\n而去，餘者放回上游。次日上午恢復蓄水，船隻照常通行，並無延誤。\n\n電話：5550188\n　　　　　　　　　　　　　　（二）\n",
      as: .text)
    #expect(!torn.paragraphs.joined().contains("（一）"))
    #expect(!torn.paragraphs.joined().contains("（二）"))
  }

  // MARK: Contents and rows

  @Test("A contents list may have PAGE above its numbers, and writers behind its titles")
  func pageColumn() throws {
    let reading = try Reading(
      """
      THE LEVEL CROSSING

      VOL. XII.  No. 5.            MAY, 1911.            PRICE ONE PENNY.

      CONTENTS.
                                                               PAGE
      THE GATES AT OVER STRATTON. By J. HALE .................. 67
      GEESE, AND WHAT TO DO WITH THEM ......................... 70

      THE GATES AT OVER STRATTON.

      By J. HALE.

      \(text)

      GEESE, AND WHAT TO DO WITH THEM.

      \(more)
      """, as: .text)
    #expect(
      reading.issue.printedContents?.entries.map(\.text) == [
        "THE GATES AT OVER STRATTON", "GEESE, AND WHAT TO DO WITH THEM",
      ])
    #expect(reading.masthead.number?.volume == 12)
    #expect(reading.masthead.number?.number == 5)
    #expect(reading.titles == ["THE GATES AT OVER STRATTON", "GEESE, AND WHAT TO DO WITH THEM"])
    #expect(reading.articles.first?.byline == "By J. HALE")
  }

  @Test("Pages may stand behind a stroke in each entry")
  func pagesBehindStrokes() throws {
    let reading = try Reading(
      "# BOLETIM 會訊\n\nN.º 33 · 第33期\n\nOutubro de 2008\n\n---\n\nSUMÁRIO 目錄\n\nMensagem 理事會的話 — 1\nA festa 土生土語節 — 2\n\n---\n\n## Mensagem 理事會的話\n\n\(chinese)\n\n## A festa 土生土語節\n\n\(chinese)\n"
    )
    #expect(reading.issue.printedContents?.entries.map(\.page) == ["1", "2"])
    #expect(reading.titles == ["Mensagem 理事會的話", "A festa 土生土語節"])
  }

  @Test("Numbered paragraphs that count on in the next article are no list")
  func countedParagraphs() throws {
    let reading = try Reading(
      "\(head)\n\nI. POLITICAL\n\n     1.  \(text)\n\n     2.  \(more)\n\nII. ECONOMIC\n\n     3.  \(text)\n\nIII. SECURITY\n\n     4.  Nil.\n\nIV. OTHER MATTERS\n\n     5.  \(more)\n",
      as: .text)
    #expect(reading.titles == ["I. POLITICAL", "II. ECONOMIC", "III. SECURITY", "IV. OTHER MATTERS"])
    #expect(!reading.body.contains { $0.hasPrefix("list") })
  }

  @Test("Of two headings of one level the short one names the section of the other")
  func headingAboveHeading() throws {
    let reading = try Reading(
      "# WEIR END LEAFLET\n\nNo. 7, 6 May 2031\n\n## Past Events\n\n## A Visit to the Lock and its Eels\n\n\(text)\n\n## The Annual Dinner\n\n\(more)\n"
    )
    #expect(reading.sections == ["Past Events"])
    #expect(reading.titles == ["A Visit to the Lock and its Eels", "The Annual Dinner"])
  }

  @Test("A name and a post behind the last words sign, also below a greeting in one paragraph")
  func signedAtTheLeft() throws {
    let reading = try Reading(
      "# WEIR END LEAFLET\n\nNo. 7, 6 May 2031\n\n## The lock\n\n\(text)\n\nDr Helen Marsh, Safety Officer\n\n## The eels\n\n\(more)\n\nWith every blessing,\nJane Pollock\n\n## The rest\n\n\(text)\n"
    )
    #expect(
      reading.articles.map(\.signature?.office) == ["Dr Helen Marsh, Safety Officer", "Jane Pollock", nil])
  }

  // MARK: Imprint and masthead

  @Test("Below DISTRIBUTION: recipients with the numbers of their copies are no table")
  func numberedCopies() throws {
    let reading = try Reading(
      "\(head)\n\nTHE LOCK.\n\n\(text)\n\n\(more)\n\nDISTRIBUTION:\n     Secretary of State       1 - 2\n     High Commissioner        3\n     District Officers        4 - 6\n     File                     7\n",
      as: .text)
    #expect(reading.issue.imprint?.distribution.first?.recipients.count == 4)
  }

  @Test("Words that lead to a date or a number belong to it")
  func leads() throws {
    let reading = try Reading(
      "\(right("CONFIDENTIAL"))\n\n      SECRETARIAT SUMMARY\n\nSerial No. 6      For the month of June, 2031\n\n\nTHE LOCK.\n\n\(text)\n",
      as: .text)
    #expect(reading.masthead.classification == "CONFIDENTIAL")
    #expect(reading.masthead.date?.verbatim == "For the month of June, 2031")
    #expect(reading.masthead.number?.verbatim == "Serial No. 6")
    #expect(reading.masthead.otherLines.isEmpty)
  }

  @Test("Recipients wrapped below the first of them go on in the midst of a name")
  func wrappedRecipients() throws {
    let reading = try Reading(
      "\(head)\n\nTHE LOCK.\n\n\(text)\n\n\nDistribution:  Director of Public Works; Base Command (3 copies); Harbour\n               Master; Seismological Centre; File\n",
      as: .text)
    #expect(
      reading.issue.imprint?.distribution.flatMap(\.recipients) == [
        "Director of Public Works", "Base Command (3 copies)", "Harbour Master", "Seismological Centre", "File",
      ])
  }

  @Test("Below a label that stands alone each line is a recipient")
  func recipientsBelow() throws {
    let reading = try Reading(
      "\(head)\n\nTHE LOCK.\n\n\(text)\n\nDISTRIBUTION:\n     Company Commanders\n     Quartermaster\n     Medical Officer\n     Notice Boards (2)\n     File\n",
      as: .text)
    #expect(
      reading.issue.imprint?.distribution.flatMap(\.recipients) == [
        "Company Commanders", "Quartermaster", "Medical Officer", "Notice Boards (2)", "File",
      ])
  }

  @Test("The head of a memorandum is the masthead")
  func memorandum() throws {
    let reading = try Reading(
      "WEIR END SCHOOLS\n\n**MEMORANDUM**\n\nTO: All Heads\nFROM: Transport Office\nDATE: May 6, 2031\nSUBJECT: Buses\nCircular No. 22\n\n---\n\n## The lock\n\n\(text)\n"
    )
    #expect(reading.masthead.number?.number == 22)
    #expect(reading.masthead.number?.verbatim == "Circular No. 22")
    #expect(reading.masthead.date?.iso == "2031-05-06")
    #expect(reading.articles.map(\.title) == ["The lock"])
  }

  @Test("By whose authority an issue appears is not who publishes it")
  func authority() throws {
    let reading = try Reading(
      "# UNIVERSITY OF WEIR END\n\n## OFFICIAL GAZETTE\n\n**Volume 4, Number 9** — **6 May 2031**\n\nPublished by authority of the Senate\n\n---\n\n**THE LOCK**\n\n\(text)\n"
    )
    #expect(reading.masthead.office == "UNIVERSITY OF WEIR END")
    #expect(reading.masthead.otherLines == ["Published by authority of the Senate"])
  }
}

extension String {
  fileprivate var withoutSpaces: String { filter { !$0.isWhitespace } }
}
