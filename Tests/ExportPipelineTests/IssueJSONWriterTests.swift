import ExportPipeline
import IssueModel
import TestSupport
import Testing

@Suite("Writing issue JSON")
struct IssueJSONWriterTests {
  @Test("The format json is the text of the dump, with a newline")
  func bytes() throws {
    let writer = try #require(WriterRegistry([IssueJSONWriter()]).writer(for: "json"))
    for seed in 0..<20 as Range<UInt64> {
      let issue = IssueGenerator.issue(seed: seed, options: .init(awkwardCharacters: true))
      let artifact = try writer.write(issue, StageContext())
      #expect(String(decoding: artifact.bytes, as: UTF8.self) == (try JSONText.encode(issue)) + "\n")
      #expect(artifact.format.fileExtension == "json")
    }
  }
}
