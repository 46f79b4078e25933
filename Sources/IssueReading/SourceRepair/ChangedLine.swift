/// A line that a repair of the text itself changed.
struct ChangedLine: Sendable, Hashable {
  /// Its number, from 1.
  let line: Int
  /// How many letters were changed or taken out.
  let count: Int
}

extension SourceText {
  /// Puts for each letter of some lines what `change` makes of it; nil takes it out.
  /// - Parameter mayHoldSome: Whether a line may hold one that changes: most lines are not looked at letter by letter.
  mutating func changeLetters(
    where mayHoldSome: (Substring) -> Bool, _ change: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> [ChangedLine] {
    changeLines(where: mayHoldSome) { line in
      var count = 0
      let changed = String(mapping: line) { scalar in
        let replacement = change(scalar)
        if replacement != scalar { count += 1 }
        return replacement
      }
      return (changed, count)
    }
  }

  /// Puts for some lines what `change` makes of them, if it says that it changed letters.
  mutating func changeLines(
    where mayHoldSome: (Substring) -> Bool, _ change: (Substring) -> (text: String, count: Int)
  ) -> [ChangedLine] {
    var found: [ChangedLine] = []
    for index in lines.indices where mayHoldSome(lines[index]) {
      let changed = change(lines[index])
      guard changed.count > 0 else { continue }
      found.append(ChangedLine(line: index + 1, count: changed.count))
      lines[index] = Substring(changed.text)
    }
    if !found.isEmpty { replaceText() }
    return found
  }
}
