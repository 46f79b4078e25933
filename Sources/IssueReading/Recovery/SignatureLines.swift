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
    if block.lines.count == 2, DateGrammar.whole(block.lines[1].text) != nil, isOffice(block.lines[0].text, draft) {
      return [part(block.lines[0], .signatureOffice), part(block.lines[1], .signatureDate)]
    }
    // Yours sincerely, | Hugh Pomfret
    if !block.text.hasHan, let above = before.last, above.role == nil, above.lines.count == 1,
      TornParagraphStage.isValediction(above.text), PersonNames.isSigner(block.lines[0].text), block.lines.count <= 2,
      block.lines.count == 1 || isPost(block.lines[1].text)
    {
      let words = joined(block.lines.map(\.text))
      return [part(DraftLine(text: words, number: block.line), .signatureOffice)]
    }
    // With every blessing, | Jane Pollock, in one paragraph.
    if block.text.hanCount == 0, (2...4).contains(block.lines.count),
      TornParagraphStage.isValediction(block.lines[0].text), PersonNames.isSigner(block.lines[1].text),
      block.lines.dropFirst(2).allSatisfy({ isPost($0.text) || isOffice($0.text, draft) })
    {
      var words = block
      words.lines = [block.lines[0]]
      words.lines[0].endsHard = false
      return [
        words, part(DraftLine(text: joined(block.lines.dropFirst().map(\.text)), number: block.line), .signatureOffice),
      ]
    }
    // Helen Marsh, Safety Officer, behind the last words of an article.
    if block.text.hanCount == 0, block.lines.count == 1, block.text.columns <= 60, !block.inlines.isAllEmphasis,
      let comma = block.text.firstIndex(of: ","), PersonNames.isSigner(String(block.text[..<comma])),
      EnglishVocabulary.namesPost(String(block.text[block.text.index(after: comma)...])),
      isPost(String(block.text[block.text.index(after: comma)...])),
      let text = before.last, text.role == nil, text.isText, LineGrammar.isProse(text.text)
    {
      return [part(DraftLine(text: block.text.trimmed, number: block.line), .signatureOffice)]
    }
    // A. R. Holt, and below it: Chief Officer.
    if block.text.fits(60 + 40 * (block.lines.count / 3)), !block.text.hasHan, !block.isBold {
      if (2...4).contains(block.lines.count), PersonNames.isSigner(block.lines[0].text),
        block.lines.dropFirst().allSatisfy({ isPost($0.text) || isOffice($0.text, draft) })
      {
        return [
          part(
            DraftLine(text: joined(block.lines.map(\.text)), number: block.line),
            .signatureOffice)
        ]
      }
      if block.lines.count == 1, isPost(block.text), let name = before.last, name.role == nil, name.lines.count == 1,
        case .paragraph = name.form, PersonNames.isSigner(name.text), name.source.endLine + 1 >= block.line
      {
        before[before.count - 1].lines[0] = DraftLine(
          text: joined([name.text, block.text]), number: name.line)
        before[before.count - 1].role = .signatureOffice
        return []
      }
    }
    if block.text.fits(44),
      ["敬上", "謹啟", "谨启", "敬启", "敬啟", "謹識", "谨识"].contains(where: block.text.trimmed.hasSuffix)
    {
      var person = block
      person.role = .signatureOffice
      return [person]
    }
    // 會長　某某某, behind the last words of a letter.
    if isSigner(block), block.text.split(whereSeparator: \.isBlankCharacter).count == 2, let text = before.last,
      text.role == nil, text.isText, LineGrammar.isProse(text.text)
    {
      var person = block
      person.role = .signatureOffice
      return [person]
    }
    // The same with the date below, all in one paragraph.
    if (2...4).contains(block.lines.count), let date = block.lines.last, DateGrammar.whole(date.text) != nil {
      let signer = block.lines.dropLast().map { $0.text.trimmed }
      if PersonNames.isSigner(signer[0]), signer.dropFirst().allSatisfy({ isPost($0) || isOffice($0, draft) }) {
        return [
          part(DraftLine(text: joined(signer), number: block.line), .signatureOffice),
          part(date, .signatureDate),
        ]
      }
    }
    if date(block.text) != nil {
      if !joinSigner(&before), let office = before.last, office.role == nil, case .paragraph = office.form,
        isOffice(office.text, draft) || before.count > 1 && (isSigner(office) || isGroup(office, above: before))
      {
        before[before.count - 1].role = .signatureOffice
      }
      var date = block
      date.role = .signatureDate
      return [date]
    }
    if block.text.fits(90), let found = DateGrammar.find(in: block.text) {
      let scalars = Array(block.text.unicodeScalars)
      var office = String(scalars: scalars[..<found.range.lowerBound]).trimmed
      if office.hanCount == 0, office.hasSuffix(",") { office = String(office.dropLast()) }
      // M. Dearlove, Deputy Registrar, 30 April 2007
      let person = office.split(separator: ",", maxSplits: 1).first.map { String($0).trimmed } ?? ""
      if scalars[found.range.upperBound...].allSatisfy({ $0.isBlank || $0 == "）" }),
        isOffice(office, draft) || PersonNames.isSigner(person) && !LineGrammar.isProse(office)
      {
        return [
          part(DraftLine(text: office, number: block.line), .signatureOffice),
          part(DraftLine(text: found.value.verbatim, number: block.line), .signatureDate),
        ]
      }
    }
    return [block]
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
    if text.hasSuffix("."), text.dropLast().reversed().prefix(while: \.isLetter).count >= 4 { text.removeLast() }
    let words = text.split(separator: " ")
    return (1...5).contains(words.count) && text.fits(44) && !text.hasSuffix(".")
      && words.allSatisfy { $0.first?.isUppercase == true || ["of", "the", "and", "for", "to"].contains($0) }
  }

  static func isOffice(_ text: String, _ draft: Draft) -> Bool {
    let text = text.trimmed
    return text.fits(60) && !LineGrammar.isProse(text)
      && (Vocabulary.looksLikeOffice(text) || text.letters == draft.masthead.office?.letters)
  }
}
