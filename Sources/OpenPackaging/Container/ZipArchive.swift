/// Writes a ZIP file (PKWARE APPNOTE 6.3, the subset that ECMA-376 Part 2, Annex B allows): local headers
/// with sizes, no data descriptors, no extra fields, no ZIP64, every date 1980-01-01 00:00.
struct ZipArchive: ~Copyable {
  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private let deflate = Deflate(level: 6)

  /// Version 2.0 of the format: folders and DEFLATE.
  private static let version: UInt16 = 20
  /// 1980-01-01, the first day the format knows.
  private static let date: UInt16 = 0x21

  /// Adds an entry, compressed if that makes it smaller.
  mutating func add(_ name: String, _ bytes: [UInt8]) throws(PackagingError) {
    guard deflate.isReady else { throw .outOfMemory }
    let nameBytes = Array(name.utf8)
    guard output.count + bytes.count + nameBytes.count + 64 < UInt32.max, nameBytes.count <= UInt16.max,
      count < UInt16.max
    else { throw .tooLarge }
    let offset = output.count
    let crc = Deflate.crc32(bytes[...])
    // The header needs the size before the data is there: leave a place, fill it afterwards.
    let headerSize = 30 + nameBytes.count
    output.append(contentsOf: repeatElement(0, count: headerSize))
    var method: UInt16 = 8
    var size = bytes.count
    if let compressed = deflate.append(bytes, to: &output) {
      size = compressed
    } else {
      method = 0
      output.append(contentsOf: bytes)
    }

    var common: [UInt8] = []
    common.little(Self.version)
    // Bit 11: the name is UTF-8.
    common.little(UInt16(nameBytes.allSatisfy { $0 < 0x80 } ? 0 : 0x800))
    common.little(method)
    common.little(UInt16(0))
    common.little(Self.date)
    common.little(crc)
    common.little(UInt32(size))
    common.little(UInt32(bytes.count))
    common.little(UInt16(nameBytes.count))
    common.little(UInt16(0))

    var header: [UInt8] = []
    header.little(UInt32(0x0403_4b50))
    header += common
    header += nameBytes
    output.replaceSubrange(offset..<offset + headerSize, with: header)

    directory.little(UInt32(0x0201_4b50))
    directory.little(Self.version)
    directory += common
    // Comment, disk, internal and external attributes: none.
    directory.append(contentsOf: repeatElement(0, count: 10))
    directory.little(UInt32(offset))
    directory += nameBytes
    count += 1
  }

  /// The whole file.
  consuming func finish() throws(PackagingError) -> [UInt8] {
    guard output.count + directory.count < UInt32.max else { throw .tooLarge }
    let offset = output.count
    output += directory
    output.little(UInt32(0x0605_4b50))
    output.little(UInt32(0))
    output.little(UInt16(count))
    output.little(UInt16(count))
    output.little(UInt32(directory.count))
    output.little(UInt32(offset))
    output.little(UInt16(0))
    return output
  }
}

extension [UInt8] {
  fileprivate mutating func little(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
