internal import HouseStyle
internal import XMLBinding

/// Guesses on which page each bookmark and each footnote comes to stand: paragraph after paragraph, as high as its
/// characters and its looks make it. A page off now and then, more where fonts differ; the fields it is for are updated by
/// the reader.
struct PageEstimate {
  /// What programs and fonts may make differ from the guess.
  struct Deviation {
    /// How wide Western type is, in hundredths of what is counted for it.
    var western = 100
    /// How much lower the text stands from the first page on, in twips.
    var shift = 0
    /// Whether commas and full stops may hang over the edge of the lines, as they do in Word, though not in every program
    /// within tables.
    var hangs = true
    /// Whether digits are as wide as the widest fonts have them that may have to serve.
    var hasWideDigits = false
  }

  private let style: HouseStyle
  private let typesetter: Typesetter
  private let deviation: Deviation
  private var pages: [String: Int] = [:]
  /// The page on which the mark of each footnote stands, from 1.
  private(set) var notePages: [Int: Int] = [:]
  /// The page on which the text ends, from 1.
  private(set) var page = 1
  /// What the text takes of it, without footnotes, in twips.
  private(set) var height = 0
  /// The heights of the footnotes, in twips; the first is that of number 1.
  private var noteHeights: [Int] = []
  /// What the footnotes on the page at hand take of it.
  private var notesOnPage = 0
  /// The text block of the page at hand.
  private var room: (width: Int, height: Int)

  /// The pages of `body`.
  /// - Parameter notes: The footnotes, the first of which has number 1.
  init(_ body: Story, notes: [Story], _ style: HouseStyle, _ typesetter: Typesetter, _ deviation: Deviation = .init()) {
    self.style = style
    self.typesetter = typesetter
    self.deviation = deviation
    height = deviation.shift
    room = (style.page.textWidth, style.page.textHeight)
    noteHeights = notes.map { height(of: $0, width: style.page.textWidth) }
    let units = body.flatMap(Unit.units(of:))
    var free = 0
    var section = 0
    for index in units.indices {
      if index == section { section = begin(units, section: index) }
      if index >= free { free = keepTogether(units, from: index) }
      place(units[index])
    }
  }

  /// What the line between text and footnotes takes, in twips: a line of body text, as Word has it.
  static func separator(_ style: HouseStyle) -> Int { style.style(of: .body).size * 13 }

  /// The height of the footnotes of those numbers with the line above them, in twips.
  func height(ofNotes numbers: some Sequence<Int>) -> Int {
    numbers.reduce(Self.separator(style)) { $0 + (noteHeights.indices.contains($1 - 1) ? noteHeights[$1 - 1] : 0) }
  }

  /// The height of `story` that is not broken over pages, in twips.
  func height(of story: Story, width: Int) -> Int {
    story.reduce(0) { sum, block in
      switch block {
      case .paragraph(let paragraph): sum + measure(paragraph, width: width).all
      case .table(let table): sum + table.rows.reduce(0) { $0 + height(of: $1) }
      case .sectionEnd: sum
      }
    }
  }

  /// How many lines `paragraph` takes.
  func lineCount(of paragraph: StoryParagraph, width: Int) -> Int { measure(paragraph, width: width).lines.count }

  /// Takes the pages of the section that begins at `index`, and tells where the next one does.
  private mutating func begin(_ units: [Unit], section index: Int) -> Int {
    for end in units[index...].indices {
      guard case .sectionEnd(let kind) = units[end] else { continue }
      let page = kind == .turned ? style.page.turned : style.page
      room = (page.textWidth, page.textHeight)
      return end + 1
    }
    room = (style.page.textWidth, style.page.textHeight)
    return units.count
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
    /// The numbers of the footnotes whose marks each line holds.
    var lines: [[Int]]
    var after: Int
    /// What pictures in its lines add.
    var pictures: Int

    var all: Int { before + pitch * lines.count + pictures + after }
  }

  // MARK: Pages

  /// What stands on pages: the rows of a table one by one, unless it floats.
  private enum Unit {
    case paragraph(StoryParagraph)
    case row(StoryTable.Row)
    case floating(StoryTable)
    case sectionEnd(SectionKind)

    static func units(of block: StoryBlock) -> [Unit] {
      switch block {
      case .paragraph(let paragraph): [.paragraph(paragraph)]
      case .table(let table): table.floats ? [.floating(table)] : table.rows.map { .row($0) }
      case .sectionEnd(let kind): [.sectionEnd(kind)]
      }
    }

    /// The numbers of the footnotes whose marks stand in it.
    var notes: [Int] {
      switch self {
      case .paragraph(let paragraph): paragraph.notes
      case .row(let row): row.notes
      case .floating, .sectionEnd: []
      }
    }
  }

  /// Goes to the next page where what keeps with the next does not fit with the first line behind it: a heading with
  /// its subtitle, say. Tells where the next such group may begin.
  private mutating func keepTogether(_ units: [Unit], from index: Int) -> Int {
    var end = index
    var needed = 0
    var notes = notesOnPage
    while end < units.count, keepsWithNext(units[end]) {
      needed += height(of: units[end])
      notes += noteHeight(of: units[end].notes)
      end += 1
    }
    guard end < units.count, end > index else { return max(end, index + 1) }
    switch units[end] {
    case .paragraph(let paragraph): needed += measure(paragraph, width: room.width).pitch
    case .row: needed += height(of: units[end])
    case .floating:
      needed += height(of: units[end])
      notes = 0
    case .sectionEnd: break
    }
    // A chain longer than a page is broken anywhere.
    if height > 0, height + notes + needed > room.height, needed <= room.height { turn() }
    return end
  }

  private func keepsWithNext(_ unit: Unit) -> Bool {
    switch unit {
    case .paragraph(let paragraph): style.style(of: paragraph.role).keepWithNext || paragraph.keepsWithNext
    case .row(let row): row.keepsWithNext
    case .floating, .sectionEnd: false
    }
  }

  private func height(of unit: Unit) -> Int {
    switch unit {
    case .paragraph(let paragraph): measure(paragraph, width: room.width).all
    case .row(let row): height(of: row)
    case .floating(let table): height(of: [.table(table)], width: room.width)
    case .sectionEnd: 0
    }
  }

  private mutating func place(_ unit: Unit) {
    switch unit {
    case .paragraph(let paragraph): place(paragraph)
    case .row(let row): take(height(of: row), notes: row.notes)
    // What floats at the foot goes to the next page whole, and takes no notice of footnotes.
    case .floating: if height + height(of: unit) > room.height, height > 0 { turn() }
    case .sectionEnd: turn()
    }
  }

  private mutating func place(_ paragraph: StoryParagraph) {
    let measure = measure(paragraph, width: room.width)
    if height > 0 { height += measure.before }
    for (index, notes) in measure.lines.enumerated() {
      take(measure.pitch + (index == 0 ? measure.pictures : 0), notes: notes)
      guard index == 0 else { continue }
      for case .bookmarkStart(let bookmark) in paragraph.pieces { pages[bookmark.name] = page }
    }
    height += measure.after
  }

  /// Puts a line on the page, or on the next one if it and its footnotes have no room on this.
  private mutating func take(_ line: Int, notes: [Int]) {
    var added = noteHeight(of: notes)
    if height + line + notesOnPage + added > room.height, height > 0 {
      turn()
      added = noteHeight(of: notes)
    }
    height += line
    notesOnPage += added
    for note in notes { notePages[note] = page }
  }

  private func noteHeight(of notes: [Int]) -> Int {
    guard !notes.isEmpty else { return 0 }
    return height(ofNotes: notes) - (notesOnPage > 0 ? Self.separator(style) : 0)
  }

  private mutating func turn() { (page, height, notesOnPage) = (page + 1, 0, 0) }

  // MARK: Measures

  private func measure(_ paragraph: StoryParagraph, width: Int) -> Measure {
    // What stands in a frame takes nothing of the page.
    if paragraph.properties.contains(where: { $0.name == "w:framePr" }) {
      return Measure(before: 0, pitch: 0, lines: [[]], after: 0, pictures: 0)
    }
    let look = style.style(of: paragraph.role)
    let natural = look.size * 13 * look.lineStretch / 100
    var measure = Measure(
      before: typesetter.lines(look.spaceBefore),
      pitch: look.linePitch == 0 ? natural : look.linePitch ?? style.page.linePitch,
      lines: lines(of: paragraph, look, width: width), after: typesetter.lines(look.spaceAfter),
      pictures: paragraph.pictures.reduce(0) { $0 + $1.shownHeight / 635 })
    // What the paragraph says itself wins over its style.
    if let own = paragraph.properties.first(where: { $0.name == "w:spacing" }) {
      measure.before = own.twips("w:before") ?? measure.before
      measure.after = own.twips("w:after") ?? measure.after
      let isExact = own.attributes.contains { $0.name == "w:lineRule" && $0.value == "exact" }
      measure.pitch = isExact ? own.twips("w:line") ?? measure.pitch : natural
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

  /// The lines of `paragraph`, each with its footnotes: as its characters fill them, and where the text has line breaks.
  private func lines(of paragraph: StoryParagraph, _ look: RoleStyle, width: Int) -> [[Int]] {
    var indent = typesetter.characters(look.leftIndent + look.rightIndent, look)
    var first = typesetter.characters(look.firstLineIndent, look)
    if let own = paragraph.properties.first(where: { $0.name == "w:ind" }) {
      indent = (own.twips("w:left") ?? 0) + (own.twips("w:right") ?? 0)
      first = own.twips("w:firstLine") ?? -(own.twips("w:hanging") ?? 0)
    }
    let em = look.size * 10 + typesetter.squeeze(look)
    let room = max(width - indent, em)
    var count = LineCount(
      room: room * 100 / em, first: first * 100 / em, western: deviation.western, hangs: deviation.hangs,
      hasWideDigits: deviation.hasWideDigits)
    for run in paragraph.runs {
      switch run.content {
      case .text(let text): for scalar in text.unicodeScalars { count.add(scalar) }
      case .lineBreak: count.breakLine()
      case .noteReference(let number): count.add(note: number)
      default: break
      }
    }
    return count.lines
  }

  private func height(of row: StoryTable.Row) -> Int {
    row.cells.map { cell in
      let width = cell.properties.first { $0.name == "w:tcW" }?.twips("w:w")
      return height(of: cell.story, width: width ?? room.width)
    }.max() ?? 0
  }
}

extension Element {
  /// The number that the attribute of that name holds; nil if it is not there.
  fileprivate func twips(_ name: XMLName) -> Int? { attributes.first { $0.name == name }.flatMap { Int($0.value) } }
}

extension StoryTable {
  /// Whether it stands where the page has a place for it, not where the text is.
  var floats: Bool { properties.contains { $0.name == "w:tblpPr" } }
}

extension StoryTable.Row {
  /// The numbers of the footnotes whose marks stand in it.
  fileprivate var notes: [Int] {
    cells.flatMap { cell in
      cell.story.flatMap { block -> [Int] in
        switch block {
        case .paragraph(let paragraph): paragraph.notes
        case .table(let table): table.rows.flatMap(\.notes)
        case .sectionEnd: []
        }
      }
    }
  }
}
