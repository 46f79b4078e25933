import IssueModel

/// What is done to a source before the Markdown parser sees it, lest it drop or mistake what a bulletin means. No line
/// moves.
struct MarkdownPreparation {
  let source: SourceText
  let diagnostics: DiagnosticSink
  /// The captions of tables that strokes drew, by the line of the table.
  private(set) var captions: [Int: String] = [:]
  /// Where notes stand that were written within their sentences, by the line that they got behind the text.
  private(set) var noteLines: [Int: Int] = [:]

  init(source: SourceText, diagnostics: DiagnosticSink) {
    self.source = source
    self.diagnostics = diagnostics
  }

  /// The source with a blank behind the `#` of headings that lack it (`##标题` is a heading to its writer), and
  /// with no empty line within `<table>`, at which Markdown would stop to see HTML. No line moves.
  mutating func text() -> String {
    var lines = source.lines
    let drawn = DrawnTables.mayBe(in: source) ? DrawnTables(lines) : nil
    if let drawn, drawn.isChanged {
      lines = drawn.lines.map { $0[...] }
      captions = drawn.captions
    }
    if source.contains(ascii: "![") { BrokenDescriptions.join(&lines, diagnostics) }
    let whole = lines
    let hasFences = source.contains(ascii: ":::")
    let hasBraces = source.contains(ascii: "{.") || source.contains(ascii: "{#") || source.contains(ascii: "]{")
    if hasFences { lines = ConverterMarks.withoutFences(lines) }
    if hasBraces {
      lines = lines.indices.map { index in
        let isUnderlined = index + 1 < lines.count && ConverterMarks.isUnderline(lines[index + 1])
        return ConverterMarks.withoutAttributes(lines[index], isUnderlined: isUnderlined)
      }
    }
    if hasFences || hasBraces { DroppedAttributes.report(whole, lines, diagnostics) }
    if source.contains(ascii: "\n---") || source.contains(ascii: "\n===") {
      lines = ConverterMarks.withNumberedHeadings(lines)
    }
    if source.contains(ascii: "<u>") { lines = lines.map { ConverterMarks.withUnderlinedBold($0) } }
    if source.contains(ascii: "$^") || source.contains(ascii: "$_") {
      lines = lines.map { ConverterMarks.withRaisedMarks($0) }
    }
    if source.contains(ascii: "$"), source.contains(ascii: "\\") || source.contains(ascii: "^") {
      for index in lines.indices where lines[index].utf8.contains(UInt8(ascii: "$")) {
        let (line, count) = InlineMaths.writtenOut(lines[index])
        guard count > 0 else { continue }
        diagnostics.repaired(
          "formula-written-out", line: index + 1,
          "\(count) formula\(count == 1 ? "" : "s") of TeX written as words: “\(excerpt(String(line), 24))”",
          zh: "\(count)处TeX公式已写成文字：“\(excerpt(String(line), 24))”", severity: .note)
        lines[index] = line
      }
    }
    if source.contains(ascii: "~~~") || source.contains(ascii: ">>") {
      lines = lines.map { ConverterMarks.isOrnament($0) ? "\\" + $0[...] : $0 }
    }
    var behind = ""
    if PandocMarks.mayBe(in: source) {
      var marks = PandocMarks(lines)
      lines = marks.read()
      behind = marks.notesBehindText
      noteLines = marks.noteLines
    }
    let isChanged = lines != source.lines
    let hasAnchors = source.contains(ascii: "<span id=") || source.contains(ascii: "[]{#")
    let hasTable =
      source.text.utf8.contains(UInt8(ascii: "<")) && source.lines.contains { $0.lowercased().contains("<table") }
    guard hasTable || hasAnchors || lines.contains(where: { Self.unspacedHeading($0) != nil })
    else {
      return isChanged ? lines.joined(separator: "\n") + behind : source.text
    }
    var inTable = false
    return lines.enumerated().map { index, line in
      let line = hasAnchors ? ConverterMarks.withoutAnchors(line) : line
      if hasTable {
        let low = line.lowercased()
        if low.contains("<table") { inTable = true }
        if low.contains("</table") { inTable = false }
        if inTable, line.trimmed.isEmpty { return "<!-- -->" }
      }
      guard !inTable, let level = Self.unspacedHeading(line) else { return String(line) }
      return String(line.prefix(level)) + " " + line.dropFirst(level)
    }.joined(separator: "\n") + behind
  }

  private static func unspacedHeading(_ line: Substring) -> Int? {
    guard line.utf8.first == UInt8(ascii: "#") else { return nil }
    let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = line.dropFirst(level)
    if rest.utf8.first == UInt8(ascii: " ") { return nil }
    // #话题# is a hashtag.
    guard level <= 6, let next = rest.first, !next.isBlankCharacter, !rest.contains("#") else { return nil }
    return next.isHanCharacter || "【《“（*".contains(next) ? level : nil
  }
}
