import IssueModel

/// The lines of a page as it is read, one for each line of text and an empty one between blocks, and where in the
/// source each stands. A page may be one line of source, or a paragraph many: recovery, which thinks in lines, works
/// on these, and what it says is then told by the lines of the source.
struct PageLines {
  /// The texts of the lines.
  private(set) var texts: [String] = []
  /// Where each stands in the source.
  private var places: [SourcePosition] = []

  /// `blocks` with these lines in the place of those of the source.
  mutating func numbered(_ blocks: [DraftBlock]) -> [DraftBlock] {
    blocks.map { block in
      var block = block
      let place = block.source.start
      let first = texts.count + 1
      if block.lines.isEmpty {
        number(inside: &block, place)
      } else {
        for index in block.lines.indices {
          let line = block.lines[index].number
          add(block.lines[index].text, line == place.line ? place : SourcePosition(line: line))
          block.lines[index].number = texts.count
        }
      }
      block.source = SourceRange(start: SourcePosition(line: first), endLine: max(first, texts.count))
      add("", place)
      return block
    }
  }

  private mutating func add(_ text: String, _ place: SourcePosition) {
    texts.append(text)
    places.append(place)
  }

  private mutating func number(inside block: inout DraftBlock, _ place: SourcePosition) {
    let first = SourceRange(line: texts.count + 1)
    switch block.form {
    case .list(let start, let items): block.form = .list(start: start, items: items.map { numbered($0) })
    case .quote(let inner): block.form = .quote(numbered(inner))
    case .ready(.table(var table)):
      // A stage that opens a table counts a line for each row.
      for row in table.rows { add(row.map(\.body.plainText).joined(separator: "\u{3000}"), place) }
      add("", place)
      table.source = first
      block.form = .ready(.table(table))
    case .ready(.figure(var figure)):
      add(figure.image.description, place)
      figure.source = first
      block.form = .ready(.figure(figure))
    case .ready(.preformatted(var text)):
      add(text.text, place)
      text.source = first
      block.form = .ready(.preformatted(text))
    default: add("", place)
    }
  }

  // MARK: Back to the source

  private func place(_ line: Int) -> SourcePosition {
    places.indices.contains(line - 1) ? places[line - 1] : places.last ?? SourcePosition(line: line)
  }

  private func range(_ range: SourceRange?) -> SourceRange? {
    range.map { range in
      let start = place(range.start.line)
      return SourceRange(
        start: start, endLine: max(start.line, place(range.endLine).line),
        joinedLines: range.joinedLines.map { place($0).line })
    }
  }

  /// `diagnostic` with its place in the source.
  func located(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.position = diagnostic.position.map { place($0.line) }
    return diagnostic
  }

  /// `issue` with the places of its parts in the source.
  func located(_ issue: Issue) -> Issue {
    var issue = issue
    issue.masthead.source = range(issue.masthead.source)
    issue.editorsNote = issue.editorsNote.map(located)
    if var imprint = issue.imprint {
      imprint.source = range(imprint.source)
      issue.imprint = imprint
    }
    if var contents = issue.printedContents {
      contents.source = range(contents.source)
      for index in contents.entries.indices { contents.entries[index].source = range(contents.entries[index].source) }
      issue.printedContents = contents
    }
    for section in issue.sections.indices {
      issue.sections[section].source = range(issue.sections[section].source)
      for index in issue.sections[section].articles.indices {
        var article = issue.sections[section].articles[index]
        article.source = range(article.source)
        article.editorsNote = article.editorsNote.map(located)
        article.body = article.body.map(located)
        for note in article.notes.indices {
          article.notes[note].source = range(article.notes[note].source)
          article.notes[note].body = article.notes[note].body.map(located)
        }
        issue.sections[section].articles[index] = article
      }
    }
    return issue
  }

  private func located(_ note: EditorsNote) -> EditorsNote {
    var note = note
    note.source = range(note.source)
    note.body = note.body.map(located)
    return note
  }

  private func located(_ block: Block) -> Block {
    switch block {
    case .paragraph(var block):
      block.source = range(block.source)
      return .paragraph(block)
    case .subheading(var block):
      block.source = range(block.source)
      return .subheading(block)
    case .list(var block):
      block.source = range(block.source)
      block.items = block.items.map { $0.map(located) }
      return .list(block)
    case .table(var block):
      block.source = range(block.source)
      for row in block.rows.indices {
        for cell in block.rows[row].indices { block.rows[row][cell].body = block.rows[row][cell].body.map(located) }
      }
      return .table(block)
    case .figure(var block):
      block.source = range(block.source)
      return .figure(block)
    case .quote(var block):
      block.source = range(block.source)
      block.body = block.body.map(located)
      return .quote(block)
    case .rule(var block):
      block.source = range(block.source)
      return .rule(block)
    case .preformatted(var block):
      block.source = range(block.source)
      return .preformatted(block)
    }
  }
}
