internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
internal import XMLBinding

/// A text of the document (ISO/IEC 29500-1, 17.2: story): the body, a footnote, a footer.
typealias Story = [StoryBlock]

/// A block of a story.
enum StoryBlock {
  case paragraph(StoryParagraph)
  case table(StoryTable)
  /// The end of a section: all since the last one stands on pages of that kind.
  case sectionEnd(SectionKind)
}

/// The kinds of pages.
enum SectionKind {
  /// As the house style has it.
  case upright
  /// Turned, for a table that is too wide for an upright one.
  case turned
}

/// A paragraph of a story.
struct StoryParagraph {
  /// What it is for; its style is named after that.
  var role: Role
  /// What differs from the style.
  var properties: [Element] = []
  var pieces: [Piece] = []

  /// Whether it says itself that it stays on the page of what follows.
  var keepsWithNext: Bool { properties.contains { $0.name == "w:keepNext" } }

  /// Has it stay there.
  mutating func keepWithNext() { if !keepsWithNext { properties.append(.flag("w:keepNext")) } }

  /// Takes the value of `name` from `spacing`; all of it if the paragraph says nothing of its spacing.
  mutating func setSpacing(_ spacing: Element, of name: XMLName) {
    guard let own = properties.firstIndex(where: { $0.name == "w:spacing" }) else {
      properties.append(spacing)
      return
    }
    guard let value = spacing.attributes.first(where: { $0.name == name })?.value else { return }
    properties[own].attributes.removeAll { $0.name == name }
    properties[own].set(name, value)
  }

  /// A part of a paragraph.
  enum Piece {
    case run(Run)
    case link(Link)
    /// Rare and large: in place it would make every piece of a long table three times as large.
    indirect case control(ContentControl)
    case bookmarkStart(Bookmark)
    case bookmarkEnd(Bookmark)
  }
}

/// Characters of one look, or one mark.
struct Run {
  /// What differs from the paragraph's style.
  var properties: [Element] = []
  var content: Content

  enum Content {
    case text(String)
    case tab
    case lineBreak
    /// The mark of the footnote of that number.
    case noteReference(Int)
    /// The mark at the beginning of the footnote itself.
    case noteMark
    indirect case picture(PlacedPicture)
    case fieldBegin, fieldSeparate, fieldEnd
    case fieldInstruction(String)
    /// The number of the page on which that bookmark comes to stand, as far as can be told before it is laid out.
    case pageNumber(of: String)
  }
}

/// Runs that lead somewhere: to a relationship's target or to a bookmark.
struct Link {
  enum Target {
    case relationship(String)
    case bookmark(String)
  }
  var target: Target
  var runs: [Run]
}

/// The runs of a field of the masthead, within a content control (ISO/IEC 29500-1, 17.5.2).
struct ContentControl {
  /// Its number in the document, from 1.
  var number: Int
  var field: MastheadField
  /// The name that Word shows at the control.
  var title: String
  /// The name for programs, which the element of issue XML has too.
  var tag: String
  var runs: [Run]
  /// What its text is bound to; nil for none.
  var binding: Binding?

  /// Whether its words stand on several lines: then they are not those of any data, and it is bound to none.
  var isBroken: Bool { runs.contains { if case .lineBreak = $0.content { true } else { false } } }

  struct Binding {
    var id: String
    var namespace: String
    var path: String
  }
}

/// A place in the document that links lead to.
struct Bookmark {
  var id: Int
  var name: String
}

/// A picture in the line.
struct PlacedPicture {
  /// The id of the relationship to the picture's part.
  var relationship: String
  /// The number of the picture in the document, from 1.
  var number: Int
  var description: String
  /// How the stored picture is turned.
  var orientation: Orientation
  /// Measures as shown, in English Metric Units, 635 to the twip.
  var shownWidth: Int
  var shownHeight: Int
  /// Measures before the turn.
  var width: Int { orientation.swapsSides ? shownHeight : shownWidth }
  var height: Int { orientation.swapsSides ? shownWidth : shownHeight }
}

/// A table of a story.
struct StoryTable {
  var properties: [Element]
  /// The widths of the columns in twips.
  var columns: [Int]
  var rows: [Row]

  struct Row {
    var properties: [Element]
    var cells: [Cell]

    /// Keeps the row on the page of the next one.
    mutating func keepWithNext() {
      for cell in cells.indices {
        cells[cell].story = cells[cell].story.map { block in
          guard case .paragraph(var paragraph) = block else { return block }
          paragraph.keepWithNext()
          return .paragraph(paragraph)
        }
      }
    }

    /// Whether the row is repeated at the head of each page.
    var isHeader: Bool { properties.contains { $0.name == "w:tblHeader" } }

    /// Whether the row stays on the page of the next one.
    var keepsWithNext: Bool {
      guard case .paragraph(let paragraph)? = cells.first?.story.first else { return false }
      return paragraph.keepsWithNext
    }
  }
  struct Cell {
    var properties: [Element]
    var story: Story
  }
}
