/// Lines that begin with a label: 报：, 责任编辑：, 共印20份.
extension LineGrammar {
  /// A label at the start of a line and what follows its colon.
  struct Labelled {
    var label: String
    var rest: String
  }

  /// `text` split behind its first colon, if what stands before it is one of `labels`.
  static func labelled(_ text: String, _ labels: [String], english: [String] = []) -> Labelled? {
    // The colon comes early or never: running text need not be searched for one.
    guard mayBeginWithLabel(text) else { return nil }
    let line = text.trimmed
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) else { return nil }
    let label = String(line[..<colon])
    var bare = label.withoutBlanks.halfWidth.lowercased()
    if bare.hasSuffix(".") { bare.removeLast() }
    if bare.hasPrefix("hon.") { bare = String(bare.dropFirst(4)) }
    guard bare.count <= 24 else { return nil }
    var known = labels.contains(bare) || english.contains(bare)
    if !known, bare.hanCount > 0, bare.hanCount < bare.count {
      // 编辑 Editor, Hon. Secretary 义务秘书: either of the two will do.
      let han = String(bare.filter(\.isHanCharacter))
      let western = String(bare.filter { !$0.isHanCharacter && !"/／().".contains($0) })
      known = labels.contains(han) || western.count >= 4 && (labels.contains(western) || english.contains(western))
    }
    guard known else { return nil }
    return Labelled(
      label: label.withoutSpreading,
      rest: String(line[line.index(after: colon)...]).trimmed)
  }

  /// Whether a colon stands among the first 48 scalars.
  private static func mayBeginWithLabel(_ text: String) -> Bool {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      var index = 0
      while index < bytes.count, count < 48 {
        let byte = bytes[index]
        if byte == 0x3A { return true }
        if byte == 0xEF, index + 2 < bytes.count {
          let rest = (bytes[index + 1], bytes[index + 2])
          if rest == (0xBC, 0x9A) || rest == (0xB8, 0xB0) { return true }  // ： ︰
        }
        index &+= byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        count &+= 1
      }
      return false
    }
    return found ?? text.unicodeScalars.prefix(48).contains { $0 == "：" || $0 == ":" || $0 == "︰" }
  }

  /// A line of the distribution list.
  static func distribution(_ text: String) -> Labelled? {
    labelled(text, Vocabulary.distributionLabels, english: Vocabulary.englishDistributionLabels)
      ?? spacedDistribution(text)
  }

  /// 报  港务局、海事局: a wide blank instead of the colon. The label is one that text hardly begins with, and offices
  /// follow.
  private static func spacedDistribution(_ text: String) -> Labelled? {
    guard let first = text.unicodeScalars.first(where: { !$0.isBlank }), spacedLabelStarts.contains(first),
      text.utf8.count <= 600, !text.contains(where: { "：:".contains($0) })
    else { return nil }
    let pieces = text.trimmed.columnsByGaps
    guard pieces.count >= 2, let label = pieces.first, Vocabulary.spacedDistributionLabels.contains(label) else {
      return nil
    }
    let rest = pieces.dropFirst().joined(separator: "　")
    let names = rest.split { "、，,；;".contains($0) || $0.isBlankCharacter }.map(String.init)
    let offices = names.filter { Vocabulary.looksLikeOffice($0) || $0.hasPrefix("各") }
    guard names.count >= 1, offices.count * 2 >= names.count, !rest.hasSuffix("？") else { return nil }
    return Labelled(label: label, rest: rest)
  }

  private static let spacedLabelStarts: Set<Unicode.Scalar> = Set(
    Vocabulary.spacedDistributionLabels.compactMap(\.unicodeScalars.first))

  /// The parts of a line such as 责任编辑：甲　审核：乙, each with a label of `labels`.
  static func labelledParts(_ text: String, _ labels: [String]) -> [Labelled]? {
    guard text.utf8.count <= 600, text.unicodeScalars.contains(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) else {
      return nil
    }
    var parts: [Labelled] = []
    let text = closedLabels(
      text.contains("|") || text.contains("｜")
        ? text.replacing("|", with: "  ").replacing("｜", with: "  ") : text)
    let latin = text.unicodeScalars.contains(where: \.isASCIILetter)
    let pieces =
      latin
      ? text.trimmed.columnsByGaps.flatMap(sentences).flatMap(hanLabels)
      : text.trimmed.split(whereSeparator: { $0.isBlankCharacter || $0 == "；" || $0 == ";" }).map(String.init)
    for piece in pieces {
      if let part = labelled(String(piece), labels) {
        parts.append(part)
      } else if let part = anyLabel(String(piece)),
        !parts.isEmpty || piece == pieces.first && pieces.dropFirst().contains(where: { labelled($0, labels) != nil })
      {
        // A label we do not know among some that we do.
        parts.append(part)
      } else if !parts.isEmpty, latin, let part = anyLabelled(piece), part.rest.columns <= 60,
        !part.rest.contains(where: \.isNumber), !part.rest.contains(":")
      {
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

  /// 主编：祝亦凡 英文编辑：Helen Marsh: one blank parts the fields where a Chinese label follows it.
  private static func hanLabels(_ text: String) -> [String] {
    guard text.hasHan, text.unicodeScalars.count(where: { $0 == "：" || $0 == ":" }) > 1 else { return [text] }
    var pieces: [String] = []
    for word in text.split(whereSeparator: \.isBlankCharacter).map(String.init) {
      let label = word.prefix { !"：:".contains($0) }
      if label.count < word.count, (2...8).contains(label.count),
        String(label).hanCount == label.count || pieces.isEmpty
      {
        pieces.append(word)
      } else if pieces.isEmpty {
        return [text]
      } else {
        pieces[pieces.count - 1] += " " + word
      }
    }
    return pieces
  }

  /// Editor: Ada Moor. Assistant: Bo Weir.: a label behind a full stop begins a part of its own.
  private static func sentences(_ text: String) -> [String] {
    guard text.hanCount == 0, text.unicodeScalars.count(where: { $0 == ":" }) > 1 else { return [text] }
    var pieces: [String] = []
    var rest = text[...]
    var from = rest.startIndex
    while let stop = rest[from...].firstRange(of: ". ") {
      let behind = rest[stop.upperBound...]
      guard let colon = behind.firstIndex(of: ":"), let label = anyLabelled(String(behind)),
        label.label == behind[..<colon].trimmed, !label.label.contains(where: { ".,;".contains($0) }),
        rest[..<stop.lowerBound].contains(":")
      else {
        from = stop.upperBound
        continue
      }
      pieces.append(String(rest[..<stop.lowerBound]))
      rest = behind
      from = rest.startIndex
    }
    pieces.append(String(rest))
    if pieces.count > 1, let last = pieces.last, last.hasSuffix(".") {
      pieces[pieces.count - 1] = String(last.dropLast())
    }
    return pieces
  }

  /// 编辑｜葛亮, **执行编辑** 翁景行 **电话** 8790 4412, Tel. 0555 31: words of `labels` with a blank or a stroke
  /// instead of a colon, each with its value. The first word has to be one.
  static func spacedParts(_ text: String, _ labels: [String]) -> [Labelled]? {
    guard text.utf8.count <= 240, !text.contains(where: { "：:".contains($0) }) else { return nil }
    if let parts = dottedParts(text, labels) { return parts }
    let words = text.split { $0.isBlankCharacter || "|｜".contains($0) }.map(String.init)
    var parts: [Labelled] = []
    for word in words {
      var bare = word.halfWidth.lowercased()
      if bare.hasSuffix(".") { bare.removeLast() }
      if labels.contains(bare), bare.count >= 2 {
        if let last = parts.last, last.rest.isEmpty { return nil }
        parts.append(Labelled(label: word.hasSuffix(".") ? String(word.dropLast()) : word, rest: ""))
      } else if parts.isEmpty {
        return nil
      } else {
        parts[parts.count - 1].rest += (parts[parts.count - 1].rest.isEmpty ? "" : " ") + word
      }
    }
    // Secretary to the Senate is a post, not a label with its value.
    if text.hanCount == 0, parts.contains(where: { $0.rest.first?.isLowercase == true }) { return nil }
    return parts.isEmpty || parts.contains { $0.rest.isEmpty || $0.rest.columns > 60 } ? nil : parts
  }

  /// Editor Peter Quill • Assistant Editor Mary Fold: a label, of up to three words, and its value between dots.
  private static func dottedParts(_ text: String, _ labels: [String]) -> [Labelled]? {
    let pieces = text.split { "•·|｜".contains($0) }.map { String($0).trimmed }
    guard !pieces.isEmpty, !text.hasHan, text.first?.isUppercase == true else { return nil }
    var parts: [Labelled] = []
    for piece in pieces {
      let words = piece.split(whereSeparator: \.isBlankCharacter).map(String.init)
      let count = [3, 2, 1].first { count in
        words.count > count && labels.contains(words.prefix(count).joined().lowercased().filter { $0 != "." })
      }
      // A single label of one word is the caller's.
      guard let count, pieces.count > 1 || count > 1 else { return nil }
      parts.append(
        Labelled(
          label: words.prefix(count).joined(separator: " "), rest: words.dropFirst(count).joined(separator: " ")))
    }
    return parts
  }

  /// A label of one to four words that need not be known: Press officer 新闻专员: Marta Kolm.
  static func anyLabelled(_ text: String) -> Labelled? {
    guard let colon = text.firstIndex(where: { "：:".contains($0) }) else { return nil }
    let label = text[..<colon].trimmed
    let rest = text[text.index(after: colon)...].trimmed
    guard !rest.isEmpty, rest.columns <= 160, let first = label.first, first.isLetter,
      !label.contains(where: \.isDigit)
    else { return nil }
    let han = label.hanCount
    if han > 0 {
      guard han <= 8, label.columns <= 36 else { return nil }
    } else {
      guard label.split(separator: " ").count <= 4, label.columns <= 32, first.isUppercase else { return nil }
    }
    return Labelled(label: han > 0 ? label.withoutSpreading : label, rest: rest)
  }

  /// 审　核： as 审核：, a label of two letters set apart.
  static func closedLabels(_ text: String) -> String {
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
    guard text.utf8.count <= 80, text.unicodeScalars.contains(where: mayCountCopies) else { return nil }
    var scanner = FieldScanner(text)
    _ = scanner.take("(")
    if let count = englishCopies(scanner) { return count }
    // 印量 Print run: 1800: the label in two languages.
    if text.trimmed.hasPrefix("印"), let blank = text.trimmed.firstIndex(where: \.isBlankCharacter),
      let count = englishCopies(FieldScanner(text.trimmed[blank...]))
    {
      return count
    }
    // （85份）: in brackets the number alone will do.
    var bracketed = FieldScanner(text)
    if bracketed.take("("), let count = bracketed.number(), bracketed.take("份"), bracketed.take(")"), bracketed.atEnd {
      return count
    }
    _ = scanner.take("本期")
    guard
      let word = scanner.take(oneOf: [
        "共印刷", "共印", "印行", "印刷:", "印制:", "印製:", "印刷", "印数:", "印数", "印數:", "印量:", "印數", "印製", "印制", "发行量:", "發行量:", "印发",
        "印:", "印",
        "共发", "共",
      ]),
      let count = scanner.number(),
      scanner.take(oneOf: ["份", "册", "冊", "本"]) != nil || word.hasSuffix(":") && scanner.atEnd
    else { return nil }
    _ = scanner.take(")")
    _ = scanner.take("。")
    // 共印120份 120 copies says it twice.
    return scanner.atEnd || englishCopies(scanner) == count ? count : nil
  }

  private static let copyWords = [
    "tiragem", "circulation", "printed", "print", "run", "edition", "copies", "of", "number", "in", "an", "no", "this",
    "total",
  ]

  /// 120 copies, Print run: 250, Circulation 300 copies.
  private static func englishCopies(_ start: FieldScanner) -> Int? {
    var scanner = start
    var isLabelled = false
    var words = 0
    while words < 5, let word = scanner.takeWord(oneOf: copyWords) {
      if ["circulation", "printed", "print", "run", "edition", "copies", "tiragem"].contains(word) {
        isLabelled = true
      }
      _ = scanner.take(".")
      words += 1
    }
    // Tiragem 印數: 400 exemplares 四百份
    _ = scanner.take(oneOf: ["印數", "印数", "印量", "發行量", "发行量"])
    let colon = scanner.take(":")
    guard var count = scanner.grouped() ?? scanner.arabic(digits: 1...7) else { return nil }
    // 2 500
    var thousands = scanner
    if isLabelled, count < 100, let rest = thousands.arabic(digits: 3...3) {
      count = count * 1000 + rest
      scanner = thousands
    }
    let counted = scanner.takeWord(oneOf: ["copies", "exemplares"]) != nil
    guard counted || isLabelled && (colon || words > 1) else { return nil }
    _ = scanner.takeWord(oneOf: ["printed"])
    var again = scanner
    if again.number() == count, again.take("份") { scanner = again }
    _ = scanner.take(".")
    _ = scanner.take(")")
    return scanner.atEnd ? count : nil
  }

  /// What 16份, 16册, 16本 or 16 copies cannot do without.
  private static func mayCountCopies(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "份", "册", "冊", "本", "数", "數", "量", "c", "C", "ｃ", "Ｃ", "p", "P", "d": true
    default: false
    }
  }
}
