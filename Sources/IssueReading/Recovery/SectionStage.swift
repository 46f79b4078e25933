import IssueModel

/// Recognises sections by their marks: a line that is nothing but 【name】, 〖name〗 or ★name, or a line that the
/// contents list names as a section.
struct SectionStage: RecoveryStage {
  static let name = "sections"
  static let summary = Wording("recognise the sections", zh: "识别栏目")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    for index in draft.blocks.indices where draft.blocks[index].isText && draft.blocks[index].lines.count == 1 {
      let text = draft.blocks[index].text
      guard text.utf8.count < 200, EditorsNoteStage.label(of: text) == nil else { continue }
      if let name = LineGrammar.sectionMark(text) { draft.blocks[index].role = .section(MastheadLine.closed(name)) }
    }
    bookMarks(&draft)
    bulletedNames(&draft)
    matchContents(&draft, diagnostics)
  }

  /// ★name, ▲name: whether such lines are sections or titles, what follows them tells: a title behind a
  /// section, running text behind a title. Lines with one bullet are alike.
  private func bulletedNames(_ draft: inout Draft) {
    let listed = Set((draft.contents?.entries ?? []).filter { $0.kind == .article }.map(\.text.letters))
    var groups: [Character: [(index: Int, name: String)]] = [:]
    for (index, block) in draft.blocks.enumerated()
    where block.role == nil && block.isText && block.lines.count == 1 && block.text.utf8.count <= 90 {
      guard let (mark, name) = LineGrammar.bulleted(block.text), name.columns <= 26, !listed.contains(name.letters),
        !LineGrammar.isProse(name)
      else { continue }
      groups[mark, default: []].append((index, name))
    }
    for (_, lines) in groups.sorted(by: { $0.value[0].index < $1.value[0].index }) {
      let opening = lines.filter { line in
        guard let next = draft.blocks.dropFirst(line.index + 1).first(where: { !$0.isRule }), next.isText else {
          return false
        }
        return next.headingLevel != nil || !LineGrammar.isProse(next.text) && next.text.columns <= 100
      }
      guard opening.count * 3 >= lines.count * 2, lines.count > 1 || listed.isEmpty == false else { continue }
      for line in lines { draft.blocks[line.index].role = .section(MastheadLine.closed(line.name)) }
    }
  }

  /// 《name》 alone on a line is a section if several such lines stand in the text: a single one may be a title.
  private func bookMarks(_ draft: inout Draft) {
    let found = draft.blocks.indices.compactMap { index -> (Int, String)? in
      let block = draft.blocks[index]
      guard block.role == nil, block.isText, block.lines.count == 1, block.text.utf8.count <= 48 else { return nil }
      let text = block.text.trimmed
      guard text.hasPrefix("《"), text.hasSuffix("》"),
        !text.dropFirst().dropLast().contains(where: { "《》".contains($0) })
      else { return nil }
      return (index, String(text.dropFirst().dropLast()))
    }
    guard found.count >= 2 else { return }
    for (index, name) in found { draft.blocks[index].role = .section(name) }
  }

  private func matchContents(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard let contents = draft.contents else { return }
    var cursor = 0
    for entry in contents.entries where entry.kind == .section {
      let key = entry.text.letters
      let bare = ContentsLine(entry.text).text.letters
      let match = draft.blocks.indices.dropFirst(cursor).first { index in
        let block = draft.blocks[index]
        guard block.isText, block.lines.count == 1, block.text.utf8.count < 200 else { return false }
        if case .section(let name) = block.role { return name.letters == key || name.letters == bare }
        let letters = block.text.letters
        return block.role == nil && !key.isEmpty && (letters == key || letters == bare)
      }
      guard let match else {
        diagnostics.repaired(
          "contents-section-unmatched", line: entry.source?.line ?? 1,
          "the section “\(entry.text)” of the contents list is not in the text",
          zh: "目录中的栏目“\(entry.text)”在正文中没有找到", hint: Wording("check the contents list", zh: "请核对目录"))
        continue
      }
      if draft.blocks[match].role == nil { draft.blocks[match].role = .section(draft.blocks[match].text.trimmed) }
      cursor = match + 1
    }
  }
}
