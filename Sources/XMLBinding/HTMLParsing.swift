internal import CLibXML2

/// The use of libxml2's HTML parser, for pages and for pieces of one.
enum HTMLParsing {
  private static let options =
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
    | HTML_PARSE_IGNORE_ENC.rawValue

  /// The nodes of the document in `bytes`, which are UTF-8; nil if a limit was passed, of which the collector tells.
  static func nodes(of bytes: [UInt8], _ collector: DiagnosticCollector) -> [XMLNode]? {
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
    // libxml2 would stop at 256 levels without a word; the limit is the collector's.
    context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
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
      collector.add(.unknown, "the HTML could not be read")
      return nil
    }
    return TreeConversion.nodes(from: parsed.pointee.children, leadingLines: collector.leadingLines)
  }
}
