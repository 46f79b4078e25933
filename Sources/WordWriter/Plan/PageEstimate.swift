internal import HouseStyle

/// Guesses on which page each bookmark comes to stand: paragraph after paragraph, as high as its characters and its
/// style make it. A page more or less off where fonts differ; the fields it is for are updated by the reader.
struct PageEstimate {
  private let style: HouseStyle
  private let typesetter: Typesetter
  private var pages: [String: Int] = [:]
  private var page = 1
  private var height = 0

  /// The pages of the body of `plan`.
  init(_ plan: WordPlan) {
    style = plan.houseStyle
    typesetter = plan.typesetter
    for block in plan.body { place(block) }
  }

  /// `story` with the numbers of the pages in place.
  func numbered(_ story: Story) -> Story {
    story.map { block in
      guard case .paragraph(var paragraph) = block else { return block }
      paragraph.pieces = paragraph.pieces.map { piece in
        guard case .link(var link) = piece else { return piece }
        link.runs = link.runs.map { run in
          guard case .pageNumber(let name) = run.content else { return run }
          return Run(properties: run.properties, content: .text(String(pages[name] ?? 1)))
        }
        return .link(link)
      }
      return .paragraph(paragraph)
    }
  }

  private mutating func place(_ block: StoryBlock) {
    switch block {
    case .paragraph(let paragraph): place(paragraph)
    case .table(let table): for row in table.rows { take(self.height(of: row)) }
    case .sectionEnd: (page, height) = (page + 1, 0)
    }
  }

  private mutating func place(_ paragraph: StoryParagraph) {
    let look = style.style(of: paragraph.role)
    let lines = self.lines(of: paragraph, look, width: style.page.textWidth)
    let pitch = look.linePitch == 0 ? look.size * 13 * look.lineStretch / 100 : look.linePitch ?? style.page.linePitch
    // Space above is dropped at the top of a page.
    if height > 0 { height += typesetter.lines(look.spaceBefore) }
    // A heading takes a line of what follows with it.
    if look.keepWithNext, height + (lines + 2) * pitch > style.page.textHeight { (page, height) = (page + 1, 0) }
    take(pitch)
    for case .bookmarkStart(let bookmark) in paragraph.pieces { pages[bookmark.name] = page }
    for _ in 1..<max(lines, 1) { take(pitch) }
    height += typesetter.lines(look.spaceAfter)
  }

  private mutating func take(_ line: Int) {
    if height + line > style.page.textHeight, height > 0 { (page, height) = (page + 1, 0) }
    height += line
  }

  private func lines(of paragraph: StoryParagraph, _ look: RoleStyle, width: Int) -> Int {
    let breaks = paragraph.pieces.count {
      if case .run(let run) = $0, case .lineBreak = run.content { true } else { false }
    }
    guard breaks == 0 else { return breaks + 1 }
    let indent = typesetter.characters(look.leftIndent + look.rightIndent, look)
    let em = look.size * 10 + typesetter.squeeze(look)
    let length = paragraph.words.reduce(0) { $0 + TextWidth.of($1) } * em / 100
    return (length + typesetter.characters(max(look.firstLineIndent, 0), look)) / max(width - indent, em) + 1
  }

  private func height(of row: StoryTable.Row) -> Int {
    row.cells.map { cell in
      cell.story.reduce(0) { sum, block in
        guard case .paragraph(let paragraph) = block else { return sum }
        return sum + style.style(of: paragraph.role).size * 13
      }
    }.max() ?? 0
  }
}
