/// Finds where to break a row of pieces so that the lines look well.
struct TitleShape {
  let pieces: [TitlePiece]
  let maximum: Int
  /// The width of all pieces before the one of each index, blanks among them.
  private let sums: [Int]

  init(pieces: [TitlePiece], maximum: Int) {
    self.pieces = pieces
    self.maximum = max(1, maximum)
    var sums = [0]
    for piece in pieces { sums.append(sums[sums.count - 1] + piece.width + piece.blankWidth) }
    self.sums = sums
  }

  func lines() -> [String] {
    guard !pieces.isEmpty else { return [] }
    let greedy = greedyBreaks()
    // Of a text that long no shape can be seen, and the search would take its time.
    let breaks = greedy.count > 1 && greedy.count <= 8 ? best(count: greedy.count) ?? greedy : greedy
    var start = 0
    return breaks.map { end in
      defer { start = end }
      return text(start..<end)
    }
  }

  /// The lines, if they are as few as can be whatever the breaks, and none is far from the others' width; else nil.
  func balancedLines() -> [String]? {
    guard !pieces.isEmpty else { return [] }
    let whole = width(0..<pieces.count)
    if whole <= maximum { return [text(0..<pieces.count)] }
    let count = (whole + maximum - 1) / maximum
    guard count <= 8, let breaks = best(count: count) else { return nil }
    var start = 0
    var lines: [String] = []
    for end in breaks {
      if abs(width(start..<end) - whole / count) * 6 > maximum { return nil }
      lines.append(text(start..<end))
      start = end
    }
    return lines
  }

  private func text(_ range: Range<Int>) -> String {
    var text = ""
    for index in range {
      text += pieces[index].text
      if index + 1 < range.upperBound { text += pieces[index].blanks }
    }
    return text
  }

  private func width(_ range: Range<Int>) -> Int {
    sums[range.upperBound] - sums[range.lowerBound] - pieces[range.upperBound - 1].blankWidth
  }

  /// The ends of lines as full as can be: as few lines as there can be.
  private func greedyBreaks() -> [Int] {
    var breaks: [Int] = []
    var start = 0
    for index in pieces.indices.dropFirst() where width(start..<index + 1) > maximum {
      breaks.append(index)
      start = index
    }
    return breaks + [pieces.count]
  }

  /// The ends of `count` lines that cost least; nil if there is no way.
  private func best(count: Int) -> [Int]? {
    let target = width(0..<pieces.count) / count
    // costs[k][i]: the least cost of the first i pieces in k + 1 lines; from[k][i]: where the last of them begins.
    var costs = [[Int?]](repeating: [Int?](repeating: nil, count: pieces.count + 1), count: count)
    var from = [[Int]](repeating: [Int](repeating: 0, count: pieces.count + 1), count: count)
    for end in 1...pieces.count where width(0..<end) <= maximum {
      costs[0][end] = lineCost(0..<end, target: target, isLast: count == 1)
    }
    for line in 1..<count {
      for end in (line + 1)...max(line + 1, pieces.count) where end <= pieces.count {
        var start = end - 1
        while start >= line, width(start..<end) <= maximum {
          if let before = costs[line - 1][start] {
            let shape = shapeCost(before: from[line - 1][start]..<start, line: start..<end, isFirst: line == 1)
            let cost = before + lineCost(start..<end, target: target, isLast: line == count - 1) + shape
            if cost < costs[line][end] ?? .max {
              costs[line][end] = cost
              from[line][end] = start
            }
          }
          start -= 1
        }
      }
    }
    guard costs[count - 1][pieces.count] != nil else { return nil }
    var breaks = [pieces.count]
    for line in stride(from: count - 1, to: 0, by: -1) { breaks.append(from[line][breaks[breaks.count - 1]]) }
    return breaks.reversed()
  }

  private func lineCost(_ range: Range<Int>, target: Int, isLast: Bool) -> Int {
    let deviation = 1000 * (width(range) - target) / maximum
    var cost = deviation * deviation / 250
    if !isLast { cost += pieces[range.upperBound - 1].cost.value }
    return cost
  }

  /// Two lines of one width make a box, not a trapezoid: slightly worse than a difference of a character.
  private func shapeCost(before: Range<Int>, line: Range<Int>, isFirst: Bool) -> Int {
    guard !before.isEmpty else { return 0 }
    return width(before) == width(line) ? 10 : 0
  }
}
