/// Quoted-printable (RFC 2045, 6.7) of text whose lines end in CR LF.
enum QuotedPrintable {
  private static let digits = Array("0123456789ABCDEF".utf8)

  static func lines(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var column = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        continue
      }
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D {
        result += [0x0D, 0x0A]
        column = 0
        continue
      }
      let endsLine = index + 1 == bytes.count || bytes[index + 1] == 0x0D
      let isBlank = byte == 0x20 || byte == 0x09
      // A line "From …" is changed by mail boxes, a lone dot ends a mail: neither begins a line as it is.
      let isRisky = column == 0 && (byte == UInt8(ascii: ".") || bytes[index...].starts(with: Array("From ".utf8)))
      let isPlain = !isRisky && (isBlank ? !endsLine : (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "="))
      let width = isPlain ? 1 : 3
      // One place is kept for the sign of a soft line end.
      if column + width > 75 {
        result += [UInt8(ascii: "="), 0x0D, 0x0A]
        column = 0
      }
      if isPlain {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
      column += width
    }
    if column > 0 { result += [0x0D, 0x0A] }
    return result
  }
}
