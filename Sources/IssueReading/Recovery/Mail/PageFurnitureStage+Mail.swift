import IssueModel

/// What mails put above and below the issue that they brought.
extension PageFurnitureStage {
  func dropMailHeader(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let count = MailFrame.count(in: draft.blocks)
    var left = count
    while left > 0, let block = draft.blocks.first {
      let lines = block.lines.prefix(left)
      for line in lines {
        let text = excerpt(line.text, toldLength)
        diagnostics.repaired(
          "mail-header-dropped", line: line.number, "mail header “\(text)” dropped", zh: "去掉邮件头“\(text)”",
          hint: Wording("keep it with --no-repair page-furniture", zh: "如需保留，请用 --no-repair page-furniture"),
          confidence: 0.95)
      }
      left -= lines.count
      if lines.count == block.lines.count {
        draft.blocks.removeFirst()
      } else {
        draft.blocks[0].lines.removeFirst(lines.count)
        draft.blocks[0].source.start = SourcePosition(line: draft.blocks[0].lines[0].number)
      }
    }
    while count > 0, draft.blocks.first?.isRule == true { draft.blocks.removeFirst() }
    guard
      let place = MailFeet.listFoot(in: draft) ?? MailFeet.signature(in: draft)
        ?? (count > 0 ? MailFeet.disclaimer(in: draft.blocks) : nil)
    else { return }
    let words = draft.blocks[place...].filter { !$0.isRule }.map(\.text).joined(separator: " ")
    let text = excerpt(words, toldLength)
    diagnostics.repaired(
      "mail-header-dropped", line: draft.blocks[place].line,
      "what stands below all mail of the sender dropped: “\(text)”",
      zh: "去掉邮件附注“\(text)”",
      hint: Wording("keep it with --no-repair page-furniture", zh: "如需保留，请用 --no-repair page-furniture"),
      confidence: 0.95)
    draft.blocks.removeSubrange(place...)
  }
}
