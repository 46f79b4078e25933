internal import UnicodeText

/// Sets text into lines of a given width. It belongs to one task and is made to be used again.
///
/// No line ends in blanks. None is wider than asked for, unless it holds nothing but an address that is
/// (``LayoutRules/keepsLongAddresses``) with the marks that stand by it, or an indent that leaves no room, or a mark at
/// its end that may hang or be squeezed (`LayoutRules.lineEnd`).
public struct LineBreaker: ~Copyable {
  /// The rules it goes by.
  public let rules: LayoutRules
  /// Whether it does without what the rules allow at the ends of lines and does not justify: for lines that stand beside
  /// others, as in the columns of a table.
  public var isPlain = false
  private var finder: UnitFinder

  /// A breaker by `rules`.
  public init(_ rules: LayoutRules) {
    self.rules = rules
    finder = UnitFinder(rules: rules)
  }

  /// The pieces of `text` that stay whole, in order.
  public mutating func units(of text: String) -> [Unit] { finder.units(of: text) }

  /// The columns of `text`.
  public func columns(of text: String) -> Int { rules.measure.columns(of: text) }

  /// `text` in lines of at most `width` columns; a newline in it ends a line. Empty text has no lines.
  /// - Parameters:
  ///   - text: The words.
  ///   - width: The columns of a line.
  ///   - first: What stands before the first line: an indent, a label.
  ///   - rest: What stands before each further line, for hanging indents.
  public mutating func fill(_ text: String, width: Int, first: String = "", rest: String = "") -> [String] {
    filled(text, width: width, first: first, rest: rest).map(\.text)
  }

  /// As ``fill(_:width:first:rest:)``, with what the end of each line stands for.
  public mutating func filled(
    _ text: String, width: Int, first: String = "", rest: String = ""
  ) -> [FilledLine] {
    let analysed = finder.analysed(text)
    var rules = rules
    if isPlain { (rules.lineEnd, rules.justifies) = (.strict, false) }
    var filler = Filler(text, analysed, rules: rules, width: width, first: first, rest: rest)
    finder.forEachPlace(in: analysed, of: text) { filler.add($0) }
    return filler.finish()
  }
}

/// A line of filled text.
public struct FilledLine: Sendable, Hashable {
  /// The line with its indent, without blanks at its end.
  public var text: String
  /// What of the text the end of the line took the place of: blanks, or nothing at all as between two Han. Nil
  /// for a line that ends because the text does, there or altogether.
  public var replacedBlanks: String?
}
