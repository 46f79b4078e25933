/// The lines of an input, without their ends.
struct SourceText: Sendable {
  private(set) var lines: [Substring]
  private(set) var text: String

  /// Splits `text` at LF, CR, CRLF, NEL, U+2028 and U+2029; a form feed stays in its line.
  init(_ text: String) {
    var clean = text
    let utf8 = clean.utf8
    // One look at the bytes spares the rare cases' cost: CR; C2 85 (NEL); E2 80 A8/A9.
    if utf8.contains(where: { $0 == 0x0D || $0 == 0xC2 || $0 == 0x0B }) || text.contains("\u{2028}") || text.contains("\u{2029}") {
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
