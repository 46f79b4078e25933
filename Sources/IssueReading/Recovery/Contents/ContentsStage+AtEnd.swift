import IssueModel

/// A contents list that stands behind the text, as in newsletters whose last page is their cover.
extension ContentsStage {
  /// Takes the list from below its heading in the second half of the text: short lines, of which the text above says two or
  /// more again and all but a few, up to the first that is neither of them nor between them.
  func takeFromEnd(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard draft.blocks.count >= 6,
      let place = draft.blocks.indices.dropFirst(draft.blocks.count / 2).last(where: { index in
        draft.blocks[index].role == nil && draft.blocks[index].isText && draft.blocks[index].text.utf8.count <= 90
          && Self.isHeading(MastheadLine.closed(draft.blocks[index].lines[0].text))
      })
    else { return }
    var tail = draft
    tail.blocks.removeSubrange(..<place)
    // Its pages may have made a table of it.
    ContentsTables.open(&tail, diagnostics)
    ContentsLayout.openTable(&tail, diagnostics)
    ContentsLayout.openQuote(&tail)
    ContentsLayout.openPreformatted(&tail)
    let lines = tail.flatLines(tail.blocks.indices)
    let above = draft.flatLines(0..<place)
    let titles = LetterSet(
      above.filter { !$0.isRule && $0.text.utf8.count <= 360 }.map { ContentsLine($0.text).core.letters })
    // Texts that begin with their titles are asked for once; more of them than any issue has would each be asked for each line.
    var heads: [[Unicode.Scalar]]?
    func isEcho(_ line: FlatLine) -> Bool {
      let letters = ContentsLine(line.text).core.letters
      guard letters.count >= 4 else { return false }
      // THE ICE PARTY.    Ada and Finn came down: the title at the head of its text.
      if titles.contains(letters) { return true }
      guard letters.count >= 6 else { return false }
      let known = heads ?? Array(above.lazy.compactMap { Self.headLetters($0.text) }.prefix(500))
      heads = known
      return known.contains { $0.starts(with: letters) }
    }
    var end = 1
    var echoes = 0
    var entries = 0
    var lookedAt = 1
    while lookedAt < lines.count, lookedAt - end < 3 {
      let line = lines[lookedAt]
      if line.isOther || !line.isRule && !line.isListItem && LineGrammar.isProse(line.text) && !Self.hasPage(line.text)
      {
        break
      }
      if !line.isRule, LineGrammar.distribution(line.text) != nil { break }
      lookedAt += 1
      if line.isRule { continue }
      entries += 1
      if isEcho(line) {
        echoes += 1
        end = lookedAt
      }
    }
    let listed = lines[1..<end].filter { !$0.isRule }
    guard echoes >= 2, echoes * 3 >= listed.count * 2 else { return }
    let found = ContentsEntries.entries(of: Array(listed), body: above, draft, diagnostics)
    guard found.contains(where: { $0.kind == .article }) else { return }
    draft.contents = PrintedContents(
      heading: lines[0].text.trimmed, entries: found,
      source: SourceRange(start: SourcePosition(line: lines[0].number), endLine: lines[end - 1].number))
    diagnostics.repaired(
      "contents-moved", line: lines[0].number, "the contents list stands behind the text; it goes before it",
      zh: "目录位于正文之后，已移到正文之前", severity: .note)
    var rest: [DraftBlock] = []
    if end < lines.count {
      tail.removeAll(before: lines[end])
      rest = tail.blocks
    }
    draft.blocks.removeSubrange(place...)
    draft.blocks += rest
  }

  /// The letters of a line that may begin with its title: the capitals it begins with, in small letters as ``letters`` are.
  private static func headLetters(_ text: String) -> [Unicode.Scalar]? {
    TitleWork.runInHead(text).map { $0.title.letters }
  }
}
