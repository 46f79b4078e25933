public import ExportPipeline
public import IssueModel
internal import UnicodeText

/// Writes an issue as plain text for mailing lists, archives and terminals: lines of a fixed width, Chinese
/// broken by its own rules.
///
/// It prints the `Composition` of the issue stage by stage (masthead, contents, sections, imprint) and adds
/// marks only: rules, dot leaders, numbers of notes and the addresses behind links.
public struct PlainTextWriter: IssueWriter {
  /// `txt`.
  public static let format = Format(
    id: "txt", fileExtension: "txt", mediaType: "text/plain; charset=utf-8",
    summary: Wording("Plain text with lines of fixed width, for mailings", zh: "定宽纯文本，用于邮件群发"))

  /// What differs from the house style.
  public var options: TextOptions
  /// What is printed, from top to bottom.
  public var stages: [TextStage]

  /// A writer of the given parts.
  public init(options: TextOptions = TextOptions(), stages: [TextStage] = TextStage.standard) {
    self.options = options
    self.stages = stages
  }

  /// The text of `issue`: lines end as `options` say, the last one too.
  /// - Throws: `StageError` if the encoding asked for lacks a character of the issue, with each place of it.
  public func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    let lines = lines(of: issue, context)
    let end = options.lineEnding.rawValue
    var text = ""
    text.reserveCapacity(lines.reduce(0) { $0 + $1.utf8.count + end.utf8.count })
    for line in lines {
      text += line
      text += end
    }
    var format = Self.format
    format.mediaType = options.mediaType(of: issue.language)
    return Artifact(format: format, bytes: try bytes(of: text, issue, context))
  }

  /// `text` in the encoding asked for.
  private func bytes(of text: String, _ issue: Issue, _ context: StageContext) throws(StageError) -> [UInt8] {
    let encoding = options.encoding
    do throws(TextEncodingError) {
      return try TextEncoder(encoding, writesByteOrderMark: options.writesByteOrderMark).encode(text)
    } catch {
      guard !error.missing.isEmpty else {
        throw StageError(
          stage: format.id,
          message: Wording("\(encoding.name) is not available here", zh: "此处不支持编码 \(encoding.name)"))
      }
      throw LackingCharacters(error).stageError(format.id, issue, context)
    }
  }

  /// The lines of the text of `issue`, without their ends.
  func lines(of issue: Issue, _ context: StageContext) -> [String] {
    let composition = Composition(issue, style: context.houseStyle)
    var page = TextPage(
      composition, language: issue.language, style: options.style(over: context.houseStyle.text),
      flow: options.flow)
    for stage in stages { stage.print(&page) }
    page.reportDroppedCharacters(of: issue, to: context.diagnostics)
    if page.notes.lacksOne { composition.reportMissingNotes(to: context.diagnostics) }
    composition.reportPartedTables(to: context.diagnostics)
    for note in PictureTrouble.leftOutDescriptions(in: issue) { context.diagnostics.report(note) }
    return page.finish()
  }
}
