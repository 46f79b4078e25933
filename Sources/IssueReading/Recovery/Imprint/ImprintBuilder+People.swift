import IssueModel

/// The lines that name who made the issue.
extension ImprintBuilder {
  /// Whether `text` says who may read the issue.
  static func isNotice(_ text: String) -> Bool {
    text.hanCount > 0 && text.fits(60) && Vocabulary.holdsNotice(text)
  }

  /// 联系人：甲，电话：乙, parted by commas.
  static func clauses(_ text: String) -> [LineGrammar.Labelled]? {
    guard text.hasAny(of: "，；,"), ImprintLine.isContactLine(text) else { return nil }
    return text.split { $0 == "，" || $0 == "；" || $0 == "," }.compactMap { piece in
      let piece = String(piece).trimmed
      guard let colon = piece.firstIndex(ofAny: "：:") else { return nil }
      return LineGrammar.Labelled(
        label: String(piece[..<colon]).trimmed, rest: String(piece[piece.index(after: colon)...]).trimmed)
    }
  }

  /// The parts of a line 某某：甲　某某：乙 whose labels are none we know, but that can be nothing else.
  static func unknownParts(_ text: String) -> [LineGrammar.Labelled]? {
    guard LineGrammar.labelled(text, ["主题词", "主題詞", "关键词"]) == nil else { return nil }
    let pieces = text.columnsByGaps
    if pieces.count == 1, let part = LineGrammar.anyLabelled(text), part.rest.columns <= 100,
      part.label.unicodeScalars.contains(where: \.isASCIILetter)
    {
      return [part]
    }
    var parts: [LineGrammar.Labelled] = []
    for piece in pieces {
      guard let colon = piece.firstIndex(ofAny: "：:") else {
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

  /// Circulation: Mrs E. Nairn: a label of lists before one person's name, or several on the line of the editor, who send the
  /// issue out.
  static func isDistributor(_ line: LineGrammar.Labelled, isBesideRole: Bool = false) -> Bool {
    guard let first = line.label.utf8.first, first < 0x80, line.rest.utf8.count <= 60 else { return false }
    return ["circulation", "distribution"].contains(line.label.withoutBlanks.lowercased())
      && (PersonNames.isSigner(line.rest) || isBesideRole && PersonNames.isWestern(line.rest))
  }

  /// Printing: Harold Buss, but not Printers: Weir Press.
  private static func isPerson(_ text: String) -> Bool {
    PersonNames.isSigner(text) && !Vocabulary.looksLikeOffice(text)
  }

  private static let printers: Set<String> = [
    "印刷", "承印", "印製", "印制", "印製單位", "印制单位", "printer", "printers", "printing", "printedby", "print",
  ]

  static func addPeople(_ parts: [LineGrammar.Labelled], _ line: String, _ imprint: inout Imprint) {
    var row: [ImprintField] = []
    for part in parts {
      let whole = part.label.withoutBlanks.lowercased()
      let label = whole.hasPrefix("hon.") ? String(whole.dropFirst(4)) : whole
      if Vocabulary.englishDistributionLabels.contains(label), parts.count > 1, label.count >= 2,
        !isDistributor(part, isBesideRole: Vocabulary.roles.contains(parts[0].label.withoutBlanks.lowercased()))
      {
        imprint.distribution.append(Distribution(label: part.label, recipients: [], verbatim: part.rest))
        row.append(.distribution(imprint.distribution.count - 1))
        continue
      }
      let han = String(label.filter(\.isHanCharacter))
      let isKnown =
        Vocabulary.roles.contains(label) || Vocabulary.roles.contains(han) || LineGrammar.isDeed(part.label)
      // Who printed the issue did not make it; when the next comes is no person.
      if (printers.contains(label) || printers.contains(han))
        && !isPerson(part.rest) && !(part.rest.count <= 3 && TitleStage.isNames(part.rest))
        || label.hasPrefix("next") || label.hasPrefix("deadline")
        || label.hasPrefix("附件")
      {
        imprint.otherLines.append(part.label + (part.label.hanCount > 0 ? "：" : ": ") + part.rest)
        row.append(.other(imprint.otherLines.count - 1))
        continue
      }
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
      if part.rest.hanCount == 0 { part.rest = LineGrammar.unpointed(part.rest, behind: 4) }
      let latin = part.rest.hanCount == 0 || part.rest.unicodeScalars.contains(where: \.isASCIILetter)
      var names = part.rest.split {
        "、，,；;/".contains($0) || "·•|".contains($0) && part.rest.hanCount == 0 || $0.isBlankCharacter && !latin
      }.map { String($0).trimmed }
        .filter { !$0.isEmpty }
      // 庄　静　阮晓雯: letters set apart are one name.
      if !latin, names.count > 2, names.contains(where: { $0.count == 1 }) { names = TitleWork.closed(names) }
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
      var whereabouts: String?
      // J. R. Pym, The Old Dairy, Mill Row: behind a person's name, what is none is where to find him.
      if part.rest.hanCount == 0, let first = names.first, PersonNames.isOneWestern(first),
        let place = names.dropFirst().firstIndex(where: { !PersonNames.isOneWestern($0) || $0.hasPrefix("The ") })
      {
        let tail = names[place...].joined(separator: ", ")
        names = Array(names[..<place])
        if tail.contains(where: \.isNumber) { names[names.count - 1] = withoutSite(names[names.count - 1]) }
        // … and how to reach him.
        if reaches(tail) || isPostBox(tail) || ImprintLine.tellsHowToReach(tail) {
          whereabouts =
            String(part.rest.dropFirst(names.joined(separator: ", ").count)).drop { ", ".contains($0) }.trimmed
          part.rest = names.joined(separator: ", ")
        }
      }
      if part.rest.hanCount == 0 { names = names.flatMap(joinedNames) }
      // 审稿：某某　内部资料，赠阅: what may be done with the issue is no name.
      if names.count > 1, let place = names.dropFirst().firstIndex(where: isNotice) { names = Array(names[..<place]) }
      if part.rest.hanCount == 0, names.dropFirst().contains(where: OfficeName.isStreet) { names = [names[0]] }
      imprint.people.append(Responsibility(role: part.label, names: closedNames(names, part.rest), verbatim: part.rest))
      row.append(.people(imprint.people.count - 1))
      if let whereabouts { addContact(whereabouts, &imprint, &row) }
    }
    if !row.isEmpty { imprint.arrangement.append(row) }
  }

  /// Ada Moor and Bo Weir are two.
  private static func joinedNames(_ text: String) -> [String] {
    let names = text.replacing(" and ", with: "&").split(separator: "&").map { String($0).trimmed }
    return names.count > 1 && names.allSatisfy(PersonNames.isOneWestern) ? names : [text]
  }

  /// Morris Feld Labor Temple: the name without the building behind it, where a gap between them was closed.
  private static func withoutSite(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 3, let last = words.last?.lowercased(), sites.contains(last) || OfficeName.isStreet(text)
    else {
      return text
    }
    let initials = words.prefix { $0.count <= 2 || $0.hasSuffix(".") }.count
    let count = words.firstIndex(of: "The") ?? (initials > 0 ? initials + 1 : 2)
    let name = words.prefix(count).joined(separator: " ")
    return count < words.count && PersonNames.isOneWestern(name) ? name : text
  }

  private static let sites: Set<String> = [
    "temple", "hall", "house", "building", "buildings", "rectory", "vicarage", "manse", "cottage", "farm", "lodge",
    "centre", "center", "rooms", "chambers", "villa", "court", "mansions",
  ]

  /// 张　三 is one name, not two.
  private static func closedNames(_ names: [String], _ text: String) -> [String] {
    names.count == 2 && names.allSatisfy({ $0.count == 1 }) ? [names.joined()] : names
  }
}
