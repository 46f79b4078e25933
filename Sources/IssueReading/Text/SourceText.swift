/// The lines of an input, without their ends.
struct SourceText: Sendable {
  private(set) var lines: [Substring]
  private(set) var text: String

  /// Splits `text` at LF, CR, CRLF, NEL, U+2028 and U+2029; a form feed stays in its line.
  init(_ text: String) {
    var clean = text
    if Self.hasForeignLineEnds(text) {
      var view = String.UnicodeScalarView()
      var afterReturn = false
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\r": view.append("\n")
        case "\n" where afterReturn: break
        case "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}": view.append("\n")
        default: view.append(scalar)
        }
        afterReturn = scalar == "\r"
      }
      clean = String(view)
    }
    clean.makeContiguousUTF8()
    self.text = clean
    lines = []
    var start = clean.utf8.startIndex
    var index = start
    let bytes = clean.utf8
    while index < bytes.endIndex {
      if bytes[index] == 0x0A {
        lines.append(clean[start..<index])
        start = bytes.index(after: index)
      }
      index = bytes.index(after: index)
    }
    lines.append(clean[start...])
  }

  /// Whether any line ends otherwise than by LF, told by the bytes: CR; VT; C2 85; E2 80 A8, E2 80 A9.
  private static func hasForeignLineEnds(_ text: String) -> Bool {
    var before: UInt8 = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0D || byte == 0x0B || byte == 0x85 && last == 0xC2
        || last == 0x80 && before == 0xE2 && (byte == 0xA8 || byte == 0xA9)
      {
        return true
      }
      before = last
      last = byte
    }
    return false
  }

  /// Whether the ASCII bytes `needle` stand anywhere.
  func contains(ascii needle: StaticString) -> Bool {
    let bytes = text.utf8
    var matched = 0
    let wanted = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
    for byte in bytes {
      matched = byte == wanted[matched] ? matched + 1 : byte == wanted[0] ? 1 : 0
      if matched == wanted.count { return true }
    }
    return false
  }

  /// Makes the lines empty; the others keep their numbers.
  mutating func blank(lines numbers: ClosedRange<Int>) {
    for number in numbers where lines.indices.contains(number - 1) { lines[number - 1] = "" }
    text = lines.joined(separator: "\n")
  }

  /// The line of the number `number`, from 1; empty beyond the end.
  subscript(number: Int) -> Substring {
    number >= 1 && number <= lines.count ? lines[number - 1] : ""
  }
}
