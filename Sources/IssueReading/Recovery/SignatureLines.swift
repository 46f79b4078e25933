import IssueModel

/// Who signs an article, and when: an office and a date, a person and what he is, on a line or several.
enum SignatureLines {
  /// The block taken apart into office and date, as far as it is that; the office may be the block before.
  static func signed(_ block: DraftBlock, before: inout [DraftBlock], _ draft: Draft) -> [DraftBlock] {
    func part(_ line: DraftLine, _ role: DraftRole) -> DraftBlock {
      var part = block
      part.lines = [line]
      part.role = role
      return part
    }
    func signer(_ words: String) -> DraftBlock { part(DraftLine(text: words, number: block.line), .signatureOffice) }
    let words = block.text
    let isWestern = !words.hasHan
    if block.lines.count == 2, DateGrammar.whole(block.lines[1].text) != nil,
      isOffice(block.lines[0].text, draft) || isSigner(part(block.lines[0], .signatureOffice))
        || block.isFlushRight && isFewWords(block.lines[0].text)
    {
      return [part(block.lines[0], .signatureOffice), part(block.lines[1], .signatureDate)]
    }
    // Yours sincerely, | Hugh Pomfret
    if isWestern, let above = before.last, above.role == nil, above.lines.count == 1,
      TornParagraphStage.isValediction(above.text), PersonNames.isSigner(block.lines[0].text), block.lines.count <= 2,
      block.lines.count == 1 || isPost(block.lines[1].text)
    {
      return [signer(joined(block.lines.map(\.text)))]
    }
    // Dated: 2 March 1949 | A. R. Holt | Welfare Officer, in one paragraph.
    if isWestern, (2...4).contains(block.lines.count), date(block.lines[0].text) != nil,
      PersonNames.isSigner(block.lines[1].text) || isOffice(block.lines[1].text, draft),
      block.lines.dropFirst(2).allSatisfy({ isPost($0.text) || isOffice($0.text, draft) })
    {
      return [part(block.lines[0], .signatureDate), signer(joined(block.lines.dropFirst().map(\.text)))]
    }
    // Below the date, or below who signs: the name, then the post.
    if let above = before.last, mayGoOn(block) {
      if above.role == .signatureDate, PersonNames.isSigner(block.lines[0].text) || isOffice(words, draft) {
        return [signer(joined(block.lines.map(\.text)))]
      }
      if above.role == .signatureOffice, isPost(words), EnglishVocabulary.namesPost(words),
        !EnglishVocabulary.namesPost(above.text)
      {
        // A comma behind the name, above its post, was left out as long as nothing followed.
        let comma = draft.source[above.source.endLine].trimmed.hasSuffix(",") && !above.text.hasSuffix(",") ? "," : ""
        before[before.count - 1].lines = [DraftLine(text: joined([above.text + comma, words]), number: above.line)]
        before[before.count - 1].source = above.source.extended(to: block.source)
        return []
      }
    }
    // Joan Pettifer, alone behind the last words of an article.
    if isWestern, block.lines.count == 1, !block.isBold, !block.inlines.isAllEmphasis, words.fits(40),
      PersonNames.isSigner(words), endsInProse(before)
    {
      return [signer(joined([words]))]
    }
    // 會長 郭海生 Kwok Hoi Sang
    if !isWestern, block.lines.count == 1, words.fits(60), words.contains(where: { $0.isASCII && $0.isLetter }),
      AttributionStage.isPostAndName(words.trimmed), endsInProse(before)
    {
      return [signer(words.trimmed)]
    }
    // 工程處 Engineering Division: an office in both languages.
    if !isWestern, block.lines.count == 1, words.fits(60), isBilingualOffice(words), endsInProse(before) {
      return [signer(words.trimmed)]
    }
    // THE EDITORS, The Lock Committee, Falls Prevention Group
    if isWestern, block.lines.count == 1, !block.isBold, words.fits(40), isPost(words), !words.hasSuffix("."),
      words.lowercased().hasPrefix("the ")
        ? Vocabulary.looksLikeOffice(words) || EnglishVocabulary.namesPost(words)
        : words.contains(" ") && Vocabulary.looksLikeOffice(words),
      endsInProse(before) || before.last.map({ $0.role == nil && $0.isFigure }) == true
    {
      return [signer(words.trimmed)]
    }
    // With every blessing, | Jane Pollock, in one paragraph.
    if isWestern, (2...4).contains(block.lines.count),
      TornParagraphStage.isValediction(block.lines[0].text), PersonNames.isSigner(block.lines[1].text),
      block.lines.dropFirst(2).allSatisfy({ isPost($0.text) || isOffice($0.text, draft) })
    {
      var valediction = block
      valediction.lines = [block.lines[0]]
      valediction.lines[0].endsHard = false
      return [valediction, signer(joined(block.lines.dropFirst().map(\.text)))]
    }
    // Helen Marsh, Safety Officer, behind the last words of an article.
    if isWestern, block.lines.count == 1, words.fits(72),
      let comma = words.firstIndex(of: ","), PersonNames.isSigner(String(words[..<comma]))
    {
      let post = String(words[words.index(after: comma)...])
      if EnglishVocabulary.namesPost(post), isPost(post) || isPlainPost(post) || speaksFor(post), endsInProse(before) {
        return [signer(words.trimmed)]
      }
      if speaksFor(post) || isHonour(post), endsInProse(before) { return [signer(words.trimmed)] }
    }
    // **J. ARDWICK** Brigadier, Colonel of the Regiment: the name in bold, the post behind it on its line.
    if isWestern, block.lines.count == 1, words.fits(90), case .strong(let name)? = block.inlines.first,
      PersonNames.isSigner(name.plainText), endsInProse(before)
    {
      let post = words.dropFirst(name.plainText.count).trimmed
      if !post.isEmpty, EnglishVocabulary.namesPost(post) || PersonNames.beginsWithRank(post),
        post.split(separator: ",").allSatisfy({ isPost(String($0)) })
      {
        return [signer(words.trimmed)]
      }
    }
    // **Bev Ashworth** above *Chair of Trustees*: name and post, each by its letters.
    if isWestern, block.lines.count == 1, words.fits(60), isEmphasisedPost(block), let name = before.last,
      name.role == nil, name.lines.count == 1, case .paragraph = name.form, name.isBold,
      PersonNames.isSigner(name.text), endsInProse(before.dropLast())
    {
      before[before.count - 1].lines = [DraftLine(text: joined([name.text, words]), number: name.line)]
      before[before.count - 1].source = name.source.extended(to: block.source)
      before[before.count - 1].role = .signatureOffice
      return []
    }
    // A. R. Holt, and below it: Chief Officer.
    if words.fits(60 + 40 * (block.lines.count / 3)), isWestern, !block.isBold {
      if (2...4).contains(block.lines.count), PersonNames.isSigner(block.lines[0].text),
        block.lines.dropFirst().allSatisfy({ isPost($0.text) || isOffice($0.text, draft) })
      {
        return [signer(joined(block.lines.map(\.text)))]
      }
      if block.lines.count == 1, isPost(words), let name = before.last, name.role == nil, name.lines.count == 1,
        case .paragraph = name.form, PersonNames.isSigner(name.text), name.source.endLine + 1 >= block.line
      {
        before[before.count - 1].lines[0] = DraftLine(text: joined([name.text, words]), number: name.line)
        before[before.count - 1].role = .signatureOffice
        return []
      }
    }
    if words.fits(44),
      ["敬上", "謹啟", "谨启", "敬启", "敬啟", "謹識", "谨识"].contains(where: words.trimmed.hasSuffix)
    {
      var person = block
      person.role = .signatureOffice
      return [person]
    }
    // 盧潔儀 | 部長: name and post, a line each.
    if (2...3).contains(block.lines.count), block.lines.allSatisfy({ $0.text.hasHan && $0.text.columns <= 24 }),
      isNameAndPost(block.lines[0].text, block.lines[1].text) || isNameAndPost(block.lines[1].text, block.lines[0].text)
    {
      let lines = block.lines.map { $0.text.trimmed }
      if block.lines.count == 3, let date = block.lines.last, Self.date(date.text) != nil {
        return [signer(lines.dropLast().joined(separator: "　")), part(date, .signatureDate)]
      }
      if block.lines.count == 2 {
        return [signer(lines.joined(separator: "　"))]
      }
    }
    // 會長　某某某, behind the last words of a letter.
    if isSigner(block), words.splitAtScalars(where: \.isBlank).count == 2, endsInProse(before) {
      var person = block
      person.role = .signatureOffice
      return [person]
    }
    // The same with the date below, all in one paragraph.
    if (2...4).contains(block.lines.count), let date = block.lines.last, DateGrammar.whole(date.text) != nil {
      let lines = block.lines.dropLast().map { $0.text.trimmed }
      if PersonNames.isSigner(lines[0]), lines.dropFirst().allSatisfy({ isPost($0) || isOffice($0, draft) }) {
        return [signer(joined(lines)), part(date, .signatureDate)]
      }
    }
    // 屠三宝 above 11月17日: a letter may leave out the year.
    if isDay(words), before.count > 1, let name = before.last, name.role == nil,
      isSigner(name) || isGroup(name, above: before)
    {
      before[before.count - 1].role = .signatureOffice
      var day = block
      day.role = .signatureDate
      return [day]
    }
    if let signed = officeBeforeDate(words, draft) {
      return [signer(signed.office), part(DraftLine(text: signed.date.verbatim, number: block.line), .signatureDate)]
    }
    if date(words) != nil {
      if !joinSigner(&before), let office = before.last, office.role == nil, case .paragraph = office.form,
        isOffice(office.text, draft) || before.count > 1 && (isSigner(office) || isGroup(office, above: before))
      {
        before[before.count - 1].role = .signatureOffice
      }
      var date = block
      date.role = .signatureDate
      return [date]
    }
    if words.fits(90), let found = DateGrammar.find(in: words) {
      let scalars = Array(words.unicodeScalars)
      var office = String(scalars: scalars[..<found.range.lowerBound]).trimmed
      if office.hanCount == 0, office.hasSuffix(",") { office = String(office.dropLast()) }
      // M. Dearlove, Deputy Registrar, 30 April 2007
      let person = office.split(separator: ",", maxSplits: 1).first.map { String($0).trimmed } ?? ""
      if scalars[found.range.upperBound...].allSatisfy({ $0.isBlank || $0 == "）" }),
        isOffice(office, draft) || PersonNames.isSigner(person) && !LineGrammar.isProse(office)
      {
        return [
          signer(office), part(DraftLine(text: found.value.verbatim, number: block.line), .signatureDate),
        ]
      }
    }
    return [block]
  }

  /// Training Committee, 17 February 1993: an office and a date, a comma between; a place stands before a date so too.
  private static func officeBeforeDate(_ text: String, _ draft: Draft) -> (office: String, date: IssueDate)? {
    guard text.utf8.count <= 90, !text.hasHan, text.utf8.contains(UInt8(ascii: ",")),
      let found = DateGrammar.find(in: text)
    else { return nil }
    let scalars = Array(text.unicodeScalars)
    let office = String(scalars: scalars[..<found.range.lowerBound]).trimmed
    guard office.hasSuffix(","), office.split(separator: " ").count >= 2,
      scalars[found.range.upperBound...].allSatisfy({ $0.isBlank || $0 == "." }),
      isPost(String(office.dropLast())), isOffice(String(office.dropLast()), draft)
    else { return nil }
    return (String(office.dropLast()), found.value)
  }

  /// for the committee, on behalf of the Branch: whom somebody signs for.
  static func speaksFor(_ text: String) -> Bool {
    let low = text.trimmed.lowercased()
    return text.fits(48) && ["for the ", "on behalf of "].contains(where: low.hasPrefix) && !low.hasSuffix(".")
  }

  /// Whether a line in italics says a post.
  private static func isEmphasisedPost(_ block: DraftBlock) -> Bool {
    block.inlines.isAllEmphasis && isPost(block.text) && EnglishVocabulary.namesPost(block.text)
  }

  /// hut manager, Master's student: a few words without a point, the last of which says what somebody is.
  private static func isPlainPost(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...4).contains(words.count) && text.fits(44)
      && words.allSatisfy { $0.allSatisfy { $0.isLetter || "-'’".contains($0) } }
      && words.last.map { EnglishVocabulary.namesPost(String($0)) } == true
  }

  /// M.B.E., O.B.E., K.C.: what stands behind a name, letters with points alone.
  private static func isHonour(_ text: String) -> Bool {
    let bare = text.trimmed
    return (4...12).contains(bare.count) && bare.hasSuffix(".") && bare.contains(where: \.isLetter)
      && bare.split(separator: ".").allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  /// Whether a block of a line or two without a form of its own can be more of a signature.
  private static func mayGoOn(_ block: DraftBlock) -> Bool {
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
  private static func endsInProse(_ blocks: some BidirectionalCollection<DraftBlock>) -> Bool {
    guard let last = blocks.last else { return false }
    return last.role == nil && last.isText && LineGrammar.isProse(last.text)
  }

  /// A name, or a name above a post, right before a date: who signs.
  private static func joinSigner(_ before: inout [DraftBlock]) -> Bool {
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
  private static func isBilingualOffice(_ text: String) -> Bool {
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
