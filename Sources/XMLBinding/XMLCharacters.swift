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
    // Only control characters and U+FFFE, U+FFFF (EF BF BE, EF BF BF) are in question: a String has no surrogates.
    let suspect = text.utf8.contains { $0 < 0x20 && $0 != 0x9 && $0 != 0xA && $0 != 0xD || $0 == 0xEF }
    guard suspect else { return nil }
    var clean = String.UnicodeScalarView()
    var dropped = 0
    for scalar in text.unicodeScalars {
      if isLegal(scalar) { clean.append(scalar) } else { dropped += 1 }
    }
    return dropped == 0 ? nil : (String(clean), dropped)
  }
}
