import IssueModel

/// 一、name above 1. title: an issue whose sections and titles are told apart by their numbers alone.
extension SectionStage {
  /// Makes sections of the lines 一、 and titles of the lines 1. right below them, whatever form either has, where nothing
  /// stands above the first, no contents list names titles, and the lines below are no mere division of a report: they count
  /// through all sections, or are much longer than the names above them.
  func countedNames(_ draft: inout Draft) {
    guard draft.contents == nil else { return }
    var tops: [Int] = []
    // The lines below each of `tops`.
    var rows: [[Int]] = []
    var above: Int?
    for index in draft.blocks.indices where !draft.blocks[index].isRule {
      let block = draft.blocks[index]
      defer { above = index }
      guard block.role == nil, block.isText, block.lines.count == 1, block.text.fits(80),
        block.headingLevel != nil || block.isBold || !LineGrammar.isProse(block.text),
        let last = block.text.trimmed.unicodeScalars.last, !last.endsSentence, !"：:；;，,".unicodeScalars.contains(last),
        let numbering = LineGrammar.numbering(block.text.trimmed)
      else {
        // A title above, or a section: then numbers divide what stands below it.
        if tops.isEmpty, block.isText || block.role != nil { return }
        if case .section = block.role { return }
        // Text right below a name: it is the title of that text.
        if above == tops.last, above != nil { return }
        continue
      }
      if numbering.level == 1, numbering.value == tops.count + 1 {
        guard tops.isEmpty || above != tops.last else { return }
        tops.append(index)
        rows.append([])
      } else if numbering.level == 3, !tops.isEmpty {
        rows[rows.count - 1].append(index)
      } else if above == tops.last {
        return
      }
    }
    guard tops.count >= 2, rows.allSatisfy({ !$0.isEmpty }), rows.joined().count > tops.count else { return }
    func numbering(_ index: Int) -> LineGrammar.Numbering? { LineGrammar.numbering(draft.blocks[index].text.trimmed) }
    func width(_ lines: [Int]) -> Int {
      lines.reduce(0) { $0 + draft.blocks[$1].text.columns } / lines.count
    }
    let titles = Array(rows.joined())
    let values = titles.map { numbering($0)?.value ?? 0 }
    let countsThrough = values == Array(1...titles.count)
    let restarts = rows.allSatisfy { row in row.map { numbering($0)?.value ?? 0 } == Array(1...row.count) }
    guard countsThrough || restarts && width(titles) * 2 >= width(tops) * 3, width(tops) <= 24 else { return }
    for index in tops { draft.blocks[index].role = .section(draft.blocks[index].text.trimmed) }
    for index in titles { draft.blocks[index].form = .heading(3) }
  }
}
