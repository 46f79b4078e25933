public import XMLBinding

/// The headers and footers of an office's own Word file, as WordprocessingML (ISO/IEC 29500-1, 17.10): what a
/// writer of Word files takes over as it is. Only elements that such a writer knows should be in it.
public struct Letterhead: Sendable, Hashable {
  /// A header or footer.
  public struct Part: Sendable, Hashable {
    /// Whether it is a header.
    public var isHeader: Bool
    /// The pages it stands on: `default`, `even` or `first`.
    public var pages: String
    /// The root, `w:hdr` or `w:ftr`.
    public var content: XMLElement
    /// A header or footer of the given content.
    public init(isHeader: Bool, pages: String, content: XMLElement) {
      self.isHeader = isHeader
      self.pages = pages
      self.content = content
    }
  }
  /// The headers and footers, in the order the section names them.
  public var parts: [Part]
  /// The styles that they refer to, as elements `w:style`; ids and names are not those of the writer's styles.
  public var styles: [XMLElement]
  /// The pictures in them, by the name that `r:embed` has; PNG, JPEG or GIF.
  public var pictures: [String: [UInt8]]
  /// Whether the first page has headers and footers of its own, or none.
  public var firstPageDiffers: Bool
  /// Whether even pages have headers and footers of their own, or none.
  public var evenPagesDiffer: Bool
  /// How the numbers of pages in them are written, as the format names it (ISO/IEC 29500-1, 17.18.59):
  /// `numberInDash`. Absent for plain digits.
  public var pageNumberFormat: String?

  /// Headers and footers of the given parts.
  public init(
    parts: [Part], styles: [XMLElement] = [], pictures: [String: [UInt8]] = [:], firstPageDiffers: Bool = false,
    evenPagesDiffer: Bool = false, pageNumberFormat: String? = nil
  ) {
    self.parts = parts
    self.styles = styles
    self.pictures = pictures
    self.firstPageDiffers = firstPageDiffers
    self.evenPagesDiffer = evenPagesDiffer
    self.pageNumberFormat = pageNumberFormat
  }
}
