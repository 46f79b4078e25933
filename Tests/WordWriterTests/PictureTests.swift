import ExportPipeline
import IssueModel
import TestSupport
import Testing

@testable import WordWriter

/// Pictures by name.
private struct Album: ResourceProvider {
  var pictures: [String: [UInt8]]
  func bytes(of target: String) -> [UInt8]? { pictures[target] }
}

@Suite("Pictures in the document")
struct PictureTests {
  private func document(_ bytes: [UInt8], line: Int = 9) throws -> OpenedDocument {
    let figure = Figure(
      image: ImageReference(target: "a", description: "泵站"), source: SourceRange(line: line))
    let issue = IssueModel.Issue(
      masthead: Masthead(name: "水务简报"), sections: [Section(articles: [Article(title: "检修", body: [.figure(figure)])])])
    return try OpenedDocument(issue, resources: Album(pictures: ["a": bytes]))
  }

  @Test("An upright picture is neither turned nor mirrored")
  func upright() throws {
    let document = try document(TinyPictures.jpeg(400, 300)).document()
    let transform = try #require(document.descendants("a:xfrm").first)
    #expect(transform.attributes["rot"] == nil && transform.attributes["flipH"] == nil)
  }

  @Test(
    "A picture that its Exif data turns is turned",
    arguments: [
      (2, nil, "1"), (3, "10800000", nil), (4, "10800000", "1"), (5, "16200000", "1"), (6, "5400000", nil),
      (7, "5400000", "1"), (8, "16200000", nil),
    ] as [(Int, String?, String?)])
  func turned(_ orientation: Int, _ turn: String?, _ mirror: String?) throws {
    let document = try document(TinyPictures.jpeg(400, 300, orientation: orientation)).document()
    let transform = try #require(document.descendants("a:xfrm").first)
    #expect(transform.attributes["rot"] == turn)
    #expect(transform.attributes["flipH"] == mirror)
    // The measures are those before the turn: 400 × 300 pixels of 9,525.
    let extent = try #require(document.descendants("wp:extent").first)
    #expect(extent.attributes == ["cx": "3810000", "cy": "2857500"])
  }

  @Test(
    "A picture that cannot be shown is told with its line",
    arguments: [[UInt8](), Array("GIF89a".utf8), TinyPictures.png(30, 40).dropLast(6)])
  func told(_ bytes: [UInt8]) throws {
    let diagnostics = try document(bytes, line: 17).diagnostics
    #expect(diagnostics.map(\.id) == [bytes.isEmpty ? "picture-format" : "picture-damaged"])
    #expect(diagnostics.map(\.position?.line) == [17])
  }

  @Test("A cut-off picture is not put into the file; its description stands there")
  func cutOff() throws {
    let document = try document(Array(TinyPictures.jpeg(400, 300).dropLast(2)))
    #expect(try document.document().descendants("a:blip").isEmpty)
    #expect(try document.document().words.contains("泵站"))
    #expect(document.diagnostics.first?.message.english.contains("ends too early") == true)
  }

  @Test("A scan of 300 pixels to the inch is as large as what was scanned")
  func resolution() throws {
    let scan = TinyPictures.png(600, 300, density: .init(unit: 1, across: 11_811, down: 11_811))
    let extent = try #require(try document(scan).document().descendants("wp:extent").first)
    #expect(extent.attributes == ["cx": String(2 * 914_400), "cy": String(914_400)])
  }
}
