/// One issue of a periodical bulletin (简报): what stands on its pages, free of any page's look.
///
/// Readers make it, transforms change it, writers print it. It is a value: copy it, compare it, send it
/// to another task.
public struct Issue: Sendable, Hashable, Codable {
  /// The head of the first page (报头).
  public var masthead: Masthead
  /// A note of the editors to the whole issue (编者按); absent if the issue has none.
  public var editorsNote: EditorsNote?
  /// The text, in reading order (报核). Articles outside any section stand in sections without a name.
  public var sections: [Section]
  /// The foot of the last page (报尾); absent if the issue has none.
  public var imprint: Imprint?
  /// The contents list as the source printed it; absent if it printed none.
  ///
  /// The true contents are derived from ``sections``; this is kept to check against them, to repair
  /// titles, and to print the list again as the office had it.
  public var printedContents: PrintedContents?
  /// What language the issue is written in.
  public var language: Language

  /// An issue of the given parts.
  public init(
    masthead: Masthead = Masthead(), editorsNote: EditorsNote? = nil, sections: [Section] = [],
    imprint: Imprint? = nil, printedContents: PrintedContents? = nil, language: Language = .simplifiedChinese
  ) {
    self.masthead = masthead
    self.editorsNote = editorsNote
    self.sections = sections
    self.imprint = imprint
    self.printedContents = printedContents
    self.language = language
  }

  /// All articles, in reading order.
  public var articles: [Article] { sections.flatMap(\.articles) }
}

/// A language of an issue, as a tag of BCP 47.
public struct Language: RawRepresentable, Sendable, Hashable, Codable {
  /// The tag, such as `zh-Hans`.
  public var rawValue: String
  /// The language with the tag `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Chinese in simplified characters, `zh-Hans`.
  public static let simplifiedChinese = Language(rawValue: "zh-Hans")
  /// Chinese in traditional characters, `zh-Hant`.
  public static let traditionalChinese = Language(rawValue: "zh-Hant")
  /// English, `en`.
  public static let english = Language(rawValue: "en")

  /// Whether the language is Chinese, in whichever script.
  public var isChinese: Bool { rawValue == "zh" || rawValue.hasPrefix("zh-") }
}

/// A section (栏目): articles under one name.
public struct Section: Sendable, Hashable, Codable {
  /// The name without its brackets 【】 but with its numbering (一、), if any; absent for articles that
  /// stand in no section.
  public var name: String?
  /// The articles, in reading order.
  public var articles: [Article]
  /// Where the name stands in the source; absent for a section without a name or made by program.
  public var source: SourceRange?

  /// A section of the given parts.
  public init(name: String? = nil, articles: [Article] = [], source: SourceRange? = nil) {
    self.name = name
    self.articles = articles
    self.source = source
  }
}

/// One article (稿件) of an issue.
public struct Article: Sendable, Hashable, Codable {
  /// The title on one line; empty if the article has none. Spaces in it are meant (召开会议 传达学习).
  public var title: String
  /// The line under the title, without its leading dash (副标题).
  public var subtitle: String?
  /// The line above the title (引题).
  public var kicker: String?
  /// The writers, under the title.
  public var byline: String?
  /// Who contributed the article, printed after it in brackets (供稿单位), without the brackets.
  public var attribution: String?
  /// The label before the attribution, such as 供稿; absent if it is printed without one.
  public var attributionLabel: String?
  /// The office and date that sign the article (署名, 成文日期).
  public var signature: Signature?
  /// A note of the editors to this article (编者按).
  public var editorsNote: EditorsNote?
  /// The text.
  public var body: [Block]
  /// The footnotes that the text refers to, in order of their first reference. Those that the editor's note to the
  /// whole issue refers to stand with the first article.
  public var notes: [Note]
  /// Where the title stands in the source.
  public var source: SourceRange?

  /// An article of the given parts.
  public init(
    title: String, subtitle: String? = nil, kicker: String? = nil, byline: String? = nil,
    attribution: String? = nil, attributionLabel: String? = nil, signature: Signature? = nil,
    editorsNote: EditorsNote? = nil, body: [Block] = [], notes: [Note] = [], source: SourceRange? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.kicker = kicker
    self.byline = byline
    self.attribution = attribution
    self.attributionLabel = attributionLabel
    self.signature = signature
    self.editorsNote = editorsNote
    self.body = body
    self.notes = notes
    self.source = source
  }
}

/// The office and the date that sign an article, each as far as it is there.
public struct Signature: Sendable, Hashable, Codable {
  /// The signing office or person (署名).
  public var office: String?
  /// The date of the text (成文日期).
  public var date: IssueDate?
  /// Whether the list of attachments (附件, Encl.) with which the text ends stood below the signature.
  public var isAboveAttachments: Bool
  /// A signature of the given parts.
  public init(office: String? = nil, date: IssueDate? = nil, isAboveAttachments: Bool = false) {
    self.office = office
    self.date = date
    self.isAboveAttachments = isAboveAttachments
  }

  private enum CodingKeys: String, CodingKey { case office, date, isAboveAttachments }

  /// The signature coded as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    office = try container.decodeIfPresent(String.self, forKey: .office)
    date = try container.decodeIfPresent(IssueDate.self, forKey: .date)
    isAboveAttachments = try container.decodeIfPresent(Bool.self, forKey: .isAboveAttachments) ?? false
  }

  /// The signature as `{"office": …, "date": …}`; `isAboveAttachments` only if it is so.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(office, forKey: .office)
    try container.encodeIfPresent(date, forKey: .date)
    if isAboveAttachments { try container.encode(true, forKey: .isAboveAttachments) }
  }
}

/// A note of the editors (编者按).
public struct EditorsNote: Sendable, Hashable, Codable {
  /// The label as printed, without brackets and colon: 编者按, 编者的话, Editor's note; absent if it has none.
  public var label: String?
  /// The text of the note.
  public var body: [Block]
  /// Whether it stands behind the article, below who signed that (编后), and not above the text; never so for a note to the
  /// whole issue.
  public var isAtEnd: Bool
  /// Where the note begins in the source.
  public var source: SourceRange?
  /// A note of the given parts.
  public init(label: String? = "编者按", body: [Block], isAtEnd: Bool = false, source: SourceRange? = nil) {
    self.label = label
    self.body = body
    self.isAtEnd = isAtEnd
    self.source = source
  }
}

/// A footnote.
public struct Note: Sendable, Hashable, Codable {
  /// The name by which ``Inline/noteReference(_:)`` refers to the note; unique within an article.
  public var id: String
  /// The text of the note.
  public var body: [Block]
  /// Where the note stands in the source.
  public var source: SourceRange?
  /// A note of the given parts.
  public init(id: String, body: [Block], source: SourceRange? = nil) {
    self.id = id
    self.body = body
    self.source = source
  }
}
