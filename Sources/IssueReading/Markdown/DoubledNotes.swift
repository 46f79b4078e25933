/// Footnotes of one name, of which Markdown knows the first only and drops the others. In a text that was put together of
/// several issues the numbers begin anew with each; so each mark belongs to the note that the fewest headings part from it.
///
/// Names are told apart by scalars that no text may hold, behind those that are alike; ``scrubbed(_:)`` takes them out again.
struct DoubledNotes {
  /// The text with a name of its own for each note.
  let text: String

  /// The noncharacters (Unicode, section 23.7) in which the place of a note among those of its name is written.
  private static let digits: (Unicode.Scalar, Unicode.Scalar) = (
    Unicode.Scalar(0xFDD1 as UInt32) ?? "\u{E001}", Unicode.Scalar(0xFDD2 as UInt32) ?? "\u{E002}"
  )

  /// Looks for notes of one name; nil if each has its own, as nearly always.
  init?(_ markdown: String) {
    guard let source = Source(markdown) else { return nil }
    var changes: [(place: Range<Substring.Index>, line: Int, order: Int)] = []
    for mentions in source.mentions.values.filter({ $0.count { $0.isNote } > 1 }) {
      for (mention, order) in source.ordered(mentions) where order > 0 {
        changes.append((mention.name, mention.line, order))
      }
    }
    guard !changes.isEmpty else { return nil }
    changes.sort { ($0.line, $0.place.lowerBound) < ($1.line, $1.place.lowerBound) }
    var lines = source.lines.map { String($0) }
    var next = 0
    while next < changes.count {
      let index = changes[next].line
      let line = source.lines[index]
      var result = ""
      var start = line.startIndex
      while next < changes.count, changes[next].line == index {
        result += line[start..<changes[next].place.upperBound]
        result += Self.suffix(changes[next].order)
        start = changes[next].place.upperBound
        next += 1
      }
      lines[index] = result + line[start...]
    }
    text = lines.joined(separator: "\n")
  }

  private static func suffix(_ order: Int) -> String {
    String(String.UnicodeScalarView(String(order, radix: 2).unicodeScalars.map { $0 == "0" ? digits.0 : digits.1 }))
  }

  /// `text` as the source has it.
  static func scrubbed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == digits.0 || $0 == digits.1 }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0 != digits.0 && $0 != digits.1 }))
  }
}

/// Where notes and their marks stand in a text.
private struct Source {
  /// A mark `[^1]`, or a note `[^1]: …`.
  struct Mention {
    var isNote: Bool
    /// The line, from 0.
    var line: Int
    /// Its name within the line.
    var name: Range<Substring.Index>
  }
  let lines: [Substring]
  /// By their name.
  private(set) var mentions: [String: [Mention]] = [:]
  /// The headings, in order.
  private var headings: [(line: Int, level: Int)] = []

  /// So many headings are looked at between a mark and a note; behind more of them all notes are alike far.
  private static let reach = 200

  /// Nil if no name is that of two notes.
  init?(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var notes: Set<String> = []
    var isDoubled = false
    var fence: Character?
    for (index, line) in lines.enumerated() {
      let words = line.drop { $0.isBlankCharacter || $0 == ">" }
      if words.hasPrefix("```") || words.hasPrefix("~~~") {
        if fence == nil { fence = words.first } else if fence == words.first { fence = nil }
      }
      guard fence == nil else { continue }
      if let level = Self.headingLevel(words) { headings.append((index, level)) }
      var rest = line
      while let open = rest.firstRange(of: "[^") {
        let inner = rest[open.upperBound...]
        guard let close = inner.firstIndex(of: "]") else { break }
        let after = inner[inner.index(after: close)...]
        let name = open.upperBound..<close
        rest = after
        guard !name.isEmpty else { continue }
        let key = line[name].lowercased()
        let isNote = after.first == ":" && DroppedDefinitions.mayBegin(behind: line[..<open.lowerBound])
        if isNote, !notes.insert(key).inserted { isDoubled = true }
        mentions[key, default: []].append(Mention(isNote: isNote, line: index, name: name))
      }
    }
    guard isDoubled else { return nil }
  }

  /// The level of the heading that a line is, a line all bold as the lowest; nil for any other.
  private static func headingLevel(_ line: Substring) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    if (1...6).contains(level) { return level }
    return line.hasPrefix("**") && line.trimmed.hasSuffix("**") ? 7 : nil
  }

  /// The level of the highest heading that parts two lines; 8 for none.
  private func parting(_ one: Int, _ other: Int) -> Int {
    let (first, last) = (min(one, other), max(one, other))
    var index = headings.partitionPoint { $0.line < first }
    var level = 8
    var looked = 0
    while index < headings.count, headings[index].line <= last {
      guard looked < Self.reach else { return 0 }
      looked += 1
      // A mark in a heading belongs to what that heads.
      if headings[index].line > first { level = min(level, headings[index].level) }
      index += 1
    }
    return level
  }

  /// The notes of one name and their marks, each with the place of its note among them, from 0.
  func ordered(_ mentions: [Mention]) -> [(Mention, Int)] {
    var result: [(Mention, Int)] = []
    let notes = mentions.filter(\.isNote)
    // How many notes stand before a mention.
    var before = 0
    var index = 0
    while index < mentions.count {
      if mentions[index].isNote {
        result.append((mentions[index], before))
        before += 1
        index += 1
        continue
      }
      let marks = mentions[index...].prefix { !$0.isNote }
      let behind = mentions[marks.endIndex...].prefix(while: \.isNote).count
      if let each = inTurn(marks, behind) {
        for (mark, place) in zip(marks, each) { result.append((mark, before + place)) }
      } else {
        for mark in marks { result.append((mark, nearest(mark, notes, before))) }
      }
      index = marks.endIndex
    }
    return result
  }

  /// Which of the notes that stand together behind several marks is that of each: those of articles one after the other.
  /// Nil unless there are as many of both.
  private func inTurn(_ marks: ArraySlice<Mention>, _ notes: Int) -> [Int]? {
    guard notes > 1, marks.count >= notes else { return nil }
    var places: [Int] = []
    var last: Mention?
    for mark in marks {
      let isNext = last.map { marks.count == notes || parting($0.line, mark.line) < 8 } ?? false
      places.append((places.last ?? 0) + (isNext ? 1 : 0))
      last = mark
    }
    return places.last == notes - 1 ? places : nil
  }

  /// The note behind a mark, or that before it if fewer headings part the two.
  private func nearest(_ mark: Mention, _ notes: [Mention], _ before: Int) -> Int {
    guard before < notes.count else { return notes.count - 1 }
    guard before > 0 else { return 0 }
    return parting(notes[before - 1].line, mark.line) > parting(mark.line, notes[before].line) ? before - 1 : before
  }
}
