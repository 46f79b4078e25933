import IssueModel

/// Opens quotations that are none: converters take an indent for one, and a whole text ends up quoted. Where more
/// running text stands within quotations than without, they go, and their paragraphs stay.
struct QuotedTextStage: RepairStage {
  static let name = "quoted-text"
  static let summary = Wording("open quotations that a converter made of indents", zh: "还原被误转为引文的正文")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard draft.blocks.hasAny({ if case .quote = $0.form { true } else { false } }) else { return }
    openSignatures(&draft, diagnostics)
    openMarkedLines(&draft, diagnostics)
    var quoted = 0
    var plain = 0
    var first: Int?
    for block in draft.blocks {
      switch block.form {
      case .quote(let inner):
        guard inner.first.map({ EditorsNoteStage.label(of: $0.text) == nil }) ?? false else { continue }
        quoted += inner.filter { $0.isText && LineGrammar.isProse($0.text) }.count
        first = first ?? block.line
      case .paragraph where LineGrammar.isProse(block.text): plain += 1
      default: break
      }
    }
    guard quoted >= 4, quoted > 2 * plain, let first else { return }
    draft.blocks = draft.blocks.flatMap { block -> [DraftBlock] in
      if case .quote(let inner) = block.form, inner.first.map({ EditorsNoteStage.label(of: $0.text) == nil }) ?? false {
        inner
      } else {
        [block]
      }
    }
    diagnostics.repaired(
      "quotes-opened", line: first, "nearly all text stood in quotations: they were taken for indents and opened",
      zh: "正文几乎全在引文中：按缩进还原",
      hint: Wording("keep them with --no-repair quoted-text", zh: "如需保留引文，请用 --no-repair quoted-text"), confidence: 0.9)
  }

  /// `>> Title`: a quotation within a quotation that holds nothing but one line which is no sentence. The signs are the line's
  /// mark, as ■ would be.
  private func openMarkedLines(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    for index in draft.blocks.indices {
      guard case .quote(let outer) = draft.blocks[index].form, outer.count == 1, case .quote(var inner) = outer[0].form
      else { continue }
      while inner.count == 1, case .quote(let deeper) = inner[0].form { inner = deeper }
      guard inner.count == 1, inner[0].isText, inner[0].lines.count == 1, inner[0].text.fits(90),
        !LineGrammar.isProse(inner[0].text)
      else { continue }
      draft.blocks[index] = inner[0]
      diagnostics.repaired(
        "quotes-opened", line: inner[0].line,
        "“\(excerpt(inner[0].text))” is a line marked with >>, no quotation within one",
        zh: "“\(excerpt(inner[0].text))”是以 >> 标记的行，不是引文中的引文", severity: .note, confidence: 0.9)
    }
  }

  /// A quotation of nothing but a person and, below, what he is, of which office or when: lines that stood at the right margin
  /// behind an article.
  private func openSignatures(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    for index in draft.blocks.indices.reversed() where index > 0 {
      guard case .quote(let inner) = draft.blocks[index].form, inner.count <= 3,
        inner.allSatisfy({ if case .paragraph = $0.form { !$0.text.hasHan } else { false } })
      else { continue }
      let lines = inner.flatMap(\.lines)
      guard (2...4).contains(lines.count), let name = lines.first, PersonNames.isSigner(name.text),
        lines.dropFirst().allSatisfy({
          SignatureLines.isPost($0.text) || SignatureLines.isOffice($0.text, draft)
            || SignatureLines.date($0.text) != nil
        }), !draft.blocks.dropFirst(index + 1).prefix(1).contains(where: { $0.isText && LineGrammar.isProse($0.text) })
      else { continue }
      let block = draft.blocks[index]
      let signers = lines.map { line in
        var signer = DraftBlock(
          form: .paragraph, lines: [DraftLine(inlines: line.inlines, number: line.number)],
          source: SourceRange(line: line.number))
        signer.isFlushRight = true
        return signer
      }
      draft.blocks.replaceSubrange(index...index, with: signers)
      diagnostics.repaired(
        "quotes-opened", line: block.line, "“\(excerpt(name.text))” stood in a quotation; behind an article it signs",
        zh: "“\(excerpt(name.text))”误作引文，居于文末，按署名处理", severity: .note, confidence: 0.9)
    }
  }
}
