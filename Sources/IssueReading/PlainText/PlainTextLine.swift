/// A line of a plain text: its words, and where they stand.
struct PlainTextLine {
  /// A piece of a line between gaps of two columns or more.
  struct Cell {
    /// The column of its first and the column behind its last letter.
    var start, end: Int
    var text: String
  }

  var number: Int
  var text: String
  /// Columns of blanks before the text.
  var indent: Int
  /// Columns of the whole line.
  var columns: Int
  var hasFormFeed: Bool
  /// Whether a gap as no running text has it (five columns or more) parts the words.
  var hasColumns: Bool

  init(number: Int, _ line: Substring) {
    self.number = number
    hasFormFeed = line.unicodeScalars.contains("\u{0C}")
    let clean = hasFormFeed ? String(line.unicodeScalars.filter { $0 != "\u{0C}" }.map(Character.init)) : String(line)
    let boxed = Self.unboxed(clean)
    text = (boxed ?? clean).trimmed
    indent = (boxed ?? clean).unicodeScalars.prefix { $0.isBlank }.reduce(0) { $0 + $1.blankColumns }
    columns = indent + text.columns
    var gap = 0
    var widest = 0
    for scalar in text.unicodeScalars {
      gap = scalar.isBlank ? gap + scalar.blankColumns : 0
      widest = max(widest, gap)
    }
    hasColumns = widest >= 5
  }

  /// The words between the sides of a box, | The Gazette |; nil for a line without them.
  private static func unboxed(_ line: String) -> String? {
    let bare = line.trimmed
    guard bare.count >= 3, let first = bare.first, "|│║┃".contains(first), bare.last == first,
      bare.count(where: { $0 == first }) == 2
    else { return nil }
    return " " + bare.dropFirst().dropLast()
  }

  var isEmpty: Bool { text.isEmpty }

  /// Columns of the first word; of a Han, two.
  var firstWordColumns: Int {
    guard let first = text.unicodeScalars.first, !first.isWide else { return 2 }
    return String(text.prefix { !$0.isBlankCharacter && !$0.isHanCharacter }).columns
  }

  /// A line of dashes, equals signs, asterisks or box characters.
  var isRule: Bool {
    let scalars = text.unicodeScalars.filter { !$0.isBlank }
    // -- or --- alone sets off what follows, as before the signature of a mail.
    if (2...3).contains(scalars.count), scalars.allSatisfy({ $0 == "-" || $0 == "*" }) { return true }
    // +------+ above and below a box
    if let first = scalars.first, "+┌└├╔╚╠".unicodeScalars.contains(first), scalars.count >= 6,
      scalars.allSatisfy({ "+-=─═┌┐└┘├┤┬┴┼╔╗╚╝╠╣".unicodeScalars.contains($0) })
    {
      return true
    }
    // . . . . . across the page; three dots are an omission.
    if scalars.count >= 12, scalars.allSatisfy({ $0 == "." || $0 == "·" }) { return true }
    return text.isRuleOfMarks
      || scalars.count >= 4 && scalars.allSatisfy { "-=_—─━*＝－﹣～~═".unicodeScalars.contains($0) }
  }

  /// The pieces between gaps of two columns or more.
  var cells: [Cell] {
    var cells: [Cell] = []
    var column = indent
    var start = indent
    var end = indent
    var piece = String.UnicodeScalarView()
    func close() {
      if !piece.isEmpty { cells.append(Cell(start: start, end: end, text: String(piece).trimmed)) }
      piece = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar.isBlank {
        column += scalar.blankColumns
        if column - end >= 2 { close() } else { piece.append(scalar) }
      } else {
        if piece.isEmpty { start = column }
        piece.append(scalar)
        column += scalar.isInvisible ? 0 : scalar.isWide ? 2 : 1
        end = column
      }
    }
    close()
    return Self.withWideWords(cells)
  }

  /// 芳　名　　　　金　額: two letters set apart by one wide blank are one word where wider gaps part the cells.
  private static func withWideWords(_ cells: [Cell]) -> [Cell] {
    func isLetter(_ cell: Cell) -> Bool { cell.text.count == 1 && cell.text.hanCount == 1 }
    guard cells.count >= 4, zip(cells, cells.dropFirst()).contains(where: { $1.start - $0.end >= 4 }) else {
      return cells
    }
    var result: [Cell] = []
    for cell in cells {
      if let last = result.last, isLetter(cell), last.text.hanCount == last.text.count, last.text.count <= 2,
        cell.start - last.end == 2, last.text.count == 1 || last.end - last.start > 2 * last.text.count
      {
        result[result.count - 1] = Cell(start: last.start, end: cell.end, text: last.text + cell.text)
      } else {
        result.append(cell)
      }
    }
    return result
  }
}
