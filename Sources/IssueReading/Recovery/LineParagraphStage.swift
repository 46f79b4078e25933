import IssueModel

/// Parts paragraphs whose lines each say something: to Markdown they are one, since no empty line stands between.
///
/// They are as many paragraphs where each line begins with a label of a few Han (周一：…, 问：…) or a day (5月6日：…), or where
/// each is one or more whole sentences, longer than any page is wide. A last line 附件：… behind a sentence is one too, and
/// so is each line in bold above text: names of sections and titles that no empty line parts from what they head.
struct LineParagraphStage: RecoveryStage {
  static let name = "line-paragraphs"
  static let summary = Wording("part paragraphs whose lines each say something", zh: "拆开每行各成一段的文字")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    partBoldHeads(&draft)
    guard draft.language.isChinese,
      draft.blocks.contains(where: { Self.isOfLines($0) || Self.endsInAttachment($0) })
    else { return }
    draft.blocks = draft.blocks.flatMap { block -> [DraftBlock] in
      if Self.endsInAttachment(block) {
        var (text, attachment) = (block, block)
        attachment.lines = [text.lines.removeLast()]
        attachment.source = SourceRange(line: attachment.lines[0].number)
        text.source.endLine = text.lines[text.lines.count - 1].number
        text.lines[text.lines.count - 1].endsHard = false
        return [text, attachment]
      }
      guard Self.isOfLines(block) else { return [block] }
      return block.lines.map { line in
        var paragraph = block
        paragraph.lines = [DraftLine(inlines: line.inlines, number: line.number)]
        paragraph.source = SourceRange(line: line.number)
        return paragraph
      }
    }
  }

  private func partBoldHeads(_ draft: inout Draft) {
    guard draft.blocks.contains(where: { Self.boldHeads($0) > 0 }) else { return }
    draft.blocks = draft.blocks.flatMap { block -> [DraftBlock] in
      let count = Self.boldHeads(block)
      guard count > 0 else { return [block] }
      var text = block
      text.lines.removeFirst(count)
      text.source.start.line = text.lines[0].number
      let heads = block.lines[..<count].map { line in
        var head = block
        head.lines = [DraftLine(inlines: line.inlines, number: line.number)]
        head.source = SourceRange(line: line.number)
        return head
      }
      return heads + [text]
    }
  }

  /// How many lines in bold head the paragraph, none of them a piece of its text; 0 for none.
  private static func boldHeads(_ block: DraftBlock) -> Int {
    guard block.role == nil, case .paragraph = block.form, block.lines.count > 1, block.lines[0].inlines.isAllStrong,
      let count = block.lines.firstIndex(where: { !$0.inlines.isAllStrong }), count <= 4
    else { return 0 }
    let text = block.lines[count]
    // Bold that goes on in the text was wrapped, and so was what the text goes on with.
    if case .strong = text.inlines.first { return 0 }
    guard text.text.trimmed.unicodeScalars.first?.continuesText == false else { return 0 }
    let isHead = block.lines[..<count].allSatisfy { line in
      let head = line.text.trimmed
      guard head.fits(80), let last = head.unicodeScalars.last else { return false }
      return !"。；，、：…;,:.".unicodeScalars.contains(last)
    }
    // In wrapped text a line as wide as those below it goes on in them.
    let widest = block.lines[count...].dropLast().reduce(0) { max($0, $1.text.columns) }
    let head = block.lines[count - 1].text.columns
    return isHead && (widest == 0 || head + 4 < widest || head > widest + 4) ? count : 0
  }

  private static func isOfLines(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form, block.lines.count > 1 else { return false }
    return block.lines.allSatisfy { isLabelled($0.text.trimmed) } || block.lines.allSatisfy { isWhole($0.text.trimmed) }
  }

  /// 周一：…, 5月6日：…
  private static func isLabelled(_ text: String) -> Bool {
    guard let colon = text.prefix(14).firstIndex(ofAny: "：:") else { return false }
    let label = text[..<colon]
    guard !label.isEmpty, colon < text.index(before: text.endIndex) else { return false }
    if SignatureLines.isDay(String(label)) || DateGrammar.whole(String(label)) != nil { return true }
    return label.utf8.count <= 26 && label.allSatisfy { $0.isHanCharacter || $0.isBlankCharacter }
  }

  /// Whether the last line names what is enclosed, and the line above it ends a sentence.
  private static func endsInAttachment(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form, block.lines.count > 1, let last = block.lines.last,
      AttributionStage.isAttachment(last.text.trimmed)
    else { return false }
    return block.lines[block.lines.count - 2].text.unicodeScalars.last { !$0.isClosing }?.endsSentence == true
  }

  /// A line of sentences wider than pages are.
  private static func isWhole(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last(where: { !$0.isClosing }) else { return false }
    return last.endsSentence && text.columns > 100
  }
}
