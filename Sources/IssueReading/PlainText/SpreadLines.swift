/// Text whose letters all stand apart, as one program for OCR writes Han: 布 场 甲 班.
///
/// A Han of it takes the room of two or of one and a half, and the marks between them are narrow, so that lines of one page
/// differ in width by a third. What that program sets apart by empty lines are paragraphs.
enum SpreadLines {
  /// For the lines that stand in one run of lines with running text, by their places, the width of the run's widest line;
  /// empty for a text whose letters do not stand apart.
  /// - Parameters:
  ///   - lines: The lines of the text.
  ///   - wasSpread: Whether the blanks between its letters were closed: of three columns of a Han two are left.
  static func widths(of lines: [PlainTextLine], wasSpread: Bool) -> [Int: Int] {
    if !wasSpread {
      let long = lines.filter { $0.columns >= 40 && $0.text.hasHan }
      guard long.count >= 4, long.count(where: isSpread) * 5 >= long.count * 4 else { return [:] }
    }
    let least = wasSpread ? 36 : 54
    var widths: [Int: Int] = [:]
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, !lines[end].isEmpty, !lines[end].isRule, !lines[end].hasFormFeed || end == start {
        end += 1
      }
      let run = lines[start..<end]
      // Narrower runs are titles, items, or the head and the foot of the issue.
      if run.count >= 2, let width = run.map(\.columns).max(), width >= least, run.allSatisfy({ !$0.hasColumns }) {
        for place in run.indices { widths[place] = width }
      }
      start = max(end, start + 1)
    }
    return widths
  }

  /// Whether `line` goes on with `last` in a run as wide as that, the blanks between its letters closed before or not.
  static func goesOn(_ last: PlainTextLine, _ line: PlainTextLine, width: Int, wasSpread: Bool) -> Bool {
    guard last.columns * 4 >= width * 3, line.indent <= last.indent + 2 else { return false }
    let words = line.text.withoutBlanks
    if LineGrammar.distribution(words) != nil || LineGrammar.sectionMark(words) != nil { return false }
    guard let end = last.text.unicodeScalars.last(where: { !$0.isClosing }), end.endsSentence else { return true }
    // Behind a sentence an item may begin, and below a line that had room left a paragraph does.
    return last.columns + (wasSpread ? 6 : 9) >= width && ItemMark(line.text) == nil
      && LineGrammar.numbering(words) == nil
  }

  /// Whether a blank stands behind nearly each Han of the line.
  private static func isSpread(_ line: PlainTextLine) -> Bool {
    let han = line.text.hanCount
    return han >= 8 && line.text.unicodeScalars.count(where: \.isBlank) * 4 >= han * 3
  }
}
