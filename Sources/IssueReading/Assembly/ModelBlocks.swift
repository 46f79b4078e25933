import IssueModel

/// Makes blocks of the model from blocks of a draft.
enum ModelBlocks {
  /// `block` as what the parser took it for, without any role.
  static func plain(_ block: DraftBlock) -> [Block] {
    switch block.form {
    case .paragraph:
      let inlines = block.inlines
      guard !inlines.isEmpty else { return [] }
      return [.paragraph(Paragraph(inlines, source: block.source))]
    case .heading:
      return [.subheading(Subheading(level: 1, block.inlines, source: block.source))]
    case .list(let start, let items):
      return [
        .list(
          List(
            start: start, printsOwnMarks: block.printsOwnMarks, items: items.map { $0.flatMap(plain) },
            source: block.source))
      ]
    case .rule: return [.rule(Rule(source: block.source))]
    case .quote(let blocks): return [.quote(Quote(blocks.flatMap(plain), source: block.source))]
    case .ready(let block): return [block]
    case .pageBreak: return []
    }
  }
}
