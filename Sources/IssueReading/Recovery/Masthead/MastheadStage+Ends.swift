/// Where a masthead ends that its last certain line does not end.
extension MastheadStage {
  /// Where the head of a memorandum ends that begins at `index`: TO, FROM, DATE, SUBJECT, three of them or more, a line each;
  /// nil where none begins.
  static func memoEnd(_ lines: [FlatLine], _ index: Int) -> Int? {
    var found: Set<String> = []
    var end = index
    while end < lines.count, end < index + 8 {
      let line = lines[end]
      guard !line.isOther, !line.isListItem, line.text.columns <= 160, let label = memoLabel(line.text) else { break }
      found.insert(label)
      end += 1
    }
    return found.count >= 3 && (found.contains("to") || found.contains("from")) ? end : nil
  }

  private static func memoLabel(_ text: String) -> String? {
    guard let colon = text.prefix(16).firstIndex(where: { ":：".contains($0) }) else { return nil }
    let label = text[..<colon].lowercased().filter { $0.isLetter }
    return ["to", "from", "date", "subject", "re", "ref", "reference", "through", "via", "copy", "cc"].contains(label)
      ? label : nil
  }

  /// Where the rule behind the masthead ends, if only a short line or two without a form of their own stand before it:
  /// Published by authority of the Senate, or what the bulletin stands for.
  func linesBeforeRule(_ lines: [FlatLine], _ end: Int) -> Int? {
    guard let rule = lines[end...].prefix(3).firstIndex(where: \.isRule), rule > end,
      lines[end..<rule].allSatisfy({ line in
        !line.isOther && !line.isListItem && line.headingLevel == nil && !line.isBold && line.text.columns <= 80
          && !LineGrammar.isProse(line.text) && LineGrammar.sectionMark(line.text) == nil
          && LineGrammar.numbering(line.text) == nil && !ContentsStage.isHeading(line.text)
          && !TitleWork.isGreeting(line.text) && !TitleWork.isChineseGreeting(line.text)
          && LineGrammar.distribution(line.text) == nil && !":：".contains(line.text.last ?? " ")
      })
    else { return nil }
    return rule + 1
  }
}
