public import ExportPipeline
public import IssueModel

/// Writes issues as ``IssueXML``.
public struct IssueXMLWriter: IssueWriter {
  /// The format `xml`.
  public static let format = Format(
    id: "xml", fileExtension: "xml", mediaType: "application/xml",
    summary: Wording("issue XML: the whole model, to be checked or read again", zh: "期刊 XML：完整模型，可校验、可再读入"))

  /// A writer of issue XML.
  public init() {}

  /// The issue as issue XML. Characters that XML cannot hold are dropped and reported.
  public func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    Artifact(format: Self.format, bytes: try IssueXML.write(issue, diagnostics: context.diagnostics))
  }
}
