public import IssueModel

/// An issue under check, with what several checks want to know of it.
public struct CheckedIssue: Sendable {
  /// The issue.
  public let issue: Issue
  /// The name of its file, without its folder; nil if it has none.
  public let fileName: String?
  /// All its words, piece by piece in reading order.
  public let passages: [Passage]
  private let source: SourcePlaces?

  /// The issue `issue` from the file `fileName`, read from the text `source`; nil for one that is not known.
  public init(_ issue: Issue, fileName: String? = nil, source: String? = nil) {
    self.issue = issue
    self.fileName = fileName
    self.source = source.map { SourcePlaces($0) }
    var collector = PassageCollector()
    collector.collect(issue)
    passages = collector.passages
  }

  /// Where in the source the scalar `index` of `passage` stands: its line and column, or the line where the passage begins
  /// if the source is not known or has it otherwise.
  public func position(of index: Int, in passage: Passage) -> SourcePosition {
    positions(of: [index], in: passage)[0]
  }

  /// The same of several, in ascending order, for less work.
  public func positions(of indices: [Int], in passage: Passage) -> [SourcePosition] {
    let line = SourcePosition(line: passage.line)
    guard let source else { return indices.map { _ in line } }
    return source.places(of: indices, in: passage.scalars, from: passage.line).map { $0 ?? line }
  }

  /// The line of the masthead; 1 if it is not known.
  public var mastheadLine: Int { issue.masthead.source?.line ?? 1 }

  /// The line of the imprint; that of the masthead if it is not known.
  public var imprintLine: Int { issue.imprint?.source?.line ?? mastheadLine }
}

extension Article {
  /// The line of the title, else of the first block; nil for an article made by program.
  var line: Int? { source?.line ?? body.first?.source?.line }
}

/// One piece of an issue's words: a field, a title, a paragraph, a cell.
public struct Passage: Sendable, Hashable {
  /// What part of the issue a passage is.
  public enum Place: Sendable, Hashable {
    /// A field of the masthead.
    case masthead
    /// A line of the contents list.
    case contents
    /// A section's name, an article's title or a line about it.
    case title
    /// A paragraph or heading of the text.
    case running
    /// A paragraph in a cell of a table.
    case cell
    /// A line of the imprint.
    case imprint
  }
  /// The part it belongs to.
  public var place: Place
  /// The words, as scalars. Code and pictures are one U+FFFC each: nothing in them is prose.
  public var scalars: [Unicode.Scalar] {
    didSet { kinds = ScalarKinds(scalars) }
  }
  /// The first line of it in the source.
  public var line: Int
  /// The index of the article it belongs to; nil for none.
  public var article: Int?
  /// What the scalars are, all in all.
  private(set) var kinds: ScalarKinds

  init(place: Place, scalars: [Unicode.Scalar], line: Int, article: Int?) {
    self.place = place
    self.scalars = scalars
    self.line = line
    self.article = article
    kinds = ScalarKinds(scalars)
  }

  /// The scalars of `range`, widened by up to `margin` on both sides, for a remark to quote.
  func excerpt(around range: Range<Int>, margin: Int = 6) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars[max(0, range.lowerBound - margin)..<min(scalars.count, range.upperBound + margin)] {
      // Invisible as they are, controls would steer the terminal of who reads the remark.
      text.append(scalar.isDirectionControl || scalar == "\n" ? " " : scalar)
    }
    return String(text)
  }
}

/// Walks through an issue and takes down its words.
struct PassageCollector {
  private(set) var passages: [Passage] = []
  private var line = 1
  private var article: Int?

  mutating func collect(_ issue: Issue) {
    let masthead = issue.masthead
    line = masthead.source?.line ?? 1
    let fields = [
      masthead.series, masthead.name, masthead.number?.verbatim, masthead.officeVerbatim ?? masthead.office,
      masthead.date?.verbatim,
    ]
    for case let text? in fields + [masthead.notice, masthead.signer] { add(text, .masthead) }
    for text in masthead.otherLines { add(text, .masthead) }
    for entry in issue.printedContents?.entries ?? [] {
      line = entry.source?.line ?? line
      add(entry.text, .contents)
    }
    add(issue.editorsNote?.body ?? [], .running)
    var index = 0
    for section in issue.sections {
      line = section.source?.line ?? line
      add(section.name ?? "", .title)
      for item in section.articles {
        article = index
        index += 1
        collect(item)
        article = nil
      }
    }
    guard let imprint = issue.imprint else { return }
    line = imprint.source?.line ?? line
    for row in imprint.distribution { add(row.verbatim ?? row.recipients.joined(separator: "，"), .imprint) }
    for row in imprint.people { add(row.verbatim ?? row.names.joined(separator: "，"), .imprint) }
    for case let text? in [imprint.officeVerbatim ?? imprint.office, imprint.printDate?.verbatim, imprint.contact] {
      add(text, .imprint)
    }
    for text in imprint.otherLines { add(text, .imprint) }
  }

  private mutating func collect(_ item: Article) {
    line = item.line ?? line
    for case let text? in [item.kicker, item.title, item.subtitle, item.byline] { add(text, .title) }
    add(item.editorsNote?.body ?? [], .running)
    add(item.body, .running)
    for case let text? in [item.attribution, item.signature?.office, item.signature?.date?.verbatim] {
      add(text, .title)
    }
    for note in item.notes {
      line = note.source?.line ?? line
      add(note.body, .running)
    }
  }

  private mutating func add(_ blocks: [Block], _ place: Passage.Place) {
    for block in blocks {
      line = block.source?.line ?? line
      switch block {
      case .paragraph(let block): add(block.inlines, place)
      case .subheading(let block): add(block.inlines, place)
      case .list(let block): for item in block.items { add(item, place) }
      case .quote(let block): add(block.body, place)
      case .table(let block):
        add(block.caption ?? [], .title)
        for row in block.rows { for cell in row { add(cell.body, .cell) } }
      case .figure(let block): add(block.caption ?? [], .title)
      case .rule, .preformatted: break
      }
    }
  }

  private mutating func add(_ inlines: [Inline], _ place: Passage.Place) {
    if inlines.count == 1, case .text(let words) = inlines[0] { return add(words, place) }
    var scalars: [Unicode.Scalar] = []
    Self.append(inlines, to: &scalars)
    add(scalars, place)
  }

  private static func append(_ inlines: [Inline], to scalars: inout [Unicode.Scalar]) {
    for inline in inlines {
      switch inline {
      case .text(let words): append(words, to: &scalars)
      case .strong(let inner), .emphasis(let inner), .link(_, let inner), .superscript(let inner),
        .subscript(let inner):
        append(inner, to: &scalars)
      case .code, .image: scalars.append("\u{FFFC}")
      case .lineBreak: scalars.append("\n")
      case .noteReference: break
      }
    }
  }

  private mutating func add(_ text: String, _ place: Passage.Place) {
    var scalars: [Unicode.Scalar] = []
    Self.append(text, to: &scalars)
    add(scalars, place)
  }

  private mutating func add(_ scalars: [Unicode.Scalar], _ place: Passage.Place) {
    guard !scalars.isEmpty else { return }
    passages.append(Passage(place: place, scalars: scalars, line: line, article: article))
  }

  /// Appends the scalars of `text`, decoded here: to walk through a view of scalars costs several times as much.
  private static func append(_ text: String, to scalars: inout [Unicode.Scalar]) {
    var text = text
    text.withUTF8 { bytes in
      // Exact for the first words, which mostly are all of the passage.
      if scalars.isEmpty { scalars.reserveCapacity(bytes.count { $0 & 0xC0 != 0x80 }) }
      var index = 0
      while index < bytes.count {
        let first = UInt32(bytes[index])
        var value = first
        var length = 1
        func follower(_ place: Int) -> UInt32 { UInt32(bytes[index &+ place] & 0x3F) }
        if first >= 0xF0 {
          value = (first & 0x07) << 18 | follower(1) << 12 | follower(2) << 6 | follower(3)
          length = 4
        } else if first >= 0xE0 {
          value = (first & 0x0F) << 12 | follower(1) << 6 | follower(2)
          length = 3
        } else if first >= 0x80 {
          value = (first & 0x1F) << 6 | follower(1)
          length = 2
        }
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        index &+= length
      }
    }
  }
}
