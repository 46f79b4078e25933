internal import HouseStyle
internal import XMLBinding

// The styles that the headers and footers use.
extension LetterheadReader {
  static func name(_ id: String) -> String { "Letterhead-" + id }

  mutating func use(_ id: String) {
    if !usedStyles.contains(id) { usedStyles.append(id) }
  }

  mutating func style(_ element: XMLElement) -> XMLElement? {
    guard let id = element.value("val"), package.styles.byID[id] != nil else { return nil }
    use(id)
    return .word(element.name, Self.name(id))
  }

  /// The styles used, and those they are based on, under ids of their own.
  mutating func styles() -> [XMLElement] {
    var copies: [XMLElement] = []
    var index = 0
    while index < usedStyles.count {
      let chain = package.styles.chain(usedStyles[index])
      index += 1
      guard let style = chain.first else { continue }
      for base in chain.dropFirst() { if let id = base.value("styleId") { use(id) } }
      // Styles that are based on each other in a circle are based on none.
      let isCircle = chain.last?.wordValue("basedOn").map { package.styles.byID[$0] != nil } ?? false
      copies.append(copy(of: style, isRoot: chain.count == 1 || isCircle))
    }
    return copies
  }

  mutating func copy(of style: XMLElement, isRoot: Bool) -> XMLElement {
    var copy = style
    let isParagraph = style.value("type") == "paragraph"
    copy.attributes = [
      XMLAttribute(name: "type", namespace: WordNamespace.main, value: isParagraph ? "paragraph" : "character"),
      XMLAttribute(name: "customStyle", namespace: WordNamespace.main, value: "1"),
      XMLAttribute(name: "styleId", namespace: WordNamespace.main, value: Self.name(style.value("styleId") ?? "")),
    ]
    var content: [XMLElement] = [.word("name", "Letterhead " + (style.wordValue("name") ?? ""))]
    let base = style.wordValue("basedOn")
    if let base, package.styles.byID[base] != nil, !isRoot { content.append(.word("basedOn", Self.name(base))) }
    content.append(.word("uiPriority", "99"))
    // A style based on none has the defaults of its file, which are not those of the file to be written.
    let defaults = isRoot && isParagraph ? package.styles.defaultProperties : ([], [])
    for (name, defaults) in [("pPr", defaults.0), ("rPr", defaults.1)] where isParagraph || name == "rPr" {
      let own = style.word(name)?.elements ?? []
      let merged = defaults.filter { each in !own.contains { $0.name == each.name } } + own
      var properties = XMLElement.word(name, children: merged)
      properties.children = children(of: properties)
      if !properties.elements.isEmpty { content.append(properties) }
    }
    copy.children = content.map { .element($0) }
    return copy
  }
}
