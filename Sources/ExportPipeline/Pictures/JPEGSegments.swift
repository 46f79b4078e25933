/// Bytes of a header, read without ever running beyond their end.
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

/// The segments of a JPEG up to its frame header (ITU-T T.81, B.1.1 and B.2.2).
struct JPEGSegments {
  private(set) var size: (width: Int, height: Int)?
  private(set) var orientation = Orientation.upright

  init(_ reader: HeaderBytes) {
    var offset = 2
    while let mark = reader.number(offset, 1), mark == 0xFF, let marker = reader.number(offset + 1, 1) {
      switch marker {
      case 0xFF: offset += 1  // filling
      case 0x01, 0xD0...0xD8: offset += 2  // marks without a segment
      case 0xD9, 0xDA: return  // the end, or data before any frame
      default:
        guard let length = reader.number(offset + 2, 2), length >= 2 else { return }
        if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
          if length >= 8 { size = reader.pair(offset + 7, offset + 5, count: 2) }
          return
        }
        if marker == 0xE1, reader.has("Exif\0\0", at: offset + 4) {
          orientation = Self.orientation(reader, tiff: offset + 10, end: offset + 2 + length) ?? orientation
        }
        offset += 2 + length
      }
    }
  }

  /// The orientation that the first directory of the Exif data states (TIFF 6.0, section 2).
  private static func orientation(_ reader: HeaderBytes, tiff: Int, end: Int) -> Orientation? {
    let little = reader.has("II", at: tiff)
    guard little || reader.has("MM", at: tiff) else { return nil }
    func number(_ offset: Int, _ count: Int) -> Int? {
      offset + count <= end ? reader.number(offset, count, littleEndian: little) : nil
    }
    guard number(tiff + 2, 2) == 42, let first = number(tiff + 4, 4), let count = number(tiff + first, 2) else {
      return nil
    }
    for index in 0..<count {
      let entry = tiff + first + 2 + index * 12
      guard let tag = number(entry, 2) else { return nil }
      // One short number (type 3) stands in the entry itself.
      guard tag == 0x0112 else { continue }
      guard number(entry + 2, 2) == 3, let value = number(entry + 8, 2) else { return nil }
      return Orientation(rawValue: value)
    }
    return nil
  }
}
