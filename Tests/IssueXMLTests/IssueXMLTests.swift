import ExportPipeline
import IssueModel
import IssueXML
import TestSupport
import Testing
import XMLReading

import struct IssueModel.Issue

@Suite("Issue XML")
struct IssueXMLTests {
  func error(_ text: String) -> XMLFormatError? {
    do throws(XMLFormatError) {
      _ = try IssueXML.read(Array(text.utf8))
      return nil
    } catch { return error }
  }

  func written(_ issue: Issue) throws(StageError) -> String {
    String(decoding: try IssueXML.write(issue), as: UTF8.self)
  }

  static let head = #"<issue xmlns="urn:gazette:issue:1" version="1.0" language="zh-Hans">"#
  static let small = head + "\n<masthead><name>湖畔简报</name></masthead></issue>"

  @Test("Any issue comes back equal, to the last scalar", arguments: 0..<250)
  func roundTrip(_ number: Int) throws {
    let issue = AnyIssue.issue(number)
    let sink = DiagnosticSink()
    let bytes = try IssueXML.write(issue, diagnostics: sink)
    #expect(sink.diagnostics.isEmpty)
    let read = try IssueXML.read(bytes)
    #expect(read == issue)
    // Swift holds the two spellings of é for equal; bytes do not.
    #expect(try IssueXML.write(read) == bytes)
    #expect(try JSONText.encode(read).utf8.elementsEqual(JSONText.encode(issue).utf8))
  }

  @Test("The issues of offices come back equal", arguments: 0..<100)
  func generated(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed))
    #expect(try IssueXML.read(IssueXML.write(issue)) == issue)
  }

  @Test("Whatever characters an issue has, it loses only those that are reported", arguments: 0..<100)
  func awkward(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed), options: .init(awkwardCharacters: true))
    let sink = DiagnosticSink()
    let read = try IssueXML.read(IssueXML.write(issue, diagnostics: sink))
    #expect((read == issue) == sink.diagnostics.isEmpty)
    #expect(try IssueXML.read(IssueXML.write(read)) == read)
  }

  @Test("An issue is written so that people can read it")
  func readable() throws {
    let issue = Issue(
      masthead: Masthead(
        name: "湖畔简报",
        number: IssueNumber(verbatim: "2024年第3期（总第57期）", year: 2024, number: 3, total: 57),
        date: IssueDate(verbatim: "2024年3月8日", year: 2024, month: 3, day: 8),
        arrangement: [[.name], [.number, .date]], source: SourceRange(start: SourcePosition(line: 1), endLine: 3)),
      sections: [
        Section(
          name: "工作动态",
          articles: [
            Article(
              title: "档案馆开放日",
              body: [
                .paragraph(
                  Paragraph(
                    [.text("当天到馆"), .strong([.text("三百余人")]), .text("。")],
                    source: SourceRange(start: SourcePosition(line: 9), joinedLines: [11]))),
                .rule(Rule()),
              ])
          ])
      ])
    #expect(
      try written(issue) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <issue xmlns="urn:gazette:issue:1" version="1.0" language="zh-Hans">
          <masthead line="1" endLine="3">
            <name>湖畔简报</name>
            <number year="2024" number="3" total="57">2024年第3期（总第57期）</number>
            <date year="2024" month="3" day="8">2024年3月8日</date>
            <arrangement>
              <row>name</row>
              <row>number date</row>
            </arrangement>
          </masthead>
          <section>
            <name>工作动态</name>
            <article>
              <title>档案馆开放日</title>
              <body>
                <paragraph line="9" joinedLines="11">当天到馆<strong>三百余人</strong>。</paragraph>
                <rule/>
              </body>
            </article>
          </section>
        </issue>

        """)
  }

  @Test("A text that loses a control character is reported with its place")
  func control() throws {
    let sink = DiagnosticSink()
    let issue = Issue(sections: [
      Section(articles: [
        Article(
          title: "甲",
          body: [
            .paragraph(
              Paragraph([.text("乙\u{B}丙"), .text("\u{0}")], source: SourceRange(line: 7, column: 2)))
          ])
      ])
    ])
    let read = try IssueXML.read(IssueXML.write(issue, diagnostics: sink))
    #expect(
      read.articles.first?.body == [
        .paragraph(Paragraph([.text("乙丙"), .text("")], source: SourceRange(line: 7, column: 2)))
      ])
    #expect(sink.diagnostics.map(\.id) == ["character-dropped", "character-dropped"])
    #expect(sink.diagnostics.first?.position == SourcePosition(line: 7, column: 2))
  }

  @Test("Line breaks, indents and comments between elements mean nothing")
  func handWritten() throws {
    let issue = try IssueXML.read(
      Array(
        """
        <?xml version="1.0"?>
        <!-- by hand -->
        <g:issue xmlns:g="urn:gazette:issue:1" version="1.0" language="en">

          <g:masthead> <!-- the head -->
             <g:name>Lakeside Bulletin</g:name>
             <g:number year="2024" number="3">No. 3</g:number>
             <g:arrangement><g:row>
                name
                number </g:row></g:arrangement>
          </g:masthead>
          <g:section><g:article><g:title/><g:body>
            <g:paragraph> two <g:strong>words</g:strong><!-- no words --> more</g:paragraph></g:body></g:article></g:section>
        </g:issue>
        """.utf8))
    #expect(issue.masthead.number == IssueNumber(verbatim: "No. 3", year: 2024, number: 3))
    #expect(issue.masthead.arrangement == [[.name, .number]])
    #expect(
      issue.articles.first?.body == [
        .paragraph(Paragraph([.text(" two "), .strong([.text("words")]), .text(" more")]))
      ])
  }

  @Test(
    "What is wrong is told with its line, a name, and what to do",
    arguments: [
      ("<issue", 1, "xml-malformed"),
      ("", 1, "xml-malformed"),
      (small.replacing("</name>", with: ""), 2, "xml-malformed"),
      ("<!DOCTYPE issue [<!ENTITY a 'b'>]>" + small, 1, "xml-document-type"),
      (head + String(repeating: "<quote>", count: 3_000), 1, "xml-too-deep"),
      ("<html/>", 1, "issue-xml-foreign"),
      ("<issue/>", 1, "issue-xml-foreign"),
      (small.replacing("issue:1", with: "issue:2"), 1, "issue-xml-version"),
      (small.replacing("\"1.0\"", with: "\"1.7\""), 1, "issue-xml-version"),
      (small.replacing("<name>", with: "<name lang='en'>"), 2, "issue-xml-invalid"),
      (small.replacing("name>", with: "nom>"), 2, "issue-xml-invalid"),
      (small.replacing("</masthead>", with: "<date year='x'/></masthead>"), 2, "issue-xml-invalid"),
      (small.replacing("</masthead>", with: "</masthead>\nwords"), 1, "issue-xml-invalid"),
      (small.replacing(" version=\"1.0\"", with: ""), 1, "issue-xml-invalid"),
    ])
  func faults(_ text: String, _ line: Int, _ id: String) throws {
    let fault = try #require(error(text)).reason
    #expect(fault.id == id)
    #expect(fault.position?.line == line)
    #expect(fault.severity == .error)
    #expect(fault.hint != nil)
    #expect(!fault.message.english.contains("\n") && !fault.message.chinese.isEmpty)
  }

  @Test("A version that is not known is named")
  func version() throws {
    let other = try #require(error(Self.small.replacing("issue:1", with: "issue:2"))).reason
    #expect(other.message.english.contains("'2'"))
    let minor = try #require(error(Self.small.replacing("\"1.0\"", with: "\"1.7\""))).reason
    #expect(minor.message.english.contains("'1.7'"))
  }

  @Test("All faulty lines are told, each once")
  func allFaults() throws {
    let text = Self.small.replacing(
      "</masthead>",
      with: """
        </masthead>
        <section>
        <article>
        <title/><body>
        <rule level='1'/>
        <quote level='1'/></body></article></section>
        """)
    #expect(try #require(error(text)).diagnostics.map { $0.position?.line } == [6, 7])
  }

  @Test("The writer is found by the name xml")
  func writers() throws {
    let registry = WriterRegistry([IssueXMLWriter()])
    let writer = try #require(registry.writer(for: "xml"))
    let artifact = try writer.write(AnyIssue.issue(1), StageContext())
    #expect(artifact.bytes == (try IssueXML.write(AnyIssue.issue(1))))
    #expect(artifact.format.fileExtension == "xml")
    #expect(artifact.format.mediaType == "application/xml")
  }
}
