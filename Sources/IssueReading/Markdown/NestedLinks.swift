/// Links around links, `[Frost [3](#frost)](#frost)`: so pandoc writes the contents list of a Word file. To CommonMark (6.3)
/// only the inner one is a link, and the outer brackets are words.
enum NestedLinks {
  /// `nodes` with each such pair as one link, the outer one's; nil where there is none.
  static func opened(_ nodes: [MarkdownNode]) -> [MarkdownNode]? {
    guard nodes.count >= 3,
      nodes.indices.dropFirst(2).contains(where: { outerEnd(nodes[$0], behind: nodes[$0 - 1]) != nil })
    else { return nil }
    var result: [MarkdownNode] = []
    for node in nodes {
      guard let inner = result.last, let end = outerEnd(node, behind: inner), let start = outerStart(in: result) else {
        result.append(node)
        continue
      }
      var link = MarkdownNode(
        kind: .link(end.target, title: ""), line: node.line, column: node.column, endLine: node.endLine)
      if !start.words.isEmpty { link.children.append(text(start.words, like: result[start.place])) }
      link.children += result[(start.place + 1)...].dropLast() + inner.children
      result.removeSubrange((start.place + 1)...)
      let before = result.removeLast()
      if !start.before.isEmpty { result.append(text(start.before, like: before)) }
      result.append(link)
      if !end.rest.isEmpty { result.append(text(end.rest, like: node)) }
    }
    return result
  }

  /// What closes an outer link right behind the inner one: `](#frost)`; nil if nothing does.
  private static func outerEnd(_ node: MarkdownNode, behind inner: MarkdownNode) -> (target: String, rest: String)? {
    guard case .link = inner.kind, case .text(let text) = node.kind, text.hasPrefix("]("),
      let end = text.firstIndex(of: ")"), !text[..<end].contains(" ")
    else { return nil }
    return (String(text[..<end].dropFirst(2)), String(text[end...].dropFirst()))
  }

  /// The bracket before the inner link that no other has closed, and the words on both sides of it.
  private static func outerStart(in nodes: [MarkdownNode]) -> (place: Int, before: String, words: String)? {
    for place in nodes.indices.dropLast().reversed() {
      guard case .text(let text) = nodes[place].kind, let bracket = text.lastIndex(where: { $0 == "[" || $0 == "]" })
      else { continue }
      guard text[bracket] == "[" else { return nil }
      return (place, String(text[..<bracket]), String(text[bracket...].dropFirst()))
    }
    return nil
  }

  private static func text(_ words: String, like node: MarkdownNode) -> MarkdownNode {
    MarkdownNode(kind: .text(words), line: node.line, column: node.column, endLine: node.endLine)
  }
}
