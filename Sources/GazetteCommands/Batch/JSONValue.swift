/// A value of JSON (RFC 8259), as far as reports need it.
enum JSONValue: Hashable {
  case null
  case truth(Bool)
  /// A whole number; others are read as null.
  case number(Int)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  struct Member: Hashable {
    var key: String
    var value: JSONValue
  }

  /// The member called `key`; nil if there is none.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var string: String? { if case .text(let text) = self { text } else { nil } }
  var int: Int? { if case .number(let number) = self { number } else { nil } }
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The value that `bytes` are; nil if they are not exactly one, such as a line that a crash cut short.
  init?(_ bytes: some Collection<UInt8>) {
    var parser = Parser(bytes: Array(bytes))
    guard let value = parser.value(depth: 0) else { return nil }
    parser.skipBlanks()
    guard parser.index == parser.bytes.count else { return nil }
    self = value
  }

  private struct Parser {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func skipBlanks() {
      while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    mutating func take(_ character: Character) -> Bool {
      skipBlanks()
      guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
      index += 1
      return true
    }

    mutating func value(depth: Int) -> JSONValue? {
      skipBlanks()
      guard index < bytes.count, depth < 64 else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "{"):
        index += 1
        var members: [Member] = []
        if take("}") { return .object([]) }
        repeat {
          skipBlanks()
          guard let key = string(), take(":"), let value = value(depth: depth + 1) else { return nil }
          members.append(Member(key: key, value: value))
        } while take(",")
        return take("}") ? .object(members) : nil
      case UInt8(ascii: "["):
        index += 1
        var elements: [JSONValue] = []
        if take("]") { return .array([]) }
        repeat {
          guard let value = value(depth: depth + 1) else { return nil }
          elements.append(value)
        } while take(",")
        return take("]") ? .array(elements) : nil
      case UInt8(ascii: "\""): return string().map { .text($0) }
      default:
        let start = index
        while index < bytes.count, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D].contains(bytes[index]) { index += 1 }
        switch String(decoding: bytes[start..<index], as: UTF8.self) {
        case "null": return .null
        case "true": return .truth(true)
        case "false": return .truth(false)
        case let word:
          if let number = Int(word) { return .number(number) }
          return Double(word) == nil ? nil : .null
        }
      }
    }

    mutating func string() -> String? {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
      index += 1
      var units: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard index < bytes.count else { return nil }
          let escaped = bytes[index]
          index += 1
          switch escaped {
          case UInt8(ascii: "n"): units.append(0x0A)
          case UInt8(ascii: "r"): units.append(0x0D)
          case UInt8(ascii: "t"): units.append(0x09)
          case UInt8(ascii: "b"): units.append(0x08)
          case UInt8(ascii: "f"): units.append(0x0C)
          case UInt8(ascii: "u"):
            guard let scalar = escapedScalar() else { return nil }
            units += Array(String(scalar).utf8)
          default: units.append(escaped)
          }
        default: units.append(byte)
        }
      }
      return nil
    }

    private mutating func escapedScalar() -> Unicode.Scalar? {
      guard let first = fourDigits() else { return nil }
      guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
        return nil
      }
      index += 2
      guard let second = fourDigits(), (0xDC00..<0xE000).contains(second) else { return nil }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func fourDigits() -> UInt32? {
      guard index + 4 <= bytes.count else { return nil }
      defer { index += 4 }
      return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    }
  }
}
