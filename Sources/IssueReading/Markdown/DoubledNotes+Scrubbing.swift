import IssueModel

extension Draft {
  /// Takes out what ``DoubledNotes`` put into names.
  mutating func scrubNames() {
    blocks = blocks.map(Self.scrubbed)
    for index in notes.indices { notes[index].note.body = notes[index].note.body.map(Self.scrubbed) }
  }

  private static func scrubbed(_ block: DraftBlock) -> DraftBlock {
    var block = block
    block.lines = block.lines.map {
      DraftLine(inlines: scrubbed($0.inlines), number: $0.number, endsHard: $0.endsHard)
    }
    switch block.form {
    case .list(let start, let items): block.form = .list(start: start, items: items.map { $0.map(scrubbed) })
    case .quote(let inner): block.form = .quote(inner.map(scrubbed))
    case .ready(let ready): block.form = .ready(scrubbed(ready))
    default: break
    }
    return block
  }

  private static func scrubbed(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .text(let text): .text(DoubledNotes.scrubbed(text))
      case .code(let text): .code(DoubledNotes.scrubbed(text))
      case .strong(let inner): .strong(scrubbed(inner))
      case .emphasis(let inner): .emphasis(scrubbed(inner))
      case .superscript(let inner): .superscript(scrubbed(inner))
      case .subscript(let inner): .subscript(scrubbed(inner))
      case .link(let target, let inner): .link(target: target, scrubbed(inner))
      case .image(let image):
        .image(ImageReference(target: image.target, description: DoubledNotes.scrubbed(image.description)))
      case .noteReference, .lineBreak: inline
      }
    }
  }

  private static func scrubbed(_ block: Block) -> Block {
    switch block {
    case .paragraph(var text):
      text.inlines = scrubbed(text.inlines)
      return .paragraph(text)
    case .subheading(var heading):
      heading.inlines = scrubbed(heading.inlines)
      return .subheading(heading)
    case .list(var list):
      list.items = list.items.map { $0.map(scrubbed) }
      return .list(list)
    case .quote(var quote):
      quote.body = quote.body.map(scrubbed)
      return .quote(quote)
    case .preformatted(var text):
      text.text = DoubledNotes.scrubbed(text.text)
      return .preformatted(text)
    case .figure(var figure):
      figure.caption = figure.caption.map(scrubbed)
      return .figure(figure)
    case .table(var table):
      table.caption = table.caption.map(scrubbed)
      for row in table.rows.indices {
        for cell in table.rows[row].indices {
          table.rows[row][cell].body = table.rows[row][cell].body.map(scrubbed)
        }
      }
      return .table(table)
    case .rule: return block
    }
  }
}
