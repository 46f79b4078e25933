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
    let ends = clean.withUTF8 { bytes in bytes.indices.filter { bytes[$0] == 0x0A } }
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

  /// Whether any line ends otherwise than by LF, told by the bytes: CR; VT; C2 85; E2 80 A8, E2 80 A9.
  private static func hasForeignLineEnds(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices {
        switch bytes[index] {
        case 0xAA...0xFF, 0x20..<0x80: continue
        case 0x0D, 0x0B: return true
        case 0x85 where index > 0 && bytes[index - 1] == 0xC2: return true
        case 0xA8 where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2: return true
        case 0xA9 where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2: return true
        default: continue
        }
      }
      return false
    }
  }

  /// Whether the ASCII bytes `needle` stand anywhere.
  func contains(ascii needle: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
    return text.utf8.withContiguousStorageIfAvailable { ByteSearch.first(wanted, in: $0) != nil } ?? false
  }

  /// Takes out what neither XML (1.0, production 2) nor a text can hold: control characters other than tab and
  /// form feed, U+FFFE and U+FFFF.
  /// - Returns: The lines that had some, and how many.
  mutating func dropControls() -> [(line: Int, count: Int)] {
    let suspect = text.utf8.contains { $0 < 0x20 && $0 != 0x9 && $0 != 0xA && $0 != 0xC || $0 == 0x7F || $0 == 0xEF }
    guard suspect else { return [] }
    var found: [(line: Int, count: Int)] = []
    for index in lines.indices {
      let kept = lines[index].unicodeScalars.filter { scalar in
        scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0xFFFE && scalar.value != 0xFFFF
          || scalar == "\t" || scalar == "\u{0C}"
      }
      let count = lines[index].unicodeScalars.count - kept.count
      guard count > 0 else { continue }
      found.append((index + 1, count))
      lines[index] = Substring(String(String.UnicodeScalarView(kept)))
    }
    if !found.isEmpty { text = lines.joined(separator: "\n") }
    return found
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
