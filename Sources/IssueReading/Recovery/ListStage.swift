import IssueModel

/// Makes lists of lines that begin with marks of one kind, one below the other: ● ●, 1. 2., (a) (b).
///
/// Bullets become marks again; numbers and letters stay in the text, since they may be referred to. In Chinese, such
/// lines are as often paragraphs: a list they are if they are short, and numbered ones if moreover a colon announces
/// them or semicolons part them. Numbers in Han (（一）, 甲) head texts as often, so that they need the semicolons.
struct ListStage: RecoveryStage {
  static let name = "lists"
  static let summary = Wording("recognise lists of lines with marks", zh: "识别以符号或编号开头的列表")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    splitLines(&draft)
    let marks = draft.blocks.map(mark)
    let counts = CountedMarks(marks, draft)
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count)
    var index = 0
    while index < draft.blocks.count {
      let run = run(from: index, marks)
      let start =
        counts.goOnElsewhere(behind: run)
        ? nil
        : isWholeArticle(run, after: result.last, draft) ? 0 : listStart(in: run, draft, after: result.last)
      // What stands before the list is text; where nothing is a list, so is the first of the run, or with bullets all.
      let texts = start ?? (run.first.map { $0.mark.ordinal == nil } == true ? run.count : 1)
      result += draft.blocks[index..<index + texts]
      index += texts
      if let start {
        result.append(list(of: run[start...], draft))
        index += run.count - start
      }
    }
    draft.blocks = result
  }

  /// A paragraph each of whose lines begins with a mark of one kind is as many items.
  private func splitLines(_ draft: inout Draft) {
    draft.blocks.replace { block in
      guard block.lines.count > 1, let first = mark(of: block),
        block.lines.allSatisfy({ mark(of: $0)?.kind == first.kind })
      else { return nil }
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
    return mark(of: first)
  }

  private func mark(of line: DraftLine) -> ItemMark? {
    let text = line.text.trimmed
    return ItemMark.counted(text) ?? ItemMark(text)
  }

  private func run(from start: Int, _ marks: [ItemMark?]) -> [(index: Int, mark: ItemMark)] {
    guard let first = marks[start], first.ordinal == nil || first.ordinal == 1 || first.roman == 1 else { return [] }
    var run = [(index: start, mark: first)]
    for index in marks.indices.dropFirst(start + 1) {
      guard let next = marks[index], next.kind == first.kind,
        next.ordinal == nil || next.ordinal == run.count + 1 || next.roman == run.count + 1
      else { break }
      run.append((index, next))
    }
    return run
  }

  /// The first place in `run` from which on its lines are a list of two items or more; nil if there is none. Looked for
  /// from the end, so that many lines of which none begins a list are read but once.
  private func listStart(in run: [(index: Int, mark: ItemMark)], _ draft: Draft, after before: DraftBlock?) -> Int? {
    guard run.count >= 2 else { return nil }
    let texts = run.map { draft.blocks[$0.index].text.trimmed }
    switch run[0].mark.kind {
    case .bullet: break
    case .number where isLabelled(run, draft): return 0
    case .number("甲") where before.map { "：:".contains($0.text.trimmed.last ?? " ") } == true:
      return isCountedList(texts) || texts.allSatisfy { $0.fits(50) } ? 0 : nil
    case .number("（一）"), .number("（甲）"), .number("甲"), .number("一、"): return isCountedList(texts) ? 0 : nil
    case .number, .letter: return isNumberedList(texts, after: before) ? 0 : nil
    }
    var start: Int?
    var columns = 0
    var hasHan = false
    var isShort = true
    var hasSentence = false
    // In two languages an item takes more room.
    let isBilingual = texts.allSatisfy { $0.hasHan && $0.unicodeScalars.count(where: \.isASCIILetter) >= 8 }
    for (place, text) in texts.enumerated().reversed() {
      let width = text.columns
      columns += width
      hasHan = hasHan || text.hasHan
      isShort = isShort && width <= 600
      hasSentence = hasSentence || text.hasSuffix("。")
      // ● and a sentence or two on what happened is a piece of news, no item.
      let isList = hasHan ? columns <= (isBilingual ? 160 : 48) * (texts.count - place) || !hasSentence : isShort
      if isList, place < texts.count - 1 { start = place }
    }
    return start
  }

  /// 一、地點：… and 二、費用：… on the next line: three lines or more, nothing between, each with a label of a few Han.
  private func isLabelled(_ run: [(index: Int, mark: ItemMark)], _ draft: Draft) -> Bool {
    run.count >= 3
      && zip(run, run.dropFirst()).allSatisfy { draft.blocks[$1.index].line == draft.blocks[$0.index].line + 1 }
      && run.allSatisfy { item in
        let text = draft.blocks[item.index].text.trimmed
        return LineGrammar.anyLabel(text.dropFirst(item.mark.length).trimmed).map { !$0.rest.isEmpty } ?? false
      }
  }

  private func isNumberedList(_ texts: [String], after before: DraftBlock?) -> Bool {
    guard texts.contains(where: \.hasHan) else { return texts.allSatisfy { $0.fits(600) } }
    // In two languages an item takes more room.
    let isBilingual = texts.allSatisfy { $0.unicodeScalars.count(where: \.isASCIILetter) >= 8 }
    guard texts.allSatisfy({ $0.fits(isBilingual ? 160 : 50) }) else { return false }
    if let end = before?.text.trimmed.last, "：:".contains(end) { return true }
    return texts.dropLast().allSatisfy { "；;".contains($0.last ?? " ") }
  }

  /// Whether semicolons part the lines, and the last ends with a full stop or as the others do.
  private func isCountedList(_ texts: [String]) -> Bool {
    guard texts.count > 1, texts.allSatisfy({ $0.fits(80) }), let last = texts.last?.last else { return false }
    return texts.dropLast().allSatisfy { "；;".contains($0.last ?? " ") } && "。.；;".contains(last)
  }

  /// Whether short items are all that stands between a title and the next: a list whatever ends them.
  private func isWholeArticle(_ run: [(index: Int, mark: ItemMark)], after before: DraftBlock?, _ draft: Draft) -> Bool
  {
    // Lines with nothing between, below a title that stands apart, were set as one list.
    let isTight =
      run.count >= 3 && before.map { $0.line + 1 < draft.blocks[run[0].index].line } == true
      && zip(run, run.dropFirst()).allSatisfy { draft.blocks[$1.index].line == draft.blocks[$0.index].line + 1 }
    guard before?.role == .title, let last = run.last?.index, run.count > 1 || ItemMark(first(of: run, draft)) != nil,
      run.allSatisfy({ item in
        let text = draft.blocks[item.index].text.trimmed
        // In two languages an item takes more room.
        let isBilingual = text.hasHan && text.unicodeScalars.count(where: \.isASCIILetter) >= 8
        return text.fits(isBilingual ? 160 : isTight ? 120 : 60)
          || run.count > 1 && text.fits(90) && !isNews(text, item.mark)
      })
    else { return false }
    switch draft.blocks.dropFirst(last + 1).first(where: { !$0.isRule })?.role {
    case .title, .section, .kicker: return true
    case nil: return !draft.blocks.indices.contains(last + 1)
    default: return false
    }
  }

  /// Whether what happened on a day is told, behind a number or △, the mark of news: △6月6日，市中院….
  private func isNews(_ text: String, _ mark: ItemMark) -> Bool {
    if case .bullet(let bullet) = mark.kind, !"△▲".contains(bullet) { return false }
    return text.dropFirst(mark.length).prefix(10).contains("日")
  }

  private func first(of run: [(index: Int, mark: ItemMark)], _ draft: Draft) -> String {
    run.first.map { draft.blocks[$0.index].text.trimmed } ?? ""
  }

  private func list(of run: ArraySlice<(index: Int, mark: ItemMark)>, _ draft: Draft) -> DraftBlock {
    let isBullet = run.first?.mark.ordinal == nil
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
    var source = draft.blocks[run[run.startIndex].index].source
    for place in run.dropFirst() { source = source.extended(to: draft.blocks[place.index].source) }
    var list = DraftBlock(form: .list(start: nil, items: items), source: source)
    list.printsOwnMarks = !isBullet
    return list
  }
}

/// Where marks of each kind stand, for the question whether a count goes on behind a list.
struct CountedMarks {
  private let marks: [ItemMark?]
  /// For each block with a mark, the next with one of its kind.
  private var next: [Int?]
  /// How many titles and names of sections stand above each block.
  private var heads: [Int] = []

  init(_ marks: [ItemMark?], _ draft: Draft) {
    self.marks = marks
    next = Array(repeating: nil, count: marks.count)
    var last: [ItemMark.Kind: Int] = [:]
    for index in marks.indices.reversed() {
      guard let kind = marks[index]?.kind else { continue }
      next[index] = last.updateValue(index, forKey: kind)
    }
    guard !last.isEmpty else { return }
    heads.reserveCapacity(draft.blocks.count + 1)
    heads.append(0)
    for block in draft.blocks {
      let isHead: Bool
      switch block.role {
      case .title, .section: isHead = true
      default: isHead = false
      }
      heads.append(heads[heads.count - 1] + (isHead ? 1 : 0))
    }
  }

  /// Whether the count goes on in the next article: paragraphs numbered through the issue, not items.
  func goOnElsewhere(behind run: [(index: Int, mark: ItemMark)]) -> Bool {
    guard let last = run.last, let ordinal = last.mark.ordinal, let following = next[last.index],
      let mark = marks[following]
    else { return false }
    return heads[following + 1] > heads[last.index + 1] && mark.ordinal == ordinal + 1
  }
}
