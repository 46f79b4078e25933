public import UnicodeText

/// By which rules text is set into lines.
public struct LayoutRules: Sendable, Hashable {
  /// What may happen to a punctuation mark that does not fit at the end of a line.
  public enum LineEnd: String, Sendable, Hashable, CaseIterable {
    /// Nothing: the character before it goes to the next line together with it.
    case strict
    /// One of pause or end may stand outside the width (行尾悬挂).
    case hanging
    /// It may count as half as wide (标点挤压), as in programs that can squeeze it; so do an opening mark at the beginning
    /// of a line and one of two marks side by side.
    case compressed
  }

  /// The name of ICU's rules: `zh` or `en`.
  public var locale: String
  /// How wide characters are.
  public var measure: ColumnMeasure
  /// What may happen to a punctuation mark at the end of a line.
  public var lineEnd: LineEnd
  /// Whether blanks are put between units so that all lines but the last of a paragraph end at the same column.
  public var justifies: Bool
  /// Whether an address (URL, e-mail) wider than a whole line stays in one piece, and so can still be clicked,
  /// instead of being broken.
  public var keepsLongAddresses: Bool

  /// Rules of the given parts.
  public init(
    locale: String, measure: ColumnMeasure, lineEnd: LineEnd = .strict, justifies: Bool = false,
    keepsLongAddresses: Bool = true
  ) {
    self.locale = locale
    self.measure = measure
    self.lineEnd = lineEnd
    self.justifies = justifies
    self.keepsLongAddresses = keepsLongAddresses
  }

  /// Chinese: marks of ambiguous width take two columns.
  public static let chinese = LayoutRules(locale: "zh", measure: ColumnMeasure(ambiguousWidth: 2))
  /// English: marks of ambiguous width take one column.
  public static let english = LayoutRules(locale: "en", measure: ColumnMeasure(ambiguousWidth: 1))
}
