import Foundation
import IssueModel
import IssueReading
import TestSupport
import Testing

@testable import IssueChecks

@Suite("The checks together")
struct SuiteTests {
  private static func read(_ path: String, _ sink: DiagnosticSink) throws -> IssueModel.Issue {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: Repository.root + "/" + path)))
    return try IssueReader().read(bytes, fileName: String(path.split(separator: "/").last ?? ""), diagnostics: sink)
  }

  /// What the checks find beyond what the reader said.
  private static func found(_ path: String) throws -> [Diagnostic] {
    let sink = DiagnosticSink()
    let issue = try read(path, sink)
    let before = sink.diagnostics.count
    IssueChecks.run(on: issue, diagnostics: sink)
    return Array(sink.diagnostics[before...])
  }

  @Test("Each remark has an id its check announces, both languages, a line and a hint")
  func announced() throws {
    var broken = article("检修", paragraphs: ["（查,，修2O31年2月30日\u{202E}", "2301年1月8日"])
    broken.body.append(.figure(Figure(image: ImageReference(target: "a.png"))))
    let subject = CheckedIssue(
      issue([broken, broken, article("抽查", paragraphs: [])], contents: [entry("植树", line: 3)]), fileName: "第9期.md")
    let found = IssueChecks.standard.flatMap { check in check(subject).map { (check.ids, $0) } }
    #expect(found.count >= 10)
    for (ids, diagnostic) in found {
      #expect(ids.contains(diagnostic.id))
      #expect(diagnostic.position != nil && diagnostic.hint != nil, "\(diagnostic.id)")
      #expect(diagnostic.message.english != diagnostic.message.chinese, "\(diagnostic.id)")
    }
  }

  @Test("What the reader has said of a line is not said again, and remarks come in the order of lines")
  func once() {
    let sink = DiagnosticSink()
    sink.report(
      Diagnostic(id: "masthead-date-missing", severity: .warning, message: Wording("no date", zh: "无日期")))
    var masthead = Masthead.sample
    masthead.date = nil
    IssueChecks.run(on: issue([article("检修", paragraphs: ["（查", "修）的"])], masthead: masthead), diagnostics: sink)
    #expect(sink.diagnostics.map(\.id) == ["masthead-date-missing", "bracket-unbalanced", "bracket-unbalanced"])
    #expect(sink.diagnostics.compactMap(\.position?.line) == [11, 12])
  }

  @Test("Examples that are clean give no remark", arguments: ["examples/clean/issue.md", "examples/english/issue.md"])
  func cleanExamples(_ path: String) throws {
    #expect(try Self.found(path).map(\.message.english) == [])
  }

  /// Issues of the corpus that do have what these checks look for. The checks on structure are not judged
  /// here: what they find is often the reader's fault.
  private static let expected: [String: Set<String>] = [
    "character-suspect": ["ocr-confused-digits", "union-ocr-glued"],
    "punctuation-mixed": [
      "air-traffic-station-paddle", "b-dental-hospital-bulletin-docling", "bank-branch-docling", "chamber-briefs-wps",
      "consultative-conference-supplement", "cotton-mill-tesseract-1962", "county-court-docling-notes",
      "county-police-affairs-1986", "courier-union-federation-paddle", "delta-levee-heritage-marker",
      "fibre-inspection-docling",
      "higher-education-one-line", "kindergarten-docling-photos", "maritime-tenday-docling",
      "meteorology-orchard-special", "metro-construction-ocr", "policy-research-internal-reference-marker",
      "reformatory-education-brief-tesseract", "south-peninsula-neighbours",
      "southern-africa-hometown-docling", "tw-land-office-docling", "union-ocr-glued",
      "vancouver-minnan-society-supplement-mail", "village-two-committees-typed",
    ],
    "picture-undescribed": ["carrick-borderers-marker", "climate-monthly-figures"],
  ]

  @Test("Over the corpus, the checks on characters, dates and imprint find what is there and nothing else")
  func corpus() throws {
    let folder = Repository.root + "/Tests/Corpus"
    var counts: [String: Int] = [:]
    var issues: [String: Set<String>] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + name)) ?? []
      guard let input = files.first(where: { $0.hasPrefix("input.") }) else { continue }
      for diagnostic in try Self.found("Tests/Corpus/\(name)/\(input)") {
        counts[diagnostic.id, default: 0] += 1
        issues[diagnostic.id, default: []].insert(name)
      }
    }
    for id in IssueChecks.standard.flatMap(\.ids) {
      FileHandle.standardOutput.write(Data("check \(id): \(counts[id] ?? 0)\n".utf8))
    }
    let judged = [
      "character-suspect", "punctuation-mixed", "punctuation-doubled", "direction-control", "date-far",
      "recipient-repeated", "note-empty", "note-missing", "picture-undescribed", "print-date-early",
      "section-empty",
    ]
    for id in judged { #expect(issues[id] ?? [] == Self.expected[id] ?? [], "\(id)") }
  }
}
