public import HouseStyle
public import IssueModel

/// An issue set for print: which words stand where, in which order, with all their brackets and labels, but
/// free of any medium.
///
/// Every writer for people (Word, plain text) prints a composition and adds no word of its own: so their
/// words are the same and in the same order.
public struct Composition: Sendable, Hashable {
  /// The rows of the masthead, from top to bottom.
  public var masthead: [Row<MastheadField>]
  /// What stands between masthead and first section: contents list and editor's note, in printed order.
  public var front: [FrontMatter]
  /// The sections.
  public var sections: [ComposedSection]
  /// The rows of the imprint, from top to bottom; empty for an issue without one.
  public var imprint: [Row<ImprintField>]
  /// The tables that were parted, as they had more than ``mostColumns``.
  public var partedTables: [PartedTable] = []

  /// The first article, whose footnotes are those of the editor's note to the whole issue too; nil if there is none.
  public var firstArticle: ComposedArticle? { sections.lazy.compactMap(\.articles.first).first }

  /// One row of masthead or imprint.
  public struct Row<Field: Sendable & Hashable>: Sendable, Hashable {
    /// The cells, from left to right.
    public var cells: [Cell<Field>]
    /// Whether a line is drawn above it; only the first row has one there.
    public var isRuledAbove = false
    /// Whether a line is drawn below it.
    public var isRuledBelow = false
  }

  /// One cell of a row.
  public struct Cell<Field: Sendable & Hashable>: Sendable, Hashable {
    /// What the cell holds.
    public var field: Field
    /// The words before the colon, with it, such as `送：`; empty for a cell without a label.
    public var label: String
    /// The words.
    public var text: String
    /// Where it stands between the margins: left, center or right. Absent for where such a field stands by itself; the
    /// cells of a row have one all or none.
    public var alignment: RoleStyle.Alignment?
    /// Label and text.
    public var words: String { label + text }
  }

  /// A part between masthead and first section.
  public enum FrontMatter: Sendable, Hashable {
    case contents(ComposedContents)
    case editorsNote(ComposedEditorsNote)
  }
}

/// A contents list set for print.
public struct ComposedContents: Sendable, Hashable {
  /// The heading; absent for a list without one.
  public var heading: String?
  /// The lines.
  public var entries: [Entry]

  /// One line.
  public struct Entry: Sendable, Hashable {
    /// What the line names.
    public var kind: ContentsEntry.Kind
    /// The words, with the brackets of a section's name and the label of an entry.
    public var words: String
    /// The index in `Issue.sections` or `Issue.articles` (by ``kind``) that the line leads to; absent if
    /// nothing in the issue has that name.
    public var target: Int?
    /// The page as printed; absent for none.
    public var page: String?
  }
}

/// An editor's note set for print.
public struct ComposedEditorsNote: Sendable, Hashable {
  /// The label with its colon, `编者按：`; empty for a note without one.
  public var label: String
  /// The text.
  public var body: [Block]
  /// Whether it is printed behind all of its article, and not above the text.
  public var isAtEnd: Bool
}

/// A section set for print.
public struct ComposedSection: Sendable, Hashable {
  /// The index in `Issue.sections`.
  public var index: Int
  /// The name in its brackets, `【工作动态】`; absent for a section without a name.
  public var heading: String?
  /// The articles.
  public var articles: [ComposedArticle]
}

/// An article set for print.
public struct ComposedArticle: Sendable, Hashable {
  /// The index in `Issue.articles`.
  public var index: Int
  /// The line above the title.
  public var kicker: String?
  /// The title; absent for an article without one.
  public var title: String?
  /// The line under the title, with its dash.
  public var subtitle: String?
  /// The writers.
  public var byline: String?
  /// A note of the editors.
  public var editorsNote: ComposedEditorsNote?
  /// The text.
  public var body: [Block]
  /// The contributor in brackets, `（某某局）`.
  public var attribution: String?
  /// The signing office.
  public var signatureOffice: String?
  /// The date of the text.
  public var signatureDate: String?
  /// What stands below the signature: the list of attachments, in articles that have it there.
  public var closing: [Block]
  /// The footnotes, in the order of their numbers.
  public var notes: [Note]
  /// The number of the article's first footnote; numbers run through the issue.
  public var firstNoteNumber: Int
}
