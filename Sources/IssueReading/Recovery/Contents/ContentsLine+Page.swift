/// The page of an entry.
extension ContentsLine {
  /// The page at the end: behind dots, a wide gap, or in brackets.
  mutating func takePageBehind() {
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
  }

  /// 一封表扬信 2版: the page with its word, behind a blank.
  mutating func takePageWithWord() {
    if let last = text.unicodeScalars.last, "版页頁".unicodeScalars.contains(last) {
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
  }

  /// ……二十三: the page in Chinese numbers behind dots.
  mutating func takePageInHan() {
    if let last = text.unicodeScalars.last, ChineseNumerals.isNumeral(last), !last.isASCIIDigit {
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
  }

  /// Page 3 – Planning, p.3  Planning: the page before the title.
  mutating func takePageInFront() {
    let mayBeginWithPage = text.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "p")
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
  }

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

  /// The text without the dots and blanks at its end.
  static func withoutLeader(_ text: String) -> String {
    let last = text.unicodeScalars.lastIndex { !".…·．・‥-—_".unicodeScalars.contains($0) && !$0.isBlank }
    return last.map { String(text[...$0]) } ?? ""
  }
}
