/// How much a stylesheet may use. What is beyond ends in an error with the place, never in a hang or an exhausted
/// machine. All of it is counted and nothing measured by a clock, so that the same work always has the same end.
public struct XSLTLimits: Sendable, Hashable {
  /// The bytes in use at a time, in documents, values and result together.
  public var memory: Int
  /// The instructions of the stylesheet, and, counted by themselves, the steps of its XPath expressions.
  public var operations: Int
  /// How many templates may be at work within each other.
  public var depth: Int

  /// Limits of the given values.
  public init(memory: Int = 256 << 20, operations: Int = 50_000_000, depth: Int = 1_500) {
    self.memory = max(memory, 1 << 20)
    self.operations = max(operations, 1)
    self.depth = min(max(depth, 1), 3_000)
  }
}
