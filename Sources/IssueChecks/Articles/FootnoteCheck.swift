public import IssueModel

/// A footnote without text, or a mark without its footnote.
public struct FootnoteCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["note-empty", "note-missing"]
  /// The check.
  public init() {}

  /// Reports both.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    subject.issue.articles.enumerated().flatMap { index, article -> [Diagnostic] in
      let line = article.line ?? subject.mastheadLine
      let empty = article.notes.filter { $0.body.plainText.letters.isEmpty && !$0.body.hasPicture }
      let known = Set(article.notes.map(\.id))
      var marks = NoteMarks()
      // The footnotes of the note to the whole issue stand with the first article.
      if index == 0 { for block in subject.issue.editorsNote?.body ?? [] { marks.visit(block) } }
      marks.visit(article)
      return empty.map { note in
        .finding(
          "note-empty", line: note.source?.line ?? line, "the footnote “\(note.id.excerpt())” has no text",
          zh: "脚注“\(note.id.excerpt())”没有内容",
          hint: Wording("add its text, or take the mark out", zh: "请补上脚注内容，或删去注号"))
      }
        + marks.ids.filter { !known.contains($0.id) }.map { mark in
          .finding(
            "note-missing", line: mark.line ?? line,
            "the footnote “\(mark.id.excerpt())” is referred to but is not there",
            zh: "正文引用了脚注“\(mark.id.excerpt())”，但没有该脚注",
            hint: Wording("add the footnote, or take the mark out", zh: "请补上脚注，或删去注号"))
        }
    }
  }
}

/// The marks of footnotes in an article.
private struct NoteMarks: IssueVisitor {
  var ids: [(id: String, line: Int?)] = []
  private var line: Int?

  init() {}

  mutating func visit(_ block: Block) {
    line = block.source?.line ?? line
    descend(block)
  }

  mutating func visit(_ inline: Inline) {
    if case .noteReference(let id) = inline { ids.append((id, line)) }
    descend(inline)
  }
}

extension [Block] {
  fileprivate var hasPicture: Bool {
    var finder = PictureFinder()
    for block in self { finder.visit(block) }
    return !finder.pictures.isEmpty
  }
}
