/// The formats at hand, each with its writer. A value: add your own and hand it on.
public struct WriterRegistry: Sendable {
  private var writers: [any IssueWriter] = []
  /// A registry of the given writers.
  public init(_ writers: [any IssueWriter] = []) {
    for writer in writers { register(writer) }
  }

  /// Adds a writer; it replaces one of the same format.
  public mutating func register(_ writer: some IssueWriter) {
    let id = writer.format.id
    writers.removeAll { $0.format.id == id }
    writers.append(writer)
  }

  /// Puts a writer in the place of the one of the same format; adds it if there is none.
  public mutating func replace(_ writer: some IssueWriter) {
    let id = writer.format.id
    guard let index = writers.firstIndex(where: { $0.format.id == id }) else { return register(writer) }
    writers[index] = writer
  }

  /// The formats, in the order they were added.
  public var formats: [Format] { writers.map { $0.format } }

  /// The writer of the format called `id`; nil if there is none.
  public func writer(for id: String) -> (any IssueWriter)? {
    writers.first { $0.format.id == id }
  }
}
