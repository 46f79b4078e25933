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
    let isAsked = style.contentsPages == .always && entry.kind == .article && bookmark != nil
    if let page = entry.page ?? (isAsked ? "" : nil) {
      properties.append(
        Element(
          "w:tabs", [:],
          [Element("w:tab", ["w:val": "right", "w:leader": "dot", "w:pos": String(style.page.textWidth)])]))
      runs.append(Run(content: .tab))
      // What stands in the place of a page but says none, a writer or p. 1, would be gone once the field is renewed.
      if let bookmark, isAsked || page.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        let cached = isAsked ? [Run(content: .pageNumber(of: bookmark.name))] : self.runs(page, role)
        runs += pageReference(to: bookmark, cached: cached)
      } else {
        runs += self.runs(page, role)
      }
    }
    guard let bookmark else { return paragraph(role, properties, runs.map { .run($0) }) }
    return paragraph(role, properties, [.link(Link(target: .bookmark(bookmark.name), runs: runs))])
  }

  /// The page of a bookmark as a field; until the reader updates it, it shows what is cached.
  private func pageReference(to bookmark: Bookmark, cached: [Run]) -> [Run] {
    [
      Run(content: .fieldBegin), Run(content: .fieldInstruction(" PAGEREF \(bookmark.name) \\h ")),
      Run(content: .fieldSeparate),
    ] + cached + [Run(content: .fieldEnd)]
  }
}
