import IssueModel

/// Sections that the contents list names.
extension SectionStage {
  /// Makes sections of the lines that the list names so.
  func matchContents(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard let contents = draft.contents else { return }
    var cursor = 0
    var above: [Unicode.Scalar] = []
    // Looked for behind the last one that was found, so that all together read the text once; after one that is nowhere, by
    // the letters of all lines.
    var places: [[Unicode.Scalar]: [Int]]?
    for entry in contents.entries where entry.kind == .section {
      let key = entry.text.letters
      // 〔Name〕 before each of its titles: the text prints the section once.
      defer { above = key }
      if key == above { continue }
      let bare = ContentsLine(entry.text).text.letters
      let match =
        places.map { lines in
          Set([key, bare]).compactMap { letters -> Int? in
            guard let lines = lines[letters] else { return nil }
            return lines[lines.partitionPoint { $0 < cursor }...].first {
              draft.blocks[$0].role != nil || !key.isEmpty
            }
          }.min()
        }
        ?? draft.blocks.indices.dropFirst(cursor).first { index in
          let block = draft.blocks[index]
          guard block.isText, block.lines.count == 1, block.text.utf8.count < 200 else { return false }
          if case .section(let name) = block.role { return name.letters == key || name.letters == bare }
          let letters = block.text.letters
          return block.role == nil && !key.isEmpty && (letters == key || letters == bare)
        }
      guard let match else {
        places = places ?? namedLines(draft)
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

  /// The lines that may be a section's name, by the letters of that or of their own.
  private func namedLines(_ draft: Draft) -> [[Unicode.Scalar]: [Int]] {
    var places: [[Unicode.Scalar]: [Int]] = [:]
    for (index, block) in draft.blocks.enumerated() {
      guard block.isText, block.lines.count == 1, block.text.utf8.count < 200 else { continue }
      if case .section(let name) = block.role {
        places[name.letters, default: []].append(index)
      } else if block.role == nil {
        places[block.text.letters, default: []].append(index)
      }
    }
    return places
  }
}
