import IssueModel

/// Recognises what the editors say to the reader above all articles without calling it a note.
///
/// That is running text of one to three paragraphs that opens the issue, below no title, with a section or a title behind
/// it; and either the printed contents list stands behind it, or it says what this issue brings (本期刊载…).
struct IssueNoteStage: RecoveryStage {
  static let name = "issue-notes"
  static let summary = Wording("recognise the editors' words above all articles", zh: "识别卷首未加标题的编者说明")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard draft.language.isChinese, draft.editorsNote == nil,
      let start = draft.blocks.firstIndex(where: { !$0.isRule })
    else { return }
    let listed = draft.listedTitles
    var paragraphs: [DraftBlock] = []
    var end = start
    while end < draft.blocks.count {
      let block = draft.blocks[end]
      guard block.role == nil, case .paragraph = block.form, !block.isFlushRight, !listed.contains(block.text.letters),
        Self.isPlain(block.text)
      else { break }
      if let open = paragraphs.last, TornParagraphStage.isUnfinished(open.text), open.isBold == block.isBold,
        open.isCentred == block.isCentred
      {
        paragraphs[paragraphs.count - 1].lines += block.lines
        paragraphs[paragraphs.count - 1].source = open.source.extended(to: block.source)
      } else {
        // A line that is not finished may be the first of a sentence, or a title.
        guard LineGrammar.isProse(block.text) || paragraphs.isEmpty else { break }
        paragraphs.append(block)
      }
      end += 1
    }
    guard (1...3).contains(paragraphs.count), end < draft.blocks.count,
      paragraphs.allSatisfy({
        LineGrammar.isProse($0.text) && $0.text.trimmed.unicodeScalars.last?.endsSentence == true && $0.text.hasHan
      }),
      paragraphs.reduce(0, { $0 + $1.text.columns }) <= 600, draft.blocks[end...].contains(where: \.isText)
    else { return }
    let words = paragraphs.map(\.text).joined()
    let isAboveContents = draft.contents?.source.map { draft.blocks[start].line < $0.start.line } ?? false
    guard isAboveContents || Self.tellsOfIssue(words) else { return }
    Self.makeNote(of: start..<end, saying: paragraphs.map(Self.plain), &draft, diagnostics)
  }

  /// Puts a note of the editors that consists of `paragraphs` in the place of the blocks at `places`, and tells it.
  static func makeNote(
    of places: Range<Int>, saying paragraphs: [DraftBlock], _ draft: inout Draft, _ diagnostics: DiagnosticSink
  ) {
    guard let first = paragraphs.first else { return }
    let words = excerpt(first.text)
    var note = draft.blocks[places.lowerBound]
    note.form = .quote(paragraphs)
    note.lines = []
    note.role = .editorsNote(label: nil)
    note.source = note.source.extended(to: draft.blocks[places.upperBound - 1].source)
    draft.blocks.replaceSubrange(places, with: [note])
    diagnostics.repaired(
      "issue-note-unlabelled", line: first.line,
      "the text above all articles is taken for a note of the editors: “\(words)”",
      zh: "文章之前的文字按编者按处理：“\(words)”", severity: .note)
  }

  /// Whether nothing at its beginning makes a paragraph something else.
  private static func isPlain(_ text: String) -> Bool {
    let line = text.trimmed
    return EditorsNoteStage.label(of: line) == nil && LineGrammar.distribution(line) == nil
      && LineGrammar.numbering(line) == nil && ItemMark(line) == nil && LineGrammar.wholeBracket(line) == nil
  }

  /// 本期刊载三则…, 这一期特别收录…: the issue, and right behind it what it does.
  private static func tellsOfIssue(_ text: String) -> Bool {
    let deeds = [
      "刊", "编发", "編發", "选登", "選登", "摘登", "收录", "收錄", "推出", "集中", "围绕", "圍繞", "特辟", "特闢", "特将", "介绍", "介紹", "登载",
    ]
    for word in ["本期", "这一期", "這一期", "这期", "這期", "今期", "本号", "本號"] {
      guard let place = text.firstRange(of: word) else { continue }
      let behind = String(text[place.upperBound...].prefix(10))
      if deeds.contains(where: behind.contains) { return true }
    }
    return false
  }

  /// A paragraph without the form that set it apart.
  private static func plain(_ block: DraftBlock) -> DraftBlock {
    var block = block
    if block.isBold { block.lines = block.lines.map(Self.withoutStrong) }
    block.isCentred = false
    return block
  }

  private static func withoutStrong(_ line: DraftLine) -> DraftLine {
    DraftLine(inlines: line.inlines.withoutStrong, number: line.number, endsHard: line.endsHard)
  }
}
