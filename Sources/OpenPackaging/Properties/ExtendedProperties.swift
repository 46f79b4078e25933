internal import XMLBinding

/// Properties of the application that made the package (ECMA-376 Part 1, 22.2).
public struct ExtendedProperties: Sendable, Hashable {
  /// The name of the application.
  public var application: String?
  /// The organisation that issues the document.
  public var company: String?
  /// Properties of the given values.
  public init(application: String? = nil, company: String? = nil) {
    self.application = application
    self.company = company
  }
}

extension Package {
  /// Adds the extended properties with their relationship.
  /// - Throws: ``PackagingError/xml(_:)`` if libxml2 has no memory left.
  public mutating func add(_ properties: ExtendedProperties) throws(PackagingError) {
    var xml = XMLWriter(standalone: true)
    xml.start("Properties")
    xml.attribute("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
    if let application = properties.application { xml.element("Application", text: application) }
    if let company = properties.company { xml.element("Company", text: company) }
    xml.end()
    try add(
      "docProps/app.xml", .extendedProperties,
      "application/vnd.openxmlformats-officedocument.extended-properties+xml", xml)
  }
}
