public import UnicodeText

/// Places single lines between two margins, by blanks of ASCII.
public enum Placement {
  /// `line` in the middle of `width` columns; as it is when wider. Half a column goes to the right.
  public static func centred(_ line: String, width: Int, measure: ColumnMeasure) -> String {
    blanks((width - measure.columns(of: line)) / 2) + line
  }

  /// `line` at the right end of `width` columns less `inset`; as it is when wider.
  public static func right(_ line: String, width: Int, inset: Int = 0, measure: ColumnMeasure) -> String {
    blanks(width - inset - measure.columns(of: line)) + line
  }

  /// The `parts` on one line: the first at the left end, the last at the right end, others between them with
  /// equal gaps. Nil if less than two columns would be left between any of them.
  public static func spread(_ parts: [String], width: Int, measure: ColumnMeasure) -> String? {
    guard parts.count > 1 else { return parts.first }
    let room = width - parts.reduce(0) { $0 + measure.columns(of: $1) }
    let gaps = parts.count - 1
    guard room >= 2 * gaps else { return nil }
    var line = parts[0]
    for index in 1...gaps {
      line += blanks(room * index / gaps - room * (index - 1) / gaps) + parts[index]
    }
    return line
  }

  /// Words on one line at its left end, in its middle and at its right end; none for an empty one. Nil if less than two
  /// columns would be left between any of them.
  public static func line(
    left: String, centre: String, right: String, width: Int, measure: ColumnMeasure
  ) -> String? {
    var line = left
    var end = measure.columns(of: left)
    for (words, place) in [(centre, 2), (right, 1)] where !words.isEmpty {
      let columns = measure.columns(of: words)
      let begin = (width - columns) / place
      guard begin >= (end == 0 ? 0 : end + 2) else { return nil }
      line += blanks(begin - end) + words
      end = begin + columns
    }
    return line
  }

  /// So many blanks; none for a negative number.
  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
