internal import CLibXML2

/// A parsed XML document: read it as a value with ``root()``, or validate it against an ``XMLSchema``.
///
/// Every document is held to be hostile. A document type declaration is refused, so there are no entities but
/// the five of XML itself, no default attributes and no bomb of either; nothing is ever fetched from file or
/// network; faults are errors, never repaired in silence; depth and size are limited. Nothing is ever printed.
///
/// Works in memory proportional to the document.
public struct XMLDocument: ~Copyable {
  let document: UnsafeMutablePointer<xmlDoc>
  /// The name of the file, for the remarks.
  let file: String?
  /// What the parser remarked on a document that it could read: warnings only.
  public let diagnostics: [XMLDiagnostic]

  /// The document in `bytes`, in any encoding that libxml2 knows and the document declares.
  /// - Parameter file: The name of the file for the remarks; it is not opened.
  /// - Throws: ``XMLReadingError`` if the document is not well-formed (XML 1.0, Namespaces in XML 1.0), has a
  ///   document type declaration, or passes a limit.
  public init(parsing bytes: [UInt8], file: String? = nil, limits: XMLLimits = XMLLimits()) throws(XMLReadingError) {
    let collector = DiagnosticCollector(file: file, limits: limits)
    guard let document = Self.parse(bytes, collector) else { throw XMLReadingError(collector.diagnostics) }
    self.document = document
    self.file = file
    diagnostics = collector.diagnostics
  }

  deinit { xmlFreeDoc(document) }

  /// The root element with all within it, as a value.
  public borrowing func root() -> XMLElement {
    guard let root = xmlDocGetRootElement(document) else { return XMLElement(name: "") }
    var element = TreeConversion.element(root, 0)
    element.children = TreeConversion.nodes(from: root.pointee.children)
    return element
  }

  /// NONET beside what the binding refuses itself; HUGE since the limits are the binding's; never RECOVER,
  /// NOENT or DTDLOAD.
  private static let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_BIG_LINES.rawValue

  private static func parse(
    _ bytes: [UInt8], _ collector: DiagnosticCollector
  ) -> UnsafeMutablePointer<xmlDoc>? {
    XMLLibrary.start()
    guard bytes.count <= collector.limits.bytes else {
      collector.add(
        .tooLarge, "the document has \(bytes.count) bytes, but no more than \(collector.limits.bytes) are read")
      return nil
    }
    guard let context = xmlNewParserCtxt(), let sax = context.pointee.sax else {
      collector.add(.unknown, "libxml2 has no memory left")
      return nil
    }
    defer { xmlFreeParserCtxt(context) }
    context.pointee._private = collector.reference
    sax.pointee.serror = { context, error in collectorOf(context)?.add(error) }
    sax.pointee.internalSubset = { context, _, _, _ in refuseDocumentType(context) }
    sax.pointee.startElementNs = { context, name, prefix, uri, namespaces, declared, attributes, defaulted, values in
      xmlSAX2StartElementNs(context, name, prefix, uri, namespaces, declared, attributes, defaulted, values)
      noteElement(context)
    }
    let parsed = collector.asThreadHandler {
      bytes.withUnsafeBytes { buffer in
        // An empty array has no address; libxml2 wants one.
        buffer.isEmpty
          ? xmlCtxtReadMemory(context, "", 0, nil, nil, Int32(options))
          : xmlCtxtReadMemory(
            context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil,
            Int32(options))
      }
    }
    if parsed == nil, !collector.hasErrors { collector.add(.unknown, "the document could not be read") }
    guard let parsed, !collector.hasErrors else {
      xmlFreeDoc(parsed)
      return nil
    }
    return parsed
  }
}

/// The collector of the parser `context`.
func collectorOf(_ context: UnsafeMutableRawPointer?) -> DiagnosticCollector? {
  DiagnosticCollector.at(context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private)
}

/// Notes where the element just begun stands, and stops the parser where it stands too deep.
func noteElement(_ reference: UnsafeMutableRawPointer?) {
  guard let context = reference?.assumingMemoryBound(to: xmlParserCtxt.self), let node = context.pointee.node,
    let collector = collectorOf(reference)
  else { return }
  let position = NodePosition(ofTagReadBy: context)
  position.note(in: node)
  if Int(cxml_depth(context)) > collector.limits.depth {
    collector.add(
      .tooDeep, line: position.line - collector.leadingLines, column: position.column,
      "more than \(collector.limits.depth) elements stand within each other")
    xmlStopParser(context)
  }
}

private func refuseDocumentType(_ reference: UnsafeMutableRawPointer?) {
  guard let context = reference?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
  let line = context.pointee.input.map { Int($0.pointee.line) } ?? 0
  collectorOf(reference)?.add(.documentType, line: line, "a document type declaration (<!DOCTYPE …>) is not allowed")
  xmlStopParser(context)
}
