/// A piece of running text.
public indirect enum Inline: Sendable, Hashable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case link(target: String, [Inline])
  case image(ImageReference)
  /// A footnote's mark; the value is the ``Note/id``.
  case noteReference(String)
  /// A line end that is meant.
  case lineBreak
  case code(String)
  case superscript([Inline])
  case `subscript`([Inline])
}

extension Inline {
  /// The words alone: a line break is a newline, a picture its description, a footnote's mark nothing.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .strong(let inlines), .emphasis(let inlines), .link(_, let inlines), .superscript(let inlines),
      .subscript(let inlines):
      inlines.plainText
    case .image(let image): image.description
    case .noteReference: ""
    case .lineBreak: "\n"
    }
  }
}

extension [Inline] {
  /// The words alone; see ``Inline/plainText``.
  public var plainText: String {
    if count == 1, case .text(let text) = self[0] { return text }
    return reduce(into: "") { $0 += $1.plainText }
  }
}

extension Block {
  /// The words alone: items, cells and paragraphs within are separated by newlines, cells of a row by tabs.
  public var plainText: String {
    switch self {
    case .paragraph(let block): block.inlines.plainText
    case .subheading(let block): block.inlines.plainText
    case .list(let block): block.items.map(\.plainText).joined(separator: "\n")
    case .table(let block):
      ([block.caption?.plainText].compactMap { $0 }
        + block.rows.map { row in row.map(\.body.plainText).joined(separator: "\t") }).joined(separator: "\n")
    case .figure(let block): block.caption?.plainText ?? block.image.description
    case .quote(let block): block.body.plainText
    case .rule: ""
    case .preformatted(let block): block.text
    }
  }
}

extension [Block] {
  /// The words alone, a newline between two blocks.
  public var plainText: String { map(\.plainText).joined(separator: "\n") }
}
