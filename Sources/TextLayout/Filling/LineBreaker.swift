internal import UnicodeText

/// Sets text into lines of a given width. It belongs to one task and is made to be used again.
///
/// No line ends in blanks. None is wider than asked for, unless it holds nothing but an address that is
/// (``LayoutRules/keepsLongAddresses``) or an indent that leaves no room.
public struct LineBreaker: ~Copyable {
  /// The rules it goes by.
  public let rules: LayoutRules
  private var finder: UnitFinder

  /// A breaker by `rules`.
  public init(_ rules: LayoutRules) {
    self.rules = rules
    finder = UnitFinder(rules: rules)
  }

  /// The pieces of `text` that stay whole, in order.
  public mutating func units(of text: String) -> [Unit] { finder.units(of: text) }

  /// The columns of `text`.
  public func columns(of text: String) -> Int { rules.measure.columns(of: text) }

  /// `text` in lines of at most `width` columns; a newline in it ends a line. Empty text has no lines.
  /// - Parameters:
  ///   - first: What stands before the first line: an indent, a label.
  ///   - rest: What stands before each further line, for hanging indents.
  public mutating func fill(_ text: String, width: Int, first: String = "", rest: String = "") -> [String] {
    filled(text, width: width, first: first, rest: rest).map(\.text)
  }

  /// As ``fill(_:width:first:rest:)``, with what the end of each line stands for.
  public mutating func filled(
    _ text: String, width: Int, first: String = "", rest: String = ""
  ) -> [FilledLine] {
    var filler = Filler(rules: rules, width: width, first: first, rest: rest)
    for unit in finder.units(of: text) { filler.add(unit) }
    return filler.finish()
  }
}

/// A line of filled text.
public struct FilledLine: Sendable, Hashable {
  /// The line with its indent, without blanks at its end.
  public var text: String
  /// What of the text the end of the line took the place of: blanks, or nothing at all as between two Han. Nil
  /// for a line that ends because the text does, there or altogether.
  public var replacedBlanks: String?
}

/// Puts units into lines, front to back, each one once.
private struct Filler {
  let rules: LayoutRules
  let width: Int
  let rest: String
  let restWidth: Int
  var lines: [FilledLine] = []
  var line: String
  var column: Int
  /// Whether the line holds more than its indent.
  var hasContent = false
  var blanks = ""
  var blankWidth = 0
  /// Whether nothing may follow on the line: its last mark hangs.
  var isFull = false
  /// The only unit on the line.
  var loneUnit: Unit?
  /// The last unit put on the line, and how many bytes of the line stand before it; nil while there is no other.
  var last: (unit: Unit, start: Int)?
  /// The same of the line before, if that ended because it was full.
  var lastAbove: (unit: Unit, start: Int)?

  init(rules: LayoutRules, width: Int, first: String, rest: String) {
    self.rules = rules
    self.width = width
    self.rest = rest
    restWidth = rules.measure.columns(of: rest)
    line = first
    column = rules.measure.columns(of: first)
  }

  mutating func add(_ unit: Unit) {
    if hasContent, isFull || (column + blankWidth + unit.width > width && !squeezes(unit)) {
      let above = last
      endLine(replacing: blanks)
      lastAbove = above
    }
    let start = hasContent ? line.utf8.count + blanks.utf8.count : nil
    if !hasContent, column + unit.width > width, !squeezes(unit) {
      addOverlong(unit)
    } else {
      isFull = column + (hasContent ? blankWidth : 0) + unit.width > width
      put(unit.text, unit.width)
    }
    last = start.map { (unit, $0) }
    if last != nil { lastAbove = nil }
    blanks = unit.blanks
    blankWidth = unit.blankWidth
    loneUnit = hasContent && start == nil ? unit : nil
    if unit.endsLine, let loneUnit { joinLonelyUnit(loneUnit) }
    if unit.endsLine { endLine() }
  }

  mutating func finish() -> [FilledLine] {
    if let loneUnit { joinLonelyUnit(loneUnit) }
    if hasContent { endLine() }
    return lines
  }

  /// A paragraph does not end with a single character on a line of its own (单字不成行): one more comes down.
  private mutating func joinLonelyUnit(_ unit: Unit) {
    guard let above = lastAbove, unit.text.unicodeScalars.first?.isHan == true, !lines.isEmpty,
      unit.text.unicodeScalars.filter(\.isHan).count == 1,
      restWidth + above.unit.width + above.unit.blankWidth + unit.width <= width
    else { return }
    let before = String(decoding: lines[lines.count - 1].text.utf8.prefix(above.start), as: UTF8.self)
    let kept = trimmed(before)
    lines[lines.count - 1] = FilledLine(
      text: kept, replacedBlanks: String(decoding: before.utf8.dropFirst(kept.utf8.count), as: UTF8.self))
    line = rest + above.unit.text + above.unit.blanks + unit.text
    column = restWidth + above.unit.width + above.unit.blankWidth + unit.width
    lastAbove = nil
  }

  private mutating func put(_ text: String, _ columns: Int) {
    if hasContent {
      line += blanks
      column += blankWidth
    }
    line += text
    column += columns
    hasContent = true
    blanks = ""
    blankWidth = 0
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while let last = line.unicodeScalars.last, Kinsoku.isBlank(last) { line.unicodeScalars.removeLast() }
    return line
  }

  private mutating func endLine(replacing replaced: String? = nil) {
    lines.append(FilledLine(text: trimmed(line), replacedBlanks: replaced))
    last = nil
    lastAbove = nil
    loneUnit = nil
    line = rest
    column = restWidth
    hasContent = false
    isFull = false
    blanks = ""
    blankWidth = 0
  }

  /// Whether `unit` may stand at the end of this line though it is wider than what is left of it.
  private func squeezes(_ unit: Unit) -> Bool {
    guard rules.lineEnd != .strict, let last = unit.text.unicodeScalars.last, Kinsoku.mayHang(last) else {
      return false
    }
    let columns = rules.measure.columns(of: last)
    let spared = rules.lineEnd == .hanging ? columns : columns / 2
    return column + blankWidth + unit.width - spared <= width
  }

  /// Breaks a unit wider than a line wherever it must, but not before a mark that may not begin a line.
  private mutating func addOverlong(_ unit: Unit) {
    if unit.isAddress, rules.keepsLongAddresses {
      put(unit.text, unit.width)
      return
    }
    var piece: [(character: Character, columns: Int)] = []
    var columns = 0
    for character in unit.text {
      let next = rules.measure.columns(of: character)
      if !piece.isEmpty, column + columns + next > width {
        var carried: [(character: Character, columns: Int)] = []
        var begins = character
        // A few steps back at most, lest a row of closing brackets never ends.
        while carried.count < 4, piece.count > 1, isTorn(piece[piece.count - 1].character, begins) {
          let moved = piece.removeLast()
          carried.insert(moved, at: 0)
          begins = moved.character
        }
        if isTorn(piece[piece.count - 1].character, begins) {
          piece += carried
          carried = []
        }
        put(String(piece.map(\.character)), columns - carried.reduce(0) { $0 + $1.columns })
        endLine(replacing: "")
        piece = carried
        columns = carried.reduce(0) { $0 + $1.columns }
      }
      piece.append((character, next))
      columns += next
    }
    put(String(piece.map(\.character)), columns)
  }

  private func isTorn(_ a: Character, _ b: Character) -> Bool {
    guard let last = a.unicodeScalars.last, let first = b.unicodeScalars.first else { return false }
    return Kinsoku.mayNotEnd(last) || Kinsoku.mayNotBegin(first)
  }
}
