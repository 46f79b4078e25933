/// A part of the text, from top to bottom: leave one out, put your own between.
public struct TextStage: Sendable {
  /// The name, in lower case with hyphens.
  public var name: String
  /// Prints the part on the page.
  public var print: @Sendable (inout TextPage) -> Void
  /// A stage of the given name that prints as `print` does.
  public init(_ name: String, print: @escaping @Sendable (inout TextPage) -> Void) {
    self.name = name
    self.print = print
  }

  /// Masthead, contents and editor's note, sections, imprint.
  public static let standard: [TextStage] = [masthead, front, sections, imprint]
}
