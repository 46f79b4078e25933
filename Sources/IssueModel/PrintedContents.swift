/// A contents list (目录, 要目) as the source printed it.
public struct PrintedContents: Sendable, Hashable, Codable {
  /// The heading of the list; absent if it stands without one.
  public var heading: String?
  /// Its lines, in order.
  public var entries: [ContentsEntry]
  /// The lines of the source the list was read from.
  public var source: SourceRange?
  /// A list of the given parts.
  public init(heading: String? = nil, entries: [ContentsEntry] = [], source: SourceRange? = nil) {
    self.heading = heading
    self.entries = entries
    self.source = source
  }
}

/// One line of a contents list.
public struct ContentsEntry: Sendable, Hashable, Codable {
  /// What a line of the list names.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// A section; the entries behind it belong to it.
    case section
    /// An article.
    case article
  }
  /// What the line names.
  public var kind: Kind
  /// The name or title, without bullet, number, dots and page.
  public var text: String
  /// The number or bullet before the text, `1.` or ※; absent for none.
  public var label: String?
  /// What is printed behind the text: the page, with the writer before it where the list names one; absent for neither.
  public var page: String?
  /// Where the line stands in the source.
  public var source: SourceRange?
  /// A line of the given parts.
  public init(kind: Kind, text: String, label: String? = nil, page: String? = nil, source: SourceRange? = nil) {
    self.kind = kind
    self.text = text
    self.label = label
    self.page = page
    self.source = source
  }
}
