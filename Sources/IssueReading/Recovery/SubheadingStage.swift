import IssueModel

/// Recognises headings within articles by their numbering: 一、 （一） 1. （1）, each on a line of its own.
struct SubheadingStage: RecoveryStage {
  static let name = "subheadings"
  static let summary = Wording("recognise numbered headings within articles", zh: "识别文内层次标题")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      guard block.role == nil, case .paragraph = block.form, block.lines.count == 1 else { continue }
      let text = block.text.trimmed
      guard text.utf8.count < 260, let numbering = LineGrammar.numbering(text), numbering.level <= 4,
        numbering.length < text.count
      else { continue }
      let last = text.unicodeScalars.last
      let ends = last?.endsSentence == true || last == "："
      let short = text.columns <= (numbering.level <= 2 ? 90 : 56)
      guard short, !ends || last == "。" && numbering.level <= 2 && text.columns <= 56 else { continue }
      // An item among items is no heading: text must follow.
      guard let next = draft.blocks.dropFirst(index + 1).first(where: { !$0.isRule }),
        next.role == nil || isSubheading(next.role)
      else { continue }
      let following = next.isText ? LineGrammar.numbering(next.text.trimmed) : nil
      if following?.level == numbering.level { continue }
      if let following, following.level < numbering.level { continue }
      draft.blocks[index].role = .subheading(numbering.level)
      if block.isBold { draft.blocks[index].lines[0].inlines = block.lines[0].inlines.withoutStrong }
    }
  }

  private func isSubheading(_ role: DraftRole?) -> Bool { if case .subheading = role { true } else { false } }
}
