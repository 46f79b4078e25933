/// One issue of a batch: where it is, and where below the output folder its outputs go.
struct BatchInput: Sendable, Hashable {
  /// The path as it is opened and reported.
  var path: String
  /// The path of the outputs below the output folder, without extension.
  var stem: String
  /// Whether the name is no UTF-8 and cannot be opened.
  var isMangled = false
}

/// The inputs of a batch, in order. It holds the bytes of each path and 24 more: the names of an archive are all that
/// is known of it at once.
struct InputList: RandomAccessCollection, Sendable {
  private struct Entry {
    /// Where the path begins in the bytes, and how long it is.
    var start: Int
    var pathCount: UInt32
    /// Where the stem begins, from there, and how long it is.
    var stemOffset: UInt32
    var stemCount: UInt32
    var isMangled: Bool
  }
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  var startIndex: Int { 0 }
  var endIndex: Int { entries.count }

  subscript(index: Int) -> BatchInput {
    let entry = entries[index]
    return BatchInput(
      path: String(decoding: bytes[entry.start..<entry.start + Int(entry.pathCount)], as: UTF8.self),
      stem: String(decoding: stem(index), as: UTF8.self), isMangled: entry.isMangled)
  }

  /// Adds `input`.
  mutating func append(_ input: BatchInput) {
    let (path, stem) = (Array(input.path.utf8), Array(input.stem.utf8))
    let start = bytes.count
    bytes += path
    // The stem is mostly the end of the path, but for its ending.
    var offset = path.count
    if let dot = path.lastIndex(of: UInt8(ascii: ".")), path[..<dot].suffix(stem.count).elementsEqual(stem) {
      offset = dot - stem.count
    } else if path.suffix(stem.count).elementsEqual(stem) {
      offset = path.count - stem.count
    } else {
      bytes += stem
    }
    entries.append(
      Entry(
        start: start, pathCount: UInt32(path.count), stemOffset: UInt32(offset), stemCount: UInt32(stem.count),
        isMangled: input.isMangled))
  }

  private func stem(_ index: Int) -> ArraySlice<UInt8> {
    let start = entries[index].start + Int(entries[index].stemOffset)
    return bytes[start..<start + Int(entries[index].stemCount)]
  }

  /// Two inputs that have one stem, the first such in order, and how many more have the stem of an earlier one; nil if
  /// each has its own.
  func clash() -> (one: BatchInput, other: BatchInput, more: Int)? {
    let ordered = indices.map(UInt32.init).sorted { one, other in
      let (first, second) = (stem(Int(one)), stem(Int(other)))
      if first.lexicographicallyPrecedes(second) { return true }
      return one < other && first == second
    }
    let pairs = zip(ordered, ordered.dropFirst()).filter { stem(Int($0)) == stem(Int($1)) }
    guard let first = pairs.min(by: { $0.1 < $1.1 }) else { return nil }
    return (self[Int(first.0)], self[Int(first.1)], pairs.count - 1)
  }
}
