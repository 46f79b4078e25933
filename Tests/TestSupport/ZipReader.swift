/// Reads ZIP files for tests, by its own code from the format's description, so that it does not share the
/// mistakes of the writer: it walks the central directory and inflates (RFC 1951).
public struct ZipReader: Sendable {
  /// One entry.
  public struct Entry: Sendable {
    /// Its name.
    public var name: String
    /// Its content, inflated.
    public var content: [UInt8]
    /// 0 for stored, 8 for deflated.
    public var method: Int
    /// The general purpose flags.
    public var flags: Int
    /// Date and time in the form of MS-DOS.
    public var dosDate: Int
    /// The length of the extra field of the local header.
    public var extraLength: Int
    /// The check sum the directory gives.
    public var crc: UInt32
    /// The content as text.
    public var text: String { String(decoding: content, as: UTF8.self) }
  }
  /// A file that is none, or damaged.
  public struct Damaged: Error, CustomStringConvertible {
    /// What is wrong.
    public var description: String
  }

  /// The entries in the order of the directory.
  public let entries: [Entry]

  /// The text of the entry called `name`; nil if there is none.
  public func text(_ name: String) -> String? { entries.first { $0.name == name }?.text }

  /// Reads `bytes`.
  public init(_ bytes: [UInt8]) throws {
    func number(_ offset: Int, _ count: Int) throws -> Int {
      guard offset >= 0, offset + count <= bytes.count else { throw Damaged(description: "cut off at \(offset)") }
      return (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    guard try number(end, 4) == 0x0605_4b50 else { throw Damaged(description: "no end record") }
    var offset = try number(end + 16, 4)
    guard try offset + number(end + 12, 4) == end else { throw Damaged(description: "directory of wrong size") }
    var entries: [Entry] = []
    for _ in 0..<(try number(end + 10, 2)) {
      guard try number(offset, 4) == 0x0201_4b50 else { throw Damaged(description: "no directory entry") }
      let nameLength = try number(offset + 28, 2)
      let name = String(decoding: bytes[offset + 46..<offset + 46 + nameLength], as: UTF8.self)
      let local = try number(offset + 42, 4)
      guard try number(local, 4) == 0x0403_4b50 else { throw Damaged(description: "no local header of \(name)") }
      for field in [(6, 2), (8, 2), (10, 4), (14, 4), (18, 4), (22, 4), (26, 2)] {
        guard try number(local + field.0, field.1) == number(offset + field.0 + 2, field.1) else {
          throw Damaged(description: "header and directory differ for \(name)")
        }
      }
      let extra = try number(local + 28, 2)
      let start = local + 30 + nameLength + extra
      let packed = Array(bytes[start..<start + (try number(offset + 20, 4))])
      let method = try number(offset + 10, 2)
      var inflate = Inflate(packed)
      let content = try method == 0 ? packed : inflate.all()
      guard content.count == (try number(offset + 24, 4)) else {
        throw Damaged(description: "\(name) has \(content.count) bytes")
      }
      let crc = UInt32(try number(offset + 16, 4))
      guard Self.crc32(content) == crc else { throw Damaged(description: "wrong check sum of \(name)") }
      entries.append(
        Entry(
          name: name, content: content, method: method, flags: try number(offset + 8, 2),
          dosDate: try number(offset + 12, 4), extraLength: extra, crc: crc))
      offset += 46 + nameLength + (try number(offset + 30, 2)) + (try number(offset + 32, 2))
    }
    self.entries = entries
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { crc, byte in crc >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] }
  }

  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
}

/// Inflates a DEFLATE stream, slowly and plainly.
private struct Inflate {
  let bytes: [UInt8]
  var bit = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func take(_ count: Int) throws -> Int {
    var value = 0
    for index in 0..<count {
      guard bit / 8 < bytes.count else { throw ZipReader.Damaged(description: "stream cut off") }
      value |= Int(bytes[bit / 8] >> UInt8(bit % 8) & 1) << index
      bit += 1
    }
    return value
  }

  /// A Huffman code: how many codes there are of each length, and the symbols in order of their codes.
  struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []
    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      for length in 1..<16 { symbols += lengths.indices.filter { lengths[$0] == length } }
    }
  }

  mutating func symbol(_ code: Code) throws -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1..<16 {
      value |= try take(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw ZipReader.Damaged(description: "unknown code")
  }

  mutating func all() throws -> [UInt8] {
    var output: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0:
        bit = (bit + 7) / 8 * 8
        let count = try take(16)
        _ = try take(16)
        for _ in 0..<count { output.append(UInt8(try take(8))) }
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        try block(&output, Code(lengths), Code([Int](repeating: 5, count: 30)))
      case 2:
        let literals = try take(5) + 257
        let distances = try take(5) + 1
        var lengths = [Int](repeating: 0, count: 19)
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        for index in 0..<(try take(4) + 4) { lengths[order[index]] = try take(3) }
        let code = Code(lengths)
        var all: [Int] = []
        while all.count < literals + distances {
          switch try symbol(code) {
          case 16: all += [Int](repeating: all.last ?? 0, count: try take(2) + 3)
          case 17: all += [Int](repeating: 0, count: try take(3) + 3)
          case 18: all += [Int](repeating: 0, count: try take(7) + 11)
          case let length: all.append(length)
          }
        }
        try block(&output, Code(Array(all[..<literals])), Code(Array(all[literals...])))
      default: throw ZipReader.Damaged(description: "unknown block")
      }
    }
    return output
  }

  private mutating func block(_ output: inout [UInt8], _ literals: Code, _ distances: Code) throws {
    let bases = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]
    let extras = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      guard symbol - 257 < bases.count else { throw ZipReader.Damaged(description: "unknown length") }
      let length = bases[symbol - 257] + (try take(extras[symbol - 257]))
      let code = try self.symbol(distances)
      let extra = max(0, code / 2 - 1)
      let base = code < 2 ? code + 1 : (2 + code % 2) << extra + 1
      let distance = base + (try take(extra))
      guard distance <= output.count else { throw ZipReader.Damaged(description: "distance before the start") }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}
