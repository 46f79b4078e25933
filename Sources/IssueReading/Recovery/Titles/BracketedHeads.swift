import IssueModel

/// Titles in brackets at the head of their text: 【泵站提前投入运行】 5月6日，…, as offices on duty write their news.
extension TitleWork {
  /// Parts such heads from their text, in an issue without headings whose first running text begins so, as two or more do: by
  /// their length they are titles, and no 【做法】 or 【成效】 within a report.
  mutating func splitBracketedHeads() {
    var found: [(index: Int, head: BracketedHead)] = []
    var isFirst = true
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      switch block.role {
      case nil: break
      case .section, .editorsNote: continue
      default: return
      }
      guard block.headingLevel == nil else { return }
      guard case .paragraph = block.form, block.isText else { continue }
      if let head = BracketedHead(block.lines[0].text), BracketedHead.isText(block.text, behind: head) {
        found.append((index, head))
      } else if isFirst, LineGrammar.isProse(block.text) {
        return
      }
      if LineGrammar.isProse(block.text) { isFirst = false }
    }
    let letters = found.reduce(0) { $0 + $1.head.title.hanCount }
    guard found.count >= 2, letters >= found.count * 6 else { return }
    draft.blocks.replace(
      found.compactMap { index, head in parts(of: index, head.title, head.length).map { (index, $0) } })
  }
}

/// 【…】 at the beginning of a line.
struct BracketedHead {
  /// What stands in the brackets.
  let title: String
  /// How many characters the brackets take, with the blanks around them.
  let length: Int

  /// The head of `line`; nil where no bracket of up to forty Han opens it.
  init?(_ line: String) {
    let blanks = line.prefix(while: \.isBlankCharacter).count
    let text = line.dropFirst(blanks)
    guard let open = text.first, open == "【" || open == "〖",
      let close = text.prefix(42).firstIndex(of: open == "【" ? "】" : "〗")
    else { return nil }
    let title = text[text.index(after: text.startIndex)..<close].trimmed
    guard title.hanCount >= 3, EditorsNoteStage.label(of: title) == nil else { return nil }
    let behind = text[text.index(after: close)...].prefix { $0.isBlankCharacter || "：:".contains($0) }.count
    self.title = title
    length = blanks + text.distance(from: text.startIndex, to: close) + 1 + behind
  }

  /// Whether running text stands behind `head` in `text`.
  static func isText(_ text: String, behind head: BracketedHead) -> Bool {
    let rest = String(text.dropFirst(head.length))
    return rest.columns >= 24 && (LineGrammar.isProse(rest) || rest.trimmed.hasSuffix("。"))
  }
}
