internal import ExportPipeline
internal import IssueModel
internal import OpenPackaging
internal import XMLBinding

extension StageError {
  /// A fault of the program, or memory at its end: no package can be made.
  init(stage: String, _ error: some Error) {
    self.init(
      stage: stage,
      message: Wording("The Word file could not be put together: \(error).", zh: "无法生成 Word 文件：\(error)。"))
  }
}

extension Package {
  /// Adds a part with the content of `xml`.
  /// - Parameter reporting: Where to report characters that XML could not hold, and the issue they come from; nil for
  ///   parts whose words all stand in the document too, so that each is reported once.
  mutating func add(
    _ name: PartName, _ contentType: String, _ xml: consuming XMLWriter, stage: String,
    relationships: Relationships = Relationships(), reporting: (sink: DiagnosticSink, issue: Issue)? = nil
  ) throws(StageError) {
    let dropped = xml.droppedCharacters
    if dropped > 0, let reporting {
      reporting.sink.report(
        Diagnostic(
          id: "character-dropped", severity: .warning,
          at: CharacterSearch(reporting.issue) { !XMLCharacters.isLegal($0) }.first,
          message: Wording(
            "\(dropped) control characters are left out, which a Word file cannot hold",
            zh: "略去\(dropped)个控制字符：Word 文件无法保存这类字符"),
          hint: Wording("remove them from the source", zh: "请从原稿中删除")))
    }
    do throws(XMLWritingError) {
      add(
        Part(
          name, contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml." + contentType,
          content: try xml.finish(), relationships: relationships))
    } catch {
      throw StageError(stage: stage, error)
    }
  }
}
