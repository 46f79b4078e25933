import IssueModel

/// A comment that says what the next paragraph is: `<!-- byline -->`.
struct StatedMarker {
  /// The first word.
  var name: String
  /// The words behind it.
  var words: [String]

  /// The marker that `html` is; nil if it is none.
  init?(_ html: String) {
    let text = html.replacing("\n", with: " ").trimmed
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.count >= 7 else { return nil }
    var words = text.dropFirst(4).dropLast(3).split(separator: " ").map(String.init)
    guard let first = words.first, Self.structure.contains(first) || Self.block.contains(first) else { return nil }
    words.removeFirst()
    name = first
    self.words = words
  }

  /// Whether it is about an article or section and not about a block.
  var isStructure: Bool { Self.structure.contains(name) }

  private static let structure: Set<String> = [
    "section", "article", "kicker", "subtitle", "byline", "attribution", "attribution-label", "signature",
    "signature-office", "signature-date", "editors-note",
  ]
  private static let block: Set<String> = [
    "paragraph", "salutation", "attachments", "caption", "level", "break", "empty", "list", "own-marks",
  ]

  /// The number behind `key=`; nil if there is none.
  private func number(_ key: String) -> Int? {
    words.first { $0.hasPrefix(key + "=") }.flatMap { Int($0.dropFirst(key.count + 1)) }
  }

  /// The date with the words `verbatim`: by the numbers of the marker, or, without any, by what the words say.
  func date(_ verbatim: String) -> IssueDate {
    guard words.isEmpty else {
      return IssueDate(verbatim: verbatim, year: number("year"), month: number("month"), day: number("day"))
    }
    return DateGrammar.whole(verbatim) ?? IssueDate(verbatim: verbatim)
  }
}
