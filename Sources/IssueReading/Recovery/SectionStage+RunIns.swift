import IssueModel

/// Sections named on the line of their first title.
extension SectionStage {
  /// 【name】 and a title on one line.
  static func runIn(_ text: String) -> (name: String, rest: String)? {
    let line = text.trimmed
    guard let mark = line.unicodeScalars.first, "【〖［〔".unicodeScalars.contains(mark), let twin = mark.closingBracket,
      let open = line.first, let close = line.firstIndex(of: twin), line.utf8.count <= 300
    else { return nil }
    let name = String(line[line.index(after: line.startIndex)..<close]).trimmed
    let rest = String(line[line.index(after: close)...]).trimmed
    // 〔2031〕12号 is a document's number.
    guard !name.isEmpty, name.count <= 8, open != "〔" || name.hanCount == name.count,
      rest.columns >= 8, rest.fits(120), !LineGrammar.isProse(rest),
      !name.hasAny(of: "，。："),
      EditorsNoteStage.label(of: line) == nil, !["摘要", "导语", "按语", "提要", "关键词", "注", "图", "附件"].contains(name)
    else { return nil }
    return (name, rest)
  }

  /// Takes 【name】title apart: a heading, a line that is bold behind the name, or a form that comes again.
  func splitRunIns(_ draft: inout Draft) {
    let found = draft.blocks.indices.filter {
      draft.blocks[$0].role == nil && draft.blocks[$0].isText && draft.blocks[$0].lines.count == 1
        && Self.runIn(draft.blocks[$0].text) != nil
    }
    guard !found.isEmpty else { return }
    let sure = found.filter {
      draft.blocks[$0].headingLevel != nil
        || draft.blocks[$0].inlines.contains { if case .strong = $0 { true } else { false } }
    }
    guard found.count >= 2 || !sure.isEmpty else { return }
    // The only one, which the contents list has with its brackets, is a title.
    if found.count == 1, draft.lists(draft.blocks[found[0]].text.letters) { return }
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count + found.count)
    var copied = 0
    for index in found {
      guard let parts = Self.runIn(draft.blocks[index].text) else { continue }
      result += draft.blocks[copied..<index]
      copied = index + 1
      var section = draft.blocks[index]
      section.lines = [DraftLine(text: parts.name, number: section.line)]
      section.role = .section(parts.name)
      let rest = DraftLine(text: parts.rest, number: section.line)
      // What stands behind a section's name on its line is a title.
      var title = draft.blocks[index]
      title.form = .heading(title.headingLevel ?? 2)
      title.lines = [rest]
      result.append(section)
      result.append(title)
    }
    draft.blocks = result + draft.blocks[copied...]
  }
}
