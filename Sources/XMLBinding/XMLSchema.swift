internal import CLibXML2

/// A file given as bytes.
public struct XMLSource: Sendable, Hashable {
  /// The name by which others refer to it (`schemaLocation`) and by which remarks call it.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// A file of the given parts.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A compiled XML Schema (XSD 1.0). Compile it once and use it from any task.
///
/// Sendable without proof by the compiler, because nothing changes after `init`: libxml2 reads a compiled
/// schema and writes only to the validation context, and each call of ``validate(_:)`` has its own.
public final class XMLSchema: @unchecked Sendable {
  private let schema: xmlSchemaPtr
  /// The document of the schema, which the compiled schema refers to.
  private let document: XMLDocument
  /// The namespace that the schema describes, as messages spell it: `{urn:…}`.
  private let namespacePrefix: String

  /// Compiles the schema in `source`.
  /// - Parameter others: What it may import or include, by the names it calls them. Nothing else is read.
  /// - Throws: ``XMLReadingError`` if one of the sources is no well-formed document, the schema is wrong, or it
  ///   wants a schema that is not among `others`.
  public init(_ source: XMLSource, including others: [XMLSource] = []) throws(XMLReadingError) {
    for other in others { try Self.check(try XMLDocument(parsing: other.bytes, file: other.name), others) }
    let parsed = try XMLDocument(parsing: source.bytes, file: source.name)
    try Self.check(parsed, others)
    let collector = DiagnosticCollector(file: source.name)
    let namespace = parsed.root().attribute("targetNamespace") ?? ""
    let document = parsed.document
    var sources: [String: [UInt8]] = [:]
    for other in others { sources[other.name] = other.bytes }
    let compiled = SchemaLoader.$sources.withValue(sources) {
      collector.asThreadHandler { () -> xmlSchemaPtr? in
        guard let context = xmlSchemaNewDocParserCtxt(document) else { return nil }
        defer { xmlSchemaFreeParserCtxt(context) }
        xmlSchemaSetParserStructuredErrors(
          context, { DiagnosticCollector.at($0)?.add($1) }, collector.reference)
        return xmlSchemaParse(context)
      }
    }
    guard let compiled, !collector.hasErrors else {
      if !collector.hasErrors { collector.add(.unknown, "the schema could not be compiled") }
      xmlSchemaFree(compiled)
      throw XMLReadingError(collector.diagnostics)
    }
    schema = compiled
    self.document = parsed
    namespacePrefix = namespace.isEmpty ? "" : "{\(namespace)}"
  }

  // The document is freed behind it.
  deinit { xmlSchemaFree(schema) }

  /// What in `document` is not as the schema wants it, in the order of the document; empty for a valid one.
  ///
  /// Of the remarks on one line only the first is given: the others follow from it.
  public func validate(_ document: borrowing XMLDocument) -> [XMLDiagnostic] {
    let collector = DiagnosticCollector(file: document.file)
    let parsed = document.document
    let result = collector.asThreadHandler { () -> Int32 in
      guard let context = xmlSchemaNewValidCtxt(schema) else { return -1 }
      defer { xmlSchemaFreeValidCtxt(context) }
      xmlSchemaSetValidStructuredErrors(context, { DiagnosticCollector.at($0)?.add($1) }, collector.reference)
      return xmlSchemaValidateDoc(context, parsed)
    }
    if result != 0, !collector.hasErrors { collector.add(.unknown, "the document could not be validated") }
    var lines: Set<Int> = []
    return collector.diagnostics.compactMap { diagnostic in
      guard lines.insert(diagnostic.line).inserted else { return nil }
      var diagnostic = diagnostic
      if !namespacePrefix.isEmpty { diagnostic.message.replace(namespacePrefix, with: "") }
      return diagnostic
    }
  }

  /// Refuses a schema that refers to what was not given, before libxml2 could go and look for it.
  private static func check(_ document: borrowing XMLDocument, _ others: [XMLSource]) throws(XMLReadingError) {
    for element in document.root().elements where ["import", "include", "redefine"].contains(element.name) {
      guard let location = element.attribute("schemaLocation"), !others.contains(where: { $0.name == location })
      else { continue }
      throw XMLReadingError([
        XMLDiagnostic(
          domain: .binding, code: XMLDiagnostic.BindingCode.unknownSchema.rawValue, level: .fatal,
          file: document.file, line: element.line, column: element.column,
          message: "the schema '\(location)' was not given")
      ])
    }
  }
}
