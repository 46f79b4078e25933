import IssueModel

/// Makes the masthead of its lines: which piece is the name, which the office, which the rest.
enum MastheadBuilder {
  static func masthead(of lines: [(FlatLine, MastheadLine)]) -> Masthead {
    var masthead = Masthead()
    var parsed = MastheadJoining.withNumberedName(MastheadJoining.joined(lines))
    parsed = MastheadJoining.withOfficeApart(
      MastheadJoining.withYearAndNumber(MastheadJoining.withBracketedNumber(parsed)))
    var name = nameIndex(parsed)
    var office = officePlace(parsed, name: name)
    if let above = office, let joined = MastheadJoining.partOfOffice(above.line, name: name?.line, parsed) {
      parsed = joined.lines
      name?.line -= 1
      office = Place(line: joined.place, part: 0)
    }
    var rows: [[MastheadField]] = []
    for index in parsed.indices {
      var row: [MastheadField] = []
      var lead = ""
      let parts = parsed[index].1.parts
      for (position, part) in parts.enumerated() {
        switch part {
        case .text(let text, _)
        where parts.count > 1 && parts.indices.contains(position + 1) && leads(text, to: parts[position + 1]):
          lead = text + " "
        case .number(let number):
          if masthead.number == nil {
            masthead.number = number
            masthead.number?.verbatim = lead + number.verbatim
            lead = ""
            row.append(.number)
          } else if let first = masthead.number, first.number == nil, first.total == nil, first.agrees(with: number),
            rows.last?.contains(.number) == false, !row.contains(.number),
            let place = rows.firstIndex(where: { $0.contains(.number) })
          {
            // Special issue far above Vol. 41 No. 4: each keeps its place, the number knows its kind.
            masthead.number = number
            masthead.number?.kind = first.kind
            rows[place] = rows[place].map { $0 == .number ? add(first.verbatim, to: &masthead) : $0 }
            row.append(.number)
          } else if let first = masthead.number, first.agrees(with: number) {
            // 第12期 and （总第45期） on two lines are one number; so are Special issue and Vol. 41 No. 4.
            let blank = first.verbatim.hanCount == 0 ? " " : ""
            masthead.number = IssueNumber(
              verbatim: first.verbatim + blank + number.verbatim, year: first.year ?? number.year,
              volume: first.volume ?? number.volume,
              number: first.number ?? number.number, total: first.total ?? number.total,
              kind: first.kind == .regular ? number.kind : first.kind)
            if !rows.joined().contains(.number), !row.contains(.number) { row.append(.number) }
          } else {
            row.append(add(number.verbatim, to: &masthead))
          }
        case .date(let date):
          if masthead.date == nil {
            masthead.date = date
            masthead.date?.verbatim = lead + date.verbatim
            lead = ""
            row.append(.date)
          } else if let first = masthead.date, first.year != nil, first.day == nil, date.day != nil,
            !row.contains(.date),
            let place = rows.firstIndex(where: { $0.contains(.date) })
          {
            // 2022年10月 far above 2022年11月4日: the month that the issue is about; the day is that of the issue.
            rows[place] = rows[place].map { $0 == .date ? add(first.verbatim, to: &masthead) : $0 }
            masthead.date = date
            row.append(.date)
          } else {
            row.append(add(date.verbatim, to: &masthead))
          }
        case .period(let period):
          if masthead.date == nil, !parsed.contains(where: { $0.1.hasDate }) {
            masthead.date = period
            row.append(.date)
          } else {
            row.append(add(period.verbatim, to: &masthead))
          }
        case .signer(let text): row.append(set(\.signer, .signer, text, &masthead))
        case .classification(let text): row.append(set(\.classification, .classification, text, &masthead))
        case .copyNumber(let text): row.append(set(\.copyNumber, .copyNumber, text, &masthead))
        case .notice(let text):
          if let before = masthead.notice, row.last == .notice || row.isEmpty && rows.last == [.notice] {
            masthead.notice = before + " " + text
          } else {
            row.append(set(\.notice, .notice, text, &masthead))
          }
        case .text(let text, let place):
          if index == name?.line, place == name?.part {
            masthead.name = unadorned(text)
            row.append(.name)
          } else if index == office?.line, place == office?.part {
            let name = OfficeName.bare(text)
            masthead.office = name
            if name != text { masthead.officeVerbatim = text }
            row.append(.office)
          } else if masthead.series == nil, let name, !text.contains(" > "), !text.contains("›"),
            index < name.line || index == name.line + 1 && parsed[index].0.headingLevel != nil,
            !Weekday.isDay(text), !text.hasPrefix("{"), !Vocabulary.isPeriodicity(text), !text.hasSuffix("出版"),
            !text.hasPrefix("附件")
          {
            // A theme above the name, or a heading right under it.
            masthead.series = text
            row.append(.series)
          } else if let series = masthead.series, rows.last == [.series], row.isEmpty, let name, index < name.line,
            parsed[index].1.parts.count == 1, series.hanCount == 0, !text.contains(where: { ":,".contains($0) }),
            !text.hasSuffix(".")
          {
            // THE SOCIETY OF BARGEMEN above WEIR END BRANCH, or above its name in Chinese.
            masthead.series = series + " " + text
          } else {
            row.append(add(text, to: &masthead))
          }
        }
      }
      if !row.isEmpty { rows.append(row) }
    }
    masthead.arrangement = arrangement(rows, masthead)
    return masthead
  }

  /// The words between alike strokes or stars: *** WEEKLY WRAP ***, ==== NEWS ====.
  private static func unadorned(_ text: String) -> String {
    guard let mark = text.first, "*=~#-–—_◆★☆◇●.·+|<>«»".contains(mark) else { return text }
    let twin = LineGrammar.twin(of: mark)
    let marks = text.prefix { $0 == mark }.count
    guard text.count > 2 * marks + 1, text.reversed().prefix(while: { $0 == twin }).count == marks else { return text }
    let inner = String(text.dropFirst(marks).dropLast(marks)).trimmed
    return inner.isEmpty ? text : inner
  }

  /// Whether a word belongs to the number or the date behind it: Circular No. 9, Kolonia, 30th September, 1961.
  private static func leads(_ text: String, to next: MastheadLine.Part) -> Bool {
    switch next {
    case .number(let number):
      // Without a number yet, Newsletter No. 5 may be all the name there is.
      number.verbatim.hanCount == 0
        && ["circular", "serial", "order", "memo", "notice", "sheet"].contains(text.lowercased())
    case .date(let date)
    where ["as of", "as at", "dated", "date of issue", "issued", "issued on"].contains(text.lowercased())
      || ["for the month", "for the quarter", "for the week", "for the period", "week end", "month of", "quarter end"]
        .contains(where: text.lowercased().hasPrefix) && text.split(separator: " ").count <= 5:
      date.verbatim.hanCount == 0
    case .date(let date):
      date.verbatim.hanCount == 0 && text.hasSuffix(",") && text.split(separator: " ").count <= 3
        && text.dropLast().allSatisfy { $0.isLetter || " -'’.".contains($0) } && !Vocabulary.looksLikeOffice(text)
        && text.first?.isUppercase == true
    default: false
    }
  }

  /// Gives a field its value; a second value for it stays as a line of its own.
  private static func set(
    _ path: WritableKeyPath<Masthead, String?>, _ field: MastheadField, _ text: String, _ masthead: inout Masthead
  ) -> MastheadField {
    guard masthead[keyPath: path] == nil else { return add(text, to: &masthead) }
    masthead[keyPath: path] = text
    return field
  }

  private static func add(_ text: String, to masthead: inout Masthead) -> MastheadField {
    masthead.otherLines.append(text)
    return .other(masthead.otherLines.count - 1)
  }

  private struct Place {
    var line: Int
    var part: Int
  }

  /// Which piece of text names the bulletin.
  private static func nameIndex(_ lines: [(FlatLine, MastheadLine)]) -> Place? {
    var best: (place: Place, score: Int)?
    let firstNumber = lines.firstIndex { $0.1.hasNumber } ?? lines.count
    for (index, (line, fields)) in lines.enumerated() {
      for case .text(let text, let part) in fields.parts {
        var score = 0
        let named =
          Vocabulary.looksLikeBulletinName(text)
          && (endsAsName(text) || !Vocabulary.looksLikeOffice(text) || beginsAsName(text))
        if named { score += 40 }
        if named, endsAsName(text) { score += 20 }
        if let level = line.headingLevel { score += 24 - 6 * min(level, 4) }
        if fields.parts.count == 1 { score += 8 }
        if standsAboveItsKind(index, lines) { score += 60 }
        // （季刊）, 雙月刊: how often it appears.
        if Vocabulary.isPeriodicity(text) { score -= 60 }
        // Bulletin for stations and institutes: what it is, not what it is called.
        let owned = !text.hasHan && isOwned(text)
        if owned, !named, isOnlyName(index, lines) { score += 40 }
        if owned || named && (!text.hasHan && isDescription(text) || isInSmallLetters(text)),
          !isOnlyName(index, lines)
        {
          score -= 50
        }
        // Update, beside the number and below a name, says what is numbered.
        if named, fields.hasNumber, text.hanCount == 0, !text.contains(" "),
          index > 0 && !isOnlyName(index, lines) || isNamedBelow(index, lines)
        {
          score -= 50
        }
        if index < firstNumber || index == firstNumber && index == 0 { score += 10 }
        if Vocabulary.looksLikeOffice(text), !named { score -= 15 }
        if LineGrammar.labelled(text, Vocabulary.publisherLabels) != nil { score -= 60 }
        if text.lowercased().hasPrefix("edited by ") || OfficeName.publisher(in: text) != nil { score -= 80 }
        // by Lieutenant Colonel A. P. Garrow
        if text.first?.isLowercase == true, !isOnlyName(index, lines) { score -= 40 }
        // Of two alike the later is the name, the earlier its theme.
        score += min(index, 3)
        if best == nil || score > (best?.score ?? 0) { best = (Place(line: index, part: part), score) }
      }
    }
    guard let best, best.score > 0 else { return nil }
    return best.place
  }

  /// # 玉兰花开 above ## 某某联合会信息: a heading of a few letters over a lower one that says whose bulletin it is.
  private static func standsAboveItsKind(_ index: Int, _ lines: [(FlatLine, MastheadLine)]) -> Bool {
    guard index + 1 < lines.count, let level = lines[index].0.headingLevel, let below = lines[index + 1].0.headingLevel,
      level < below
    else { return false }
    let name = lines[index].0.text.withoutBlanks
    let kind = lines[index + 1].0.text.withoutBlanks
    guard (2...5).contains(name.count), name.hanCount == name.count, kind.count >= name.count + 4,
      Vocabulary.looksLikeBulletinName(kind), !Vocabulary.looksLikeBulletinName(name)
    else { return false }
    return (2..<kind.count - 1).contains { Vocabulary.looksLikeOffice(String(kind.prefix($0))) }
  }

  /// Whether a line further down is the whole name of which the word for a kind beside the number is a part: Bulletin No. 12
  /// above THE STAFF BULLETIN.
  private static func isNamedBelow(_ index: Int, _ lines: [(FlatLine, MastheadLine)]) -> Bool {
    lines.dropFirst(index + 1).contains { line, fields in
      fields.parts.count == 1 && !fields.isStrong && line.text == line.text.uppercased() && line.text.contains(" ")
        && Vocabulary.looksLikeBulletinName(line.text) && endsAsName(line.text)
    }
  }

  private static func mayBeOffice(_ text: String) -> Bool {
    !(text.hanCount == 0 && OfficeName.bare(text) == text && saysOf(text)) && !Weekday.isDay(text)
      && !Vocabulary.isPeriodicity(text) && text.letters.count >= 2 && !text.hasPrefix("{")
      && !["by authority", "by order", "by command"].contains(where: text.lowercased().contains)
      && (LineGrammar.anyLabelled(text) == nil || OfficeName.bare(text) != text)
      && (text.hanCount > 0 || OfficeName.bare(text) != text
        || Vocabulary.looksLikeOffice(text) && !isDescription(text))
      && (Vocabulary.looksLikeOffice(text) || !text.contains(where: \.isDigit))
  }

  /// The Parish Magazine of St Osyth: what the bulletin is and for whom, no office though it has the word for one.
  private static func saysOf(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let kind = words.lastIndex(where: { Vocabulary.bulletinNames.contains($0) }), kind + 1 < words.count else {
      return false
    }
    return ["of", "for"].contains(words[kind + 1])
  }

  /// The Friends' newsletter: the kind in small letters behind a capital is no name.
  private static func isInSmallLetters(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
    guard words.count >= 2, words[0].first?.isUppercase == true,
      let kind = words.first(where: {
        Vocabulary.bulletinNames.contains($0.lowercased())
          && !["daily", "weekly", "fortnightly", "monthly", "quarterly"].contains($0.lowercased())
      })
    else { return false }
    return kind.first?.isLowercase == true
  }

  /// Whether a line says whose bulletin it is and nothing else: Newsletter of the Old Pupils' Association.
  private static func isOwned(_ text: String) -> Bool { OfficeName.owner(in: text) != nil }

  /// Whether no other line of the masthead could be the name: short, in words alone, and no office.
  private static func isOnlyName(_ place: Int, _ lines: [(FlatLine, MastheadLine)]) -> Bool {
    !lines.indices.contains { index in
      guard index != place, lines[index].1.rest.count == 1, let text = lines[index].1.rest.first,
        index < place || lines[index].0.headingLevel != nil
      else { return false }
      // THE BOARD AND THE BONE in bold above “Bulletin of the Guild” is a name, whatever words it has.
      let stands =
        (lines[index].0.isBold || lines[index].0.headingLevel != nil) && !lines[place].0.isBold
        && lines[place].0.headingLevel == nil && index < place
      return text.columns <= 60 && text.hanCount == 0 && (stands || !Vocabulary.looksLikeOffice(text))
        && !text.contains { $0.isNumber || ":,;.".contains($0) }
        && LineGrammar.labelled(text, Vocabulary.publisherLabels) == nil && OfficeName.bare(text) == text
    }
  }

  private static func isDescription(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let kind = words.firstIndex(where: { Vocabulary.bulletinNames.contains($0) }), kind + 1 < words.count else {
      return false
    }
    // THE BULLETIN OF …, in capitals or not, may be a name; a lower-case sentence about it is none.
    return ["for", "from", "by", "about"].contains(words[kind + 1])
      || kind > 0 && ["a", "an", "the", "staff", "your"].contains(words[0]) && words[kind + 1] == "of" && kind <= 2
        && text != text.uppercased() && text.first?.isUppercase == true && words[0] != "the"
  }

  /// CIRCULAR TO SCHOOL MANAGERS: the kind, and to whom.
  private static func beginsAsName(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return words.count >= 3 && Vocabulary.bulletinNames.contains(words[0]) && words[1] == "to"
  }

  private static func endsAsName(_ text: String) -> Bool {
    let bare = text.withoutBlanks.lowercased().filter { $0 != "-" }
    return Vocabulary.bulletinNames.contains { bare.hasSuffix($0) }
  }

  /// Which piece of text is the publishing office.
  private static func officePlace(_ lines: [(FlatLine, MastheadLine)], name: Place?) -> Place? {
    var best: (place: Place, score: Int)?
    for (index, (line, fields)) in lines.enumerated() {
      for case .text(let text, let part) in fields.parts {
        if index == name?.line, part == name?.part { continue }
        guard mayBeOffice(text) else { continue }
        var score = 0
        if Vocabulary.looksLikeOffice(text) {
          score += 30
        } else if text.contains(where: { "、，！。".contains($0) }) {
          score -= 40
        }
        if LineGrammar.labelled(text, Vocabulary.publisherLabels) != nil { score += 40 }
        if fields.hasDate { score += 25 }
        if fields.hasNumber { score += 12 }
        if let name, index > name.line { score += 10 } else { score -= 12 }
        if index + 1 < lines.count, lines[index + 1].1.hasDate { score += 5 }
        if index > 0, lines[index - 1].1.hasDate { score += 5 }
        if line.headingLevel == 1, let name, index > name.line { score -= 10 }
        if score > (best?.score ?? 14) { best = (Place(line: index, part: part), score) }
      }
    }
    return best?.place
  }

  /// The rows as found; empty if they are as custom has them. An office and a date that stood on one line of
  /// the page, and on two of the source, come together again.
  private static func arrangement(_ rows: [[MastheadField]], _ masthead: Masthead) -> [[MastheadField]] {
    var merged: [[MastheadField]] = []
    // The name stands by itself, whatever shared its line in the source.
    let apart = rows.flatMap { row -> [[MastheadField]] in
      guard row.count > 1, let name = row.firstIndex(of: .name) else { return [row] }
      return [Array(row[..<name]), [.name], Array(row[(name + 1)...])].filter { !$0.isEmpty }
    }
    for row in apart {
      if let last = merged.last, last.count == 1, row.count == 1, Set([last[0], row[0]]) == [.office, .date] {
        merged[merged.count - 1] += row
      } else {
        merged.append(row)
      }
    }
    return merged == masthead.conventionalArrangement ? [] : merged
  }
}

extension IssueNumber {
  /// Whether `other`, found further on, can be part of the same number: each says what this one does not.
  fileprivate func agrees(with other: IssueNumber) -> Bool {
    if total == nil, other.total != nil { return other.number == nil || number == nil || other.number == number }
    if kind != .regular, number == nil, total == nil, volume == nil {
      return other.number != nil || other.volume != nil
    }
    return other.kind != .regular && other.number == nil && other.total == nil && other.volume == nil
      && kind == .regular
  }
}
