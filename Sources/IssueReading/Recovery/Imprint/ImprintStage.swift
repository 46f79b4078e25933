import IssueModel

/// Recognises the imprint at the end: 报/送/发 and their kin, copies, those who made the issue, the printing
/// line, the office.
///
/// It begins at the first line behind the running text that only an imprint has, and takes the rule before
/// that along. Lines within it that are nothing known stay as they are.
struct ImprintStage: RecoveryStage {
  static let name = "imprint"
  static let summary = Wording("recognise the imprint", zh: "识别报尾")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let head = takeStaff(&draft, diagnostics) + takeHead(&draft, diagnostics)
    let middle = takeBeforeAppendix(&draft, diagnostics)
    let lines = Self.withColons(draft.flatLines(draft.blocks.indices))
    let start = Self.start(lines, draft)
    let zone = start.map { lines[$0...].filter { !$0.isRule && !$0.text.isEmpty } } ?? []
    guard let first = zone.first ?? middle.first ?? head.first, let last = zone.last ?? middle.last ?? head.last else {
      return
    }
    var imprint = ImprintBuilder.imprint(of: head + middle + zone, draft)
    imprint.source = SourceRange(start: SourcePosition(line: first.number), endLine: last.number)
    draft.imprint = imprint
    if let start { draft.removeAll(from: lines[start]) }
    while draft.blocks.last?.isRule == true { draft.blocks.removeLast() }
  }

  /// Takes the lines 报：…, 送：… that stand right below the masthead: a distribution list, at the head of the page.
  private func takeHead(_ draft: inout Draft, _ diagnostics: DiagnosticSink) -> [FlatLine] {
    guard draft.masthead.source != nil else { return [] }
    let count = draft.blocks.prefix { block in
      block.isRule
        || block.role == nil && block.headingLevel == nil && block.isText
          && block.lines.allSatisfy { Self.isDistribution($0.text) || Self.isOnDuty($0.text) }
    }.count
    let lines = draft.flatLines(0..<count).filter { !$0.isRule }
    // Salutations have such a label too; without any text behind it, the whole is no issue.
    guard let first = lines.first, draft.blocks.count > count else { return [] }
    if Self.isDistribution(first.text) {
      diagnostics.repaired(
        "distribution-moved", line: first.number,
        "the distribution list “\(excerpt(first.text))” stood below the masthead; it goes to the end",
        zh: "报头下方的报送范围“\(excerpt(first.text))”已移到报尾", severity: .note, confidence: 0.9)
    } else if lines.allSatisfy({ Self.namesStaff($0.text) }) {
      Self.reportStaff(first.text, first.number, diagnostics)
    } else {
      return []
    }
    draft.blocks.removeFirst(count)
    return lines
  }

  /// 报：市委
  private static func isDistribution(_ text: String) -> Bool {
    LineGrammar.distribution(text).map { !$0.rest.isEmpty && $0.label.hanCount > 0 } ?? false
  }

  /// 值班员：某某　电话：…, beside a distribution list: who made the issue.
  private static func isOnDuty(_ text: String) -> Bool {
    guard text.hasHan, text.fits(90), let parts = LineGrammar.labelledParts(text, Vocabulary.rolesAndContacts) else {
      return false
    }
    return parts.contains { Vocabulary.roles.contains($0.label.withoutBlanks) }
  }

  /// Takes the lines of an imprint, 报：…, 送：… among them, that stand behind the text and before an appendix (附件), where
  /// nothing of the kind stands at the end.
  private func takeBeforeAppendix(_ draft: inout Draft, _ diagnostics: DiagnosticSink) -> [FlatLine] {
    func isAppendix(_ block: DraftBlock) -> Bool {
      guard block.isText, block.lines.count <= 2 else { return false }
      let text = block.text.trimmed
      return text.unicodeScalars.first == "附"
        && ["附件", "附录", "附錄", "附表", "附图", "附圖", "附一", "附：", "附:"].contains(where: text.hasPrefix) && text.fits(90)
        && !text.hasSuffix("。")
    }
    func isImprint(_ block: DraftBlock) -> Bool {
      block.role == nil && block.headingLevel == nil && block.isText
        && block.lines.allSatisfy { ImprintLine.isStrong($0.text) }
    }
    guard
      let appendix = draft.blocks.indices.first(where: { index in
        guard index > 1, isAppendix(draft.blocks[index]) else { return false }
        return draft.blocks[..<index].last { !$0.isRule }.map(isImprint) == true
      }), !draft.blocks[appendix...].contains(where: { isImprint($0) })
    else { return [] }
    let start = draft.blocks[..<appendix].lastIndex { !$0.isRule && !isImprint($0) }.map { $0 + 1 } ?? appendix
    let lines = draft.flatLines(start..<appendix).filter { !$0.isRule }
    let labels = lines.compactMap { LineGrammar.distribution($0.text) }.filter {
      !$0.rest.isEmpty && $0.label.hanCount > 0
    }
    guard labels.count >= 2 || labels.contains(where: { $0.label.hanCount == 1 || $0.label.hasPrefix("抄") }),
      start > 0, draft.blocks[..<start].contains(where: { $0.isText && LineGrammar.isProse($0.text) })
    else { return [] }
    diagnostics.repaired(
      "distribution-moved", line: lines[0].number,
      "the distribution list “\(excerpt(lines[0].text))” stood before an appendix; it goes to the end",
      zh: "附件之前的报送范围“\(excerpt(lines[0].text))”已移到报尾", severity: .note, confidence: 0.9)
    draft.blocks.removeSubrange(start..<appendix)
    return lines
  }

  /// DISTRIBUTION alone above a few short lines at the very end says what Distribution: says.
  private static func withColons(_ lines: [FlatLine]) -> [FlatLine] {
    guard
      let place = lines.indices.suffix(14).first(where: { index in
        guard lines[index].text.utf8.count <= 24, !lines[index].text.hasHan else { return false }
        return ["distribution", "distributionlist", "circulationlist", "mailinglist", "copiesto", "addressees"]
          .contains(String(scalars: lines[index].text.letters))
      }), place + 1 < lines.count, !lines[place].text.contains(":"),
      lines[(place + 1)...].allSatisfy({
        !$0.isOther && $0.headingLevel == nil && $0.text.columns <= 72 && !LineGrammar.isProse($0.text)
      })
    else { return lines }
    var result = lines
    result[place].text += ":"
    result[place].form = .paragraph
    return result
  }

  private static func start(_ lines: [FlatLine], _ draft: Draft) -> Int? {
    // Back from the end over what may stand in an imprint.
    var index = lines.count
    var strong: Int?
    var plain = 0
    var colophon = 0
    var isBehindRule = false
    while index > 0 {
      let line = lines[index - 1]
      if line.isOther || line.isListItem && !ImprintLine.isStrong(line.text) { break }
      if line.isRule {
        isBehindRule = isBehindRule || strong != nil
        index -= 1
        continue
      }
      // Above a rule, a post with a name signs the last article: 理事長　馮德林, Director of Works.
      if isBehindRule, !["：", ":", "|", "｜"].contains(where: line.text.contains), LineGrammar.copies(line.text) == nil,
        ImprintLine.printingLine(line.text) == nil,
        AttributionStage.isPostAndName(line.text.trimmed)
          || line.text.hanCount == 0 && !ImprintLine.tellsHowToReach(line.text)
            && (index < 2 || !Self.continuesRecipients(lines, index - 1))
      {
        break
      }
      if ImprintLine.isStrong(line.text)
        || strong == index && line.headingLevel == nil && index < lines.count && line.text.fits(60)
          && ImprintLine.printingLine(lines[index].text).map({ $0.office == nil }) == true
          && Vocabulary.looksLikeOffice(line.text)
        || strong == index && (ImprintLine.isStaff(line.text) || ImprintLine.isAddress(line.text))
        || (strong == index || lines[index...].allSatisfy(\.isRule) && index > 1 && lines[index - 2].isRule)
          && ImprintLine.isPostAndPerson(line.text)
      {
        strong = index - 1
        plain = 0
      } else if line.headingLevel != nil && !Vocabulary.looksLikeOffice(line.text)
        // A converter makes a heading of the last line of a page too.
        && !(ImprintLine.isColophon(line.text) && line.text.contains(":"))
        || LineGrammar.sectionMark(line.text) != nil
      {
        break
      } else if ImprintLine.isColophon(line.text), colophon < 2 {
        colophon += 1
      } else if ImprintLine.isText(line.text) {
        // The list of recipients may run over lines; else text is text.
        guard index >= 2, continuesRecipients(lines, index - 1) else { break }
      } else if let label = Self.labelAbove(lines, index - 1) {
        // DISTRIBUTION: alone, and below it a recipient on each line.
        strong = label
        plain = 0
        index = label
        continue
      } else {
        plain += 1
        if plain > 3 { break }
      }
      index -= 1
    }
    if var start = strong {
      if start > 0, lines[start - 1].isRule { return start - 1 }
      // A line or two between the rule and what is certain are of the imprint too.
      if let rule = lines[..<start].lastIndex(where: \.isRule), start - rule <= 3, rule > 0,
        lines[(rule + 1)..<start].allSatisfy({
          !$0.isOther && !$0.isListItem && $0.headingLevel == nil && !$0.isBold
            && ($0.text.fits(90) || ImprintLine.isColophon($0.text))
            && LineGrammar.sectionMark($0.text) == nil && LineGrammar.wholeBracket($0.text) == nil
            && DateGrammar.whole($0.text) == nil
        })
      {
        start = rule
      }
      return start
    }
    // Nothing certain: the publishing office once more at the very end, or any office behind a rule there.
    if let last = lines.last, last.headingLevel == nil, !last.text.isEmpty,
      last.text.letters == draft.masthead.office?.letters
    {
      return lines.count - 1
    }
    // The office in one of the last lines, its address behind it.
    if let office = draft.masthead.office?.letters, !office.isEmpty,
      let place = lines.indices.suffix(3).first(where: {
        lines[$0].headingLevel == nil && lines[$0].text.letters == office
      }),
      lines[place...].allSatisfy({ !$0.isOther && !$0.isListItem && $0.headingLevel == nil && $0.text.fits(90) })
    {
      return place > 0 && lines[place - 1].isRule ? place - 1 : place
    }
    if let rule = Self.colophon(lines) { return rule }
    let trailing = lines.indices.suffix(3)
    if let rule = trailing.last(where: { lines[$0].isRule }), rule > 0, rule == lines.count - 2 {
      let office = lines[rule + 1].text
      if office.letters == draft.masthead.office?.letters
        || Vocabulary.looksLikeOffice(office) && lines[rule + 1].headingLevel == nil
      {
        return rule
      }
    }
    return nil
  }

  /// The line above that is nothing but the label of a distribution list, where only short lines stand between: its recipients.
  private static func labelAbove(_ lines: [FlatLine], _ index: Int) -> Int? {
    var above = index
    while above >= 0, above > index - 24 {
      let line = lines[above]
      guard !line.isRule, !line.isOther, line.headingLevel == nil, line.text.columns <= 72 else { return nil }
      if let label = LineGrammar.distribution(line.text) { return label.rest.isEmpty && above < index ? above : nil }
      guard !LineGrammar.isProse(line.text), LineGrammar.sectionMark(line.text) == nil else { return nil }
      above -= 1
    }
    return nil
  }

  /// The last rule, if what follows it are a few lines on the bulletin itself: how often it appears, where to write to.
  private static func colophon(_ lines: [FlatLine]) -> Int? {
    guard let rule = lines.lastIndex(where: \.isRule), rule > 0, (1...6).contains(lines.count - rule - 1) else {
      return nil
    }
    let behind = lines[(rule + 1)...]
    guard
      behind.allSatisfy({
        !$0.isOther && !$0.isListItem && $0.headingLevel == nil && $0.text.fits(260)
          && LineGrammar.sectionMark($0.text) == nil && LineGrammar.wholeBracket($0.text) == nil
      })
    else { return nil }
    let known = behind.filter {
      ImprintLine.isColophon($0.text) || LineGrammar.anyLabelled($0.text) != nil || ImprintLine.tellsHowToReach($0.text)
        || $0.text.hanCount == 0 && OfficeName.beforeAddress($0.text) != nil
    }
    return known.count * 2 > behind.count && behind.contains { ImprintLine.isColophon($0.text) } ? rule : nil
  }

  /// Whether the line goes on with a list of recipients begun above: the lines between are no text of their own.
  private static func continuesRecipients(_ lines: [FlatLine], _ index: Int) -> Bool {
    var above = index - 1
    while above >= 0, above > index - 12 {
      if LineGrammar.distribution(lines[above].text) != nil { return true }
      if lines[above].isRule || lines[above].headingLevel != nil || lines[above].text.hasSuffix("。") { return false }
      above -= 1
    }
    return false
  }
}
