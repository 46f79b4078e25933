internal import CLibDeflate

/// Decompresses DEFLATE (RFC 1951) with libdeflate, beside ``Deflate`` the only binding to it.
enum Inflate {
  /// The `count` bytes that `bytes` hold in compressed form (`libdeflate_deflate_decompress`). Never takes more
  /// memory than that.
  /// - Returns: nil if `bytes` are no such stream or hold another number of bytes.
  static func inflate(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var isWhole = false
    let output = [UInt8](unsafeUninitializedCapacity: count) { out, initialized in
      let result = bytes.withUnsafeBytes { input in
        // A null pointer for the number of bytes made means: exactly as many as there is room for.
        libdeflate_deflate_decompress(decompressor, input.baseAddress, input.count, out.baseAddress, count, nil)
      }
      isWhole = result == LIBDEFLATE_SUCCESS
      initialized = isWhole ? count : 0
    }
    return isWhole ? output : nil
  }
}
