import ExportPipeline
import IssueEmbedding
import IssueModel
import OpenPackaging
import TestSupport
import Testing
import WordWriter

private typealias Issue = IssueModel.Issue

/// A picture for every name, another one for each.
private struct AnyPicture: ResourceProvider {
  func bytes(of target: String) -> [UInt8]? {
    let sum = target.utf8.reduce(1) { ($0 * 31 + Int($1)) % 997 }
    return sum % 2 == 0 ? TinyPictures.png(sum + 1, 40) : TinyPictures.jpeg(sum + 1, 40)
  }
}

@Suite("Pictures of Word files that carry their issue")
struct EmbeddedPicturesTests {
  private func document(
    _ issue: Issue, _ resources: any ResourceProvider
  ) throws -> (bytes: [UInt8], remarks: [String]) {
    let context = StageContext(resources: resources)
    let bytes = try WordWriter(stages: .selfContained).write(issue, context).bytes
    return (bytes, context.diagnostics.diagnostics.map(\.id))
  }

  @Test("Issue and pictures read from the file make the same file again", arguments: 0..<60)
  func roundTrip(_ seed: Int) throws {
    let issue = IssueGenerator.issue(seed: UInt64(seed))
    let first = try document(issue, AnyPicture())
    let read = try EmbeddedIssue.read(first.bytes)
    let pictures: any ResourceProvider = EmbeddedPictures(first.bytes) ?? NoResources()
    let second = try document(read, pictures)
    #expect(second.bytes == first.bytes)
    #expect(second.remarks == first.remarks)
  }

  private let sample = Issue(
    masthead: Masthead(name: "临湖简报"),
    sections: [
      Section(articles: [
        Article(
          title: "开馆",
          body: [.figure(Figure(image: ImageReference(target: "图/馆舍 一.png", description: "馆舍")))])
      ])
    ])

  @Test("Each part of custom XML has the properties that mark it as data, with an id of its own")
  func dataProperties() throws {
    let zip = try ZipReader(document(sample, AnyPicture()).bytes)
    let ids = try (1...2).map { number in
      #expect(zip.text("customXml/_rels/item\(number).xml.rels")?.contains("itemProps\(number).xml") == true)
      let properties = try #require(zip.text("customXml/itemProps\(number).xml"))
      return try #require(properties.split(separator: "\"").first { $0.hasPrefix("{") })
    }
    #expect(ids[0] != ids[1])
  }

  @Test("A picture is found again where another program gave its part another name")
  func renamed() throws {
    let bytes = try document(sample, AnyPicture()).bytes
    let reader = try PackageReader(bytes)
    var package = Package()
    for name in reader.names where !name.rawValue.hasSuffix(".rels") && name.rawValue != "/[Content_Types].xml" {
      var relationships = Relationships()
      if name == "/word/document.xml" {
        relationships.add(EmbeddedIssueTests.customXML, target: "../customXml/item1.xml")
        relationships.add(EmbeddedIssueTests.customXML, target: "../customXml/item2.xml")
      }
      let isPicture = name.rawValue.hasPrefix("/word/media/")
      package.add(
        Part(
          isPicture ? "/media/other7.png" : name, contentType: "a/b",
          content: try #require(try reader.content(of: name)), relationships: relationships))
    }
    package.relationships.add(.officeDocument, target: "word/document.xml")
    let pictures = try #require(EmbeddedPictures(package.bytes()))
    #expect(pictures.bytes(of: "图/馆舍 一.png") == AnyPicture().bytes(of: "图/馆舍 一.png"))
    #expect(pictures.bytes(of: "../etc/passwd") == nil)
  }

  @Test("A file without pictures lists none")
  func none() throws {
    #expect(EmbeddedPictures(try document(sample, NoResources()).bytes) == nil)
    #expect(EmbeddedPictures([1, 2, 3]) == nil)
  }
}
