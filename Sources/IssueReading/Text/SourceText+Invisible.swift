extension SourceText {
  /// Takes out what shows nothing and separates no words: zero-width spaces (U+200B), word joiners (U+2060), byte order
  /// marks within the text (U+FEFF) and soft hyphens (U+00AD). They come from web pages and typesetting programs; left in, they
  /// hide words from every search and take marks of Markdown from their words. Joiners (U+200C, U+200D) stay: scripts and
  /// pictographs are spelled with them.
  ///
  /// A soft hyphen at the end of a line was printed: it becomes a hyphen, of which the joining of lines tells whether the
  /// word has it.
  /// - Returns: The lines that had some, and how many.
  mutating func dropInvisibles() -> [(line: Int, count: Int)] {
    guard Self.mayHoldInvisibles(text[...]) else { return [] }
    var found: [(line: Int, count: Int)] = []
    for index in lines.indices where Self.mayHoldInvisibles(lines[index]) {
      var count = 0
      var kept = String(mapping: lines[index]) { scalar in
        guard Self.isDropped(scalar) else { return scalar }
        count += 1
        return nil
      }
      guard count > 0 else { continue }
      if lines[index].unicodeScalars.last == "\u{AD}", kept.last?.isLetter == true,
        lines.indices.contains(index + 1), lines[index + 1].first?.isLowercase == true
      {
        kept += "-"
      }
      found.append((index + 1, count))
      lines[index] = Substring(kept)
    }
    if !found.isEmpty { replaceText() }
    return found
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x2060, 0xFEFF, 0xAD: true
    default: false
    }
  }

  private static func mayHoldInvisibles(_ text: Substring) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      invisibles.contains { $0.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes) != nil } }
    } ?? true
  }

  /// The bytes of those that are dropped. In UTF-8 they stand nowhere but where the scalar does.
  private static let invisibles: [[UInt8]] = [
    [0xC2, 0xAD], [0xE2, 0x80, 0x8B], [0xE2, 0x81, 0xA0], [0xEF, 0xBB, 0xBF],
  ]
}
