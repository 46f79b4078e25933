import ExportPipeline
import HouseStyle
import IssueModel
import Testing
import WordWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A picture of one pixel, and nothing else.
struct OnePicture: ResourceProvider {
  func bytes(of target: String) -> [UInt8]? {
    guard target == "dot.png" else { return nil }
    return [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
      2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 0x0C, 0x49, 0x44, 0x41, 0x54, 0x08, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0,
      0, 3, 1, 1, 0, 0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]
  }
}

@Suite("Writing Word documents")
struct WordWriterTests {
  /// Writes all samples into the folder that WORD_SAMPLES names, to be looked at.
  @Test("Every sample becomes a document", arguments: SampleIssues.all.map(\.name))
  func writesSamples(_ name: String) throws {
    let issue = try #require(SampleIssues.all.first { $0.name == name }?.issue)
    let artifact = try WordWriter().write(issue, StageContext(resources: OnePicture()))
    #expect(artifact.bytes.starts(with: [0x50, 0x4B, 3, 4]))
    guard let folder = getenv("WORD_SAMPLES") else { return }
    let file = try #require(fopen(String(cString: folder) + "/" + name + ".docx", "wb"))
    defer { fclose(file) }
    #expect(fwrite(artifact.bytes, 1, artifact.bytes.count, file) == artifact.bytes.count)
  }
}
