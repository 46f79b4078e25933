extension Masthead {
  /// Remarks on what every masthead has and this one lacks: name, number, date. The reader and the checks say
  /// it in the same words.
  /// - Parameter line: The line of the source the remarks point to.
  package func gaps(line: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func report(_ id: String, _ english: String, _ chinese: String, _ hint: Wording) {
      found.append(
        Diagnostic(
          id: id, severity: .warning, at: SourcePosition(line: line), message: Wording(english, zh: chinese), hint: hint
        ))
    }
    if name.isEmpty {
      report(
        "masthead-name-missing", "no name of the bulletin found", "没有找到刊名",
        Wording("put the name on the first line, as a heading", zh: "请把刊名写成首行标题"))
    }
    if number == nil {
      report(
        "masthead-number-missing", "no issue number found", "没有找到期号",
        Wording("write it on a line of its own, such as 第12期 or Issue 12", zh: "请单独成行写明期号，如“第12期”"))
    }
    if date == nil {
      report(
        "masthead-date-missing", "no date found in the masthead", "报头中没有找到日期",
        Wording("write the full date, such as 2023年1月28日", zh: "请写明完整日期，如“2023年1月28日”"))
    }
    return found
  }
}
