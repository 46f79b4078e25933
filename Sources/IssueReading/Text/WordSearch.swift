/// Words that may stand anywhere in a text, looked for in one walk over it: the end of a word's first letter tells most
/// places where none of them begins.
struct WordSearch: Sendable {
  /// The words, by the last six bits of their first scalar.
  private var words = [[[UInt8]]](repeating: [], count: 64)

  /// The words `words`; empty ones are left out.
  init(_ words: [String]) {
    for word in words {
      guard let first = word.unicodeScalars.first else { continue }
      self.words[Int(first.value & 63)].append(Array(word.utf8))
    }
  }

  /// Whether any of the words stands in `text`.
  func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        let next = index &+ (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
        for word in words[Int(bytes[next &- 1] & 63)] where begins(bytes[index...], word) { return true }
        index = next
      }
      return false
    }
  }

  /// Whether `text` is one of the words.
  func contains(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return words[Int(first.value & 63)].contains { $0.count == text.utf8.count && $0.elementsEqual(text.utf8) }
  }

  private func begins(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    for offset in word.indices where text[text.startIndex &+ offset] != word[offset] { return false }
    return true
  }
}
