/// The words of headings that divide articles.
enum InnerHeading {
  /// How much the words of a line say that it names a part of a text, 3 at most; below 0 that it heads one of its own.
  static func words(_ text: String) -> Int {
    let words = letters(text)
    if words == ["what's", "on"] || words == ["what’s", "on"] { return -2 }
    guard (1...6).contains(words.count) else { return 0 }
    if parts.contains(words.joined(separator: " ")) || words.count <= 3 && words.allSatisfy({ partWords.contains($0) })
    {
      return 3
    }
    // What we found: no word that could say what an article is about.
    if questions.contains(words[0]), words.count >= 2 {
      if words.dropFirst().allSatisfy({ general.contains($0) }) { return 3 }
      // What to tell the public, how we counted them, how the visits will be chosen
      return words[1] == "to" || !verbs.isDisjoint(with: words) || words.dropFirst().contains(where: persons.contains)
        ? 1 : 0
    }
    if words.count <= 3, words.contains(where: columns.contains) { return -2 }
    // One word, not in capitals, is rather of the text above than by itself.
    return words.count == 1 && text.contains(where: \.isLowercase) ? 1 : 0
  }

  /// The words of a line, in small letters.
  static func letters(_ text: String) -> [String] {
    text.fits(80) ? text.lowercased().split { !$0.isLetter && !"'’".contains($0) }.map(String.init) : []
  }

  /// Whether a line behind running text says whose it is.
  static func isClosing(_ text: String, isEmphasis: Bool) -> Bool {
    let line = text.trimmed
    guard line.fits(110), !line.hasHan, let last = line.last, !":;,?!".contains(last) else { return false }
    if LineGrammar.wholeBracket(line) != nil { return !line.hasSuffix(".)") || line.columns <= 40 }
    if SignatureLines.date(line) != nil || AttributionStage.attribution(line, atEnd: true) != nil { return true }
    // (C. Penhale) and -Research Department have their marks; a name or an office stands before the first comma.
    let bare = line.drop { "-—–─ ".contains($0) }.trimmed
    let head = String(bare.prefix { !",;(".contains($0) }).trimmed
    let isNamed = PersonNames.isSigner(head) || Vocabulary.looksLikeOffice(head) && !LineGrammar.isProse(head)
    if last == "." { return isNamed && bare.split(separator: " ").count <= 8 && bare.columns <= 60 }
    if isNamed || isEmphasis && !LineGrammar.isProse(line) { return true }
    // Reported by: Zoonoses Unit
    if let colon = line.firstIndex(of: ":"), line[..<colon].lowercased().hasSuffix(" by") { return true }
    return SignatureLines.isPost(line) && EnglishVocabulary.namesPost(line)
  }

  static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "last", "one", "two", "three", "four", "five",
  ]

  private static let parts: Set<String> = [
    "action taken", "actions taken", "next steps", "what next", "the way forward", "way forward", "further reading",
    "lessons learned", "lessons learnt", "the future", "looking ahead", "in conclusion", "in summary",
    "materials and methods", "points to note", "for more information", "more information", "further information",
    "case report", "case reports", "editorial note", "public health response", "how it works", "why it matters",
    "the problem", "the solution", "the result", "the results", "the background", "the cost", "the costs",
  ]

  private static let partWords: Set<String> = [
    "background", "introduction", "investigation", "investigations", "method", "methods", "result", "results",
    "discussion", "conclusion", "conclusions", "summary", "findings", "recommendation", "recommendations", "analysis",
    "methodology", "overview", "aims", "aim", "objectives", "purpose", "scope", "causes", "cause", "consequences",
    "outlook", "response", "references", "acknowledgements", "acknowledgments", "comment", "comments", "remarks",
    "root", "immediate", "action", "actions", "corrective", "initial", "final", "key", "main", "general", "points",
    "lessons",
    "measures", "impact", "timeline", "facts", "details", "progress", "costs", "cost", "funding",
    "and", "evidence", "observations", "context", "outcome", "outcomes", "limitations", "implications",
  ]

  private static let questions: Set<String> = ["what", "how", "why", "where", "when", "who"]

  private static let persons: Set<String> = ["we", "you", "it", "they", "he", "she", "i", "us", "them"]

  private static let verbs: Set<String> = [
    "is", "was", "are", "were", "will", "would", "should", "can", "must", "did", "do",
  ]

  private static let general: Set<String> = persons.union([
    "is", "was", "are", "were", "be", "been", "being", "do", "does", "did", "done", "to", "have", "has", "had",
    "should", "would", "could", "can", "must", "will", "may", "might", "next", "now", "then", "not", "happened",
    "happens", "happen", "comes", "came", "come", "goes", "went", "go", "remains", "remained", "found", "find",
    "learned", "learnt", "saw", "see", "changed", "change", "changes", "think", "thought", "need", "needs", "needed",
    "means", "mean", "wrong", "right", "well", "still", "about", "matters", "works", "worked", "know", "known",
    "this", "that", "the", "a", "all", "our", "your", "their", "up", "on", "for", "ask", "asked", "want", "wanted",
    "propose", "proposed", "decided", "agreed", "cost", "costs", "made", "make", "got", "get", "help", "expect",
  ])

  /// What the small columns of bulletins are called, which nobody signs.
  private static let columns: Set<String> = [
    "news", "notices", "notice", "notes", "dates", "diary", "calendar", "events", "obituary", "obituaries", "staff",
    "appointments", "letters", "meetings", "meeting", "sports", "sport", "club", "wanted", "sale", "contacts", "thanks",
    "editorial", "editor", "library", "publications", "accounts", "births", "marriages", "deaths", "visits", "visitors",
    "welcome", "competition", "recipe", "reminders", "reminder", "vacancies", "briefly", "brief", "members",
    "membership", "subscriptions", "hours", "corner", "prizes", "results", "miscellany",
  ]
}
