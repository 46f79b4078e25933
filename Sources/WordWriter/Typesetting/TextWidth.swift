internal import ExportPipeline

/// How wide text is in ems, near enough to fit it on lines: the page itself is set by Word. Western type counts
/// as wide as the widest of the usual fonts has it, so that what fits also fits where another font must serve.
enum TextWidth {
  /// The width of `text` in hundredths of an em.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The width of `text` on a line that it must not leave, in hundredths of an em: digits as wide as the widest fonts have
  /// them, and with the quarter of an em that programs put between Chinese and Western type.
  static func ofLine(_ text: String) -> Int {
    var width = 0
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      width += TableRoom.numberWidth(scalar) ?? of(scalar)
      if isWestern(last) && isHan(scalar) || isHan(last) && isWestern(scalar) { width += 25 }
      last = scalar
    }
    return width
  }

  static func isWestern(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x250 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x20: 32
    case 0x40, 0x4D, 0x57: 100
    case 0x41...0x5A: 76
    case 0x61...0x7A: 58
    case 0...0x52F: 50
    case 0x1E00...0x1FFF, 0x2000...0x200A, 0x2013: 50
    default: 100
    }
  }
}
