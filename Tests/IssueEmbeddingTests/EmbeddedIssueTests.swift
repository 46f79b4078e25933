import ExportPipeline
import Foundation
import IssueEmbedding
import IssueModel
import IssueReading
import IssueXML
import OpenPackaging
import TestSupport
import Testing
import WordWriter
import XMLReading

private typealias Issue = IssueModel.Issue

@Suite("Word files that carry their issue")
struct EmbeddedIssueTests {
  let writer = WordWriter(stages: .selfContained)

  private func document(_ issue: Issue, _ writer: WordWriter? = nil) throws -> [UInt8] {
    try (writer ?? self.writer).write(issue, StageContext()).bytes
  }

  func error(_ bytes: [UInt8], _ limits: PackageLimits = PackageLimits()) -> XMLFormatError? {
    do throws(XMLFormatError) {
      _ = try EmbeddedIssue.read(bytes, limits: limits)
      return nil
    } catch { return error }
  }

  private var sample: Issue {
    Issue(
      masthead: Masthead(
        series: "湖畔丛刊", name: "临湖简报", number: IssueNumber(verbatim: "第 7 期", number: 7), office: "Lakeside“档案”馆",
        date: IssueDate(verbatim: "2031年7月1日", year: 2031, month: 7, day: 1), signer: "沈苇舟"),
      sections: [Section(articles: [Article(title: "开馆", body: [])])])
  }

  @Test("Any issue comes back equal from its Word file", arguments: 0..<150)
  func roundTrip(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed))
    #expect(try EmbeddedIssue.read(document(issue)) == issue)
  }

  @Test("Every issue of the corpus comes back equal, with the places in its source", arguments: SourceFile.corpus)
  func corpus(_ file: SourceFile) throws {
    let issue = try IssueReader().read(file.bytes(), fileName: file.name, diagnostics: DiagnosticSink())
    #expect(try EmbeddedIssue.read(document(issue)) == issue)
  }

  @Test("The file is the same when it is written from what was read back", arguments: 0..<20)
  func fixedPoint(_ seed: Int) throws {
    let bytes = try document(IssueGenerator.issue(seed: UInt64(seed)))
    #expect(try document(EmbeddedIssue.read(bytes)) == bytes)
  }

  @Test("Nothing is remarked on a file as it was written")
  func silence() throws {
    let diagnostics = DiagnosticSink()
    _ = try EmbeddedIssue.read(document(sample), diagnostics: diagnostics)
    #expect(diagnostics.diagnostics.isEmpty)
  }

  @Test("The issue is found under whatever name another program gave its part, and that is told")
  func renamed() throws {
    var package = Package()
    var relationships = Relationships()
    relationships.add(EmbeddedIssueTests.customXML, target: "../customXml/item1.xml")
    relationships.add(EmbeddedIssueTests.customXML, target: "../customXml/item4.xml")
    package.add(
      Part("/word/document.xml", contentType: "a/b", content: Array("<a/>".utf8), relationships: relationships))
    package.add(Part("/customXml/item1.xml", contentType: "a/b", content: Array("<theme/>".utf8)))
    package.add(Part("/customXml/item4.xml", contentType: "a/b", content: try IssueXML.write(sample)))
    package.relationships.add(.officeDocument, target: "word/document.xml")
    try package.add(ExtendedProperties(application: "Other Office"))
    let diagnostics = DiagnosticSink()
    #expect(try EmbeddedIssue.read(package.bytes(), diagnostics: diagnostics) == sample)
    #expect(diagnostics.diagnostics.map(\.id) == ["docx-saved-elsewhere"])
    #expect(diagnostics.diagnostics.first?.message.english.contains("Other Office") == true)
  }

  static let customXML: RelationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"

  @Test("A changed text is told, whatever program changed it; a field that is bound may change, and runs may be split")
  func changedText() throws {
    let issue = Issue(
      masthead: Masthead(name: "临湖简报", date: IssueDate(verbatim: "2031年7月1日", year: 2031, month: 7, day: 1)),
      sections: [
        Section(articles: [
          Article(
            title: "开馆", body: [.paragraph(Paragraph([.text("新馆开放。"), .noteReference("a")]))],
            notes: [Note(id: "a", body: [.paragraph(Paragraph([.text("试开放。")]))])])
        ])
      ])
    let zip = try ZipReader(document(issue))
    func remarks(_ part: String, _ old: String, _ new: String, both: Bool = false) throws -> [String] {
      var expected = issue
      if both { expected.masthead.name = new }
      var package = Package()
      for entry in zip.entries where !entry.name.hasSuffix(".rels") && entry.name != "[Content_Types].xml" {
        var content = try #require(zip.text(entry.name))
        if entry.name == part || both && entry.name == "customXml/item1.xml" {
          #expect(content.contains(old))
          content = content.replacing(old, with: new)
        }
        var relationships = Relationships()
        if entry.name == "word/document.xml" {
          relationships.add(EmbeddedIssueTests.customXML, target: "../customXml/item1.xml")
          relationships.add(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes", target: "footnotes.xml")
        }
        package.add(
          Part(
            PartName(rawValue: "/" + entry.name), contentType: "a/b", content: Array(content.utf8),
            relationships: relationships))
      }
      package.relationships.add(.officeDocument, target: "word/document.xml")
      package.relationships.add(.customProperties, target: "docProps/custom.xml")
      let diagnostics = DiagnosticSink()
      #expect(try EmbeddedIssue.read(package.bytes(), diagnostics: diagnostics) == expected)
      return diagnostics.diagnostics.map(\.id)
    }
    #expect(try remarks("word/document.xml", "新馆开放。", "新馆开放！") == ["docx-text-changed"])
    #expect(try remarks("word/footnotes.xml", "试开放。", "开放。") == ["docx-text-changed"])
    // Word changes the data that a field is bound to with it, LibreOffice only what shows.
    #expect(try remarks("word/document.xml", "临湖简报", "临湖快报", both: true) == [])
    #expect(try remarks("word/document.xml", "临湖简报", "临湖快报") == ["docx-text-changed"])
    #expect(try remarks("word/document.xml", "新馆开放。", "新馆</w:t></w:r><w:r><w:t> 开放。") == [])
  }

  /// What is read of the sample, and what is remarked, when `changes` were made in the parts of those names.
  private func changed(
    _ changes: [(part: String, old: String, new: String)]
  ) throws -> (masthead: Masthead, remarks: [Diagnostic]) {
    let zip = try ZipReader(document(sample))
    var package = Package()
    for entry in zip.entries where !entry.name.hasSuffix(".rels") && entry.name != "[Content_Types].xml" {
      var content = try #require(zip.text(entry.name))
      for change in changes where change.part == entry.name {
        #expect(content.contains(change.old))
        content = content.replacing(change.old, with: change.new)
      }
      var relationships = Relationships()
      if entry.name == "word/document.xml" {
        for number in 1...2 { relationships.add(Self.customXML, target: "../customXml/item\(number).xml") }
      }
      package.add(
        Part(
          PartName(rawValue: "/" + entry.name), contentType: "a/b", content: Array(content.utf8),
          relationships: relationships))
    }
    package.relationships.add(.officeDocument, target: "word/document.xml")
    package.relationships.add(.customProperties, target: "docProps/custom.xml")
    let diagnostics = DiagnosticSink()
    let issue = try EmbeddedIssue.read(package.bytes(), diagnostics: diagnostics)
    var expected = sample
    expected.masthead = issue.masthead
    #expect(issue == expected, "nothing but the masthead is another")
    return (issue.masthead, diagnostics.diagnostics)
  }

  @Test(
    "Number and date that were changed in Word are read back, in whatever form they are written",
    arguments: [
      ("第7期", "第8期（总第92期）", "2031年7月1日", "二〇三一年七月八日"),
      ("第7期", "二〇三二年第八期", "2031年7月1日", "2031-07-08"),
    ])
  func changedNumber(_ old: String, _ number: String, _ day: String, _ date: String) throws {
    // Word changes the data with what shows; LibreOffice only what shows; a program may change only the data.
    for parts in [["word/document.xml", "customXml/item2.xml"], ["word/document.xml"], ["customXml/item2.xml"]] {
      let read = try changed(parts.flatMap { [($0, old, number), ($0, day, date)] })
      #expect(read.remarks.isEmpty)
      #expect(read.masthead.number == IssueNumber(printed: number))
      #expect(read.masthead.number?.number == 8 && read.masthead.number?.verbatim == number)
      #expect(read.masthead.date?.iso == "2031-07-08" && read.masthead.date?.verbatim == date)
    }
  }

  @Test("A number that cannot be understood stays as it was, and is told with its words; a split run is no change")
  func unreadNumber() throws {
    let read = try changed([("word/document.xml", "第7期", "待定"), ("word/document.xml", "2031年7月1日", "下周")])
    #expect(read.masthead == sample.masthead)
    #expect(read.remarks.map(\.id) == ["docx-field-unread", "docx-field-unread"])
    #expect(read.remarks[0].message.english.contains("“待定”") && read.remarks[1].message.chinese.contains("“下周”"))
    #expect(read.remarks.allSatisfy { $0.severity == .warning && $0.hint != nil })
    let split = try changed([("word/document.xml", "2031年7月1日", "2031</w:t></w:r><w:r><w:t> 年7月1日")])
    #expect(split.masthead == sample.masthead && split.remarks.isEmpty)
  }

  @Test("A Word file without an issue is told from one that is none")
  func noIssue() throws {
    #expect(error(try document(sample, WordWriter()))?.diagnostics.map(\.id) == ["docx-no-issue"])
    #expect(error(Array("# no ZIP".utf8))?.diagnostics.map(\.id) == ["docx-no-zip"])
    #expect(error([])?.diagnostics.map(\.id) == ["docx-no-zip"])
  }

  @Test("A file that would grow beyond the limit is refused in one line")
  func bomb() throws {
    let reasons = error(try document(sample), PackageLimits(partBytes: 500))?.diagnostics
    #expect(reasons?.map(\.id) == ["docx-too-large"])
    #expect(reasons?.first?.hint != nil)
  }

  @Test("An embedded issue that is not what the schema wants is told as in a file of its own")
  func invalid() throws {
    let bytes = try document(sample)
    let reader = try PackageReader(bytes)
    var package = Package()
    for name in reader.names where !name.rawValue.hasSuffix(".rels") && name.rawValue != "/[Content_Types].xml" {
      var content = try #require(try reader.content(of: name))
      var relationships = Relationships()
      if name == "/word/document.xml" { relationships.add(Self.customXML, target: "../customXml/item1.xml") }
      if name == "/customXml/item1.xml" {
        content = Array(
          String(decoding: content, as: UTF8.self).replacing("<masthead>", with: "<head/><masthead>").utf8)
      }
      package.add(Part(name, contentType: "a/b", content: content, relationships: relationships))
    }
    package.relationships.add(.officeDocument, target: "word/document.xml")
    #expect(error(try package.bytes())?.reason.id == "issue-xml-invalid")
  }

  @Test("The fields of the masthead are controls, bound to the issue, or to words of their own where it says more")
  func controls() throws {
    var issue = sample
    issue.masthead.classification = "秘密★1年"
    issue.masthead.arrangement = [[.classification, .signer], [.series], [.name], [.number], [.office, .date]]
    let zip = try ZipReader(document(issue))
    let document = try #require(zip.text("word/document.xml"))
    for tag in ["classification", "signer", "series", "name", "office"] {
      #expect(document.contains("<w:tag w:val=\"\(tag)\"/>"))
      #expect(document.contains("/i:issue[1]/i:masthead[1]/i:\(tag)[1]\""))
    }
    for tag in ["number", "date"] { #expect(document.contains("/i:printed[1]/i:\(tag)[1]\"")) }
    // Word puts there what the data says: so that is what is printed, without the blanks of the source.
    #expect(zip.text("customXml/item2.xml")?.contains("<number>第7期</number><date>2031年7月1日</date>") == true)
    for part in ["itemProps1", "itemProps2"] {
      let id = try #require(zip.text("customXml/\(part).xml")?.split(separator: "\"").first { $0.hasPrefix("{") })
      #expect(document.contains("w:storeItemID=\"\(id)\""))
    }
    // LibreOffice 7.4 writes controls for plain text several times over when it saves the file.
    #expect(!document.contains("<w:text/>"))
  }

  @Test("A name that is made smaller is bound too, in its own look; one broken over lines is a control without data")
  func ownLook() throws {
    var issue = sample
    issue.masthead.name = "云溪县全民阅读推进工作通报"
    func control() throws -> String {
      let document = try #require(try ZipReader(document(issue)).text("word/document.xml"))
      let end = try #require(document.range(of: "<w:tag w:val=\"name\"/>"))
      let begin = try #require(document[..<end.lowerBound].range(of: "<w:sdt>", options: .backwards))
      let close = try #require(document[end.upperBound...].range(of: "</w:sdt>"))
      return String(document[begin.lowerBound..<close.upperBound])
    }
    let smaller = try control()
    #expect(smaller.contains("<w:sdtPr><w:rPr><w:sz "))
    #expect(smaller.contains("i:name[1]") && smaller.contains("<w:comboBox/>"))
    issue.masthead.name = "云溪县公共文化服务与全民阅读推进以及送戏下乡工作情况通报"
    let broken = try control()
    #expect(broken.contains("<w:br/>") && broken.contains("<w:richText/>") && !broken.contains("dataBinding"))
  }

  @Test("Without the stage there is no part, no control and no relationship to it")
  func dropped() throws {
    let zip = try ZipReader(document(sample, WordWriter(stages: .selfContained.removing("embedded-issue"))))
    #expect(!zip.entries.contains { $0.name.hasPrefix("customXml") })
    #expect(zip.text("word/document.xml")?.contains("w:sdt") == false)
    #expect(zip.text("word/_rels/document.xml.rels")?.contains("customXml") == false)
  }
}

/// A file of the corpus.
struct SourceFile: CustomTestStringConvertible {
  var folder: String
  var name: String
  var testDescription: String { folder }

  func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(Repository.root)/Tests/Corpus/\(folder)/\(name)")))
  }

  /// The input of each folder of `Tests/Corpus`.
  static let corpus: [SourceFile] = {
    let root = Repository.root + "/Tests/Corpus"
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return folders.sorted().flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []).sorted()
        .filter { $0.hasPrefix("input.") }.map { SourceFile(folder: folder, name: $0) }
    }
  }()
}
