public import IssueModel

/// Writes issues as JSON: the model with the keys of its properties, as `gazette dump` prints it.
public struct IssueJSONWriter: IssueWriter {
  /// The format `json`.
  public static let format = Format(
    id: "json", fileExtension: "json", mediaType: "application/json",
    summary: Wording("issue JSON: the whole model, for other programs", zh: "期刊 JSON：完整模型，供其他程序使用"))

  /// A writer of issue JSON.
  public init() {}

  /// The issue as JSON text (RFC 8259) in UTF-8, with a newline at the end.
  public func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    do {
      return Artifact(format: Self.format, bytes: try IssueJSON.write(issue))
    } catch {
      throw StageError(
        stage: "json",
        message: Wording("the JSON could not be written: \(error)", zh: "无法写出 JSON：\(error)"))
    }
  }
}
