import IssueModel

/// Takes lines of an imprint apart that hold several fields.
enum ImprintCells {
  /// 报：… 送：… 发：… on one line, a line each.
  static func distributions(in line: FlatLine) -> [FlatLine] {
    guard LineGrammar.distribution(ImprintLine.unwrapped(line.text)) != nil else { return [line] }
    // Each part has a colon.
    guard line.text.unicodeScalars.count(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) > 1 else { return [line] }
    // （报：镇政府。发：各户。）: the whole in brackets, the parts ended by full stops.
    let text = LineGrammar.wholeBracket(line.text)?.replacing("。", with: "。 ") ?? line.text
    var pieces: [String] = []
    var current = ""
    for token in text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isBlankCharacter || $0 == "；" })
      .map(String.init)
    {
      // Distribution 分送：… has one label, of two words.
      if current.hasAny(of: "：:"),
        LineGrammar.labelled(token, Vocabulary.distributionLabels) != nil
      {
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

  /// The line, or where gaps part it into fields that each can be nothing else, its parts; their index says which
  /// part they are.
  static func cells(of line: FlatLine) -> [FlatLine] {
    var whole = line
    whole.index = 0
    if let fields = boldFields(line.inlines) {
      return fields.enumerated().map { index, piece in
        var cell = line
        cell.text = piece
        cell.index = index
        return cell
      }
    }
    // （分析：甲　审核：乙）: the brackets hold the whole.
    var line = line
    if let inner = LineGrammar.wholeBracket(line.text), inner.columnsByGaps.count > 1,
      LineGrammar.copies(line.text) == nil
    {
      line.text = inner
    }
    // 主　　编：甲: a label set wide is one word.
    line.text = LineGrammar.closedLabels(
      GluedFields.deedsParted(GluedFields.englishCopiesParted(copiesApart(GluedFields.parted(line.text)))))
    var pieces = line.text.columnsByGaps
    if pieces.count == 1, let sentences = sentences(of: line.text) { pieces = sentences }
    // Tel. 0555 220 · ISSN 0000-3456 · Printed in 430 copies
    if pieces.count == 1, !line.text.hasHan {
      let dotted = line.text.split { "·•|｜".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
      if dotted.count > 1, dotted.contains(where: { isField($0) || isContact($0) }),
        LineGrammar.distribution(line.text) == nil
      {
        pieces = dotted
      }
    }
    // 责任编辑：甲 共印20份: one blank will do between fields that are told by their form.
    if pieces.count == 1, line.text.hasBlank {
      let tokens = line.text.splitAtScalars(where: \.isBlank).map(String.init)
      if tokens.count > 1, tokens.allSatisfy(isField) { pieces = tokens }
    }
    guard pieces.count > 1, ImprintLine.printingLine(line.text) == nil else { return [whole] }
    let isDistribution = LineGrammar.distribution(line.text) != nil
    guard
      pieces.dropFirst().contains(where: isField) || LineGrammar.copies(pieces[0]) != nil
        || namesPersons(pieces[0]) && pieces.dropFirst().contains(where: ImprintLine.tellsHowToReach)
        || pieces.dropFirst().contains(where: { LineGrammar.distribution($0) != nil })
    else { return [whole] }
    // What is no field goes with the field before it: 责任编辑：甲　乙.
    var groups: [[String]] = []
    for piece in pieces {
      let opens =
        isField(piece) || isDeed(piece)
        || groups.last.map { $0.count == 1 && namesPersons($0[0]) } ?? false && ImprintLine.tellsHowToReach(piece)
        || !isDistribution && LineGrammar.distribution(piece) != nil
        || !isDistribution && groups.last.map { $0.count == 1 && LineGrammar.copies($0[0]) != nil } ?? false
        || !isDistribution && (groups.last?.count == 1 && isComplete(groups[groups.count - 1][0]) || groups.isEmpty)
          && (Vocabulary.looksLikeOffice(piece) || DateGrammar.whole(piece) != nil)
      if opens || groups.isEmpty { groups.append([piece]) } else { groups[groups.count - 1].append(piece) }
    }
    // Several ways to reach the editors are one field.
    var fields: [String] = []
    for group in groups {
      let text = group.joined(separator: "　")
      if let last = fields.last, isContact(last), isContact(text) {
        fields[fields.count - 1] = last + "　" + text
      } else {
        fields.append(text)
      }
    }
    guard fields.count > 1 else { return [whole] }
    return fields.enumerated().map { index, piece in
      var cell = line
      cell.text = piece
      cell.index = index
      return cell
    }
  }

  /// **主编 Editor:** 甲 **翻译 Translator:** 乙: bold labels, each of which begins a field; nil for fewer than two.
  private static func boldFields(_ inlines: [Inline]) -> [String]? {
    var fields: [String] = []
    for inline in inlines {
      if case .strong(let words) = inline, let end = words.plainText.trimmed.last, "：:".contains(end) {
        fields.append(words.plainText.trimmed)
      } else if fields.isEmpty {
        guard inline.plainText.trimmed.isEmpty else { return nil }
      } else {
        fields[fields.count - 1] += inline.plainText
      }
    }
    // A stop between them is of none.
    return fields.count > 1
      ? fields.map { field in
        let field = field.trimmed
        return field.last.map { ";；,，".contains($0) || $0 == "." && field.hanCount == 0 } == true
          ? String(field.dropLast()) : field
      } : nil
  }

  /// 联系电话：3021877 共印 100 份: the number of copies at the end stands apart, whatever blanks are within it.
  private static func copiesApart(_ text: String) -> String {
    guard let last = text.last, "份册冊本）)".contains(last), LineGrammar.copies(text) == nil else { return text }
    // 发：各党支部（共印30份）
    if "）)".contains(last) {
      guard let open = text.lastIndex(where: { "（(".contains($0) }), open > text.startIndex,
        LineGrammar.copies(String(text[open...])) != nil
      else { return text }
      return text[..<open].trimmed + "\u{3000}\u{3000}" + String(text[open...]).withoutBlanks
    }
    for word in ["共印", "印数", "印數", "印发", "印"] {
      guard let place = text.ranges(of: word).last?.lowerBound, place > text.startIndex,
        text[text.index(before: place)].isBlankCharacter, LineGrammar.copies(String(text[place...])) != nil
      else { continue }
      return text[..<place].trimmed + "\u{3000}\u{3000}" + String(text[place...]).withoutBlanks
    }
    return text
  }

  /// Editor: J. Birch. Printed by Union Print, Leeds. 4,000 copies.: its sentences, where each begins as such a line does.
  static func sentences(of text: String) -> [String]? {
    // Each stop asks all that stands behind it: of a line longer than any imprint's that would be for hours.
    guard text.utf8.count <= 2000, text.hanCount == 0, text.contains(". ") else { return nil }
    var result: [String] = []
    var rest = text[...]
    var from = rest.startIndex
    while let stop = rest[from...].firstRange(of: ". ") {
      let behind = String(rest[stop.upperBound...])
      let low = behind.lowercased()
      let begins =
        [
          "printed ", "published ", "edited ", "issued ", "distribution:", "circulation", "copies to", "telephone ",
          "tel. ", "tel ", "phone ",
        ]
        .contains(where: low.hasPrefix)
        || LineGrammar.copies(String(behind[..<(behind.firstRange(of: ". ")?.lowerBound ?? behind.endIndex)])) != nil
        || LineGrammar.labelled(behind, Vocabulary.rolesAndContacts) != nil
        || LineGrammar.anyLabelled(behind).map { $0.label.split(separator: " ").count <= 2 } ?? false
        // Editor: Ada Moor. Write to …: behind who made the issue, how to reach the editors.
        || result.isEmpty && namesPersons(String(rest[..<stop.lowerBound]))
          && (ImprintLine.tellsHowToReach(behind) || LineGrammar.doneBy(behind) != nil)
      // Hon. Editor: is one label.
      let word = rest[..<stop.lowerBound].split(whereSeparator: { !$0.isLetter }).last.map { $0.lowercased() } ?? ""
      let isShort = ["hon", "mr", "mrs", "ms", "dr", "st", "rev", "revd", "prof", "no", "vol", "asst", "dep"].contains(
        word)
      // T. Hall Tel: 555: an initial ends no sentence.
      if begins || LineGrammar.copies(String(rest[..<stop.lowerBound])) != nil, !isShort, word.count != 1 {
        result.append(String(rest[..<stop.lowerBound]))
        rest = rest[stop.upperBound...]
        from = rest.startIndex
      } else {
        from = stop.upperBound
      }
    }
    guard !result.isEmpty else { return nil }
    result.append(rest.hasSuffix(".") ? String(rest.dropLast()) : String(rest))
    return result
  }

  /// Editor: Ada Moor; Put together by Ada Moor.
  private static func namesPersons(_ text: String) -> Bool {
    LineGrammar.doneBy(text) != nil
      || LineGrammar.labelled(text, Vocabulary.roles).map {
        PersonNames.isWestern($0.rest) || PersonNames.isSigner($0.rest)
      }
        == true
  }

  /// Whether nothing more can belong to the field.
  private static func isComplete(_ text: String) -> Bool {
    LineGrammar.copies(text) != nil || DateGrammar.whole(text) != nil || !isField(text)
  }

  static func isDeed(_ text: String) -> Bool {
    let low = text.lowercased()
    return ["printed by ", "published by ", "issued by ", "edited by "].contains(where: low.hasPrefix)
  }

  private static func isContact(_ text: String) -> Bool {
    let label = (LineGrammar.anyLabelled(text) ?? LineGrammar.spacedParts(text, Vocabulary.contacts)?.first)?.label
    guard let bare = label?.withoutBlanks.lowercased() else { return false }
    let han = String(bare.filter(\.isHanCharacter))
    return Vocabulary.isContact(bare) || !han.isEmpty && Vocabulary.isContact(han)
  }

  private static func isField(_ text: String) -> Bool {
    LineGrammar.copies(text) != nil || LineGrammar.labelled(text, Vocabulary.rolesAndContacts) != nil
      || LineGrammar.spacedParts(text, Vocabulary.rolesAndContacts) != nil
      || ImprintLine.printingLine(text) != nil || LineGrammar.doneBy(text) != nil
      || LineGrammar.anyLabelled(text).map { $0.rest.columns <= 40 && LineGrammar.distribution(text) == nil } ?? false
  }
}
