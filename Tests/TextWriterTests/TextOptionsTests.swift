import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing
import TextWriter
import UnicodeText

@Suite("Options of plain text")
struct TextOptionsTests {
  @Test("However narrow the page and deep the nesting, no line leaves it")
  func narrow() throws {
    var block = paragraph("河水清清，两岸种柳。")
    for _ in 0..<12 { block = .quote(Quote([.list(List(start: 1, items: [[block]]))])) }
    var narrow = issue(block)
    narrow.imprint = Imprint(distribution: [
      .init(label: "抄送本期简报的各有关单位和个人", recipients: ["县水务局", "各乡镇"])
    ])
    narrow.printedContents = PrintedContents(entries: [.init(kind: .article, text: "清淤", page: "第一百二十三页至第一百三十页")])
    let measure = ColumnMeasure(ambiguousWidth: 2)
    for indent in ["", String(repeating: "\u{3000}", count: 8)] {
      for line in try text(narrow, TextOptions(width: 20, indent: indent)).split(separator: "\n") {
        #expect(measure.columns(of: line) <= 20, "\(line)")
      }
    }
  }

  @Test("Width, indent and line ends are the caller's choice")
  func options() throws {
    let body = issue(paragraph("清河水务"), paragraph("春汛"))
    #expect(try text(body, TextOptions(width: 20, indent: "", lineEnding: .crlf)) == "清河水务\r\n\r\n春汛\r\n")
    var style = HouseStyle.gbt9704
    style.text.width = 20
    style.text.rule = "#"
    let head = Issue(masthead: Masthead(name: "简报"))
    #expect(try text(head, style: style) == "        简报\n\n####################\n")
  }

  @Test("Text can be written in GB 18030 and with a byte order mark")
  func encodings() throws {
    let body = issue(paragraph("清河"))
    let gb = try PlainTextWriter(options: TextOptions(encoding: .gb18030)).write(body, StageContext())
    #expect(try TextDecoder(.gb18030).decode(gb.bytes).text == "　　清河\n")
    #expect(gb.format.mediaType == "text/plain; charset=gb18030")
    let marked = try PlainTextWriter(options: TextOptions(writesByteOrderMark: true)).write(body, StageContext())
    #expect(marked.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test("A character that the encoding lacks is named once, with each of its places, not replaced")
  func unencodable() throws {
    var head = Paragraph([.text("清\u{20BB7}河")])
    head.source = SourceRange(line: 3)
    var tail = Paragraph([.text("\u{20BB7}与\u{151}，"), .link(target: "https://example.org/\u{151}", [.text("页")])])
    tail.source = SourceRange(start: SourcePosition(line: 5), endLine: 6)
    let bulletin = issue(.paragraph(head), .paragraph(tail))
    let writer = PlainTextWriter(options: TextOptions(encoding: .gbk))
    let source = "\n\n清\u{20BB7}河\n<!-- \u{20BB7} -->\n\u{20BB7}与\n&#x151;，[页](https://example.org/\u{151})\n"
    let error = #expect(throws: StageError.self) {
      try writer.write(bulletin, StageContext(sourceText: { source }))
    }
    #expect(error?.message.english == "gbk lacks \u{20BB7} (U+20BB7), \u{151} (U+0151)")
    let places = try #require(error?.places)
    // A number in the place of a character is that character.
    #expect(
      places.map(\.position) == [
        SourcePosition(line: 3, column: 2), SourcePosition(line: 6, column: 1),
      ])
    #expect(
      places.map(\.message.english) == [
        "gbk lacks \u{20BB7} (U+20BB7) in “清\u{20BB7}河”, also at 5:1",
        "gbk lacks \u{151} (U+0151) in “\u{20BB7}与\u{151}，页”, also at 6:33",
      ])
    #expect(places.first?.message.chinese == "编码 gbk 缺“清\u{20BB7}河”中的\u{20BB7}（U+20BB7），共2处，另见5:1")
    // Without the text of the source, the lines are what the model knows.
    let blind = #expect(throws: StageError.self) { try writer.write(bulletin, StageContext()) }
    #expect(blind?.places.map { $0.position?.line } == [3, 5])
    var mail = MailWriter(options: MailOptions(from: "o@example.org"))
    mail.options.text.encoding = .gbk
    let mailed = #expect(throws: StageError.self) { try mail.write(bulletin, StageContext(sourceText: { source })) }
    #expect(mailed?.places == places)
  }

  @Test("Of a character that stands everywhere, ten places are named and the others counted")
  func manyPlaces() throws {
    let bulletin = issue(paragraph(String(repeating: "\u{20BB7}", count: 5_000)))
    let source = String(repeating: "\u{20BB7}", count: 5_000)
    let error = #expect(throws: StageError.self) {
      try PlainTextWriter(options: TextOptions(encoding: .big5)).write(bulletin, StageContext(sourceText: { source }))
    }
    #expect(error?.places.count == 1)
    let message = try #require(error?.places.first?.message)
    #expect(message.english.hasSuffix(", also at 1:2, 1:3, 1:4, 1:5, 1:6, 1:7, 1:8, 1:9, 1:10, 4990 more places"))
    #expect(message.chinese.hasSuffix("，共5000处，另见1:2、1:3、1:4、1:5、1:6、1:7、1:8、1:9、1:10等"))
  }

  @Test("A hundred characters are named, and how many there are")
  func manyUnencodable() throws {
    let lacking = (0..<500).compactMap { Unicode.Scalar(0x20000 + $0) }.map { String($0) }.joined()
    let error = #expect(throws: StageError.self) {
      try PlainTextWriter(options: TextOptions(encoding: .big5)).write(issue(paragraph(lacking)), StageContext())
    }
    #expect(error?.places.count == 101)
    #expect(error?.places.last?.message.english == "big5 lacks 500 characters at 500 places; 100 are named")
  }

  @Test("Contents are numbered if the house wants it, but for entries with a number or bullet of their own")
  func numberedContents() throws {
    var bulletin = Issue(
      printedContents: PrintedContents(entries: [
        .init(kind: .section, text: "动态"), .init(kind: .article, text: "清淤"),
        .init(kind: .article, text: "植柳", label: "※"),
        .init(kind: .article, text: "2031年要事"),
      ]))
    #expect(try text(bulletin).hasPrefix("【动态】\n　　清淤\n　　※植柳\n　　2031年要事\n"))
    let numbered = try text(bulletin, TextOptions(numbersContents: true))
    #expect(numbered.hasPrefix("【动态】\n　　1. 清淤\n　　※植柳\n　　3. 2031年要事\n"))
    bulletin.printedContents = nil
    #expect(try text(bulletin, TextOptions(numbersContents: true)) == "")
  }

  @Test("Justified lines are those of paragraphs of a fixed width: none of columns, none that flow")
  func justified() throws {
    let words = paragraph("3月5日，全市河道清淤现场会在柳溪镇召开，The Meeting 通报了去冬今春清淤进展。")
    let options = TextOptions(width: 30, isJustified: true)
    let lines = try text(issue(words), options).split(separator: "\n").map(String.init)
    let measure = ColumnMeasure(ambiguousWidth: 2)
    #expect(lines.dropLast().allSatisfy { measure.columns(of: $0) == 30 }, "\(lines)")
    let table = Table(
      headerRows: 1, rows: [FictionalIssues.row("甲", "乙"), FictionalIssues.row("1", "清河3号闸，新开 12 扇，又修 6 扇，完")])
    #expect(try text(issue(.table(table)), options) == text(issue(.table(table)), TextOptions(width: 30)))
    for flow in [TextOptions.Flow.none, .flowed] {
      #expect(
        try text(issue(words), TextOptions(width: 30, isJustified: true, flow: flow))
          == text(issue(words), TextOptions(width: 30, flow: flow)))
    }
  }
}
