/// The lines of an input, without their ends.
struct SourceText: Sendable {
  var lines: [Substring]
  private(set) var text: String
  /// Whether blanks stood between all its letters, which were closed.
  var wasSpread = false

  /// Splits `text` at LF, CR, CRLF, NEL, U+2028 and U+2029; a form feed stays in its line.
  init(_ text: String) { self.init(text, Self.lineEnds(of: text)) }

  /// The same of a text of at most `maximumLines` lines; nil for a longer one.
  init?(_ text: String, maximumLines: Int) {
    let lineEnds = Self.lineEnds(of: text)
    guard lineEnds.count < maximumLines else { return nil }
    self.init(text, lineEnds)
  }

  private init(_ text: String, _ lineEnds: (count: Int, areForeign: Bool)) {
    var clean = text
    if lineEnds.areForeign {
      var afterReturn = false
      clean = String(mapping: text) { scalar in
        defer { afterReturn = scalar == "\r" }
        switch scalar {
        case "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}": return "\n"
        case "\n": return afterReturn ? nil : "\n"
        default: return scalar
        }
      }
    }
    clean.makeContiguousUTF8()
    self.text = clean
    let ends = clean.withUTF8 { bytes in
      var ends: [Int] = []
      ends.reserveCapacity(lineEnds.count)
      while let end = ByteSearch.first(0x0A, in: bytes, from: ends.last.map { $0 + 1 } ?? 0) { ends.append(end) }
      return ends
    }
    lines = []
    lines.reserveCapacity(ends.count + 1)
    let bytes = clean.utf8
    var start = bytes.startIndex
    for end in ends {
      let end = bytes.index(bytes.startIndex, offsetBy: end)
      lines.append(clean[start..<end])
      start = bytes.index(after: end)
    }
    lines.append(clean[start...])
  }

  /// How many lines end, and whether any ends otherwise than by LF, told by the bytes: CR; VT; C2 85; E2 80 A8, E2 80 A9.
  private static func lineEnds(of text: String) -> (count: Int, areForeign: Bool) {
    var text = text
    return text.withUTF8 { bytes in
      func count(_ byte: UInt8, where isEnd: (Int) -> Bool = { _ in true }) -> Int {
        var count = 0
        var place = ByteSearch.first(byte, in: bytes, from: 0)
        while let start = place {
          if isEnd(start) { count += 1 }
          place = ByteSearch.first(byte, in: bytes, from: start + 1)
        }
        return count
      }
      let foreign =
        count(0x0D) + count(0x0B) + count(0xC2) { SimpleText.scalar(bytes, at: $0).scalar == "\u{85}" }
        + count(0xE2) { [0x2028, 0x2029].contains(SimpleText.scalar(bytes, at: $0).scalar.value) }
      // A line feed behind CR ends no line of its own.
      return (foreign + count(0x0A) { $0 == 0 || bytes[$0 - 1] != 0x0D }, foreign > 0)
    }
  }

  /// Whether the ASCII bytes `needle` stand anywhere.
  func contains(ascii needle: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
    guard let head = wanted.first else { return true }
    return text.utf8.withContiguousStorageIfAvailable { bytes in
      // Most texts have the first of them nowhere, or in a few places.
      var place = ByteSearch.first(head, in: bytes, from: 0)
      while let start = place {
        if bytes[start...].starts(with: wanted) { return true }
        place = ByteSearch.first(head, in: bytes, from: start + 1)
      }
      return false
    } ?? false
  }

  /// Makes the text that of the lines, once these were changed.
  mutating func replaceText() { text = lines.joined(separator: "\n") }

  /// Makes the lines empty; the others keep their numbers.
  mutating func blank(lines numbers: ClosedRange<Int>) {
    for number in numbers where lines.indices.contains(number - 1) { lines[number - 1] = "" }
    replaceText()
  }

  /// The line of the number `number`, from 1; empty beyond the end.
  subscript(number: Int) -> Substring {
    number >= 1 && number <= lines.count ? lines[number - 1] : ""
  }
}
