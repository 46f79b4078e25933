internal import CICUBridge

/// A converter of ICU between bytes and UTF-16. It belongs to one caller; open one for each task.
struct Converter: ~Copyable {
  private let handle: OpaquePointer

  /// Opens the converter (`ucnv_open`); nil if ICU was built without it.
  init?(_ encoding: TextEncoding) {
    guard let handle = cicu_converter_open(encoding.converter) else { return nil }
    self.handle = handle
  }

  deinit { cicu_converter_close(handle) }

  /// The UTF-16 of `bytes` up to the first malformed sequence, and the offset of that (`ucnv_toUnicode`).
  func decode(_ bytes: ArraySlice<UInt8>) -> (units: [UInt16], malformedOffset: Int?) {
    var offset: Int?
    // No encoding here makes more units than it has bytes.
    let units = [UInt16](unsafeUninitializedCapacity: bytes.count + 16) { buffer, count in
      bytes.withUnsafeBytes { source in
        guard let base = source.baseAddress, let target = buffer.baseAddress else { return }
        let result = cicu_decode(
          handle, base.assumingMemoryBound(to: CChar.self), Int64(source.count), target, Int64(buffer.count))
        count = Int(result.written)
        if result.bad > 0 || result.failed { offset = max(0, Int(result.read) - Int(result.bad)) }
      }
    }
    return (units, offset)
  }

  /// The bytes of `units`, and where in `units` characters stand that the encoding lacks (`ucnv_fromUnicode`).
  func encode(_ units: [UInt16]) -> (bytes: [UInt8], missing: [Range<Int>]) {
    var missing: [Range<Int>] = []
    // GB 18030 needs most: four bytes for a unit.
    let bytes = [UInt8](unsafeUninitializedCapacity: units.count * 4 + 16) { buffer, count in
      units.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress, let target = buffer.baseAddress else { return }
        var read = 0
        while read < source.count {
          let result = target.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
            cicu_encode(handle, base + read, Int64(source.count - read), $0 + count, Int64(buffer.count - count))
          }
          count += Int(result.written)
          read += Int(result.read)
          guard result.bad > 0 || result.failed else { break }
          missing.append(max(0, read - Int(result.bad))..<read)
          if result.failed || result.read == 0 { break }
        }
      }
    }
    return (bytes, missing)
  }
}
