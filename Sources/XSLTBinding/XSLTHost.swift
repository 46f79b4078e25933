internal import CXSLTBridge
internal import XMLBinding

/// What one call of the bridge says and asks. The call holds an unowned reference to it; so it lives on the stack
/// of the caller and is never shared between tasks.
final class XSLTHost {
  /// What may be kept of a stylesheet that does nothing but speak.
  static let mostRemarks = 1_000

  private(set) var remarks: [XSLTRemark] = []
  /// The names of the top-level parameters of what was loaded.
  private(set) var parameterNames: [String] = []
  /// The name of the first stylesheet.
  private let name: String
  /// Gives the stylesheet of the given path from the folder of the first.
  private let load: (String) -> XSLTStylesheet.Import
  /// What was loaded; the bytes live until the call is over.
  private var loaded: [UnsafeMutableBufferPointer<CChar>] = []
  /// Whether the last message goes on.
  private var messageIsOpen = false

  init(name: String, load: @escaping (String) -> XSLTStylesheet.Import) {
    self.name = name
    self.load = load
  }

  deinit { for bytes in loaded { bytes.deallocate() } }

  /// Runs `body` with this host.
  func serve<Result>(_ body: (UnsafePointer<cxslt_host>) -> Result) -> Result {
    var host = cxslt_host(
      context: Unmanaged.passUnretained(self).toOpaque(),
      tell: { XSLTHost.at($0)?.add($1, uri: $2, line: $3, text: $4) },
      load: { XSLTHost.at($0)?.stylesheet(at: $1, count: $2) })
    return withExtendedLifetime(self) { body(&host) }
  }

  private static func at(_ reference: UnsafeMutableRawPointer?) -> XSLTHost? {
    reference.map { Unmanaged<XSLTHost>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Remarks

  func add(_ remark: XSLTRemark) {
    if remarks.count < Self.mostRemarks { remarks.append(remark) }
  }

  private func add(_ kind: cxslt_kind, uri: UnsafePointer<CChar>?, line: Int, text: UnsafePointer<CChar>?) {
    var text = text.map { String(cString: $0) } ?? ""
    let kind = XSLTRemark.Kind(kind)
    let file = uri.map { self.file(String(cString: $0)) }
    switch kind {
    case .message:
      let ends = text.hasSuffix("\n")
      if ends { text.removeLast() }
      if messageIsOpen, let last = remarks.last, last.kind == .message {
        remarks[remarks.count - 1].text += text
      } else if !(text.isEmpty && ends) {
        add(XSLTRemark(kind: .message, file: file, line: line, text: text))
      }
      messageIsOpen = !ends
    case .ended:
      let last = remarks.last { $0.kind == .message }
      add(XSLTRemark(kind: .ended, file: last?.file, line: last?.line ?? 0, text: last?.text ?? ""))
    default:
      messageIsOpen = false
      add(XSLTRemark(kind: kind, file: file, line: line, text: sentence(text)))
    }
  }

  /// What libxslt says, for a person: its first line, without the name of a function of its own before it, files as
  /// the user calls them. What follows on further lines repeats it or shows the stack.
  private func sentence(_ text: String) -> String {
    var text = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if let colon = text.firstIndex(of: ":"), text.hasPrefix("xslt") || text.hasPrefix("xmlXPath"),
      text[..<colon].allSatisfy({ $0.isASCII && $0.isLetter || $0 == " " })
    {
      text = String(text[text.index(after: colon)...].drop { $0 == " " })
    }
    text = text.replacing(Self.first + "'", with: name + "'").replacing(Self.first + " ", with: name + " ")
    text = text.replacing(Self.folder, with: "").replacing(Self.scheme, with: "")
    return text.count > 300 ? text.prefix(300) + "…" : text
  }

  // MARK: Imports

  /// What stylesheets are called to libxslt. An import is found relative to the importing one; so what leads out of
  /// the folder does not begin with this any more.
  private static let scheme = "gazette:"
  private static let folder = scheme + "/stylesheet/"
  /// The first stylesheet, whatever its file is called.
  static let first = folder + "."

  private func file(_ uri: String) -> String {
    guard uri.hasPrefix(Self.folder), uri != Self.first else { return name }
    let path = String(uri.dropFirst(Self.folder.count))
    return XMLAddress.decoded(path) ?? path
  }

  private func stylesheet(
    at uri: UnsafePointer<CChar>?, count: UnsafeMutablePointer<Int>?
  ) -> UnsafePointer<CChar>? {
    guard let uri = uri.map({ String(cString: $0) }) else { return nil }
    guard uri.hasPrefix(Self.folder), let path = XMLAddress.decoded(String(uri.dropFirst(Self.folder.count))) else {
      refuse("'\(sentence(uri))' is not in the stylesheet's folder")
      return nil
    }
    switch load(path) {
    case .refused(let reason):
      refuse("'\(path)' \(reason)")
      return nil
    case .bytes(let bytes):
      do throws(XMLReadingError) {
        let document = try XMLDocument(parsing: bytes, file: path, limits: XSLTStylesheet.sourceLimits)
        parameterNames += XSLTStylesheet.parameters(of: document.root())
      } catch {
        add(XSLTRemark(error.reason, file: path))
        return nil
      }
      let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, bytes.count))
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(copy).copyMemory(from: $0) }
      loaded.append(copy)
      count?.pointee = bytes.count
      return UnsafePointer(copy.baseAddress)
    }
  }

  /// The place is that of the error by which libxslt tells that nothing was loaded.
  private func refuse(_ reason: String) { add(XSLTRemark(kind: .error, text: reason)) }
}

extension XSLTRemark.Kind {
  fileprivate init(_ kind: cxslt_kind) {
    switch kind {
    case CXSLT_MESSAGE: self = .message
    case CXSLT_MEMORY: self = .memory
    case CXSLT_OPERATIONS: self = .operations
    case CXSLT_DEPTH: self = .depth
    case CXSLT_ENDED: self = .ended
    default: self = .error
    }
  }
}

extension XSLTRemark {
  /// A remark of the XML parser on the file `file`.
  init(_ remark: XMLDiagnostic, file: String) {
    self.init(kind: .error, file: file, line: remark.line, text: remark.message)
  }
}
