import IssueModel

/// Lines that say what the masthead said.
extension PageFurnitureStage {
  /// Whether a line names the bulletin, its number, or just what a line of the masthead says.
  func saysTheIssue(_ index: Int, _ key: String, _ draft: Draft) -> Bool {
    if IssueNumberGrammar.find(in: draft.blocks[index].text) != nil || names(key, draft) { return true }
    return front(of: draft, before: index).contains { block in
      block.isText && block.text.utf8.count < 200 && !block.lines.contains { ContentsLine($0.text).isMarked }
        && block.lines.contains {
          String(scalars: $0.text.letters.filter { !$0.isASCIIDigit }).contains(key) && key.count >= 4
        }
    }
  }

  /// The first blocks, up to the contents list: what that says is a title, whatever words it has.
  private func front(of draft: Draft, before index: Int = .max) -> ArraySlice<DraftBlock> {
    draft.blocks.prefix(min(8, index)).prefix { !$0.isText || !ContentsStage.isHeading($0.text) }
  }

  /// The letters of the lines of these blocks that are words of a masthead by their length.
  private func frontLines(of draft: Draft, before index: Int) -> [String] {
    front(of: draft, before: index).filter { $0.isText && $0.text.utf8.count < 200 }
      .flatMap { $0.lines.map { String(scalars: $0.text.letters) } }
  }

  /// The letters of the Western lines above the first text that can be a bulletin's name, or begin with it: short, and neither
  /// a number nor a date. What stands beside a page number again says which bulletin the page is of.
  func frontNames(of draft: Draft) -> [String] {
    front(of: draft).prefix { !$0.isText || !LineGrammar.isProse($0.text) }.prefix(4)
      .filter { $0.isText && $0.text.utf8.count < 200 && !$0.text.hasHan }.flatMap(\.lines)
      .filter {
        $0.text.fits(48) && DateGrammar.find(in: $0.text) == nil && IssueNumberGrammar.find(in: $0.text) == nil
      }
      .map { String(scalars: $0.text.letters.filter { !$0.isASCIIDigit }) }.filter { $0.count >= 6 }
  }

  /// Whether the bare number at `index` stands right below a paragraph whose last line names the bulletin, or above one whose first
  /// does.
  func isBesideName(_ index: Int, _ draft: Draft) -> Bool {
    !headsAtCuts(in: draft) { $0 == index }.isEmpty
  }

  /// The lines within paragraphs that are a name of the masthead at the edge of a page, its number right beside them: those
  /// lines' numbers.
  func headsAtCuts(in draft: Draft, _ isNumber: (Int) -> Bool) -> Set<Int> {
    let names = frontNames(of: draft)
    guard !names.isEmpty else { return [] }
    var found: Set<Int> = []
    for index in draft.blocks.indices where index >= 4 && draft.blocks[index].isText {
      let lines = draft.blocks[index].lines
      guard lines.count > 1, let first = lines.first, let last = lines.last else { continue }
      func isName(_ line: DraftLine) -> Bool {
        line.text.utf8.count <= 100 && names.contains(String(scalars: line.text.letters.filter { !$0.isASCIIDigit }))
      }
      if isNumber(index + 1), isName(last) { found.insert(last.number) }
      if isNumber(index - 1), isName(first) { found.insert(first.number) }
    }
    return found
  }

  /// Whether a line beside a page number says just the number of the issue as the masthead does, and perhaps the name before it:
  /// Slack Water Special Issue No. 3.
  func repeatsNumber(_ index: Int, _ draft: Draft) -> Bool {
    let text = draft.blocks[index].text
    guard !text.hasHan, text.fits(72), let number = IssueNumberGrammar.find(in: text) else { return false }
    return front(of: draft, before: index).contains { block in
      block.isText && block.text.utf8.count < 200
        && block.lines.contains { line in
          guard let said = IssueNumberGrammar.find(in: line.text)?.value else { return false }
          return said.number == number.value.number && said.volume == number.value.volume
        }
    }
  }

  /// Whether the letters hold one of the first lines, or stand within one: a running head names the bulletin.
  func names(_ key: String, _ draft: Draft) -> Bool {
    front(of: draft).contains { block in
      guard block.isText, block.text.utf8.count < 160,
        block.headingLevel == 1 || Vocabulary.looksLikeBulletinName(block.text)
      else { return false }
      let line = String(scalars: block.text.letters.filter { !$0.isASCIIDigit })
      // A word of the name alone is none: “week” of the Weekly Report.
      return line.count >= 4 && key.count >= 4
        && (key.contains(line) || line.contains(key) && key.count * 2 >= line.count)
    }
  }

  /// Whether what stands before the page in a line says what the masthead says: 某某报　第156期　第三版.
  func namesBulletin(_ text: String, before index: Int, _ draft: Draft) -> Bool {
    guard let place = text.lastIndex(of: "第") else { return false }
    let words = text[..<place].trimmed
    guard words.hasHan, words.letters.count >= 3 else { return false }
    let front = frontLines(of: draft, before: index)
    var name = words
    if let number = IssueNumberGrammar.find(in: words) {
      let scalars = Array(words.unicodeScalars)
      name = String(scalars: scalars[..<number.range.lowerBound]) + String(scalars: scalars[number.range.upperBound...])
    }
    let letters = String(scalars: name.letters)
    return letters.count >= 2 && front.contains { $0.contains(letters) }
  }

  /// Whether a line is just what stands in the masthead on a line or between wide gaps: the office, beside who signs the issue.
  func isFieldOfMasthead(_ index: Int, _ draft: Draft) -> Bool {
    let letters = String(scalars: draft.blocks[index].text.letters)
    guard letters.count >= 4, draft.blocks[index].text.hasHan else { return false }
    return front(of: draft, before: index).contains { block in
      block.isText && block.text.utf8.count < 200
        && block.lines.contains { line in
          line.text.columnsByGaps.contains { String(scalars: String($0).letters) == letters }
        }
    }
  }

  /// Whether a line is put together of what lines of the masthead say: 某社 社訊      一九九八年三月.
  func isOfMasthead(_ index: Int, _ draft: Draft) -> Bool {
    let text = draft.blocks[index].text
    // In English, words of the masthead in columns: The Lamp          Supplement.
    let isWestern = !text.hasHan && text.columnsByGaps.count >= 2
    guard text.hanCount >= 6 || isWestern, text.trimmed.last != "。" else { return false }
    let front = frontLines(of: draft, before: index)
    func isSaid(_ words: some StringProtocol) -> Bool {
      let letters = String(scalars: String(words).letters)
      return letters.count >= 2 && front.contains { $0.contains(letters) }
    }
    // 堂訊第 29 期: the number needs no blank before it.
    if let number = IssueNumberGrammar.find(in: text) {
      let scalars = Array(text.unicodeScalars)
      let name = String(scalars: scalars[..<number.range.lowerBound])
      if number.range.upperBound == scalars.count, name.letters.count >= 3, isSaid(name),
        isSaid(String(scalars: scalars[number.range]))
      {
        return true
      }
    }
    let columns = text.columnsByGaps
    if isWestern { return columns.allSatisfy { $0.letters.count >= 4 && isSaid($0) } }
    let words = columns.flatMap { isSaid($0) ? [$0] : $0.splitAtScalars(where: \.isBlank).map(String.init) }
    return words.count >= 2 && words.allSatisfy(isSaid)
  }
}
