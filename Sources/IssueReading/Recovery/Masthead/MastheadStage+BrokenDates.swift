import IssueModel

/// Dates that a narrow column broke over two lines: 湖畔区政府办公室　二〇三一年三 above 月四日.
extension MastheadStage {
  /// Puts the two halves of such a date, the first at the end of its line, together on the first line.
  func joinBrokenDates(_ draft: inout Draft) {
    for index in draft.blocks.indices.prefix(12) where draft.blocks[index].isText {
      for place in draft.blocks[index].lines.indices.dropLast().reversed() {
        let lines = draft.blocks[index].lines
        guard let joined = Self.joined(lines[place], lines[place + 1]) else { continue }
        draft.blocks[index].lines[place] = joined
        draft.blocks[index].lines.remove(at: place + 1)
      }
    }
    for index in draft.blocks.prefix(12).indices.dropLast().reversed() {
      let (above, below) = (draft.blocks[index], draft.blocks[index + 1])
      guard above.isText, below.isText, below.lines.count == 1, let last = above.lines.last,
        let joined = Self.joined(last, below.lines[0])
      else { continue }
      draft.blocks[index].lines[above.lines.count - 1] = joined
      draft.blocks[index].source = above.source.extended(to: below.source)
      draft.blocks.remove(at: index + 1)
    }
  }

  /// The line with the rest of its date, which is all that `below` holds; nil where no date of a day comes of them.
  private static func joined(_ above: DraftLine, _ below: DraftLine) -> DraftLine? {
    let rest = below.text.trimmed
    guard rest.utf8.count <= 24, let first = rest.unicodeScalars.first,
      rest.unicodeScalars.allSatisfy({ isOfDate($0) }), above.text.fits(80),
      above.text.unicodeScalars.last(where: { !$0.isBlank }).map(isOfDate) == true
    else { return nil }
    let tail = above.text.trimmed.splitAtScalars(where: \.isBlank).last.map(String.init) ?? ""
    // A date of its own, 3月4日 below 2031年, is whole without the line above.
    guard first == "月" || first == "日" || first == "年" || DateGrammar.find(in: rest) == nil,
      DateGrammar.whole(tail)?.day == nil, DateGrammar.whole(tail + rest)?.day != nil
    else { return nil }
    return DraftLine(inlines: above.inlines + below.inlines, number: above.number, endsHard: below.endsHard)
  }

  private static func isOfDate(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || ChineseNumerals.isNumeral(scalar) || "年月日〇○".unicodeScalars.contains(scalar)
  }
}
