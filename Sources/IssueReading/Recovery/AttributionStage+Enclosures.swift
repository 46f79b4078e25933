import IssueModel

/// What is sent along with an article.
extension AttributionStage {
  /// The items of a list below Enclosures:, a paragraph each; the list as it is where they hold more than that.
  static func enclosed(_ items: [[DraftBlock]], _ list: DraftBlock) -> [DraftBlock] {
    guard case .list(let start, _) = list.form, items.allSatisfy({ $0.count == 1 && $0[0].isText }) else {
      return [list]
    }
    return items.enumerated().map { offset, item in
      var block = item[0]
      block.form = .paragraph
      block.role = .paragraph(.attachments)
      if let start, !list.printsOwnMarks, let line = block.lines.first {
        block.lines[0] = DraftLine(
          inlines: ([.text("\(start + offset). ")] + line.inlines).merged, number: line.number, endsHard: line.endsHard)
      }
      return block
    }
  }

  /// The number of what follows 附件：1. 泵站名单, or 1. 泵站名单 below it; nil where no number is told.
  static func nextEnclosure(behind text: String) -> Int? {
    let words = enclosure(text) ?? text.trimmed
    guard let numbering = LineGrammar.numbering(words), numbering.level == 3 else { return nil }
    return numbering.value + 1
  }

  func enclosureFollows(_ index: Int, _ draft: Draft) -> Bool {
    guard let next = draft.blocks.dropFirst(index + 1).first else { return false }
    if next.isList { return true }
    return next.role == nil && next.isText
      && (LineGrammar.numbering(next.text.trimmed)?.level == 3 || Self.numberedEnclosure(next.text.trimmed) != nil)
  }

  /// What Encl.: or Attachments: announces; nil for another line.
  static func enclosure(_ text: String) -> String? {
    guard text.fits(120) else { return nil }
    if let found = LineGrammar.labelled(text, ["附件"], english: EnglishVocabulary.enclosures) {
      return found.rest.isEmpty ? nil : found.rest
    }
    return numberedEnclosure(text) ?? countedEnclosure(text)
  }

  /// What Encl.  1. Location map announces: a typist's list begins on the line of its label; nil for another line.
  private static func countedEnclosure(_ text: String) -> String? {
    guard let first = text.utf8.first, "aeAE".utf8.contains(first), !text.hasHan else { return nil }
    let word = text.prefix(while: \.isLetter)
    guard EnglishVocabulary.enclosures.contains(word.lowercased()) else { return nil }
    var rest = text[word.endIndex...]
    if rest.first == "." { rest.removeFirst() }
    let name = rest.trimmed
    guard rest.first?.isBlankCharacter == true, let numbering = LineGrammar.numbering(name), numbering.level >= 3,
      numbering.value == 1
    else { return nil }
    return name
  }

  /// Whether the line counts on below Encl.  1. Location map: 2. Order form.
  static func isFurtherEnclosure(_ index: Int, _ blocks: [DraftBlock]) -> Bool {
    var value: Int?
    for place in blocks.indices.prefix(index + 1).suffix(24).reversed() {
      let block = blocks[place]
      guard block.role == nil, case .paragraph = block.form, block.text.fits(119) else { return false }
      if let expected = value, let name = enclosure(block.text) {
        return LineGrammar.numbering(name)?.value == expected - 1 && expected == 2
      }
      guard let numbering = LineGrammar.numbering(block.text.trimmed), numbering.level >= 3,
        value == nil || numbering.value + 1 == value
      else { return false }
      value = numbering.value
    }
    return false
  }

  /// What Enclosure 1: Location map, Annex B - Photographs announces, a number or a letter behind the word; nil for another line.
  static func numberedEnclosure(_ text: String) -> String? {
    guard let first = text.utf8.first, "aeAE".utf8.contains(first), !text.hasHan else { return nil }
    let word = text.prefix(while: \.isLetter)
    guard EnglishVocabulary.enclosures.contains(word.lowercased()) else { return nil }
    var rest = text[word.endIndex...]
    if rest.first == "." { rest.removeFirst() }
    let number = rest.drop(while: \.isBlankCharacter).prefix { $0.isNumber || $0.isLetter && $0.isUppercase }
    guard rest.first?.isBlankCharacter == true, (1...3).contains(number.count) else { return nil }
    rest = rest[number.endIndex...].drop(while: \.isBlankCharacter)
    guard let mark = rest.first, ":.–—-)".contains(mark) else { return nil }
    let name = rest.dropFirst().trimmed
    guard name.first?.isUppercase == true else { return nil }
    // Standing order on capacity, as amended: a comma makes no sentence of it, a stop would.
    return !LineGrammar.isProse(text) || mark == "." && text.last?.isLetter == true && text.fits(100) ? name : nil
  }

  /// 附件1：泵站名单, 附件下载：泵站名单.doc.
  static func isAttachment(_ text: String) -> Bool {
    guard text.hasPrefix("附件"), text.columns < 200 else { return false }
    var rest = text.dropFirst(2)
    if ["下载", "下載", "列表"].contains(where: rest.hasPrefix) { rest = rest.dropFirst(2) }
    return rest.first { !$0.isNumber && !$0.isBlankCharacter }.map { "：:".contains($0) } ?? false
  }

  /// 附注：此件公开发布: what GB/T 9704 puts below the signature.
  static func isAnnotation(_ text: String) -> Bool {
    text.utf8.count <= 240 && LineGrammar.labelled(text, ["附注", "附註"]) != nil
  }

  /// Whether a line is nothing but Enclosures:, what is enclosed standing below it.
  static func announcesEnclosures(_ text: String) -> Bool {
    guard let found = LineGrammar.labelled(text, ["附件"], english: EnglishVocabulary.enclosures), text.fits(40)
    else { return false }
    return found.rest.isEmpty
  }
}
