/// What a character is to the checks.
extension Unicode.Scalar {
  /// An ideograph, 〇 among them.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3005, 0x3007: true
    default: false
    }
  }
  /// A letter of the Latin alphabet without marks.
  var isLatin: Bool { value >= 0x41 && value <= 0x5A || value >= 0x61 && value <= 0x7A }
  /// A digit 0–9.
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }
  /// A blank or line end.
  var isBlank: Bool { properties.isWhitespace }
  /// Closes a pair in Chinese text.
  var isWideClosing: Bool {
    switch self {
    case "”", "’", "）", "》", "」", "』", "】", "〕", "〉": true
    default: false
    }
  }
  /// Opens a pair in Chinese text.
  var isWideOpening: Bool {
    switch self {
    case "“", "‘", "（", "《", "「", "『", "【", "〔", "〈": true
    default: false
    }
  }
  /// Sets the direction of text (Unicode UAX 9, 2.1 to 2.3) without showing.
  var isDirectionControl: Bool {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }
}

extension String {
  /// The letters and digits, by which two spellings are compared: blanks, punctuation and case do not count.
  var letters: [Unicode.Scalar] {
    lowercased().unicodeScalars.filter { scalar in
      // Of common Han the tables need not be asked.
      (0x4E00...0x9FFF).contains(scalar.value) || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
