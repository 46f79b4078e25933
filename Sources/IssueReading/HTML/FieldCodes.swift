import XMLBinding

/// Fields of Word (ECMA-376, 17.16) whose codes stand in a page among its words: `HYPERLINK "http://…" \o "…"` before the words of
/// the link. Word keeps them from its readers by styles of its own (`mso-element:field-begin`); what copies its pages often loses
/// these, and the code is text.
struct FieldCodes {
  /// A field that is begun and not ended.
  private struct Field {
    var code = ""
    var isCode = true
    var target: String?
  }
  private var open: [Field] = []
  /// Where the words behind a code lead that no style marked.
  private var loose: String?

  /// `nodes` without codes, and with links in the place of those that link.
  static func resolved(_ nodes: [XMLNode]) -> [XMLNode] {
    guard nodes.contains(where: holdsCode) else { return nodes }
    var codes = FieldCodes()
    return codes.resolved(nodes)
  }

  private static func holdsCode(_ node: XMLNode) -> Bool {
    switch node {
    case .text(let text): text.contains("HYPERLINK ")
    case .element(let element):
      element.attribute("style")?.contains("field-begin") == true || element.children.contains(where: holdsCode)
    }
  }

  private mutating func resolved(_ nodes: [XMLNode]) -> [XMLNode] {
    var result: [XMLNode] = []
    for node in nodes {
      switch node {
      case .text(let text): result += words(text)
      case .element(var element):
        let style = HTMLInlines.style(of: element)
        if style.contains("mso-element:field-begin") {
          open.append(Field())
        } else if style.contains("mso-element:field-separator") {
          separate()
        } else if style.contains("mso-element:field-end") {
          _ = open.popLast()
        }
        // The words of a code stop at the end of what holds them.
        if !PageChrome.isInline(element.name) { loose = nil }
        element.children = resolved(element.children)
        if !PageChrome.isInline(element.name) { (loose, open) = (nil, []) }
        result.append(.element(element))
      }
    }
    return result
  }

  private mutating func separate() {
    guard let last = open.indices.last else { return }
    open[last].isCode = false
    open[last].target = Self.link(in: open[last].code[...])?.target
  }

  private mutating func words(_ text: String) -> [XMLNode] {
    if let last = open.last, last.isCode {
      open[open.count - 1].code += text
      return []
    }
    if let target = open.last?.target { return [Self.linked(text, target)] }
    var result: [XMLNode] = []
    var rest = text[...]
    if let target = loose, rest.contains(where: { !$0.isWhitespace }) {
      loose = nil
      let words = Self.firstWords(rest)
      result.append(Self.linked(String(words), target))
      rest = rest[words.endIndex...]
    }
    while let place = rest.firstRange(of: "HYPERLINK "), let found = Self.link(in: rest[place.lowerBound...]) {
      result.append(.text(String(rest[..<place.lowerBound])))
      rest = rest[found.end...].drop(while: \.isWhitespace)
      let words = Self.firstWords(rest)
      if words.isEmpty {
        loose = found.target
      } else {
        result.append(Self.linked(String(words), found.target))
        rest = rest[words.endIndex...]
      }
    }
    if !rest.isEmpty { result.append(.text(String(rest))) }
    return result
  }

  private static func linked(_ words: String, _ target: String) -> XMLNode {
    .element(XMLElement(name: "a", attributes: [XMLAttribute(name: "href", value: target)], children: [.text(words)]))
  }

  /// What a code without marks leads from: the words up to a blank or the end of a clause.
  private static func firstWords(_ text: Substring) -> Substring {
    let ends = "，。；：、！？）】」”,;)\n\t \u{3000}"
    return text.prefix { !ends.contains($0) }
  }

  /// The target of the code that begins `text`, and where the code ends: `HYPERLINK "target" \o "…" \t "…"`.
  private static func link(in text: Substring) -> (target: String, end: String.Index)? {
    guard let name = text.firstRange(of: "HYPERLINK") else { return nil }
    var rest = text[name.upperBound...].drop(while: \.isWhitespace)
    var target = ""
    // \l names a place in the target, \m and \n mean nothing to a reader.
    while let first = rest.first {
      if first == "\\", let letter = rest.dropFirst().first, letter.isASCII, letter.isLetter {
        rest = rest.dropFirst(2).drop(while: \.isWhitespace)
        guard let value = quoted(rest) else { continue }
        if letter == "l" || letter == "L" { target += "#" + value.words }
        rest = text[value.end...].drop(while: \.isWhitespace)
      } else if target.isEmpty, let value = quoted(rest) {
        target = String(value.words)
        rest = text[value.end...].drop(while: \.isWhitespace)
      } else {
        break
      }
    }
    return target.isEmpty ? nil : (target, rest.startIndex)
  }

  private static func quoted(_ text: Substring) -> (words: Substring, end: String.Index)? {
    guard let open = text.first, "\"“”".contains(open) else { return nil }
    let inner = text.dropFirst()
    guard let end = inner.prefix(2000).firstIndex(where: { "\"“”".contains($0) }) else { return nil }
    return (inner[..<end], inner.index(after: end))
  }
}
