import IssueModel

/// Decides which lines are titles of articles, and what stands around them: kicker, subtitle, byline.
///
/// The contents list decides where it can: a line, or two or three together, with the letters of an entry is
/// that article's title, and where the two differ in blanks only, the entry's blanks are right (the text had
/// its title broken over lines, the list mostly not). What the list does not name is decided by place,
/// numbering and level together, the level of a heading being a hint only.
struct TitleStage: RepairStage {
  static let name = "titles"
  static let summary = Wording("recognise titles and repair them from the contents list", zh: "识别标题，并按目录校正标题")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    decide(&draft, diagnostics, repairs: true)
  }

  func withoutRepair(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    decide(&draft, diagnostics, repairs: false)
  }

  private func decide(_ draft: inout Draft, _ diagnostics: DiagnosticSink, repairs: Bool) {
    var work = TitleWork(draft: draft, diagnostics: diagnostics, repairs: repairs)
    // The work has them alone, and changes them where they are.
    draft.blocks = []
    if repairs { work.closeSpreadLines() }
    work.openListedItems()
    work.joinBrokenCapitals()
    work.splitRunInHeads()
    work.splitListedHeads()
    work.splitSubtitles()
    work.splitBoldLines()
    work.splitTitleLines()
    work.splitBylines()
    work.matchContents()
    work.demoteListedParts()
    work.decideAppendices()
    work.lettered = work.letteredHeadings()
    work.decideHeadings()
    work.decideNumberedNotices()
    work.decideMarkedRows()
    work.decideFlushSections()
    work.decideBareLines()
    work.decideFlushNames()
    work.decideRomanRow()
    work.decideLettered()
    work.decideNumberedRow()
    work.decideRowThroughIssue()
    work.decideOtherHalf()
    work.decideNumberedHeadings()
    work.decideHeadingPairs()
    work.demoteInnerHeadings()
    work.decideNeighbours()
    work.demoteParallelHeadings()
    // Those that went into a title above them.
    work.draft.blocks.remove(work.absorbed)
    draft = work.draft
  }
}

extension TitleStage {
  /// Whether a line is nothing but one to three names of Chinese persons.
  static func isNames(_ text: String) -> Bool { TitleWork.isNames(text) }

  /// Whether a line is a subtitle by its dash.
  static func isSubtitle(_ text: String) -> Bool {
    TitleWork.subtitle(text) != nil
      && (text.trimmed.hasPrefix("——") || text.trimmed.hasPrefix("──") || text.trimmed.hasPrefix("--"))
  }
}

/// The titles of a draft on their way: what is decided so far, and what went into a title above it.
struct TitleWork {
  var draft: Draft
  let diagnostics: DiagnosticSink
  /// Blocks that went into a title above them.
  var absorbed: Set<Int> = []
  /// Titles found by the contents list.
  var listed: Set<Int> = []
  var entryCount = 0
  /// Whether the text sets what stands before the colon of an entry on a line above the title.
  var hasKickers = false
  /// Whether the levels of headings are guesses of a converter, which tell nothing.
  var levelsAreGuesses = false
  /// Headings numbered by letters, none of which a list names.
  var lettered: Set<Int> = []

  /// Whether titles may be changed, or only recognised.
  let repairs: Bool

  init(draft: Draft, diagnostics: DiagnosticSink, repairs: Bool) {
    self.repairs = repairs
    self.draft = draft
    self.diagnostics = diagnostics
  }

  /// Closes lines of Latin letters set apart, T I M E   S I G N A L S: typists' titles, that no rule takes for words.
  mutating func closeSpreadLines() {
    for index in draft.blocks.indices where draft.blocks[index].role == nil && draft.blocks[index].isText {
      guard draft.blocks[index].lines.count == 1, let first = draft.blocks[index].text.utf8.first, first < 0x80,
        draft.blocks[index].text.hanCount == 0,
        draft.blocks[index].text.splitAtScalars(where: \.isBlank).count >= 6
      else { continue }
      let closed = MastheadLine.closed(draft.blocks[index].text)
      guard closed != draft.blocks[index].text.trimmed else { continue }
      diagnostics.repaired(
        "spacing-tightened", line: draft.blocks[index].line, "letters set apart were closed: “\(excerpt(closed, 24))”",
        zh: "字间空格已去除：“\(excerpt(closed, 24))”", severity: .note)
      draft.blocks[index].lines = [DraftLine(text: closed, number: draft.blocks[index].line)]
    }
  }

  /// A heading one of whose further lines begins with a dash holds title and subtitle: two blocks.
  mutating func splitSubtitles() {
    func isHead(_ block: DraftBlock) -> Bool {
      guard (2...4).contains(block.lines.count), block.isText, block.role == nil else { return false }
      return block.headingLevel != nil || block.isBold || block.isCentred && !LineGrammar.isProse(block.lines[0].text)
    }
    draft.blocks.replace { block in
      guard isHead(block),
        let dash = block.lines.dropFirst().firstIndex(where: { Self.subtitle($0.text) != nil })
      else { return nil }
      var title = block
      title.lines = Array(block.lines[..<dash])
      title.lines[dash - 1].endsHard = false
      var subtitle = block
      subtitle.form = .paragraph
      subtitle.lines = Array(block.lines[dash...])
      subtitle.source = SourceRange(line: block.lines[dash].number)
      return [title, subtitle]
    }
  }

  /// A paragraph of two or three short lines of which one alone is bold: that is a title, what stands above it announces it,
  /// and below it stands a subtitle or who wrote it.
  mutating func splitBoldLines() {
    func parts(_ block: DraftBlock) -> Int? {
      guard block.role == nil, case .paragraph = block.form, (2...3).contains(block.lines.count),
        block.lines.allSatisfy({ $0.text.fits(72) && !LineGrammar.isProse($0.text) })
      else { return nil }
      let bold = block.lines.indices.filter { block.lines[$0].inlines.isAllStrong }
      guard bold.count == 1, bold[0] < 2, block.lines[bold[0]].text.hasHan,
        (8...72).contains(block.lines[bold[0]].text.columns) || block.lines[bold[0]].text.hanCount >= 3,
        !draft.lists(block.text.letters)
      else { return nil }
      let below = block.lines.dropFirst(bold[0] + 1)
      guard
        below.allSatisfy({ line in
          Self.subtitle(line.text) != nil || Self.isWriter(line.text) || Self.isPerson(line.text.withoutBlanks)
        }), below.count <= 1, bold[0] == 1 || !below.isEmpty
      else { return nil }
      return bold[0]
    }
    var blocks = draft.blocks
    blocks.replace { block in
      guard block.lines.count > 1, let bold = parts(block) else { return nil }
      return block.lines.enumerated().map { place, line in
        var part = block
        part.lines = [DraftLine(inlines: line.inlines, number: line.number)]
        part.source = SourceRange(line: line.number)
        if place < bold { part.role = .kicker }
        // Where no list says what the titles are, such lines are sure.
        if place == bold, draft.contents == nil {
          part.role = .title
          part.lines[0] = DraftLine(inlines: line.inlines.withoutStrong, number: line.number)
        }
        return part
      }
    }
    draft.blocks = blocks
  }

  /// A paragraph whose first line is numbered 一、 as that of another paragraph is, and ends no sentence, holds a title and
  /// text: two blocks.
  mutating func splitTitleLines() {
    func isTitleLine(_ block: DraftBlock) -> Bool {
      guard block.role == nil, case .paragraph = block.form, block.lines.count > 1, !block.isBold else { return false }
      let first = block.lines[0].text.trimmed
      guard LineGrammar.numbering(first)?.level == 1, (8...80).contains(first.columns),
        let last = first.unicodeScalars.last, !"。；，、：…;,:.！？!?”".unicodeScalars.contains(last),
        let second = block.lines.dropFirst().first,
        LineGrammar.isProse(second.text), second.text.unicodeScalars.first?.continuesText == false
      else { return false }
      // In wrapped text, a first line as wide as the others goes on in them.
      return block.lines.dropFirst().contains { $0.text.columns >= first.columns + 8 }
    }
    var found = 0
    var blocks = draft.blocks
    blocks.replace { block in
      guard isTitleLine(block) else { return nil }
      found += 1
      var title = block
      title.lines = [title.lines[0]]
      title.lines[0].endsHard = false
      title.source = SourceRange(line: title.lines[0].number)
      var text = block
      text.lines.removeFirst()
      text.source.start.line = text.lines[0].number
      return [title, text]
    }
    // One alone has no other to be told by.
    if found >= 2 { draft.blocks = blocks }
  }

  /// A title and, at the right margin of its line, who wrote the article: two blocks.
  mutating func splitBylines() {
    let listed = draft.listedTitles
    draft.blocks.replace { block in
      if block.role == nil, block.isText, block.lines.count == 2, Self.isByline(block.lines[1].text),
        (6...80).contains(block.lines[0].text.columns), !LineGrammar.isProse(block.lines[0].text),
        !Self.isByline(block.lines[0].text), !block.lines[0].text.hasHan,
        block.lines[0].text.trimmed.last.map({ !",;:".contains($0) }) ?? false
      {
        // The writer on the next line.
        var title = block
        title.lines = [block.lines[0]]
        title.lines[0].endsHard = false
        title.source = SourceRange(line: block.lines[0].number)
        var byline = block
        byline.form = .paragraph
        byline.lines = [block.lines[1]]
        byline.source = SourceRange(line: block.lines[1].number)
        return [title, byline]
      }
      guard block.role == nil, block.isText, block.lines.count == 1, let line = block.lines.first,
        line.text.utf8.count <= 240, line.text.contains("    ") || line.text.contains("\u{3000}\u{3000}")
      else { return nil }
      let columns = line.text.columnsByGaps
      guard columns.count == 2, (6...80).contains(columns[0].columns), !LineGrammar.isProse(columns[0]),
        Self.isByline(columns[1]) && !Self.isByline(columns[0])
          || Self.isNames(columns[1]) && LineGrammar.bulleted(columns[0]) != nil
          || columns[1].columns <= 24 && listed.contains(columns[0].letters),
        LineGrammar.anyLabelled(columns[0]) == nil || listed.contains(columns[0].letters)
      else { return nil }
      var title = block
      title.lines = [DraftLine(text: columns[0], number: line.number)]
      var byline = block
      byline.form = .paragraph
      byline.lines = [DraftLine(text: columns[1], number: line.number)]
      if !Self.isByline(columns[1]) { byline.role = .byline }
      return [title, byline]
    }
  }

  func isSection(_ index: Int) -> Bool {
    if case .section = draft.blocks[index].role { true } else { false }
  }

  mutating func makeTitle(_ index: Int, _ text: String) {
    draft.blocks[index].role = .title
    var text = text
    while let first = text.first, first.isLineMark || first == "＊", text.count > 1 {
      text = String(text.dropFirst()).trimmed
    }
    if let arrow = LineGrammar.arrow(text) { text = arrow.rest }
    if LineGrammar.isPointedHeading(text) { text = String(text.trimmed.dropLast()) }
    draft.blocks[index].lines = [
      DraftLine(
        inlines: text == draft.blocks[index].text
          ? draft.blocks[index].inlines.withoutStrong : [.text(text)] + Self.noteMarks(draft.blocks[index]),
        number: draft.blocks[index].line)
    ]
  }

  /// The marks of footnotes in a block: they outlive its words.
  static func noteMarks(_ block: DraftBlock) -> [Inline] {
    block.inlines.filter { if case .noteReference = $0 { true } else { false } }
  }

  mutating func absorb(_ index: Int, into first: Int) {
    absorbed.insert(index)
    let marks = Self.noteMarks(draft.blocks[index])
    if !marks.isEmpty, let line = draft.blocks[first].lines.last {
      draft.blocks[first].lines[draft.blocks[first].lines.count - 1] = DraftLine(
        inlines: line.inlines + marks, number: line.number, endsHard: line.endsHard)
    }
    draft.blocks[first].source = draft.blocks[first].source.extended(to: draft.blocks[index].source)
  }

  /// The next block that is not absorbed and no rule.
  func next(_ index: Int) -> Int? {
    draft.blocks.indices.dropFirst(index + 1).first { !absorbed.contains($0) && !draft.blocks[$0].isRule }
  }

  func previous(_ index: Int) -> Int? {
    draft.blocks.indices.prefix(index).last { !absorbed.contains($0) && !draft.blocks[$0].isRule }
  }

  mutating func setSubheading(_ index: Int, _ depth: Int) {
    let numbered =
      lettered.contains(index)
      ? LineGrammar.lettered(draft.blocks[index].text)?.level
      : LineGrammar.numbering(draft.blocks[index].text).map { min($0.level, 4) }
    draft.blocks[index].role = .subheading(numbered ?? min(max(1, depth), 4))
    let text = draft.blocks[index].text.trimmed
    if draft.blocks[index].lines.count == 1, LineGrammar.isPointedHeading(text) {
      draft.blocks[index].lines = [DraftLine(text: String(text.dropLast()), number: draft.blocks[index].line)]
    }
  }

  func isAttribution(_ block: DraftBlock) -> Bool {
    if case .attribution = block.role { return true }
    return block.isText && LineGrammar.wholeBracket(block.text) != nil
  }

  func isSubheading(_ index: Int) -> Bool {
    if case .subheading = draft.blocks[index].role { true } else { false }
  }
}
