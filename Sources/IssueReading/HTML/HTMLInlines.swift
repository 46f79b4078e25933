import IssueModel
import XMLBinding

/// Inlines from HTML elements.
enum HTMLInlines {
  /// The tag that stands for a footnote's mark; its attribute `note` names the note. No page has one of that name.
  static let noteTag = " note"

  /// Runs of white space as one space, as HTML shows them. Ideographic spaces stay, and no-break spaces between two
  /// Western letters; elsewhere pages use those as plain blanks that do not collapse.
  static func collapsed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var blank = false
    var hasLineEnd = false
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      var scalar = scalars[index]
      if scalar == "\u{A0}" {
        let next = scalars.index(after: index)
        let holds =
          !blank && result.last.map(isWestern) == true && next < scalars.endIndex && isWestern(scalars[next])
        if !holds { scalar = " " }
        if blank { result.append(" ") }
        blank = false
        hasLineEnd = false
        result.append(scalar)
        continue
      }
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar == "\u{0C}" {
        blank = true
        hasLineEnd = hasLineEnd || scalar == "\n" || scalar == "\r"
        continue
      }
      if blank {
        // A line end between two wide characters is no space.
        if let last = result.last, !(hasLineEnd && last.isWide && scalar.isWide) {
          result.append(" ")
        } else if result.isEmpty {
          result.append(" ")
        }
        blank = false
        hasLineEnd = false
      }
      if scalar != EmphasisRepair.mark { result.append(scalar) }
    }
    if blank { result.append(" ") }
    return String(result)
  }

  private static func isWestern(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isBlank && !scalar.isWide && scalar != "\n"
  }

  /// Whether its lines stand in the middle.
  static func isCentred(_ element: XMLElement) -> Bool { alignment(of: element) == true }

  /// Whether it says that its lines stand in the middle, or elsewhere; nil if it says nothing.
  static func alignment(of element: XMLElement) -> Bool? {
    let style = style(of: element)
    if style.contains("text-align:center") { return true }
    if style.contains("text-align:") { return false }
    return element.attribute("align").map { ["center", "middle"].contains($0.lowercased()) }
  }

  /// Whether it says that its lines stand at the right; nil if it says nothing of where they stand.
  static func isRight(_ element: XMLElement) -> Bool? {
    let style = style(of: element)
    if style.contains("text-align:") { return style.contains("text-align:right") || style.contains("text-align:end") }
    return element.attribute("align").map { $0.lowercased() == "right" }
  }

  /// Whether it sets its words bold by style.
  static func isBold(_ element: XMLElement) -> Bool {
    let style = style(of: element)
    return ["bold", "bolder", "600", "700", "800", "900"].contains { style.contains("font-weight:" + $0) }
  }

  /// Its own style, without blanks, in lower case; empty for none.
  static func style(of element: XMLElement) -> String {
    element.attribute("style").map { String($0.lowercased().filter { !$0.isWhitespace }) } ?? ""
  }

  /// The lines of running text in `nodes`, parted by `<br>`.
  static func lines(of nodes: [XMLNode], number: Int) -> [DraftLine] {
    let pieces = inlines(of: nodes).splitAtBreaks
    return pieces.enumerated().map { index, piece in
      DraftLine(inlines: piece.merged.trimmedAtEnds.merged, number: number, endsHard: index < pieces.count - 1)
    }
  }

  static func inlines(of nodes: [XMLNode]) -> [Inline] {
    nodes.flatMap { node -> [Inline] in
      switch node {
      case .text(let text): return text.isEmpty ? [] : [.text(collapsed(text))]
      case .element(let element):
        let inner = { inlines(of: element.children).merged }
        switch element.name.lowercased() {
        case "br": return [.lineBreak]
        case "b", "strong": return [.strong(inner())]
        case "i", "em", "cite", "dfn": return [.emphasis(inner())]
        case noteTag: return [.noteReference(element.attribute("note") ?? "")]
        case "sup":
          let inner = inner()
          // A footnote's mark is raised by whoever prints it.
          return inner.contains { if case .noteReference = $0 { true } else { false } } ? inner : [.superscript(inner)]
        case "sub": return [.subscript(inner())]
        case "code", "kbd", "samp", "tt": return [.code(element.text)]
        case "a": return target(of: element).map { [.link(target: $0, inner())] } ?? inner()
        case "img": return image(element).map { [.image($0)] } ?? []
        case "script", "style": return []
        default:
          if isTab(element) { return [.text("    ")] }
          if let shown = SymbolLetters.shown(by: element) { return inlines(of: element.children.showing(shown)) }
          return isBold(element) ? [.strong(inner())] : inner()
        }
      }
    }
  }

  /// Whether it is a tab as Word writes it for pages: blanks that set columns apart.
  private static func isTab(_ element: XMLElement) -> Bool {
    element.attribute("style")?.contains("mso-tab-count") == true && element.text.allSatisfy(\.isBlankCharacter)
  }

  /// Where a link leads; nil for one that runs a script or stays on the page, which no other medium can follow.
  private static func target(of element: XMLElement) -> String? {
    guard let target = element.attribute("href")?.trimmed, !target.isEmpty, !target.hasPrefix("#"),
      !target.lowercased().hasPrefix("javascript:")
    else { return nil }
    return target
  }

  /// The picture of an `<img>`; nil for one that only keeps a distance or counts visits.
  static func image(_ element: XMLElement) -> ImageReference? {
    // Pages that load pictures late have the true address elsewhere.
    let addresses = ["data-src", "data-original", "src"].compactMap { element.attribute($0)?.trimmed }
    let target = addresses.first { !$0.isEmpty } ?? ""
    let words = ["alt", "title"].compactMap { element.attribute($0) }
    let description = words.first { $0.holdsWords } ?? ""
    if description.isEmpty, isSpacer(element) || target.isEmpty { return nil }
    return ImageReference(target: target, description: description)
  }

  private static func isSpacer(_ element: XMLElement) -> Bool {
    ["width", "height"].contains { name in
      element.attribute(name).flatMap { Int($0.prefix { $0.isNumber }) }.map { $0 <= 2 } == true
    }
  }
}

extension [XMLNode] {
  /// The nodes with their letters as a symbol font shows them, up to elements that state a font of their own.
  fileprivate func showing(_ shown: [Unicode.Scalar: Unicode.Scalar]) -> [XMLNode] {
    map { node in
      switch node {
      case .text(let text): return .text(String(scalars: text.unicodeScalars.map { shown[$0] ?? $0 }))
      case .element(var element):
        if SymbolLetters.font(of: element) == nil { element.children = element.children.showing(shown) }
        return .element(element)
      }
    }
  }
}

extension [Inline] {
  /// The lines that line breaks part, those within bold words or italics too.
  var splitAtBreaks: [[Inline]] {
    var result: [[Inline]] = [[]]
    func add(_ pieces: [[Inline]], _ wrapped: ([Inline]) -> Inline) {
      for (index, piece) in pieces.enumerated() {
        if index > 0 { result.append([]) }
        if !piece.isEmpty { result[result.count - 1].append(wrapped(piece)) }
      }
    }
    for inline in self {
      switch inline {
      case .lineBreak: result.append([])
      case .strong(let inner): add(inner.splitAtBreaks) { .strong($0) }
      case .emphasis(let inner): add(inner.splitAtBreaks) { .emphasis($0) }
      // The end of the source's line behind a break is nothing.
      case .text(let text) where result.count > 1 && result[result.count - 1].isEmpty && text.hasPrefix(" "):
        let rest = String(text.drop { $0 == " " })
        if !rest.isEmpty { result[result.count - 1].append(.text(rest)) }
      default: result[result.count - 1].append(inline)
      }
    }
    return result
  }
}
