import IssueModel

/// What is done to a source before the Markdown parser sees it, lest it drop or mistake what a bulletin means. No line
/// moves.
struct MarkdownPreparation {
  let source: SourceText
  let diagnostics: DiagnosticSink
  /// The captions of tables that strokes drew, by the line of the table.
  private(set) var captions: [Int: String] = [:]

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
    if source.contains(ascii: ":::") { lines = ConverterMarks.withoutFences(lines) }
    if source.contains(ascii: "{.") || source.contains(ascii: "{#") || source.contains(ascii: "]{") {
      lines = lines.indices.map { index in
        let isUnderlined = index + 1 < lines.count && ConverterMarks.isUnderline(lines[index + 1])
        return ConverterMarks.withoutAttributes(lines[index], isUnderlined: isUnderlined)
      }
    }
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
    let isChanged = lines != source.lines
    let hasAnchors = source.contains(ascii: "<span id=") || source.contains(ascii: "[]{#")
    let hasTable =
      source.text.utf8.contains(UInt8(ascii: "<")) && source.lines.contains { $0.lowercased().contains("<table") }
    let unused = unreferencedNotes().union(unreferencedLinks())
    guard hasTable || hasAnchors || !unused.isEmpty || lines.contains(where: { Self.unspacedHeading($0) != nil })
    else {
      return isChanged ? lines.joined(separator: "\n") : source.text
    }
    var inTable = false
    return lines.enumerated().map { index, line in
      let line = hasAnchors ? ConverterMarks.withoutAnchors(line) : line
      if unused.contains(index + 1), let bracket = line.firstIndex(of: "[") {
        return line[..<bracket] + "\\" + line[bracket...]
      }
      if hasTable {
        let low = line.lowercased()
        if low.contains("<table") { inTable = true }
        if low.contains("</table") { inTable = false }
        if inTable, line.trimmed.isEmpty { return "<!-- -->" }
      }
      guard !inTable, let level = Self.unspacedHeading(line) else { return String(line) }
      return String(line.prefix(level)) + " " + line.dropFirst(level)
    }.joined(separator: "\n")
  }

  /// The lines `[name]: …` that no link refers to. The parser would take them for targets of links and drop them.
  private func unreferencedLinks() -> Set<Int> {
    guard source.contains(ascii: "]:") else { return [] }
    var definitions: [(name: String, line: Int)] = []
    for (index, line) in source.lines.enumerated() {
      let text = line.drop { $0 == " " }
      guard text.first == "[", !text.hasPrefix("[^"), let close = text.firstIndex(of: "]"),
        text[close...].hasPrefix("]:")
      else { continue }
      definitions.append((text[text.index(after: text.startIndex)..<close].lowercased(), index + 1))
    }
    guard !definitions.isEmpty else { return [] }
    var uses: [String: Int] = [:]
    for line in source.lines {
      var rest = line[...]
      while let open = rest.firstIndex(of: "[") {
        rest = rest[rest.index(after: open)...]
        guard let close = rest.firstIndex(of: "]") else { break }
        uses[rest[..<close].lowercased(), default: 0] += 1
      }
    }
    return Set(definitions.filter { (uses[$0.name] ?? 0) < 2 }.map(\.line))
  }

  /// The lines of footnotes that nothing refers to. The parser would drop them; as paragraphs they stay.
  private func unreferencedNotes() -> Set<Int> {
    guard source.contains(ascii: "[^") else { return [] }
    var definitions: [(name: Substring, line: Int)] = []
    var references: Set<Substring> = []
    for (index, line) in source.lines.enumerated() {
      var rest = line[...]
      while let open = rest.firstRange(of: "[^") {
        let inner = rest[open.upperBound...]
        guard let close = inner.firstIndex(of: "]") else { break }
        let name = inner[..<close]
        let after = inner[inner.index(after: close)...]
        if after.first == ":", line[..<open.lowerBound].allSatisfy({ $0 == " " }) {
          definitions.append((name, index + 1))
        } else {
          references.insert(name)
        }
        rest = after
      }
    }
    let unused = definitions.filter { !references.contains($0.name) }
    for (name, line) in unused {
      diagnostics.repaired(
        "note-unreferenced", line: line,
        "nothing refers to the footnote “\(excerpt(String(name)))”; it stays as a paragraph",
        zh: "脚注“\(excerpt(String(name)))”没有被引用，已作为段落保留",
        hint: Wording("refer to it in the text or delete it", zh: "请在正文中引用或删除"))
    }
    return Set(unused.map(\.line))
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
