import IssueModel
import XMLBinding

extension HTMLBlocks {
  /// Adds a list with the numbers that a browser prints.
  mutating func append(list element: XMLElement, _ range: SourceRange, isNumbered: Bool) {
    let elements = HTMLBlocks.items(of: element)
    var items = elements.map(inner)
    if isPage, items.allSatisfy(\.isEmpty) { return }
    var start: Int?
    var printsOwnMarks = false
    if isNumbered {
      let marks = HTMLListMarks(element, elements)
      start = marks.start
      if start == nil {
        items = marks.printed(on: items, line: range.line)
        printsOwnMarks = true
      }
    }
    var list = DraftBlock(
      form: .list(start: start, items: isPage ? items.filter { !$0.isEmpty } : items), source: range)
    list.printsOwnMarks = printsOwnMarks
    append(list)
  }

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
