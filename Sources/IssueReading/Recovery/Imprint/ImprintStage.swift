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
    let lines = Self.withColons(draft.flatLines(draft.blocks.indices))
    guard let start = Self.start(lines, draft) else { return }
    let zone = lines[start...].filter { !$0.isRule && !$0.text.isEmpty }
    guard let first = zone.first, let last = zone.last else { return }
    var imprint = ImprintBuilder.imprint(of: Array(zone), draft)
    imprint.source = SourceRange(start: SourcePosition(line: first.number), endLine: last.number)
    draft.imprint = imprint
    draft.removeAll(from: lines[start])
    while draft.blocks.last?.isRule == true { draft.blocks.removeLast() }
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
        || strong == index && (ImprintLine.isStaff(line.text) || ImprintLine.isAddress(line.text))
      {
        strong = index - 1
        plain = 0
      } else if line.headingLevel != nil && !Vocabulary.looksLikeOffice(line.text)
        || LineGrammar.sectionMark(line.text) != nil
      {
        break
      } else if ImprintLine.isColophon(line.text), colophon < 2 {
        colophon += 1
      } else if ImprintLine.isText(line.text) {
        // The list of recipients may run over lines; else text is text.
        guard index >= 2, continuesRecipients(lines, index - 1) else { break }
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
