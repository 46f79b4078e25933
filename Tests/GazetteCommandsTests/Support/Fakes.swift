import Gazette

@testable import GazetteCommands

/// A writer of plain words, so that these tests see what the command line does and nothing else.
struct FakeText: IssueWriter {
  static let format = Format(
    id: "txt", fileExtension: "txt", mediaType: "text/plain", summary: Wording("plain text", zh: "纯文本"))

  func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    if issue.masthead.name == "unwritable" {
      throw StageError(stage: "txt", message: Wording("nothing to write", zh: "无可写内容"))
    }
    report(issue, context)
    return Artifact(format: Self.format, bytes: Array("text of \(issue.masthead.name)\n".utf8))
  }
}

/// A writer of bytes that are no text.
struct FakeWord: IssueWriter {
  static let format = Format(
    id: "docx", fileExtension: "docx", mediaType: "application/x-word", summary: Wording("Word", zh: "Word文档"))

  func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    report(issue, context)
    return Artifact(format: Self.format, bytes: [0x50, 0x4B, 3, 4, 0xFF] + Array(issue.masthead.name.utf8))
  }
}

/// Both writers stumble over the same picture.
private func report(_ issue: Issue, _ context: StageContext) {
  for line in issue.masthead.otherLines where context.resources.bytes(of: line) == nil {
    context.diagnostics.report(
      Diagnostic(id: "picture-missing", severity: .warning, message: Wording("no picture \(line)", zh: "缺图\(line)")))
  }
}

/// Reads an issue whose first line is its name. Further lines are orders: `warn`, `note` and `fail` report on
/// their line, `picture NAME` refers to a file.
func readFakeIssue(
  _ bytes: [UInt8], _ name: String?, _ options: IssueReader.Options, _ diagnostics: DiagnosticSink
) throws(ReadingError) -> Issue {
  let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  guard let title = lines.first, !title.isEmpty else {
    throw ReadingError(id: "input-empty", message: Wording("there is no text", zh: "没有文字"))
  }
  var issue = Issue(masthead: Masthead(name: String(title)))
  let language = [options.format?.rawValue, options.encoding].compactMap(\.self) + options.disabledRepairs.sorted()
  if !language.isEmpty { issue.masthead.series = language.joined(separator: " ") }
  for (index, line) in lines.enumerated().dropFirst().reversed() {
    let position = SourcePosition(line: index + 1, column: 3)
    let severity: Diagnostic.Severity
    switch line {
    case "warn": severity = .warning
    case "note": severity = .note
    case "fail": severity = .error
    default:
      if line.hasPrefix("picture ") { issue.masthead.otherLines.append(String(line.dropFirst(8))) }
      continue
    }
    diagnostics.report(
      Diagnostic(
        id: "line-\(line)", severity: severity, at: position,
        message: Wording("a line\nsays \(line)", zh: "某行说\(line)"),
        hint: severity == .error ? Wording("take it out", zh: "请删去") : nil))
  }
  return issue
}
