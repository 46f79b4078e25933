/// How large a document may be. What is beyond ends in an error with the place, never in a crash or a hang.
public struct XMLLimits: Sendable, Hashable {
  /// The largest number of bytes; at most 2,147,483,647, which is libxml2's own limit.
  public var bytes: Int
  /// The largest number of elements within each other; at most 2,048, which is libxml2's own limit.
  public var depth: Int

  /// Limits of the given values; what libxml2 could not hold is cut to what it can.
  public init(bytes: Int = 64 << 20, depth: Int = 1_000) {
    self.bytes = min(max(bytes, 0), Int(Int32.max))
    self.depth = min(max(depth, 1), 2_048)
  }
}
