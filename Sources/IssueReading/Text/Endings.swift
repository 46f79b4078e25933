/// Words that a text may end with, found without looking at each of them: sorted by their last byte, which tells most
/// apart.
struct Endings: Sendable {
  private let words: [(last: UInt8, word: String)]

  /// The endings `words`.
  init(_ words: [String]) { self.words = words.compactMap { word in word.utf8.last.map { ($0, word) } } }

  /// Whether `text` ends with any of the words.
  func holdEnd(of text: String) -> Bool {
    guard let last = text.utf8.last else { return false }
    return words.contains { $0.last == last && text.hasSuffix($0.word) }
  }

  /// The words that `text` ends with, in the order they were given.
  func matches(_ text: String) -> [String] {
    guard let last = text.utf8.last else { return [] }
    var found: [String] = []
    for entry in words where entry.last == last && text.hasSuffix(entry.word) { found.append(entry.word) }
    return found
  }
}
