internal import ExportPipeline
internal import UnicodeText

/// Words of headers: plain where ASCII does, else encoded words of base64 (RFC 2047), whole characters each.
enum EncodedWords {
  /// The pieces of free text, between which a line may be folded.
  /// - Parameter room: How many characters the first line has left.
  static func tokens(of text: String, in encoding: TextEncoding, room: Int = 60) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    // What looks like an encoded word would be decoded; more than one blank in a row would be folded away.
    let isPlain =
      text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) } && !text.contains("=?")
      && words.allSatisfy { !$0.isEmpty && $0.utf8.count < 76 }
    return isPlain ? words : encoded(text, in: encoding, room: room)
  }

  /// The pieces of a name before an address.
  static func phrase(_ name: String, in encoding: TextEncoding) -> [String] {
    if name.isEmpty { return [] }
    let tokens = tokens(of: name, in: encoding)
    if tokens.contains(where: { $0.hasPrefix("=?") }) { return tokens }
    let isAtoms = name.unicodeScalars.allSatisfy { $0.isAtomText || $0 == " " }
    return isAtoms ? tokens : [quoted(name)]
  }

  /// `text` in quotation marks (RFC 5322, 3.2.4).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }

  /// Encoded words of at most 75 characters. Characters that the encoding lacks make all of them UTF-8.
  private static func encoded(_ text: String, in encoding: TextEncoding, room: Int) -> [String] {
    var used = encoding
    if (try? TextEncoder(encoding).encode(text)) == nil { used = .utf8 }
    let name = used == .utf8 ? "UTF-8" : used.name.uppercased()
    let overhead = "=?\(name)?B??=".utf8.count
    var words: [String] = []
    var bytes: [UInt8] = []
    func flush() {
      words.append("=?\(name)?B?" + Base64.text(of: bytes) + "?=")
      bytes = []
    }
    for scalar in text.unicodeScalars {
      let next = (try? TextEncoder(used).encode(String(scalar))) ?? []
      let limit = words.isEmpty ? min(75, max(overhead + 8, room)) : 75
      if !bytes.isEmpty, overhead + (bytes.count + next.count + 2) / 3 * 4 > limit { flush() }
      bytes += next
    }
    if !bytes.isEmpty { flush() }
    return words
  }
}
