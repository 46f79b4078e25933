/// Makes a line as wide as wanted by blanks between its units.
enum Justification {
  /// How well a blank goes between two characters: better ones, of lower rank, get it first. Nil for two marks, which one
  /// blank of their own parts already.
  private static func rank(_ before: Unicode.Scalar, _ behind: Unicode.Scalar) -> Int? {
    if Kinsoku.isBlank(before) { return 0 }
    let (ends, begins) = (Kinsoku.isSqueezedBehind(before), Kinsoku.isSqueezedInFront(behind))
    if ends, begins || Kinsoku.isSqueezedBehind(behind) { return nil }
    if ends || begins { return 1 }
    return before.isHan == behind.isHan ? 3 : 2
  }

  /// `line` with `spare` blanks, or as it is where that would take more than two blanks in a gap.
  /// - Parameter gaps: Where blanks may go, in bytes, ascending.
  static func justified(_ line: String, gaps: [Int], spare: Int) -> String {
    guard spare > 0, spare <= 2 * gaps.count else { return line }
    let utf8 = line.utf8
    var ranked: [[Int]] = [[], [], [], []]
    for (index, gap) in gaps.enumerated() {
      let place = utf8.index(utf8.startIndex, offsetBy: gap)
      let scalars = line.unicodeScalars
      guard place > scalars.startIndex, place < scalars.endIndex else { continue }
      if let rank = rank(scalars[scalars.index(before: place)], scalars[place]) { ranked[rank].append(index) }
    }
    guard spare <= 2 * ranked.reduce(0, { $0 + $1.count }) else { return line }
    var blanks = [Int](repeating: 0, count: gaps.count)
    var left = spare
    while left > 0 {
      for rank in ranked where left > 0 {
        let count = min(left, rank.count)
        // Where not all get one, those that do are spread over the line.
        for number in 0..<count { blanks[rank[(2 * number + 1) * rank.count / (2 * count)]] += 1 }
        left -= count
      }
    }
    var result = ""
    result.reserveCapacity(utf8.count + spare)
    var start = utf8.startIndex
    for (index, gap) in gaps.enumerated() where blanks[index] > 0 {
      let place = utf8.index(utf8.startIndex, offsetBy: gap)
      result += line[start..<place]
      result += Placement.blanks(blanks[index])
      start = place
    }
    return result + line[start...]
  }
}
