import IssueModel
import Testing

/// English and bilingual issues as members' clubs type them and converters pass them on: boxes of stars, names between signs,
/// numbers that count through the issue, lines that belong to nobody but a signer.
@Suite("Recovery: boxes, rows and signers of typed issues")
struct RowsInBoxesTests {
  private let text =
    "The tide gauge was read twice a day through April, and the readings agree with those of the old staff to the inch."
  private let more =
    "Nobody has painted the upper rail since the war. The committee has found the paint, and looks for somebody with a ladder."
  private let head = "# Weir End Leaflet\n\nNo. 7\n\n6 May 2031\n\n---\n\n"

  // MARK: Plain text

  private let typed = """
    **************************************************
    *                                                *
    *              T H E   T A L L Y                 *
    *                                                *
    *     Published by the Weir End Radio Club       *
    *                                                *
    *     No. 41                   6 May 2031        *
    **************************************************

    EDITOR'S NOTE

    The duplicator has been mended, and we thank whoever did it in the night.

    ==================================================
    NEWS
    ==================================================

    >>> Who has the key? <<<

    The tide gauge was read twice a day through April. Nobody knows
    who had the key on the other days.

                                     Ada Moor, Secretary

    ==================================================
    METHODS
    ==================================================

    >>> A cheaper aerial <<<
    by Bo Aske

    Take the wire that the farmer leaves on the hedge, ask him first, and
    cut it to the length that the table gives.

    """

  @Test("A masthead in a box of stars, titles between signs that point at them, and sections in capitals above them")
  func boxOfStars() throws {
    let reading = try Reading(bytes: Array(typed.utf8), as: nil, named: "issue.txt")
    #expect(reading.masthead.name == "THE TALLY")
    #expect(reading.masthead.office == "Weir End Radio Club")
    #expect(reading.masthead.number?.number == 41)
    #expect(reading.masthead.date?.iso == "2031-05-06")
    #expect(reading.issue.editorsNote?.label == "EDITOR'S NOTE")
    #expect(reading.sections == ["NEWS", "METHODS"])
    #expect(reading.titles == ["Who has the key?", "A cheaper aerial"])
    #expect(reading.articles.map(\.byline) == [nil, "by Bo Aske"])
    #expect(reading.articles.first?.signature?.office == "Ada Moor, Secretary")
  }

  @Test(
    "A star at both ends of a line is no box where no row of stars closes it, and names a section as ever; one line is box enough"
  )
  func noBox() throws {
    let reading = try Reading(
      "WEIR END LEAFLET\n\nNo. 7\n\n6 May 2031\n\n******************************\n* The lock                   *\n\n\(text)\n",
      as: .text)
    #expect(reading.sections == ["The lock"])
    let boxed = try Reading(
      "******************************\n* WEIR END LEAFLET           *\n******************************\n\nNo. 7\n\n6 May 2031\n\n---------\n\nTHE LOCK\n\n\(text)\n",
      as: .text)
    #expect(boxed.masthead.name == "WEIR END LEAFLET")
  }

  @Test("A line above bare page numbers that rise heads the pages, even when it is glued to the last recipient")
  func headAboveDigits() throws {
    let page = "The paint for the upper rail stands in the shed, and what is\n"
    let reading = try Reading(
      "THE LAMP\n\nNo. 83\n\n6 March 2031\n\nPublished by the Weir End Guild\n\nTHE RAIL\n\n\(page)THE LAMP, MARCH 2031\n\n2\n\nwanted now is somebody who has a ladder and a dry Saturday.\n\nTHE LOCK\n\n\(page)THE LAMP, MARCH 2031\n\n3\n\nleft of it goes to the lock, as the meeting of March decided.\n\nEditor: Ada Moor\nCopies to: Harbour Office; County Surveyor; Weir End Public Library\nTHE LAMP, MARCH 2031\n\n4\n",
      as: .text)
    #expect(
      reading.issue.imprint?.distribution.first?.recipients
        == ["Harbour Office", "County Surveyor", "Weir End Public Library"])
    #expect(reading.ids.contains("running-head-dropped"))
  }

  // MARK: Rows

  @Test("Numbers that count on through all sections name articles, however short what one of them is called")
  func sistersInNumbers() throws {
    let reading = try Reading(
      head
        + "**I. PEOPLE**\n\n1\\. *New arrivals*\n\n\(text)\n\n2\\. *Movement to the lower camp*\n\n\(more)\n\n**II. STORES**\n\n3\\. *Drinking water*\n\n\(text)\n\n4\\. *Food*\n\n\(more)\n\n(Source: Weir End Stores)\n\n5\\. *Oil*\n\n\(text)\n"
    )
    #expect(reading.sections == ["I. PEOPLE", "II. STORES"])
    #expect(
      reading.titles == ["1. New arrivals", "2. Movement to the lower camp", "3. Drinking water", "4. Food", "5. Oil"])
    #expect(reading.articles.map(\.attribution) == [nil, nil, nil, "Weir End Stores", nil])
  }

  @Test("The items of a list below a numbered title are no articles")
  func itemsStay() throws {
    let reading = try Reading(
      head
        + "**1. The lock is mended**\n\n\(text)\n\n**2. The weir is not**\n\n\(more)\n\nWhat is wanted:\n\n3. cement, ten bags;\n4. a pump, and somebody to mind it.\n"
    )
    #expect(reading.titles == ["1. The lock is mended", "2. The weir is not"])
  }

  // MARK: Signers and writers

  @Test("A quotation of nothing but a person and the post signs the article, unless that is switched off")
  func quotedSignature() throws {
    let source = head + "## The lock\n\n\(text)\n\n> R. Holt\n>\n> Field Officer\n\n---\n\nTo: Harbour Office\n"
    let reading = try Reading(source)
    #expect(reading.articles.first?.signature?.office == "R. Holt Field Officer")
    #expect(reading.ids.contains("quotes-opened"))
    let whole = try Reading(source, without: ["quoted-text"])
    #expect(whole.articles.first?.signature == nil)
    let quoted = try Reading(head + "## The lock\n\n\(text)\n\n> R. Holt\n>\n> \(more)\n\n\(text)\n")
    #expect(quoted.articles.first?.signature == nil)
  }

  @Test("A signer behind a typist's one stroke, a person with the post or an office")
  func strokeBeforeSigner() throws {
    let reading = try Reading(
      head + "## The lock\n\n\(text)\n\n-Ada Moor, Managing Director\n\n## The rail\n\n\(more)\n\n-Repairs Department\n"
    )
    #expect(reading.articles.map(\.signature?.office) == ["Ada Moor, Managing Director", "Repairs Department"])
  }

  @Test("A list of nothing but a person and the post signs the article, unless words with a colon announce it")
  func signerInList() throws {
    let reading = try Reading(
      head + "## The lock\n\n\(text)\n\n- Ada Moor, Secretary\n\n## The rail\n\nElected were:\n\n- Bo Aske, Secretary\n"
    )
    #expect(reading.articles.map(\.signature?.office) == ["Ada Moor, Secretary", nil])
    #expect(reading.lines(of: "item-unmarked") == [13])
    let two = try Reading(head + "## The lock\n\n\(text)\n\n- Ada Moor, Secretary\n- Bo Aske, Treasurer\n")
    #expect(two.articles.map(\.signature?.office) == [nil])
  }

  @Test("A heading that begins with by below a heading of its level names the writer")
  func headingOfWriter() throws {
    let reading = try Reading(
      head + "## How we mended the lock\n\n## by Ada Moor, Keeper of the Lower Lock, Weir End\n\n\(text)\n\n\(more)\n")
    #expect(reading.titles == ["How we mended the lock"])
    #expect(reading.articles.first?.byline == "by Ada Moor, Keeper of the Lower Lock, Weir End")
  }

  @Test("An office in brackets marked as a heading behind English text names the contributor")
  func officeBehindEnglish() throws {
    let reading = try Reading(
      "# 河畔简报 Weir End Bulletin\n\n第7期 No. 7\n\n河畔镇办公室\n\n2031年5月6日\n\n---\n\n## 一、闸门修好 The Lock Is Mended\n\n五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台。\n\n\(text)\n\n## （水利组）\n\n## 二、栏杆待修 The Rail Is Not\n\n镇上找到了油漆，还缺一架梯子和一个晴天的星期六。\n\n\(more)\n"
    )
    #expect(reading.articles.map(\.attribution) == ["水利组", nil])
  }

  // MARK: Two languages

  @Test("中文版 and ENGLISH SECTION above titles of the contents list are sections, and no entries of it")
  func languages() throws {
    let reading = try Reading(
      "邨聲 Voice of the Weir\n\n第七期 No. 7\n\n河畔邨互助委員會出版\n\n二〇三一年五月六日\n\n今期目錄\n\n水閘修理會議紀要\nThe Lock Is Mended\n\n中文版\n\n水閘修理會議紀要\n\n五月六日晚，本會在禮堂舉行會議，到會居民二百人，大家同意先修水閘，後修欄杆。\n\n秘書 陳大文\n\nENGLISH SECTION\n\nThe Lock Is Mended\n\n\(text)\n",
      as: .text)
    #expect(reading.sections == ["中文版", "ENGLISH SECTION"])
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["水閘修理會議紀要", "The Lock Is Mended"])
    #expect(reading.articles.first?.signature?.office == "秘書 陳大文")
  }

  // MARK: Converters

  @Test("The looks that pandoc names behind words are none of them, and its long strokes are a dash before a subtitle")
  func pandocLooks() throws {
    let reading = try Reading(
      "[Weir End Review]{style=\"color: red\"}\n\nNo. 7\n\n6 May 2031\n\n---\n\n**One river**\n\n------ And two names for it\n\n\(text)\n"
    )
    #expect(reading.masthead.name == "Weir End Review")
    #expect(reading.articles.first?.subtitle == "And two names for it")
  }

  @Test("A tab of Word parts person and telephone")
  func tabOfWord() throws {
    let reading = try Reading(
      "<html><body><p>WEIR END NOTES</p><p>No. 7</p><p>6 May 2031</p><hr><h2>The lock</h2><p>\(text)</p><hr><p>Editor: Ada Moor<span style='mso-tab-count:2'>        </span>Enquiries: (0555) 220 118</p></body></html>",
      as: .html)
    #expect(reading.issue.imprint?.people.map(\.names) == [["Ada Moor"]])
    #expect(reading.issue.imprint?.contact?.contains("(0555) 220 118") == true)
  }

  // MARK: Front and end

  @Test("For the information of staff only says who may read the issue, and is no word of the editors")
  func informationOfStaff() throws {
    let reading = try Reading(
      "# WEIR END BULLETIN\n\n**Number 7**\n\n**6 May 2031**\n\n*For the information of keepers only. Not to be shown to visitors.*\n\n## The lock\n\n\(text)\n"
    )
    #expect(reading.masthead.notice == "For the information of keepers only. Not to be shown to visitors.")
    #expect(reading.issue.editorsNote == nil)
  }

  @Test("INFO below ACTION lists recipients; before a number it says where to call")
  func informed() throws {
    let action = "ACTION: Desk Officer; Transport Cell\n\n"
    let reading = try Reading(
      head + "## The lock\n\n\(text)\n\n---\n\n\(action)INFO: Heads of Agencies, Weir End; Port Office\n")
    #expect(reading.issue.imprint?.distribution.map(\.label) == ["ACTION", "INFO"])
    #expect(
      reading.issue.imprint?.distribution.last?.recipients == ["Heads of Agencies, Weir End", "Port Office"])
    let called = try Reading(head + "## The lock\n\n\(text)\n\n---\n\n\(action)Info: 0555 220 118\n")
    #expect(called.issue.imprint?.distribution.map(\.label) == ["ACTION"])
  }
}
