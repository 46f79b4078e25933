/// What a piece of text is for on the page.
public enum Role: String, Sendable, Hashable, CaseIterable {
  case body
  case copyNumber, classification, notice, signer, series, mastheadName, issueNumber, mastheadLine
  case contentsHeading, contentsSection, contentsEntry
  case sectionName, kicker, articleTitle, subtitle, byline
  case editorsNote, salutation, subheading1, subheading2, subheading3, subheading4
  case listItem, quote, preformatted, tableHeader, tableCell, tableCaption, figureCaption, attachments
  case attribution, signatureOffice, signatureDate, footnote
  case distribution, imprintLine, pageNumber
}

/// How the text of one role looks.
public struct RoleStyle: Sendable, Hashable {
  /// How lines stand between the margins.
  public enum Alignment: String, Sendable, Hashable { case justified, left, center, right }
  /// The class of type.
  public var font: FontClass
  /// Fonts of this role alone; absent for those of its class.
  public var fonts: FontChoice?
  /// The size in half-points; 三号 is 32.
  public var size: Int
  /// Whether the text is bold.
  public var bold: Bool
  /// Whether the text slopes.
  public var italic = false
  /// The colour as RRGGBB; absent for the reader's text colour.
  public var color: String?
  /// How lines stand.
  public var alignment: Alignment
  /// Indent of the first line in hundredths of a character; negative for a hanging one.
  public var firstLineIndent: Int
  /// Indent at the left in hundredths of a character.
  public var leftIndent: Int
  /// Indent at the right in hundredths of a character.
  public var rightIndent: Int
  /// Exact line pitch in twips; absent for the page's, 0 for what the text needs.
  public var linePitch: Int?
  /// What the text needs is taken so many times, in hundredths; counts where ``linePitch`` is 0.
  public var lineStretch = 100
  /// Space above in hundredths of a line of the page.
  public var spaceBefore: Int
  /// Space below in hundredths of a line of the page.
  public var spaceAfter: Int
  /// Whether it stays on the page of what follows.
  public var keepWithNext: Bool
  /// Its level in the outline, from 1; absent for text that is in none.
  public var outlineLevel: Int?

  /// A look of the given parts.
  public init(
    font: FontClass = .fangsong, size: Int = 32, bold: Bool = false, color: String? = nil,
    alignment: Alignment = .justified, firstLineIndent: Int = 0, leftIndent: Int = 0, rightIndent: Int = 0,
    linePitch: Int? = nil, spaceBefore: Int = 0, spaceAfter: Int = 0, keepWithNext: Bool = false,
    outlineLevel: Int? = nil
  ) {
    self.font = font
    self.size = size
    self.bold = bold
    self.color = color
    self.alignment = alignment
    self.firstLineIndent = firstLineIndent
    self.leftIndent = leftIndent
    self.rightIndent = rightIndent
    self.linePitch = linePitch
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.keepWithNext = keepWithNext
    self.outlineLevel = outlineLevel
  }
}
