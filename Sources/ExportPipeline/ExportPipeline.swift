public import IssueModel

/// Runs an issue through transforms and then through writers.
public struct ExportPipeline: Sendable {
  /// The transforms, in the order they run.
  public var transforms: [any IssueTransform]
  /// The writers; each gets the transformed issue.
  public var writers: [any IssueWriter]
  /// A pipeline of the given stages.
  public init(transforms: [any IssueTransform] = [], writers: [any IssueWriter]) {
    self.transforms = transforms
    self.writers = writers
  }

  /// What each writer makes of `issue`, in the order of the writers.
  /// - Throws: the ``StageError`` of the first stage that has no result.
  public func callAsFunction(_ issue: Issue, _ context: StageContext) throws(StageError) -> [Artifact] {
    var issue = issue
    for transform in transforms { issue = try transform(issue, context) }
    var artifacts: [Artifact] = []
    for writer in writers { artifacts.append(try writer.write(issue, context)) }
    return artifacts
  }
}
