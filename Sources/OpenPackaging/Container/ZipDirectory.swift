/// Reads a ZIP file (PKWARE APPNOTE 6.3) that may be damaged or made to do harm.
///
/// The directory at the end of the file says what there is; nothing is searched for or repaired. The whole
/// directory is checked before anything is decompressed, and no entry takes more memory than it declares.
struct ZipDirectory {
  /// An entry that is no folder.
  struct Entry {
    var name: String
    var isCompressed: Bool
    var crc: UInt32
    /// Where its bytes stand in the file.
    var bytes: Range<Int>
    /// How many bytes it has when decompressed.
    var size: Int
  }

  let entries: [Entry]
  private let file: [UInt8]

  init(_ file: [UInt8], limits: PackageLimits) throws(PackageReadingError) {
    guard file.count <= limits.fileBytes else { throw .tooLarge(.file, limit: limits.fileBytes) }
    let reader = LittleEndian(file)
    guard file.starts(with: [0x50, 0x4B]), let end = Self.endRecord(in: reader) else { throw .noZip }
    let count = reader.number(end + 10, 2)
    let size = reader.number(end + 12, 4)
    let start = reader.number(end + 16, 4)
    guard reader.number(end + 4, 2) == 0, reader.number(end + 6, 2) == 0, reader.number(end + 8, 2) == count else {
      throw .damaged("it is one part of several")
    }
    guard count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else { throw .unsupported("ZIP64") }
    guard start + size <= end else { throw .damaged("its directory lies outside the file") }
    guard count <= limits.parts else { throw .tooLarge(.parts, limit: limits.parts) }

    var entries: [Entry] = []
    var names: Set<String> = []
    var total = 0
    var offset = start
    for _ in 0..<count {
      guard offset + 46 <= start + size, reader.number(offset, 4) == 0x0201_4b50 else {
        throw .damaged("its directory is broken")
      }
      let next =
        offset + 46 + reader.number(offset + 28, 2) + reader.number(offset + 30, 2)
        + reader.number(offset + 32, 2)
      guard next <= start + size else { throw .damaged("its directory is broken") }
      let entry = try Self.entry(at: offset, reader, before: start)
      offset = next
      try Self.check(name: entry.name)
      guard names.insert(entry.name.lowercased()).inserted else { throw .unsafeName(entry.name, .twice) }
      guard entry.size <= limits.partBytes else { throw .tooLarge(.part(entry.name), limit: limits.partBytes) }
      guard entry.size <= limits.smallPart || entry.size / limits.ratio <= entry.bytes.count else {
        throw .tooLarge(.ratio(entry.name), limit: limits.ratio)
      }
      total += entry.size
      guard total <= limits.totalBytes else { throw .tooLarge(.total, limit: limits.totalBytes) }
      if !entry.name.hasSuffix("/") { entries.append(entry) }
    }
    // Entries that share bytes are a bomb: many large ones out of one.
    let ranges = entries.map(\.bytes).sorted { $0.lowerBound < $1.lowerBound }
    for (first, second) in zip(ranges, ranges.dropFirst()) where first.upperBound > second.lowerBound {
      throw .damaged("two entries share bytes")
    }
    self.entries = entries
    self.file = file
  }

  /// The content of `entry`.
  func content(of entry: Entry) throws(PackageReadingError) -> [UInt8] {
    let stored = file[entry.bytes]
    let content: [UInt8]
    if entry.isCompressed {
      guard let inflated = Inflate.inflate(stored, count: entry.size) else {
        throw .damaged("\(entry.name) cannot be decompressed")
      }
      content = inflated
    } else {
      guard stored.count == entry.size else { throw .damaged("\(entry.name) is not of the size it declares") }
      content = Array(stored)
    }
    guard Deflate.crc32(content[...]) == entry.crc else { throw .damaged("\(entry.name) has a wrong check sum") }
    return content
  }

  /// Where the end record begins: the last one whose comment reaches to the end of the file.
  private static func endRecord(in reader: LittleEndian) -> Int? {
    let last = reader.count - 22
    guard last >= 0 else { return nil }
    for offset in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where reader.number(offset, 4) == 0x0605_4b50 && offset + 22 + reader.number(offset + 20, 2) == reader.count {
      return offset
    }
    return nil
  }

  private static func entry(
    at offset: Int, _ reader: LittleEndian, before directory: Int
  ) throws(PackageReadingError) -> Entry {
    let nameLength = reader.number(offset + 28, 2)
    let name = String(decoding: reader.bytes[offset + 46..<offset + 46 + nameLength], as: UTF8.self)
    guard reader.number(offset + 8, 2) & 0x41 == 0 else { throw .encrypted }
    let method = reader.number(offset + 10, 2)
    guard method == 0 || method == 8 else { throw .unsupported("compression method \(method)") }
    let local = reader.number(offset + 42, 4)
    guard local + 30 <= directory, reader.number(local, 4) == 0x0403_4b50 else {
      throw .damaged("\(name) is not where the directory says")
    }
    let start = local + 30 + reader.number(local + 26, 2) + reader.number(local + 28, 2)
    let end = start + reader.number(offset + 20, 4)
    guard end <= directory else { throw .damaged("\(name) is not where the directory says") }
    return Entry(
      name: name, isCompressed: method == 8, crc: UInt32(truncatingIfNeeded: reader.number(offset + 16, 4)),
      bytes: start..<end, size: reader.number(offset + 24, 4))
  }

  /// Nothing is ever unpacked to disk; but a name that means to leave its folder is no mistake.
  private static func check(name: String) throws(PackageReadingError) {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.contains(":"),
      name.unicodeScalars.allSatisfy({ $0.value >= 0x20 }),
      !name.split(separator: "/", omittingEmptySubsequences: false).contains(where: { $0 == ".." || $0 == "." })
    else { throw .unsafeName(name, .path) }
  }
}

/// Bytes as numbers, the least significant byte first.
private struct LittleEndian {
  let bytes: [UInt8]
  var count: Int { bytes.count }
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number in the `size` bytes at `offset`; 0 for what lies outside the file.
  func number(_ offset: Int, _ size: Int) -> Int {
    guard offset >= 0, offset + size <= bytes.count else { return 0 }
    var number = 0
    for index in (0..<size).reversed() { number = number << 8 | Int(bytes[offset + index]) }
    return number
  }
}
