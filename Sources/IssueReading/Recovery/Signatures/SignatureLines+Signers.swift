import IssueModel

/// Who signs a letter: a person, a post and a person, or a few words above its date.
extension SignatureLines {
  /// Whether a few words without an end mark stand between running text and the date that closes it: 某班全体同学.
  static func isGroup(_ block: DraftBlock, above blocks: [DraftBlock]) -> Bool {
    guard case .paragraph = block.form, block.lines.count == 1, !block.isBold, block.headingLevel == nil,
      let text = blocks.dropLast().last, text.role == nil, text.isText,
      LineGrammar.isProse(text.text) || ["敬礼", "敬禮", "此致敬礼", "此致敬禮"].contains(text.text.withoutBlanks)
    else { return false }
    return isFewWords(block.text)
  }

  /// 11月17日, 二月三日: a day without its year.
  static func isDay(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    var scanner = FieldScanner(text)
    guard let month = scanner.number(maximumDigits: 2), (1...12).contains(month), scanner.take("月"),
      let day = scanner.number(maximumDigits: 3), (1...31).contains(day), scanner.take(oneOf: ["日", "号", "號"]) != nil
    else { return false }
    return scanner.atEnd
  }

  /// A few Chinese words without any mark: 某班全体同学.
  static func isFewWords(_ text: String) -> Bool {
    let words = text.trimmed
    guard (4...40).contains(words.columns), words.hanCount >= 2, let last = words.last, last.isHanCharacter else {
      return false
    }
    return LineGrammar.numbering(words) == nil && LineGrammar.wholeBracket(words) == nil && ItemMark(words) == nil
      && !words.contains { "，。；：！？、:".contains($0) } && !words.hasPrefix("附") && !words.hasPrefix("注")
  }

  /// Whether a line is nothing but a person, or a post and a person: who signs a letter.
  static func isSigner(_ block: DraftBlock) -> Bool {
    guard case .paragraph = block.form, block.lines.count == 1, block.lines[0].text.fits(30), !block.isBold else {
      return false
    }
    let parts = block.text.splitAtScalars(where: \.isBlank).map(String.init)
    guard (1...3).contains(parts.count) else { return false }
    if parts.count == 2, let post = parts.first, post.count <= 8,
      [
        "长", "長", "主任", "书记", "書記", "经理", "經理", "主席", "秘书", "秘書", "干事", "幹事", "司库", "司庫", "召集人", "负责人", "負責人",
      ]
      .contains(where: post.hasSuffix)
    {
      return (2...4).contains(parts[1].count) && parts[1].hanCount == parts[1].count
    }
    return parts.count != 2 && TitleStage.isNames(block.text) && !block.text.contains("、")
  }

  static func isNameAndPost(_ name: String, _ post: String) -> Bool {
    // 梁國樑 (1969): of which year.
    let name = name.firstIndex(ofAny: "(（").map { name[..<$0].trimmed } ?? name
    return TitleStage.isNames(name) && !name.contains("、") && (2...10).contains(post.trimmed.count)
      && AttributionStage.isPostAndName(post.trimmed + " " + name.withoutBlanks)
  }
}
