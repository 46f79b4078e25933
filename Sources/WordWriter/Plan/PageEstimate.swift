internal import HouseStyle

/// Guesses on which page each bookmark comes to stand: paragraph after paragraph, as high as its characters and its
/// looks make it. A page off now and then, more where fonts differ; the fields it is for are updated by the reader.
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
    var free = 0
    for index in plan.body.indices {
      if index >= free { free = keepTogether(plan.body, from: index) }
      place(plan.body[index])
    }
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

  /// What a paragraph takes, in twips.
  private struct Measure {
    var before: Int
    var pitch: Int
    var lines: Int
    var after: Int
    /// What pictures in its lines add.
    var pictures: Int

    var all: Int { before + pitch * lines + pictures + after }
  }

  // MARK: Pages

  /// Goes to the next page where what keeps with the next does not fit with the first line behind it: a heading with
  /// its subtitle, say. Tells where the next such group may begin.
  private mutating func keepTogether(_ body: Story, from index: Int) -> Int {
    var end = index
    var needed = 0
    while end < body.count, case .paragraph(let paragraph) = body[end], keepsWithNext(paragraph) {
      needed += measure(paragraph, width: style.page.textWidth).all
      end += 1
    }
    guard end < body.count else { return max(end, index + 1) }
    if end == index {
      guard case .table(let table) = body[end], table.rows.first?.keepsWithNext == true else { return index + 1 }
    }
    switch body[end] {
    case .paragraph(let paragraph): needed += measure(paragraph, width: style.page.textWidth).pitch
    case .table(let table):
      let kept = table.rows.prefix { $0.keepsWithNext }.count
      needed += table.rows.prefix(kept + 1).reduce(0) { $0 + height(of: $1) }
    case .sectionEnd: break
    }
    // A chain longer than a page is broken anywhere.
    if height > 0, height + needed > style.page.textHeight, needed <= style.page.textHeight { turn() }
    return max(end, index + 1)
  }

  private func keepsWithNext(_ paragraph: StoryParagraph) -> Bool {
    style.style(of: paragraph.role).keepWithNext || paragraph.keepsWithNext
  }

  private mutating func place(_ block: StoryBlock) {
    switch block {
    case .paragraph(let paragraph): place(paragraph)
    case .table(let table):
      // What floats takes no room.
      guard !table.properties.contains(where: { $0.name == "w:tblpPr" }) else { return }
      for row in table.rows { take(height(of: row)) }
    case .sectionEnd: turn()
    }
  }

  private mutating func place(_ paragraph: StoryParagraph) {
    let measure = measure(paragraph, width: style.page.textWidth)
    if height > 0 { height += measure.before }
    take(measure.pitch + measure.pictures)
    for case .bookmarkStart(let bookmark) in paragraph.pieces { pages[bookmark.name] = page }
    for _ in 1..<max(measure.lines, 1) { take(measure.pitch) }
    height += measure.after
  }

  private mutating func take(_ line: Int) {
    if height + line > style.page.textHeight, height > 0 { turn() }
    height += line
  }

  private mutating func turn() { (page, height) = (page + 1, 0) }

  // MARK: Measures

  private func measure(_ paragraph: StoryParagraph, width: Int) -> Measure {
    let look = style.style(of: paragraph.role)
    let natural = look.size * 13 * look.lineStretch / 100
    var measure = Measure(
      before: typesetter.lines(look.spaceBefore),
      pitch: look.linePitch == 0 ? natural : look.linePitch ?? style.page.linePitch,
      lines: lines(of: paragraph, look, width: width), after: typesetter.lines(look.spaceAfter),
      pictures: paragraph.pictures.reduce(0) { $0 + $1.shownHeight / 635 })
    // What the paragraph says itself wins over its style.
    if let own = paragraph.properties.first(where: { $0.name == "w:spacing" }) {
      func value(_ name: String) -> Int? { own.attributes.first { $0.name.text == name }.flatMap { Int($0.value) } }
      measure.before = value("w:before") ?? measure.before
      measure.after = value("w:after") ?? measure.after
      let isExact = own.attributes.contains { $0.name == "w:lineRule" && $0.value == "exact" }
      measure.pitch = isExact ? value("w:line") ?? measure.pitch : natural
    }
    // A rule under it, such as that of the masthead: its thickness in eighths of a point, its distance in points.
    for rule in paragraph.properties.first(where: { $0.name == "w:pBdr" })?.children ?? [] {
      for attribute in rule.attributes {
        let number = Int(attribute.value) ?? 0
        if attribute.name == "w:space" { measure.after += number * 20 }
        if attribute.name == "w:sz" { measure.after += number * 20 / 8 }
      }
    }
    return measure
  }

  private func lines(of paragraph: StoryParagraph, _ look: RoleStyle, width: Int) -> Int {
    let breaks = paragraph.pieces.count {
      if case .run(let run) = $0, case .lineBreak = run.content { true } else { false }
    }
    guard breaks == 0 else { return breaks + 1 }
    let indent = typesetter.characters(look.leftIndent + look.rightIndent, look)
    let em = look.size * 10 + typesetter.squeeze(look)
    let length = paragraph.words.reduce(0) { $0 + TextWidth.of($1) } * em / 100
    let room = max(width - indent, em)
    return max(1, (length + typesetter.characters(max(look.firstLineIndent, 0), look) + room - 1) / room)
  }

  private func height(of row: StoryTable.Row) -> Int {
    row.cells.map { cell in
      let width = cell.properties.first { $0.name == "w:tcW" }?.attributes.first { $0.name == "w:w" }
      return cell.story.reduce(0) { sum, block in
        guard case .paragraph(let paragraph) = block else { return sum }
        return sum + measure(paragraph, width: width.flatMap { Int($0.value) } ?? style.page.textWidth).all
      }
    }.max() ?? 0
  }
}
