/// Picture files for tests, whole and of one colour or a pattern: any program shows them.
///
/// Those of a measure that no memory holds have the data of one line.
public enum TinyPictures {
  /// How densely the pixels of a picture stand, as its file says it.
  public struct Density: Sendable {
    /// The code of the unit.
    public var unit: Int
    /// Pixels to the unit, side by side.
    public var across: Int
    /// Pixels to the unit, one below the other.
    public var down: Int
    /// A density of the given numbers.
    public init(unit: Int, across: Int, down: Int) { (self.unit, self.across, self.down) = (unit, across, down) }
  }

  /// A PNG of that size: fine stripes of black and white.
  /// - Parameter density: For the `pHYs` chunk; nil for none.
  public static func png(_ width: Int, _ height: Int, density: Density? = nil) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    bytes += chunk("IHDR", big(width, 4) + big(height, 4) + [1, 0, 0, 0, 0])
    if let density { bytes += chunk("pHYs", big(density.across, 4) + big(density.down, 4) + [UInt8(density.unit)]) }
    let line = [0] + [UInt8](repeating: 0xAA, count: (min(width, 1 << 20) + 7) / 8)
    bytes += chunk("IDAT", zlib((0..<lines(width, height)).flatMap { _ in line }))
    return bytes + chunk("IEND", [])
  }

  /// A GIF of that size, of one colour.
  public static func gif(_ width: Int, _ height: Int) -> [UInt8] {
    var bytes = Array("GIF89a".utf8) + big(width, 2).reversed() + big(height, 2).reversed() + [0x81, 0, 0]
    bytes += [0, 0, 0, 255, 255, 255, 200, 0, 0, 0, 0, 200]
    bytes += [0x2C, 0, 0, 0, 0] + big(width, 2).reversed() + big(height, 2).reversed() + [0, 2]
    // Codes of three bits; begun anew before they would grow.
    var data: [UInt8] = []
    var (bits, count) = (0, 0)
    func add(_ code: Int) {
      bits |= code << count
      count += 3
      while count >= 8 {
        data.append(UInt8(bits & 0xFF))
        (bits, count) = (bits >> 8, count - 8)
      }
    }
    for pixel in 0..<min(width, 1 << 20) * lines(width, height) {
      if pixel % 2 == 0 { add(4) }
      add(2)
    }
    add(5)
    if count > 0 { data.append(UInt8(bits & 0xFF)) }
    for start in stride(from: 0, to: data.count, by: 255) {
      let piece = data[start..<min(start + 255, data.count)]
      bytes += [UInt8(piece.count)] + piece
    }
    return bytes + [0, 0x3B]
  }

  /// A JPEG of that size, grey.
  /// - Parameters:
  ///   - orientation: What its Exif data says; nil for none.
  ///   - littleEndian: Whether the Exif data has the lower byte of a number first.
  ///   - density: For the JFIF segment; nil for no such segment.
  ///   - exifDensity: For the Exif data; nil for none.
  public static func jpeg(
    _ width: Int, _ height: Int, orientation: Int? = nil, littleEndian: Bool = false, density: Density? = nil,
    exifDensity: Density? = nil
  ) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    if let density {
      bytes += segment(
        0xE0,
        Array("JFIF\0".utf8) + [1, 2, UInt8(density.unit)] + big(density.across, 2) + big(density.down, 2) + [0, 0])
    } else {
      bytes += segment(0xE0, [1, 2])
    }
    if orientation != nil || exifDensity != nil {
      bytes += segment(0xE1, exif(width, orientation, exifDensity, littleEndian))
    }
    bytes += segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
    bytes += [0xFF] + segment(0xC0, [8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0])
    // One code for either table: no change, and nothing more in the block.
    for table: UInt8 in [0x00, 0x10] {
      bytes += segment(0xC4, [table, 1] + [UInt8](repeating: 0, count: 15) + [0])
    }
    bytes += segment(0xDA, [1, 1, 0, 0, 63, 0])
    let blocks = (min(width, 1 << 20) + 7) / 8 * ((lines(width, height) + 7) / 8)
    bytes += [UInt8](repeating: 0, count: blocks / 4)
    // What is left of the last byte is filled with ones.
    if blocks % 4 > 0 { bytes.append(0xFF >> UInt8(blocks % 4 * 2)) }
    return bytes + [0xFF, 0xD9]
  }

  // MARK: Parts

  /// How many lines have data.
  private static func lines(_ width: Int, _ height: Int) -> Int { width * height > 1 << 22 ? min(height, 1) : height }

  private static func exif(
    _ width: Int, _ orientation: Int?, _ density: Density?, _ littleEndian: Bool
  ) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      littleEndian ? big(value, count).reversed() : big(value, count)
    }
    func short(_ tag: Int, _ value: Int) -> [UInt8] {
      number(tag, 2) + number(3, 2) + number(1, 4) + number(value, 2) + [0, 0]
    }
    var entries = [short(0x0100, width)]
    if let orientation { entries.append(short(0x0112, orientation)) }
    var fractions: [UInt8] = []
    if let density {
      let data = 8 + 2 + (entries.count + 3) * 12 + 4
      for (index, (tag, value)) in [(0x011A, density.across), (0x011B, density.down)].enumerated() {
        entries.append(number(tag, 2) + number(5, 2) + number(1, 4) + number(data + index * 8, 4))
        fractions += number(value * 10, 4) + number(10, 4)
      }
      entries.append(short(0x0128, density.unit))
    }
    return Array("Exif\0\0".utf8) + Array((littleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
      + number(entries.count, 2) + entries.flatMap { $0 } + number(0, 4) + fractions
  }

  private static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(data.count + 2, 2) + data
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(name.utf8) + data
    var sum = UInt32.max
    for byte in content {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }
    return big(data.count, 4) + content + big(Int(~sum), 4)
  }

  /// `data` as a zlib stream that compresses nothing (RFC 1950 and 1951, 3.2.4).
  private static func zlib(_ data: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let end = min(start + 0xFFFF, data.count)
      let length = big(end - start, 2).reversed()
      stream += [end == data.count ? 1 : 0] + length + length.map { ~$0 } + data[start..<end]
      start = end
    } while start < data.count
    var (low, high) = (1, 0)
    for byte in data {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return stream + big(high, 2) + big(low, 2)
  }

  private static func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
