import IssueModel
import IssueReading

/// A text as the reader took it, and what it said about it.
struct Reading {
  let issue: Issue
  let remarks: [Diagnostic]

  init(_ text: String, as format: InputFormat? = .markdown, without repairs: Set<String> = []) throws {
    try self.init(bytes: Array(text.utf8), as: format, without: repairs)
  }

  init(
    bytes: [UInt8], as format: InputFormat? = .markdown, encoding: String? = nil, named name: String? = nil,
    without repairs: Set<String> = []
  ) throws {
    let sink = DiagnosticSink()
    let reader = IssueReader(options: .init(format: format, encoding: encoding, disabledRepairs: repairs))
    issue = try reader.read(bytes, fileName: name, diagnostics: sink)
    remarks = sink.diagnostics
  }

  var masthead: Masthead { issue.masthead }
  var articles: [Article] { issue.articles }
  var titles: [String] { articles.map(\.title) }
  var sections: [String?] { issue.sections.map(\.name) }

  /// The blocks of all articles, each as its kind and words: `p:…`, `h1:…`, `list:…`.
  var body: [String] { articles.flatMap(\.body).map(Self.described) }
  /// The words of all paragraphs of all articles.
  var paragraphs: [String] {
    articles.flatMap(\.body).compactMap { if case .paragraph(let text) = $0 { text.inlines.plainText } else { nil } }
  }

  /// The lines at which the remark `id` was made.
  func lines(of id: String) -> [Int] { remarks.filter { $0.id == id }.compactMap { $0.position?.line } }
  /// The names of the remarks made, each once, in order of the alphabet.
  var ids: [String] { Set(remarks.map(\.id)).sorted() }

  static func described(_ block: Block) -> String {
    switch block {
    case .paragraph(let text):
      (text.role == .body ? "p:" : "\(text.role.rawValue):") + text.inlines.plainText
    case .subheading(let heading): "h\(heading.level):" + heading.inlines.plainText
    case .list: "list:" + block.plainText
    case .table: "table:" + block.plainText
    case .figure: "figure:" + block.plainText
    case .quote: "quote:" + block.plainText
    case .rule: "rule"
    case .preformatted(let text): "pre:" + text.text
    }
  }
}

/// A whole issue around `body`, which begins at ``bodyLine``.
func bulletin(_ body: String) -> String {
  let head = ["# 河畔简报", "第7期", "河畔镇办公室", "2031年5月6日", "---", "## 【镇村动态】", "### 新泵站投入运行"]
  return (head + [body]).joined(separator: "\n\n") + "\n"
}

/// The line on which the first line of a body given to ``bulletin(_:)`` stands.
let bodyLine = 15

/// Running text of one sentence that is finished.
let sentence = "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，疏通渠道三十余里，确保汛期排水顺畅。"
