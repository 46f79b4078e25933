import IssueModel

/// Emphasis whose asterisks stood on both sides of a tear, so that no parser saw the pair.
enum LooseEmphasis {
  /// Makes bold what stands between an odd `**` in one line and an odd one in a line behind it. Marks that
  /// pair off within their line were written as they are.
  static func close(_ block: inout DraftBlock) {
    let odd = block.lines.indices.filter { marks(in: block.lines[$0]) % 2 == 1 }
    guard odd.count >= 2 else { return }
    let inlines = closed(LineJoining.joined(block.lines))
    let number = block.lines[0].number
    block.lines = [DraftLine(inlines: inlines, number: number)]
  }

  private static func marks(in line: DraftLine) -> Int {
    guard line.text.utf8.contains(UInt8(ascii: "*")) else { return 0 }
    return line.inlines.reduce(0) { count, inline in
      if case .text(let text) = inline {
        count + text.split(separator: "**", omittingEmptySubsequences: false).count - 1
      } else {
        count
      }
    }
  }

  /// `inlines` with each pair of `**` in their text made bold; untouched if there is no pair.
  static func closed(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: { if case .text(let text) = $0 { text.contains("**") } else { false } }) else {
      return inlines
    }
    var result: [Inline] = []
    var bold: [Inline]?
    for inline in inlines {
      guard case .text(let text) = inline else {
        if bold != nil { bold?.append(inline) } else { result.append(inline) }
        continue
      }
      for (index, piece) in text.split(separator: "**", omittingEmptySubsequences: false).enumerated() {
        if index > 0 {
          if let inner = bold {
            result.append(.strong(inner.merged))
            bold = nil
          } else {
            bold = []
          }
        }
        guard !piece.isEmpty else { continue }
        if bold != nil { bold?.append(.text(String(piece))) } else { result.append(.text(String(piece))) }
      }
    }
    // An odd mark stays what it was.
    if let bold { result += [.text("**")] + bold }
    return result.merged
  }
}
