import OpenPackaging
import TestSupport
import Testing

@Suite("Packages that are read")
struct PackageReaderTests {
  /// An entry of a ZIP file made for a test, right unless a field says otherwise.
  struct Entry {
    var name: String
    var content: [UInt8] = Array("<a/>".utf8)
    var flags: UInt16 = 0
    var method: UInt16 = 0
    var size: UInt32?
    var crc: UInt32 = 0
    /// Where the directory says it is; nil for where it is.
    var offset: UInt32?
  }

  func zip(_ entries: [Entry]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    func put(_ value: some FixedWidthInteger, _ bytes: inout [UInt8]) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    for entry in entries {
      let offset = entry.offset ?? UInt32(file.count)
      var common: [UInt8] = []
      for field in [20, entry.flags, entry.method, 0, 0x21] as [UInt16] { put(field, &common) }
      put(entry.crc, &common)
      put(UInt32(entry.content.count), &common)
      put(entry.size ?? UInt32(entry.content.count), &common)
      put(UInt16(entry.name.utf8.count), &common)
      put(UInt16(0), &common)
      put(UInt32(0x0403_4b50), &file)
      file += common + Array(entry.name.utf8) + entry.content
      put(UInt32(0x0201_4b50), &directory)
      put(UInt16(20), &directory)
      directory += common + [UInt8](repeating: 0, count: 10)
      put(offset, &directory)
      directory += Array(entry.name.utf8)
    }
    let start = UInt32(file.count)
    file += directory
    put(UInt32(0x0605_4b50), &file)
    put(UInt32(0), &file)
    put(UInt16(entries.count), &file)
    put(UInt16(entries.count), &file)
    put(UInt32(directory.count), &file)
    put(start, &file)
    put(UInt16(0), &file)
    return file
  }

  func fault(_ bytes: [UInt8], _ limits: PackageLimits = PackageLimits()) -> PackageReadingError? {
    do throws(PackageReadingError) {
      let reader = try PackageReader(bytes, limits: limits)
      for name in reader.names { _ = try reader.content(of: name) }
      return nil
    } catch { return error }
  }

  @Test("What was written is read back, whatever its size")
  func roundTrip() throws {
    var package = Package()
    var random = SeededRandom(seed: 1)
    for size in [0, 1, 2, 100, 70_000] {
      package.add(
        Part(
          PartName(rawValue: "/a/\(size).bin"), contentType: "application/octet-stream",
          content: (0..<size).map { _ in UInt8(random.number(0...3)) }))
    }
    package.relationships.add(.officeDocument, target: "a/100.bin")
    package.relationships.add(.officeDocument, target: "https://example.org/", external: true)
    let reader = try PackageReader(try package.bytes())
    for part in package.parts { #expect(try reader.content(of: part.name) == part.content) }
    #expect(try reader.content(of: "/A/100.BIN")?.count == 100)
    #expect(try reader.content(of: "/b.bin") == nil)
    #expect(try reader.targets(of: .officeDocument) == ["/a/100.bin"])
    #expect(try reader.targets(of: .officeDocument, from: "/a/100.bin").isEmpty)
  }

  @Test("A file made for these tests is read, so that its faults are what is refused")
  func sound() throws {
    let bytes = zip([Entry(name: "a.xml", content: [], crc: 0), Entry(name: "folder/", content: [])])
    #expect(fault(bytes) == nil)
    #expect(try PackageReader(bytes).names == ["/a.xml"])
  }

  @Test(
    "A part whose name leads out of the package is refused",
    arguments: ["../a.xml", "a/../../b.xml", "/etc/hosts", "a\\b.xml", "C:a.xml", "a/./b.xml", "", "a\u{0}.xml"])
  func unsafeNames(_ name: String) {
    #expect(fault(zip([Entry(name: name, content: [])])) == .unsafeName(name, .path))
  }

  @Test("Two parts of one name are refused, also if they differ in case")
  func twice() {
    let names = zip([Entry(name: "a/b.xml", content: []), Entry(name: "A/B.xml", content: [])])
    #expect(fault(names) == .unsafeName("A/B.xml", .twice))
  }

  @Test("A part that would be too large is refused before it is decompressed")
  func limits() {
    let limits = PackageLimits(
      fileBytes: 10_000, parts: 2, partBytes: 2_000, totalBytes: 3_000, ratio: 10, smallPart: 500)
    let small = Entry(name: "a", content: [0], method: 8, size: 500)
    func reason(_ entries: [Entry]) -> PackageReadingError? { fault(zip(entries), limits) }
    #expect(reason([Entry(name: "a", content: [0], method: 8, size: 501)]) == .tooLarge(.ratio("a"), limit: 10))
    #expect(reason([Entry(name: "a", content: [0], method: 8, size: 2_001)]) == .tooLarge(.part("a"), limit: 2_000))
    #expect(reason([small, Entry(name: "b"), Entry(name: "c")]) == .tooLarge(.parts, limit: 2))
    let half = [UInt8](repeating: 0, count: 1_600)
    #expect(
      reason([Entry(name: "a", content: half), Entry(name: "b", content: half)]) == .tooLarge(.total, limit: 3_000))
    #expect(fault([UInt8](repeating: 0, count: 10_001), limits) == .tooLarge(.file, limit: 10_000))
    // One that lies about its size gets no more memory than it declared.
    #expect(reason([small]) == .damaged("a cannot be decompressed"))
  }

  @Test("Parts that share bytes, the trick of bombs of many parts, are refused")
  func overlap() {
    let bytes = zip([Entry(name: "a", offset: 0), Entry(name: "b", offset: 0)])
    #expect(fault(bytes) == .damaged("two entries share bytes"))
  }

  @Test("Encryption, foreign compression and wrong check sums are told apart")
  func unreadable() {
    #expect(fault(zip([Entry(name: "a", flags: 1)])) == .encrypted)
    #expect(fault(zip([Entry(name: "a", method: 14)])) == .unsupported("compression method 14"))
    #expect(fault(zip([Entry(name: "a", crc: 7)])) == .damaged("a has a wrong check sum"))
    #expect(fault(zip([Entry(name: "a", size: 5)])) == .damaged("a is not of the size it declares"))
    #expect(fault(Array("no ZIP at all".utf8)) == .noZip)
    #expect(fault([]) == .noZip)
  }

  @Test("A file cut off anywhere is refused", arguments: 0..<40)
  func truncated(_ tenth: Int) throws {
    let bytes = zip([Entry(name: "a", content: [], crc: 0), Entry(name: "b", content: [], crc: 0)])
    #expect(fault(Array(bytes.prefix(bytes.count * tenth / 40))) != nil)
  }

  @Test("A changed byte is refused or does no harm", arguments: 0..<300)
  func changed(_ seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var package = Package()
    let content = (0..<400).map { _ in UInt8(random.number(0...9)) }
    package.add(Part("/a.bin", contentType: "application/octet-stream", content: content))
    var bytes = try package.bytes()
    let index = random.number(0...bytes.count - 1)
    bytes[index] ^= UInt8(1 << random.number(0...7))
    // Whatever the byte was for: what is read under the name is what was written, or nothing is.
    if let read = try? PackageReader(bytes).content(of: "/a.bin") { #expect(read == content) }
  }
}
