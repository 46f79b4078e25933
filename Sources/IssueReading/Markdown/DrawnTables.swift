import IssueModel

/// Tables that strokes draw, as pandoc writes them where cells do not fit its pipe tables: simple and multiline tables
/// (columns underlined by strokes), grid tables (`+---+`), and those of typists (┌──┬──┐). They become pipe tables, which the parser knows; no other line
/// moves, since a pipe table needs no more lines.
struct DrawnTables {
  /// The lines of the source, tables written anew.
  private(set) var lines: [String]
  /// The captions below tables, by the line on which the table begins.
  private(set) var captions: [Int: String] = [:]
  private(set) var isChanged = false

  init(_ source: [Substring]) {
    lines = source.map(String.init)
    var index = 0
    var fence: Character?
    while index < lines.count {
      let line = lines[index].trimmed
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        if fence == nil { fence = line.first } else if fence == line.first { fence = nil }
      }
      guard fence == nil else {
        index += 1
        continue
      }
      index = (grid(at: index) ?? columns(at: index)) ?? index + 1
    }
  }

  /// Whether a text of these bytes may hold such a table, so that most need not be searched.
  static func mayBe(in source: SourceText) -> Bool {
    source.contains(ascii: "-- ") || source.contains(ascii: "+--") || source.lines.contains { GridTable.mayBegin($0) }
  }

  // MARK: Columns underlined by strokes

  /// Where strokes stand in a line of nothing else, in columns; nil for any other line.
  private static func strokes(_ line: String) -> [Range<Int>]? {
    guard line.utf8.contains(UInt8(ascii: "-")), line.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == 0x20 }) else {
      return nil
    }
    var groups: [Range<Int>] = []
    for (place, byte) in line.utf8.enumerated() where byte != 0x20 {
      if let last = groups.last, last.upperBound == place {
        groups[groups.count - 1] = last.lowerBound..<place + 1
      } else {
        groups.append(place..<place + 1)
      }
    }
    return groups.allSatisfy { $0.count >= 2 } ? groups : nil
  }

  private func isBlank(_ index: Int) -> Bool { !lines.indices.contains(index) || lines[index].trimmed.isEmpty }

  /// Writes the table that begins at `start` anew, and tells where it ends; nil where none begins.
  private mutating func columns(at start: Int) -> Int? {
    guard !isBlank(start), isBlank(start - 1), let first = Self.strokes(lines[start]) ?? headed(start) else {
      return nil
    }
    var head: Range<Int>?
    var body = start + 1
    var groups = first
    if Self.strokes(lines[start]) == nil {
      // A line of names above the strokes.
      head = start..<start + 1
      body = start + 2
    } else if let under = lines.indices.dropFirst(start + 1).prefix(5)
      .first(where: { isBlank($0) || Self.strokes(lines[$0]) != nil }),
      under > start + 1, let inner = Self.strokes(lines[under]), inner.count >= 2,
      // Where strokes of the columns stand above and nothing below, the table has no head.
      first.count == 1 || !isBlank(under + 1)
    {
      // A stroke across the page, the names, the strokes of the columns.
      head = start + 1..<under
      body = under + 1
      groups = inner
    }
    guard groups.count >= 2, groups.count <= 20 else { return nil }
    let isOpen = Self.strokes(lines[start]) != nil
    // Between strokes blank lines part rows of several lines; without a last stroke the table ends at a blank line.
    let closing = lines.indices.dropFirst(body).prefix(400).first { Self.strokes(lines[$0]) != nil }
    let blank = lines.indices.dropFirst(body).first(where: isBlank) ?? lines.count
    guard let end = isOpen ? closing : min(closing ?? blank, blank), end > body else { return nil }
    let isMultiline = isOpen && (body..<end).contains(where: isBlank)
    var rows: [[String]] = []
    var pieces: [[String]] = []
    for index in body..<end {
      if isBlank(index) {
        if !pieces.isEmpty { rows.append(LineJoining.joined(rows: pieces)) }
        pieces = []
        continue
      }
      guard let cells = Self.cells(of: lines[index], groups) else { return nil }
      if isMultiline { pieces.append(cells) } else { rows.append(cells) }
    }
    if !pieces.isEmpty { rows.append(LineJoining.joined(rows: pieces)) }
    var names: [String] = Array(repeating: "", count: groups.count)
    if let head {
      let heads = head.compactMap { Self.cells(of: lines[$0], groups) }
      guard heads.count == head.count else { return nil }
      names = LineJoining.joined(rows: heads)
    }
    guard !rows.isEmpty else { return nil }
    let last = isOpen || Self.strokes(end < lines.count ? lines[end] : "") != nil ? end + 1 : end
    let alignments = groups.enumerated().map { column, group in
      head.map { Self.alignment(lines[$0.lowerBound], group, isLast: column == groups.count - 1) } ?? "---"
    }
    return write([names, alignments] + rows, start..<last)
  }

  /// The strokes right below the line, if they underline columns.
  private func headed(_ start: Int) -> [Range<Int>]? {
    guard lines.indices.contains(start + 1), let groups = Self.strokes(lines[start + 1]), groups.count >= 2,
      !isBlank(start + 2)
    else { return nil }
    return groups
  }

  /// The words of a line in columns; nil where a word stands across the space between two.
  private static func cells(of line: String, _ groups: [Range<Int>]) -> [String]? {
    slices(of: line, groups) { $0.columns } ?? slices(of: line, groups) { _ in 1 }
      ?? {
        let pieces = line.columnsByGaps
        return pieces.count == groups.count ? pieces : nil
      }()
  }

  private static func slices(of line: String, _ groups: [Range<Int>], width: (String) -> Int) -> [String]? {
    var cells = Array(repeating: "", count: groups.count)
    var place = 0
    var column = 0
    var before: Character = " "
    for character in line {
      while column + 1 < groups.count, place >= groups[column + 1].lowerBound {
        guard before.isBlankCharacter || character.isBlankCharacter else { return nil }
        column += 1
      }
      // Between two columns nothing stands.
      if place >= groups[column].upperBound, column + 1 < groups.count, !character.isBlankCharacter { return nil }
      cells[column].append(character)
      before = character
      place += width(String(character))
    }
    return cells.map(\.trimmed)
  }

  /// How a column stands below its name, from where the name stands above the strokes.
  private static func alignment(_ head: String, _ group: Range<Int>, isLast: Bool) -> String {
    var place = 0
    var first: Int?
    var last = 0
    for character in head {
      let width = String(character).columns
      if !character.isBlankCharacter, place >= group.lowerBound, place < group.upperBound {
        first = first ?? place
        last = place + width
      }
      place += width
    }
    guard let first else { return "---" }
    if first == group.lowerBound { return "---" }
    return last == group.upperBound ? "---:" : ":---:"
  }

  // MARK: Grids

  private mutating func grid(at start: Int) -> Int? {
    guard GridTable.mayBegin(lines[start]), isBlank(start - 1), let table = GridTable(lines, from: start) else {
      return nil
    }
    let count = table.rows[0].count
    let head = table.hasHead ? table.rows[0] : Array(repeating: "", count: count)
    let rows = [head, Array(repeating: "---", count: count)] + table.rows.dropFirst(table.hasHead ? 1 : 0)
    return write(rows, start..<table.end)
  }

  // MARK: Writing

  /// Puts the rows of a pipe table into the lines, the rest of which become empty, and takes the caption below.
  private mutating func write(_ rows: [[String]], _ range: Range<Int>) -> Int? {
    guard rows.count <= range.count else { return nil }
    for (offset, index) in range.enumerated() {
      lines[index] =
        offset < rows.count
        ? "| " + rows[offset].map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |" : ""
    }
    isChanged = true
    guard let below = lines.indices.dropFirst(range.upperBound).prefix(3).first(where: { !isBlank($0) }) else {
      return range.upperBound
    }
    // `  : Words` and `Table: Words` is how a caption is written there.
    let line = lines[below].trimmed
    let words = [": ", "Table: ", "Table:"].first(where: line.hasPrefix).map {
      String(line.dropFirst($0.count)).trimmed
    }
    guard let words, !words.isEmpty else { return range.upperBound }
    captions[range.lowerBound + 1] = words
    lines[below] = ""
    return below + 1
  }
}
