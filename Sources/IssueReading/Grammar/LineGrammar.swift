import IssueModel

/// What single lines of a bulletin say, told by their form alone.
enum LineGrammar {
  // MARK: Marks around a name

  /// The name in a line that is nothing but 【name】, 〖name〗 or ［name］, with or without a bullet before it.
  static func sectionMark(_ text: String) -> String? {
    guard text.utf8.count <= 160 else { return nil }
    return bracketed(bulleted(text)?.name ?? text.trimmed)
  }

  /// The bullet that a line begins with, and the line without it and without its twin at the end.
  static func bulleted(_ text: String) -> (mark: Character, name: String)? {
    var line = text.trimmed
    guard let mark = line.first, mark.isLineMark, line.count > 1 else { return nil }
    while let first = line.first, first.isLineMark { line = String(line.dropFirst()).trimmed }
    while let last = line.last, last.isLineMark { line = String(line.dropLast()).trimmed }
    return line.isEmpty ? nil : (mark, line)
  }

  private static func bracketed(_ line: String) -> String? {
    for (open, close) in [("【", "】"), ("〖", "〗"), ("［", "］"), ("〔", "〕"), ("[", "]"), ("『", "』")] {
      guard line.hasPrefix(open), line.hasSuffix(close) else { continue }
      let inner = line.dropFirst().dropLast()
      guard !inner.contains(Character(open)), !inner.contains(Character(close)) else { return nil }
      let name = String(inner).trimmed
      return isName(name, atMost: 24) ? name : nil
    }
    return nil
  }

  private static func isName(_ text: String, atMost length: Int) -> Bool {
    !text.isEmpty && text.count <= length && text.letters.count > 0
      && !text.contains(where: { "。！？；，".contains($0) })
  }

  // MARK: Numbering

  /// A numbering at the start of a line.
  struct Numbering {
    /// 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①.
    var level: Int
    /// The number.
    var value: Int
    /// How many characters the numbering takes, with its mark.
    var length: Int
  }

  /// The numbering that `text` begins with; nil for none.
  static func numbering(_ text: String) -> Numbering? {
    let characters = Array(text.prefix(12))
    guard let first = characters.first else { return nil }
    func run(from start: Int, _ test: (Unicode.Scalar) -> Bool) -> Int {
      var end = start
      while end < characters.count, test(characters[end].scalar) { end += 1 }
      return end
    }
    let chinese: (Unicode.Scalar) -> Bool = { "一二三四五六七八九十百".unicodeScalars.contains($0) }
    let arabic: (Unicode.Scalar) -> Bool = { $0.isASCIIDigit || (0xFF10...0xFF19).contains($0.value) }
    if "（(".contains(first) {
      for (level, test) in [(2, chinese), (4, arabic)] {
        let end = run(from: 1, test)
        if end > 1, end <= 4, end < characters.count, "）)".contains(characters[end]),
          let value = ChineseNumerals.value(String(characters[1..<end]).halfWidth)
        {
          return Numbering(level: level, value: value, length: end + 1)
        }
      }
      return nil
    }
    if (0x2460...0x2473).contains(first.scalar.value) {
      return Numbering(level: 5, value: Int(first.scalar.value) - 0x245F, length: 1)
    }
    let end = run(from: 0, chinese)
    if end > 0, end <= 3, end < characters.count, "、．.".contains(characters[end]),
      let value = ChineseNumerals.value(String(characters[..<end]))
    {
      return Numbering(level: 1, value: value, length: end + 1)
    }
    let digits = run(from: 0, arabic)
    if digits > 0, digits <= 2, digits < characters.count, "．.、)）".contains(characters[digits]) {
      // 3.5 is a number, 1.加强 a numbering.
      if digits + 1 < characters.count, characters[digits] == ".", arabic(characters[digits + 1].scalar) { return nil }
      guard let value = ChineseNumerals.value(String(characters[..<digits]).halfWidth) else { return nil }
      return Numbering(level: 3, value: value, length: digits + 1)
    }
    return nil
  }

  /// 第一, 其一, 一是, 首先: the words that begin a counted paragraph.
  static func beginsCount(_ text: String) -> Bool {
    let prefix = text.prefix(3)
    guard prefix.first == "第" || prefix.dropFirst().first == "是" else { return false }
    return prefix.contains { "一二三四五六七八九十".contains($0) }
  }

  // MARK: Labels

  /// A label at the start of a line and what follows its colon.
  struct Labelled {
    var label: String
    var rest: String
  }

  /// `text` split behind its first colon, if what stands before it is one of `labels`.
  static func labelled(_ text: String, _ labels: [String], english: [String] = []) -> Labelled? {
    // The colon comes early or never: running text need not be searched for one.
    guard text.unicodeScalars.prefix(48).contains(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) else { return nil }
    let line = text.trimmed
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) else { return nil }
    let label = String(line[..<colon])
    var bare = label.withoutBlanks.halfWidth.lowercased()
    if bare.hasSuffix(".") { bare.removeLast() }
    guard bare.count <= 24 else { return nil }
    var known = labels.contains(bare) || english.contains(bare)
    if !known, bare.hanCount > 0, bare.hanCount < bare.count {
      // 编辑 Editor: either of the two will do.
      let han = String(bare.filter(\.isHanCharacter))
      known = labels.contains(han)
    }
    guard known else { return nil }
    return Labelled(
      label: label.hanCount > 0 ? label.withoutBlanks : label.trimmed,
      rest: String(line[line.index(after: colon)...]).trimmed)
  }

  /// A line of the distribution list.
  static func distribution(_ text: String) -> Labelled? {
    labelled(text, Vocabulary.distributionLabels, english: Vocabulary.englishDistributionLabels)
  }

  /// The parts of a line such as 责任编辑：甲　审核：乙, each with a label of `labels`.
  static func labelledParts(_ text: String, _ labels: [String]) -> [Labelled]? {
    guard text.utf8.count <= 600, text.unicodeScalars.contains(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) else {
      return nil
    }
    var parts: [Labelled] = []
    let text = closedLabels(text.replacing("|", with: "  ").replacing("｜", with: "  "))
    let latin = text.unicodeScalars.contains(where: \.isASCIILetter)
    let pieces =
      latin
      ? text.trimmed.columnsByGaps
      : text.trimmed.split(whereSeparator: { $0.isBlankCharacter || $0 == "；" || $0 == ";" }).map(String.init)
    for piece in pieces {
      if let part = labelled(String(piece), labels) {
        parts.append(part)
      } else if let part = anyLabel(String(piece)),
        !parts.isEmpty || piece == pieces.first && pieces.dropFirst().contains(where: { labelled($0, labels) != nil })
      {
        // A label we do not know among some that we do.
        parts.append(part)
      } else if parts.isEmpty || parts[parts.count - 1].rest.isEmpty && piece.contains(where: { "：:".contains($0) }) {
        return nil
      } else if piece.contains(where: { "：:".contains($0) }) {
        return nil
      } else {
        parts[parts.count - 1].rest += (parts[parts.count - 1].rest.isEmpty ? "" : " ") + String(piece)
      }
    }
    if parts.isEmpty, let whole = labelled(text, labels) { parts = [whole] }
    return parts.isEmpty ? nil : parts
  }

  /// 审　核： as 审核：, a label of two letters set apart.
  private static func closedLabels(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index].isHan, index == 0 || scalars[index - 1].isBlank {
        var next = index + 1
        while next < scalars.count, scalars[next].isBlank { next += 1 }
        if next > index + 1, next + 1 < scalars.count, scalars[next].isHan,
          "：:".unicodeScalars.contains(scalars[next + 1])
        {
          result.append(scalars[index])
          index = next
          continue
        }
      }
      result.append(scalars[index])
      index += 1
    }
    return String(result)
  }

  /// Any short Chinese label with its value.
  private static func anyLabel(_ text: String) -> Labelled? {
    guard let colon = text.firstIndex(where: { "：:".contains($0) }) else { return nil }
    let label = String(text[..<colon]).withoutBlanks
    let rest = String(text[text.index(after: colon)...]).trimmed
    guard (2...6).contains(label.count), label.hanCount == label.count, rest.columns <= 60 else { return nil }
    return Labelled(label: label, rest: rest)
  }

  /// The number of copies in 共印16份, （共印 120 份）, 印数：60份.
  static func copies(_ text: String) -> Int? {
    guard text.utf8.count <= 80 else { return nil }
    var scanner = FieldScanner(text)
    _ = scanner.take("(")
    var english = scanner
    if english.takeWord(oneOf: ["circulation", "printed", "print"]) != nil { _ = english.take(":") }
    if let count = english.arabic(digits: 1...7), english.takeWord(oneOf: ["copies"]) != nil {
      _ = english.takeWord(oneOf: ["printed"])
      _ = english.take(".")
      _ = english.take(")")
      return english.atEnd ? count : nil
    }
    _ = scanner.take("本期")
    guard scanner.take(oneOf: ["共印刷", "共印", "印刷", "印数:", "印数", "印數:", "印數", "印发", "印", "共发", "共"]) != nil,
      let count = scanner.number(),
      scanner.take(oneOf: ["份", "册", "冊", "本"]) != nil
    else { return nil }
    _ = scanner.take(")")
    _ = scanner.take("。")
    return scanner.atEnd ? count : nil
  }

  /// A paragraph that is nothing but （…）: what stands in the brackets.
  static func wholeBracket(_ text: String) -> String? {
    guard text.utf8.count <= 600 else { return nil }
    let line = text.trimmed
    guard let first = line.first, let last = line.last, "（(".contains(first), "）)".contains(last) else { return nil }
    let inner = String(line.dropFirst().dropLast())
    guard !inner.contains(where: { "（(".contains($0) }), !inner.trimmed.isEmpty else { return nil }
    return inner.trimmed
  }

  // MARK: Page furniture

  /// The number in a line that is nothing but a page number: — 3 —, - 3 -, 第 3 页 共 8 页, 3/8, Page 3 of 8.
  static func pageNumber(_ text: String) -> Int? {
    guard text.utf8.count <= 64 else { return nil }
    let marks: Set<Unicode.Scalar> = ["-", "—", "–", "―", "─", "－", "·", "•", "~", "_", "|"]
    let scalars = text.halfWidth.unicodeScalars.filter { !$0.isBlank && !$0.isInvisible }
    guard !scalars.isEmpty, scalars.count <= 16 else { return nil }
    var scanner = FieldScanner(String(String.UnicodeScalarView(scalars)))
    if scanner.take("第"), let value = scanner.number(maximumDigits: 4), scanner.take(oneOf: ["页", "頁"]) != nil {
      _ = scanner.take(oneOf: [",", "，", "/", "("])
      if scanner.take("共"), scanner.number(maximumDigits: 4) != nil { _ = scanner.take(oneOf: ["页", "頁"]) }
      _ = scanner.take(")")
      return scanner.atEnd ? value : nil
    }
    scanner = FieldScanner(String(String.UnicodeScalarView(scalars)))
    if scanner.takeWord(oneOf: ["page", "p", "pageof"]) != nil {
      _ = scanner.take(".")
      guard let value = scanner.arabic(digits: 1...4) else { return nil }
      if scanner.takeWord(oneOf: ["of"]) != nil { _ = scanner.arabic(digits: 1...4) }
      return scanner.atEnd ? value : nil
    }
    let inner = scalars.drop { marks.contains($0) }
    let before = scalars.count - inner.count
    let digits = inner.prefix { $0.isASCIIDigit }
    guard (1...3).contains(digits.count), let value = Int(String(String.UnicodeScalarView(digits))) else { return nil }
    let rest = inner.dropFirst(digits.count)
    if rest.first == "/" {
      return before == 0 && rest.count > 1 && rest.dropFirst().allSatisfy(\.isASCIIDigit) ? value : nil
    }
    return rest.allSatisfy { marks.contains($0) } ? value : nil
  }

  /// The page in a short line that ends or begins with 第 2 页, 第2页 共4页, Page 2 of 4, beside other words.
  static func pageWithin(_ text: String) -> Int? {
    let line = text.trimmed
    guard line.columns <= 80, !isProse(line) || line.columns <= 60, pageNumber(line) == nil else { return nil }
    for mark in ["第", "Page ", "page "] {
      guard let start = line.ranges(of: mark).last?.lowerBound else { continue }
      var scanner = FieldScanner(String(line[start...]))
      if scanner.take("第") {
        guard let page = scanner.number(maximumDigits: 4), scanner.take(oneOf: ["页", "頁"]) != nil else { continue }
        _ = scanner.take(oneOf: [",", "，", "/"])
        if scanner.take("共"), scanner.number(maximumDigits: 4) != nil { _ = scanner.take(oneOf: ["页", "頁"]) }
        if scanner.atEnd { return page }
      } else if scanner.takeWord(oneOf: ["page"]) != nil, let page = scanner.arabic(digits: 1...4) {
        if scanner.takeWord(oneOf: ["of"]) != nil { _ = scanner.arabic(digits: 1...4) }
        if scanner.atEnd { return page }
      }
    }
    return nil
  }

  /// Whether the page number stands between dashes or words, so that it can be nothing else.
  static func isCertainPageNumber(_ text: String) -> Bool {
    !text.halfWidth.withoutBlanks.unicodeScalars.allSatisfy(\.isASCIIDigit)
  }

  // MARK: Captions

  /// What a line such as 表1 …, 图2-1：…, Table 3. … captions; nil for any other line.
  enum Caption { case table, figure }

  static func caption(_ text: String) -> Caption? {
    let line = text.trimmed
    guard line.utf8.count <= 180, !line.hasSuffix("。"), !line.hasSuffix("；") else { return nil }
    for (words, kind) in [(["表", "附表", "table"], Caption.table), (["图", "圖", "附图", "figure", "fig."], .figure)] {
      let low = line.lowercased()
      guard let word = words.first(where: { low.hasPrefix($0) }) else { continue }
      var rest = line.dropFirst(word.count).drop(while: \.isBlankCharacter)
      let number = rest.prefix { $0.isNumber || "一二三四五六七八九十".contains($0) || "-－.．".contains($0) }
      guard number.contains(where: { $0.isNumber || "一二三四五六七八九十".contains($0) }) else { continue }
      rest = rest.dropFirst(number.count)
      guard let next = rest.first else { return kind }
      // 图1显示… is text, 图1 显示屏 a caption: a mark or a gap parts number and words, or a word that is no verb.
      if next.isBlankCharacter || "：:．.、".contains(next) || "-．.".contains(number.last ?? " ") { return kind }
      return "是为显示中可见和与及给的".contains(next) ? nil : kind
    }
    return nil
  }

  // MARK: Prose

  /// Whether `text` reads as running text: long, or made of sentences.
  static func isProse(_ text: String) -> Bool {
    guard text.utf8.count <= 480 else { return true }
    let columns = text.columns
    guard columns > 0 else { return false }
    var last: Unicode.Scalar = " "
    var commas = 0
    var sentences = 0
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "，" || scalar == "。" || scalar == "；" || scalar == "," && before.isHan { commas += 1 }
      if scalar == " ", before == "." || before == "," { sentences += 1 }
      if !scalar.isBlank, !scalar.isClosing || last == " " { last = scalar }
      before = scalar
    }
    if last.endsSentence || last == "：" || last == "." || last == ":" { return columns >= 12 || commas > 0 }
    if commas >= 2 || text.contains("。") { return true }
    if text.hanCount > 0 { return columns > 110 }
    return columns > 100 || sentences >= 2 && columns > 56
  }
}
