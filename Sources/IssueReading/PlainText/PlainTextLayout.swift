/// How the lines of a text were set on their page: what stands where is told by blanks alone.
struct PlainTextLayout {
  /// Columns of blanks before running text.
  let margin: Int
  /// The width the text was wrapped at, in columns; nil for a text whose lines are paragraphs.
  let width: Int?
  /// The same of lines of Han: in an issue in two languages they end where no further one fits, Latin ones further out.
  let chineseWidth: Int?
  /// Columns of blanks before the first lines of paragraphs; nil where they have no more than others.
  let indent: Int?

  /// The width of a page whose text was not wrapped, in columns.
  static let usualWidth = 72

  init(of lines: [PlainTextLine]) {
    margin = Self.leftMargin(lines)
    width = Self.wrapWidth(lines)
    chineseWidth = width == nil ? nil : Self.chineseWidth(lines) ?? width
    indent = Self.paragraphIndent(lines, margin: margin)
  }

  /// Whether a line stands in the right half of the page, much of the room left of it empty.
  func isFlushRight(_ line: PlainTextLine) -> Bool {
    let width = width ?? Self.usualWidth
    let left = line.indent - margin
    let right = max(0, width - line.columns)
    return left >= 16 && left >= width / 4 && (left > 2 * right || left * 20 >= width * 9 && left > right + 8)
  }

  /// Whether a line stands in the middle of the page, as well as blanks can set it there.
  func isCentred(_ line: PlainTextLine) -> Bool {
    let width = width ?? Self.usualWidth
    let left = line.indent - margin
    guard left >= 5, line.text.columns <= width - 8 else { return false }
    let right = width - line.columns
    // Centred by hand is seldom exact: further in than any paragraph, and not at the right margin.
    return abs(left - right) <= max(6, width / 8) || left >= 6 && right >= 6 && left <= width / 2
  }

  /// Columns of blanks before running text: the least that a fair share of the long lines has. A masthead may
  /// stand further left.
  private static func leftMargin(_ lines: [PlainTextLine]) -> Int {
    var counts: [Int: Int] = [:]
    var long = 0
    for line in lines where line.columns >= 40 && !line.isRule {
      counts[line.indent, default: 0] += 1
      long += 1
    }
    let common = counts.filter { $0.value * 4 >= long && $0.value >= 3 }.keys.min()
    return common ?? lines.filter { !$0.isEmpty }.map(\.indent).min() ?? 0
  }

  /// Columns of blanks before the first lines of paragraphs: what most long lines have that the next line has not.
  private static func paragraphIndent(_ lines: [PlainTextLine], margin: Int) -> Int? {
    var counts: [Int: Int] = [:]
    for (line, next) in zip(lines, lines.dropFirst())
    where line.columns >= 40 && !next.isEmpty && line.indent > next.indent && line.indent - next.indent <= 6 {
      counts[line.indent, default: 0] += 1
    }
    return counts.filter { $0.value >= 2 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
  }

  /// The width the text was wrapped at; nil for a text whose lines are paragraphs.
  private static func wrapWidth(_ lines: [PlainTextLine]) -> Int? {
    let long = lines.filter { $0.columns >= 40 && !$0.isRule }.map(\.columns).sorted()
    guard long.count >= 6 else { return brokenWidth(lines) }
    // The width most lines come near to.
    let width = long[long.count * 9 / 10]
    guard width <= 140 else { return nil }
    let near = long.filter { $0 >= width - 5 && $0 <= width + 2 }.count
    if near * 10 >= long.count * 4 { return width }
    // Words leave a ragged edge: a line is full if the next line's first word would not have fitted.
    guard let widest = long.last, widest <= 140 else { return nil }
    var full = 0
    var pairs = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.columns >= 40 && !next.isEmpty {
      pairs += 1
      if line.columns + 1 + next.firstWordColumns > widest { full += 1 }
    }
    return pairs >= 5 && full * 10 >= pairs * 6 ? widest : brokenWidth(lines)
  }

  /// The width that the Chinese lines of a text in two languages were wrapped at; nil where there are no others, or few.
  private static func chineseWidth(_ lines: [PlainTextLine]) -> Int? {
    let long = lines.filter { $0.columns >= 40 && !$0.isRule }
    let han = long.filter { isChinese($0.text) }
    guard han.count >= 6, long.count - han.count >= 6 else { return nil }
    let widths = han.map(\.columns).sorted()
    let width = widths[widths.count * 9 / 10]
    return widths.filter { $0 >= width - 6 && $0 <= width + 2 }.count * 10 >= widths.count * 7 ? width : nil
  }

  /// Whether a line is of Han for the most part.
  static func isChinese(_ text: String) -> Bool {
    guard text.hasHan else { return false }
    return text.hanCount * 4 > text.columns
  }

  /// The width of a short Western text whose lines break within sentences: the next line begins with a small letter, or
  /// the line ends in a word that nothing ends with (The, of).
  private static func brokenWidth(_ lines: [PlainTextLine]) -> Int? {
    var width = 0
    var broken = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.columns >= 40 && line.text.hanCount == 0 {
      guard let last = line.text.unicodeScalars.last, last.isASCIILetter || last == "," || last == "-",
        next.text.first?.isLowercase == true || TornParagraphStage.endsInFunctionWord(line.text),
        // Or left of the line that begins a paragraph.
        next.indent == line.indent || (2...8).contains(line.indent - next.indent) && line.columns >= 48
      else { continue }
      broken += 1
      width = max(width, line.columns)
    }
    return broken >= 2 && width <= 140 ? width : nil
  }
}
