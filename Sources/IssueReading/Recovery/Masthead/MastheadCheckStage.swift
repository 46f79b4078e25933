import IssueModel

/// Says what the masthead lacks, when all that could state it has been heard.
struct MastheadCheckStage: RecoveryStage {
  static let name = "masthead-check"
  static let summary = Wording("report what the masthead lacks", zh: "检查报头缺项")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let masthead = draft.masthead
    let line = masthead.source?.line ?? 1
    for gap in masthead.gaps(line: line) { diagnostics.report(gap) }
    if let date = masthead.date, !date.isPossible {
      diagnostics.repaired(
        "date-impossible", line: draft.statedLines[.date] ?? line, "there is no day “\(date.verbatim)”",
        zh: "日期“\(date.verbatim)”不存在",
        hint: Wording("correct it in the source", zh: "请在原稿中改正"))
    }
  }
}
