import IssueModel

/// A line of a paragraph that is not ended yet: what costs the length of the whole waits for its end.
struct HTMLOpenLine {
  var inlines: [Inline] = []
  var number: Int
  var endsHard = false

  /// Whether the line begins with as many blanks as a paragraph does.
  var isIndented: Bool {
    let text = inlines.plainText
    let blanks = text.unicodeScalars.prefix { $0.isBlank }
    guard blanks.count < text.unicodeScalars.count else { return false }
    return blanks.reduce(0) { $0 + ($1.isWide ? 2 : 1) } >= 4
  }

  /// The paragraphs in lines that `<br>` parts: an indent begins one, and so does a line behind one that ends a
  /// sentence and is long enough to be a paragraph.
  static func paragraphs(in lines: [HTMLOpenLine]) -> [[HTMLOpenLine]] {
    var result: [[HTMLOpenLine]] = []
    for line in lines {
      let text = line.inlines.plainText
      if let before = result.last?.last?.inlines.plainText.trimmed, !line.isIndented,
        !(before.columns >= 40 && LineGrammar.isProse(before) && before.unicodeScalars.last?.endsSentence == true
          && text.trimmed.columns > 0)
      {
        result[result.count - 1].append(line)
      } else {
        result.append([line])
      }
    }
    return result
  }
}
