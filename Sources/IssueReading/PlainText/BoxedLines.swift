/// Boxes that a typist drew of one mark: a row of stars above and below, a star at both ends of each line between them.
enum BoxedLines {
  private static let marks: Set<UInt8> = Set("*+=:".utf8)

  /// The lines, those within such a box without its sides. The rows above and below stay, as rules.
  static func opened(_ lines: [PlainTextLine]) -> [PlainTextLine] {
    var result = lines
    // The row above, as long as all lines behind it have its mark at both ends.
    var top: Int?
    for (index, line) in lines.enumerated() {
      guard let mark = line.text.utf8.first, marks.contains(mark) else {
        top = nil
        continue
      }
      if isRow(line, of: mark) {
        if let row = top, index > row + 1, lines[row].text.utf8.first == mark {
          for place in (row + 1)..<index { result[place] = withoutSides(lines[place]) }
        }
        top = index
      } else if let row = top,
        lines[row].text.utf8.first != mark || line.text.utf8.last != mark || line.text.utf8.count < 3
          || abs(line.columns - lines[row].columns) > 1
      {
        top = nil
      }
    }
    return result
  }

  private static func isRow(_ line: PlainTextLine, of mark: UInt8) -> Bool {
    line.text.utf8.count >= 12 && line.text.utf8.allSatisfy { $0 == mark }
  }

  private static func withoutSides(_ line: PlainTextLine) -> PlainTextLine {
    let blanks = String(repeating: " ", count: line.indent + 1)
    return PlainTextLine(number: line.number, Substring(blanks + line.text.dropFirst().dropLast()))
  }
}
