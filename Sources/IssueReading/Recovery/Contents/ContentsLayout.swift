import IssueModel

/// Contents lists that were laid out as a table, or whose pages stand a blank behind the titles.
enum ContentsLayout {
  /// A contents list that a converter indented, and so quoted, becomes lines.
  static func openQuote(_ draft: inout Draft) {
    guard let heading = ContentsStage.headingPlace(in: draft),
      let index = draft.blocks.indices.dropFirst(heading + 1).first(where: { !draft.blocks[$0].isRule }),
      case .quote(let inner) = draft.blocks[index].form, inner.count >= 2 || inner.first?.lines.count ?? 0 >= 2,
      inner.allSatisfy({ $0.isText && $0.lines.allSatisfy { !LineGrammar.isProse($0.text) } || $0.isList }),
      inner.first.map({ EditorsNoteStage.label(of: $0.text) == nil }) ?? false
    else { return }
    draft.blocks.replaceSubrange(index...index, with: inner)
  }

  /// A contents list that keeps its blanks becomes lines.
  static func openPreformatted(_ draft: inout Draft) {
    guard
      let index = draft.blocks.prefix(10).firstIndex(where: { block in
        guard case .ready(.preformatted(let text)) = block.form else { return false }
        return text.text.split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) }
          .map { ContentsStage.isHeading(String($0)) } ?? false
      }), case .ready(.preformatted(let text)) = draft.blocks[index].form
    else { return }
    let first = draft.blocks[index].line
    let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter {
      !$0.element.allSatisfy(\.isWhitespace)
    }
    draft.blocks.replaceSubrange(
      index...index,
      with: lines.map { offset, line in
        DraftBlock(text: String(line).trimmed, number: first + offset)
      })
  }

  /// In this issue: One · Two · Three: the heading and its entries on one line become lines, if the text says two of the
  /// entries again.
  ///
  /// - Returns: The blocks that it became, the first of them the heading; nil where there is none, or no heading.
  static func openRunIn(_ draft: inout Draft) -> Range<Int>? {
    var later: Set<[Unicode.Scalar]>?
    for index in draft.blocks.indices.prefix(10) {
      let block = draft.blocks[index]
      guard block.role == nil, block.isText, block.text.columns <= 600 else { continue }
      let text = block.text.trimmed
      let colon = text.firstIndex(ofAny: ":：】")
      let isHeading = colon.map { ContentsStage.isHeading(String(text[..<$0])) } ?? false
      // This month: One / Two, On our pages • One • Two: any few words may stand before titles that the text has.
      // 要闻：1、甲 2、乙
      let isCounted =
        !isHeading
        && colon.map {
          text[..<$0].utf8.count <= 24
            && LineGrammar.numbering(text[text.index(after: $0)...].prefix(8).trimmed)?.value == 1
        } == true
      guard isHeading || isCounted || !text.hasHan && text.utf8.count <= 400 else { continue }
      var heading = ""
      var rest = text
      if let colon, isHeading || text[..<colon].split(separator: " ").count <= 5, text[colon...].count > 8 {
        // 【本期内容】 A | B
        heading = String(text[..<colon]) + (text[colon] == "】" ? "】" : "")
        rest = String(text[text.index(after: colon)...])
      } else if isHeading {
        continue
      }
      if isHeading || isCounted, let (entries, end) = countedEntries(rest, behind: index, draft, allSaid: isCounted) {
        draft.blocks.replaceSubrange(
          index..<end, with: ([heading] + entries).map { DraftBlock(text: $0, number: block.line) })
        return index..<(index + 1 + entries.count)
      }
      if isCounted, text.hasHan { continue }
      let marks = isHeading ? "·•|｜/;；、,，" : "·•|/;*~◆■►>»–—"
      guard let mark = marks.first(where: { rest.contains($0) }) else { continue }
      if later == nil {
        later = Set(
          draft.blocks.dropFirst(index + 1).filter { $0.isText && $0.text.utf8.count < 300 }.map(\.text.letters))
      }
      func isSaid(_ entry: String) -> Bool {
        let letters = ContentsLine(entry).text.letters
        return letters.count >= 4 && later?.contains(letters) == true
      }
      var entries = rest.split(separator: mark).map { String($0).trimmed }.filter { !$0.isEmpty }
      if let last = entries.last, last.hasSuffix(".") || last.hasSuffix("。") {
        entries[entries.count - 1] = String(last.dropLast())
      }
      // On our pages • One • Two
      if heading.isEmpty, entries.count >= 3, !isSaid(entries[0]), entries[0].split(separator: " ").count <= 5 {
        heading = entries.removeFirst()
      }
      let said = entries.count(where: { isSaid($0) })
      guard entries.count >= 2, said * 2 >= entries.count, isHeading || said >= 2 && said * 3 >= entries.count * 2
      else {
        continue
      }
      let lines = (heading.isEmpty ? [] : [heading]) + entries
      draft.blocks.replaceSubrange(
        index...index,
        with: lines.map { text in
          var line = block
          line.form = .paragraph
          line.lines = [DraftLine(text: text, number: block.line)]
          return line
        })
      return heading.isEmpty ? nil : index..<(index + lines.count)
    }
    return nil
  }

  /// 一、甲　　二、乙 on the heading's line, and perhaps on those below it: entries that count from one, of which the text says
  /// half again, or all of them. `end` is the block behind them.
  private static func countedEntries(_ rest: String, behind index: Int, _ draft: Draft, allSaid: Bool) -> (
    entries: [String], end: Int
  )? {
    var entries: [String] = []
    var kind: Int?
    func take(_ text: String) -> Bool {
      for word in text.splitAtScalars(where: \.isBlank).map(String.init) {
        if let number = LineGrammar.numbering(word), number.value == entries.count + 1,
          kind ?? number.level == number.level
        {
          kind = number.level
          entries.append(word)
        } else if let last = entries.last, !last.isEmpty {
          entries[entries.count - 1] = last + " " + word
        } else {
          return false
        }
      }
      return true
    }
    guard rest.fits(300), take(rest), !entries.isEmpty else { return nil }
    var end = index + 1
    while end < draft.blocks.count, draft.blocks[end].role == nil, draft.blocks[end].isText,
      draft.blocks[end].headingLevel == nil, draft.blocks[end].text.fits(200),
      let number = LineGrammar.numbering(draft.blocks[end].text.trimmed), number.value == entries.count + 1,
      draft.blocks[end].text.columnsByGaps.count > 1, take(draft.blocks[end].text)
    {
      end += 1
    }
    guard entries.count >= 2 else { return nil }
    let later = LetterSet(
      draft.blocks[end...].filter { $0.isText && $0.text.utf8.count < 300 }.flatMap {
        [$0.text.letters, ContentsLine($0.text).core.letters]
      })
    let said = entries.count { later.contains($0.letters) || later.contains(ContentsLine($0).core.letters) }
    return said * 2 >= entries.count && (!allSaid || said == entries.count) ? (entries, end) : nil
  }

  /// `lines` with the line at `index` taken apart where a bullet stands before each of its entries: ➤ One ➤ Two ➤ Three.
  static func withPartedEntries(_ lines: [FlatLine], at start: Int) -> [FlatLine] {
    guard let index = lines.indices.dropFirst(start).first(where: { !lines[$0].isRule }), !lines[index].isOther,
      let first = lines[index].text.trimmed.first
    else { return lines }
    // One · Two · Three: the mark may stand between them only.
    if first.isLetter || first.isNumber {
      guard let mark = [" · ", " • ", " | ", "　｜　", " ｜ "].first(where: lines[index].text.contains) else {
        return lines
      }
      let entries =
        lines[index].text.ranges(of: mark).count >= 2
        ? lines[index].text.split(separator: mark).map { String($0).trimmed } : []
      guard entries.count >= 3, entries.allSatisfy({ $0.columns >= 4 && !LineGrammar.isProse($0) }) else {
        return lines
      }
      return parted(lines, index, entries)
    }
    let mark = first
    guard mark.isLineMark || "➤►▸▶→»•·".contains(mark) else { return lines }
    let entries = lines[index].text.split(separator: mark).map { String($0).trimmed }.filter { !$0.isEmpty }
    guard entries.count >= 2, entries.allSatisfy({ $0.columns >= 4 && !LineGrammar.isProse($0) }) else { return lines }
    return parted(lines, index, entries.map { "\(mark) \($0)" })
  }

  private static func parted(_ lines: [FlatLine], _ index: Int, _ entries: [String]) -> [FlatLine] {
    var result = lines
    result.replaceSubrange(
      index...index,
      with: entries.map { entry in
        var line = lines[index]
        line.text = entry
        line.inlines = [.text(entry)]
        return line
      })
    return result
  }

  /// `lines` with a page behind one blank (Title 3) set off by a tab, if most lines from `start` on end so and the
  /// numbers rise as pages do.
  static func withLoosePages(_ lines: [FlatLine], from start: Int) -> [FlatLine] {
    func loose(_ text: String) -> (head: String, page: Int)? {
      guard let blank = text.lastIndex(where: \.isBlankCharacter), let page = Int(text[text.index(after: blank)...]),
        page < 1000,
        let before = text[..<blank].trimmed.last, !before.isNumber
      else { return nil }
      return (text[..<blank].trimmed, page)
    }
    var run: [Int] = []
    var seen: Set<[Unicode.Scalar]> = []
    for index in lines.indices.dropFirst(start).prefix(40) {
      // A line that comes again is of the text already.
      guard !lines[index].isRule, !LineGrammar.isProse(lines[index].text), lines[index].text.columns <= 120,
        seen.insert(lines[index].text.letters).inserted
      else { break }
      run.append(index)
    }
    let pages = run.compactMap { loose(lines[$0].text)?.page }
    guard pages.count >= 2, zip(pages, pages.dropFirst()).allSatisfy({ $0 <= $1 }) else { return lines }
    var result = lines
    // Up to the last that has one: what follows is of the text.
    guard let last = run.last(where: { loose(lines[$0].text) != nil }), pages.count * 10 >= (last - start + 1) * 6
    else { return lines }
    for index in start...last {
      if let found = loose(lines[index].text) { result[index].text = found.head + "\t\(found.page)" }
    }
    return result
  }
}
