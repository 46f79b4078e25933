internal import ExportPipeline
internal import IssueModel

extension TextStage {
  /// The contents list and the editor's note, in printed order.
  public static let front = TextStage("front") { page in
    for part in page.composition.front {
      switch part {
      case .contents(let contents): page.print(contents)
      case .editorsNote(let note):
        page.notes.beginFront(before: page.composition.firstArticle)
        page.print(note)
        page.printNotes()
      }
      page.blankLine()
    }
  }
}

extension TextPage {
  fileprivate mutating func print(_ contents: ComposedContents) {
    if let heading = contents.heading {
      centred(heading)
      blankLine()
    }
    let hasSections = contents.entries.contains { $0.kind == .section }
    // Numbers run through the list, as they would in print.
    var number = 0
    for (index, entry) in contents.entries.enumerated() {
      if entry.kind == .section, index > 0 { blankLine() }
      let indent = entry.kind == .article && hasSections ? (isChinese ? "\u{3000}\u{3000}" : "  ") : ""
      if entry.kind == .article { number += 1 }
      let isNumbered = style.numbersContents && entry.kind == .article && !entry.words.beginsWithMark
      print(entry, words: (isNumbered ? "\(number). " : "") + entry.words, indent: indent)
    }
    blankLine()
    rule("-")
  }

  private mutating func print(_ entry: ComposedContents.Entry, words: String, indent: String) {
    // Never at the entry's own indent: a further line would look like the next entry.
    let hang = indent + String(repeating: " ", count: max(2, labelWidth(of: words)))
    guard let page = entry.page, !page.isEmpty else { return fill(words, first: indent, rest: hang) }
    // The last line leads to the page by dots; all lines leave the column of pages free.
    let room = max(8, columns(of: page) + 4)
    guard room <= style.width / 2 else { return fill(words + " " + page, first: indent, rest: hang) }
    breaker.isPlain = true
    let lines = breaker.fill(cleaner.clean(words), width: style.width - room, first: indent, rest: hang)
    breaker.isPlain = false
    for line in lines.dropLast() { self.line(line) }
    let last = lines.last ?? indent
    let dots = style.width - columns(of: last) - columns(of: page) - 2
    line(last + " " + String(repeating: ".", count: max(3, dots)) + " " + page)
  }

  /// The columns of the number or bullet that `words` begin with, and of the blank behind it.
  private func labelWidth(of words: String) -> Int {
    let label = words.prefix { $0.isNumber || $0 == "." || $0 == "．" || $0 == "、" || "※★■·●◆-*".contains($0) }
    guard !label.isEmpty, label.count < words.count, label.count < 6 else { return 0 }
    let isNumber = label.last?.isNumber == true
    if isNumber { return 0 }
    let blanks = words[label.endIndex...].prefix { $0 == " " || $0 == "\u{3000}" }
    return columns(of: String(label) + String(blanks))
  }
}
