import IssueModel

extension DiagnosticSink {
  /// Tells of the words of HTML that a browser does not show in the text.
  /// - Parameter firstLine: The line of the source on which the HTML begins.
  func report(_ leftOut: [ShownNodes.LeftOut], firstLine: Int = 1) {
    for item in leftOut {
      let words = excerpt(item.words, toldLength)
      let owner = excerpt(item.owner)
      let (id, english, chinese) =
        switch item.kind {
        case .hidden:
          ("hidden-text-dropped", "“\(words)”, which a browser does not show, was left out", "浏览器不显示的“\(words)”未印出")
        case .comment: ("comment-dropped", "the comment “\(words)” was left out", "批注“\(words)”未印出")
        case .title where owner.isEmpty:
          ("title-attribute-dropped", "the title “\(words)” was left out", "提示文字“\(words)”未印出")
        case .title:
          (
            "title-attribute-dropped", "the title “\(words)” of “\(owner)” was left out",
            "“\(owner)”的提示文字“\(words)”未印出"
          )
        case .struck:
          ("strikethrough-dropped", "“\(words)” is struck out, but is printed", "“\(words)”带删除线，仍照常印出")
        case .media:
          (
            "media-dropped",
            "something to be played or embedded was left out: “\(words.isEmpty ? item.owner : words)”",
            "嵌入的媒体未印出：“\(words.isEmpty ? item.owner : words)”"
          )
        }
      let hint =
        item.kind == .struck
        ? Wording("take the words out if they are not to be printed", zh: "如不应印出，请删去")
        : Wording("write it into the text if it is to be printed", zh: "如需印出，请写入正文")
      report(
        Diagnostic(
          id: id, severity: .note,
          at: SourcePosition(line: firstLine + max(0, item.line - 1), column: max(1, item.column)),
          message: Wording(english, zh: chinese), hint: hint))
    }
  }
}
