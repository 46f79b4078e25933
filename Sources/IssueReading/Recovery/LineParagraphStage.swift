import IssueModel

/// Parts paragraphs whose lines each say something: to Markdown they are one, since no empty line stands between.
///
/// They are as many paragraphs where each line begins with a label of a few Han (周一：…, 问：…) or a day (5月6日：…), or where
/// each is one or more whole sentences, longer than any page is wide. So are the enclosures named behind 附件：, who signs at the
/// end of a paragraph or list; and each line in bold above text: names of sections and titles that no empty line parts from what they head.
struct LineParagraphStage: RecoveryStage {
  static let name = "line-paragraphs"
  static let summary = Wording("part paragraphs whose lines each say something", zh: "拆开每行各成一段的文字")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    partBoldHeads(&draft)
    guard draft.language.isChinese else { return }
    let whole = draft
    draft.blocks.replace { Self.signatureParted($0, whole) }
    draft.blocks.replace { block in
      if let place = Self.attachment(in: block) { return Self.parted(block, at: place) }
      guard Self.isOfLines(block) else { return nil }
      return block.lines.map { line in
        var paragraph = block
        paragraph.lines = [DraftLine(inlines: line.inlines, number: line.number)]
        paragraph.source = SourceRange(line: line.number)
        return paragraph
      }
    }
  }

  private func partBoldHeads(_ draft: inout Draft) {
    draft.blocks.replace { block in
      guard block.role == nil, case .paragraph = block.form, block.lines.count > 1 else { return nil }
      var starts = [0] + Self.innerBoldHeads(block)
      starts.append(block.lines.count)
      let parts = zip(starts, starts.dropFirst()).flatMap { start, end in
        Self.headsParted(Self.part(of: block, start..<end))
      }
      return parts.count > 1 ? parts : nil
    }
  }

  /// The block with the lines in bold at its head as blocks of their own.
  private static func headsParted(_ block: DraftBlock) -> [DraftBlock] {
    let count = boldHeads(block)
    guard count > 0 else { return [block] }
    return (0..<count).map { part(of: block, $0..<($0 + 1)) } + [part(of: block, count..<block.lines.count)]
  }

  /// The lines of `range` as a block; the last of one that is cut short is broken by nothing.
  static func part(of block: DraftBlock, _ range: Range<Int>) -> DraftBlock {
    guard range != block.lines.indices else { return block }
    var part = block
    part.lines = Array(block.lines[range])
    if range.count == 1 { part.lines = part.lines.map { DraftLine(inlines: $0.inlines, number: $0.number) } }
    part.source = SourceRange(
      start: SourcePosition(line: part.lines[0].number), endLine: part.lines[part.lines.count - 1].number)
    return part
  }

  /// The lines in bold within the paragraph that stand behind a whole sentence, each above text.
  private static func innerBoldHeads(_ block: DraftBlock) -> [Int] {
    block.lines.indices.dropFirst().dropLast().filter { index in
      guard block.lines[index].inlines.isAllStrong, !block.lines[index - 1].inlines.isAllStrong,
        isHead(block.lines[index]),
        block.lines[index - 1].text.trimmed.unicodeScalars.last(where: { !$0.isClosing })?.endsSentence == true,
        !block.lines[index + 1].inlines.isAllStrong
      else { return false }
      return block.lines[index + 1].text.trimmed.unicodeScalars.first?.continuesText == false
    }
  }

  /// Whether a line is short and ends as no text does.
  private static func isHead(_ line: DraftLine) -> Bool {
    let head = line.text.trimmed
    guard head.fits(80), let last = head.unicodeScalars.last else { return false }
    return !"。；，、：…;,:.".unicodeScalars.contains(last)
  }

  /// How many lines in bold head the paragraph, none of them a piece of its text; 0 for none.
  private static func boldHeads(_ block: DraftBlock) -> Int {
    guard block.role == nil, case .paragraph = block.form, block.lines.count > 1, block.lines[0].inlines.isAllStrong
    else { return 0 }
    guard let count = block.lines.firstIndex(where: { !$0.inlines.isAllStrong }) else {
      // A title over lines may be all bold; a section's name above it is a line of its own.
      let names = block.lines.prefix { LineGrammar.sectionMark($0.text) != nil }.count
      return names < block.lines.count ? names : 0
    }
    guard count <= 4 else { return 0 }
    let text = block.lines[count]
    // Bold that goes on in the text was wrapped, and so was what the text goes on with.
    if case .strong = text.inlines.first { return 0 }
    guard text.text.trimmed.unicodeScalars.first?.continuesText == false else { return 0 }
    // A title of few letters is one by what stands below it: its writer, or a subtitle.
    if block.lines.count == count + 1, block.lines[count - 1].text.columns < 8, !LineGrammar.isProse(text.text),
      TitleWork.isWriter(text.text) || TitleWork.subtitle(text.text) != nil
        || TitleWork.isPerson(text.text.withoutBlanks)
    {
      return 0
    }
    let areHeads = block.lines[..<count].allSatisfy(isHead)
    // In wrapped text a line as wide as those below it goes on in them.
    let widest = block.lines[count...].dropLast().reduce(0) { max($0, $1.text.columns) }
    let head = block.lines[count - 1].text.columns
    return areHeads && (widest == 0 || head + 4 < widest || head > widest + 4) ? count : 0
  }

  private static func isOfLines(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form, block.lines.count > 1 else { return false }
    return block.lines.allSatisfy { isLabelled($0.text.trimmed) } || block.lines.allSatisfy { isWhole($0.text.trimmed) }
      || isBrokenText(block)
  }

  /// Running text whose paragraphs hard breaks part: one of them at least stands behind whole sentences that fill a line, and
  /// none within a sentence.
  private static func isBrokenText(_ block: DraftBlock) -> Bool {
    guard block.lines.dropLast().allSatisfy(\.endsHard) else { return false }
    var isText = false
    for (line, after) in zip(block.lines, block.lines.dropFirst()) {
      let text = line.text.trimmed
      let ends = text.unicodeScalars.last { !$0.isClosing }?.endsSentence == true
      guard after.text.trimmed.unicodeScalars.first?.continuesText == false, ends || !LineGrammar.isProse(text),
        LineGrammar.distribution(text) == nil
      else { return false }
      isText = isText || ends && text.columns >= 60
    }
    return isText
  }

  /// 周一：…, 5月6日：…
  private static func isLabelled(_ text: String) -> Bool {
    guard let colon = text.prefix(14).firstIndex(ofAny: "：:") else { return false }
    let label = text[..<colon]
    guard !label.isEmpty, colon < text.index(before: text.endIndex) else { return false }
    if SignatureLines.isDay(String(label)) || DateGrammar.whole(String(label)) != nil { return true }
    return label.utf8.count <= 26 && label.allSatisfy { $0.isHanCharacter || $0.isBlankCharacter }
  }

  /// The line, in a paragraph of several, that names what is enclosed: the first, or one below a line that ends a sentence.
  private static func attachment(in block: DraftBlock) -> Int? {
    guard block.role == nil, case .paragraph = block.form, block.lines.count > 1 else { return nil }
    return block.lines.indices.first { index in
      guard AttributionStage.isAttachment(block.lines[index].text.trimmed) else { return false }
      return index == 0
        || block.lines[index - 1].text.unicodeScalars.last { !$0.isClosing }?.endsSentence == true
    }
  }

  /// The text above 附件：, each enclosure by itself, though the page's width broke its name, and what signs below them.
  private static func parted(_ block: DraftBlock, at place: Int) -> [DraftBlock] {
    var parts = place > 0 ? [Array(block.lines[..<place])] : []
    let lines = block.lines[place...]
    // Who signs, and when, may stand on the last lines.
    var end = lines.endIndex
    while end > place + 1, closes(block.lines[end - 1].text.trimmed, below: end == lines.endIndex) { end -= 1 }
    var isNumbered = false
    for index in place..<end {
      let line = block.lines[index]
      let number = LineGrammar.numbering(line.text.trimmed)?.level == 3
      let isOpen =
        index > place
        && (isNumbered || TornParagraphStage.unclosed(block.lines[index - 1].text)
          || block.lines[index - 1].text.columns > 48)
      if index > place, !number, isOpen, !block.lines[index - 1].endsHard {
        parts[parts.count - 1].append(line)
      } else {
        parts.append([line])
      }
      isNumbered = isNumbered || number || index == place && line.text.contains("1")
    }
    parts += block.lines[end...].map { [$0] }
    return parts.map { lines in
      var part = block
      part.lines = lines
      part.lines[lines.count - 1].endsHard = false
      part.source = SourceRange(
        start: SourcePosition(line: lines[0].number), endLine: lines[lines.count - 1].number)
      return part
    }
  }

  /// Whether a line below enclosures closes the article: a date, above it an office, the contributor in brackets.
  private static func closes(_ text: String, below isLast: Bool) -> Bool {
    if DateGrammar.whole(text) != nil { return true }
    if isLast { return LineGrammar.wholeBracket(text).map(Vocabulary.looksLikeOffice) ?? false }
    return text.columns <= 48 && Vocabulary.looksLikeOffice(text) && LineGrammar.numbering(text) == nil
  }

  /// A line of sentences wider than pages are.
  private static func isWhole(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last(where: { !$0.isClosing }) else { return false }
    return last.endsSentence && text.columns > 100
  }
}
