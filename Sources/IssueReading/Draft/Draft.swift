import IssueModel

/// An issue on its way from text to model: the blocks as the parser found them, and what each was
/// recognised to be. Recovery stages change it one after the other; the assembler makes the issue of it.
struct Draft {
  /// The text, in reading order. What a stage took into ``masthead``, ``contents`` or ``imprint`` is gone
  /// from here.
  var blocks: [DraftBlock]
  /// The footnotes, by the name that references use.
  var notes: [(id: String, note: Note)] = []
  var masthead = Masthead()
  var contents: PrintedContents? {
    didSet {
      listedTitles = Set((contents?.entries ?? []).filter { $0.kind == .article }.map(\.text.letters))
    }
  }
  /// The letters of each title in the contents list; none without one.
  private(set) var listedTitles: Set<[Unicode.Scalar]> = []
  var editorsNote: EditorsNote?
  var imprint: Imprint?
  var language: Language = .simplifiedChinese
  /// The lines of the source, from 1, for rules that need to see what the parser made something of.
  var source: SourceText
}

extension Draft {
  /// Whether the contents list has a title of these letters.
  func lists(_ letters: [Unicode.Scalar]) -> Bool { listedTitles.contains(letters) }
}

/// A block of a ``Draft``.
struct DraftBlock {
  /// What the parser took it for; a hint, no more. What the rarer ones hold stands elsewhere: all stages copy blocks, of
  /// which most are paragraphs.
  enum Form {
    /// Lines of text.
    case paragraph
    /// A heading of that level, 1 to 6.
    case heading(Int)
    /// A list, its items as blocks of their own.
    indirect case list(start: Int?, items: [[DraftBlock]])
    /// A line across the page.
    case rule
    /// A quotation.
    indirect case quote([DraftBlock])
    /// Anything that is already as the model wants it: a table, a figure, preformatted text.
    indirect case ready(Block)
    /// The end of a page (form feed).
    case pageBreak
  }

  var form: Form
  /// The lines of a paragraph or heading.
  var lines: [DraftLine] = []
  /// What the block is in the issue; nil until a stage knows.
  var role: DraftRole?
  var source: SourceRange
  /// Whether the source indents the first line as a paragraph (two ideographic spaces or the like).
  var isIndented = false
  /// Whether the items of a list keep their marks in their text: (a), （1）.
  var printsOwnMarks = false
  /// Whether a heading was bold all over, before that was taken off.
  var wasBold = false
  /// Whether PART 01 or the like stood above the block.
  var isCounted = false
  /// Whether a page of the old issue began before the block.
  var beginsPage = false
  /// Whether the source stands the line in the middle of the page.
  var isCentred = false
  /// Whether the source stands the line at the right margin, as a signature.
  var isFlushRight = false
  /// What of a web page's frame the block is; nil for content, and for anything that came from no page.
  var frame: PageFrame?
  /// Whether all of the text was bold; the bold is taken off where the block becomes a title.
  var isBold: Bool { lines.allSatisfy { $0.inlines.isAllStrong } && !text.isEmpty }

  /// The words of all lines, joined as running text.
  var text: String { lines.count == 1 ? lines[0].text : LineJoining.joined(lines.map(\.text)) }

  /// All inlines of the lines, joined as running text.
  var inlines: [Inline] { LineJoining.joined(lines) }

  var line: Int { source.line }

  var isText: Bool {
    switch form {
    case .paragraph, .heading: true
    default: false
    }
  }

  /// The level of a heading; nil for anything else. Not inlined, since that crashes the optimiser of Swift 6.3.1
  /// (CopyPropagation, "use outside of the lifetime").
  @inline(never) var headingLevel: Int? {
    if case .heading(let level) = form { level } else { nil }
  }

  var isList: Bool {
    if case .list = form { true } else { false }
  }

  var isFigure: Bool {
    if case .ready(.figure) = form { true } else { false }
  }

  var isRule: Bool {
    if case .rule = form { true } else { false }
  }
}

extension DraftBlock {
  /// A paragraph of one line of the source, which has that number.
  init(text: String, number: Int) {
    self.init(form: .paragraph, lines: [DraftLine(text: text, number: number)], source: SourceRange(line: number))
  }
}

extension [DraftBlock] {
  /// Drops the blocks at all these places in one go.
  mutating func remove(_ places: Set<Int>) {
    guard !places.isEmpty else { return }
    var kept = 0
    for index in indices where !places.contains(index) {
      if kept < index { swapAt(kept, index) }
      kept += 1
    }
    removeSubrange(kept...)
  }

  /// Puts what `parts` gives in the place of each block for which it gives something. Most stages change few blocks or none;
  /// to make all anew costs more than all that they ask.
  mutating func replace(_ parts: (DraftBlock) -> [DraftBlock]?) {
    var found: [(place: Int, parts: [DraftBlock])] = []
    for index in indices {
      if let parts = parts(self[index]) { found.append((index, parts)) }
    }
    guard !found.isEmpty else { return }
    var result: [DraftBlock] = []
    result.reserveCapacity(count + found.count)
    var copied = 0
    for (place, parts) in found {
      result += self[copied..<place]
      result += parts
      copied = place + 1
    }
    result += self[copied...]
    self = result
  }

  /// Whether `predicate` holds for any block; `contains(where:)` copies each to ask it.
  func hasAny(_ predicate: (DraftBlock) -> Bool) -> Bool {
    for index in indices where predicate(self[index]) { return true }
    return false
  }
}

/// A thing on a web page that is no part of the issue.
struct PageFrame: Equatable {
  var kind: BoilerplateKind
  /// Which of the page's: its blocks have the same.
  var id: Int
}

/// One line of a paragraph or heading.
struct DraftLine {
  /// The text, with its marks.
  var inlines: [Inline]
  /// The line of the source.
  var number: Int
  /// Whether the source wants the line to end here (hard break).
  var endsHard = false
  /// The words alone.
  var text: String

  init(inlines: [Inline], number: Int, endsHard: Bool = false) {
    self.inlines = inlines
    self.number = number
    self.endsHard = endsHard
    text = inlines.plainText
  }

  init(text: String, number: Int) {
    inlines = text.isEmpty ? [] : [.text(text)]
    self.number = number
    self.text = text
  }
}

/// What a block is in the issue.
enum DraftRole: Equatable {
  case section(String)
  case kicker, title, subtitle, byline
  case editorsNote(label: String?)
  case subheading(Int)
  case paragraph(Paragraph.Role)
  case attribution(label: String?, name: String)
  case signatureOffice
  case signatureDate
}
