import Foundation
import Gazette
import TestSupport
import Testing

@Suite("The example of a stylesheet of one's own")
struct CustomStylesheetTests {
  private static let folder = Repository.root + "/examples/custom-stylesheet/"

  private struct Files: ResourceProvider {
    func bytes(of target: String) -> [UInt8]? {
      FileManager.default.contents(atPath: CustomStylesheetTests.folder + target).map { [UInt8]($0) }
    }
  }

  @Test("It makes of an issue what a person has accepted", arguments: ["clean", "ocr", "english"])
  func accepted(_ example: String) throws {
    let sheet = try #require(Files().bytes(of: "board.xsl"))
    let writer = try StylesheetWriter(
      sheet, name: "board.xsl", imports: Files(),
      parameters: [.init(name: "page", value: "https://intranet.example/\(example).html")])
    #expect(writer.format.fileExtension == "board.html")
    #expect(writer.format.mediaType == "text/html; charset=utf-8")
    let input = try #require(FileManager.default.contents(atPath: Repository.root + "/examples/\(example)/issue.md"))
    let issue = try IssueReader().read([UInt8](input), fileName: "issue.md", diagnostics: DiagnosticSink())
    let made = String(decoding: try writer.write(issue, StageContext()).bytes, as: UTF8.self)
    let difference = try Snapshot.difference(made, from: Self.folder + "expected/\(example).board.html")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
