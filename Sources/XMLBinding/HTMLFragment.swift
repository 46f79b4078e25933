/// A piece of HTML as it stands in Markdown or a mail, read as forgivingly as browsers do: unknown tags are
/// kept as elements, missing ends are supplied, faults are collected.
///
/// Nothing is fetched or run: a picture is an attribute, a script is text.
public struct HTMLFragment: Sendable, Hashable {
  /// What the fragment holds. `html`, `head` and `body` are opened: their content stands here.
  public let nodes: [XMLNode]
  /// What the parser remarked. Most HTML is not quite right; these are for a curious reader.
  public let diagnostics: [XMLDiagnostic]

  /// Reads `text`.
  /// - Throws: ``XMLReadingError`` if the fragment passes a limit: then it is no HTML that a person wrote.
  public init(
    parsing text: String, file: String? = nil, limits: XMLLimits = XMLLimits(bytes: 16 << 20, depth: 250)
  ) throws(XMLReadingError) {
    // The parser takes text right within <html> for a paragraph; within <body> it stays text. The newline keeps
    // the columns of the first line right.
    let collector = DiagnosticCollector(file: file, limits: limits, leadingLines: 1)
    guard text.utf8.count <= limits.bytes else {
      collector.add(
        .tooLarge, "the fragment has \(text.utf8.count) bytes, but no more than \(limits.bytes) are read")
      throw XMLReadingError(collector.diagnostics)
    }
    var text = text
    if let (clean, dropped) = XMLCharacters.cleaned(text) {
      text = clean
      collector.add(.illegalCharacters, level: .warning, "\(dropped) control characters were dropped")
    }
    guard let nodes = HTMLParsing.nodes(of: Array(("<html><body>\n" + text).utf8), collector) else {
      throw XMLReadingError(collector.diagnostics)
    }
    self.nodes = Self.opened(nodes)
    diagnostics = collector.diagnostics
  }

  /// `nodes`, with the content of the elements that frame a whole page in their place, and without the newline
  /// that was put before the fragment.
  private static func opened(_ nodes: [XMLNode]) -> [XMLNode] {
    var result: [XMLNode] = []
    func add(_ nodes: [XMLNode]) {
      for node in nodes {
        if case .element(let element) = node, ["html", "head", "body"].contains(element.name) {
          add(element.children)
        } else if case .text(let text) = node, case .text(let before)? = result.last {
          result[result.count - 1] = .text(before + text)
        } else {
          result.append(node)
        }
      }
    }
    add(nodes)
    if case .text(let text)? = result.first, text.first == "\n" {
      if text.utf8.count == 1 { result.removeFirst() } else { result[0] = .text(String(text.dropFirst())) }
    }
    return result
  }
}
