import IssueModel

/// Recognises what stands at an article's end: the contributor in brackets, also where it is glued to the last
/// paragraph; the signing office and date; and at its beginning, to whom it is directed.
struct AttributionStage: RecoveryStage {
  static let name = "attributions"
  static let summary = Wording("recognise contributors, signatures and attachments", zh: "识别供稿单位、署名、日期与附件说明")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    SignatureLines.sign(&draft, endings(of: draft))
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count)
    let last = endings(of: draft)
    for (index, block) in draft.blocks.enumerated() {
      var block = block
      if case .list(_, let items) = block.form, block.role == nil, let label = result.last,
        case .paragraph(.attachments) = label.role, Self.announcesEnclosures(label.text)
      {
        result += Self.enclosed(items, block)
        continue
      }
      guard block.role == nil, case .paragraph = block.form else {
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
        result.append(block)
        continue
      }
      // B. Marin, Karst: initials, a name and where from, behind a letter.
      if ends, block.lines.count == 1, text.fits(48), !text.hasHan, text.contains(","),
        text.last?.isLetter == true,
        let name = text.split(separator: ",").first, name.dropFirst().first == ".", PersonNames.isSigner(String(name)),
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
        PersonNames.isSigner(String(text.prefix { $0 != "," })), !text.hasSuffix("."), isBehindText(index, draft),
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
      if ends, Self.isAtTheRight(block), !Self.isAtTheRight(draft.blocks, index - 1),
        !Self.isAtTheRight(draft.blocks, index + 1), !Self.isDate(draft.blocks, index + 1), isBehindText(index, draft)
      {
        block.role = .attribution(label: nil, name: text)
        result.append(block)
        continue
      }
      if ends, text.utf8.count > 24, let glued = Self.glued(block) {
        diagnostics.repaired(
          "attribution-split", line: block.source.endLine,
          "the contributor “\(glued.name)” stood at the end of the last paragraph",
          zh: "供稿单位“\(glued.name)”原接在末段之后，已单列", severity: .note)
        block.lines = [DraftLine(inlines: glued.text, number: block.line)]
        result.append(block)
        var line = DraftBlock(
          form: .paragraph, lines: [DraftLine(text: glued.bracket, number: block.source.endLine)],
          source: SourceRange(line: block.source.endLine))
        line.role = Self.attribution(glued.bracket, atEnd: true)
        result.append(line)
        continue
      }
      if case .paragraph(.attachments) = result.last?.role, let numbering = LineGrammar.numbering(text),
        numbering.level == 3, !text.hasSuffix("。"), text.fits(119)
      {
        block.role = .paragraph(.attachments)
      } else if text.hasPrefix("附：") || text.hasPrefix("附:"), text.columns <= 60, !text.hasSuffix("。") {
        block.role = .paragraph(.attachments)
      } else if text.hasPrefix("附件"),
        let mark = text.dropFirst(2).first(where: { !$0.isNumber && !$0.isBlankCharacter }), "：:".contains(mark),
        text.columns < 200
      {
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

  // MARK: Contributors

  /// What brackets begin with that tell not who wrote the text but what is to be known of it.
  private static let remarks = [
    "待续", "完", "未完待续", "全文完", "下转", "上接", "以上", "以下", "上述", "本文", "本表", "本报告", "注：", "数据来源", "數據來源",
    "其中", "如有", "详见", "詳見", "见附",
  ]

  /// The role of a line that names the contributor; nil if it does not.
  static func attribution(_ text: String, atEnd: Bool) -> DraftRole? {
    guard text.fits(!text.hasHan ? 140 : 90) || text.contains("http") && text.fits(600),
      DateGrammar.whole(text) == nil
    else { return nil }
    if let inner = LineGrammar.wholeBracket(text) {
      guard atEnd, inner.fits(72) || inner.contains("http"), !inner.hasSuffix("。"),
        LineGrammar.numbering(text) == nil
      else { return nil }
      // （2014年3月2日于场部）: when, not who.
      if DateGrammar.find(in: inner)?.range.lowerBound == 0 { return nil }
      if !Vocabulary.looksLikeOffice(inner), remarks.contains(where: { inner.hasPrefix($0) }) { return nil }
      if let labelled = LineGrammar.labelled(inner, Vocabulary.bracketedContributorLabels) {
        return .attribution(label: labelled.label, name: labelled.rest)
      }
      return .attribution(label: nil, name: inner)
    }
    // Contributed by the Harbour Office
    if atEnd, !text.hasHan, text.fits(72), !text.hasSuffix("."),
      ["contributed by ", "submitted by ", "reported by "].contains(where: text.lowercased().hasPrefix)
    {
      return .attribution(label: nil, name: text)
    }
    // 譯自《倫敦膠報》
    if atEnd, text.fits(90),
      ["译自", "譯自", "摘自", "转载自", "轉載自", "摘编自", "摘編自", "选自", "選自"].contains(where: text.hasPrefix),
      !text.contains(where: { "。！？".contains($0) })
    {
      return .attribution(label: nil, name: text)
    }
    // H. M.
    if atEnd, text.fits(12), text.count >= 4,
      text.split(whereSeparator: { $0 == " " || $0 == "." }).allSatisfy({
        $0.count == 1 && $0.first?.isUppercase == true
      }),
      text.hasSuffix("."), text.contains(".")
    {
      return .attribution(label: nil, name: text)
    }
    // -- R. T.
    if atEnd, !text.hasHan, text.fits(text.contains(",") ? 72 : 40),
      text.hasPrefix("--") || text.hasPrefix("—") || text.hasPrefix("–")
    {
      var name = text.drop { "-—– ".contains($0) }.trimmed
      // — Rosalind Pask (1979–86)
      if name.hasSuffix(")"), let open = name.lastIndex(of: "(") { name = name[..<open].trimmed }
      let words = name.split(separator: " ")
      // — T. Nyaga, Agricultural Assistant, Tano
      let person = String(name.prefix { $0 != "," })
      if PersonNames.isWestern(name)
        || person.count < name.count && PersonNames.isSigner(person) && !name.hasSuffix(".")
        || (1...4).contains(words.count) && words.allSatisfy({ $0.first?.isUppercase == true })
      {
        return .attribution(label: nil, name: text)
      }
    }
    if let labelled = LineGrammar.labelled(text, Vocabulary.closingContributorLabels),
      atEnd, labelled.rest.columns <= (labelled.rest.hanCount == 0 ? 120 : 60)
    {
      return .attribution(label: labelled.label, name: labelled.rest)
    }
    return nil
  }

  private static func glued(_ block: DraftBlock) -> (text: [Inline], bracket: String, name: String)? {
    let inlines = block.inlines
    // *Text and photographs: Lena Ward* behind the last sentence.
    if case .emphasis(let words) = inlines.last, inlines.count > 1,
      case .attribution(_, let name) = attribution(words.plainText.trimmed, atEnd: true),
      case .text(let before) = inlines[inlines.count - 2],
      before.trimmed.unicodeScalars.last.map({ $0.endsSentence || $0 == "." || $0.isClosing }) == true
    {
      return (Array(inlines.dropLast()), words.plainText.trimmed, name)
    }
    guard case .text(let last) = inlines.last, let end = last.trimmed.last, "）)".contains(end),
      let open = last.lastIndex(where: { "（(".contains($0) })
    else { return nil }
    let bracket = last[open...].trimmed
    let inner = String(bracket.dropFirst().dropLast()).trimmed
    let before = last[..<open].trimmed
    guard inner.fits(48) || inner.contains("http"), inner.count >= 2, let mark = before.unicodeScalars.last,
      mark.endsSentence || mark == "”" || mark == "’"
    else { return nil }
    let contributes =
      Vocabulary.looksLikeOffice(inner) || LineGrammar.labelled(inner, Vocabulary.contributorLabels) != nil
      || Vocabulary.contributorEndings.contains { inner.hasSuffix($0) } || inner.contains("http")
      || Self.isSigned(inner) || Self.isSetApart(last[..<open])
    if ["含", "见", "其中", "包括", "不含", "约", "如", "即", "详见", "除"].contains(where: { inner.hasPrefix($0) }) { return nil }
    guard contributes, !inner.contains("，"), !inner.contains("。") else { return nil }
    return (inlines.dropLast() + [.text(before)], bracket, inner)
  }

  /// Whether blanks as no text has them part what follows: three columns or more.
  private static func isSetApart(_ text: Substring) -> Bool {
    text.unicodeScalars.reversed().prefix(while: \.isBlank).reduce(0) { $0 + ($1.isWide ? 2 : 1) } >= 3
  }

  /// 文/甲　图/乙, or an office and a name beside it.
  private static func isSigned(_ inner: String) -> Bool {
    let pieces = inner.split(whereSeparator: \.isBlankCharacter).map(String.init)
    guard (1...4).contains(pieces.count), inner.fits(40) else { return false }
    if pieces.allSatisfy({ ["文/", "图/", "文／", "图／", "摄/", "摄影/", "撰稿/"].contains(where: $0.hasPrefix) }) {
      return true
    }
    // 通讯员 栗木: the word before the name says that it is one.
    if pieces.count == 2,
      ["通讯员", "通訊員", "记者", "記者", "本报记者", "本刊记者", "特约记者", "特约通讯员", "作者", "整理", "摄影"].contains(pieces[0]),
      (2...4).contains(pieces[1].count), pieces[1].hanCount == pieces[1].count
    {
      return true
    }
    // 省人大代表　骆安平: who somebody is, and the name.
    return pieces.count == 2 && TitleStage.isNames(pieces[1])
      && (Vocabulary.looksLikeOffice(pieces[0])
        || (3...12).contains(pieces[0].count) && pieces[0].hanCount == pieces[0].count)
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
    draft.blocks = result
  }

  // MARK: Places

  /// For each block whether nothing of its article follows it but contributor, signature and attachments.
  private func endings(of draft: Draft) -> [Bool] {
    var result = [Bool](repeating: false, count: draft.blocks.count)
    var ends = true
    for index in draft.blocks.indices.reversed() {
      result[index] = ends
      let block = draft.blocks[index]
      if block.isRule { continue }
      switch block.role {
      case .section, .title, .kicker: ends = true
      case .attribution, .signatureOffice, .signatureDate, .paragraph(.attachments): break
      case nil:
        guard ends, case .paragraph = block.form else {
          ends = false
          break
        }
        let text = block.text
        let isTail =
          text.utf8.count <= 600
          && (LineGrammar.wholeBracket(text) != nil || DateGrammar.whole(text) != nil || text.trimmed.hasPrefix("附件")
            || text.trimmed.hasPrefix("附：") || Self.isAnnotation(text)
            || Self.enclosure(text) != nil || SignatureLines.isClosing(block)
            || SignatureLines.isBelowSigner(index, draft))
        if !isTail { ends = false }
      default: ends = false
      }
    }
    return result
  }

  private func isHead(_ block: DraftBlock) -> Bool {
    switch block.role {
    case .title, .subtitle, .byline: true
    default: false
    }
  }

  private static func isSalutation(_ text: String) -> Bool {
    guard text.hasSuffix("：") || text.hasSuffix(":"), text.fits(120), !text.contains("。") else { return false }
    let names = String(text.dropLast())
    // 各大厦工程进度如下表： leads to something.
    if ["如下", "下列", "以下", "下表", "下图", "下圖"].contains(where: names.suffix(6).contains) { return false }
    // A sentence that leads to a list names an office too.
    if !names.hasHan,
      names.split(separator: " ").contains(where: {
        $0.first?.isLowercase == true && !["of", "the", "and", "for", "all", "to", "in"].contains(String($0))
      })
    {
      return false
    }
    return names.hasPrefix("各") || names.hasSuffix("同志") || names.hasSuffix("同志们")
      || names.split { "、，".contains($0) }.allSatisfy { Vocabulary.looksLikeOffice(String($0)) }
  }
}
