import IssueModel

// Which blanks of running text are stray, and the text without them.
extension SpacingStage {
  /// The inlines without stray blanks between them: a blank behind a bold lead, or between Han and a bold number.
  static func tightenedBetween(_ inlines: [Inline], _ removed: inout Int) -> [Inline] {
    guard inlines.count > 1 else { return inlines }
    var result = inlines
    for index in result.indices {
      guard case .text(let text) = result[index] else { continue }
      var scalars = text.unicodeScalars[...]
      let inner = text.unicodeScalars.first { !$0.isBlank }
      if index > 0, scalars.first?.isBlank == true, let inner {
        let above = result[index - 1].plainText.unicodeScalars
        if let before = above.last, isStray(before, inner, dense: before.isHan == false),
          !isOfLatin(before, above.dropLast().last, inner, scalars.drop { $0.isBlank }.dropFirst().first)
        {
          scalars = scalars.drop { $0.isBlank }
          removed += 1
        }
      }
      if index + 1 < result.count, scalars.last?.isBlank == true, let last = scalars.lastIndex(where: { !$0.isBlank }) {
        let below = result[index + 1].plainText.unicodeScalars
        if let after = below.first, isStray(scalars[last], after, dense: false),
          !isOfLatin(scalars[last], scalars[..<last].last, after, below.dropFirst().first)
        {
          while scalars.last?.isBlank == true { scalars.removeLast() }
          removed += 1
        }
      }
      result[index] = .text(String(scalars))
    }
    return result
  }

  /// The inline without stray blanks, which are added to `removed`.
  static func tightened(_ inline: Inline, dense: () -> Bool, _ removed: inout Int) -> Inline {
    switch inline {
    case .text(let text): return .text(tightened(text, dense: dense, &removed))
    case .strong(let inner): return .strong(inner.map { tightened($0, dense: dense, &removed) })
    case .emphasis(let inner): return .emphasis(inner.map { tightened($0, dense: dense, &removed) })
    default: return inline
    }
  }

  /// The text without stray blanks, which are added to `removed`; in a `dense` one those between Han are.
  private static func tightened(_ text: String, dense: () -> Bool, _ removed: inout Int) -> String {
    guard text.hasBlank else { return text }
    let gaps = strayGaps(in: text, dense: dense)
    guard !gaps.isEmpty else { return text }
    removed += gaps.count
    var result = ""
    result.reserveCapacity(text.utf8.count)
    // The bytes up to here are in the result, or dropped.
    var done = 0
    for gap in gaps + [text.utf8.count..<text.utf8.count] {
      let start = text.utf8.index(text.startIndex, offsetBy: done)
      result += text[start..<text.utf8.index(start, offsetBy: gap.lowerBound - done)]
      done = gap.upperBound
    }
    return result
  }

  /// The bytes of stray blanks, in order.
  private static func strayGaps(in text: String, dense: () -> Bool) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      func scalar(_ place: Int) -> Unicode.Scalar { SimpleText.scalar(bytes, at: place).scalar }
      var gaps: [Range<Int>] = []
      // Where the last scalar that is no blank begins, the one right before it, and the blanks behind it.
      var before: Int?
      var beyond: Int?
      var gap: Int?
      var index = 0
      while index < bytes.count {
        // What begins with these bytes, from U+4000 to U+9FFF, is no blank: most of the text.
        let isPlain = (0xE4...0xE9).contains(bytes[index])
        let length = isPlain ? 3 : SimpleText.scalar(bytes, at: index).length
        if !isPlain, SimpleText.scalar(bytes, at: index).scalar.isBlank {
          gap = gap ?? index
        } else {
          if let start = gap, let before {
            let (left, right) = (scalar(before), scalar(index))
            let further = index + length
            if isStray(left, right, dense: dense()),
              !isOfLatin(left, beyond.map(scalar), right, further < bytes.count ? scalar(further) : nil)
            {
              gaps.append(start..<index)
            }
          }
          beyond = gap == nil ? before : nil
          before = index
          gap = nil
        }
        index += length
      }
      return gaps
    }
  }

  /// Whether a blank parts words of a Western text, one of them in quotes or with an apostrophe: It’s “fine” to go. Chinese
  /// text has the same quotes, so what stands on their other side has to tell: `beyond` before, `further` behind.
  private static func isOfLatin(
    _ before: Unicode.Scalar, _ beyond: Unicode.Scalar?, _ after: Unicode.Scalar,
    _ further: Unicode.Scalar?
  ) -> Bool {
    func isWestern(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return false }
      return scalar.isASCIIDigit || scalar.isASCIILetter || "%.,!?".unicodeScalars.contains(scalar)
    }
    // Only these four say nothing by themselves.
    func isClosing(_ scalar: Unicode.Scalar) -> Bool { scalar == "”" || scalar == "’" }
    func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "“" || scalar == "‘" || scalar == "’" }
    let (ends, begins) = (isClosing(before), isOpening(after))
    guard ends || begins else { return false }
    return isWestern(ends ? beyond : before) && isWestern(begins ? further : after)
  }

  /// Whether a blank between the two is stray; one between two Han is in a `dense` paragraph, spaced out letter by letter.
  private static func isStray(
    _ before: Unicode.Scalar, _ after: Unicode.Scalar, dense: @autoclosure () -> Bool
  ) -> Bool {
    func western(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCIIDigit || scalar.isASCIILetter || scalar == "%" }
    func mark(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "，", "。", "、", "；", "：", "！", "？", "）", "》", "」", "』", "”", "’", "（", "《", "「", "『", "“", "‘": true
      default: false
      }
    }
    if before.isHan && after.isHan { return dense() }
    if before.isHan && western(after) || western(before) && after.isHan { return true }
    return mark(before) && (after.isHan || western(after) || mark(after))
      || mark(after) && (before.isHan || western(before))
  }
}
