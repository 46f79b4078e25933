/// Text as scalars, with a flag before each and behind the last one: may a line end there?
struct AnalysedText {
  let scalars: [Unicode.Scalar]
  /// The offset of each scalar in bytes of UTF-8, and the length of the text.
  let offsets: ByteOffsets
  /// Whether a line may end before the scalar of this index.
  var mayBreak: [Bool]
  /// Whether a line must end there.
  var mustBreak: [Bool]
  /// Where URLs and e-mail addresses stand, in scalars, ascending.
  var addresses: [Range<Int>] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    offsets = ByteOffsets(scalars)
    mayBreak = [Bool](repeating: false, count: scalars.count + 1)
    mustBreak = mayBreak
  }

  /// The scalars of `range` as a part of `text`, from which this was made.
  func slice(_ range: Range<Int>, of text: String) -> Substring {
    guard !range.isEmpty else { return "" }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(offsets[range.lowerBound]))
    let end = utf8.index(start, offsetBy: Int(offsets[range.upperBound] - offsets[range.lowerBound]))
    // By way of the bytes, since the offsets are known to stand between scalars.
    return Substring(utf8[start..<end])
  }

  /// Forbids every break that would part what belongs together.
  mutating func glue() {
    openQuotes()
    glueMarks()
    glueDashes()
    glueNumbers()
    glueAddresses()
    glueNames()
    glueNoteMarks()
  }

  /// Forbids a line to end anywhere between the scalars of `range`.
  mutating func join(_ range: Range<Int>) {
    guard range.count > 1 else { return }
    for index in (range.lowerBound + 1)..<range.upperBound where !mustBreak[index] { mayBreak[index] = false }
  }

  /// Allows lines to end before an opening quote and behind a closing one among Han. Unicode cannot, as the
  /// same marks are closing and opening ones elsewhere.
  private mutating func openQuotes() {
    for index in scalars.indices.dropFirst() {
      let (last, next) = (scalars[index - 1], scalars[index])
      if next == "“" || next == "‘", last.isHan || Kinsoku.isSqueezedBehind(last) { mayBreak[index] = true }
      if last == "”" || last == "’", next.isHan || Kinsoku.mayNotEnd(next) { mayBreak[index] = true }
    }
  }

  /// Marks at the ends of lines, also where a blank stands between mark and text.
  private mutating func glueMarks() {
    var last: Unicode.Scalar?
    for index in scalars.indices {
      let scalar = scalars[index]
      if Kinsoku.isBlank(scalar) {
        // Blanks belong to what is before them.
        if !mustBreak[index] { mayBreak[index] = false }
        continue
      }
      if mayBreak[index], !mustBreak[index], let last, Kinsoku.mayNotBegin(scalar) || Kinsoku.mayNotEnd(last) {
        mayBreak[index] = false
      }
      last = scalar
    }
  }

  /// —— and …… are one mark each.
  private mutating func glueDashes() {
    for index in scalars.indices.dropFirst() where scalars[index] == scalars[index - 1] {
      switch scalars[index] {
      case "—", "…", "―", "─", "⋯": join(index - 1..<index + 1)
      default: break
      }
    }
  }

  /// A note's mark, [12], 〔12〕 or [*12], is one and stays with the word before it.
  private mutating func glueNoteMarks() {
    for index in scalars.indices.dropFirst() where scalars[index] == "[" || scalars[index] == "〔" {
      let close: Unicode.Scalar = scalars[index] == "[" ? "]" : "〕"
      var start = index + 1
      if start < scalars.count, scalars[start] == "*" { start += 1 }
      var end = start
      while end < scalars.count, end < start + 4, scalars[end].isDigit { end += 1 }
      guard end > start, end < scalars.count, scalars[end] == close else { continue }
      join(index..<end + 1)
      if !mustBreak[index], !Kinsoku.isBlank(scalars[index - 1]) { mayBreak[index] = false }
    }
  }

  /// A name of two Han with a full-width blank between, 张　三, is one.
  private mutating func glueNames() {
    for index in scalars.indices.dropFirst().dropLast() where scalars[index] == "\u{3000}" {
      guard scalars[index - 1].isHan, scalars[index + 1].isHan else { continue }
      let standsAlone =
        (index < 2 || !scalars[index - 2].isHan) && (index + 2 >= scalars.count || !scalars[index + 2].isHan)
      if standsAlone { join(index - 1..<index + 2) }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a Han of everyday text.
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || value > 0x1FFFF }
  /// Whether the scalar is a digit 0 to 9, full-width or not.
  var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }
}

/// Where scalars stand in bytes of UTF-8. Every eighth place is kept, those between are counted from there: a paragraph of ten
/// million letters needs 5 MB for them instead of 40.
struct ByteOffsets {
  private let scalars: [Unicode.Scalar]
  private let eighths: [UInt32]

  /// The offset of each of `scalars`, and the length of all.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var eighths: [UInt32] = []
    eighths.reserveCapacity(scalars.count / 8 + 1)
    var offset: UInt32 = 0
    for (index, scalar) in scalars.enumerated() {
      if index & 7 == 0 { eighths.append(offset) }
      offset += UInt32(UTF8.width(scalar))
    }
    if scalars.count & 7 == 0 { eighths.append(offset) }
    self.eighths = eighths
  }

  /// How many places there are: one for each scalar, and one behind the last.
  var count: Int { scalars.count + 1 }

  subscript(index: Int) -> UInt32 {
    var offset = eighths[index >> 3]
    for place in (index & ~7)..<index { offset += UInt32(UTF8.width(scalars[place])) }
    return offset
  }
}
