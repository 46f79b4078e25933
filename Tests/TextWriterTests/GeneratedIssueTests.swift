import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing
import TextWriter
import UnicodeText

@Suite("Plain text of generated issues")
struct GeneratedIssueTests {
  static let seeds = Array(UInt64(1)...120)

  @Test("The words are those of the composition, in order", arguments: seeds)
  func words(seed: UInt64) throws {
    var generated = IssueGenerator.issue(seed: seed, options: .init(images: false))
    // What a text adds to the words: addresses behind links, numbers of lists and notes, heads in records.
    Simplifier().simplify(&generated)
    let made = try text(generated)
    let wanted = Composition(generated, style: .gbt9704).words
    #expect(letters(made) == letters(wanted), "seed \(seed)")
  }

  @Test("Lines are clean: not too wide, no blanks at the end, no wrong marks at either end", arguments: seeds)
  func lines(seed: UInt64) throws {
    var generated = IssueGenerator.issue(seed: seed, options: .init(awkwardCharacters: seed % 3 == 0))
    Simplifier(dropsPreformatted: true, keepsTables: true).simplify(&generated)
    let made = try text(generated)
    let measure = ColumnMeasure(ambiguousWidth: generated.language.isChinese ? 2 : 1)
    for line in made.split(separator: "\n", omittingEmptySubsequences: false) {
      let isAddress = line.contains("://") || line.contains("@")
      #expect(isAddress || measure.columns(of: line) <= 72, "seed \(seed): \(line)")
      #expect(line.last?.isWhitespace != true, "seed \(seed): \(line)")
      let words = line.drop { $0 == " " || $0 == "\u{3000}" }
      if seed % 3 != 0 {
        #expect(!"。，、；：？！）》」』”’".contains(words.first ?? "a"), "seed \(seed): \(line)")
        #expect(!"（《「『“‘〔【".contains(line.last ?? "a"), "seed \(seed): \(line)")
      }
    }
    #expect(made.isEmpty || made.hasSuffix("\n") && !made.hasSuffix("\n\n"))
    #expect(!made.contains("\n\n\n\n"))
  }

  @Test("The same issue makes the same bytes", arguments: seeds.prefix(20))
  func determinism(seed: UInt64) throws {
    let options = IssueGenerator.Options(awkwardCharacters: true)
    let first = try PlainTextWriter().write(IssueGenerator.issue(seed: seed, options: options), StageContext())
    let second = try PlainTextWriter().write(IssueGenerator.issue(seed: seed, options: options), StageContext())
    #expect(first.bytes == second.bytes)
  }

  func letters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}

/// Takes out of issues what a text adds words of its own to.
struct Simplifier {
  var dropsPreformatted = false
  var keepsTables = false

  func simplify(_ issue: inout Issue) {
    for section in issue.sections.indices {
      for article in issue.sections[section].articles.indices {
        issue.sections[section].articles[article].simplify(self)
      }
    }
    if let note = issue.editorsNote { issue.editorsNote?.body = blocks(note.body) }
  }

  func blocks(_ blocks: [Block]) -> [Block] {
    blocks.compactMap { block in
      switch block {
      case .paragraph(var paragraph):
        paragraph.inlines = inlines(paragraph.inlines)
        return .paragraph(paragraph)
      case .subheading(var heading):
        heading.inlines = inlines(heading.inlines)
        return .subheading(heading)
      case .list(let list): return .list(List(start: nil, items: list.items.map { self.blocks($0) }))
      case .quote(let quote): return .quote(Quote(self.blocks(quote.body)))
      case .table: return keepsTables ? block : nil
      case .preformatted: return dropsPreformatted ? nil : block
      case .figure, .rule: return block
      }
    }
  }

  func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .link(_, let inner), .strong(let inner), .emphasis(let inner), .superscript(let inner),
        .subscript(let inner):
        self.inlines(inner)
      case .noteReference: []
      default: [inline]
      }
    }
  }
}

extension Article {
  fileprivate mutating func simplify(_ simplifier: Simplifier) {
    body = simplifier.blocks(body)
    notes = []
    if let note = editorsNote { editorsNote?.body = simplifier.blocks(note.body) }
  }
}

extension Composition {
  /// All words in printed order.
  var words: String {
    var parts: [String] = masthead.flatMap { $0.cells.map(\.words) }
    for part in front {
      switch part {
      case .contents(let contents):
        parts.append(contents.heading ?? "")
        for entry in contents.entries { parts += [entry.words, entry.page ?? ""] }
      case .editorsNote(let note): parts += [note.label, note.body.plainText]
      }
    }
    for section in sections {
      parts.append(section.heading ?? "")
      for article in section.articles {
        parts += [article.kicker, article.title, article.subtitle, article.byline].map { $0 ?? "" }
        if let note = article.editorsNote { parts += [note.label, note.body.plainText] }
        parts.append(article.body.plainText)
        parts += [article.attribution, article.signatureOffice, article.signatureDate].map { $0 ?? "" }
      }
    }
    parts += imprint.flatMap { $0.cells.map(\.words) }
    return parts.joined(separator: "\n")
  }
}
