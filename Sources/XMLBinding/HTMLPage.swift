internal import CLibXML2

/// A whole page of HTML, read as forgivingly as browsers do: unknown tags are kept as elements, missing ends are
/// supplied, whatever the page declares about itself (encoding, document type, entities) is ignored.
///
/// Nothing is fetched or run: a picture is an attribute, a script is text.
public struct HTMLPage: Sendable, Hashable {
  /// The root elements: as a rule one, `html`.
  public let nodes: [XMLNode]
  /// What the parser remarked. Most HTML is not quite right; these are for a curious reader.
  public let diagnostics: [XMLDiagnostic]

  /// Reads `text`.
  /// - Throws: ``XMLReadingError`` if the page passes a limit: then it is no page that a person or a program for
  ///   persons wrote.
  public init(
    parsing text: String, file: String? = nil, limits: XMLLimits = XMLLimits(bytes: 64 << 20, depth: 512)
  ) throws(XMLReadingError) {
    let collector = DiagnosticCollector(file: file, limits: limits)
    guard text.utf8.count <= limits.bytes else {
      collector.add(.tooLarge, "the page has \(text.utf8.count) bytes, but no more than \(limits.bytes) are read")
      throw XMLReadingError(collector.diagnostics)
    }
    var text = text
    if let (clean, dropped) = XMLCharacters.cleaned(text) {
      text = clean
      collector.add(.illegalCharacters, level: .warning, "\(dropped) control characters were dropped")
    }
    guard let nodes = HTMLParsing.nodes(of: Array(text.utf8), collector) else {
      throw XMLReadingError(collector.diagnostics)
    }
    self.nodes = nodes
    diagnostics = collector.diagnostics
  }
}
