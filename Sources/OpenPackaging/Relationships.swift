internal import XMLBinding

/// What a relationship is for, as the URI the format gives it.
public struct RelationshipType: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
  /// The URI.
  public var rawValue: String
  /// The type with the URI `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The type with the URI spelt by a literal.
  public init(stringLiteral uri: String) { rawValue = uri }

  /// From the package to its core properties (ECMA-376 Part 2, 8.3).
  public static let coreProperties: RelationshipType =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
  /// From the package to the properties of the application.
  public static let extendedProperties: RelationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
  /// From the package to properties of the user's own.
  public static let customProperties: RelationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
  /// From the package to the part that is its document.
  public static let officeDocument: RelationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
}

extension RelationshipType {
  private static let strictFamily = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
  private static let family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// The type by its transitional name (ISO/IEC 29500-4), if it has that of the strict format (29500-1).
  var transitional: RelationshipType {
    guard rawValue.hasPrefix(Self.strictFamily) else { return self }
    switch rawValue.dropFirst(Self.strictFamily.count) {
    case "extendedProperties": return .extendedProperties
    case "customProperties": return .customProperties
    case let name: return RelationshipType(rawValue: Self.family + name)
    }
  }
}

/// The relationships of one part, or of the package itself.
///
/// Ids are `rId1`, `rId2`… in the order of adding: the same relationships added in the same order have the
/// same ids always.
public struct Relationships: Sendable, Hashable {
  /// One relationship.
  public struct Relationship: Sendable, Hashable {
    /// The id by which the part refers to it.
    public var id: String
    /// What it is for.
    public var type: RelationshipType
    /// A part, relative to the folder of the part it starts from, or a URI outside the package.
    public var target: String
    /// Whether the target lies outside the package.
    public var isExternal: Bool
  }

  /// The relationships, in the order of their ids.
  public private(set) var all: [Relationship] = []
  /// Where in `all` each stands, by kind and then by target: a bulletin of links has many of one kind.
  private var places: [Kind: [String: Int32]] = [:]

  private struct Kind: Sendable, Hashable {
    var type: RelationshipType
    var isExternal: Bool
  }

  /// No relationships.
  public init() {}

  /// Adds a relationship, unless there is the same already.
  /// - Parameters:
  ///   - type: What the target is to the source.
  ///   - target: A part, relative to the folder of the part the relationship starts from; or a URI if it
  ///     is `external`.
  ///   - external: Whether the target lies outside the package.
  /// - Returns: its id.
  @discardableResult
  public mutating func add(_ type: RelationshipType, target: String, external: Bool = false) -> String {
    if let id = id(of: type, target: target, external: external) { return id }
    let id = "rId\(all.count + 1)"
    places[Kind(type: type, isExternal: external), default: [:]][target] = Int32(clamping: all.count)
    all.append(Relationship(id: id, type: type, target: target, isExternal: external))
    return id
  }

  /// The id of a relationship added before; nil if there is none.
  public func id(of type: RelationshipType, target: String, external: Bool = false) -> String? {
    places[Kind(type: type, isExternal: external)]?[target].map { all[Int($0)].id }
  }

  /// The relationships as the content of their part (ECMA-376 Part 2, 6.5.3).
  func content() throws(XMLWritingError) -> [UInt8] {
    var xml = XMLWriter(standalone: true)
    xml.start("Relationships")
    xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
    for each in all {
      xml.start("Relationship")
      xml.attribute("Id", each.id)
      xml.attribute("Type", each.type.rawValue)
      xml.attribute("Target", each.target)
      if each.isExternal { xml.attribute("TargetMode", "External") }
      xml.end()
    }
    xml.end()
    return try xml.finish()
  }
}
