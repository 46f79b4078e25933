import Gazette

/// Writes the register of articles (稿件登记表) that offices count contributions by: a line of CSV for each article.
struct RegisterWriter: IssueWriter {
  static let format = Format(
    id: "register", fileExtension: "csv", mediaType: "text/csv",
    summary: Wording("register of articles, for spreadsheets", zh: "稿件登记表，供电子表格使用"))

  func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    var lines = ["number,date,section,title,contributor,characters"]
    for section in issue.sections {
      for article in section.articles {
        if article.attribution == nil { reportNameless(article, context) }
        let characters = article.body.plainText.filter { $0.isLetter || $0.isNumber }.count
        let fields = [
          issue.masthead.number?.verbatim, issue.masthead.date?.iso, section.name, article.title, article.attribution,
          "\(characters)",
        ]
        lines.append(fields.map { quoted($0 ?? "") }.joined(separator: ","))
      }
    }
    // Spreadsheets take the mark for the sign of UTF-8, and want CRLF (RFC 4180).
    return Artifact(format: Self.format, bytes: Array(("\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n").utf8))
  }

  private func quoted(_ field: String) -> String { "\"" + field.replacing("\"", with: "\"\"") + "\"" }

  /// A remark on the content: work goes on.
  private func reportNameless(_ article: Article, _ context: StageContext) {
    context.diagnostics.report(
      Diagnostic(
        id: "contributor-missing", severity: .note, at: article.source?.start,
        message: Wording("“\(article.title)” names no contributor", zh: "“\(article.title)”没有署供稿单位")))
  }
}
