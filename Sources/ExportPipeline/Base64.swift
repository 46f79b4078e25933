/// Base64 (RFC 4648, 4), for mails and for pictures within a page.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// `bytes` on one line.
  package static func text(of bytes: [UInt8]) -> String {
    String(decoding: encoded(bytes, lineLength: nil), as: UTF8.self)
  }

  /// `bytes` in lines of 76 characters that end in CR LF (RFC 2045, 6.8).
  package static func lines(of bytes: [UInt8]) -> [UInt8] { encoded(bytes, lineLength: 76) }

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
