import IssueModel
import Testing

/// Shapes of circular letters, mails to staff and newsletters that converters made Markdown of.
@Suite("Recovery: circular letters, mails, converters")
struct LettersAndMailsTests {
  private let text = "The lock was drained on Monday and filled again on Friday, and the eels were counted in between."
  private let more = "Nobody had seen so many of them since the year of the flood, when they came in at the door."
  private let chinese = "五月六日，闸门放水清淤，全站职工清点鳗鱼一百二十三尾，多于往年，次日上午恢复蓄水，船只照常通行。"
  private let head = "# WEIR END LEAFLET\n\nNo. 7, 6 May 2031\n"

  @Test("Stars around a name and arrows before titles are no words of theirs")
  func ornaments() throws {
    let reading = try Reading(
      """
      *** WEEKLY WRAP: Weir End Staff Bulletin ***
      Issue 19 | Friday 9 May 2031

      In this issue
      >> The lock
      >> Staff notices

      ==> THE LOCK

      \(text)

      Contact: Lock Desk, ext. 4410

      ==> STAFF NOTICES

      Births: to Kate and Neil, a daughter, Isla, who was weighed on the scale of the lock.
      Found: one glove, which was left behind in the boat of the keeper on the last Sunday.

      --
      Weekly Wrap is put together by Lorna Tide.
      Email lorna@example.org or ring 4402.
      You are getting this because you work here.
      """, as: .text)
    #expect(reading.masthead.name == "WEEKLY WRAP: Weir End Staff Bulletin")
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["The lock", "Staff notices"])
    #expect(reading.titles == ["THE LOCK", "STAFF NOTICES"])
    #expect(!reading.body.contains { $0.hasPrefix("h") })
    #expect(reading.issue.imprint?.otherLines.count == 2)
  }

  @Test("A link that is nothing but a number, and the number raised below, are a footnote")
  func linkedNumber() throws {
    let reading = try Reading(
      "\(head)\n## The lock\n\nThe binder found a list[1](#page-1-0) of eels. \(text)\n\n<span id=\"page-1-0\"></span><sup>1</sup> Now at Weir End.\n"
    )
    #expect(reading.articles.first?.notes.count == 1)
    #expect(reading.paragraphs.count == 1)
  }

  @Test("A lower heading in italics right below a title says what the article is about")
  func italicHeading() throws {
    let reading = try Reading("\(head)\n## The lock\n\n### *Peter Quill on what the keepers found*\n\n\(text)\n")
    #expect(reading.articles.first?.subtitle == "Peter Quill on what the keepers found")
  }

  @Test("A break before a caption breaks nothing")
  func captionBehindBreak() throws {
    let reading = try Reading(
      "\(head)\n## The lock\n\n\(text)\n\n![lock](lock.png)\n<br/>The lock at night\n\n## The eels\n\n\(more)\n")
    let captions = reading.articles.flatMap(\.body).compactMap { block -> [Inline]? in
      if case .figure(let figure) = block { figure.caption } else { nil }
    }
    #expect(captions == [[.text("The lock at night")]])
  }

  @Test("Name and post, a line each, sign")
  func nameAbovePost() throws {
    let reading = try Reading("# 闸站之声\n\n第5期　2031年5月6日\n\n## 清淤\n\n\(chinese)\n\n卢洁仪\n部长\n\n## 鳗鱼\n\n\(chinese)\n")
    #expect(reading.articles.map(\.signature?.office) == ["卢洁仪　部长", nil])
  }

  @Test("Typed strokes are a rule")
  func typedRule() throws {
    let reading = try Reading("\(head)\n## The lock\n\n\(text)\n\n~ ~ ~\n\n\(more)\n")
    #expect(reading.body.contains("rule"))
  }

  @Test("Labels of two words and values between dots are those who made the issue; the printer is none of them")
  func dottedImprint() throws {
    let reading = try Reading(
      "\(head)\n## The lock\n\n\(text)\n\n---\n\n**Editor** Peter Quill • **Assistant Editor** Mary Fold\n\nPrinters: Weir Press\n\nNext issue: July\n"
    )
    #expect(reading.issue.imprint?.people.map(\.role) == ["Editor", "Assistant Editor"])
    #expect(reading.issue.imprint?.people.flatMap(\.names) == ["Peter Quill", "Mary Fold"])
    #expect(reading.issue.imprint?.otherLines == ["Printers: Weir Press", "Next issue: July"])
  }

  @Test("The post below a signer is no title, and who publishes an issue is not its name")
  func postAndPublisher() throws {
    let reading = try Reading(
      """
      Vol. 3 No. 11                                            May 2031

                          THE LOCK BOARD NEWS-SHEET

            Published monthly by the Lock Board, Weir End, for its agents


      1. THE LOCK

      \(text)

      2. THE EELS

      \(more)

                                    + J. A. MARCHETTI
                                    Archbishop of Weir End
      """, as: .text)
    #expect(reading.masthead.name == "THE LOCK BOARD NEWS-SHEET")
    #expect(reading.masthead.office == "Lock Board")
    #expect(reading.titles == ["1. THE LOCK", "2. THE EELS"])
  }
}
