/// The target of a link as a relationship may hold it.
enum LinkTarget {
  /// `target` as a URI reference with all characters escaped that none may hold (RFC 3986, 2), or nil if it
  /// is empty, leads to a place within the source only, or has a scheme that no document should open.
  static func uri(_ target: String) -> String? {
    guard !target.isEmpty, !target.hasPrefix("#") else { return nil }
    if let colon = target.firstIndex(of: ":"), !target[..<colon].contains(where: { "/?#".contains($0) }) {
      guard ["http", "https", "mailto", "ftp", "tel"].contains(target[..<colon].lowercased()) else { return nil }
    }
    // Nearly every address is one already, and then shares its bytes with the issue.
    if target.utf8.allSatisfy(isAllowed) { return target }
    var uri = ""
    var bytes = Array(target.utf8)[...]
    while let byte = bytes.popFirst() {
      let scalar = Unicode.Scalar(byte)
      let isEscape = byte == 0x25 && bytes.count >= 2 && bytes.prefix(2).allSatisfy(isHexDigit)
      if isEscape || isAllowed(byte) {
        uri.unicodeScalars.append(scalar)
      } else {
        uri += "%" + hex(byte >> 4) + hex(byte & 15)
      }
    }
    return uri
  }

  private static func hex(_ digit: UInt8) -> String { String(digit, radix: 16, uppercase: true) }

  private static func isHexDigit(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit && byte < 0x80 }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~:/?#@!$&'()*+,;=".utf8.contains(byte)
    }
  }
}
