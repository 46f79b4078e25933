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

  /// What stands between a line of running text and the next one, neither with blanks at its ends.
  static func separator(_ line: some StringProtocol, _ next: some StringProtocol) -> String {
    let gap = separator(line.unicodeScalars.last, next.unicodeScalars.first)
    return gap.isEmpty || isNumber(partedInto: line, next) ? "" : gap
  }

  /// Whether a number of a Chinese text was parted, as in 5 | 208 件 or 4. | 62 亿元. Between words of Latin letters two
  /// numbers may follow each other, and numbers as long as those of telephones do so in Chinese too.
  private static func isNumber(partedInto line: some StringProtocol, _ next: some StringProtocol) -> Bool {
    guard let first = next.unicodeScalars.first, let last = line.unicodeScalars.last,
      first.isASCIIDigit ? last.isASCIIDigit || last == "." || last == "," : first == "." && last.isASCIIDigit
    else { return false }
    let head = line.unicodeScalars.reversed().prefix { $0.isASCIIDigit || $0 == "." || $0 == "," }
    let tail = next.unicodeScalars.prefix { $0.isASCIIDigit || $0 == "." || $0 == "," }
    guard head.contains(where: \.isASCIIDigit), tail.contains(where: \.isASCIIDigit), head.count < 5 || tail.count < 5
    else { return false }
    // 1.2. is no number.
    guard last.isASCIIDigit || head.count(where: { !$0.isASCIIDigit }) == 1 else { return false }
    let before = line.unicodeScalars.dropLast(head.count).last { !$0.isBlank }
    let after = next.unicodeScalars.dropFirst(tail.count).first { !$0.isBlank && $0 != "%" }
    return [before, after].allSatisfy { $0?.isWide ?? true } && (before != nil || after != nil)
  }

  static func joined(_ texts: [String]) -> String {
    var result = ""
    var last: String?
    for text in texts {
      let text = text.trimmed
      guard !text.isEmpty else { continue }
      if let last { result += separator(last, text) }
      result += text
      last = text
    }
    return result
  }

  /// Rows of cells as one row, what stands in each column joined. All have as many cells as the first.
  static func joined(rows: [[String]]) -> [String] {
    guard let first = rows.first else { return [] }
    return first.indices.map { column in joined(rows.map { $0[column] }) }
  }

  /// The inlines of all lines as one run; where a line ends hard, a line break stays.
  static func joined(_ lines: [DraftLine]) -> [Inline] {
    guard lines.count != 1 else { return lines[0].inlines.trimmedAtEnds.merged }
    var result: [Inline] = []
    var last = ""
    for (index, line) in lines.enumerated() {
      let text = line.text.trimmed
      if index > 0 {
        if lines[index - 1].endsHard {
          result.append(.lineBreak)
          last = ""
        } else {
          let gap = separator(last, text)
          if !gap.isEmpty { result.append(.text(gap)) }
        }
      }
      result += line.inlines.trimmedAtEnds
      if !text.isEmpty { last = text }
    }
    return result.merged
  }
}

extension [Inline] {
  /// Neighbours of the same kind as one, empty ones gone.
  var merged: [Inline] {
    guard count > 1 else {
      if case .text("") = first { return [] }
      return self
    }
    var result: [Inline] = []
    // Texts are gathered first, so that many of them cost no more than their letters.
    var text = ""
    func flush() {
      if !text.isEmpty { result.append(.text(text)) }
      text = ""
    }
    for inline in self {
      if case .text(let more) = inline {
        text += more
        continue
      }
      flush()
      switch (result.last, inline) {
      case (_, .strong([])), (_, .emphasis([])): continue
      case (.strong(let a), .strong(let b)): result[result.count - 1] = .strong((a + b).merged)
      case (.emphasis(let a), .emphasis(let b)): result[result.count - 1] = .emphasis((a + b).merged)
      default: result.append(inline)
      }
    }
    flush()
    return result
  }

  /// Without blanks at the beginning of the first and at the end of the last text, be it bold or in italics.
  var trimmedAtEnds: [Inline] {
    // Of what nests, only the side that is asked for: to ask for both at each depth doubles the work with it.
    func begins(_ inline: Inline?) -> Bool {
      switch inline {
      case .text(let text): text.unicodeScalars.first.map { !$0.isBlank && !$0.isInvisible } ?? true
      case .strong(let inner), .emphasis(let inner): begins(inner.first)
      default: true
      }
    }
    func ends(_ inline: Inline?) -> Bool {
      switch inline {
      case .text(let text): text.unicodeScalars.last.map { !$0.isBlank && !$0.isInvisible } ?? true
      case .strong(let inner), .emphasis(let inner): ends(inner.last)
      default: true
      }
    }
    if begins(first), ends(last) { return self }
    var result = self
    // **　　一、基本情况**: the indent of a paragraph that is bold as a whole.
    if result.count == 1 {
      switch result[0] {
      case .strong(let inner): return [.strong(inner.trimmedAtEnds)]
      case .emphasis(let inner): return [.emphasis(inner.trimmedAtEnds)]
      default: break
      }
    }
    if case .text(let text) = result.first {
      result[0] = .text(String(text.unicodeScalars.drop { $0.isBlank || $0.isInvisible }))
    }
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
      // ***name***: bold within italics.
      case .emphasis(let inner) where inner.isAllStrong: found = true
      case .text(let text) where text.unicodeScalars.allSatisfy({ $0.isBlank || $0.isInvisible }): continue
      case .lineBreak: continue
      default: return false
      }
    }
    return found
  }

  /// Whether all words are in italics.
  var isAllEmphasis: Bool {
    !isEmpty
      && allSatisfy {
        switch $0 {
        case .emphasis: true
        case .text(let text): text.unicodeScalars.allSatisfy { $0.isBlank || $0.isInvisible }
        default: false
        }
      }
  }

  /// Without the italics around words.
  var withoutEmphasis: [Inline] {
    flatMap { inline -> [Inline] in
      if case .emphasis(let inner) = inline { inner.withoutEmphasis } else { [inline] }
    }.merged
  }

  /// Without the bold around words.
  var withoutStrong: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .strong(let inner): inner.withoutStrong
      case .emphasis(let inner) where inner.isAllStrong: inner.withoutStrong
      default: [inline]
      }
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
