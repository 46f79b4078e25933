/// The page and its text block. Lengths are in twips, 1/20 of a point.
public struct PageStyle: Sendable, Hashable {
  /// Width of the paper.
  public var width: Int
  /// Height of the paper.
  public var height: Int
  /// Margin above the text block (天头).
  public var top: Int
  /// Margin right of the text block.
  public var right: Int
  /// Margin below the text block.
  public var bottom: Int
  /// Margin left of the text block (订口).
  public var left: Int
  /// From the lower edge of the paper to the page number.
  public var footer: Int
  /// From the upper edge of the paper to a header; absent for as far as ``footer`` is from the lower one.
  public var header: Int?
  /// Exact pitch of the lines of text.
  public var linePitch: Int
  /// What is added to the width of each character of body text so that a line holds what it should.
  public var characterSpacing: Int

  /// A page of the given measures, in twips.
  public init(
    width: Int, height: Int, top: Int, right: Int, bottom: Int, left: Int, footer: Int, linePitch: Int,
    characterSpacing: Int
  ) {
    self.width = width
    self.height = height
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
    self.footer = footer
    self.linePitch = linePitch
    self.characterSpacing = characterSpacing
  }

  /// The least that a text block may measure, in twips: two centimetres, less hold no line.
  public static let leastText = 1_134

  /// Width of the text block.
  public var textWidth: Int { width - left - right }
  /// Height of the text block.
  public var textHeight: Int { height - top - bottom }
}
