import IssueModel

/// Parts paragraphs whose lines each say something: to Markdown they are one, since no empty line stands between.
///
/// They are as many paragraphs where each line begins with a label of a few Han (周一：…, 问：…) or a day (5月6日：…), or where
/// each is one or more whole sentences, longer than any page is wide. A last line 附件：… behind a sentence is one too.
struct LineParagraphStage: RecoveryStage {
  static let name = "line-paragraphs"
  static let summary = Wording("part paragraphs whose lines each say something", zh: "拆开每行各成一段的文字")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard draft.language.isChinese else { return }
    draft.blocks.replace { block in
      if Self.endsInAttachment(block) {
        var (text, attachment) = (block, block)
        attachment.lines = [text.lines.removeLast()]
        attachment.source = SourceRange(line: attachment.lines[0].number)
        text.source.endLine = text.lines[text.lines.count - 1].number
        text.lines[text.lines.count - 1].endsHard = false
        return [text, attachment]
      }
      guard Self.isOfLines(block) else { return nil }
      return block.lines.map { line in
        var paragraph = block
        paragraph.lines = [DraftLine(inlines: line.inlines, number: line.number)]
        paragraph.source = SourceRange(line: line.number)
        return paragraph
      }
    }
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
