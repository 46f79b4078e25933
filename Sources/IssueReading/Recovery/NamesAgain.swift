/// Where a line is nothing but the bulletin's name, once it has stood in the masthead: pages began there, whether they cut a
/// paragraph or not. One such line may be a title; one in the midst of a paragraph, or two, are heads of pages.
struct NamesAgain {
  /// The blocks that are such a line.
  private(set) var blocks: [Int] = []
  /// The lines of the source within paragraphs that are one.
  private var inner: Set<Int> = []
  private var name: [Unicode.Scalar] = []

  init(in draft: Draft) {
    guard let prose = draft.blocks.firstIndex(where: { $0.isText && LineGrammar.isProse($0.text) }),
      let last = draft.blocks.lastIndex(where: { $0.isText && LineGrammar.isProse($0.text) }), prose > 0
    else { return }
    let front = draft.blocks[..<min(prose, 8)].lazy.filter { $0.isText && $0.text.utf8.count < 160 }.flatMap(\.lines)
    guard
      let named = front.first(where: {
        $0.text.hanCount >= 3 && Vocabulary.looksLikeBulletinName($0.text.withoutBlanks)
      })
    else { return }
    name = named.text.letters
    for index in prose...last where draft.blocks[index].isText {
      let block = draft.blocks[index]
      if block.lines.count == 1 {
        if isName(block.lines[0]), block.headingLevel == nil { blocks.append(index) }
      } else if LineGrammar.isProse(block.text) {
        for line in block.lines.dropFirst() where isName(line) { inner.insert(line.number) }
      }
    }
    if blocks.count + inner.count < 2 { blocks = [] }
  }

  /// Whether the line is one of those within paragraphs.
  func has(_ line: DraftLine) -> Bool { !inner.isEmpty && inner.contains(line.number) && isName(line) }

  private func isName(_ line: DraftLine) -> Bool {
    line.text.utf8.count <= 160 && line.text.hasHan && line.text.letters == name
  }
}
