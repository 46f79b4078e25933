/// The first and the last scalar of a text, asked of nearly every line: the standard library has them under the same names,
/// but makes and checks an index for each.
extension String.UnicodeScalarView {
  /// The first scalar; nil for empty text.
  var first: Unicode.Scalar? {
    String(self).utf8.withContiguousStorageIfAvailable(SimpleText.firstScalar) ?? dropFirst(0).first
  }

  /// The last scalar; nil for empty text.
  var last: Unicode.Scalar? {
    String(self).utf8.withContiguousStorageIfAvailable(SimpleText.lastScalar) ?? dropFirst(0).last
  }
}

extension SimpleText {
  fileprivate static func firstScalar(_ bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    bytes.isEmpty ? nil : scalar(bytes, at: 0).scalar
  }

  fileprivate static func lastScalar(_ bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard !bytes.isEmpty else { return nil }
    var start = bytes.count &- 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start &-= 1 }
    return scalar(bytes, at: start).scalar
  }
}
