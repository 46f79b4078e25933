/// The segments of a JPEG, from its first mark to its last (ITU-T T.81, B.1.1 and B.2).
struct JPEGSegments {
  private(set) var size: (width: Int, height: Int)?
  private(set) var orientation = Orientation.upright
  /// What the file states; JFIF before Exif, as the data of the former stand for the file as it is.
  private(set) var density: PixelDensity?
  /// Whether data of the picture follow the frame header, and the mark of the end them.
  private(set) var isWhole = false

  init(_ reader: HeaderBytes) {
    var offset = 2
    var hasData = false
    var exif: ExifDirectory?
    defer {
      orientation = exif?.orientation ?? orientation
      density = density ?? exif?.density
    }
    while reader.number(offset, 1) == 0xFF, let marker = reader.number(offset + 1, 1) {
      switch marker {
      case 0xFF: offset += 1  // filling
      case 0x01, 0xD0...0xD8: offset += 2  // marks without a segment
      case 0xD9:
        // What some cameras put behind the end, such as a smaller picture, is none of ours.
        isWhole = size != nil && hasData
        return
      default:
        guard let length = reader.number(offset + 2, 2), length >= 2, offset + 2 + length <= reader.bytes.count else {
          // The size may still be told, for a message that helps.
          if Self.isFrame(marker), size == nil { size = reader.pair(offset + 7, offset + 5, count: 2) }
          return
        }
        let end = offset + 2 + length
        if Self.isFrame(marker) {
          if size == nil, length >= 8 { size = reader.pair(offset + 7, offset + 5, count: 2) }
        } else if marker == 0xE0, length >= 12, reader.has("JFIF\0", at: offset + 4) {
          density = Self.density(reader, at: offset + 11)
        } else if marker == 0xE1, reader.has("Exif\0\0", at: offset + 4) {
          exif = exif ?? ExifDirectory(reader, tiff: offset + 10, end: end)
        }
        offset = end
        guard marker == 0xDA else { continue }
        let data = Self.endOfData(reader.bytes, from: end)
        hasData = hasData || data > end
        offset = data
      }
    }
  }

  /// Whether the segment begins a frame and so has its size.
  private static func isFrame(_ marker: Int) -> Bool {
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
  }

  /// Where the data of a scan end: at the next mark that is no restart, `FF 00` being a byte of the data.
  private static func endOfData(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while let found = bytes[offset...].firstIndex(of: 0xFF), found + 1 < bytes.count {
      switch bytes[found + 1] {
      case 0x00, 0xD0...0xD7: offset = found + 2
      case 0xFF: offset = found + 1
      default: return found
      }
    }
    return bytes.count
  }

  /// The density in a JFIF segment (JFIF 1.02): its unit and two numbers.
  private static func density(_ reader: HeaderBytes, at offset: Int) -> PixelDensity? {
    guard let unit = reader.number(offset, 1), let (x, y) = reader.pair(offset + 1, offset + 3, count: 2) else {
      return nil
    }
    switch unit {
    case 1: return PixelDensity(x, y, in: PixelDensity.inch)
    case 2: return PixelDensity(x, y, in: PixelDensity.centimetre)
    // Only the shape of a pixel.
    default: return nil
    }
  }
}

/// The first directory of Exif data (TIFF 6.0, section 2): how to turn the picture, and how large it is.
struct ExifDirectory {
  private(set) var orientation: Orientation?
  private(set) var density: PixelDensity?

  /// The directory of the data at `tiff`, which end before `end`; nil where there is none.
  init?(_ reader: HeaderBytes, tiff: Int, end: Int) {
    let little = reader.has("II", at: tiff)
    guard little || reader.has("MM", at: tiff) else { return nil }
    func number(_ offset: Int, _ count: Int) -> Int? {
      offset + count <= end ? reader.number(offset, count, littleEndian: little) : nil
    }
    guard number(tiff + 2, 2) == 42, let first = number(tiff + 4, 4), let count = number(tiff + first, 2) else {
      return nil
    }
    var resolution: (x: Int?, y: Int?)
    var unit = 2
    for index in 0..<count {
      let entry = tiff + first + 2 + index * 12
      guard let tag = number(entry, 2) else { break }
      switch (tag, number(entry + 2, 2)) {
      // One short number (type 3) stands in the entry itself, a fraction (type 5) elsewhere.
      case (0x0112, 3): orientation = number(entry + 8, 2).flatMap(Orientation.init)
      case (0x0128, 3): unit = number(entry + 8, 2) ?? unit
      case (0x011A, 5), (0x011B, 5):
        guard let place = number(entry + 8, 4), let above = number(tiff + place, 4),
          let below = number(tiff + place + 4, 4), below > 0
        else { continue }
        if tag == 0x011A { resolution.x = above / below } else { resolution.y = above / below }
      default: continue
      }
    }
    guard let x = resolution.x, let y = resolution.y, unit == 2 || unit == 3 else { return }
    density = PixelDensity(x, y, in: unit == 3 ? PixelDensity.centimetre : PixelDensity.inch)
  }
}
