/// Page numbers of the old pages.
extension LineGrammar {
  /// The number in a line that is nothing but a page number: — 3 —, - 3 -, 第 3 页 共 8 页, 3/8, Page 3 of 8.
  static func pageNumber(_ text: String) -> Int? {
    if let page = markedPage(text) ?? pageBetweenOnes(text) ?? sheet(text) { return page }
    guard text.utf8.count <= 64, mayBePageNumber(text) else { return nil }
    var scalars = text.halfWidth.unicodeScalars.filter { !$0.isBlank && !$0.isInvisible }[...]
    // /2/
    while scalars.count > 2, scalars.first == "/", scalars.last == "/" { scalars = scalars.dropFirst().dropLast() }
    var scanner = FieldScanner(String(scalars: scalars))
    if scanner.take("第"), let value = scanner.number(maximumDigits: 4), scanner.take(oneOf: ["页", "頁"]) != nil {
      _ = scanner.take(oneOf: [",", "，", "/", "("])
      if scanner.take("共"), scanner.number(maximumDigits: 4) != nil { _ = scanner.take(oneOf: ["页", "頁"]) }
      _ = scanner.take(")")
      return scanner.atEnd ? value : nil
    }
    scanner = FieldScanner(String(scalars: scalars))
    if scanner.takeWord(oneOf: ["page", "p", "pageof"]) != nil {
      _ = scanner.take(".")
      guard let value = scanner.arabic(digits: 1...4) else { return nil }
      if scanner.takeWord(oneOf: ["of"]) != nil { _ = scanner.arabic(digits: 1...4) }
      return scanner.atEnd ? value : nil
    }
    let inner = scalars.drop(while: isPageMark)
    let before = scalars.count - inner.count
    let digits = inner.prefix { $0.isASCIIDigit }
    guard (1...3).contains(digits.count), let value = Int(String(scalars: digits)) else { return nil }
    let rest = inner.dropFirst(digits.count)
    if rest.first == "/" {
      return before == 0 && rest.count > 1 && rest.dropFirst().allSatisfy(\.isASCIIDigit) ? value : nil
    }
    return rest.allSatisfy(isPageMark) ? value : nil
  }

  /// {12}-----------: how a converter marks the beginning of a page.
  private static func markedPage(_ text: String) -> Int? {
    guard text.utf8.first == UInt8(ascii: "{"), text.utf8.count <= 96, let close = text.firstIndex(of: "}") else {
      return nil
    }
    let strokes = text[text.index(after: close)...].trimmed
    guard strokes.count > 10, strokes.allSatisfy({ $0 == "-" }) else { return nil }
    return Int(text[text.index(after: text.startIndex)..<close])
  }

  /// 第三版, A3版, （第 3 版　共四版）: the page of a newspaper, perhaps in brackets or between strokes.
  private static func sheet(_ text: String) -> Int? {
    guard text.utf8.count <= 64, text.unicodeScalars.contains("版") else { return nil }
    let bare = text.halfWidth.unicodeScalars.filter { !$0.isBlank && !$0.isInvisible && !isPageMark($0) }
    var scanner = FieldScanner(String(scalars: Array(bare)))
    let open = scanner.take(oneOf: ["(", "（", "[", "【", "〔"])
    let isCounted = scanner.take("第")
    let isLettered = scanner.take(oneOf: ["A", "B", "C", "D"]) != nil
    guard let page = scanner.number(maximumDigits: 2), (1...99).contains(page), scanner.take("版") else { return nil }
    // 3版 alone may say how many pages there are, or that a text was changed.
    guard isCounted || isLettered || open != nil || bare.count < text.unicodeScalars.count else { return nil }
    if scanner.take(oneOf: [",", "，", "/", "("]) != nil || scanner.take("共") || scanner.take("總") || scanner.take("总") {
      _ = scanner.take("共")
      guard scanner.number(maximumDigits: 2) != nil, scanner.take(oneOf: ["版", "页", "頁"]) != nil else { return nil }
      _ = scanner.take(")")
    }
    if open != nil { _ = scanner.take(oneOf: [")", "）", "]", "】", "〕"]) }
    return scanner.atEnd ? page : nil
  }

  /// 一一 3 一一: OCR reads the dashes beside a page number so.
  private static func pageBetweenOnes(_ text: String) -> Int? {
    guard text.utf8.count <= 40, text.trimmed.unicodeScalars.first == "一" else { return nil }
    let bare = text.halfWidth.withoutBlanks
    let ones = bare.prefix { $0 == "一" }.count
    let digits = bare.dropFirst(ones).prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(ones), (1...3).contains(digits.count), bare.count == 2 * ones + digits.count,
      bare.reversed().prefix(while: { $0 == "一" }).count == ones
    else { return nil }
    return Int(digits)
  }

  /// Whether a line is short enough for a page number and begins as one does: 第, Page, a dash or a digit.
  private static func mayBePageNumber(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars where !scalar.isBlank && !scalar.isInvisible {
      if count == 0 {
        let first = scalar.halfWidth
        guard first == "第" || first == "P" || first == "p" || first.isASCIIDigit || first == "/" || isPageMark(first)
        else {
          return false
        }
      }
      count += 1
      if count > 16 { return false }
    }
    return count > 0
  }

  private static func isPageMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "—", "–", "―", "─", "－", "·", "‧", "∙", "・", "*", "•", "~", "_", "|": true
    default: false
    }
  }

  /// The page in a short line that ends or begins with 第 2 页, 第2页 共4页, Page 2 of 4, beside other words.
  static func pageWithin(_ text: String) -> Int? {
    guard text.contains("第") || text.contains("age ") else { return nil }
    // ———— 某某报 第三版 ————: strokes at both ends are its dress.
    func isDress(_ scalar: Unicode.Scalar) -> Bool { isPageMark(scalar) || scalar.isBlank }
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !isDress($0) }), let last = scalars.lastIndex(where: { !isDress($0) })
    else { return nil }
    let line = String(scalars: scalars[first...last])
    let words = line.columns <= 80 ? line : line.columnsByGaps.joined(separator: " ")
    guard words.columns <= 80, !isProse(words) || words.columns <= 60, pageNumber(line) == nil else { return nil }
    for mark in ["第", "Page ", "page "] {
      guard let start = line.ranges(of: mark).last?.lowerBound else { continue }
      var scanner = FieldScanner(String(line[start...]))
      if scanner.take("第") {
        guard let page = scanner.number(maximumDigits: 4), scanner.take(oneOf: ["页", "頁", "版"]) != nil else { continue }
        _ = scanner.take(oneOf: [",", "，", "/"])
        if scanner.take("共"), scanner.number(maximumDigits: 4) != nil { _ = scanner.take(oneOf: ["页", "頁", "版"]) }
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
}
