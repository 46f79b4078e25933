import IssueModel

/// A line of a masthead taken apart into its fields, from left to right.
struct MastheadLine {
  enum Part {
    case number(IssueNumber), date(IssueDate), signer(String), classification(String), notice(String), copyNumber(
      String)
    /// A stretch of days: the date of an issue that has no other.
    case period(IssueDate)
    /// Anything else, with its place among the parts.
    case text(String, Int)

    /// Whether it is the number of an issue.
    var isNumber: Bool { if case .number = self { true } else { false } }
  }
  private(set) var parts: [Part] = []

  init(_ text: String) {
    let line = Self.withoutLeaders(Self.closed(text))
    guard line.utf8.count <= 600 else {
      parts = [.text(line, 0)]
      return
    }
    if Self.isCopyNumber(line) {
      parts = [.copyNumber(line)]
      return
    }
    var scalars = Array(line.unicodeScalars)
    var found: [(start: Int, part: Part)] = []
    func blank(_ range: Range<Int>) { for index in range { scalars[index] = "\t" } }
    // Copy No. 14 beside other fields is not the number of the issue.
    if line.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "y") }),
      let copy = line.columnsByGaps.first(where: { Self.isEnglishCopyNumber($0.lowercased()) }),
      let range = Self.range(of: copy, in: scalars)
    {
      found.append((range.lowerBound, .copyNumber(copy)))
      blank(range)
    }
    if let number = IssueNumberGrammar.find(in: String(scalars: scalars)) {
      var range = number.range
      // Brackets and dashes around the number are its dress.
      if range.lowerBound > 0, "(（【—-".unicodeScalars.contains(scalars[range.lowerBound - 1]),
        range.upperBound < scalars.count,
        ")）】—-".unicodeScalars.contains(scalars[range.upperBound])
      {
        range = range.lowerBound - 1..<range.upperBound + 1
      }
      found.append((range.lowerBound, .number(number.value)))
      blank(range)
    }
    if let place = found.indices.last, case .number(var first) = found[place].part, let number = found.last,
      let second = IssueNumberGrammar.find(in: String(scalars: scalars)),
      second.value.number == first.number,
      Self.isGap(scalars, number.start, second.range.lowerBound)
    {
      // 第25期 Issue 25 says the same twice.
      first.verbatim += " " + second.value.verbatim
      found[place].part = .number(first)
      blank(second.range)
    }
    if let place = found.indices.last, case .number(var first) = found[place].part, first.total == nil,
      let second = IssueNumberGrammar.find(in: String(scalars: scalars)), second.value.number == nil,
      let total = second.value.total, Self.isGap(scalars, found[place].start, second.range.lowerBound)
    {
      // 第 6 期 | 总 第 66 期
      first.verbatim += "　" + second.value.verbatim
      first.total = total
      found[place].part = .number(first)
      blank(second.range)
    }
    if let place = found.indices.last, case .number(let first) = found[place].part, first.number == nil,
      let total = first.total, var second = IssueNumberGrammar.find(in: String(scalars: scalars)),
      second.value.number != nil, second.value.total == nil,
      Self.isGap(scalars, found[place].start, second.range.lowerBound)
    {
      // 总第 33 期 2022 年第 9 期
      second.value.verbatim = first.verbatim + "　" + second.value.verbatim
      second.value.total = total
      found[place].part = .number(second.value)
      blank(second.range)
    }
    if let place = found.indices.last, case .number(var first) = found[place].part, first.number == nil,
      first.volume != nil, first.total == nil, let second = IssueNumberGrammar.find(in: String(scalars: scalars)),
      second.value.number != nil, second.value.volume == nil, second.value.kind == .regular
    {
      // Vol. 15   October 1953   No. 10
      first.verbatim += " " + second.value.verbatim
      first.number = second.value.number
      first.year = first.year ?? second.value.year
      found[place].part = .number(first)
      blank(second.range)
    }
    let period = DateGrammar.period(in: String(scalars: scalars))
    if period == nil,
      var date = DateGrammar.find(in: String(scalars: scalars)),
      !DateGrammar.goesOn(scalars, behind: date.range.upperBound)
    {
      var value = date.value
      // The day of the week beside it: Thursday, 6 June 2013; 2024年1月5日 星期五.
      let day = String(scalars: scalars[..<date.range.lowerBound]).trimmed.columnsByGaps.last ?? ""
      let word = day.splitAtScalars(where: \.isBlank).last.map(String.init) ?? ""
      if Weekday.isDay(word),
        let start = scalars[..<date.range.lowerBound].lastIndex(where: { $0 == word.unicodeScalars.first })
      {
        date.range = start..<date.range.upperBound
      }
      let behind = String(scalars: scalars[date.range.upperBound...])
      let next =
        behind.split(whereSeparator: { $0.isBlankCharacter || $0 == "，" || $0 == "," }).first.map(String.init) ?? ""
      if Weekday.isDay(next),
        let end = scalars[date.range.upperBound...].firstIndex(where: { $0 == next.unicodeScalars.first })
      {
        date.range = date.range.lowerBound..<(end + next.unicodeScalars.count)
      }
      value.verbatim = String(scalars: scalars[date.range]).trimmed
      // 2023年1月5日出刊: the word belongs to the date.
      var tail = FieldScanner(String(scalars: scalars), from: date.range.upperBound)
      if tail.take(oneOf: ["號", "号", "出刊", "出版", "印发", "印發", "编印", "發行", "发行", "刊发", "印"]) != nil {
        value.verbatim = String(scalars: scalars[date.range.lowerBound..<tail.place]).trimmed
        date.range = date.range.lowerBound..<tail.place
      }
      // 发布时间：2023年1月5日: the label belongs to the date.
      let label = String(scalars: scalars[..<date.range.lowerBound]).trimmed.columnsByGaps.last ?? ""
      if label.hasSuffix("：") || label.hasSuffix(":"), label.count <= (label.hanCount == 0 ? 16 : 7),
        ["日期", "时间", "時間", "日", "Date", "DATE", "Dated", "Issued", "date", "issue", "on", "Published"]
          .contains(where: { label.dropLast().hasSuffix($0) }),
        let start = scalars[..<date.range.lowerBound].lastIndex(where: { $0 == label.unicodeScalars.first })
      {
        value.verbatim = label + (label.hanCount == 0 ? " " : "") + value.verbatim
        date.range = start..<date.range.upperBound
      }
      blank(date.range)
      if let second = DateGrammar.find(in: String(scalars: scalars)), second.value.iso == value.iso {
        value.verbatim += " " + second.value.verbatim
        blank(second.range)
      }
      found.append((date.range.lowerBound, .date(value)))
    }
    if let period {
      found.append((period.range.lowerBound, .period(period.value)))
      blank(period.range)
    }
    for (start, piece) in Self.pieces(scalars) {
      // 签发人：甲　　乙: a second name, or the second letter of one.
      if let last = found.last, case .signer(let names) = last.part,
        !found.contains(where: { $0.start > last.start && $0.start < start }), Self.isFurtherName(piece, names)
      {
        let isLetter = piece.count == 1 && names.splitAtScalars(where: \.isBlank).last?.count == 1
        found[found.count - 1].part = .signer(names + (isLetter || names.isEmpty ? "" : "　") + piece)
      } else {
        found.append((start, Self.part(piece)))
      }
    }
    // A line of words alone is one, whatever gaps part its halves: 建设书香之城　打造文化高地.
    let words = found.filter { if case .text = $0.part { true } else { false } }
    let notes = found.filter { if case .notice = $0.part { true } else { false } }
    let labelled = words.contains {
      if case .text(let text, _) = $0.part {
        LineGrammar.labelled(
          text, Vocabulary.publisherLabels, english: ["ref", "ourref", "yourref", "reference", "file", "fileno"]) != nil
      } else {
        false
      }
    }
    if words.count == found.count, words.count > 1, !labelled, !Self.partsOffices(line) {
      found = [(0, .text(line, 0))]
    } else if !notes.isEmpty, notes.count + words.count == found.count, line.columns <= 44,
      !Self.areApart(notes.map(\.part)),
      !words.contains(where: {
        if case .text(let text, _) = $0.part { Vocabulary.looksLikeOffice(text) } else { false }
      })
    {
      found = [(0, .notice(line))]
    }
    found.sort { $0.start < $1.start }
    parts = found.enumerated().map { index, entry in
      if case .text(let text, _) = entry.part { .text(text, index) } else { entry.part }
    }
  }

  /// A line of several pieces of text.
  init(pieces: [String]) { parts = pieces.enumerated().map { .text($1, $0) } }

  /// A line of the given parts.
  init(parts: [Part]) { self.parts = parts }

  /// A line that is nothing but the number of an issue.
  init(number: IssueNumber) { parts = [.number(number)] }

  /// A line that is nothing but `text`.
  init(whole text: String) { parts = [.text(text, 0)] }

  /// The line with its piece `text` made a shorter one and a number behind it.
  func parting(_ text: String, into name: String, _ number: IssueNumber) -> MastheadLine {
    var line = self
    line.parts = []
    for part in parts {
      if case .text(text, _) = part {
        line.parts += [.text(name, line.parts.count), .number(number)]
      } else if case .text(let other, _) = part {
        line.parts.append(.text(other, line.parts.count))
      } else {
        line.parts.append(part)
      }
    }
    return line
  }

  /// The line with other words for its piece `text`.
  func replacing(_ text: String, by words: String) -> MastheadLine {
    var line = self
    line.parts = parts.map { if case .text(text, let place) = $0 { .text(words, place) } else { $0 } }
    return line
  }

  /// The line with its piece `text` as the year of its number.
  func counting(_ text: String, in year: Int) -> MastheadLine {
    var line = self
    line.parts = []
    for part in parts {
      switch part {
      case .text(text, _): break
      case .text(let other, _): line.parts.append(.text(other, line.parts.count))
      case .number(var number):
        number.year = year
        number.verbatim = text + number.verbatim
        line.parts.append(.number(number))
      default: line.parts.append(part)
      }
    }
    return line
  }

  /// A line that is nothing but a note on use.
  init(notice text: String) { parts = [.notice(text)] }

  /// Whether the line has a note on use that is not `text`.
  func hasNoticeBesides(_ text: String) -> Bool {
    parts.contains { if case .notice(let other) = $0 { other != text } else { false } }
  }

  /// The line with its piece `text` taken for a date.
  func dated(_ text: String, _ date: IssueDate) -> MastheadLine {
    var line = self
    line.parts = parts.map { if case .text(text, _) = $0 { .date(date) } else { $0 } }
    return line
  }

  /// Whether the line has a field that only a masthead has.
  var isStrong: Bool { parts.contains { if case .text = $0 { false } else { true } } }
  var hasDate: Bool { parts.contains { if case .date = $0 { true } else { false } } }
  var hasNumber: Bool { parts.contains { if case .number = $0 { true } else { false } } }
  /// The number of the issue, without volume and total.
  var number: Int? {
    for case .number(let number) in parts { return number.number }
    return nil
  }
  /// The year that the number of the issue counts in.
  var year: Int? {
    for case .number(let number) in parts { return number.year }
    return nil
  }
  /// What is no field of its own.
  var rest: [String] { parts.compactMap { if case .text(let text, _) = $0 { text } else { nil } } }

  /// The line with letter-spacing (工　作　简　报) closed.
  static func closed(_ text: String) -> String {
    let line = text.trimmed
    guard line.unicodeScalars.contains(where: \.isBlank) else { return line }
    let tokens = line.splitAtScalars(where: \.isBlank)
    if let latin = closedLatin(line, tokens) { return latin }
    let single = tokens.filter { $0.count == 1 && ($0.first?.isHanCharacter ?? false) }
    guard tokens.count >= 2, single.count * 5 >= tokens.count * 4, single.count >= 2 else { return line }
    return tokens.joined()
  }

  /// B R A N C H   N E W S: letters set apart, their words by wider gaps; nil for any other line.
  private static func closedLatin(_ line: String, _ tokens: [Substring]) -> String? {
    guard tokens.count >= 4, tokens.allSatisfy({ $0.count == 1 || "'’&-".contains($0.first ?? " ") }),
      tokens.contains(where: { $0.first?.isLetter == true }),
      tokens.allSatisfy({ $0.unicodeScalars.allSatisfy { $0.isASCII || $0 == "’" } })
    else { return nil }
    return line.columnsByGaps.map { $0.filter { !$0.isBlankCharacter } }.joined(separator: " ")
  }
}
