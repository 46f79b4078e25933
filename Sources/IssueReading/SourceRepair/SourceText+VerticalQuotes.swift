extension SourceText {
  /// Puts 「」『』 for ﹁﹂﹃﹄, the forms of vertical print that lines across the page never have.
  mutating func layVerticalQuotes() -> [ChangedLine] {
    let mayHoldSome = text.utf8.withContiguousStorageIfAvailable { bytes in
      Self.verticalForms.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes) != nil }
    }
    guard mayHoldSome ?? true else { return [] }
    return changeLetters(where: { Self.verticalQuotes.isFound(in: String($0)) }) { scalar in
      switch scalar {
      case "\u{FE41}": "「"
      case "\u{FE42}": "」"
      case "\u{FE43}": "『"
      case "\u{FE44}": "』"
      default: scalar
      }
    }
  }

  /// How U+FE40 to U+FE7F begin in UTF-8.
  private static let verticalForms: [UInt8] = [0xEF, 0xB9]
  private static let verticalQuotes = WordSearch(["\u{FE41}", "\u{FE42}", "\u{FE43}", "\u{FE44}"])
}
