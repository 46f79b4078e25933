internal import XMLBinding

/// The properties that every package has by ECMA-376 Part 2, 8: title, creator, dates.
public struct CoreProperties: Sendable, Hashable {
  /// The title.
  public var title: String?
  /// What it is about.
  public var subject: String?
  /// Who made it.
  public var creator: String?
  /// Words to find it by.
  public var keywords: [String]
  /// The language, as a tag of BCP 47.
  public var language: String?
  /// When it was made, as a W3C date and time: `2023-01-28T00:00:00Z`. Never taken from the clock here.
  public var created: String?
  /// When it was changed last, in the same form.
  public var modified: String?

  /// Properties of the given values.
  public init(
    title: String? = nil, subject: String? = nil, creator: String? = nil, keywords: [String] = [],
    language: String? = nil, created: String? = nil, modified: String? = nil
  ) {
    self.title = title
    self.subject = subject
    self.creator = creator
    self.keywords = keywords
    self.language = language
    self.created = created
    self.modified = modified
  }
}

extension Package {
  /// Adds the core properties with their relationship.
  /// - Throws: ``PackagingError/xml(_:)`` if libxml2 has no memory left.
  public mutating func add(_ properties: CoreProperties) throws(PackagingError) {
    var xml = XMLWriter(standalone: true)
    xml.start("cp:coreProperties")
    xml.attribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
    xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    xml.attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    if let title = properties.title { xml.element("dc:title", text: title) }
    if let subject = properties.subject { xml.element("dc:subject", text: subject) }
    if let creator = properties.creator { xml.element("dc:creator", text: creator) }
    if !properties.keywords.isEmpty {
      xml.element("cp:keywords", text: properties.keywords.joined(separator: ", "))
    }
    if let creator = properties.creator { xml.element("cp:lastModifiedBy", text: creator) }
    if let created = properties.created {
      xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: created)
    }
    if let modified = properties.modified {
      xml.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: modified)
    }
    if let language = properties.language { xml.element("dc:language", text: language) }
    xml.end()
    try add("docProps/core.xml", .coreProperties, "application/vnd.openxmlformats-package.core-properties+xml", xml)
  }

  /// Adds a part with the content of `xml` and a relationship of the package to it.
  mutating func add(
    _ target: String, _ type: RelationshipType, _ contentType: String, _ xml: consuming XMLWriter
  ) throws(PackagingError) {
    let content: [UInt8]
    do throws(XMLWritingError) { content = try xml.finish() } catch { throw .xml(error) }
    add(Part(PartName(rawValue: "/" + target), contentType: contentType, content: content))
    relationships.add(type, target: target)
  }
}
