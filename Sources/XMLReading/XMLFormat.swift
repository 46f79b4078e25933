public import IssueModel
public import XMLBinding

/// A format of XML documents that the project defines: its root, its version, its schema. Reads documents of it
/// and says in the user's words what is wrong with them.
public final class XMLFormat: Sendable {
  /// What users call the format.
  public let name: Wording
  /// The beginning of the ids of its remarks: `issue-xml` for `issue-xml-invalid`.
  public let id: String
  /// The name of the root element.
  public let root: String
  /// The namespace without its version: `urn:gazette:issue:`.
  public let family: String
  /// The version of the namespace: `1`. One that older programs cannot read gets another.
  public let generation: String
  /// The version in the root's attribute `version`.
  public let version: String
  /// The name of the schema's file, for remarks.
  public let schemaName: String

  /// What values may be, for remarks: by `element@attribute`, by `@attribute`, or by the name of a type of the schema.
  public let kinds: [String: Wording]
  /// How a document begins, for those who give something else; nil for a general remark.
  public let beginning: Wording?

  /// The namespace of all elements.
  public var namespace: String { family + generation }

  private let schema: Result<XMLSchema, XMLReadingError>

  /// A format of the given parts. The schema is compiled here; a broken one is told when a document is read.
  public init(
    name: Wording, id: String, root: String, family: String, generation: String, version: String, schemaName: String,
    schema: [UInt8], kinds: [String: Wording] = [:], beginning: Wording? = nil
  ) {
    self.kinds = kinds
    self.beginning = beginning
    self.name = name
    self.id = id
    self.root = root
    self.family = family
    self.generation = generation
    self.version = version
    self.schemaName = schemaName
    do throws(XMLReadingError) {
      self.schema = .success(try XMLSchema(XMLSource(name: schemaName, bytes: schema)))
    } catch {
      self.schema = .failure(error)
    }
  }

  /// The root of the document in `bytes`, which the schema has found valid.
  ///
  /// Nothing but the bytes is read: no document type, file or network.
  /// - Throws: ``XMLFormatError`` if the bytes are no well-formed XML, of another format or version, or not what
  ///   the schema wants.
  public func read(_ bytes: [UInt8]) throws(XMLFormatError) -> XMLElement {
    let document: XMLDocument
    do throws(XMLReadingError) {
      document = try XMLDocument(parsing: bytes, limits: XMLLimits(depth: 2_048))
    } catch {
      // Where the text stops being XML, whatever the parser finds behind it follows from that.
      throw XMLFormatError([Diagnostic(parsing: error.reason, beginning: beginning)])
    }
    let root = document.root()
    try check(root)
    let faults: [XMLDiagnostic]
    switch schema {
    case .success(let schema): faults = schema.validate(document)
    case .failure(let error): throw XMLFormatError([broken(error)])
    }
    guard faults.isEmpty else { throw XMLFormatError(faults.map { Diagnostic(validating: $0, self) }) }
    return root
  }

  /// Refuses what is of another format, or of a version this program does not know.
  private func check(_ element: XMLElement) throws(XMLFormatError) {
    guard element.name == root, let found = element.namespace, found.hasPrefix(family) else {
      let found = element.namespace.map { "{\($0)}\(element.name)" } ?? element.name
      let start = "<\(root) xmlns=\"\(namespace)\">"
      throw XMLFormatError([
        Diagnostic(
          id: id + "-foreign", severity: .error, at: element.position,
          message: Wording(
            "this is not \(name.english): its root is <\(found)>", zh: "这不是\(name.chinese)：根元素为 <\(found)>"),
          hint: Wording("the root of \(name.english) is \(start)", zh: "\(name.chinese)的根元素为 \(start)"))
      ])
    }
    let given = element.attribute("version")
    guard found != namespace || given.map({ $0 != version }) == true else { return }
    let other = found == namespace ? given ?? "" : String(found.dropFirst(family.count))
    throw XMLFormatError([
      Diagnostic(
        id: id + "-version", severity: .error, at: element.position,
        message: Wording(
          "\(name.english) of version '\(other)' is not known", zh: "无法识别版本为“\(other)”的\(name.chinese)"),
        hint: Wording(
          "this program reads version \(version) (namespace \(namespace)); a newer one may read it",
          zh: "本程序读取 \(version) 版（命名空间 \(namespace)）；请改用更新的程序"))
    ])
  }

  private func broken(_ error: XMLReadingError) -> Diagnostic {
    Diagnostic(
      id: id + "-schema", severity: .error,
      message: Wording(
        "the built-in schema is broken: \(error.description)", zh: "内置模式有误：\(error.description)"),
      hint: Wording("report this as a fault of the program", zh: "请作为程序缺陷报告"))
  }
}

/// Why bytes are no document of a format.
public struct XMLFormatError: Error, Sendable, Hashable {
  /// All that is wrong, in the order of the document: at least one, each with its place as far as it is known.
  public var diagnostics: [Diagnostic]
  /// A failure for the given reasons.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// The first of them; the others may follow from it.
  public var reason: Diagnostic {
    diagnostics.first
      ?? Diagnostic(
        id: "xml-malformed", severity: .error,
        message: Wording("the XML could not be read", zh: "无法读取 XML"))
  }
}
