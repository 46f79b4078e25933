internal import ExportPipeline
internal import IssueModel
internal import Stylesheets

extension StylesheetWriter {
  /// The format `html`: one page that holds all it needs.
  public static let html = StylesheetWriter(
    Format(
      id: "html", fileExtension: "html", mediaType: "text/html; charset=utf-8",
      summary: Wording(
        "a web page with all it needs in one file, for screens and for printing", zh: "网页：单个文件，适合屏幕阅读和打印")),
    CompiledOnce(StylesheetFiles.html, name: "html.xsl"))
}
