internal import ExportPipeline
internal import HouseStyle
internal import IssueModel

/// The words of an issue that its text holds, piece by piece as far as the model knows of each where it comes from.
struct IssuePassages {
  /// Words from one place.
  struct Passage {
    var words: String
    /// The lines of the source they come from; nil if those are not known.
    var source: SourceRange?
  }

  private(set) var passages: [Passage] = []

  /// The passages of `issue`, set as `style` wants it, in reading order.
  init(_ issue: Issue, _ style: HouseStyle) {
    let composition = Composition(issue, style: style)
    add(composition.masthead.flatMap(\.cells).map(\.text).joined(separator: "\n"), issue.masthead.source)
    if let contents = issue.printedContents, style.contents != .never {
      add(contents.heading, contents.source)
      for entry in contents.entries {
        add([entry.label ?? "", entry.text, entry.page ?? ""].joined(separator: "\n"), entry.source ?? contents.source)
      }
    }
    add(issue.editorsNote)
    for section in issue.sections {
      add(section.name, section.source)
      for article in section.articles { add(article) }
    }
    add(
      composition.imprint.flatMap(\.cells).map { $0.label + "\n" + $0.text }.joined(separator: "\n"),
      issue.imprint?.source)
  }

  private mutating func add(_ words: String?, _ source: SourceRange?) {
    if let words, !words.isEmpty { passages.append(Passage(words: words, source: source)) }
  }

  private mutating func add(_ article: Article) {
    add(article.title, article.source)
    for words in [article.kicker, article.subtitle, article.byline] { add(words, nil) }
    if article.editorsNote?.isAtEnd == false { add(article.editorsNote) }
    add(article.body, nil)
    for words in [article.attributionLabel, article.attribution, article.signature?.office] { add(words, nil) }
    add(article.signature?.date?.verbatim, nil)
    if article.editorsNote?.isAtEnd == true { add(article.editorsNote) }
    for note in article.notes { add(note.body, note.source) }
  }

  private mutating func add(_ note: EditorsNote?) {
    guard let note else { return }
    add(note.label, note.source)
    add(note.body, note.source)
  }

  /// Adds `blocks`; those that do not know their place have that of the `outer` one.
  private mutating func add(_ blocks: [Block], _ outer: SourceRange?) {
    for block in blocks {
      let source = block.source ?? outer
      switch block {
      case .paragraph(let paragraph): add(words(of: paragraph.inlines), source)
      case .subheading(let heading): add(words(of: heading.inlines), source)
      case .list(let list): for item in list.items { add(item, source) }
      case .quote(let quote): add(quote.body, source)
      case .table(let table):
        add(table.caption.map { words(of: $0) }, source)
        for cell in table.rows.joined() { add(cell.body, source) }
      case .figure(let figure): add(figure.caption.map { words(of: $0) } ?? figure.image.description, source)
      case .preformatted(let text): add(text.text, source)
      case .rule: break
      }
    }
  }

  /// The words, with the addresses behind them, which stand under the article.
  private func words(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .strong(let inlines), .emphasis(let inlines), .superscript(let inlines), .subscript(let inlines):
        words(of: inlines)
      case .link(let target, let inlines):
        words(of: inlines) == target ? target : words(of: inlines) + (target.hasPrefix("#") ? "" : "\n" + target + "\n")
      case .image(let image): image.description
      case .lineBreak: "\n"
      case .noteReference: ""
      }
    }.joined()
  }
}
