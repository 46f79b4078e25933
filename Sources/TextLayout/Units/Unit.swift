/// A piece of text that stays on one line: a Han with the marks that may not be parted from it, a word, a date.
public struct Unit: Sendable, Hashable {
  /// The text without the blanks behind it.
  public var text: String
  /// The width of the text in columns.
  public var width: Int
  /// The blanks behind it, dropped at the end of a line.
  public var blanks: String
  /// The width of the blanks in columns.
  public var blankWidth: Int
  /// Whether a line must end behind it.
  public var endsLine: Bool
  /// Whether it is an address: a URL or e-mail.
  public var isAddress: Bool
}
