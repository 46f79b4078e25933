import IssueModel

/// Who signs an article, and when: an office and a date, a person and what he is, on a line or several.
enum SignatureLines {
  /// The block taken apart into office and date, as far as it is that; the office may be the block before.
  static func signed(_ block: DraftBlock, before: inout [DraftBlock], _ draft: Draft) -> [DraftBlock] {
    let lines = SignatureBlock(block, draft)
    // The first that fits has it: what needs more of the lines comes before what needs less.
    return lines.signerAboveDate() ?? lines.underFarewell(before) ?? lines.signerBelowDate() ?? lines.goingOn(&before)
      ?? lines.personAlone(before) ?? lines.officeAlone(before) ?? lines.withFarewell() ?? lines.personAndPost(before)
      ?? lines.boldPersonAndPost(before) ?? lines.boldPersonAbovePost(&before) ?? lines.personAbovePost(&before)
      ?? lines.personWithRegards()
      ?? lines.nameAndPostLines() ?? lines.postAndPerson(before) ?? lines.personsAboveDate() ?? lines.day(&before)
      ?? lines.officeBeforeDate() ?? lines.date(&before) ?? lines.signerBesideDate() ?? [block]
  }

  /// for the committee, on behalf of the Branch: whom somebody signs for.
  static func speaksFor(_ text: String) -> Bool {
    let low = text.trimmed.lowercased()
    return text.fits(48) && ["for the ", "on behalf of "].contains(where: low.hasPrefix) && !low.hasSuffix(".")
  }

  /// Whether a line in italics says a post.
  static func isEmphasisedPost(_ block: DraftBlock) -> Bool {
    block.inlines.isAllEmphasis && isPost(block.text) && EnglishVocabulary.namesPost(block.text)
  }

  /// hut manager, Master's student: a few words without a point, the last of which says what somebody is.
  static func isPlainPost(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...4).contains(words.count) && text.fits(44)
      && words.allSatisfy { $0.allSatisfy { $0.isLetter || "-'’".contains($0) } }
      && words.last.map { EnglishVocabulary.namesPost(String($0)) } == true
  }

  /// Warden, Mbarani National Park; Station Master, Kandy: a post and, behind the comma, where; all in words with capitals.
  static func isPostOfPlace(_ text: String) -> Bool {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    return !text.hasHan && text.fits(72) && (1...3).contains(pieces.count) && pieces.allSatisfy(isPost)
      && EnglishVocabulary.namesPost(pieces[0])
  }

  /// M.B.E., O.B.E., K.C.: what stands behind a name, letters with points alone.
  static func isHonour(_ text: String) -> Bool {
    let bare = text.trimmed
    return (4...12).contains(bare.count) && bare.hasSuffix(".") && bare.contains(where: \.isLetter)
      && bare.split(separator: ".").allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  /// Whether a block of a line or two without a form of its own can be more of a signature.
  static func mayGoOn(_ block: DraftBlock) -> Bool {
    !block.text.hasHan && block.lines.count <= 2 && !block.isBold && block.text.fits(60)
      && (block.lines.count == 1 || isPost(block.lines[1].text))
  }

  /// Whether the block, below other lines that close an article, is more of them: a name below the date, a post below the
  /// name, though an empty line parts them. What stands right above has to say who signs, or when.
  static func isBelowSigner(_ index: Int, _ draft: Draft) -> Bool {
    guard index > 1, mayGoOn(draft.blocks[index]), case .paragraph = draft.blocks[index].form else { return false }
    let text = draft.blocks[index].lines[0].text
    let above = draft.blocks[index - 1]
    guard above.role == nil, case .paragraph = above.form, above.lines.count <= 2, above.text.fits(60) else {
      return false
    }
    let first = above.lines[0].text
    if date(first) != nil { return PersonNames.isSigner(text) || isOffice(text, draft) }
    if isEmphasisedPost(draft.blocks[index]), above.isBold, PersonNames.isSigner(first) {
      return isPlainText(draft.blocks[index - 2])
    }
    guard isPost(draft.blocks[index].text), EnglishVocabulary.namesPost(text) else {
      return TornParagraphStage.isValediction(above.text) && PersonNames.isSigner(text)
    }
    return PersonNames.isSigner(first)
      && (date(draft.blocks[index - 2].text) != nil || TornParagraphStage.isValediction(draft.blocks[index - 2].text)
        || isPlainText(draft.blocks[index - 2]))
      || first.hasHan && AttributionStage.isPostAndName(first.trimmed)
  }

  private static func isPlainText(_ block: DraftBlock) -> Bool {
    block.role == nil && block.isText && LineGrammar.isProse(block.text)
  }

  /// Whether the last of the blocks is running text, which somebody may have signed.
  static func endsInProse(_ blocks: some BidirectionalCollection<DraftBlock>) -> Bool {
    guard let last = blocks.last else { return false }
    return last.role == nil && last.isText && LineGrammar.isProse(last.text)
  }

  /// A name, or a name above a post, right before a date: who signs.
  static func joinSigner(_ before: inout [DraftBlock]) -> Bool {
    func plain(_ back: Int) -> DraftBlock? {
      guard before.count >= back else { return nil }
      let block = before[before.count - back]
      guard block.role == nil, case .paragraph = block.form, block.lines.count <= 2, block.text.fits(60) else {
        return nil
      }
      return block
    }
    guard let last = plain(1) else { return false }
    // 理事長　馮德林 above 書　記　馮啟榮
    if AttributionStage.isPostAndName(last.text.trimmed) {
      var first = before.count - 1
      while before.count - first < 4, let above = plain(before.count - first + 1), above.lines.count == 1,
        AttributionStage.isPostAndName(above.text.trimmed)
      {
        first -= 1
      }
      let lines = before[first...].map { $0.text.trimmed }
      before[first].lines = [DraftLine(text: lines.joined(separator: "　"), number: before[first].line)]
      before[first].source = before[first].source.extended(to: last.source)
      before[first].role = .signatureOffice
      before.removeSubrange((first + 1)...)
      return true
    }
    if last.lines.count == 1, isPost(last.text), let name = plain(2), name.lines.count == 1,
      PersonNames.isSigner(name.text), name.source.endLine + 1 >= last.line
    {
      before[before.count - 2].lines[0] = DraftLine(
        text: joined([name.text, last.text]), number: name.line)
      before[before.count - 2].source = name.source.extended(to: last.source)
      before[before.count - 2].role = .signatureOffice
      before.removeLast()
    } else if last.lines.count == 1,
      PersonNames.isSigner(last.text)
        || last.text.contains(",") && PersonNames.isSigner(String(last.text.prefix { $0 != "," }))
    {
      if last.text.trimmed.hasSuffix(",") {
        before[before.count - 1].lines = [DraftLine(text: joined([last.text]), number: last.line)]
      }
      before[before.count - 1].role = .signatureOffice
    } else if last.lines.count == 2, PersonNames.isSigner(last.lines[0].text), isPost(last.lines[1].text) {
      before[before.count - 1].lines = [
        DraftLine(text: joined(last.lines.map(\.text)), number: last.line)
      ]
      before[before.count - 1].role = .signatureOffice
    } else {
      return false
    }
    return true
  }

  /// Whether a line says in a few words with capitals what somebody is: Chief Officer, Hon. Secretary.
  static func isPost(_ text: String) -> Bool {
    var text = text.trimmed
    if text.hasSuffix(",") { text.removeLast() }
    // Director.: old print ends the line so.
    text = LineGrammar.unpointed(text, behind: 4)
    let words = text.split(separator: " ")
    return (1...5).contains(words.count) && text.fits(44) && !text.hasSuffix(".")
      && words.allSatisfy {
        $0.first { $0.isLetter }?.isUppercase == true || ["of", "the", "and", "for", "to"].contains($0)
          // President 2002–03
          || $0.allSatisfy { $0.isNumber || "-–/".contains($0) } && $0.count >= 4 && EnglishVocabulary.namesPost(text)
      }
  }

  /// Whether a line is the name of an office in Chinese and, behind or before it, in Western letters.
  static func isBilingualOffice(_ text: String) -> Bool {
    let words = text.splitAtScalars(where: \.isBlank).map(String.init)
    let han = words.filter(\.hasHan)
    let western = words.filter { !$0.hasHan }
    guard han.count == 1, (1...6).contains(western.count), words.first?.hasHan != words.last?.hasHan,
      han[0].hanCount == han[0].count,
      western.allSatisfy({ $0.first?.isUppercase == true || ["of", "the", "and", "for", "&"].contains($0) })
    else { return false }
    return Vocabulary.looksLikeOffice(han[0]) && Vocabulary.looksLikeOffice(western.joined(separator: " "))
  }

  static func isOffice(_ text: String, _ draft: Draft) -> Bool {
    let text = text.trimmed
    return text.fits(60) && !LineGrammar.isProse(text)
      && (Vocabulary.looksLikeOffice(text) || text.letters == draft.masthead.office?.letters)
  }
}
