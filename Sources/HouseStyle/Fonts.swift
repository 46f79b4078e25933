/// A class of type that the standard names; which font serves is the house's choice.
public enum FontClass: String, Sendable, Hashable, CaseIterable {
  /// 仿宋: body text.
  case fangsong
  /// 黑体: first-level headings, classification.
  case heiti
  /// 楷体: second-level headings, names, editor's notes.
  case kaiti
  /// 小标宋: masthead and titles.
  case xiaobiaosong
  /// 宋体: page numbers, tables.
  case songti
}

/// The fonts for one class. Both are always written, into all four slots of a run.
public struct FontChoice: Sendable, Hashable {
  /// The font for Han and their punctuation.
  public var han: String
  /// The font for Latin letters and Western digits.
  public var latin: String
  /// Other names under which the Han font is known; all go into `w:altName`.
  public var alternates: [String]
  /// A choice of the given fonts.
  public init(han: String, latin: String, alternates: [String] = []) {
    self.han = han
    self.latin = latin
    self.alternates = alternates
  }
}
