/// A set of Han from U+4E00 to U+9FFF, a bit each: quicker asked, and quicker made at each start, than a set that hashes.
struct HanSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 0x5200 / 64)

  /// The Han of `text`; others are left out.
  init(_ text: String) {
    for scalar in text.unicodeScalars where Self.range.contains(scalar.value) {
      let place = Int(scalar.value - 0x4E00)
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// Whether the letter is of the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard Self.range.contains(scalar.value) else { return false }
    let place = Int(scalar.value &- 0x4E00)
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  private static let range: ClosedRange<UInt32> = 0x4E00...0x9FFF
}
