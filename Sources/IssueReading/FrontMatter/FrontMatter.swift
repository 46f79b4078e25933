import IssueModel

/// The YAML or TOML before a Markdown text: what the editor states outright, and what recognition must not overrule.
struct FrontMatter {
  /// One thing that the editor states.
  struct Entry {
    var key: String
    /// The words; those of a list with 、 between them.
    var value: String
    /// The line of the source.
    var line: Int
    /// Whether the value is no text nor a list of texts, but entries within the entry.
    var isNested: Bool
  }
  /// The lines of the source that it takes, the strokes included.
  let lines: ClosedRange<Int>
  /// Its entries, in order.
  let entries: [Entry]

  /// The most lines that it may have.
  private static let maximumLines = 200

  /// The front matter of `source`: from a first line `---` to the next `---` or `...`, if a mapping stands between, or from `+++` to
  /// the next; nil for none. Empty lines and comments may stand above it. If what stands there means to be one, `diagnostics` are told
  /// why it is not read.
  init?(_ source: SourceText, _ diagnostics: DiagnosticSink) {
    guard let start = Self.start(of: source) else { return nil }
    if source[start].trimmed == "+++" {
      guard let toml = TOMLFrontMatter(source, from: start, atMost: Self.maximumLines) else { return nil }
      lines = toml.lines
      entries = toml.entries
      return
    }
    let limit = min(source.lines.count, start + Self.maximumLines - 1)
    guard limit > start + 1,
      let end = (start + 1...limit).first(where: { ["---", "..."].contains(source[$0].trimmed) }),
      end > start + 1
    else { return nil }
    let inner = source.lines[start..<(end - 1)]
    guard inner.contains(where: { $0.utf8.contains(UInt8(ascii: ":")) }), start == 1 || Self.meansToBe(inner) else {
      return nil
    }
    let value: YAMLValue
    do throws(YAMLValue.Fault) {
      value = try YAMLValue(parsing: inner.joined(separator: "\n"))
    } catch {
      if Self.meansToBe(inner) { Self.report(error, below: start, diagnostics) }
      return nil
    }
    guard !value.entries.isEmpty else { return nil }
    lines = start...end
    entries = value.entries.map { entry in
      Entry(
        key: entry.key, value: entry.value.words, line: entry.line + start,
        isNested: !entry.value.list.allSatisfy { $0.text != nil } || !entry.value.entries.isEmpty)
    }
  }

  /// The line of strokes that front matter may begin with: the first of the text but for empty lines and comments.
  private static func start(of source: SourceText) -> Int? {
    var isComment = false
    for number in 1...min(source.lines.count, 20) {
      let line = source[number].trimmed
      if isComment {
        if line.contains("-->") { isComment = !line.hasSuffix("-->") }
        continue
      }
      if line.isEmpty { continue }
      if line.hasPrefix("<!--") {
        isComment = !line.contains("-->")
        guard isComment || line.hasSuffix("-->") else { return nil }
        continue
      }
      return line == "---" || line == "+++" ? number : nil
    }
    return nil
  }

  /// Whether the lines between two strokes are front matter to whoever wrote them, and no text: most are keys with values,
  /// and one of the keys is known, or there are several.
  private static func meansToBe(_ lines: ArraySlice<Substring>) -> Bool {
    let keys = lines.compactMap { line -> String? in
      guard let first = line.first, !first.isBlankCharacter, !"-#>*|".contains(first),
        let colon = line.firstIndex(of: ":")
      else { return nil }
      let key = line[..<colon]
      let behind = line[colon...].dropFirst().first
      // Minutes of the meeting held on Monday: …
      return key.columns <= 24 && behind?.isBlankCharacter != false ? StatedField.name(String(key)) : nil
    }
    let others = lines.count { line in
      // What goes on within a value is indented, or an item.
      guard let first = line.first else { return false }
      return !first.isBlankCharacter && !"-#]}".contains(first)
    }
    guard keys.count * 2 > others else { return false }
    return keys.contains { StatedField($0) != nil } || keys.count > 1 && keys.count == others
  }

  private static func report(_ fault: YAMLValue.Fault, below start: Int, _ diagnostics: DiagnosticSink) {
    diagnostics.report(
      Diagnostic(
        id: "front-matter-unread", severity: .warning,
        at: SourcePosition(line: fault.line + start, column: max(1, fault.column)),
        message: Wording(
          "the lines between the strokes look like front matter, but are not the YAML that is read (\(fault.reason)); they stay in the text",
          zh: "两行 --- 之间像是文首信息，但不是可读的YAML（\(fault.reason)），已作为正文保留"),
        hint: Wording(
          "write key: value on each line, and values with marks of their own in quotation marks",
          zh: "请每行写一项“键: 值”，含特殊符号的值加引号")))
  }
}

extension YAMLValue {
  /// All words of the value, those of entries behind their keys.
  fileprivate var words: String {
    switch self {
    case .text(let text): text
    case .list(let values): values.map(\.words).joined(separator: "、")
    case .mapping(let entries): entries.map { "\($0.key): \($0.value.words)" }.joined(separator: ", ")
    }
  }
}
