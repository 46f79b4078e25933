/// The blocks of a GIF, from its header to its trailer (GIF 89a, appendix A and B).
struct GIFBlocks {
  private(set) var size: (width: Int, height: Int)?
  /// Whether a picture is among the blocks, and the trailer behind them.
  private(set) var isWhole = false

  init(_ reader: HeaderBytes) {
    size = reader.pair(6, 8, count: 2, littleEndian: true)
    guard let flags = reader.number(10, 1) else { return }
    var offset = 13 + Self.paletteLength(flags)
    var hasPicture = false
    while let kind = reader.number(offset, 1) {
      switch kind {
      case 0x21:  // an extension: its label, then its data
        guard let end = Self.endOfData(reader, from: offset + 2) else { return }
        offset = end
      case 0x2C:  // a picture: place and size, palette, size of codes, data
        guard let flags = reader.number(offset + 9, 1) else { return }
        let data = offset + 10 + Self.paletteLength(flags)
        guard let bits = reader.number(data, 1), (1...11).contains(bits),
          let end = Self.endOfData(reader, from: data + 1), end > data + 2
        else { return }
        hasPicture = true
        offset = end
      case 0x3B:
        isWhole = hasPicture
        return
      default: return
      }
    }
  }

  private static func paletteLength(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }

  /// The place behind data that stand in pieces, each with its length before it; nil where they break off.
  private static func endOfData(_ reader: HeaderBytes, from start: Int) -> Int? {
    var offset = start
    while let length = reader.number(offset, 1) {
      offset += 1 + length
      if length == 0 { return offset }
    }
    return nil
  }
}
