import IssueModel

/// Words that the end of a printed line had parted: the Com- | pany's engineer.
///
/// The hyphen goes where the word behind it goes on in small letters; it stays where the issue writes the compound with its
/// hyphen elsewhere, or where what follows is a word that only joins (two- and three-year terms).
struct HyphenatedLines {
  private let written: WrittenWords

  init(_ draft: Draft) {
    written = WrittenWords(draft.source.lines)
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
    guard !written.compounds.contains(compound) || written.words.contains(joined) else { return false }
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

/// The words of a text that are nothing but ASCII letters, in small letters; gathered when they are first asked for, since most
/// issues part no word.
private final class WrittenWords {
  private let lines: [Substring]

  init(_ lines: [Substring]) { self.lines = lines }

  /// Those with a hyphen within.
  private(set) lazy var compounds: Set<String> = {
    var words: Set<String> = []
    for line in lines where line.utf8.contains(UInt8(ascii: "-")) {
      Self.visitWords(of: line, hyphens: true) { if $0.contains("-") { words.insert($0.lowercased()) } }
    }
    return words
  }()

  /// Those without.
  private(set) lazy var words: Set<String> = {
    var words: Set<String> = []
    for line in lines { Self.visitWords(of: line, hyphens: false) { words.insert($0.lowercased()) } }
    return words
  }()

  /// Calls `visit` with each word of ASCII letters, and hyphens if they count, that no other letter stands beside.
  private static func visitWords(of line: Substring, hyphens: Bool, _ visit: (Substring) -> Void) {
    func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCIILetter || hyphens && scalar == "-" }
    var start: String.Index?
    // Whether the letters that go on here began with, or go on with, one that is not ASCII.
    var isOther = false
    let view = line.unicodeScalars
    var place = view.startIndex
    while place < view.endIndex {
      let scalar = view[place]
      if isPart(scalar) {
        if start == nil { start = place }
      } else if !scalar.isASCII, scalar.isHan || scalar.properties.isAlphabetic || scalar.properties.isGraphemeExtend {
        isOther = true
      } else {
        if let start, !isOther { visit(line[start..<place]) }
        start = nil
        isOther = false
      }
      place = view.index(after: place)
    }
    if let start, !isOther { visit(line[start...]) }
  }
}
