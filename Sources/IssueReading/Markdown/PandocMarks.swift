import IssueModel

/// What pandoc's Markdown has and CommonMark does not: notes within their sentences, `^[…]`; raised and lowered letters, `m^2^` and
/// `H~2~O`; lists of terms, `:   text`; blocks of lines, `| line`. No line moves: notes go behind the text.
struct PandocMarks {
  private var lines: [Substring]
  private var notes: [String] = []
  /// How many letters were raised or lowered.
  private var raised = 0
  /// More of them stay as they are: no issue has so many.
  private static let mostRaised = 20_000
  /// The line of each note in the source, by the line that it has behind the text.
  private(set) var noteLines: [Int: Int] = [:]

  /// Whether any of it may stand in `source`.
  static func mayBe(in source: SourceText) -> Bool {
    let marks: [StaticString] = ["^[", "^", "~", "\n:", "\n| "]
    return marks.contains { source.contains(ascii: $0) } || source.text.hasPrefix("| ")
  }

  init(_ lines: [Substring]) { self.lines = lines }

  /// The definitions of the notes that stood within sentences; empty for none.
  var notesBehindText: String { notes.isEmpty ? "" : "\n\n" + notes.joined(separator: "\n") }

  /// The lines in CommonMark.
  mutating func read() -> [Substring] {
    let isCode = Self.code(in: lines)
    var isInHTML = false
    for index in lines.indices where !isCode[index] {
      let line = lines[index]
      // Within a block of HTML, up to the next empty line, there is no Markdown to refer to a note.
      if let first = line.first(where: { $0 != " " }) {
        isInHTML = isInHTML || first == "<"
      } else {
        isInHTML = false
      }
      // Formulas have their own ^ and ~.
      guard line.utf8.contains(where: { $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~") }), !line.contains("$")
      else { continue }
      if !isInHTML, line.contains("^[") { takeNotes(on: index, isCode) }
      lines[index] = withRaisedLetters(lines[index])
    }
    readTerms(isCode)
    readLineBlocks(isCode)
    return lines
  }

  /// Whether each line is one of a program between fences.
  private static func code(in lines: [Substring]) -> [Bool] {
    var fence: Character?
    return lines.map { line in
      let text = line.drop { $0 == " " }
      for mark: Character in ["`", "~"] where text.prefix(3).allSatisfy({ $0 == mark }) && text.utf8.count >= 3 {
        guard fence == nil || fence == mark else { continue }
        fence = fence == nil ? mark : nil
        return true
      }
      return fence != nil
    }
  }

  // MARK: Notes

  /// How many lines a note may run over.
  private static let longestNote = 12
  /// How many characters a note may have.
  private static let mostLetters = 4000

  private mutating func takeNotes(on index: Int, _ isCode: [Bool]) {
    var searched = 0
    // No line that anybody wrote has more of them.
    var left = 100
    while left > 0, let begin = lines[index].dropFirst(searched).firstRange(of: "^[") {
      let before = lines[index][..<begin.lowerBound]
      searched = before.count + 2
      left -= 1
      // An escaped mark is none, nor is one of a pattern or of a program: [^[a-z], `^[`.
      guard let last = before.last, !"\\[^".contains(last), before.count(where: { $0 == "`" }) % 2 == 0,
        let note = note(from: index, behind: begin.upperBound, isCode)
      else { continue }
      let name = "gazette-note-\(notes.count + 1)"
      // Behind the text stand an empty line and one for each note.
      noteLines[lines.count + 2 + notes.count] = index + 1
      notes.append("[^\(name)]: \(note.words)")
      if note.lastLine == index {
        lines[index] = before + "[^\(name)]" + note.rest
      } else {
        lines[index] = before + "[^\(name)]"
        for empty in (index + 1)..<note.lastLine { lines[empty] = EmphasisRepair.markText[...] }
        lines[note.lastLine] = note.rest.trimmed.isEmpty ? EmphasisRepair.markText[...] : note.rest
      }
    }
  }

  /// The words up to the bracket that closes a note, in the same paragraph; nil where none does.
  private func note(
    from index: Int, behind start: Substring.Index, _ isCode: [Bool]
  ) -> (words: String, lastLine: Int, rest: Substring)? {
    var words = ""
    var letters = 0
    var depth = 1
    var rest = lines[index][start...]
    for place in index..<min(lines.count, index + Self.longestNote) {
      if place > index {
        rest = lines[place]
        guard !isCode[place], !rest.trimmed.isEmpty else { return nil }
        words += " "
      }
      var isEscaped = false
      for position in rest.indices {
        let character = rest[position]
        if !isEscaped, character == "[" { depth += 1 }
        if !isEscaped, character == "]" { depth -= 1 }
        isEscaped = !isEscaped && character == "\\"
        guard depth == 0 else {
          words.append(character)
          letters += 1
          guard letters < Self.mostLetters else { return nil }
          continue
        }
        let behind = rest[rest.index(after: position)...]
        // [words](address) raised by itself is a link.
        if let next = behind.first, "([".contains(next) { return nil }
        guard words.unicodeScalars.contains(where: \.isWordScalar) else { return nil }
        return (words.trimmed, place, behind)
      }
    }
    return nil
  }

  // MARK: Raised and lowered letters

  /// The line with `m^2^` and `H~2~O` in tags. Only what is certain: a few letters without blanks right behind a word; 3~5~8 are
  /// numbers.
  private mutating func withRaisedLetters(_ line: Substring) -> Substring {
    var result = ""
    var rest = line
    var isCode = false
    // Whether the word that `result` ends with is an address, where ~ and ^ are letters.
    var isAddress = false
    var before = ""
    func follow(_ text: Substring) {
      for character in text {
        guard character.isASCII, !character.isBlankCharacter else {
          isAddress = false
          before = ""
          continue
        }
        if before.count < 4 { before.append(character) } else { before = before.dropFirst() + String(character) }
        if before.hasSuffix("://") || character == "@" || before == "www." { isAddress = true }
      }
    }
    while raised < Self.mostRaised, let place = rest.firstIndex(where: { $0 == "^" || $0 == "~" || $0 == "`" }) {
      let mark = rest[place]
      let inner = rest[rest.index(after: place)...]
      result += rest[..<place]
      follow(rest[..<place])
      if mark == "`" { isCode.toggle() }
      guard mark != "`", !isCode, !isAddress, let before = result.last, let end = inner.prefix(12).firstIndex(of: mark),
        Self.isMark(inner[..<end], mark, before: before, after: inner[end...].dropFirst().first)
      else {
        result.append(mark)
        rest = inner
        continue
      }
      let name = mark == "^" ? "sup" : "sub"
      result += "<\(name)>\(inner[..<end])</\(name)>"
      raised += 1
      rest = inner[inner.index(after: end)...]
    }
    return (result + rest)[...]
  }

  private static func isMark(_ words: Substring, _ mark: Character, before: Character, after: Character?) -> Bool {
    guard !words.isEmpty, after != mark, before != mark, before != "\\", !before.isBlankCharacter else { return false }
    if mark == "^" {
      return words.count <= 8 && (before.isLetter || before.isNumber || ")）]】”\"".contains(before))
        && words.allSatisfy { $0.isLetter || $0.isNumber || "+-−,*′'".contains($0) }
    }
    // To what is lowered belongs the letter of an element or a quantity.
    guard before.isASCII, before.isLetter || before == ")" else { return false }
    // PM~2.5~
    if words.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.".contains($0)) }) {
      return words.count <= 4 && words.first != "." && words.last != "." && words.contains(where: \.isNumber)
        && after?.isNumber != true
    }
    return (2...4).contains(words.count) && words.allSatisfy { $0.isASCII && $0.isLowercase }
  }

  // MARK: Terms and lines

  /// `Term` and below it `:   text`: the term, and below it the text. A caption of a table has the same mark.
  private mutating func readTerms(_ isCode: [Bool]) {
    for index in lines.indices.dropFirst() where !isCode[index] {
      guard let text = Self.definition(lines[index]) else { continue }
      let above = (max(0, index - 2)..<index).last { !lines[$0].trimmed.isEmpty }
      guard let above, !isCode[above], Self.isTerm(lines[above]) || explanations.contains(above) else { continue }
      explanations.insert(index)
      if above == index - 1, !lines[above].hasSuffix("\\") { lines[above] += "\\" }
      lines[index] = text
    }
  }

  /// The lines that were found to explain a term.
  private var explanations: Set<Int> = []

  private static func definition(_ line: Substring) -> Substring? {
    let text = line.drop { $0 == " " }
    guard line.utf8.count - text.utf8.count <= 2, text.first == ":" else { return nil }
    let blanks = text.dropFirst().prefix { $0 == " " || $0 == "\t" }
    // One blank may be a label that a typist broke before its colon.
    guard blanks.utf8.count >= 2 || blanks.first == "\t" else { return nil }
    let words = text.dropFirst(1 + blanks.count)
    return words.isEmpty ? nil : words
  }

  private static func isTerm(_ line: Substring) -> Bool {
    guard let first = line.first, !first.isBlankCharacter, !"|+-=#>:*<".contains(first), line.trimmed.fits(60),
      let last = line.trimmed.unicodeScalars.last
    else { return false }
    return !last.endsSentence && !":：,，;；".unicodeScalars.contains(last)
  }

  /// Lines that begin with a stroke and have no other, two or more: each is a line by itself.
  private mutating func readLineBlocks(_ isCode: [Bool]) {
    var index = 0
    while index < lines.count {
      let end = lines[index...].indices.first { isCode[$0] || !Self.isLine(lines[$0]) } ?? lines.count
      defer { index = max(end, index) + 1 }
      guard end - index >= 2, index == 0 || lines[index - 1].trimmed.isEmpty,
        end == lines.count || !lines[end].hasPrefix("|"), lines[index..<end].contains(where: { $0.trimmed.count > 1 })
      else { continue }
      for place in index..<end {
        let words = lines[place].dropFirst().trimmed
        lines[place] =
          words.isEmpty ? "\(EmphasisRepair.markText)\\"[...] : place == end - 1 ? words[...] : "\(words)\\"[...]
      }
    }
  }

  private static func isLine(_ line: Substring) -> Bool {
    guard line.hasPrefix("| ") || line.trimmed == "|" else { return false }
    return !line.dropFirst().contains("|")
      && line.contains { $0.isLetter || $0.isNumber } || line.trimmed == "|"
  }
}
