import Glibc

/// The name of an element or attribute, with its prefix as it is written: `w:pPr`.
///
/// libxml2's writer takes any bytes for a name, well-formed or not; so a name is a literal of the program
/// and never built from data.
public struct XMLName: ExpressibleByStringLiteral, Equatable, Sendable {
  /// The literal that spells it.
  public let literal: StaticString
  /// The name spelt by a literal.
  public init(stringLiteral literal: StaticString) {
    self.literal = literal
    assert(isWellFormed, "not a name in ASCII: \(literal)")
  }
  /// The name as text.
  public var text: String { literal.description }

  var bytes: UnsafePointer<UInt8> { literal.utf8Start }

  /// Whether both spell the same name.
  public static func == (a: XMLName, b: XMLName) -> Bool {
    let length = a.literal.utf8CodeUnitCount
    return length == b.literal.utf8CodeUnitCount && memcmp(a.bytes, b.bytes, length) == 0
  }

  /// Whether it is a `QName` of ASCII characters, which all names of the formats written here are. Only builds
  /// for debugging ask: the names are the program's, not the data's.
  private var isWellFormed: Bool {
    guard literal.hasPointerRepresentation else { return false }
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        guard let first = part.first, Self.isLetter(first) else { return false }
        return part.allSatisfy { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }
}
