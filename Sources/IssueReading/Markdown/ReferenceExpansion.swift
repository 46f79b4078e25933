import IssueModel

/// Keeps targets of links that are defined once, `[name]: https://…`, and used over and over from growing the text beyond
/// measure: a long target is written out wherever its name stands.
///
/// CommonMark sets no bound, nor do all versions of cmark-gfm. Here the targets of a text may take as much room as the text,
/// or 1 MB. What takes more is no definition but words, as are its uses.
struct ReferenceExpansion {
  /// A name, where it is defined, and what its use costs.
  private struct Target {
    /// The offsets of the brackets with which its definitions begin.
    var places: [Int]
    /// The bytes of the longest definition.
    var size: Int
    var uses = 0
    var cost: Int { size * uses }
  }

  /// What targets may take in any text, however short.
  static let least = 1_000_000

  /// `markdown` with a backslash before the definitions that grow it too much, the costliest first; they are told together.
  static func limited(_ markdown: String, _ diagnostics: DiagnosticSink) -> String {
    var markdown = markdown
    let dropped = markdown.withUTF8 { bytes in costly(in: bytes) }
    guard let first = dropped.min() else { return markdown }
    diagnostics.repaired(
      "reference-expansion-limited", line: 1 + markdown.utf8.prefix(first).count { $0 == UInt8(ascii: "\n") },
      dropped.count == 1
        ? "the target of links defined here is used so often that it would outgrow the text: it stays as words"
        : "the targets of links defined here and at \(dropped.count - 1) more places are used so often that they would outgrow the text: they stay as words",
      zh: "此处\(dropped.count == 1 ? "" : "等\(dropped.count)处")定义的链接目标使用次数过多，展开后将超过正文：按文字保留",
      hint: Wording("use shorter targets", zh: "请缩短链接目标"))
    var result: [UInt8] = []
    result.reserveCapacity(markdown.utf8.count + dropped.count)
    markdown.withUTF8 { bytes in
      var start = 0
      for place in dropped.sorted() {
        result += bytes[start..<place]
        result.append(UInt8(ascii: "\\"))
        start = place
      }
      result += bytes[start...]
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The places of the definitions that cost too much.
  private static func costly(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var targets = definitions(in: bytes)
    guard !targets.isEmpty else { return [] }
    visitBrackets(in: bytes) { place, end in
      guard bytes[place + 1] != UInt8(ascii: "^") else { return }
      targets[name(bytes[place + 1..<end])]?.uses += 1
    }
    let limit = max(least, bytes.count)
    var total = targets.values.reduce(0) { $0 + $1.cost }
    var dropped: [Int] = []
    guard total > limit else { return [] }
    // Of equal ones the first is dropped first, so that the answer never varies.
    for target in targets.values.sorted(by: { $0.cost != $1.cost ? $0.cost > $1.cost : $0.places[0] < $1.places[0] }) {
      guard total > limit else { break }
      total -= target.cost
      dropped += target.places
    }
    return dropped
  }

  /// What is defined, by its name. What looks like a definition but is none, in a program, costs no more than a search.
  private static func definitions(in bytes: UnsafeBufferPointer<UInt8>) -> [String: Target] {
    let mark: [UInt8] = Array("]:".utf8)
    guard mark.withUnsafeBufferPointer({ ByteSearch.first($0, in: bytes) != nil }) else { return [:] }
    var starts: [(place: Int, end: Int)] = []
    visitBrackets(in: bytes) { place, end in
      guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: ":"), bytes[place + 1] != UInt8(ascii: "^"),
        beginsLine(place, bytes)
      else { return }
      starts.append((place, end))
    }
    var targets: [String: Target] = [:]
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1].place : bytes.count
      let size = endOfDefinition(bytes, from: start.end + 2, before: next) - start.end
      let name = name(bytes[start.place + 1..<start.end])
      var target = targets[name] ?? Target(places: [], size: 0)
      target.places.append(start.place)
      // Its own name will be counted among the uses.
      target.uses -= 1
      target.size = max(size, target.size)
      targets[name] = target
    }
    return targets
  }

  /// Calls `visit` with the places of each pair of brackets that has none within, as a name of a target has none
  /// (CommonMark, 4.7), and no more than 999 characters.
  private static func visitBrackets(in bytes: UnsafeBufferPointer<UInt8>, _ visit: (Int, Int) -> Void) {
    var open: Int?
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): open = place
      case UInt8(ascii: "]"):
        if let start = open, place - start <= 4000, place > start + 1 { visit(start, place) }
        open = nil
      default: break
      }
      place += 1
    }
  }

  /// Whether nothing but blanks and marks of quotations and lists stands before it on its line.
  private static func beginsLine(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = place - 1
    while index >= 0, bytes[index] != UInt8(ascii: "\n") {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        index -= 1
      default: return false
      }
    }
    return true
  }

  /// Where the definition ends at the latest: before an empty line, or the next definition.
  private static func endOfDefinition(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before next: Int) -> Int {
    var index = start
    while index < next {
      if bytes[index] == UInt8(ascii: "\n"), index + 1 < next, bytes[index + 1] == UInt8(ascii: "\n") { break }
      index += 1
    }
    return index
  }

  /// The name by which a use finds its target: without regard to case and width of blanks.
  private static func name(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let words = String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace || $0.isBlankCharacter }
    // Twice, as ß and SS are the same.
    return words.joined(separator: " ").lowercased().uppercased().lowercased()
  }
}
