internal import OpenPackaging

/// The chunks of a PNG, from its header to its end (PNG, third edition, 5.3 and 11).
struct PNGChunks {
  private(set) var size: (width: Int, height: Int)?
  private(set) var density: PixelDensity?
  /// Whether all chunks there must be are there, each with the checksum it states.
  private(set) var isWhole = false

  init(_ reader: HeaderBytes) {
    // The header chunk comes first and has 13 bytes (11.2.1).
    guard reader.number(8, 4) == 13, reader.has("IHDR", at: 12), reader.bytes.count >= 29 else { return }
    size = reader.pair(16, 20, count: 4)
    guard Self.isPossible(depth: reader.bytes[24], color: reader.bytes[25]),
      reader.bytes[26] == 0, reader.bytes[27] == 0, reader.bytes[28] <= 1
    else { return }
    let needsPalette = reader.bytes[25] == 3
    var hasPalette = false
    var hasData = false
    var offset = 8
    while let length = reader.number(offset, 4) {
      let data = offset + 8
      guard let stated = reader.number(data + length, 4),
        UInt32(stated) == Part.checksum(of: reader.bytes[(offset + 4)..<(data + length)])
      else { return }
      if reader.has("PLTE", at: offset + 4) {
        hasPalette = length > 0
      } else if reader.has("IDAT", at: offset + 4) {
        hasData = hasData || length > 0
      } else if reader.has("pHYs", at: offset + 4), length == 9, reader.number(data + 8, 1) == 1,
        let (x, y) = reader.pair(data, data + 4, count: 4)
      {
        density = PixelDensity(x, y, in: PixelDensity.metre)
      } else if reader.has("IEND", at: offset + 4) {
        isWhole = hasData && (hasPalette || !needsPalette)
        return
      }
      offset = data + length + 4
    }
  }

  /// Whether the standard knows that many bits for that kind of pixels (table 11.1).
  private static func isPossible(depth: UInt8, color: UInt8) -> Bool {
    switch color {
    case 0: [1, 2, 4, 8, 16].contains(depth)
    case 3: [1, 2, 4, 8].contains(depth)
    case 2, 4, 6: [8, 16].contains(depth)
    default: false
    }
  }
}
