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
    for (index, article) in section.articles.enumerated() {
      let own = self.story(of: article)
      // The name of the section goes with the title onto the page of a wide table.
      if index == 0, case .sectionEnd(.upright)? = own.first {
        story = [own[0]] + story + own[1...]
      } else {
        story += own
      }
    }
    return story
  }

  private mutating func story(of article: ComposedArticle) -> Story {
    numberNotes(of: article)
    var story = head(of: article)
    if let note = article.editorsNote, !note.isAtEnd { story += self.story(of: note) }
    let body = self.story(of: article.body, BlockPlace(role: .body, width: blockRoom))
    // The title goes onto the page of a wide table that follows it; not the first one, which would leave the masthead alone.
    if article.index > 0, article.editorsNote?.isAtEnd != false, case .sectionEnd(.upright)? = body.first {
      story = [body[0]] + story + body[1...]
    } else {
      story += body
    }
    referToRemainingNotes(of: article, in: &story)
    if let attribution = article.attribution {
      keepLastLines(of: &story)
      story.append(.paragraph(paragraph(.attribution, words: attribution)))
    }
    story += signature(article.signatureOffice, article.signatureDate)
    story += self.story(of: article.closing, BlockPlace(role: .body, width: blockRoom))
    if let note = article.editorsNote, note.isAtEnd { story += self.story(of: note) }
    layOutNotes(of: article)
    return story
  }

  /// Keeps the last paragraph on the page of the contributor below it, who would stand alone at the head of the next. Not one longer
  /// than a third of the page: LibreOffice moves it whole, which would leave a gap.
  private func keepLastLines(of story: inout Story) {
    guard let end = story.indices.last, case .paragraph(var last) = story[end] else { return }
    let estimate = PageEstimate([], notes: [], style, typesetter)
    guard estimate.height(of: [story[end]], width: style.page.textWidth) * 3 <= style.page.textHeight else { return }
    last.keepWithNext()
    story[end] = .paragraph(last)
  }

  /// Who signs, and the date below.
  private mutating func signature(_ office: String?, _ date: String?) -> Story {
    var indents: (office: Int, date: Int)?
    if let office, let date { indents = indentsOfSignature(office, date) }
    var story: Story = []
    for (role, words, right) in [
      (Role.signatureOffice, office, indents?.office), (.signatureDate, date, indents?.date),
    ] {
      guard let words else { continue }
      let properties = right.map { [typesetter.indents(left: 0, right: $0, firstLine: 0)] } ?? []
      story.append(.paragraph(paragraph(role, properties, words: words)))
    }
    return story
  }

  /// How far in from the right the two lines of a signature end, in twips: the date begins two characters to the right of
  /// where the office begins; the longer of the two ends where its role says (GB/T 9704-2012, 7.3.5.3). Nil where the house
  /// style sets them elsewhere, and for what fills a line.
  private func indentsOfSignature(_ office: String, _ date: String) -> (office: Int, date: Int)? {
    let (above, below) = (style.style(of: .signatureOffice), style.style(of: .signatureDate))
    guard isChinese, above.alignment == .right, above.rightIndent > 0, above.size == below.size else { return nil }
    // A character in twips: its size is in half-points.
    let em = above.size * 10
    let widths = (office: TextWidth.ofLine(office) * em / 100, date: TextWidth.ofLine(date) * em / 100)
    var indents = (
      office: typesetter.characters(above.rightIndent, above), date: typesetter.characters(below.rightIndent, below)
    )
    let isDateLonger = widths.date > widths.office
    if isDateLonger {
      indents.office = indents.date + widths.date + 2 * em - widths.office
    } else {
      indents.date = max(0, indents.office + widths.office - 2 * em - widths.date)
    }
    guard widths.office + indents.office <= style.page.textWidth else { return nil }
    return indents
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
    var story = self.story(of: note.body, BlockPlace(role: .editorsNote, width: blockRoom))
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
