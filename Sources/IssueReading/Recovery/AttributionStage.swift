import IssueModel

/// Recognises what stands at an article's end: the contributor in brackets, also where it is glued to the last
/// paragraph; the signing office and date; and at its beginning, to whom it is directed.
struct AttributionStage: RecoveryStage {
  static let name = "attributions"
  static let summary = Wording("recognise contributors, signatures and attachments", zh: "识别供稿单位、署名、日期与附件说明")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    SignatureLines.signByOrder(&draft)
    SignatureLines.sign(&draft, endings(of: draft))
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count)
    let last = endings(of: draft)
    for (index, block) in draft.blocks.enumerated() {
      var block = block
      if case .list(let start, let items) = block.form, block.role == nil, let label = result.last,
        case .paragraph(.attachments) = label.role,
        Self.announcesEnclosures(label.text) || start != nil && start == Self.nextEnclosure(behind: label.text)
      {
        result += Self.enclosed(items, block)
        continue
      }
      if last[index], let signer = Self.signerInList(block), let before = result.last, before.role == nil,
        before.isText,
        let end = before.text.trimmed.last, ".!?\"”".contains(end)
      {
        diagnostics.repaired(
          "item-unmarked", line: block.line, "“\(excerpt(signer))” is no list of one item; behind an article it signs",
          zh: "“\(excerpt(signer))”不是只有一项的列表，居于文末，按署名处理", severity: .note)
        block.form = .paragraph
        block.lines = [DraftLine(text: signer, number: block.line)]
        block.role = .signatureOffice
        result.append(block)
        continue
      }
      guard block.role == nil, case .paragraph = block.form else {
        result.append(block)
        continue
      }
      if last[index], let name = Self.contributorBehindStroke(block, result.last) {
        block.role = .attribution(label: nil, name: name)
        result.append(block)
        continue
      }
      let text = block.text.trimmed
      let ends = last[index]
      if ends, block.lines.count > 1, let last = block.lines.last,
        block.lines[block.lines.count - 2].endsHard
          || !TornParagraphStage.isUnfinished(block.lines[block.lines.count - 2].text),
        let role = Self.attribution(last.text.trimmed, atEnd: true)
      {
        // A last line by itself, parted by a hard break.
        var line = DraftBlock(form: .paragraph, lines: [last], source: SourceRange(line: last.number))
        line.role = role
        block.lines.removeLast()
        result += [block, line]
        continue
      }
      if let role = Self.attribution(text, atEnd: ends) {
        block.role = role
        // -- Ann Sample, Secretary: the dash leads to the name.
        if role == .signatureOffice {
          block.lines = [DraftLine(text: text.drop { "-—– ".contains($0) }.trimmed, number: block.line)]
        }
        result.append(block)
        continue
      }
      // B. Marin, Karst: initials, a name and where from, behind a letter.
      if ends, block.lines.count == 1, text.fits(48), !text.hasHan, text.contains(","),
        text.last?.isLetter == true || text.last?.isNumber == true,
        let name = text.split(separator: ",").first,
        // Jun Magsino, Purok 4
        name.dropFirst().first == "."
          || text[name.endIndex...].contains(where: \.isNumber) && DateGrammar.find(in: text) == nil,
        PersonNames.isSigner(String(name)),
        text.split(separator: ",").dropFirst().allSatisfy({ $0.trimmed.first?.isUppercase == true }),
        !EnglishVocabulary.namesPost(String(text.drop { $0 != "," })),
        isBehindText(index, draft)
      {
        block.role = .attribution(label: nil, name: text)
        result.append(block)
        continue
      }
      // *Dave Pinner, Volunteer*: all in italics, a name and what he is; with a post he signs.
      if ends, block.lines.count == 1, text.fits(72), !text.hasHan, block.inlines.isAllEmphasis,
        !EnglishVocabulary.namesPost(String(text.drop { $0 != "," })),
        !SignatureLines.speaksFor(String(text.drop { $0 != "," }.dropFirst())),
        PersonNames.isSigner(String(text.prefix { $0 != "," })), !text.hasSuffix("."), isBehindText(index, draft),
        // *Pavements Division, September 9, 2014*: an office and when.
        !Vocabulary.looksLikeOffice(String(text.prefix { $0 != "," })) || DateGrammar.find(in: text) == nil,
        !TornParagraphStage.isValediction(draft.blocks[index - 1].text)
      {
        block.role = .attribution(label: nil, name: text)
        result.append(block)
        continue
      }
      if ends, text.hasHan, block.isFlushRight, block.lines.count == 1, Self.isPostAndName(text),
        !Self.isDate(draft.blocks, index + 1)
      {
        block.role = .signatureOffice
        result.append(block)
        continue
      }
      // A few words between a letter and the note of the editors behind it.
      if ends, block.lines.count == 1, SignatureLines.isFewWords(text), isBehindText(index, draft),
        let next = draft.blocks.dropFirst(index + 1).first, case .editorsNote = next.role
      {
        block.role = .signatureOffice
        result.append(block)
        continue
      }
      if ends, Self.isAtTheRight(block), !Self.isAtTheRight(draft.blocks, index - 1),
        !Self.isAtTheRight(draft.blocks, index + 1), !Self.isDate(draft.blocks, index + 1), isBehindText(index, draft),
        // Phyllis Eade, tower correspondent: with a post somebody signs.
        text.hasHan || !EnglishVocabulary.namesPost(String(text.drop { $0 != "," }))
      {
        block.role = .attribution(label: nil, name: text)
        result.append(block)
        continue
      }
      if ends, block.lines.count == 1, Self.isPlaceAndPerson(text), !Self.isDate(draft.blocks, index + 1),
        isBehindText(index, draft)
      {
        block.role = .attribution(label: nil, name: text)
        result.append(block)
        continue
      }
      if ends, text.utf8.count > 24, let glued = Self.glued(block, isLast: isFollowedByHead(index, draft)) {
        diagnostics.repaired(
          "attribution-split", line: block.source.endLine,
          "the contributor “\(glued.name)” stood at the end of the last paragraph",
          zh: "供稿单位“\(glued.name)”原接在末段之后，已单列", severity: .note)
        block.lines = [DraftLine(inlines: glued.text, number: block.line)]
        result.append(block)
        var line = DraftBlock(text: glued.bracket, number: block.source.endLine)
        line.role = Self.attribution(glued.bracket, atEnd: true) ?? .attribution(label: nil, name: glued.name)
        result.append(line)
        continue
      }
      if case .paragraph(.attachments) = result.last?.role, let numbering = LineGrammar.numbering(text),
        numbering.level == 3, !text.hasSuffix("。"), text.fits(119)
      {
        block.role = .paragraph(.attachments)
      } else if text.hasPrefix("附：") || text.hasPrefix("附:"), text.columns <= 60, !text.hasSuffix("。") {
        block.role = .paragraph(.attachments)
      } else if Self.isAttachment(text) {
        block.role = .paragraph(.attachments)
      } else if Self.enclosure(text) != nil || Self.announcesEnclosures(text) && enclosureFollows(index, draft) {
        block.role = .paragraph(.attachments)
      } else if Self.isSalutation(text), index > 0, isHead(draft.blocks[index - 1]) {
        block.role = .paragraph(.salutation)
      }
      result.append(block)
    }
    draft.blocks = result
    signatures(&draft)
  }

  // MARK: Signatures

  private func signatures(_ draft: inout Draft) {
    let last = endings(of: draft)
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count)
    for (index, block) in draft.blocks.enumerated() {
      guard last[index], index > 0, block.role == nil, case .paragraph = block.form else {
        result.append(block)
        continue
      }
      result += SignatureLines.signed(block, before: &result, draft)
    }
    // 某某互助會 above 主席　某某　謹啟, behind the text: both sign.
    for index in result.indices.dropFirst() where result[index].role == .signatureOffice {
      let office = result[index - 1]
      guard office.role == nil, case .paragraph = office.form, office.lines.count == 1, office.text.hasHan,
        !Vocabulary.looksLikeOffice(result[index].text), SignatureLines.isOffice(office.text, draft),
        SignatureLines.endsInProse(result[..<(index - 1)])
          || index > 1 && result[index - 2].role == nil && result[index - 2].text.fits(30)
      else { continue }
      result[index - 1].role = .signatureOffice
    }
    draft.blocks = result
  }
}
