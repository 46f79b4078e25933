import IssueModel

/// Makes lists of lines that begin with marks of one kind, one below the other: ● ●, 1. 2., (a) (b).
///
/// Bullets become marks again; numbers and letters stay in the text, since they may be referred to. In Chinese, such
/// lines are as often paragraphs: a list they are if they are short, and numbered ones if moreover a colon announces
/// them or semicolons part them.
struct ListStage: RecoveryStage {
  static let name = "lists"
  static let summary = Wording("recognise lists of lines with marks", zh: "识别以符号或编号开头的列表")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    splitLines(&draft)
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count)
    var index = 0
    while index < draft.blocks.count {
      let run = run(from: index, draft)
      if run.count >= 2,
        isList(run.map { draft.blocks[$0.index] }, run[0].mark, after: result.last)
          || isWholeArticle(run, after: result.last, draft)
      {
        result.append(list(of: run, draft))
        index += run.count
      } else {
        result.append(draft.blocks[index])
        index += 1
      }
    }
    draft.blocks = result
  }

  /// A paragraph each of whose lines begins with a mark of one kind is as many items.
  private func splitLines(_ draft: inout Draft) {
    guard draft.blocks.contains(where: { mark(of: $0) != nil && $0.lines.count > 1 }) else { return }
    draft.blocks = draft.blocks.flatMap { block -> [DraftBlock] in
      guard block.lines.count > 1, let first = mark(of: block),
        block.lines.allSatisfy({ ItemMark($0.text.trimmed)?.kind == first.kind })
      else { return [block] }
      return block.lines.map { line in
        var item = block
        item.lines = [line]
        item.lines[0].endsHard = false
        item.source = SourceRange(line: line.number)
        return item
      }
    }
  }

  private func mark(of block: DraftBlock) -> ItemMark? {
    guard block.role == nil, case .paragraph = block.form, let first = block.lines.first else { return nil }
    return ItemMark(first.text.trimmed)
  }

  private func run(from start: Int, _ draft: Draft) -> [(index: Int, mark: ItemMark)] {
    guard let first = mark(of: draft.blocks[start]), first.ordinal == nil || first.ordinal == 1 || first.roman == 1
    else {
      return []
    }
    var run = [(index: start, mark: first)]
    for index in draft.blocks.indices.dropFirst(start + 1) {
      guard let next = mark(of: draft.blocks[index]), next.kind == first.kind,
        next.ordinal == nil || next.ordinal == run.count + 1 || next.roman == run.count + 1
      else { break }
      run.append((index, next))
    }
    return run
  }

  private func isList(_ items: [DraftBlock], _ mark: ItemMark, after before: DraftBlock?) -> Bool {
    let texts = items.map { $0.text.trimmed }
    guard texts.contains(where: { $0.hanCount > 0 }) else { return texts.allSatisfy { $0.fits(600) } }
    let columns = texts.map(\.columns)
    if case .bullet = mark.kind {
      // ● and a sentence or two on what happened is a piece of news, no item.
      return columns.reduce(0, +) <= 48 * columns.count || texts.allSatisfy { !$0.hasSuffix("。") }
    }
    // In two languages an item takes more room.
    let isBilingual = texts.allSatisfy { $0.unicodeScalars.count(where: \.isASCIILetter) >= 8 }
    guard columns.allSatisfy({ $0 <= (isBilingual ? 160 : 50) }) else { return false }
    if let end = before?.text.trimmed.last, "：:".contains(end) { return true }
    return texts.dropLast().allSatisfy { "；;".contains($0.last ?? " ") }
  }

  /// Whether short items are all that stands between a title and the next: a list whatever ends them.
  private func isWholeArticle(_ run: [(index: Int, mark: ItemMark)], after before: DraftBlock?, _ draft: Draft) -> Bool
  {
    guard before?.role == .title, let last = run.last?.index,
      run.allSatisfy({ draft.blocks[$0.index].text.columns <= 60 })
    else { return false }
    switch draft.blocks.dropFirst(last + 1).first(where: { !$0.isRule })?.role {
    case .title, .section, .kicker: return true
    case nil: return !draft.blocks.indices.contains(last + 1)
    default: return false
    }
  }

  private func list(of run: [(index: Int, mark: ItemMark)], _ draft: Draft) -> DraftBlock {
    let isBullet = if case .bullet = run[0].mark.kind { true } else { false }
    let items = run.map { index, mark -> [DraftBlock] in
      var item = draft.blocks[index]
      item.isIndented = false
      item.isCentred = false
      guard isBullet else { return [item] }
      let inlines = item.inlines.trimmedAtEnds
      if let rest = inlines.dropping(mark.length) {
        item.lines = [DraftLine(inlines: rest, number: item.line)]
      }
      return [item]
    }
    var source = draft.blocks[run[0].index].source
    for place in run.dropFirst() { source = source.extended(to: draft.blocks[place.index].source) }
    var list = DraftBlock(form: .list(start: nil, items: items), source: source)
    list.printsOwnMarks = !isBullet
    return list
  }
}
