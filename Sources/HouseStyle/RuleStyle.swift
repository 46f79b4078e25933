/// Where a line is drawn on the page.
public enum RulePlace: String, Sendable, Hashable, CaseIterable {
  /// Under the masthead (红色分隔线).
  case masthead
  /// Above and below the imprint (版记的首条、末条分隔线).
  case imprintEdge
  /// Between the distribution list and the other lines of the imprint (中间的分隔线).
  case imprintInner
  /// Around the cells of a table.
  case table
  /// Between two parts of an article.
  case body
}

/// How a line drawn on the page looks.
public struct RuleStyle: Sendable, Hashable {
  /// Its thickness in eighths of a point.
  public var width: Int
  /// Its colour as RRGGBB; absent for the reader's text colour.
  public var color: String?
  /// From the text to the line, in points, 0 to 31.
  public var distance: Int
  /// From the line to what follows, in hundredths of a line of the page.
  public var spaceAfter: Int
  /// A line of the given look.
  public init(width: Int, color: String? = nil, distance: Int = 0, spaceAfter: Int = 0) {
    self.width = width
    self.color = color
    self.distance = distance
    self.spaceAfter = spaceAfter
  }
}
