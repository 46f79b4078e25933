public import IssueModel

extension Composition {
  /// Reports each reference to a footnote that is not there (`note-missing`), where it stands. For writers that met one:
  /// all say the same, and the user reads it once.
  public func reportMissingNotes(to diagnostics: DiagnosticSink) {
    var search = MissingNotes()
    search.known = Set(firstArticle?.notes.map(\.id) ?? [])
    for case .editorsNote(let note) in front { search.visit(note.body) }
    for article in sections.flatMap(\.articles) {
      search.known = Set(article.notes.map(\.id))
      search.visit(article.editorsNote?.body ?? [])
      search.visit(article.body)
      search.visit(article.closing)
      for note in article.notes { search.visit(note.body) }
    }
    for (name, position) in search.found { diagnostics.report(.noteMissing(name, at: position)) }
  }
}

/// Finds references to footnotes that are not there, and the blocks they stand in.
private struct MissingNotes: IssueVisitor {
  var known: Set<String> = []
  var found: [(name: String, position: SourcePosition?)] = []
  private var position: SourcePosition?

  init() {}

  mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      position = nil
      visit(block)
    }
  }

  mutating func visit(_ block: Block) {
    position = block.source?.start ?? position
    descend(block)
  }

  mutating func visit(_ inline: Inline) {
    if case .noteReference(let name) = inline, !known.contains(name) { found.append((name, position)) }
    descend(inline)
  }
}
