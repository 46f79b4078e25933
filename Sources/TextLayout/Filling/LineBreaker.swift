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
    let analysed = finder.analysed(text)
    var filler = Filler(text, analysed, rules: rules, width: width, first: first, rest: rest)
    finder.forEachPlace(in: analysed, of: text) { filler.add($0) }
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

/// Puts units into lines, front to back, each one once. What a line holds stands in the text in one piece, so
/// that the line becomes a string only when it ends.
private struct Filler {
  let source: String
  let analysed: AnalysedText
  let rules: LayoutRules
  let width: Int
  let rest: String
  let restWidth: Int
  var lines: [FilledLine] = []
  /// What stands before the text of this line.
  var indent: String
  /// The scalars on this line.
  var content = 0..<0
  var column: Int
  /// Whether the line holds more than its indent.
  var hasContent = false
  /// The blanks behind the last unit, and their width.
  var blanks = 0..<0
  var blankWidth = 0
  /// Whether nothing may follow on the line: its last mark hangs.
  var isFull = false
  /// The only unit on the line.
  var loneUnit: UnitPlace?
  /// The last unit put on the line, and how many bytes of the line stand before it; nil while there is no other.
  var last: (unit: UnitPlace, start: Int)?
  /// The same of the line before, if that ended because it was full.
  var lastAbove: (unit: UnitPlace, start: Int)?

  init(
    _ source: String, _ analysed: AnalysedText, rules: LayoutRules, width: Int, first: String, rest: String
  ) {
    self.source = source
    self.analysed = analysed
    self.rules = rules
    self.width = width
    self.rest = rest
    restWidth = rules.measure.columns(of: rest)
    indent = first
    column = rules.measure.columns(of: first)
  }

  mutating func add(_ unit: UnitPlace) {
    if hasContent, isFull || (column + blankWidth + unit.width > width && !squeezes(unit)) {
      let above = last
      endLine(replacing: String(analysed.slice(blanks, of: source)))
      lastAbove = above
    }
    let offsets = analysed.offsets
    let start =
      hasContent ? indent.utf8.count + Int(offsets[unit.content.lowerBound] - offsets[content.lowerBound]) : nil
    if !hasContent, column + unit.width > width, !squeezes(unit) {
      addOverlong(unit)
    } else {
      isFull = column + (hasContent ? blankWidth : 0) + unit.width > width
      put(unit.content, unit.width)
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
  private mutating func joinLonelyUnit(_ unit: UnitPlace) {
    let scalars = analysed.scalars[unit.content]
    guard let above = lastAbove, scalars.first?.isHan == true, !lines.isEmpty,
      scalars.filter(\.isHan).count == 1,
      restWidth + above.unit.width + above.unit.blankWidth + unit.width <= width
    else { return }
    let before = String(decoding: lines[lines.count - 1].text.utf8.prefix(above.start), as: UTF8.self)
    let kept = trimmed(before)
    lines[lines.count - 1] = FilledLine(
      text: kept, replacedBlanks: String(decoding: before.utf8.dropFirst(kept.utf8.count), as: UTF8.self))
    indent = rest
    content = above.unit.content.lowerBound..<unit.content.upperBound
    column = restWidth + above.unit.width + above.unit.blankWidth + unit.width
    lastAbove = nil
  }

  /// Puts the scalars of `range`, which follow those on the line and the blanks behind them, on the line.
  private mutating func put(_ range: Range<Int>, _ columns: Int) {
    if hasContent { column += blankWidth }
    content = (hasContent ? content.lowerBound : range.lowerBound)..<range.upperBound
    column += columns
    hasContent = true
    blanks = range.upperBound..<range.upperBound
    blankWidth = 0
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while let last = line.unicodeScalars.last, Kinsoku.isBlank(last) { line.unicodeScalars.removeLast() }
    return line
  }

  private mutating func endLine(replacing replaced: String? = nil) {
    var end = hasContent ? content.upperBound : content.lowerBound
    while end > content.lowerBound, Kinsoku.isBlank(analysed.scalars[end - 1]) { end -= 1 }
    let isEmpty = end == content.lowerBound || !hasContent
    let line =
      isEmpty ? trimmed(indent) : indent + analysed.slice(content.lowerBound..<end, of: source)
    lines.append(FilledLine(text: line, replacedBlanks: replaced))
    last = nil
    lastAbove = nil
    loneUnit = nil
    indent = rest
    content = content.upperBound..<content.upperBound
    column = restWidth
    hasContent = false
    isFull = false
    blanks = content
    blankWidth = 0
  }

  /// Whether `unit` may stand at the end of this line though it is wider than what is left of it.
  private func squeezes(_ unit: UnitPlace) -> Bool {
    guard rules.lineEnd != .strict, let last = analysed.scalars[unit.content].last, Kinsoku.mayHang(last) else {
      return false
    }
    let columns = rules.measure.columns(of: last)
    let spared = rules.lineEnd == .hanging ? columns : columns / 2
    return column + blankWidth + unit.width - spared <= width
  }

  /// Breaks a unit wider than a line wherever it must, but not before a mark that may not begin a line.
  private mutating func addOverlong(_ unit: UnitPlace) {
    if unit.isAddress, rules.keepsLongAddresses {
      put(unit.content, unit.width)
      return
    }
    var piece: [(character: Character, columns: Int)] = []
    var columns = 0
    var start = unit.content.lowerBound
    /// Puts what is gathered on the line.
    func putPiece(_ columns: Int) {
      let end = piece.reduce(start) { $0 + $1.character.unicodeScalars.count }
      put(start..<end, columns)
      start = end
    }
    for character in analysed.slice(unit.content, of: source) {
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
        putPiece(columns - carried.reduce(0) { $0 + $1.columns })
        endLine(replacing: "")
        piece = carried
        columns = carried.reduce(0) { $0 + $1.columns }
      }
      piece.append((character, next))
      columns += next
    }
    putPiece(columns)
  }

  private func isTorn(_ a: Character, _ b: Character) -> Bool {
    guard let last = a.unicodeScalars.last, let first = b.unicodeScalars.first else { return false }
    return Kinsoku.mayNotEnd(last) || Kinsoku.mayNotBegin(first)
  }
}
