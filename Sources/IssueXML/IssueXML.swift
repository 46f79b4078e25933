public import ExportPipeline
public import IssueModel
internal import Stylesheets
internal import XMLBinding
public import XMLReading

/// Issue XML: the model as a document that people and other programs can read, write and check.
///
/// It is the whole model: an issue that is written and read again is equal to the first. The format is defined
/// by the schema `Stylesheets/schema/issue.xsd`.
public enum IssueXML {
  /// The namespace of all elements. An incompatible later format gets another one.
  public static let namespace = "urn:gazette:issue:1"
  /// The version of the format, in the root's attribute `version`.
  public static let version = "1.0"

  /// `issue` as issue XML: UTF-8, indented, with a newline at the end. Equal issues give equal bytes.
  ///
  /// Characters that XML 1.0 cannot hold are dropped.
  /// - Parameter issue: What is written.
  /// - Parameter diagnostics: Is told of each text that lost a character (`character-dropped`).
  /// - Throws: `StageError` if there is no memory left.
  public static func write(
    _ issue: Issue, diagnostics: DiagnosticSink? = nil
  ) throws(StageError) -> [UInt8] {
    try write(issue, printed: nil, diagnostics: diagnostics)
  }

  /// `issue` as issue XML, with what stylesheets are told beside it. This is no document to be kept: the schema does
  /// not know the additions, and readers refuse them.
  /// - Throws: `StageError` if there is no memory left.
  public static func write(
    _ issue: Issue, printed: PrintedForm?, diagnostics: DiagnosticSink? = nil
  ) throws(StageError) -> [UInt8] {
    var encoder = IssueXMLEncoder(diagnostics: diagnostics, printed: printed)
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
  /// - Throws: `XMLFormatError` if the bytes are no well-formed XML, or not what the schema wants.
  public static func read(_ bytes: [UInt8]) throws(XMLFormatError) -> Issue {
    IssueXMLDecoder().issue(try format.read(bytes))
  }

  private static let format = XMLFormat(
    name: Wording("issue XML", zh: "期刊 XML"), id: "issue-xml", root: "issue", family: "urn:gazette:issue:",
    generation: "1", version: version, schemaName: "issue.xsd", schema: StylesheetFiles.issueSchema)
}
