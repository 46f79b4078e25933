import IssueModel

/// Makes the imprint of its lines.
enum ImprintBuilder {
  static func imprint(of lines: [FlatLine], _ draft: Draft) -> Imprint {
    var imprint = Imprint()
    var isListBelow = false  // whether that line had the label alone, its recipients below
    var open = false  // whether the line before was a recipients' line that may go on
    var isWrapped: Bool?  // whether that list is wrapped at a width, once a line tells
    for line in lines.flatMap(ImprintCells.distributions).flatMap(ImprintCells.cells) {
      let text = line.text.trimmed
      let bare = ImprintLine.unwrapped(text)
      let rows = imprint.arrangement.count
      defer {
        // The cells of one line stand on one row.
        if line.index > 0, rows > 0, imprint.arrangement.count > rows {
          let row = imprint.arrangement.removeLast()
          imprint.arrangement[rows - 1] += row
        }
      }
      if let label = LineGrammar.distribution(bare) ?? LineGrammar.distribution(text), LineGrammar.copies(bare) == nil {
        imprint.distribution.append(Distribution(label: label.label, recipients: [], verbatim: label.rest))
        imprint.arrangement.append([.distribution(imprint.distribution.count - 1)])
        open = true
        isWrapped = nil
        isListBelow = label.rest.isEmpty
        continue
      }
      if let count = LineGrammar.copies(bare) ?? LineGrammar.copies(text), imprint.copiesVerbatim == nil {
        imprint.copies = count
        imprint.copiesVerbatim = text
        imprint.arrangement.append([.copies])
        open = false
        continue
      }
      if let parts = Self.clauses(bare)
        ?? LineGrammar.labelledParts(bare, Vocabulary.rolesAndContacts)
        ?? LineGrammar.spacedParts(bare, Vocabulary.rolesAndContacts) ?? Self.unknownParts(bare)
      {
        addPeople(parts, text, &imprint)
        open = false
        continue
      }
      if let printing = ImprintLine.printingLine(bare), imprint.printDate == nil {
        var row: [ImprintField] = []
        if let office = printing.office {
          if imprint.office == nil {
            setOffice(office, &imprint)
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
      let isOffice =
        !(bare.hanCount == 0
        && (EnglishVocabulary.isNotice(bare.lowercased()) || bare.lowercased().hasPrefix("printed by ")))
        && Vocabulary.looksLikeOffice(bare) && !bare.contains("、") && !bare.contains("，")
        && !(bare.hanCount == 0 && bare.hasSuffix(".") && bare.split(separator: " ").count >= 6)
      if bare.columnsByGaps.count > 1, DateGrammar.find(in: bare) != nil { open = false }
      // （内部资料　请勿外传）
      if LineGrammar.wholeBracket(text) != nil, isNotice(bare) { open = false }
      let known = bare.letters == draft.masthead.office?.letters
      if open, text.hanCount == 0, EnglishVocabulary.isNotice(text.lowercased()) { open = false }
      if open, isListBelow, !known, LineGrammar.anyLabelled(text) == nil, DateGrammar.whole(bare) == nil,
        let last = imprint.distribution.last?.verbatim
      {
        imprint.distribution[imprint.distribution.count - 1].verbatim =
          last.isEmpty ? text : last + (text.hanCount == 0 ? "; " : "、") + text
        continue
      }
      if open, line.isIndented, !known, let last = imprint.distribution.last?.verbatim, text.hanCount > 0,
        LineGrammar.anyLabelled(text) == nil
      {
        imprint.distribution[imprint.distribution.count - 1].verbatim =
          last.hanCount == 0 && !last.isEmpty ? last + " " + text : LineJoining.joined([last, text])
        continue
      }
      // Weather | Bureau, Research Branch; Station log: below the first recipients, further in than their label, the list goes
      // on in the midst of a name. One without marks has a recipient on each line.
      if open, !known, text.hanCount == 0, draft.source[line.number].prefix(while: \.isBlankCharacter).count >= 4,
        LineGrammar.anyLabelled(text) == nil, !ImprintCells.isDeed(text), !ImprintLine.isColophon(text),
        let last = imprint.distribution.last?.verbatim, !last.isEmpty, DateGrammar.whole(bare) == nil
      {
        // A comma may stand within a name; only at the end of a full line does the list go on behind it.
        let goesOn =
          isWrapped ?? (last.contains(";") || last.contains(",") && last.columns >= 44 || last.hasSuffix(","))
        isWrapped = goesOn
        imprint.distribution[imprint.distribution.count - 1].verbatim = last + (goesOn ? " " : "; ") + text
        continue
      }
      if open, !known, let last = imprint.distribution.last?.verbatim, ";,".contains(last.last ?? " "),
        text.hanCount == 0, LineGrammar.anyLabelled(text) == nil
      {
        imprint.distribution[imprint.distribution.count - 1].verbatim = last + " " + text
        continue
      }
      if open, !known, let last = imprint.distribution.last?.verbatim, !last.isEmpty || !isOffice,
        last.isEmpty || last.unicodeScalars.last?.leavesOpen == true || !last.hasSuffix("。") && !isOffice
      {
        let index = imprint.distribution.count - 1
        // A short English line below another names a further recipient.
        let isNext =
          text.hanCount == 0 && last.columns <= 56 && !last.isEmpty
          && !",;".contains(last.last ?? " ") && text.first?.isUppercase == true
        imprint.distribution[index].verbatim = isNext ? last + "; " + text : LineJoining.joined([last, text])
        continue
      }
      let isLabelled =
        bare.lowercased().hasPrefix("printed by ") || bare.hanCount == 0 && LineGrammar.anyLabelled(bare) != nil
      let names = !isLabelled && OfficeName.beforeAddress(bare) != nil || OfficeName.publisher(in: bare) != nil
      if imprint.office == nil, known || isOffice && !isLabelled || names {
        setOffice(bare, &imprint, known: draft.masthead.office)
        imprint.arrangement.append([.office])
      } else if imprint.printDate == nil, let date = DateGrammar.whole(bare) {
        imprint.printDate = date
        imprint.arrangement.append([.printDate])
      } else if imprint.office == nil, imprint.printDate == nil, let found = DateGrammar.find(in: bare),
        let office = officeBeside(found, bare)
      {
        setOffice(office, &imprint)
        imprint.printDate = found.value
        imprint.arrangement.append([.office, .printDate])
      } else if imprint.contact == nil, ImprintLine.tellsHowToReach(text) {
        imprint.contact = text
        imprint.arrangement.append([.contact])
      } else {
        imprint.otherLines.append(text)
        imprint.arrangement.append([.other(imprint.otherLines.count - 1)])
      }
      open = false
    }
    // Where one line parts recipients by semicolons, the commas of the others stand within names.
    let semicolons = imprint.distribution.contains { ($0.verbatim ?? "").contains(";") && $0.verbatim?.hanCount == 0 }
    for index in imprint.distribution.indices {
      let verbatim = imprint.distribution[index].verbatim ?? ""
      imprint.distribution[index].recipients = recipients(verbatim, semicolonsOnly: semicolons)
    }
    if imprint.arrangement == imprint.conventionalArrangement { imprint.arrangement = [] }
    return imprint
  }

  /// Whether `text` says who may read the issue.
  private static func isNotice(_ text: String) -> Bool {
    text.hanCount > 0 && text.fits(60) && Vocabulary.holdsNotice(text)
  }

  /// The name of the office in `text`, and the whole where that says more.
  private static func setOffice(_ text: String, _ imprint: inout Imprint, known: String? = nil) {
    var name = OfficeName.publisher(in: text) ?? OfficeName.bare(OfficeName.beforeAddress(text) ?? text)
    // The masthead knows how long the name is.
    if let known, known.letters.count > name.letters.count, text.contains(known) { name = known }
    imprint.office = name
    if name != text { imprint.officeVerbatim = text }
  }

  /// The office in a line that is office and date.
  private static func officeBeside(_ date: Found<IssueDate>, _ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard date.range.upperBound == scalars.count else { return nil }
    let before = String(scalars: scalars[..<date.range.lowerBound]).trimmed
    return Vocabulary.looksLikeOffice(before) ? before : nil
  }

  /// 联系人：甲，电话：乙, parted by commas.
  private static func clauses(_ text: String) -> [LineGrammar.Labelled]? {
    guard text.contains(where: { "，；,".contains($0) }), ImprintLine.isContactLine(text) else { return nil }
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
    if pieces.count == 1, let part = LineGrammar.anyLabelled(text), part.rest.columns <= 100,
      part.label.unicodeScalars.contains(where: \.isASCIILetter)
    {
      return [part]
    }
    var parts: [LineGrammar.Labelled] = []
    for piece in pieces {
      guard let colon = piece.firstIndex(where: { "：:".contains($0) }) else {
        // 編輯小組：甲　乙　丙
        guard !parts.isEmpty, TitleStage.isNames(piece) else { return nil }
        parts[parts.count - 1].rest += "　" + piece
        continue
      }
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
      let whole = part.label.withoutBlanks.lowercased()
      let label = whole.hasPrefix("hon.") ? String(whole.dropFirst(4)) : whole
      if Vocabulary.englishDistributionLabels.contains(label), parts.count > 1, label.count >= 2 {
        imprint.distribution.append(Distribution(label: part.label, recipients: [], verbatim: part.rest))
        row.append(.distribution(imprint.distribution.count - 1))
        continue
      }
      let han = String(label.filter(\.isHanCharacter))
      let isKnown = Vocabulary.roles.contains(label) || Vocabulary.roles.contains(han)
      // Radio: KIRS, 5 810 kHz: a label we do not know before a number is a way to reach somebody.
      guard !Vocabulary.isContact(label), han.isEmpty || !Vocabulary.isContact(han),
        isKnown || !part.rest.contains(where: \.isDigit)
      else {
        if !isKnown, imprint.printDate == nil, var date = DateGrammar.whole(part.rest), label.hasSuffix("日期"),
          ["印", "出", "编", "編", "发", "發", "刊"].contains(where: label.hasPrefix)
        {
          // 印发日期：2021年4月16日
          date.verbatim = part.label + "：" + date.verbatim
          imprint.printDate = date
          row.append(.printDate)
          continue
        }
        if !isKnown, DateGrammar.whole(part.rest) != nil {
          imprint.otherLines.append(part.label + (part.label.hanCount > 0 ? "：" : ": ") + part.rest)
          row.append(.other(imprint.otherLines.count - 1))
          continue
        }
        let text = part.label + (part.label.hanCount > 0 ? "：" : ": ") + part.rest
        if !isKnown, text.hanCount == 0, !Vocabulary.isContact(label), !reaches(part.rest) {
          // Next issue: 28 May.
          imprint.otherLines.append(text)
          row.append(.other(imprint.otherLines.count - 1))
          continue
        }
        addContact(text, &imprint, &row)
        continue
      }
      if imprint.office == nil,
        Vocabulary.publisherLabels.contains(label) || ["發行", "发行", "出版", "编印", "编制", "編製", "制发"].contains(label),
        Vocabulary.looksLikeOffice(part.rest)
      {
        setOffice(part.label + (part.label.hanCount > 0 ? "：" : ": ") + part.rest, &imprint)
        row.append(.office)
        continue
      }
      var part = part
      // Photographs: Colin Dace.: the point ends the line, and no initial.
      if part.rest.hasSuffix("."), part.rest.hanCount == 0,
        part.rest.dropLast().reversed().prefix(while: \.isLetter).count >= 4
      {
        part.rest.removeLast()
      }
      let latin = part.rest.hanCount == 0 || part.rest.unicodeScalars.contains(where: \.isASCIILetter)
      var names = part.rest.split {
        "、，,；;/".contains($0) || "·•|".contains($0) && part.rest.hanCount == 0 || $0.isBlankCharacter && !latin
      }.map { String($0).trimmed }
        .filter { !$0.isEmpty }
      // 秘书　黄志远 is one person with his office.
      if names.count == 2, let office = names[0].last, "書书長长任員员總总師师".contains(office), names[0].count <= 5,
        !TitleStage.isNames(names[0]), TitleStage.isNames(names[1]), !part.rest.contains("、")
      {
        names = [names[0] + " " + names[1]]
      }
      // Hanif Rahman. Printed by …: the first sentence names the person.
      if part.rest.hanCount == 0,
        let stop = part.rest.ranges(of: ". ").first(where: { stop in
          let name = part.rest[..<stop.lowerBound]
          return PersonNames.isWestern(String(name)) && (name.split(separator: " ").last?.count ?? 0) > 2
        })
      {
        names = part.rest[..<stop.lowerBound].split(separator: ",").map { String($0).trimmed }
      }
      // J. R. Pym, The Old Dairy, Mill Row: behind a person's name, what is none is where to find him.
      if part.rest.hanCount == 0, let first = names.first, PersonNames.isOneWestern(first),
        let place = names.dropFirst().firstIndex(where: { !PersonNames.isOneWestern($0) || $0.hasPrefix("The ") })
      {
        names = Array(names[..<place])
      }
      // 审稿：某某　内部资料，赠阅: what may be done with the issue is no name.
      if names.count > 1, let place = names.dropFirst().firstIndex(where: isNotice) { names = Array(names[..<place]) }
      if part.rest.hanCount == 0, names.dropFirst().contains(where: OfficeName.isStreet) { names = [names[0]] }
      imprint.people.append(Responsibility(role: part.label, names: closedNames(names, part.rest), verbatim: part.rest))
      row.append(.people(imprint.people.count - 1))
    }
    if !row.isEmpty { imprint.arrangement.append(row) }
  }

  /// Whether a value holds what a telephone number or an address on the net has: five digits or more near each other, an @.
  private static func reaches(_ text: String) -> Bool {
    if text.contains("@") || text.contains("www.") || text.contains("://") { return true }
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCIIDigit {
        digits += 1
        if digits >= 5 { return true }
      } else if !scalar.isBlank, !"-–()+./".unicodeScalars.contains(scalar) {
        digits = 0
      }
    }
    return false
  }

  /// Whether a contact is only an address: 會址：…, Address: ….
  private static func isPlace(_ text: String) -> Bool {
    guard let colon = text.firstIndex(where: { ":：".contains($0) }) else { return false }
    let label = text[..<colon].lowercased()
    return (label.contains("址") && !label.contains("网") && !label.contains("網") || label.contains("address"))
      && !text.contains("@") && !reaches(String(text[colon...].prefix(80)).filter { $0 != "號" && $0 != "号" })
  }

  /// Several ways to reach the editors on one line are one contact; those on further lines stay apart.
  private static func addContact(_ text: String, _ imprint: inout Imprint, _ row: inout [ImprintField]) {
    if row.last == .contact, let contact = imprint.contact {
      imprint.contact = contact + "　" + text
    } else if imprint.contact == nil {
      imprint.contact = text
      row.append(.contact)
    } else if let contact = imprint.contact, isPlace(contact), reaches(text) {
      // Where the office is gives way to its telephone.
      imprint.otherLines.append(contact)
      let other = ImprintField.other(imprint.otherLines.count - 1)
      for place in imprint.arrangement.indices {
        imprint.arrangement[place] = imprint.arrangement[place].map { $0 == .contact ? other : $0 }
      }
      row = row.map { $0 == .contact ? other : $0 }
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
  static func recipients(_ text: String, semicolonsOnly: Bool = false) -> [String] {
    var result: [String] = []
    let latin = text.hanCount == 0
    // Names set apart by wide blanks alone.
    if !latin, !text.contains(where: { "、，；".contains($0) }) {
      let pieces = text.trimmed.columnsByGaps
      if pieces.count > 1 { return pieces.map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 } }
      // One blank will do between names that can be nothing else.
      let names = text.split(whereSeparator: \.isBlankCharacter).map { String($0) }
      if names.count > 1,
        names.allSatisfy({
          $0.count >= 3 && (Vocabulary.looksLikeOffice($0) || $0.hasPrefix("各")) && !"（(".contains($0.first ?? " ")
        })
      {
        return names.map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 }
      }
    }
    let scalars = text.trimmed.unicodeScalars
    var depth = 0
    var start = scalars.startIndex
    func close(at end: String.Index) {
      let name = MastheadLine.closed(String(scalars[start..<end]))
      if !name.isEmpty { result.append(name) }
    }
    var before: Unicode.Scalar?
    for place in scalars.indices {
      let scalar = scalars[place]
      defer { if !scalar.isBlank { before = scalar } }
      switch scalar {
      case "（", "(", "《", "“": depth += 1
      case "）", ")", "》", "”": depth = max(0, depth - 1)
      default: break
      }
      guard depth == 0 else { continue }
      let parts =
        switch scalar {
        case ";", "、", "，", "；", "。": true
        case ",": !semicolonsOnly && (latin || place > start && before?.isHan == true)
        // 市信访局　县委、县人大: a wide blank behind an office parts as a comma does.
        case "\u{3000}": !latin && Vocabulary.looksLikeOffice(String(scalars[start..<place]))
        default: false
        }
      guard parts else { continue }
      close(at: place)
      start = scalars.index(after: place)
    }
    close(at: scalars.endIndex)
    // P.C. keeps its point.
    if latin, let last = result.last, last.hasSuffix("."), !last.dropLast().suffix(4).contains(".") {
      result[result.count - 1] = String(last.dropLast())
    }
    return result
  }
}
