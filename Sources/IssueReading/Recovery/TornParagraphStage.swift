import IssueModel

/// Joins paragraphs that page breaks had torn, across however many empty lines.
///
/// A paragraph is torn if it is running text without an end: it stops in the midst of a sentence, within
/// brackets or quotes, or at a mark that leaves it open. A closing quote is no end unless a sentence ended
/// within it. What follows must be able to go on with it: no heading, number, label, or indent of its own.
struct TornParagraphStage: RepairStage {
  static let name = "torn-paragraphs"
  static let summary = Wording("join paragraphs torn by page breaks", zh: "接上被分页断开的段落")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count)
    let indents = Self.indentsParagraphs(draft)
    for block in draft.blocks {
      // A rule between the pieces marked the page.
      let ruled = result.last?.isRule ?? false
      // So did a picture without a caption: it goes behind the paragraph it tore.
      let pictured =
        result.last.map {
          Self.isBareFigure($0)
            || $0.isFigure && result.count > 1
              && (Self.isOpen(result[result.count - 2].text) || Self.breaksOff(result[result.count - 2].text)
                || block.text.first?.isLowercase == true && Self.isUnfinished(result[result.count - 2].text))
        } ?? false
      let before = ruled || pictured ? result.count - 2 : result.count - 1
      if before >= 0, !Self.greets(result[before], behind: before > 0 ? result[before - 1] : nil),
        let confidence = Self.tear(result[before], block, ruled: ruled)
          ?? (indents && !ruled && !pictured
            && (Self.goesOnAtPage(result[before], block) || Self.goesOnFlush(result[before], block)) ? 0.85 : nil),
        !pictured || Self.isUnfinished(result[before].text)
      {
        let tail = String((result[before].lines.last?.text ?? "").trimmed.suffix(8))
        let head = excerpt(block.text, 8)
        diagnostics.repaired(
          "paragraph-joined", line: block.line, "torn paragraph joined: “…\(tail)” + “\(head)”",
          zh: "接上断开的段落：“…\(tail)”＋“\(head)”", confidence: confidence)
        if ruled { result.removeLast() }
        Self.join(block, to: &result[before])
      } else {
        result.append(block)
      }
    }
    for index in result.indices where !result[index].source.joinedLines.isEmpty { LooseEmphasis.close(&result[index]) }
    if result.contains(where: Self.endsInHyphen) {
      let words = HyphenatedLines(draft)
      for index in result.indices where Self.endsInHyphen(result[index]) { words.close(&result[index], diagnostics) }
    }
    draft.blocks = result
  }

  private static func endsInHyphen(_ block: DraftBlock) -> Bool {
    block.isText && block.lines.count > 1 && block.lines.dropLast().contains { $0.text.utf8.last == UInt8(ascii: "-") }
  }

  /// Dear members, right below a title: whom the article speaks to, and no torn sentence.
  private static func greets(_ block: DraftBlock, behind head: DraftBlock?) -> Bool {
    guard block.lines.count == 1, block.text.trimmed.hasSuffix(",") else { return false }
    if isValediction(block.text) { return true }
    guard TitleWork.isGreeting(block.text) else { return false }
    if block.text.trimmed.hasPrefix("Dear ") { return true }
    switch head?.role {
    case .title, .subtitle, .byline, .section: return true
    default: return false
    }
  }

  /// Yours sincerely, and the like: a name follows, no rest of a sentence.
  static func isValediction(_ text: String) -> Bool {
    var line = text.trimmed
    guard line.utf8.last == UInt8(ascii: ",") else { return false }
    line = line.lowercased()
    guard line.columns <= 44 else { return false }
    return line.hasPrefix("your") || line.contains("regards") || line.contains("wishes") || line.contains("sincerely")
      || line.contains("faithfully") || line.contains("blessing") || line == "by command," || line == "by order,"
  }

  /// Whether `text` ends with a mark that leaves it open, or within brackets.
  private static func isOpen(_ text: String) -> Bool { openness(of: text.trimmed, next: nil) == 2 }

  /// Whether `text` is long, and stops at a Han as no paragraph does.
  private static func breaksOff(_ text: String) -> Bool {
    text.columns >= 60 && text.trimmed.unicodeScalars.last?.isHan == true && isUnfinished(text)
  }

  private static func isBareFigure(_ block: DraftBlock) -> Bool {
    guard case .ready(.figure(let figure)) = block.form else { return false }
    return figure.caption == nil && figure.image.description.isEmpty
  }

  /// Adds the lines of `block`; they become one run of text when the block is made into a paragraph.
  private static func join(_ block: DraftBlock, to first: inout DraftBlock) {
    if let last = first.lines.last, last.endsHard { first.lines[first.lines.count - 1].endsHard = false }
    // A word hyphenated at the page's end.
    if let last = first.lines.last, case .text(let text) = last.inlines.last, text.hasSuffix("-"),
      text.unicodeScalars.dropLast().last?.isASCIILetter == true,
      let next = block.lines.first?.text.unicodeScalars.first,
      next.isASCIILetter, next.properties.isLowercase, let head = block.lines.first
    {
      let word = last.inlines.dropLast() + [.text(String(text.dropLast()))]
      first.lines[first.lines.count - 1] = DraftLine(
        inlines: (word + head.inlines).merged, number: last.number, endsHard: head.endsHard)
      first.lines += block.lines.dropFirst()
    } else {
      first.lines += block.lines
    }
    first.source = first.source.joined(with: block.source)
  }

  // MARK: Rules

  /// Whether nearly all paragraphs of the source begin with an indent.
  private static func indentsParagraphs(_ draft: Draft) -> Bool {
    // Most sources indent nothing: then no paragraph need be read.
    guard draft.blocks.count(where: \.isIndented) >= 4 else { return false }
    var (indented, flush) = (0, 0)
    for block in draft.blocks {
      guard block.role == nil, case .paragraph = block.form, !block.isCentred, LineGrammar.isProse(block.text) else {
        continue
      }
      if block.isIndented { indented += 1 } else { flush += 1 }
    }
    return indented >= 4 && indented >= 4 * flush
  }

  /// Whether a page begins with text flush left where paragraphs are indented: it goes on with the one before, though a
  /// sentence ended there.
  private static func goesOnAtPage(_ first: DraftBlock, _ second: DraftBlock) -> Bool {
    guard case .paragraph = first.form, case .paragraph = second.form, first.role == nil, second.role == nil,
      second.beginsPage, first.isIndented, !second.isIndented, !second.isCentred, !second.isFlushRight
    else { return false }
    return LineGrammar.isProse(first.text) && LineGrammar.isProse(second.text)
      && LineGrammar.wholeBracket(first.text) == nil && mayContinue(second, second.text.trimmed)
  }

  /// Whether text flush left, where paragraphs are indented, goes on with one that ends in a semicolon.
  private static func goesOnFlush(_ first: DraftBlock, _ second: DraftBlock) -> Bool {
    guard case .paragraph = first.form, case .paragraph = second.form, first.role == nil, second.role == nil,
      first.isIndented, !second.isIndented, !second.isCentred, !second.isFlushRight,
      let last = first.text.trimmed.last, "；;".contains(last)
    else { return false }
    return LineGrammar.isProse(second.text) && LineGrammar.numbering(first.text.trimmed) == nil
      && ItemMark(first.text.trimmed) == nil && ItemMark(second.text.trimmed) == nil
      && mayContinue(second, second.text.trimmed)
  }

  /// How sure it is that `second` goes on with `first`, from 0 to 1; nil where it does not.
  private static func tear(_ first: DraftBlock, _ second: DraftBlock, ruled: Bool) -> Double? {
    guard case .paragraph = first.form, case .paragraph = second.form, first.role == nil, second.role == nil,
      // Where a page begins, layouts set the rest of a sentence as far in as paragraphs.
      !second.isIndented || second.beginsPage && first.isIndented && second.text.trimmed.first?.isLowercase == true,
      !second.isCentred
    else { return nil }
    // The last lines tell; a paragraph torn many times need not be read anew for each tear.
    let before = (first.lines.count > 4 ? LineJoining.joined(first.lines.suffix(4).map(\.text)) : first.text).trimmed
    let after = second.text.trimmed
    guard let next = after.unicodeScalars.first else { return nil }
    var evidence = openness(of: before, next: next)
    // A line cut short by the page's end, and a small letter at the head of the next page.
    if evidence == 0, second.beginsPage, before.unicodeScalars.last?.isASCIILetter == true,
      before.columns >= 16 || before.columns >= 8 && endsInFunctionWord(before),
      next.isASCIILetter, next.properties.isLowercase, before.contains(" ")
    {
      evidence = 2
    }
    // A short beginning of a sentence, torn near its paragraph's start: what follows has to be the rest of one.
    if evidence == 0, before.columns >= 24, before.contains("，"), !before.contains("："),
      before.unicodeScalars.last?.isClosing == false, after.columns >= 48, after.contains("。")
    {
      evidence = 1
    }
    // At a page's edge a semicolon ends no paragraph, unless an item begins behind it.
    if evidence < 0, second.beginsPage, let last = before.last, "；;".contains(last), before.columns >= 36,
      LineGrammar.numbering(before) == nil, ItemMark(before) == nil, !next.continuesText
    {
      evidence = 1
    }
    // Behind the last item of a list a new sentence begins a paragraph.
    if !second.beginsPage, next.properties.isUppercase, ItemMark(before) != nil, !before.contains(". ") { return nil }
    // Nor does another item, or in Chinese any line behind a bulleted one that ends no clause.
    if !second.beginsPage, isBulleted(before), isBulleted(after) || evidence < 2 && !next.continuesText { return nil }
    // What is enclosed is named without an end mark.
    if evidence < 2, AttributionStage.isAttachment(before) { return nil }
    guard evidence >= 0 || next.continuesText, mayContinue(second, after) else { return nil }
    // A closing quote goes on with text that is open; other such marks with any.
    let closesQuote = next == "”" || next == "’"
    if next.continuesText, !closesQuote || openness(of: before, next: nil) > 0 {
      return evidence >= 0 && !before.isEmpty ? 0.97 : nil
    }
    if evidence < 2, sharesBeginning(before, after) { return nil }
    // A rule parts what a page had parted only behind a text too long for a line by itself.
    guard evidence >= (ruled && before.columns < 60 ? 2 : 1) else { return nil }
    return evidence == 2 ? 0.97 : ruled ? 0.8 : 0.85
  }

  private static func isBulleted(_ text: String) -> Bool {
    guard let mark = ItemMark(text), case .bullet = mark.kind else { return false }
    return text.hasHan
  }

  private static func mayContinue(_ block: DraftBlock, _ text: String) -> Bool {
    if let numbering = LineGrammar.numbering(text), numbering.level <= 5, numbering.length < text.count { return false }
    // (a) begins the items of what stands above.
    if let mark = ItemMark(text), mark.ordinal == 1, case .letter = mark.kind { return false }
    if LineGrammar.beginsCount(text) || LineGrammar.sectionMark(text) != nil || LineGrammar.wholeBracket(text) != nil {
      return false
    }
    if LineGrammar.distribution(text) != nil || DateGrammar.whole(text) != nil || SignatureLines.date(text) != nil
      || text.hasPrefix("附件")
      || text.hasPrefix("——")
    {
      return false
    }
    if let first = text.unicodeScalars.first, first.isLineMark || first == "【" || first == "〖" { return false }
    if EditorsNoteStage.label(of: text) != nil { return false }
    // A paragraph that begins bold begins something, unless all of it is the rest of a bold run.
    if case .strong(let lead) = block.inlines.first, lead.plainText.unicodeScalars.first?.continuesText != true {
      return false
    }
    return true
  }

  /// Items alike (1月5日，… 1月6日，…; 一是… 二是…) are items, not one torn paragraph.
  private static func sharesBeginning(_ a: String, _ b: String) -> Bool {
    func shape(_ text: String) -> String {
      var result = ""
      for scalar in text.prefix(12).unicodeScalars.lazy.map(\.halfWidth) {
        if scalar.isASCIIDigit {
          if result.last != "0" { result += "0" }
        } else if scalar == "月" || scalar == "日" || scalar == ":" || scalar == "时" || scalar == "点" {
          result.unicodeScalars.append(scalar)
        } else {
          break
        }
      }
      return result
    }
    let first = shape(a)
    return first.count >= 3 && first == shape(b) && !a.contains("。")
  }
}
