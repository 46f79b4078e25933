import IssueModel
import Testing

/// Pages of two languages, of old print and of mailing lists, whose parts stand in forms of their own.
@Suite("Recovery: pages in parts")
struct PagesInPartsTests {
  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."
  private let more = "Nobody had seen so many of them since the year of the flood, when they came in at the door."

  @Test("A contents list set as a table for each of its parts is one list, the names of the parts its sections")
  func tablesOfContents() throws {
    let reading = try Reading(
      """
      # **WEIR 堰聲**

      No. 7, 6 May 2031

      ### **CONTENTS 目錄**

      # **English Pages**

      | The Old Lock ............ | [1](#a) |
      |---------------------------|---|
      | Eels in the Basin ....... | [2](#b) |

      # **中文版**

      | 水閘小史 ............ | [3](#c) |
      |---------------------------|---|
      | 徵求舊照片 ............ | [3](#d) |

      # **English Pages**

      ## **The Old Lock**

      ## *Abel Torto*

      \(text)

      ## **Eels in the Basin**

      \(more)

      # **中文版**

      **水閘小史**

      水閘建於一九一二年,閘門用的是本地的橡木,至今換過兩次。管閘的人住在堤上,每天早晚各開一次。

      # **徵求舊照片**

      本會徵求一九六〇年以前的照片,翻拍以後原件奉還,並送圖冊一本,請註明年份、地點和人的姓名。
      """)
    let entries = reading.issue.printedContents?.entries ?? []
    #expect(
      entries.map(\.text) == ["English Pages", "The Old Lock", "Eels in the Basin", "中文版", "水閘小史", "徵求舊照片"])
    #expect(entries.map(\.page) == [nil, "1", "2", nil, "3", "3"])
    #expect(reading.sections == ["English Pages", "中文版"])
    #expect(reading.titles == ["The Old Lock", "Eels in the Basin", "水閘小史", "徵求舊照片"])
    #expect(reading.articles.first?.byline == "Abel Torto")
  }

  @Test("A page number before words that come again on each page heads the page, also in the midst of a paragraph")
  func numberedHeads() throws {
    let reading = try Reading(
      """
      Vol. 15 OCTOBER 1953 No. 10

      THE LOCK LANTERN

      Published monthly for its friends by
      TWO WEIRS BOAT GUILD, Harlan

      ICE TAKES SIXTY POLES FROM THE BANK;
      ALL BUT NINE ARE BACK BY SUNDAY

      The worst early ice on record came down on the night of the
      twenty-ninth and took sixty poles with it. By noon the crews
      2 THE LOCK LANTERN October 1953
      of three guilds were on the bank, before we had finished ask-
      ing for them, and the first thing that they did was to eat.

      A WORD FROM THE KEEPER

      It is not the custom of this house to boast, and with nine of
      3 THE LOCK LANTERN October 1953
      the poles still out there would be little enough to boast of.

      ABEL R. TORTO, Secretary
      October 1, 1953
      """, as: .text)
    #expect(reading.masthead.name == "THE LOCK LANTERN")
    #expect(reading.masthead.number?.volume == 15)
    #expect(reading.masthead.number?.number == 10)
    #expect(reading.masthead.office == "TWO WEIRS BOAT GUILD")
    #expect(
      reading.titles == [
        "ICE TAKES SIXTY POLES FROM THE BANK; ALL BUT NINE ARE BACK BY SUNDAY", "A WORD FROM THE KEEPER",
      ])
    #expect(reading.paragraphs.count == 2)
    #expect(!reading.paragraphs.joined().contains("LANTERN"))
    #expect(reading.articles.last?.signature?.office == "ABEL R. TORTO, Secretary")
  }

  @Test("Items that begin with a number and the same words are no heads of pages")
  func itemsAlike() throws {
    let reading = try Reading(
      "\(bulletinHead)\n\nWHAT TO BRING\n\n\(text)\n\n2 Eggs for the cook\n\n\(more)\n\n3 Eggs for the cook\n\n\(text)\n",
      as: .text)
    #expect(reading.ids.allSatisfy { !$0.hasPrefix("running-head") })
  }

  @Test("Lines in the marks of a mail's bold or italics are headings, those in capitals above them sections")
  func markedLines() throws {
    let reading = try Reading(
      """
      WEIR END PILOTS' UNION (REGD.)
      News Bulletin
      Bulletin No. 12/2019
      Published by the Central Executive Committee
      4th October 2019

      TALKS

      *Wages: third round without an end*

      \(text)

      *Night duty: order received*

      \(more)

      FROM THE QUAYS

      *Lower Basin*

      \(text)

      *Upper Basin*

      \(more)

      Editor: A. Torto

      --\u{20}
      You received this message because you are subscribed to the group
      "weir-end". To unsubscribe, write to weir-end-off@lists.example
      """, as: .text)
    #expect(reading.masthead.series == "WEIR END PILOTS' UNION (REGD.)")
    #expect(reading.masthead.name == "News Bulletin")
    #expect(reading.sections == ["TALKS", "FROM THE QUAYS"])
    #expect(
      reading.titles == [
        "Wages: third round without an end", "Night duty: order received", "Lower Basin", "Upper Basin",
      ])
    #expect(reading.issue.imprint?.otherLines ?? [] == [])
    #expect(reading.lines(of: "mail-header-dropped") == [30])
  }

  @Test(
    "Where paragraphs are set in, a numbered title in capitals right above one is no item, and a name below closes it")
  func titlesAboveIndents() throws {
    let reading = try Reading(
      """
      WEIR END NEWS-SHEET
      No. 3 of 2009
      Issued by the Boats Office     28th June 2009


      1. THE KEEPER'S LETTER
          I write from the hut at the upper lock, where the rain has kept me two
      nights longer than I had planned. The bridge is under water, and on Sunday I
      spoke to the eleven people who could reach it.
          The guild will shortly be upon us. Let nobody send in a report on the day
      itself, as some have done, written on the backs of tide tables and of bills.
      Abel Torto, Lock Secretary

      2. THE CLINIC AT THE BASIN
          The clinic was opened in 1961 by two sisters and closed in 1983 for want
      of drugs. In May it was opened again, and the guild has scrubbed every wall
      of it twice over.
          What is still wanted is a stove. These three are to see to that before
      the winter comes in:
      (a) Bro. Isaac Dow
      (b) Sis. Patience Hill
          Their families may each bring twenty guests, if the guests bring chairs
      and do not put them on the lock gates.
      """, as: .text)
    #expect(reading.titles == ["1. THE KEEPER'S LETTER", "2. THE CLINIC AT THE BASIN"])
    #expect(reading.articles.first?.signature?.office == "Abel Torto, Lock Secretary")
    #expect(reading.paragraphs.last?.hasPrefix("Their families") == true)
  }

  @Test("An entry without a page among entries with theirs, right above one of them in the text, names a section")
  func unpagedEntry() throws {
    let reading = try Reading(
      """
      THE CHALK GAZETTE

      No. 3, 22 March 1985

      CONTENTS

      From the Secretary 1
      The Roofs after the Storm 2
      NEWS OF THE QUAYS
      Lower Basin 4
      Upper Basin 4

      FROM THE SECRETARY

      \(text)

      THE ROOFS AFTER THE STORM

      \(more)

      NEWS OF THE QUAYS

      Lower Basin

      \(text)

      Upper Basin

      \(more)
      """, as: .text)
    #expect(reading.sections == [nil, "NEWS OF THE QUAYS"])
    #expect(reading.titles.suffix(2) == ["Lower Basin", "Upper Basin"])
  }

  @Test("A heading lower than the titles that opens the text is one of them: no article stands above for it to divide")
  func openingHeading() throws {
    let reading = try Reading(
      "# The Weir Nest\n\nNo. 22, 5 September 2013\n\n### Dates for the door\n\n- Mon 9: the lock is shut\n- Thu 12: the basin\n\n## From the office\n\n\(text)\n\n## Lost property\n\n\(more)\n"
    )
    #expect(reading.titles == ["Dates for the door", "From the office", "Lost property"])
  }

  @Test("A line in italics below a picture that cut a sentence is its caption; a person with his post in bold a byline")
  func captionInTheMidst() throws {
    let reading = try Reading(
      """
      # WEIR END NEWSLETTER

      No. 7, 6 May 2031

      ## The Old Lock

      **Captain A. R. Torto, Secretary**

      \(text) The fire came as far as the pump and

      ![](porch.png)

      *The porch, about 1931. The dog is Colonel.*

      stopped there, because the keepers had soaked the porch with soup.

      ## The Basin

      \(more)
      """)
    #expect(reading.articles.first?.byline == "Captain A. R. Torto, Secretary")
    #expect(reading.body.contains { $0.hasPrefix("figure:") && $0.contains("The dog is Colonel") })
    #expect(reading.paragraphs.first?.contains("as far as the pump and stopped there, because") == true)
  }

  @Test(
    "Who signs may have the name in bold and the post behind it, letters of honour, or those spoken for",
    arguments: [
      "**A. R. TORTO** Colonel, President of the Guild", "*Pipe Major W. Dow, M.B.E.*",
      "*Isaac Dow, for the committee*",
      "*Major (Retd) D. F. Dow-Hill, Secretary*",
    ])
  func signers(_ line: String) throws {
    let reading = try Reading("# WEIR END NEWSLETTER\n\nNo. 7, 6 May 2031\n\n## The Lock\n\n\(text)\n\n\(line)\n")
    #expect(reading.articles.first?.signature?.office == line.filter { $0 != "*" })
    #expect(reading.paragraphs.count == 1)
  }

  private let bulletinHead = "WEIR END BULLETIN\n\nNo. 7, 6 May 2031"
}
