internal import ExportPipeline

/// Counts the lines that text takes, character by character, nearly as a program that sets Chinese fills them.
struct LineCount {
  /// The numbers of the footnotes whose marks each line holds.
  private(set) var lines: [[Int]] = [[]]
  /// All widths are in hundredths of an em.
  private let room: Int
  private let western: Int
  private let hangs: Bool
  private let hasWideDigits: Bool
  private var filled: Int
  /// The most that was left of a line because what came next could not be broken.
  private(set) var widestGap = 0
  /// What stands at the end of the line without a place to break: a word, a character with the marks behind it.
  private var unit = 0
  private var notesOfUnit: [Int] = []
  private var last: Unicode.Scalar = " "

  /// - Parameters:
  ///   - room: The length of a line.
  ///   - first: How much farther in the first line begins.
  ///   - western: The width of Western type, in hundredths of what is counted for it.
  ///   - hangs: Whether commas and full stops may hang over the edge.
  ///   - hasWideDigits: Whether digits are as wide as the widest fonts have them.
  init(room: Int, first: Int, western: Int, hangs: Bool, hasWideDigits: Bool = false) {
    (self.room, self.western, self.hangs, self.hasWideDigits) = (room, western, hangs, hasWideDigits)
    filled = first
  }

  /// Ends the line.
  mutating func breakLine() {
    lines.append([])
    (filled, unit, notesOfUnit, last) = (0, 0, [], " ")
  }

  /// Puts the mark of a footnote on the line.
  mutating func add(note number: Int) {
    lines[lines.count - 1].append(number)
    notesOfUnit.append(number)
    filled += 25
    unit += 25
  }

  /// Puts a character on the line, or on the next one with all that it must not be parted from.
  mutating func add(_ scalar: Unicode.Scalar) {
    defer { last = scalar }
    let isWestern = scalar.value < 0x250
    let wasWestern = last.value < 0x250
    var width = (hasWideDigits ? TableRoom.numberWidth(scalar) : nil) ?? TextWidth.of(scalar)
    if isWestern { width = width * western / 100 }
    if scalar == " " {
      // Blanks at the end of a line take no room.
      if filled < room { filled += width }
      (unit, notesOfUnit) = (0, [])
      return
    }
    // Programs put a quarter of an em between Chinese and Western type.
    if isWestern != wasWestern, last != " ", !Self.closing.contains(last), !Self.opening.contains(scalar) {
      filled += 25
    }
    // LibreOffice does not part 、 from the number behind it.
    let goesOn = last == "、" && (0x30...0x39).contains(scalar.value)
    if isWestern && wasWestern || goesOn || Self.closing.contains(scalar) || Self.opening.contains(last) {
      unit += width
    } else {
      (unit, notesOfUnit) = (width, [])
    }
    filled += width
    guard filled > room, !hangs || !Self.hanging.contains(scalar) || filled - width > room else { return }
    let notes = notesOfUnit.count
    lines[lines.count - 1].removeLast(notes)
    lines.append(notesOfUnit)
    // A word longer than a line is broken anywhere.
    if unit > room { unit = width }
    let before = filled
    widestGap = max(widestGap, room - (before - unit))
    filled = unit
  }

  private static let hanging: [Unicode.Scalar] = ["，", "。", "、"]
  private static let closing: [Unicode.Scalar] = [
    "，", "。", "、", "；", "：", "？", "！", "”", "’", "）", "》", "」", "』", "〉", "】", "〕",
  ]
  private static let opening: [Unicode.Scalar] = ["“", "‘", "（", "《", "「", "『", "〈", "【", "〔"]
}
