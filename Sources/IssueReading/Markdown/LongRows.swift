import IssueModel

/// Rows of pipe tables that have more cells than the head: to GitHub (GFM 4.10) the excess is nothing, and the parser drops
/// it. The source plainly has another column there, so the head is given one without a name.
struct LongRows {
  /// The text with each such table as wide as its longest row.
  private(set) var text: String
  /// What was done, for the remarks.
  private(set) var remarks: [Remark] = []

  /// A row that was too long.
  struct Remark {
    var line: Int
    var words: String
    /// How many columns the table got for it; none if its bars were taken for words.
    var columns: Int
  }

  /// So many cells without words may be added to a table: a row of thousands is no row.
  private static let mostCells = 20_000

  private var lines: [Substring] = []

  /// Looks for long rows in the tables of `tree`, which was made of `markdown`; nil if there is none, as nearly always.
  init?(in markdown: String, _ tree: MarkdownNode) {
    text = markdown
    let tables = Self.tables(in: tree)
    guard !tables.isEmpty else { return nil }
    lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    for table in tables { widen(table) }
    guard !remarks.isEmpty else { return nil }
    text = lines.joined(separator: "\n")
  }

  private static func tables(in node: MarkdownNode) -> [MarkdownNode] {
    node.children.flatMap { child -> [MarkdownNode] in
      switch child.kind {
      case .table: [child]
      case .blockQuote, .list, .item, .footnoteDefinition: tables(in: child)
      default: []
      }
    }
  }

  private mutating func widen(_ table: MarkdownNode) {
    guard case .table(let alignments) = table.kind, let head = table.children.first,
      lines.indices.contains(head.line)
    else { return }
    let columns = alignments.count
    var most = columns
    var long: [Int] = []
    for row in table.children.dropFirst() where lines.indices.contains(row.line - 1) {
      let index = row.line - 1
      guard Self.cells(of: lines[index]).count > columns else { continue }
      // A bar within `code` is a letter to whoever wrote it.
      let literal = Self.withoutBarsInCode(lines[index])
      let cells = Self.cells(of: literal)
      if cells.count < Self.cells(of: lines[index]).count {
        remarks.append(Remark(line: row.line, words: Self.words(of: cells[...].prefix(columns)), columns: 0))
        lines[index] = literal
      }
      guard cells.count > columns else { continue }
      most = max(most, cells.count)
      long.append(index)
    }
    guard let first = long.first else { return }
    let excess = Self.words(of: Self.cells(of: lines[first]).dropFirst(columns))
    guard (most - columns) * table.children.count <= Self.mostCells, most <= 1_000 else {
      for index in long { lines[index] = Self.withWords(lines[index], from: columns) }
      return remarks.append(Remark(line: first + 1, words: excess, columns: 0))
    }
    remarks.append(Remark(line: first + 1, words: excess, columns: most - columns))
    lines[head.line - 1] = Self.widened(lines[head.line - 1], by: most - columns, " |")
    lines[head.line] = Self.widened(lines[head.line], by: most - columns, " --- |")
  }

  // MARK: Cells, as cmark-gfm tells them (`row_from_string` of its table.c)

  /// The bars that part cells. One behind a backslash is a letter.
  private static func bars(in line: Substring) -> [Substring.Index] {
    var bars: [Substring.Index] = []
    var before: UInt8 = 0
    for place in line.utf8.indices {
      let byte = line.utf8[place]
      if byte == UInt8(ascii: "|"), before != UInt8(ascii: "\\") { bars.append(place) }
      before = byte
    }
    return bars
  }

  /// Where the row begins: behind the marks of the quotations and lists that it stands in.
  private static func row(in line: Substring) -> Substring {
    let start = line.drop { $0.isBlankCharacter || $0 == ">" }
    return start.first == "|" ? start.dropFirst() : start
  }

  /// The cells of a row, up to the last that has words.
  private static func cells(of line: Substring) -> [Substring] {
    let row = row(in: line)
    var cells: [Substring] = []
    var start = row.startIndex
    for bar in bars(in: row) {
      cells.append(row[start..<bar])
      start = row.utf8.index(after: bar)
    }
    cells.append(row[start...])
    while cells.last?.allSatisfy(\.isBlankCharacter) == true { cells.removeLast() }
    return cells
  }

  private static func words(of cells: some Collection<Substring>) -> String {
    cells.map { $0.trimmed }.joined(separator: " | ")
  }

  // MARK: Writing

  private static func widened(_ line: Substring, by count: Int, _ cell: String) -> Substring {
    var line = line
    while line.last?.isBlankCharacter == true { line.removeLast() }
    if bars(in: line).last.map({ line.utf8.index(after: $0) }) != line.endIndex { line += " |" }
    return line + String(repeating: cell, count: count)
  }

  /// The row with a backslash before each bar behind so many cells: what stands there is one cell then.
  private static func withWords(_ line: Substring, from columns: Int) -> Substring {
    let inner = bars(in: row(in: line)).dropFirst(columns - 1)
    guard let last = inner.last else { return line }
    let closes = line[line.utf8.index(after: last)...].allSatisfy(\.isBlankCharacter)
    return escaped(line, closes ? inner.dropLast() : inner)
  }

  private static func withoutBarsInCode(_ line: Substring) -> Substring {
    guard line.utf8.contains(UInt8(ascii: "`")) else { return line }
    let spans = codeSpans(in: line)
    return escaped(line, bars(in: line).filter { bar in spans.contains { $0.contains(bar) } })
  }

  private static func escaped(_ line: Substring, _ bars: some Sequence<Substring.Index>) -> Substring {
    var result = ""
    var start = line.startIndex
    for bar in bars {
      result += line[start..<bar] + "\\"
      start = bar
    }
    return (result + line[start...])[...]
  }

  /// What stands between runs of backticks of one length.
  private static func codeSpans(in line: Substring) -> [Range<Substring.Index>] {
    var runs: [Range<Substring.Index>] = []
    for place in line.utf8.indices where line.utf8[place] == UInt8(ascii: "`") {
      let next = line.utf8.index(after: place)
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<next
      } else {
        runs.append(place..<next)
      }
    }
    var spans: [Range<Substring.Index>] = []
    var index = 0
    // More backticks than that are no code of a cell.
    guard runs.count <= 64 else { return [] }
    while index < runs.count {
      let length = line.utf8.distance(from: runs[index].lowerBound, to: runs[index].upperBound)
      if let end = runs.indices.dropFirst(index + 1).first(where: {
        line.utf8.distance(from: runs[$0].lowerBound, to: runs[$0].upperBound) == length
      }) {
        spans.append(runs[index].upperBound..<runs[end].lowerBound)
        index = end
      }
      index += 1
    }
    return spans
  }
}

extension DiagnosticSink {
  /// Tells of rows that were longer than the heads of their tables.
  func report(_ rows: LongRows) {
    for remark in rows.remarks {
      if remark.columns > 0 {
        repaired(
          "table-widened", line: remark.line,
          "the row has more cells than the head of the table: “\(excerpt(remark.words, 40))”; the table got"
            + (remark.columns == 1 ? " a column" : " \(remark.columns) columns") + " for them",
          zh: "这一行的单元格多于表头：“\(excerpt(remark.words, 40))”；表格已加\(remark.columns)列",
          hint: Wording(
            "name the column in the head, or write \\| for a bar within a cell", zh: "请在表头补上列名；单元格内的竖线请写成 \\|"))
      } else {
        repaired(
          "table-bar-kept", line: remark.line,
          "bars of the row were taken for words, not for the sides of cells: “\(excerpt(remark.words, 40))”",
          zh: "这一行的竖线按文字处理，不作单元格分隔：“\(excerpt(remark.words, 40))”", severity: .note,
          hint: Wording("write \\| for a bar within a cell", zh: "单元格内的竖线请写成 \\|"))
      }
    }
  }
}
