import IssueModel

/// Where the words of an issue stand in the text it was read from.
///
/// The model keeps the line at which a paragraph begins. What it holds may be written otherwise in the source: over several
/// lines, with marks of Markdown or HTML between, with a page number where it was torn. So the words are laid beside the
/// source from there on, letter by letter; what differs is skipped on the side where that brings the two together
/// soonest.
struct SourcePlaces: Sendable {
  private let scalars: [Unicode.Scalar]
  /// Where each line begins.
  private let lineStarts: [Int]

  /// How far into the source a passage may begin behind the line that is known: cells have that of their table.
  private static let reach = 4000
  /// How much of the source may stand between two letters of a passage: an address behind a link, a running head.
  private static let gap = 120
  /// How many letters of a passage may be missing from the source.
  private static let patience = 1000

  /// The places of `text`, whose lines end with LF.
  init(_ text: String) {
    let all = Array(text.unicodeScalars)
    scalars = all
    lineStarts = [0] + all.indices.filter { all[$0] == "\n" }.map { $0 + 1 }
  }

  /// The places of the scalars at `indices`, ascending, of `passage`, which begins in `line` or below. Absent is that of a
  /// scalar that the source does not have there.
  func places(of indices: [Int], in passage: [Unicode.Scalar], from line: Int) -> [SourcePosition?] {
    guard let last = indices.last, line >= 1, line <= lineStarts.count,
      var place = start(of: passage, from: lineStarts[line - 1])
    else { return indices.map { _ in nil } }
    var found: [SourcePosition?] = []
    var missed = 0
    for index in passage.indices.prefix(last + 1) {
      let isWanted = found.count < indices.count && indices[found.count] == index
      var position: SourcePosition?
      // What is so unlike the source was not read from there.
      if !passage[index].isBlank, missed < Self.patience {
        if let next = self.place(of: passage[index...], from: place) {
          if isWanted { position = self.position(at: next) }
          place = next + 1
        } else {
          missed += 1
        }
      }
      if isWanted { found.append(position) }
    }
    return found
  }

  /// Where the first letters of the passage stand, one behind the other.
  private func start(of passage: [Unicode.Scalar], from start: Int) -> Int? {
    let head = passage.lazy.filter { !$0.isBlank }.prefix(6)
    guard !head.isEmpty else { return nil }
    return (start..<min(scalars.count, start + Self.reach)).first { stands(head, at: $0) }
      // It may begin with a mark that the source writes otherwise.
      ?? start
  }

  /// The next place of the first of `rest`, with those behind it as far as they are few.
  private func place(of rest: ArraySlice<Unicode.Scalar>, from start: Int) -> Int? {
    let next = rest.lazy.filter { !$0.isBlank }.prefix(3)
    var isNext = true
    for place in start..<min(scalars.count, start + Self.gap) {
      // Right behind the letter before, one is enough.
      if scalars[place] == rest.first, isNext || stands(next, at: place) { return place }
      if !scalars[place].isBlank { isNext = false }
    }
    return nil
  }

  /// Whether `letters` stand from `place` on, blanks left out.
  private func stands(_ letters: some Sequence<Unicode.Scalar>, at place: Int) -> Bool {
    var place = place
    for letter in letters {
      while place < scalars.count, scalars[place].isBlank, letter != scalars[place] { place += 1 }
      guard place < scalars.count, scalars[place] == letter else { return false }
      place += 1
    }
    return true
  }

  private func position(at place: Int) -> SourcePosition {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: place - lineStarts[low] + 1)
  }
}
