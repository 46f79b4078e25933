internal import CLibXML2

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
    let nodes = Self.parse(Array(("<html><body>\n" + text).utf8), collector)
    guard let nodes else { throw XMLReadingError(collector.diagnostics) }
    self.nodes = nodes
    diagnostics = collector.diagnostics
  }

  private static let options =
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
    | HTML_PARSE_IGNORE_ENC.rawValue

  private static func parse(_ bytes: [UInt8], _ collector: DiagnosticCollector) -> [XMLNode]? {
    XMLLibrary.start()
    guard let context = htmlNewParserCtxt(), let sax = context.pointee.sax else {
      collector.add(.unknown, "libxml2 has no memory left")
      return nil
    }
    defer { htmlFreeParserCtxt(context) }
    context.pointee._private = collector.reference
    sax.pointee.initialized = cxml_sax2_magic()
    sax.pointee.serror = { context, error in collectorOf(context)?.add(error) }
    sax.pointee.startElement = { context, name, attributes in
      cxml_html_start_element(context, name, attributes)
      noteElement(context)
    }
    let parsed = collector.asThreadHandler {
      bytes.withUnsafeBytes { buffer in
        htmlCtxtReadMemory(
          context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
          Int32(options))
      }
    }
    defer { xmlFreeDoc(parsed) }
    if collector.diagnostics.contains(where: { $0.domain == .binding && $0.level == .fatal }) { return nil }
    guard let parsed else {
      collector.add(.unknown, "the fragment could not be read")
      return nil
    }
    return opened(
      TreeConversion.nodes(from: parsed.pointee.children, leadingLines: collector.leadingLines))
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
