/// Picture files for tests, made of their headers: enough for a program that reads no more than those.
public enum TinyPictures {
  /// A PNG of that size, without any image data.
  public static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + big(width, 4) + big(height, 4)
      + [8, 2, 0, 0, 0, 0, 0, 0, 0]
  }

  /// A GIF of that size, without any image data.
  public static func gif(_ width: Int, _ height: Int) -> [UInt8] {
    Array("GIF89a".utf8) + big(width, 2).reversed() + big(height, 2).reversed()
  }

  /// A JPEG of that size, without any image data.
  /// - Parameter orientation: What its Exif data says; nil for none.
  public static func jpeg(
    _ width: Int, _ height: Int, orientation: Int? = nil, littleEndian: Bool = false
  ) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]
    if let orientation {
      func number(_ value: Int, _ count: Int) -> [UInt8] {
        littleEndian ? big(value, count).reversed() : big(value, count)
      }
      var exif = Array("Exif\0\0".utf8) + Array((littleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
      exif += number(2, 2)
      exif += number(0x0100, 2) + number(3, 2) + number(1, 4) + number(width, 2) + [0, 0]
      exif += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
      exif += number(0, 4)
      bytes += [0xFF, 0xE1] + big(exif.count + 2, 2) + exif
    }
    return bytes + [0xFF, 0xFF, 0xC0, 0, 11, 8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0] + [0xFF, 0xD9]
  }

  private static func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
