import IssueModel
import XMLBinding

/// Finds footnotes: a short link to a place on the page whose words begin with a link back, as Word and many site
/// editors write them.
struct PageNotes {
  /// The notes, in the order of the page, each by the name of its place.
  private(set) var notes: [(id: String, element: XMLElement)] = []

  /// The places links lead to: what stands there, if it is a note.
  private var targets: [String: XMLElement] = [:]
  /// The names of the places within each paragraph that has a mark.
  private var references: Set<String> = []

  /// `root` with a mark for each reference, and without the notes; the notes themselves.
  static func extracted(from root: XMLElement) -> (root: XMLElement, notes: [(id: String, element: XMLElement)]) {
    var finder = PageNotes()
    finder.collectReferences(root)
    guard !finder.references.isEmpty else { return (root, []) }
    finder.collectNotes(root)
    guard !finder.targets.isEmpty else { return (root, []) }
    let clean = finder.replaced(root)
    return (clean, finder.notes)
  }

  /// The name a link leads to on this page; nil for any other link.
  private static func place(of element: XMLElement) -> String? {
    guard element.name == "a", let target = element.attribute("href")?.trimmed, target.hasPrefix("#"),
      target.utf8.count > 1
    else { return nil }
    return String(target.dropFirst())
  }

  private static func isMark(_ text: String) -> Bool {
    let mark = text.trimmed
    return !mark.isEmpty && mark.count <= 6
      && mark.unicodeScalars.allSatisfy { !$0.isHan || "注一二三四五六七八九十".unicodeScalars.contains($0) }
  }

  private mutating func collectReferences(_ element: XMLElement) {
    if let place = Self.place(of: element), Self.isMark(element.text) { references.insert(place) }
    for child in element.elements { collectReferences(child) }
  }

  /// The names of the place an element is: its id, or that of an anchor at its beginning.
  private static func names(_ element: XMLElement, depth: Int = 0) -> [String] {
    var names = [element.attribute("id"), element.attribute("name")].compactMap { $0 }
    if depth < 4 {
      for child in element.children {
        // An end of line stands between blocks: what is named behind it is one of several.
        if case .text(let text) = child, !text.trimmed.isEmpty { break }
        if case .element(let inner) = child {
          names += Self.names(inner, depth: depth + 1)
          if !inner.text.trimmed.isEmpty { break }
        }
      }
    }
    return names
  }

  private mutating func collectNotes(_ element: XMLElement) {
    if ["div", "p", "li", "dd", "tr", "aside"].contains(element.name) {
      let names = Self.names(element)
      if let name = names.first(where: references.contains), let back = Self.backLink(element),
        !names.contains(back), element.text.utf8.count < 20_000
      {
        if targets[name] == nil { targets[name] = element }
        return
      }
    }
    for child in element.elements { collectNotes(child) }
  }

  /// Where the first or last link of a note leads to.
  private static func backLink(_ element: XMLElement) -> String? {
    var links: [XMLElement] = []
    func visit(_ element: XMLElement) {
      if place(of: element) != nil { links.append(element) }
      for child in element.elements { visit(child) }
    }
    visit(element)
    return links.first { isMark($0.text) || ["↩", "↩︎", "^", "返回", "back"].contains($0.text.trimmed) }.flatMap(place)
  }

  private mutating func replaced(_ element: XMLElement) -> XMLElement {
    var result = element
    result.children = element.children.compactMap { child in
      guard case .element(let inner) = child else { return child }
      if let place = Self.place(of: inner), targets[place] != nil, Self.isMark(inner.text) {
        return .element(
          XMLElement(
            name: HTMLInlines.noteTag, attributes: [XMLAttribute(name: "note", value: place)], line: inner.line))
      }
      if let name = Self.names(inner).first(where: { targets[$0] == inner }) {
        notes.append((name, Self.withoutBackLink(inner)))
        return nil
      }
      return .element(replaced(inner))
    }
    return result
  }

  /// The note without its own mark, the link back.
  private static func withoutBackLink(_ element: XMLElement) -> XMLElement {
    var result = element
    result.children = element.children.compactMap { child in
      guard case .element(let inner) = child else { return child }
      if place(of: inner) != nil, isMark(inner.text) || inner.text.trimmed.count <= 4 { return nil }
      return .element(withoutBackLink(inner))
    }
    return result
  }
}
