/// How large a package may be that is read. What is beyond is refused before any of it is decompressed.
public struct PackageLimits: Sendable, Hashable {
  /// The largest number of bytes of the file.
  public var fileBytes: Int
  /// The largest number of entries.
  public var parts: Int
  /// The largest number of bytes of one part, decompressed.
  public var partBytes: Int
  /// The largest number of bytes of all parts together, decompressed.
  public var totalBytes: Int
  /// How many times larger than in the file a part may be. Text of Office files reaches 50, DEFLATE 1,032.
  public var ratio: Int
  /// A part of no more bytes may have any ratio: a few blanks are no bomb.
  public var smallPart: Int

  /// Limits of the given values.
  public init(
    fileBytes: Int = 256 << 20, parts: Int = 10_000, partBytes: Int = 64 << 20, totalBytes: Int = 512 << 20,
    ratio: Int = 200, smallPart: Int = 1 << 20
  ) {
    self.fileBytes = max(fileBytes, 0)
    self.parts = max(parts, 0)
    self.partBytes = max(partBytes, 0)
    self.totalBytes = max(totalBytes, 0)
    self.ratio = max(ratio, 1)
    self.smallPart = max(smallPart, 0)
  }
}

/// Why a file cannot be read as a package.
public enum PackageReadingError: Error, Sendable, Hashable {
  /// What is too large.
  public enum Measure: Sendable, Hashable {
    /// The file, in bytes.
    case file
    /// The number of entries.
    case parts
    /// The part of that name, in bytes.
    case part(String)
    /// All parts together, in bytes.
    case total
    /// The part of that name against its size in the file.
    case ratio(String)
  }
  /// What is wrong with a name.
  public enum NameFault: Sendable, Hashable {
    /// It leaves the package, or is none.
    case path
    /// There is another that differs in case at most.
    case twice
  }
  /// The file is no ZIP file, or its end is missing.
  case noZip
  /// The file contradicts itself; the text says how.
  case damaged(String)
  /// The file uses something of ZIP that packages do not (ECMA-376 Part 2, Annex B); the text names it.
  case unsupported(String)
  /// The content is encrypted.
  case encrypted
  /// An entry has a name that no part may have.
  case unsafeName(String, NameFault)
  /// A limit is passed.
  case tooLarge(Measure, limit: Int)
}
