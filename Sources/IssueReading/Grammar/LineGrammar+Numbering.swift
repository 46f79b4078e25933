/// The numberings of headings and items: 一、 （一） 1. （1） ①.
extension LineGrammar {
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
  static func numbering(_ text: String) -> Numbering? { denseNumbering(text) ?? spreadNumbering(text) }

  /// 一 、 and （ 二 ）: OCR set the letters of the line apart.
  private static func spreadNumbering(_ text: String) -> Numbering? {
    let start = text.unicodeScalars.prefix(2)
    guard start.count == 2, start.last == " ", let first = start.first,
      isCountingHan(first) || "（(".contains(Character(first))
    else { return nil }
    let characters = text.characters(atMost: 14)
    let places = characters.indices.filter { characters[$0] != " " }
    guard let numbering = denseNumbering(String(places.map { characters[$0] })),
      numbering.level <= 2 || numbering.level == 4, numbering.length <= places.count,
      "、）)".contains(characters[places[numbering.length - 1]])
    else { return nil }
    return Numbering(level: numbering.level, value: numbering.value, length: places[numbering.length - 1] + 1)
  }

  private static func denseNumbering(_ text: String) -> Numbering? {
    // Most lines begin with none: that much is told by one scalar.
    guard let start = text.unicodeScalars.first, mayBeginNumbering(start) else { return nil }
    let characters = text.characters(atMost: 12)
    guard let first = characters.first else { return nil }
    func run(from start: Int, _ test: (Unicode.Scalar) -> Bool) -> Int {
      var end = start
      while end < characters.count, test(characters[end].scalar) { end += 1 }
      return end
    }
    let chinese = isCountingHan
    let arabic: (Unicode.Scalar) -> Bool = \.isDigit
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
    if first.scalar.isCircledNumber {
      return Numbering(level: 5, value: Int(first.scalar.value) - 0x245F, length: 1)
    }
    let end = run(from: 0, chinese)
    if end > 0, end <= 3, end < characters.count, "、．.".contains(characters[end]),
      let value = ChineseNumerals.value(String(characters[..<end]))
    {
      // 一、三、五上班 counts days.
      if characters[end] == "、", end == 1 {
        let behind = run(from: 2, chinese)
        if behind == 3, behind < characters.count, characters[behind] == "、" { return nil }
      }
      return Numbering(level: 1, value: value, length: end + 1)
    }
    // 一　气候概况: a wide blank alone behind the number.
    if end > 0, end <= 3, end + 1 < characters.count, characters[end] == "\u{3000}", text.count <= 40,
      let value = ChineseNumerals.value(String(characters[..<end]))
    {
      return Numbering(level: 1, value: value, length: end + 1)
    }
    let digits = run(from: 0, arabic)
    // 1.1　气温, 2.3.1 Results: the level is how many numbers there are.
    if digits > 0, digits <= 2, digits + 2 < characters.count, ".．".contains(characters[digits]) {
      var place = digits
      var parts = 1
      while place + 1 < characters.count, ".．".contains(characters[place]) {
        let next = run(from: place + 1, arabic)
        guard next > place + 1, next - place <= 3 else { break }
        parts += 1
        place = next
      }
      var behind = place
      while behind < characters.count, characters[behind].isBlankCharacter { behind += 1 }
      if parts >= 2, behind > place, behind < characters.count, text.count <= 60, text.last != ".", text.last != "。",
        characters[behind].isHanCharacter || characters[behind].isUppercase,
        let value = Int(String(characters[(place - 1)..<place]).halfWidth),
        characters[place] == "\u{3000}" || parts >= 3 || text.columns <= 40
      {
        return Numbering(level: min(parts, 4), value: value, length: behind)
      }
    }
    if digits > 0, digits <= 2, digits < characters.count, "．.、)）".contains(characters[digits]) {
      // 3.5 is a number, 1.加强 a numbering.
      if digits + 1 < characters.count, characters[digits] == ".", arabic(characters[digits + 1].scalar) { return nil }
      guard let value = ChineseNumerals.value(String(characters[..<digits]).halfWidth) else { return nil }
      return Numbering(level: 3, value: value, length: digits + 1)
    }
    return nil
  }

  /// The Roman number that a line such as II. METHODS begins with, and the name behind it; nil for none.
  static func roman(_ text: String) -> (value: Int, name: String)? {
    guard let first = text.utf8.first, "IVXLC".utf8.contains(first),
      let mark = text.firstIndex(ofAny: ".、)．"), let value = RomanNumerals.value(text[..<mark])
    else { return nil }
    let name = text[text.index(after: mark)...]
    guard let first = name.first, first.isBlankCharacter || text[mark] == "、", !name.trimmed.isEmpty else { return nil }
    return (value, name.trimmed)
  }

  /// Which part a line names: II. METHODS, B. Notices, Part Two: The House, Section 3 – News, 第一部分; nil for any
  /// other line.
  static func part(_ text: String) -> Int? {
    if text.unicodeScalars.first == "第" { return chinesePart(text) }
    // The others begin with a Latin letter.
    guard let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return nil }
    if let roman = roman(text) { return roman.value }
    // A. NEWS, B. NOTICES
    if let letter = text.utf8.first, (0x41...0x5A).contains(letter), text.utf8.dropFirst().first == UInt8(ascii: "."),
      text.dropFirst(2).first?.isBlankCharacter == true, text.dropFirst(2).trimmed.count >= 3
    {
      return Int(letter) - 0x40
    }
    let low = text.lowercased()
    guard let word = ["part ", "section "].first(where: low.hasPrefix) else { return nil }
    let number = low.dropFirst(word.count).prefix { $0.isLetter || $0.isNumber }
    var words = FieldScanner(number)
    return Int(number) ?? words.spelled() ?? RomanNumerals.value(number.uppercased())
      ?? (number.count == 1 ? number.utf8.first.map { Int($0) - 0x60 } : nil)
  }

  /// 第一部分　综合情况, 第二篇：…, 第三辑.
  private static func chinesePart(_ text: String) -> Int? {
    var scanner = FieldScanner(text)
    guard scanner.take("第"), let value = scanner.number(maximumDigits: 3),
      scanner.take(oneOf: ["部分", "部份", "篇", "编", "編", "辑", "輯", "板块", "版块", "单元", "單元"]) != nil
    else { return nil }
    // 第一篇文章 goes on as text.
    let rest = String(scalars: Array(scanner.scalars[scanner.place...]))
    guard let next = rest.first else { return value }
    return next.isBlankCharacter || "：:、，—-·".contains(next) ? value : nil
  }

  /// The number of 1 近期天气实况: one or two digits, blanks, and words in Han; nil for any other line, and for 3 月工作.
  static func numberBeforeBlank(_ text: String) -> Int? {
    guard let first = text.unicodeScalars.first, first.isDigit, text.fits(80) else { return nil }
    let digits = text.prefix { $0.isDigit }
    let rest = text.dropFirst(digits.count)
    guard digits.count <= 2, rest.first?.isBlankCharacter == true, let value = Int(String(digits).halfWidth) else {
      return nil
    }
    let name = rest.drop(while: \.isBlankCharacter)
    guard let letter = name.first, letter.isHanCharacter, name.count >= 3, !"年月日时時分号號期页頁个個人名次条條项項".contains(letter)
    else { return nil }
    return value
  }

  private static func mayBeginNumbering(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "（" || scalar == "(" || scalar.isCircledNumber || scalar.isDigit
      || isCountingHan(scalar)
  }

  private static func isCountingHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百": true
    case "壹", "贰", "貳", "叁", "參", "肆", "伍", "陆", "陸", "柒", "捌", "玖", "拾": true
    default: false
    }
  }

  /// 第一, 其一, 一是, 首先: the words that begin a counted paragraph.
  static func beginsCount(_ text: String) -> Bool {
    let start = text.unicodeScalars.prefix(3)
    guard start.first == "第" || start.dropFirst().first == "是" else { return false }
    return start.contains { $0 != "百" && isCountingHan($0) }
  }
}
