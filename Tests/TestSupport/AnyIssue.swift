public import IssueModel

/// Makes issues that no office would print: every field present or absent, empty or odd, in every combination.
/// The same number makes the same issue. (`IssueGenerator` makes those that make sense.)
public struct AnyIssue {
  private var random: SeededRandom

  /// The issue of that number.
  public static func issue(_ number: Int) -> Issue {
    var maker = AnyIssue(random: SeededRandom(seed: UInt64(number)))
    return maker.issue()
  }

  private init(random: SeededRandom) { self.random = random }

  private mutating func below(_ limit: Int) -> Int { random.number(0...limit - 1) }
  private mutating func maybe<Value>(_ make: (inout AnyIssue) -> Value) -> Value? { below(2) == 0 ? make(&self) : nil }
  private mutating func some<Value>(_ most: Int, _ make: (inout AnyIssue) -> Value) -> [Value] {
    (0..<below(most + 1)).map { _ in make(&self) }
  }
  private mutating func one<Value>(_ values: [Value]) -> Value { random.pick(values) }

  private mutating func text() -> String {
    some(4) {
      $0.one([
        "", " ", "  ", "\n", "\r", "\t", "\u{3000}", "\u{A0}", "湖畔市", "临湖区档案馆", "Lakeside", "&", "<", ">", "\"", "'",
        "]]>", "𠮷", "e\u{301}", "\u{E9}", "\u{FEFF}", "\u{85}", "\u{2028}", "<!--", "&amp;", "12", "——",
      ])
    }.joined()
  }
  private mutating func number() -> Int { one([0, 1, 2, 12, 434, 2_024, -1, 70_001, Int.max, Int.min]) }
  private mutating func source() -> SourceRange? {
    maybe { maker in
      SourceRange(
        start: SourcePosition(line: maker.number(), column: maker.one([1, 1, 5, 0])),
        endLine: maker.maybe { $0.number() }, joinedLines: maker.some(3) { $0.number() })
    }
  }
  private mutating func date() -> IssueDate {
    IssueDate(verbatim: text(), year: maybe { $0.number() }, month: maybe { $0.number() }, day: maybe { $0.number() })
  }

  private mutating func issue() -> Issue {
    Issue(
      masthead: masthead(), editorsNote: maybe { $0.note() }, sections: some(3) { $0.section() },
      imprint: maybe { $0.imprint() }, printedContents: maybe { $0.contents() },
      language: one([.simplifiedChinese, .traditionalChinese, .english, Language(rawValue: "")]))
  }

  private mutating func masthead() -> Masthead {
    Masthead(
      series: maybe { $0.text() }, name: text(),
      number: maybe { maker in
        IssueNumber(
          verbatim: maker.text(), year: maker.maybe { $0.number() }, volume: maker.maybe { $0.number() },
          number: maker.maybe { $0.number() }, total: maker.maybe { $0.number() },
          kind: maker.one([.regular, .supplement, .special]))
      },
      office: maybe { $0.text() }, officeVerbatim: maybe { $0.text() }, date: maybe { $0.date() },
      classification: maybe { $0.text() },
      notice: maybe { $0.text() }, copyNumber: maybe { $0.text() }, signer: maybe { $0.text() },
      otherLines: some(2) { $0.text() },
      arrangement: some(3) { maker in
        maker.some(3) {
          $0.one([
            .series, .name, .number, .office, .date, .classification, .notice, .copyNumber, .signer, .other(0),
            .other(12),
          ])
        }
      },
      source: source())
  }

  private mutating func contents() -> PrintedContents {
    PrintedContents(
      heading: maybe { $0.text() },
      entries: some(3) { maker in
        ContentsEntry(
          kind: maker.one([.section, .article]), text: maker.text(), label: maker.maybe { $0.text() },
          page: maker.maybe { $0.text() }, source: maker.source())
      },
      source: source())
  }

  private mutating func note() -> EditorsNote {
    EditorsNote(label: maybe { $0.text() }, body: blocks(0), isAtEnd: below(3) == 0, source: source())
  }

  private mutating func section() -> Section {
    Section(name: maybe { $0.text() }, articles: some(3) { $0.article() }, source: source())
  }

  private mutating func article() -> Article {
    Article(
      title: text(), subtitle: maybe { $0.text() }, kicker: maybe { $0.text() }, byline: maybe { $0.text() },
      attribution: maybe { $0.text() }, attributionLabel: maybe { $0.text() },
      signature: maybe { maker in
        Signature(
          office: maker.maybe { $0.text() }, date: maker.maybe { $0.date() }, isAboveAttachments: maker.below(3) == 0)
      },
      editorsNote: maybe { $0.note() }, body: blocks(0),
      notes: some(2) { Note(id: $0.text(), body: $0.blocks(1), source: $0.source()) }, source: source())
  }

  private mutating func imprint() -> Imprint {
    Imprint(
      distribution: some(2) { maker in
        Distribution(
          label: maker.text(), recipients: maker.some(3) { $0.text() }, verbatim: maker.maybe { $0.text() })
      },
      copies: maybe { $0.number() }, copiesVerbatim: maybe { $0.text() },
      people: some(2) { maker in
        Responsibility(role: maker.text(), names: maker.some(3) { $0.text() }, verbatim: maker.maybe { $0.text() })
      },
      office: maybe { $0.text() }, officeVerbatim: maybe { $0.text() }, printDate: maybe { $0.date() },
      contact: maybe { $0.text() },
      otherLines: some(2) { $0.text() },
      arrangement: some(3) { maker in
        maker.some(3) {
          $0.one([.distribution(0), .distribution(3), .copies, .people(1), .office, .printDate, .contact, .other(2)])
        }
      },
      source: source())
  }

  private mutating func blocks(_ depth: Int) -> [Block] { some(depth > 2 ? 1 : 3) { $0.block(depth + 1) } }

  private mutating func block(_ depth: Int) -> Block {
    switch below(depth > 3 ? 5 : 8) {
    case 0:
      .paragraph(
        Paragraph(inlines(0), role: one([.body, .salutation, .attachments]), source: source()))
    case 1: .subheading(Subheading(level: number(), inlines(0), source: source()))
    case 2: .preformatted(Preformatted(text(), source: source()))
    case 3: .rule(Rule(source: source()))
    case 4: .figure(Figure(image: image(), caption: maybe { $0.inlines(0) }, source: source()))
    case 5:
      .list(
        List(
          start: maybe { $0.number() }, printsOwnMarks: below(4) == 0, items: some(3) { $0.blocks(depth) },
          source: source()))
    case 6: .quote(Quote(blocks(depth), source: source()))
    default:
      .table(
        Table(
          caption: maybe { $0.inlines(0) }, alignments: some(3) { $0.one([.none, .left, .center, .right]) },
          headerRows: number(),
          rows: some(3) { maker in
            maker.some(3) { Table.Cell($0.blocks(depth), columnSpan: $0.number(), rowSpan: $0.one([1, 1, 3])) }
          },
          source: source()))
    }
  }

  private mutating func image() -> ImageReference { ImageReference(target: text(), description: text()) }

  private mutating func inlines(_ depth: Int) -> [Inline] { some(4) { $0.inline(depth + 1) } }

  private mutating func inline(_ depth: Int) -> Inline {
    switch below(depth > 3 ? 7 : 12) {
    case 0, 1, 2: .text(text())
    case 3: .lineBreak
    case 4: .code(text())
    case 5: .noteReference(text())
    case 6: .image(image())
    case 7: .strong(inlines(depth))
    case 8: .emphasis(inlines(depth))
    case 9: .superscript(inlines(depth))
    case 10: .subscript(inlines(depth))
    default: .link(target: text(), inlines(depth))
    }
  }
}
