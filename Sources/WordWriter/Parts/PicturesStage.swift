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
    for picture in plan.pictures {
      package.add(Part(picture.name, contentType: picture.contentType, content: picture.content))
    }
  }
}
