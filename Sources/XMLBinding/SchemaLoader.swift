internal import CLibXML2
internal import Synchronization

/// Serves a schema's imports and includes from memory.
///
/// libxml2 asks one loader, the process's, for every file it wants. This one stands before it: on a thread that
/// is compiling a schema it knows only the given sources; on every other it hands on to the loader that was
/// there, so that other users of libxml2 in the process notice nothing.
enum SchemaLoader {
  /// The sources of the compilation that runs on this thread.
  @TaskLocal static var sources: [String: [UInt8]]?

  static func install() {
    let before = xmlGetExternalEntityLoader()
    previous.withLock { $0 = before }
    xmlSetExternalEntityLoader { url, id, context in
      guard let sources = SchemaLoader.sources else {
        return SchemaLoader.previous.withLock { $0 }?(url, id, context)
      }
      guard let url, let context, let bytes = sources[String(cString: url)] else { return nil }
      return bytes.withUnsafeBytes { buffer in
        // The buffer copies the bytes.
        guard
          let input = xmlParserInputBufferCreateMem(
            buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), XML_CHAR_ENCODING_NONE)
        else { return nil }
        guard let stream = xmlNewIOInputStream(context, input, XML_CHAR_ENCODING_NONE) else {
          xmlFreeParserInputBuffer(input)
          return nil
        }
        // So that remarks name it; freed with the stream.
        stream.pointee.filename = UnsafeRawPointer(xmlCharStrdup(url))?.assumingMemoryBound(to: CChar.self)
        return stream
      }
    }
  }

  private static let previous = Mutex<xmlExternalEntityLoader?>(nil)
}
