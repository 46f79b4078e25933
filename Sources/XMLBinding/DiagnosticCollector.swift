internal import CLibXML2

/// Gathers what libxml2 says in one call. The call's context holds an unowned reference to it; so it lives on
/// the stack of the caller and is never shared between tasks.
final class DiagnosticCollector {
  /// What may be kept of a document that is nothing but faults.
  static let mostDiagnostics = 1_000

  private(set) var diagnostics: [XMLDiagnostic] = []
  let file: String?
  let limits: XMLLimits
  /// Lines that the bytes have before those of the caller's document.
  let leadingLines: Int

  init(file: String?, limits: XMLLimits = XMLLimits(), leadingLines: Int = 0) {
    self.file = file
    self.limits = limits
    self.leadingLines = leadingLines
  }

  var hasErrors: Bool { diagnostics.contains { $0.level > .warning } }

  /// The reference for libxml2 to hand back.
  var reference: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static func at(_ reference: UnsafeMutableRawPointer?) -> DiagnosticCollector? {
    reference.map { Unmanaged<DiagnosticCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  func add(_ diagnostic: XMLDiagnostic) {
    guard diagnostics.count < Self.mostDiagnostics else { return }
    diagnostics.append(diagnostic)
  }

  func add(
    _ code: XMLDiagnostic.BindingCode, level: XMLDiagnostic.Level = .fatal, line: Int = 0, column: Int = 0,
    _ message: String
  ) {
    add(
      XMLDiagnostic(
        domain: .binding, code: code.rawValue, level: level, file: file, line: line, column: column, message: message))
  }

  /// Adds libxml2's `error`; copies all of it, since it is gone when the handler returns.
  func add(_ error: cxml_error_ref?) {
    guard let error = error?.pointee else { return }
    // After a stop by the binding itself the parser complains of the end; the reason is known already.
    if error.code == Int32(XML_ERR_USER_STOP.rawValue) { return }
    var message = Self.text(error.message) ?? "unknown error"
    while message.last?.isWhitespace == true { message.removeLast() }
    // A remark is one line, and a user need not know the parser's functions.
    message = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    if message.hasPrefix("xml"), let end = message.firstRange(of: ": ") {
      message = String(message[end.upperBound...])
    }
    var position = (line: Int(error.line), column: 0)
    switch Int(error.domain) {
    case XMLDiagnostic.Domain.schema.rawValue, XMLDiagnostic.Domain.validity.rawValue:
      if let node = error.node, let known = NodePosition(of: node.assumingMemoryBound(to: xmlNode.self)) {
        position = (known.line, known.column)
      }
    default:
      position.column = Int(error.int2)
      position.line -= leadingLines
    }
    let details = [Self.text(error.str1), Self.text(error.str2), Self.text(error.str3)].compactMap(\.self)
    add(
      XMLDiagnostic(
        domain: .init(rawValue: Int(error.domain)), code: Int(error.code),
        level: XMLDiagnostic.Level(rawValue: Int(error.level.rawValue)) ?? .error,
        file: Self.text(error.file) ?? file, line: max(0, position.line), column: max(0, position.column),
        message: message, details: details))
  }

  private static func text(_ bytes: UnsafePointer<CChar>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  /// Runs `body` with this collector as the handler of the thread, for the calls that know no other. `body`
  /// cannot suspend, so the thread stays the same.
  func asThreadHandler<Result>(_ body: () -> Result) -> Result {
    let before = cxml_thread_handler_get()
    cxml_thread_handler_set(
      cxml_thread_handler(context: reference, function: { DiagnosticCollector.at($0)?.add($1) }))
    defer { cxml_thread_handler_set(before) }
    return withExtendedLifetime(self) { body() }
  }
}
