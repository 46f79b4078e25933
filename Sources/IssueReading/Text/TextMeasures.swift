/// What the recovery asks of a text: its letters, its columns, its blanks.
extension StringProtocol {
  /// Without blanks at both ends.
  var trimmed: String {
    if utf8.withContiguousStorageIfAvailable(SimpleText.isTrimmed) == true { return String(self) }
    let view = unicodeScalars
    guard let start = view.firstIndex(where: { !$0.isBlank && !$0.isInvisible }),
      let end = view.lastIndex(where: { !$0.isBlank && !$0.isInvisible })
    else { return "" }
    return String(self[start..<view.index(after: end)])
  }

  /// The characters that are none of `marks`, each of them one scalar.
  func without(_ marks: String) -> String {
    guard hasAny(of: marks) else { return String(self) }
    return splitAtScalars { marks.unicodeScalars.contains($0) }.joined()
  }

  /// Without the blanks that spread Han (抄　送); one blank where words of other scripts are parted.
  var withoutSpreading: String {
    let scalars = Array(trimmed.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() where !scalar.isInvisible {
      guard scalar.isBlank else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard let before = result.unicodeScalars.last, before != " ",
        let after = scalars[(index + 1)...].first(where: { !$0.isBlank && !$0.isInvisible })
      else { continue }
      if !(before.isHan && after.isHan) { result.unicodeScalars.append(" ") }
    }
    return result
  }

  /// Without any blank.
  var withoutBlanks: String {
    guard unicodeScalars.contains(where: { $0.isBlank || $0.isInvisible }) else { return String(self) }
    return String(mapping: self) { $0.isBlank || $0.isInvisible ? nil : $0 }
  }

  /// Full-width letters, digits and ASCII punctuation as ASCII, other blanks as a space; one scalar for one scalar.
  var halfWidth: String {
    guard unicodeScalars.contains(where: { $0.halfWidth != $0 }) else { return String(self) }
    return String(mapping: self) { $0.halfWidth }
  }

  /// How many columns the text takes, near enough for comparing lengths.
  var columns: Int {
    countScalars(ascii: 1, han: 2) { $0.isInvisible ? 0 : $0.isWide ? 2 : 1 }
  }

  /// How many columns of blanks it begins with.
  var indentColumns: Int { unicodeScalars.prefix { $0.isBlank }.reduce(0) { $0 + $1.blankColumns } }

  /// Whether it has any blank.
  var hasBlank: Bool {
    let told = utf8.withContiguousStorageIfAvailable { bytes -> Bool? in
      if ByteSearch.contains(0x20, in: bytes) || ByteSearch.contains(0x09, in: bytes) { return true }
      // U+2000 to U+200A, U+202F, U+205F begin with E2, as quotes and dashes do.
      var place = ByteSearch.first(0xE2, in: bytes, from: 0)
      while let start = place {
        if SimpleText.scalar(bytes, at: start).scalar.isBlank { return true }
        place = ByteSearch.first(0xE2, in: bytes, from: start + 1)
      }
      // U+00A0 is asked for by itself, so rare are the letters that begin as it does.
      return ByteSearch.contains(0xC2, in: bytes) ? nil : false
    }
    if let told, let told { return told || contains("\u{3000}") }
    return unicodeScalars.contains(where: \.isBlank)
  }

  /// Whether it takes at most so many columns; told without reading much further than that.
  func fits(_ maximum: Int) -> Bool {
    // What takes two columns takes two bytes.
    if utf8.count <= maximum { return true }
    // And no column takes more than four, but for what is seen in none, which no line has much of.
    if utf8.count > 4 * maximum + 96 { return false }
    return countScalars(ascii: 1, han: 2, atMost: maximum) { $0.isInvisible ? 0 : $0.isWide ? 2 : 1 } <= maximum
  }

  /// Whether it has any Han.
  var hasHan: Bool { unicodeScalars.contains(where: \.isHan) }

  /// How many Han it has.
  var hanCount: Int { countScalars(ascii: 0, han: 1) { $0.isHan ? 1 : 0 } }

  /// The sum of what each scalar counts: `ascii`, `han` for those from U+4E00 to U+9FFF, and what `other` says; counted
  /// no further than beyond `maximum`. The two kinds that most text is made of are told by their first byte.
  private func countScalars(
    ascii: Int, han: Int, atMost maximum: Int = .max, other: (Unicode.Scalar) -> Int
  ) -> Int {
    let fast = utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      var index = 0
      while index < bytes.count, count <= maximum {
        let byte = bytes[index]
        switch byte {
        case 0..<0x80:
          count &+= ascii
          index &+= 1
        case 0xE5...0xE9:
          count &+= han
          index &+= 3
        case 0xE4 where index &+ 1 < bytes.count && bytes[index &+ 1] >= 0xB8:  // U+4E00 to U+4FFF
          count &+= han
          index &+= 3
        default:
          let (scalar, length) = SimpleText.scalar(bytes, at: index)
          count += other(scalar)
          index += length
        }
      }
      return count
    }
    return fast
      ?? unicodeScalars.reduce(0) { sum, scalar in
        sum + (scalar.isASCII ? ascii : (0x4E00...0x9FFF).contains(scalar.value) ? han : other(scalar))
      }
  }

  /// What `update` makes of `initial` with each scalar in turn; `reduce` of the standard library asks twice as much of each.
  @inline(__always)
  func reduceScalars<Result>(
    into initial: Result, _ update: (inout Result, Unicode.Scalar) -> Void
  ) -> Result {
    let fast = utf8.withContiguousStorageIfAvailable { bytes in
      var result = initial
      var index = 0
      while index < bytes.count {
        let (scalar, length) = SimpleText.scalar(bytes, at: index)
        update(&result, scalar)
        index &+= length
      }
      return result
    }
    return fast ?? unicodeScalars.reduce(into: initial, update)
  }

  /// All scalars, which a walk by the standard library counts first.
  var scalars: [Unicode.Scalar] {
    utf8.withContiguousStorageIfAvailable { bytes in
      withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: bytes.count) { scalars in
        var count = 0
        var index = 0
        while index < bytes.count {
          let (scalar, length) = SimpleText.scalar(bytes, at: index)
          scalars.initializeElement(at: count, to: scalar)
          index &+= length
          count &+= 1
        }
        return Array(UnsafeMutableBufferPointer(rebasing: scalars[..<count]))
      }
    } ?? Array(unicodeScalars)
  }

  /// The letters and digits alone, Latin ones in lower case: what has to be equal when blanks and punctuation may differ.
  var letters: [Unicode.Scalar] {
    utf8.withContiguousStorageIfAvailable { bytes in
      // Gathered first, so that the array is no larger than they are.
      withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: bytes.count) { letters in
        var count = 0
        var index = 0
        while index < bytes.count {
          var letter: Unicode.Scalar?
          if (0xE5...0xE9).contains(bytes[index]) {
            // From U+5000 to U+9FFF all are letters.
            letter = SimpleText.ofThree(bytes, at: index)
            index &+= 3
          } else {
            let (scalar, length) = SimpleText.scalar(bytes, at: index)
            letter = scalar.letter
            index &+= length
          }
          if let letter {
            letters.initializeElement(at: count, to: letter)
            count &+= 1
          }
        }
        return Array(UnsafeMutableBufferPointer(rebasing: letters[..<count]))
      }
    } ?? unicodeScalars.compactMap(\.letter)
  }

  /// Split at runs of two blanks or more, at tabs and at ideographic spaces: the columns of a line.
  var columnsByGaps: [String] {
    var pieces: [String] = []
    let view = unicodeScalars
    // A piece ends where its last word did; what parts two pieces is known only at the next word.
    var start = view.startIndex
    var end = view.startIndex
    var gap = 0
    var isWideGap = false
    var place = view.startIndex
    while place < view.endIndex {
      let scalar = view[place]
      let next = view.index(after: place)
      if scalar.isBlank {
        gap += 1
        if scalar == "\t" || scalar == "\u{3000}" { isWideGap = true }
      } else {
        if start == end {
          start = place
        } else if gap >= 2 || isWideGap {
          pieces.append(String(self[start..<end]))
          start = place
        }
        end = next
        gap = 0
        isWideGap = false
      }
      place = next
    }
    if start < end { pieces.append(String(self[start..<end])) }
    return pieces
  }
}

extension String {
  /// Without blanks at both ends: most text has none, and is not copied for that.
  var trimmed: String {
    utf8.withContiguousStorageIfAvailable(SimpleText.isTrimmed) == true ? self : self[...].trimmed
  }
}

extension String {
  /// Whether there is anything but white space in it, ends of lines among that: the source of a page breaks its lines anywhere.
  var holdsWords: Bool {
    unicodeScalars.contains { !$0.isBlank && !$0.isInvisible && $0 != "\n" && $0 != "\r" }
  }
}
