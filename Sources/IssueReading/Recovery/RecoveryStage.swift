public import IssueModel

/// One step of the recovery of a back issue: it recognises or repairs one kind of thing, by a rule that knows
/// no particular issue, and reports each thing it did.
protocol RecoveryStage: Sendable {
  /// The name by which `--no-repair` calls it.
  static var name: String { get }
  /// What it does, in one line.
  static var summary: Wording { get }
  /// Whether it is a ``RepairStage``. Asked for, since telling it by a cast costs a search through all types.
  static var isRepair: Bool { get }
  /// Does it.
  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink)
}

/// What recovery consists of, for `--no-repair` and the documentation.
public enum RecoveryStages {
  /// A stage's name and what it does.
  public struct Description: Sendable, Hashable {
    /// The name for `--no-repair`; absent for a recognition, without which there would be no issue.
    public var name: String
    /// Whether the stage can be switched off.
    public var isRepair: Bool
    /// What it does.
    public var summary: Wording
  }

  /// The repairs of the text before it is parsed, then the stages, in the order they run.
  public static var all: [Description] {
    let stages = standard.map { stage in
      Description(name: type(of: stage).name, isRepair: type(of: stage).isRepair, summary: type(of: stage).summary)
    }
    let ofText = SourceRepair.all.map { Description(name: $0.name, isRepair: true, summary: $0.summary) }
    // Two that share a name are one to the user.
    return ofText.filter { repair in !stages.contains { $0.name == repair.name } }
      + [Description(name: MissingEmptyLines.name, isRepair: true, summary: MissingEmptyLines.summary)] + stages
  }

  /// The stages, in the order they run.
  static let standard: [any RecoveryStage] = [
    BoilerplateStage(),
    LanguageStage(),
    PicturePlaceholderStage(),
    HeadingFormStage(),
    HeadingMarksStage(),
    NoteStage(),
    QuotedTextStage(),
    PageFurnitureStage(),
    LayoutTableStage(),
    MastheadStage(),
    MastheadCheckStage(),
    ContentsStage(),
    ImprintStage(),
    LineParagraphStage(),
    CaptionStage(),
    TableHeadStage(),
    SectionStage(),
    IssueNoteStage(),
    TitleStage(),
    EditorsNoteStage(),
    TornParagraphStage(),
    AttributionStage(),
    ListStage(),
    SubheadingStage(),
    SpacingStage(),
  ]
}

/// A stage that changes what the source says, and so can be switched off; the others only recognise.
protocol RepairStage: RecoveryStage {
  /// What the stage recognises even when it may not repair.
  func withoutRepair(_ draft: inout Draft, _ diagnostics: DiagnosticSink)
}

extension RecoveryStage {
  static var isRepair: Bool { false }
}

extension RepairStage {
  static var isRepair: Bool { true }
  func withoutRepair(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {}
}

extension DiagnosticSink {
  /// Reports a repair at a line of the source.
  func repaired(
    _ id: String, line: Int, _ english: String, zh chinese: String, severity: Diagnostic.Severity = .warning,
    hint: Wording? = nil, confidence: Double? = nil
  ) {
    report(
      Diagnostic(
        id: id, severity: severity, at: SourcePosition(line: line), message: Wording(english, zh: chinese), hint: hint,
        confidence: confidence))
  }
}

/// How many characters of something left out a remark quotes: enough for anybody to write it back.
let toldLength = 300

/// `text` short enough to be quoted in a remark.
func excerpt(_ text: String, _ length: Int = 20) -> String {
  let line = text.trimmed
  let head = line.prefix(length)
  return head.endIndex == line.endIndex ? line : String(head) + "…"
}
