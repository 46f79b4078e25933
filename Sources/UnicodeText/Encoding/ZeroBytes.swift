/// What zero bytes say of the text that they stand in: strays within text of single bytes, or every other byte of a wide
/// encoding.
enum ZeroBytes {
  /// Whether the bytes are mostly text, with a few zeros that got in: by a program that writes its fields full, a bad block of
  /// a disk, a broken transfer. More than an eighth of zeros and controls make another kind of file.
  static func areStrays(in bytes: [UInt8]) -> Bool {
    var strays = 0
    for byte in bytes where byte < 0x20 && !(0x09...0x0D).contains(byte) { strays += 1 }
    return strays * 8 <= bytes.count
  }

  /// UTF-16 without a mark whose every other byte is zero, as in text of Western letters; nil for anything else.
  static func wideEncoding(of bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var (even, odd) = (0, 0)
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    // Three in four units are of ASCII, and hardly any ends with a zero.
    let units = bytes.count / 2
    let (high, low) = (max(even, odd), min(even, odd))
    guard high * 4 >= units * 3, low * 50 <= units else { return nil }
    return odd > even ? .utf16LittleEndian : .utf16BigEndian
  }

  /// Whether the units are text of Western letters: ASCII with few controls.
  static func isWesternText(_ units: [UInt16]) -> Bool {
    var (letters, bad) = (0, 0)
    for unit in units {
      switch unit {
      case 0x41...0x5A, 0x61...0x7A, 0x20: letters += 1
      case 0x09...0x0D: break
      case 0...0x1F, 0x7F...0x9F, 0xFFFD...0xFFFF, 0xE000...0xF8FF: bad += 1
      default: break
      }
    }
    return letters * 2 >= units.count && bad * 50 <= units.count
  }
}
