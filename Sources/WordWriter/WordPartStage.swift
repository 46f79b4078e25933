public import ExportPipeline
public import OpenPackaging

/// A stage of ``WordWriter``: it makes one part of the package.
///
/// First every stage announces what others need to know of its part (``prepare(_:_:)``), in order; then
/// every stage writes (``write(_:to:_:)``), in order.
public protocol WordPartStage: Sendable {
  /// The name by which a list of stages finds it, in lower case with hyphens: `font-table`.
  var name: String { get }
  /// Announces the part: adds its relationship to ``WordPlan/relationships``, or itself to
  /// ``WordPlan/marginParts``. Does nothing unless implemented.
  func prepare(_ plan: inout WordPlan, _ context: StageContext)
  /// Adds the part to `package`; every relationship announced must find its part there in the end.
  /// - Throws: `StageError` only if there can be no package at all.
  func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError)
}

extension WordPartStage {
  /// Announces nothing.
  public func prepare(_ plan: inout WordPlan, _ context: StageContext) {}
}

/// The stages of a ``WordWriter``, in order. A value: start from ``standard`` and change what differs.
public struct WordStages: Sendable {
  /// The stages.
  public private(set) var all: [any WordPartStage]
  /// The given stages.
  public init(_ all: [any WordPartStage]) { self.all = all }

  /// The parts of a complete document.
  public static let standard = WordStages([
    DocumentStage(), StylesStage(), SettingsStage(), FontTableStage(), NumberingStage(), FootnotesStage(),
    FootersStage(), PicturesStage(), CorePropertiesStage(), ExtendedPropertiesStage(), CustomPropertiesStage(),
  ])

  /// The names of the stages, in order.
  public var names: [String] { all.map(\.name) }

  /// The stages with `stage` behind the others.
  public func adding(_ stage: some WordPartStage) -> WordStages { WordStages(all + [stage]) }

  /// The stages with `stage` before the one called `name`, or behind all if there is none of that name.
  public func inserting(_ stage: some WordPartStage, before name: String) -> WordStages {
    var stages = all
    stages.insert(stage, at: all.firstIndex { $0.name == name } ?? all.endIndex)
    return WordStages(stages)
  }

  /// The stages with `stage` in the place of the one called `name`, or behind all if there is none of that name.
  public func replacing(_ name: String, with stage: some WordPartStage) -> WordStages {
    guard let index = all.firstIndex(where: { $0.name == name }) else { return adding(stage) }
    var stages = all
    stages[index] = stage
    return WordStages(stages)
  }

  /// The stages without the one called `name`. The document refers to no footers, lists' marks or footnotes
  /// that are not announced, so those stages can go, the notes with the last. `document` must stay, and
  /// `pictures` where there are pictures.
  public func removing(_ name: String) -> WordStages { WordStages(all.filter { $0.name != name }) }
}
