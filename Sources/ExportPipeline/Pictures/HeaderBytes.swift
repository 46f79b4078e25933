/// Bytes of a picture file, read without ever running beyond their end.
struct HeaderBytes {
  var bytes: [UInt8]

  /// The number of `count` bytes at `offset`; nil where there are not as many.
  func number(_ offset: Int, _ count: Int, littleEndian: Bool = false) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    var value = 0
    for index in 0..<count { value = value << 8 | Int(bytes[offset + (littleEndian ? count - 1 - index : index)]) }
    return value
  }

  /// Two numbers of `count` bytes.
  func pair(_ first: Int, _ second: Int, count: Int, littleEndian: Bool = false) -> (Int, Int)? {
    guard let one = number(first, count, littleEndian: littleEndian),
      let other = number(second, count, littleEndian: littleEndian)
    else { return nil }
    return (one, other)
  }

  /// Whether the letters `text` stand at `offset`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset <= bytes.count - count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[offset..<offset + count]) }
  }
}
