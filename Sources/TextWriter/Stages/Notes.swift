internal import ExportPipeline
internal import IssueModel

extension TextPage {
  /// Prints the footnotes of `article` and the addresses behind its links, each with its number.
  mutating func printNotes(of article: ComposedArticle) {
    // A note that nothing refers to is printed all the same.
    for note in article.notes { _ = notes.number(of: .note(note.id)) }
    guard !notes.targets.isEmpty else { return }
    blankLine()
    // Notes may hold links themselves, which get their numbers while they are printed.
    var index = 0
    while index < notes.targets.count {
      let target = notes.targets[index]
      let label = "[\(notes.number(of: target))] "
      let hang = String(repeating: " ", count: label.count)
      switch target {
      case .address(let address): fill(address, first: label, rest: hang)
      case .note(let id): print(article.notes.first { $0.id == id }?.body ?? [], label: label, hang: hang)
      }
      index += 1
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
