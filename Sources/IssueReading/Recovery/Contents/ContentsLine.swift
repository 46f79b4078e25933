/// A line of a contents list taken apart: bullet or number, text, page.
struct ContentsLine {
  var label: String?
  var text: String
  var page: String?
  /// Who wrote it, between title and page; nil where the list does not say.
  var writer: String?

  init(_ line: String) {
    let whole = line.trimmed
    var text = Self.withoutWriter(whole)
    let titled = text
    // The page: behind dots, a wide gap, or in brackets.
    if let last = text.unicodeScalars.last,
      last.isDigit || "）)".unicodeScalars.contains(last)
    {
      let bracketed = "）)".unicodeScalars.contains(last)
      var body = bracketed ? String(text.dropLast()) : text
      var words: String?
      // (p. 3), (page 3)
      if bracketed, let open = body.lastIndex(where: { "（(".contains($0) }) {
        let inner = body[body.index(after: open)...].trimmed.lowercased()
        for word in ["page", "pp.", "p.", "第"] where inner.hasPrefix(word) {
          let digits = inner.dropFirst(word.count).trimmed.prefix(while: \.isNumber)
          if !digits.isEmpty {
            body = String(body[...open]) + digits
            words = text[text.index(after: open)...].dropLast().trimmed
          }
        }
      }
      let digits = body.reversed().prefix { $0.isNumber }.count
      let head = String(body.dropLast(digits))
      let leader = head.unicodeScalars.reversed().prefix { ".…·．・‥-—_".unicodeScalars.contains($0) || $0.isBlank }
      let dots = leader.filter { !$0.isBlank }.count
      let ellipses = leader.filter { $0 == "…" || $0 == "‥" }.count
      let blanks = leader.count - dots
      if bracketed, digits > 0, digits <= 3, let open = head.last, "（(".contains(open), text.count > digits + 2 {
        page = words ?? String(body.suffix(digits)).halfWidth
        text = Self.withoutLeader(String(head.dropLast()))
      } else if !bracketed, digits > 0, digits <= 3, let head = Self.withoutPageWord(head) {
        page = Self.pageWord(text.dropLast(digits)) + String(body.suffix(digits)).halfWidth
        text = Self.withoutLeader(head)
        while let last = text.last, ",，;–—-".contains(last) { text = String(text.dropLast()).trimmed }
      } else if !bracketed, digits > 0, digits <= 3 || digits == 4 && dots >= 6,
        dots >= 3 || ellipses >= 1 || blanks >= 3 || leader.contains("\t")
      {
        page = String(body.suffix(digits)).halfWidth
        text = Self.withoutLeader(head)
      }
    }
    // 一封表扬信 2版: the page with its word, behind a blank.
    if page == nil, let last = text.unicodeScalars.last, "版页頁".unicodeScalars.contains(last) {
      let body = text.dropLast()
      let digits = body.reversed().prefix { $0.isNumber }.count
      var head = String(body.dropLast(digits))
      let isCounted = head.hasSuffix("第")
      if isCounted { head = String(head.dropLast()) }
      if (1...3).contains(digits), let blank = head.last, blank.isBlankCharacter || ".…·（(".contains(blank),
        head.count > 2
      {
        page = (isCounted ? "第" : "") + body.suffix(digits) + String(last)
        text = Self.withoutLeader(head)
      }
    }
    // One ............ Ada Moor: who wrote it, where others have the page.
    if page == nil, text.contains("......") || text.contains("…………"),
      let dots = text.ranges(of: "......").last ?? text.ranges(of: "…………").last
    {
      let name = text[dots.upperBound...].drop { ".…· ".contains($0) || $0.isBlankCharacter }.trimmed
      let head = Self.withoutLeader(String(text[..<dots.lowerBound]))
      if (1...24).contains(name.columns),
        name.allSatisfy({ $0.isLetter || $0.isBlankCharacter || ".-'’、·".contains($0) }),
        head.columns >= 4
      {
        page = name
        text = head
      }
    }
    // ……二十三: the page in Chinese numbers behind dots.
    if page == nil, let last = text.unicodeScalars.last, ChineseNumerals.isNumeral(last), !last.isASCIIDigit {
      let digits = text.unicodeScalars.reversed().prefix { ChineseNumerals.isNumeral($0) && !$0.isASCIIDigit }.count
      let head = String(text.dropLast(digits))
      let leader = head.unicodeScalars.reversed().prefix { ".…·．・‥-—_".unicodeScalars.contains($0) || $0.isBlank }
      let dots = leader.filter { ".·．・".unicodeScalars.contains($0) }.count
      let ellipses = leader.filter { $0 == "…" || $0 == "‥" }.count
      let blanks = leader.filter(\.isBlank).count
      if digits <= 3, dots >= 3 || ellipses >= 2 || blanks >= 3 || leader.contains("\t"), !head.trimmed.isEmpty {
        page = String(text.suffix(digits))
        text = Self.withoutLeader(head)
      }
    }
    // Page 3 – Planning, p.3  Planning: the page before the title.
    let mayBeginWithPage = page == nil && text.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "p")
    if mayBeginWithPage, text.first == "P" || text.first == "p", let blank = text.firstScalarIndex(where: \.isBlank),
      (2...4).contains(text.distance(from: text.startIndex, to: blank)),
      text[..<blank].dropFirst().allSatisfy(\.isNumber)
    {
      // P2　红树林里的“夜班族”
      page = String(text[..<blank])
      text = text[blank...].trimmed
    } else if mayBeginWithPage, text.lowercased().hasPrefix("page ") || text.lowercased().hasPrefix("p.") {
      let rest = text.drop { !$0.isDigit }
      let digits = rest.prefix { $0.isDigit }
      let behind = rest.dropFirst(digits.count).trimmed
      let gap = rest.dropFirst(digits.count).prefix(while: \.isBlankCharacter)
      if (1...3).contains(digits.count), let mark = behind.first,
        "–—-:.".contains(mark) || gap.count >= 2 || gap.contains("\t")
      {
        let isWord = text.lowercased().hasPrefix("page ")
        page = isWord ? text.prefix(4) + " " + digits : String(text.prefix(2)) + digits
        text = behind.drop { "–—-:. ".contains($0) }.trimmed
      }
    }
    if titled != whole { writer = Self.lost(of: whole, in: titled) }
    if page != nil {
      let named = text
      text = Self.withoutByline(Self.withoutSetOffWriter(text))
      if text != named { writer = Self.lost(of: named, in: text) }
    }
    // The bullet or number.
    if text.unicodeScalars.first?.isHan == false, let first = text.first,
      first.isLineMark || "·-—*+".contains(first), text.count > 1
    {
      let marks = text.prefix { $0.isLineMark || "·-—*+".contains($0) }
      if !(first == "—" && marks.count > 1) {
        label = marks == "-" || marks == "*" || marks == "+" ? nil : String(marks)
        text = String(text.dropFirst(marks.count)).trimmed
      }
    }
    // >> Title, => Title
    if label == nil, let arrow = LineGrammar.arrow(text) {
      label = arrow.mark
      text = arrow.rest
    }
    // [1] Title
    if label == nil, text.utf8.first == UInt8(ascii: "["), text.first == "[",
      let close = text.prefix(5).firstIndex(of: "]"),
      close > text.index(after: text.startIndex),
      text[text.index(after: text.startIndex)..<close].unicodeScalars.allSatisfy(\.isASCIIDigit),
      text[text.index(after: close)...].first?.isBlankCharacter == true
    {
      label = String(text[...close])
      text = text[text.index(after: close)...].trimmed
    }
    // 1/ Title
    if label == nil, text.unicodeScalars.first?.isASCIIDigit == true,
      let stroke = text.prefix(4).firstIndex(ofAny: "/／"), stroke > text.startIndex,
      text[..<stroke].unicodeScalars.allSatisfy(\.isASCIIDigit),
      let next = text[text.index(after: stroke)...].first, next.isBlankCharacter || next.isHanCharacter
    {
      label = String(text[...stroke])
      text = text[text.index(after: stroke)...].trimmed
    }
    // 01 Title, 02 Title: a number of two digits and a blank.
    if text.dropFirst(2).first?.isBlankCharacter == true {
      let lead = text.prefix { $0.isNumber }
      if lead.count == 2, lead.first == "0" || label != nil {
        label = (label ?? "") + lead
        text = String(text.dropFirst(2)).trimmed
      }
    }
    if label == nil, let numbering = LineGrammar.numbering(text), text.count > numbering.length {
      label = String(text.prefix(numbering.length))
      text = String(text.dropFirst(numbering.length)).trimmed
    }
    self.text = text
  }

  init(label: String?, text: String, page: String?) {
    self.label = label
    self.text = text
    self.page = page
  }

  /// The text without any numbering, also where a bullet stands before that.
  var core: String {
    guard let numbering = LineGrammar.numbering(text), text.count > numbering.length else { return text }
    return String(text.dropFirst(numbering.length)).trimmed
  }

  /// What the list prints behind the title: the writer, the page, or both.
  var ending: String? {
    guard let writer else { return page }
    return page.map { writer + (writer.hasHan ? "　" : " ") + $0 } ?? writer
  }

  /// What `rest` has lost of `line` in its midst, without the marks and blanks around it.
  private static func lost(of line: String, in rest: String) -> String? {
    let head = zip(line, rest).prefix { $0 == $1 }.count
    let tail = min(zip(line.reversed(), rest.reversed()).prefix { $0 == $1 }.count, rest.count - head)
    let words = line.dropFirst(head).dropLast(tail)
    let name = words.drop { !$0.isLetter }.reversed().drop { !$0.isLetter && $0 != "." }.reversed()
    return name.isEmpty ? nil : MastheadLine.closed(String(name))
  }

  /// Whether it has a bullet, number, writer or page.
  var isMarked: Bool { label != nil || page != nil || writer != nil }

  /// The word before a page, with its blank: `page `; empty for a mere stroke.
  private static func pageWord(_ head: Substring) -> String {
    let word = head.trimmed.splitAtScalars(where: \.isBlank).last.map(String.init) ?? ""
    return word.unicodeScalars.contains(where: \.isASCIILetter) && word.count <= 5 ? word + " " : ""
  }

  /// What stands before `/ 3`, `page 3`, `p. 3`; nil where no such word does.
  private static func withoutPageWord(_ head: String) -> String? {
    let text = head.trimmed
    if text.hasSuffix("/") || text.hasSuffix("／") || text.hasSuffix("|") || text.hasSuffix("｜") {
      return text.count > 2 && text != head ? String(text.dropLast()) : nil
    }
    let low = text.lowercased()
    for word in [" page", " p.", "\tpage", " pp.", "\tp.", "\tpp."] where low.hasSuffix(word) {
      return String(text.dropLast(word.count))
    }
    return nil
  }

  /// “安静”的四十分钟　　　　数学组　段知白: behind a wide gap, who wrote it.
  private static func withoutSetOffWriter(_ text: String) -> String {
    var gap = 0
    for place in text.indices {
      if text[place].isBlankCharacter {
        gap += text[place] == "\u{3000}" || text[place] == "\t" ? 2 : 1
        continue
      }
      defer { gap = 0 }
      guard gap >= 4, place > text.startIndex else { continue }
      let writer = text[place...].trimmed
      let title = text[..<place].trimmed
      if title.columns >= 6, writer.fits(36), TitleWork.isWriter(writer) { return title }
    }
    return text
  }

  /// THE GATES AT OVER STRATTON. By J. HALE: the writer, with a word that says so.
  private static func withoutByline(_ text: String) -> String {
    guard !text.hasHan, let by = text.ranges(of: " By ").last ?? text.ranges(of: " BY ").last,
      let mark = text[..<by.lowerBound].last, ".,;–—".contains(mark),
      TitleWork.isByline(String(text[text.index(after: by.lowerBound)...]))
    else { return text }
    return withoutLeader(String(text[..<text.index(before: by.lowerBound)]))
  }

  /// 口述史采集……黎　昕　6: the writer between leader and page is none of the title's words.
  private static func withoutWriter(_ text: String) -> String {
    // Either of the two has its mark at the very end.
    guard let last = text.last, "）)".contains(last) || last.isNumber else { return text }
    // 算好三笔账（预算科 桂林）
    if "）)".contains(last), let open = text.lastIndex(where: { "（(".contains($0) }),
      open > text.startIndex
    {
      let inner = text[text.index(after: open)...].dropLast().trimmed
      let words = inner.splitAtScalars(where: \.isBlank)
      if words.count >= 2, inner.hanCount >= 4, TitleWork.isWriter(inner) { return text[..<open].trimmed }
    }
    // The page may stand in brackets.
    let bracket = last.isNumber ? 0 : 1
    guard text.dropLast(bracket).last?.isNumber == true, let dots = leader(in: text) else { return text }
    let leader = text[dots...].prefix { Self.leaders.contains($0) || $0.isBlankCharacter }
    let marks = leader.filter { !$0.isBlankCharacter }
    let tail = text[leader.endIndex...]
    let page = tail.dropLast(bracket).reversed().prefix { $0.isNumber }.count
    var writer = tail.dropLast(bracket + page)
    if bracket == 1 {
      guard let open = writer.last, "（(".contains(open) else { return text }
      writer = writer.dropLast()
    }
    guard marks.count >= 6 || marks.filter({ $0 == "…" }).count >= 2, (1...3).contains(page),
      bracket == 1
        || writer.last.map({ $0.isBlankCharacter || Self.leaders.contains($0) || "（(".contains($0) }) == true,
      (2...24).contains(String(writer).trimmed.columns), Self.isWriter(Self.withoutLeader(String(writer)))
    else { return text }
    return String(text[..<leader.endIndex]) + tail.suffix(page + 2 * bracket)
  }

  /// Whether words between a leader and the page name who wrote it: two to four letters there are a name, whatever the first.
  private static func isWriter(_ text: String) -> Bool {
    TitleWork.isWriter(text) || (2...4).contains(text.count) && text.hanCount == text.count
  }

  private static let leaders = ".…·．・‥-－—_"

  /// Where dots or strokes begin that lead the eye to the page: six in a row, or two of …….
  private static func leader(in text: String) -> String.Index? {
    var start: String.Index?
    var count = 0
    for place in text.indices {
      if leaders.contains(text[place]) {
        start = start ?? place
        count += "…—".contains(text[place]) ? 3 : 1
        if count >= 6 { return start }
      } else {
        start = nil
        count = 0
      }
    }
    return nil
  }

  private static func withoutLeader(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while let last = scalars.last, ".…·．・‥-—_".unicodeScalars.contains(last) || last.isBlank { scalars.removeLast() }
    return String(scalars)
  }
}
