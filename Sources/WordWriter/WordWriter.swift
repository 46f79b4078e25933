public import ExportPipeline
public import IssueModel
internal import OpenPackaging

/// Writes an issue as a Word document (WordprocessingML, ISO/IEC 29500 transitional): the words of its
/// `Composition`, in the look of the house style.
public struct WordWriter: IssueWriter {
  /// `docx`.
  public static let format = Format(
    id: "docx", fileExtension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    summary: Wording("Word document", zh: "Word 文档"))

  /// What makes the parts.
  public var stages: WordStages

  /// A writer whose parts are made by `stages`.
  public init(stages: WordStages = .standard) { self.stages = stages }

  /// The issue as a package. Reported: what XML cannot hold (`character-dropped`), pictures that cannot be
  /// had (`picture-missing`, `picture-format`), links left out (`link-not-kept`), notes that are not there
  /// (`note-missing`).
  /// - Throws: `StageError` if a stage fails, or what the stages announced and wrote does not fit together.
  public func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    var plan = StoryBuilder(WordPlan(issue, context), context).planned()
    for stage in stages.all { stage.prepare(&plan, context) }
    plan.pruneUnannounced()
    plan.bindControls()
    var package = Package()
    for stage in stages.all { try stage.write(plan, to: &package, context) }
    // The parts hold all of it now; a long issue needs the room for the file.
    _ = consume plan
    do throws(PackagingError) {
      return Artifact(format: Self.format, bytes: try package.bytes())
    } catch {
      throw StageError(stage: "package", error)
    }
  }
}
