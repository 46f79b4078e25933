import IssueModel

/// Recognises what stands at an article's end: the contributor in brackets, also where it is glued to the last
/// paragraph; the signing office and date; and at its beginning, to whom it is directed.
struct AttributionStage: RecoveryStage {
  static let name = "attributions"
  static let summary = Wording("recognise contributors, signatures and attachments", zh: "识别供稿单位、署名、日期与附件说明")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count)
    let last = endings(of: draft)
    for (index, block) in draft.blocks.enumerated() {
      var block = block
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
      if ends, text.utf8.count > 60, let glued = Self.glued(block) {
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
        numbering.level == 3, !text.hasSuffix("。"), text.columns < 120
      {
        block.role = .paragraph(.attachments)
      } else if text.hasPrefix("附件"),
        let mark = text.dropFirst(2).first(where: { !$0.isNumber && !$0.isBlankCharacter }), "：:".contains(mark),
        text.columns < 200
      {
        block.role = .paragraph(.attachments)
      } else if Self.enclosure(text) != nil {
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

  /// The role of a line that names the contributor; nil if it does not.
  static func attribution(_ text: String, atEnd: Bool) -> DraftRole? {
    guard text.columns <= 90 || text.contains("http") && text.columns <= 600, DateGrammar.whole(text) == nil else {
      return nil
    }
    if let inner = LineGrammar.wholeBracket(text) {
      guard atEnd, inner.columns <= 72 || inner.contains("http"), !inner.hasSuffix("。"),
        LineGrammar.numbering(text) == nil
      else { return nil }
      // Not who wrote it but what is to be known of it.
      let remarks = [
        "待续", "完", "未完待续", "全文完", "下转", "上接", "以上", "以下", "上述", "本文", "本表", "本报告", "注：", "数据来源", "數據來源",
        "其中", "如有", "详见", "詳見", "见附",
      ]
      if !Vocabulary.looksLikeOffice(inner), remarks.contains(where: { inner.hasPrefix($0) }) { return nil }
      if let labelled = LineGrammar.labelled(inner, Vocabulary.bracketedContributorLabels) {
        return .attribution(label: labelled.label, name: labelled.rest)
      }
      return .attribution(label: nil, name: inner)
    }
    // Contributed by the Harbour Office
    if atEnd, text.hanCount == 0, text.columns <= 72, !text.hasSuffix("."),
      ["contributed by ", "submitted by ", "reported by "].contains(where: text.lowercased().hasPrefix)
    {
      return .attribution(label: nil, name: text)
    }
    // H. M.
    if atEnd, text.columns <= 12, text.count >= 4,
      text.split(separator: " ").allSatisfy({ $0.count == 2 && $0.hasSuffix(".") && $0.first?.isUppercase == true })
    {
      return .attribution(label: nil, name: text)
    }
    // -- R. T.
    if atEnd, text.hanCount == 0, text.columns <= 40,
      text.hasPrefix("--") || text.hasPrefix("—") || text.hasPrefix("–")
    {
      let name = text.drop { "-—– ".contains($0) }.trimmed
      let words = name.split(separator: " ")
      if PersonNames.isWestern(name)
        || (1...4).contains(words.count) && words.allSatisfy({ $0.first?.isUppercase == true })
      {
        return .attribution(label: nil, name: text)
      }
    }
    if let labelled = LineGrammar.labelled(text, Vocabulary.closingContributorLabels),
      atEnd, labelled.rest.columns <= 60
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
    guard inner.columns <= 48 || inner.contains("http"), inner.count >= 2, let mark = before.unicodeScalars.last,
      mark.endsSentence || mark == "”" || mark == "’"
    else { return nil }
    let contributes =
      Vocabulary.looksLikeOffice(inner) || LineGrammar.labelled(inner, Vocabulary.contributorLabels) != nil
      || Vocabulary.contributorEndings.contains { inner.hasSuffix($0) } || inner.contains("http")
      || Self.isSigned(inner)
    if ["含", "见", "其中", "包括", "不含", "约", "如", "即", "详见", "除"].contains(where: { inner.hasPrefix($0) }) { return nil }
    guard contributes, !inner.contains("，"), !inner.contains("。") else { return nil }
    return (inlines.dropLast() + [.text(before)], bracket, inner)
  }

  /// 文/甲　图/乙, or an office and a name beside it.
  private static func isSigned(_ inner: String) -> Bool {
    let pieces = inner.split(whereSeparator: \.isBlankCharacter).map(String.init)
    guard (1...4).contains(pieces.count), inner.columns <= 40 else { return false }
    if pieces.allSatisfy({ ["文/", "图/", "文／", "图／", "摄/", "摄影/", "撰稿/"].contains(where: $0.hasPrefix) }) {
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
      result += Self.signed(block, before: &result, draft)
    }
    draft.blocks = result
  }

  /// The block taken apart into office and date, as far as it is that; the office may be the block before.
  private static func signed(_ block: DraftBlock, before: inout [DraftBlock], _ draft: Draft) -> [DraftBlock] {
    func part(_ line: DraftLine, _ role: DraftRole) -> DraftBlock {
      var part = block
      part.lines = [line]
      part.role = role
      return part
    }
    if block.lines.count == 2, DateGrammar.whole(block.lines[1].text) != nil, isOffice(block.lines[0].text, draft) {
      return [part(block.lines[0], .signatureOffice), part(block.lines[1], .signatureDate)]
    }
    // A. R. Holt, and below it: Chief Officer.
    if block.text.hanCount == 0, block.text.columns <= 60, !block.isBold {
      if block.lines.count == 2, PersonNames.isOneWestern(block.lines[0].text.trimmed), isPost(block.lines[1].text) {
        return [
          part(
            DraftLine(text: block.lines.map { $0.text.trimmed }.joined(separator: " "), number: block.line),
            .signatureOffice)
        ]
      }
      if block.lines.count == 1, isPost(block.text), let name = before.last, name.role == nil, name.lines.count == 1,
        case .paragraph = name.form, PersonNames.isOneWestern(name.text.trimmed), name.source.endLine + 1 >= block.line
      {
        before[before.count - 1].lines[0] = DraftLine(
          text: name.text.trimmed + " " + block.text.trimmed, number: name.line)
        before[before.count - 1].role = .signatureOffice
        return []
      }
    }
    if block.text.columns <= 44,
      ["敬上", "謹啟", "谨启", "敬启", "敬啟", "謹識", "谨识"].contains(where: block.text.trimmed.hasSuffix)
    {
      var person = block
      person.role = .signatureOffice
      return [person]
    }
    // 會長　某某某, behind the last words of a letter.
    if isSigner(block), block.text.split(whereSeparator: \.isBlankCharacter).count == 2, let text = before.last,
      text.role == nil,
      text.isText, LineGrammar.isProse(text.text)
    {
      var person = block
      person.role = .signatureOffice
      return [person]
    }
    if DateGrammar.whole(block.text) != nil {
      if let office = before.last, office.role == nil, case .paragraph = office.form,
        isOffice(office.text, draft) || before.count > 1 && (isSigner(office) || isGroup(office, above: before))
      {
        before[before.count - 1].role = .signatureOffice
      }
      var date = block
      date.role = .signatureDate
      return [date]
    }
    if block.text.columns <= 90, let found = DateGrammar.find(in: block.text) {
      let scalars = Array(block.text.unicodeScalars)
      let office = String(scalars: scalars[..<found.range.lowerBound]).trimmed
      if scalars[found.range.upperBound...].allSatisfy({ $0.isBlank || $0 == "）" }), isOffice(office, draft) {
        return [
          part(DraftLine(text: office, number: block.line), .signatureOffice),
          part(DraftLine(text: found.value.verbatim, number: block.line), .signatureDate),
        ]
      }
    }
    return [block]
  }

  /// Whether a line says in a few words with capitals what somebody is: Chief Officer, Hon. Secretary.
  private static func isPost(_ text: String) -> Bool {
    let words = text.trimmed.split(separator: " ")
    return (1...5).contains(words.count) && text.trimmed.columns <= 44 && !text.trimmed.hasSuffix(".")
      && words.allSatisfy { $0.first?.isUppercase == true || ["of", "the", "and", "for", "to"].contains($0) }
  }

  /// Whether a few words without an end mark stand between running text and the date that closes it: 某班全体同学.
  private static func isGroup(_ block: DraftBlock, above blocks: [DraftBlock]) -> Bool {
    guard case .paragraph = block.form, block.lines.count == 1, !block.isBold, block.headingLevel == nil,
      let text = blocks.dropLast().last, text.role == nil, text.isText, LineGrammar.isProse(text.text)
    else { return false }
    let words = block.text.trimmed
    guard (4...40).contains(words.columns), words.hanCount >= 2, let last = words.last, last.isHanCharacter else {
      return false
    }
    return LineGrammar.numbering(words) == nil && LineGrammar.wholeBracket(words) == nil && ItemMark(words) == nil
      && !words.contains { "，。；：！？、:".contains($0) } && !words.hasPrefix("附") && !words.hasPrefix("注")
  }

  /// Whether a line is nothing but a person, or a post and a person: who signs a letter.
  private static func isSigner(_ block: DraftBlock) -> Bool {
    guard case .paragraph = block.form, block.lines.count == 1, !block.isBold else { return false }
    let parts = block.text.split(whereSeparator: \.isBlankCharacter).map(String.init)
    guard (1...3).contains(parts.count), block.text.columns <= 30 else { return false }
    if parts.count == 2, let post = parts.first, post.count <= 8,
      ["长", "長", "主任", "书记", "書記", "经理", "經理", "主席"]
        .contains(where: post.hasSuffix)
    {
      return (2...4).contains(parts[1].count) && parts[1].hanCount == parts[1].count
    }
    return parts.count != 2 && TitleStage.isNames(block.text) && !block.text.contains("、")
  }

  private static func isOffice(_ text: String, _ draft: Draft) -> Bool {
    let text = text.trimmed
    return text.columns <= 60 && !LineGrammar.isProse(text)
      && (Vocabulary.looksLikeOffice(text) || text.letters == draft.masthead.office?.letters)
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
        guard case .paragraph = block.form else {
          ends = false
          break
        }
        let text = block.text
        let isTail =
          text.utf8.count <= 600
          && (LineGrammar.wholeBracket(text) != nil || DateGrammar.whole(text) != nil || text.trimmed.hasPrefix("附件")
            || Self.enclosure(text) != nil)
        if !isTail { ends = false }
      default: ends = false
      }
    }
    return result
  }

  /// What Encl.: or Attachments: announces; nil for another line.
  private static func enclosure(_ text: String) -> String? {
    let labels = [
      "encl", "enclosure", "enclosures", "attachment", "attachments", "annex", "annexes", "appended", "enc", "encls",
      "enclosed", "attached",
    ]
    guard text.columns <= 120, let found = LineGrammar.labelled(text, [], english: labels), !found.rest.isEmpty else {
      return nil
    }
    return found.rest
  }

  private func isHead(_ block: DraftBlock) -> Bool {
    switch block.role {
    case .title, .subtitle, .byline: true
    default: false
    }
  }

  private static func isSalutation(_ text: String) -> Bool {
    guard text.hasSuffix("：") || text.hasSuffix(":"), text.columns <= 120, !text.contains("。") else { return false }
    let names = String(text.dropLast())
    return names.hasPrefix("各") || names.hasSuffix("同志") || names.hasSuffix("同志们")
      || names.split { "、，".contains($0) }.allSatisfy { Vocabulary.looksLikeOffice(String($0)) }
  }
}
