public import ExportPipeline
public import IssueModel

/// What a stylesheet is told beside the issue: the words as they are printed, and the pictures.
///
/// It stands within the issue XML, in a namespace of its own (``namespace``), so that a stylesheet of few lines need
/// not know how a subtitle gets its dash or a footnote its number:
///
/// | where | what |
/// |---|---|
/// | `issue/@p:front` | `contents editorsNote` or `editorsNote contents`: in which order they are printed; what is not printed is left out |
/// | `masthead/p:row/p:cell`, `imprint/p:row/p:cell` | the rows from top to bottom, each with its cells from left to right: `@field`, `@label` (`送：`) and the words |
/// | `issue/p:contents`, `@heading`, `p:entry` | the contents list: `@kind`, `@target` (the `p:id` of what the line leads to), `@page` and the words |
/// | `editorsNote/@p:label` | the label with its colon; left out for a note without one |
/// | `section/@p:id`, `@p:heading` | the name in its brackets |
/// | `article/@p:id`, `@p:subtitle`, `@p:attribution` | the subtitle with its dash, the contributor in brackets |
/// | `signature/@p:date` | the date without inner blanks |
/// | `note/@p:number`, `noteReference/@p:number` | the number, which runs through the issue; no number for a reference to nothing |
/// | `figure/@p:source`, `image/@p:source`, `@p:width`, `@p:height` | the picture as a `data:` URI, with its size in pixels, if it could be had |
public struct PrintedForm {
  /// The namespace of the additions.
  public static let namespace = "urn:gazette:print:1"

  /// A picture to be shown in its place.
  public struct Picture: Sendable, Hashable {
    /// The picture itself (RFC 2397): `data:image/png;base64,…`.
    public var source: String
    /// The width as shown, in pixels.
    public var width: Int
    /// The height as shown, in pixels.
    public var height: Int
    /// A picture of the given parts.
    public init(source: String, width: Int, height: Int) {
      self.source = source
      self.width = width
      self.height = height
    }
  }

  /// The words as they are printed.
  public var composition: Composition
  /// Gives the picture of a reference that stands at a place of the source; nil for one that is not to be shown.
  public var picture: (ImageReference, SourcePosition?) -> Picture?

  /// A printed form of the given parts.
  public init(
    composition: Composition, picture: @escaping (ImageReference, SourcePosition?) -> Picture? = { _, _ in nil }
  ) {
    self.composition = composition
    self.picture = picture
  }
}
