import IssueModel

/// Names that stand by themselves at the right margin, or say a post.
extension AttributionStage {
  /// Whether a line by itself at the right margin, behind an article, can name who wrote it.
  static func isAtTheRight(_ block: DraftBlock) -> Bool {
    guard block.isFlushRight, block.role == nil, case .paragraph = block.form, block.lines.count == 1 else {
      return false
    }
    let text = block.text.trimmed
    guard text.columns <= (text.hanCount == 0 ? 60 : 36), let last = text.last, !"。.：:；;，,".contains(last),
      DateGrammar.find(in: text) == nil, LineGrammar.numbering(text) == nil, LineGrammar.anyLabelled(text) == nil
    else { return false }
    if let comma = text.firstIndex(of: ","), SignatureLines.speaksFor(String(text[text.index(after: comma)...])) {
      return false
    }
    // An office alone signs; a person of it contributes.
    if ["敬上", "謹啟", "谨启", "敬启", "敬啟", "謹識", "谨识"].contains(where: text.hasSuffix) { return false }
    return !Vocabulary.looksLikeOffice(text) || PersonNames.isSigner(String(text.prefix { $0 != "," }))
  }

  /// 會長　鄺慕貞: what somebody is, and his name.
  static func isPostAndName(_ text: String) -> Bool {
    // A post, a name and the name in Latin letters are no more than that.
    guard text.utf8.count <= 600 else { return false }
    var words = text.splitAtScalars(where: \.isBlank).map(String.init)
    // 主席 何錦棠 Ho Kam Tong
    if words.count >= 3, let first = words.firstIndex(where: { $0.hanCount == 0 }), first >= 2,
      PersonNames.isWestern(words[first...].joined(separator: " "))
    {
      words = Array(words[..<first])
    }
    // 主　席　鄭　大　有: both set wide.
    if (4...7).contains(words.count), words.allSatisfy({ $0.count == 1 && $0.hanCount == 1 }) {
      let whole = words.joined()
      return (2...3).contains { isPostAndName(String(whole.prefix($0)) + " " + whole.dropFirst($0)) }
    }
    // 書　記　馮啟榮: the post set wide.
    guard let name = words.last, words.count >= 2, TitleWork.isPerson(name) else { return false }
    let post = words.dropLast().joined()
    return (2...8).contains(post.count) && post.hanCount == post.count
      && [
        "长", "長", "主任", "书记", "書記", "经理", "經理", "主席", "干事", "幹事", "秘书", "秘書", "司库", "司庫", "校长", "校長", "召集人", "负责人",
        "負責人",
      ]
      .contains { post.hasSuffix($0) }
  }

  /// 医务部　郝思源, 药学部 冉启华 供稿: where somebody works and the name, and perhaps what he did; a converter lost the margin
  /// they stood at.
  static func isPlaceAndPerson(_ text: String) -> Bool {
    guard text.hasHan, text.fits(44), !text.hasAny(of: "，。；：！？、（）《》“”,:;()") else { return false }
    var words = text.splitAtScalars(where: \.isBlank).map(String.init)
    if let deed = words.last, words.count >= 2, Vocabulary.contributorEndings.contains(deed) {
      words.removeLast()
      // 立案庭 供稿: whatever stands before that word contributed.
      if words.count == 1 {
        return ["供稿", "来稿", "來稿"].contains(deed) && words[0].hanCount >= 2
          || Vocabulary.looksLikeOffice(words[0]) || TitleWork.isPerson(words[0])
      }
    }
    // 药学部 管弦供稿
    if words.count >= 2, let last = words.last, last.hasSuffix("供稿"), last.count >= 4 {
      words[words.count - 1] = String(last.dropLast(2))
    }
    // 立案庭供稿
    if words.count == 1, text.trimmed.count >= 4, text.fits(32), text.trimmed.hanCount == text.trimmed.count,
      text.trimmed.hasSuffix("供稿")
    {
      return true
    }
    guard (2...3).contains(words.count), let name = words.last, TitleWork.isPerson(name), name.count <= 3,
      !isPostAndName(text)
    else { return false }
    return words.dropLast().contains(where: Vocabulary.looksLikeOffice)
  }

  static func isDate(_ blocks: [DraftBlock], _ index: Int) -> Bool {
    blocks.indices.contains(index) && blocks[index].isText && DateGrammar.whole(blocks[index].text) != nil
  }

  static func isAtTheRight(_ blocks: [DraftBlock], _ index: Int) -> Bool {
    blocks.indices.contains(index) && blocks[index].isFlushRight
  }

  func isBehindText(_ index: Int, _ draft: Draft) -> Bool {
    guard index > 0 else { return false }
    let before = draft.blocks[index - 1]
    switch before.form {
    case .list, .quote, .ready: return before.role == nil
    default: return before.role == nil && before.isText && LineGrammar.isProse(before.text)
    }
  }
}
