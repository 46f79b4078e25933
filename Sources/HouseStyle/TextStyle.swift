/// The layout of plain text.
public struct TextStyle: Sendable, Hashable {
  /// What may happen to a punctuation mark at the end of a line.
  public enum Punctuation: String, Sendable, Hashable, CaseIterable {
    /// It takes its room, or goes to the next line with the character before it.
    case strict
    /// A mark of pause or end may stand outside the width (行尾悬挂).
    case hanging
    /// It counts as half a Han there, as do opening marks at the beginning of a line and one of two marks side by side
    /// (标点挤压): for programs that squeeze marks; elsewhere lines are a little wider.
    case compressed
  }

  /// How a table is printed of which the columns do not fit side by side.
  public enum WideTables: String, Sendable, Hashable, CaseIterable {
    /// A record for each row: its cells one below the other, each behind the words that head its column.
    case records
    /// Row by row with bars between the cells: each word once, as in the Word file.
    case rows
  }

  /// The width of a line in columns; a Han takes two.
  public var width: Int
  /// What stands before the first line of a paragraph.
  public var indent: String
  /// The character rules are made of; ASCII, since the width of others is ambiguous.
  public var rule: Character
  /// What may happen to a punctuation mark at the end of a line.
  public var punctuation: Punctuation
  /// Whether blanks are put into the lines of paragraphs so that all but the last end at the same column. Text that a
  /// program may wrap by itself is never justified.
  public var isJustified: Bool
  /// Whether the articles in the contents list are numbered where the source has no numbers. The Word file does not have
  /// them.
  public var numbersContents: Bool
  /// How a table is printed that is too wide.
  public var wideTables: WideTables

  /// A layout of the given parts.
  public init(
    width: Int = 72, indent: String = "\u{3000}\u{3000}", rule: Character = "=", punctuation: Punctuation = .strict,
    isJustified: Bool = false, numbersContents: Bool = false, wideTables: WideTables = .records
  ) {
    self.width = width
    self.indent = indent
    self.rule = rule
    self.punctuation = punctuation
    self.isJustified = isJustified
    self.numbersContents = numbersContents
    self.wideTables = wideTables
  }
}
