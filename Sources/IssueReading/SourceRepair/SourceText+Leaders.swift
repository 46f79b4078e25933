extension SourceText {
  /// Makes dots again of the letters that recognition saw in the dots leading to a page number: `Sick fund ....cceceeseee 3`.
  ///
  /// Such letters are small and nearly all c, e and s. Behind dots any few of them will do; without dots they have to be
  /// many, one of them thrice in a row, which no word has.
  /// - Returns: The lines that had some, and the letters.
  mutating func restoreLeaders() -> [(line: Int, letters: String)] {
    guard contains(ascii: "ee") || contains(ascii: "cc") || contains(ascii: "ss") else { return [] }
    var found: [(line: Int, letters: String)] = []
    for index in lines.indices where lines[index].utf8.count <= 200 {
      guard let place = Self.misreadLeader(lines[index]) else { continue }
      let letters = String(lines[index][place].filter(\.isLetter))
      let dots = String(lines[index][place].map { $0.isLetter ? "." : $0 })
      lines[index] = lines[index][..<place.lowerBound] + dots[...] + lines[index][place.upperBound...]
      found.append((index + 1, letters))
    }
    if !found.isEmpty { replaceText() }
    return found
  }

  /// Where the misread leader stands in the line, up to the page or the line's end.
  private static func misreadLeader(_ line: Substring) -> Range<Substring.Index>? {
    func withoutBlanks(_ end: Substring.Index) -> Substring.Index {
      var end = end
      while end > line.startIndex, line[line.index(before: end)].isBlankCharacter { end = line.index(before: end) }
      return end
    }
    let last = withoutBlanks(line.endIndex)
    let digits = line[..<last].reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits <= 3 else { return nil }
    let end = withoutBlanks(line.index(last, offsetBy: -digits))
    if let dots = line[..<end].firstRange(of: "..") {
      let tail = line[dots.lowerBound..<end]
      return tail.allSatisfy(isOfLeader) && isMisread(tail, least: 4) && hasTitle(line[..<dots.lowerBound])
        ? dots.lowerBound..<end : nil
    }
    // Without dots: the last words, of nothing but such letters.
    var begin = end
    for word in line[..<end].split(whereSeparator: \.isBlankCharacter).reversed() {
      guard word.count >= 2, word.allSatisfy({ "ceso.".contains($0) }) else { break }
      begin = word.startIndex
    }
    let tail = line[begin..<end]
    guard digits > 0, isMisread(tail, least: 6), hasThrice(tail), hasTitle(line[..<begin]) else { return nil }
    return begin..<end
  }

  private static func isOfLeader(_ character: Character) -> Bool {
    character.isBlankCharacter || ".,-_…·•:;'’".contains(character) || "cesoanrtvuiwxm".contains(character)
  }

  private static func isMisread(_ text: Substring, least: Int) -> Bool {
    let letters = text.filter(\.isLetter)
    return letters.count >= least && letters.count { "ces".contains($0) } * 4 >= letters.count * 3
  }

  private static func hasThrice(_ text: Substring) -> Bool {
    zip(zip(text, text.dropFirst()), text.dropFirst(2)).contains { $0.0 == $0.1 && $0.1 == $1 && $1.isLetter }
  }

  /// Whether words stand there that a page may be of.
  private static func hasTitle(_ text: Substring) -> Bool { text.count(where: \.isLetter) >= 3 }
}
