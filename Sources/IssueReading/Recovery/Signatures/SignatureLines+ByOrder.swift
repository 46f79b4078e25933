import IssueModel

/// By order of | THE COPRA BOARD | C. A. Moor, Secretary | 3rd May, 1961: whose order it was, who carried it out, and when.
extension SignatureLines {
  /// Makes a signature of such lines, each a paragraph or all of them one.
  static func signByOrder(_ draft: inout Draft) {
    var index = 0
    while index < draft.blocks.count {
      defer { index += 1 }
      guard isPart(draft.blocks[index]), isWarrant(draft.blocks[index].lines[0].text) else { continue }
      var end = index + 1
      while end < draft.blocks.count, end - index < 4, isPart(draft.blocks[end]), draft.blocks[end].lines.count == 1,
        draft.blocks[end].line <= draft.blocks[end - 1].source.endLine + 2
      {
        end += 1
      }
      let lines = draft.blocks[index..<end].flatMap { block in block.lines.map { (block, $0) } }
      guard lines.count >= 2, isOffice(lines[1].1.text, draft) else { continue }
      var signed: [DraftBlock] = []
      for (place, (block, line)) in lines.enumerated().dropFirst() {
        var part = block
        part.lines = [line]
        if place == 1 {
          part.lines = [DraftLine(text: joined([lines[0].1.text, line.text]), number: lines[0].1.number)]
          part.role = .signatureOffice
        } else if date(line.text) != nil {
          part.role = .signatureDate
        } else if PersonNames.isSigner(String(line.text.prefix { $0 != "," })) || isPost(line.text) {
          part.lines = [DraftLine(text: joined([line.text]), number: line.number)]
          part.role = .signatureOffice
        } else {
          break
        }
        signed.append(part)
        if part.role == .signatureDate { break }
      }
      // What is no part of the signature stays as it is.
      let taken = signed.count + 1
      guard taken >= 3, taken == lines.count || draft.blocks[index..<end].allSatisfy({ $0.lines.count == 1 }) else {
        continue
      }
      let last = taken == lines.count ? end : index + taken
      draft.blocks.replaceSubrange(index..<last, with: signed)
      index += signed.count - 1
    }
  }

  private static func isPart(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form else { return false }
    return (1...4).contains(block.lines.count) && block.lines.allSatisfy { $0.text.fits(72) && !$0.text.hasHan }
  }

  private static func isWarrant(_ text: String) -> Bool {
    [
      "by order of", "by order of the", "by command of", "by authority of", "by direction of", "for and on behalf of",
      "on behalf of", "by order",
    ].contains(text.trimmed.lowercased().filter { $0 != "," && $0 != ":" })
  }
}
