import IssueModel

/// Makes figures of what converters leave where a picture stood, `<!-- image -->` or [图], if a caption stands below it or
/// on its line. One without a caption says nothing; `CaptionStage` looks once more, lets it go and
/// tells of it.
struct PicturePlaceholderStage: RecoveryStage {
  static let name = "picture-placeholders"
  static let summary = Wording("recognise where pictures stood", zh: "识别图片占位符")

  /// The comment of converters that leave pictures out.
  static func isComment(_ html: String) -> Bool {
    html.filter { !$0.isWhitespace } == "<!--image-->"
  }

  /// The block that stands for such a comment.
  static func block(at source: SourceRange) -> DraftBlock {
    let image = ImageReference(target: "", description: "image")
    return DraftBlock(form: .ready(.figure(Figure(image: image, source: source))), source: source)
  }

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count)
    var index = 0
    while index < draft.blocks.count {
      let block = draft.blocks[index]
      index += 1
      if Self.isPlaceholder(block) {
        guard index < draft.blocks.count, Self.isCaption(draft.blocks[index]) else {
          // Whether the line below is its caption is seen when the text is known better.
          result.append(block)
          continue
        }
        result.append(Self.figure(block, word: "image", draft.blocks[index].inlines.trimmedAtEnds))
        Self.report(draft.blocks[index].text, block, diagnostics)
        index += 1
      } else if let (word, caption) = Self.bracketed(block) {
        result.append(Self.figure(block, word: word, caption))
        Self.report(caption.plainText, block, diagnostics)
      } else {
        result.append(block)
      }
    }
    draft.blocks = result
  }

  static func report(_ caption: String, _ block: DraftBlock, _ diagnostics: DiagnosticSink) {
    diagnostics.repaired(
      "picture-place", line: block.line,
      "a picture stood here that the source has no more; its caption “\(excerpt(caption))” is kept",
      zh: "此处原有图片，原稿中已缺失；保留图题“\(excerpt(caption))”", severity: .note)
  }

  /// Tells of a place that has no caption either: nothing is printed there.
  static func reportLost(_ block: DraftBlock, _ diagnostics: DiagnosticSink) {
    diagnostics.repaired(
      "picture-place", line: block.line,
      "a picture stood here that the source has no more; it has no caption, so nothing is printed in its place",
      zh: "此处原有图片，原稿中已缺失，也没有图题，未印出", severity: .note,
      hint: Wording("put the picture, or words for it, in its place", zh: "如需保留，请补上图片或说明"))
  }

  private static func figure(_ block: DraftBlock, word: String, _ caption: [Inline]) -> DraftBlock {
    let image = ImageReference(target: "", description: word)
    return DraftBlock(
      form: .ready(.figure(Figure(image: image, caption: caption, source: block.source))), source: block.source)
  }

  /// Whether a block stands for a picture that a converter left out, without a caption.
  static func isPlaceholder(_ block: DraftBlock) -> Bool {
    guard case .ready(.figure(let figure)) = block.form else { return false }
    return figure.image.target.isEmpty && figure.image.description == "image" && figure.caption == nil
  }

  /// 图为…, 图：…, ▲…, or a line that names who took it.
  private static func isCaption(_ block: DraftBlock) -> Bool {
    guard block.isText, block.headingLevel == nil, block.lines.count == 1 else { return false }
    let text = block.text.trimmed
    guard (4...120).contains(text.columns) else { return false }
    return ["图为", "圖為", "图：", "圖：", "图1", "图2", "上图", "上圖", "下图", "左图", "右图", "▲", "△", "↑"].contains(
      where: text.hasPrefix)
      || ["摄）", "攝）", "摄)", "/摄", "供图）", "供圖）"].contains(where: text.hasSuffix)
      || LineGrammar.caption(text) == .figure
  }

  /// [圖] and the caption behind it.
  private static func bracketed(_ block: DraftBlock) -> (word: String, caption: [Inline])? {
    guard case .paragraph = block.form, block.lines.count == 1 else { return nil }
    let text = block.text
    guard let open = text.unicodeScalars.first, "[［【（〔".unicodeScalars.contains(open), let close = open.closingBracket,
      let end = text.prefix(10).firstIndex(of: close)
    else { return nil }
    let word = text[text.index(after: text.startIndex)..<end].trimmed
    guard ["图", "圖", "图片", "圖片", "照片", "插图", "插圖", "配图", "配圖", "image", "photo", "picture"].contains(word.lowercased())
    else { return nil }
    let length = text.distance(from: text.startIndex, to: end) + 1
    guard let caption = block.inlines.dropping(length)?.trimmedAtEnds, !caption.plainText.trimmed.isEmpty,
      caption.plainText.columns <= 120
    else { return nil }
    return (word, caption)
  }
}
