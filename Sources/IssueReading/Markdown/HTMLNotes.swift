import IssueModel

/// Marks of footnotes, `[^1]`, within raw HTML. The parser does not look into HTML, and drops a note that it saw no mark
/// of; so those marks are repeated in a paragraph behind the text, from which it numbers the notes.
enum HTMLNotes {
  /// The names of the notes whose marks stand in HTML, in their order, if `text` defines them.
  static func names(in tree: MarkdownNode, _ text: String) -> [String] {
    var names: [String] = []
    var known: Set<String> = []
    // Looked for once, when a mark asks for the first time: a text has as many definitions as marks. Capitals and small
    // letters are alike to the parser.
    var defined: Set<String>?
    func visit(_ node: MarkdownNode) {
      if case .htmlBlock(let html) = node.kind, html.utf8.contains(UInt8(ascii: "^")) {
        for name in marks(in: html) where !known.contains(name) {
          let all = defined ?? Self.defined(in: text)
          defined = all
          guard all.contains(name.lowercased()) else { continue }
          known.insert(name)
          names.append(name)
        }
      }
      for child in node.children { visit(child) }
    }
    visit(tree)
    return names
  }

  /// The names that stand before a colon, as definitions have them.
  private static func defined(in text: String) -> Set<String> {
    var names: Set<String> = []
    for place in text.ranges(of: "[^") {
      let rest = text[place.upperBound...]
      // No longer than a mark is.
      guard let end = rest.prefix(21).firstIndex(of: "]"), rest[end...].hasPrefix("]:") else { continue }
      names.insert(rest[..<end].lowercased())
    }
    return names
  }

  /// The paragraph to put behind the text.
  static func paragraph(_ names: [String]) -> String { "\n\n" + names.map { "[^\($0)]" }.joined(separator: " ") + "\n" }

  /// The numbers that the parser gave to the notes of such a paragraph, in their order.
  static func numbers(in paragraph: MarkdownNode) -> [String] {
    paragraph.children.compactMap { if case .footnoteReference(let number) = $0.kind { number } else { nil } }
  }

  /// Makes references of the marks in the cells of tables and in lines that come from HTML.
  static func refer(_ blocks: inout [DraftBlock], _ numbers: [String: String]) {
    for index in blocks.indices {
      if case .ready(.table(var table)) = blocks[index].form {
        for row in table.rows.indices {
          for cell in table.rows[row].indices {
            table.rows[row][cell].body = table.rows[row][cell].body.map { block in
              guard case .paragraph(var paragraph) = block else { return block }
              paragraph.inlines = referring(paragraph.inlines, numbers)
              return .paragraph(paragraph)
            }
          }
        }
        blocks[index].form = .ready(.table(table))
      } else if blocks[index].isText, blocks[index].text.contains("[^") {
        blocks[index].lines = blocks[index].lines.map {
          DraftLine(inlines: referring($0.inlines, numbers), number: $0.number, endsHard: $0.endsHard)
        }
      }
    }
  }

  private static func marks(in html: String) -> [String] {
    html.split(separator: "[^").dropFirst().compactMap { rest in
      rest.firstIndex(of: "]").map { String(rest[..<$0]) }.flatMap { (1...20).contains($0.count) ? $0 : nil }
    }
  }

  private static func referring(_ inlines: [Inline], _ numbers: [String: String]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .strong(let inner): return [.strong(referring(inner, numbers))]
      case .emphasis(let inner): return [.emphasis(referring(inner, numbers))]
      case .superscript(let inner):
        let inner = referring(inner, numbers)
        // A footnote's mark is raised by whoever prints it.
        return inner.contains { if case .noteReference = $0 { true } else { false } } ? inner : [.superscript(inner)]
      case .text(let text) where text.contains("[^"):
        var result: [Inline] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "[^") {
          guard let close = rest[open.upperBound...].firstIndex(of: "]"),
            let number = numbers[String(rest[open.upperBound..<close])]
          else { break }
          result += [.text(String(rest[..<open.lowerBound])), .noteReference(number)]
          rest = rest[rest.index(after: close)...]
        }
        return (result + [.text(String(rest))]).filter { $0 != .text("") }
      default: return [inline]
      }
    }
  }
}
