/// A remark on the content of an issue: what was repaired, what looks wrong, why it could not be exported.
///
/// Remarks never stop the work; only ``Severity/error`` makes a command fail in the end.
public struct Diagnostic: Sendable, Hashable {
  /// How much a remark weighs.
  public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Something was tidied without any doubt; nobody need look.
    case note
    /// Something was repaired by a rule, or looks wrong: worth a look.
    case warning
    /// The issue, or a part of it, could not be exported.
    case error

    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
    /// Severities are in order of their weight.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  /// The stable name of the remark, in lower case with hyphens: `paragraph-joined`.
  public var id: String
  /// How much it weighs.
  public var severity: Severity
  /// Where in the source it applies; absent if it applies to the whole.
  public var position: SourcePosition?
  /// What was found or done.
  public var message: Wording
  /// What the reader of the remark can do about it; absent if nothing is to be done.
  public var hint: Wording?
  /// How sure a repair is, from 0 to 1; absent for a remark that is no repair.
  public var confidence: Double?

  /// A remark of the given parts.
  public init(
    id: String, severity: Severity, at position: SourcePosition? = nil, message: Wording, hint: Wording? = nil,
    confidence: Double? = nil
  ) {
    self.id = id
    self.severity = severity
    self.position = position
    self.message = message
    self.hint = hint
    self.confidence = confidence
  }
}

/// A sentence in the languages the program speaks.
public struct Wording: Sendable, Hashable {
  /// In English.
  public var english: String
  /// In Chinese.
  public var chinese: String
  /// The same sentence in both languages.
  public init(_ english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }
  /// The sentence in Chinese, or in English for all other languages.
  public func text(in language: Language) -> String { language.isChinese ? chinese : english }
}

/// Collects remarks while an issue is worked on. It belongs to one issue and one task.
public final class DiagnosticSink {
  /// The remarks so far, in the order they came.
  public private(set) var diagnostics: [Diagnostic] = []
  /// An empty collection.
  public init() {}
  /// Adds a remark.
  public func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

extension String {
  /// The text as a remark quotes it: on one line, at most `limit` characters, the last of them an ellipsis where it is cut.
  package func excerpt(_ limit: Int = 24) -> String {
    let line = String(map { $0.isNewline ? " " : $0 })
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }
}
