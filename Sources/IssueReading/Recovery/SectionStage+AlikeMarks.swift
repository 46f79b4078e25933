import IssueModel

/// ■name above ■title above text: one bullet marks sections and titles alike.
extension SectionStage {
  /// Makes sections of the lines that have another with their bullet right below, and titles of the others, where these all
  /// stand above running text, a picture, a list or a table. Two sections at least, the first above all text: three such lines in
  /// a row, or one among text, are items of a list.
  func alikeMarks(_ draft: inout Draft) {
    var groups: [Character: [Int]] = [:]
    for (index, block) in draft.blocks.enumerated()
    where block.role == nil && block.isText && block.lines.count == 1 && block.text.utf8.count <= 200 {
      guard let (mark, name) = LineGrammar.bulleted(block.text), name.hasHan, !LineGrammar.isProse(name) else {
        continue
      }
      groups[mark, default: []].append(index)
    }
    let listed = draft.listedTitles
    for (_, lines) in groups.sorted(by: { $0.value[0] < $1.value[0] }) where lines.count >= 4 {
      let marked = Set(lines)
      func below(_ index: Int) -> Int? {
        draft.blocks.indices.dropFirst(index + 1).first { !draft.blocks[$0].isRule }
      }
      func name(_ index: Int) -> String { LineGrammar.bulleted(draft.blocks[index].text)?.name ?? "" }
      let sections = lines.filter { below($0).map(marked.contains) ?? false }
      let isSection = Set(sections)
      let titles = lines.filter { !isSection.contains($0) }
      guard sections.count >= 2, sections.first == lines.first,
        !draft.blocks[..<lines[0]].contains(where: \.isText),
        sections.allSatisfy({ index in
          name(index).fits(20) && !listed.contains(name(index).letters)
            && below(index).map { !isSection.contains($0) } ?? false
        }),
        titles.allSatisfy({ below($0).map { Self.isMatter(draft.blocks[$0]) } ?? false })
      else { continue }
      for index in sections { draft.blocks[index].role = .section(MastheadLine.closed(name(index))) }
      for index in titles {
        let title = name(index)
        draft.blocks[index].form = .heading(3)
        draft.blocks[index].lines = [DraftLine(text: title, number: draft.blocks[index].line)]
      }
    }
  }

  /// Whether a block is what articles consist of.
  private static func isMatter(_ block: DraftBlock) -> Bool {
    switch block.form {
    case .list, .ready, .quote: true
    default: block.isText && LineGrammar.isProse(block.text)
    }
  }
}
