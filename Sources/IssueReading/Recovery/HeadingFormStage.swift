import IssueModel

/// Makes headings of lines that a converter or a writer set apart by another mark: `\# name`, which an editor escaped, and, in a
/// text without any heading, lines that are a quotation or a list by themselves or stand right above strokes, where text
/// stands below several of them. Lists of one item each that count through the text are lines.
struct HeadingFormStage: RepairStage {
  static let name = "heading-forms"
  static let summary = Wording("read lines set apart by other marks as headings", zh: "将以其他标记突出的行按标题处理")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    unescape(&draft, diagnostics)
    LoneItem.openCounted(&draft, diagnostics)
    guard draft.language.isChinese, !draft.blocks.hasAny({ $0.headingLevel != nil }) else { return }
    for form in SetApart.allCases {
      var found: [(place: Int, parts: [DraftBlock])] = []
      for index in draft.blocks.indices {
        if let lines = form.lines(at: index, draft) { found.append((index, lines)) }
      }
      guard found.count >= 3, found.count(where: { Self.leadsToText($0.place, draft) }) >= 2 else { continue }
      for index in found.indices {
        for part in found[index].parts.indices { found[index].parts[part].form = .heading(2) }
        report(found[index].parts, diagnostics)
      }
      draft.blocks.replace(found)
      return
    }
  }

  func withoutRepair(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    LoneItem.openCounted(&draft, diagnostics)
  }

  /// `\# name` and `＃name`: the sign stands for a heading, since nothing else begins with it on a line of its own.
  private func unescape(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard draft.source.contains(ascii: "\\#") || draft.source.contains(ascii: "＃") else { return }
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      guard case .paragraph = block.form, block.lines.count == 1, case .text(let text)? = block.lines[0].inlines.first
      else { continue }
      let level = text.prefix { $0 == "#" || $0 == "＃" }.count
      let rest = text.dropFirst(level)
      guard (1...6).contains(level), let next = rest.first, next.isBlankCharacter || text.first == "＃",
        !rest.contains("＃"), !rest.trimmed.isEmpty || block.lines[0].inlines.count > 1
      else { continue }
      let inlines = [.text(String(rest.drop(while: \.isBlankCharacter)))] + block.lines[0].inlines.dropFirst()
      draft.blocks[index].lines = [
        DraftLine(inlines: inlines.filter { $0 != .text("") }, number: block.lines[0].number)
      ]
      draft.blocks[index].form = .heading(level)
      report([draft.blocks[index]], diagnostics)
    }
  }

  private func report(_ blocks: [DraftBlock], _ diagnostics: DiagnosticSink) {
    for block in blocks {
      diagnostics.repaired(
        "heading-recognised", line: block.line,
        "“\(excerpt(block.text))” is set apart as a heading and was read as one",
        zh: "“\(excerpt(block.text))”以其他标记突出，按标题处理", severity: .note, confidence: 0.9)
    }
  }

  private static func leadsToText(_ index: Int, _ draft: Draft) -> Bool {
    guard let below = draft.blocks.dropFirst(index + 1).first(where: { !$0.isRule }), case .paragraph = below.form
    else {
      return false
    }
    return !below.isBold && LineGrammar.isProse(below.text)
  }

  /// How lines are set apart that are headings in all but name.
  private enum SetApart: CaseIterable {
    case quoted, listed, underlined

    /// The lines that the block at `index` is or holds, if it is set apart so; nil for any other.
    func lines(at index: Int, _ draft: Draft) -> [DraftBlock]? {
      let block = draft.blocks[index]
      switch (self, block.form) {
      case (.underlined, .paragraph):
        // Three strokes right below the words are a rule elsewhere; below all titles they are their mark.
        guard index + 1 < draft.blocks.count, draft.blocks[index + 1].isRule,
          draft.blocks[index + 1].line == block.line + 1, isLine(block)
        else { return nil }
        return [block]
      case (.quoted, .quote(let inner)):
        guard inner.count <= 2, inner.allSatisfy(isLine) else { return nil }
        return inner
      case (.listed, .list(nil, let items)):
        let inner = items.flatMap { $0 }
        guard items.count <= 2, inner.count == items.count, inner.allSatisfy(isLine) else { return nil }
        return inner
      default: return nil
      }
    }

    private func isLine(_ block: DraftBlock) -> Bool {
      guard case .paragraph = block.form, block.role == nil, block.lines.count == 1, !block.isFlushRight,
        block.text.fits(90)
      else { return false }
      let text = block.text.trimmed
      guard let last = text.unicodeScalars.last, !"。；，：:;,".unicodeScalars.contains(last) else { return false }
      return !LineGrammar.isProse(text) && EditorsNoteStage.label(of: text) == nil
    }
  }
}
