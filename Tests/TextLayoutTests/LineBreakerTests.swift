import Testing
import TextLayout
import UnicodeText

@Suite("Breaking lines")
struct LineBreakerTests {
  func fill(_ text: String, _ width: Int, _ rules: LayoutRules = .chinese, first: String = "", rest: String = "")
    -> [String]
  {
    var breaker = LineBreaker(rules)
    return breaker.fill(text, width: width, first: first, rest: rest)
  }

  @Test("A line never begins with a full stop or any other closing mark", arguments: Array("。，、；：？！）》」』”’〕】"))
  func closing(mark: Character) {
    #expect(fill("河水清岸\(mark)柳", 8) == ["河水清", "岸\(mark)柳"])
  }

  @Test("A line never ends with an opening bracket or quote", arguments: Array("（《「『“‘〔【"))
  func opening(mark: Character) {
    #expect(fill("河水清\(mark)岸柳", 8) == ["河水清", "\(mark)岸柳"])
  }

  @Test("A mark goes down together with the character before it, however many marks there are")
  func marks() {
    #expect(fill("河水清岸”）。柳", 10) == ["河水清", "岸”）。柳"])
    #expect(fill("河水清岸（《柳》）", 12) == ["河水清岸", "（《柳》）"])
  }

  @Test("A mark is not parted from its text by a blank either")
  func marksBehindBlanks() {
    #expect(fill("河水清岸 。柳", 8) == ["河水清", "岸 。柳"])
    #expect(fill("河水（ 清岸）", 8) == ["河水", "（ 清", "岸）"])
  }

  @Test("Punctuation may hang outside the line, or be squeezed, if asked for")
  func lineEnds() {
    var hanging = LayoutRules.chinese
    hanging.lineEnd = .hanging
    #expect(fill("河水清岸。柳堤", 8, hanging) == ["河水清岸。", "柳堤"])
    var compressed = LayoutRules.chinese
    compressed.lineEnd = .compressed
    #expect(fill("河水清岸。柳堤", 9, compressed) == ["河水清岸。", "柳堤"])
    #expect(fill("河水清岸。柳", 8, compressed) == ["河水清", "岸。柳"])
  }

  @Test("Brackets do not hang: they are no pause")
  func bracketsDoNotHang() {
    var hanging = LayoutRules.chinese
    hanging.lineEnd = .hanging
    #expect(fill("河水清岸》柳堤", 8, hanging) == ["河水清", "岸》柳堤"])
  }

  @Test("Squeezed, one of two marks side by side counts half, and so does an opening one that begins a line")
  func squeezed() {
    var rules = LayoutRules.chinese
    rules.lineEnd = .compressed
    // Ten columns as they stand, nine squeezed.
    #expect(fill("河水。”清岸柳", 9, rules) == ["河水。”清", "岸柳"])
    #expect(fill("“河水清岸柳堤春汛", 9, rules) == ["“河水清岸", "柳堤春汛"])
    #expect(fill("河，“水清岸柳", 9, rules) == ["河，“水清", "岸柳"])
    #expect(rules.columns(ofLine: "“河水。”清", within: 12) == 10)
  }

  @Test("Justified, lines end at the same column: blanks go to blanks first, then to marks, then between scripts")
  func justified() {
    var rules = LayoutRules.chinese
    rules.justifies = true
    #expect(fill("河水清岸柳堤春", 9, rules) == ["河水 清岸", "柳堤春"])
    #expect(fill("河水，清岸柳堤春汛", 11, rules) == ["河水， 清岸", "柳堤春汛"])
    #expect(fill("河2水清岸柳堤春汛村镇县", 10, rules) == ["河2 水清岸", "柳堤春汛村", "镇县"])
    #expect(fill("河水清岸\n柳堤春汛", 9, rules) == ["河水清岸", "柳堤春汛"])
    var english = LayoutRules.english
    english.justifies = true
    #expect(fill("The river rose by two feet today.", 15, english) == ["The river  rose", "by   two   feet", "today."])
  }

  @Test("A line that would need wide gaps stays as it is")
  func raggedLines() {
    var rules = LayoutRules.english
    rules.justifies = true
    #expect(fill("see https://river.example.org/x", 30, rules) == ["see", "https://river.example.org/x"])
    #expect(fill("a b https://river.example.org/x", 30, rules) == ["a b", "https://river.example.org/x"])
  }

  @Test("Dashes and ellipses are one mark each", arguments: ["——", "……"])
  func pairs(mark: String) {
    for width in stride(from: 6, through: 16, by: 1) {
      let lines = fill("河水清岸柳\(mark)春汛", width)
      #expect(lines.contains { $0.contains(mark) }, "\(lines)")
    }
  }

  @Test(
    "Numbers, dates and times stay whole",
    arguments: [
      "2023年1月28日", "2023 年 1 月 28 日", "1月11日", "98.5%", "98.5 %", "1,234.5万元", "100 场", "8900 余场", "45万余人次", "第12期",
      "第 434 期", "第十二期", "二〇二三年一月", "3—5人", "9:00～11:30", "16时11分", "5 km", "No. 12", "37℃", "￥300", "326.5公里",
      "2.5个百分点",
      "１２３年",
    ])
  func numbers(text: String) {
    for offset in 0..<12 {
      let lines = fill(String(repeating: "河", count: offset) + text + "柳岸清水", 24)
      #expect(lines.contains { $0.contains(text) }, "\(lines)")
    }
  }

  @Test(
    "Addresses stay whole where they fit a line",
    arguments: [
      "https://river.example.org/a/b-c?d=e&f=g%20h", "www.river.example.org/x", "first.last+x@river.example.org",
      "ftp://a.example.org/(x)",
    ])
  func addresses(text: String) {
    for offset in 0..<20 {
      let lines = fill(String(repeating: "河", count: offset) + text + "。柳岸清水", 50)
      #expect(lines.contains { $0.contains(text) }, "\(lines)")
    }
  }

  @Test("An address wider than a line stands alone on its own, or is broken if that is asked for")
  func longAddress() {
    let address = "https://river.example.org/a/very/long/path"
    #expect(fill("见\(address)网页", 20) == ["见", address, "网页"])
    var rules = LayoutRules.chinese
    rules.keepsLongAddresses = false
    let lines = fill("见\(address)网页", 20, rules)
    #expect(lines.allSatisfy { $0.utf8.count <= 24 })
    #expect(lines.joined() == "见\(address)网页")
  }

  @Test("A sentence's own full stop or bracket is no part of an address")
  func addressEnd() {
    #expect(fill("(see http://a.example.org/x) today", 26, .english) == ["(see", "http://a.example.org/x)", "today"])
    #expect(fill("网址http://a.example.org/x，请查收", 24) == ["网址", "http://a.example.org/x，", "请查收"])
  }

  @Test("English breaks between words, and a word wider than the line wherever it must")
  func english() {
    #expect(fill("The river rose by two feet.", 12, .english) == ["The river", "rose by two", "feet."])
    #expect(fill("a Donaudampfschifffahrt b", 10, .english) == ["a", "Donaudampf", "schifffahr", "t b"])
  }

  @Test("A name of two characters set apart by a wide blank is one")
  func names() {
    for offset in 0..<6 {
      let lines = fill(String(repeating: "河", count: offset) + "，张　三，李小四", 12)
      #expect(lines.contains { $0.contains("张　三") }, "\(lines)")
    }
  }

  @Test("Note marks stay with their word")
  func noteMarks() {
    #expect(fill("河水清岸[12]柳", 8) == ["河水清", "岸[12]柳"])
    #expect(fill("河水清岸〔12〕柳", 9) == ["河水清", "岸〔12〕", "柳"])
    #expect(fill("The tide rose.[*12] It fell", 12) == ["The tide", "rose.[*12]", "It fell"])
  }

  @Test("The first line and the others have indents of their own")
  func indents() {
    #expect(fill("河水清岸柳堤春汛", 10, first: "\u{3000}\u{3000}") == ["\u{3000}\u{3000}河水清", "岸柳堤春汛"])
    #expect(fill("河水清岸柳堤", 10, first: "报：", rest: "    ") == ["报：河水清", "    岸柳堤"])
  }

  @Test("A paragraph does not end with a single character on a line of its own")
  func lonelyCharacter() {
    #expect(fill("河水清岸柳。", 10) == ["河水清", "岸柳。"])
    #expect(fill("河水清岸柳堤\n春汛", 10) == ["河水清岸", "柳堤", "春汛"])
    #expect(fill("河水清岸柳堤。", 10) == ["河水清岸", "柳堤。"])
    #expect(fill("河水清岸2次", 10) == ["河水清岸", "2次"])
  }

  @Test("A newline ends a line; blanks at line ends are dropped")
  func newlines() {
    #expect(fill("河水  \n清岸", 20) == ["河水", "清岸"])
    #expect(fill("  河水 清岸　", 5) == ["河水", "清岸"])
    #expect(fill("", 20) == [])
    #expect(fill("   ", 20) == [])
  }

  // MARK: Whatever the text

  static let closingMarks = Set("。，、；：？！）》」』”’〕】")
  static let openingMarks = Set("（《「『“‘〔【")

  @Test("Whatever the text, no line is too wide, begins or ends wrongly, and no letter is lost", arguments: 1...500)
  func property(seed: Int) {
    var generator = TextGenerator(seed: UInt64(seed))
    let text = generator.text(20 + generator.number(below: 400))
    let width = 20 + generator.number(below: 60)
    var rules: LayoutRules = seed % 4 == 0 ? .english : .chinese
    rules.lineEnd = LayoutRules.LineEnd.allCases[seed % 3]
    rules.justifies = seed % 2 == 0
    let lines = fill(text, width, rules, first: "\u{3000}\u{3000}")
    var breaker = LineBreaker(rules)
    for line in lines {
      let body = line.drop { $0 == "\u{3000}" }
      let isAddress = line.contains("://") || line.contains("@")
      let isWide = columns(of: line, rules, width) > width
      let isLongUnit = breaker.units(of: String(body)).count == 1
      #expect(!isWide || (isAddress && isLongUnit), "\(line)")
      // As it stands, a line is wider only by what its marks save.
      if rules.lineEnd == .strict { #expect(!isWide == (breaker.columns(of: line) <= width), "\(line)") }
      if rules.lineEnd == .hanging { #expect(isWide || breaker.columns(of: line) <= width + 2, "\(line)") }
      #expect(line.last?.isWhitespace != true, "\(line)")
      // A row of marks longer than a line has to break somewhere.
      let first = body.first
      if let first, Self.closingMarks.contains(first) {
        #expect(hasOverlongUnit(text, width, rules) || line == lines.first, "\(line)")
      }
      if let last = line.last, Self.openingMarks.contains(last) {
        #expect(hasOverlongUnit(text, width, rules) || line == lines.last, "\(line)")
      }
    }
    #expect(letters(lines.joined()) == letters(text))
    #expect(fill(text, width, rules, first: "\u{3000}\u{3000}") == lines)
    // Blanks are all that justification adds.
    var ragged = rules
    ragged.justifies = false
    #expect(fill(text, width, ragged, first: "\u{3000}\u{3000}").map(letters) == lines.map(letters))
  }

  @Test("Justified, all lines of everyday text but the last end at the same column", arguments: 1...100)
  func justifiedProperty(seed: Int) {
    var generator = TextGenerator(seed: UInt64(seed))
    var text = ""
    for _ in 0..<80 { text += generator.plainClause() }
    var rules = LayoutRules.chinese
    rules.lineEnd = LayoutRules.LineEnd.allCases[seed % 3]
    rules.justifies = true
    let width = 30 + generator.number(below: 50)
    let lines = fill(text, width, rules)
    #expect(lines.count > 5)
    for line in lines.dropLast() { #expect(columns(of: line, rules, width) == width, "\(line)") }
  }

  /// The columns of a line by the rules, counted pair by pair.
  func columns(of line: String, _ rules: LayoutRules, _ width: Int) -> Int {
    let closing = Set("。，、；：？！）》」』〕】〉〗］｝”’")
    let opening = Set("（《「『〔【〈〖［｛“‘")
    // Half of a wide mark, nothing of a narrow one.
    let half = { (mark: Character) in rules.measure.columns(of: mark) / 2 }
    var columns = rules.measure.columns(of: line)
    guard let last = line.last else { return columns }
    switch rules.lineEnd {
    case .strict: break
    case .hanging: if columns > width, "。，、；：？！".contains(last) { columns -= 2 }
    case .compressed:
      let body = line.drop { $0 == " " || $0 == "\u{3000}" }
      if let first = body.first, opening.contains(first) { columns -= half(first) }
      for (a, b) in zip(body, body.dropFirst()) {
        if closing.contains(a), closing.contains(b) || opening.contains(b) { columns -= half(a) }
        if opening.contains(a), opening.contains(b) { columns -= half(b) }
      }
      if columns > width, closing.contains(last) { columns -= half(last) }
    }
    return columns
  }

  func hasOverlongUnit(_ text: String, _ width: Int, _ rules: LayoutRules) -> Bool {
    var breaker = LineBreaker(rules)
    return breaker.units(of: text).contains { $0.width > width - 4 }
  }

  func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test("The lines of a filled text are as full as its units allow")
  func greedy() {
    // The last line may take one unit of the line before.
    var generator = TextGenerator(seed: 99)
    let text = generator.text(600)
    var breaker = LineBreaker(.chinese)
    let lines = breaker.fill(text, width: 60)
    for (line, next) in zip(lines, lines.dropFirst()).dropLast() {
      let head = breaker.units(of: next).first?.width ?? 0
      #expect(breaker.columns(of: line) + head >= 60 || breaker.columns(of: line) > 60 || head > 40, "\(line)")
    }
  }
}
