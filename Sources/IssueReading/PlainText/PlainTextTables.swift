import IssueModel

/// Finds tables that were set with blanks: rows one below the other whose cells stand in columns.
///
/// A table has three rows or more, all with as many cells, and each column stands flush at its left or its right
/// side. Of two columns the second has to hold numbers, since a list of names with their offices looks alike. What
/// stands before the first running text is masthead or contents list, never a table; nor are lines with labels.
enum PlainTextTables {
  /// A table and the lines (by index) that it takes.
  struct Found {
    var lines: Range<Int>
    var table: Table
  }

  static func tables(in lines: [PlainTextLine]) -> [Found] {
    var found: [Found] = []
    var prose = 0
    var index = 0
    while index < lines.count {
      let line = lines[index]
      guard !line.isEmpty, !line.isRule, line.hasGap, prose >= 2 else {
        if line.text.columns >= 40, !line.hasGap { prose += 1 }
        index += 1
        continue
      }
      var end = index
      var rows: [(index: Int, cells: [PlainTextLine.Cell])] = []
      while end < lines.count, !lines[end].isEmpty, lines[end].hasGap || lines[end].isRule, rows.count < 200 {
        if !lines[end].isRule { rows.append((end, lines[end].cells)) }
        end += 1
      }
      if let last = rows.last?.index { end = last + 1 }
      if let table = table(of: rows.map(\.cells), lines[index].number, lines[end - 1].number) {
        found.append(Found(lines: index..<end, table: table))
      }
      index = max(end, index + 1)
    }
    return found
  }

  private static func table(of rows: [[PlainTextLine.Cell]], _ first: Int, _ last: Int) -> Table? {
    guard rows.count >= 3, let count = rows.last?.count, (2...9).contains(count),
      rows.dropFirst().allSatisfy({ $0.count == count }), rows[0].count == count || rows[0].count == count - 1,
      rows.count >= 4 || rows[0].count == count
    else { return nil }
    let texts = rows.joined().map(\.text)
    guard texts.allSatisfy({ $0.columns <= 40 && !$0.contains("....") && !$0.contains("……") }),
      texts.filter({ $0.contains { "：:".contains($0) } }).count * 4 < texts.count
    else { return nil }
    let body = rows.dropFirst()
    for column in 0..<count {
      let starts = body.map { $0[column].start }
      let ends = body.map { $0[column].end }
      guard spread(starts) <= 1 || spread(ends) <= 1 else { return nil }
    }
    if count == 2, !body.allSatisfy({ $0[1].text.columns <= 16 && $0[1].text.contains(where: \.isNumber) }) {
      return nil
    }
    let head = rows[0].allSatisfy { !isFigure($0.text) } && body.contains { $0.contains { isFigure($0.text) } }
    return Table(
      alignments: [], headerRows: head ? 1 : 0,
      rows: rows.map { cells in
        let missing = count - cells.count
        return Array(repeating: Table.Cell([]), count: missing)
          + cells.map { Table.Cell([.paragraph(Paragraph([.text($0.text)]))]) }
      },
      source: SourceRange(start: SourcePosition(line: first), endLine: last))
  }

  private static func spread(_ places: [Int]) -> Int { (places.max() ?? 0) - (places.min() ?? 0) }

  /// Whether a cell holds a number rather than the name of a column.
  private static func isFigure(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first.isASCIIDigit || "-−+".unicodeScalars.contains(first) || ChineseNumerals.isNumeral(first)
  }
}

extension PlainTextLine {
  /// Whether a gap of two columns or more parts the words.
  fileprivate var hasGap: Bool {
    var gap = 0
    for scalar in text.unicodeScalars {
      gap = scalar.isBlank ? gap + (scalar == "\t" ? 4 : scalar.isWide ? 2 : 1) : 0
      if gap >= 2 { return true }
    }
    return false
  }
}
