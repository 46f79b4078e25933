public import IssueModel

/// How an office wants its issues to look: page, type, arrangement, text layout. A value; start from a
/// shipped one and change what differs.
public struct HouseStyle: Sendable, Hashable {
  /// The name on the command line.
  public var name: String
  /// One line on what it is for; absent for none. A style does not inherit it.
  public var summary: Wording?
  /// The page.
  public var page: PageStyle
  /// The type for each class of fonts.
  public var fonts: [FontClass: FontChoice]
  /// How the text of each role looks.
  public var roles: [Role: RoleStyle]
  /// When a contents list is printed.
  public var contents: ContentsPolicy
  /// When the entries of the contents list have page numbers.
  public var contentsPages = ContentsPages.asPrinted
  /// What the name of a section is set in.
  public var sectionBrackets: Brackets
  /// Where the imprint stands.
  public var imprintPlace: ImprintPlace
  /// The rows of the masthead.
  public var masthead = Arrangement<MastheadPart>()
  /// The rows of the imprint.
  public var imprint = Arrangement<ImprintPart>()
  /// How the lines drawn on the page look; a place without one has none.
  public var rules: [RulePlace: RuleStyle]
  /// The marks before the items of lists.
  public var lists: ListMarks
  /// The class of type that stresses words of Chinese text, which has no italics.
  public var emphasis: FontClass
  /// The colour of links as RRGGBB, which are underlined; absent for the colour of the text around.
  public var linkColor: String?
  /// The layout of plain text.
  public var text: TextStyle
  /// Headers and footers of an office's own Word file, in the place of the page numbers; absent for page numbers
  /// in the look of ``Role/pageNumber``. House style XML does not hold it.
  public var letterhead: Letterhead?

  /// A style of the given parts.
  public init(
    name: String, summary: Wording? = nil, page: PageStyle, fonts: [FontClass: FontChoice], roles: [Role: RoleStyle],
    contents: ContentsPolicy = .asPrinted, sectionBrackets: Brackets = Brackets(open: "【", close: "】"),
    imprintPlace: ImprintPlace = .footOfLastPage, rules: [RulePlace: RuleStyle] = [:],
    lists: ListMarks = ListMarks(), emphasis: FontClass = .kaiti, linkColor: String? = nil,
    text: TextStyle = TextStyle()
  ) {
    self.name = name
    self.summary = summary
    self.page = page
    self.fonts = fonts
    self.roles = roles
    self.contents = contents
    self.sectionBrackets = sectionBrackets
    self.imprintPlace = imprintPlace
    self.rules = rules
    self.lists = lists
    self.emphasis = emphasis
    self.linkColor = linkColor
    self.text = text
  }

  /// The look of `role`; roles without one of their own look like body text.
  public func style(of role: Role) -> RoleStyle { roles[role] ?? roles[.body] ?? RoleStyle() }
}

/// A pair of brackets.
public struct Brackets: Sendable, Hashable {
  /// The opening one.
  public var open: String
  /// The closing one.
  public var close: String
  /// A pair of the given brackets.
  public init(open: String, close: String) {
    self.open = open
    self.close = close
  }
}

/// When a contents list is printed.
public enum ContentsPolicy: String, Sendable, Hashable {
  /// Only if the source printed one.
  case asPrinted
  /// In any case; derived from the articles if the source printed none.
  case always
  /// Never.
  case never
}

/// When the entries of a contents list have page numbers. Plain text, which has no pages, prints none but those of
/// the source.
public enum ContentsPages: String, Sendable, Hashable {
  /// Only those for which the source printed one.
  case asPrinted
  /// All that lead somewhere: as fields, which hold an estimate until the reader has them updated.
  case always
}

/// Where the imprint stands.
public enum ImprintPlace: String, Sendable, Hashable {
  /// At the foot of the last page, its last rule on the edge of the text block (GB/T 9704-2012, 7.4).
  case footOfLastPage
  /// Right after the text.
  case afterText
}

/// Where a line is drawn on the page.
public enum RulePlace: String, Sendable, Hashable, CaseIterable {
  /// Under the masthead (红色分隔线).
  case masthead
  /// Above and below the imprint (版记的首条、末条分隔线).
  case imprintEdge
  /// Between the distribution list and the other lines of the imprint (中间的分隔线).
  case imprintInner
  /// Around the cells of a table.
  case table
  /// Between two parts of an article.
  case body
}

/// How a line drawn on the page looks.
public struct RuleStyle: Sendable, Hashable {
  /// Its thickness in eighths of a point.
  public var width: Int
  /// Its colour as RRGGBB; absent for the reader's text colour.
  public var color: String?
  /// From the text to the line, in points, 0 to 31.
  public var distance: Int
  /// From the line to what follows, in hundredths of a line of the page.
  public var spaceAfter: Int
  /// A line of the given look.
  public init(width: Int, color: String? = nil, distance: Int = 0, spaceAfter: Int = 0) {
    self.width = width
    self.color = color
    self.distance = distance
    self.spaceAfter = spaceAfter
  }
}

/// The marks before the items of lists, by depth: the first for an outermost list, the last for all that lie
/// deeper than there are marks.
public struct ListMarks: Sendable, Hashable {
  /// How the number of an item is written.
  public struct Number: Sendable, Hashable {
    /// The kinds of digits.
    public enum Digits: String, Sendable, Hashable {
      /// 1, 2, 3.
      case decimal
      /// 一, 二, 三.
      case chinese
      /// ①, ②, ③.
      case circled
      /// a, b, c.
      case letters
    }
    /// The digits.
    public var digits: Digits
    /// What stands before the digits.
    public var prefix: String
    /// What stands behind the digits.
    public var suffix: String
    /// A number written that way.
    public init(_ digits: Digits, prefix: String = "", suffix: String = "") {
      self.digits = digits
      self.prefix = prefix
      self.suffix = suffix
    }
  }
  /// The marks of items without a number.
  public var bullets: [String]
  /// The numbers of the others.
  public var numbers: [Number]
  /// The given marks.
  public init(
    bullets: [String] = ["·", "—"],
    numbers: [Number] = [.init(.decimal, suffix: "."), .init(.decimal, prefix: "（", suffix: "）"), .init(.circled)]
  ) {
    self.bullets = bullets
    self.numbers = numbers
  }
}

/// The page and its text block. Lengths are in twips, 1/20 of a point.
public struct PageStyle: Sendable, Hashable {
  /// Width of the paper.
  public var width: Int
  /// Height of the paper.
  public var height: Int
  /// Margin above the text block (天头).
  public var top: Int
  /// Margin right of the text block.
  public var right: Int
  /// Margin below the text block.
  public var bottom: Int
  /// Margin left of the text block (订口).
  public var left: Int
  /// From the lower edge of the paper to the page number.
  public var footer: Int
  /// From the upper edge of the paper to a header; absent for as far as ``footer`` is from the lower one.
  public var header: Int?
  /// Exact pitch of the lines of text.
  public var linePitch: Int
  /// What is added to the width of each character of body text so that a line holds what it should.
  public var characterSpacing: Int

  /// A page of the given measures, in twips.
  public init(
    width: Int, height: Int, top: Int, right: Int, bottom: Int, left: Int, footer: Int, linePitch: Int,
    characterSpacing: Int
  ) {
    self.width = width
    self.height = height
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
    self.footer = footer
    self.linePitch = linePitch
    self.characterSpacing = characterSpacing
  }

  /// The least that a text block may measure, in twips: two centimetres, less hold no line.
  public static let leastText = 1_134

  /// Width of the text block.
  public var textWidth: Int { width - left - right }
  /// Height of the text block.
  public var textHeight: Int { height - top - bottom }
}

/// A class of type that the standard names; which font serves is the house's choice.
public enum FontClass: String, Sendable, Hashable, CaseIterable {
  /// 仿宋: body text.
  case fangsong
  /// 黑体: first-level headings, classification.
  case heiti
  /// 楷体: second-level headings, names, editor's notes.
  case kaiti
  /// 小标宋: masthead and titles.
  case xiaobiaosong
  /// 宋体: page numbers, tables.
  case songti
}

/// The fonts for one class. Both are always written, into all four slots of a run.
public struct FontChoice: Sendable, Hashable {
  /// The font for Han and their punctuation.
  public var han: String
  /// The font for Latin letters and Western digits.
  public var latin: String
  /// Other names under which the Han font is known; the first goes into `w:altName`.
  public var alternates: [String]
  /// A choice of the given fonts.
  public init(han: String, latin: String, alternates: [String] = []) {
    self.han = han
    self.latin = latin
    self.alternates = alternates
  }
}

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
