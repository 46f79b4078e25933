import IssueModel

/// Recognises the masthead: the lines at the top that name the bulletin, its number, office and date, in
/// whatever order and on however many lines.
///
/// It reaches to the last line that can be nothing else (number, date, signer, note on use), or to the rule
/// behind that; it ends before running text, a contents list or a section at the latest.
struct MastheadStage: RecoveryStage {
  static let name = "masthead"
  static let summary = Wording("recognise the masthead", zh: "识别报头")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    dropLogo(&draft, diagnostics)
    let lines = draft.flatLines(draft.blocks.indices, limit: 40)
    var parsed = [MastheadLine?](repeating: nil, count: lines.count)
    let end = zoneEnd(lines, &parsed)
    guard end > 0 else { return }
    let places = (0..<end).filter { !lines[$0].isRule }
    guard !places.isEmpty else { return }
    draft.masthead = Self.masthead(of: places.map { (lines[$0], parsed[$0] ?? MastheadLine(lines[$0].text)) })
    let zone = places.map { lines[$0] }
    if let first = zone.first, let last = zone.last {
      draft.masthead.source = SourceRange(start: SourcePosition(line: first.number), endLine: last.number)
    }
    if end < lines.count {
      draft.removeAll(before: lines[end])
    } else {
      draft.blocks.removeSubrange(...(lines[end - 1].block))
    }
  }

  /// A picture above everything is the bulletin's emblem: the house style has its own head.
  private func dropLogo(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard let first = draft.blocks.first, case .ready(.figure(let figure)) = first.form, figure.caption == nil,
      draft.blocks.count > 1,
      draft.blocks[1].isText
    else { return }
    diagnostics.repaired(
      "masthead-image-dropped", line: first.line,
      "the picture “\(excerpt(figure.image.target))” above the masthead was left out",
      zh: "报头上方的图片“\(excerpt(figure.image.target))”未收入",
      hint: Wording("the house style has a head of its own", zh: "报头由版式自带"))
    draft.blocks.removeFirst()
  }

  // MARK: Where it ends

  private func zoneEnd(_ lines: [FlatLine], _ parsed: inout [MastheadLine?]) -> Int {
    var lastStrong: Int?
    var nameSeen = false
    var ruleAt: Int?
    var plainSinceStrong = 0
    scan: for (index, line) in lines.enumerated() {
      if line.isRule {
        if ruleAt == nil, lastStrong != nil || nameSeen { ruleAt = index }
        continue
      }
      if line.isOther || line.isListItem { break }
      let text = line.text
      if ContentsStage.isHeading(text) || LineGrammar.sectionMark(text) != nil && !Self.isMarkedField(text) { break }
      // Long running text need not be taken apart to be told.
      if LineGrammar.isProse(text), text.columns >= 90 { break }
      let fields = MastheadLine(text)
      parsed[index] = fields
      if fields.isStrong, !LineGrammar.isProse(text) || fields.rest.allSatisfy({ $0.columns < 40 }) && text.columns < 90
      {
        // Behind a rule only what follows at once still belongs to the masthead.
        if ruleAt != nil, plainSinceStrong > 0, lastStrong != nil { break scan }
        lastStrong = index
        ruleAt = nil
        plainSinceStrong = 0
        continue
      }
      if LineGrammar.isProse(text) { break }
      if Self.isLabelledFront(text) { break }
      if Vocabulary.looksLikeBulletinName(text) { nameSeen = true }
      if ruleAt != nil, lastStrong != nil || index > 12 {
        plainSinceStrong += 1
        if plainSinceStrong > 1 { break }
      }
      if index > 24 { break }
    }
    if let lastStrong {
      // The rule behind, with an office between at most.
      var end = lastStrong + 1
      var next = end
      while next < lines.count, next <= lastStrong + 2 {
        if lines[next].isRule { return next + 1 }
        guard lines[next].headingLevel == nil, !lines[next].isListItem, !lines[next].isOther,
          Vocabulary.looksLikeOffice(lines[next].text), !ContentsStage.isHeading(lines[next].text),
          LineGrammar.sectionMark(lines[next].text) == nil
        else { break }
        // An office alone belongs here only if none was named yet.
        let named = parsed[...lastStrong].contains { fields in
          (fields?.rest ?? []).contains {
            Vocabulary.looksLikeOffice($0) && !Vocabulary.looksLikeBulletinName($0)
          }
        }
        guard !named else { break }
        next += 1
        end = next
      }
      return end
    }
    // No number, no date: a rule under the first lines, or a heading that names a bulletin.
    if let ruleAt, ruleAt <= 4, nameSeen { return ruleAt + 1 }
    if let first = lines.firstIndex(where: { !$0.isRule }), first < 2,
      Vocabulary.looksLikeBulletinName(lines[first].text),
      lines[first].headingLevel == 1 || lines[first].text.columns <= 40, !LineGrammar.isProse(lines[first].text)
    {
      return first + 1
    }
    return 0
  }

  /// Whether the bracketed line is a field of the masthead: （总第12期）, 【内部资料】.
  private static func isMarkedField(_ text: String) -> Bool { MastheadLine(text).isStrong }

  /// Whether the line begins an editor's note or a distribution list.
  private static func isLabelledFront(_ text: String) -> Bool {
    EditorsNoteStage.label(of: text) != nil || LineGrammar.distribution(text) != nil
  }

  // MARK: What it says

  private static func masthead(of lines: [(FlatLine, MastheadLine)]) -> Masthead {
    var masthead = Masthead()
    let parsed = joinedNames(lines)
    let name = nameIndex(parsed)
    let office = officePlace(parsed, name: name)
    var rows: [[MastheadField]] = []
    for index in parsed.indices {
      var row: [MastheadField] = []
      for part in parsed[index].1.parts {
        switch part {
        case .number(let number):
          if masthead.number == nil {
            masthead.number = number
            row.append(.number)
          } else if masthead.number?.total == nil, number.total != nil, let first = masthead.number {
            // 第12期 and （总第45期） on two lines are one number.
            masthead.number = IssueNumber(
              verbatim: first.verbatim + number.verbatim, year: first.year ?? number.year,
              volume: first.volume ?? number.volume,
              number: first.number, total: number.total, kind: first.kind)
            if !rows.joined().contains(.number), !row.contains(.number) { row.append(.number) }
          } else {
            row.append(add(number.verbatim, to: &masthead))
          }
        case .date(let date):
          if masthead.date == nil {
            masthead.date = date
            row.append(.date)
          } else {
            row.append(add(date.verbatim, to: &masthead))
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
            masthead.name = text
            row.append(.name)
          } else if index == office?.line, place == office?.part {
            masthead.office = text
            row.append(.office)
          } else if masthead.series == nil, let name, !text.contains(" > "), !text.contains("›"),
            index < name.line || index == name.line + 1 && parsed[index].0.headingLevel != nil
          {
            // A theme above the name, or a heading right under it.
            masthead.series = text
            row.append(.series)
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

  /// Two lines that are one name together: 云岭网情 above 专报, a Chinese name above its English one.
  private static func joinedNames(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    var result: [(FlatLine, MastheadLine)] = []
    for (line, fields) in lines {
      if let (before, above) = result.last, above.parts.count == 1, fields.parts.count == 1,
        case .text(let first, _) = above.parts[0],
        case .text(let second, _) = fields.parts[0]
      {
        let bare = second.withoutBlanks
        let isWord = bare.count <= 3 && bare.hanCount == bare.count && Vocabulary.bulletinNames.contains(bare)
        let firstHan = first.hanCount
        let translates =
          firstHan > 0 && second.hanCount == 0 && Vocabulary.looksLikeBulletinName(first)
          && Vocabulary.looksLikeBulletinName(second)
          && before.headingLevel == line.headingLevel
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

  /// Which piece of text names the bulletin.
  private static func nameIndex(_ lines: [(FlatLine, MastheadLine)]) -> Place? {
    var best: (place: Place, score: Int)?
    let firstNumber = lines.firstIndex { $0.1.hasNumber } ?? lines.count
    for (index, (line, fields)) in lines.enumerated() {
      for case .text(let text, let part) in fields.parts {
        var score = 0
        let named = Vocabulary.looksLikeBulletinName(text) && (endsAsName(text) || !Vocabulary.looksLikeOffice(text))
        if named { score += 40 }
        if named, endsAsName(text) { score += 20 }
        if let level = line.headingLevel { score += 24 - 6 * min(level, 4) }
        if fields.parts.count == 1 { score += 8 }
        if index < firstNumber { score += 10 }
        if Vocabulary.looksLikeOffice(text), !named { score -= 15 }
        if LineGrammar.labelled(text, Vocabulary.publisherLabels) != nil { score -= 60 }
        // Of two alike the later is the name, the earlier its theme.
        score += min(index, 3)
        if best == nil || score > (best?.score ?? 0) { best = (Place(line: index, part: part), score) }
      }
    }
    guard let best, best.score > 0 else { return nil }
    return best.place
  }

  private static func endsAsName(_ text: String) -> Bool {
    let bare = text.withoutBlanks.lowercased()
    return Vocabulary.bulletinNames.contains { bare.hasSuffix($0) }
  }

  /// Which piece of text is the publishing office.
  private static func officePlace(_ lines: [(FlatLine, MastheadLine)], name: Place?) -> Place? {
    var best: (place: Place, score: Int)?
    for (index, (line, fields)) in lines.enumerated() {
      for case .text(let text, let part) in fields.parts {
        if index == name?.line, part == name?.part { continue }
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

/// A line of a masthead taken apart into its fields, from left to right.
struct MastheadLine {
  enum Part {
    case number(IssueNumber), date(IssueDate), signer(String), classification(String), notice(String), copyNumber(
      String)
    /// Anything else, with its place among the parts.
    case text(String, Int)
  }
  private(set) var parts: [Part] = []

  init(_ text: String) {
    let line = Self.closed(text)
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
    if let number = IssueNumberGrammar.find(in: line) {
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
    if let number = found.first, case .number(var first) = number.part,
      let second = IssueNumberGrammar.find(in: String(String.UnicodeScalarView(scalars))),
      second.value.number == first.number,
      Self.isGap(scalars, number.start, second.range.lowerBound)
    {
      // 第25期 Issue 25 says the same twice.
      first.verbatim += " " + second.value.verbatim
      found[0].part = .number(first)
      blank(second.range)
    }
    if var date = DateGrammar.find(in: String(String.UnicodeScalarView(scalars))),
      !Self.isPeriod(scalars, behind: date.range.upperBound)
    {
      var value = date.value
      // 2023年1月5日出刊: the word belongs to the date.
      var tail = FieldScanner(String(String.UnicodeScalarView(scalars)), from: date.range.upperBound)
      if tail.take(oneOf: ["出刊", "出版", "印发", "印發", "编印", "發行", "发行", "刊发", "印"]) != nil {
        value.verbatim = String(String.UnicodeScalarView(scalars[date.range.lowerBound..<tail.place])).trimmed
        date.range = date.range.lowerBound..<tail.place
      }
      // 发布时间：2023年1月5日: the label belongs to the date.
      let label = String(String.UnicodeScalarView(scalars[..<date.range.lowerBound])).trimmed.columnsByGaps.last ?? ""
      if label.hasSuffix("：") || label.hasSuffix(":"), label.count <= 7,
        ["日期", "时间", "時間", "日"].contains(where: { label.dropLast().hasSuffix($0) }),
        let start = scalars[..<date.range.lowerBound].lastIndex(where: { $0 == label.unicodeScalars.first })
      {
        value.verbatim = label + value.verbatim
        date.range = start..<date.range.upperBound
      }
      blank(date.range)
      if let second = DateGrammar.find(in: String(String.UnicodeScalarView(scalars))), second.value.iso == value.iso {
        value.verbatim += " " + second.value.verbatim
        blank(second.range)
      }
      found.append((date.range.lowerBound, .date(value)))
    }
    for (start, piece) in Self.pieces(scalars) {
      found.append((start, Self.part(piece)))
    }
    // A line of words alone is one, whatever gaps part its halves: 建设书香之城　打造文化高地.
    let words = found.filter { if case .text = $0.part { true } else { false } }
    let notes = found.filter { if case .notice = $0.part { true } else { false } }
    if words.count == found.count, words.count > 1 {
      found = [(0, .text(line, 0))]
    } else if !notes.isEmpty, notes.count + words.count == found.count, line.columns <= 44 {
      found = [(0, .notice(line))]
    }
    found.sort { $0.start < $1.start }
    parts = found.enumerated().map { index, entry in
      if case .text(let text, _) = entry.part { .text(text, index) } else { entry.part }
    }
  }

  /// A line that is nothing but `text`.
  init(whole text: String) { parts = [.text(text, 0)] }

  /// Whether the line has a field that only a masthead has.
  var isStrong: Bool { parts.contains { if case .text = $0 { false } else { true } } }
  var hasDate: Bool { parts.contains { if case .date = $0 { true } else { false } } }
  var hasNumber: Bool { parts.contains { if case .number = $0 { true } else { false } } }
  /// What is no field of its own.
  var rest: [String] { parts.compactMap { if case .text(let text, _) = $0 { text } else { nil } } }

  /// The line with letter-spacing (工　作　简　报) closed.
  static func closed(_ text: String) -> String {
    let line = text.trimmed
    let tokens = line.split(whereSeparator: \.isBlankCharacter)
    let single = tokens.filter { $0.count == 1 && ($0.first?.isHanCharacter ?? false) }
    guard tokens.count >= 2, single.count * 5 >= tokens.count * 4, single.count >= 2 else { return line }
    return tokens.joined()
  }

  /// 000086, No.000217, №000012: six digits or more with zeros before them.
  private static func isCopyNumber(_ line: String) -> Bool {
    var digits = line.halfWidth.withoutBlanks.lowercased()
    for word in ["no.", "no", "№", "编号:", "编号", "份号:", "份号"] where digits.hasPrefix(word) {
      digits = String(digits.dropFirst(word.count))
    }
    return digits.count >= 5 && digits.count <= 8 && digits.hasPrefix("0")
      && digits.unicodeScalars.allSatisfy(\.isASCIIDigit)
  }

  /// Whether a date goes on as a period of time: 9月3日—9月9日. That is no date of issue.
  private static func isPeriod(_ scalars: [Unicode.Scalar], behind end: Int) -> Bool {
    var rest = FieldScanner(String(String.UnicodeScalarView(scalars)), from: end)
    guard rest.take(oneOf: ["—", "-", "－", "–", "至", "~", "～"]) != nil else { return false }
    while rest.take(oneOf: ["—", "-"]) != nil {}
    return rest.number(maximumDigits: 4) != nil && rest.take(oneOf: ["年", "月", "日"]) != nil
  }

  /// Whether nothing but blanks stands between the two places.
  private static func isGap(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    start < end && scalars[start..<end].allSatisfy { $0.isBlank }
  }

  /// The runs of text between fields and wide gaps, each with its first scalar's index.
  private static func pieces(_ scalars: [Unicode.Scalar]) -> [(Int, String)] {
    var pieces: [(Int, String)] = []
    var start: Int?
    var end = 0
    var gap = 0
    func close() {
      if let begin = start {
        let text = String(String.UnicodeScalarView(scalars[begin..<end]))
        let bare = text.unicodeScalars.drop { $0.isBlank || "，,|·•/:：".unicodeScalars.contains($0) }
        var trimmed = String(bare).trimmed
        while let last = trimmed.last, "—-–|·，,".contains(last) { trimmed = String(trimmed.dropLast()).trimmed }
        // A bracket whose twin stands at another field.
        if let last = trimmed.last, "）)".contains(last), !trimmed.contains(where: { "（(".contains($0) }) {
          trimmed = String(trimmed.dropLast()).trimmed
        }
        if let first = trimmed.first, "（(".contains(first), !trimmed.contains(where: { "）)".contains($0) }) {
          trimmed = String(trimmed.dropFirst()).trimmed
        }
        if let word = pieces.last, Vocabulary.publisherWords.contains(trimmed) {
          // 某某办公室　编: the word belongs to the office.
          pieces[pieces.count - 1].1 = word.1 + " " + trimmed
        } else if !trimmed.letters.isEmpty {
          pieces.append((begin, trimmed))
        }
      }
      start = nil
      gap = 0
    }
    for (index, scalar) in scalars.enumerated() {
      if scalar.isBlank {
        gap += scalar == "\t" || scalar == "\u{3000}" ? 2 : 1
        if gap >= 2 { close() }
      } else {
        if start == nil { start = index }
        end = index + 1
        gap = 0
      }
    }
    close()
    return pieces
  }

  private static func part(_ text: String) -> Part {
    let bare = text.halfWidth.withoutBlanks.lowercased()
    if let signer = LineGrammar.labelled(text, ["签发人", "签发", "簽發人", "簽發"]) { return .signer(signer.rest) }
    if Vocabulary.notices.contains(where: { bare.contains($0) }), bare.count <= 40 { return .notice(text) }
    if bare.hasPrefix("仅供") && bare.count <= 16
      || bare.hasPrefix("供") && (bare.hasSuffix("参考") || bare.hasSuffix("参阅")) && bare.count <= 16
    {
      return .notice(text)
    }
    if Vocabulary.urgencies.contains(bare) { return .notice(text) }
    if bare == "内部" || bare == "內部" || bare == "内刊" { return .notice(text) }
    let open = bare.drop { "【[(★".contains($0) }
    if let word = Vocabulary.classifications.first(where: { open.hasPrefix($0) }),
      open.count <= word.count + 12,
      open.count == word.count || "★☆*※】)]".contains(open.dropFirst(word.count).first ?? " ")
    {
      return .classification(text)
    }
    if LineGrammar.labelled(text, ["份号", "编号", "份數", "copyno", "copynumber"]) != nil { return .copyNumber(text) }
    if bare.count == 6, bare.unicodeScalars.allSatisfy(\.isASCIIDigit) { return .copyNumber(text) }
    return .text(text, 0)
  }
}
