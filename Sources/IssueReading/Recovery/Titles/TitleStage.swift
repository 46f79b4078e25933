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
    work.splitBracketedHeads()
    work.splitSubtitles()
    work.splitBoldLines()
    work.splitTitleLines()
    work.splitBylines()
    work.decideCollections()
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
    if repairs { work.demotePartNames() }
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
    var inlines =
      text == draft.blocks[index].text
      ? draft.blocks[index].inlines.withoutStrong : [.text(text)] + Self.noteMarks(draft.blocks[index])
    if repairs, let whole = Self.joinedHalves(inlines.plainText) {
      inlines = [.text(whole)] + Self.noteMarks(draft.blocks[index])
      diagnostics.repaired(
        "title-joined", line: draft.blocks[index].line, "a title over two lines joined: “\(excerpt(whole, 40))”",
        zh: "分行的标题已合并：“\(excerpt(whole, 40))”", severity: .note, confidence: 0.9)
    }
    draft.blocks[index].lines = [DraftLine(inlines: inlines, number: draft.blocks[index].line)]
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
