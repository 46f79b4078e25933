/// Word's marks that only its own browser read: `<![if !supportEmptyParas]>`, `<![endif]>`.
///
/// The HTML standard has them as comments (13.2.5.41, bogus comment); libxml2 takes them for text.
enum ConditionalTags {
  /// `text` with each such mark made a comment of its length, so that all else stands where it stood.
  static func commented(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")), text.contains("<![") else { return text }
    var bytes = Array(text.utf8)
    var index = 0
    while index + 3 < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "!") else {
        index += 1
        continue
      }
      if bytes[index + 2] == UInt8(ascii: "-"), bytes[index + 3] == UInt8(ascii: "-") {
        // A comment that is one already ends at its own end.
        index = end(of: "-->", in: bytes, from: index + 4) ?? bytes.count
      } else if bytes[index + 2] == UInt8(ascii: "["), !holdsData(bytes, index),
        let close = end(of: "]>", in: bytes, from: index + 3), close - index >= 8, close - index <= 200
      {
        for place in (index + 4)..<(close - 3) where bytes[place] != UInt8(ascii: "\n") {
          bytes[place] = UInt8(ascii: "x")
        }
        bytes.replaceSubrange(index..<(index + 4), with: "<!--".utf8)
        bytes.replaceSubrange((close - 3)..<close, with: "-->".utf8)
        index = close
      } else {
        index += 3
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func holdsData(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index...].dropFirst(3).prefix(6).elementsEqual("CDATA[".utf8)
  }

  /// The place behind the next `mark`; nil where none follows.
  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(mark.utf8)
    guard start + wanted.count <= bytes.count else { return nil }
    for place in start...(bytes.count - wanted.count) where bytes[place] == wanted[0] {
      if bytes[place..<place + wanted.count].elementsEqual(wanted) { return place + wanted.count }
    }
    return nil
  }
}
