internal import HouseStyle

/// The style that stands for a role in Word. Word knows its own styles by their name, not by their id: a
/// heading must be called `heading 1` to be one, in the navigation pane and in every language of Word.
struct StyleName {
  /// The id by which paragraphs refer to it.
  let id: String
  /// The name in Word.
  let name: String
  /// Whether the name is one of Word's own.
  var isBuiltIn = true

  init(_ id: String, _ name: String) {
    self.id = id
    self.name = name
  }

  /// A style of ours.
  init(own id: String, _ name: String) {
    self.id = id
    self.name = name
    isBuiltIn = false
  }

  init(_ role: Role) {
    self =
      switch role {
      case .body: StyleName("BodyText", "Body Text")
      case .copyNumber: StyleName(own: "CopyNumber", "Copy Number")
      case .classification: StyleName(own: "Classification", "Classification")
      case .notice: StyleName(own: "Notice", "Notice")
      case .signer: StyleName(own: "Signer", "Signer")
      case .series: StyleName(own: "Series", "Series")
      case .mastheadName: StyleName("Title", "Title")
      case .issueNumber: StyleName(own: "IssueNumber", "Issue Number")
      case .mastheadLine: StyleName(own: "MastheadLine", "Masthead Line")
      case .contentsHeading: StyleName("TOCHeading", "TOC Heading")
      case .contentsSection: StyleName("TOC1", "toc 1")
      case .contentsEntry: StyleName("TOC2", "toc 2")
      case .sectionName: StyleName("Heading1", "heading 1")
      case .kicker: StyleName(own: "Kicker", "Kicker")
      case .articleTitle: StyleName("Heading2", "heading 2")
      case .subtitle: StyleName("Subtitle", "Subtitle")
      case .byline: StyleName(own: "Byline", "Byline")
      case .editorsNote: StyleName(own: "EditorsNote", "Editor's Note")
      case .salutation: StyleName("Salutation", "Salutation")
      case .subheading1: StyleName("Heading3", "heading 3")
      case .subheading2: StyleName("Heading4", "heading 4")
      case .subheading3: StyleName("Heading5", "heading 5")
      case .subheading4: StyleName("Heading6", "heading 6")
      case .listItem: StyleName("ListParagraph", "List Paragraph")
      case .quote: StyleName("Quote", "Quote")
      case .preformatted: StyleName("HTMLPreformatted", "HTML Preformatted")
      case .tableHeader: StyleName(own: "TableHeader", "Table Header")
      case .tableCell: StyleName(own: "TableCell", "Table Cell")
      case .tableCaption: StyleName("Caption", "caption")
      case .figureCaption: StyleName(own: "FigureCaption", "Figure Caption")
      case .attachments: StyleName(own: "Enclosures", "Enclosures")
      case .attribution: StyleName(own: "Attribution", "Attribution")
      case .signatureOffice: StyleName("Signature", "Signature")
      case .signatureDate: StyleName("Date", "Date")
      case .footnote: StyleName("FootnoteText", "footnote text")
      case .distribution: StyleName(own: "Distribution", "Distribution")
      case .imprintLine: StyleName(own: "ImprintLine", "Imprint Line")
      case .pageNumber: StyleName("Footer", "footer")
      }
  }

  /// The style that all others are based on.
  static let normal = StyleName("Normal", "Normal")
  /// The characters of a link.
  static let hyperlink = StyleName("Hyperlink", "Hyperlink")
  /// The mark of a footnote.
  static let footnoteReference = StyleName("FootnoteReference", "footnote reference")
}
