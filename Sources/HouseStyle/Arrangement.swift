/// Which rows of a masthead or an imprint are printed.
public enum ArrangementPolicy: String, Sendable, Hashable, CaseIterable {
  /// Those of the source; those that the style states where the source does not say, as in issues made by program.
  case asPrinted
  /// Those that the style states, whatever the source printed.
  case always
}

/// The rows of a masthead or an imprint from top to bottom, with the lines drawn between them.
///
/// A row prints those of its cells that the issue has; one with none is left out. What no row names is printed all the
/// same, below the others as is customary: no word of an issue is lost by its style.
public struct Arrangement<Part: Sendable & Hashable>: Sendable, Hashable {
  /// Which rows are printed.
  public var policy: ArrangementPolicy
  /// The rows and lines; none for what is customary: all lines drawn, and the rows of `Masthead.conventionalArrangement`
  /// or `Imprint.conventionalArrangement`.
  public var lines: [Line]

  /// A row, or a line drawn across the page.
  public enum Line: Sendable, Hashable {
    /// Cells side by side, from left to right.
    case row([Cell])
    /// A line below the row before, or above the first one; it looks as ``HouseStyle/rules`` says. Rows that are left
    /// out take none with them.
    case rule
  }

  /// A place for a part.
  public struct Cell: Sendable, Hashable {
    /// What stands there. Parts of several lines take a row for each.
    public var part: Part
    /// Where it stands between the margins: left, center or right. Absent for where its role stands if it is alone, and
    /// for the left edge, the right edge and what is between them if it is not.
    public var alignment: RoleStyle.Alignment?
    /// For the distribution list: the labels in the order of their lines, 报, 送, 发; lines with others follow as
    /// printed. None for the order of the source.
    public var labels: [String]
    /// A place for `part`.
    public init(_ part: Part, alignment: RoleStyle.Alignment? = nil, labels: [String] = []) {
      self.part = part
      self.alignment = alignment
      self.labels = labels
    }
  }

  /// An arrangement of the given lines.
  public init(_ policy: ArrangementPolicy = .asPrinted, _ lines: [Line] = []) {
    self.policy = policy
    self.lines = lines
  }

  /// Whether a line is drawn above all rows.
  public var beginsWithRule: Bool { lines.isEmpty || lines.first == .rule }
  /// Whether a line is drawn below all rows.
  public var endsWithRule: Bool { lines.isEmpty || lines.last == .rule }
  /// Whether lines are drawn between rows.
  public var hasInnerRules: Bool { lines.isEmpty || lines.dropFirst().dropLast().contains(.rule) }
}

/// A part of a masthead that has a place of its own.
public enum MastheadPart: String, Sendable, Hashable, CaseIterable {
  case copyNumber, classification, notice, signer, series, name, number, office, date
  /// Lines that are none of the others.
  case other
}

/// A part of an imprint that has a place of its own.
public enum ImprintPart: String, Sendable, Hashable, CaseIterable {
  /// The lines 报, 送, 发 and their kin.
  case distribution
  /// Those who edited, checked or approved the issue, a line for each task.
  case people
  case office, printDate, copies, contact
  /// Lines that are none of the others.
  case other

  /// Whether it may have several lines.
  public var isRepeated: Bool { self == .distribution || self == .people || self == .other }
}
