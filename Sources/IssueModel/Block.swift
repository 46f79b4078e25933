/// A piece of text that stands for itself on the page.
public enum Block: Sendable, Hashable {
  case paragraph(Paragraph)
  case subheading(Subheading)
  case list(List)
  case table(Table)
  case figure(Figure)
  case quote(Quote)
  case rule(Rule)
  case preformatted(Preformatted)

  /// Where the block stands in the source; absent for one made by program.
  public var source: SourceRange? {
    switch self {
    case .paragraph(let block): block.source
    case .subheading(let block): block.source
    case .list(let block): block.source
    case .table(let block): block.source
    case .figure(let block): block.source
    case .quote(let block): block.source
    case .rule(let block): block.source
    case .preformatted(let block): block.source
    }
  }
}

/// A paragraph.
public struct Paragraph: Sendable, Hashable {
  /// What a paragraph is for, where that changes how it is printed.
  public enum Role: String, Sendable, Hashable, Codable {
    /// Running text, its first line indented.
    case body
    /// To whom the text is directed (主送机关), flush left.
    case salutation
    /// The list of enclosures (附件说明).
    case attachments
  }
  /// The text.
  public var inlines: [Inline]
  /// What it is for.
  public var role: Role
  /// Where it stands in the source.
  public var source: SourceRange?
  /// A paragraph of the given parts.
  public init(_ inlines: [Inline], role: Role = .body, source: SourceRange? = nil) {
    self.inlines = inlines
    self.role = role
    self.source = source
  }
}

/// A heading within an article (层次标题); its numbering 一、 is part of the text.
public struct Subheading: Sendable, Hashable {
  /// The depth within the article, from 1: 一、 is 1, （一） is 2, 1. is 3, （1） is 4.
  public var level: Int
  /// The text.
  public var inlines: [Inline]
  /// Where it stands in the source.
  public var source: SourceRange?
  /// A heading of the given parts.
  public init(level: Int, _ inlines: [Inline], source: SourceRange? = nil) {
    self.level = level
    self.inlines = inlines
    self.source = source
  }
}

/// A list whose numbers or bullets were marks in the source, not text.
public struct List: Sendable, Hashable {
  /// The number of the first item; absent for a list with bullets.
  public var start: Int?
  /// Whether the items begin with marks of their own, (a), （1） or ①, which stay in their text and are printed
  /// instead of bullets or numbers.
  public var printsOwnMarks: Bool
  /// The items, each of one block or more.
  public var items: [[Block]]
  /// Where it stands in the source.
  public var source: SourceRange?
  /// A list of the given parts.
  public init(start: Int?, printsOwnMarks: Bool = false, items: [[Block]], source: SourceRange? = nil) {
    self.start = start
    self.printsOwnMarks = printsOwnMarks
    self.items = items
    self.source = source
  }
}

/// A table.
public struct Table: Sendable, Hashable {
  /// How the text of a column stands in its cells.
  public enum Alignment: String, Sendable, Hashable, Codable { case none, left, center, right }
  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// What stands in the cell.
    public var body: [Block]
    /// How many columns it covers, from 1.
    public var columnSpan: Int
    /// How many rows it covers, from 1; the covered places have no cell of their own.
    public var rowSpan: Int
    /// A cell of the given parts.
    public init(_ body: [Block], columnSpan: Int = 1, rowSpan: Int = 1) {
      self.body = body
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
    }
  }
  /// The line above the table (表题); absent for none.
  public var caption: [Inline]?
  /// The alignment of each column; may be shorter than the table is wide.
  public var alignments: [Alignment]
  /// How many of the first rows are its head, repeated on each page.
  public var headerRows: Int
  /// The rows.
  public var rows: [[Cell]]
  /// Where it stands in the source.
  public var source: SourceRange?
  /// A table of the given parts.
  public init(
    caption: [Inline]? = nil, alignments: [Alignment] = [], headerRows: Int = 0, rows: [[Cell]],
    source: SourceRange? = nil
  ) {
    self.caption = caption
    self.alignments = alignments
    self.headerRows = headerRows
    self.rows = rows
    self.source = source
  }
}

/// A picture that stands for itself.
public struct Figure: Sendable, Hashable {
  /// The picture.
  public var image: ImageReference
  /// The line under it (图题); absent for none.
  public var caption: [Inline]?
  /// Where it stands in the source.
  public var source: SourceRange?
  /// A figure of the given parts.
  public init(image: ImageReference, caption: [Inline]? = nil, source: SourceRange? = nil) {
    self.image = image
    self.caption = caption
    self.source = source
  }
}

/// Which picture is meant.
public struct ImageReference: Sendable, Hashable, Codable {
  /// The place as the source wrote it: a path relative to the source file, or a URL that is never fetched.
  public var target: String
  /// What the picture shows, in words; empty for none.
  public var description: String
  /// A reference of the given parts.
  public init(target: String, description: String = "") {
    self.target = target
    self.description = description
  }
}

/// Text set off from the running text.
public struct Quote: Sendable, Hashable {
  /// What is set off.
  public var body: [Block]
  /// Where it stands in the source.
  public var source: SourceRange?
  /// A quote of the given parts.
  public init(_ body: [Block], source: SourceRange? = nil) {
    self.body = body
    self.source = source
  }
}

/// A line across the page that separates two parts of an article.
public struct Rule: Sendable, Hashable {
  /// Where it stands in the source.
  public var source: SourceRange?
  /// A rule.
  public init(source: SourceRange? = nil) { self.source = source }
}

/// Text whose line ends and blanks are kept as they are.
public struct Preformatted: Sendable, Hashable {
  /// The lines, joined by newlines.
  public var text: String
  /// Where it stands in the source.
  public var source: SourceRange?
  /// A text kept as it is.
  public init(_ text: String, source: SourceRange? = nil) {
    self.text = text
    self.source = source
  }
}
