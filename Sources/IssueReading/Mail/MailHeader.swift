/// The header of a mail as it is sent (RFC 5322, 2.2), or of one part of it (RFC 2045, 3).
struct MailHeader {
  /// Its fields in order, unfolded; the names in small letters.
  let fields: [(name: String, value: String)]
  /// Where the text behind the header begins.
  let end: Int

  /// The header that `bytes` hold from `start` on: fields up to an empty line. Nil where any line is none, or no line is.
  init?(_ bytes: ArraySlice<UInt8>) {
    var fields: [(name: String, value: String)] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let lineEnd = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[place..<lineEnd]
      if line.last == 0x0D { line = line.dropLast() }
      place = min(lineEnd + 1, bytes.endIndex)
      if line.isEmpty { break }
      guard line.count <= 4000, fields.count < 500 else { return nil }
      let text = String(decoding: line, as: UTF8.self)
      if text.first == " " || text.first == "\t" {
        guard !fields.isEmpty else { return nil }
        fields[fields.count - 1].value += " " + text.trimmed
      } else {
        // mbox begins its mails so.
        if fields.isEmpty, text.hasPrefix("From ") { continue }
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
          text[..<colon].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        fields.append((text[..<colon].lowercased(), text[text.index(after: colon)...].trimmed))
      }
    }
    guard !fields.isEmpty else { return nil }
    self.fields = fields
    end = place
  }

  /// The value of the first field of that name.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The value of a field before its parameters, in small letters.
  func token(_ name: String) -> String? {
    self[name].map { $0.prefix { $0 != ";" }.trimmed.lowercased() }
  }

  /// A parameter of a field: `charset=gb2312`, `name="…"`, `filename*=UTF-8''…`.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = self[name] else { return nil }
    for piece in Self.pieces(value).dropFirst() {
      guard let sign = piece.firstIndex(of: "=") else { continue }
      let key = piece[..<sign].trimmed.lowercased()
      var words = piece[piece.index(after: sign)...].trimmed
      if words.count >= 2, words.first == "\"", words.last == "\"" { words = String(words.dropFirst().dropLast()) }
      if key == parameter { return EncodedWords.decoded(words) }
      if key == parameter + "*", let mark = words.ranges(of: "'").dropFirst().first {
        return EncodedWords.percentDecoded(words[mark.upperBound...], charset: words.prefix { $0 != "'" })
      }
    }
    return nil
  }

  /// A field's value in its pieces between semicolons, not those within quotes.
  private static func pieces(_ value: String) -> [Substring] {
    var isQuoted = false
    return value.split(omittingEmptySubsequences: false) { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
  }
}
