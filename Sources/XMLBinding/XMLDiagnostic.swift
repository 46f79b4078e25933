/// One remark of the parser or the validator, with all that libxml2 knows of it (`xmlError`).
public struct XMLDiagnostic: Sendable, Hashable {
  /// How much a remark weighs (`xmlErrorLevel`).
  public enum Level: Int, Sendable, Hashable, Comparable {
    /// The document is right, but odd.
    case warning = 1
    /// The document is wrong, but could be read on.
    case error
    /// The document is not well-formed; reading ended here.
    case fatal

    /// Levels are in order of their weight.
    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// Which part of libxml2 speaks (`xmlErrorDomain`); the value is that of the C constant.
  public struct Domain: RawRepresentable, Sendable, Hashable {
    /// The value of `xmlErrorDomain`; -1 for this binding.
    public var rawValue: Int
    /// The domain with the value `rawValue`.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// This binding itself: a document type refused, a limit passed.
    public static let binding = Domain(rawValue: -1)
    /// The XML parser (`XML_FROM_PARSER`).
    public static let parser = Domain(rawValue: 1)
    /// Its handling of namespaces (`XML_FROM_NAMESPACE`).
    public static let namespace = Domain(rawValue: 3)
    /// The HTML parser (`XML_FROM_HTML`).
    public static let html = Domain(rawValue: 5)
    /// The compiler of schemas (`XML_FROM_SCHEMASP`).
    public static let schema = Domain(rawValue: 16)
    /// The validator (`XML_FROM_SCHEMASV`).
    public static let validity = Domain(rawValue: 17)
  }

  /// The codes of ``Domain/binding``.
  public enum BindingCode: Int, Sendable, Hashable {
    /// The document has a document type declaration (DTD).
    case documentType = 1
    /// More bytes than ``XMLLimits/bytes``.
    case tooLarge
    /// More elements within each other than ``XMLLimits/depth``.
    case tooDeep
    /// Characters that XML 1.0 cannot hold were dropped.
    case illegalCharacters
    /// A schema wants another one that was not given to it.
    case unknownSchema
    /// libxml2 failed without saying why; most likely it had no memory left.
    case unknown
  }

  /// Who speaks.
  public var domain: Domain
  /// What is wrong, as a number of the domain (`xmlParserErrors`).
  public var code: Int
  /// How much it weighs.
  public var level: Level
  /// The name of the file; absent if none was given.
  public var file: String?
  /// The line, from 1; 0 if unknown.
  public var line: Int
  /// The column in characters, from 1; 0 if unknown. For a fault of an element it is where its tag begins, for
  /// one of syntax where the parser stood.
  public var column: Int
  /// What is wrong, in English, without a newline.
  public var message: String
  /// The names and values the message is made of (`str1` to `str3`), as far as libxml2 gave them.
  public var details: [String]

  /// A remark of the given parts.
  public init(
    domain: Domain, code: Int, level: Level, file: String? = nil, line: Int = 0, column: Int = 0, message: String,
    details: [String] = []
  ) {
    self.domain = domain
    self.code = code
    self.level = level
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.details = details
  }

  /// Which of the binding's own remarks it is; nil for one of libxml2.
  public var bindingCode: BindingCode? { domain == .binding ? BindingCode(rawValue: code) : nil }
}

extension XMLDiagnostic: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: error: MESSAGE`, as far as they are known.
  public var description: String {
    var place = file.map { $0 + ":" } ?? ""
    if line > 0 { place += "\(line):" }
    if line > 0, column > 0 { place += "\(column):" }
    return (place.isEmpty ? "" : place + " ") + "\(level): \(message)"
  }
}

/// Why a document or a schema could not be read.
public struct XMLReadingError: Error, Sendable, Hashable {
  /// All that was remarked, in the order it was met; at least one of them is more than a warning.
  public var diagnostics: [XMLDiagnostic]
  /// A failure for the given reasons.
  public init(_ diagnostics: [XMLDiagnostic]) { self.diagnostics = diagnostics }

  /// The reason to tell the user: the first that is more than a warning.
  public var reason: XMLDiagnostic {
    diagnostics.first { $0.level > .warning } ?? diagnostics.first
      ?? XMLDiagnostic(
        domain: .binding, code: XMLDiagnostic.BindingCode.unknown.rawValue, level: .fatal, message: "unknown failure")
  }
}

extension XMLReadingError: CustomStringConvertible {
  /// The ``reason``.
  public var description: String { reason.description }
}
