import UnicodeText

/// What the bytes of a web page say about themselves, before they are text.
enum PageBytes {
  /// Whether `bytes` begin as a page does: with a document type, `<html>`, `<head>` or `<body>`, behind comments and
  /// an XML declaration. Markdown may begin with any other tag.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    var rest = beginning(of: bytes, 2048)[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?"), let end = rest.firstRange(of: "?>") {
        rest = rest[end.upperBound...]
      } else {
        break
      }
    }
    return ["<!doctype html", "<html", "<head", "<body", "<meta"].contains { start in
      guard rest.hasPrefix(start) else { return false }
      let next = rest.dropFirst(start.count).first
      return next == nil || next?.isLetter == false
    }
  }

  /// The encoding that the page declares in its XML declaration or in a `<meta>` tag within the first 4,096 bytes;
  /// nil for none, or for one that is not known. (The HTML standard has the first 1,024; old pages have scripts
  /// before it.) Western encodings are not believed: editors of old wrote iso-8859-1 into Chinese pages.
  static func declaredEncoding(of bytes: [UInt8]) -> TextEncoding? {
    let text = beginning(of: bytes, 4096)
    let declaration = text.drop { $0.isWhitespace }
    if declaration.hasPrefix("<?xml"), let end = declaration.firstRange(of: "?>"),
      let name = value(of: "encoding", in: declaration[..<end.lowerBound]), let encoding = TextEncoding(name: name),
      encoding != .windows1252
    {
      return encoding
    }
    var rest = text[...]
    while let tag = rest.firstRange(of: "<meta") {
      rest = rest[tag.upperBound...]
      let end = rest.firstIndex(of: ">") ?? rest.endIndex
      if let name = value(of: "charset", in: rest[..<end]), let encoding = TextEncoding(name: name),
        encoding != .windows1252
      {
        // ASCII letters in single bytes say UTF-16 of themselves: it cannot be (HTML, 13.2.3.2).
        return encoding.isWide ? .utf8 : encoding
      }
    }
    return nil
  }

  /// The first bytes that are ASCII, in lower case.
  private static func beginning(of bytes: [UInt8], _ length: Int) -> String {
    String(decoding: bytes.prefix(length).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self).lowercased()
  }

  /// What stands behind `name=`, quoted or not.
  private static func value(of name: String, in text: Substring) -> String? {
    guard let place = text.firstRange(of: name) else { return nil }
    let rest = text[place.upperBound...].drop { $0.isWhitespace }
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    return String(value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
  }
}

extension TextEncoding {
  fileprivate var isWide: Bool {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: true
    default: false
    }
  }
}
