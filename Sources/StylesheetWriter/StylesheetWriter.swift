public import ExportPipeline
public import IssueModel
internal import IssueXML
internal import XSLTBinding

/// Writes issues through an XSLT 1.0 stylesheet, over issue XML with its `PrintedForm`.
///
/// The stylesheet reads nothing else and writes nothing but its result; whatever it tries beyond that ends in an
/// error with its line. Any number of tasks may use one writer at once.
public struct StylesheetWriter: IssueWriter {
  /// What all stylesheets have in common; ``format-swift.property`` is that of one.
  public static let format = Format(
    id: "xsl", fileExtension: "xml", mediaType: "application/xml",
    summary: Wording("whatever an XSLT stylesheet makes of the issue", zh: "由 XSLT 样式表转换而成"))

  /// What the stylesheet writes: by what is said of it in its root (`gazette:extension`) and in `xsl:output`.
  public let format: Format
  /// The values of the stylesheet's top-level parameters.
  public var parameters: [Parameter]

  /// A value for a parameter of a stylesheet.
  public struct Parameter: Sendable, Hashable {
    /// The name, as in `<xsl:param name="base"/>`.
    public var name: String
    /// The value, a string: whatever marks it holds, none of it is taken for XPath.
    public var value: String
    /// A value of the given parts.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The parameter that, where a stylesheet has it, gets the whole issue as issue XML in Base64: an output that
  /// carries it can be read back (`EmbeddedIssue`).
  static let sourceParameter = "issueBase64"

  private let stylesheet: CompiledOnce

  /// A writer of a format that comes with the library. It is compiled when it is first used.
  init(_ format: Format, _ stylesheet: CompiledOnce, parameters: [Parameter] = []) {
    self.format = format
    self.stylesheet = stylesheet
    self.parameters = parameters
  }

  /// A writer of the stylesheet in `bytes`.
  /// - Parameters:
  ///   - bytes: The stylesheet.
  ///   - name: The name of its file, for remarks.
  ///   - imports: Gives what it imports or includes, by the name from its own folder; nothing unless it is given.
  ///   - parameters: The values of its top-level parameters.
  /// - Throws: ``StylesheetError`` if it is none.
  public init(
    _ bytes: [UInt8], name: String, imports: any ResourceProvider = NoResources(), parameters: [Parameter] = []
  ) throws(StylesheetError) {
    let stylesheet = CompiledOnce(bytes, name: name, imports: imports)
    let compiled = try stylesheet.get()
    self.init(try compiled.format(called: name), stylesheet, parameters: parameters)
  }

  /// The names of the top-level parameters of the stylesheet and those it imports, in the order they are met.
  /// - Throws: ``StylesheetError`` if the stylesheet is none.
  public func parameterNames() throws(StylesheetError) -> [String] { try stylesheet.get().parameterNames }

  /// All bytes that the stylesheet consists of: its own and those of what it imports. With ``parameters`` they decide
  /// what is made of an issue.
  /// - Throws: ``StylesheetError`` if the stylesheet is none.
  public func sources() throws(StylesheetError) -> [[UInt8]] { try stylesheet.get().sources }

  /// What the stylesheet makes of `issue`. What it says (`xsl:message`) goes to the diagnostics.
  /// - Throws: `StageError` with the stylesheet's file and line if it fails, ends itself or passes a limit.
  public func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    let compiled: CompiledStylesheet
    do throws(StylesheetError) { compiled = try stylesheet.get() } catch { throw error.stageError(format.id) }
    let pictures = compiled.wantsPictures ? PictureInliner(context: context) : nil
    let printed = PrintedForm(composition: Composition(issue, style: context.houseStyle)) {
      pictures?.picture($0, at: $1)
    }
    let document = try IssueXML.write(issue, printed: printed, diagnostics: context.diagnostics)
    let known = compiled.parameterNames
    var given = parameters.filter { known.contains($0.name) && $0.name != Self.sourceParameter }.map {
      ($0.name, $0.value)
    }
    if known.contains(Self.sourceParameter) {
      given.append((Self.sourceParameter, Base64.text(of: try IssueXML.write(issue))))
    }
    do throws(XSLTError) {
      let result = try compiled.stylesheet.apply(
        to: document, parameters: given, limits: XSLTLimits(document: document.count))
      for message in result.messages { context.diagnostics.report(Diagnostic(message)) }
      return Artifact(format: format, bytes: result.bytes)
    } catch {
      for message in error.messages { context.diagnostics.report(Diagnostic(message)) }
      throw StylesheetError(error.reason).stageError(format.id)
    }
  }
}

extension XSLTLimits {
  /// What a stylesheet may use for a document of `count` bytes: enough for a large issue and a stylesheet that looks
  /// at each piece of it hundreds of times.
  fileprivate init(document count: Int) {
    self.init(memory: (256 << 20) + 32 * count, operations: 20_000_000 + 400 * count)
  }
}
