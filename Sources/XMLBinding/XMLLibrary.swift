internal import CLibXML2

/// The library itself, started once a process. `xmlCleanupParser` is never called: other code in the process
/// may use libxml2 too.
enum XMLLibrary {
  private static let started: Void = {
    xmlInitParser()
    // Otherwise the first schema compiled would do it, without a lock.
    xmlSchemaInitTypes()
    SchemaLoader.install()
  }()

  /// Makes libxml2 ready for use from any task (`xmlInitParser`).
  static func start() { _ = started }
}
