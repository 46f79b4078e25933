public import IssueModel

/// A bracket or quote that is opened and not closed, or closed and not opened: something is missing, or a tear
/// was not joined.
public struct BracketCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["bracket-unbalanced"]
  /// The check.
  public init() {}

  /// As many of one passage as are told one by one.
  private static let limit = 20

  /// Reports each mark without its partner. Quotes may run over paragraphs of an article.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var open: [(mark: Lone, passage: Passage, position: SourcePosition)] = []
    func flush() {
      found += open.map(report)
      open = []
    }
    var article: Int?
    for passage in subject.passages {
      if passage.place != .running || passage.article != article {
        flush()
        article = passage.article
      }
      guard passage.kinds.contains(.bracket) else { continue }
      let scan = Brackets(passage.scalars, hasHan: passage.kinds.contains(.han))
      // A paragraph of nothing else would be told a hundred thousand times.
      let lone = Array(scan.lone.prefix(Self.limit))
      let positions = subject.positions(of: lone.map(\.index), in: passage)
      guard passage.place == .running else {
        found += zip(lone, positions).map { report($0, passage, $1) }
        continue
      }
      // Each paragraph of a long quote may open it anew, and the last one closes it.
      if let opening = passage.scalars.first, Brackets.Pair(openedBy: opening)?.isQuote == true {
        open.removeAll { $0.mark.scalar == opening }
      }
      for (mark, position) in zip(lone, positions) {
        if !mark.opens, let pair = Brackets.Pair(closedBy: mark.scalar),
          let partner = open.lastIndex(where: { Brackets.Pair(openedBy: $0.mark.scalar) == pair })
        {
          open.remove(at: partner)
        } else if mark.opens, Brackets.Pair(openedBy: mark.scalar)?.isQuote == true {
          open.append((mark, passage, position))
        } else {
          found.append(report(mark, passage, position))
        }
      }
    }
    flush()
    return found
  }

  private func report(_ mark: Lone, _ passage: Passage, _ position: SourcePosition) -> Diagnostic {
    let text = passage.excerpt(around: mark.index..<(mark.index + 1))
    return .finding(
      "bracket-unbalanced", at: position,
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
  /// How many open brackets were looked at in search of a partner: no more than there are brackets.
  private(set) var steps = 0

  /// The kinds of brackets and quotes. Halves of other width still make a pair; that they are mixed is another check's
  /// matter.
  enum Pair: Int, CaseIterable {
    case round, square, title, angle, lenticular, tortoiseShell, whiteLenticular, corner, whiteCorner, double, single

    /// The pair that the scalar opens; nil for any other scalar.
    init?(openedBy scalar: Unicode.Scalar) {
      switch scalar {
      case "（", "(": self = .round
      case "[": self = .square
      case "《": self = .title
      case "〈": self = .angle
      case "【": self = .lenticular
      case "〔": self = .tortoiseShell
      case "〖": self = .whiteLenticular
      case "「": self = .corner
      case "『": self = .whiteCorner
      case "“": self = .double
      case "‘": self = .single
      default: return nil
      }
    }

    /// The pair that the scalar closes; nil for any other scalar.
    init?(closedBy scalar: Unicode.Scalar) {
      switch scalar {
      case "）", ")": self = .round
      case "]": self = .square
      case "》": self = .title
      case "〉": self = .angle
      case "】": self = .lenticular
      case "〕": self = .tortoiseShell
      case "〗": self = .whiteLenticular
      case "」": self = .corner
      case "』": self = .whiteCorner
      case "”": self = .double
      case "’": self = .single
      default: return nil
      }
    }

    /// Whether the pair sets off what somebody says, which may run over paragraphs.
    var isQuote: Bool {
      switch self {
      case .corner, .whiteCorner, .double, .single: true
      default: false
      }
    }
  }

  init(_ scalars: [Unicode.Scalar], hasHan: Bool) {
    var stack: [(mark: Lone, pair: Pair)] = []
    // How many of each pair are open: for a mark whose partner is not among them, the stack is not searched.
    var open = [Int](repeating: 0, count: Pair.allCases.count)
    var straight: [Int] = []
    for (index, scalar) in scalars.enumerated() where ScalarKinds.of(scalar).contains(.bracket) {
      if scalar == "\"", hasHan, index == 0 || !scalars[index - 1].isDigit { straight.append(index) }
      if let pair = Pair(openedBy: scalar) {
        stack.append((Lone(scalar: scalar, index: index, opens: true), pair))
        open[pair.rawValue] += 1
      } else if let pair = Pair(closedBy: scalar) {
        if open[pair.rawValue] > 0 {
          while let (mark, opened) = stack.popLast() {
            steps += 1
            open[opened.rawValue] -= 1
            if opened == pair { break }
            lone.append(mark)
          }
        } else if !Self.endsNumber(scalars, index), !Self.isApostrophe(scalars, index) {
          lone.append(Lone(scalar: scalar, index: index, opens: false))
        }
      }
    }
    lone += stack.map(\.mark)
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
