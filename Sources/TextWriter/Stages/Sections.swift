internal import ExportPipeline
internal import IssueModel

extension TextStage {
  /// The sections with their articles.
  public static let sections = TextStage("sections") { page in
    for section in page.composition.sections {
      page.blankLine(2)
      if let heading = section.heading { page.printSection(heading) }
      for (index, article) in section.articles.enumerated() {
        if index > 0 { page.blankLine(2) }
        page.print(article)
      }
    }
  }
}

extension TextPage {
  fileprivate mutating func printSection(_ heading: String) {
    fill(heading)
    // Brackets set a name off; one without them needs a line.
    if !isChinese { line(String(repeating: style.rule, count: min(style.width, columns(of: heading)))) }
    blankLine()
  }

  fileprivate mutating func print(_ article: ComposedArticle) {
    notes.begin(article.notes, firstNumber: article.firstNoteNumber)
    if let kicker = article.kicker { centred(kicker) }
    if let title = article.title { printTitle(title) }
    if let subtitle = article.subtitle { centred(subtitle) }
    if let byline = article.byline { centred(byline) }
    blankLine()
    if let note = article.editorsNote, !note.isAtEnd {
      print(note)
      blankLine()
    }
    print(article.body)
    if let attribution = article.attribution {
      if !isChinese { blankLine() }
      if let last = article.body.last, isSetOff(last) { blankLine() }
      right(attribution)
    }
    if article.signatureOffice != nil || article.signatureDate != nil {
      blankLine()
      // The signature stands two characters off the edge (GB/T 9704-2012, 7.3.5).
      let inset = isChinese ? 4 : 0
      if let office = article.signatureOffice { right(office, inset: inset) }
      if let date = article.signatureDate { right(date, inset: inset) }
    }
    if !article.closing.isEmpty {
      blankLine()
      print(article.closing)
    }
    if let note = article.editorsNote, note.isAtEnd {
      blankLine()
      print(note)
    }
    printNotes()
  }

  private mutating func printTitle(_ title: String) {
    let lines = balanced(title)
    for line in lines { self.line(line) }
    let left = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    let right = lines.map { columns(of: $0) }.max() ?? 0
    line(String(repeating: " ", count: left) + String(repeating: "-", count: max(0, right - left)))
  }

  /// Prints a note of the editors, set in from both sides.
  mutating func print(_ note: ComposedEditorsNote) {
    let outer = margin
    margin = Margin(left: outer.left + 4, right: outer.right + 4)
    print(note.body, label: note.label)
    margin = outer
  }
}
