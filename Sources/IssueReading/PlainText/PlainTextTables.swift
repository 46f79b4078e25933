import IssueModel

/// Finds tables that were set with blanks: rows one below the other whose cells stand in columns.
///
/// A table has three rows or more, and each column stands flush at its left or its right side; a row may lack cells.
/// Of two columns the second has to hold numbers, since a list of names with their offices looks alike; dates with what
/// happens on them are a list. What stands before the first running text is masthead or contents list, never a table;
/// nor are lines with labels.
enum PlainTextTables {
  /// A table, or a list of dates, and the lines (by index) that it takes.
  struct Found {
    var lines: Range<Int>
    var block: Block
  }

  static func tables(in lines: [PlainTextLine]) -> [Found] {
    var found: [Found] = []
    var (prose, index) = (0, 0)
    let texts = lines.contains { GridTable.mayBegin($0.text) } ? lines.map(\.text) : []
    while index < lines.count {
      let line = lines[index]
      // Below DISTRIBUTION: stand recipients, whatever number of copies each has.
      if line.text.hasSuffix(":") || line.text.hasSuffix("："), let label = LineGrammar.distribution(line.text),
        label.rest.isEmpty
      {
        repeat { index += 1 } while index < lines.count && !lines[index].isEmpty
        continue
      }
      if !texts.isEmpty, prose >= 2, GridTable.mayBegin(line.text), let grid = GridTable(texts, from: index) {
        found.append(Found(lines: index..<grid.end, block: table(of: grid, line.number, lines[grid.end - 1].number)))
        index = grid.end
        continue
      }
      if !line.isEmpty, prose >= 2,
        let (end, table) = blankTable(lines, from: index) ?? (line.hasGap ? nil : ledger(lines, from: index))
      {
        found.append(Found(lines: index..<end, block: table))
        index = end
        continue
      }
      guard !line.isEmpty, !line.isRule, line.hasGap, prose >= 2 else {
        if !line.hasGap, line.text.columns >= 40 {
          // A sentence is running text for certain, and so is a line that holds two.
          let isSure =
            line.text.unicodeScalars.contains { $0 == "。" || $0 == "；" }
            || line.text.columns >= 100 && line.text.hasSuffix(".") && line.text.contains(". ")
          prose += isSure ? 2 : 1
        } else if !line.hasGap, line.text.columns >= 24, line.text.hasSuffix("。") {
          prose += 1
        }
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
      if rows.count >= 2, let head = head(above: index, lines, besides: found.last?.lines),
        let table = table(of: [lines[head].cells] + rows.map(\.cells), lines[head].number, lines[end - 1].number)
      {
        found.append(Found(lines: head..<end, block: table))
        index = end
        continue
      }
      if let table = table(of: rows.map(\.cells), lines[index].number, lines[end - 1].number)
        ?? table(of: rows.map { closed($0.cells) }, lines[index].number, lines[end - 1].number)
        ?? table(of: belowHead(rows.map(\.cells)), lines[index].number, lines[end - 1].number)
      {
        found.append(Found(lines: index..<end, block: table))
      }
      index = max(end, index + 1)
    }
    return found
  }

  /// The line of names that an empty line parts from the rows below: as many words as those have, above their columns.
  private static func head(above index: Int, _ lines: [PlainTextLine], besides found: Range<Int>?) -> Int? {
    guard index >= 3, lines[index - 1].isEmpty, lines[index - 2].hasGap, !lines[index - 2].isRule,
      lines[index - 3].isEmpty,
      found.map({ $0.upperBound <= index - 2 }) ?? true
    else { return nil }
    let head = lines[index - 2].cells
    let row = lines[index].cells
    guard head.count >= 2, head.count == row.count,
      head.allSatisfy({ !$0.text.contains(where: \.isNumber) && $0.text.columns <= 24 && !$0.text.hasSuffix(":") }),
      zip(head, row).allSatisfy({ $0.start < $1.end + 3 && $1.start < $0.end + 3 }),
      row.contains(where: { $0.text.contains(where: \.isNumber) })
    else { return nil }
    return index - 2
  }

  private static func table(of grid: GridTable, _ first: Int, _ last: Int) -> Block {
    .table(
      Table(
        alignments: [], headerRows: grid.hasHead ? 1 : 0,
        rows: grid.rows.map { $0.map { Table.Cell($0.isEmpty ? [] : [.paragraph(Paragraph([.text($0)]))]) } },
        source: SourceRange(start: SourcePosition(line: first), endLine: last)))
  }

  /// Rows whose cells one blank parts, as recognition leaves them: a head of words, then three rows or more with as many
  /// cells, all but the first of them numbers.
  private static func blankTable(_ lines: [PlainTextLine], from start: Int) -> (end: Int, table: Block)? {
    func cells(_ line: PlainTextLine) -> [String] {
      line.text.splitAtScalars(where: \.isBlank).map(String.init)
    }
    let head = cells(lines[start])
    guard (3...9).contains(head.count), lines[start].text.columns <= 80, !lines[start].hasGap,
      head.allSatisfy({ !isFigure($0) && $0.hanCount > 0 && $0.columns <= 16 })
    else { return nil }
    var rows = [head]
    var end = start + 1
    while end < lines.count, !lines[end].isEmpty, !lines[end].hasGap {
      let row = cells(lines[end])
      guard row.count == head.count, row.allSatisfy({ isCell($0) }) else { break }
      rows.append(row)
      end += 1
    }
    // Below the caption of a table two rows will do, and words may stand beside the numbers of one column.
    let captioned = start > 0 && LineGrammar.caption(lines[..<start].last { !$0.isEmpty }?.text ?? "") == .table
    let columns = head.indices.dropFirst().filter { column in rows.dropFirst().allSatisfy { isFigure($0[column]) } }
    guard rows.count >= (captioned ? 3 : 4), columns.count >= (captioned ? 1 : head.count - 1) else { return nil }
    let source = SourceRange(start: SourcePosition(line: lines[start].number), endLine: lines[end - 1].number)
    return (
      end,
      .table(
        Table(
          alignments: [], headerRows: 1, rows: rows.map { $0.map { Table.Cell([.paragraph(Paragraph([.text($0)]))]) } },
          source: source))
    )
  }

  /// Whether a word is no more than a cell holds, and none of a sentence.
  private static func isCell(_ text: String) -> Bool {
    text.columns <= 16 && !text.unicodeScalars.contains { "。，；：！？、".unicodeScalars.contains($0) }
      || isFigure(text) && text.columns <= 16
  }

  /// The cells with words of two letters that are set wide (姓　　名, 秘　鲁) made one again.
  private static func closed(_ cells: [PlainTextLine.Cell]) -> [PlainTextLine.Cell] {
    var result: [PlainTextLine.Cell] = []
    for cell in cells {
      if let last = result.last, last.text.count == 1, last.text.hanCount == 1, cell.text.count == 1,
        cell.text.hanCount == 1, cell.start - last.end <= 4
      {
        result[result.count - 1] = PlainTextLine.Cell(start: last.start, end: cell.end, text: last.text + cell.text)
      } else {
        result.append(cell)
      }
    }
    return result
  }

  /// Rows whose cells begin where the names of their columns do: what stands between two of those places is one cell,
  /// £418  6  2. None where a row has nothing at such a place.
  private static func belowHead(_ rows: [[PlainTextLine.Cell]]) -> [[PlainTextLine.Cell]] {
    guard let head = rows.first, rows.count >= 3, head.count >= 3, rows.contains(where: { $0.count > head.count })
    else {
      return []
    }
    var result = [head]
    for row in rows.dropFirst() {
      var cells: [PlainTextLine.Cell] = []
      for cell in row {
        if cells.count < head.count, abs(cell.start - head[cells.count].start) <= 1 {
          cells.append(cell)
        } else if var last = cells.popLast(), cells.count + 1 == head.count || cell.start < head[cells.count + 1].start
        {
          last.text += " " + cell.text
          last.end = cell.end
          cells.append(last)
        } else {
          return []
        }
      }
      guard cells.count == head.count else { return [] }
      result.append(cells)
    }
    return result
  }

  private static func table(of rows: [[PlainTextLine.Cell]], _ first: Int, _ last: Int) -> Block? {
    guard rows.count >= 3, let count = rows.map(\.count).max(), (2...9).contains(count) else { return nil }
    // Balance in hand ..........  5  16  9: of three columns or more, none is a contents list.
    let rows = count > 2 ? rows.map { $0.compactMap(withoutLeader) } : rows
    let texts = rows.joined().map(\.text)
    guard texts.allSatisfy({ $0.columns <= 60 && !$0.contains("....") && !$0.contains("……") }),
      texts.filter({ $0.contains { "：:".contains($0) } }).count * 4 < texts.count
    else { return nil }
    let source = SourceRange(start: SourcePosition(line: first), endLine: last)
    let full = rows.filter { $0.count == count }
    guard full.count >= 2, full.count * 2 >= rows.count, let spans = columns(of: full) else { return nil }
    var cells: [[String]] = []
    for (index, row) in rows.enumerated() {
      // The names of columns stand over them as they fit.
      guard let placed = row.count == count ? row.map(\.text) : placed(row, in: spans, isHead: index == 0) else {
        return nil
      }
      cells.append(placed)
    }
    if count == 2, !cells.dropFirst().allSatisfy({ $0[1].columns <= 28 && $0[1].contains(where: \.isNumber) }) {
      return agenda(cells, rows, source)
    }
    let head = cells[0].allSatisfy { !isFigure($0) } && cells.dropFirst().contains { $0.contains(where: isFigure) }
    return .table(
      Table(
        alignments: [], headerRows: head ? 1 : 0,
        rows: cells.map { $0.map { Table.Cell($0.isEmpty ? [] : [.paragraph(Paragraph([.text($0)]))]) } },
        source: source))
  }

  /// The cell without the dots that lead to the next; nil where it is nothing else.
  private static func withoutLeader(_ cell: PlainTextLine.Cell) -> PlainTextLine.Cell? {
    guard cell.text.hasSuffix("..."), let word = cell.text.lastIndex(where: { $0 != "." && !$0.isBlankCharacter })
    else {
      return cell.text.isEmpty || cell.text.contains(where: { $0 != "." }) ? cell : nil
    }
    var result = cell
    result.text = String(cell.text[...word])
    result.end = cell.start + result.text.columns
    return result
  }

  /// Where the columns stand; nil if one of them is flush at neither side, the first row aside.
  private static func columns(of rows: [[PlainTextLine.Cell]]) -> [(start: Int, end: Int, isRight: Bool)]? {
    let body = rows.count > 2 ? rows.dropFirst() : rows[...]
    var result: [(start: Int, end: Int, isRight: Bool)] = []
    let hasFigures =
      rows[0].count >= 3
      && rows[0].indices.dropFirst().contains { column in body.allSatisfy { isFigure($0[column].text) } }
    for column in rows[0].indices {
      let starts = body.map { $0[column].start }
      let ends = body.map { $0[column].end }
      guard let start = starts.min(), let end = ends.max() else { return nil }
      let isFlush = spread(starts) <= 1 || spread(ends) <= 1
      // Set in the middle, or as it came: a clear space has to part the columns, and one of them to hold figures.
      let isApart = result.last.map { $0.end < start } ?? true
      guard isFlush || isApart && hasFigures else { return nil }
      result.append((start, end, spread(starts) > 1))
    }
    return result
  }

  /// The cells of a row with fewer of them, each in its column; nil if one stands in none.
  private static func placed(
    _ row: [PlainTextLine.Cell], in columns: [(start: Int, end: Int, isRight: Bool)], isHead: Bool
  ) -> [String]? {
    var result = Array(repeating: "", count: columns.count)
    var next = 0
    for cell in row {
      let place = columns.indices.dropFirst(next).first { column in
        let (start, end, isRight) = columns[column]
        if isHead { return cell.start <= end && cell.end >= start }
        return isRight ? abs(cell.end - end) <= 1 : abs(cell.start - start) <= 1
      }
      guard let place else { return nil }
      result[place] = cell.text
      next = place + 1
    }
    return result
  }

  /// Dates with what happens on them: a list of lines, the gap between kept as one blank.
  private static func agenda(_ cells: [[String]], _ rows: [[PlainTextLine.Cell]], _ source: SourceRange) -> Block? {
    guard cells.allSatisfy({ $0[0].columns <= 24 && isDay($0[0]) }) else { return nil }
    return .list(
      List(
        start: nil, printsOwnMarks: true,
        items: cells.map { [.paragraph(Paragraph([.text($0[0] + "  " + $0[1])]))] }, source: source))
  }

  /// 17 October, 9-13 September, Mon 3, 6月5日.
  private static func isDay(_ text: String) -> Bool {
    guard text.contains(where: \.isDigit) || Weekday.isDay(text) else { return false }
    let words = text.lowercased().split { !$0.isLetter }.map { String($0.prefix(3)) }
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return words.contains(where: names.contains) || text.contains("月") || words.contains { Weekday.isDay($0) }
  }

  private static func spread(_ places: [Int]) -> Int { (places.max() ?? 0) - (places.min() ?? 0) }

  /// Whether a cell holds a number rather than the name of a column.
  private static func isFigure(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first.isASCIIDigit || "-−+£$€¥￥".unicodeScalars.contains(first) || ChineseNumerals.isNumeral(first)
  }
}

extension PlainTextLine {
  /// Whether a gap of two columns or more parts the words.
  fileprivate var hasGap: Bool {
    var gap = 0
    for scalar in text.unicodeScalars {
      gap = scalar.isBlank ? gap + scalar.blankColumns : 0
      if gap >= 2 { return true }
    }
    return false
  }
}
