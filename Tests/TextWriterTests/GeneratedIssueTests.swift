import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing
import TextWriter
import UnicodeText

@Suite("Plain text of generated issues")
struct GeneratedIssueTests {
  static let seeds = Array(UInt64(1)...500)

  @Test("The words are those of the composition, in order, each once where wide tables are rows", arguments: seeds)
  func words(seed: UInt64) throws {
    var generated = IssueGenerator.issue(seed: seed, options: .init(images: false))
    // What a text adds to the words: addresses behind links, numbers of lists and notes.
    Simplifier().simplify(&generated)
    let pieces = Composition(generated, style: .gbt9704).pieces.map { piece in
      let words = letters(piece.words)
      return piece.records == piece.words ? [words] : [words, letters(piece.records)]
    }
    let rows = letters(try text(generated, TextOptions(wideTables: .rows)))
    #expect(rows.elementsEqual(pieces.lazy.compactMap(\.first).joined()), "seed \(seed)")
    // As records, a table says its head in each: these words and no other, in the order of the records.
    var rest = letters(try text(generated))[...]
    for readings in pieces {
      guard let reading = readings.first(where: { rest.starts(with: $0) }) else {
        let found = String(String.UnicodeScalarView(rest.prefix(60)))
        #expect(found == readings.first.map { String(String.UnicodeScalarView($0)) }, "seed \(seed)")
        return
      }
      rest = rest.dropFirst(reading.count)
    }
    #expect(rest.isEmpty, "seed \(seed)")
  }

  @Test("Lines are clean: not too wide, no blanks at the end, no wrong marks at either end", arguments: seeds)
  func lines(seed: UInt64) throws {
    var generated = IssueGenerator.issue(seed: seed, options: .init(awkwardCharacters: seed % 3 == 0))
    Simplifier(dropsPreformatted: true, keepsMarks: true).simplify(&generated)
    let width = [72, 72, 40, 20][Int(seed / 3 % 4)]
    let made = try text(generated, TextOptions(width: width))
    let measure = ColumnMeasure(ambiguousWidth: generated.language.isChinese ? 2 : 1)
    for line in made.split(separator: "\n", omittingEmptySubsequences: false) {
      if measure.columns(of: line) > width {
        // Nothing but an address, with its number and the marks around it.
        let address = line.drop { $0.isWhitespace }.trimmingPrefix(#/\[\d+\] /#)
        #expect(address.contains("://") || address.contains("@"), "seed \(seed): \(line)")
        #expect(!address.contains { $0.isWhitespace }, "seed \(seed): \(line)")
      }
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

  func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      // Most are Han or ASCII, which need no look into tables.
      switch scalar.value {
      case 0x4E00...0x9FFF: true
      case 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F: false
      default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
    }
  }
}

/// Takes out of issues what a text adds words of its own to.
struct Simplifier {
  var dropsPreformatted = false
  /// Whether links, footnotes and their marks stay.
  var keepsMarks = false

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
      case .preformatted: return dropsPreformatted ? nil : block
      case .table(var table):
        table.caption = table.caption.map { inlines($0) }
        for row in table.rows.indices {
          for cell in table.rows[row].indices { table.rows[row][cell].body = self.blocks(table.rows[row][cell].body) }
        }
        return .table(table)
      case .figure, .rule: return block
      }
    }
  }

  func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .link(_, let inner), .strong(let inner), .emphasis(let inner), .superscript(let inner),
        .subscript(let inner):
        keepsMarks ? [inline] : self.inlines(inner)
      case .noteReference: keepsMarks ? [inline] : []
      default: [inline]
      }
    }
  }
}

extension Article {
  fileprivate mutating func simplify(_ simplifier: Simplifier) {
    body = simplifier.blocks(body)
    if !simplifier.keepsMarks { notes = [] }
    if let note = editorsNote { editorsNote?.body = simplifier.blocks(note.body) }
  }
}

/// A piece of a composition: its words as they stand, and as they are said if it becomes records.
struct Piece {
  var words: String
  var records: String

  init(_ words: String, records: String? = nil) {
    self.words = words
    self.records = records ?? words
  }
}

extension Composition {
  /// All pieces in printed order.
  var pieces: [Piece] {
    var pieces = masthead.flatMap { $0.cells.map { Piece($0.words) } }
    for part in front {
      switch part {
      case .contents(let contents):
        pieces.append(Piece(contents.heading ?? ""))
        for entry in contents.entries { pieces += [Piece(entry.words), Piece(entry.page ?? "")] }
      case .editorsNote(let note): pieces += [Piece(note.label)] + note.body.flatMap(\.pieces)
      }
    }
    for section in sections {
      pieces.append(Piece(section.heading ?? ""))
      for article in section.articles {
        pieces += [article.kicker, article.title, article.subtitle, article.byline].map { Piece($0 ?? "") }
        if let note = article.editorsNote { pieces += [Piece(note.label)] + note.body.flatMap(\.pieces) }
        pieces += article.body.flatMap(\.pieces)
        pieces += [article.attribution, article.signatureOffice, article.signatureDate].map { Piece($0 ?? "") }
      }
    }
    return pieces + imprint.flatMap { $0.cells.map { Piece($0.words) } }
  }
}

extension Block {
  fileprivate var pieces: [Piece] {
    switch self {
    case .table(let table): [Piece(plainText, records: table.recordWords)]
    case .list(let list): list.items.joined().flatMap(\.pieces)
    case .quote(let quote): quote.body.flatMap(\.pieces)
    case .paragraph, .subheading, .figure, .rule, .preformatted: [Piece(plainText)]
    }
  }
}

extension Table {
  /// The words as records say them: what heads a cell's columns before each cell. Cells over several rows are left to
  /// tests of their own; the generator makes none.
  fileprivate var recordWords: String {
    let width = rows.map { $0.reduce(0) { $0 + $1.columnSpan } }.max() ?? 0
    guard width > 1, headerRows < rows.count else { return Block.table(self).plainText }
    var words = caption?.plainText ?? ""
    var heads = [String](repeating: "", count: width)
    for row in rows.prefix(headerRows) {
      var column = 0
      for cell in row {
        if cell.columnSpan == width { words += cell.body.plainText }
        for each in column..<(column + cell.columnSpan) where cell.columnSpan < width {
          heads[each] += cell.body.plainText
        }
        column += cell.columnSpan
      }
    }
    for row in rows.dropFirst(headerRows) {
      var column = 0
      for cell in row {
        let own = heads[column..<(column + cell.columnSpan)]
        if cell.columnSpan < width {
          words += own.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }.joined()
        }
        words += cell.body.plainText
        column += cell.columnSpan
      }
    }
    return words
  }
}
