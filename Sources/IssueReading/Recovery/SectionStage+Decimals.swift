import IssueModel

/// Sections and titles by decimal numbers.
extension SectionStage {
  /// 1 Weights and measures right above 1.1 …, 2 Food and drink above 2.1 …, the first of them above all text: sections, and
  /// below them titles. Below a title they would divide one report.
  func decimalNames(_ draft: inout Draft) {
    func decimals(_ block: DraftBlock) -> [Int] {
      guard block.role == nil, block.isText, block.lines.count <= 2, block.text.fits(110), !block.text.hasHan else {
        return []
      }
      let text = block.text.trimmed
      let head = text.prefix { $0.isNumber && $0.isASCII || $0 == "." }
      let values = head.split(separator: ".").map { Int($0) ?? 0 }
      let name = text[head.endIndex...].drop { ") ".contains($0) || $0.isBlankCharacter }
      guard (1...2).contains(values.count), values.allSatisfy({ (1...99).contains($0) }), name.first?.isLetter == true,
        name.startIndex > head.endIndex, name.last != ".", !head.hasPrefix(".")
      else { return [] }
      return values
    }
    guard let first = draft.blocks.firstIndex(where: \.isText), decimals(draft.blocks[first]) == [1] else { return }
    let numbered = draft.blocks.indices.compactMap { index -> (index: Int, values: [Int])? in
      let values = decimals(draft.blocks[index])
      return values.isEmpty ? nil : (index, values)
    }
    // Of single numbers those in a row, each right above the first of its own: others count items.
    var names: [Int] = []
    var titles: [Int] = []
    for (place, line) in numbered.enumerated() {
      if line.values == [names.count + 1], place + 1 < numbered.count,
        numbered[place + 1].values == [line.values[0], 1],
        nextText(line.index, draft) == numbered[place + 1].index
      {
        names.append(line.index)
      } else if line.values.count == 2, line.values[0] == names.count, draft.blocks[line.index].lines.count <= 2 {
        titles.append(line.index)
      }
    }
    guard names.count >= 2 else { return }
    for index in names { draft.blocks[index].role = .section(draft.blocks[index].text.trimmed) }
    guard draft.contents == nil else { return }
    for index in titles {
      draft.blocks[index].role = .title
      draft.blocks[index].lines = [
        DraftLine(inlines: draft.blocks[index].inlines.withoutStrong, number: draft.blocks[index].line)
      ]
    }
  }
}
