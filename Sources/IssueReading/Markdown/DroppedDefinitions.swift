/// Lines that define something which nothing uses: a footnote, `[^1]: …`, the target of a link, `[name]: …`, or a second of one
/// name. The parser drops them; with a backslash they are paragraphs, and stay.
struct DroppedDefinitions {
  /// The text with those backslashes.
  let text: String
  /// The footnotes among them.
  let notes: [(name: String, line: Int)]

  private struct Definition {
    /// From 0.
    var line: Int
    var bracket: Substring.Index
    var name: Substring
    var isNote: Bool
  }

  /// Looks for what `tree`, which was made of `markdown`, does not have; nil if it has everything.
  init?(in markdown: String, _ tree: MarkdownNode) {
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let definitions = lines.indices.compactMap { Self.definition(lines[$0], at: $0) }
    guard !definitions.isEmpty else { return nil }
    let kept = Kept(tree, lineCount: lines.count)
    let lost = definitions.filter { definition in
      guard !kept.isLiteral[definition.line] else { return false }
      if definition.isNote { return !kept.notes.contains(definition.line + 1) }
      return !kept.hasLink(Self.target(of: definition, lines))
    }
    guard !lost.isEmpty else { return nil }
    for definition in lost {
      let line = lines[definition.line]
      lines[definition.line] = line[..<definition.bracket] + "\\" + line[definition.bracket...]
    }
    text = lines.joined(separator: "\n")
    notes = lost.filter(\.isNote).map { (DoubledNotes.scrubbed(String($0.name)), $0.line + 1) }
  }

  /// Whether a definition may begin behind `lead`: blanks, and the marks of quotations and items.
  static func mayBegin(behind lead: Substring) -> Bool {
    guard !lead.isEmpty else { return true }
    return lead.split(whereSeparator: { $0.isBlankCharacter || $0 == ">" }).allSatisfy { word in
      if word.utf8.count == 1, let mark = word.first { return "-*+".contains(mark) }
      guard let end = word.last, end == "." || end == ")" else { return false }
      return word.utf8.count <= 10 && word.dropLast().allSatisfy { $0.isASCII && $0.isNumber }
    }
  }

  private static func definition(_ line: Substring, at index: Int) -> Definition? {
    guard let open = line.firstIndex(of: "["), mayBegin(behind: line[..<open]) else { return nil }
    let inner = line[line.index(after: open)...]
    guard let close = inner.firstIndex(of: "]"), inner[inner.index(after: close)...].first == ":" else { return nil }
    let isNote = inner.first == "^"
    return Definition(
      line: index, bracket: open, name: isNote ? inner[..<close].dropFirst() : inner[..<close], isNote: isNote)
  }

  /// Where a link leads, and its title if that stands on the same line.
  private static func target(of definition: Definition, _ lines: [Substring]) -> (target: Substring, title: Substring) {
    let line = lines[definition.line]
    var words = line[definition.name.endIndex...].dropFirst(2).drop(while: \.isBlankCharacter)
    if words.isEmpty, definition.line + 1 < lines.count {
      words = lines[definition.line + 1].drop { $0.isBlankCharacter || $0 == ">" }
    }
    var end = words.firstIndex(where: \.isBlankCharacter) ?? words.endIndex
    var target = words[..<end]
    if words.first == "<", let close = words.firstIndex(of: ">") {
      target = words[..<close].dropFirst()
      end = words.index(after: close)
    }
    var title = words[end...].drop(while: \.isBlankCharacter)
    while title.last?.isBlankCharacter == true { title.removeLast() }
    guard let first = title.first, let last = title.last, title.utf8.count > 1, "\"'(".contains(first),
      last == (first == "(" ? ")" : first)
    else { return (target, "") }
    return (target, title.dropFirst().dropLast())
  }
}

/// What a tree has of the definitions of its text.
private struct Kept {
  /// The lines of the footnotes, from 1.
  var notes: Set<Int> = []
  /// Whether each line, from 0, stands in a program or in HTML.
  var isLiteral: [Bool]
  /// The titles of links and pictures, by where they lead.
  private var links: [String: Set<String>] = [:]

  init(_ tree: MarkdownNode, lineCount: Int) {
    isLiteral = Array(repeating: false, count: lineCount)
    visit(tree)
  }

  private mutating func visit(_ node: MarkdownNode) {
    switch node.kind {
    case .footnoteDefinition: notes.insert(node.line)
    case .codeBlock, .htmlBlock:
      for line in max(0, node.line - 1)..<max(1, min(isLiteral.count, node.endLine)) { isLiteral[line] = true }
    case .link(let target, let title), .image(let target, let title): links[target, default: []].insert(title)
    default: break
    }
    for child in node.children { visit(child) }
  }

  /// Whether a link or picture is made of a definition. Where the parser reads escapes, target and title are taken for those.
  func hasLink(_ definition: (target: Substring, title: Substring)) -> Bool {
    func isEscaped(_ text: Substring) -> Bool { text.contains("\\") || text.contains("&") && text.contains(";") }
    if isEscaped(definition.target) { return !links.isEmpty }
    guard let titles = links[String(definition.target)] else { return false }
    return definition.title.isEmpty || isEscaped(definition.title) || titles.contains(String(definition.title))
  }
}
