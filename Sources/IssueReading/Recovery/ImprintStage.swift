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
    let lines = draft.flatLines(draft.blocks.indices)
    guard let start = Self.start(lines, draft) else { return }
    let zone = lines[start...].filter { !$0.isRule && !$0.text.isEmpty }
    guard let first = zone.first, let last = zone.last else { return }
    var imprint = Self.imprint(of: Array(zone), draft)
    imprint.source = SourceRange(start: SourcePosition(line: first.number), endLine: last.number)
    draft.imprint = imprint
    draft.removeAll(from: lines[start])
    while draft.blocks.last?.isRule == true { draft.blocks.removeLast() }
  }

  // MARK: Where it begins

  private static func start(_ lines: [FlatLine], _ draft: Draft) -> Int? {
    // Back from the end over what may stand in an imprint.
    var index = lines.count
    var strong: Int?
    var plain = 0
    var colophon = 0
    while index > 0 {
      let line = lines[index - 1]
      if line.isOther || line.isListItem && !isStrong(line.text) { break }
      if line.isRule {
        index -= 1
        continue
      }
      if isStrong(line.text) {
        strong = index - 1
        plain = 0
      } else if line.headingLevel != nil && !Vocabulary.looksLikeOffice(line.text)
        || LineGrammar.sectionMark(line.text) != nil
      {
        break
      } else if isColophon(line.text), colophon < 2 {
        colophon += 1
      } else if isText(line.text) {
        // The list of recipients may run over lines; else text is text.
        guard index >= 2, continuesRecipients(lines, index - 1) else { break }
      } else {
        plain += 1
        if plain > 3 { break }
      }
      index -= 1
    }
    if var start = strong {
      if start > 0, lines[start - 1].isRule { start -= 1 }
      return start
    }
    // Nothing certain: the publishing office once more at the very end, or any office behind a rule there.
    if let last = lines.last, last.headingLevel == nil, !last.text.isEmpty,
      last.text.letters == draft.masthead.office?.letters
    {
      return lines.count - 1
    }
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

  /// Whether a line can be nothing but part of an imprint.
  static func isStrong(_ text: String) -> Bool {
    guard text.utf8.count < 1500 else { return false }
    let bare = unwrapped(text)
    if LineGrammar.distribution(bare) != nil || LineGrammar.copies(bare) != nil { return true }
    if LineGrammar.labelled(bare, ["主题词", "主題詞", "关键词"]) != nil { return bare.columns < 120 }
    if LineGrammar.labelledParts(bare, Vocabulary.roles + Vocabulary.contacts) != nil { return bare.columns < 160 }
    if isContactLine(bare) { return bare.columns < 160 }
    let low = bare.lowercased()
    if ["edited and printed", "edited by", "printed by", "published by", "produced by", "printed and published"]
      .contains(where: low.hasPrefix)
    {
      return bare.columns < 200
    }
    return printingLine(bare) != nil
  }

  /// 投诉举报电话：12315; （联系人：某某，电话：…）.
  private static func isContactLine(_ text: String) -> Bool {
    let pieces = text.split { $0 == "，" || $0 == "；" || $0 == "," }.map { String($0).trimmed }
    return !pieces.isEmpty
      && pieces.allSatisfy { piece in
        guard let colon = piece.firstIndex(where: { "：:".contains($0) }) else { return false }
        let label = String(piece[..<colon]).withoutBlanks.lowercased()
        return Vocabulary.isContact(label) || Vocabulary.roles.contains(label)
      }
  }

  /// The text without brackets around the whole.
  private static func unwrapped(_ text: String) -> String { LineGrammar.wholeBracket(text) ?? text.trimmed }

  private static func isText(_ text: String) -> Bool {
    LineGrammar.isProse(text) && text.columns > 60 || text.columns > 150
  }

  /// A sentence of the publisher's about the bulletin: how to write to it, who prints it.
  private static func isColophon(_ text: String) -> Bool {
    let low = text.lowercased()
    return text.columns <= 260
      && [
        "published", "telephone", "subscri", "copyright", "reproduc", "www.", "http", "@", "投稿", "来稿", "來稿", "赐稿", "本刊",
        "欢迎", "歡迎",
      ].contains(where: low.contains)
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

  /// Office and date of 某某办公室　2026年1月5日印发.
  private static func printingLine(_ text: String) -> (office: String?, date: IssueDate)? {
    let bare = text.trimmed
    guard bare.columns <= 100,
      bare.hasSuffix("印发") || bare.hasSuffix("编印") || bare.hasSuffix("印") || bare.hasSuffix("印制"),
      let found = DateGrammar.find(in: bare)
    else { return nil }
    let scalars = Array(bare.unicodeScalars)
    let before = String(String.UnicodeScalarView(scalars[..<found.range.lowerBound])).trimmed
    let after = String(String.UnicodeScalarView(scalars[found.range.upperBound...])).trimmed
    guard after.count <= 3 else { return nil }
    var date = found.value
    date.verbatim = String(String.UnicodeScalarView(scalars[found.range.lowerBound...])).trimmed
    return (before.isEmpty ? nil : before, date)
  }

  // MARK: What it says

  private static func imprint(of lines: [FlatLine], _ draft: Draft) -> Imprint {
    var imprint = Imprint()
    var open = false  // whether the line before was a recipients' line that may go on
    for line in lines.flatMap(distributions).flatMap(cells) {
      let text = line.text.trimmed
      let bare = unwrapped(text)
      let rows = imprint.arrangement.count
      defer {
        // The cells of one line stand on one row.
        if line.index > 0, rows > 0, imprint.arrangement.count > rows {
          let row = imprint.arrangement.removeLast()
          imprint.arrangement[rows - 1] += row
        }
      }
      if let label = LineGrammar.distribution(bare) {
        imprint.distribution.append(Distribution(label: label.label, recipients: [], verbatim: label.rest))
        imprint.arrangement.append([.distribution(imprint.distribution.count - 1)])
        open = true
        continue
      }
      if let count = LineGrammar.copies(bare), imprint.copiesVerbatim == nil {
        imprint.copies = count
        imprint.copiesVerbatim = text
        imprint.arrangement.append([.copies])
        open = false
        continue
      }
      if let parts = Self.clauses(bare)
        ?? LineGrammar.labelledParts(bare, Vocabulary.roles + Vocabulary.contacts) ?? Self.unknownParts(bare)
      {
        addPeople(parts, text, &imprint)
        open = false
        continue
      }
      if let printing = printingLine(bare), imprint.printDate == nil {
        var row: [ImprintField] = []
        if let office = printing.office {
          if imprint.office == nil {
            imprint.office = office
            row.append(.office)
          } else {
            imprint.otherLines.append(office)
            row.append(.other(imprint.otherLines.count - 1))
          }
        }
        imprint.printDate = printing.date
        imprint.arrangement.append(row + [.printDate])
        open = false
        continue
      }
      let isOffice = Vocabulary.looksLikeOffice(bare) && !bare.contains("、") && !bare.contains("，")
      if bare.columnsByGaps.count > 1, DateGrammar.find(in: bare) != nil { open = false }
      let known = bare.letters == draft.masthead.office?.letters
      if open, !known, let last = imprint.distribution.last?.verbatim, !last.isEmpty || !isOffice,
        last.isEmpty || last.unicodeScalars.last?.leavesOpen == true || !last.hasSuffix("。") && !isOffice
      {
        let index = imprint.distribution.count - 1
        imprint.distribution[index].verbatim = LineJoining.joined([last, text])
        continue
      }
      if imprint.office == nil, known || isOffice {
        imprint.office = bare
        imprint.arrangement.append([.office])
      } else if imprint.printDate == nil, let date = DateGrammar.whole(bare) {
        imprint.printDate = date
        imprint.arrangement.append([.printDate])
      } else if imprint.office == nil, imprint.printDate == nil, let found = DateGrammar.find(in: bare),
        let office = officeBeside(found, bare)
      {
        imprint.office = office
        imprint.printDate = found.value
        imprint.arrangement.append([.office, .printDate])
      } else {
        imprint.otherLines.append(text)
        imprint.arrangement.append([.other(imprint.otherLines.count - 1)])
      }
      open = false
    }
    for index in imprint.distribution.indices {
      let verbatim = imprint.distribution[index].verbatim ?? ""
      imprint.distribution[index].recipients = recipients(verbatim)
    }
    if imprint.arrangement == imprint.conventionalArrangement { imprint.arrangement = [] }
    return imprint
  }

  /// 报：… 送：… 发：… on one line, a line each.
  private static func distributions(in line: FlatLine) -> [FlatLine] {
    guard LineGrammar.distribution(line.text) != nil else { return [line] }
    var pieces: [String] = []
    var current = ""
    for token in line.text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isBlankCharacter || $0 == "；" })
      .map(String.init)
    {
      if !current.isEmpty, LineGrammar.labelled(token, Vocabulary.distributionLabels) != nil {
        pieces.append(current)
        current = token
      } else {
        current += (current.isEmpty || token.isEmpty ? "" : " ") + token
      }
    }
    pieces.append(current)
    guard pieces.count > 1 else { return [line] }
    return pieces.map { piece in
      var part = line
      part.text = piece.trimmed
      return part
    }
  }

  /// The line, or where wide gaps part it into fields that each can be nothing else, its parts; their index says
  /// which part they are.
  private static func cells(of line: FlatLine) -> [FlatLine] {
    var whole = line
    whole.index = 0
    var pieces = line.text.columnsByGaps
    // 责任编辑：甲 共印20份: one blank will do between fields that are told by their form.
    let tokens = line.text.split(whereSeparator: \.isBlankCharacter).map(String.init)
    if pieces.count == 1, tokens.count > 1, tokens.allSatisfy(isField) { pieces = tokens }
    if pieces.count > 1, LineGrammar.distribution(line.text) != nil,
      let field = pieces.dropFirst().firstIndex(where: isField)
    {
      // 送：…　责任编辑：…
      var recipients = whole
      recipients.text = pieces[..<field].joined(separator: "　")
      return [recipients]
        + pieces[field...].enumerated().map { index, piece in
          var cell = line
          cell.text = piece
          cell.index = index + 1
          return cell
        }
    }
    guard pieces.count > 1, LineGrammar.distribution(line.text) == nil,
      pieces.allSatisfy({ isField($0) || Vocabulary.looksLikeOffice($0) || DateGrammar.whole($0) != nil }),
      pieces.contains(where: isField),
      printingLine(line.text) == nil
    else { return [whole] }
    return pieces.enumerated().map { index, piece in
      var cell = line
      cell.text = piece
      cell.index = index
      return cell
    }
  }

  private static func isField(_ text: String) -> Bool {
    LineGrammar.copies(text) != nil || LineGrammar.labelled(text, Vocabulary.roles + Vocabulary.contacts) != nil
      || printingLine(text) != nil
  }

  /// The office in a line that is office and date.
  private static func officeBeside(_ date: Found<IssueDate>, _ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard date.range.upperBound == scalars.count else { return nil }
    let before = String(String.UnicodeScalarView(scalars[..<date.range.lowerBound])).trimmed
    return Vocabulary.looksLikeOffice(before) ? before : nil
  }

  /// 联系人：甲，电话：乙, parted by commas.
  private static func clauses(_ text: String) -> [LineGrammar.Labelled]? {
    guard text.contains(where: { "，；,".contains($0) }), isContactLine(text) else { return nil }
    return text.split { $0 == "，" || $0 == "；" || $0 == "," }.compactMap { piece in
      let piece = String(piece).trimmed
      guard let colon = piece.firstIndex(where: { "：:".contains($0) }) else { return nil }
      return LineGrammar.Labelled(
        label: String(piece[..<colon]).trimmed, rest: String(piece[piece.index(after: colon)...]).trimmed)
    }
  }

  /// The parts of a line 某某：甲　某某：乙 whose labels are none we know, but that can be nothing else.
  private static func unknownParts(_ text: String) -> [LineGrammar.Labelled]? {
    guard LineGrammar.labelled(text, ["主题词", "主題詞", "关键词"]) == nil else { return nil }
    let pieces = text.columnsByGaps
    var parts: [LineGrammar.Labelled] = []
    for piece in pieces {
      guard let colon = piece.firstIndex(where: { "：:".contains($0) }) else { return nil }
      let label = String(piece[..<colon]).withoutBlanks
      let rest = String(piece[piece.index(after: colon)...]).trimmed
      guard (2...6).contains(label.count), label.hanCount == label.count, !rest.isEmpty, rest.columns <= 40 else {
        return nil
      }
      parts.append(LineGrammar.Labelled(label: label, rest: rest))
    }
    return parts.isEmpty ? nil : parts
  }

  private static func addPeople(_ parts: [LineGrammar.Labelled], _ line: String, _ imprint: inout Imprint) {
    var row: [ImprintField] = []
    for part in parts {
      let label = part.label.withoutBlanks.lowercased()
      let han = String(label.filter(\.isHanCharacter))
      guard !Vocabulary.isContact(label), han.isEmpty || !Vocabulary.isContact(han) else {
        addContact(part.label + (part.label.hanCount > 0 ? "：" : ": ") + part.rest, &imprint, &row)
        continue
      }
      if imprint.office == nil,
        Vocabulary.publisherLabels.contains(label) || ["發行", "发行", "出版", "编印", "承办"].contains(label),
        Vocabulary.looksLikeOffice(part.rest)
      {
        imprint.office = part.label + "：" + part.rest
        row.append(.office)
        continue
      }
      let latin = part.rest.hanCount == 0 || part.rest.unicodeScalars.contains(where: \.isASCIILetter)
      let names = part.rest.split { "、，,；;/".contains($0) || $0.isBlankCharacter && !latin }.map { String($0).trimmed }
        .filter { !$0.isEmpty }
      imprint.people.append(Responsibility(role: part.label, names: closedNames(names, part.rest), verbatim: part.rest))
      row.append(.people(imprint.people.count - 1))
    }
    if !row.isEmpty { imprint.arrangement.append(row) }
  }

  /// Several ways to reach the editors on one line are one contact; those on further lines stay apart.
  private static func addContact(_ text: String, _ imprint: inout Imprint, _ row: inout [ImprintField]) {
    if row.last == .contact, let contact = imprint.contact {
      imprint.contact = contact + "　" + text
    } else if imprint.contact == nil {
      imprint.contact = text
      row.append(.contact)
    } else {
      imprint.otherLines.append(text)
      row.append(.other(imprint.otherLines.count - 1))
    }
  }

  /// 张　三 is one name, not two.
  private static func closedNames(_ names: [String], _ text: String) -> [String] {
    names.count == 2 && names.allSatisfy({ $0.count == 1 }) ? [names.joined()] : names
  }

  /// The recipients one by one: split at 、，；, not within brackets; a final full stop gone.
  static func recipients(_ text: String) -> [String] {
    var result: [String] = []
    var depth = 0
    var current = ""
    func close() {
      let name = current.trimmed
      if !name.isEmpty { result.append(name) }
      current = ""
    }
    let latin = text.hanCount == 0
    // Names set apart by wide blanks alone.
    if !latin, !text.contains(where: { "、，；".contains($0) }) {
      let pieces = text.trimmed.columnsByGaps
      if pieces.count > 1 { return pieces.map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 } }
    }
    for character in text.trimmed {
      if "（(《“".contains(character) { depth += 1 }
      if "）)》”".contains(character) { depth = max(0, depth - 1) }
      let half = ",;".contains(character) && (latin || current.last?.isHanCharacter == true)
      if depth == 0, half || "、，；。".contains(character) {
        close()
      } else {
        current.append(character)
      }
    }
    close()
    if latin, let last = result.last, last.hasSuffix(".") { result[result.count - 1] = String(last.dropLast()) }
    return result
  }
}
