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
  /// The lines of the source on which front matter states fields of the masthead.
  var statedLines: [MastheadField: Int] = [:]
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
