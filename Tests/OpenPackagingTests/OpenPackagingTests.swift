import OpenPackaging
import TestSupport
import Testing

@Suite("Packages")
struct OpenPackagingTests {
  func package() throws -> Package {
    var package = Package()
    var relationships = Relationships()
    relationships.add("http://example.org/style", target: "styles.xml")
    relationships.add("http://example.org/link", target: "https://example.org/?a=1&b=2", external: true)
    relationships.add("http://example.org/image", target: "media/image1.png")
    package.add(
      Part(
        "/word/document.xml", contentType: "application/x-document+xml", content: Array("<d/>".utf8),
        relationships: relationships))
    package.add(
      Part(
        "/word/styles.xml", contentType: "application/x-styles+xml",
        content: Array(String(repeating: "<s>样式</s>", count: 500).utf8)))
    package.add(Part("/word/media/image1.png", contentType: "image/png", content: [0x89, 0x50, 0x4E, 0x47, 0, 1, 2]))
    package.relationships.add(.officeDocument, target: "word/document.xml")
    try package.add(CoreProperties(title: "简报 & 通讯", creator: "办公室", created: "2031-07-01T00:00:00Z"))
    try package.add(ExtendedProperties(application: "Gazette", company: "办公室"))
    try package.add(CustomProperties([.init("IssueNumber", "第7期")]))
    return package
  }

  @Test("A reader of ZIP files finds every part with the bytes it was given")
  func partsReadBack() throws {
    let package = try package()
    let zip = try ZipReader(try package.bytes())
    for part in package.parts {
      let entry = try #require(zip.entries.first { "/" + $0.name == part.name.rawValue })
      #expect(entry.content == part.content)
    }
  }

  @Test("The content types come first, and name the type of every part")
  func contentTypes() throws {
    let package = try package()
    let zip = try ZipReader(try package.bytes())
    #expect(zip.entries.first?.name == "[Content_Types].xml")
    let types = try XMLTree.parse(try #require(zip.text("[Content_Types].xml")))
    for part in package.parts {
      let byName = types.children.first { $0.attributes["PartName"] == part.name.rawValue }
      let byExtension = types.children.first { $0.attributes["Extension"] == part.name.fileExtension }
      #expect((byName ?? byExtension)?.attributes["ContentType"] == part.contentType)
    }
  }

  @Test("Nothing in the container depends on the time, the place or the machine")
  func nothingFromOutside() throws {
    let package = try package()
    let bytes = try package.bytes()
    #expect(try package.bytes() == bytes)
    for entry in try ZipReader(bytes).entries {
      #expect(entry.dosDate == 0x21 << 16, "1980-01-01 00:00")
      #expect(entry.extraLength == 0)
      #expect(entry.flags & 0x8 == 0, "no data descriptor")
    }
  }

  @Test("What compression would make longer is stored as it is")
  func storesWhatDoesNotShrink() throws {
    let entries = try ZipReader(try package().bytes()).entries
    #expect(entries.first { $0.name == "word/media/image1.png" }?.method == 0)
    #expect(entries.first { $0.name == "word/styles.xml" }?.method == 8)
  }

  @Test("Parts of every size read back, empty ones too", arguments: [0, 1, 2, 3, 100, 65_535, 65_536, 300_000])
  func sizes(_ count: Int) throws {
    var state: UInt64 = 7
    let content = (0..<count).map { index -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return index % 3 == 0 ? UInt8(truncatingIfNeeded: state >> 33) : 0x20
    }
    var package = Package()
    package.add(Part("/数据.bin", contentType: "application/octet-stream", content: content))
    let entry = try #require(try ZipReader(try package.bytes()).entries.last)
    #expect(entry.content == content)
    #expect(entry.name == "数据.bin")
    #expect(entry.flags == 0x800, "a name beyond ASCII is marked as UTF-8")
  }

  @Test("Relationships get their ids in the order of adding, and the same one only once")
  func relationshipIDs() {
    var relationships = Relationships()
    #expect(relationships.add(.officeDocument, target: "a") == "rId1")
    #expect(relationships.add(.coreProperties, target: "a") == "rId2")
    #expect(relationships.add(.officeDocument, target: "a") == "rId1")
    #expect(relationships.add(.officeDocument, target: "a", external: true) == "rId3")
    #expect(relationships.id(of: .coreProperties, target: "a") == "rId2")
    #expect(relationships.id(of: .coreProperties, target: "b") == nil)
  }

  @Test("The relationships of a part stand beside it, and lead to their targets")
  func relationshipParts() throws {
    let zip = try ZipReader(try package().bytes())
    let root = try XMLTree.parse(try #require(zip.text("_rels/.rels")))
    #expect(
      root.children.map { $0.attributes["Target"] } == [
        "word/document.xml", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml",
      ])
    let document = try XMLTree.parse(try #require(zip.text("word/_rels/document.xml.rels")))
    #expect(document.children[1].attributes["Target"] == "https://example.org/?a=1&b=2")
    #expect(document.children.map { $0.attributes["TargetMode"] } == [nil, "External", nil])
  }

  @Test("A relationship that leads nowhere is refused instead of written")
  func missingTarget() {
    var package = Package()
    package.relationships.add(.officeDocument, target: "word/document.xml")
    #expect(throws: PackagingError.missingTarget(id: "rId1", of: "/", target: "/word/document.xml")) {
      try package.bytes()
    }
  }

  @Test("A part takes the place of one whose name differs only in case")
  func samePart() {
    var package = Package()
    package.add(Part("/word/Document.xml", contentType: "a/b", content: [1]))
    package.add(Part("/word/document.xml", contentType: "a/b", content: [2]))
    #expect(package.parts.count == 1)
    #expect(package.part("/WORD/document.xml")?.content == [2])
  }

  @Test("The properties say what they were given, and nothing that was not")
  func properties() throws {
    let zip = try ZipReader(try package().bytes())
    let core = try XMLTree.parse(try #require(zip.text("docProps/core.xml")))
    #expect(core.child("dc:title")?.ownText == "简报 & 通讯")
    #expect(core.child("dcterms:created")?.ownText == "2031-07-01T00:00:00Z")
    #expect(core.child("dcterms:modified") == nil)
    let custom = try XMLTree.parse(try #require(zip.text("docProps/custom.xml")))
    #expect(custom.children.first?.attributes["name"] == "IssueNumber")
    #expect(custom.children.first?.attributes["pid"] == "2")
    #expect(custom.children.first?.child("vt:lpwstr")?.ownText == "第7期")
  }
}
