internal import CLibXML2

/// Takes what libxml2 writes as it comes. A buffer of libxml2's own would have to be copied when it is full, and a large part
/// would then be in memory twice.
final class XMLOutput {
  private var bytes: [UInt8] = []

  /// A writer into this output; nil if there was no memory. It must not outlive the output.
  func textWriter() -> xmlTextWriterPtr? {
    let buffer = xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context, let bytes, count >= 0 else { return -1 }
        let output = Unmanaged<XMLOutput>.fromOpaque(context).takeUnretainedValue()
        output.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        return count
      }, { _ in 0 }, Unmanaged.passUnretained(self).toOpaque(), nil)
    guard let buffer else { return nil }
    guard let writer = xmlNewTextWriter(buffer) else {
      xmlOutputBufferClose(buffer)
      return nil
    }
    return writer
  }

  /// The bytes written so far, which are given away.
  func taken() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }
}
