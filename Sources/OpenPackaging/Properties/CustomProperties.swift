internal import XMLBinding

/// Properties with names of the user's own (ECMA-376 Part 1, 22.3); their values are texts.
public struct CustomProperties: Sendable, Hashable {
  /// One property.
  public struct Property: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String
    /// A property of that name and value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
  /// The properties, in the order they are written. Names must differ.
  public var all: [Property]
  /// The given properties.
  public init(_ all: [Property] = []) { self.all = all }
}

extension Package {
  /// Adds the custom properties with their relationship; adds nothing if there are none.
  /// - Throws: ``PackagingError/xml(_:)`` if libxml2 has no memory left.
  public mutating func add(_ properties: CustomProperties) throws(PackagingError) {
    guard !properties.all.isEmpty else { return }
    var xml = XMLWriter(standalone: true)
    xml.start("Properties")
    xml.attribute("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties")
    xml.attribute("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes")
    for (index, each) in properties.all.enumerated() {
      xml.start("property")
      // The one format id there is for such properties; their own ids begin at 2.
      xml.attribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
      xml.attribute("pid", index + 2)
      xml.attribute("name", each.name)
      xml.element("vt:lpwstr", text: each.value)
      xml.end()
    }
    xml.end()
    try add(
      "docProps/custom.xml", .customProperties, "application/vnd.openxmlformats-officedocument.custom-properties+xml",
      xml)
  }
}
