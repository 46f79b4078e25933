import IssueModel

/// Titles that have no mark at all, only their form and their place.
extension TitleWork {
  /// Lines without any mark that are titles by their place: first in a section, or, in a text without
  /// headings, short and without an end mark between finished text and running text.
  mutating func decideBareLines() {
    let hasTitles = draft.blocks.hasAny { $0.role == .title }
    var titledHere = false
    // The numbering of a bold title (一) that opened a section: those alike are titles of the section too.
    var sister: Int?
    // Whether a bold question opened the section: those behind it are alike.
    var asks = false
    // Whether a bold line without a number opened the section, as a title, where others have headings.
    var isBoldHere = false
    let counted = numberedTitles()
    let sisters = hasTitles ? [] : boldSisters()
    // Gathered at the first question, for all that come: what is behind a line is decided after it.
    lazy var numberedLines = self.numberedLines()
    for index in draft.blocks.indices where !absorbed.contains(index) {
      if isSection(index) {
        titledHere = false
        sister = nil
        asks = false
        isBoldHere = false
        continue
      }
      guard draft.blocks[index].role == nil else {
        if draft.blocks[index].role == .title { titledHere = true }
        continue
      }
      // What the line itself says first: most lines are running text, and their neighbours need not be asked.
      guard Self.endsAsTitle(draft.blocks[index]), isTitleLike(draft.blocks[index], atLeast: 3) else { continue }
      let block = draft.blocks[index]
      guard
        block.text.trimmed.columns >= 8 || isShortTitle(index) || isWordAboveText(index) || sisters.contains(index)
          || opensSection(index),
        !isPostOfSigner(index), !isBelowValediction(index), !isTorn(index), !signsAboveRule(index),
        !closesArticle(at: index), !isLabelledRow(index), !isEnclosed(index)
      else { continue }
      // Under a title, the writers' names are no second one.
      if let before = titleAbove(index),
        Self.isWriter(block.text) || PersonNames.isWestern(block.text) && !isAdjacent(before, index)
          || isStandfirst(index) || isDeck(index) || isBoldWriter(index)
      {
        continue
      }
      let opens =
        previous(index).map {
          isSection($0) || draft.blocks[$0].role == .editorsNote(label: nil)
            || draft.blocks[$0].isText && EditorsNoteStage.label(of: draft.blocks[$0].text) != nil
              && previous($0) == nil
        } ?? true
      let numbered = isCounted(index)
      let bold = block.isBold
      guard let after = next(index) else { continue }
      let leadsToText = leads(to: after) || sisters.contains(index)
      if opens, !titledHere, leadsToText || namesWhatFollows(index) || draft.blocks[after].role == .title {
        if draft.blocks[after].role == .title {
          if !isNumberedOrLabel(block.text) { draft.blocks[index].role = .kicker }
        } else {
          if let numbering = LineGrammar.numbering(block.text),
            bold || numbering.level == 1 && numbering.value == 1 && sistersFollow(index, among: numberedLines)
              || numbering.level == 3 && numbering.value == 1 && westernSistersFollow(index)
          {
            sister = numbering.level
          }
          asks = bold && Self.isQuestion(block.text)
          isBoldHere = bold && hasTitles && !numbered && previous(index).map(isSection) == true
          title(from: index)
          titledHere = true
        }
      } else if leadsToText, bold, asks, Self.isQuestion(block.text) {
        // Question after question, each with its answer.
        title(from: index)
      } else if leadsToText, bold, isBoldHere, !numbered, closed(before: index) {
        // Where titles are headings elsewhere, the section has bold lines for them, all of them alike.
        title(from: index)
      } else if leadsToText, let sister, LineGrammar.numbering(block.text)?.level == sister {
        title(from: index)
      } else if counted.count >= 2, bold, leadsToText, titledHere, !counted.contains(index) {
        // Where titles are counted (PART 01), a bold line without a number is a heading within.
        setSubheading(index, 1)
      } else if !hasTitles, !numbered, leadsToText,
        bold || block.isCentred || closed(before: index) || isCapitalLine(index),
        bold || sisters.isEmpty
      {
        // In a text without headings a bold line stands for one.
        title(from: index)
        titledHere = true
      } else if hasTitles, entryCount == 0 || listed.count < entryCount, !numbered, leadsToText,
        bold || mayFollowContributor(block), previous(index).map({ isAttribution(draft.blocks[$0]) }) ?? false
      {
        title(from: index)
      } else if bold, leadsToText, titledHere {
        setSubheading(index, 1)
      } else if entryCount > 0, listed.count == entryCount, titledHere, !numbered, block.lines.count == 1,
        block.text.fits(60), !TornParagraphStage.isUnfinished(block.text), closed(before: index),
        // The Board has asked its members to: what it asked stands in items below.
        block.text.hasHan || !TornParagraphStage.endsInFunctionWord(block.text),
        previous(index).map({ !isAttribution(draft.blocks[$0]) }) ?? false,
        LineGrammar.isProse(draft.blocks[after].text), case .paragraph = draft.blocks[after].form,
        // What the editors say below a letter: the line signs that.
        EditorsNoteStage.label(of: draft.blocks[after].text) == nil,
        previous(index).map({ draft.blocks[$0].role == nil && LineGrammar.isProse(draft.blocks[$0].text) }) ?? false
          || isFirstOfParts(index)
      {
        // All titles are known from the list: what looks like one divides the article.
        setSubheading(index, 1)
      }
    }
  }

  /// Whether a line without a heading's mark names what is enclosed, beside others that do: Annex A. …, Annex B. …
  private func isEnclosed(_ index: Int) -> Bool {
    func isOne(_ place: Int?) -> Bool {
      guard let place, draft.blocks[place].role == nil, case .paragraph = draft.blocks[place].form else { return false }
      return AttributionStage.numberedEnclosure(draft.blocks[place].text.trimmed) != nil
    }
    return isOne(index) && (isOne(next(index)) || isOne(previous(index)))
  }

  /// Baptised: 9 May, … right above Married: 29 May, …: lines with labels of their own, in a row.
  private func isLabelledRow(_ index: Int) -> Bool {
    func isLabelled(_ place: Int) -> Bool {
      let block = draft.blocks[place]
      guard block.role == nil, case .paragraph = block.form, block.text.fits(130), !block.text.hasHan,
        let part = LineGrammar.anyLabelled(block.text)
      else { return false }
      return part.label.split(separator: " ").count <= 2 && part.rest.contains(where: \.isNumber)
    }
    guard isLabelled(index) else { return false }
    return index + 1 < draft.blocks.count && isAdjacent(index, index + 1) && isLabelled(index + 1)
      || index > 0 && isAdjacent(index - 1, index) && isLabelled(index - 1)
  }

  /// Whether one word of Western letters stands by itself between what is finished and running text, or right below a
  /// section's name above a list: Honours, Dates.
  private func isWordAboveText(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard case .paragraph = block.form, block.lines.count == 1, let after = next(index), draft.blocks[after].role == nil
    else { return false }
    let text = block.text.trimmed
    guard (4...8).contains(text.count), text.first?.isUppercase == true, text.allSatisfy(\.isLetter), !text.hasHan,
      !EnglishVocabulary.namesPost(text), !isAdjacent(index, after) || !draft.blocks[after].isText
    else { return false }
    if previous(index).map(isSection) == true {
      return !draft.blocks[after].isText || LineGrammar.isProse(draft.blocks[after].text)
    }
    return draft.blocks[after].isText && draft.blocks[after].text.columns >= 100
      && LineGrammar.isProse(draft.blocks[after].text) && closed(before: index) && index > 0
      && !isAdjacent(index - 1, index)
  }

  /// Whether a line without any form, in Western letters too, may head what stands behind the contributor of the article
  /// above: a converter overlooked a heading.
  private func mayFollowContributor(_ block: DraftBlock) -> Bool {
    guard case .paragraph = block.form, block.lines.count == 1, block.text.fits(80), !block.isFlushRight else {
      return false
    }
    return !block.inlines.isAllEmphasis && block.text.unicodeScalars.count(where: \.isASCIILetter) >= 6
      && !PersonNames.isSigner(block.text) && !Vocabulary.looksLikeOffice(block.text)
      && LineGrammar.anyLabelled(block.text) == nil
  }

  /// Whether a line in bold stands right below a section's name and above running text, however short it is: **Relief**.
  private func opensSection(_ index: Int) -> Bool {
    guard draft.blocks[index].isBold, previous(index).map(isSection) == true, let after = next(index) else {
      return false
    }
    return draft.blocks[after].role == nil && LineGrammar.isProse(draft.blocks[after].text)
  }

  /// **Captain R. N. Dow, Adjutant**: a person and his post in bold, above text.
  private func isBoldWriter(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.isBold, block.headingLevel == nil, block.lines.count == 1, !block.text.hasHan,
      let comma = block.text.firstIndex(of: ","), PersonNames.isOneWestern(block.text[..<comma].trimmed),
      let after = next(index)
    else { return false }
    let post = block.text[block.text.index(after: comma)...].trimmed
    return SignatureLines.isPost(post) && EnglishVocabulary.namesPost(post) && beginsBody(after)
  }

  private static func isQuestion(_ text: String) -> Bool { "？?".contains(text.trimmed.last ?? " ") }

  /// The bold lines that stand right below PART 01, PART 02 or ▍01.
  private func numberedTitles() -> Set<Int> {
    Set(
      draft.blocks.indices.filter { index in
        if draft.blocks[index].isCounted { return draft.blocks[index].isBold }
        guard let before = previous(index), draft.blocks[before].isText else { return false }
        return draft.blocks[index].isBold && Self.partNumber(draft.blocks[before].text) != nil
      })
  }

  /// The number in a line that is nothing but PART 01, ▍02, 03 or No. 4.
  static func partNumber(_ text: String) -> String? {
    // It ends with its number, or with a mark behind that.
    let line = text.trimmed
    guard let last = line.utf8.last, (0x30...0x39).contains(last) || "./|".utf8.contains(last) else { return nil }
    let bare = line.drop { $0.isLineMark }.trimmed
    var digits = bare.lowercased()
    for word in ["part", "no.", "第"] where digits.hasPrefix(word) { digits = digits.dropFirst(word.count).trimmed }
    digits = digits.filter { $0 != "." && $0 != "/" && $0 != "|" }.trimmed
    guard (1...3).contains(digits.count), digits.unicodeScalars.allSatisfy(\.isASCIIDigit) else { return nil }
    return bare
  }

  func isNumberedOrLabel(_ text: String) -> Bool { LineGrammar.numbering(text) != nil }
}
