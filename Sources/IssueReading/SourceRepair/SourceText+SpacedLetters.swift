extension SourceText {
  /// Closes the blanks between letters that some OCR sets in all of a Chinese text (工 作 简 报): then numbers, names, marks
  /// of lists and widths of lines are none of what they were on the page. A gap of two blanks or more was one there.
  /// - Returns: The lines that had some, with the beginning of each and how many blanks went.
  mutating func closeSpacedLetters() -> [(line: Int, beginning: String, count: Int)] {
    guard Self.mayBeSpaced(text), isSpacedOut else { return [] }
    var closed: [(line: Int, beginning: String, count: Int)] = []
    for index in lines.indices where lines[index].utf8.contains(0x20) {
      // A blank among letters that stand close is one.
      let letters = Self.letters(of: lines[index])
      guard letters.gaps * 5 >= letters.han * 2 else { continue }
      let scalars = Array(lines[index].unicodeScalars)
      var kept = String.UnicodeScalarView()
      for place in scalars.indices where !Self.isStray(scalars, place) { kept.append(scalars[place]) }
      let count = scalars.count - kept.count
      guard count > 0 else { continue }
      closed.append((index + 1, excerpt(String(lines[index]), 12), count))
      lines[index] = Substring(String(kept))
    }
    if !closed.isEmpty {
      replaceText()
      wasSpread = true
    }
    return closed
  }

  /// Whether a single blank stands at `place` between two letters or marks of Chinese, or one of them and a digit.
  private static func isStray(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard scalars[place] == " ", place > 0, place + 1 < scalars.count else { return false }
    let (before, after) = (scalars[place - 1], scalars[place + 1])
    func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isWide && !scalar.isBlank }
    return isLetter(before) && (isLetter(after) || after.isASCIIDigit) || before.isASCIIDigit && isLetter(after)
  }

  /// Whether nearly all lines with running text have blanks between most of their Han.
  private var isSpacedOut: Bool {
    var (apart, all) = (0, 0)
    for line in lines {
      let (han, gaps) = Self.letters(of: line)
      guard han >= 8 else { continue }
      all += 1
      if gaps * 5 >= han * 3 { apart += 1 }
    }
    return apart >= 6 && apart * 4 >= all * 3
  }

  /// How many Han a line has, and between how many two of them a single blank stands.
  private static func letters(of line: Substring) -> (han: Int, gaps: Int) {
    var (han, gaps) = (0, 0)
    var before: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    for scalar in line.unicodeScalars {
      if scalar.isHan {
        han += 1
        if before.1 == " ", before.0.isHan { gaps += 1 }
      }
      before = (before.1, scalar)
    }
    return (han, gaps)
  }

  /// Whether one byte in eight or more is a blank behind a letter beyond ASCII: told before any line is looked at.
  private static func mayBeSpaced(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      var place = ByteSearch.first(0x20, in: bytes, from: 1)
      while let blank = place {
        if bytes[blank - 1] >= 0x80 { count += 1 }
        place = ByteSearch.first(0x20, in: bytes, from: blank + 1)
      }
      return count * 8 >= bytes.count
    } ?? false
  }
}
