import IssueModel

/// Makes footnotes of what converters left of them: a paragraph that begins with the mark of a reference further up.
///
/// Word's web pages link the two (`#_ftn1`, `#_ftnref1`); elsewhere a raised mark, ① or [1], stands in the text, and the
/// paragraph below begins with the same mark.
struct NoteStage: RecoveryStage {
  static let name = "notes"
  static let summary = Wording("recognise footnotes that were flattened", zh: "识别被转成段落的脚注")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    ListedNotes.open(&draft)
    var found: [(id: String, note: Note)] = []
    var taken: Set<Int> = []
    // The block below that is no note, and where marks stand, once that is asked.
    var below: Int?
    var marks: NoteMarks?
    for index in draft.blocks.indices.dropFirst().reversed() {
      guard let (key, body, mark, reach) = Self.candidate(index, below: below, draft) else {
        below = index
        continue
      }
      let id = "\(draft.notes.count + found.count + 1)"
      func refers(_ place: Int) -> Bool {
        draft.blocks[place].isText
          && draft.blocks[place].lines.contains { Self.replaced($0.inlines) { mark(key, $0, id) } != nil }
      }
      // The nearest paragraph above that has the mark and no other reference to it.
      let nearest: Int?
      if let reach {
        nearest = (max(0, index - reach)..<index).last(where: refers)
      } else {
        var known = marks ?? NoteMarks(draft.blocks)
        marks = nil
        nearest = known.last(key, above: index, where: refers)
        marks = known
      }
      guard let place = nearest else {
        below = index
        continue
      }
      for line in draft.blocks[place].lines.indices {
        let old = draft.blocks[place].lines[line]
        guard let inlines = Self.replaced(old.inlines, { mark(key, $0, id) }) else { continue }
        draft.blocks[place].lines[line] = DraftLine(inlines: inlines, number: old.number, endsHard: old.endsHard)
        break
      }
      marks?.add(place, draft.blocks[place])
      let source = draft.blocks[index].source
      found.append((id, Note(id: id, body: [.paragraph(Paragraph(body, source: source))], source: source)))
      diagnostics.repaired(
        "note-recognised", line: source.line, "a footnote that had become a paragraph: “\(excerpt(body.plainText))”",
        zh: "识别出被转成段落的脚注：“\(excerpt(body.plainText))”", severity: .note, confidence: 0.9)
      taken.insert(index)
    }
    draft.blocks.remove(taken)
    draft.notes += found.reversed()
  }

  /// What an inline that holds the mark of a note becomes with a reference to the note of that id; nil for any other.
  private typealias Marking = (_ key: String, _ inline: Inline, _ id: String) -> [Inline]?

  /// The mark and the words of the block at `index` if it may be a note, how its reference is made, and how many blocks
  /// above it that may stand (nil for any); nil for any other.
  private static func candidate(
    _ index: Int, below: Int?, _ draft: Draft
  ) -> (key: String, body: [Inline], mark: Marking, reach: Int?)? {
    if let (key, body) = note(draft.blocks[index]) { return (key, body, marked, nil) }
    if let (key, body) = StarNotes.note(
      draft.blocks[index], between: draft.blocks[index - 1], and: below.map { draft.blocks[$0] })
    {
      return (key, body, StarNotes.marked, 40)
    }
    if let (key, body) = DigitNotes.note(draft.blocks[index]) { return (key, body, DigitNotes.marked, 40) }
    return nil
  }

  /// The text with a reference to the note `id` in the place of its mark.
  static func referring(to id: String, at mark: Range<Int>, in text: [Unicode.Scalar]) -> [Inline] {
    let parts: [Inline] = [
      .text(String(scalars: text[..<mark.lowerBound])), .noteReference(id),
      .text(String(scalars: text[mark.upperBound...])),
    ]
    return parts.filter { $0 != .text("") }
  }

  /// The mark and the words of a paragraph that is a note; nil for any other.
  private static func note(_ block: DraftBlock) -> (key: String, body: [Inline])? {
    guard case .paragraph = block.form, mayBeNote(block) else { return nil }
    let inlines = block.inlines
    if case .link(let target, let words) = inlines.first, ListedNotes.leadsBack(target) {
      let key =
        words.plainText.letters.isEmpty ? words.plainText : String(scalars: words.plainText.letters)
      let body = Array(inlines.dropFirst()).trimmedAtEnds
      return body.plainText.trimmed.isEmpty ? nil : (key, body)
    }
    if case .superscript(let mark) = inlines.first {
      let body = Array(inlines.dropFirst()).trimmedAtEnds
      let key = mark.plainText.trimmed
      return (1...2).contains(key.count) && key.allSatisfy { $0.isNumber || "*†‡".contains($0) }
        && !body.plainText.trimmed.isEmpty ? (key, body) : nil
    }
    let text = inlines.plainText
    guard let first = text.first, text.fits(400) else { return nil }
    // ① on a line of its own kind: only a circled number, or a number in square brackets, is mark enough.
    if first.scalar.isCircledNumber, let body = inlines.dropping(1)?.trimmedAtEnds {
      return (String(first), body)
    }
    // [1] needs its raised twin above.
    if "[［〔".contains(first), let pair = first.closingBracket {
      let digits = text.dropFirst().prefix { $0.isNumber }
      let length = digits.count + 2
      guard (1...2).contains(digits.count), text.dropFirst(length - 1).first == pair,
        let body = inlines.dropping(length)?.trimmedAtEnds, !body.plainText.trimmed.isEmpty
      else { return nil }
      return (String(digits).halfWidth, body)
    }
    return nil
  }

  /// Whether a paragraph has a link or begins with a circled number or a bracket: no other is a note, and most are not.
  private static func mayBeNote(_ block: DraftBlock) -> Bool {
    for line in block.lines {
      for scalar in line.text.unicodeScalars where !scalar.isBlank && !scalar.isInvisible {
        if scalar.isCircledNumber || scalar == "[" || scalar == "［" || scalar == "〔" { return true }
        if case .superscript = line.inlines.first { return true }
        return block.lines.contains { $0.inlines.contains { if case .link = $0 { true } else { false } } }
      }
    }
    return true
  }

  /// `inlines` with the first of them that `mark` gives something for replaced by that, also within bold and italics; nil
  /// where it gives nothing for any.
  private static func replaced(_ inlines: [Inline], _ mark: (Inline) -> [Inline]?) -> [Inline]? {
    for (place, inline) in inlines.enumerated() {
      let made: [Inline]? =
        switch inline {
        case .strong(let inner): replaced(inner, mark).map { [.strong($0)] }
        case .emphasis(let inner): replaced(inner, mark).map { [.emphasis($0)] }
        default: mark(inline)
        }
      if let made { return inlines[..<place] + made + inlines[(place + 1)...] }
    }
    return nil
  }

  /// What a raised mark, a link to the note, or a text with [1] in it becomes with a reference to the note `id`; nil for any
  /// other inline.
  private static func marked(_ key: String, _ inline: Inline, by id: String) -> [Inline]? {
    switch inline {
    case .superscript(let inner): return says(key, inner.plainText) ? [.noteReference(id)] : nil
    case .link(let target, let inner):
      return (target.contains("ftn") || target.hasPrefix("#") && key.allSatisfy(\.isNumber))
        && says(key, inner.plainText) ? [.noteReference(id)] : nil
    case .text(let text):
      guard let place = mark(key, in: text) else { return nil }
      let behind = String(text[place.upperBound...])
      return [.text(String(text[..<place.lowerBound])), .noteReference(id)] + (behind.isEmpty ? [] : [.text(behind)])
    default: return nil
    }
  }

  private static func says(_ key: String, _ text: String) -> Bool {
    text.trimmed == key || !text.letters.isEmpty && String(scalars: text.letters) == key
  }

  /// Where ① stands between a word and a mark of punctuation: 死亡1人①，. Before a word it counts what follows, unless it is the
  /// only circled number there and not the first: 转运③时.
  private static func circled(_ key: String, in text: String) -> Range<String.Index>? {
    guard let mark = key.first, key.count == 1, mark.scalar.isCircledNumber,
      let place = text.firstIndex(of: mark), place > text.startIndex
    else { return nil }
    let before = text[text.index(before: place)]
    let behind = text.index(after: place)
    guard before.isLetter || before.isNumber || "%）)”》」".contains(before),
      behind == text.endIndex || "，。；：、！？）”》,.;".contains(text[behind])
        || mark != "①" && before.isHanCharacter && text[behind].isHanCharacter
          && text.unicodeScalars.count(where: \.isCircledNumber) == 1
    else { return nil }
    return place..<behind
  }

  /// Where [1] stands behind words of running text.
  private static func mark(_ key: String, in text: String) -> Range<String.Index>? {
    if let place = circled(key, in: text) { return place }
    guard key.count <= 2, key.allSatisfy(\.isNumber), text.hasAny(of: "[［〔") else { return nil }
    let wide = String(mapping: key) { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }
    for mark in ["[" + key + "]", "［" + key + "］", "［" + wide + "］", "〔" + key + "〕", "〔" + wide + "〕"] {
      if let place = text.firstRange(of: mark), !text[..<place.lowerBound].trimmed.isEmpty { return place }
    }
    return nil
  }
}
