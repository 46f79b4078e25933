import ExportPipeline
import IssueModel
import IssueReading
import StylesheetWriter
import TestSupport
import Testing
import XMLBinding

import struct IssueModel.Issue

@Suite("The web page")
struct HTMLPageTests {
  func page(_ issue: Issue, _ context: StageContext = StageContext()) throws(StageError) -> String {
    String(decoding: try StylesheetWriter.html.write(issue, context).bytes, as: UTF8.self)
  }

  /// The letters and digits of a page, as a browser shows them.
  func letters(_ html: String) throws -> String {
    let body = html[(html.firstRange(of: "<body>")?.upperBound ?? html.startIndex)...]
    return Self.letters(try HTMLFragment(parsing: String(body)).nodes.map(Self.words).joined())
  }

  static func words(_ node: XMLNode) -> String {
    switch node {
    case .text(let text): return text
    case .element(let element):
      // The number of a footnote is a field in print, and the way back from it is none of the issue's words.
      if element.attribute("class") == "back" || element.attribute("class") == "mark" { return "" }
      return element.children.map(words).joined()
    }
  }

  static func letters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  /// The letters of an issue as it is printed, footnotes at the end.
  static func letters(_ issue: Issue) -> String {
    let printed = Composition(issue, style: .gbt9704)
    var words = printed.masthead.flatMap(\.cells).map(\.words)
    func add(_ note: ComposedEditorsNote) { words += [note.label, note.body.plainText] }
    for part in printed.front {
      switch part {
      case .contents(let list): words += [list.heading ?? ""] + list.entries.flatMap { [$0.words, $0.page ?? ""] }
      case .editorsNote(let note): add(note)
      }
    }
    for section in printed.sections {
      words.append(section.heading ?? "")
      for article in section.articles {
        words += [article.kicker, article.title, article.subtitle, article.byline].compactMap { $0 }
        if let note = article.editorsNote { add(note) }
        words.append(article.body.plainText)
        words += [article.attribution, article.signatureOffice, article.signatureDate].compactMap { $0 }
      }
    }
    words += printed.imprint.flatMap(\.cells).map(\.words)
    words += printed.sections.flatMap(\.articles).flatMap(\.notes).map(\.body.plainText)
    return letters(words.joined())
  }

  @Test("The page has the words of the issue as printed, all of them, in order, once", arguments: 0..<60)
  func words(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed))
    #expect(try letters(page(issue)) == Self.letters(issue))
  }

  @Test("The page says its language, and what it says besides is in that language")
  func language() throws {
    let chinese = try page(Issue(masthead: Masthead(name: "湖畔简报")))
    #expect(chinese.contains(#"<html lang="zh-Hans">"#))
    #expect(chinese.contains(#"aria-label="跳到正文""#))
    let english = try page(Issue(masthead: Masthead(name: "Lakeside"), language: .english))
    #expect(english.contains(#"<html lang="en">"#))
    #expect(english.contains(#"aria-label="Skip to the text""#))
  }

  @Test("Pictures stand in the page itself; what cannot be had is its description and a warning")
  func pictures() throws {
    struct One: ResourceProvider {
      func bytes(of target: String) -> [UInt8]? { target == "seal.png" ? TinyPictures.png(20, 10) : nil }
    }
    let figures: [Block] = ["seal.png", "gone.png"].map {
      .figure(Figure(image: ImageReference(target: $0, description: "印章 \($0)")))
    }
    let issue = Issue(sections: [Section(articles: [Article(title: "题", body: figures)])])
    let context = StageContext(resources: One())
    let page = try page(issue, context)
    #expect(page.contains(#"<img src="data:image/png;base64,iVBORw0KGgo"#))
    #expect(page.contains(#"width="20" height="10""#))
    #expect(page.matches(of: /<img/).count == 1)
    #expect(page.contains("<figcaption>印章 gone.png</figcaption>"))
    #expect(context.diagnostics.diagnostics.map(\.id) == ["picture-missing"])
  }

  @Test("A link that could run something is its words alone")
  func links() throws {
    let targets = [
      "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", "#here", "https://example.org/a?b=1&c=2",
      "mailto:a@example.org",
    ]
    let links = targets.map { Inline.link(target: $0, [.text("词")]) }
    let page = try page(
      Issue(sections: [Section(articles: [Article(title: "题", body: [.paragraph(Paragraph(links))])])]))
    let body = page[(page.firstRange(of: "<main")?.lowerBound ?? page.startIndex)...]
    #expect(
      body.matches(of: /<a href="([^"]*)"/).map { String($0.1) } == [
        "https://example.org/a?b=1&amp;c=2", "mailto:a@example.org",
      ])
  }

  @Test("Words that look like markup stay words")
  func markup() throws {
    let issue = Issue(
      masthead: Masthead(name: "<script>alert(1)</script>"),
      sections: [
        Section(articles: [
          Article(title: "</style><b>", body: [.paragraph(Paragraph([.text("a < b & c"), .code("</p>")]))])
        ])
      ])
    let page = try page(issue)
    #expect(!page.contains("<script"))
    #expect(page.contains("a &lt; b &amp; c"))
    #expect(try letters(page) == Self.letters(issue))
  }

  @Test("The accent is a colour and nothing else")
  func accent() throws {
    var writer = StylesheetWriter.html
    writer.parameters = [.init(name: "accent", value: "#0a7d43")]
    let issue = Issue(masthead: Masthead(name: "湖畔简报"))
    #expect(String(decoding: try writer.write(issue, StageContext()).bytes, as: UTF8.self).contains("--accent:#0a7d43"))
    writer.parameters = [.init(name: "accent", value: "red}</style><script>x</script>")]
    #expect(!String(decoding: try writer.write(issue, StageContext()).bytes, as: UTF8.self).contains("<script"))
  }

  @Test("The same issue makes the same page", arguments: 0..<10)
  func deterministic(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed))
    #expect(try page(issue) == page(issue))
  }

  @Test("Headings make an outline without holes", arguments: 0..<40)
  func outline(_ seed: Int) throws {
    let page = try page(IssueGenerator.issue(seed: UInt64(seed)))
    var last = 0
    for match in page.matches(of: /<h([1-6])/) {
      let level = Int(match.1) ?? 0
      #expect(level <= last + 1 || last == 0, "h\(last) is followed by h\(level)")
      last = level
    }
  }
}
