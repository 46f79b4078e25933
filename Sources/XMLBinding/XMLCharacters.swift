/// Which characters an XML 1.0 document may hold (Fifth Edition, production 2, `Char`).
public enum XMLCharacters {
  /// Whether XML 1.0 can hold `scalar`.
  public static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// `text` without what XML 1.0 cannot hold, and how many characters that were; nil if all is legal.
  public static func cleaned(_ text: String) -> (text: String, dropped: Int)? {
    guard mayHoldIllegal(text) else { return nil }
    var clean = String.UnicodeScalarView()
    var dropped = 0
    for scalar in text.unicodeScalars {
      if isLegal(scalar) { clean.append(scalar) } else { dropped += 1 }
    }
    return dropped == 0 ? nil : (String(clean), dropped)
  }

  /// Whether the bytes hold a control character or the beginning of U+FFFE or U+FFFF (EF BF BE, EF BF BF); a String has
  /// no surrogates. Fast, since nearly all texts are clean; EF alone would not do, for the full-width
  /// punctuation of every Chinese text begins with it.
  private static func mayHoldIllegal(_ text: String) -> Bool {
    func search(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      var before: UInt8 = 0
      for byte in bytes {
        if byte < 0x20 {
          if byte != 0x9 && byte != 0xA && byte != 0xD { return true }
        } else if byte == 0xBF && before == 0xEF {
          return true
        }
        before = byte
      }
      return false
    }
    if let found = text.utf8.withContiguousStorageIfAvailable(search) { return found }
    var native = text
    return native.withUTF8(search)
  }
}
