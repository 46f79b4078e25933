import IssueModel

/// Names that stand on one line with the office, or above a number in brackets.
extension MastheadJoining {
  /// 石門鄉公所　鄉政簡訊, where no other line names an office: two pieces.
  static func withOfficeApart(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    guard
      let index = lines.firstIndex(where: { line in
        guard line.1.parts.count == 1, case .text(let text, _) = line.1.parts[0], text.hanCount > 0 else {
          return false
        }
        let pieces = text.columnsByGaps
        return pieces.count == 2 && isOffice(pieces[0]) && Vocabulary.looksLikeBulletinName(pieces[1])
          && (pieces[1].count >= 3 || pieces[1].count == 2 && pieces[0].count >= 5)
      }), case .text(let text, _) = lines[index].1.parts[0],
      !lines.indices.contains(where: { place in
        place != index && lines[place].1.rest.contains { isOffice($0) && LineGrammar.anyLabelled($0) == nil }
      })
    else { return lines }
    var result = lines
    result[index].1 = MastheadLine(pieces: text.columnsByGaps)
    return result
  }

  /// 某某室 alone above 某某局　2019年6月14日, below the name: two offices that publish together, the date beside the lower.
  static func withJointOffices(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    for index in lines.indices.dropFirst(2) {
      guard lines[index - 1].1.parts.count == 1, case .text(let upper, _) = lines[index - 1].1.parts[0],
        lines[index].1.parts.count == 2, case .text(let lower, _) = lines[index].1.parts[0], lines[index].1.hasDate,
        lines[index - 1].0.number + 1 == lines[index].0.number,
        [upper, lower].allSatisfy({
          $0.hanCount >= 4 && isOffice($0) && OfficeName.bare($0) == $0 && $0.columnsByGaps.count == 1
        }),
        lines[..<(index - 1)].contains(where: { $0.1.rest.contains(where: Vocabulary.looksLikeBulletinName) })
      else { continue }
      var result = lines
      result[index].1 = lines[index].1.replacing(lower, by: upper + "　" + lower)
      result.remove(at: index - 1)
      return result
    }
    return lines
  }

  /// 2031年第7期　5月6日, where no line has a date: the number says of which year the day is.
  static func withYearOfNumber(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    guard
      let index = lines.firstIndex(where: { $0.1.rest.contains(where: SignatureLines.isDay) }),
      let day = lines[index].1.rest.first(where: SignatureLines.isDay), !lines.contains(where: { $0.1.hasDate }),
      let year = lines.lazy.compactMap({ $0.1.year }).first,
      var date = DateGrammar.find(in: "\(year)年\(day)")?.value, date.day != nil
    else { return lines }
    date.verbatim = day
    var result = lines
    result[index].1 = lines[index].1.dated(day, date)
    return result
  }

  /// 九十八年第9期 where the date is of the republic (民國98年3月2日): the number counts in the same years.
  static func withYearOfRepublic(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    let dates = lines.lazy.flatMap(\.1.parts).compactMap { part -> IssueDate? in
      if case .date(let date) = part { date } else { nil }
    }
    guard let date = dates.first, let dated = date.year,
      ["民國", "民国"].contains(where: date.verbatim.withoutBlanks.contains)
    else { return lines }
    return lines.map { line, fields in
      guard fields.hasNumber, fields.year == nil,
        let text = fields.rest.first(where: { text in
          guard text.hasSuffix("年"), let value = ChineseNumerals.value(String(text.dropLast()).halfWidth.trimmed) else {
            return false
          }
          // An issue that counts in one year may come out early in the next.
          return (0...1).contains(dated - 1911 - value)
        }), let value = ChineseNumerals.value(String(text.dropLast()).halfWidth.trimmed)
      else { return (line, fields) }
      return (line, fields.counting(text, in: value + 1911))
    }
  }

  /// # 内 部 情 况, where no other line is a name: a heading of words that are a note on use elsewhere.
  static func withNameLikeNotice(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    guard
      let index = lines.firstIndex(where: { line, fields in
        guard line.headingLevel == 1, fields.parts.count == 1, case .notice(let text) = fields.parts[0] else {
          return false
        }
        return ["情况", "情況", "参考", "參考", "参阅", "參閱", "交流", "资料", "資料"].contains(where: text.withoutBlanks.hasSuffix)
          && (4...6).contains(text.withoutBlanks.count)
      }),
      !lines.contains(where: { line in
        line.1.rest.contains(where: Vocabulary.looksLikeBulletinName)
          || line.0.headingLevel == 1 && !line.1.rest.isEmpty
      })
    else { return lines }
    var result = lines
    result[index].1 = MastheadLine(whole: MastheadLine.closed(lines[index].0.text))
    return result
  }

  private static func isOffice(_ text: String) -> Bool {
    Vocabulary.looksLikeOffice(text) && !Vocabulary.looksLikeBulletinName(text)
  }

  /// （某某联谊会 编发） on its own line, and 某某简报（某某局编印）: in brackets, with a word for what it did, an office.
  static func withOfficeInBrackets(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    lines.map { line in
      guard line.1.parts.count == 1, case .text(let text, _) = line.1.parts[0], let last = text.last,
        "）)".contains(last), let open = text.lastIndex(where: { "（(".contains($0) })
      else { return line }
      let inner = text[text.index(after: open)...].dropLast().trimmed
      let head = text[..<open].trimmed
      guard inner.hanCount >= 5, OfficeName.bare(inner) != inner, Vocabulary.looksLikeOffice(OfficeName.bare(inner)),
        head.isEmpty || Vocabulary.looksLikeBulletinName(head)
      else { return line }
      return (line.0, head.isEmpty ? MastheadLine(whole: inner) : MastheadLine(pieces: [head, inner]))
    }
  }

  /// 2003 · 4 alone on a line, where nothing else is the issue's number: the fourth of the year.
  static func withYearAndNumber(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    guard !lines.contains(where: { $0.1.number != nil }) else { return lines }
    for index in lines.indices where lines[index].1.parts.count == 1 {
      let text = lines[index].0.text.halfWidth.trimmed
      let parts = text.split { "·•-–—/.".contains($0) || $0.isBlankCharacter }
      guard parts.count == 2, parts[0].count == 4, parts[1].count <= 2, let year = Int(parts[0]),
        let number = Int(parts[1]), (1900...2200).contains(year), (1...99).contains(number),
        lines.contains(where: { $0.1.rest.contains { $0.hanCount > 0 && Vocabulary.looksLikeBulletinName($0) } })
      else { continue }
      var result = lines
      result[index].1 = MastheadLine(
        number: IssueNumber(verbatim: lines[index].0.text.trimmed, year: year, number: number))
      return result
    }
    return lines
  }

  /// （六） below a name, where nothing else is the issue's number: 会议简报, the sixth.
  static func withBracketedNumber(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    guard !lines.contains(where: { $0.1.hasNumber }) else { return lines }
    for index in lines.indices.dropFirst() {
      guard lines[index].1.parts.count == 1, case .text = lines[index].1.parts[0],
        let inner = LineGrammar.wholeBracket(lines[index].0.text),
        let value = ChineseNumerals.value(inner.halfWidth), (1...999).contains(value),
        lines[index - 1].1.rest.contains(where: Vocabulary.looksLikeBulletinName)
      else { continue }
      var result = lines
      result[index].1 = MastheadLine(number: IssueNumber(verbatim: lines[index].0.text.trimmed, number: value))
      return result
    }
    return lines
  }
}
