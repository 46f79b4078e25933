import IssueModel

/// Gives tables and figures the captions that stand beside them: 表1 … above or below a table, 图1 … below or
/// above a figure.
struct CaptionStage: RecoveryStage {
  static let name = "captions"
  static let summary = Wording("recognise captions of tables and figures", zh: "识别表题与图题")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    // Only a table or a picture takes a caption: an issue without either need not be read for them.
    guard draft.blocks.hasAny({ if case .ready = $0.form { true } else { false } }) else { return }
    var taken: Set<Int> = []
    // What the text is like as a whole, asked once, and only where a line stands below a picture: captions change no text.
    lazy var shape = TextShape(of: draft.blocks)
    for index in draft.blocks.indices where draft.blocks[index].role == nil && draft.blocks[index].isText {
      let block = draft.blocks[index]
      guard
        let kind = LineGrammar.caption(block.text) ?? wordedCaption(block, index, draft)
          ?? pointing(block, index, draft) ?? telling(block, index, draft) ?? photograph(block, index, draft)
          ?? lineBelowFigure(block, index, draft, shape)
      else { continue }
      // A table's caption stands above it, a figure's below; the other side is tried second.
      // ▼ points at what stands below.
      let isBelow = kind == .table || "▼▽↓".contains(block.text.trimmed.first ?? " ")
      var sides = isBelow ? [index + 1, index - 1] : [index - 1, index + 1]
      if kind == .figure, let picture = Self.tearing(above: index, draft) { sides.append(picture) }
      for side in sides where draft.blocks.indices.contains(side) {
        let place = draft.blocks[side]
        guard give(block, kind, to: &draft.blocks[side]) else { continue }
        if PicturePlaceholderStage.isPlaceholder(place) {
          PicturePlaceholderStage.report(block.text, place, diagnostics)
        }
        taken.insert(index)
        break
      }
    }
    for index in draft.blocks.indices where PicturePlaceholderStage.isPlaceholder(draft.blocks[index]) {
      PicturePlaceholderStage.reportLost(draft.blocks[index], diagnostics)
      taken.insert(index)
    }
    draft.blocks.remove(taken)
  }

  /// The picture above the paragraph that it tore, whose caption stands below the rest of that; or the nearest place of a
  /// picture that the source has no more, up to three paragraphs above.
  private static func tearing(above index: Int, _ draft: Draft) -> Int? {
    for place in stride(from: index - 2, through: max(0, index - 4), by: -1) {
      guard case .paragraph = draft.blocks[place + 1].form, draft.blocks[place + 1].role == nil else { return nil }
      if PicturePlaceholderStage.isPlaceholder(draft.blocks[place]) { return place }
      guard place == index - 2, draft.blocks[place].isFigure, place > 0 else { continue }
      let above = draft.blocks[place - 1]
      guard case .paragraph = above.form, above.role == nil, LineGrammar.isProse(above.text),
        TornParagraphStage.isUnfinished(above.text)
      else { return nil }
      return place
    }
    return nil
  }

  /// *Table: new records* right beside a table: the word alone, in italics or before a colon.
  private func wordedCaption(_ block: DraftBlock, _ index: Int, _ draft: Draft) -> LineGrammar.Caption? {
    let text = block.text.trimmed
    guard block.lines.count == 1, let first = text.first, "Tt表".contains(first), text.fits(100),
      text.lowercased().hasPrefix("table:") || text.hasPrefix("表："),
      [index - 1, index + 1].contains(where: { place in
        guard draft.blocks.indices.contains(place), case .ready(.table) = draft.blocks[place].form else { return false }
        return true
      })
    else { return nil }
    return .table
  }

  /// ▼ 开幕式入场, right above a picture.
  private func pointing(_ block: DraftBlock, _ index: Int, _ draft: Draft) -> LineGrammar.Caption? {
    // ▲ without a picture above it was set above its own.
    let hasAbove = index > 0 && draft.blocks[index - 1].isFigure
    guard let mark = block.text.trimmed.first, "▼▽↓".contains(mark) || "▲△↑".contains(mark) && !hasAbove,
      block.lines.count == 1, block.text.fits(90),
      index + 1 < draft.blocks.count, case .ready(.figure(let figure)) = draft.blocks[index + 1].form,
      figure.caption == nil
    else { return nil }
    return .figure
  }

  /// 图为…, right above or below a picture.
  private func telling(_ block: DraftBlock, _ index: Int, _ draft: Draft) -> LineGrammar.Caption? {
    guard block.lines.count == 1, block.headingLevel == nil, block.text.fits(120),
      ["图为", "圖為", "上图", "上圖", "下图", "下圖"].contains(where: block.text.trimmed.hasPrefix)
    else { return nil }
    let isBeside = [index - 1, index + 1].contains { place in
      guard draft.blocks.indices.contains(place), case .ready(.figure(let figure)) = draft.blocks[place].form else {
        return false
      }
      return figure.caption == nil
    }
    return isBeside ? .figure : nil
  }

  /// A line under a picture that names who took it: …（某某 摄）.
  private func photograph(_ block: DraftBlock, _ index: Int, _ draft: Draft) -> LineGrammar.Caption? {
    guard index > 0, case .ready(.figure) = draft.blocks[index - 1].form, block.lines.count == 1,
      block.headingLevel == nil
    else { return nil }
    let text = block.text.trimmed
    guard text.columns <= 90, !text.hasSuffix("。") else { return nil }
    if ["摄影/", "摄影：", "攝影/", "攝影：", "图/", "圖/", "摄/"].contains(where: text.contains) { return .figure }
    return ["摄）", "摄)", "摄", "供图）", "供图)", "供图", "/摄", "攝）", "攝"].contains(where: text.hasSuffix) ? .figure : nil
  }

  /// A line right below a picture that stands apart from the text by its form: in italics, in the middle, behind ▲;
  /// or, where titles are headings or bold, a short line that ends no sentence.
  private func lineBelowFigure(
    _ block: DraftBlock, _ index: Int, _ draft: Draft, _ shape: @autoclosure () -> TextShape
  ) -> LineGrammar.Caption? {
    guard index > 0, case .ready(.figure(let figure)) = draft.blocks[index - 1].form, figure.caption == nil,
      block.lines.count <= 2, block.headingLevel == nil, !block.isBold || standsAboveTitle(index, draft)
    else { return nil }
    if block.isBold { return .figure }
    // Where a picture tore a paragraph, what stands below it is the rest of that.
    let text = block.text.trimmed
    if index > 1, draft.blocks[index - 2].isText, TornParagraphStage.isUnfinished(draft.blocks[index - 2].text) {
      // But for a short line right at the picture, or one without any mark at its end, the rest of the text below it.
      let isApart =
        text.fits(60) && text.hasHan && text.columns >= 8
        && text.last.map { $0.isLetter || "）)”".contains($0) } == true
      let isBeside = block.line <= draft.blocks[index - 1].source.endLine + 1 && text.fits(90) || isApart
      let rest = draft.blocks.dropFirst(index + 1).first
      // In italics, and the text below it goes on in small letters: no part of the sentence.
      if block.inlines.isAllEmphasis, text.columns <= 160, let rest, rest.role == nil, case .paragraph = rest.form,
        !rest.inlines.isAllEmphasis, rest.text.first?.isLowercase == true, text.first?.isLowercase == false
      {
        return .figure
      }
      guard isBeside, let rest, rest.role == nil, case .paragraph = rest.form, LineGrammar.isProse(rest.text),
        !LineGrammar.isProse(text)
      else { return nil }
      return .figure
    }
    guard text.columns <= 160, LineGrammar.wholeBracket(text) == nil, LineGrammar.sectionMark(text) == nil,
      LineGrammar.numbering(text) == nil, DateGrammar.whole(text) == nil,
      !(draft.contents?.entries.contains { $0.text.letters == text.letters } ?? false)
    else { return nil }
    // Between a title with its picture and the text, By the Harbour Master wrote it.
    if TitleWork.isByline(text), index > 1, index + 1 < draft.blocks.count,
      LineGrammar.isProse(draft.blocks[index + 1].text),
      draft.blocks[index - 2].headingLevel != nil || !LineGrammar.isProse(draft.blocks[index - 2].text)
    {
      return nil
    }
    if block.inlines.isAllEmphasis || block.isCentred && text.columns <= 90 { return .figure }
    if let mark = text.first, "▲△↑".contains(mark), text.columns <= 90 { return .figure }
    let shape = shape()
    guard shape.titlesAreHeadings, !block.isIndented, text.columns <= 90, let last = text.last, !"：:；;，,".contains(last)
    else {
      return nil
    }
    guard "。.！!？?".contains(last) else { return signs(text, index, draft) ? nil : .figure }
    // Words that point into a picture.
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    if text.hanCount == 0, text.columns <= 120,
      !words.isDisjoint(with: ["row", "left", "right", "foreground", "background", "photograph", "photo", "pictured"])
    {
      return .figure
    }
    // It took nine days: a sentence on what was told before.
    if text.hanCount == 0, let first = text.lowercased().split(whereSeparator: { !$0.isLetter }).first,
      Self.anaphors.contains(String(first))
    {
      return nil
    }
    // With an end mark, a line far shorter than the paragraphs of the text. A sentence in Chinese has to say that it speaks
    // of the picture: a short paragraph ends so too.
    guard let long = shape.longParagraph, !text.hasHan || Self.pointsAtPicture(text) else { return nil }
    return long >= text.columns * 4 ? .figure : nil
  }

  /// Whether a line below a picture, the last of its article, names who wrote that: an office, or a person and what he is.
  private func signs(_ text: String, _ index: Int, _ draft: Draft) -> Bool {
    guard text.hasHan, Vocabulary.looksLikeOffice(text) || AttributionStage.isPostAndName(text) else { return false }
    guard let next = draft.blocks.dropFirst(index + 1).first else { return true }
    return next.isRule || next.headingLevel != nil || next.isBold || next.isText && DateGrammar.whole(next.text) != nil
      || !(next.isText && LineGrammar.isProse(next.text))
  }

  /// 左起, 图中, 合影, 现场 in a sentence below a picture.
  private static func pointsAtPicture(_ text: String) -> Bool {
    [
      "图", "圖", "左", "右", "合影", "留影", "照片", "现场", "現場", "一景", "一角", "场景", "場景", "摄", "攝", "正在", "前排", "后排", "後排", "中）",
      "中)",
    ].contains(where: text.contains)
  }

  /// Words that begin sentences of running text rather than captions.
  private static let anaphors: Set<String> = [
    "it", "he", "she", "they", "we", "i", "you", "this", "these", "those", "there", "but", "and", "so", "however",
    "nobody",
    "everybody", "nothing", "also", "please", "then", "thanks", "if", "when", "since", "because", "meanwhile", "later",
  ]

  private struct TextShape {
    let titlesAreHeadings: Bool
    /// The columns that one paragraph in four reaches; nil where there are hardly any.
    let longParagraph: Int?

    init(of blocks: [DraftBlock]) {
      titlesAreHeadings =
        blocks.count { $0.headingLevel != nil } >= 2
        || blocks.count { $0.isBold && $0.lines.count == 1 && $0.text.fits(90) } >= 3
      let lengths = blocks.filter { $0.isText && LineGrammar.isProse($0.text) }.map(\.text.columns).sorted()
      longParagraph = lengths.count >= 4 ? lengths[lengths.count * 3 / 4] : nil
    }
  }

  /// Whether a bold line, too long for a section's name, stands right above another bold line and that above text: the lower
  /// is the title.
  private func standsAboveTitle(_ index: Int, _ draft: Draft) -> Bool {
    let block = draft.blocks[index]
    let text = block.text.trimmed
    guard block.lines.count == 1, (16...90).contains(text.columns), let last = text.last, !"：:；;，,".contains(last),
      LineGrammar.sectionMark(text) == nil, LineGrammar.numbering(text) == nil,
      !(draft.contents?.entries.contains { $0.text.letters == text.letters } ?? false),
      index + 2 < draft.blocks.count
    else { return false }
    let title = draft.blocks[index + 1]
    let below = draft.blocks[index + 2]
    return title.role == nil && title.isBold && title.isText && title.lines.count == 1
      && TitleWork.subtitle(title.text) == nil && !TitleWork.isWriter(title.text) && below.role == nil && below.isText
      && !below.isBold && LineGrammar.isProse(below.text)
  }

  private func give(_ caption: DraftBlock, _ kind: LineGrammar.Caption, to block: inout DraftBlock) -> Bool {
    var words = caption.inlines.withoutStrong
    if words.isAllEmphasis { words = words.withoutEmphasis }
    // ▲ points at the picture, a colon marks a caption to a converter: neither is a word of it.
    let marks = caption.text.prefix { "▲△▼▽↑↓:：".contains($0) || $0.isBlankCharacter }.count
    if marks > 0, let rest = words.dropping(marks) { words = rest }
    switch (kind, block.form) {
    case (.table, .ready(.table(var table))) where table.caption == nil:
      table.caption = words
      block.form = .ready(.table(table))
    case (.figure, .ready(.figure(var figure))) where figure.caption == nil:
      figure.caption = words
      block.form = .ready(.figure(figure))
    default: return false
    }
    return true
  }
}
