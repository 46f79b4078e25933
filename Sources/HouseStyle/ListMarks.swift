/// The marks before the items of lists, by depth: the first for an outermost list, the last for all that lie
/// deeper than there are marks.
public struct ListMarks: Sendable, Hashable {
  /// How the number of an item is written.
  public struct Number: Sendable, Hashable {
    /// The kinds of digits.
    public enum Digits: String, Sendable, Hashable {
      /// 1, 2, 3.
      case decimal
      /// 一, 二, 三.
      case chinese
      /// ①, ②, ③.
      case circled
      /// a, b, c.
      case letters
      /// i, ii, iii.
      case roman
    }
    /// The digits.
    public var digits: Digits
    /// What stands before the digits.
    public var prefix: String
    /// What stands behind the digits.
    public var suffix: String
    /// A number written that way.
    public init(_ digits: Digits, prefix: String = "", suffix: String = "") {
      self.digits = digits
      self.prefix = prefix
      self.suffix = suffix
    }
  }
  /// The marks of items without a number.
  public var bullets: [String]
  /// The numbers of the others.
  public var numbers: [Number]
  /// The given marks.
  public init(
    bullets: [String] = ["·", "—"],
    numbers: [Number] = [
      .init(.decimal, suffix: "."), .init(.decimal, prefix: "（", suffix: "）"), .init(.circled),
      .init(.letters, suffix: "."), .init(.letters, prefix: "（", suffix: "）"),
    ]
  ) {
    self.bullets = bullets
    self.numbers = numbers
  }
}
