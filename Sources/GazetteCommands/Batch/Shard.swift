/// The part of a batch that this run does.
struct Shard: Sendable, Hashable {
  /// Which one, from 1.
  var index: Int
  /// Of how many.
  var count: Int

  /// The shard that `text` names: `1/4`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, (1...count).contains(index) else {
      return nil
    }
    (self.index, self.count) = (index, count)
  }

  /// Whether the input `path` belongs to it: by the path alone, whatever else there is (FNV-1a).
  func holds(_ path: String) -> Bool {
    let hash = path.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    // The upper half is mixed better.
    return Int((hash >> 32) % UInt64(count)) == index - 1
  }
}
