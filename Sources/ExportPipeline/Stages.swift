public import HouseStyle
public import IssueModel

/// A step that makes an issue into a better one. Transforms are idempotent: a second run changes nothing.
public protocol IssueTransform: Sendable {
  /// The name by which commands and diagnostics call it, in lower case with hyphens.
  var name: String { get }
  /// The issue after the step. Trouble with the content goes to `context.diagnostics`.
  /// - Throws: ``StageError`` only if there can be no result at all.
  func callAsFunction(_ issue: Issue, _ context: StageContext) throws(StageError) -> Issue
}

/// A step that makes an issue into bytes of one format.
public protocol IssueWriter: Sendable {
  /// What it writes.
  static var format: Format { get }
  /// What this writer of its kind writes; the format of the kind, unless its options say otherwise.
  var format: Format { get }
  /// The issue in that format. Trouble with the content goes to `context.diagnostics`.
  /// - Throws: ``StageError`` only if there can be no result at all.
  func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact
}

extension IssueWriter {
  /// What all writers of its kind write.
  public var format: Format { Self.format }
}

/// A format that issues can be exported to.
public struct Format: Sendable, Hashable {
  /// The name on the command line: `docx`.
  public var id: String
  /// The extension of its files, without the dot.
  public var fileExtension: String
  /// Its media type (RFC 6838).
  public var mediaType: String
  /// One line on what it is for.
  public var summary: Wording
  /// A format of the given parts.
  public init(id: String, fileExtension: String, mediaType: String, summary: Wording) {
    self.id = id
    self.fileExtension = fileExtension
    self.mediaType = mediaType
    self.summary = summary
  }
}

/// What a writer made: the whole content of one file.
public struct Artifact: Sendable, Hashable {
  /// Its format.
  public var format: Format
  /// Its bytes.
  public var bytes: [UInt8]
  /// The given bytes in the given format.
  public init(format: Format, bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }
}

/// Why a stage has no result at all.
public struct StageError: Error, Sendable, Hashable {
  /// The stage that failed.
  public var stage: String
  /// What went wrong.
  public var message: Wording
  /// What to do about it.
  public var hint: Wording?
  /// Each place in the source that is to blame, in their order; empty if none is. Who tells them to the user need not
  /// tell ``message``, which sums them up.
  public var places: [Diagnostic]
  /// A failure of the given parts.
  public init(stage: String, message: Wording, hint: Wording? = nil, places: [Diagnostic] = []) {
    self.stage = stage
    self.message = message
    self.hint = hint
    self.places = places
  }
}

/// All that a stage may know of the world: it touches no file, locale, clock or network by itself.
public struct StageContext {
  /// How the office wants its issues to look.
  public var houseStyle: HouseStyle
  /// Where remarks go.
  public var diagnostics: DiagnosticSink
  /// Where pictures come from.
  public var resources: any ResourceProvider
  /// The text that the issue was read from, by which a stage can name a place to the character where the model knows
  /// the lines only; nil if there is none. Made when a stage asks for it.
  public var sourceText: @Sendable () -> String?
  /// A context of the given parts.
  public init(
    houseStyle: HouseStyle = .gbt9704, diagnostics: DiagnosticSink = DiagnosticSink(),
    resources: any ResourceProvider = NoResources(), sourceText: @escaping @Sendable () -> String? = { nil }
  ) {
    self.houseStyle = houseStyle
    self.diagnostics = diagnostics
    self.resources = resources
    self.sourceText = sourceText
  }
}

/// Gives stages the files an issue refers to, such as its pictures.
public protocol ResourceProvider: Sendable {
  /// The bytes of the file that the source calls `target`; nil if there is none or it may not be read.
  func bytes(of target: String) -> [UInt8]?
  /// The same, and the reason if they cannot be had; ``ResourceFault/missing`` unless a provider knows better.
  func load(_ target: String) throws(ResourceFault) -> [UInt8]
}

extension ResourceProvider {
  /// What ``bytes(of:)`` gives.
  public func load(_ target: String) throws(ResourceFault) -> [UInt8] {
    guard let bytes = bytes(of: target) else { throw .missing }
    return bytes
  }
}

/// Provides nothing.
public struct NoResources: ResourceProvider {
  /// A provider of nothing.
  public init() {}
  /// Always nil.
  public func bytes(of target: String) -> [UInt8]? { nil }
  /// Always ``ResourceFault/noFolder``.
  public func load(_ target: String) throws(ResourceFault) -> [UInt8] { throw .noFolder }
}
