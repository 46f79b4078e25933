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

  /// Whether a line of the masthead that ends with a comma, or with the word before an office, goes on in the one right
  /// below: an office, and below it where it is; Published by, and below it the office.
  static func goesOn(_ first: FlatLine, _ second: FlatLine) -> Bool {
    (first.text.hasSuffix(",") || OfficeName.namesBelow(first.text)) && !first.text.hasHan
      && second.number == first.number + 1 && !second.isOther
      && !second.isListItem && second.headingLevel == nil && second.text.columns <= 60
      && !LineGrammar.isProse(second.text) && LineGrammar.distribution(second.text) == nil
  }

  /// INSIDE: One • Two • Three.
  static func isContentsOnOneLine(_ text: String) -> Bool {
    guard !text.hasHan, let colon = text.prefix(40).firstIndex(of: ":") else { return false }
    return text[colon...].contains { "•·|/;,".contains($0) } && ContentsStage.isHeading(String(text[..<colon]))
  }

  /// *** THE LAMP ***, right above the line with the number: the name between marks, no section, with nothing but a line or two
  /// before it.
  static func isMarkedName(_ index: Int, _ lines: [FlatLine]) -> Bool {
    guard lines[..<index].count(where: { !$0.isRule }) <= 2, !lines[index].text.hasHan,
      let next = lines.dropFirst(index + 1).first(where: { !$0.isRule }), !next.isOther, !next.isListItem,
      next.headingLevel == nil, next.text.columns <= 90
    else { return false }
    return MastheadLine(next.text).hasNumber
      && lines[..<index].allSatisfy { $0.isRule || !MastheadLine($0.text).hasNumber && !LineGrammar.isProse($0.text) }
  }

  private static func memoLabel(_ text: String) -> String? {
    guard let colon = text.prefix(16).firstIndex(ofAny: ":：") else { return nil }
    let label = text[..<colon].lowercased().filter { $0.isLetter }
    return ["to", "from", "date", "subject", "re", "ref", "reference", "through", "via", "copy", "cc"].contains(label)
      ? label : nil
  }

  /// Where the name of the bulletin ends that stands by itself below the line with number and date, where above there is
  /// but the word for its kind before the number: Bulletin No. 12, and below it THE STAFF BULLETIN.
  func wholeNameBelow(_ lines: [FlatLine], _ parsed: [MastheadLine?], _ end: Int) -> Int? {
    guard end < lines.count else { return nil }
    let name = lines[end]
    guard !name.isOther, !name.isListItem, !name.isRule, name.text.columns <= 48,
      name.text.split(separator: " ").count >= 2,
      !name.text.hasHan, Vocabulary.looksLikeBulletinName(name.text), name.text == name.text.uppercased(),
      !LineGrammar.isProse(name.text), !ContentsStage.isHeading(name.text)
    else { return nil }
    let words = parsed[..<end].compactMap(\.self).flatMap(\.rest)
    let names = words.filter { Vocabulary.looksLikeBulletinName($0) && !Vocabulary.looksLikeOffice($0) }
    // THE HERON above may be the name as well.
    guard !names.isEmpty || words.allSatisfy(Vocabulary.looksLikeOffice) else { return nil }
    return names.allSatisfy { !$0.contains(" ") } ? end + 1 : nil
  }

  /// Where the rule behind the masthead ends, if only a short line or two without a form of their own stand before it:
  /// Published by authority of the Senate, or what the bulletin stands for.
  func linesBeforeRule(_ lines: [FlatLine], _ end: Int) -> Int? {
    guard let rule = lines[end...].prefix(3).firstIndex(where: \.isRule), rule > end,
      lines[end..<rule].allSatisfy({ line in
        !line.isOther && !line.isListItem && line.headingLevel == nil && !line.isBold && line.text.columns <= 80
          && (!LineGrammar.isProse(line.text) || OfficeName.owner(in: line.text) != nil)
          && LineGrammar.sectionMark(line.text) == nil
          && LineGrammar.numbering(line.text) == nil && !ContentsStage.isHeading(line.text)
          && !Self.isContentsOnOneLine(line.text) && !TitleWork.isGreeting(line.text)
          && !TitleWork.isChineseGreeting(line.text)
          && LineGrammar.distribution(line.text) == nil && !":：".contains(line.text.last ?? " ")
      })
    else { return nil }
    return rule + 1
  }
}
