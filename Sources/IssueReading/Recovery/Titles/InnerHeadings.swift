import IssueModel

/// Headings within articles, told from titles where all have one form and no contents list names the titles.
///
/// No sign is sure by itself, so that all of them count together: what closes the article above (a name, an office, a
/// bracket), who is named below, words that name parts of a text, length and capitals beside the titles that are sure,
/// numbers, and others like it in a row.
extension TitleWork {
  /// What is known of a title that may be a heading within the article above.
  private struct Candidate {
    var index: Int
    var columns: Int
    /// Whether it is a title for sure: the first of its section, behind what closes an article, or above who wrote it.
    var isSure: Bool
    var score = 0
  }

  /// Makes headings of the titles that, all signs taken together, divide the article above them.
  mutating func demoteInnerHeadings() {
    guard repairs, entryCount == 0, var titles = candidates() else { return }
    // Where one title alone is sure, all whose words say nothing of a part are like it.
    let sure = titles.filter(\.isSure)
    let alike =
      sure.count >= 2 ? sure : titles.filter { $0.isSure || InnerHeading.words(draft.blocks[$0.index].text) < 3 }
    let manner = TitleManner(alike.map { draft.blocks[$0.index].text })
    let counts = closings(titles)
    // Where a third of the articles or more say at their end whose they are, the others are rather not at their end.
    let isClosing = counts.closed >= 2 && counts.closed * 3 >= counts.all
    let writers = titles.filter { isAboveWriter($0.index) && !isAboveSummary($0.index) }
    let areSigned = writers.count >= 2 && writers.count * 2 >= titles.count
    // Where the article that each would divide ends with what closes one, whosever it is.
    var closedBehind = [Bool](repeating: false, count: titles.count)
    for place in titles.indices.reversed() where !titles[place].isSure {
      let isLast = place + 1 == titles.count || titles[place + 1].isSure
      closedBehind[place] = isLast ? closesArticle(above: end(behind: titles[place].index)) : closedBehind[place + 1]
    }
    var isBelowWriter = false
    for place in titles.indices {
      if titles[place].isSure {
        isBelowWriter = isAboveWriter(titles[place].index)
        continue
      }
      titles[place].score =
        InnerHeading.words(draft.blocks[titles[place].index].text)
        + manner.judge(draft.blocks[titles[place].index].text)
        + (isClosing && closedBehind[place] ? 1 : 0) + (areSigned && isBelowWriter ? 1 : 0)
      // Right below a title: its text begins with a heading.
      if next(titles[place - 1].index) == titles[place].index,
        titles[place].columns < titles[place - 1].columns, titles.dropFirst(place + 1).first?.isSure == false
      {
        titles[place].score += 1
      }
    }
    let alone = titles
    for place in titles.indices where !alone[place].isSure {
      let beside = [place - 1, place + 1].filter { alone.indices.contains($0) && !alone[$0].isSure }.map { alone[$0] }
      if beside.contains(where: { $0.score >= 2 && isLike($0.index, titles[place].index) }) { titles[place].score += 1 }
      if beside.contains(where: { beginsAlike($0.index, titles[place].index) }) { titles[place].score += 3 }
    }
    for title in titles where !title.isSure && title.score >= 3 {
      diagnostics.repaired(
        "heading-within-article", line: draft.blocks[title.index].line,
        "“\(excerpt(draft.blocks[title.index].text, 40))” was taken for a heading within the article above, not for a title",
        zh: "“\(excerpt(draft.blocks[title.index].text, 40))”按上文的小标题处理，不作文章标题", severity: .note,
        confidence: min(0.5 + Double(title.score) * 0.1, 0.95))
      setSubheading(title.index, 1)
    }
  }

  /// The titles so far, if they are three or more of one form in Western letters, two of them sure.
  private func candidates() -> [Candidate]? {
    var found: [Candidate] = []
    var isFirst = true
    for index in draft.blocks.indices where !absorbed.contains(index) {
      let block = draft.blocks[index]
      if isSection(index) {
        isFirst = true
      } else if block.role == .title {
        found.append(
          Candidate(
            index: index, columns: block.text.columns,
            isSure: isFirst || block.text.hasHan || closesArticle(above: index) || isAboveWriter(index)))
        isFirst = false
      }
    }
    guard found.count >= 3, found.contains(where: { !$0.isSure }), found.contains(where: \.isSure),
      levelsAreGuesses || Set(found.map { draft.blocks[$0.index].headingLevel }).count == 1
    else { return nil }
    return found
  }

  /// Where the next title or section stands behind `index`.
  private func end(behind index: Int) -> Int {
    draft.blocks.indices.dropFirst(index + 1).first {
      draft.blocks[$0].role == .title && !absorbed.contains($0) || isSection($0)
    } ?? draft.blocks.count
  }

  /// How many articles end with what closes one, of all that end; the candidates that are not sure end none.
  private func closings(_ titles: [Candidate]) -> (closed: Int, all: Int) {
    let ends =
      draft.blocks.indices.filter { isSection($0) && previous($0) != nil } + titles.dropFirst().map(\.index)
      + [draft.blocks.count]
    return (ends.count { closesArticle(above: $0) }, ends.count)
  }

  /// Whether the last lines above `index` say whose the article is that ends there.
  private func closesArticle(above index: Int) -> Bool {
    guard var place = previous(index) else { return false }
    while draft.blocks[place].isFigure, let above = previous(place) { place = above }
    let block = draft.blocks[place]
    switch block.role {
    case .attribution, .signatureOffice, .signatureDate: return true
    case nil: break
    default: return false
    }
    if index < draft.blocks.count, index > 0, draft.blocks[index - 1].isRule { return true }
    guard case .paragraph = block.form, let last = block.lines.last, let above = previous(place) else { return false }
    // Right below a title it says what the article is about.
    guard draft.blocks[above].role == nil || isSubheading(above) == false && draft.blocks[above].role != .title else {
      return false
    }
    return InnerHeading.isClosing(
      block.lines.count == 1 ? block.text : last.text, isEmphasis: block.inlines.isAllEmphasis)
      || AttributionStage.glued(block, isLast: true) != nil
  }

  /// Whether the next line names who wrote the article, or sums it up in italics.
  private func isAboveWriter(_ index: Int) -> Bool {
    guard let below = next(index) else { return false }
    let block = draft.blocks[below]
    if block.role == .byline { return true }
    guard block.role == nil, case .paragraph = block.form, block.lines.count == 1, let behind = next(below) else {
      return false
    }
    if block.inlines.isAllEmphasis { return true }
    let text = LineGrammar.wholeBracket(block.text) ?? block.text
    return (Self.isByline(text) || Self.isWriter(text) || PersonNames.isWestern(text)) && beginsBody(behind)
  }

  /// Whether the next line is all in italics.
  private func isAboveSummary(_ index: Int) -> Bool {
    next(index).map { draft.blocks[$0].role == nil && draft.blocks[$0].inlines.isAllEmphasis } ?? false
  }

  /// Whether two titles are written with the same capitals.
  private func isLike(_ first: Int, _ second: Int) -> Bool {
    let forms = [first, second].map { TitleManner.Capitals(draft.blocks[$0].text) }
    return forms[0] == forms[1] || forms.contains(.few) && !forms.contains(.all)
  }

  /// Whether two titles begin with the same word, or both with one that counts: The first attempt, The second attempt.
  private func beginsAlike(_ first: Int, _ second: Int) -> Bool {
    let words = [first, second].map { InnerHeading.letters(draft.blocks[$0].text) }
    guard let one = words[0].first, let other = words[1].first, words.allSatisfy({ $0.count <= 5 }) else {
      return false
    }
    if one == other, one != "the", one != "a" { return true }
    return words.allSatisfy { $0.prefix(2).contains(where: InnerHeading.ordinals.contains) }
  }
}

/// How the titles of an issue are written: how long, and with which capitals.
struct TitleManner {
  /// Which words of a title begin with a capital.
  enum Capitals {
    case all, title, sentence
    /// One word, or none but small ones: any of the latter two.
    case few

    init(_ text: String) {
      guard text.contains(where: \.isLowercase) else {
        self = .all
        return
      }
      let words = text.split { !$0.isLetter && !"'’-".contains($0) }.dropFirst()
        .filter { $0.count >= 4 && !Self.small.contains($0.lowercased()) }
      self =
        words.isEmpty
        ? .few
        : words.allSatisfy { $0.first?.isUppercase == true }
          ? .title
          : words.contains { $0.first?.isLowercase == true } ? .sentence : .few
    }

    private static let small: Set<String> = [
      "with", "from", "into", "upon", "over", "about", "after", "before", "between", "under", "than", "that", "when",
      "through", "during", "against", "without", "within", "your", "their",
    ]
  }

  /// The columns of the middle one by length.
  let columns: Int
  /// The capitals that all titles have which tell any; nil where they differ.
  let capitals: Capitals?
  /// Whether all of them are numbered.
  let areNumbered: Bool

  init(_ titles: [String]) {
    columns = titles.map(\.columns).sorted().dropFirst(titles.count / 2).first ?? 0
    let told = titles.map { Capitals($0) }.filter { $0 != .few }
    capitals = told.count >= 2 && Set(told).count == 1 ? told.first : nil
    areNumbered = titles.count >= 2 && titles.allSatisfy { Self.isNumbered($0) }
  }

  private static func isNumbered(_ text: String) -> Bool {
    LineGrammar.numbering(text.trimmed) != nil || LineGrammar.roman(text.trimmed) != nil
  }

  /// How much a line looks to be less than those titles; below 0 it looks more.
  func judge(_ text: String) -> Int {
    var score = text.columns * 3 <= columns * 2 ? 1 : text.columns * 10 > columns * 11 ? -1 : 0
    let own = Capitals(text)
    switch capitals {
    case .all where own != .all: score += 2
    case .title where own == .sentence: score += 2
    case .title where own == .all, .sentence where own == .all || own == .title: score -= 2
    default: break
    }
    if areNumbered { score += Self.isNumbered(text) ? -3 : 3 }
    return score
  }
}

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
      // What to tell the public, how we counted them
      return words[1] == "to" || words.dropFirst().contains(where: persons.contains) ? 1 : 0
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
