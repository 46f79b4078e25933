import IssueModel

/// Drops what belonged to the old pages: page numbers and running heads. Everything dropped is named.
///
/// A line that can be nothing but a page number (— 3 —, 第3页) goes wherever it stands. Bare digits go only if
/// they rise from page to page. A running head is a short line that comes three times or more, most times
/// where a page was cut; its first appearance stays if the masthead is made of it.
struct PageFurnitureStage: RepairStage {
  static let name = "page-furniture"
  static let summary = Wording("drop page numbers and running heads of the old pages", zh: "去掉旧版面的页码和页眉页脚")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    dropMailHeader(&draft, diagnostics)
    dropReaderLinks(&draft, diagnostics)
    var dropped = pageNumbers(in: draft)
    let feet = numberedFeet(in: draft)
    for index in feet { dropped[index] = .runningHead }
    // The words of such lines: elsewhere no empty line may part them from the text.
    let words = feet.count < 2 ? [] : Set(feet.map { Self.words(beside: draft.blocks[$0].text) })
    for index in webFurniture(in: draft) { dropped[index] = .webFurniture }
    let names = NamesAgain(in: draft)
    for index in names.blocks where dropped[index] == nil { dropped[index] = .runningHead }
    for (index, head) in runningHeads(in: draft, besides: dropped) { dropped[index] = head }
    guard !dropped.isEmpty || draft.blocks.hasAny({ $0.lines.count > 1 }) else { return dropBreaks(&draft) }
    for (index, what) in dropped.sorted(by: { $0.key < $1.key }) {
      let line = draft.blocks[index].line
      let text = excerpt(String(draft.source[line]), 30)
      switch what {
      case .pageNumber:
        diagnostics.repaired(
          "page-number-dropped", line: line, "page number “\(text)” dropped", zh: "去掉页码“\(text)”",
          confidence: LineGrammar.isCertainPageNumber(text) ? 0.99 : 0.85)
      case .webFurniture:
        diagnostics.repaired(
          "web-furniture-dropped", line: line, "“\(text)” of the web page dropped", zh: "去掉网页装饰文字“\(text)”",
          confidence: 0.95)
      case .runningHead:
        diagnostics.repaired(
          "running-head-dropped", line: line, "running head “\(text)” dropped", zh: "去掉页眉页脚“\(text)”", confidence: 0.9)
      }
    }
    // A rule beside a page number inside the text marked the page as well.
    let rules = Set(rulesOfPages(in: draft, dropped))
    var beginsPage = false
    var isCounted = false
    for index in draft.blocks.indices {
      guard dropped[index] == nil, !rules.contains(index) else {
        if dropped[index] == .webFurniture {
          isCounted = draft.blocks[index].text.lowercased().contains("part")
        } else {
          beginsPage = true
        }
        continue
      }
      if beginsPage { draft.blocks[index].beginsPage = true }
      if isCounted { draft.blocks[index].isCounted = true }
      beginsPage = false
      isCounted = false
    }
    let cuts = headsAtCuts(in: draft) { dropped[$0] == .pageNumber }
    draft.blocks.remove(rules.union(dropped.keys))
    dropInnerLines(&draft, words, cuts, names, diagnostics)
    dropBreaks(&draft)
  }

  /// The rules beside page numbers behind text that is not finished.
  private func rulesOfPages(in draft: Draft, _ dropped: [Int: Furniture]) -> [Int] {
    // The text above, looked for from where the last such rule stood: a hundred thousand of them with nothing but numbers
    // between would each look through all above.
    var above: Int?
    var seen = 0
    return draft.blocks.indices.filter { index in
      guard draft.blocks[index].isRule, index > 10,
        dropped[index - 1] == .pageNumber || dropped[index + 1] == .pageNumber
      else { return false }
      let nearest = (seen..<index).last { place in
        draft.blocks[place].isText && LineGrammar.pageNumber(draft.blocks[place].text) == nil
      }
      above = nearest ?? above
      seen = index
      return above.map { TornParagraphStage.isUnfinished(draft.blocks[$0].text) } ?? false
    }
  }

  private enum Furniture { case pageNumber, runningHead, webFurniture }

  /// What editors of web pages put between the articles: END, 点击蓝字 关注我们, PART 01.
  private func webFurniture(in draft: Draft) -> [Int] {
    guard draft.language != .english else { return [] }
    return draft.blocks.indices.filter { index in
      let block = draft.blocks[index]
      guard block.isText, block.lines.count == 1, block.lines[0].text.utf8.count <= 90,
        Self.mayBeWebFurniture(block.lines[0].text)
      else { return false }
      let bare = String(scalars: block.text.letters)
      if ["end", "theend"].contains(bare), index > 0 { return true }
      if bare.hasPrefix("点击") && bare.hasSuffix("关注我们") || bare.hasPrefix("點擊") && bare.hasSuffix("關注我們") {
        return true
      }
      if ["长按识别二维码关注我们", "长按二维码关注我们", "扫码关注我们", "扫描二维码关注我们"].contains(bare) { return true }
      return bare.hasPrefix("part") && bare.count <= 6 && bare.count > 4 && bare.dropFirst(4).allSatisfy(\.isNumber)
    }
  }

  /// Whether a line has any of the letters that such words cannot do without.
  private static func mayBeWebFurniture(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "注" || $0.halfWidth.isASCIILetter }
  }

  private func pageNumbers(in draft: Draft) -> [Int: Furniture] {
    var found: [Int: Furniture] = [:]
    var bare: [(index: Int, number: Int)] = []
    for index in draft.blocks.indices {
      guard draft.blocks[index].isText && draft.blocks[index].lines.count == 1 || draft.blocks[index].isSmallList
      else { continue }
      let raw = draft.source[draft.blocks[index].line]
      // A number in the middle of a page has as many blanks before it, and no more than that.
      guard raw.utf8.count <= 300 else { continue }
      // <div style="text-align: center;">2</div>: the words of a block that is HTML stand in it alone.
      let text =
        raw.utf8.first == UInt8(ascii: "<") && draft.blocks[index].isText
        ? draft.blocks[index].text.trimmed
        : raw[raw.unicodeScalars.drop { $0 == "#" || $0 == " " }.startIndex...].trimmed
      guard text.utf8.count <= 96, let number = LineGrammar.pageNumber(text) else { continue }
      if LineGrammar.isCertainPageNumber(text) { found[index] = .pageNumber } else { bare.append((index, number)) }
    }
    // Several of them right below each other are the pages that the contents list names, in a column of their own.
    let places = Set(bare.map(\.index))
    bare.removeAll { $0.index < 24 && (places.contains($0.index - 1) || places.contains($0.index + 1)) }
    // Bare digits: at least two, rising, or one beside certain ones.
    var last = 0
    let rising = bare.filter { entry in
      defer { last = max(last, entry.number) }
      return entry.number > last
    }
    if rising.count >= 2 && rising.count == bare.count || !found.isEmpty && !bare.isEmpty {
      for entry in rising { found[entry.index] = .pageNumber }
    } else {
      for entry in bare where isCut(at: entry.index, in: draft) || isBesideName(entry.index, draft) {
        found[entry.index] = .pageNumber
      }
    }
    // At the very end a bare number can be nothing else.
    if let last = bare.last, found[last.index] == nil, last.index > 6,
      !draft.blocks.dropFirst(last.index + 1).contains(where: { $0.isText || $0.isSmallList })
    {
      found[last.index] = .pageNumber
    }
    // So can one alone in the middle of a typed page.
    if bare.count == 1, found.isEmpty, bare[0].index > 6, bare[0].number > 1, draft.blocks[bare[0].index].isCentred {
      found[bare[0].index] = .pageNumber
    }
    for index in bracketedPages(in: draft) { found[index] = .pageNumber }
    return found
  }

  /// Whether the text before `index` is unfinished and text follows.
  private func isCut(at index: Int, in draft: Draft) -> Bool {
    guard index > 0, index + 1 < draft.blocks.count, draft.blocks[index - 1].isText, draft.blocks[index + 1].isText,
      draft.blocks[index - 1].headingLevel == nil
    else { return false }
    return TornParagraphStage.isUnfinished(draft.blocks[index - 1].text)
  }

  private func runningHeads(in draft: Draft, besides dropped: [Int: Furniture]) -> [(Int, Furniture)] {
    var places: [LineLetters: [Int]] = [:]
    for index in draft.blocks.indices where draft.blocks[index].isText && draft.blocks[index].lines.count == 1 {
      guard draft.blocks[index].lines[0].text.utf8.count <= 120, dropped[index] == nil else { continue }
      let text = draft.blocks[index].text.trimmed
      guard
        text.columns <= 60 || text.columnsByGaps.joined(separator: " ").columns <= 60
          || text.columns <= 100 && IssueNumberGrammar.find(in: text) != nil,
        LineGrammar.sectionMark(text) == nil, !LineGrammar.isProse(text),
        LineGrammar.wholeBracket(text) == nil, LineGrammar.distribution(text) == nil,
        // Source: Institute Report 77 behind each article says where it is from.
        LineGrammar.labelled(text, Vocabulary.closingContributorLabels) == nil
      else { continue }
      let key = text.letters.filter { !$0.isASCIIDigit }
      if key.count >= 2 { places[LineLetters(letters: key), default: []].append(index) }
    }
    var result: [(Int, Furniture)] = []
    let lastText = draft.blocks.indices.last { dropped[$0] == nil && draft.blocks[$0].isText } ?? -1
    for (key, indices) in places.sorted(by: { $0.value[0] < $1.value[0] }) where indices.count < 3 {
      // Who signs an article may do so at the end of a page once, but not each time.
      let isFoot =
        indices.count == 2 && indices.allSatisfy { $0 >= 6 && isBesideNumber($0, dropped, draft) }
        && isFieldOfMasthead(indices[0], draft)
      // Seen once or twice beside a page number, it has to name the bulletin.
      // With no text behind it, it is no head but the end of the imprint.
      for index in indices
      where isFoot
        || isBesideNumber(index, dropped, draft)
          && (index >= 8 && names(String(scalars: key.letters), draft) || index >= 6 && isOfMasthead(index, draft)
            || index >= 6 && repeatsNumber(index, draft)
            || index >= 6 && frontNames(of: draft).contains(String(scalars: key.letters)))
      {
        if lastText > index { result.append((index, .runningHead)) }
      }
    }
    let found = Set(result.map(\.0))
    for (key, indices) in places.sorted(by: { $0.value[0] < $1.value[0] }) where indices.count < 3 {
      // Alone between the halves of a torn paragraph: a line that comes there twice, or that says what issue this is.
      // A line of the contents list is no torn text, and what the list names is a title.
      let cuts = indices.filter { index in
        guard index >= 6, isCut(at: index, in: draft), goesOn(behind: index, draft) else { return false }
        let before = draft.blocks[index - 1].text
        // Lines that break where the source says so are no torn text either.
        guard !draft.blocks[index - 1].lines.contains(where: \.endsHard) else { return false }
        return LineGrammar.isProse(before) && ContentsLine(before).page == nil && !before.contains("     ")
      }
      guard
        cuts.count >= 2
          || cuts.count == 1 && saysTheIssue(cuts[0], String(scalars: key.letters), draft)
      else { continue }
      for index in cuts where !found.contains(index) { result.append((index, .runningHead)) }
    }
    // Behind running text, the masthead's name and number alone on a line head a page, wherever they stand.
    if let first = draft.blocks.firstIndex(where: { $0.isText && LineGrammar.isProse($0.text) && $0.text.hasHan }) {
      // One that was made a heading has to come twice.
      let twice = Set(places.values.filter { $0.count >= 2 }.joined())
      let known = Set(result.map(\.0))
      let lastProse = draft.blocks.indices.last {
        draft.blocks[$0].isText && LineGrammar.isProse(draft.blocks[$0].text)
      }
      for index in places.values.joined().sorted() where index > first {
        let text = draft.blocks[index].text
        guard draft.blocks[index].headingLevel == nil || twice.contains(index),
          IssueNumberGrammar.find(in: text) != nil,
          isOfMasthead(index, draft), !known.contains(index), lastProse.map({ $0 > index }) ?? false
        else { continue }
        result.append((index, .runningHead))
      }
    }
    for (_, indices) in places.sorted(by: { $0.value[0] < $1.value[0] }) where indices.count >= 3 {
      // 案例1, 案例2: headings that count head what stands below them, though that ends without a full stop.
      let count = draft.blocks[indices[0]].text.letters
      let counts =
        draft.blocks[indices[0]].headingLevel != nil
        && indices.contains { draft.blocks[$0].text.letters != count }
      let atCuts = indices.filter { index in
        isBesideNumber(index, dropped, draft) || !counts && isCut(at: index, in: draft)
      }
      guard atCuts.count * 2 >= indices.count else { continue }
      // The masthead's own line stays: above all running text nothing is torn.
      let isAboveText = !draft.blocks[..<indices[0]].contains { $0.isText && LineGrammar.isProse($0.text) }
      let keepsFirst =
        indices[0] < 8
        && (!atCuts.contains(indices[0]) || isAboveText && !isBesideNumber(indices[0], dropped, draft))
      result += indices.dropFirst(keepsFirst ? 1 : 0).map { ($0, .runningHead) }
    }
    return result
  }

  /// Whether a page number that is dropped, or a page's end, stands next to the block.
  private func isBesideNumber(_ index: Int, _ dropped: [Int: Furniture], _ draft: Draft) -> Bool {
    dropped[index - 1] != nil || dropped[index + 1] != nil || isBreak(index - 1, draft) || isBreak(index + 1, draft)
  }

  /// Whether the text behind `index` reads as the rest of a paragraph.
  private func goesOn(behind index: Int, _ draft: Draft) -> Bool {
    guard draft.blocks.indices.contains(index + 1) else { return false }
    let next = draft.blocks[index + 1]
    guard case .paragraph = next.form, !next.isIndented, LineGrammar.sectionMark(next.text) == nil,
      LineGrammar.numbering(String(next.text.prefix(12))) == nil
    else { return false }
    return next.text.columns >= 4 && !next.isBold
  }

  private func isBreak(_ index: Int, _ draft: Draft) -> Bool {
    guard draft.blocks.indices.contains(index), case .pageBreak = draft.blocks[index].form else { return false }
    return true
  }

  /// Page numbers, and lines of page and the words in `words`, that stand in the midst of a paragraph's lines.
  private func dropInnerLines(
    _ draft: inout Draft, _ words: Set<String>, _ cuts: Set<Int>, _ names: NamesAgain, _ diagnostics: DiagnosticSink
  ) {
    for index in draft.blocks.indices where draft.blocks[index].lines.count > 1 {
      let lines = draft.blocks[index].lines
      let kept = lines.filter { line in
        if !words.isEmpty && line.text.utf8.count <= 200 && words.contains(Self.words(beside: line.text))
          && Self.page(in: line.text) != nil || names.has(line) || cuts.contains(line.number)
        {
          let text = excerpt(line.text, 30)
          diagnostics.repaired(
            "running-head-dropped", line: line.number, "running head “\(text)” dropped", zh: "去掉页眉页脚“\(text)”",
            confidence: 0.9)
          return false
        }
        guard line.text.utf8.count <= 48, LineGrammar.pageNumber(line.text) != nil,
          LineGrammar.isCertainPageNumber(line.text)
        else { return true }
        let text = excerpt(line.text, 30)
        diagnostics.repaired(
          "page-number-dropped", line: line.number, "page number “\(text)” dropped", zh: "去掉页码“\(text)”",
          confidence: 0.97)
        return false
      }
      if kept.count < lines.count, !kept.isEmpty { draft.blocks[index].lines = kept }
    }
  }

  private func dropBreaks(_ draft: inout Draft) {
    draft.blocks.remove(Set(draft.blocks.indices.filter { isBreak($0, draft) }))
  }
}

extension DraftBlock {
  /// A list of one short item, as `- 3 -` looks to Markdown.
  fileprivate var isSmallList: Bool {
    guard case .list(_, let items) = form else { return false }
    return items.count == 1
      && (items[0].isEmpty || items[0].count == 1 && items[0][0].isText && items[0][0].lines.count == 1)
  }
}
