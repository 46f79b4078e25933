import IssueModel

/// Makes the masthead of its lines: which piece is the name, which the office, which the rest.
enum MastheadBuilder {
  static func masthead(of lines: [(FlatLine, MastheadLine)]) -> Masthead {
    var masthead = Masthead()
    var parsed = MastheadJoining.withNumberedName(
      MastheadJoining.joined(MastheadJoining.withNumberedOffices(MastheadJoining.withCopyNumbers(lines))))
    parsed = MastheadJoining.withOfficeApart(
      MastheadJoining.withOfficeInBrackets(
        MastheadJoining.withYearAndNumber(MastheadJoining.withBracketedNumber(parsed))))
    parsed = MastheadJoining.withYearOfRepublic(
      MastheadJoining.withYearOfNumber(MastheadJoining.withJointOffices(parsed)))
    parsed = MastheadJoining.withNameLikeNotice(parsed)
    var name = MastheadName.place(in: parsed)
    var office = MastheadOffice.place(in: parsed, name: name)
    if let above = office, let joined = MastheadJoining.partOfOffice(above.line, name: name?.line, parsed) {
      parsed = joined.lines
      name?.line -= 1
      office = MastheadPlace(line: joined.place, part: 0)
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
          // 特急　　内部资料: how fast it is to go stands apart from how it may be used.
          if parts.count > 1, Vocabulary.urgencies.contains(text.withoutBlanks), parsed[index].1.hasNoticeBesides(text)
          {
            row.append(add(text, to: &masthead))
          } else if let before = masthead.notice, row.last == .notice || row.isEmpty && rows.last == [.notice] {
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
            !Weekday.isDay(text), !MastheadParticulars.isSure(text), LineGrammar.pageNumber(text) == nil,
            !text.hasPrefix("{"),
            !Vocabulary.isPeriodicity(text), !text.hasSuffix("出版"),
            !text.hasPrefix("附件")
          {
            // A theme above the name, or a heading right under it.
            masthead.series = text
            row.append(.series)
          } else if let series = masthead.series, rows.last == [.series], row.isEmpty, let name, index < name.line,
            parsed[index].1.parts.count == 1, series.hanCount == 0 || text.hanCount == 0, !text.hasAny(of: ":,"),
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
    masthead = MastheadOffice.withOfficeAboveName(masthead, &rows)
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
