import IssueModel

/// The body above the name of an English bulletin.
extension MastheadOffice {
  /// The masthead with what stands above its name as the office, where no line says who publishes it and those words name a
  /// body: KAVALUR SILK EXCHANGE above THE COCOON. What the bulletin is about, a congress or a campaign, is a series.
  static func withOfficeAboveName(_ masthead: Masthead, _ rows: inout [[MastheadField]]) -> Masthead {
    guard masthead.office == nil, let series = masthead.series, namesBody(series),
      let row = rows.firstIndex(where: { $0.contains(.series) }), rows[row...].joined().contains(.name)
    else { return masthead }
    var masthead = masthead
    let name = OfficeName.bare(series)
    masthead.series = nil
    masthead.office = name
    if name != series { masthead.officeVerbatim = series }
    rows[row] = rows[row].map { $0 == .series ? .office : $0 }
    return masthead
  }

  /// Whether Western words are the name of a body by their form: capitals throughout or at the head of each word, no sentence
  /// and no figure.
  private static func namesBody(_ text: String) -> Bool {
    guard !text.hasHan, text.columns <= 72, !text.contains(where: { $0.isNumber || "!?:;\"“”*|".contains($0) }),
      !LineGrammar.isProse(text), !Vocabulary.looksLikeBulletinName(text)
    else { return false }
    let words = text.split { $0.isBlankCharacter || ",&/-–—()".contains($0) }.map(String.init)
    guard words.count >= 2,
      words.allSatisfy({
        $0.first?.isUppercase == true || small.contains($0.lowercased()) || !$0.contains(where: \.isLetter)
      })
    else { return false }
    // What an issue is part of, or about.
    return !words.contains { word in
      let bare = word.lowercased().prefix { $0.isLetter }
      return themes.contains(String(bare))
    }
  }

  private static let small: Set<String> = [
    "of", "the", "and", "for", "at", "in", "on", "to", "by", "de", "du", "des", "la", "le", "van", "von", "der", "upon",
    "with", "y", "e",
  ]
  private static let themes: Set<String> = [
    "campaign", "conference", "congress", "convention", "symposium", "festival", "jubilee", "centenary", "bicentenary",
    "anniversary", "games", "week", "year", "day", "days", "appeal", "drive", "tour", "supplement", "special", "issue",
    "edition", "series", "vol", "volume", "part", "only", "confidential", "restricted", "private", "circulation",
    "draft",
    "copy", "free", "official", "internal", "session", "election", "elections", "exhibition", "fair", "championship",
    "championships", "welcome", "news", "our", "your", "we", "serving", "celebrating",
  ]
}
