internal import ExportPipeline
internal import IssueModel
internal import Synchronization
internal import XMLBinding
internal import XSLTBinding

/// A stylesheet ready for use, and what its root says to the program.
struct CompiledStylesheet: Sendable {
  /// The namespace of what is meant for the program.
  static let namespace = "urn:gazette:stylesheet:1"

  let stylesheet: XSLTStylesheet
  /// The names of all top-level parameters.
  let parameterNames: [String]
  /// The bytes of the stylesheet and of what it imports.
  let sources: [[UInt8]]

  init(_ bytes: [UInt8], name: String, imports: any ResourceProvider) throws(StylesheetError) {
    var sources = [bytes]
    do throws(XSLTError) {
      stylesheet = try XSLTStylesheet(XMLSource(name: name, bytes: bytes)) { path in
        do throws(ResourceFault) {
          let bytes = try imports.load(path)
          sources.append(bytes)
          return .bytes(bytes)
        } catch {
          return .refused(error.reason)
        }
      }
    } catch {
      throw StylesheetError(error.reason)
    }
    self.sources = sources
    var names: [String] = []
    for name in stylesheet.parameterNames where !names.contains(name) { names.append(name) }
    parameterNames = names
  }

  /// Whether the stylesheet wants pictures within its document (`gazette:pictures="inline"`).
  var wantsPictures: Bool { said("pictures") == "inline" }

  /// What it writes.
  func format(called name: String) throws(StylesheetError) -> Format {
    let method = stylesheet.method ?? "xml"
    let usual = ["xml": "application/xml", "html": "text/html", "xhtml": "application/xhtml+xml", "text": "text/plain"]
    guard let mediaType = stylesheet.mediaType ?? usual[method] else {
      throw StylesheetError(
        file: name, message: Wording("xsl:output has no method '\(method)'", zh: "xsl:output 没有方法“\(method)”"),
        hint: Wording("use xml, html or text", zh: "可用 xml、html 或 text"))
    }
    let ending = said("extension") ?? (method == "text" ? "txt" : method)
    guard (1...16).contains(ending.count),
      ending.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }),
      ending.first != ".", ending.last != "."
    else {
      throw StylesheetError(
        file: name, line: stylesheet.root.line,
        message: Wording("'\(ending)' is no extension of a file", zh: "“\(ending)”不能作文件扩展名"),
        hint: Wording("write letters and digits, such as extension=\"html\"", zh: "请用字母和数字，例如 extension=\"html\""))
    }
    let charset = mediaType.hasPrefix("text/") ? "; charset=" + (stylesheet.encoding ?? "utf-8").lowercased() : ""
    return Format(
      id: name, fileExtension: ending, mediaType: mediaType + charset,
      summary: Wording("made by the stylesheet \(name)", zh: "由样式表\(name)生成"))
  }

  private func said(_ attribute: String) -> String? {
    stylesheet.root.attributes.first { $0.name == attribute && $0.namespace == Self.namespace }?.value
  }
}

/// A stylesheet that is compiled when it is first wanted, once, whoever wants it.
final class CompiledOnce: Sendable {
  private let bytes: @Sendable () -> [UInt8]
  private let name: String
  private let imports: any ResourceProvider
  private let result = Mutex<Result<CompiledStylesheet, StylesheetError>?>(nil)

  init(
    _ bytes: @autoclosure @escaping @Sendable () -> [UInt8], name: String, imports: any ResourceProvider = NoResources()
  ) {
    self.bytes = bytes
    self.name = name
    self.imports = imports
  }

  func get() throws(StylesheetError) -> CompiledStylesheet {
    try result.withLock { result in
      if let result { return result }
      let made: Result<CompiledStylesheet, StylesheetError>
      do throws(StylesheetError) {
        made = .success(try CompiledStylesheet(bytes(), name: name, imports: imports))
      } catch {
        made = .failure(error)
      }
      result = made
      return made
    }.get()
  }
}

extension ResourceFault {
  /// Why a stylesheet does not get it, behind its name.
  fileprivate var reason: String {
    switch self {
    case .missing: "is not there"
    case .outside: "is not in the stylesheet's folder"
    case .link: "is or passes a symbolic link, which is not followed"
    case .remote: "is not a file; nothing is fetched"
    case .notRegular: "is no regular file"
    case .tooLarge: "is too large a file"
    case .unreadable: "cannot be read"
    case .noFolder: "cannot be looked for, as the stylesheet comes from no folder"
    }
  }
}
