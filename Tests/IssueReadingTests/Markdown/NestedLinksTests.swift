import IssueModel
import Testing

@Suite("Markdown: links around links")
struct NestedLinksTests {
  @Test("A contents list of pandoc, each entry a link with the page as a link within, is read as titles and pages")
  func contents() throws {
    let reading = try Reading(
      """
      # Heron Pond Notes

      No. 7

      **CONTENTS**

      [The sluice [1](#the-sluice)](#the-sluice)

      [The herons, and how they
      were counted [2](#the-herons)](#the-herons)

      # The sluice

      The sluice was opened on Monday and shut again on Friday, and nobody was near it meanwhile.

      # The herons, and how they were counted

      Nobody had counted so many of them since the winter in which the pond froze down to its floor.
      """)
    #expect(
      reading.issue.printedContents?.entries.map(\.text) == ["The sluice", "The herons, and how they were counted"])
    #expect(reading.titles == ["The sluice", "The herons, and how they were counted"])
  }

  @Test("Words before and behind stay, and brackets that are no link around another stay as they are")
  func words() throws {
    let reading = try Reading(
      "# Heron Pond Notes\n\nNo. 7\n\n## The sluice\n\nSee [the map [of 2031](a.html)](b.html) and [the] plan [here](c.html)](d.html).\n"
    )
    #expect(
      reading.articles.first?.body.first
        == .paragraph(
          Paragraph(
            [
              .text("See "), .link(target: "b.html", [.text("the map of 2031")]), .text(" and [the] plan "),
              .link(target: "c.html", [.text("here")]), .text("](d.html)."),
            ], source: reading.articles.first?.body.first?.source)))
  }
}
