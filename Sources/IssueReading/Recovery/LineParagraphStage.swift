import IssueModel

/// Parts paragraphs whose lines each say something: to Markdown they are one, since no empty line stands between.
///
/// They are as many paragraphs where each line begins with a label of a few Han (周一：…, 问：…), or where each is one or
/// more whole sentences, longer than any page is wide.
struct LineParagraphStage: RecoveryStage {
  static let name = "line-paragraphs"
  static let summary = Wording("part paragraphs whose lines each say something", zh: "拆开每行各成一段的文字")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard draft.language.isChinese, draft.blocks.contains(where: Self.isOfLines) else { return }
    draft.blocks = draft.blocks.flatMap { block -> [DraftBlock] in
      guard Self.isOfLines(block) else { return [block] }
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

  /// 周一：…
  private static func isLabelled(_ text: String) -> Bool {
    guard let colon = text.prefix(9).firstIndex(ofAny: "：:") else { return false }
    let label = text[..<colon]
    return !label.isEmpty && label.allSatisfy { $0.isHanCharacter || $0.isBlankCharacter }
      && colon < text.index(before: text.endIndex)
  }

  /// A line of sentences wider than pages are.
  private static func isWhole(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last(where: { !$0.isClosing }) else { return false }
    return last.endsSentence && text.columns > 100
  }
}
