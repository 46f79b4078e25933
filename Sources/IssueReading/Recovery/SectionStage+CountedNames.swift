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

  /// 德育之窗 above 1. title, 教学在线 above 3. title: names of a few letters without a number, each right above a title that has
  /// one. The first of them stands above all text, and the titles, alike in form, count through all names, or begin anew below
  /// each and are much longer than the names.
  func namesAboveCounted(_ draft: inout Draft) {
    guard draft.contents == nil, !draft.blocks.hasAny({ if case .section = $0.role { true } else { false } }) else {
      return
    }
    // The names, and below each the first of its titles.
    let names = draft.blocks.indices.filter { index in
      guard index + 1 < draft.blocks.count, Self.isShortName(draft.blocks[index]), !draft.blocks[index].isFlushRight
      else { return false }
      return Self.isCountedTitle(draft.blocks[index + 1])
    }
    guard names.count >= 2, let first = names.first,
      Self.opensText(first, draft), let style = Self.style(of: draft.blocks[first + 1]),
      names.allSatisfy({ Self.style(of: draft.blocks[$0 + 1]) == style })
    else { return }
    let titles = draft.blocks.indices.filter {
      $0 > first && Self.isCountedTitle(draft.blocks[$0]) && Self.style(of: draft.blocks[$0]) == style
    }
    let values = titles.map { LineGrammar.numbering(draft.blocks[$0].text.trimmed)?.value ?? 0 }
    // Where they begin anew, each first one has its name.
    var expected = 0
    let restarts = zip(titles, values).allSatisfy { index, value in
      expected = value == 1 ? 1 : expected + 1
      return value == expected && (value == 1) == names.contains(index - 1)
    }
    func width(_ lines: [Int]) -> Int {
      lines.reduce(0) { $0 + draft.blocks[$1].text.withoutBlanks.columns } / lines.count
    }
    guard titles.count > names.count,
      values == Array(1...titles.count) || restarts && width(titles) * 2 >= width(names) * 3
    else { return }
    for index in names { draft.blocks[index].role = .section(MastheadLine.closed(draft.blocks[index].text)) }
    for index in titles { draft.blocks[index].form = .heading(3) }
  }

  /// Whether nothing but the editors' note stands above `index`.
  private static func opensText(_ index: Int, _ draft: Draft) -> Bool {
    guard let first = draft.blocks[..<index].firstIndex(where: { !$0.isRule }) else { return true }
    return EditorsNoteStage.label(of: draft.blocks[first].text) != nil && index - first <= 3
  }

  /// Level and form of a numbered line, alike in all titles.
  private static func style(of block: DraftBlock) -> [Int]? {
    guard let level = LineGrammar.numbering(block.text.trimmed)?.level else { return nil }
    return [level, block.isBold ? 1 : 0, block.headingLevel ?? 0]
  }

  private static func isCountedTitle(_ block: DraftBlock) -> Bool {
    guard block.role == nil, block.isText, block.lines.count == 1, block.text.fits(90),
      block.headingLevel != nil || block.isBold || !LineGrammar.isProse(block.text),
      let last = block.text.trimmed.unicodeScalars.last, !last.endsSentence || last == "？" || last == "！",
      !"：:；;，,".unicodeScalars.contains(last)
    else { return false }
    return LineGrammar.numbering(block.text.trimmed).map { $0.level == 1 || $0.level == 3 } ?? false
  }
}
