/// A form an issue can come in.
public enum IssueForm: String, Sendable, Hashable, CaseIterable {
  /// A back issue as Markdown, text or HTML page: its structure is recovered.
  case markdown, text, html
  /// Issue XML and issue JSON, and a Word file that carries its issue: the model itself.
  case xml, json, docx

  /// The form of `bytes`, which come from a file called `fileName`; nil for text of a kind that `IssueReader`
  /// tells.
  ///
  /// A ZIP file is a Word file whatever it is called. Otherwise the extension decides; without one that is known,
  /// as for standard input, the beginning of the bytes does.
  static func told(by fileName: String?, _ bytes: [UInt8]) -> IssueForm? {
    let name = fileName?.lowercased() ?? ""
    if name.hasSuffix(".docx") || EmbeddedIssue.isPackage(bytes) { return .docx }
    if name.hasSuffix(".xml") { return .xml }
    if name.hasSuffix(".json") { return .json }
    let textual = [".md", ".markdown", ".mdown", ".mkd", ".txt", ".html", ".htm", ".xhtml"]
    if textual.contains(where: { name.hasSuffix($0) }) { return nil }
    let start = Beginning(bytes)
    return start.isIssueXML ? .xml : start.isJSON ? .json : nil
  }
}

/// Reads an issue from whatever form it comes in.
///
/// A web page that Gazette wrote carries its issue, which is read unless the form is said to be ``IssueForm/html``.
///
/// This is what the commands use. `IssueReader` reads back issues, `IssueXML`, `IssueJSON` and `EmbeddedIssue` the
/// other forms; each can be used by itself.
public struct AnyIssueReader: Sendable {
  /// Reads a back issue, as `IssueReader` does.
  public typealias TextReading =
    @Sendable ([UInt8], String?, IssueReader.Options, DiagnosticSink) throws(ReadingError) -> Issue

  /// The form of the input; absent to tell it by name and content.
  public var form: IssueForm?
  /// How back issues are read.
  public var options: IssueReader.Options
  /// What reads Markdown, text and HTML; put a reader of your own in its place to read them otherwise.
  public var readText: TextReading

  /// A reader with the given options.
  /// - Parameters:
  ///   - form: The form of the input; absent to tell it by name and content.
  ///   - options: How back issues are read.
  ///   - readText: What reads Markdown, text and HTML.
  public init(
    form: IssueForm? = nil, options: IssueReader.Options = .init(),
    readText: @escaping TextReading = { bytes, name, options, diagnostics throws(ReadingError) in
      try IssueReader(options: options).read(bytes, fileName: name, diagnostics: diagnostics)
    }
  ) {
    self.form = form
    self.options = options
    self.readText = readText
  }

  /// The issue in `bytes`. What was repaired or looks wrong goes to `diagnostics`.
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - fileName: The name of the file, by whose extension the form is told; nil for none.
  ///   - diagnostics: Where remarks go.
  /// - Throws: ``UnreadableIssue`` if there is no issue in them, with all reasons.
  public func read(
    _ bytes: [UInt8], fileName: String? = nil, diagnostics: DiagnosticSink
  ) throws(UnreadableIssue) -> Issue {
    switch form ?? IssueForm.told(by: fileName, bytes) {
    case .docx:
      do throws(XMLFormatError) {
        return try EmbeddedIssue.read(bytes, diagnostics: diagnostics)
      } catch { throw UnreadableIssue(error.diagnostics) }
    case .xml:
      do throws(XMLFormatError) { return try IssueXML.read(bytes) } catch { throw UnreadableIssue(error.diagnostics) }
    case .json:
      do throws(IssueJSONError) {
        return try IssueJSON.read(bytes, diagnostics: diagnostics)
      } catch { throw UnreadableIssue(error.diagnostics) }
    case .markdown: return try text(bytes, fileName, .markdown, diagnostics)
    case .text: return try text(bytes, fileName, .text, diagnostics)
    case .html: return try text(bytes, fileName, .html, diagnostics)
    case nil:
      guard options.format == nil, EmbeddedIssue.isPage(bytes) else {
        return try text(bytes, fileName, options.format, diagnostics)
      }
      do throws(XMLFormatError) {
        return try EmbeddedIssue.readPage(bytes, diagnostics: diagnostics)
      } catch { throw UnreadableIssue(error.diagnostics) }
    }
  }

  /// The text in `bytes`, in whose lines the places of the issue are counted: that of a back issue. Nil for the forms
  /// that hold the model itself, whose places are those of the back issue it was once read from.
  public func sourceText(of bytes: [UInt8], fileName: String? = nil) -> String? {
    var options = options
    switch form ?? IssueForm.told(by: fileName, bytes) {
    case .docx, .xml, .json: return nil
    case .markdown: options.format = .markdown
    case .text: options.format = .text
    case .html: options.format = .html
    case nil: if options.format == nil, EmbeddedIssue.isPage(bytes) { return nil }
    }
    return IssueReader(options: options).text(of: bytes, fileName: fileName)
  }

  private func text(
    _ bytes: [UInt8], _ fileName: String?, _ format: InputFormat?, _ diagnostics: DiagnosticSink
  ) throws(UnreadableIssue) -> Issue {
    var options = options
    options.format = format
    do throws(ReadingError) {
      return try readText(bytes, fileName, options, diagnostics)
    } catch {
      let reason = Diagnostic(
        id: error.id, severity: .error, at: error.position ?? SourcePosition(line: 1), message: error.message,
        hint: error.hint)
      throw UnreadableIssue([reason])
    }
  }
}

/// Why there is no issue in an input.
public struct UnreadableIssue: Error, Sendable, Hashable {
  /// All that is wrong, each with its place as far as it is known: at least one.
  public var diagnostics: [Diagnostic]
  /// A failure for the given reasons.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// What the first bytes of a file say about it, in whichever encoding that holds ASCII.
private struct Beginning {
  /// The bytes that are no blanks, marks of byte order, comments or instructions.
  private let text: String

  init(_ bytes: [UInt8]) {
    // UTF-16 writes ASCII with zeros between.
    var rest = String(decoding: bytes.prefix(8192).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?"), let end = rest.firstRange(of: "?>") {
        rest = rest[end.upperBound...]
      } else {
        break
      }
    }
    text = String(rest)
  }

  /// Whether the root is one of issue XML, or a document type announces it.
  var isIssueXML: Bool {
    if text.hasPrefix("<!DOCTYPE") { return text.dropFirst(9).drop { $0.isWhitespace }.hasPrefix("issue") }
    guard text.hasPrefix("<") else { return false }
    let tag = text.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    return tag == "issue" || tag.hasSuffix(":issue")
  }

  /// Whether an object begins, as no sentence does.
  var isJSON: Bool {
    guard text.hasPrefix("{") else { return false }
    let inner = text.dropFirst().drop { $0.isWhitespace }
    return inner.hasPrefix("\"") || inner.hasPrefix("}")
  }
}
