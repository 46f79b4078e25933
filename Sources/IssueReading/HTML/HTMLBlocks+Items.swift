import XMLBinding

extension HTMLBlocks {
  /// The items of a list. What stands between them is an item too.
  static func items(of list: XMLElement) -> [XMLElement] {
    var items: [XMLElement] = []
    var loose: [XMLNode] = []
    func flush() {
      let hasWords = loose.contains { if case .text(let text) = $0 { text.holdsWords } else { false } }
      if hasWords {
        items.append(XMLElement(name: "li", children: loose, line: items.last?.line ?? list.line))
      } else {
        items += loose.compactMap { if case .element(let element) = $0 { element } else { nil } }
      }
      loose = []
    }
    for node in list.children {
      if case .element(let element) = node, !PageChrome.isInline(element.name) {
        flush()
        items.append(element)
      } else {
        loose.append(node)
      }
    }
    flush()
    return items
  }
}
