/// A place in a source file.
public struct SourcePosition: Sendable, Hashable, Codable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column in characters (Unicode scalars), from 1.
  public var column: Int
  /// The place at `line` and `column`.
  public init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }
  /// Places are in order of their line, then of their column.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// What lines of the source something was read from.
public struct SourceRange: Sendable, Hashable, Codable {
  /// Where it begins.
  public var start: SourcePosition
  /// Its last line.
  public var endLine: Int
  /// The first lines of the further pieces joined into it, ascending: a paragraph that a page break had
  /// torn has one for each tear. Empty for what was whole.
  public var joinedLines: [Int]

  /// The range from `start` to the end of `endLine`.
  public init(start: SourcePosition, endLine: Int? = nil, joinedLines: [Int] = []) {
    self.start = start
    self.endLine = endLine ?? start.line
    self.joinedLines = joinedLines
  }

  /// The whole line `line`.
  public init(line: Int, column: Int = 1) {
    self.init(start: SourcePosition(line: line, column: column))
  }

  /// The first line.
  public var line: Int { start.line }

  /// This range and `other`, which was joined behind it.
  public func joined(with other: SourceRange) -> SourceRange {
    SourceRange(
      start: start, endLine: max(endLine, other.endLine),
      joinedLines: joinedLines + [other.start.line] + other.joinedLines)
  }

  /// The range from the beginning of this one to the end of `other`; both are parts of one thing.
  public func extended(to other: SourceRange) -> SourceRange {
    SourceRange(start: start, endLine: max(endLine, other.endLine), joinedLines: joinedLines + other.joinedLines)
  }
}
