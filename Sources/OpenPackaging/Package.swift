public import XMLBinding

/// A part of a package: a named stream of bytes with its relationships.
public struct Part: Sendable, Hashable {
  /// The name within the package.
  public var name: PartName
  /// What its bytes are, as a media type.
  public var contentType: String
  /// The bytes.
  public var content: [UInt8]
  /// What it refers to.
  public var relationships: Relationships
  /// The check sum of the bytes, as ZIP files hold it (CRC-32): finds a part again under another name.
  public var checksum: UInt32 { Self.checksum(of: content[...]) }
  /// The check sum of any bytes, as ``checksum``.
  package static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 { Deflate.crc32(bytes) }
  /// A part of the given content.
  public init(
    _ name: PartName, contentType: String, content: [UInt8], relationships: Relationships = Relationships()
  ) {
    self.name = name
    self.contentType = contentType
    self.content = content
    self.relationships = relationships
  }
}

/// A package: parts, and what the package itself refers to. Its bytes depend on nothing but its content.
public struct Package: Sendable {
  /// The parts, in the order they were added, which is their order in the container.
  public private(set) var parts: [Part] = []
  /// The relationships of the package itself, which lead readers to its document and properties.
  public var relationships = Relationships()
  private var indices: [String: Int] = [:]

  /// An empty package.
  public init() {}

  /// Adds a part; it takes the place of one of the same name. Names that differ only in case are the same
  /// (ECMA-376 Part 2, 6.2.2.3).
  public mutating func add(_ part: Part) {
    let key = part.name.rawValue.lowercased()
    if let index = indices[key] {
      parts[index] = part
    } else {
      indices[key] = parts.count
      parts.append(part)
    }
  }

  /// The part called `name`; nil if there is none.
  public func part(_ name: PartName) -> Part? {
    indices[name.rawValue.lowercased()].map { parts[$0] }
  }

  /// The package as one file.
  /// - Throws: ``PackagingError`` if a relationship leads to a part that is not there, or the container
  ///   cannot hold the parts.
  public func bytes() throws(PackagingError) -> [UInt8] {
    try checkTargets(of: relationships, from: "/")
    for part in parts { try checkTargets(of: part.relationships, from: part.name) }
    var zip = ZipArchive()
    // Readers that stream want the content types before anything else.
    try zip.add("[Content_Types].xml", try xml { () throws(XMLWritingError) in try ContentTypes(of: parts).content() })
    if !relationships.all.isEmpty {
      try zip.add("_rels/.rels", try xml { () throws(XMLWritingError) in try relationships.content() })
    }
    for part in parts {
      try zip.add(part.name.entryName, part.content)
      guard !part.relationships.all.isEmpty else { continue }
      try zip.add(
        part.name.relationshipsPart.entryName,
        try xml { () throws(XMLWritingError) in try part.relationships.content() })
    }
    return try zip.finish()
  }

  private func xml(_ content: () throws(XMLWritingError) -> [UInt8]) throws(PackagingError) -> [UInt8] {
    do throws(XMLWritingError) { return try content() } catch { throw .xml(error) }
  }

  private func checkTargets(of relationships: Relationships, from source: PartName) throws(PackagingError) {
    for each in relationships.all where !each.isExternal {
      let target = source.resolving(each.target)
      guard indices[target.rawValue.lowercased()] != nil else {
        throw .missingTarget(id: each.id, of: source.rawValue, target: target.rawValue)
      }
    }
  }
}

/// Why a package could not be made into a file: faults of the program that fills it.
public enum PackagingError: Error, Sendable, Hashable {
  /// A relationship leads to a part that is not in the package.
  case missingTarget(id: String, of: String, target: String)
  /// A part, the whole, or the number of parts is beyond what a ZIP file without extensions holds (4 GiB, 65,535 entries).
  case tooLarge
  /// libdeflate had no memory left.
  case outOfMemory
  /// A part of the package layer could not be written.
  case xml(XMLWritingError)
}
