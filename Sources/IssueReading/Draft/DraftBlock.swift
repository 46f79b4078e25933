import IssueModel

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

  /// What the parser took the block for.
  var form: Form {
    get { content.form }
    _modify {
      makeOwn()
      yield &content.form
    }
  }
  /// The lines of a paragraph or heading.
  var lines: [DraftLine] {
    get { content.lines }
    _modify {
      makeOwn()
      content.joined = nil
      yield &content.lines
    }
  }
  /// What the block is in the issue; nil until a stage knows.
  var role: DraftRole? {
    get { content.role }
    _modify {
      makeOwn()
      yield &content.role
    }
  }
  /// Where the block stands in the source.
  var source: SourceRange {
    get { content.source }
    _modify {
      makeOwn()
      yield &content.source
    }
  }
  /// Whether the source indents the first line as a paragraph (two ideographic spaces or the like).
  var isIndented: Bool {
    get { content.isIndented }
    set {
      makeOwn()
      content.isIndented = newValue
    }
  }
  /// Whether the items of a list keep their marks in their text: (a), （1）.
  var printsOwnMarks: Bool {
    get { content.printsOwnMarks }
    set {
      makeOwn()
      content.printsOwnMarks = newValue
    }
  }
  /// Whether a heading was bold all over, before that was taken off.
  var wasBold: Bool {
    get { content.wasBold }
    set {
      makeOwn()
      content.wasBold = newValue
    }
  }
  /// Whether PART 01 or the like stood above the block.
  var isCounted: Bool {
    get { content.isCounted }
    set {
      makeOwn()
      content.isCounted = newValue
    }
  }
  /// Whether a page of the old issue began before the block.
  var beginsPage: Bool {
    get { content.beginsPage }
    set {
      makeOwn()
      content.beginsPage = newValue
    }
  }
  /// Whether the source stands the line in the middle of the page.
  var isCentred: Bool {
    get { content.isCentred }
    set {
      makeOwn()
      content.isCentred = newValue
    }
  }
  /// Whether the source stands the line at the right margin, as a signature.
  var isFlushRight: Bool {
    get { content.isFlushRight }
    set {
      makeOwn()
      content.isFlushRight = newValue
    }
  }
  /// What of a web page's frame the block is; nil for content, and for anything that came from no page.
  var frame: PageFrame? {
    get { content.frame }
    set {
      makeOwn()
      content.frame = newValue
    }
  }

  init(form: Form, lines: [DraftLine] = [], source: SourceRange) {
    content = Content(form: form, lines: lines, source: source)
  }

  /// What the block holds. It stands elsewhere and is shared until one of those that share it is changed: stages copy
  /// thousands of blocks to look at them, and a copy is then one reference.
  private final class Content {
    // No two of these are ever changed at a time, so that asking at run time would only cost.
    @exclusivity(unchecked) var form: Form
    @exclusivity(unchecked) var lines: [DraftLine]
    @exclusivity(unchecked) var role: DraftRole?
    @exclusivity(unchecked) var source: SourceRange
    @exclusivity(unchecked) var isIndented = false
    @exclusivity(unchecked) var printsOwnMarks = false
    @exclusivity(unchecked) var wasBold = false
    @exclusivity(unchecked) var isCounted = false
    @exclusivity(unchecked) var beginsPage = false
    @exclusivity(unchecked) var isCentred = false
    @exclusivity(unchecked) var isFlushRight = false
    @exclusivity(unchecked) var frame: PageFrame?
    /// The words of several lines, once somebody asked for them.
    @exclusivity(unchecked) var joined: String?

    init(form: Form, lines: [DraftLine], source: SourceRange) {
      self.form = form
      self.lines = lines
      self.source = source
    }

    init(_ other: Content) {
      form = other.form
      lines = other.lines
      role = other.role
      source = other.source
      isIndented = other.isIndented
      printsOwnMarks = other.printsOwnMarks
      wasBold = other.wasBold
      isCounted = other.isCounted
      beginsPage = other.beginsPage
      isCentred = other.isCentred
      isFlushRight = other.isFlushRight
      frame = other.frame
      joined = other.joined
    }
  }

  private var content: Content

  /// Makes the content that of this block alone.
  private mutating func makeOwn() {
    if !isKnownUniquelyReferenced(&content) { content = Content(content) }
  }

  /// Whether all of the text was bold; the bold is taken off where the block becomes a title.
  var isBold: Bool { lines.allSatisfy { $0.inlines.isAllStrong } && !text.isEmpty }

  /// The words of all lines, joined as running text.
  var text: String {
    if content.lines.count == 1 { return content.lines[0].text }
    if let joined = content.joined { return joined }
    let joined = LineJoining.joined(content.lines.map(\.text))
    content.joined = joined
    return joined
  }

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
