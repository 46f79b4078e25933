import IssueModel

/// Where the contents list ends and the text begins.
enum ContentsEnd {
  static func end(of lines: [FlatLine], _ start: Int, _ run: Int, hasHeading: Bool) -> Int? {
    let first = hasHeading ? start + 1 : start
    var keys: [[Unicode.Scalar]] = []
    var marks: [Bool] = []
    // The lines taken apart, and each as a section's mark, by their place behind the first.
    var apart: [ContentsLine] = []
    for index in first..<max(first, run) {
      let line = lines[index]
      apart.append(ContentsLine(line.text))
      marks.append(LineGrammar.sectionMark(line.text) != nil)
    }
    apart.takeCounts()
    keys = apart.indices.map { lines[first + $0].isRule ? [] : apart[$0].core.letters }
    /// Whether the line ends with a colon, 巴伐利亚：, so that entry and title may go on behind it.
    func announces(_ index: Int) -> Bool {
      index + 1 < keys.count && !marks[index] && "：:".contains(lines[first + index].text.trimmed.last ?? " ")
    }
    for index in keys.indices.dropFirst()
    where keys[index].count >= 2 && (!lines[first + index].isListItem || beginsText(first + index, keys, lines, first))
    {
      let echo = keys.indices.prefix(index).contains { earlier in
        guard !keys[earlier].isEmpty else { return false }
        return echoes(keys[index], keys[earlier], marks: marks[index] || marks[earlier])
          || announces(index) && keys[index] + keys[index + 1] == keys[earlier]
      }
      guard echo else { continue }
      // At least one article before the echo, not only names of sections.
      guard (0..<index).contains(where: { !marks[$0] && !keys[$0].isEmpty }) else { continue }
      var end = index
      // A section's name, or a rule, before the first title belongs to the text.
      // What the list's lines are: items of a list, or else lines with a bullet, number or page.
      let listed = lines[first..<(first + index)].contains { $0.isListItem }
      func isItem(_ place: Int) -> Bool {
        let line = lines[first + place]
        return line.isListItem || apart[place].page != nil
          || !listed && apart[place].isMarked && !marks[place] && TitleWork.partNumber(line.text) == nil
      }
      let hasItems = (0..<index).contains(where: isItem)
      // What says the letters of an entry again has blanks and marks besides at most.
      let longest = min(360, 2 * (lines[first..<(first + index)].lazy.map(\.text.utf8.count).max() ?? 0) + 30)
      // Behind the last item, a line that groups no items is of the text: a section or a line above the title.
      // What the text says again is an entry, item or not.
      lazy var later = LetterSet(
        lines[(first + index)...].prefix(400).filter { !$0.isRule && $0.text.utf8.count <= longest }.map(\.text.letters)
      )
      while end > 1, hasItems, lines[first + end - 1].isRule || !later.contains(lines[first + end - 1].text.letters),
        !isItem(end - 1), (0..<(end - 1)).contains(where: isItem),
        !keys[..<(end - 1)].contains(keys[end - 1]) || lines[first + end - 1].isRule
      {
        end -= 1
      }
      // ◆ News between rules behind [1], [2]: another mark than that of the entries begins the text.
      func markKind(_ place: Int) -> Int? { lines[first + place].isRule ? nil : apart[place].markKind }
      let kind = (0..<index).lazy.compactMap(markKind).first
      while end > 3, lines[first + end - 1].isRule || lines[first + end - 2].isRule {
        let own = markKind(end - 1)
        guard lines[first + end - 1].isRule || kind != nil && own != nil && own != kind else { break }
        end -= 1
      }
      // A line between a rule and the first title, which the text does not say again, stands above that title.
      if !hasItems, end > 3, lines[first + end - 2].isRule, !lines[first + end - 1].isRule,
        !later.contains(lines[first + end - 1].text.letters),
        lines[first..<(first + end - 2)].count(where: { later.contains($0.text.letters) }) >= 2
      {
        end -= 1
      }
      // 壹、會務 or PART A behind entries that count nothing: the first section of the text.
      func counts(_ line: FlatLine) -> Bool {
        let text = line.text.trimmed
        return LineGrammar.numbering(text)?.level == 1 || LineGrammar.part(text) != nil
      }
      if end > 2, !lines[first + end - 1].isListItem, counts(lines[first + end - 1]),
        !lines[first..<(first + end - 1)].contains(where: counts)
      {
        end -= 1
      }
      // 中文版 behind the last entry says in which language the first part of the text is.
      if end > 2, !lines[first + end - 1].isListItem, SectionStage.namesLanguage(lines[first + end - 1].text),
        !lines[first..<(first + end - 1)].contains(where: { SectionStage.namesLanguage($0.text) })
      {
        end -= 1
      }
      while end > 1,
        lines[first + end - 1].isRule
          || marks[end - 1] && !lines[first + end - 1].isListItem && !(end >= 2 && marks[end - 2])
      {
        if marks[end - 1], isFollowedByEntries(end - 1, keys, marks, lines, first) { break }
        end -= 1
      }
      return first + end
    }
    guard hasHeading else { return nil }
    // No echo before running text: the list is what is listed, and whatever the text says again further on.
    let later = LetterSet(lines[run...].filter { !$0.isRule && $0.text.utf8.count < 360 }.map(\.text.letters))
    var end = first
    var sawItem = false
    while end < run {
      let line = lines[end]
      // A list at the end of the issue, above its imprint.
      if end > first, !line.isListItem, ImprintLine.isStrong(line.text) { return end }
      if line.isRule {
        // A rule ends the list, unless the list goes on behind it.
        let rest = lines[(end + 1)..<run].first { !$0.isRule }
        if sawItem, rest.map({ !$0.isListItem && !later.contains(ContentsLine($0.text).text.letters) }) ?? true {
          return end
        }
      } else if sawItem, line.headingLevel != nil, ContentsLine(line.text).page == nil,
        !later.contains(line.text.letters),
        lines[first].headingLevel == nil
      {
        // Behind items, a heading begins the text.
        return end
      } else if line.isListItem || ContentsLine(line.text).isMarked {
        sawItem = true
      } else if sawItem, !later.contains(line.text.letters) {
        let groups = end + 1 < run && lines[end + 1].isListItem
        if lines[..<end].contains(where: \.isListItem) || line.headingLevel != nil {
          // Behind items, a plain line goes on with the list only as the name of a further group.
          guard groups else { return end }
        }
      }
      end += 1
    }
    // Plain lines up to running text: the last, its title, is of the text.
    if end == run, run < lines.count, end > first + 1, !lines[end - 1].isListItem,
      !ContentsLine(lines[end - 1].text).isMarked,
      !later.contains(lines[end - 1].text.letters)
    {
      end -= 1
      if end > first + 1, LineGrammar.sectionMark(lines[end - 1].text) != nil { end -= 1 }
    }
    while end > first, lines[end - 1].isRule { end -= 1 }
    return end > first ? end : nil
  }

  /// Whether an item says again what the first entry says, above running text: Markdown takes 1. The lock, which begins the
  /// text, for one more item of the list above it.
  private static func beginsText(_ index: Int, _ keys: [[Unicode.Scalar]], _ lines: [FlatLine], _ first: Int) -> Bool {
    guard keys[index - first].count >= 4, index > first + 1, index + 1 < lines.count, !lines[index + 1].isListItem,
      LineGrammar.isProse(lines[index + 1].text)
    else { return false }
    return keys[index - first] == keys.first { !$0.isEmpty }
  }

  private static func isFollowedByEntries(
    _ mark: Int, _ keys: [[Unicode.Scalar]], _ marks: [Bool], _ lines: [FlatLine], _ first: Int
  ) -> Bool {
    mark + 1 < keys.count && lines[first + mark + 1].isListItem
  }

  private static func echoes(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], marks: Bool) -> Bool {
    if a == b { return true }
    guard !marks, a.count >= 4, b.count >= 4 else { return false }
    // A title over two lines begins as its entry does, and the other way round.
    if a.count >= 6, b.count >= 6, b.starts(with: a) || a.starts(with: b) { return true }
    // 冬季时刻 above Winter Hours, where the list has them on one line.
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    if short.count >= 4, long.count >= short.count * 2, long[short.count].isASCIILetter, short.allSatisfy(\.isHan),
      long.starts(with: short)
    {
      return true
    }
    return a.count >= 8 && b.count >= 8 && Similarity.of(a, b) >= 0.86
  }
}

extension [ContentsLine] {
  /// 1 夜读, 2 书单: numbers that nothing but a blank parts from the words, where three lines or more count on from one.
  mutating func takeCounts() {
    var found: [(place: Int, number: String, rest: String)] = []
    var last = 0
    for place in indices where self[place].label == nil {
      let text = self[place].text
      let digits = text.prefix { $0.isDigit }
      guard (1...2).contains(digits.count), let number = Int(String(digits).halfWidth) else { continue }
      let rest = text.dropFirst(digits.count)
      guard rest.first?.isBlankCharacter == true, let letter = rest.trimmed.first, !letter.isDigit else { continue }
      // The text may count from one again.
      guard number == last + 1 || number == 1 && last >= 3 else { break }
      last = number
      found.append((place, String(digits), rest.trimmed))
    }
    guard found.count >= 3 else { return }
    for entry in found {
      self[entry.place].label = entry.number
      self[entry.place].text = entry.rest
    }
  }
}

extension ContentsLine {
  /// Whether a number (1) or a bullet (2) stands before the entry; nil for neither.
  fileprivate var markKind: Int? { label.map { $0.contains(where: \.isNumber) ? 1 : 2 } }
}
