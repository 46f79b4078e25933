public import HouseStyle
internal import IssueModel
public import UnicodeText

/// What a caller wants otherwise than the house style has it, and how lines become bytes.
public struct TextOptions: Sendable, Hashable {
  /// What ends a line.
  public enum LineEnding: String, Sendable, Hashable {
    /// Line feed, as on Unix.
    case lf = "\n"
    /// Carriage return and line feed, as on Windows and in mail.
    case crlf = "\r\n"
  }

  /// How paragraphs become lines.
  public enum Flow: String, Sendable, Hashable, CaseIterable {
    /// Each paragraph is one line, which the reader's program wraps: for telephones.
    case none
    /// Lines of a fixed width: for archives and lists.
    case fixed
    /// Lines of a fixed width which the reader's program may join again (RFC 3676, `format=flowed`).
    case flowed
  }

  /// The width of a line in columns; nil for the house style's.
  public var width: Int?
  /// What stands before the first line of a paragraph; nil for the house style's.
  public var indent: String?
  /// What may happen to punctuation at the ends of lines; nil for the house style's.
  public var punctuation: TextStyle.Punctuation?
  /// Whether lines of paragraphs are justified; nil for the house style's. Only lines of a fixed width are.
  public var isJustified: Bool?
  /// Whether articles in the contents list are numbered; nil for the house style's.
  public var numbersContents: Bool?
  /// How a table is printed that is too wide; nil for the house style's.
  public var wideTables: TextStyle.WideTables?
  /// How paragraphs become lines.
  public var flow: Flow
  /// What ends a line.
  public var lineEnding: LineEnding
  /// The encoding of the bytes.
  public var encoding: TextEncoding
  /// Whether the bytes begin with a byte order mark, as some old editors want.
  public var writesByteOrderMark: Bool

  /// Options of the given values.
  public init(
    width: Int? = nil, indent: String? = nil, punctuation: TextStyle.Punctuation? = nil, isJustified: Bool? = nil,
    numbersContents: Bool? = nil, wideTables: TextStyle.WideTables? = nil, flow: Flow = .fixed,
    lineEnding: LineEnding = .lf, encoding: TextEncoding = .utf8, writesByteOrderMark: Bool = false
  ) {
    self.width = width
    self.indent = indent
    self.punctuation = punctuation
    self.isJustified = isJustified
    self.numbersContents = numbersContents
    self.wideTables = wideTables
    self.flow = flow
    self.lineEnding = lineEnding
    self.encoding = encoding
    self.writesByteOrderMark = writesByteOrderMark
  }

  /// The media type of the text (RFC 2046; RFC 3676 for `format` and `delsp`).
  func mediaType(of language: Language) -> String {
    var type = "text/plain; charset=\(encoding.name)"
    if flow == .flowed { type += "; format=flowed" + (language.deletesFlowBlank ? "; delsp=yes" : "") }
    return type
  }

  /// The layout of `house` with what differs.
  func style(over house: TextStyle) -> TextStyle {
    var style = house
    style.width = width ?? house.width
    style.indent = indent ?? house.indent
    style.punctuation = punctuation ?? house.punctuation
    // What is joined again, or wrapped elsewhere, would have its blanks in the middle of lines.
    style.isJustified = flow == .fixed && isJustified ?? house.isJustified
    style.numbersContents = numbersContents ?? house.numbersContents
    style.wideTables = wideTables ?? house.wideTables
    return style
  }
}

extension Language {
  /// Whether the blank that marks a soft line end goes when lines are joined again (RFC 3676, 4.5): needed where
  /// no blank stands between two words.
  var deletesFlowBlank: Bool { isChinese }
}
