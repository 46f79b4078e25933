/// Breaks a title into lines that a clerk would break it into: as few as hold it, at blanks and behind marks
/// rather than within words, none much shorter than the others (GB/T 9704-2012, 7.3.1: 梯形 or 菱形).
enum TitleBalancer {
  /// The lines of `title`. A blank at which a line ends is left out.
  /// - Parameter width: What a line holds, in hundredths of an em.
  static func lines(_ title: String, width: Int) -> [String] {
    let characters = Array(title)
    let total = TextWidth.of(title)
    guard total > width, characters.count > 1 else { return [title] }
    var count = (total + width - 1) / width
    // A word that cannot be broken may make one line more needed; beyond that nothing will do.
    for _ in 0..<3 {
      if let lines = balanced(characters, count: count, width: width, total: total) { return lines }
      count += 1
    }
    return [title]
  }

  private static func balanced(_ characters: [Character], count: Int, width: Int, total: Int) -> [String]? {
    // Positions at which a line may end, with the price of ending there.
    var ends: [(index: Int, price: Int)] = [(0, 0)]
    for index in 1..<characters.count {
      if let price = price(characters[index - 1], characters[index]) { ends.append((index, price)) }
    }
    ends.append((characters.count, 0))
    var sums = [0]
    for character in characters { sums.append(sums[sums.count - 1] + TextWidth.of(String(character))) }
    func span(_ start: Int, _ end: Int) -> Int {
      var start = start
      var end = end
      while start < end, characters[start].isBlank { start += 1 }
      while start < end, characters[end - 1].isBlank { end -= 1 }
      return sums[end] - sums[start]
    }

    // best[line][end]: the least price of the first `line` lines ending there.
    let ideal = total / count
    var best = [[Int?]](repeating: [Int?](repeating: nil, count: ends.count), count: count + 1)
    var previous = [[Int]](repeating: [Int](repeating: 0, count: ends.count), count: count + 1)
    best[0][0] = 0
    for line in 1...count {
      for end in 1..<ends.count {
        for start in stride(from: end - 1, through: 0, by: -1) {
          let length = span(ends[start].index, ends[end].index)
          if length > width { break }
          guard let before = best[line - 1][start] else { continue }
          let off = (length - ideal) / 10
          let price = before + off * off + ends[end].price
          if best[line][end].map({ price < $0 }) ?? true {
            best[line][end] = price
            previous[line][end] = start
          }
        }
      }
    }
    guard best[count][ends.count - 1] != nil else { return nil }
    var lines: [String] = []
    var end = ends.count - 1
    for line in stride(from: count, to: 0, by: -1) {
      let start = previous[line][end]
      let text = String(characters[ends[start].index..<ends[end].index])
      lines.append(text.trimmingBlanks)
      end = start
    }
    return lines.reversed()
  }

  /// The price of a line end between two characters, in squared tenths of an em; nil where none may be.
  private static func price(_ before: Character, _ after: Character) -> Int? {
    if after.isBlank { return 0 }
    if before.isBlank { return 0 }
    if opening.contains(before) || closing.contains(after) { return nil }
    if !before.isWide && !after.isWide { return before == "-" ? 900 : nil }
    if stops.contains(before) { return 300 }
    if closing.contains(before) || opening.contains(after) { return 1200 }
    // Words that a phrase begins or ends with.
    if "在对向为以从把将与和及暨".contains(after) || "的和及与暨".contains(before) && !"和及与暨".contains(after) { return 1500 }
    if !before.isWide || !after.isWide { return 2000 }
    return 3600
  }

  private static let opening: Set<Character> = ["“", "‘", "（", "《", "〈", "【", "「", "『", "〔", "(", "["]
  private static let closing: Set<Character> = [
    "”", "’", "）", "》", "〉", "】", "」", "』", "〕", ")", "]", "，", "。", "、", "；", "：", "？", "！", "…", "—", "·", "%",
    "％", "℃", ",", ".", ";", ":", "?", "!",
  ]
  private static let stops: Set<Character> = ["，", "。", "；", "：", "？", "！", "、", "—", ":", ","]
}

extension Character {
  fileprivate var isBlank: Bool { self == " " || self == "\u{3000}" || self == "\u{A0}" || self == "\n" }
  fileprivate var isWide: Bool { unicodeScalars.first.map { TextWidth.of($0) == 100 } ?? false }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isBlank == true { text.removeFirst() }
    while text.last?.isBlank == true { text.removeLast() }
    return String(text)
  }
}
