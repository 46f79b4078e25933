import IssueModel

/// What single lines of a bulletin say, told by their form alone.
enum LineGrammar {

  /// The name in a line that is nothing but 【name】, 〖name〗 or ［name］, with or without a bullet before it.
  static func sectionMark(_ text: String) -> String? {
    guard text.utf8.count <= 160 else { return nil }
    let line = text.trimmed
    return bracketed(bulleted(line)?.name ?? line) ?? ornamented(line)
  }

  /// The bullet that a line begins with, and the line without it and without its twin at the end.
  static func bulleted(_ text: String) -> (mark: Character, name: String)? {
    var line = text.trimmed
    guard line.unicodeScalars.first?.isLineMark == true, let mark = line.first, line.count > 1 else { return nil }
    while let first = line.first, first.isLineMark { line = String(line.dropFirst()).trimmed }
    while let last = line.last, last.isLineMark { line = String(line.dropLast()).trimmed }
    return line.isEmpty ? nil : (mark, line)
  }

  private static func bracketed(_ line: String) -> String? {
    guard let open = line.unicodeScalars.first, let close = open.closingBracket, open != "（", open != "(",
      line.last == close
    else { return nil }
    let inner = line.dropFirst().dropLast()
    guard !inner.contains(Character(open)), !inner.contains(close) else { return nil }
    let name = String(inner).trimmed
    return isName(name, atMost: 24) ? name : nil
  }

  /// The name between ornaments, strokes or signs that point at it.
  static func ornamented(_ line: String, atMost length: Int = 24) -> String? {
    // Most lines begin with a Han, which is no ornament.
    if line.unicodeScalars.first?.isHan != false { return nil }
    return dashed(line, atMost: length) ?? framed(line, atMost: length)
  }

  /// The name in - Meetings -, —— 工作动态 ——, ◎◎ 会务 ◎◎: alike strokes on both sides, set off by blanks, or alike marks.
  private static func dashed(_ line: String, atMost length: Int) -> String? {
    guard let first = line.first, "-—–─*=~·≡".contains(first) || first.isLineMark, line.last == first,
      let (marks, inner) = between(first, in: line), marks <= 40, inner.count > 2
    else { return nil }
    // ≡ and ◎ are nothing but ornaments; strokes and stars stand in words too.
    guard
      first == "≡" || first.isLineMark || inner.first?.isBlankCharacter == true && inner.last?.isBlankCharacter == true
    else {
      return nil
    }
    let name = inner.trimmed
    guard isName(name, atMost: length), !name.contains(first), name.contains(where: \.isLetter),
      !["end", "the end", "完", "全文完", "continued"].contains(name.lowercased()),
      !name.contains(where: \.isDigit)
    else { return nil }
    return name
  }

  /// How often a line begins with `mark`, and what stands between these and as many of its twin at the end; nil where the
  /// line does not end so, or is nothing else.
  static func between(_ mark: Character, in line: String) -> (marks: Int, inner: String)? {
    let marks = line.prefix { $0 == mark }.count
    let twin = twin(of: mark)
    guard line.reversed().prefix(while: { $0 == twin }).count == marks, line.count > 2 * marks else { return nil }
    return (marks, String(line.dropFirst(marks).dropLast(marks)))
  }

  /// The mark that closes what `mark` opens: >>> name <<<; most close with themselves.
  static func twin(of mark: Character) -> Character { frames[mark] ?? mark }

  /// The name in >>> 工作动态 <<<, →→ News ←←: two signs or more that point at it from both sides.
  private static func framed(_ line: String, atMost length: Int) -> String? {
    guard let first = line.first, let twin = frames[first] else { return nil }
    guard let (marks, inner) = between(first, in: line), (2...40).contains(marks) else { return nil }
    let name = MastheadLine.closed(inner)
    return isName(name, atMost: length) && !name.contains { $0 == first || $0 == twin } ? name : nil
  }

  private static let frames: [Character: Character] = [
    ">": "<", "＞": "＜", "<": ">", "＜": "＞", "》": "《", "»": "«", "«": "»", "→": "←",
  ]

  private static func isName(_ text: String, atMost length: Int) -> Bool {
    !text.isEmpty && text.count <= length && text.unicodeScalars.contains { $0.letter != nil }
      && !text.unicodeScalars.contains { $0 == "。" || $0 == "！" || $0 == "？" || $0 == "；" || $0 == "，" }
  }

  /// A paragraph that is nothing but （…）: what stands in the brackets.
  static func wholeBracket(_ text: String) -> String? {
    guard text.utf8.count <= 600 else { return nil }
    let line = text.trimmed
    let scalars = line.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first == "（" || first == "(", last == "）" || last == ")"
    else { return nil }
    let inner = String(line.dropFirst().dropLast())
    guard !inner.trimmed.isEmpty else { return nil }
    // （高二（3）班　某某）: brackets within it close before its end.
    var depth = 0
    for scalar in inner.unicodeScalars {
      if scalar == "（" || scalar == "(" { depth += 1 } else if scalar == "）" || scalar == ")" { depth -= 1 }
      if depth < 0 { return nil }
    }
    return depth == 0 ? inner.trimmed : nil
  }

  /// What a line such as 表1 …, 图2-1：…, Table 3. … captions; nil for any other line.
  enum Caption { case table, figure }

  static func caption(_ text: String) -> Caption? {
    var line = text.trimmed
    // `: Table 1 …` is how pandoc writes a caption.
    if line.hasPrefix(": ") || line.hasPrefix("：") { line = String(line.dropFirst()).trimmed }
    switch line.unicodeScalars.first {
    case "表", "附", "图", "圖", "t", "T", "f", "F": break
    default: return nil
    }
    guard line.utf8.count <= 180, !line.hasSuffix("。"), !line.hasSuffix("；") else { return nil }
    for (words, kind) in [(["表", "附表", "table"], Caption.table), (["图", "圖", "附图", "figure", "fig."], .figure)] {
      let low = line.lowercased()
      guard let word = words.first(where: { low.hasPrefix($0) }) else { continue }
      var rest = line.dropFirst(word.count).drop(while: \.isBlankCharacter)
      let number = rest.prefix {
        $0.isNumber || "一二三四五六七八九十".contains($0) || "-－.．".contains($0)
          || word == "table" && "IVX".contains($0)
      }
      rest = rest.dropFirst(number.count)
      // Table IV. Depths: a Roman number needs its point.
      guard
        number.contains(where: { $0.isNumber || "一二三四五六七八九十".contains($0) })
          || (number.last == "." || rest.first == ":") && RomanNumerals.value(number.filter { $0 != "." }) != nil
      else { continue }
      guard let next = rest.first else { return kind }
      // 图1显示… is text, 图1 显示屏 a caption: a mark or a gap parts number and words, or a word that is no verb.
      if next.isBlankCharacter || "：:．.、".contains(next) || "-．.".contains(number.last ?? " ") { return kind }
      return "是为显示中可见和与及给的".contains(next) ? nil : kind
    }
    return nil
  }

  /// …轴承有限公司 … BEARINGS CO., LTD.: the point ends a name, no sentence.
  private static func isCompany(_ text: String) -> Bool {
    guard text.utf8.count <= 160, !text.contains("。") else { return false }
    let low = text.trimmed.lowercased()
    return ["co., ltd.", "co.,ltd.", " ltd.", " inc.", " corp.", " co."].contains(where: low.hasSuffix)
  }

  /// What tells running text, counted scalar by scalar.
  private struct ProseMarks {
    var columns = 0
    /// The last scalar that is no blank, and none that closes what stands before it.
    var last: Unicode.Scalar = " "
    var commas = 0
    /// Points and commas before a space.
    var sentences = 0
    var hasFullStop = false
    var hasHan = false
    private var before: Unicode.Scalar = " "

    @inline(__always)
    mutating func add(_ scalar: Unicode.Scalar) {
      defer { before = scalar }
      if scalar.isPlainHan || scalar.isHan {
        hasHan = true
        columns += 2
        last = scalar
        return
      }
      columns += scalar.isInvisible ? 0 : scalar.isWide ? 2 : 1
      if scalar == "。" { hasFullStop = true }
      if scalar == "，" || scalar == "。" || scalar == "；" || scalar == "," && before.isHan { commas += 1 }
      if scalar == " ", before == "." || before == "," { sentences += 1 }
      if !scalar.isBlank, !scalar.isClosing || last == " " { last = scalar }
    }
  }

  /// Whether `text` reads as running text: long, or made of sentences.
  static func isProse(_ text: String) -> Bool {
    guard text.utf8.count <= 480 else { return true }
    // These end a sentence and count as commas of Chinese: how long it is no longer matters.
    if let end = text.unicodeScalars.last, end == "。" || end == "；" { return true }
    let marks = text.reduceScalars(into: ProseMarks()) { $0.add($1) }
    let (columns, last, commas, hasHan) = (marks.columns, marks.last, marks.commas, marks.hasHan)
    if last == ".", isCompany(text) { return false }
    guard columns > 0 else { return false }
    if last == ".", !hasHan, columns <= 72, isPointedHeading(text) || endsInInitials(text) { return false }
    if last == ".", !hasHan, columns <= 72, endsInShortenedWord(text) { return false }
    if last.endsSentence || last == "：" || last == "." || last == ":" { return columns >= 12 || commas > 0 }
    if commas >= 2 || marks.hasFullStop { return true }
    if hasHan { return columns > 110 }
    return columns > 100 || marks.sentences >= 2 && columns > 56 && !isTitleCase(text)
  }

  /// Whether all words but the small ones begin with a capital: The Parish Magazine of St Osyth, Weir End, with St Blaise.
  static func isTitleCase(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !"'’.&".contains($0) }
    return words.count >= 2 && words[0].first?.isUppercase == true
      && words.allSatisfy {
        $0.first?.isUppercase == true
          || ["of", "the", "and", "for", "to", "in", "with", "at", "on", "by", "a", "an", "&", "de", "da", "do"]
            .contains($0)
      }
  }

  /// Whether `text` is a heading as old print has it, THE ARMISTICE SUPPER.: in capitals, its last word one that a point does
  /// not shorten.
  static func isPointedHeading(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.last == ".", !line.hasSuffix(".."), line.columns <= 72 else { return false }
    var word = 0
    var longest = 0
    for scalar in line.unicodeScalars.dropLast() {
      if scalar.properties.isLowercase || scalar.isHan || scalar == ":" || scalar == ";" { return false }
      word = scalar.properties.isUppercase ? word + 1 : scalar == "'" || scalar == "’" || scalar == "-" ? word : 0
      longest = max(longest, word)
    }
    return word >= 3 && longest >= 4
  }

  /// The text without a full stop that ends the line and not the word before it, which has as many letters at least: Committee.
  /// loses it, Ltd. does not.
  static func unpointed(_ text: String, behind letters: Int) -> String {
    text.hasSuffix(".") && text.dropLast().reversed().prefix(while: \.isLetter).count >= letters
      ? String(text.dropLast()) : text
  }

  /// Whether the last point is that of a word in brackets, cut short: THE HARBOUR PILOTS' UNION (REGD.).
  private static func endsInShortenedWord(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.hasSuffix(".)"), let open = line.lastIndex(of: "("), open > line.startIndex else { return false }
    let word = line[line.index(after: open)...].dropLast(2)
    return (2...6).contains(word.count) && word.allSatisfy(\.isLetter) && word.first?.isUppercase == true
  }

  /// Whether the last point is one of initials: Lt. Col. A. P. Garrow, O.B.E.
  private static func endsInInitials(_ text: String) -> Bool {
    let end = Array(text.trimmed.unicodeScalars.suffix(5))
    guard end.count == 5, end[4] == ".", end[3].properties.isUppercase, end[2] == ".", end[1].properties.isUppercase
    else {
      return false
    }
    return !end[0].properties.isAlphabetic && !text.contains(". ") || end[0] == "." || end[0] == " "
  }
}
