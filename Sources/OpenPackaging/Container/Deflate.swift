internal import CLibDeflate

/// Compresses by DEFLATE (RFC 1951) with libdeflate. This file is the binding: nothing else imports it.
struct Deflate: ~Copyable {
  private let compressor: OpaquePointer?

  /// A compressor of `level` 1 (fast) to 12 (small).
  init(level: Int32) { compressor = libdeflate_alloc_compressor(level) }

  deinit { if let compressor { libdeflate_free_compressor(compressor) } }

  /// Whether there was memory for it (`libdeflate_alloc_compressor`).
  var isReady: Bool { compressor != nil }

  /// Appends `bytes` in compressed form to `output`, if that is shorter (`libdeflate_deflate_compress`).
  /// - Returns: the number of bytes appended, or nil if they would not be fewer than `bytes`.
  func append(_ bytes: [UInt8], to output: inout [UInt8]) -> Int? {
    guard let compressor, bytes.count > 1 else { return nil }
    // One byte less than the input: what does not fit is not worth compressing. A place of its own, of which only the
    // pages that are written take memory; to grow the output by as much would take three times the input.
    let compressed = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { out, count in
      count = bytes.withUnsafeBytes { input in
        libdeflate_deflate_compress(compressor, input.baseAddress, input.count, out.baseAddress, bytes.count - 1)
      }
    }
    output.append(contentsOf: compressed)
    return compressed.isEmpty ? nil : compressed.count
  }

  /// The check sum of `bytes` as ZIP files hold it (`libdeflate_crc32`).
  static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
