import IssueModel
import XMLBinding

/// Makes blocks of a draft from HTML, as it stands raw in Markdown. What has no meaning in a bulletin is opened:
/// its words stay, its tags go. Scripts and styles hold no words.
struct HTMLBlocks {
  /// The line of the source on which the HTML begins.
  let firstLine: Int
  private var blocks: [DraftBlock] = []
  private var open: [DraftLine] = []
  private var isCentred = false

  private init(firstLine: Int) { self.firstLine = firstLine }

  /// The blocks in `html`; its words as one paragraph if it is no HTML that could be parsed.
  static func blocks(of html: String, firstLine: Int) -> [DraftBlock] {
    do {
      let fragment = try HTMLFragment(parsing: html)
      var reader = HTMLBlocks(firstLine: firstLine)
      reader.read(fragment.nodes)
      reader.close()
      return reader.blocks
    } catch {
      let words = HTMLWords.text(of: html).trimmed
      guard !words.isEmpty else { return [] }
      return [
        DraftBlock(
          form: .paragraph, lines: [DraftLine(text: words, number: firstLine)], source: SourceRange(line: firstLine))
      ]
    }
  }

  private func line(of element: XMLElement) -> Int { firstLine + max(0, element.line - 1) }

  // MARK: Blocks

  private mutating func read(_ nodes: [XMLNode]) {
    for node in nodes {
      switch node {
      case .text(let text): add(HTMLInlines.collapsed(text), line: nil)
      case .element(let element): read(element)
      }
    }
  }

  private mutating func read(_ element: XMLElement) {
    let range = SourceRange(line: line(of: element))
    switch element.name.lowercased() {
    case "script", "style", "head", "title", "template": break
    case "p", "div", "center", "section", "article", "main", "header", "footer", "address", "dd", "dt", "figure", "td",
      "th", "tr":
      close()
      let outer = isCentred
      isCentred = outer || element.name.lowercased() == "center" || HTMLInlines.isCentred(element)
      read(element.children)
      close(at: range)
      isCentred = outer
    case "h1", "h2", "h3", "h4", "h5", "h6":
      close()
      let level = element.name.unicodeScalars.last.map { Int($0.value) - 0x30 } ?? 6
      let lines = HTMLInlines.lines(of: element.children, number: line(of: element))
      if lines.contains(where: { !$0.inlines.isEmpty }) {
        var block = DraftBlock(form: .heading(level), lines: lines, source: range)
        block.isCentred = HTMLInlines.isCentred(element)
        blocks.append(block)
      }
    case "br":
      if open.isEmpty { break }
      open[open.count - 1].endsHard = true
      open.append(DraftLine(inlines: [], number: line(of: element)))
    case "hr":
      close()
      blocks.append(DraftBlock(form: .rule, source: range))
    case "ul", "ol", "menu", "dir":
      close()
      let start = element.name.lowercased() == "ol" ? element.attribute("start").flatMap { Int($0) } ?? 1 : nil
      let items = element.elements.map { HTMLBlocks.inner($0.children, firstLine: firstLine) }
      blocks.append(DraftBlock(form: .list(start: start, items: items), source: range))
    case "blockquote":
      close()
      blocks.append(DraftBlock(form: .quote(HTMLBlocks.inner(element.children, firstLine: firstLine)), source: range))
    case "pre":
      close()
      var text = element.text
      if text.hasPrefix("\n") { text.removeFirst() }
      while text.hasSuffix("\n") { text.removeLast() }
      blocks.append(DraftBlock(form: .ready(.preformatted(Preformatted(text, source: range))), source: range))
    case "table":
      close()
      blocks.append(
        DraftBlock(form: .ready(.table(HTMLTable.table(element, range, firstLine: firstLine))), source: range))
    case "figcaption", "caption":
      close()
      read(element.children)
      close(at: range)
    case "html", "body", "thead", "tbody", "tfoot", "form", "details", "summary", "li", "dl", "nav", "aside":
      read(element.children)
    default:
      let lines = HTMLInlines.lines(of: [.element(element)], number: line(of: element))
      for (index, each) in lines.enumerated() {
        if index > 0 {
          open[open.count - 1].endsHard = true
          open.append(each)
        } else {
          add(each.inlines, line: each.number)
        }
      }
    }
  }

  private static func inner(_ nodes: [XMLNode], firstLine: Int) -> [DraftBlock] {
    var reader = HTMLBlocks(firstLine: firstLine)
    reader.read(nodes)
    reader.close()
    return reader.blocks
  }

  private mutating func add(_ text: String, line: Int?) {
    guard !text.trimmed.isEmpty || !open.isEmpty && !text.isEmpty else { return }
    add([.text(text)], line: line)
  }

  private mutating func add(_ inlines: [Inline], line: Int?) {
    guard !inlines.isEmpty else { return }
    if open.isEmpty { open = [DraftLine(inlines: [], number: line ?? (blocks.last?.line ?? firstLine))] }
    let last = open[open.count - 1]
    open[open.count - 1] = DraftLine(
      inlines: (last.inlines + inlines).merged, number: last.number, endsHard: last.endsHard)
  }

  /// Ends the open paragraph.
  private mutating func close(at range: SourceRange? = nil) {
    let lines = open.map {
      DraftLine(
        inlines: LooseEmphasis.closed($0.inlines.trimmedAtEnds.merged), number: range?.line ?? $0.number,
        endsHard: $0.endsHard)
    }.filter { !$0.inlines.isEmpty }
    open = []
    guard let first = lines.first else { return }
    let source = range ?? SourceRange(line: first.number)
    if lines.count == 1, first.inlines.count == 1, case .image(let image) = first.inlines[0] {
      blocks.append(DraftBlock(form: .ready(.figure(Figure(image: image, source: source))), source: source))
      return
    }
    var block = DraftBlock(form: .paragraph, lines: lines, source: source)
    block.isCentred = isCentred
    blocks.append(block)
  }
}

/// Inlines from HTML elements.
enum HTMLInlines {
  /// Runs of white space as one space, as HTML shows them; ideographic and no-break spaces stay.
  static func collapsed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var blank = false
    var breaks = false
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar == "\u{0C}" {
        blank = true
        if scalar != " ", scalar != "\t" { breaks = true }
        continue
      }
      if blank {
        // A line end between two wide characters is no space.
        if let last = result.last, !(breaks && last.isWide && scalar.isWide) {
          result.append(" ")
        } else if result.isEmpty {
          result.append(" ")
        }
        blank = false
        breaks = false
      }
      if scalar != EmphasisRepair.mark { result.append(scalar) }
    }
    if blank { result.append(" ") }
    return String(result)
  }

  static func isCentred(_ element: XMLElement) -> Bool {
    let style = element.attribute("style")?.lowercased().filter { $0 != " " } ?? ""
    return element.attribute("align")?.lowercased() == "center" || style.contains("text-align:center")
  }

  /// The lines of running text in `nodes`, parted by `<br>`.
  static func lines(of nodes: [XMLNode], number: Int) -> [DraftLine] {
    let flat = inlines(of: nodes)
    var lines: [DraftLine] = []
    var current: [Inline] = []
    for inline in flat {
      if inline == .lineBreak {
        lines.append(DraftLine(inlines: current.merged.trimmedAtEnds.merged, number: number, endsHard: true))
        current = []
      } else {
        current.append(inline)
      }
    }
    lines.append(DraftLine(inlines: current.merged.trimmedAtEnds.merged, number: number))
    return lines
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
        case "sup": return [.superscript(inner())]
        case "sub": return [.subscript(inner())]
        case "code", "kbd", "samp", "tt": return [.code(element.text)]
        case "a": return element.attribute("href").map { [.link(target: $0, inner())] } ?? inner()
        case "img":
          return [
            .image(ImageReference(target: element.attribute("src") ?? "", description: element.attribute("alt") ?? ""))
          ]
        case "script", "style": return []
        default: return inner()
        }
      }
    }
  }
}
