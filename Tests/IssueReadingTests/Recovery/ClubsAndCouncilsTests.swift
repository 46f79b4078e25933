import IssueModel
import Testing

/// Shapes of bulletins of clubs, councils and chambers.
@Suite("Recovery: clubs, councils, chambers")
struct ClubsAndCouncilsTests {
  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."
  private let more = "Nobody had seen so many of them since the year of the flood, when they came in at the door."
  private let head = "# WEIR END LEAFLET\n\nNo. 7, 6 May 2031\n"

  @Test("Pages behind a blank are pages where they rise and the text has the titles without them")
  func pagesBehindBlanks() throws {
    let reading = try Reading(
      "\(head)\n- I. The Great Storm 57\n\n- II. Additions to the Library 61\n\n# I. The Great Storm\n\n\(text)\n\n# II. Additions to the Library\n\n\(more)\n\nTHE EDITORS\n"
    )
    let entries = reading.issue.printedContents?.entries ?? []
    #expect(entries.map(\.text) == ["The Great Storm", "Additions to the Library"])
    #expect(entries.map(\.label) == ["I.", "II."])
    #expect(entries.map(\.page) == ["57", "61"])
    #expect(reading.articles.last?.signature?.office == "THE EDITORS")
  }

  @Test("A line between rules behind the contents list names the first section")
  func sectionBehindContents() throws {
    let rule = String(repeating: "-", count: 60)
    let reading = try Reading(
      """
      WEIR END BULLETIN
      Issue 19 - Friday 9 May 2031
      \(rule)

      In this bulletin:

       1) The lock this spring
       2) Eels in the basin

      \(rule)
      FOR INFORMATION
      \(rule)

      1) The lock this spring

      \(text)

      \(rule)
      PERFORMANCE
      \(rule)

      2) Eels in the basin

      \(more)
      """, as: .text)
    #expect(reading.issue.printedContents?.entries.count == 2)
    #expect(reading.sections == ["FOR INFORMATION", "PERFORMANCE"])
  }

  @Test("A new sentence behind the last item of a list is a paragraph of its own")
  func behindItems() throws {
    let reading = try Reading(
      """
      WEIR END BULLETIN
      Issue 19 - Friday 9 May 2031

      THE LOCK

      \(text) No boats will pass through the following:

       * Mill Row, from the Cross to the lower weir of the mill
       * Victoria Gardens, where the bouncy castle of the fair is

      Members who are asked to judge the bunting of the street should on no account do
      so.
      """, as: .text)
    #expect(
      reading.paragraphs.last == "Members who are asked to judge the bunting of the street should on no account do so.")
  }

  @Test("Items that letters count go not on with the sentence above them")
  func lettersBehindSentence() throws {
    let reading = try Reading(
      "\(head)\n## The lock\n\nManagers are requested, as they were in the last year, to furnish a return of keepers who\n\n(a) were absent;\n\n(b) were present; and\n\n(c) won.\n"
    )
    #expect(reading.body.filter { $0.hasPrefix("list") }.count == 1)
  }

  @Test("The number of a charity is not the issue's, and a winter may end with one digit")
  func charity() throws {
    let reading = try Reading(
      "# WEIR END LEAFLET\n\n**No. 62**\n\nWinter 2004/5\n\n*Registered charity no. 555 0662*\n\n---\n\n## The lock\n\n\(text)\n"
    )
    #expect(reading.masthead.number?.number == 62)
    #expect(reading.masthead.date?.verbatim == "Winter 2004/5")
    #expect(reading.masthead.otherLines == ["Registered charity no. 555 0662"])
  }

  @Test("A size behind a picture is a word of the converter")
  func pictureSize() throws {
    let reading = try Reading("\(head)\n## The lock\n\n\(text)\n\n![lock](lock.png){width=4in}\n\n\(more)\n")
    #expect(reading.body.contains { $0.hasPrefix("figure:") })
    #expect(!reading.paragraphs.joined().contains("width"))
  }

  @Test("One blank parts those who made the issue where a label follows it")
  func labelsBehindOneBlank() throws {
    let reading = try Reading(
      "# 会员通讯\n\n第5期　2031年5月6日\n\n## 清淤\n\n五月六日，闸门放水清淤，全站职工清点鳗鱼一百二十三尾，多于往年。\n\n发：全体会员\n\n主编：祝亦凡 英文编辑：Helen Marsh\n")
    #expect(reading.issue.imprint?.people.map(\.role) == ["主编", "英文编辑"])
    #expect(reading.issue.imprint?.people.flatMap(\.names) == ["祝亦凡", "Helen Marsh"])
  }

  @Test("In a web page, words below a picture in its paragraph are its caption")
  func captionInPage() throws {
    let reading = try Reading(
      "<html><body><h1>Weir End Leaflet</h1><p>No. 7, 6 May 2031</p><hr><h2>The lock</h2><p>\(text)</p><p><img src='lock.jpg' alt='lock'><br><small>The lock at night</small></p><p>\(more)</p></body></html>",
      as: .html)
    let captions = reading.articles.flatMap(\.body).compactMap { block -> String? in
      if case .figure(let figure) = block { figure.caption?.plainText } else { nil }
    }
    #expect(captions == ["The lock at night"])
  }

  // MARK: Committees, strikes, joint ventures

  @Test(
    "An office signs alone, below a picture too, or before a comma and the date, as a post does",
    arguments: [
      ("![](gate.png)\n\nPlan of the gate after the flood\n\nSluice Working Group", "Sluice Working Group", nil),
      ("Sluice Working Group", "Sluice Working Group", nil),
      ("Sluice Working Group, 5 May 2031", "Sluice Working Group", "5 May 2031"),
      ("Walks Secretary, 5 May 2031", "Walks Secretary", "5 May 2031"),
      ("*Sluices Division, May 5, 2031*", "Sluices Division", "May 5, 2031"),
    ] as [(String, String, String?)])
  func officesSign(_ lines: String, _ office: String, _ date: String?) throws {
    let reading = try Reading("\(head)\n## The lock\n\n\(text)\n\n\(lines)\n\n## The eels\n\n\(more)\n")
    #expect(reading.articles.first?.signature?.office == office)
    #expect(reading.articles.first?.signature?.date?.verbatim == date)
    #expect(reading.titles == ["The lock", "The eels"])
  }

  @Test("A name above the rule that ends an article signs it and is no half of the next title")
  func nameAboveRule() throws {
    let reading = try Reading(
      """
                    WEIR END STRIKE SHEET

                          No. 17

                Thursday, 8th May, 2031

                Read this and pass it on


           * * * * *

      THE LOCK

           \(text.prefix(66))
      \(text.dropFirst(66).drop { $0 == " " })

                                    P. Garth,
                                    Secretary to the Keepers

           * * * * *

      THE EELS

           \(more.prefix(66))
      \(more.dropFirst(66).drop { $0 == " " })

                                    E. Pruett

           * * * * *

      MASS MEETING

           \(text.prefix(66))
      \(text.dropFirst(66).drop { $0 == " " })
      """, as: .text)
    #expect(reading.titles == ["THE LOCK", "THE EELS", "MASS MEETING"])
    #expect(
      reading.articles.map { $0.signature?.office } == ["P. Garth, Secretary to the Keepers", "E. Pruett", nil])
    #expect(reading.masthead.notice == "Read this and pass it on")
  }

  @Test("The days that an issue covers are not its date where it says when it was issued")
  func coveredDays() throws {
    let reading = try Reading(
      "# LOCK BULLETIN No. 41\n\nMonitoring Unit\n\nCovering 1 to 15 August 2031\n\nIssued 19 August 2031\n\n## The lock\n\n\(text)\n"
    )
    #expect(reading.masthead.date?.iso == "2031-08-19")
  }

  @Test("A line that breaks off before lettered items leads to them and heads nothing")
  func leadsToItems() throws {
    let reading = try Reading(
      "\(head)\n## Contents\n\n1. The lock\n2. The eels\n3. The boats\n\n## 1. The lock\n\n\(text)\n\nThe Board has asked its keepers to\n\n(i) leave the gate open;\n\n(ii) count the eels.\n\n## 2. The eels\n\n\(more)\n\n## 3. The boats\n\n\(text)\n"
    )
    #expect(reading.paragraphs.contains("The Board has asked its keepers to"))
    #expect(reading.titles.count == 3)
  }

  @Test("Headings that a complete contents list leaves out divide their article, the first of them too")
  func questionsWithin() throws {
    let reading = try Reading(
      "\(head)\n# This week\n\n* A lock for the north bank\n* What the gate has cost\n* Questions about eels\n\n# A lock for the north bank\n\n\(text)\n\n# What the gate has cost\n\n\(more)\n\n# Questions about eels\n\n# Why are there none on Friday?\n\n\(text)\n\n# Could there be more of them?\n\n\(more)\n"
    )
    #expect(reading.titles == ["A lock for the north bank", "What the gate has cost", "Questions about eels"])
    #expect(
      reading.body.filter { $0.hasPrefix("h") } == [
        "h1:Why are there none on Friday?", "h1:Could there be more of them?",
      ])
  }

  @Test("Below a title in capitals a few words above text head a part where another such line follows")
  func lettersWithHeads() throws {
    let reading = try Reading(
      """
      WEIR END LEAFLET

      No. 7, 6 May 2031

      IN THIS NUMBER
        * The lock
        * Letters

      THE LOCK

      \(text)

      LETTERS

      Slugs and coffee

      \(more)

      A name wanted

      \(text)
      """, as: .text)
    #expect(reading.titles == ["THE LOCK", "LETTERS"])
    #expect(reading.body.filter { $0.hasPrefix("h") } == ["h1:Slugs and coffee", "h1:A name wanted"])
  }

  @Test("A line without number and page among entries that have both names a section if the text has it above the next")
  func editions() throws {
    let reading = try Reading(
      "**河畔通訊 RIVERSIDE NEWS**\n\n2031年第6期　No. 6, 2031\n\n**目錄 CONTENTS**\n\n中文版\n\n1．水閘落成…………1\n\n2．鰻魚減產…………2\n\nEnglish Edition\n\n3．The lock is done…………3\n\n4．Fewer eels…………4\n\n# **中文版**\n\n**1．水閘落成**\n\n\(sentence)\n\n**2．鰻魚減產**\n\n\(sentence)\n\n# **English Edition**\n\n**3．The lock is done**\n\n\(text)\n\n**4．Fewer eels**\n\n\(more)\n"
    )
    #expect(reading.sections == ["中文版", "English Edition"])
    #expect(reading.articles.count == 4)
  }

  @Test("The name and number of the issue made a heading on every page are running heads")
  func headsMadeHeadings() throws {
    let reading = try Reading(
      "# 河畔水閘註冊局\n\n## **註冊局通訊 Board Notices**\n\n第 29 期　Issue No. 29\n\n2031年5月6日\n\n## **甲、註冊事務**\n\n### **續期申請**\n\n\(sentence.dropLast())，\n\n#### 註冊局通訊第 29 期\n\n並須在月底前辦妥，逾期不候，請各位同業留意。\n\n### **投訴不成立**\n\n\(sentence)\n\n#### 註冊局通訊第 29 期\n\n## **乙、其他**\n\n### **修訂收費**\n\n\(sentence)\n"
    )
    #expect(reading.titles == ["續期申請", "投訴不成立", "修訂收費"])
    #expect(reading.lines(of: "running-head-dropped").count == 2)
  }

  @Test("Recipients go on over the end of a full line, within a name too")
  func wrappedRecipients() throws {
    let reading = try Reading(
      "\(head)\n## The lock\n\n\(text)\n\n---\n\n**Distribution:** Mayor's Office, Members of the City Council, Police\nDepartment, Fire Department\n\n**Prepared by:** N. Sedge\n"
    )
    #expect(
      reading.issue.imprint?.distribution.map(\.recipients) == [
        ["Mayor's Office", "Members of the City Council", "Police Department", "Fire Department"]
      ])
    #expect(reading.issue.imprint?.office == nil)
  }

  @Test("What a mailing list puts below all its mails goes with a remark, the stroke above it low or not")
  func listFoot() throws {
    let reading = try Reading(
      "From: keeper@weir.example\nSubject: [Weir] Leaflet\n\nWEIR END LEAFLET\nNo. 7 -- 6 May 2031\n\nTHE LOCK\n\n\(text)\n\nTHE EELS\n\n\(more)\n\n_______________________________________________\nmembers mailing list\nTo leave the list, write to leave@weir.example\n",
      as: .text)
    #expect(reading.lines(of: "mail-header-dropped").count == 3)
    #expect(reading.issue.imprint?.contact == nil)
  }

  @Test("In a text of wrapped lines the next number begins the next item, however full the line above is")
  func itemsOfWrappedLines() throws {
    let reading = try Reading(
      """
      WEIR END LEAFLET
      No. 7, 6 May 2031

      THE LOCK

      The lock was drained on Monday and filled again on Friday, and the eels
      were counted in between. Nobody had seen so many of them since the year
      of the flood, when they came in at the door. This is to be done:

      1. Choose up to fifteen keepers, and five more in case we run out.
      2. Write the names, in order, on one sheet. Numbers are no use to us.
      3. Send the sheet with two stamps and an envelope that has your name
         on it.
      """, as: .text)
    guard case .list(let list) = reading.articles.first?.body.last else {
      Issue.record("no list")
      return
    }
    #expect(list.items.count == 3)
  }
}
