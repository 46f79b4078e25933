public import IssueModel

/// Looks for one sort of fault in a finished issue. A check reports and never changes anything; where it is not
/// sure, it keeps silent.
public protocol IssueCheck: Sendable {
  /// The ids of the remarks it may make.
  var ids: [String] { get }
  /// What looks wrong, in any order.
  func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic]
}

extension Diagnostic {
  /// A remark on `line`; every finding has a hint, for somebody has to look.
  static func finding(
    _ id: String, _ severity: Severity = .warning, line: Int, _ english: String, zh chinese: String, hint: Wording
  ) -> Diagnostic {
    finding(id, severity, at: SourcePosition(line: line), english, zh: chinese, hint: hint)
  }

  /// A remark on the place `position`.
  static func finding(
    _ id: String, _ severity: Severity = .warning, at position: SourcePosition, _ english: String, zh chinese: String,
    hint: Wording
  ) -> Diagnostic {
    Diagnostic(id: id, severity: severity, at: position, message: Wording(english, zh: chinese), hint: hint)
  }
}
