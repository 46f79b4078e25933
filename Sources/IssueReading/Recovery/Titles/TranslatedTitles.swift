/// Titles of an issue in two languages, said once more below in the other.
extension TitleWork {
  /// Whether the issue tells what it tells in Chinese and in a Western language: running text in both, twice at least.
  var isInTwoLanguages: Bool {
    var chinese = 0
    var western = 0
    for block in draft.blocks where block.isText && block.role == nil && block.headingLevel == nil {
      guard LineGrammar.isProse(block.text) else { continue }
      let han = block.text.hanCount
      if han * 2 > block.text.count { chinese += 1 } else if han == 0, block.text.columns >= 60 { western += 1 }
      if chinese >= 2, western >= 2 { return true }
    }
    return false
  }

  /// Whether the line below a title says it in the other language, text below it: First Class Completes Its Watches under
  /// 首届学生完成毕业怀表, and the reverse.
  func isTranslation(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.role == nil || isSubheading(index), block.isText, block.lines.count == 1, let above = previous(index),
      draft.blocks[above].role == .title, let after = next(index), beginsBody(after)
    else { return false }
    let title = draft.blocks[above].text.trimmed
    let text = block.text.trimmed
    guard title.hasHan != text.hasHan, (5...160).contains(text.columns), let last = text.last,
      !"。.：:；;，,".contains(last),
      !LineGrammar.isProse(text), LineGrammar.wholeBracket(text) == nil, DateGrammar.whole(text) == nil,
      LineGrammar.anyLabelled(text) == nil, EditorsNoteStage.label(of: text) == nil
    else { return false }
    if text.hasHan {
      return text.unicodeScalars.count(where: \.isASCIILetter) * 2 < text.hanCount && text.hanCount >= 5
    }
    return text.first.map { $0.isUppercase || $0.isNumber } == true && text.split(separator: " ").count >= 2
      && !PersonNames.isWestern(text) && !PersonNames.isSigner(String(text.prefix { $0 != "," }))
      && !text.lowercased().hasPrefix("by ")
  }
}
