import IssueModel

/// Notes that a converter put at the end as a numbered list, each with an arrow back to its reference.
enum ListedNotes {
  /// Makes paragraphs of the lists whose items all lead back into the text: 1. Opened in May. [↑](#footnote-ref-1).
  static func open(_ draft: inout Draft) {
    for index in draft.blocks.indices.reversed() {
      guard case .list(let start, let items) = draft.blocks[index].form, start != nil, draft.blocks[index].role == nil,
        !items.isEmpty
      else { continue }
      let notes = items.compactMap(note)
      guard notes.count == items.count else { continue }
      draft.blocks.replaceSubrange(index...index, with: notes)
    }
  }

  /// Whether the target of a link is the reference to a note.
  static func leadsBack(_ target: String) -> Bool {
    let name = target.filter { $0 != "-" }
    return ["ftnref", "endref", "fnref", "footnoteref", "endnoteref"].contains(where: name.contains)
  }

  /// The item as a paragraph that begins with its link back, the number of the note as the words of that; nil where it has no
  /// such link at its end, or holds more than text.
  private static func note(_ item: [DraftBlock]) -> DraftBlock? {
    guard item.count == 1, var block = item.first, case .paragraph = block.form, var line = block.lines.last else {
      return nil
    }
    var inlines = line.inlines
    while case .text(let text)? = inlines.last, text.trimmed.isEmpty { inlines.removeLast() }
    guard case .link(let target, let words)? = inlines.last, leadsBack(target),
      !words.plainText.contains(where: \.isLetter)
    else { return nil }
    let number = String(target.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard (1...3).contains(number.utf8.count) else { return nil }
    inlines.removeLast()
    line = DraftLine(inlines: inlines.trimmedAtEnds, number: line.number, endsHard: line.endsHard)
    block.lines[block.lines.count - 1] = line
    let first = block.lines[0]
    block.lines[0] = DraftLine(
      inlines: [.link(target: target, [.text(number)])] + first.inlines, number: first.number, endsHard: first.endsHard)
    return block
  }
}
