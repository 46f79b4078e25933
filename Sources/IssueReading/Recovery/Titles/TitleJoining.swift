import IssueModel

/// Lines that are one title together.
extension TitleWork {
  /// The lines of a title joined: nothing between Han, a blank between words, and one between a title and its
  /// translation.
  static func joinedTitle(_ texts: [String]) -> String {
    var result = ""
    for text in texts.map({ $0.trimmed }) where !text.isEmpty {
      let translates =
        !result.isEmpty && (result.hanCount == 0) != (text.hanCount == 0) && min(result.columns, text.columns) >= 5
      result = translates ? result + " " + text : result.isEmpty ? text : LineJoining.joined([result, text])
    }
    return result
  }

  /// A line right below a title, no empty line between, is its translation if one is Chinese and the other is not.
  mutating func joinTranslation(_ index: Int) {
    guard !listed.contains(index), let after = next(index), after == index + 1, isAdjacent(index, after),
      draft.blocks[after].role == nil, draft.blocks[after].isText, draft.blocks[after].lines.count == 1,
      draft.blocks[after].headingLevel == nil, isTitleLike(draft.blocks[after])
    else { return }
    let first = draft.blocks[index].text.trimmed
    let second = draft.blocks[after].text.trimmed
    func isWestern(_ text: String) -> Bool { text.hanCount == 0 && text.first?.isUppercase == true }
    guard isWestern(first) && second.hanCount >= 3 || first.hanCount >= 3 && isWestern(second),
      first.unicodeScalars.count(where: \.isASCIILetter) < 4 || first.hanCount == 0,
      second.unicodeScalars.count(where: \.isASCIILetter) < 4 || second.hanCount == 0,
      !Self.isAuthor(second), !Self.isNames(second), !PersonNames.isWestern(second)
    else { return }
    join(index, withTranslation: after)
  }

  /// Makes one title of two lines that say it in two languages.
  mutating func join(_ index: Int, withTranslation after: Int) {
    let text = draft.blocks[index].text.trimmed + " " + draft.blocks[after].text.trimmed
    diagnostics.repaired(
      "title-joined", line: draft.blocks[index].line, "a title and its translation joined: “\(excerpt(text, 40))”",
      zh: "标题与其译文已合并：“\(excerpt(text, 40))”", severity: .note)
    makeTitle(index, text)
    absorb(after, into: index)
  }

  /// Two headings of one level with nothing between are one title over two lines, or a kicker and its title.
  mutating func joinFollowingTitle(_ index: Int) {
    guard !listed.contains(index), let after = next(index), draft.blocks[after].role == .title, !listed.contains(after),
      after == index + 1, draft.blocks[index].headingLevel != nil, draft.blocks[after].headingLevel != nil
    else { return }
    let first = draft.blocks[index]
    let second = draft.blocks[after]
    if first.text.trimmed.hasSuffix("：") || (first.headingLevel ?? 0) > (second.headingLevel ?? 0)
      // The lower of the two alone is bold: they are not one title broken over two lines.
      || first.headingLevel == second.headingLevel && second.wasBold && !first.wasBold
    {
      draft.blocks[index].role = .kicker
    } else if first.headingLevel == second.headingLevel, namesSection(first.text, above: second.text) {
      draft.blocks[index].role = .section(first.text.trimmed)
    } else if first.headingLevel == second.headingLevel, LineGrammar.numbering(second.text) == nil,
      // Each in two languages is whole.
      !first.text.contains(" / ") || !second.text.contains(" / "),
      first.text.columns + second.text.columns <= 130,
      Self.subtitle(second.text) == nil
    {
      // Where the first line is two clauses with a blank between, the second line is a third.
      let blank = first.text.trimmed.contains(" ") || first.text.hanCount == 0 || second.text.hanCount == 0
      let text = first.text.trimmed + (blank ? " " : "") + second.text.trimmed
      diagnostics.repaired(
        "title-joined", line: first.line, "a title over two headings joined: “\(excerpt(text, 40))”",
        zh: "分成两个标题的一个标题已合并：“\(excerpt(text, 40))”")
      makeTitle(index, text)
      absorb(after, into: index)
    }
  }

  /// Whether the first of two Western or bilingual headings is a name of a few words rather than half of the title below:
  /// Past Events 活動回顧 above a longer one. A title that is broken breaks at the end of its line.
  private func namesSection(_ first: String, above second: String) -> Bool {
    let name = first.trimmed
    let words = name.splitAtScalars(where: \.isBlank)
    let isBilingual = name.hasHan && words.contains { !String($0).hasHan }
    guard name.hanCount == 0 || isBilingual && second.hasHan, name.columns <= (isBilingual ? 32 : 24),
      (1...4).contains(words.count), second.columns >= name.columns, let last = words.last?.lowercased(),
      let head = second.trimmed.first, head.isUppercase || head.isNumber || "“\"‘'".contains(head) || isBilingual
    else { return false }
    return name.last?.isLetter == true
      && !["the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "for", "with", "by", "from"].contains(last)
  }
}
