internal import ExportPipeline
internal import HouseStyle
internal import IssueModel

extension StoryBuilder {
  /// The tab stops of a line: the last cell at the right, one between two in the middle, more at equal distances; where cells
  /// would touch then, with equal gaps.
  private func tabs(of cells: [LineCell], left: Int, width: Int) -> [Element] {
    let widths = cells.map { self.width(of: $0) }
    let last = cells.count - 1
    var starts = cells.indices.map { width * $0 / last }
    if cells.count == 3 { starts[1] = (width - widths[1]) / 2 }
    starts[last] = width - widths[last]
    let em = style.style(of: cells[0].role).size * 10
    let touch = (1...last).contains { starts[$0] < starts[$0 - 1] + widths[$0 - 1] + em / 2 }
    let isCentred = cells.count == 3 && !touch
    if touch {
      let gap = (width - widths.reduce(0, +)) / last
      for index in 1...last { starts[index] = starts[index - 1] + widths[index - 1] + gap }
    }
    return (1...last).map { index in
      let kind = index == last ? "right" : isCentred ? "center" : "left"
      let place = index == last ? width : isCentred ? width / 2 : starts[index]
      return Element("w:tab", ["w:val": kind, "w:pos": String(left + place)])
    }
  }

  /// Cells side by side on one line: the first at the left edge, the last at the right one. Where they need more room than
  /// there is, they stand on several.
  mutating func line(
    _ cells: [LineCell], _ role: Role, _ properties: [Element], left: Int, right: Int
  ) -> [StoryParagraph] {
    let width = style.page.textWidth - left - right
    guard needed(cells) <= width else { return lines(cells, role, properties, left: left, right: right) }
    // Spread from edge to edge, unless the cells are said to stand elsewhere: all of them are, or none.
    let isSpread = cells.allSatisfy { $0.alignment == nil }
    var pieces: [StoryParagraph.Piece] = []
    for (index, cell) in cells.enumerated() {
      if isSpread ? index > 0 : cell.alignment != .left { pieces.append(.run(Run(content: .tab))) }
      var look = RunLook()
      look.role = cell.role
      pieces += controlled(cell, role, look)
    }
    let tabs =
      isSpread ? tabs(of: cells, left: left, width: width) : tabs(at: cells.compactMap(\.alignment), left, width)
    return [paragraph(role, properties + [Element("w:tabs", [:], tabs)], pieces)]
  }

  /// Cells that no line holds together, on several: as many on each as it holds. What is left alone stands at the left,
  /// but the end at the right if it is short, and in the masthead the second of two: the date below the office. Cells that are
  /// said where to stand have a line each.
  private mutating func lines(
    _ cells: [LineCell], _ role: Role, _ properties: [Element], left: Int, right: Int
  ) -> [StoryParagraph] {
    let width = style.page.textWidth - left - right
    var lines: [[LineCell]] = []
    for cell in cells {
      if let last = lines.last, cell.alignment == nil, needed(last + [cell]) <= width {
        lines[lines.count - 1].append(cell)
      } else {
        lines.append([cell])
      }
    }
    return lines.enumerated().flatMap { index, line -> [StoryParagraph] in
      guard line.count == 1 else { return self.line(line, role, properties, left: left, right: right) }
      let cell = line[0]
      let least = cells.count == 2 ? role == .mastheadLine ? 1 : 2 : 3
      let isEnd = index == lines.count - 1 && self.width(of: cell) * least <= width
      var look = RunLook()
      look.role = cell.role
      let alignment = typesetter.alignment(cell.alignment ?? (isEnd ? .right : .left))
      return [paragraph(role, properties.filter { $0.name != "w:jc" } + [alignment], controlled(cell, role, look))]
    }
  }

  /// The room that `cells` need on a line, in twips: an em between two at least.
  private func needed(_ cells: [LineCell]) -> Int {
    cells.reduce(0) { $0 + width(of: $1) } + cells.dropFirst().reduce(0) { $0 + style.style(of: $1.role).size * 10 }
  }

  private func width(of cell: LineCell) -> Int {
    TextWidth.ofLine(cell.words) * style.style(of: cell.role).size / 10
  }

  /// The tab stops of cells that are said where to stand; at the left edge none is needed.
  private func tabs(at places: [RoleStyle.Alignment], _ left: Int, _ width: Int) -> [Element] {
    places.filter { $0 != .left }.map {
      Element("w:tab", ["w:val": $0.rawValue, "w:pos": String(left + ($0 == .right ? width : width / 2))])
    }
  }
}

/// Words that share a line with others.
struct LineCell {
  /// What stands before the text, `签发人：`, in the look of the line, not of the role.
  var label = ""
  var text: String
  var role: Role
  /// The field of the masthead that the words are; nil for others.
  var field: MastheadField?
  /// Where the words are said to stand; nil for where they come to.
  var alignment: RoleStyle.Alignment?
  var words: String { label + text }
}
