/// What converters write beside the words of Markdown: places to jump to, and pandoc's names for looks.
enum ConverterMarks {
  /// The line without what marks a place to jump to, before its words: `<span id="…"></span># …`, `[]{#… .anchor}…`.
  static func withoutAnchors(_ line: Substring) -> Substring {
    var rest = line
    while true {
      if rest.hasPrefix("<span id="), let end = rest.firstRange(of: "></span>") {
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("[]{#"), let end = rest.firstIndex(of: "}") {
        rest = rest[rest.index(after: end)...]
      } else {
        return rest
      }
    }
  }

  /// The lines without the fences of pandoc's divisions (`::: {.name}`); a line alone within one whose style is one of
  /// titles is set bold.
  static func withoutFences(_ lines: [Substring]) -> [Substring] {
    var result = lines
    var open: [Int] = []
    for index in lines.indices where isFence(lines[index]) {
      result[index] = ""
      if lines[index].contains(where: { $0 != ":" && !$0.isBlankCharacter }), !isEnd(lines[index]) {
        open.append(index)
      } else if let start = open.popLast(), isTitle(lines[start]) {
        let inner = (start + 1..<index).filter { !lines[$0].trimmed.isEmpty }
        if inner.count == 1, let only = inner.first, !lines[only].hasPrefix("#"), !lines[only].contains("**") {
          result[only] = "**" + lines[only].trimmed[...] + "**"
        }
      }
    }
    return result
  }

  /// The line without the names of looks and places: `[words]{.underline}`, `[words]{style="…"}`, `# []{#place .anchor}Words`,
  /// `# Words {#place .unnumbered}`.
  static func withoutAttributes(_ line: Substring, isUnderlined: Bool = false) -> Substring {
    guard line.contains("{") else { return line }
    var text = line
    // Places to jump to go first: they may stand within what has a look.
    for begin in ["]{#", "]{.", "]{custom-style=", "]{style=", "]{lang=", "]{dir="] {
      while let place = text.firstRange(of: begin), let end = text[place.upperBound...].firstIndex(of: "}"),
        let open = text[..<place.lowerBound].lastIndex(of: "[")
      {
        text =
          text[..<open] + text[text.index(after: open)..<place.lowerBound] + text[text.index(after: end)...]
      }
    }
    if text.hasPrefix("#") || isUnderlined, text.last == "}", let open = text.lastIndex(of: "{"),
      open > text.startIndex,
      text[text.index(before: open)].isBlankCharacter, "#.-".contains(text[text.index(after: open)])
    {
      text = text[..<open]
    }
    return text
  }

  /// Whether a line is nothing but the strokes that make a heading of the line above: === or ---.
  static func isUnderline(_ line: Substring) -> Bool {
    // Most lines begin otherwise.
    guard let first = line.utf8.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
    let text = line.trimmed
    return text.utf8.count >= 3 && text.utf8.allSatisfy { $0 == first }
  }

  /// The lines with an escaped number where strokes below make a heading of it: to Markdown `1. The lock` begins a list.
  static func withNumberedHeadings(_ lines: [Substring]) -> [Substring] {
    var result = lines
    for index in lines.indices.dropFirst() where isUnderline(lines[index]) {
      let above = lines[index - 1]
      let digits = above.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      // An empty line above: no item of a list that goes on.
      guard (1...3).contains(digits), index < 2 || lines[index - 2].trimmed.isEmpty,
        let mark = above.dropFirst(digits).first, mark == "." || mark == ")",
        above.dropFirst(digits + 1).first == " ", above.trimmed.fits(100),
        // A stroke across the page below a list of one item is none.
        abs(lines[index].trimmed.utf8.count - above.trimmed.columns) <= 4 || lines[index].trimmed.utf8.count <= 4
      else { continue }
      result[index - 1] = above.prefix(digits) + "\\" + above.dropFirst(digits)
    }
    return result
  }

  /// The line in bold if all of it is underlined, as typists and web pages set headings: `<u>The sluice</u>`.
  static func withUnderlinedBold(_ line: Substring) -> Substring {
    let text = line.trimmed
    guard text.hasPrefix("<u>"), text.hasSuffix("</u>"), text.utf8.count > 7 else { return line }
    let inner = text.dropFirst(3).dropLast(4)
    guard !inner.contains("<u"), !inner.contains("**"), let first = inner.first, let last = inner.last,
      !first.isBlankCharacter, !last.isBlankCharacter
    else { return line }
    return "**" + inner + "**"
  }

  /// The line with `$^{1}$`, as converters of scans write a raised number, and `$_{2}$` as raised and lowered marks. A
  /// raised one belongs to the word before it, whatever blank the converter set between.
  static func withRaisedMarks(_ line: Substring) -> Substring {
    guard line.contains("$^") || line.contains("$_") else { return line }
    var result = ""
    var rest = line
    while let start = rest.firstIndex(of: "$") {
      let inner = rest[rest.index(after: start)...]
      guard let end = inner.firstIndex(of: "$"), let kind = inner.first, "^_".contains(kind) else {
        result += rest[...start]
        rest = inner
        continue
      }
      let mark = circled(inner[..<end].dropFirst()) ?? inner[..<end].dropFirst().without("{} ")
      guard (1...4).contains(mark.count), mark.allSatisfy({ $0.isLetter || $0.isNumber || "*†‡+-".contains($0) }) else {
        result += rest[...start]
        rest = inner
        continue
      }
      result += rest[..<start]
      if kind == "^" {
        while result.last == " " { result.removeLast() }
      }
      result += kind == "^" ? "<sup>\(mark)</sup>" : "<sub>\(mark)</sub>"
      rest = inner[inner.index(after: end)...]
    }
    return (result + rest)[...]
  }

  /// The ① of `{\textcircled{1}}`, as formulas circle a number; nil for any other.
  private static func circled(_ formula: Substring) -> String? {
    guard formula.contains("\\textcircled") else { return nil }
    let bare = formula.filter { !"{} ".contains($0) }
    guard bare.hasPrefix("\\textcircled"), let value = UInt32(bare.dropFirst("\\textcircled".count)),
      (1...20).contains(value), let scalar = Unicode.Scalar(0x245F + value)
    else { return nil }
    return String(Character(scalar))
  }

  /// Whether the line is a name that a typist framed, >>> 工作动态 <<< or ~~~ News ~~~: to Markdown it begins a quotation, or
  /// a program that takes in all that follows.
  static func isOrnament(_ line: Substring) -> Bool {
    guard let first = line.first, first == ">" || first == "~",
      let (marks, inner) = LineGrammar.between(first, in: line.trimmed), marks >= (first == ">" ? 2 : 3)
    else { return false }
    let name = inner.trimmed
    return !name.isEmpty && name.columns <= 48 && !name.contains { $0 == first || $0 == LineGrammar.twin(of: first) }
  }

  /// Whether a comment says that a page ends or begins: `<!-- page 2 -->`, `<!-- PageBreak -->`, `<!-- 第2页 -->`.
  static func isPageBreak(_ html: String) -> Bool {
    guard html.utf8.count <= 80 else { return false }
    let comment = html.filter { !$0.isWhitespace }
    guard comment.utf8.count <= 60, comment.hasPrefix("<!--"), comment.hasSuffix("-->") else { return false }
    let words = comment.dropFirst(4).dropLast(3).lowercased().filter { $0.isLetter || $0.isNumber }
    if ["pagebreak", "newpage", "endofpage", "分页", "分頁", "换页", "換頁"].contains(words) { return true }
    for (head, tail) in [("pagenumber", ""), ("page", ""), ("第", "页"), ("第", "頁")]
    where words.hasPrefix(head) && words.hasSuffix(tail) {
      let digits = words.dropFirst(head.count).dropLast(tail.count)
      if (1...4).contains(digits.count), digits.allSatisfy(\.isDigit) { return true }
    }
    return false
  }

  private static func isFence(_ line: Substring) -> Bool {
    guard line.hasPrefix(":::") else { return false }
    let rest = line.drop { $0 == ":" }.trimmed
    return rest.isEmpty || rest.hasPrefix("{") && rest.contains("}")
      || rest.allSatisfy { $0.isLetter || $0.isNumber || "-_: ".contains($0) } && rest.hanCount == 0
  }

  private static func isEnd(_ line: Substring) -> Bool { line.allSatisfy { $0 == ":" || $0.isBlankCharacter } }

  private static func isTitle(_ line: Substring) -> Bool {
    ["标题\"", "標題\"", "题目\"", "Title\"", "Heading\""].contains(where: line.contains)
  }
}
