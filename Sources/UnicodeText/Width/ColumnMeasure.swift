internal import CICUBridge

/// Measures text in columns of a fixed-pitch display by its East Asian width (UAX #11).
public struct ColumnMeasure: Sendable, Hashable {
  /// The columns of characters whose width depends on the company they are in (class A: “ ” … — ·): 2 in
  /// Chinese, 1 elsewhere.
  public var ambiguousWidth: Int

  /// A measure that counts ambiguous characters as `ambiguousWidth` columns.
  public init(ambiguousWidth: Int = 2) { self.ambiguousWidth = ambiguousWidth }

  /// The columns of `text`; control characters count nothing.
  public func columns(of text: some StringProtocol) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars {
      guard let width = columnsAlone(of: scalar) else { return text.reduce(0) { $0 + self.columns(of: $1) } }
      columns += width
    }
    return columns
  }

  /// The columns of one character as the user sees it; an emoji takes 2 however many scalars it has.
  public func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return columns(of: first) }
    if isPicture(scalars) { return 2 }
    return scalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of one scalar by itself.
  public func columns(of scalar: Unicode.Scalar) -> Int {
    if let width = columnsAlone(of: scalar) { return width }
    if cicu_is_wide(scalar.value) { return cicu_is_zero_width(scalar.value) ? 0 : 2 }
    if cicu_is_zero_width(scalar.value) { return 0 }
    return cicu_is_ambiguous(scalar.value) ? ambiguousWidth : 1
  }

  /// The columns of a scalar that makes a character of its own whatever stands beside it, as Han, ASCII and
  /// Chinese marks do; nil for all that need a closer look. A text of nothing else is as wide as they are together.
  @inlinable
  public func columnsAlone(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF60: 2
    case 0x20...0x7E: 1
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xB7: ambiguousWidth
    case 0x0A: 0
    default: nil
    }
  }

  private func isPicture(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first else { return false }
    // U+FE0F asks for a picture, U+FE0E for a letter.
    if scalars.contains("\u{FE0E}") { return false }
    if cicu_is_emoji_presentation(first.value) { return true }
    return cicu_is_emoji(first.value) && (scalars.contains("\u{FE0F}") || scalars.contains("\u{200D}"))
  }
}
