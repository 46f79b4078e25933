import IssueModel

/// Words that the end of a printed line had parted: the Com- | pany's engineer.
///
/// The hyphen goes where the word behind it goes on in small letters; it stays where the issue writes the compound with its
/// hyphen elsewhere, or where what follows is a word that only joins (two- and three-year terms).
struct HyphenatedLines {
  /// All words with a hyphen within, and all without, in small letters.
  private var compounds: Set<String> = []
  private var words: Set<String> = []

  init(_ draft: Draft) {
    for line in draft.source.lines where line.utf8.contains(UInt8(ascii: "-")) {
      for word in line.split(whereSeparator: { !$0.isLetter && $0 != "-" }) where word.contains("-") {
        compounds.insert(word.lowercased())
      }
    }
    guard !compounds.isEmpty else { return }
    for line in draft.source.lines {
      for word in line.split(whereSeparator: { !$0.isLetter }) { words.insert(word.lowercased()) }
    }
  }

  /// Closes the words parted between the lines of `block`, and tells each.
  func close(_ block: inout DraftBlock, _ diagnostics: DiagnosticSink) {
    guard block.lines.count > 1 else { return }
    let lines = block.lines
    // Whether each line ends in a word that goes on in the next; from the end, where a word may have three parts.
    var goesOn = Array(repeating: false, count: lines.count)
    var tail = Self.firstWord(lines[lines.count - 1])
    for index in lines.indices.dropLast().reversed() {
      goesOn[index] = joins(lines[index], tail, before: lines[index + 1], diagnostics)
      let first = Self.firstWord(lines[index])
      tail = goesOn[index] && Self.isWord(lines[index]) ? String((first + tail).prefix(Self.longestWord)) : first
    }
    guard goesOn.contains(true) else { return }
    block.lines = []
    var start = 0
    for index in lines.indices where !goesOn[index] {
      defer { start = index + 1 }
      guard start < index else {
        block.lines.append(lines[index])
        continue
      }
      let inlines = (start...index).flatMap { place in
        let inlines = goesOn[place] ? Self.withoutHyphen(lines[place].inlines) : lines[place].inlines
        return place == start ? inlines : inlines.trimmedAtEnds
      }
      block.lines.append(
        DraftLine(inlines: inlines.merged, number: lines[start].number, endsHard: lines[index].endsHard))
    }
  }

  /// No word is longer: what is parted more often is none.
  private static let longestWord = 100

  /// Whether `line` ends in a word that goes on with `tail`, which `next` begins with.
  private func joins(_ line: DraftLine, _ tail: String, before next: DraftLine, _ diagnostics: DiagnosticSink) -> Bool {
    guard !line.endsHard, case .text(let end) = line.inlines.last, case .text(let start) = next.inlines.first,
      end.trimmed.hasSuffix("-"), !start.trimmed.isEmpty
    else { return false }
    let head = String(end.trimmed.dropLast().reversed().prefix { $0.isASCII && $0.isLetter }.reversed())
    guard head.count >= 2, tail.first?.isLowercase == true, !["and", "or", "to"].contains(tail) else { return false }
    let joined = (head + tail).lowercased()
    let compound = (head + "-" + tail).lowercased()
    guard words.contains(joined) || !compounds.contains(compound) else { return false }
    diagnostics.repaired(
      "word-joined", line: next.number, "a word parted at the line's end joined: “\(head)\(tail)”",
      zh: "接上行末断开的单词：“\(head)\(tail)”", severity: .note, confidence: 0.9)
    return true
  }

  /// The letters that a line begins with.
  private static func firstWord(_ line: DraftLine) -> String {
    guard case .text(let text) = line.inlines.first else { return "" }
    return String(text.trimmed.prefix { $0.isASCII && $0.isLetter })
  }

  /// Whether a line is nothing but a word and its hyphen.
  private static func isWord(_ line: DraftLine) -> Bool {
    guard line.inlines.count == 1, case .text(let text) = line.inlines[0] else { return false }
    return text.trimmed.dropLast().allSatisfy { $0.isASCII && $0.isLetter }
  }

  private static func withoutHyphen(_ inlines: [Inline]) -> [Inline] {
    guard case .text(let end) = inlines.last, let hyphen = end.lastIndex(of: "-") else { return inlines }
    // A blank behind other inlines parts words.
    let word = String(end[..<hyphen])
    return inlines.dropLast() + [.text(inlines.count == 1 ? word.trimmed : word)]
  }
}
