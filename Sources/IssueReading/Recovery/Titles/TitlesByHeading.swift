import IssueModel

/// Titles, sections and subheadings among the headings of a Markdown text.
extension TitleWork {
  mutating func decideHeadings() {
    let heads = draft.blocks.indices.filter {
      draft.blocks[$0].headingLevel != nil && draft.blocks[$0].role == nil && !absorbed.contains($0)
    }
    guard !heads.isEmpty else { return }
    // A heading that begins with a dash under another one is its subtitle.
    for index in heads {
      guard let before = previous(index),
        draft.blocks[before].headingLevel != nil || draft.blocks[before].role == .title,
        let text = Self.subtitle(draft.blocks[index].text)
      else { continue }
      draft.blocks[index].role = .subtitle
      draft.blocks[index].lines = [DraftLine(text: text, number: draft.blocks[index].line)]
    }
    if entryCount == 0 { pairLanguages(heads) }
    closeByWriters(heads)
    demoteWriters(heads)
    demoteSigners(heads)
    // Headings that a tear or OCR made of running text are text.
    let real = heads.filter { index in
      guard draft.blocks[index].role == nil, draft.blocks[index].headingLevel != nil, !absorbed.contains(index) else {
        return false
      }
      let text = draft.blocks[index].text
      if Self.isSentence(text) {
        draft.blocks[index].form = .paragraph
        diagnostics.repaired(
          "heading-demoted", line: draft.blocks[index].line, "running text was marked as a heading: “\(excerpt(text))”",
          zh: "正文被误标为标题，已还原：“\(excerpt(text))”")
        return false
      }
      return true
    }
    decideShortPairs(real)
    let left = real.filter { draft.blocks[$0].role == nil }
    guard !left.isEmpty else { return }
    if entryCount > 0, listed.count * 5 >= entryCount * 3 { decideBesideContents(left) } else { decideByLevels(left) }
  }

  /// Two headings, nothing between, of which one is Chinese and the other is not: a title and its translation, where text
  /// follows and no third heading.
  private mutating func pairLanguages(_ heads: [Int]) {
    func isChinese(_ text: String) -> Bool {
      text.hanCount >= 3 && text.unicodeScalars.count(where: \.isASCIILetter) < 4
    }
    func isWestern(_ text: String) -> Bool {
      text.hanCount == 0 && text.first?.isUppercase == true && text.split(separator: " ").count >= 2
        && text.columns >= 10 && !PersonNames.isWestern(text) && !Self.isByline(text)
        && !PersonNames.isSigner(String(text.prefix { $0 != "," }))
    }
    for (index, after) in zip(heads, heads.dropFirst()) where after == index + 1 && draft.blocks[index].role == nil {
      let first = draft.blocks[index].text.trimmed
      let second = draft.blocks[after].text.trimmed
      guard isChinese(first) && isWestern(second) || isWestern(first) && isChinese(second), !isCounted(index),
        !isSection(after), draft.blocks[after].role == nil, let behind = next(after),
        draft.blocks[behind].headingLevel == nil, !isTitleLike(draft.blocks[behind]) || !draft.blocks[behind].isBold
      else { continue }
      join(index, withTranslation: after)
    }
  }

  /// Whether a heading reads as running text.
  static func isSentence(_ text: String) -> Bool {
    let bare = text.trimmed
    guard let last = bare.unicodeScalars.last else { return false }
    if last == "。" || last == "；" || last == "，" { return LineGrammar.numbering(bare) == nil || bare.columns > 60 }
    return bare.columns > 200
  }
}
