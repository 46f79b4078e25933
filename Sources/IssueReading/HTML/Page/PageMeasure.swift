import XMLBinding

/// What an element of a page holds, counted once for all of its decisions.
struct PageMeasure {
  /// Letters, digits and ideographs.
  var letters = 0
  /// Those within links that lead away: not to a place on the page, nor to a file.
  var linkLetters = 0
  /// How many such links.
  var links = 0
  /// Letters of runs of text that are sentences, links left out.
  var prose = 0
  /// How many pictures.
  var images = 0
  /// Whether something says what only masthead or imprint of an issue say.
  var saysIssue = false
  /// Whether something says what only the foot of a site says.
  var saysSite = false
  /// The same for each element right within, in order.
  var inner: [PageMeasure] = []

  /// The words that stand in the lines of the element itself, as far as they are needed to judge them, and how many
  /// letters they have in all.
  private var line = ""
  private var lineLetters = 0

  /// So much of a line shows what it is.
  private static let enough = 640

  /// Measures `element`.
  init(_ element: XMLElement, inLink: Bool = false) {
    let name = element.name
    guard !PageChrome.wordless.contains(name) else { return }
    let isLink = name == "a" && Self.leadsAway(element)
    if isLink { links += 1 }
    if name == "img" { images += 1 }
    for child in element.children {
      switch child {
      case .text(let words):
        let number = words.unicodeScalars.reduce(0) { $0 + ($1.isWordScalar ? 1 : 0) }
        letters += number
        if inLink || isLink { linkLetters += number }
        addToLine(words, number)
      case .element(let child):
        var measure = PageMeasure(child, inLink: inLink || isLink)
        if PageChrome.isInline(child.name) { addToLine(measure.line, measure.lineLetters) }
        measure.line = ""
        letters += measure.letters
        linkLetters += measure.linkLetters
        links += measure.links
        images += measure.images
        prose += measure.prose
        saysIssue = saysIssue || measure.saysIssue
        saysSite = saysSite || measure.saysSite
        inner.append(measure)
      }
    }
    guard !PageChrome.isInline(name), lineLetters > 0 else { return }
    judge(HTMLInlines.collapsed(line).trimmed)
  }

  private mutating func addToLine(_ words: String, _ number: Int) {
    lineLetters += number
    guard line.utf8.count < Self.enough else { return }
    line += words.utf8.count < Self.enough ? words : String(words.unicodeScalars.prefix(Self.enough))
  }

  /// The share of letters within links, 0 to 1.
  var linkShare: Double { letters == 0 ? 0 : Double(linkLetters) / Double(letters) }

  /// Looks at the words that stand right in a block.
  private mutating func judge(_ line: String) {
    let isShort = line.utf8.count < 600
    if isShort, PageVocabulary.siteFoot.isFound(in: line.lowercased()) {
      saysSite = true
      return
    }
    if LineGrammar.isProse(line), line.columns >= 40 { prose += lineLetters }
    // One thing that says so is enough, and the number of an issue is the dearest to look for.
    guard isShort, !saysIssue else { return }
    if LineGrammar.distribution(line) != nil || LineGrammar.copies(line) != nil || LineGrammar.sectionMark(line) != nil
      || linkLetters == 0 && line.fits(59) && IssueNumberGrammar.find(in: line) != nil
    {
      saysIssue = true
    }
  }

  private static func leadsAway(_ element: XMLElement) -> Bool {
    guard let target = element.attribute("href")?.trimmed.lowercased(), !target.isEmpty else { return false }
    if target.hasPrefix("#") { return false }
    let path = target.prefix { $0 != "?" && $0 != "#" }
    return !PageVocabulary.fileEndings.contains { path.hasSuffix($0) }
  }
}
