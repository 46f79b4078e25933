/// Lines that say without a colon what persons did for the issue: Typed and mimeographed by Dot Hanlon.
extension LineGrammar {
  /// Put together by Ada Moor and Bo Weir: the words up to `by` as a label, the persons as its value, what stands behind them
  /// (an address) with it; nil where no person did it.
  static func doneBy(_ text: String) -> Labelled? {
    guard text.utf8.count <= 300, let first = text.first, first.isASCII, first.isUppercase,
      let by = text.prefix(48).firstRange(of: " by "), isDeed(String(text[..<by.lowerBound]) + " by")
    else { return nil }
    let rest = unpointed(text[by.upperBound...].trimmed, behind: 3)
    let pieces = rest.split(separator: ",").map { String($0).trimmed }
    guard let head = pieces.first, isPersons(head), !rest.contains(". ") || rest.contains(",") else { return nil }
    return Labelled(label: String(text[..<by.lowerBound]) + " by", rest: rest)
  }

  /// Whether a label says what persons do for an issue: Edited by, Typed and duplicated by, Put together this month by.
  static func isDeed(_ label: String) -> Bool {
    let words = label.lowercased().split { !$0.isLetter }.map(String.init)
    guard (2...7).contains(words.count), words.last == "by" else { return false }
    return deeds.contains(words[0]) || words.count > 2 && deedsOfTwo.contains(words[0] + " " + words[1])
      // Printed for the Mission by
      || words.count > 3 && words[1] == "for" && ["printed", "published", "issued", "made"].contains(words[0])
  }

  /// Whether the deed is one that is done to a whole issue, never to one article of it.
  static func isDeedOfIssue(_ label: String) -> Bool {
    let first = label.lowercased().prefix { $0.isLetter }
    return !["compiled", "prepared", "written", "drawn", "translated", "illustrated", "photographed"].contains(first)
  }

  /// Ada Moor, Ada Moor and Bo Weir.
  private static func isPersons(_ text: String) -> Bool {
    let names = text.replacing(" and ", with: "&").split(separator: "&").map { String($0).trimmed }
    return (1...4).contains(names.count)
      && names.allSatisfy { name in
        (PersonNames.isOneWestern(name) || PersonNames.isSigner(name)) && !Vocabulary.looksLikeOffice(name)
      }
  }

  private static let deeds: Set<String> = [
    "edited", "typed", "typeset", "mimeographed", "duplicated", "stencilled", "stenciled", "cyclostyled", "roneoed",
    "assembled", "collated", "compiled", "prepared", "produced", "designed", "proofread", "illustrated", "translated",
    "written", "drawn", "photographed", "photocopied", "stapled",
    "cleared", "checked", "approved", "reviewed",
  ]
  private static let deedsOfTwo: Set<String> = [
    "put together", "got up", "got out", "run off", "laid out", "set up", "made up", "brought out", "thrown together",
    "hand set", "cut and",
  ]
}
