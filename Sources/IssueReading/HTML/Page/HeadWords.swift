import XMLBinding

/// What a page says of itself where no reader looks: its title, and what it tells of its content, its author and its catchwords to
/// programs that search.
enum HeadWords {
  private static let names: Set<String> = ["description", "keywords", "author"]

  /// Those of its words that its text does not have.
  static func leftOut(of nodes: [XMLNode]) -> [ShownNodes.LeftOut] {
    var found: [(words: String, element: XMLElement, isListed: Bool)] = []
    func visit(_ element: XMLElement) {
      for child in element.elements {
        switch child.name {
        case "title": found.append((child.text, child, true))
        case "meta":
          guard let name = child.attribute("name")?.trimmed.lowercased(), names.contains(name) else { continue }
          found.append((child.attribute("content") ?? "", child, name != "description"))
        case "html", "head": visit(child)
        default: break
        }
      }
    }
    visit(XMLElement(name: "", children: nodes))
    guard !found.isEmpty else { return [] }
    let letters = String(scalars: nodes.map(bodyText).joined().letters)
    return found.compactMap { words, element, isListed in
      let pieces = isListed ? words.split { ",，、;；|_-–—·".contains($0) } : [words[...]]
      // Name and number of an issue stand side by side there, and one below the other in the text.
      let missing = pieces.map(\.trimmed).filter { piece in
        piece.split(whereSeparator: \.isBlankCharacter).contains { word in
          let wanted = String(scalars: word.letters)
          return !wanted.isEmpty && !letters.contains(wanted)
        }
      }
      guard !missing.isEmpty else { return nil }
      return ShownNodes.LeftOut(
        kind: .hidden, words: HTMLInlines.collapsed(missing.joined(separator: ", ")).trimmed, owner: "",
        line: element.line, column: element.column)
    }
  }

  private static func bodyText(_ node: XMLNode) -> String {
    guard case .element(let element) = node else { return "" }
    switch element.name {
    case "head", "script", "style", "title", "meta": return ""
    case "html": return element.children.map(bodyText).joined()
    default: return element.text
    }
  }
}
