/// The letters that number headings: A. The facts, B.1 What was struck, 甲、修業年期.
extension LineGrammar {
  /// A letter at the start of a heading.
  struct Letter: Equatable {
    /// 1 for A. or 甲、, 2 for A.1.
    var level: Int
    /// Which letter, from 1.
    var value: Int
    /// The number behind it, in A.1.
    var number: Int?
  }

  /// The letter that `text` begins with, and words behind it; nil for none. Names begin so too (A. Holt): a letter alone
  /// proves nothing.
  static func lettered(_ text: String) -> Letter? {
    let line = text.trimmed
    guard let first = line.unicodeScalars.first, line.utf8.count <= 240 else { return nil }
    if let value = "甲乙丙丁戊己庚辛壬癸".unicodeScalars.enumerated().first(where: { $0.element == first })?.offset {
      let rest = line.dropFirst()
      return rest.first.map { "、．.".contains($0) } == true && rest.count > 1 ? Letter(level: 1, value: value + 1) : nil
    }
    guard (0x41...0x5A).contains(first.value) else { return nil }
    var rest = line.dropFirst()
    // A1. Tarrow South, A2 Cray
    let isDirect = rest.first?.isASCII == true && rest.first?.isNumber == true
    guard rest.first == "." || rest.first == "．" || isDirect else { return nil }
    if !isDirect { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    var letter = Letter(level: 1, value: Int(first.value) - 0x40)
    if !digits.isEmpty {
      guard digits.count <= 2 else { return nil }
      letter.level = 2
      letter.number = Int(digits)
      rest = rest.dropFirst(digits.count)
      if rest.first == "." { rest = rest.dropFirst() }
    }
    guard rest.first?.isBlankCharacter == true, let word = rest.trimmed.first, word.isUppercase || word.isHanCharacter,
      rest.trimmed.count >= 3
    else { return nil }
    return letter
  }

  /// The mark of signs that points at the words behind it, as writers of mails set it: ==> NEWS, >> News, » News, -> News.
  static func arrow(_ text: String) -> (mark: String, rest: String)? {
    guard text.unicodeScalars.first?.isHan == false, let first = text.first, "=-—>»→➤►▶".contains(first) else {
      return nil
    }
    let mark = text.prefix { "=-—>»→➤►▶".contains($0) }
    guard mark.count <= 5, let last = mark.last, ">»→➤►▶".contains(last),
      text.dropFirst(mark.count).first?.isBlankCharacter == true
    else { return nil }
    let rest = text.dropFirst(mark.count).trimmed
    return rest.first?.isLetter == true || rest.first?.isNumber == true ? (String(mark), rest) : nil
  }
}
