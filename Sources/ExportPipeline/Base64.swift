/// Base64 (RFC 4648, 4), for mails, for pictures within a page and the issue that it carries.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// `bytes` on one line.
  package static func text(of bytes: [UInt8]) -> String {
    String(decoding: encoded(bytes, lineLength: nil), as: UTF8.self)
  }

  /// `bytes` in lines of 76 characters that end in CR LF (RFC 2045, 6.8).
  package static func lines(of bytes: [UInt8]) -> [UInt8] { encoded(bytes, lineLength: 76) }

  /// The bytes that `text` stands for; nil if it is not whole, or holds anything else.
  package static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var (bits, count, padding) = (UInt32(0), 0, 0)
    for byte in text {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        padding += 1
        value = 0
      default: return nil
      }
      guard padding == 0 || byte == UInt8(ascii: "=") else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 1
      guard count % 4 == 0 else { continue }
      result += [
        UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits),
      ]
      bits = 0
    }
    guard padding <= 2 else { return nil }
    result.removeLast(padding)
    return result
  }

  private static func encoded(_ bytes: [UInt8], lineLength: Int?) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 4 / 3 + bytes.count / 28 + 8)
    var column = 0
    var index = 0
    while index < bytes.count {
      let left = bytes.count - index
      let a = bytes[index]
      let b = left > 1 ? bytes[index + 1] : 0
      let c = left > 2 ? bytes[index + 2] : 0
      result.append(alphabet[Int(a >> 2)])
      result.append(alphabet[Int((a & 3) << 4 | b >> 4)])
      result.append(left > 1 ? alphabet[Int((b & 15) << 2 | c >> 6)] : UInt8(ascii: "="))
      result.append(left > 2 ? alphabet[Int(c & 63)] : UInt8(ascii: "="))
      index += 3
      column += 4
      if let lineLength, column >= lineLength || index >= bytes.count {
        result += [0x0D, 0x0A]
        column = 0
      }
    }
    return result
  }
}
