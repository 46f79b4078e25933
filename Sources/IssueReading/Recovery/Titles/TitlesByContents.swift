import IssueModel

/// Titles that the printed contents list names.
extension TitleWork {
  mutating func matchContents() {
    guard let contents = draft.contents else { return }
    let entries = contents.entries.filter { $0.kind == .article && !$0.text.letters.isEmpty }
    entryCount = entries.count
    let short = draft.blocks.indices.filter { isShort($0) }
    let letters = short.map { draft.blocks[$0].text.letters }
    // Every short line, and every two or three in a row, by their letters.
    var byLetters: [LineLetters: [Range<Int>]] = [:]
    for place in short.indices {
      var key: [Unicode.Scalar] = []
      for end in place..<min(place + 3, short.count) {
        guard end == place || short[end] == short[end - 1] + 1, !isSection(short[end]) else { break }
        key += letters[end]
        byLetters[LineLetters(letters: key), default: []].append(place..<(end + 1))
      }
    }
    hasKickers = hasKickers(entries) { entry in
      (byLetters[LineLetters(letters: entry.text.letters)] ?? []).map { Array(short[$0]) }
    }
    var cursor = 0
    var unmatched: [(entry: ContentsEntry, cursor: Int)] = []
    for entry in entries {
      // The numbering of an entry may stand before the title too.
      let numbered = entry.label.map { LineLetters(letters: ($0 + entry.text).letters) }
      let places =
        (byLetters[LineLetters(letters: entry.text.letters)] ?? []) + (numbered.flatMap { byLetters[$0] } ?? [])
      if let place = places.first(where: { $0.lowerBound >= cursor && isFree($0, short) })
        ?? places.first(where: { isFree($0, short) })
      {
        setTitle(Array(short[place]), entry, exact: true)
        cursor = max(cursor, place.upperBound)
      } else {
        unmatched.append((entry, cursor))
      }
    }
    for (entry, cursor) in unmatched {
      let key = entry.text.letters
      var best: (range: Range<Int>, score: Double)?
      for place in short.indices.dropFirst(cursor).prefix(60) {
        var together: [Unicode.Scalar] = []
        for end in place..<min(place + 2, short.count) {
          guard end == place || short[end] == short[end - 1] + 1, !isSection(short[end]) else { break }
          together += letters[end]
          guard isFree(place..<(end + 1), short) else { break }
          let score = Similarity.of(together, key)
          if score > (best?.score ?? 0.799) { best = (place..<(end + 1), score) }
        }
      }
      if let best {
        setTitle(Array(short[best.range]), entry, exact: false)
      } else {
        diagnostics.repaired(
          "contents-entry-unmatched", line: entry.source?.line ?? 1,
          "no article is called “\(excerpt(entry.text))” as the contents list has it",
          zh: "目录中的“\(excerpt(entry.text))”在正文中没有找到同名文章",
          hint: Wording("check the contents list and the titles", zh: "请核对目录与正文标题"))
      }
    }
  }

  /// Whether the first of two lines ends with a colon, 巴伐利亚：.
  private func announces(_ lines: [Int]) -> Bool {
    lines.count == 2 && draft.blocks[lines[0]].text.fits(24)
      && "：:".contains(draft.blocks[lines[0]].text.trimmed.last ?? " ")
  }

  /// Whether the text sets what stands before the colon of an entry on a line of its own: in two entries or more, and in all
  /// that have a colon. Where other titles are broken over lines too, it is the line's width that broke them.
  private func hasKickers(_ entries: [ContentsEntry], _ places: (ContentsEntry) -> [[Int]]) -> Bool {
    let coloned = entries.count { $0.text.hasAny(of: "：:") }
    guard coloned >= 2 else { return false }
    var announced = 0
    for entry in entries {
      let found = places(entry)
      if found.contains(where: { $0.count == 1 }) || found.isEmpty { continue }
      guard found.contains(where: announces) else { return false }
      announced += 1
    }
    return announced == coloned
  }

  /// Titles that the list names, headings lower than others it names and numbered 一、 anew below each of these, divide the
  /// articles of those: the list goes a level deeper than the articles.
  mutating func demoteListedParts() {
    let heads = listed.filter { draft.blocks[$0].headingLevel != nil }.sorted()
    let levels = heads.compactMap { draft.blocks[$0].headingLevel }
    guard let top = levels.min(), let low = levels.max(), top < low, heads.count == listed.count else { return }
    let lower = heads.filter { (draft.blocks[$0].headingLevel ?? 0) > top }
    let upper = Set(heads).subtracting(lower)
    func number(_ index: Int) -> Int? {
      LineGrammar.numbering(draft.blocks[index].text.trimmed).flatMap { $0.level == 1 ? $0.value : nil }
    }
    guard upper.count >= 2, upper.allSatisfy({ number($0) == nil }), lower.allSatisfy({ number($0) != nil }),
      // Where something stands right below an upper one, it is an article and no section.
      upper.contains(where: { index in next(index).map { draft.blocks[$0].headingLevel == nil } ?? false })
    else { return }
    var expected = 1
    for index in heads {
      if upper.contains(index) {
        expected = 1
      } else {
        guard number(index) == expected else { return }
        expected += 1
      }
    }
    for index in lower {
      listed.remove(index)
      setSubheading(index, 1)
    }
  }

  /// Whether a title and its entry differ in nothing but capitals, the printer's point, signs before the words and strokes
  /// around them.
  private static func differsInDressOnly(_ title: String, _ entry: String) -> Bool {
    func bare(_ text: String) -> String {
      let words = String(text.drop { $0.isLineMark || $0.isBlankCharacter || "＊*>＞»→·-—–=＝~～#＃+".contains($0) }).trimmed
      return (LineGrammar.ornamented(words, atMost: 72) ?? LineGrammar.unpointed(words, behind: 3)).lowercased()
        .withoutBlanks
    }
    return bare(title) == bare(entry)
  }

  func isFree(_ places: Range<Int>, _ short: [Int]) -> Bool {
    places.allSatisfy { draft.blocks[short[$0]].role == nil && !absorbed.contains(short[$0]) }
  }

  func isShort(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.isText, block.lines.count <= 4 else { return false }
    let text = block.text
    return text.utf8.count < 360 && (block.headingLevel != nil || text.fits(90) || !LineGrammar.isProse(text))
  }

  mutating func setTitle(_ indices: [Int], _ entry: ContentsEntry, exact: Bool) {
    // A piece that begins with a dash is the subtitle, whatever the list ran together.
    var title = indices
    if let dash = indices.dropFirst().firstIndex(where: { Self.subtitle(draft.blocks[$0].text) != nil }) {
      title = Array(indices[..<dash])
    }
    // 巴伐利亚： above the rest of the title announces it.
    if hasKickers, exact, title.count == indices.count, announces(title) {
      draft.blocks[title[0]].role = .kicker
      makeTitle(title[1], draft.blocks[title[1]].text.trimmed)
      listed.insert(title[1])
      return
    }
    let found = Self.joinedTitle(title.map { draft.blocks[$0].text })
    let first = title[0]
    let line = draft.blocks[first].line
    var text = found
    if title.count == indices.count {
      let listed = entry.text.trimmed
      if exact, repairs, listed != found, found.letters == listed.letters {
        // ※ before it is the printer's.
        let unmarked = String(found.drop { $0.isLineMark || $0.isBlankCharacter })
        if listed == unmarked {
          text = listed
        } else if listed.withoutBlanks == unmarked.withoutBlanks {
          text = listed
          diagnostics.repaired(
            "title-repaired", line: line,
            "blanks in the title set right by the contents list: “\(excerpt(listed, 40))”",
            zh: "按目录校正标题中的空格：“\(excerpt(listed, 40))”", confidence: 0.98)
        } else if !Self.differsInDressOnly(found, listed) {
          diagnostics.repaired(
            "title-differs", line: line,
            "the title “\(excerpt(found, 40))” has other punctuation than the contents list: “\(excerpt(listed, 40))”",
            zh: "标题“\(excerpt(found, 40))”与目录“\(excerpt(listed, 40))”标点不一致",
            hint: Wording("the title was kept", zh: "已保留正文标题"))
        }
      } else if !exact {
        diagnostics.repaired(
          "title-differs", line: line,
          "the title “\(excerpt(found, 40))” differs from the contents list: “\(excerpt(listed, 40))”",
          zh: "标题“\(excerpt(found, 40))”与目录“\(excerpt(listed, 40))”不一致",
          hint: Wording("the title was kept; check which is right", zh: "已保留正文标题，请核对"))
      }
    }
    if title.count > 1 {
      diagnostics.repaired(
        "title-joined", line: line, "a title over \(title.count) lines joined: “\(excerpt(text, 40))”",
        zh: "分\(title.count)行的标题已合并：“\(excerpt(text, 40))”", severity: .note, confidence: 0.97)
    }
    let isBroken = draft.blocks[first].inlines.contains(.lineBreak)
    makeTitle(first, text)
    if isBroken, exact, repairs, title.count == 1, text.letters == entry.text.letters {
      // A break by hand is a matter of the old page's width.
      draft.blocks[first].lines = [
        DraftLine(inlines: [.text(text)] + Self.noteMarks(draft.blocks[first]), number: line)
      ]
      diagnostics.repaired(
        "title-joined", line: line, "a title over two lines joined: “\(excerpt(text, 40))”",
        zh: "分行的标题已合并：“\(excerpt(text, 40))”", severity: .note, confidence: 0.97)
    }
    for index in title.dropFirst() { absorb(index, into: first) }
    listed.insert(first)
  }
}
