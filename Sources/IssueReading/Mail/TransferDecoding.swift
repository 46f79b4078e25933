import UnicodeText

/// What mails do to bytes that no line of ASCII holds (RFC 2045, 6.7 and 6.8).
enum TransferDecoding {
  /// `bytes` as they were before the encoding called `name`.
  static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
    switch name {
    case "base64": base64Body(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// What a body in base64 stands for, and behind it, as it stands, what a list or a scanner of mails wrote below: lines that are
  /// no base64, with none below them that is.
  private static func base64Body(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var isPadded = false
    var rest: ArraySlice<UInt8>?
    for line in bytes.split(separator: 0x0A) {
      let text = line.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }
      guard let last = text.first else { continue }
      let isCoded = text.allSatisfy(isOfBase64) && (!isPadded || text.count % 4 == 0)
      isPadded = last == UInt8(ascii: "=")
      if !isCoded {
        rest = rest ?? bytes[line.startIndex...]
      } else if rest != nil, text.count >= 32 {
        return base64(bytes)
      }
    }
    guard let rest else { return base64(bytes) }
    return base64(bytes[..<rest.startIndex]) + [0x0A] + rest
  }

  private static func isOfBase64(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "=") || value(of: byte) != nil }

  /// What a letter of base64 counts, 0 to 63 (RFC 4648, 4); nil for what is none.
  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// What base64 stands for; what is no letter of it is left out, as RFC 2045 asks.
  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      if byte == UInt8(ascii: "=") {
        // The end, or that of a piece.
        (bits, count) = (0, 0)
        continue
      }
      guard let value = value(of: byte) else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "=") else {
        result.append(byte)
        continue
      }
      if let high = value(bytes, place), let low = value(bytes, place + 1) {
        result.append(high << 4 | low)
        place += 2
        continue
      }
      // A line that goes on: blanks may stand behind the sign.
      let rest = bytes[place...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if rest.first == 0x0A {
        place = rest.startIndex + 1
      } else if rest.isEmpty {
        break
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func value(_ bytes: ArraySlice<UInt8>, _ place: Int) -> UInt8? {
    guard bytes.indices.contains(place) else { return nil }
    switch bytes[place] {
    case let byte where (0x30...0x39).contains(byte): return byte - 0x30
    case let byte where (0x41...0x46).contains(byte): return byte - 0x41 + 10
    case let byte where (0x61...0x66).contains(byte): return byte - 0x61 + 10
    default: return nil
    }
  }
}

/// Words of a mail's header that are not ASCII (RFC 2047, RFC 2231).
enum EncodedWords {
  /// `text` with each `=?charset?B?…?=` as the words that it stands for; two with nothing but blanks between are one.
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var pending: (charset: String, bytes: [UInt8])?
    func flush() {
      guard let open = pending else { return }
      result += words(open.bytes, open.charset)
      pending = nil
    }
    var rest = text[...]
    while let begin = rest.firstRange(of: "=?") {
      let between = rest[..<begin.lowerBound]
      let parts = rest[begin.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].first == "=", let bytes = bytes(parts[2], kind: parts[1].lowercased()) else {
        flush()
        result += rest[..<begin.upperBound]
        rest = rest[begin.upperBound...]
        continue
      }
      if !between.allSatisfy(\.isWhitespace) || pending == nil {
        flush()
        result += between
      }
      let charset = parts[0].lowercased()
      if let open = pending, open.charset == charset {
        pending = (charset, open.bytes + bytes)
      } else {
        flush()
        pending = (charset, bytes)
      }
      rest = parts[3].dropFirst()
    }
    flush()
    return result + rest
  }

  private static func bytes(_ text: Substring, kind: String) -> [UInt8]? {
    switch kind {
    case "b": TransferDecoding.base64(text.utf8)
    case "q": TransferDecoding.quotedPrintable(text.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    default: nil
    }
  }

  /// `%E6%B2%B3` in `charset`.
  static func percentDecoded(_ text: Substring, charset: Substring) -> String {
    let bytes = text.utf8.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 }
    return words(TransferDecoding.quotedPrintable(bytes[...]), String(charset))
  }

  private static func words(_ bytes: [UInt8], _ charset: String) -> String {
    let decoded = TextEncoding(name: charset).flatMap { try? TextDecoder($0).decode(bytes) }
    return decoded?.text ?? String(decoding: bytes, as: UTF8.self)
  }
}
