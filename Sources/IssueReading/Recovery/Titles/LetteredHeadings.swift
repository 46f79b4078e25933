import IssueModel

/// Headings that letters number: A. The facts, B. What we asked, and B.1 below it.
extension TitleWork {
  /// The lines that letters number, two or more of them counting from A: by that alone they are told from names.
  func letteredHeadings() -> Set<Int> {
    var found: [(index: Int, letter: LineGrammar.Letter)] = []
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      guard block.role == nil, block.isText, block.lines.count <= 2, block.text.utf8.count <= 240, block.text.fits(100),
        let letter = LineGrammar.lettered(block.text), let last = block.text.trimmed.last, !".。;；,，:：".contains(last)
      else { continue }
      found.append((index, letter))
    }
    guard found.count >= 2 else { return numberedByBlank() }
    var result: Set<Int> = []
    var run: [Int] = []
    var at = 0
    func close() {
      if at >= 2, !isAnnouncedList(run) { result.formUnion(run) }
      run = []
      at = 0
    }
    for (index, letter) in found {
      switch letter.level {
      case 1 where letter.value == at + 1:
        at += 1
        run.append(index)
      case 1 where letter.value == 1:
        close()
        at = 1
        run = [index]
      case 2 where letter.value == at: run.append(index)
      default: break
      }
    }
    close()
    return result.union(numberedByBlank())
  }

  /// 分为： and below it 甲. …, 乙. …, nothing between: items, not headings.
  private func isAnnouncedList(_ run: [Int]) -> Bool {
    guard let first = run.first, let above = previous(first), draft.blocks[above].text.hasHan,
      "：:".contains(draft.blocks[above].text.trimmed.last ?? " ")
    else { return false }
    return zip(run, run.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// 1 近期天气实况, 2 未来三天预报: headings or lines in bold with a bare number and a blank before their name, two or
  /// more of them counting from 1. By that alone the number is told from one that belongs to the words: 3 月工作安排.
  private func numberedByBlank() -> Set<Int> {
    var result: Set<Int> = []
    var run: [Int] = []
    func close() {
      if run.count >= 2 { result.formUnion(run) }
      run = []
    }
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      guard block.role == nil, block.isText, block.lines.count == 1, block.headingLevel != nil || block.isBold,
        let value = LineGrammar.numberBeforeBlank(block.text.trimmed)
      else { continue }
      if value == run.count + 1 {
        run.append(index)
      } else if value == 1 {
        close()
        run = [index]
      }
    }
    close()
    return result
  }

  /// Makes headings of what letters number: within the article whose title stands above, else titles.
  mutating func decideLettered() {
    // The title or section above, looked for from where the last heading stood.
    var above: Int?
    var seen = 0
    for index in lettered.sorted() where draft.blocks[index].role == nil && !absorbed.contains(index) {
      if let last = (seen..<index).last(where: { draft.blocks[$0].role == .title || isSection($0) }) { above = last }
      seen = index
      let isInner = self.isInner(index)
      if let above, draft.blocks[above].role == .title, !lettered.contains(above) && !isAlike(index, above) || isInner {
        draft.blocks[index].role = .subheading(LineGrammar.lettered(draft.blocks[index].text)?.level ?? 1)
      } else {
        makeTitle(index, draft.blocks[index].text.trimmed)
      }
    }
  }

  /// Whether a title above that has no letter is in capitals as the heading is, and as short: SUMMARY above A. BURGLARY.
  private func isAlike(_ index: Int, _ title: Int) -> Bool {
    func isCapitals(_ text: String) -> Bool {
      text.hanCount == 0 && text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    }
    let texts = [draft.blocks[index].text, draft.blocks[title].text]
    return texts.allSatisfy { isCapitals($0) && $0.columns <= 40 } && draft.blocks[title].headingLevel == nil
  }

  private func isInner(_ index: Int) -> Bool { LineGrammar.lettered(draft.blocks[index].text)?.level == 2 }

  /// Whether a number or a letter of a row of them stands before the heading.
  func isCounted(_ index: Int) -> Bool {
    LineGrammar.numbering(draft.blocks[index].text) != nil || lettered.contains(index)
  }
}
