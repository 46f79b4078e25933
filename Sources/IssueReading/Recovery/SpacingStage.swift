import IssueModel

/// Takes blanks out of Chinese running text where type puts the space itself: between Han and Western digits or
/// letters, and beside Chinese punctuation. A blank between two Han stays (it may be meant), unless the whole
/// paragraph is spaced out letter by letter.
struct SpacingStage: RepairStage {
  static let name = "spacing"
  static let summary = Wording("remove stray blanks in Chinese text", zh: "去掉中文正文中的多余空格")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard draft.language.isChinese else { return }
    if var contents = draft.contents {
      for index in contents.entries.indices {
        contents.entries[index].text = Self.tightenedQuotes(contents.entries[index].text)
      }
      if contents != draft.contents { draft.contents = contents }
    }
    // Where the text parts Han and digits throughout, its titles do so for no reason either.
    let isLoose = Self.looseDigits(in: draft) >= 4
    // Where nearly all text is set apart word by word, so are its titles and names: OCR did it.
    let isApart = Self.isSpacedOut(draft)
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      guard block.isText else { continue }
      switch block.role {
      // The blank behind a bare number parts it from the words: 1 近期天气实况.
      case .subheading where LineGrammar.numberBeforeBlank(block.text) != nil: continue
      case nil, .subheading, .paragraph, .editorsNote: break
      case .attribution(let label, let name) where Self.isSpacedOut(name):
        let closed = MastheadLine.closed(name)
        diagnostics.repaired(
          "spacing-tightened", line: block.line, "letters set apart were closed: “\(excerpt(closed, 24))”",
          zh: "字间空格已去除：“\(excerpt(closed, 24))”", severity: .note)
        draft.blocks[index].role = .attribution(label: label, name: closed)
        continue
      case .section(let name) where isApart:
        draft.blocks[index].role = .section(Self.dense(name))
        continue
      case .kicker where isApart, .subtitle where isApart, .byline where isApart, .signatureOffice where isApart:
        let closed = Self.dense(block.text)
        if closed != block.text { draft.blocks[index].lines = [DraftLine(text: closed, number: block.line)] }
        continue
      case .title:
        if isApart {
          let closed = Self.dense(block.text)
          if closed != block.text { Self.setTitle(&draft.blocks[index], closed, diagnostics) }
        }
        Self.closeSpread(&draft.blocks[index], diagnostics)
        if isLoose { Self.tightenDigits(&draft.blocks[index], diagnostics) }
        let closed = Self.tightenedQuotes(draft.blocks[index].text)
        if closed != draft.blocks[index].text { Self.setTitle(&draft.blocks[index], closed, diagnostics) }
        continue
      default: continue
      }
      for line in block.lines.indices
      where block.lines[line].text.hasBlank {
        // A paragraph joined from pieces has lines of several places: each tells of its own.
        var removed = 0
        let text = block.lines[line].text
        var known: Bool?
        func isDense() -> Bool {
          // The few letters of a last line tell nothing by themselves.
          let dense =
            known
            ?? (Self.isSpacedOut(text)
              || block.lines.count > 1 && text.hanCount < 6 && Self.isSpacedOut(block.text))
          known = dense
          return dense
        }
        let inlines = Self.tightenedBetween(
          block.lines[line].inlines.map { Self.tightened($0, dense: isDense, &removed) }, &removed)
        guard removed > 0 else { continue }
        draft.blocks[index].lines[line] = DraftLine(
          inlines: inlines, number: block.lines[line].number, endsHard: block.lines[line].endsHard)
        let start = excerpt(text, 12)
        diagnostics.repaired(
          "spacing-tightened", line: block.lines[line].number,
          "\(removed) stray blank\(removed == 1 ? "" : "s") removed in “\(start)”",
          zh: "“\(start)”一行去掉\(removed)处多余空格", severity: .note)
      }
    }
  }

  /// Whether blanks stand between the words of most paragraphs.
  private static func isSpacedOut(_ draft: Draft) -> Bool {
    var (apart, all) = (0, 0)
    for block in draft.blocks where block.role == nil && block.isText && block.text.hanCount >= 20 {
      all += 1
      if isSpacedOut(block.text) { apart += 1 }
      // Were all that follow set apart, they would be too few: most texts are told by a few of their paragraphs.
      if (all - apart) * 4 > draft.blocks.count { return false }
    }
    return apart >= 3 && apart * 4 >= all * 3
  }

  /// The text without single blanks between Han, and beside Chinese punctuation.
  private static func dense(_ text: String) -> String {
    var removed = 0
    return [tightened(.text(text.trimmed), dense: { true }, &removed)].plainText
  }

  /// How many blanks of the running text stand between a Han and a digit.
  private static func looseDigits(in draft: Draft) -> Int {
    var count = 0
    for block in draft.blocks where block.role == nil && block.isText {
      for line in block.lines where line.text.utf8.contains(0x20) {
        let scalars = line.text.scalars
        for place in scalars.indices.dropFirst().dropLast() where scalars[place] == " " {
          let (before, after) = (scalars[place - 1], scalars[place + 1])
          if before.isHan && after.isASCIIDigit || before.isASCIIDigit && after.isHan { count += 1 }
        }
      }
      if count >= 4 { return count }
    }
    return count
  }

  /// Takes out of a title the blank on one side of a number whose other side has none, 确保 2号线: type that parts Han
  /// and digits does so on both sides.
  private static func tightenDigits(_ block: inout DraftBlock, _ diagnostics: DiagnosticSink) {
    guard block.text.utf8.contains(0x20) else { return }
    let scalars = block.text.scalars
    func isOneSided(_ place: Int) -> Bool {
      guard scalars[place] == " ", place > 0, place + 1 < scalars.count else { return false }
      if scalars[place - 1].isHan, scalars[place + 1].isASCIIDigit {
        let end = scalars[(place + 1)...].firstIndex { !$0.isASCIIDigit && $0 != "." } ?? scalars.count
        return end < scalars.count && scalars[end].isHan
      }
      if scalars[place - 1].isASCIIDigit, scalars[place + 1].isHan {
        let start = scalars[..<place].lastIndex { !$0.isASCIIDigit && $0 != "." }
        return start.map { scalars[$0].isHan } ?? false
      }
      return false
    }
    guard scalars.indices.contains(where: isOneSided) else { return }
    setTitle(&block, String(scalars: scalars.indices.filter { !isOneSided($0) }.map { scalars[$0] }), diagnostics)
  }

  /// The text without blanks at quotes and brackets where one stands within them: “ 五一 ” 假期. Nobody sets that by hand.
  static func tightenedQuotes(_ text: String) -> String {
    guard text.hasBlank else { return text }
    let opening = "“‘「『《（".unicodeScalars
    let closing = "”’」』》）".unicodeScalars
    let scalars = text.scalars
    func around(_ place: Int) -> (Unicode.Scalar, Unicode.Scalar)? {
      guard scalars[place].isBlank, let before = scalars[..<place].last(where: { !$0.isBlank }),
        let after = scalars[place...].first(where: { !$0.isBlank })
      else { return nil }
      return (before, after)
    }
    let blanks = scalars.indices.compactMap { place in around(place).map { (place: place, marks: $0) } }
    guard blanks.contains(where: { opening.contains($0.marks.0) || closing.contains($0.marks.1) }) else { return text }
    let stray = Set(
      blanks.filter { _, marks in
        opening.contains(marks.0) || closing.contains(marks.1) || closing.contains(marks.0) && marks.1.isHan
          || marks.0.isHan && opening.contains(marks.1)
      }.map(\.place))
    return String(scalars: scalars.indices.filter { !stray.contains($0) }.map { scalars[$0] })
  }

  private static func setTitle(_ block: inout DraftBlock, _ text: String, _ diagnostics: DiagnosticSink) {
    diagnostics.repaired(
      "spacing-tightened", line: block.line, "stray blanks removed in the title “\(excerpt(text, 12))”",
      zh: "标题“\(excerpt(text, 12))”去掉多余空格", severity: .note)
    block.lines = [DraftLine(text: text, number: block.line)]
  }

  /// Closes a title whose letters are set apart, 談　判　結　果, or three of them or more at its end, …发 言 摘 要.
  private static func closeSpread(_ block: inout DraftBlock, _ diagnostics: DiagnosticSink) {
    let text = block.text
    guard text.hasBlank else { return }
    let words = text.splitAtScalars(where: \.isBlank)
    func isLetter(_ word: Substring) -> Bool { word.count == 1 && word.hanCount == 1 }
    var closed = text.trimmed
    // 讣　告: two letters that one wide blank parts are set so to look well, and stay so. 讣 告 is typed.
    let blanks = text.trimmed.unicodeScalars.filter(\.isBlank)
    let isWide = words.count == 2 && (blanks.count > 1 || blanks.first == " ")
    if words.count >= 4 || (words.count == 3 || isWide) && words.allSatisfy(isLetter) {
      closed = MastheadLine.closed(text)
    }
    let letters = words.reversed().prefix(while: isLetter).count
    if closed == text.trimmed, letters >= 3, letters < words.count {
      closed = words.dropLast(letters).joined(separator: " ") + words.suffix(letters).joined()
    }
    if closed != text.trimmed { setTitle(&block, closed, diagnostics) }
  }

  /// Whether blanks stand between most letters.
  private static func isSpacedOut(_ text: String) -> Bool {
    // Most paragraphs have no blank at all.
    guard text.hasBlank else { return false }
    let letters = text.reduceScalars(into: SpacedLetters()) { $0.add($1) }
    return letters.han >= 6 && letters.gaps * 5 >= letters.han * 2
  }

  /// How many Han a text has, and between how many two of them a blank stands.
  private struct SpacedLetters {
    var han = 0
    var gaps = 0
    private var followsHan = false
    private var followsBlank = false

    @inline(__always)
    mutating func add(_ scalar: Unicode.Scalar) {
      if scalar.isPlainHan || scalar.isHan {
        han += 1
        if followsBlank, followsHan { gaps += 1 }
        followsHan = true
        followsBlank = false
      } else if scalar.isBlank {
        // 童　谣　贺　冰: wide blanks were set by hand.
        followsBlank = scalar != "\u{3000}"
      } else {
        followsHan = false
        followsBlank = false
      }
    }
  }
}
