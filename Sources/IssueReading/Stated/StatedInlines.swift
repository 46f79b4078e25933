import IssueModel

/// Makes running text of the parser's nodes as they are: blanks, marks and line ends mean what Markdown says.
struct StatedInlines {
  /// The names of the footnotes in the order of their numbers; empty where the numbers are their names.
  var noteNames: [String]

  /// The name of the footnote that Markdown gives `number`.
  func name(ofNote number: String) -> String {
    guard let index = Int(number), noteNames.indices.contains(index - 1) else { return number }
    return noteNames[index - 1]
  }

  /// The words of a heading or paragraph that is a field.
  func text(of node: MarkdownNode) -> String { inlines(of: node.children).plainText }

  func inlines(of nodes: [MarkdownNode]) -> [Inline] {
    var result: [Inline] = []
    func add(_ text: String) {
      guard !text.isEmpty else { return }
      if case .text(let before) = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(.text(text))
      }
    }
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      index += 1
      switch node.kind {
      case .text(let text): add(Self.unmarked(text))
      case .code(let text): result.append(.code(EmphasisRepair.unmarked(text)))
      case .lineBreak: result.append(.lineBreak)
      case .softBreak:
        let next = index < nodes.count ? inlines(of: [nodes[index]]).plainText.unicodeScalars.first : nil
        add(LineJoining.separator(result.plainText.unicodeScalars.last, next))
      case .strong: result.append(.strong(inlines(of: node.children)))
      case .emphasis: result.append(.emphasis(inlines(of: node.children)))
      case .link(let target, _): result.append(.link(target: Self.unmarked(target), inlines(of: node.children)))
      case .image(let target, _):
        let description = inlines(of: node.children).plainText
        result.append(.image(ImageReference(target: Self.unmarked(target), description: description)))
      case .footnoteReference(let number): result.append(.noteReference(name(ofNote: number)))
      case .htmlInline(let html):
        let html = EmphasisRepair.unmarked(html)
        guard let tag = HTMLTag(html) else { break }
        if tag.name == "br" {
          result.append(.lineBreak)
        } else if !tag.isEnd, let mark = tag.mark, let end = Self.end(of: tag.name, in: nodes, from: index) {
          result.append(mark(inlines(of: Array(nodes[index..<end]))))
          index = end + 1
        } else if !tag.isKnown {
          add(html)
        }
      default:
        for inline in inlines(of: node.children) {
          if case .text(let text) = inline { add(text) } else { result.append(inline) }
        }
      }
    }
    return result
  }

  /// Where the tag `name` opened before `start` is closed among `nodes`.
  private static func end(of name: String, in nodes: [MarkdownNode], from start: Int) -> Int? {
    var depth = 1
    for index in nodes.indices.dropFirst(start) {
      guard case .htmlInline(let html) = nodes[index].kind, let tag = HTMLTag(html), tag.name == name else { continue }
      depth += tag.isEnd ? -1 : 1
      if depth == 0 { return index }
    }
    return nil
  }

  private static func unmarked(_ text: String) -> String {
    guard text.unicodeScalars.contains(EmphasisRepair.mark) else { return text }
    return String(mapping: text) { $0 == EmphasisRepair.mark ? nil : $0 }
  }
}
