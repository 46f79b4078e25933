/// Walks an issue in reading order. Implement what you care about; the rest descends by itself.
///
/// An implementation that takes over a node and still wants its children calls the matching `descend`.
public protocol IssueVisitor {
  /// Called for each section.
  mutating func visit(_ section: Section)
  /// Called for each article.
  mutating func visit(_ article: Article)
  /// Called for each block, also within lists, quotes, cells, editor's notes and footnotes.
  mutating func visit(_ block: Block)
  /// Called for each inline, also within other inlines.
  mutating func visit(_ inline: Inline)
}

extension IssueVisitor {
  /// Visits the whole issue in reading order.
  public mutating func visit(_ issue: Issue) {
    for block in issue.editorsNote?.body ?? [] { visit(block) }
    for section in issue.sections { visit(section) }
  }
  /// Visits the articles.
  public mutating func visit(_ section: Section) { descend(section) }
  /// Visits the blocks.
  public mutating func visit(_ article: Article) { descend(article) }
  /// Visits what is in the block.
  public mutating func visit(_ block: Block) { descend(block) }
  /// Visits what is in the inline.
  public mutating func visit(_ inline: Inline) { descend(inline) }

  /// Visits the articles of `section`.
  public mutating func descend(_ section: Section) {
    for article in section.articles { visit(article) }
  }
  /// Visits the blocks of `article`: editor's note, body, footnotes.
  public mutating func descend(_ article: Article) {
    let note = article.editorsNote
    for block in note?.isAtEnd == false ? note?.body ?? [] : [] { visit(block) }
    for block in article.body { visit(block) }
    for block in note?.isAtEnd == true ? note?.body ?? [] : [] { visit(block) }
    for note in article.notes { for block in note.body { visit(block) } }
  }
  /// Visits the blocks and inlines of `block`.
  public mutating func descend(_ block: Block) {
    switch block {
    case .paragraph(let block): for inline in block.inlines { visit(inline) }
    case .subheading(let block): for inline in block.inlines { visit(inline) }
    case .list(let block): for item in block.items { for block in item { visit(block) } }
    case .table(let block):
      for inline in block.caption ?? [] { visit(inline) }
      for row in block.rows { for cell in row { for block in cell.body { visit(block) } } }
    case .figure(let block): for inline in block.caption ?? [] { visit(inline) }
    case .quote(let block): for block in block.body { visit(block) }
    case .rule, .preformatted: break
    }
  }
  /// Visits the inlines of `inline`.
  public mutating func descend(_ inline: Inline) {
    switch inline {
    case .strong(let inlines), .emphasis(let inlines), .link(_, let inlines), .superscript(let inlines),
      .subscript(let inlines):
      for inline in inlines { visit(inline) }
    case .text, .image, .noteReference, .lineBreak, .code: break
    }
  }
}
