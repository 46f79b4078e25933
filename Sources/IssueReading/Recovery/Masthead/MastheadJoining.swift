import IssueModel

/// Lines of a masthead that say one thing together.
enum MastheadJoining {
  /// Two lines that are one name together: 云岭网情 above 专报, a Chinese name above its English one.
  static func joined(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    var result: [(FlatLine, MastheadLine)] = []
    for (line, fields) in withWholeNotices(lines) {
      if let (_, above) = result.last, fields.hasNumber, above.parts.count == 1,
        case .text(let year, _) = above.parts[0], isYear(year), let first = fields.parts.first,
        case .number(let number) = first, number.year == nil
      {
        // 2024年 above 第3期 is of the number.
        result[result.count - 1] = (line, MastheadLine(year + line.text.trimmed))
        continue
      }
      if let (before, above) = result.last, above.parts.count == 1, fields.parts.count == 1,
        case .text(let first, _) = above.parts[0],
        case .text(let second, _) = fields.parts[0]
      {
        if OfficeName.namesBelow(first), line.number == before.number + 1 {
          result[result.count - 1].1 = MastheadLine(whole: first + " " + second)
          continue
        }
        // （防汛工作专刊 above 之三）: a bracket that closes on the next line.
        if first.hanCount > 0, Self.openBrackets(before.text) == 1, Self.openBrackets(line.text) == -1,
          before.text.columns + line.text.columns <= 60
        {
          result[result.count - 1].1 = MastheadLine(whole: LineJoining.joined([before.text, line.text]))
          continue
        }
        let bare = second.withoutBlanks
        let isWord = bare.count <= 3 && bare.hanCount == bare.count && Vocabulary.bulletinNames.contains(bare)
        let firstHan = first.hanCount
        let translates =
          (firstHan > 0) != (second.hanCount > 0) && before.headingLevel == line.headingLevel
          && Vocabulary.looksLikeBulletinName(second)
          && (Vocabulary.looksLikeBulletinName(first) || before.headingLevel != nil && result.count == 1)
        if isGeneric(second, below: first), !isOffice(first, above: second, lines),
          before.headingLevel == nil || line.headingLevel != nil
        {
          // PORT OF SKELLEN above BULLETIN.
          result[result.count - 1].1 = MastheadLine(whole: first + " " + second)
          if let level = line.headingLevel, before.headingLevel.map({ level < $0 }) ?? true {
            result[result.count - 1].0.form = line.form
          }
          continue
        }
        if isWord && firstHan == first.withoutBlanks.count && first.withoutBlanks.count <= 10
          && !Vocabulary.looksLikeOffice(first)
          && !Vocabulary.looksLikeBulletinName(first.replacing("网情", with: "").replacing("舆情", with: "")) || translates
        {
          result[result.count - 1].1 = MastheadLine(
            whole: translates ? first + " " + second : first.withoutBlanks + bare)
          continue
        }
      }
      result.append((line, fields))
    }
    return result
  }

  /// How many brackets more are opened than closed.
  private static func openBrackets(_ text: String) -> Int {
    text.reduce(0) { $0 + ("（(".contains($1) ? 1 : "）)".contains($1) ? -1 : 0) }
  }

  /// Newsletter 14, where nothing else is the issue's number: the name and the number.
  static func withNumberedName(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    guard !lines.contains(where: { $0.1.hasNumber }) else { return lines }
    for (index, line) in lines.enumerated() {
      for case .text(let text, _) in line.1.parts where text.hanCount == 0 {
        var words = text.split(separator: " ")
        // STAFF CIRCULAR 7 (1968-69)
        var session = ""
        if let last = words.last, last.hasPrefix("("), last.hasSuffix(")"), words.count >= 3,
          last.dropFirst().dropLast().allSatisfy({ $0.isNumber || "-–/".contains($0) }), last.count >= 6
        {
          session = " " + last
          words.removeLast()
        }
        guard words.count >= 2, let last = words.last, var number = bareNumber(last), let kind = words.dropLast().last,
          Vocabulary.bulletinNames.contains(kind.lowercased())
        else { continue }
        number.verbatim += session
        var result = lines
        result[index].1 = line.1.parting(text, into: words.dropLast().joined(separator: " "), number)
        return result
      }
    }
    return lines
  }

  /// 14, 2031/4, 4/2031: a number without any word, with or without its year.
  private static func bareNumber(_ word: Substring) -> IssueNumber? {
    let parts = word.split(whereSeparator: { "/-–".contains($0) }).map(String.init)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isASCIIDigit) }) else {
      return nil
    }
    let values = parts.compactMap { Int($0) }
    guard values.count == parts.count, let first = values.first, let last = values.last else { return nil }
    func isYear(_ value: Int) -> Bool { (1900...2200).contains(value) }
    if parts.count == 1 {
      return first < 10000 && !isYear(first) ? IssueNumber(verbatim: String(word), number: first) : nil
    }
    if isYear(first), last < 1000 { return IssueNumber(verbatim: String(word), year: first, number: last) }
    if isYear(last), first < 1000 { return IssueNumber(verbatim: String(word), year: last, number: first) }
    return nil
  }

  /// PRIVATE above “and not to leave the premises”: a line that goes on in small letters belongs to the note above it.
  private static func withWholeNotices(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    var result = lines
    for index in result.indices.dropFirst() {
      guard case .notice = result[index - 1].1.parts.first, result[index - 1].1.parts.count == 1,
        result[index].1.parts.count == 1, case .text(let text, _) = result[index].1.parts[0],
        text.first?.isLowercase == true, text.hanCount == 0
      else { continue }
      result[index].1 = MastheadLine(notice: text)
    }
    return result
  }

  /// MINISTRY OF PUBLIC WORKS above WEEKLY CIRCULAR: whether the first names the office and the second the bulletin.
  /// One word for a kind is no name by itself where another line names the office: THE COOPER MUSEUM above QUARTERLY.
  private static func isOffice(
    _ text: String, above second: String, _ lines: [(FlatLine, MastheadLine)]
  ) -> Bool {
    func isNamed(_ text: String) -> Bool {
      Vocabulary.looksLikeOffice(text) || OfficeName.publisher(in: text) != nil
    }
    guard Vocabulary.looksLikeOffice(text) else { return false }
    // FORTNIGHTLY CIRCULAR is name enough by itself, QUARTERLY is not.
    return second.split(separator: " ").count > 1
      || !lines.contains { line, fields in
        line.text != text && fields.rest.contains { isNamed($0) && !Vocabulary.looksLikeBulletinName($0) }
      }
  }

  /// Whether `second` is only the kind of a bulletin whose name the line above begins: BULLETIN, WEEKLY OF LOWER ARDEN.
  private static func isGeneric(_ second: String, below first: String) -> Bool {
    guard second.hanCount == 0, first.hanCount == 0, first.contains(where: \.isLetter),
      !Vocabulary.isPeriodicity(second),
      !Vocabulary.looksLikeBulletinName(first), first.split(separator: " ").count <= 7, !first.hasSuffix("."),
      LineGrammar.labelled(first, Vocabulary.publisherLabels) == nil
    else { return false }
    let words = second.lowercased().split { !$0.isLetter }.map(String.init)
    guard let word = words.first, Vocabulary.bulletinNames.contains(word) else { return false }
    // Monthly Bulletin is as little a name as BULLETIN.
    if words.allSatisfy({ Vocabulary.bulletinNames.contains($0) }), !words.contains("notices") { return true }
    return ["of", "for"].contains(words[1]) && !Vocabulary.looksLikeOffice(first) && words.count <= 6
      && OfficeName.owner(in: second) == nil
  }

  /// The lines with the office at `place` and the one right below it, a part of it, as one; nil where there is none.
  ///
  /// Both stand above the name, each alone on its line: NATIONAL WEATHER SERVICE, and below it CROPS SECTION.
  static func partOfOffice(_ place: Int, name: Int?, _ lines: [(FlatLine, MastheadLine)]) -> (
    lines: [(FlatLine, MastheadLine)], place: Int
  )? {
    guard let name, place < name else { return nil }
    func office(_ index: Int) -> String? {
      guard lines.indices.contains(index), index < name, lines[index].1.parts.count == 1,
        case .text(let text, _) = lines[index].1.parts[0], Vocabulary.looksLikeOffice(text),
        !Vocabulary.looksLikeBulletinName(text), LineGrammar.labelled(text, Vocabulary.publisherLabels) == nil
      else { return nil }
      return text
    }
    for first in [place, place - 1] {
      guard let above = office(first), let below = office(first + 1),
        lines[first].0.headingLevel == lines[first + 1].0.headingLevel,
        lines[first].0.number + 1 == lines[first + 1].0.number,
        OfficeName.bare(below) == below, OfficeName.bare(above) == above
      else { continue }
      // A part in the same letters, or the name in the other language.
      let isWestern = above.hanCount == 0 && below.hanCount == 0
      let translates = (above.hanCount == 0) != (below.hanCount == 0)
      guard translates || isWestern && (above == above.uppercased()) == (below == below.uppercased()) else { continue }
      var result = lines
      result[first].1 = MastheadLine(whole: above + " " + below)
      result.remove(at: first + 1)
      return (result, first)
    }
    return nil
  }

  /// 2024年, 二〇二四年 and no more.
  private static func isYear(_ text: String) -> Bool {
    var scanner = FieldScanner(text)
    guard let year = scanner.number(maximumDigits: 4), scanner.take("年") else { return false }
    return (1900...2200).contains(year) && scanner.atEnd
  }
}
