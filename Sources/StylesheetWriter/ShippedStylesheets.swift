internal import ExportPipeline
internal import IssueModel
internal import Stylesheets

extension StylesheetWriter {
  /// The format `html`: one page that holds all it needs.
  public static let html = StylesheetWriter(
    Format(
      id: "html", fileExtension: "html", mediaType: "text/html; charset=utf-8",
      summary: Wording(
        "A web page with all it needs in one file, for screens and for printing", zh: "网页：单个文件，适合屏幕阅读和打印")),
    CompiledOnce(StylesheetFiles.html, name: "html.xsl"))

  /// The format `md`: Markdown that states its structure, so that it reads back to the equal issue.
  public static let markdown = StylesheetWriter(
    Format(
      id: "md", fileExtension: "md", mediaType: "text/markdown; charset=utf-8",
      summary: Wording("Markdown that states its structure: to be edited and read again", zh: "标明结构的 Markdown：可编辑、可再读入")
    ),
    CompiledOnce(StylesheetFiles.markdown, name: "markdown.xsl"))

  /// The format `rss`: a feed with an item for each article. Needs the parameter `link`, the address of the page.
  public static let rss = StylesheetWriter(
    Format(
      id: "rss", fileExtension: "rss", mediaType: "application/rss+xml",
      summary: Wording("A feed, an item for each article; wants --param link=URL", zh: "RSS 订阅源，每篇一条；需 --param link=网址")
    ),
    CompiledOnce(StylesheetFiles.rss, name: "rss.xsl"))

  /// The format `docbook`: a DocBook 5.0 article.
  public static let docbook = StylesheetWriter(
    Format(
      id: "docbook", fileExtension: "docbook.xml", mediaType: "application/docbook+xml",
      summary: Wording("DocBook 5, for publishing systems and other converters", zh: "DocBook 5，供出版系统和其他转换程序使用")),
    CompiledOnce(StylesheetFiles.docbook, name: "docbook.xsl"))
}
