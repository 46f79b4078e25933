import IssueModel

/// Headings that a converter made of writers and signers.
extension TitleWork {
  /// A heading of nothing but a person, where he works before it, between finished text and the next heading: a converter
  /// made a heading of the line at the right that names the contributor. Where one stands so, offices alone do too.
  mutating func closeByWriters(_ heads: [Int]) {
    let closing = heads.filter { index in
      let block = draft.blocks[index]
      guard block.role == nil, !listed.contains(index), block.lines.count == 1, block.text.hasHan, block.text.fits(44),
        LineGrammar.numbering(block.text.trimmed) == nil, let before = previous(index),
        draft.blocks[before].role == nil, draft.blocks[before].headingLevel == nil,
        !draft.blocks[before].isText || draft.blocks[before].text.trimmed.unicodeScalars.last?.endsSentence == true
      else { return false }
      guard let after = next(index) else { return true }
      return draft.blocks[after].headingLevel != nil || draft.blocks[after].role == .title || isSection(after)
    }
    guard closing.contains(where: { Self.endsWithPerson(draft.blocks[$0].text) }) else { return }
    for index in closing {
      let name = draft.blocks[index].text.trimmed
      guard Self.endsWithPerson(name) || Self.isAuthor(name) else { continue }
      draft.blocks[index].role = .attribution(label: nil, name: name)
      unmark(index, "behind an article it names the contributor", zh: "居于文末，按供稿单位处理")
    }
  }

  /// Makes a line of a heading that holds nobody but writers or signers, and says what it is where it stands.
  private mutating func unmark(_ index: Int, _ reason: String, zh chinese: String) {
    let name = excerpt(draft.blocks[index].text)
    draft.blocks[index].form = .paragraph
    diagnostics.repaired(
      "heading-unmarked", line: draft.blocks[index].line, "“\(name)” was marked as a heading; \(reason)",
      zh: "“\(name)”误标为标题，\(chinese)", severity: .note)
  }

  /// A heading right below another that is not lower, of nothing but writers, above text: a converter made a heading of the
  /// line under the title. Below a higher one it may be an article about an office.
  mutating func demoteWriters(_ heads: [Int]) {
    for index in heads where draft.blocks[index].role == nil {
      let block = draft.blocks[index]
      guard index > 0, let level = block.headingLevel, let above = draft.blocks[index - 1].headingLevel,
        level <= above || isSurelyWriter(index),
        !isSection(index - 1), !isFirstInner(index),
        block.text.columns <= 44 || block.text.fits(80) && Self.isByline(block.text),
        Self.isWriter(block.text) || block.inlines.isAllEmphasis && PersonNames.isWestern(block.text)
          || Self.isWesternWriter(block.text),
        let after = next(index),
        draft.blocks[after].headingLevel == nil && beginsBody(after) || divides(after, below: index)
      else { continue }
      unmark(index, "below a title it names the writers", zh: "居于标题之下，按作者处理")
      if Self.isWesternWriter(block.text) { draft.blocks[index].role = .byline }
    }
  }

  /// 游客来信, below a listed title: a surname may begin any word of four letters. Where a complete list names the titles, the
  /// headings behind it that no list names, as high, divide the article, and it is the first of them.
  private func isFirstInner(_ index: Int) -> Bool {
    guard entryCount > 0, listed.count == entryCount, listed.contains(index - 1) else { return false }
    let text = draft.blocks[index].text.trimmed
    guard text.hanCount == text.count, text.count >= 4, !Self.isByline(text), !Self.isAuthor(text) else { return false }
    guard
      let behind = draft.blocks.indices.dropFirst(index + 1).first(where: {
        draft.blocks[$0].headingLevel != nil || draft.blocks[$0].role == .title || isSection($0)
      })
    else { return false }
    return draft.blocks[behind].role == nil && draft.blocks[behind].headingLevel == draft.blocks[index].headingLevel
  }

  /// A. R. Venn and J. Prowse; Enid Pascoe, Mayor of Selmer: persons told by their initials, or one by the post. Two words
  /// with capitals alone may be any title.
  private static func isWesternWriter(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.hanCount == 0, line.fits(64) else { return false }
    if let comma = line.firstIndex(of: ",") {
      let post = String(line[comma...].dropFirst()).trimmed
      if PersonNames.isSigner(String(line[..<comma])), EnglishVocabulary.namesPost(post), SignatureLines.isPost(post) {
        return true
      }
    }
    let persons = line.replacing(" & ", with: " and ").split(separator: " and ")
    return line.contains(".") && persons.count <= 3
      && persons.allSatisfy { $0.contains(".") && PersonNames.isSigner(String($0)) }
  }

  /// Whether the heading at `after` stands above text, and the one before it is nothing but persons below a title that the
  /// contents list names: the article begins with a heading.
  private func divides(_ after: Int, below index: Int) -> Bool {
    guard listed.contains(index - 1), Self.isNames(draft.blocks[index].text), draft.blocks[after].headingLevel != nil,
      !listed.contains(after), let text = next(after)
    else { return false }
    return draft.blocks[text].headingLevel == nil && beginsBody(text)
  }

  /// Headings of nothing but a person's name behind an article's text, with no text below: a converter made a heading of
  /// the last line, where somebody signs.
  mutating func demoteSigners(_ heads: [Int]) {
    func isName(_ index: Int) -> Bool {
      let text = draft.blocks[index].text
      return draft.blocks[index].headingLevel != nil && draft.blocks[index].lines.count == 1
        && (PersonNames.isSigner(text) || Self.isNames(text) || isInitials(text))
        && !draft.listedTitles.contains(text.letters)
    }
    /// K.B., H. M.
    func isInitials(_ text: String) -> Bool {
      let letters = text.trimmed.split { $0 == "." || $0.isBlankCharacter }
      return text.contains(".") && text.trimmed.count <= 9 && (2...4).contains(letters.count)
        && letters.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
    }
    for index in heads where draft.blocks[index].role == nil && isName(index) {
      guard let above = previous(index), draft.blocks[above].role == nil, draft.blocks[above].headingLevel == nil,
        !draft.blocks[above].isText || LineGrammar.isProse(draft.blocks[above].text)
      else { continue }
      let behind = draft.blocks.indices.dropFirst(index + 1).first { !draft.blocks[$0].isRule && !isName($0) }
      if let behind {
        // A heading lower than it makes of the name that of a section.
        let level = draft.blocks[behind].headingLevel
        if level.map({ $0 > draft.blocks[index].headingLevel ?? 6 }) ?? (draft.blocks[behind].role == nil) { continue }
      }
      unmark(index, "at an article's end it signs", zh: "居于文末，按署名处理")
    }
  }

  /// Whether a heading lower than the one above it can be nothing but the writer: a person, or below a title that the
  /// contents list names, which names all titles; and it is none of several of its level.
  private func isSurelyWriter(_ index: Int) -> Bool {
    let level = draft.blocks[index].headingLevel
    // One level, each right above text, is a row of headings; a title between two of them parts them.
    if let behind = draft.blocks.indices.dropFirst(index + 1).first(where: { draft.blocks[$0].headingLevel != nil }),
      draft.blocks[behind].headingLevel == level, !listed.contains(behind)
    {
      return false
    }
    let block = draft.blocks[index]
    if block.inlines.isAllEmphasis, PersonNames.isOneWestern(block.text) { return true }
    return Self.isNames(block.text) || listed.count == entryCount && listed.contains(index - 1)
  }
}
