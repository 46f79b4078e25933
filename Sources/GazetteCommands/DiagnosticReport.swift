import ArgumentParser
import Gazette

/// Tells the user what was found, on standard error, and counts it.
///
/// As text, one line a remark, `FILE:LINE:COLUMN: SEVERITY: MESSAGE [ID]`, with its hint on an indented line
/// behind it; as JSON, one object a line. A remark on the whole of an issue stands at its line 1, column 1; one
/// on a file that was not read at all has no place.
final class DiagnosticReport {
  /// The forms of a report.
  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json
  }

  private let form: Form
  private let language: Language
  private let write: ([UInt8]) -> Void
  /// How many errors were told.
  private(set) var errors = 0
  /// How many warnings were told.
  private(set) var warnings = 0
  /// How many warnings of each id were told.
  private(set) var warningCounts: [String: Int] = [:]
  /// Whether errors alone are written; the others are counted only.
  private let errorsOnly: Bool

  /// A report in the form and language of `options`.
  init(_ options: MessageOptions, in environment: CommandEnvironment) {
    form = options.diagnostics
    language = options.language(by: environment.variable)
    write = environment.writeError
    errorsOnly = false
  }

  /// A report in the given form and language to `write`.
  init(_ form: Form, in language: Language, errorsOnly: Bool, to write: @escaping ([UInt8]) -> Void) {
    self.form = form
    self.language = language
    self.errorsOnly = errorsOnly
    self.write = write
  }

  /// `wording` in the language of the user.
  func text(_ wording: Wording) -> String { wording.text(in: language) }

  /// Tells the remarks on the issue in `file`, in the order of their lines, each once: two writers may find
  /// the same.
  func add(_ diagnostics: [Diagnostic], of file: String) {
    let whole = SourcePosition(line: 1)
    // By their numbers: an archive may have a hundred thousand, each of a size.
    let order = diagnostics.indices.sorted {
      let (a, b) = (diagnostics[$0].position ?? whole, diagnostics[$1].position ?? whole)
      return a == b ? $0 < $1 : a < b
    }
    // Equal remarks have the same place.
    var told: Set<Diagnostic> = []
    var place: SourcePosition?
    for index in order {
      let diagnostic = diagnostics[index]
      let position = diagnostic.position ?? whole
      if position != place { told.removeAll(keepingCapacity: told.capacity < 64) }
      place = position
      guard told.insert(diagnostic).inserted else { continue }
      add(
        diagnostic.severity, diagnostic.id, diagnostic.message, diagnostic.hint, file: file, position: position,
        confidence: diagnostic.confidence)
    }
  }

  /// Tells why the issue in `file` could not be written: each place that is to blame, or else the error itself.
  func add(_ error: StageError, of file: String) {
    guard error.places.isEmpty else { return add(error.places, of: file) }
    let message = Wording("\(error.stage): \(error.message.english)", zh: "\(error.stage)：\(error.message.chinese)")
    add(.error, "stage-failed", message, error.hint, file: file, position: SourcePosition(line: 1))
  }

  /// Tells why `file` could not be read or written, unless nobody is there to listen.
  func add(_ error: FileError, of file: String) {
    guard !error.readerIsGone else {
      errors += 1
      return
    }
    add(.error, error.id, error.message, error.hint, file: file, position: nil)
  }

  /// Tells something about `file` that is no fault.
  func note(_ id: String, _ message: Wording, _ hint: Wording? = nil, of file: String) {
    add(.note, id, message, hint, file: file, position: nil)
  }

  /// Tells why a command gave up.
  func add(_ failure: CommandFailure) {
    switch failure {
    case .usage(let message, let hint): add(.error, "command-line", message, hint, file: "gazette", position: nil)
    case .file(let name, let error): add(error, of: name)
    case .content(let name, let diagnostics): add(diagnostics, of: name)
    case .stage(let name, let error): add(error, of: name)
    }
  }

  private func add(
    _ severity: Diagnostic.Severity, _ id: String, _ message: Wording, _ hint: Wording?, file: String,
    position: SourcePosition?, confidence: Double? = nil
  ) {
    switch severity {
    case .error: errors += 1
    case .warning:
      warnings += 1
      warningCounts[id, default: 0] += 1
    case .note: break
    }
    if errorsOnly, severity != .error { return }
    let line =
      switch form {
      case .text: textLine(severity, id, text(message), hint.map(text), file, position)
      case .json: jsonLine(severity, id, text(message), hint.map(text), file, position, confidence)
      }
    write(Array(line.utf8))
  }

  private func textLine(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, _ hint: String?, _ file: String,
    _ position: SourcePosition?
  ) -> String {
    let place = position.map { "\($0.line):\($0.column):" } ?? ""
    // One line a remark, so that a line of the report is all there is to it; the hint is its second half.
    let advice = hint.map { text(Wording("; ", zh: "；")) + $0.onOneLine } ?? ""
    return "\(file.onOneLine):\(place) \(severity.rawValue): \(message.onOneLine)\(advice) [\(id)]\n"
  }

  private func jsonLine(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, _ hint: String?, _ file: String,
    _ position: SourcePosition?, _ confidence: Double?
  ) -> String {
    var members = [
      ("file", JSONText.quoted(file)), ("line", position.map { String($0.line) } ?? "null"),
      ("column", position.map { String($0.column) } ?? "null"), ("severity", JSONText.quoted(severity.rawValue)),
      ("id", JSONText.quoted(id)), ("message", JSONText.quoted(message)),
      ("hint", hint.map(JSONText.quoted) ?? "null"),
    ]
    // Only repairs have one: how sure the rule is.
    if let confidence { members.append(("confidence", "\(confidence)")) }
    return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}\n"
  }
}

extension String {
  /// The text with its line ends and other controls written as escapes, so that a line of a report stays one
  /// line and a file's name cannot steer the terminal.
  var onOneLine: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.isControl: result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether the scalar would end a line or steer a terminal: controls, line separators, bidirectional overrides.
  fileprivate var isControl: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
