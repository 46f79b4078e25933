/// Lines that tell how many copies were printed: 共印20份, 120 copies.
extension LineGrammar {
  /// The number of copies in 共印16份, （共印 120 份）, 印数：60份.
  static func copies(_ text: String) -> Int? {
    guard text.utf8.count <= 80, text.unicodeScalars.contains(where: mayCountCopies) else { return nil }
    var scanner = FieldScanner(text)
    _ = scanner.take("(")
    if let count = englishCopies(scanner) { return count }
    // 印量 Print run: 1800: the label in two languages.
    if text.trimmed.hasPrefix("印"), let blank = text.trimmed.firstScalarIndex(where: \.isBlank),
      let count = englishCopies(FieldScanner(text.trimmed[blank...]))
    {
      return count
    }
    // （85份）: in brackets the number alone will do.
    var bracketed = FieldScanner(text)
    if bracketed.take("("), let count = bracketed.number(), bracketed.take("份"), bracketed.take(")"), bracketed.atEnd {
      return count
    }
    // 本刊赠阅，印三百册。
    if let comma = text.lastIndex(where: { "，,".contains($0) }), text[..<comma].hasHan,
      text[..<comma].trimmed.hasPrefix("本"),
      ["赠阅", "贈閱", "赠送", "贈送", "免费", "免費", "不定价", "非卖品", "非賣品"].contains(
        where: text[..<comma].contains)
    {
      scanner = FieldScanner(text[text.index(after: comma)...])
    }
    _ = scanner.take(oneOf: ["本期", "每期"])
    guard
      let word = scanner.take(oneOf: [
        "印刷份数:", "印刷份數:", "印制份数:", "印製份數:", "份数:", "份數:", "发行份数:", "發行份數:", "印发份数:", "印發份數:", "共印刷", "共印", "印行", "印刷:",
        "印制:", "印製:", "印刷", "印数:", "印数",
        "印數:", "印量:", "印數", "印製", "印制", "发行量:", "發行量:", "印发",
        "印:", "印", "发行", "發行",
        "共发", "共",
      ]),
      let count = scanner.grouped() ?? scanner.number(),
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

  private static let copyDeeds = [
    "printed", "duplicated", "typed", "run", "off", "of", "this", "issue", "number", "were", "have", "been", "made",
    "issued",
  ]

  /// Whether the words just read end with what is done to copies: 140 printed.
  private static func wasMade(_ scanner: FieldScanner) -> Bool {
    let word = String(
      scalars: Array(scanner.scalars[..<scanner.place].reversed().prefix(while: \.isASCIILetter).reversed()))
    return ["printed", "duplicated", "off"].contains(word.lowercased())
  }

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
    // Run off: 85 copies: a label that we do not know before a number of copies.
    if let colon = scanner.scalars[scanner.place...].prefix(28).firstIndex(of: ":"), colon > scanner.place,
      scanner.scalars[scanner.place..<colon].allSatisfy({ $0.isASCIILetter || $0 == " " || $0 == "-" })
    {
      scanner = FieldScanner(String(scalars: Array(scanner.scalars[(colon + 1)...])))
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
    // 140 copies run off, 140 copies of this number were printed; 140 printed.
    var deeds = 0
    while deeds < 6, scanner.takeWord(oneOf: copyDeeds) != nil { deeds += 1 }
    guard counted || isLabelled && (colon || words > 1) || deeds > 0 && wasMade(scanner) else { return nil }
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
