/// What is done with the blocks of a ``Draft`` together.
extension [DraftBlock] {
  /// Drops the blocks at all these places in one go.
  mutating func remove(_ places: Set<Int>) {
    guard !places.isEmpty else { return }
    var kept = 0
    for index in indices where !places.contains(index) {
      if kept < index { swapAt(kept, index) }
      kept += 1
    }
    removeSubrange(kept...)
  }

  /// Puts what `parts` gives in the place of each block for which it gives something. Most stages change few blocks or none;
  /// to make all anew costs more than all that they ask.
  mutating func replace(_ parts: (DraftBlock) -> [DraftBlock]?) {
    var found: [(place: Int, parts: [DraftBlock])] = []
    for index in indices {
      if let parts = parts(self[index]) { found.append((index, parts)) }
    }
    replace(found)
  }

  /// Puts `parts` in the place of each of the blocks that `found` names in their order, in one go.
  mutating func replace(_ found: [(place: Int, parts: [DraftBlock])]) {
    guard !found.isEmpty else { return }
    var result: [DraftBlock] = []
    result.reserveCapacity(count + found.count)
    var copied = 0
    for (place, parts) in found {
      result += self[copied..<place]
      result += parts
      copied = place + 1
    }
    result += self[copied...]
    self = result
  }

  /// Whether `predicate` holds for any block; `contains(where:)` copies each to ask it.
  func hasAny(_ predicate: (DraftBlock) -> Bool) -> Bool {
    for index in indices where predicate(self[index]) { return true }
    return false
  }
}
