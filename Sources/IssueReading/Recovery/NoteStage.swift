import IssueModel

/// Makes footnotes of what converters left of them: a paragraph that begins with the mark of a reference further up.
///
/// Word's web pages link the two (`#_ftn1`, `#_ftnref1`); elsewhere a raised mark, ① or [1], stands in the text, and the
/// paragraph below begins with the same mark.
struct NoteStage: RecoveryStage {
  static let name = "notes"
  static let summary = Wording("recognise footnotes that were flattened", zh: "识别被转成段落的脚注")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    var index = draft.blocks.count - 1
    var found: [(id: String, note: Note)] = []
    while index > 0 {
      defer { index -= 1 }
      let marked = Self.note(draft.blocks[index])
      guard let (key, body) = marked ?? DigitNotes.note(draft.blocks[index]) else { continue }
      let holds = marked == nil ? DigitNotes.holds : Self.holds
      let replaced = marked == nil ? DigitNotes.replaced : Self.replaced
      // The nearest paragraph above that has the mark and no other reference to it.
      guard
        let place = draft.blocks[max(0, marked == nil ? index - 40 : 0)..<index].lastIndex(where: { block in
          block.isText && block.lines.contains { holds(key, $0.inlines) }
        })
      else { continue }
      let id = "\(draft.notes.count + found.count + 1)"
      for line in draft.blocks[place].lines.indices {
        let inlines = draft.blocks[place].lines[line].inlines
        guard holds(key, inlines) else { continue }
        let old = draft.blocks[place].lines[line]
        draft.blocks[place].lines[line] = DraftLine(
          inlines: replaced(key, inlines, id), number: old.number, endsHard: old.endsHard)
        break
      }
      let source = draft.blocks[index].source
      found.append((id, Note(id: id, body: [.paragraph(Paragraph(body, source: source))], source: source)))
      diagnostics.repaired(
        "note-recognised", line: source.line, "a footnote that had become a paragraph: “\(excerpt(body.plainText))”",
        zh: "识别出被转成段落的脚注：“\(excerpt(body.plainText))”", severity: .note, confidence: 0.9)
      draft.blocks.remove(at: index)
    }
    draft.notes += found.reversed()
  }

  /// The mark and the words of a paragraph that is a note; nil for any other.
  private static func note(_ block: DraftBlock) -> (key: String, body: [Inline])? {
    guard case .paragraph = block.form, mayBeNote(block) else { return nil }
    let inlines = block.inlines
    if case .link(let target, let words) = inlines.first, target.contains("ftnref") || target.contains("endref") {
      let key =
        words.plainText.letters.isEmpty ? words.plainText : String(String.UnicodeScalarView(words.plainText.letters))
      let body = Array(inlines.dropFirst()).trimmedAtEnds
      return body.plainText.trimmed.isEmpty ? nil : (key, body)
    }
    let text = inlines.plainText
    guard let first = text.first, text.fits(400) else { return nil }
    // ① on a line of its own kind: only a circled number, or a number in square brackets, is mark enough.
    if (0x2460...0x2473).contains(first.scalar.value), let body = inlines.dropping(1)?.trimmedAtEnds {
      return (String(first), body)
    }
    return nil
  }

  /// Whether a paragraph has a link or begins with a circled number: no other is a note, and most are not.
  private static func mayBeNote(_ block: DraftBlock) -> Bool {
    for line in block.lines {
      for scalar in line.text.unicodeScalars where !scalar.isBlank && !scalar.isInvisible {
        if (0x2460...0x2473).contains(scalar.value) { return true }
        return block.lines.contains { $0.inlines.contains { if case .link = $0 { true } else { false } } }
      }
    }
    return true
  }

  /// Whether a raised mark, or a link to the note, stands among `inlines`.
  private static func holds(_ key: String, _ inlines: [Inline]) -> Bool {
    inlines.contains { inline in
      switch inline {
      case .superscript(let inner): says(key, inner.plainText)
      case .link(let target, let inner): target.contains("ftn") && says(key, inner.plainText)
      case .strong(let inner), .emphasis(let inner): holds(key, inner)
      default: false
      }
    }
  }

  private static func says(_ key: String, _ text: String) -> Bool {
    text.trimmed == key || !text.letters.isEmpty && String(String.UnicodeScalarView(text.letters)) == key
  }

  private static func replaced(_ key: String, _ inlines: [Inline], by id: String) -> [Inline] {
    var done = false
    return inlines.map { inline in
      guard !done, holds(key, [inline]) else { return inline }
      done = true
      switch inline {
      case .strong(let inner): return .strong(replaced(key, inner, by: id))
      case .emphasis(let inner): return .emphasis(replaced(key, inner, by: id))
      default: return .noteReference(id)
      }
    }
  }
}
