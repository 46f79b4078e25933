/// Puts units into lines, front to back, each one once. What a line holds stands in the text in one piece, so
/// that the line becomes a string only when it ends.
struct Filler {
  let source: String
  let analysed: AnalysedText
  let rules: LayoutRules
  let width: Int
  let rest: String
  let restWidth: Int
  var lines: [FilledLine] = []
  /// Where units begin on each line but the first unit, in bytes of the line: where blanks may go. Kept only if lines are
  /// justified.
  private var gaps: [[Int]] = []
  private var openGaps: [Int] = []
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
    if hasContent, isFull || (column + blankWidth + columns(of: unit) > width && !squeezes(unit)) {
      let above = last
      endLine(replacing: String(analysed.slice(blanks, of: source)))
      lastAbove = above
    }
    let offsets = analysed.offsets
    let start =
      hasContent ? indent.utf8.count + Int(offsets[unit.content.lowerBound] - offsets[content.lowerBound]) : nil
    let columns = self.columns(of: unit)
    if !hasContent, column + columns > width, !squeezes(unit) {
      addOverlong(unit)
    } else {
      isFull = column + (hasContent ? blankWidth : 0) + columns > width
      if rules.justifies, let start { openGaps.append(start) }
      put(unit.content, columns)
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
    return rules.justifies ? justified() : lines
  }

  /// The lines with blanks in them, but for those that end a paragraph.
  private func justified() -> [FilledLine] {
    zip(lines, gaps).map { line, gaps in
      guard line.replacedBlanks != nil else { return line }
      let spare = width - rules.columns(ofLine: line.text, within: width)
      return FilledLine(
        text: Justification.justified(line.text, gaps: gaps, spare: spare), replacedBlanks: line.replacedBlanks)
    }
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
    if rules.justifies {
      gaps[lines.count - 1].removeAll { $0 >= kept.utf8.count }
      openGaps = []
    }
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
    if rules.justifies {
      gaps.append(openGaps)
      openGaps = []
    }
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

  /// The columns that `unit` takes up if it comes next on the line.
  private func columns(of unit: UnitPlace) -> Int {
    guard rules.lineEnd == .compressed else { return unit.width }
    let before = hasContent && blankWidth == 0 ? analysed.scalars[content.upperBound - 1] : nil
    return unit.width - rules.saved(in: analysed.scalars[unit.content], after: before, beginsLine: !hasContent)
  }

  /// Whether `unit` may stand at the end of this line though it is wider than what is left of it.
  private func squeezes(_ unit: UnitPlace) -> Bool {
    guard let last = analysed.scalars[unit.content].last else { return false }
    return column + blankWidth + columns(of: unit) - rules.sparedAtEnd(by: last) <= width
  }

  /// Breaks a unit wider than a line wherever it must, but not before a mark that may not begin a line.
  private mutating func addOverlong(_ unit: UnitPlace) {
    if unit.isAddress, rules.keepsLongAddresses {
      put(unit.content, unit.width)
      return
    }
    if analysed.scalars[unit.content].allSatisfy(\.isASCIILetterOrDigit) { return addOverlongWord(unit.content) }
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

  /// The same for a unit of ASCII letters and digits alone: each takes one column, and a line may end before any.
  private mutating func addOverlongWord(_ word: Range<Int>) {
    var start = word.lowerBound
    while true {
      let end = min(start + max(1, width - column), word.upperBound)
      put(start..<end, end - start)
      guard end < word.upperBound else { return }
      endLine(replacing: "")
      start = end
    }
  }

  private func isTorn(_ a: Character, _ b: Character) -> Bool {
    guard let last = a.unicodeScalars.last, let first = b.unicodeScalars.first else { return false }
    return Kinsoku.mayNotEnd(last) || Kinsoku.mayNotBegin(first)
  }
}
