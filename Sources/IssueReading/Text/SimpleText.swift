/// Text of the scalars that nearly all of a bulletin is made of: ASCII, Han, the punctuation of both. Each of them is a
/// character by itself, whatever stands beside it (Unicode Standard Annex 29), and none but the Latin letters has another
/// case. So the bytes answer what the standard library asks the Unicode tables for, scalar by scalar.
enum SimpleText {
  /// How many bytes the scalar at `index` takes if it is such a one; 0 if it is another.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x0D ? 0 : 1 }
    if byte == 0xC2 || byte == 0xC3 { return 2 }  // U+0080 to U+00FF
    guard index &+ 2 < bytes.count else { return 0 }
    switch byte {
    case 0xE4...0xE9: return 3  // U+4000 to U+9FFF
    case 0xE3:
      let next = bytes[index &+ 1]
      // U+3400 to U+3FFF; U+3000 to U+3029, behind which tone marks begin.
      return next >= 0x90 || next == 0x80 && bytes[index &+ 2] <= 0xA9 ? 3 : 0
    case 0xEF: return bytes[index &+ 1] == 0xBC || bytes[index &+ 1] == 0xBD ? 3 : 0  // U+FF00 to U+FF7F
    case 0xE2:
      let next = bytes[index &+ 1]
      // U+2010 to U+2027, dashes, quotes and dots, before which stand joiners; U+2190 to U+27FF, arrows and symbols.
      return next == 0x80 && (0x90...0xA7).contains(bytes[index &+ 2])
        || next == 0x86 && bytes[index &+ 2] >= 0x90 || (0x87...0x9F).contains(next) ? 3 : 0
    default: return 0
    }
  }

  /// How many characters the text has; nil if there is another scalar in it.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var count = 0
    var index = 0
    while index < bytes.count {
      let length = length(bytes, at: index)
      guard length > 0 else { return nil }
      index &+= length
      count &+= 1
    }
    return count
  }

  /// Where the character `number` begins, from 0, or the end of a text that has no more; nil if there is another scalar
  /// before it, or right there.
  static func offset(_ bytes: UnsafeBufferPointer<UInt8>, of number: Int) -> Int? {
    var left = number
    var index = 0
    while index < bytes.count {
      let length = length(bytes, at: index)
      guard length > 0 else { return nil }
      if left == 0 { return index }
      index &+= length
      left &-= 1
    }
    return index
  }

  /// Whether the text has ASCII capitals; nil if there is another scalar in it, or one that may be a capital.
  static func hasCapitals(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    var found = false
    var index = 0
    while index < bytes.count {
      let length = length(bytes, at: index)
      guard length > 0 else { return nil }
      if length == 1 {
        found = found || isCapital(bytes[index])
      } else if length == 2 || bytes[index] == 0xE2 && bytes[index &+ 1] != 0x80
        || bytes[index] == 0xEF && bytes[index &+ 1] == 0xBC && (0xA1...0xBA).contains(bytes[index &+ 2])
      {
        return nil
      }
      index &+= length
    }
    return found
  }

  /// Whether the byte is an ASCII letter in upper case.
  @inline(__always)
  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// Whether the text begins and ends with a scalar of which the bytes tell that it is neither blank nor invisible.
  static func isTrimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    guard first > 0x20 && first < 0x80 || length(bytes, at: 0) == 3 && !isWideBlank(bytes, at: 0) else { return false }
    if last < 0x80 { return last > 0x20 }
    guard bytes.count >= 3, bytes[bytes.count - 3] >= 0xE0 else { return false }
    return length(bytes, at: bytes.count - 3) == 3 && !isWideBlank(bytes, at: bytes.count - 3)
  }

  private static func isWideBlank(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
  }
}

/// Methods of the standard library, which have the same names and results, but ask the Unicode tables even for Han.
extension String {
  /// The text in lower case.
  func lowercased() -> String {
    let capitals = utf8.withContiguousStorageIfAvailable(SimpleText.hasCapitals) ?? nil
    switch capitals {
    case false: return self
    case true:
      return utf8.withContiguousStorageIfAvailable { bytes in
        String(unsafeUninitializedCapacity: bytes.count) { buffer in
          for index in bytes.indices {
            buffer[index] = SimpleText.isCapital(bytes[index]) ? bytes[index] | 0x20 : bytes[index]
          }
          return bytes.count
        }
      } ?? self[...].lowercased()
    case nil: return self[...].lowercased()
    }
  }

  /// How many characters the text has.
  var count: Int { self[...].count }

  /// The first `maximum` characters.
  func prefix(_ maximum: Int) -> Substring { self[...].prefix(maximum) }
}

extension Substring {
  /// How many characters the text has.
  var count: Int {
    (utf8.withContiguousStorageIfAvailable(SimpleText.count) ?? nil) ?? distance(from: startIndex, to: endIndex)
  }

  /// The first `maximum` characters.
  func prefix(_ maximum: Int) -> Substring {
    let offset = utf8.withContiguousStorageIfAvailable { SimpleText.offset($0, of: maximum) } ?? nil
    let end =
      offset.map { utf8.index(startIndex, offsetBy: $0) }
      ?? index(startIndex, offsetBy: maximum, limitedBy: endIndex) ?? endIndex
    return self[..<end]
  }
}
