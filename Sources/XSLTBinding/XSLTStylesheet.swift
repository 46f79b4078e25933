internal import CXSLTBridge
public import XMLBinding

/// A compiled XSLT 1.0 stylesheet. Compile it once and use it from any task.
///
/// Every stylesheet is held to be hostile. It reads nothing but the document it is applied to and the stylesheets
/// its user hands it for `xsl:import` and `xsl:include`; `document()` and everything that writes files is refused;
/// a document type declaration is too; memory, steps and depth are limited. It makes one result and no more.
///
/// Sendable without proof by the compiler, because nothing changes after `init`: libxslt reads a compiled stylesheet
/// and writes only to the context of a transformation, and each call of ``apply(to:parameters:limits:)`` has its own.
public final class XSLTStylesheet: @unchecked Sendable {
  /// What becomes of a file that a stylesheet imports or includes.
  public enum Import: Sendable {
    /// These are its bytes.
    case bytes([UInt8])
    /// It is not given, for the reason that completes the sentence "'FILE' …".
    case refused(String)
  }

  /// The root of the stylesheet, without its children: its attributes tell what is meant for the program.
  public let root: XMLElement
  /// The method of `xsl:output`, such as `xml`, `html` or `text`; absent if it is left to the result.
  public let method: String?
  /// The encoding of `xsl:output`; absent for UTF-8.
  public let encoding: String?
  /// The media type of `xsl:output`; absent if it says none.
  public let mediaType: String?

  /// The names of the top-level parameters, of this stylesheet and then of those it imports.
  public let parameterNames: [String]

  private let stylesheet: OpaquePointer
  private let name: String

  /// No stylesheet of a person is larger.
  static let sourceLimits = XMLLimits(bytes: 4 << 20, depth: 250)

  /// Compiles the stylesheet in `source`.
  /// - Parameters:
  ///   - limits: How much compiling may use.
  ///   - load: Gives the file of the given path, relative to the stylesheet's folder, for an import or include. It is
  ///     never asked for what a URI leads out of the folder; `..` within it is resolved.
  /// - Throws: ``XSLTError`` if it, or one that it imports, is no well-formed document or no stylesheet.
  public init(
    _ source: XMLSource, limits: XSLTLimits = XSLTLimits(), loading load: @escaping (String) -> Import
  ) throws(XSLTError) {
    var root: XMLElement
    do throws(XMLReadingError) {
      root = try XMLDocument(parsing: source.bytes, file: source.name, limits: Self.sourceLimits).root()
    } catch {
      throw XSLTError([XSLTRemark(error.reason, file: source.name)])
    }
    let names = Self.parameters(of: root)
    root.children = []
    let host = XSLTHost(name: source.name, load: load)
    let compiled = host.serve { host in
      source.bytes.withUnsafeBytes { bytes in
        cxslt_compile(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, XSLTHost.first, cxslt_limits(limits),
          host)
      }
    }
    guard let compiled else { throw XSLTError(host.remarks) }
    stylesheet = compiled
    name = source.name
    self.root = root
    parameterNames = names + host.parameterNames
    method = cxslt_method(compiled).map { String(cString: $0) }
    encoding = cxslt_encoding(compiled).map { String(cString: $0) }
    mediaType = cxslt_media_type(compiled).map { String(cString: $0) }
    if let encoding, !cxslt_knows_encoding(encoding) {
      throw XSLTError([
        XSLTRemark(kind: .error, file: source.name, text: "the encoding '\(encoding)' of xsl:output is not known")
      ])
    }
  }

  deinit { cxslt_free(stylesheet) }

  static func parameters(of root: XMLElement) -> [String] {
    root.elements.filter { $0.name == "param" && $0.namespace == "http://www.w3.org/1999/XSL/Transform" }
      .compactMap { $0.attribute("name") }
  }

  /// What the stylesheet makes of `document`, a well-formed XML document of our own.
  /// - Parameter parameters: Values of its top-level parameters, as strings, whatever marks they hold; each name once.
  /// - Returns: The result in the method and encoding of `xsl:output`, and what the stylesheet said.
  /// - Throws: ``XSLTError`` if the stylesheet fails, ends itself or passes one of `limits`.
  public func apply(
    to document: [UInt8], parameters: [(name: String, value: String)] = [], limits: XSLTLimits = XSLTLimits()
  ) throws(XSLTError) -> (bytes: [UInt8], messages: [XSLTRemark]) {
    let host = XSLTHost(name: name) { _ in .refused("is not read") }
    let bytes = host.serve { host in
      Self.withCStrings(parameters.flatMap { [$0.name, $0.value] }) { parameters in
        document.withUnsafeBytes { document -> [UInt8]? in
          var count = 0
          let result = cxslt_transform(
            stylesheet, document.baseAddress?.assumingMemoryBound(to: CChar.self), document.count, parameters,
            cxslt_limits(limits), host, &count)
          guard let result else { return nil }
          defer { cxslt_free_bytes(result) }
          return Array(UnsafeRawBufferPointer(start: result, count: count))
        }
      }
    }
    guard let bytes else { throw XSLTError(host.remarks) }
    return (bytes, host.remarks)
  }

  /// Runs `body` with `strings` as C has them, a null behind the last.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    let copies = strings.map { text in
      let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: text.utf8.count + 1)
      _ = copy.initialize(from: text.utf8.map { CChar(bitPattern: $0) } + [0])
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    var pointers: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0.baseAddress) }
    pointers.append(nil)
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}

extension cxslt_limits {
  fileprivate init(_ limits: XSLTLimits) {
    self.init(memory: limits.memory, operations: UInt(limits.operations), depth: Int32(limits.depth))
  }
}
