public import ExportPipeline
public import IssueModel
internal import XMLBinding

/// Issue XML: the model as a document that people and other programs can read, write and check.
///
/// It is the whole model: an issue that is written and read again is equal to the first. The format is defined
/// by the schema `Stylesheets/schema/issue.xsd`.
public enum IssueXML {
  /// The namespace of all elements. An incompatible later format gets another one.
  public static let namespace = "urn:gazette:issue:1"
  /// The version of the format, in the root's attribute `version`.
  public static let version = "1.0"
  /// How deep elements may stand within each other; as deep as libxml2 can.
  static let limits = XMLLimits(depth: 2_048)

  /// `issue` as issue XML: UTF-8, indented, with a newline at the end. Equal issues give equal bytes.
  ///
  /// Characters that XML 1.0 cannot hold are dropped.
  /// - Parameter diagnostics: Is told of each text that lost a character (`character-dropped`).
  /// - Throws: ``StageError`` if there is no memory left.
  public static func write(
    _ issue: Issue, diagnostics: DiagnosticSink? = nil
  ) throws(StageError) -> [UInt8] {
    var encoder = IssueXMLEncoder(diagnostics: diagnostics)
    encoder.add(issue)
    do throws(XMLWritingError) {
      return try encoder.finish()
    } catch {
      throw StageError(
        stage: "xml",
        message: Wording("the XML could not be written: \(error)", zh: "无法写出 XML：\(error)"))
    }
  }

  /// The issue in `bytes`.
  ///
  /// Nothing but the bytes is read: no document type, file or network.
  /// - Throws: ``IssueXMLError`` if the bytes are no well-formed XML, or not what the schema wants.
  public static func read(_ bytes: [UInt8]) throws(IssueXMLError) -> Issue {
    let schema = try IssueXMLSchema.compiled.get()
    let document: XMLDocument
    do throws(XMLReadingError) {
      document = try XMLDocument(parsing: bytes, limits: limits)
    } catch {
      throw IssueXMLError(error.diagnostics.filter { $0.level > .warning }.map(Diagnostic.init(parsing:)))
    }
    let root = document.root()
    try check(root)
    let faults = schema.validate(document)
    guard faults.isEmpty else { throw IssueXMLError(faults.map(Diagnostic.init(validating:))) }
    return IssueXMLDecoder().issue(root)
  }

  /// Refuses what is no issue, or one of a version this program does not know.
  private static func check(_ root: XMLElement) throws(IssueXMLError) {
    let family = "urn:gazette:issue:"
    guard root.name == "issue", let found = root.namespace, found.hasPrefix(family) else {
      let name = root.namespace.map { "{\($0)}\(root.name)" } ?? root.name
      throw IssueXMLError([
        Diagnostic(
          id: "issue-xml-foreign", severity: .error, at: root.position,
          message: Wording("this is not issue XML: its root is <\(name)>", zh: "这不是期刊 XML：根元素为 <\(name)>"),
          hint: Wording(
            "the root of issue XML is <issue xmlns=\"\(namespace)\">", zh: "期刊 XML 的根元素为 <issue xmlns=\"\(namespace)\">"
          ))
      ])
    }
    let version = root.attribute("version")
    guard found != namespace || version.map({ $0 != self.version }) == true else { return }
    let name = found == namespace ? version ?? "" : String(found.dropFirst(family.count))
    throw IssueXMLError([
      Diagnostic(
        id: "issue-xml-version", severity: .error, at: root.position,
        message: Wording("issue XML of version '\(name)' is not known", zh: "无法识别版本为“\(name)”的期刊 XML"),
        hint: Wording(
          "this program reads version \(self.version) (namespace \(namespace)); a newer one may read it",
          zh: "本程序读取 \(self.version) 版（命名空间 \(namespace)）；请改用更新的程序"))
    ])
  }
}

/// Why bytes are no issue XML.
public struct IssueXMLError: Error, Sendable, Hashable {
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
