/// Runs of lines in which a title and the paragraphs below it stand with no empty line between, while empty lines part one run
/// from the next. To Markdown each run is one paragraph, to its writer each line is.
enum TightRuns {
  /// How many wide lines with another right below tell it.
  static let leastLines = 2

  /// The text with an empty line wherever one paragraph of such a run ends and another begins; nil where the runs were wrapped:
  /// nine in ten of the wide lines within them end a sentence, and at least every other run begins with a head.
  static func spread(_ text: String) -> SpreadText? {
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    var wide = 0
    var ending = 0
    var runs: [Range<Int>] = []
    var headed = 0
    for run in self.runs(of: source) {
      let inner = source[run].dropLast().filter(isWide)
      guard !inner.isEmpty else { continue }
      runs.append(run)
      wide += inner.count
      ending += inner.count(where: endsSentence)
      if isHead(source[run.lowerBound]) || isBelowHeading(run, source) { headed += 1 }
    }
    guard wide >= leastLines, ending * 10 >= wide * 9, headed * 2 >= runs.count else { return nil }
    var result = SpreadText()
    var next = 0
    for (index, line) in source.enumerated() {
      while next < runs.count, runs[next].upperBound <= index { next += 1 }
      // A wide line without the end of a sentence is torn: it goes on below.
      if next < runs.count, runs[next].contains(index), index > runs[next].lowerBound,
        !isWide(source[index - 1]) || endsSentence(source[index - 1])
      {
        result.part()
      }
      result.append(line)
    }
    return result.count > 0 ? result : nil
  }

  /// Two or more lines of words right below each other, outside of tables and programs.
  private static func runs(of lines: [Substring]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    var inFence = false
    var inTable = false
    func end(_ index: Int) {
      if let first = start, index - first >= 2 { runs.append(first..<index) }
      start = nil
    }
    for (index, line) in lines.enumerated() {
      let kind = MarkdownLineKind(line)
      if kind == .fence { inFence.toggle() }
      if kind == .html {
        if line.contains("<table") { inTable = true }
        if line.contains("</table") { inTable = false }
      }
      if kind == .plain, !inFence, !inTable {
        start = start ?? index
      } else {
        end(index)
      }
    }
    end(lines.count)
    return runs
  }

  /// Whether the run is Chinese and stands right below a heading; who types Western text so may break it behind each sentence.
  private static func isBelowHeading(_ run: Range<Int>, _ lines: [Substring]) -> Bool {
    run.lowerBound > 0 && MarkdownLineKind(lines[run.lowerBound - 1]) == .heading
      && lines[run.lowerBound].unicodeScalars.contains(where: \.isHan)
  }

  private static func isWide(_ line: Substring) -> Bool { line.utf8.count >= 48 && String(line).trimmed.columns >= 48 }

  private static func endsSentence(_ line: Substring) -> Bool {
    line.unicodeScalars.last { !$0.isClosing && !$0.isBlank && $0 != "\\" && $0 != "*" }.map {
      $0.endsSentence || $0 == "."
    }
      ?? false
  }

  /// Whether a line is short and ends as no text does.
  private static func isHead(_ line: Substring) -> Bool {
    guard !isWide(line), let last = line.unicodeScalars.last(where: { !$0.isClosing && !$0.isBlank }) else {
      return false
    }
    return !last.endsSentence && !"，、；,;.".unicodeScalars.contains(last)
  }
}
