public import ExportPipeline
public import OpenPackaging

/// The pictures, `/word/media/…`, each as the source has it.
public struct PicturesStage: WordPartStage {
  /// `pictures`.
  public let name = "pictures"
  /// The stage.
  public init() {}

  /// Adds the parts. Their relationships are announced by the plan itself.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    for (_, part) in plan.pictureParts { package.add(part) }
  }
}
