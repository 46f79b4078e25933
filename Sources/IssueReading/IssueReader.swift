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
  /// - Parameters:
  ///   - bytes: The content of the file, in any encoding that is known or can be told.
  ///   - fileName: The name of the file, by whose extension the format is told; nil for none.
  ///   - diagnostics: Where remarks go.
  /// - Throws: ``ReadingError`` if the bytes hold no text that could be an issue.
  public func read(
    _ bytes: [UInt8], fileName: String? = nil, diagnostics: DiagnosticSink
  ) throws(ReadingError) -> Issue {
    let (text, isPage) = try decoded(bytes, fileName, diagnostics)
    var source = try Self.source(of: text, isPage: isPage)
    diagnostics.repaired(
      "control-character-dropped", source.dropControls(), severity: .warning,
      hint: Wording("no output can hold them", zh: "任何输出格式都不能包含控制字符")
    ) { count in
      Wording(
        count == 1 ? "a control character was dropped" : "\(count) control characters were dropped",
        zh: "去掉\(count)个控制字符")
    }
    guard source.lines.contains(where: { !$0.trimmed.isEmpty }) else {
      throw Self.noText
    }
    // Markdown that states its structure says what it says.
    if !isPage, StatedMarkdown.isStated(source) { return try StatedMarkdown.issue(of: source, diagnostics) }
    let switches = RepairSwitches(disabled: options.disabledRepairs)
    for repair in SourceRepair.all where (!isPage || repair.isForPages) && switches.allow(repair.name) {
      repair.make(&source, diagnostics)
    }
    if isPage { return try issue(onPage: source, switches, diagnostics) }
    let format = options.format ?? InputFormat.told(by: fileName, source)
    let front = FrontMatter(source, diagnostics)
    if let front { source.blank(lines: front.lines) }
    let draft: Draft
    if format == .markdown {
      try Self.checkMarks(in: source)
      var reader = MarkdownReader(source: source, switches: switches, diagnostics: diagnostics)
      draft = reader.draft()
    } else {
      draft = PlainTextReader(source: source).draft()
    }
    return recovered(draft, front, switches, diagnostics)
  }

  /// The text in `bytes` with a line feed at the end of each line, as ``read(_:fileName:diagnostics:)`` counts them:
  /// the places of the issue are places in it. Nil if the bytes hold no text.
  public func text(of bytes: [UInt8], fileName: String? = nil) -> String? {
    guard let text = try? decoded(bytes, fileName, DiagnosticSink()).text else { return nil }
    return SourceText(text).text
  }

  private func decoded(
    _ bytes: [UInt8], _ fileName: String?, _ diagnostics: DiagnosticSink
  ) throws(ReadingError) -> (text: String, isPage: Bool) {
    if options.format == nil || options.format == .text, let mail = MailMessage(bytes) {
      return try decoded(mail, diagnostics)
    }
    let isPage = options.format == .html || options.format == nil && InputFormat.isPage(fileName, bytes)
    let text =
      if isPage {
        try PageText.text(of: bytes, encoding: options.encoding, diagnostics: diagnostics)
      } else {
        try InputDecoder.text(of: bytes, encoding: options.encoding, diagnostics: diagnostics)
      }
    return (text, isPage)
  }

  /// The text of a mail, below what its header says; a page is a page, and its header is told.
  private func decoded(
    _ mail: MailMessage, _ diagnostics: DiagnosticSink
  ) throws(ReadingError) -> (text: String, isPage: Bool) {
    diagnostics.report(mail.attachments)
    if mail.isPage {
      for line in mail.headerLines {
        diagnostics.repaired(
          "mail-header-dropped", line: 1, "mail header “\(excerpt(line, toldLength))” dropped",
          zh: "去掉邮件头“\(excerpt(line, toldLength))”")
      }
      return (try PageText.text(of: mail.body, encoding: mail.charset, diagnostics: diagnostics), true)
    }
    let text = try InputDecoder.text(of: mail.body, encoding: mail.charset, diagnostics: diagnostics)
    return (mail.headerLines.joined(separator: "\n") + "\n\n" + text, false)
  }

  /// The issue on a web page. Recovery thinks in lines of text, of which a page has its own.
  private func issue(
    onPage source: SourceText, _ switches: RepairSwitches, _ diagnostics: DiagnosticSink
  ) throws(ReadingError) -> Issue {
    let page = try PageReader(source)
    guard !page.draft.blocks.isEmpty else { throw Self.noText }
    diagnostics.report(page.leftOut)
    page.comments.report(to: diagnostics)
    let remarks = DiagnosticSink()
    let issue = recovered(page.draft, nil, switches, remarks)
    for remark in remarks.diagnostics { diagnostics.report(page.lines.located(remark)) }
    return page.lines.located(issue)
  }

  private func recovered(
    _ draft: Draft, _ front: FrontMatter?, _ switches: RepairSwitches, _ diagnostics: DiagnosticSink
  ) -> Issue {
    var draft = draft
    for stage in RecoveryStages.standard {
      if !switches.allow(type(of: stage).name), let repair = stage as? any RepairStage {
        repair.withoutRepair(&draft, diagnostics)
      } else {
        stage(&draft, diagnostics)
      }
      // What the front matter states, no stage behind may overlook: the masthead's rules are done by here.
      if type(of: stage) == MastheadStage.self { front?.apply(to: &draft, diagnostics) }
    }
    return IssueAssembler.issue(of: draft, diagnostics)
  }

  private static let noText = ReadingError(
    id: "input-empty", message: Wording("the file holds no text", zh: "文件中没有文字"),
    hint: Wording("check that it is the right file", zh: "请确认文件是否正确"))
}

/// A format an issue can be read from.
public enum InputFormat: String, Sendable, Hashable, CaseIterable {
  /// CommonMark with the extensions of GitHub.
  case markdown
  /// Text without marks.
  case text
  /// A web page, as a site published it.
  case html

  /// Whether the bytes are a web page, by the extension of `fileName`, else by how they begin.
  static func isPage(_ fileName: String?, _ bytes: [UInt8]) -> Bool {
    let name = fileName?.lowercased() ?? ""
    if [".html", ".htm", ".xhtml", ".shtml"].contains(where: { name.hasSuffix($0) }) { return true }
    // Markdown and text may be about pages.
    if [".md", ".markdown", ".mdown", ".mkd", ".txt"].contains(where: { name.hasSuffix($0) }) { return false }
    return PageBytes.isPage(bytes)
  }

  /// The format of text that is no page, by the extension of `fileName`, else by what the text looks like: a heading, bold or list mark
  /// of Markdown at the start of some line.
  static func told(by fileName: String?, _ source: SourceText) -> InputFormat {
    let name = fileName?.lowercased() ?? ""
    if [".md", ".markdown", ".mdown", ".mkd"].contains(where: { name.hasSuffix($0) }) { return .markdown }
    // A text file may hold a # or two; Markdown under that name shows itself by more.
    let needed = name.hasSuffix(".txt") ? 2 : 1
    var marked = 0
    var quoted = false
    for line in source.lines where marked < needed {
      switch line.utf8.first {
      // Two strokes are the sides of a box of text; a table has more.
      case UInt8(ascii: "|"): if line.utf8.count(where: { $0 == UInt8(ascii: "|") }) > 2 { marked += 1 }
      // Mails quote so as well: however many lines there are, they are one sign.
      case UInt8(ascii: ">"):
        if !quoted, line.hasPrefix("> ") { marked += 1 }
        quoted = true
      case UInt8(ascii: "#"), UInt8(ascii: "*"):
        // *** NEWS *** is an ornament of plain text.
        if ["# ", "## ", "### "].contains(where: line.hasPrefix)
          || line.hasPrefix("**") && !line.hasPrefix("***") && line.dropFirst(2).first?.isBlankCharacter == false
        {
          marked += 1
        }
      default: break
      }
    }
    return marked >= needed ? .markdown : .text
  }
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
