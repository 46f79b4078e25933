/// Who wrote what an entry names.
extension ContentsLine {
  /// One ............ Ada Moor: who wrote it, where others have the page.
  mutating func takeWriterForPage() {
    if text.contains("......") || text.contains("…………"),
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
  }

  /// What `rest` has lost of `line` in its midst, without the marks and blanks around it.
  static func lost(of line: String, in rest: String) -> String? {
    let head = zip(line, rest).prefix { $0 == $1 }.count
    let tail = min(zip(line.reversed(), rest.reversed()).prefix { $0 == $1 }.count, rest.count - head)
    let words = line.dropFirst(head).dropLast(tail)
    let name = words.drop { !$0.isLetter }.reversed().drop { !$0.isLetter && $0 != "." }.reversed()
    return name.isEmpty ? nil : MastheadLine.closed(String(name))
  }

  /// “安静”的四十分钟　　　　数学组　段知白: behind a wide gap, who wrote it.
  static func withoutSetOffWriter(_ text: String) -> String {
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
  static func withoutByline(_ text: String) -> String {
    guard !text.hasHan, let by = text.ranges(of: " By ").last ?? text.ranges(of: " BY ").last,
      let mark = text[..<by.lowerBound].last, ".,;–—".contains(mark),
      TitleWork.isByline(String(text[text.index(after: by.lowerBound)...]))
    else { return text }
    return withoutLeader(String(text[..<text.index(before: by.lowerBound)]))
  }

  /// 口述史采集……黎　昕　6: the writer between leader and page is none of the title's words.
  static func withoutWriter(_ text: String) -> String {
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
}
