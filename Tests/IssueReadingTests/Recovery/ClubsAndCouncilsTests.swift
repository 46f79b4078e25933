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
}
