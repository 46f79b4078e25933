internal import ExportPipeline
internal import HouseStyle
internal import IssueModel

extension StoryBuilder {
  mutating func story(of section: ComposedSection) -> Story {
    var story: Story = []
    if let heading = section.heading {
      let pieces = runs(heading, .sectionName).map { StoryParagraph.Piece.run($0) }
      story.append(
        .paragraph(paragraph(.sectionName, [], bookmarked(bookmark(ofSection: section.index), pieces))))
    }
    for article in section.articles { story += self.story(of: article) }
    return story
  }

  private mutating func story(of article: ComposedArticle) -> Story {
    numberNotes(of: article)
    var story = head(of: article)
    if let note = article.editorsNote { story += self.story(of: note) }
    story += self.story(of: article.body, BlockPlace(role: .body, width: style.page.textWidth))
    referToRemainingNotes(of: article, in: &story)
    if let attribution = article.attribution { story.append(.paragraph(paragraph(.attribution, words: attribution))) }
    if let office = article.signatureOffice { story.append(.paragraph(paragraph(.signatureOffice, words: office))) }
    if let date = article.signatureDate { story.append(.paragraph(paragraph(.signatureDate, words: date))) }
    story += self.story(of: article.closing, BlockPlace(role: .body, width: style.page.textWidth))
    layOutNotes(of: article)
    return story
  }

  /// Kicker, title, subtitle and byline: one group, with the space of the first above and of the last below.
  private mutating func head(of article: ComposedArticle) -> Story {
    var lines: [(role: Role, words: String)] = []
    if let kicker = article.kicker { lines.append((.kicker, kicker)) }
    if let title = article.title { lines.append((.articleTitle, title)) }
    if let subtitle = article.subtitle { lines.append((.subtitle, subtitle)) }
    if let byline = article.byline { lines.append((.byline, byline)) }
    var story: Story = []
    for (index, line) in lines.enumerated() {
      var role = style.style(of: line.role)
      var properties: [Element] = []
      if lines.count > 1 {
        if index > 0 { role.spaceBefore = 0 }
        if index < lines.count - 1 { role.spaceAfter = 0 }
        properties.append(typesetter.spacing(role))
      }
      var pieces = broken(balanced(line.words, role), line.role)
      if line.role == .articleTitle { pieces = bookmarked(bookmark(ofArticle: article.index), pieces) }
      story.append(.paragraph(paragraph(line.role, properties, pieces)))
    }
    return story
  }

  /// The lines of a centred heading; any other is broken by Word.
  private mutating func balanced(_ words: String, _ role: RoleStyle) -> [String] {
    guard role.alignment == .center else { return [words] }
    // A character's width less than the line: titles that fill it look crammed.
    let room = style.page.textWidth - role.size * 10
    return lines(of: words, size: role.size, room: room)
  }

  mutating func story(of note: ComposedEditorsNote) -> Story {
    var story = self.story(of: note.body, BlockPlace(role: .editorsNote, width: style.page.textWidth))
    guard !note.label.isEmpty else { return story }
    var look = RunLook()
    look.isStrong = true
    let label = runs(note.label, .editorsNote, look).map { StoryParagraph.Piece.run($0) }
    if case .paragraph(var first)? = story.first, first.role == .editorsNote {
      first.pieces = label + first.pieces
      story[0] = .paragraph(first)
    } else {
      story.insert(.paragraph(paragraph(.editorsNote, [], label)), at: 0)
    }
    return story
  }

  // MARK: Footnotes

  /// Makes the footnotes of `article` those that marks refer to from here on.
  mutating func numberNotes(of article: ComposedArticle) {
    noteNumbers = [:]
    for (index, note) in article.notes.enumerated() where noteNumbers[note.id] == nil {
      noteNumbers[note.id] = article.firstNoteNumber + index
    }
  }

  /// Notes that the text never refers to are referred to at its end: a footnote without a mark is not shown.
  private mutating func referToRemainingNotes(of article: ComposedArticle, in story: inout Story) {
    for index in article.notes.indices {
      let number = article.firstNoteNumber + index
      guard referredNotes.insert(number).inserted else { continue }
      if case .paragraph(var last)? = story.last {
        last.pieces.append(.run(noteMark(number)))
        story[story.count - 1] = .paragraph(last)
      } else {
        story.append(.paragraph(paragraph(.body, [], [.run(noteMark(number))])))
      }
    }
  }

  private mutating func layOutNotes(of article: ComposedArticle) {
    isInNote = true
    for note in article.notes {
      var story = separatingTables(
        self.story(of: note.body, BlockPlace(role: .footnote, width: style.page.textWidth)))
      let mark = StoryParagraph.Piece.run(
        Run(properties: [.val("w:rStyle", StyleName.footnoteReference.id)], content: .noteMark))
      let space = StoryParagraph.Piece.run(Run(content: .text(" ")))
      if case .paragraph(var first)? = story.first {
        first.pieces = [mark, space] + first.pieces
        story[0] = .paragraph(first)
      } else {
        story.insert(.paragraph(paragraph(.footnote, [], [mark])), at: 0)
      }
      plan.notes.append(story)
    }
    isInNote = false
  }
}
