internal import ExportPipeline
public import IssueModel
internal import IssueXML
internal import XMLBinding
public import XMLReading

extension EmbeddedIssue {
  /// How a page of ours says that it carries its issue, up to the Base64 of it (`html.xsl` writes it).
  private static let mark = Array(
    #"<link rel="alternate" type="application/vnd.gazette.issue+xml" href="data:application/xml;base64,"#.utf8)

  /// Whether `bytes` are a web page that carries its issue.
  public static func isPage(_ bytes: [UInt8]) -> Bool {
    // A page in UTF-8 that begins as one; text about such a page does not.
    guard let first = bytes.prefix(64).first(where: { $0 > 0x20 && $0 < 0x80 }), first == UInt8(ascii: "<") else {
      return false
    }
    return place(in: bytes) != nil
  }

  /// The issue that the web page `bytes` carries, equal to the one it was written from.
  ///
  /// What somebody changed on the page is not in it; a page that lost words of the issue is remarked on
  /// (`page-changed`).
  /// - Throws: `XMLFormatError` if the page carries none, or a damaged one.
  public static func readPage(
    _ bytes: [UInt8], diagnostics: DiagnosticSink? = nil
  ) throws(XMLFormatError) -> Issue {
    guard let start = place(in: bytes), let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")),
      let content = Base64.bytes(of: bytes[start..<end])
    else {
      throw XMLFormatError([
        Diagnostic(
          id: "page-no-issue", severity: .error,
          message: Wording("the page carries no issue that can be read", zh: "网页中没有可读取的期刊数据"),
          hint: Wording("read what it shows: --from html", zh: "可用 --from html 读取网页所显示的内容"))
      ])
    }
    let issue = try IssueXML.read(content)
    if let diagnostics, let lost = firstLost(of: issue, on: bytes) {
      diagnostics.report(
        Diagnostic(
          id: "page-changed", severity: .warning,
          message: Wording(
            "the page was changed since it was written: it no longer says “\(lost.prefix(20))”; changes made there are not read",
            zh: "网页在生成之后被改动：已没有“\(lost.prefix(20))”；其中的改动不会被读取"),
          hint: Wording(
            "make changes in the source of the issue, or read what the page shows: --from html",
            zh: "请在期刊原稿中修改，或用 --from html 读取网页所显示的内容")))
    }
    return issue
  }

  /// Where the Base64 begins.
  private static func place(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      // It stands in the head; pictures, which may be large, stand behind it.
      guard buffer.count >= mark.count else { return nil }
      for start in 0...(buffer.count - mark.count)
      where buffer[start] == mark[0] && mark.indices.allSatisfy({ buffer[start + $0] == mark[$0] }) {
        return start + mark.count
      }
      return nil
    }
  }

  // MARK: Whether the page still says what the issue says

  /// The first words of `issue` that the page does not show; nil if it shows them all.
  private static func firstLost(of issue: Issue, on bytes: [UInt8]) -> String? {
    guard let page = try? HTMLPage(parsing: String(decoding: bytes, as: UTF8.self)) else { return nil }
    var text = ""
    for node in page.nodes { addWords(of: node, to: &text) }
    let shown = letters(text)
    var pieces = IssueWords()
    pieces.visit(issue)
    var position = 0
    for piece in pieces.all {
      let wanted = letters(piece)
      guard !wanted.isEmpty else { continue }
      // In the order of the page as a rule; a note stands elsewhere.
      guard let end = find(wanted, in: shown, from: position) ?? find(wanted, in: shown, from: 0) else { return piece }
      position = end
    }
    return nil
  }

  private static func addWords(of node: XMLNode, to text: inout String) {
    switch node {
    case .text(let words): text += words
    case .element(let element):
      // Numbers of footnotes are made by whoever prints them.
      guard !["head", "script", "style"].contains(element.name), !["back", "mark"].contains(element.attribute("class"))
      else { return }
      for child in element.children { addWords(of: child, to: &text) }
    }
  }

  private static func letters(_ text: String) -> [UInt8] {
    Array(
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
      ).utf8)
  }

  /// The end of the first place of `wanted` behind `start`.
  private static func find(_ wanted: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard text.count - start >= wanted.count else { return nil }
    return text.withUnsafeBufferPointer { text in
      for place in start...(text.count - wanted.count)
      where text[place] == wanted[0] && wanted.indices.allSatisfy({ text[place + $0] == wanted[$0] }) {
        return place + wanted.count
      }
      return nil
    }
  }
}

/// The words of an issue's articles, in pieces that stand together on any page.
private struct IssueWords: IssueVisitor {
  var all: [String] = []

  mutating func visit(_ article: Article) {
    all += [article.kicker, article.title, article.subtitle, article.byline].compactMap(\.self)
    descend(article)
  }

  mutating func visit(_ inline: Inline) {
    switch inline {
    case .text(let text), .code(let text): all.append(text)
    default: descend(inline)
    }
  }

  mutating func visit(_ block: Block) {
    if case .preformatted(let block) = block { all.append(block.text) }
    descend(block)
  }
}
