public import ExportPipeline
public import HouseStyle
public import IssueModel
public import OpenPackaging
internal import XMLBinding

/// All that must be known before the first part is written: the words, and the ids by which the parts refer
/// to each other.
///
/// A plan is drawn up from the issue; then each stage announces its part (``WordPartStage/prepare(_:_:)``);
/// then the parts are written from it.
public struct WordPlan {
  /// The issue.
  public let issue: Issue
  /// The words of the issue as they are printed.
  public let composition: Composition
  /// The look.
  public let houseStyle: HouseStyle
  /// The relationships of the document part. Announce here what the document is to refer to.
  public var relationships: Relationships
  /// The pages' footers and headers, in the order of announcement.
  public var marginParts: [MarginPart] = []
  /// Whether even pages have headers and footers of their own.
  public var distinguishesEvenPages: Bool { marginParts.contains { $0.pages == .even } }

  /// What the fields of the masthead are bound to, so that they can be changed in one place; nil for nothing.
  /// Announced by the stage that adds it.
  public var boundData: BoundData?
  /// What those fields are bound to of which ``boundData`` says more than the printed words: data that repeats these.
  /// Nil for nothing.
  public var printedData: BoundData?

  /// A part of custom XML that holds the fields of the masthead (ISO/IEC 29500-1, 17.5.2.6).
  public struct BoundData: Sendable {
    /// The id of the part, as its properties have it.
    public var id: String
    /// The namespace that the prefix `i` stands for in the paths.
    public var namespace: String
    /// Where a field stands, as an XPath; nil for one that is not bound.
    public var path: @Sendable (MastheadField) -> String?
    /// A part of that id and namespace.
    public init(id: String, namespace: String, path: @escaping @Sendable (MastheadField) -> String?) {
      self.id = id
      self.namespace = namespace
      self.path = path
    }
  }

  /// The words of `field` as they are printed, without the label; nil if the masthead has none.
  public func printed(_ field: MastheadField) -> String? {
    composition.masthead.lazy.flatMap(\.cells).first { $0.field == field }?.text
  }

  /// A header or footer.
  public struct MarginPart: Sendable, Hashable {
    /// Where on the page it stands.
    public enum Place: Sendable, Hashable { case header, footer }
    /// On which pages it stands.
    public enum Pages: String, Sendable, Hashable {
      /// On odd pages, and on all for which there is no other.
      case odd = "default"
      /// On even pages.
      case even
      /// On the first page.
      case first
    }
    /// Where on the page it stands.
    public var place: Place
    /// On which pages it stands.
    public var pages: Pages
    /// The id of the relationship to its part.
    public var relationship: String
    /// Whether it stands only on the pages that are turned for wide tables, there in the place of the other.
    public var onlyOnTurnedPages: Bool
    /// A header or footer in the part that `relationship` of ``WordPlan/relationships`` leads to.
    public init(place: Place, pages: Pages, relationship: String, onlyOnTurnedPages: Bool = false) {
      self.place = place
      self.pages = pages
      self.relationship = relationship
      self.onlyOnTurnedPages = onlyOnTurnedPages
    }
  }

  /// Announces a header or footer that stands on `pages`, in the part `target` of the folder `/word`; the stage
  /// then adds that part.
  public mutating func announce(
    _ place: MarginPart.Place, on pages: [MarginPart.Pages], target: String, onlyOnTurnedPages: Bool = false
  ) {
    let id = relationships.add(place == .header ? .header : .footer, target: target)
    for pages in pages {
      marginParts.append(
        MarginPart(place: place, pages: pages, relationship: id, onlyOnTurnedPages: onlyOnTurnedPages))
    }
  }

  /// The headers and footers of the pages of `kind`.
  func marginParts(on kind: SectionKind) -> [MarginPart] {
    let general = marginParts.filter { !$0.onlyOnTurnedPages }
    guard kind == .turned else { return general }
    let own = marginParts.filter(\.onlyOnTurnedPages)
    return general.filter { part in !own.contains { $0.place == part.place && $0.pages == part.pages } } + own
  }

  let typesetter: Typesetter
  /// The body of the document.
  var body: Story = []
  /// The pages that the last section of the body stands on.
  var lastSection = SectionKind.upright
  /// Whether a part of the body stands on turned pages.
  var hasTurnedPages: Bool {
    lastSection == .turned || body.contains { if case .sectionEnd(.turned) = $0 { true } else { false } }
  }
  /// The footnotes; the first has number 1.
  var notes: [Story] = []
  /// The relationships of the footnotes part.
  var noteRelationships = Relationships()
  /// The pictures, each a part.
  var pictures: [PlannedPicture] = []
  /// The lists of the document; the first has the id 1.
  var lists: [PlannedList] = []
  /// The roles of the text, whose styles are written.
  var roles: Set<Role> = []
  /// The classes of type that runs name beyond those of the roles.
  var fontClasses: Set<FontClass> = []
  var hasLinks = false

  /// The pictures of the document: what the issue calls each, and its part.
  public var pictureParts: [(target: String, part: Part)] {
    pictures.map { ($0.target, Part($0.name, contentType: $0.contentType, content: $0.content)) }
  }

  struct PlannedPicture {
    /// What the issue calls it.
    var target: String
    var name: PartName
    var contentType: String
    var content: [UInt8]
  }

  struct PlannedList {
    /// The number of the first item; nil for bullets.
    var start: Int?
    /// How many lists it lies within.
    var depth: Int
  }

  /// A plan of `issue`.
  init(_ issue: Issue, _ context: StageContext) {
    self.issue = issue
    composition = Composition(issue, style: context.houseStyle)
    houseStyle = context.houseStyle
    relationships = Relationships()
    typesetter = Typesetter(style: context.houseStyle, language: issue.language)
  }
}

extension RelationshipType {
  private static func document(_ name: String) -> RelationshipType {
    RelationshipType(rawValue: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + name)
  }
  static let styles = document("styles")
  static let settings = document("settings")
  static let fontTable = document("fontTable")
  static let numbering = document("numbering")
  static let footnotes = document("footnotes")
  static let header = document("header")
  static let footer = document("footer")
  static let image = document("image")
  static let hyperlink = document("hyperlink")
}
