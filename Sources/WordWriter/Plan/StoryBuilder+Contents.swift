internal import ExportPipeline
internal import HouseStyle

extension StoryBuilder {
  /// The contents list: real paragraphs that lead to what they name, since a field that Word makes the list
  /// from is empty until the reader updates it.
  mutating func story(of contents: ComposedContents) -> Story {
    var story: Story = []
    if let heading = contents.heading { story.append(.paragraph(paragraph(.contentsHeading, words: heading))) }
    for entry in contents.entries { story.append(.paragraph(line(of: entry))) }
    return story
  }

  private mutating func line(of entry: ComposedContents.Entry) -> StoryParagraph {
    let role: Role = entry.kind == .section ? .contentsSection : .contentsEntry
    var bookmark: Bookmark?
    if let target = entry.target {
      bookmark = entry.kind == .section ? self.bookmark(ofSection: target) : self.bookmark(ofArticle: target)
    }
    var runs = self.runs(entry.words, role)
    var properties: [Element] = []
    if let page = entry.page {
      properties.append(
        Element(
          "w:tabs", [:],
          [Element("w:tab", ["w:val": "right", "w:leader": "dot", "w:pos": String(style.page.textWidth)])]))
      runs.append(Run(content: .tab))
      if let bookmark {
        runs += pageReference(to: bookmark, cached: page, role)
      } else {
        runs += self.runs(page, role)
      }
    }
    guard let bookmark else { return paragraph(role, properties, runs.map { .run($0) }) }
    return paragraph(role, properties, [.link(Link(target: .bookmark(bookmark.name), runs: runs))])
  }

  /// The page of a bookmark as a field; until the reader updates it, it shows the page as printed.
  private mutating func pageReference(to bookmark: Bookmark, cached page: String, _ role: Role) -> [Run] {
    [
      Run(content: .fieldBegin), Run(content: .fieldInstruction(" PAGEREF \(bookmark.name) \\h ")),
      Run(content: .fieldSeparate),
    ] + runs(page, role) + [Run(content: .fieldEnd)]
  }
}
