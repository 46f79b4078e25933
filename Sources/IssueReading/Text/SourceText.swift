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

  /// Takes out what neither XML (1.0, production 2) nor a text can hold: control characters other than tab and
  /// form feed, U+FFFE and U+FFFF.
  /// - Returns: The lines that had some, and how many.
  mutating func dropControls() -> [(line: Int, count: Int)] {
    guard Self.mayHoldControls(text[...]) else { return [] }
    var found: [(line: Int, count: Int)] = []
    for index in lines.indices where Self.mayHoldControls(lines[index]) {
      var count = 0
      let kept = String(mapping: lines[index]) { scalar in
        let isKept =
          scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0xFFFE && scalar.value != 0xFFFF
          || scalar == "\t" || scalar == "\u{0C}"
        if !isKept { count += 1 }
        return isKept ? scalar : nil
      }
      guard count > 0 else { continue }
      found.append((index + 1, count))
      lines[index] = Substring(kept)
    }
    if !found.isEmpty { text = lines.joined(separator: "\n") }
    return found
  }

  /// Puts 「」『』 for ﹁﹂﹃﹄, the forms of vertical print that lines across the page never have.
  /// - Returns: The lines that had some, and how many.
  mutating func layVerticalQuotes() -> [(line: Int, count: Int)] {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      Self.verticalForms.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes) != nil }
    }
    guard found ?? true else { return [] }
    var changed: [(line: Int, count: Int)] = []
    for index in lines.indices where Self.verticalQuotes.isFound(in: String(lines[index])) {
      var count = 0
      let laid = String(mapping: lines[index]) { scalar in
        guard let quote = Self.laid(scalar) else { return scalar }
        count += 1
        return quote
      }
      guard count > 0 else { continue }
      changed.append((index + 1, count))
      lines[index] = Substring(laid)
    }
    if !changed.isEmpty { text = lines.joined(separator: "\n") }
    return changed
  }

  private static func laid(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{FE41}": "「"
    case "\u{FE42}": "」"
    case "\u{FE43}": "『"
    case "\u{FE44}": "』"
    default: nil
    }
  }

  private static let verticalForms: [UInt8] = [0xEF, 0xB9]
  private static let verticalQuotes = WordSearch(["\u{FE41}", "\u{FE42}", "\u{FE43}", "\u{FE44}"])

  /// Whether the bytes hold a control character that no line keeps, or the beginning of U+FFFE or U+FFFF (EF BF).
  private static func mayHoldControls(_ text: Substring) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      if ByteSearch.contains(0x7F, in: bytes) { return true }
      var found = false
      ByteSearch.visit(bytes, atMost: 0x1F) { index in
        let byte = bytes[index]
        found = byte != 0x9 && byte != 0xA && byte != 0xC
        return !found
      }
      return found || noncharacters.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes) != nil }
    } ?? true
  }

  private static let noncharacters: [UInt8] = [0xEF, 0xBF]

  /// Makes the text that of the lines, once these were changed.
  mutating func replaceText() { text = lines.joined(separator: "\n") }

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
