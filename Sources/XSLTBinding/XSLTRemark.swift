/// What is wrong with a stylesheet, or what it says itself.
public struct XSLTRemark: Sendable, Hashable {
  /// The sorts of remarks.
  public enum Kind: Sendable, Hashable {
    /// The stylesheet is wrong, or asks for what no stylesheet gets.
    case error
    /// The stylesheet speaks (`xsl:message`).
    case message
    /// It wants more than ``XSLTLimits/memory``.
    case memory
    /// It takes more steps than ``XSLTLimits/operations``.
    case operations
    /// Its templates call each other deeper than ``XSLTLimits/depth``.
    case depth
    /// It ended itself (`terminate="yes"`); the text is its last message.
    case ended
  }

  /// What sort of remark it is.
  public var kind: Kind
  /// The file of the stylesheet, beginning from the folder of the first; absent where it is unknown.
  public var file: String?
  /// The line in that file, from 1; 0 if unknown.
  public var line: Int
  /// What is wrong, in English, or what the stylesheet says; empty where the kind tells all.
  public var text: String

  /// A remark of the given parts.
  public init(kind: Kind, file: String? = nil, line: Int = 0, text: String) {
    self.kind = kind
    self.file = file
    self.line = line
    self.text = text
  }
}

/// Why a stylesheet could not be compiled, or made no result.
public struct XSLTError: Error, Sendable, Hashable {
  /// All that was remarked, in the order it was met; at least one is no message.
  public var remarks: [XSLTRemark]
  /// A failure for the given reasons.
  public init(_ remarks: [XSLTRemark]) { self.remarks = remarks }

  /// The reason to tell the user: a limit that was passed, else the first error that knows its place, with what was
  /// said of it before.
  public var reason: XSLTRemark {
    let errors = remarks.filter { $0.kind != .message }
    if var limit = errors.first(where: { $0.kind == .memory }) ?? errors.first(where: { $0.kind != .error }) {
      if limit.line == 0, let placed = errors.first(where: { $0.line > 0 }) {
        (limit.file, limit.line) = (placed.file, placed.line)
      }
      return limit
    }
    guard let first = errors.first else { return XSLTRemark(kind: .error, text: "unknown failure") }
    guard first.line == 0, var placed = errors.first(where: { $0.line > 0 }) else { return first }
    // The second sentence may add no more than that there was a first.
    if ["unable to load", "returned no result", "not been declared"].contains(where: placed.text.contains) {
      placed.text = first.text
    } else if !placed.text.contains(first.text) {
      placed.text = "\(first.text): \(placed.text)"
    }
    return placed
  }

  /// What the stylesheet said before, without the message that became the ``reason``.
  public var messages: [XSLTRemark] {
    let messages = remarks.filter { $0.kind == .message }
    return reason.kind == .ended ? messages.dropLast() : messages
  }
}
