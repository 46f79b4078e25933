extension SourceText {
  /// Takes out what shows nothing and separates no words: zero-width spaces (U+200B), word joiners (U+2060), byte order
  /// marks within the text (U+FEFF) and soft hyphens (U+00AD). They come from web pages and typesetting programs; left in, they
  /// hide words from every search and take marks of Markdown from their words. Joiners (U+200C, U+200D) stay: scripts and
  /// pictographs are spelled with them.
  ///
  /// A soft hyphen at the end of a line was printed: it becomes a hyphen, of which the joining of lines tells whether the
  /// word has it.
  mutating func dropInvisibles() -> [ChangedLine] {
    guard Self.mayHoldInvisibles(text[...]) else { return [] }
    let soft = lines.indices.dropLast().filter {
      lines[$0].unicodeScalars.last == "\u{AD}" && lines[$0 + 1].first?.isLowercase == true
    }
    let changed = changeLetters(where: Self.mayHoldInvisibles) { Self.isDropped($0) ? nil : $0 }
    for index in soft where lines[index].last?.isLetter == true { lines[index] += "-" }
    if !soft.isEmpty { replaceText() }
    return changed
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
