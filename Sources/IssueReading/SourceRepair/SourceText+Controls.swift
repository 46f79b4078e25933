extension SourceText {
  /// Takes out what neither XML (1.0, production 2) nor a text can hold: control characters other than tab and
  /// form feed, U+FFFE and U+FFFF.
  mutating func dropControls() -> [ChangedLine] {
    guard Self.mayHoldControls(text[...]) else { return [] }
    return changeLetters(where: Self.mayHoldControls) { scalar in
      let isKept =
        scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        || scalar == "\t" || scalar == "\u{0C}"
      return isKept ? scalar : nil
    }
  }

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
}
