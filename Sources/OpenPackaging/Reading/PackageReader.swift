internal import XMLBinding

/// Reads the parts of a package (ECMA-376 Part 2) from a file that nobody vouches for. A part is decompressed
/// when it is asked for; nothing is written to disk, nothing outside the file is looked at.
public struct PackageReader: Sendable {
  private let zip: ZipDirectory
  private let indices: [String: Int]

  /// A reader of the package in `bytes`.
  /// - Throws: ``PackageReadingError`` if they are no ZIP file, pass a limit, or have names that no part may have.
  public init(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(PackageReadingError) {
    zip = try ZipDirectory(bytes, limits: limits)
    var indices: [String: Int] = [:]
    for (index, entry) in zip.entries.enumerated() { indices["/" + entry.name.lowercased()] = index }
    self.indices = indices
  }

  /// The names of the parts, in the order of the file, with those of the package's own parts.
  public var names: [PartName] { zip.entries.map { PartName(rawValue: "/" + $0.name) } }

  /// The content of the part called `name`; nil if there is none.
  /// - Throws: ``PackageReadingError/damaged(_:)`` if its bytes are not what they should be.
  public func content(of name: PartName) throws(PackageReadingError) -> [UInt8]? {
    guard let index = indices[name.rawValue.lowercased()] else { return nil }
    return try zip.content(of: zip.entries[index])
  }

  /// The parts with the given check sum (CRC-32) and number of bytes, in the order of the file. Nothing is
  /// decompressed.
  public func parts(checksum: UInt32, bytes: Int) -> [PartName] {
    zip.entries.filter { $0.crc == checksum && $0.size == bytes }.map { PartName(rawValue: "/" + $0.name) }
  }

  /// The parts that the relationships of the given type lead to, in the order of the file. Those that lead out
  /// of the package or to no part are left out.
  /// - Parameter type: The type of the relationships.
  /// - Parameter source: The part the relationships start from; nil for the package itself.
  /// - Throws: ``PackageReadingError/damaged(_:)`` if the relationships are no well-formed XML.
  public func targets(
    of type: RelationshipType, from source: PartName? = nil
  ) throws(PackageReadingError) -> [PartName] {
    try relationships(of: source).filter { $0.type == type && !$0.isExternal }.compactMap { each in
      let part = PartName(rawValue: each.target)
      return indices[part.rawValue.lowercased()] == nil ? nil : part
    }
  }

  /// The relationships of a part, in the order of the file; those within the package have the full name of a part
  /// for their target, which may not be there. Types of strict packages are given as their transitional twins.
  /// - Parameter source: The part the relationships start from; nil for the package itself.
  /// - Throws: ``PackageReadingError/damaged(_:)`` if they are no well-formed XML.
  public func relationships(
    of source: PartName? = nil
  ) throws(PackageReadingError) -> [Relationships.Relationship] {
    let origin = source ?? "/"
    let name: PartName = source?.relationshipsPart ?? "/_rels/.rels"
    guard let bytes = try content(of: name) else { return [] }
    let root: XMLElement
    do throws(XMLReadingError) {
      root = try XMLDocument(parsing: bytes).root()
    } catch {
      throw .damaged("\(name.entryName) is no well-formed XML")
    }
    return root.elements.compactMap { element in
      guard element.name == "Relationship", let target = element.attribute("Target"),
        let type = element.attribute("Type")
      else { return nil }
      let isExternal = element.attribute("TargetMode") == "External"
      return Relationships.Relationship(
        id: element.attribute("Id") ?? "", type: RelationshipType(rawValue: type).transitional,
        target: isExternal ? target : origin.resolving(target).rawValue, isExternal: isExternal)
    }
  }
}
