import Glibc

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

  /// Where `word` first stands; nil if it does not.
  func firstRange(of word: String) -> Range<Index>? { ranges(of: word, atMost: 1).first }

  /// Where `word` stands, from the beginning on and without overlaps.
  func ranges(of word: String) -> [Range<Index>] { ranges(of: word, atMost: .max) }

  private func ranges(of word: String, atMost limit: Int) -> [Range<Index>] {
    var word = word
    return word.withUTF8 { word in
      guard !word.isEmpty else { return [] }
      var found: [Range<Index>] = []
      var start = startIndex
      while found.count < limit,
        let offset = self[start...].utf8.withContiguousStorageIfAvailable({ ByteSearch.first(word, in: $0) }) ?? nil
      {
        let place = utf8.index(start, offsetBy: offset)
        start = utf8.index(place, offsetBy: word.count)
        found.append(place..<start)
      }
      return found
    }
  }

  /// Whether the text begins with `word`.
  func hasPrefix(_ word: String) -> Bool {
    guard let head = word.utf8.first else { return true }
    return utf8.first == head && utf8.starts(with: word.utf8)
  }

  /// Whether the text ends with `word`.
  func hasSuffix(_ word: String) -> Bool {
    var word = word
    let found = word.withUTF8 { word in
      utf8.withContiguousStorageIfAvailable { text in
        text.count >= word.count && (word.isEmpty || text[text.count - 1] == word[word.count - 1])
          && text[(text.count - word.count)...].elementsEqual(word)
      }
    }
    return found ?? String(self).hasSuffix(word)
  }
}

/// The same for `String` itself, whose own methods a call would else prefer.
extension String {
  /// Whether the text begins with `word`.
  func hasPrefix(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { word in
      utf8.withContiguousStorageIfAvailable { text in
        text.count >= word.count && (word.isEmpty || text[0] == word[0]) && text[..<word.count].elementsEqual(word)
      }
    } ?? utf8.starts(with: word.utf8)
  }

  /// Whether the text ends with `word`.
  func hasSuffix(_ word: String) -> Bool { self[...].hasSuffix(word) }
}

extension [String] {
  /// Whether `word` is one of them.
  func contains(_ word: String) -> Bool {
    let length = word.utf8.count
    let last = word.utf8.last
    return contains { $0.utf8.count == length && $0.utf8.last == last && $0.utf8.elementsEqual(word.utf8) }
  }
}

extension String.UTF8View {
  /// Whether the byte stands anywhere.
  func contains(_ byte: UInt8) -> Bool {
    withContiguousStorageIfAvailable { ByteSearch.contains(byte, in: $0) } ?? (firstIndex(of: byte) != nil)
  }
}

/// The search behind the methods above.
enum ByteSearch {
  /// Where `word` first stands in `text`; nil if it does not.
  static func first(_ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let head = word.first else { return 0 }
    // Han share their first byte with their neighbours; the last byte tells them apart.
    let behind = word.count - 1
    var place = behind
    while let end = first(word[behind], in: text, from: place) {
      let start = end &- behind
      if text[start] == head {
        var index = 1
        while index < behind, text[start &+ index] == word[index] { index &+= 1 }
        if index >= behind { return start }
      }
      place = end &+ 1
    }
    return nil
  }

  /// Whether the byte stands in `text`.
  static func contains(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    first(byte, in: text, from: 0) != nil
  }

  /// Where the byte first stands from `start` on; nil if it does not.
  static func first(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < text.count, let base = text.baseAddress,
      let found = memchr(base + start, Int32(byte), text.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Calls `visit` with the place of each byte that is at most `bound`, which is below 0x80, in order, until it says no;
  /// told by 32 bytes at a time, of which most hold none.
  @inline(__always)
  static func visit(_ text: UnsafeBufferPointer<UInt8>, atMost bound: UInt8, _ visit: (Int) -> Bool) {
    let raw = UnsafeRawBufferPointer(text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    // A word holds a byte below n if taking n from each makes one borrow that had no high bit.
    func borrowed(at place: Int) -> UInt64 {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      return (word &- ones &* UInt64(bound &+ 1)) & ~word
    }
    var index = 0
    while index < text.count {
      if index &+ 32 <= text.count,
        (borrowed(at: index) | borrowed(at: index &+ 8) | borrowed(at: index &+ 16) | borrowed(at: index &+ 24)) & high
          == 0
      {
        index &+= 32
        continue
      }
      for place in index..<Swift.min(index &+ 32, text.count) where text[place] <= bound {
        if !visit(place) { return }
      }
      index &+= 32
    }
  }
}
