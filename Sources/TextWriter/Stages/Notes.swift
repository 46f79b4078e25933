internal import ExportPipeline
internal import IssueModel

extension TextPage {
  /// Prints what the marks of an article stand for, under a short line: its footnotes, also such that nothing refers
  /// to, then the addresses behind its links.
  mutating func printNotes() {
    guard !notes.notes.isEmpty || !notes.addresses.isEmpty else { return }
    blankLine()
    line(String(repeating: "-", count: min(20, style.width)))
    for (number, note) in notes.notes {
      let label = noteMark(number) + (isChinese ? "" : " ")
      print(note.body, label: label, hang: String(repeating: " ", count: columns(of: label)))
    }
    // Notes may have links themselves, which got their numbers just now.
    for (number, address) in notes.addresses {
      let label = addressMark(number) + " "
      fill(address, first: label, rest: String(repeating: " ", count: label.count))
    }
  }

  private mutating func print(_ body: [Block], label: String, hang: String) {
    guard case .paragraph(let paragraph) = body.first else {
      line(label)
      return print(body)
    }
    fill(text(of: paragraph.inlines), first: label, rest: hang)
    let outer = margin
    margin.left += hang.count
    print(Array(body.dropFirst()))
    margin = outer
  }
}
