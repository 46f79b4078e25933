import IssueModel

/// Recognises headings within articles by their numbering: 一、 （一） 1. （1）, each on a line of its own.
struct SubheadingStage: RecoveryStage {
  static let name = "subheadings"
  static let summary = Wording("recognise numbered headings within articles", zh: "识别文内层次标题")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let articles = Self.articles(of: draft)
    boldSentences(&draft, articles)
    markedLines(&draft, articles)
    letteredLines(&draft, articles)
    questions(&draft, articles)
    for index in articles.flatMap({ draft.plainHeads(in: $0) }) { draft.blocks[index].role = .subheading(1) }
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      guard isLine(block) else { continue }
      let text = block.text.trimmed
      guard text.utf8.count < 260, let numbering = LineGrammar.numbering(text), numbering.level <= 4,
        numbering.length < text.count
      else { continue }
      let last = text.unicodeScalars.last
      let ends = last?.endsSentence == true || last == "：" || last == ":" || last == "." && !text.hasHan
      let short = text.columns <= (numbering.level <= 2 ? 90 : 56)
      guard short, !ends || last == "。" && numbering.level <= 2 && text.fits(56) else { continue }
      // An item among items is no heading: text must follow.
      guard let next = draft.blocks.dropFirst(index + 1).first(where: { !$0.isRule }),
        next.role == nil || isSubheading(next.role)
      else { continue }
      let following = next.isText ? LineGrammar.numbering(next.text.trimmed) : nil
      if following?.level == numbering.level { continue }
      let isParent =
        next.text.trimmed.hasPrefix("\(numbering.value).")
        && next.text.trimmed.dropFirst("\(numbering.value).".count).first?.isNumber == true
      if let following, following.level < numbering.level, !isParent { continue }
      // （一）挖潜增岗。支持企业…。 is text, and so is what goes on counting below it.
      if last == "。", text.dropLast().contains("。") { continue }
      if last == "。", let above = draft.blocks[..<index].last(where: { !$0.isRule }), above.role == nil,
        case .paragraph = above.form, LineGrammar.numbering(above.text.trimmed)?.level == numbering.level
      {
        continue
      }
      if hasTextSister(index, numbering.level, draft) { continue }
      draft.blocks[index].role = .subheading(numbering.level)
      if block.isBold { draft.blocks[index].lines[0].inlines = block.lines[0].inlines.withoutStrong }
    }
  }

  /// The blocks of each article, from behind a title or a section's name to the next.
  private static func articles(of draft: Draft) -> [Range<Int>] {
    draft.blocks.indices.split { index in
      switch draft.blocks[index].role {
      case .title, .section: true
      default: false
      }
    }
  }

  /// Whether the block is a paragraph of one line without a role.
  private func isLine(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form else { return false }
    return block.lines.count == 1
  }

  /// What follows the block at `index`, without a role; nil for nothing and for what has one.
  private func plainBlock(behind index: Int, _ draft: Draft) -> DraftBlock? {
    draft.blocks.dropFirst(index + 1).first { !$0.isRule }.flatMap { $0.role == nil ? $0 : nil }
  }

  /// 一是“没人管”。, 怎么调？: short lines in bold above text are headings within, whatever mark ends them, if two or more
  /// stand in the article.
  private func boldSentences(_ draft: inout Draft, _ articles: [Range<Int>]) {
    for article in articles {
      let found = article.filter { index in
        let block = draft.blocks[index]
        guard isLine(block),
          block.isBold && block.text.fits(40) || block.inlines.isAllEmphasis && block.text.fits(72),
          let last = block.text.trimmed.last, !"：:".contains(last),
          // *Leader: Colin Wray* says who.
          !(block.inlines.isAllEmphasis && LineGrammar.anyLabelled(block.text) != nil),
          let next = plainBlock(behind: index, draft)
        else { return false }
        return switch next.form {
        case .paragraph: LineGrammar.isProse(next.text) && !next.isBold && !next.inlines.isAllEmphasis
        case .list: true
        default: false
        }
      }
      guard found.count >= 2 else { continue }
      for index in found {
        draft.blocks[index].role = .subheading(1)
        let line = draft.blocks[index].lines[0]
        draft.blocks[index].lines[0] = DraftLine(
          inlines: line.inlines.isAllEmphasis ? line.inlines.withoutEmphasis : line.inlines.withoutStrong,
          number: line.number)
      }
    }
  }

  /// ◎ 第一年, ▲ …: short lines behind one mark, each above text, two or more in the article: headings within it. Their mark
  /// goes, as that of titles does.
  private func markedLines(_ draft: inout Draft, _ articles: [Range<Int>]) {
    for article in articles {
      var groups: [Character: [(index: Int, name: String)]] = [:]
      for index in article {
        let block = draft.blocks[index]
        guard isLine(block), block.text.fits(64),
          let (mark, name) = LineGrammar.bulleted(block.text), !LineGrammar.isProse(block.text),
          let last = name.last, !"。；，、：…;,:.！!".contains(last),
          let next = plainBlock(behind: index, draft), next.isText,
          LineGrammar.isProse(next.text), LineGrammar.bulleted(String(next.text.prefix(12)))?.mark != mark
        else { continue }
        groups[mark, default: []].append((index, name))
      }
      for (_, lines) in groups.sorted(by: { $0.value[0].index < $1.value[0].index }) where lines.count >= 2 {
        for line in lines {
          draft.blocks[line.index].role = .subheading(1)
          draft.blocks[line.index].lines = [DraftLine(text: line.name, number: draft.blocks[line.index].line)]
        }
      }
    }
  }

  /// (i) The record, (ii) Damage; (a) …, (b) …: short lines that letters count, each above text, two or more in the article.
  private func letteredLines(_ draft: inout Draft, _ articles: [Range<Int>]) {
    for article in articles {
      var run: [Int] = []
      for index in article {
        let block = draft.blocks[index]
        guard isLine(block), block.text.fits(64),
          let mark = ItemMark(block.text.trimmed), case .letter = mark.kind,
          mark.ordinal == run.count + 1 || mark.roman == run.count + 1, !LineGrammar.isProse(block.text),
          let last = block.text.trimmed.last, !".;,:".contains(last),
          let next = plainBlock(behind: index, draft),
          ItemMark(String(next.text.prefix(12)).trimmed) == nil, !next.isText || LineGrammar.isProse(next.text)
        else { continue }
        run.append(index)
      }
      guard run.count >= 2 else { continue }
      for index in run { draft.blocks[index].role = .subheading(2) }
    }
  }

  /// 问：…？ above its answer, where others of the article's questions are headings: all of them are.
  private func questions(_ draft: inout Draft, _ articles: [Range<Int>]) {
    for article in articles {
      let labels = Set(
        article.compactMap { isSubheading(draft.blocks[$0].role) ? Self.questionLabel(draft.blocks[$0].text) : nil })
      guard !labels.isEmpty else { continue }
      for index in article where isLine(draft.blocks[index]) && draft.blocks[index].text.fits(72) {
        guard let label = Self.questionLabel(draft.blocks[index].text), labels.contains(label),
          let next = plainBlock(behind: index, draft), next.isText, Self.questionLabel(next.text) == nil
        else { continue }
        draft.blocks[index].role = .subheading(1)
      }
    }
  }

  /// 问, Q: what stands before the colon of a question; nil for any other line.
  private static func questionLabel(_ text: String) -> String? {
    guard let colon = text.trimmed.prefix(4).firstIndex(ofAny: "：:") else { return nil }
    let label = text.trimmed[..<colon].trimmed
    return ["问", "問", "Q", "q"].contains(label) ? label : nil
  }

  /// Whether a paragraph of the same numbering in the same article runs on as text: then all of them are items.
  private func hasTextSister(_ index: Int, _ level: Int, _ draft: Draft) -> Bool {
    func sisters(_ indices: some Sequence<Int>) -> Bool {
      for place in indices.prefix(24) {
        let block = draft.blocks[place]
        switch block.role {
        case .title, .section: return false
        default: break
        }
        guard block.role == nil, case .paragraph = block.form,
          let other = LineGrammar.numbering(String(block.text.prefix(12)).trimmed)
        else { continue }
        if other.level < level { return false }
        if other.level == level, block.text.utf8.count > 180 { return true }
      }
      return false
    }
    return sisters(draft.blocks.indices.prefix(index).reversed()) || sisters(draft.blocks.indices.dropFirst(index + 1))
  }

  private func isSubheading(_ role: DraftRole?) -> Bool { if case .subheading = role { true } else { false } }
}
