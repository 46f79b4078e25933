import IssueModel

/// Joins lines of running text: nothing between two wide characters, a blank between two words.
enum LineJoining {
  /// What stands between a line that ends with `last` and one that begins with `first`.
  static func separator(_ last: Unicode.Scalar?, _ first: Unicode.Scalar?) -> String {
    guard let last, let first else { return "" }
    if last.isWide || first.isWide { return "" }
    if last.isBlank || first.isBlank { return "" }
    return " "
  }

  static func joined(_ texts: [String]) -> String {
    var result = ""
    for text in texts {
      let text = text.trimmed
      result += separator(result.unicodeScalars.last, text.unicodeScalars.first) + text
    }
    return result
  }

  /// The inlines of all lines as one run; where a line ends hard, a line break stays.
  static func joined(_ lines: [DraftLine]) -> [Inline] {
    guard lines.count != 1 else { return lines[0].inlines.trimmedAtEnds.merged }
    var result: [Inline] = []
    for (index, line) in lines.enumerated() {
      let inlines = line.inlines.trimmedAtEnds
      if index > 0 {
        if lines[index - 1].endsHard {
          result.append(.lineBreak)
        } else {
          let gap = separator(result.plainText.unicodeScalars.last, inlines.plainText.unicodeScalars.first)
          if !gap.isEmpty { result.append(.text(gap)) }
        }
      }
      result += inlines
    }
    return result.merged
  }

  /// Two runs of inlines that a tear had parted.
  static func joined(_ first: [Inline], _ second: [Inline]) -> [Inline] {
    let first = first.trimmedAtEnds
    let second = second.trimmedAtEnds
    let gap = separator(first.plainText.unicodeScalars.last, second.plainText.unicodeScalars.first)
    return (first + (gap.isEmpty ? [] : [.text(gap)]) + second).merged
  }
}

extension [Inline] {
  /// Neighbours of the same kind as one, empty ones gone.
  var merged: [Inline] {
    var result: [Inline] = []
    for inline in self {
      switch (result.last, inline) {
      case (_, .text("")), (_, .strong([])), (_, .emphasis([])): continue
      case (.text(let a), .text(let b)): result[result.count - 1] = .text(a + b)
      case (.strong(let a), .strong(let b)): result[result.count - 1] = .strong((a + b).merged)
      case (.emphasis(let a), .emphasis(let b)): result[result.count - 1] = .emphasis((a + b).merged)
      default: result.append(inline)
      }
    }
    return result
  }

  /// Without blanks at the beginning of the first and at the end of the last text.
  var trimmedAtEnds: [Inline] {
    var result = self
    if case .text(let text) = result.first { result[0] = .text(String(text.unicodeScalars.drop { $0.isBlank || $0.isInvisible })) }
    if case .text(let text) = result.last {
      var scalars = text.unicodeScalars
      while let last = scalars.last, last.isBlank || last.isInvisible { scalars.removeLast() }
      result[result.count - 1] = .text(String(scalars))
    }
    return result
  }

  /// Whether all words are bold.
  var isAllStrong: Bool {
    guard !isEmpty else { return false }
    var found = false
    for inline in self {
      switch inline {
      case .strong: found = true
      case .text(let text) where text.unicodeScalars.allSatisfy({ $0.isBlank || $0.isInvisible }): continue
      case .lineBreak: continue
      default: return false
      }
    }
    return found
  }

  /// Without the bold around words.
  var withoutStrong: [Inline] {
    flatMap { inline -> [Inline] in
      if case .strong(let inner) = inline { inner.withoutStrong } else { [inline] }
    }.merged
  }

  /// The inlines from the character `offset` of their words on; nil if that lies within anything but text.
  func dropping(_ offset: Int) -> [Inline]? {
    var left = offset
    for (index, inline) in enumerated() {
      if left == 0 { return Array(self[index...]) }
      let length = inline.plainText.count
      if length <= left {
        left -= length
        continue
      }
      let rest = self[(index + 1)...]
      switch inline {
      case .text(let text): return [.text(String(text.dropFirst(left)))] + rest
      case .strong(let inner): return inner.dropping(left).map { [.strong($0)] + rest }
      default: return nil
      }
    }
    return []
  }
}
