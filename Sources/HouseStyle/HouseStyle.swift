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
