/// Finds where bytes stop being UTF-8. Only asked once they are known not to be.
enum MalformedUTF8 {
  /// The offset of the first byte that begins no well-formed sequence (Unicode, table 3-7); nil if all is well.
  static func offset(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(at: index, in: bytes)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  /// The length of the well-formed sequence at `index`; 0 if there is none.
  static func sequenceLength(at index: Int, in bytes: [UInt8]) -> Int {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for next in bytes[(index + 1)..<(index + length)].dropFirst() where !(0x80...0xBF).contains(next) { return 0 }
    return length
  }

  /// How many characters beyond ASCII are well formed, and how many bytes are in no such character.
  static func census(of bytes: [UInt8]) -> (characters: Int, strays: Int) {
    var result = (characters: 0, strays: 0)
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(at: index, in: bytes)
      if length > 1 { result.characters += 1 }
      if length == 0 { result.strays += 1 }
      index += max(1, length)
    }
    return result
  }
}
