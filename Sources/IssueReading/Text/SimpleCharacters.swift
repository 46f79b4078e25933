/// Walking over text character by character: the methods of the standard library, which have the same names and results,
/// but ask the Unicode tables where each character ends. Where text is simple, its bytes tell that; see ``SimpleText``.
extension StringProtocol {
  /// The first character; nil for empty text.
  var first: Character? {
    if let simple = utf8.withContiguousStorageIfAvailable(SimpleText.first), let simple { return simple }
    return isEmpty ? nil : self[startIndex]
  }

  /// The last character; nil for empty text.
  var last: Character? {
    if let simple = utf8.withContiguousStorageIfAvailable(SimpleText.last), let simple { return simple }
    return isEmpty ? nil : self[index(before: endIndex)]
  }

  /// The first character for which `predicate` holds; nil if there is none.
  func first(where predicate: (Character) -> Bool) -> Character? { firstCharacter(where: predicate)?.character }

  /// Whether `predicate` holds for any character.
  func contains(where predicate: (Character) -> Bool) -> Bool { firstCharacter(where: predicate) != nil }

  /// Whether `predicate` holds for all characters.
  func allSatisfy(_ predicate: (Character) -> Bool) -> Bool { firstCharacter { !predicate($0) } == nil }

  /// Where the first character stands for which `predicate` holds; nil if there is none.
  func firstIndex(where predicate: (Character) -> Bool) -> Index? {
    firstCharacter(where: predicate).map { utf8.index(startIndex, offsetBy: $0.offset) }
  }

  /// The characters before the first for which `predicate` does not hold.
  func prefix(while predicate: (Character) -> Bool) -> SubSequence {
    firstIndex { !predicate($0) }.map { self[..<$0] } ?? self[...]
  }

  /// The text from the first character on for which `predicate` does not hold.
  func drop(while predicate: (Character) -> Bool) -> SubSequence {
    firstIndex { !predicate($0) }.map { self[$0...] } ?? self[endIndex...]
  }

  /// The stretches between the characters for which `isSeparator` holds, without empty ones.
  func split(whereSeparator isSeparator: (Character) -> Bool) -> [SubSequence] {
    pieces { visit in visitCharacters { character, place in visit(isSeparator(character), place) } }
  }

  /// The text without its first `count` characters.
  func dropFirst(_ count: Int = 1) -> SubSequence {
    let offset = utf8.withContiguousStorageIfAvailable { SimpleText.offset($0, of: count) } ?? nil
    let start =
      offset.map { utf8.index(startIndex, offsetBy: $0) }
      ?? index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex
    return self[start...]
  }

  /// The text without its last `count` characters.
  func dropLast(_ count: Int = 1) -> SubSequence {
    let offset = utf8.withContiguousStorageIfAvailable { SimpleText.offset($0, fromEnd: count) } ?? nil
    let end =
      offset.map { utf8.index(startIndex, offsetBy: $0) }
      ?? index(endIndex, offsetBy: -count, limitedBy: startIndex) ?? startIndex
    return self[..<end]
  }

  /// The last `maximum` characters.
  func suffix(_ maximum: Int) -> SubSequence {
    let offset = utf8.withContiguousStorageIfAvailable { SimpleText.offset($0, fromEnd: maximum) } ?? nil
    let start =
      offset.map { utf8.index(startIndex, offsetBy: $0) }
      ?? index(endIndex, offsetBy: -maximum, limitedBy: startIndex) ?? startIndex
    return self[start...]
  }

  /// The first `maximum` characters, one by one.
  func characters(atMost maximum: Int) -> [Character] {
    var characters: [Character] = []
    characters.reserveCapacity(maximum)
    visitCharacters { character, _ in
      characters.append(character)
      return characters.count < maximum
    }
    return characters
  }

  /// The first character for which `predicate` holds, and at which byte it begins; nil if there is none.
  private func firstCharacter(where predicate: (Character) -> Bool) -> (character: Character, offset: Int)? {
    var found: (Character, Int)?
    visitCharacters { character, place in
      if predicate(character) { found = (character, place.lowerBound) }
      return found == nil
    }
    return found
  }

  /// Calls `visit` with each character and the bytes it takes, in order, until it says no.
  private func visitCharacters(_ visit: (Character, Range<Int>) -> Bool) {
    visitScalars { scalar, place in
      visit(scalar.map(Character.init) ?? self[utf8.index(startIndex, offsetBy: place.lowerBound)], place)
    }
  }
}

/// The same by scalars, for what one scalar tells: a walk by characters makes a string of each. A character of several
/// scalars, such as a letter with a combining mark, is none that is asked for.
extension StringProtocol {
  /// Where the first character stands that is a scalar for which `predicate` holds; nil if there is none.
  func firstScalarIndex(where predicate: (Unicode.Scalar) -> Bool) -> Index? {
    var found: Int?
    visitScalars { scalar, place in
      if let scalar, predicate(scalar) { found = place.lowerBound }
      return found == nil
    }
    return found.map { utf8.index(startIndex, offsetBy: $0) }
  }

  /// Where the last character stands that is a scalar for which `predicate` holds; nil if there is none.
  func lastScalarIndex(where predicate: (Unicode.Scalar) -> Bool) -> Index? {
    var found: Int?
    visitScalars { scalar, place in
      if let scalar, predicate(scalar) { found = place.lowerBound }
      return true
    }
    return found.map { utf8.index(startIndex, offsetBy: $0) }
  }

  /// Where the first character stands that is one of `marks`, each of them one scalar; nil if there is none.
  func firstIndex(ofAny marks: String) -> Index? {
    // Of a long text and few marks, looking for their bytes tells sooner that there is none.
    if utf8.count >= 64 * marks.unicodeScalars.count,
      !marks.unicodeScalars.contains(where: { contains(String($0)) })
    {
      return nil
    }
    // A bit for the end of each mark tells of most scalars that they are none.
    let bits = marks.unicodeScalars.reduce(UInt64(0)) { $0 | 1 << UInt64($1.value & 63) }
    return firstScalarIndex { bits >> UInt64($0.value & 63) & 1 == 1 && marks.unicodeScalars.contains($0) }
  }

  /// Whether one of `marks`, each of them one scalar, stands anywhere.
  func hasAny(of marks: String) -> Bool { firstIndex(ofAny: marks) != nil }

  /// The stretches between the characters that are a scalar for which `isSeparator` holds, without empty ones.
  func splitAtScalars(where isSeparator: (Unicode.Scalar) -> Bool) -> [SubSequence] {
    pieces { visit in visitScalars { scalar, place in visit(scalar.map(isSeparator) ?? false, place) } }
  }

  /// Calls `visit` with each character, as its scalar, or nil if it is of several, and with the bytes it takes, in order,
  /// until it says no.
  private func visitScalars(_ visit: (Unicode.Scalar?, Range<Int>) -> Bool) {
    var offset = 0
    let length = utf8.count
    while offset < length {
      // As far as the text is simple, and then one character as the standard library has it.
      let isDone = utf8.withContiguousStorageIfAvailable { !SimpleText.visit($0, from: &offset, visit) } ?? false
      guard !isDone, offset < length else { return }
      let start = utf8.index(startIndex, offsetBy: offset)
      let end = index(after: start)
      let next = offset + utf8.distance(from: start, to: end)
      let scalar = self[start].scalar
      guard visit(next - offset == UTF8.width(scalar) ? scalar : nil, offset..<next) else { return }
      offset = next
    }
  }

  /// The stretches between separators, without empty ones; `walk` goes through the characters and says of each whether it
  /// is one, and which bytes it takes.
  private func pieces(_ walk: ((Bool, Range<Int>) -> Bool) -> Void) -> [SubSequence] {
    var pieces: [SubSequence] = []
    var start = 0
    func cut(at end: Int) {
      guard start < end else { return }
      let first = utf8.index(startIndex, offsetBy: start)
      pieces.append(self[first..<utf8.index(first, offsetBy: end - start)])
    }
    walk { isSeparator, place in
      if isSeparator {
        cut(at: place.lowerBound)
        start = place.upperBound
      }
      return true
    }
    cut(at: utf8.count)
    return pieces
  }
}

extension String {
  /// The characters for which `isIncluded` holds.
  func filter(_ isIncluded: (Character) -> Bool) -> String {
    let dropped = split { !isIncluded($0) }
    return dropped.count == 1 && dropped[0].utf8.count == utf8.count ? self : dropped.joined()
  }
}

extension SimpleText {
  /// Calls `visit` with the scalar of each character from the byte `offset` on, where one begins, until it says no or a character
  /// comes that is not simple, or has such a one behind it that may combine with it. `offset` is where the first character
  /// begins that was not visited.
  /// - Returns: Whether no visit said no.
  static func visit(
    _ bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int, _ visit: (Unicode.Scalar?, Range<Int>) -> Bool
  ) -> Bool {
    guard offset < bytes.count else { return true }
    var length = length(bytes, at: offset)
    while offset < bytes.count, length > 0 {
      let next = offset &+ length
      let following = next < bytes.count ? self.length(bytes, at: next) : 1
      guard following > 0 else { return true }
      guard visit(scalar(bytes, at: offset).scalar, offset..<next) else { return false }
      offset = next
      length = following
    }
    return true
  }

  /// The first character; nil if the text is empty or does not begin with a simple character.
  static func first(_ bytes: UnsafeBufferPointer<UInt8>) -> Character? {
    guard !bytes.isEmpty else { return nil }
    let length = length(bytes, at: 0)
    guard length > 0, length == bytes.count || self.length(bytes, at: length) > 0 else { return nil }
    return character(bytes, at: 0)
  }

  /// The last character; nil if the text is empty or does not end with a simple character.
  static func last(_ bytes: UnsafeBufferPointer<UInt8>) -> Character? {
    guard !bytes.isEmpty, let start = offset(bytes, fromEnd: 1) else { return nil }
    return character(bytes, at: start)
  }

  /// The simple character that begins at `index`.
  @inline(__always)
  static func character(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Character {
    Character(scalar(bytes, at: index).scalar)
  }

  /// The scalar that begins at `index`, simple or not, and how many bytes it takes.
  @inline(__always)
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    if byte & 0xF0 == 0xE0 { return (ofThree(bytes, at: index), 3) }
    func follower(_ place: Int) -> UInt32 { UInt32(bytes[index &+ place] & 0x3F) }
    let (value, length) =
      byte < 0xE0
      ? (UInt32(byte & 0x1F) << 6 | follower(1), 2)
      : (UInt32(byte & 0x07) << 18 | follower(1) << 12 | follower(2) << 6 | follower(3), 4)
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar of three bytes that begins at `index`.
  @inline(__always)
  static func ofThree(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar {
    let (first, second, third) = (bytes[index], bytes[index &+ 1], bytes[index &+ 2])
    return Unicode.Scalar(UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)) ?? "\u{FFFD}"
  }

  /// Where the last `number` characters begin, or the beginning of a text that has no more; nil if there is another
  /// scalar among them, or right before them.
  static func offset(_ bytes: UnsafeBufferPointer<UInt8>, fromEnd number: Int) -> Int? {
    var left = number
    var index = bytes.count
    while index > 0 {
      var start = index &- 1
      while start > 0, bytes[start] & 0xC0 == 0x80 { start &-= 1 }
      guard length(bytes, at: start) == index &- start else { return nil }
      if left == 0 { return index }
      index = start
      left &-= 1
    }
    return index
  }
}
