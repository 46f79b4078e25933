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

  // MARK: Who signs

  @Test("Behind an article's text a dash, a name and a post sign it; without a post the name is its contributor")
  func dashedSigners() throws {
    let reading = try Reading(
      "\(head)\n## The lock\n\n\(text)\n\n-- Nell Sedge, Secretary\n\n## The eels\n\n\(more)\n\n-- Nell Sedge\n")
    #expect(reading.articles.map { $0.signature?.office } == ["Nell Sedge, Secretary", nil])
    #expect(reading.articles.map(\.attribution) == [nil, "-- Nell Sedge"])
  }

  @Test("A name in bold above its post in italics signs, and so does one behind which the post stands in small letters")
  func signersByForm() throws {
    let reading = try Reading(
      "\(head)\n## The lock\n\n\(text)\n\n**Nell Sedge**\n\n*Chair of Trustees*\n\n## The eels\n\n\(more)\n\nPeter Quill, hut warden\n\n## The boats\n\n\(text)\n\n**A. ST J. QUILL** Colonel of the Guard\n"
    )
    #expect(
      reading.articles.map { $0.signature?.office } == [
        "Nell Sedge Chair of Trustees", "Peter Quill, hut warden", "A. ST J. QUILL Colonel of the Guard",
      ])
    #expect(reading.paragraphs == [text, more, text])
  }

  @Test("On a page a name at the right and the line below it sign together")
  func signersAtTheMargin() throws {
    let right = "<p align=right style='text-align:right'>"
    let reading = try Reading(
      "<html><body><h1>The Weir Letter</h1><p>No. 4</p><p>3 March 2031</p><h2>The lock</h2><p>\(text)</p>\(right)Maj. (Retd) Peter Quill</p>\(right)Member In-charge Sluices</p><h2>The eels</h2><p>\(more)</p></body></html>",
      as: .html)
    #expect(reading.articles.first?.signature?.office == "Maj. (Retd) Peter Quill Member In-charge Sluices")
    #expect(reading.paragraphs == [text, more])
  }

  @Test("An article of one sentence with a signer below has no subtitle")
  func oneSentence() throws {
    let reading = try Reading("\(head)\n## The lock\n\n\(text)\n\nPeter Quill\n\nMember for Sluices\n")
    #expect(reading.articles.map(\.subtitle) == [nil])
    #expect(reading.paragraphs.first == text)
  }

  @Test("Circulation: before a person's name is a role, before others the distribution list")
  func circulation() throws {
    let person = try Reading(
      "\(head)\n## The lock\n\n\(text)\n\n| | |\n|---|---|\n| Editor: | P. Quill |\n| Circulation: | Mrs N. Sedge |\n")
    #expect(person.issue.imprint?.people.map(\.role) == ["Editor", "Circulation"])
    #expect(person.issue.imprint?.distribution == [])
    let list = try Reading(
      "\(head)\n## The lock\n\n\(text)\n\n---\n\nEditor: P. Quill\n\nCirculation: Lock Board; all keepers\n")
    #expect(list.issue.imprint?.distribution.map(\.recipients) == [["Lock Board", "all keepers"]])
  }
}
