import IssueModel

/// Which line of a printed contents list names which article or section.
struct ContentsMatching {
  enum Match: Equatable {
    /// The article or section has the words of the line.
    case same
    /// The article of this index in reading order is meant, but has other words.
    case similar(Int)
    /// Nothing in the issue is meant.
    case none
  }
  /// For each line of the list what it names.
  private(set) var matches: [Match] = []
  /// The articles, by their index in reading order, that the list names.
  private(set) var listed: Set<Int> = []
  /// How many times a line was compared with a title letter by letter.
  private(set) var comparisons = 0
  /// So many at most: a thousand lines, none of which is the title of any of a thousand articles, are no contents list of
  /// these, and twenty thousand of each would be compared for minutes.
  static let mostComparisons = 1_000_000

  init(_ entries: [ContentsEntry], _ issue: Issue) {
    let articles = issue.articles
    var names: [[Unicode.Scalar]: [Int]] = [:]
    for (index, article) in articles.enumerated() {
      for name in Self.names(of: article) where !name.isEmpty { names[name, default: []].append(index) }
    }
    // What is no article but may be listed as one.
    var others = Set(issue.sections.compactMap { $0.name?.letters })
    for case .subheading(let block) in articles.flatMap(\.body) { others.insert(block.inlines.plainText.letters) }
    if let label = issue.editorsNote?.label { others.insert(label.letters) }
    for article in articles { if let label = article.editorsNote?.label { others.insert(label.letters) } }

    matches = entries.map { entry in
      for key in [entry.text.letters, ((entry.label ?? "") + entry.text).letters] {
        if let places = names[key] {
          listed.formUnion(places)
          return .same
        }
        if others.contains(key) { return .same }
      }
      return .none
    }
    matchSimilar(entries, articles)
  }

  /// Matches lines that name no article with its own words to the article whose title is most like them.
  private mutating func matchSimilar(_ entries: [ContentsEntry], _ articles: [Article]) {
    let lines = entries.indices.filter { matches[$0] == .none && entries[$0].kind == .article }
    guard !lines.isEmpty else { return }
    let titles = articles.map(\.title.letters)
    for index in lines {
      let key = entries[index].text.letters
      var best: (article: Int, score: Double) = (0, 0.799)
      for (candidate, title) in titles.enumerated() where !listed.contains(candidate) {
        guard comparisons < Self.mostComparisons else { return }
        comparisons += 1
        let score = Similarity.of(title, key)
        if score > best.score { best = (candidate, score) }
      }
      guard best.score >= 0.8 else { continue }
      matches[index] = .similar(best.article)
      listed.insert(best.article)
    }
  }

  /// The title, alone and with the lines around it.
  private static func names(of article: Article) -> [[Unicode.Scalar]] {
    let (kicker, subtitle) = (article.kicker ?? "", article.subtitle ?? "")
    guard !article.title.isEmpty else { return [] }
    let spellings = [
      article.title, kicker + article.title, article.title + subtitle, kicker + article.title + subtitle,
    ]
    return Array(Set(spellings.map(\.letters)))
  }
}
