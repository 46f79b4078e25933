/// Looks for words by the bytes of their UTF-8. The methods of the standard library, which have the same names,
/// compare characters by canonical equivalence; recovery asks for hundreds of words a line and spent most of
/// its time there. No word of a vocabulary, no mark and no bracket has a second spelling.
extension StringProtocol {
  /// Whether `word` stands anywhere in the text; always so for an empty word.
  func contains(_ word: String) -> Bool {
    var word = word
    let found = word.withUTF8 { word in
      utf8.withContiguousStorageIfAvailable { ByteSearch.first(word, in: $0) != nil }
    }
    return found ?? String(self).contains(word)
  }

  /// Whether the character stands anywhere in the text, be it with a mark that combines with it.
  func contains(_ character: Character) -> Bool { contains(String(character)) }

  /// Whether the text begins with `word`.
  func hasPrefix(_ word: String) -> Bool { utf8.starts(with: word.utf8) }

  /// Whether the text ends with `word`.
  func hasSuffix(_ word: String) -> Bool {
    var word = word
    let found = word.withUTF8 { word in
      utf8.withContiguousStorageIfAvailable { text in
        text.count >= word.count && text[(text.count - word.count)...].elementsEqual(word)
      }
    }
    return found ?? String(self).hasSuffix(word)
  }
}

/// The search behind the methods above.
enum ByteSearch {
  /// Where `word` first stands in `text`; nil if it does not.
  static func first(_ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let head = word.first else { return 0 }
    guard text.count >= word.count else { return nil }
    // Han share their first byte with their neighbours; the last byte tells them apart.
    let last = word[word.count - 1]
    for start in 0...(text.count - word.count) where text[start + word.count - 1] == last && text[start] == head {
      var index = 1
      while index < word.count, text[start + index] == word[index] { index += 1 }
      if index == word.count || word.count == 1 { return start }
    }
    return nil
  }
}
