import IssueModel

/// Recognises the masthead: the lines at the top that name the bulletin, its number, office and date, in
/// whatever order and on however many lines.
///
/// It reaches to the last line that can be nothing else (number, date, signer, note on use), or to the rule
/// behind that; it ends before running text, a contents list or a section at the latest.
struct MastheadStage: RecoveryStage {
  static let name = "masthead"
  static let summary = Wording("recognise the masthead", zh: "识别报头")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    dropLogo(&draft, diagnostics)
    openQuotes(&draft)
    joinBrokenDates(&draft)
    let lines = draft.flatLines(draft.blocks.indices, limit: 40)
    var parsed = [MastheadLine?](repeating: nil, count: lines.count)
    let end = zoneEnd(lines, &parsed)
    guard end > 0 else { return }
    let places = (0..<end).filter { !lines[$0].isRule }
    guard !places.isEmpty else { return }
    draft.masthead = MastheadBuilder.masthead(
      of: places.map { (lines[$0], parsed[$0] ?? MastheadLine(lines[$0].text)) })
    let zone = places.map { lines[$0] }
    if let first = zone.first, let last = zone.last {
      draft.masthead.source = SourceRange(start: SourcePosition(line: first.number), endLine: last.number)
    }
    if end < lines.count {
      draft.removeAll(before: lines[end])
    } else {
      draft.blocks.removeSubrange(...(lines[end - 1].block))
    }
    dropHeadPicture(&draft, diagnostics)
  }

  /// A line or two of the masthead that a converter quoted: short lines without a sentence, above the first that is of a
  /// masthead for certain.
  private func openQuotes(_ draft: inout Draft) {
    guard
      let index = draft.blocks.prefix(4).firstIndex(where: { if case .quote = $0.form { true } else { false } }),
      case .quote(let inner) = draft.blocks[index].form, inner.count <= 6,
      inner.allSatisfy({ block in
        block.isText && block.lines.count <= 4
          && block.lines.allSatisfy {
            $0.text.columns <= 60 && !LineGrammar.isProse($0.text) && !Self.isLabelledFront($0.text)
              && !ContentsStage.isHeading($0.text)
          }
      }), draft.blocks[..<index].allSatisfy({ $0.isRule || $0.isText && !LineGrammar.isProse($0.text) }),
      (inner + draft.blocks.dropFirst(index + 1).prefix(6)).contains(where: { block in
        block.isText && block.lines.contains { MastheadLine($0.text).isStrong }
      })
    else { return }
    draft.blocks.replaceSubrange(index...index, with: inner)
  }

  private func zoneEnd(_ lines: [FlatLine], _ parsed: inout [MastheadLine?]) -> Int {
    var lastStrong: Int?
    var nameSeen = false
    var ruleAt: Int?
    var plainSinceStrong = 0
    var headingsSinceStrong = 0
    var seen: Int?
    var dated = false
    var memo = 0
    scan: for (index, line) in lines.enumerated() {
      if index < memo { continue }
      if index <= 14, let end = Self.memoEnd(lines, index) {
        memo = end
        lastStrong = end - 1
        ruleAt = nil
        plainSinceStrong = 0
        continue
      }
      if line.isRule {
        if ruleAt == nil, lastStrong != nil || nameSeen { ruleAt = index }
        continue
      }
      if line.isOther || line.isListItem { break }
      let text = line.text
      if ContentsStage.isHeading(text) { break }
      if LineGrammar.sectionMark(text) != nil, !Self.isMarkedField(text), !Self.isMarkedName(index, lines) { break }
      if Self.isContentsOnOneLine(text) { break }
      // Price 3d., Editor: Ada Moor, 14 Quay Street: above what is certain, below it, between.
      if index < 14, ruleAt == nil, line.headingLevel == nil || lastStrong == nil, MastheadParticulars.fill(text),
        EditorsNoteStage.label(of: text) == nil,
        !MastheadLine(text).isStrong
      {
        parsed[index] = MastheadLine(text)
        if lastStrong != nil, plainSinceStrong == 0 { lastStrong = index }
        continue
      }
      // Long running text need not be taken apart to be told.
      if LineGrammar.isProse(text), text.columns >= 90 { break }
      if EditorsNoteStage.label(of: text) != nil { break }
      let fields = MastheadLine(text)
      parsed[index] = fields
      let names =
        text.columns <= 100
        && (OfficeName.namesBelow(text) || LineGrammar.labelled(text, Vocabulary.publisherLabels) != nil
          || OfficeName.publisher(in: text) != nil)
      // Head: Mrs S. Obi      Tel: 020 5550: labels in columns go with the masthead.
      if lastStrong != nil, ruleAt == nil, plainSinceStrong == 0, line.text.hanCount == 0 {
        let columns = text.columnsByGaps
        if columns.count >= 2, columns.allSatisfy({ LineGrammar.anyLabelled($0) != nil }) {
          lastStrong = index
          continue
        }
      }
      // A second number, with words of its own: No. 118. Appointments is a notice, not the issue.
      if let number = fields.number, let seen, number != seen, !fields.rest.isEmpty, fields.numberedOffice == nil,
        fields.parts.first?.isNumber == true
      {
        break
      }
      // Nor is a further date in the midst of a sentence that leads to something: … met on 23 October and resolved as follows:
      if dated, fields.hasDate, let last = text.last, "：:。.；;".contains(last), fields.rest.count >= 2,
        text.columns >= 32
      {
        break
      }
      // A Chinese sentence that tells a day (泵站定于2月3日检修。) is the text of the first article, however short.
      if dated || headingsSinceStrong > 0, fields.hasDate, !fields.hasNumber, !fields.rest.isEmpty, !names,
        text.hasHan, let last = text.last, "。！？".contains(last)
      {
        break
      }
      // Below two headings behind the last line that is certain, a date is that of what they head.
      if dated, fields.hasDate, !fields.hasNumber, line.headingLevel == nil, headingsSinceStrong >= 2 { break }
      if line.headingLevel != nil { headingsSinceStrong += 1 }
      dated = dated || fields.hasDate
      if fields.numberedOffice == nil { seen = seen ?? fields.number }
      // 批示：, and room for it: of the form that the issue is printed on.
      if lastStrong != nil, text.utf8.count <= 24,
        ["批示", "领导批示", "领导批示栏", "批示栏"].contains(String(scalars: text.letters))
      {
        lastStrong = index
        continue
      }
      if fields.isStrong || names && lastStrong != nil,
        !LineGrammar.isProse(text) || text.columns < 110 && fields.hasNumber && fields.hasDate
          || text.columns < 90 && (names || fields.rest.allSatisfy { $0.columns < 40 })
      {
        // Behind a rule only what follows at once still belongs to the masthead.
        if ruleAt != nil, plainSinceStrong > 0, lastStrong != nil { break scan }
        lastStrong = index
        ruleAt = nil
        plainSinceStrong = 0
        headingsSinceStrong = 0
        continue
      }
      if LineGrammar.isProse(text) { break }
      if Self.isLabelledFront(text) { break }
      if Vocabulary.looksLikeBulletinName(text) { nameSeen = true }
      if ruleAt != nil, lastStrong != nil || index > 12 {
        plainSinceStrong += 1
        if plainSinceStrong > 1 { break }
      }
      if index > 24 { break }
    }
    if let lastStrong {
      // The rule behind, with an office between at most.
      var end = lastStrong + 1
      var next = end
      while next < lines.count, next <= lastStrong + 4 {
        if lines[next].isRule { return next + 1 }
        // Issued by the Secretary's Department, | Priory House, Stanbridge
        if Self.goesOn(lines[next - 1], lines[next]) {
          next += 1
          end = next
          continue
        }
        if Self.isStaff(lines[next]) {
          next += 1
          end = next
          continue
        }
        guard next <= lastStrong + 2 else { break }
        guard lines[next].headingLevel == nil, !lines[next].isListItem, !lines[next].isOther,
          Vocabulary.looksLikeOffice(lines[next].text), !Self.isLabelledFront(lines[next].text),
          !ContentsStage.isHeading(lines[next].text),
          LineGrammar.sectionMark(lines[next].text) == nil
        else { break }
        // An office alone belongs here only if none was named yet.
        let named = parsed[...lastStrong].indices.contains { index in
          // THE COOPER MUSEUM above QUARTERLY is a name in two lines.
          let next = parsed[(index + 1)...].first { $0 != nil } ?? nil
          let goesOn = next?.rest.first.map {
            $0.split(separator: " ").count == 1 && Vocabulary.looksLikeBulletinName($0)
          }
          return (parsed[index]?.rest ?? []).contains {
            Vocabulary.looksLikeOffice($0) && !Vocabulary.looksLikeBulletinName($0)
          } && goesOn != true
        }
        guard !named else { break }
        next += 1
        end = next
      }
      return linesBeforeContents(lines, end) ?? officeBeforeHeading(lines, end) ?? nameBehind(lines, end, parsed)
        ?? nameBelow(lines, parsed, end)
        ?? linesBeforeRule(lines, end) ?? wholeNameBelow(lines, parsed, end) ?? end
    }
    // No number, no date: a rule under the first lines, or a heading that names a bulletin.
    if let ruleAt, ruleAt <= 4, nameSeen { return ruleAt + 1 }
    if let first = lines.firstIndex(where: { !$0.isRule }), first < 2,
      Vocabulary.looksLikeBulletinName(lines[first].text),
      lines[first].headingLevel == 1 || lines[first].text.columns <= 40, !LineGrammar.isProse(lines[first].text)
    {
      return first + 1
    }
    return 0
  }

  /// 發行人：甲　編輯：乙: who makes the bulletin, in a line of the masthead.
  private static func isStaff(_ line: FlatLine) -> Bool {
    guard !line.isOther, !line.isListItem, line.headingLevel == nil, line.text.fits(120), !line.text.hasSuffix("。")
    else {
      return false
    }
    if LineGrammar.labelledParts(line.text, Vocabulary.rolesAndContacts) != nil { return true }
    // 發行人　院長　甲乙丙: no colon, so that what stands last has to be a person.
    guard line.text.hasHan, let parts = LineGrammar.spacedParts(line.text, Vocabulary.roles) else { return false }
    return parts.allSatisfy { part in
      let words = part.rest.split(whereSeparator: \.isBlankCharacter).map(String.init)
      return (1...3).contains(words.count) && words.last.map(TitleWork.isPerson) ?? false
    }
  }

  /// Where the rule behind the masthead ends, if name and office stand below number and date: up to three short lines,
  /// where nothing above could be a name.
  private func nameBelow(_ lines: [FlatLine], _ parsed: [MastheadLine?], _ end: Int) -> Int? {
    guard let rule = lines[end...].prefix(4).firstIndex(where: \.isRule), rule > end,
      parsed[..<end].allSatisfy({
        ($0?.rest ?? []).allSatisfy { !Vocabulary.looksLikeBulletinName($0) && $0.count < 2 }
      }),
      lines[end..<rule].allSatisfy({
        !$0.isOther && !$0.isListItem && $0.text.columns <= 60 && !LineGrammar.isProse($0.text)
          && LineGrammar.sectionMark($0.text) == nil && LineGrammar.numbering($0.text) == nil
          && !ContentsStage.isHeading($0.text) && !Self.isLabelledFront($0.text)
      })
    else { return nil }
    return rule + 1
  }

  /// Where the masthead ends if its fields stand above the name: a heading of the first level, and a line or two up to a
  /// rule or the contents list; nil where a line above could be the name, or no such heading follows.
  private func nameBehind(_ lines: [FlatLine], _ end: Int, _ parsed: [MastheadLine?]) -> Int? {
    let rest = parsed[..<end].compactMap(\.self).flatMap(\.rest)
    guard rest.allSatisfy({ Vocabulary.looksLikeOffice($0) && !Vocabulary.looksLikeBulletinName($0) }),
      let heading = lines[end...].firstIndex(where: { !$0.isRule }), lines[heading].headingLevel == 1,
      !ContentsStage.isHeading(lines[heading].text), LineGrammar.numbering(lines[heading].text) == nil,
      // It is the only heading of its level, or names a bulletin.
      Vocabulary.looksLikeBulletinName(lines[heading].text)
        || !lines.dropFirst(heading + 1).contains(where: { $0.headingLevel == 1 })
    else { return nil }
    for limit in lines.indices.dropFirst(heading + 1).prefix(3) {
      if lines[limit].isRule { return limit + 1 }
      if ContentsStage.isHeading(lines[limit].text) { return limit }
      guard !lines[limit].isOther, !lines[limit].isListItem, lines[limit].headingLevel == nil,
        lines[limit].text.columns <= 100
      else { return nil }
    }
    return nil
  }

  /// Where the contents list begins, if only a line or two of words stand between it and the masthead: those are of the
  /// masthead too.
  private func linesBeforeContents(_ lines: [FlatLine], _ end: Int) -> Int? {
    guard let heading = lines[end...].prefix(4).firstIndex(where: { ContentsStage.isHeading($0.text) }),
      let last = lines[end..<heading].lastIndex(where: { !$0.isRule }),
      lines[end...last].allSatisfy({
        !$0.isRule && !$0.isOther && !$0.isListItem && $0.headingLevel == nil && $0.text.columns <= 90
          && (!LineGrammar.isProse($0.text) || $0.text.hanCount == 0 && $0.text.columns <= 60
            || OfficeName.owner(in: $0.text) != nil)
          && LineGrammar.sectionMark($0.text) == nil && !Self.isLabelledFront($0.text)
      })
    else { return nil }
    return heading
  }

  /// Where the first heading begins, if an office alone stands between it and the masthead: whatever body was named above,
  /// that is the one that publishes the issue.
  private func officeBeforeHeading(_ lines: [FlatLine], _ end: Int) -> Int? {
    guard end + 1 < lines.count, case .paragraph = lines[end].form, lines[end + 1].headingLevel != nil,
      !ContentsStage.isHeading(lines[end + 1].text), lines[..<end].contains(where: { $0.headingLevel != nil })
    else { return nil }
    let text = lines[end].text
    guard text.columns <= 60, !LineGrammar.isProse(text), !text.contains(where: { "：:，。".contains($0) }),
      !Self.isLabelledFront(text), LineGrammar.sectionMark(text) == nil, LineGrammar.wholeBracket(text) == nil,
      Vocabulary.looksLikeOffice(text) || text.hanCount == 0 && OfficeName.publisher(in: text) != nil
    else { return nil }
    return end + 1
  }

  /// Whether the bracketed line is a field of the masthead: （总第12期）, 【内部资料】.
  private static func isMarkedField(_ text: String) -> Bool { MastheadLine(text).isStrong }

  /// Whether the line begins an editor's note or a distribution list.
  private static func isLabelledFront(_ text: String) -> Bool {
    EditorsNoteStage.label(of: text) != nil || LineGrammar.distribution(text) != nil
  }
}
