import IssueModel

// Pictures of the masthead, which the house style replaces.
extension MastheadStage {
  /// A picture from the net right below the masthead, before any text, is the head of a web page.
  func dropHeadPicture(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard let first = draft.blocks.first, case .ready(.figure(let figure)) = first.form, figure.caption == nil,
      figure.image.target.hasPrefix("http"), Self.saysNothing(figure.image.description)
    else { return }
    diagnostics.repaired(
      "masthead-image-dropped", line: first.line,
      "the picture “\(excerpt(figure.image.target))” below the masthead was left out",
      zh: "报头下方的图片“\(excerpt(figure.image.target))”未收入",
      hint: Wording("the house style has a head of its own", zh: "报头由版式自带"))
    draft.blocks.removeFirst()
  }

  /// A picture above everything, or between the lines of the masthead, is the bulletin's emblem or cover: the house style has
  /// its own head.
  func dropLogo(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard let place = logo(draft.blocks), case .ready(.figure(let figure)) = draft.blocks[place].form else { return }
    let line = draft.blocks[place].line
    draft.blocks.remove(at: place)
    let description = figure.image.description.trimmed
    let words = Self.saysNothing(description) ? "" : description
    // Without a file it is the mark of a converter, no picture at all.
    guard !figure.image.target.isEmpty || !words.isEmpty else { return }
    let name = [excerpt(words, 40), excerpt(figure.image.target)].filter { !$0.isEmpty }.joined(separator: ", ")
    diagnostics.repaired(
      "masthead-image-dropped", line: line,
      "the picture “\(name)” \(place == 0 ? "above" : "within") the masthead was left out",
      zh: "报头\(place == 0 ? "上方" : "中")的图片“\(name)”未收入",
      hint: Wording("the house style has a head of its own", zh: "报头由版式自带"))
  }

  /// Whether a description is what a program writes for any picture.
  private static func saysNothing(_ description: String) -> Bool {
    ["", "图片", "圖片", "image", "img"].contains(description)
  }

  /// The first picture without a caption, right above text, with nothing but short lines above it; if there are any, with a
  /// number or date of an issue not far below.
  private func logo(_ blocks: [DraftBlock]) -> Int? {
    func isShort(_ block: DraftBlock) -> Bool {
      block.isRule
        || block.isText && block.lines.count <= 3 && !LineGrammar.isProse(block.text)
          && !ContentsStage.isHeading(block.text) && LineGrammar.sectionMark(block.text) == nil
    }
    // Most mastheads have none.
    guard blocks.prefix(6).contains(where: \.isFigure) else { return nil }
    let place = blocks.prefix(5).prefix(while: isShort).count
    guard place + 1 < blocks.count, case .ready(.figure(let figure)) = blocks[place].form, figure.caption == nil,
      blocks[place + 1].isText
    else { return nil }
    guard place > 0 else { return 0 }
    return blocks[(place + 1)...].prefix(6).prefix(while: isShort).contains { block in
      block.lines.contains { MastheadLine($0.text).isStrong }
    } ? place : nil
  }
}
