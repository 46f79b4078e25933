import IssueModel

/// Makes the imprint of its lines.
enum ImprintBuilder {
  static func imprint(of lines: [FlatLine], _ draft: Draft) -> Imprint {
    var imprint = Imprint()
    var isListBelow = false  // whether that line had the label alone, its recipients below
    var open = false  // whether the line before was a recipients' line that may go on
    var isWrapped: Bool?  // whether that list is wrapped at a width, once a line tells
    var above: FlatLine?  // the line before
    for line in lines.flatMap(ImprintCells.distributions).flatMap(ImprintCells.cells) {
      let text = line.text.trimmed
      defer { above = line }
      let bare = ImprintLine.unwrapped(text)
      let rows = imprint.arrangement.count
      defer {
        // The cells of one line stand on one row.
        if line.index > 0, rows > 0, imprint.arrangement.count > rows {
          let row = imprint.arrangement.removeLast()
          imprint.arrangement[rows - 1] += row
        }
      }
      if let label = LineGrammar.distribution(bare) ?? LineGrammar.distribution(text)
        ?? (open ? Self.informed(bare) : nil), LineGrammar.copies(bare) == nil
      {
        let isBesideRole =
          line.index > 0 && above.map { LineGrammar.labelled($0.text, Vocabulary.roles) != nil } == true
        if Self.isDistributor(label, isBesideRole: isBesideRole) {
          addPeople([label], text, &imprint)
          open = false
          continue
        }
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
      if let parts = LineGrammar.doneBy(bare).map({ [$0] }) ?? Self.clauses(bare)
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
      // Police | Department, Fire Department: in one paragraph, at the end of a full line, a list goes on within a name.
      if open, text.hanCount == 0, let above, above.block == line.block, above.number + 1 == line.number,
        !above.endsHard,
        draft.source[above.number].columns >= 56, let last = imprint.distribution.last?.verbatim, !last.isEmpty,
        LineGrammar.anyLabelled(text) == nil, DateGrammar.whole(bare) == nil
      {
        imprint.distribution[imprint.distribution.count - 1].verbatim = last + " " + text
        continue
      }
      let isOffice =
        !(bare.hanCount == 0
        && (EnglishVocabulary.isNotice(bare.lowercased()) || bare.lowercased().hasPrefix("printed by ")))
        && Vocabulary.looksLikeOffice(bare) && !bare.contains("@") && !bare.contains("、") && !bare.contains("，")
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
          || RecipientNames.isBroken(between: last, text)
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
      } else if imprint.contact == nil || imprint.contact.map(isPostBox) == true,
        ImprintLine.tellsHowToReach(text) || isPostBox(text)
      {
        var row: [ImprintField] = []
        addContact(text, &imprint, &row)
        imprint.arrangement.append(row)
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
      imprint.distribution[index].recipients = RecipientNames.all(in: verbatim, semicolonsOnly: semicolons)
    }
    if imprint.arrangement == imprint.conventionalArrangement { imprint.arrangement = [] }
    return imprint
  }

  /// INFO: Heads of Agencies; Port Office, right below another list of recipients; elsewhere the word stands before a number to
  /// call.
  private static func informed(_ text: String) -> LineGrammar.Labelled? {
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "i"), let label = LineGrammar.anyLabelled(text),
      ["info", "infoto"].contains(label.label.withoutBlanks.lowercased()), !label.rest.isEmpty, !reaches(label.rest)
    else { return nil }
    return label
  }

  /// The name of the office in `text`, and the whole where that says more.
  static func setOffice(_ text: String, _ imprint: inout Imprint, known: String? = nil) {
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
}
