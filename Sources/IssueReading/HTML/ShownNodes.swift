import XMLBinding

/// HTML as a browser shows it: what stands in fields and drawings is words, what only other programs see is taken out and
/// remembered. Comments, scripts and styles hold no words.
struct ShownNodes {
  /// Words that a browser does not show in the text.
  struct LeftOut {
    enum Kind {
      /// `<template>`, the fallback of a film.
      case hidden
      /// What a browser shows above what the mouse points to.
      case title
      /// Something to be played.
      case media
      /// What somebody wrote at the page's edge in Word.
      case comment
      /// Words that are struck out: they are printed like any others, since the model has no such mark.
      case struck
    }
    var kind: Kind
    var words: String
    /// What the words belong to; empty if it has none.
    var owner: String
    /// Where it stands in the HTML, from 1; the column is 0 if unknown.
    var line: Int
    var column: Int
  }
  /// What is shown.
  private(set) var nodes: [XMLNode] = []
  /// What is not, in order.
  private(set) var leftOut: [LeftOut] = []
  /// Whether the HTML is a page: its fields then belong to the site.
  private let isPage: Bool
  /// The marks around quotations, and around those within them.
  private let quotes: HTMLQuotes
  private var quoteDepth = 0

  /// Elements that have to be looked at; most HTML has none.
  private static let special: Set<String> = [
    "template", "datalist", "title", "iframe", "video", "audio", "canvas", "object", "applet", "embed", "noframes",
    "svg",
    "math", "select", "textarea", "input", "isindex", "map", "area", "abbr", "acronym", "dfn", "ruby", "pre", "code",
    "img", "q", "del", "s", "strike", "v:textpath", "textpath",
  ]

  /// Whether Word keeps a comment of its reviewers in the element: their list at the page's end, or the mark of one.
  private static func isWordComment(_ element: XMLElement) -> Bool {
    guard ["div", "span", "a"].contains(element.name) else { return false }
    if element.name == "a" { return element.attribute("class")?.lowercased() == "msocomanchor" }
    return element.attribute("style")?.lowercased().filter { $0 != " " }.contains("mso-element:comment") == true
  }

  /// The words of a page that an attribute holds.
  private static func words(ofPage html: String?) -> String {
    guard let html, !html.isEmpty, let fragment = try? HTMLFragment(parsing: html) else { return "" }
    return XMLElement(name: "body", children: fragment.nodes).text
  }

  init(_ nodes: [XMLNode], isPage: Bool) {
    self.isPage = isPage
    quotes = HTMLQuotes(nodes)
    self.nodes = shown(nodes, in: "")
    guard isPage else { return }
    leftOut = HeadWords.leftOut(of: nodes) + leftOut
    dropPrintedTitles()
  }

  // MARK: Walking

  private mutating func shown(_ nodes: [XMLNode], in parent: String) -> [XMLNode] {
    var result: [XMLNode] = []
    result.reserveCapacity(nodes.count)
    for node in nodes {
      guard case .element(let element) = node else {
        result.append(node)
        continue
      }
      result += shown(element, in: parent)
    }
    return result
  }

  private mutating func shown(_ element: XMLElement, in parent: String) -> [XMLNode] {
    let name = element.name
    if Self.isWordComment(element) { return leaveOut(.comment, element.text, element) }
    noteTitles(of: element)
    guard Self.special.contains(name) else {
      var result = element
      if name != "head", name != "script", name != "style" { result.children = shown(element.children, in: name) }
      return [.element(result)]
    }
    switch name {
    case "template", "title": return leaveOut(.hidden, element.text, element)
    case "datalist": return leaveOut(.hidden, Self.options(of: element).joined(separator: " / "), element)
    case "iframe", "video", "audio", "canvas", "embed":
      let inner = name == "iframe" ? Self.words(ofPage: element.attribute("srcdoc")) : ""
      let words = [element.text, inner, element.attribute("title") ?? ""].map(\.trimmed).filter { !$0.isEmpty }
      return leaveOut(.media, words.joined(separator: " "), element)
    case "object", "applet", "noframes", "map": return [renamed(element)]
    case "v:textpath", "textpath":
      // The words of WordArt.
      let words = element.attribute("string") ?? ""
      return words.isEmpty ? [.element(element)] : [.text(words)]
    case "area":
      return leaveOut(.title, element.attribute("alt") ?? "", element)
    case "svg": return drawing(element)
    case "math":
      return [
        .element(
          XMLElement(
            name: "span", children: Formulas.written(shown(withoutAnnotations(element.children), in: name)),
            line: element.line, column: element.column))
      ]
    case "del", "s", "strike":
      var result = element
      result.children = shown(element.children, in: name)
      add(.struck, element.text, of: "", element)
      return [.element(result)]
    case "select", "textarea", "input", "isindex": return field(element)
    case "ruby": return [.element(ruby(element))]
    case "q": return quoted(element)
    case "pre", "code":
      var result = element
      result.children = plain(shown(element.children, in: name), breaks: name == "pre")
      return [.element(result)]
    default:
      var result = element
      result.children = shown(element.children, in: name)
      return [.element(result)]
    }
  }

  private mutating func leaveOut(_ kind: LeftOut.Kind, _ words: String, _ element: XMLElement) -> [XMLNode] {
    add(kind, words, of: kind == .media ? Self.address(of: element) : "", element)
    return []
  }

  private mutating func add(_ kind: LeftOut.Kind, _ words: String, of owner: String, _ element: XMLElement) {
    let words = HTMLInlines.collapsed(words).trimmed
    let isFilm = kind == .media && element.name != "canvas" && element.name != "iframe" && !owner.isEmpty
    guard isFilm || words.unicodeScalars.contains(where: \.isWordScalar) else { return }
    leftOut.append(LeftOut(kind: kind, words: words, owner: owner, line: element.line, column: element.column))
  }

  private static func address(of element: XMLElement) -> String {
    let own = element.attribute("src") ?? element.first("source")?.attribute("src")
    return own?.trimmed ?? ""
  }

  /// The element by a name that reads its content: in a line, or by itself if blocks stand in it.
  private mutating func renamed(_ element: XMLElement) -> XMLNode {
    var result = element
    result.children = shown(element.children, in: element.name)
    result.name = HTMLBlocks.holdsBlocks(result) ? "div" : "span"
    result.attributes = []
    return .element(result)
  }

  // MARK: Titles

  private mutating func noteTitles(of element: XMLElement) {
    guard !element.attributes.isEmpty, element.name != "iframe", element.name != "embed" else { return }
    for name in ["title", "summary", "alttext", "label", "aria-label", "aria-description", "placeholder"] {
      guard let title = element.attribute(name)?.trimmed, !title.isEmpty else { continue }
      // Where nothing is written in a field, it shows what belongs there.
      if name == "placeholder", fieldWords(of: element).contains(title) { continue }
      if element.name == "img" {
        // It is the description where there is no other.
        let description = (element.attribute("alt") ?? "").trimmed
        if !description.isEmpty, !description.contains(title) { add(.title, title, of: description, element) }
        continue
      }
      let words = HTMLInlines.collapsed(element.text).trimmed
      if !String(scalars: words.letters).contains(String(scalars: title.letters)) {
        add(.title, title, of: words, element)
      }
    }
  }

  /// Takes out titles whose words stand somewhere on the page: sites repeat there what they cut short.
  private mutating func dropPrintedTitles() {
    guard leftOut.contains(where: { $0.kind == .title }) else { return }
    var text = ""
    for case .element(let element) in nodes { text += element.text }
    let letters = String(scalars: text.letters)
    // A page of thousands is read all the same, if with more remarks.
    var left = 200
    leftOut.removeAll { item in
      guard item.kind == .title, left > 0 else { return false }
      left -= 1
      return letters.contains(String(scalars: item.words.letters))
    }
  }

  // MARK: Fields, drawings, formulas

  /// A field as the words in it. On a page it belongs to the site, like a button.
  private func field(_ element: XMLElement) -> [XMLNode] {
    let words = fieldWords(of: element)
    guard words.holdsWords else { return [] }
    return [
      .element(
        XMLElement(
          name: isPage ? "button" : "span", children: [.text(words)], line: element.line, column: element.column))
    ]
  }

  /// The words that a field shows; empty for none.
  private func fieldWords(of element: XMLElement) -> String {
    let words: String
    switch element.name {
    case "select": words = Self.options(of: element).joined(separator: " / ")
    case "textarea": words = element.text.holdsWords ? element.text : element.attribute("placeholder") ?? ""
    default:
      let kind = element.attribute("type")?.lowercased() ?? "text"
      if ["hidden", "checkbox", "radio", "file", "range", "color"].contains(kind) { return "" }
      let values =
        kind == "image" ? ["alt"] : kind == "password" ? ["placeholder"] : ["value", "placeholder", "prompt"]
      words = values.compactMap { element.attribute($0) }.first { $0.holdsWords } ?? ""
    }
    return words
  }

  private static func options(of element: XMLElement) -> [String] {
    element.elements.flatMap { child -> [String] in
      let label = (child.attribute("label") ?? "").trimmed
      if child.name == "option" {
        let words = HTMLInlines.collapsed(child.text).trimmed
        // A list of proposals has its words in values, and no others.
        let value = child.text.holdsWords || !label.isEmpty ? "" : (child.attribute("value") ?? "").trimmed
        return [words, label, value].filter { !$0.isEmpty }
      }
      return (label.isEmpty ? [] : [label]) + options(of: child)
    }
  }

  /// The words written in a drawing; its name is not shown.
  private mutating func drawing(_ element: XMLElement) -> [XMLNode] {
    var words: [XMLNode] = []
    func visit(_ element: XMLElement) {
      for child in element.elements {
        switch child.name.lowercased() {
        case "title", "desc": add(.hidden, child.text, of: "", child)
        case "text", "foreignobject":
          if !words.isEmpty { words.append(.text(" ")) }
          words += shown(child.children, in: child.name)
        case "script", "style": break
        default: visit(child)
        }
      }
    }
    visit(element)
    guard !words.isEmpty else { return [] }
    var result = XMLElement(name: "span", children: words, line: element.line, column: element.column)
    if HTMLBlocks.holdsBlocks(result) { result.name = "div" }
    return [.element(result)]
  }

  /// Formulas without what other programs are to read in their place.
  private mutating func withoutAnnotations(_ nodes: [XMLNode]) -> [XMLNode] {
    var result: [XMLNode] = []
    for node in nodes {
      guard case .element(var element) = node else {
        result.append(node)
        continue
      }
      if element.name.hasPrefix("annotation") {
        add(.hidden, element.text, of: "", element)
        continue
      }
      element.children = withoutAnnotations(element.children)
      result.append(.element(element))
    }
    return result
  }

  /// A quotation with the marks that a browser sets around it.
  private mutating func quoted(_ element: XMLElement) -> [XMLNode] {
    let (open, close) = quotes.marks(at: quoteDepth)
    quoteDepth += 1
    var result = element
    result.children = shown(element.children, in: "q")
    quoteDepth -= 1
    guard element.text.holdsWords, !HTMLQuotes.areSet(around: element.text.trimmed) else { return [.element(result)] }
    result.children = [.text(open)] + result.children + [.text(close)]
    return [.element(result)]
  }

  /// Readings above characters stand in brackets behind them, as browsers show them that know no ruby.
  private mutating func ruby(_ element: XMLElement) -> XMLElement {
    var result = element
    let hasBrackets = element.elements.contains { $0.name == "rp" || $0.first("rp") != nil }
    result.children = shown(hasBrackets ? element.children : Self.bracketed(element.children), in: "ruby")
    return result
  }

  private static func bracketed(_ nodes: [XMLNode]) -> [XMLNode] {
    nodes.map { node in
      guard case .element(var element) = node else { return node }
      if element.name == "rt" {
        if element.text.holdsWords {
          let isWide = element.text.unicodeScalars.contains { $0.isWide }
          element.children = [.text(isWide ? "（" : "(")] + element.children + [.text(isWide ? "）" : ")")]
        }
      } else {
        element.children = bracketed(element.children)
      }
      return .element(element)
    }
  }

  /// Nodes of a program: it has words and lines, no pictures.
  private func plain(_ nodes: [XMLNode], breaks: Bool) -> [XMLNode] {
    nodes.map { node in
      guard case .element(var element) = node else { return node }
      if element.name == "br", breaks { return .text("\n") }
      if element.name == "img" {
        let words = [element.attribute("alt"), element.attribute("title")].compactMap { $0?.trimmed }
        return .text(words.first { !$0.isEmpty } ?? "")
      }
      element.children = plain(element.children, breaks: breaks)
      return .element(element)
    }
  }
}
