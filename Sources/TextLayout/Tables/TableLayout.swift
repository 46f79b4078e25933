internal import UnicodeText

/// Sets a table as columns of text side by side, if it fits.
public struct TableLayout: Sendable, Hashable {
  /// How the text of a column stands.
  public enum Alignment: Sendable, Hashable { case left, center, right }

  /// One cell of the grid.
  public struct Cell: Sendable, Hashable {
    /// The text; newlines end lines.
    public var text: String
    /// The first column it covers, from 0.
    public var column: Int
    /// How many columns it covers, from 1.
    public var span: Int
    /// A cell of the given parts.
    public init(_ text: String, column: Int, span: Int = 1) {
      self.text = text
      self.column = column
      self.span = span
    }
  }

  /// The rows from top to bottom, each with its cells from left to right.
  public var rows: [[Cell]]
  /// How many of the first rows are the head, set off by a line of dashes.
  public var headerRows: Int
  /// The alignment of each column; left for columns beyond.
  public var alignments: [Alignment]
  /// The columns of text between two columns of the table.
  public var gap: Int

  /// A table of the given parts.
  public init(rows: [[Cell]], headerRows: Int = 0, alignments: [Alignment] = [], gap: Int = 2) {
    self.rows = rows
    self.headerRows = headerRows
    self.alignments = alignments
    self.gap = gap
  }

  /// How many columns the table has.
  public var columnCount: Int { rows.joined().reduce(0) { max($0, $1.column + $1.span) } }

  /// The lines of the table, none wider than `width`; nil if it does not fit.
  ///
  /// Only the last column may take several lines in a row: so the words stand in the order of the cells, read
  /// line by line.
  public func lines(width: Int, breaker: inout LineBreaker) -> [String]? {
    guard let widths = columnWidths(within: width, breaker: &breaker) else { return nil }
    var lines: [String] = []
    for (index, row) in rows.enumerated() {
      lines += self.lines(of: row, widths: widths, breaker: &breaker)
      if index + 1 == headerRows, index + 1 < rows.count {
        lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: Placement.blanks(gap)))
      }
    }
    return lines
  }

  /// How wide each column is; nil if the table does not fit.
  private func columnWidths(within width: Int, breaker: inout LineBreaker) -> [Int]? {
    let count = columnCount
    guard count > 0 else { return [] }
    let room = width - gap * (count - 1)
    guard room >= count else { return nil }
    var natural = [Int](repeating: 1, count: count)
    var unit = 1
    for cell in rows.joined() {
      let end = cell.column + cell.span
      let parts = cell.text.split(whereSeparator: \.isNewline).map(String.init)
      guard end == count || parts.count < 2 else { return nil }
      let widest = parts.reduce(0) { max($0, breaker.columns(of: $1)) }
      if end == count { unit = parts.reduce(unit) { max($0, breaker.units(of: $1).reduce(0) { max($0, $1.width) }) } }
      guard cell.span > 1 else {
        natural[cell.column] = max(natural[cell.column], widest)
        continue
      }
      let have = natural[cell.column..<end].reduce(gap * (cell.span - 1), +)
      if widest > have { natural[end - 1] += widest - have }
    }
    let surplus = natural.reduce(0, +) - room
    guard surplus > 0 else { return natural }
    // The last column gives way, but not to less than seven Han, nor to rows of many lines.
    let last = natural[count - 1] - surplus
    guard last >= max(14, unit), natural[count - 1] <= 5 * last else { return nil }
    natural[count - 1] = last
    return natural
  }

  private func lines(of row: [Cell], widths: [Int], breaker: inout LineBreaker) -> [String] {
    let measure = breaker.rules.measure
    var filled: [(start: Int, width: Int, alignment: Alignment, lines: [String])] = []
    for cell in row {
      let range = cell.column..<(cell.column + cell.span)
      let start = widths[..<cell.column].reduce(gap * cell.column, +)
      let width = widths[range].reduce(gap * (cell.span - 1), +)
      let own = alignments.indices.contains(cell.column) ? alignments[cell.column] : .left
      filled.append((start, width, cell.span > 1 ? .center : own, breaker.fill(cell.text, width: width)))
    }
    let height = filled.reduce(1) { max($0, $1.lines.count) }
    return (0..<height).map { index in
      var line = ""
      var column = 0
      for cell in filled where index < cell.lines.count {
        let text = cell.lines[index]
        guard !text.isEmpty else { continue }
        let spare = cell.width - measure.columns(of: text)
        let lead =
          switch cell.alignment {
          case .left: 0
          case .center: spare / 2
          case .right: spare
          }
        line += Placement.blanks(cell.start + lead - column) + text
        column = max(column, cell.start + lead) + measure.columns(of: text)
      }
      return line
    }
  }
}
