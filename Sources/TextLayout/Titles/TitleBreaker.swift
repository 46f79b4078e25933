internal import UnicodeText

/// Breaks titles into balanced lines (GB/T 9704-2012, 7.3.1: whole words, a trapezoid or a lozenge, no line much
/// shorter than the others). It knows no medium: the caller measures.
public struct TitleBreaker: ~Copyable {
  private var finder: UnitFinder
  private let locale: String
  /// Opened when the first title needs words: the dictionary takes a millisecond to load.
  private var words: TextBreaks?

  /// A breaker for titles in the language of `rules`.
  public init(_ rules: LayoutRules) {
    finder = UnitFinder(rules: rules)
    locale = rules.locale
    words = nil
  }

  /// `title` in as few lines as it needs, of at most `maximum` each, with the blanks at breaks dropped. A
  /// newline in it is kept as a break.
  /// - Parameters:
  ///   - title: The title, on one line or more.
  ///   - maximum: The most a line may measure, above 0. A word that measures more is broken.
  ///   - measure: How wide a piece of text is, in the caller's unit: columns, twips. The width of two pieces
  ///     together must be the sum of both.
  public mutating func lines(of title: String, maximum: Int, measure: (String) -> Int) -> [String] {
    var result: [String] = []
    let parts = title.split(whereSeparator: { $0.unicodeScalars.allSatisfy(\.isNewline) })
    for part in parts.flatMap({ measure(String($0)) > maximum ? $0.byLanguage : [$0] }) {
      // Blanks and marks are the better places; words only where those give no balanced lines.
      let phrases = pieces(of: String(part), at: .phrases, maximum: maximum, measure: measure)
      if let phrases, let lines = TitleShape(pieces: phrases, maximum: maximum).balancedLines() {
        result += lines
      } else if let words = pieces(of: String(part), at: .words, maximum: maximum, measure: measure) {
        result += TitleShape(pieces: words, maximum: maximum).lines()
      }
    }
    return result
  }

  /// Where a title may be cut.
  private enum Cut {
    /// At blanks and marks.
    case phrases
    /// Between words too.
    case words
  }

  /// The pieces of `title`. A word that measures more than a line is cut into units, a phrase makes it nil.
  private mutating func pieces(
    of title: String, at cut: Cut, maximum: Int, measure: (String) -> Int
  ) -> [TitlePiece]? {
    let line = finder.analysed(title)
    let isCut = cut == .words ? wordEnds(of: title, line) : phraseEnds(of: line)
    var pieces: [TitlePiece] = []
    // How many quotes and brackets are open.
    var depth = 0
    var start = 0
    while start < line.scalars.count, Kinsoku.isBlank(line.scalars[start]) { start += 1 }
    while start < line.scalars.count {
      // As far as the next end of a word, or of a unit when that is too far.
      var unitEnd = start + 1
      while unitEnd < line.scalars.count, !line.mayBreak[unitEnd] { unitEnd += 1 }
      var end = unitEnd
      // 的 belongs to the word before it.
      while end < line.scalars.count, !(line.mayBreak[end] && isCut[end]) || line.scalars[end] == "的" { end += 1 }
      var piece = piece(start..<end, of: line, in: title, measure: measure)
      if piece.width > maximum, cut == .phrases { return nil }
      if piece.width > maximum, unitEnd < end {
        end = unitEnd
        piece = self.piece(start..<end, of: line, in: title, measure: measure)
        piece.cost = .withinWord
      }
      for scalar in line.scalars[start..<end] { depth = max(0, depth + scalar.nesting) }
      // What is quoted is one thing: the break before it or behind it is the better one.
      if depth > 0 { piece.cost.value += 300 }
      if piece.width > maximum {
        pieces += torn(piece, maximum: maximum, measure: measure)
      } else {
        pieces.append(piece)
      }
      start = end
    }
    return pieces
  }

  /// Whether a word ends before each scalar.
  private mutating func wordEnds(of title: String, _ line: AnalysedText) -> [Bool] {
    var result = [Bool](repeating: false, count: line.offsets.count)
    if words == nil { words = TextBreaks(.word, locale: locale) }
    var index = 0
    for place in words?.places(in: title) ?? [] {
      while index < line.offsets.count - 1, line.offsets[index] < place.utf8Offset { index += 1 }
      result[index] = true
    }
    return result
  }

  /// Whether a blank or a mark stands before each scalar, or an opening one there.
  private func phraseEnds(of line: AnalysedText) -> [Bool] {
    var result = [Bool](repeating: false, count: line.offsets.count)
    for index in line.scalars.indices.dropFirst() {
      let (last, next) = (line.scalars[index - 1], line.scalars[index])
      result[index] =
        Kinsoku.isBlank(last) || (Kinsoku.mayNotBegin(last) && !last.isASCII)
        || (Kinsoku.mayNotEnd(next) && !next.isASCII)
    }
    return result
  }

  private func piece(
    _ range: Range<Int>, of line: AnalysedText, in title: String, measure: (String) -> Int
  ) -> TitlePiece {
    var end = range.upperBound
    while end > range.lowerBound, Kinsoku.isBlank(line.scalars[end - 1]) { end -= 1 }
    let text = String(line.slice(range.lowerBound..<end, of: title))
    let blanks = String(line.slice(end..<range.upperBound, of: title))
    let next = range.upperBound < line.scalars.count ? line.scalars[range.upperBound] : nil
    let cost = BreakCost(after: line.scalars[range.lowerBound..<end], blank: !blanks.isEmpty, before: next)
    return TitlePiece(
      text: text, width: measure(text), blanks: blanks, blankWidth: blanks.isEmpty ? 0 : measure(blanks), cost: cost)
  }

  /// A piece wider than a line, character by character.
  private func torn(_ piece: TitlePiece, maximum: Int, measure: (String) -> Int) -> [TitlePiece] {
    var result: [TitlePiece] = []
    for character in piece.text {
      let text = String(character)
      result.append(TitlePiece(text: text, width: measure(text), blanks: "", blankWidth: 0, cost: .withinWord))
    }
    if let last = result.indices.last {
      result[last].blanks = piece.blanks
      result[last].blankWidth = piece.blankWidth
      result[last].cost = piece.cost
    }
    return result
  }
}

/// A piece of a title that stays on one line.
struct TitlePiece {
  var text: String
  var width: Int
  var blanks: String
  var blankWidth: Int
  /// What a break behind it costs.
  var cost: BreakCost
}

/// How bad a break is, in thousandths of the longest line.
struct BreakCost {
  var value: Int
  static let withinWord = BreakCost(value: 600)

  init(value: Int) { self.value = value }

  /// The cost of a break between `last` and `next`.
  init(after last: ArraySlice<Unicode.Scalar>, blank: Bool, before next: Unicode.Scalar?) {
    if blank {
      // Meant by the writer: 召开会议 传达学习. Less so between words of Latin script, which have it anyway: a title in
      // two languages breaks between those.
      let isWithinLatin = last.last?.isLatinWord == true && next?.isLatinWord == true
      value = isWithinLatin ? 260 : 0
      return
    }
    switch last.last {
    case "，", "；", "：", "！", "？", "。", ",", ";", ":", "—", "…": value = 60
    case "、", "”", "》", "）", "」": value = 150
    case "的", "了", "着", "地", "得": value = 280
    // A joining word stands at the beginning of a line rather than at its end.
    case "和", "与", "及", "暨", "在", "对", "为", "将", "把", "被", "向", "以", "由", "从", "并", "到", "于":
      value = last.count == 1 ? 1500 : 360
    // Often the end of a name: 市水务局.
    case "会", "局", "委", "厅", "部", "办", "处", "院", "市", "省", "区", "县", "镇", "乡": value = 290
    // A letter alone is seldom a word, though the dictionary may know no other here.
    default: value = last.count == 1 && last.last?.isHan == true ? 600 : 350
    }
    switch next {
    case "的", "了", "着", "地", "等", "们", "性", "化", "上", "中", "下": value += 1500
    case "“", "《", "（", "「", "—": value = min(value, 120)
    case "和", "与", "及", "暨": value -= 60
    default: break
    }
  }
}

extension Unicode.Scalar {
  /// 1 for what opens a quotation or bracket, -1 for what closes one, 0 for anything else.
  fileprivate var nesting: Int {
    switch self {
    case "“", "《", "（", "「", "『", "〈", "(": 1
    case "”", "》", "）", "」", "』", "〉", ")": -1
    default: 0
    }
  }

  /// Whether the scalar is a letter or digit of words that blanks part: none of Chinese or of its marks.
  fileprivate var isLatinWord: Bool {
    value < 0x0530 && (properties.isAlphabetic || properties.numericType != nil)
  }
}

extension Substring {
  /// A title in two languages, one behind the other, as the title in each; else the whole.
  fileprivate var byLanguage: [Substring] {
    for blank in unicodeScalars.indices where unicodeScalars[blank] == " " || unicodeScalars[blank] == "\u{3000}" {
      let (before, behind) = (self[..<blank], self[unicodeScalars.index(after: blank)...])
      guard before.isChineseTitle ? behind.isWesternTitle : before.isWesternTitle && behind.isChineseTitle else {
        continue
      }
      return [before, behind]
    }
    return [self]
  }

  /// Whether the text is Han without words of Latin script, and more than a name or two.
  private var isChineseTitle: Bool {
    unicodeScalars.lazy.filter(\.isHan).count >= 4
      && !unicodeScalars.contains { $0.value < 0x0530 && $0.properties.isAlphabetic }
  }

  /// Whether the text is two words of Latin script or more, without Han.
  private var isWesternTitle: Bool {
    let words = split { $0 == " " }.lazy.filter { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }
    return words.count >= 2 && !unicodeScalars.contains(where: \.isHan)
  }
}
