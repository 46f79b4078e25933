public import IssueModel

/// Reads a back issue or a finished manuscript into the model: decodes it, parses it, recovers its structure.
public struct IssueReader: Sendable {
  /// What the caller knows better than the reader.
  public struct Options: Sendable, Hashable {
    /// The format of the input; absent to tell it by name and content.
    public var format: InputFormat?
    /// The name of the input's encoding, such as `gb18030`; absent to detect it.
    public var encoding: String?
    /// The names of recovery stages that are not to run (see ``RecoveryStages``); `all` for none.
    public var disabledRepairs: Set<String>
    /// Options of the given values.
    public init(format: InputFormat? = nil, encoding: String? = nil, disabledRepairs: Set<String> = []) {
      self.format = format
      self.encoding = encoding
      self.disabledRepairs = disabledRepairs
    }
  }

  /// What the caller knows better than the reader.
  public var options: Options
  /// A reader with the given options.
  public init(options: Options = Options()) { self.options = options }

  /// The issue in `bytes`. What was repaired or looks wrong goes to `diagnostics`.
  /// - Parameter fileName: The name of the file, by whose extension the format is told; nil for none.
  /// - Throws: ``ReadingError`` if the bytes hold no text that could be an issue.
  public func read(
    _ bytes: [UInt8], fileName: String? = nil, diagnostics: DiagnosticSink
  ) throws(ReadingError) -> Issue {
    throw ReadingError(id: "not-implemented", message: Wording("not implemented", zh: "尚未实现"))
  }
}

/// A format an issue can be read from.
public enum InputFormat: String, Sendable, Hashable, CaseIterable {
  /// CommonMark with the extensions of GitHub.
  case markdown
  /// Text without marks.
  case text
}

/// Why an input could not be read at all.
public struct ReadingError: Error, Sendable, Hashable {
  /// The stable name of the failure, like a diagnostic's.
  public var id: String
  /// Where in the input; absent for the whole.
  public var position: SourcePosition?
  /// What is wrong.
  public var message: Wording
  /// What to do about it.
  public var hint: Wording?
  /// A failure of the given parts.
  public init(id: String, at position: SourcePosition? = nil, message: Wording, hint: Wording? = nil) {
    self.id = id
    self.position = position
    self.message = message
    self.hint = hint
  }
}
