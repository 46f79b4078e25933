/// Reads a table as records, for a page on which its columns do not fit: one for each row below the head, each cell
/// behind the words that head its column.
///
/// The words of the head stand in every record, and those of a cell over several rows in the record of each: a record
/// that is read by itself says all. No other word is added.
public struct TableRecords: Sendable, Hashable {
  /// One cell of the grid.
  public struct Cell: Sendable, Hashable {
    /// The text; newlines end lines.
    public var text: String
    /// The first column it covers, from 0.
    public var column: Int
    /// How many columns it covers, from 1.
    public var span: Int
    /// How many rows it covers, from 1; it is listed in the first.
    public var rowSpan: Int
    /// A cell of the given parts.
    public init(_ text: String, column: Int, span: Int = 1, rowSpan: Int = 1) {
      self.text = text
      self.column = column
      self.span = span
      self.rowSpan = rowSpan
    }

    var columns: Range<Int> { column..<(column + span) }
  }

  /// A line of a record.
  public struct Field: Sendable, Hashable {
    /// What heads the column, with its colon; empty for a value that stands for itself.
    public var label: String
    /// The cell's text; newlines end lines.
    public var value: String
  }

  /// What in the head stands over all columns: it is said once, above the records.
  public private(set) var titles: [String] = []
  /// The records, from top to bottom.
  public private(set) var records: [[Field]] = []

  private let isChinese: Bool
  private var columnCount = 0

  /// The records of a table; nil for one that gains nothing by it: of one column, or with nothing below its head.
  /// - Parameters:
  ///   - rows: The rows from top to bottom, each with its cells from left to right.
  ///   - headerRows: How many of the first rows are the head.
  ///   - isChinese: Whether labels end in a Chinese colon.
  public init?(rows: [[Cell]], headerRows: Int, isChinese: Bool) {
    self.isChinese = isChinese
    columnCount = rows.joined().reduce(0) { max($0, $1.columns.upperBound) }
    guard columnCount > 1, headerRows < rows.count else { return nil }
    let covering = Self.covering(rows)
    let labels = headLabels(covering[..<headerRows])
    for row in covering[headerRows...] where !row.isEmpty {
      let record = headerRows > 0 ? fields(of: row, labels) : fieldsWithoutHead(of: row)
      if !record.isEmpty { records.append(record) }
    }
  }

  /// For each row the cells that cover it, from left to right, with those that reach into it from above.
  private static func covering(_ rows: [[Cell]]) -> [[Cell]] {
    var result = [[Cell]](repeating: [], count: rows.count)
    for (index, row) in rows.enumerated() {
      for cell in row {
        for covered in index..<max(index + 1, min(rows.count, index + cell.rowSpan)) { result[covered].append(cell) }
      }
    }
    return result.map { $0.sorted { $0.column < $1.column } }
  }

  /// What heads each column: the words above it from top to bottom, each once.
  private mutating func headLabels(_ head: ArraySlice<[Cell]>) -> [String] {
    var labels = [[String]](repeating: [], count: columnCount)
    var last = [Cell?](repeating: nil, count: columnCount)
    for row in head {
      for cell in row where !cell.text.isEmpty {
        let text = onOneLine(cell.text)
        if cell.span == columnCount {
          if titles.last != text { titles.append(text) }
          continue
        }
        for column in cell.columns where last[column] != cell {
          labels[column].append(text)
          last[column] = cell
        }
      }
    }
    return labels.map { $0.joined(separator: isChinese ? "·" : ", ") }
  }

  private func fields(of row: [Cell], _ labels: [String]) -> [Field] {
    var fields: [Field] = []
    var column = 0
    /// Columns without a cell: their heads are said all the same.
    func skip(to end: Int) {
      while column < end {
        if !labels[column].isEmpty { fields.append(Field(label: withColon(labels[column]), value: "")) }
        column += 1
      }
    }
    for cell in row where cell.column >= column {
      skip(to: cell.column)
      // What stands over all columns heads the records that follow.
      let heads = cell.span == columnCount ? [] : labels[cell.columns].filter { !$0.isEmpty }
      if !heads.isEmpty {
        let label = heads.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        fields.append(Field(label: withColon(label.joined(separator: isChinese ? "、" : ", ")), value: cell.text))
      } else if !cell.text.isEmpty {
        fields.append(Field(label: "", value: cell.text))
      }
      column = cell.columns.upperBound
    }
    if row.first?.span != columnCount { skip(to: columnCount) }
    return fields
  }

  /// A row of a table without head: in one of two columns the left one says what the right one is, in a wider one each
  /// cell stands for itself, an empty one as a dash, so that they can be counted.
  private func fieldsWithoutHead(of row: [Cell]) -> [Field] {
    if columnCount == 2, row.count == 2, isShort(row[0].text) {
      return [Field(label: withColon(row[0].text), value: row[1].text)]
    }
    return row.map { Field(label: "", value: $0.text.isEmpty ? "-" : $0.text) }
  }

  private func isShort(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= (isChinese ? 12 : 24) && !text.contains(where: \.isNewline)
  }

  private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: isChinese ? "" : " ")
  }

  private func withColon(_ label: String) -> String {
    if label.hasSuffix("：") { return label }
    if label.hasSuffix(":") { return label + " " }
    return label + (isChinese ? "：" : ": ")
  }
}
