import IssueModel

/// Sections told by Roman numbers, letters or capitals.
extension SectionStage {
  /// I. NEWS, II. METHODS, 甲、會務, each above a title: sections.
  func romanNames(_ draft: inout Draft) {
    let parts = draft.blocks.indices.filter { index in
      let block = draft.blocks[index]
      // M. Simwinga, at the right margin, signs.
      // Its first letter tells of most text that it is none, before all of it is measured.
      return block.role == nil && block.isText && block.lines.count == 1 && !block.isFlushRight
        && (LineGrammar.part(block.text.trimmed) != nil
          || block.headingLevel != nil && block.text.hasHan && LineGrammar.lettered(block.text) != nil)
        && block.text.fits(60)
    }
    nameParts(parts, &draft)
    // Elsewhere names begin so: S. V. Holt, Engineer. Headings among them are judged by themselves.
    let headings = parts.filter { draft.blocks[$0].headingLevel != nil }
    if headings.count < parts.count, headings.allSatisfy({ draft.blocks[$0].role == nil }) {
      nameParts(headings, &draft)
    }
    // So are those that say the word: Part One.
    let worded = parts.filter { index in
      ["part ", "section "].contains(where: draft.blocks[index].text.trimmed.lowercased().hasPrefix)
    }
    if worded.count < parts.count, worded.allSatisfy({ draft.blocks[$0].role == nil }) { nameParts(worded, &draft) }
  }

  private func nameParts(_ found: [Int], _ draft: inout Draft) {
    // One of them may stand above a title that has no running text.
    let leading = found.filter { leadsToTitle($0, draft) }
    guard found.count >= 2, leading.count * 4 >= found.count * 3, leading.first == found.first else { return }
    // C. is a letter in one row, a Roman hundred in another.
    let values = found.compactMap { LineGrammar.part(draft.blocks[$0].text.trimmed) }
    let letters = found.compactMap { LineGrammar.lettered(draft.blocks[$0].text)?.value }
    guard [values, letters].contains(Array(1...found.count)) else { return }
    for index in found { draft.blocks[index].role = .section(draft.blocks[index].text.trimmed) }
  }

  /// CRIME above titles that are not in capitals: the name of a section. Where titles are in capitals too, no such
  /// line is one.
  func capitalNames(_ draft: inout Draft) {
    func isCapitals(_ text: String) -> Bool {
      // Neither form begins with a Han, as most text does.
      guard text.unicodeScalars.first?.isHan == false else { return false }
      // PEOPLE 人物
      return
        (!text.hasHan
        || text.fits(44) && text.first?.isUppercase == true && text.last?.isHanCharacter == true
          && text.hanCount <= 8)
        && text.fits(text.hasHan ? 44 : 32) && text.unicodeScalars.contains(where: \.isASCIILetter)
        && text == text.uppercased() && !text.hasAny(of: ".:;!?")
    }
    let capitals = draft.blocks.indices.filter { index in
      let block = draft.blocks[index]
      return block.role == nil && block.isText && block.lines.count == 1 && isCapitals(block.text.trimmed)
        && TitleWork.partNumber(block.text) == nil && EditorsNoteStage.label(of: block.text) == nil
    }
    // In the order of their letters, so that one that begins with those of a line is found without asking all.
    let listed = draft.listedTitles.sorted { $0.lexicographicallyPrecedes($1) }
    let found = capitals.filter { index in
      guard leadsToTitle(index, draft), let next = nextText(index, draft) else { return false }
      let text = draft.blocks[next].text.trimmed
      let letters = draft.blocks[index].text.letters
      let place = listed.partitionPoint { $0.lexicographicallyPrecedes(letters) }
      guard text.hanCount == 0 || draft.blocks[index].text.hasHan,
        !(place < listed.count && listed[place].starts(with: letters))
      else { return false }
      return !isCapitals(text) && !TitleWork.isByline(text) && !PersonNames.isWestern(text)
    }
    guard found.count >= 2, found.count * 4 >= capitals.count * 3 else { return }
    for index in found { draft.blocks[index].role = .section(draft.blocks[index].text.trimmed) }
  }
}
