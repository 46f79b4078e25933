internal import XMLBinding

/// The list of what the parts are, `[Content_Types].xml` (ECMA-376 Part 2, 7.2.3): XML and relationships
/// and pictures by their extension, every other part by its name.
struct ContentTypes {
  private var defaults: [(fileExtension: String, type: String)] = [
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
  ]
  private var overrides: [(name: PartName, type: String)] = []

  init(of parts: [Part]) {
    for part in parts {
      let known = defaults.first { $0.fileExtension == part.name.fileExtension }
      if let known {
        if known.type != part.contentType { overrides.append((part.name, part.contentType)) }
      } else if part.name.fileExtension.isEmpty {
        overrides.append((part.name, part.contentType))
      } else {
        defaults.append((part.name.fileExtension, part.contentType))
      }
    }
  }

  func content() throws(XMLWritingError) -> [UInt8] {
    var xml = XMLWriter(standalone: true)
    xml.start("Types")
    xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
    for each in defaults { xml.element("Default", ["Extension": each.fileExtension, "ContentType": each.type]) }
    for each in overrides { xml.element("Override", ["PartName": each.name.rawValue, "ContentType": each.type]) }
    xml.end()
    return try xml.finish()
  }
}
