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
