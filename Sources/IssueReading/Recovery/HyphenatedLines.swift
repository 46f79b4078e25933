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
    for index in block.lines.indices.dropLast().reversed() {
      let line = block.lines[index]
      guard !line.endsHard, case .text(let end) = line.inlines.last,
        case .text(let start) = block.lines[index + 1].inlines.first,
        end.trimmed.hasSuffix("-"), !start.trimmed.isEmpty
      else { continue }
      let head = String(end.trimmed.dropLast().reversed().prefix { $0.isASCII && $0.isLetter }.reversed())
      let tail = String(start.trimmed.prefix { $0.isASCII && $0.isLetter })
      guard head.count >= 2, !tail.isEmpty, tail.first?.isLowercase == true, !["and", "or", "to"].contains(tail) else {
        continue
      }
      let joined = (head + tail).lowercased()
      let compound = (head + "-" + tail).lowercased()
      guard words.contains(joined) || !compounds.contains(compound) else { continue }
      diagnostics.repaired(
        "word-joined", line: block.lines[index + 1].number, "a word parted at the line's end joined: “\(head)\(tail)”",
        zh: "接上行末断开的单词：“\(head)\(tail)”", severity: .note, confidence: 0.9)
      var inlines = Array(line.inlines.dropLast())
      inlines += [.text(String(end.trimmed.dropLast()))]
      let next = block.lines[index + 1]
      block.lines[index] = DraftLine(
        inlines: (inlines + next.inlines.trimmedAtEnds).merged, number: line.number, endsHard: next.endsHard)
      block.lines.remove(at: index + 1)
    }
  }
}
