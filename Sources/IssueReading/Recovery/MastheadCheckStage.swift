import IssueModel

/// Says what the masthead lacks, when all that could state it has been heard.
struct MastheadCheckStage: RecoveryStage {
  static let name = "masthead-check"
  static let summary = Wording("report what the masthead lacks", zh: "检查报头缺项")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let masthead = draft.masthead
    let line = masthead.source?.line ?? 1
    func warn(_ id: String, _ english: String, _ chinese: String, _ hint: Wording) {
      diagnostics.repaired(id, line: line, english, zh: chinese, hint: hint)
    }
    if masthead.name.isEmpty {
      warn(
        "masthead-name-missing", "no name of the bulletin found", "没有找到刊名",
        Wording("put the name on the first line, as a heading", zh: "请把刊名写成首行标题"))
    }
    if masthead.number == nil {
      warn(
        "masthead-number-missing", "no issue number found", "没有找到期号",
        Wording("write it on a line of its own, such as 第12期 or Issue 12", zh: "请单独成行写明期号，如“第12期”"))
    }
    if masthead.date == nil {
      warn(
        "masthead-date-missing", "no date found in the masthead", "报头中没有找到日期",
        Wording("write the full date, such as 2023年1月28日", zh: "请写明完整日期，如“2023年1月28日”"))
    } else if let date = masthead.date, !date.isPossible {
      warn(
        "date-impossible", "there is no day “\(date.verbatim)”", "日期“\(date.verbatim)”不存在",
        Wording("correct it in the source", zh: "请在原稿中改正"))
    }
  }
}
