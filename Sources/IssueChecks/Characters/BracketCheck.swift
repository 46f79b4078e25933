public import IssueModel

/// A bracket or quote that is opened and not closed, or closed and not opened: something is missing, or a tear
/// was not joined.
public struct BracketCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["bracket-unbalanced"]
  /// The check.
  public init() {}

  /// Reports each mark without its partner. Quotes may run over paragraphs of an article.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var open: [(mark: Lone, passage: Passage)] = []
    func flush() {
      found += open.map { report($0.mark, $0.passage) }
      open = []
    }
    var article: Int?
    for passage in subject.passages {
      if passage.place != .running || passage.article != article {
        flush()
        article = passage.article
      }
      let scan = Brackets(passage.scalars)
      guard passage.place == .running else {
        found += scan.lone.map { report($0, passage) }
        continue
      }
      // Each paragraph of a long quote may open it anew, and the last one closes it.
      if let opening = passage.scalars.first, Brackets.quotes.contains(opening) {
        open.removeAll { $0.mark.scalar == opening }
      }
      for mark in scan.lone {
        if !mark.opens, let partner = open.lastIndex(where: { Brackets.pairs[$0.mark.scalar] == mark.scalar }) {
          open.remove(at: partner)
        } else if mark.opens, Brackets.quotes.contains(mark.scalar) {
          open.append((mark, passage))
        } else {
          found.append(report(mark, passage))
        }
      }
    }
    flush()
    return found
  }

  private func report(_ mark: Lone, _ passage: Passage) -> Diagnostic {
    let text = passage.excerpt(around: mark.index..<(mark.index + 1))
    return .finding(
      "bracket-unbalanced", line: passage.line,
      mark.opens ? "\(mark.scalar) is never closed: “\(text)”" : "\(mark.scalar) was never opened: “\(text)”",
      zh: mark.opens ? "\(mark.scalar)没有配对的右半：“\(text)”" : "\(mark.scalar)没有配对的左半：“\(text)”",
      hint: Wording("add its partner, or take it out", zh: "请补上另一半，或删去"))
  }
}

/// A mark without its partner.
struct Lone: Equatable {
  var scalar: Unicode.Scalar
  var index: Int
  var opens: Bool
}

/// The marks of a passage that lack their partner.
struct Brackets {
  private(set) var lone: [Lone] = []

  static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "（": "）", "(": ")", "[": "]", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "〖": "〗", "「": "」", "『": "』", "“": "”",
    "‘": "’",
  ]
  static let quotes: Set<Unicode.Scalar> = ["“", "‘", "「", "『"]
  private static let closings = Set(pairs.values)
  /// Halves of other width still make a pair; that they are mixed is another check's matter.
  private static let widened: [Unicode.Scalar: Unicode.Scalar] = ["(": "（", ")": "）"]

  init(_ scalars: [Unicode.Scalar]) {
    var stack: [Lone] = []
    var straight: [Int] = []
    let hasHan = scalars.contains(where: \.isHan)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\"", hasHan, index == 0 || !scalars[index - 1].isDigit { straight.append(index) }
      if Self.pairs[scalar] != nil {
        stack.append(Lone(scalar: scalar, index: index, opens: true))
      } else if Self.closings.contains(scalar) {
        let wide = Self.widened[scalar] ?? scalar
        let partner = stack.lastIndex { Self.pairs[Self.widened[$0.scalar] ?? $0.scalar] == wide }
        if let partner {
          lone += stack[(partner + 1)...]
          stack.removeSubrange(partner...)
        } else if !Self.endsNumber(scalars, index), !Self.isApostrophe(scalars, index) {
          lone.append(Lone(scalar: scalar, index: index, opens: false))
        }
      }
    }
    lone += stack
    if straight.count % 2 == 1, let last = straight.last {
      lone.append(Lone(scalar: "\"", index: last, opens: true))
    }
    lone.sort { $0.index < $1.index }
  }

  /// Whether the bracket ends a number of a list: 1） or a).
  private static func endsNumber(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index] == "）" || scalars[index] == ")" else { return false }
    var start = index
    while start > 0, index - start <= 3, isNumeral(scalars[start - 1]) { start -= 1 }
    guard start < index else { return false }
    return start == 0 || !(scalars[start - 1].isHan || scalars[start - 1].isLatin || scalars[start - 1].isDigit)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isLatin || (0xFF10...0xFF19).contains(scalar.value)
      || "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }

  /// Whether the mark is an apostrophe: behind a letter or digit (the offices’, ’90s), or before a digit.
  private static func isApostrophe(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index] == "’" else { return false }
    let before = index > 0 && scalars[index - 1].properties.isAlphabetic && !scalars[index - 1].isHan
    let digitBefore = index > 0 && scalars[index - 1].isDigit
    let after = index + 1 < scalars.count && (scalars[index + 1].isDigit || scalars[index + 1].isLatin)
    return before || digitBefore || after
  }
}
